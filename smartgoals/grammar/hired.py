"""Whether people counted are hired, or only there: 'equip 90 waiters'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import CHANGES
from smartgoals.reading import Reading, Word


def are_there(reading: Reading, aim: Aim) -> bool:
    """'Преміювати 10 продавців': whether the verb before a number of staff is none by which staff grows or shrinks.

    Or, where none is before it, the one that says what they do: '40 водіїв мають пройти медогляд'. Only a language that
    has a list of such verbs, as of 'take on', is asked.
    """
    hires, quantity = reading.lexicon.persons.hires, aim.quantity
    if not hires or aim.metric is None or quantity is None or quantity.unit is not None:
        return False
    counted = reading.word_at(aim.metric.first)
    if counted is None or counted < quantity.last:
        return False  # 'довести штат до 40'
    for word in (*reversed(reading.words[: quantity.first]), *_predicate(reading, counted)):
        if "metric" in word:
            continue  # 'провести 3 тренінги і найняти 2 кухарів'
        if "implies" in word or word.has(CHANGES) or not hires.isdisjoint(reading.forms[word.first].keys):
            return False
        if word.has(VERB_CLASSES):
            return True
    return False


def _predicate(reading: Reading, counted: int) -> list[Word]:
    """The words behind those counted that may say what they do: a verb, after an auxiliary."""
    behind = reading.words[counted + 1 : counted + 3]
    return behind[1:] if behind and "auxiliary" in behind[0] else behind[:1]
