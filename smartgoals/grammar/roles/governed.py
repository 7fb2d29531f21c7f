"""Whether a number depends on a preposition that stands before it, and not on the goal's verb."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.verb_classes import PREDICATES, VERB_CLASSES
from smartgoals.grammar.word_sets import NO_METRICS, NOMINALS, OF_WHAT, THINGS, WISHES
from smartgoals.reading import TAKEN, Quantity, Reading

_MOST_LINKING = 4  # words between a preposition and its number
_LEVELS = (None, "percent", "money", "rating", "multiple")  # units of what a metric may be
_PLACE: frozenset[str] = NOMINALS | {"the", "capital"}
_METRIC = frozenset(("metric",))
_ANSWERS, _SAYS = bits(["answers"]), frozenset(("answers", "stop", "dash", "colon"))


def is_governed(quantity: Quantity, reading: Reading) -> bool:
    """Whether a preposition stands before what leads to a number: 'with a team of 6', 'from all our 3 offices'."""
    words = reading.words
    if "dash" in words[quantity.first] or "colon" in words[quantity.first] or _is_of_metric(quantity, reading):
        return False
    for i in range(quantity.first - 1, max(quantity.first - _MOST_LINKING, 0) - 1, -1):
        if reading.chars[i] == TAKEN or "colon" in words[i] or segments.parts(words, i):
            break
        if words[i].has(PREDICATES) or "channel" in words[i]:
            break  # 'the budget for TikTok below €2k', sv 'tiden för sidan ska ligga under 2 s'
        if quantity.more and quantity.unit is not None:
            break  # 'lead time for repairs 20 % shorter'
        if "for_whom" in words[i]:
            if _is_counted_behind(i, quantity, reading):
                return False  # 'для відділу продажів 25 SQL'
            ahead = words[i - 1] if i else words[i]
            bound = quantity.comparator != "=" and "metric" in ahead  # 'time for repairs under 6 hours'
            return not (bound or ahead.has(WISHES))  # 'for women of 25 to 45', not 'our goal for the shop is 400'
    if quantity.comparator != "=" or quantity.per is not None:
        return False
    if _are_all(quantity, reading):
        return True
    i, noun = quantity.first - 1, quantity.unit == "year"  # 'among women of 25 to 45 years'
    while i >= 0 and quantity.first - i <= _MOST_LINKING and "aside" not in words[i]:
        filler = reading.forms[words[i].first].filler and "channel" not in words[i]  # 'в розничных сетях +10 %'
        linking = filler or any(name in words[i] for name in ("a", "the", "of"))
        linking = linking and "metric" not in words[i]  # 'with an average deal size of $5k'
        if not linking and not (noun and "other" in words[i]):
            break
        noun = "of" in words[i]
        i -= 1
    return i >= 0 and "aside" in words[i] and "to" not in words[i] and i < quantity.first - 1


def is_answered_for(quantity: Quantity, reading: Reading) -> bool:
    """'За 40 записей в неделю отвечает Анна', sv 'För 12 avtal ansvarar Per': whether what somebody is responsible for
    opens a goal."""
    if not reading.may_have(_ANSWERS) or quantity.unit in DAYS_OF or quantity.unit in segments.BELOW_A_DAY:
        return False
    words, first = reading.words, quantity.first
    if any(word.has(PREDICATES) or "number" in word for word in words[:first]):
        return False
    verb = next((word for word in words[quantity.last :] if word.has(_SAYS) or word.has(VERB_CLASSES)), None)
    return verb is not None and "answers" in verb


def _is_of_metric(quantity: Quantity, reading: Reading) -> bool:
    """'Market share in France of 7 %', 'open rate for the newsletter of 40 %', not '… in a chain of 7 shops': whether
    'of' leads back to a metric, past where or for whom that is measured."""
    words, of = reading.words, quantity.first - 1
    at = of
    if at < 3 or "of" not in words[at] or quantity.unit not in _LEVELS:
        return False
    counted = quantity.last < len(words) and words[quantity.last].has(THINGS)
    if quantity.unit is None and (counted or reading.quantities[-1].first > quantity.first):
        return False  # 'conversion in our team of 6 to 5 %'
    at -= 1
    while at > 1 and of - at < _MOST_LINKING and words[at].has(_PLACE) and not words[at].has(OF_WHAT):
        at -= 1
    return at < of - 1 and words[at].has(OF_WHAT) and "of" not in words[at] and "metric" in words[at - 1]


def _is_counted_behind(at: int, quantity: Quantity, reading: Reading) -> bool:
    """Whether a preposition has a noun of its own, where cases show it, and a number behind that counts a metric."""
    words, between = reading.words, reading.words[at + 1 : quantity.first]
    counted = THINGS if at and words[at - 1].has(VERB_CLASSES) else _METRIC  # 'знайти для кухні 3 помічників'
    if (
        not reading.declines
        or quantity.unit is not None
        or not any(word.has(counted) for word in words[quantity.last : quantity.last + 2])
    ):
        return False
    return any(word.has(THINGS) and not reading.forms[word.first].filler for word in between)


def _are_all(quantity: Quantity, reading: Reading) -> bool:
    """'At all 14 depots', 'at our 3 trade shows': a preposition, a word for all or whose, and a count."""
    words, at = reading.words, quantity.first - 1
    if quantity.unit is not None or quantity.last >= len(words) or not words[quantity.last].has(NO_METRICS):
        return False
    while at > 0 and "other" in words[at] and reading.forms[words[at].first].filler:
        at -= 1
    return 0 <= at < quantity.first - 1 and ("aside" in words[at] or "to" in words[at])
