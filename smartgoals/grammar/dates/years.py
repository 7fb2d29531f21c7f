"""Which numbers that could be years are counts: '2000 leads', 'up by 1900'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smartgoals.grammar.word_sets import APART, DUE, LIMITS, TO_LEVEL
from smartgoals.reading import Word

# Years from today outside of which a bare number is rather a count than a year that a goal names; behind a preposition
# of deadlines ('by 2019') less far from it.
_MOST_BEHIND, _MOST_BEHIND_LED, MOST_AHEAD = 5, 20, 30
_DATED = frozenset((
    "month", "season", "holiday", "nth_unit", "unit", "period_end", "ordinal", "date", "day", "fiscal", "year_word",
))  # fmt: skip
_WITHIN = frozenset((
    "in", "of", "end_of", "mid", "start_of", "since", "compare", "last", "from", "ago", "the", "span_from",
))  # fmt: skip
_OF_YEAR = frozenset(("year_word", "fiscal", "slash", "ordinal_suffix"))
_MEASURED = frozenset(("metric", "percent", "currency"))
_COUNTED = frozenset(("metric", "other", "cadence", "percent", "currency", "time_unit", "piece"))


def is_count(words: Sequence[Word], at: int, year: int) -> bool:
    """Whether the number at a word, one that could be a year, is none; `year` is today's."""
    distance = words[at]["year"] - year
    if at > 2 and _is_reached_from(words, at):
        return True
    if -_MOST_BEHIND <= distance <= MOST_AHEAD:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following is not None and "dash" in following and following.start == words[at].end:
        return False  # '2010-2015', '2010-х'
    before: Mapping[str, object] = words[at - 1] if at else {}
    after: Mapping[str, object] = following or {}
    if not _OF_YEAR.isdisjoint(after):
        return False
    base = at > 1 and not LIMITS.isdisjoint(before) and "percent" in words[at - 2]
    if base and distance >= -_MOST_BEHIND_LED and "metric" not in after:
        return False  # '30 % below 2020 levels'
    counted = not _COUNTED.isdisjoint(after)
    if "comma" in before and at > 1:
        before = words[at - 2]
        led = words[at + 2] if "dash" in after and at + 2 < len(words) else after
        counted = counted or not DUE.isdisjoint(led)  # '1000 fans by March, 2000 by June'
    if not DUE.isdisjoint(before):
        return counted or distance < -_MOST_BEHIND_LED
    leaves = "from" in before and "to" in after and not any("year" in word for word in words[at + 2 : at + 4])
    if leaves or not TO_LEVEL.isdisjoint(before):
        return True
    if not _DATED.isdisjoint(before) or "range_from" in before:
        return counted
    return _WITHIN.isdisjoint(before)


def heads_goal(words: Sequence[Word]) -> bool:
    """'2027 – 40 leads': whether a dash by itself stands behind a year that opens, and no range goes on there."""
    if "dash" not in words[1] or words[1].start == words[0].end or len(words) < 3:
        return False
    return "number" not in words[2] or words[2]["number"].value < words[0]["year"]


def stands_apart(at: int, words: Sequence[Word]) -> bool:
    """Whether a bare year has a pause on a side, as in 'Leads: 500, 2027' or 'Mål 2027:'."""
    after = words[at + 1] if at + 1 < len(words) else {"stop": None}
    before = words[at - 1] if at else {"stop": None}
    if "auxiliary" in after and (at == 0 or "stop" in before or "comma" in before):
        return True  # '2028 ska vi …'
    if "auxiliary" in after and "auxiliary" in before:
        return True  # 'our aim for 2027 is to …'
    if "number" in after and words[at + 1].start > words[at].end and "number" not in before:
        return True  # 'sales 2027 40M'
    if heads_note(at, words):
        return True
    if "and" in after and not _MEASURED.isdisjoint(before):
        return True  # '20 leads 2027 och 30 leads 2028'
    opens = at > 0 or "colon" in after or len(words) == 1 or heads_goal(words)
    return opens and any(p in after for p in APART) and not ("to" in before or "by_amount" in before)


def heads_note(at: int, words: Sequence[Word]) -> bool:
    """'(2026 actual: 2.8m)': whether a year opens a bracket, with a word between it and its colon."""
    behind = words[at + 1 : at + 3]
    return at > 0 and "open" in words[at - 1] and len(behind) > 1 and "colon" in behind[1] and "number" not in behind[0]


def _is_reached_from(words: Sequence[Word], at: int) -> bool:
    """'Довести кількість з 1200 до 2050': whether the first number of a goal, no year, is where it starts from."""
    leaves = "until" in words[at - 1] and "from" in words[at - 3] and "number" in words[at - 2]
    if not leaves or "year" in words[at - 2] or (at + 1 < len(words) and not _OF_YEAR.isdisjoint(words[at + 1])):
        return False
    return not any("number" in word for word in words[: at - 3])
