"""Whether people counted are hired or won, or only there: 'equip 90 waiters', uk 'надіслати КП 80 клієнтам'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_before
from smartgoals.grammar.word_sets import CHANGES
from smartgoals.reading import Reading

_DATIVE, _INSTRUMENTAL = {"datv"}, {"ablt"}


def are_there(reading: Reading, aim: Aim) -> bool:
    """'Преміювати 10 продавців': whether the verb before a number of staff is none by which staff grows or shrinks.

    Only a language that has a list of such verbs, as of 'take on', is asked.
    """
    hires, quantity = reading.lexicon.persons.hires, aim.quantity
    if not hires or aim.metric is None or quantity is None or quantity.unit is not None:
        return False
    counted = reading.word_at(aim.metric.first)
    if counted is None or counted < quantity.last:
        return False  # 'довести штат до 40'
    for word in reversed(reading.words[: quantity.first]):
        if "metric" in word:
            continue  # 'провести 3 тренінги і найняти 2 кухарів'
        if "implies" in word or word.has(CHANGES) or not hires.isdisjoint(reading.forms[word.first].keys):
            return False
        if word.has(VERB_CLASSES):
            return True
    return False


def are_addressed(reading: Reading, aim: Aim) -> bool:
    """Uk 'надіслати КП 80 клієнтам', 'провести огляд з 20 клієнтами': whether a case says that work is done for or with
    those counted; not 'закінчити рік із 40 клієнтами'."""
    quantity, metric, words = aim.quantity, aim.metric, reading.words
    if not reading.declines or metric is None or quantity is None or quantity.unit is not None:
        return False
    counted = reading.word_at(metric.first)
    if counted is None or counted < quantity.last:
        return False
    cases = reading.lexicon.cases(reading.tokens[metric.last - 1].text)
    if cases == _DATIVE:
        return True
    if cases != _INSTRUMENTAL or not any(
        "company" in w for w in words[max(quantity.first - 1, 0) : quantity.first + 1]
    ):
        return False
    verb = verb_before(words, quantity.first)
    return verb is not None and "activity" in verb


def given(reading: Reading, aim: Aim) -> tuple[int, int] | None:
    """Uk 'надіслати 300 подарунків клієнтам': the tokens of what a number counts before those to whom it is given."""
    if aim.metric is None or aim.quantity is None or not are_addressed(reading, aim):
        return None
    thing = reading.words[aim.quantity.last]
    addressed = reading.lexicon.cases(reading.tokens[aim.metric.last - 1].text) == _DATIVE
    return (thing.first, thing.last) if addressed and "other" in thing and thing.first < aim.metric.first else None
