"""Calendar periods as a text names them, and the dates that they mean on a given day."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from smartgoals.grammar.dates.holidays import HOLIDAYS

Grain = Literal["day", "week", "month", "quarter", "half", "year"]
Span = tuple[date, date]  # first and last day

_MONTHS_OF = {"month": 1, "quarter": 3, "tertial": 4, "half": 6, "year": 12, "fiscal_year": 12}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_GRAINS: dict[str, Grain] = {
    "day": "day", "week": "week", "month": "month", "quarter": "quarter", "tertial": "quarter", "half": "half",
    "year": "year", "fiscal_year": "year",
}  # fmt: skip

_WORKDAYS = 5  # of a week
_MOST = 4_096  # periods remembered


_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip # as dateparser's locales call them


@cache
def _months(language: str) -> dict[str, int]:
    """Names and abbreviations of months to their numbers, from dateparser's locale of a language.

    The locale's table is read at once: parsing a phrase for each word would cost 0.2 to 30 ms each.
    """
    from dateparser.languages.loader import default_loader

    info = default_loader.get_locale(language).info
    return {name.lower().rstrip("."): number for number, month in enumerate(_MONTHS, 1) for name in info[month]}


def month_number(language: str, word: str) -> int:
    """The month that a word names, by dateparser's knowledge of the language.

    Raises ValueError for a word that names no month: the language's data is wrong.
    """
    number = _months(language).get(word)
    if number is None:
        raise ValueError(f"dateparser knows no month {word!r} in {language!r}")
    return number


def add_months(day: date, months: int) -> date:
    """The same day number so many months on, or that month's last day.

    Raises OverflowError when the result is past the calendar's end.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not 1 <= year <= 9999:
        raise OverflowError("date out of range")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_duration(day: date, amount: float, unit: str) -> date:
    """`day` plus so many units; halves of a month count as 15 days, 'workday' as Monday to Friday.

    Raises OverflowError when the result is past the calendar's end.
    """
    if unit == "workday":
        return _add_workdays(day, round(amount))
    if unit in ("day", "week"):
        return day + timedelta(days=round(amount * (7 if unit == "week" else 1)))
    months = amount * _MONTHS_OF[unit]
    whole = int(months)
    return add_months(day, whole) + timedelta(days=round((months - whole) * 30))


def _add_workdays(day: date, amount: int) -> date:
    """The last of so many days from Monday to Friday behind `day`; holidays count as others do."""
    weeks, days = divmod(amount, _WORKDAYS)
    before = min(day.weekday(), _WORKDAYS - 1)  # a weekend counts as the Friday before it
    if before + days >= _WORKDAYS:
        days += 7 - _WORKDAYS
    return day + timedelta(weeks=weeks, days=days + before - day.weekday())


@lru_cache(maxsize=_MOST)
def months_span(year: int, month: int, months: int) -> Span:
    """From the first of a month over so many months; `month` may lie outside 1 to 12."""
    first = add_months(date(year, 1, 1), month - 1)
    last = add_months(first, months - 1)  # not the day before the next: the calendar's last month has none
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def current(unit: str, today: date, offset: int = 0, fiscal: int = 1) -> Span:
    """The calendar period of a kind that holds `today`, or the one so many periods on."""
    if unit == "day":
        day = today + timedelta(days=offset)
        return day, day
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
        return monday, monday + min(timedelta(days=6), date.max - monday)
    length = _MONTHS_OF[unit]
    start = 1 if unit in ("month", "year") else fiscal
    index = (today.month - start) % 12 // length if length < 12 else 0
    begin_year = today.year - (today.month < start)
    return months_span(begin_year, start + (index + offset) * length, length)


def _nth(unit: str, n: int, fiscal: int) -> Callable[[int], Span | None]:
    """The nth period of a kind in a (fiscal) year, by the year's number."""

    def in_year(year: int) -> Span | None:
        if unit == "week":
            try:
                return date.fromisocalendar(year, n, 1), date.fromisocalendar(year, n, 7)
            except ValueError:
                return None
        length = _MONTHS_OF[unit]
        begin = year if fiscal == 1 else year - 1  # a fiscal year bears the year in which it ends
        return months_span(begin, fiscal + (n - 1) * length, length)

    return in_year


class Period(NamedTuple):
    """A stretch of days: fixed, or one that comes again each year until a year is named.

    `in_year` gives the period of a year (None: that year has none); `year` is the year the text names; `fixed` a
    period that the text fixes with `today`.
    """

    grain: Grain
    in_year: Callable[[int], Span | None] | None = None
    year: int | None = None
    fixed: Span | None = None
    unit: str = ""
    season: bool = False
    holiday: str = ""
    deictic: bool = False  # 'this quarter', 'next year'
    follows: bool = False  # 'next summer'
    of_year: bool = False  # a year by its number
    backward: bool = False  # 'last year'
    ends: bool = False  # the end of a period ('EOY'): no preposition puts it earlier

    def first_where(self, holds: Callable[[Span], bool], today: date) -> Span | None:
        """The first occurrence from the year before `today` on for which `holds`; None if there is none."""
        if self.fixed is not None:
            return self.fixed
        if self.year is not None:
            return self._in(self.year)
        for year in range(today.year - 1, today.year + 9):  # 29 February comes every eight years at worst
            if (span := self._in(year)) is not None and holds(span):
                return span
        return None

    def _in(self, year: int) -> Span | None:
        """The period of a year; None too where the calendar ends (the years 1 and 9999)."""
        assert self.in_year is not None
        try:
            return self.in_year(year)
        except (ValueError, OverflowError):
            return None

    def coming(self, today: date) -> Span | None:
        """The first occurrence that ends on or after `today`."""
        return _occurrence(self, today, 1)

    def starting_after(self, today: date) -> Span | None:
        """The first occurrence that starts after `today`."""
        return _occurrence(self, today + timedelta(days=1), 0)


@lru_cache(maxsize=_MOST)
def _occurrence(period: Period, day: date, end: int) -> Span | None:
    """The first occurrence whose first (0) or last (1) day is that day or later."""
    return period.first_where(lambda span: span[end] >= day, day)


@lru_cache(maxsize=_MOST)
def day(month: int, number: int, year: int | None) -> Period | None:
    """A day of a month; None for one that no year has (31 February)."""
    if not (1 <= month <= 12 and 1 <= number <= calendar.monthrange(2000, month)[1]):
        return None

    def in_year(at: int) -> Span | None:
        try:
            return (date(at, month, number),) * 2
        except ValueError:
            return None

    if year is not None and in_year(year) is None:
        return None
    return Period("day", in_year, year, unit="day")


@lru_cache(maxsize=_MOST)
def days(month: int, first: int, last: int, year: int | None) -> Period | None:
    """Some days of a month; None for one that no year has."""
    opening, closing = day(month, first, year), day(month, last, year)
    if opening is None or closing is None or opening.in_year is None or closing.in_year is None:
        return None
    first_in, last_in = opening.in_year, closing.in_year

    def in_year(at: int) -> Span | None:
        begin, end = first_in(at), last_in(at)
        return (begin[0], end[1]) if begin and end else None

    return Period("day", in_year, year, unit="day")


def day_of_month(number: int, today: date) -> Period | None:
    """The next day of that number on or after `today`: 'the 15th'."""
    if not 1 <= number <= 31:
        return None
    for months in range(13):
        first = add_months(today.replace(day=1), months)
        if number <= calendar.monthrange(first.year, first.month)[1]:
            found = first.replace(day=number)
            if found >= today:
                return Period("day", fixed=(found, found), unit="day")
    return None


@lru_cache(maxsize=_MOST)
def month(number: int, year: int | None) -> Period:
    """A month by its number."""

    def in_year(at: int) -> Span | None:
        return months_span(at, number, 1)

    return Period("month", in_year, year, unit="month")


@lru_cache(maxsize=_MOST)
def season(name: str, year: int | None) -> Period:
    """A season of three months; winter bears the year in which it begins."""

    def in_year(at: int) -> Span | None:
        return months_span(at, _SEASONS[name], 3)

    return Period("quarter", in_year, year, unit="season", season=True)


@lru_cache(maxsize=_MOST)
def holiday(name: str, year: int | None) -> Period:
    """A day with a name, by its id in HOLIDAYS; the middle of the year is the end of its first half."""
    if name == "midyear":
        return Period("half", _nth("half", 1, 1), year, unit="half", ends=True)

    def in_year(at: int) -> Span | None:
        return (HOLIDAYS[name](at),) * 2

    return Period("day", in_year, year, unit="day", holiday=name)


@lru_cache(maxsize=_MOST)
def nth(unit: str, n: int, year: int | None, fiscal: int) -> Period | None:
    """'Q3', 'week 42', 'the first half': the nth of its kind in a year; None if there is none such."""
    most = {"week": 53, "quarter": 4, "tertial": 3, "half": 2, "month": 12}.get(unit)
    if most is None or not 1 <= n <= most:
        return None
    return Period(_GRAINS[unit], _nth(unit, n, 1 if unit == "week" else fiscal), year, unit=unit)


@lru_cache(maxsize=_MOST)
def nth_span(unit: str, first: int, last: int, year: int | None, fiscal: int) -> Period | None:
    """'Weeks 12 to 14' of a year; None if there is none such."""
    begin, end = nth(unit, first, year, fiscal), nth(unit, last, year, fiscal)
    if begin is None or end is None or begin.in_year is None or end.in_year is None:
        return None
    first_in, last_in = begin.in_year, end.in_year

    def in_year(at: int) -> Span | None:
        opening, closing = first_in(at), last_in(at)
        return (opening[0], closing[1]) if opening and closing else None

    return Period(_GRAINS[unit], in_year, year, unit=unit)


@lru_cache(maxsize=_MOST)
def year(number: int, fiscal: int = 1) -> Period:
    """A calendar year, or the fiscal year that ends in it."""
    span = _nth("year", 1, fiscal)(number)
    return Period("year", fixed=span, unit="year", of_year=True)


def deictic(unit: str, offset: int, today: date, fiscal: int) -> Period:
    """'This quarter' (offset 0), 'next year' (1), 'last month' (-1)."""
    span = current(unit, today, offset, fiscal)
    return Period(_GRAINS[unit], fixed=span, unit=unit, deictic=True, backward=offset < 0)


def weekday(number: int, which: int | None, today: date) -> Period:
    """A day of the week (Monday 1): the next on or after `today`, or the one in the week `which` weeks on."""
    if which is None or which == 0:
        found = today + timedelta(days=(number - 1 - today.weekday()) % 7)
    else:
        found = today - timedelta(days=today.weekday()) + timedelta(weeks=which, days=number - 1)
    unit = "weekday" if which is None else "day"
    return Period("day", fixed=(found, found), unit=unit, backward=which is not None and which < 0)


def weekday_of_week(number: int, offset: int, today: date) -> Period:
    """A day of the ISO week so many weeks on: 'Thursday next week'."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
    found = monday + timedelta(days=number - 1)
    return Period("day", fixed=(found, found), unit="day", backward=offset < 0)


def nth_weekday(number: int, weekday: int, n: int, year: int | None) -> Period:
    """The nth such day of the week (Monday 1) of a month; the last with n -1."""

    def in_year(at: int) -> Span | None:
        first, last = months_span(at, number, 1)
        if n < 0:
            found = last - timedelta(days=(last.isoweekday() - weekday) % 7)
        else:
            found = first + timedelta(days=(weekday - first.isoweekday()) % 7, weeks=n - 1)
        return (found, found) if first <= found <= last else None

    return Period("day", in_year, year, unit="day")


def week_of(day: date) -> Period:
    """The ISO week that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Period("week", fixed=(monday, monday + timedelta(days=6)), unit="week")


def weekday_of_nth_week(weekday: int, n: int, year: int | None) -> Period:
    """A day of the week (Monday 1) of the nth ISO week of a year."""

    def in_year(at: int) -> Span | None:
        try:
            return (date.fromisocalendar(at, n, weekday),) * 2
        except ValueError:
            return None

    return Period("day", in_year, year, unit="day")


def week_of_month(number: int, n: int, year: int | None) -> Period:
    """The nth seven days of a month."""

    def in_year(at: int) -> Span | None:
        first = date(at, number, 7 * n - 6)
        return first, first + timedelta(days=6)

    return Period("week", in_year, year, unit="week")


def half_of_month(number: int, n: int, year: int | None) -> Period:
    """The first 15 days of a month, or those behind them."""

    def in_year(at: int) -> Span | None:
        first, last = months_span(at, number, 1)
        return (first, first.replace(day=15)) if n == 1 else (first.replace(day=16), last)

    return Period("month", in_year, year, unit="half_of_month")


def middle(span: Span, unit: str) -> Span:
    """The day that 'mid-' means: the 15th of a month, a quarter's second month's 15th, 30 June of a year."""
    first = span[0]
    if unit == "month":
        found = first.replace(day=15)
    elif unit in ("quarter", "season"):
        found = add_months(first, 1).replace(day=15)
    elif unit in ("year", "fiscal_year", "half", "tertial"):
        found = add_months(first, _MONTHS_OF[unit] // 2) - timedelta(days=1)
    else:
        found = first + (span[1] - first) / 2
    return found, found


def next_edge(period: Period, edge: str, today: date, fiscal: int) -> date | None:
    """The next 'middle of' or 'beginning of' a period once this one's is past."""

    def point(span: Span) -> date:
        return edge_of(span, period.unit, edge)[0]

    if period.deictic:
        return point(current(period.unit, today, 1, fiscal))
    span = period.first_where(lambda span: point(span) >= today, today) if period.in_year else None
    return point(span) if span else None


def edge_of(span: Span, unit: str, edge: str | None) -> Span:
    """The days that 'middle of' or 'beginning of' a period means; all of it where neither is said."""
    if edge == "mid":
        return middle(span, unit)
    if edge == "start_of":
        return span[0], span[0]
    return span
