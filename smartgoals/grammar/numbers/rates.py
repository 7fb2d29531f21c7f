"""Numbers that a rate is out of: '2 per 1000 orders'."""

from __future__ import annotations

import re

from smartgoals.grammar.clauses.segments import DAYS_OF, SIGNS
from smartgoals.grammar.word_sets import THINGS
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_OUT_OF = (100, 1000, 10_000, 100_000, 200_000, 1_000_000)  # what a rate may be out of
_HOURS = 100_000  # of work that a rate of accidents is out of
RATING_SCALES = (5, 10)
_WHOLES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100)  # what a share may be said of: 'one in five'
_DIVISORS = (1, *_OUT_OF)
_BEFORE = frozenset(("by_amount", "aside"))
_BEFORE_SHARE: frozenset[str] = SIGNS | {"from"}
_OF_LEVEL = ("to", "from", "current")
_ENDS = frozenset(("comma", "stop", "close", "and", "to", "until"))
_NO_DIVISORS = ("money", "percent", "percentage_point", "multiple", "rating")
_BY = "×xXхХ*"
_OF_PAIR = 3  # words behind the first of two levels that end in the sign of the second


def divides(quantity: Quantity) -> bool:
    """Whether a number that the goal does not aim at is what a rate is out of: '2 per 1000 orders'."""
    return quantity.role == "other" and quantity.lead in _BEFORE and quantity.value in _DIVISORS


def behind_cadence(quantity: Quantity, words: list[Word]) -> int:
    """The word behind a number, or behind the verb of what is done so often: 'двічі на тиждень публікувати …'."""
    at = quantity.last
    often = quantity.per is not None and at + 1 < len(words) and "cadence" in words[at] and "activity" in words[at + 1]
    return at + 2 if often else at


def is_per(quantity: Quantity, before: Quantity | None, words: list[Word]) -> bool:
    """'2 per 1000 orders', '3 errors per 100 orders', '2 falls per 200,000 hours': a count, and what it is out of."""
    if quantity.lead not in _BEFORE or quantity.value not in _OUT_OF or before is None:
        return False
    between = words[before.last : quantity.first]
    if not between:
        return True
    if before.unit is not None or before.role != "target" or not all(w.has(THINGS) for w in between):
        return False
    if quantity.unit == "hour":
        return quantity.value >= _HOURS
    return quantity.unit is None and quantity.last < len(words) and words[quantity.last].has(THINGS)


def is_size(quantity: Quantity, text: str) -> bool:
    """'Щиты 3×6', 'плитка 30х30 см': whether a sign of multiplication joins a number to another."""
    at, end = quantity.start, quantity.end
    sign = end - 1 if text[end - 1] in _BY else end  # '3×' may be one number
    behind = text[sign : sign + 1] in _BY and text[sign + 1 : sign + 2].isdigit()
    ahead = at > 1 and text[at - 1] in _BY and text[at - 2].isdigit()
    return ahead or (sign < len(text) and behind)


def is_within_share(quantity: Quantity, after: Quantity | None, reading: Reading) -> bool:
    """'Доля звонков, принятых за 20 секунд, — 80 %', 'patients seen within 4 hours: 90 %': a time that says of what the
    share behind it is."""
    if quantity.lead not in ("aside", "within") or after is None:
        return False
    words = reading.words
    level = next((q for q in reading.quantities if q.first >= after.last), after) if after.lead == "from" else after
    pair = words[level.last : level.last + _OF_PAIR] if level.unit is None else ()  # '… за 20 секунд: 70 → 80 %'
    if level.unit != "percent" and not any("percent" in word for word in pair):
        return False
    if quantity.unit in DAYS_OF and words[quantity.last].has(_BEFORE_SHARE):
        return True
    first = words[quantity.first].first
    return any(mark.kind == "share" and mark.last <= first for mark in reading.marks)


def is_divisor(quantity: Quantity, after: Quantity | None, words: list[Word]) -> bool:
    """'Выработку на 1 чел. поднять с 14', 'жалоб на 1000 заказов — 8': a rate is out of it, and the level follows."""
    measured = quantity.lead == "from" and quantity.unit is not None  # 'виручка с 1 м² – 8000 руб.'
    if quantity.unit in _NO_DIVISORS or quantity.value not in _DIVISORS:
        return False
    if not (quantity.lead in _BEFORE or measured):
        return False
    if after is None or quantity.first == 0 or quantity.last >= after.first:
        return False
    counted = quantity.unit is not None or words[quantity.last].has(THINGS)  # 'на 100 км'
    counted = counted and words[quantity.first - 1].has(THINGS)
    between = words[quantity.last + (quantity.unit is None) : after.first]
    led = any(w.has(SIGNS) for w in (*between, words[after.first])) or (after.lead in ("from", "to") and not measured)
    led = led or (after.lead == "by_amount" and after.unit in ("percent", "money"))  # 'на одного клієнта на 15 %'
    led = led or (after.lead is None and after.unit == "money" and not between[1:])  # 'чек на 1 гостя 600 грн'
    return counted and led and not any("metric" in w or "comma" in w for w in between)


def is_part(match: re.Match[str], reading: Reading) -> bool:
    """'9 of 10 tickets': whether a number is a part of what is counted, no rating."""
    words, at = reading.words, match.end("scale")
    value: float = words[match.start("low")]["number"].value
    if at >= len(words) or "out_of" not in words[match.start("of")] or value != int(value):
        return False
    if "metric" in words[at]:
        return words[at]["metric"].id not in reading.ontology.ratings
    return _is_won(match, reading) and "capital" not in words[at]


def _is_won(match: re.Match[str], reading: Reading) -> bool:
    """'Win 6 out of 10 matches': whether a part of unknown things is won, so that so many are reached."""
    words, at = reading.words, match.end("scale")
    if match.start() == 0 or at >= len(words) or "other" not in words[at] or "share_in" in words[match.start("of")]:
        return False
    return not reading.lexicon.persons.wins.isdisjoint(reading.forms[words[match.start() - 1].first].keys)


def is_share(match: re.Match[str], lead: str | None, reading: Reading) -> bool:
    """'One in five visitors', '2 out of 5 sellers': whether a number is a share of those counted behind both.

    Or, where what leads it shows that it is a level, of those named before: 'raise our win rate to one in five'.
    """
    words, at = reading.words, match.end("scale")
    part, whole = (words[match.start(group)]["number"].value for group in ("low", "scale"))
    if "slash" in words[match.start("of")] or whole not in _WHOLES or not 1 <= part < whole or part != int(part):
        return False
    if any(m.id in reading.ontology.ratings for m in reading.metrics):
        return False
    if _is_won(match, reading):
        return False
    measured = any("metric" in word for word in words[: match.start()])
    if measured and lead in _OF_LEVEL and "share_in" in words[match.start("of")]:
        ended = at == len(words) or reading.chars[at] == TAKEN or words[at].has(_ENDS)
        return ended or words[at].has(THINGS)
    return at < len(words) and reading.chars[at] != TAKEN and words[at].has(THINGS) and "number" not in words[at]
