"""Whether people counted are won or hired, or only there: 'equip 90 waiters', 'survey 200 customers'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.things.sales import is_sold
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_before
from smartgoals.grammar.word_sets import CHANGES, THINGS
from smartgoals.reading import Match, Quantity, Reading, Word

_WORK = frozenset(("activity", "noun_activity"))
_WON = frozenset(("achieve", "increase", "implies", "noun_achieve", "noun_increase"))
_FROM = frozenset(("from", "range_from", "aside", "company"))
_TO = frozenset(("to", "until", "by_amount"))
_ENDING = frozenset(("metric", "number", "comma", "colon", "stop", "and"))  # of what work is done on

_DATIVE, _INSTRUMENTAL = {"datv"}, {"ablt"}


def are_there(reading: Reading, aim: Aim) -> bool:
    """'Преміювати 10 продавців': whether the verb before a number of staff is none by which staff grows or shrinks.

    Or, where none is before it, the one that says what they do: '40 водіїв мають пройти медогляд'. Only a language that
    has a list of such verbs, as of 'take on', is asked.
    """
    hires, quantity = reading.lexicon.persons.hires, aim.quantity
    if not hires or quantity is None or (counted := _counted(quantity, aim, reading)) is None:
        return False
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
    if quantity is None or _counted(quantity, aim, reading) is None:
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


def count_what_is_got(reading: Reading, aim: Aim) -> None:
    """'Reviews from 30 customers', 'meetings with 15 customers': let the number of people count what they give."""
    at = _got_from(reading, aim)
    got: Match | None = reading.words[at - 1].get("metric") if at is not None else None
    if got is not None and got.id is not None:
        reading.metrics = [*(m for m in reading.metrics if m is not aim.metric and m is not got), got]
        aim.metric = got


def _got_from(reading: Reading, aim: Aim) -> int | None:
    """The preposition between what is got and the people counted from whom, or with whom."""
    quantity, words = aim.quantity, reading.words
    if quantity is None or quantity.first == 0 or _counted(quantity, aim, reading) is None:
        return None
    at = quantity.first if words[quantity.first].has(_FROM) else quantity.first - 1
    before = words[at - 2] if at > 1 else None
    if at == 0 or not words[at].has(_FROM) or not words[at - 1].has(THINGS) or (before and "number" in before):
        return None  # 'get 40 reviews from 30 customers'
    got = words[at - 1].get("metric")
    agreed = "company" in words[at] and got is not None and got.id in reading.ontology.agreed
    if words[at].has(_TO) and not agreed:
        return None  # 'grow the list to 500 users'; but sv 'möten med 15 kunder'
    if "range_from" in words[at]:
        verbal = before is not None and before.has(VERB_CLASSES)
        which = before is not None and reading.lexicon.is_adjective(reading.tokens[before.first].text)
        if not (verbal or which or "metric" in words[at - 1]):
            return None  # 'привлечь в программу от 40 клиентов'
        quantity.comparator = "="
    return at


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
        return not is_sold(reading, aim)  # 'продать тариф 200 новым клиентам'
    if cases != _INSTRUMENTAL or not any(
        "company" in w for w in words[max(quantity.first - 1, 0) : quantity.first + 1]
    ):
        return False
    verb = verb_before(words, quantity.first)
    return verb is not None and "activity" in verb


def give(reading: Reading, aim: Aim) -> bool:
    """Uk 'надіслати 300 подарунків клієнтам': let a number count what it stands before, not those to whom it is given;
    whether it is so."""
    metric, quantity = aim.metric, aim.quantity
    if metric is None or quantity is None or not are_addressed(reading, aim):
        return False
    thing = reading.words[quantity.last]
    addressed = reading.lexicon.cases(reading.tokens[metric.last - 1].text) == _DATIVE
    if not addressed or "other" not in thing or thing.first >= metric.first:
        return False
    reading.metrics = [m for m in reading.metrics if m is not metric]
    aim.metric, aim.named = None, (thing.first, thing.last)
    return True


def _counted(quantity: Quantity, aim: Aim, reading: Reading) -> int | None:
    """The word of what an aim's number stands before and counts: none in 'bring the staff to 40'."""
    at = reading.word_at(aim.metric.first) if aim.metric is not None and quantity.unit is None else None
    return at if at is not None and at >= quantity.last else None
