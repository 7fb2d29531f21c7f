"""Whether people counted are won or hired, or only there: 'equip 90 waiters', 'survey 200 customers'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import CHANGES, THINGS
from smartgoals.reading import Match, Quantity, Reading

_WORK = frozenset(("activity", "noun_activity"))
_WON = frozenset(("achieve", "increase", "implies", "noun_achieve", "noun_increase"))
_FROM = frozenset(("from", "range_from", "aside", "company"))
_TO = frozenset(("to", "until", "by_amount"))
_ENDING = frozenset(("metric", "number", "comma", "colon", "stop", "and"))  # of what work is done on
_LEAST_AHEAD = 2  # words before a number: a verb, and what is got


def are_there(reading: Reading, aim: Aim) -> bool:
    """'Преміювати 10 продавців': whether the verb before a number of staff is none by which staff grows or shrinks.

    Only a language that has a list of such verbs, as of 'take on', is asked.
    """
    hires, quantity = reading.lexicon.persons.hires, aim.quantity
    if not hires or quantity is None or not _counts(quantity, aim, reading):
        return False
    for word in reversed(reading.words[: quantity.first]):
        if "metric" in word:
            continue  # 'провести 3 тренінги і найняти 2 кухарів'
        if "implies" in word or word.has(CHANGES) or not hires.isdisjoint(reading.forms[word.first].keys):
            return False
        if word.has(VERB_CLASSES):
            return True
    return False


def are_kept(reading: Reading, aim: Aim) -> bool:
    """'Keep 92 % of customers': whether the verb right before a share says that it stays."""
    quantity = aim.quantity
    return (
        quantity is not None
        and quantity.unit == "percent"
        and quantity.first > 0
        and "maintain" in reading.words[quantity.first - 1]
    )


def is_share_moved(aim: Aim) -> bool:
    """'Switch half of the orders to collection': whether a share is aimed at, and no change by it."""
    return aim.quantity is not None and aim.quantity.unit == "percent" and aim.quantity.role == "target"


def are_worked_on(reading: Reading, aim: Aim) -> bool:
    """'Run a survey of 200 customers': whether work is done on something of people counted, by which none is won."""
    quantity = aim.quantity
    if quantity is None or not _counts(quantity, aim, reading):
        return False
    ahead = reading.words[: quantity.first]
    for word in reversed(ahead):
        if word.has(_WORK) and not word.has(_WON):
            # not 'serve 200 customers', but 'Опрос 200 клиентов'
            return word is not ahead[-1] or "noun_activity" in word or word.last - word.first > 1
        if word.has(_ENDING) or word.has(VERB_CLASSES):
            return False
    return False


def are_asked(reading: Reading, aim: Aim) -> bool:
    """'Get feedback from 40 customers', 'пожелания у 50 клиентов': whether what is got comes from people counted."""
    return _got_from(reading, aim) is not None


def what_is_got(reading: Reading, aim: Aim) -> Match | None:
    """'Reviews from 30 customers', 'meetings with 15 customers': the metric that the number of people counts."""
    at = _got_from(reading, aim)
    got: Match | None = reading.words[at - 1].get("metric") if at is not None else None
    return got if got is not None and got.id is not None else None


def _got_from(reading: Reading, aim: Aim) -> int | None:
    """The preposition between what is got and the people counted from whom, or with whom."""
    quantity, words = aim.quantity, reading.words
    if quantity is None or quantity.first < _LEAST_AHEAD or not _counts(quantity, aim, reading):
        return None
    at = quantity.first if words[quantity.first].has(_FROM) else quantity.first - 1
    if not words[at].has(_FROM) or not words[at - 1].has(THINGS) or "number" in words[at - 2]:
        return None  # 'get 40 reviews from 30 customers'
    got = words[at - 1].get("metric")
    agreed = "company" in words[at] and got is not None and got.id in reading.ontology.agreed
    if words[at].has(_TO) and not agreed:
        return None  # 'grow the list to 500 users'; but sv 'möten med 15 kunder'
    if "range_from" in words[at] and "metric" not in words[at - 1]:
        before = words[at - 2]
        if not before.has(VERB_CLASSES) and not reading.lexicon.is_adjective(reading.tokens[before.first].text):
            return None  # 'привлечь в программу от 40 клиентов'
    if "range_from" in words[at]:
        quantity.comparator = "="
    return at


def _counts(quantity: Quantity, aim: Aim, reading: Reading) -> bool:
    """Whether an aim's number stands before what it counts: not 'bring the staff to 40'."""
    counted = reading.word_at(aim.metric.first) if aim.metric is not None else None
    return counted is not None and quantity.unit is None and counted >= quantity.last
