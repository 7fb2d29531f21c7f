"""What the verb before what a goal counts says is done with it, above all that it is sold."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.reading import Reading, Word


def has_before(reading: Reading, aim: Aim, verbs: frozenset[str]) -> bool:
    """Whether the nearest verb before what is counted is one of some: 'train all 40 clerks'."""
    first = min(aim.quantity.first, aim.at) if aim.quantity is not None else aim.at
    for word in reversed(reading.words[:first]):
        if "metric" in word:
            continue  # '350 visits and 25 new customers'
        last = word.last if word.has(VERB_CLASSES) else word.first + 1  # 'не терять'; not 'with the help of'
        rest = [token.text for token in reading.tokens[word.first + 1 : word.last]]  # of sv 'ta bort'
        said = {" ".join((key, *rest)) for key in reading.forms[word.first].keys} if rest else set[str]()
        said.update(*(form.keys for form in reading.forms[word.first : last]))
        if not verbs.isdisjoint(said):
            return True
        if word.has(VERB_CLASSES):
            return False
    return False


def is_sold(reading: Reading, aim: Aim) -> bool:
    """'Sell 300 tickets', 'sell 20 workshops': whether the verb before a number says that those counted are sold."""
    return has_before(reading, aim, reading.lexicon.persons.sells)


def are_sold(reading: Reading, named: tuple[int, int]) -> bool:
    """'500 sold hampers', sv 'sålda julkassar': whether a participle of selling says what is done with what counts."""
    lexicon = reading.lexicon
    return not lexicon.persons.sells.isdisjoint(reading.forms[named[0]].keys)


def sold_for(reading: Reading, aim: Aim) -> tuple[int, int] | None:
    """'Sell $80,000 worth of merch', sv 'sälja merch för 80 000 kr': the tokens of the verb, where a sum is earned."""
    quantity = aim.quantity
    if quantity is None or quantity.unit != "money" or quantity.role != "target" or not is_sold(reading, aim):
        return None
    verb = next(word for word in reversed(reading.words[: quantity.first]) if _sells(word, reading))
    return verb.first, verb.last


def _sells(word: Word, reading: Reading) -> bool:
    return not reading.lexicon.persons.sells.isdisjoint(reading.forms[word.first].keys)
