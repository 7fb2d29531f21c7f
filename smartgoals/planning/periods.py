"""Calendar periods between two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from smartgoals.grammar.dates.calendar import current

_DAYS = {"day": 1, "week": 7}


def ends(first: date, last: date, unit: str, fiscal: int = 1) -> Iterator[tuple[date, float]]:
    """The calendar periods that hold the days from `first` to `last`: the last such day of each, and the share of the
    period's days that fall between them.

    `unit`: 'day', 'week' (ISO, to Sunday), 'month', 'quarter' or 'year'; `fiscal`: the month that quarters count from.
    """
    while True:
        begin, end = current(unit, first, fiscal=fiscal)
        until = min(end, last)
        yield until, ((until - first).days + 1) / ((end - begin).days + 1)
        if end >= last:
            return
        first = end + timedelta(days=1)


def count(first: date, last: date, unit: str, fiscal: int = 1) -> float:
    """How many calendar periods lie between two days, both included: 3.5 months from 16 September to 31 December."""
    if unit in _DAYS:  # all of one length, and there may be millions
        return ((last - first).days + 1) / _DAYS[unit]
    return sum(share for _, share in ends(first, last, unit, fiscal))


def around(day: date, until: date) -> date | None:
    """The first day of the shortest month, quarter, half or year that holds both days; None if none does."""
    for unit in ("month", "quarter", "half", "year"):
        begin, end = current(unit, day)
        if begin <= until <= end:
            return begin
    return None
