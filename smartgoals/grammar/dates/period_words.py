"""What the words of a period say: its unit and number, 'this' or 'next', the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from smartgoals.grammar.dates import calendar
from smartgoals.grammar.dates.calendar import Period
from smartgoals.grammar.numbers.rates import RATING_SCALES
from smartgoals.grammar.verb_classes import verb_of
from smartgoals.grammar.word_sets import ARTICLES, NOMINALS, THINGS
from smartgoals.reading import Word

_BEFORE_DATE = frozenset(("by", "before", "until", "toward", "span_from", "span_to", "open", "comma", "end_of", "in"))
QUALIFIED = NOMINALS | {"noun_activity", "noun_achieve"}  # what a season or a holiday before it is of
_DUE = frozenset(("by", "before", "until"))
_OF_RATING = tuple(f"/{scale}" for scale in RATING_SCALES)
_DATED = frozenset(("month", "period", "weekday", "year", "nth_unit"))
_LEADS_DAY = frozenset(("by", "before", "until", "toward", "span_from", "span_to"))
_OF_DAY = frozenset(("of", "ordinal_suffix", "day_word"))
ALWAYS = "24/7"
_MOST_MONTHS = 12
_MOST_PARTS = 10  # of what a share is said in digits: '3/4'
_ONCE = frozenset(("a", "by", "slash"))  # each of no more than one: 'a Monday', sv 'per december'
_FALLS = frozenset(("decrease", "noun_decrease"))
_OF_WHAT = frozenset(("in", "of"))
_PAUSES = frozenset(("comma", "colon", "stop", "dash", "close"))

NO_PERIOD = Period("day", unit="no")  # a builder's word that this is no period after all
MOST_YEARS = 12  # two digits this near to today are a year where no noun follows: not 'in February 50'


def cadence_of(period: Period | None, at: int, words: Sequence[Word]) -> str | None:
    """What a number is per where a weekday, month or season comes again: 'every Monday', 'every December'."""
    before = words[at - 1] if at else {}
    if period is None or "each" not in before or not _ONCE.isdisjoint(before):
        return None
    if period.unit == "weekday":
        return "week"
    return "year" if period.in_year is not None and period.year is None and period.grain != "day" else None


def unit_of(word: Word) -> str:
    """The calendar unit that a word names, by itself or beside a number."""
    return str(word.get("nth_unit") or word["unit"])


def count_of(word: Word) -> float:
    """The value of an ordinal or a number."""
    return float(word["ordinal"] if "ordinal" in word else word["number"].value)


def nth_of(unit: str, number: Word, year: int | None, fiscal: int) -> Period:
    n = count_of(number)
    return (calendar.nth(unit, int(n), year, fiscal) if n == int(n) else None) or NO_PERIOD


def offset_of(match: re.Match[str], words: Sequence[Word]) -> int:
    values = words[match.start("which")]
    return 1 if "next" in values else -1 if "last" in values else 0


def is_day_of(match: re.Match[str], words: Sequence[Word]) -> bool:
    """Whether a number before 'next month' is a day's: 'the 15th of', 'до 15'; not 'we had 30 last month'."""
    inside = words[match.start() : match.end()]
    led = match.start() > 0 and words[match.start() - 1].has(_LEADS_DAY) and offset_of(match, words) >= 0
    return led or "the" in inside[0] or any(word.has(_OF_DAY) for word in inside)


def four_digits(year: int) -> int:
    return year + 2000 if year < 100 else year


def year_of(match: re.Match[str], words: Sequence[Word], today: date) -> int | None:
    """The year that a period's own words name: '2027', "'27", 'FY27', 'of next year'."""
    groups = match.re.groupindex
    if "rel" in groups and match["rel"] and words[match.start("of_rel")]["unit"] == "year":
        values = words[match.start("rel")]
        return today.year + (1 if "next" in values else -1 if "last" in values else 0)
    if "this_year" in groups and match["this_year"] and words[match.start("this_year")]["period_end"] == "year":
        return today.year
    for name in ("year", "short", "fy"):
        if name in groups and match[name]:
            return four_digits(int(words[match.start(name)]["number"].value))
    return None


def which_of(period: Period, match: re.Match[str], words: Sequence[Word], today: date) -> Period:
    """'This May', 'next May', 'last May'."""
    if not match["which"] or period.year is not None:
        return period
    offset = offset_of(match, words)
    span = period.coming(today) if offset == 0 else period.starting_after(today)
    if span is None:
        return period
    return Period(
        period.grain, fixed=span, unit=period.unit, season=period.season, deictic=True, follows=offset > 0,
        backward=offset < 0,
    )  # fmt: skip


def is_date(match: re.Match[str], words: Sequence[Word]) -> bool:
    """Whether digits with a slash are a date: '24/7' only where a preposition or a pause says so, 'by 1/3' not."""
    at = match.start()
    while at and "the" in words[at - 1]:
        at -= 1
    before = words[at - 1] if at else {}
    neighbours = [words[i] for i in (match.start() - 2, match.end() + 1) if 0 <= i < len(words)]
    links = [words[i] for i in (match.start() - 1, match.end()) if 0 <= i < len(words)]
    spanned = any("date" in w for w in neighbours) and any("dash" in w for w in links)  # '1/1–31/3'
    if spanned or len(words) == 1 or at < match.start():
        return True  # also alone, or behind an article
    if "by" in before and _is_share_of_change(at, words):
        return False
    if "to" in before and words[match.start("date")]["date"].endswith(_OF_RATING):
        spans = any("date" in word for word in words[max(at - 3, 0) : at])  # 'from 1/10 to 8/10'
        later = any(word.has(_DATED) for word in words[match.end() :])  # sv 'till 8/10 före november'
        if not spans and (later or not _DUE.intersection(before)):
            return False
    return not _BEFORE_DATE.isdisjoint(before) or _stands_alone(match, words)


def _stands_alone(match: re.Match[str], words: Sequence[Word]) -> bool:
    """'Trade fair 14/3: 60 leads', '20 leads 31/12': whether two numbers before a pause can be no share or score."""
    text = str(words[match.start("date")]["date"])
    first, _, second = text.partition("/")
    if not second.isdigit() or int(first) <= int(second) <= _MOST_MONTHS:
        return False
    return match.end() == len(words) or words[match.end()].has(_PAUSES)


def _is_share_of_change(at: int, words: Sequence[Word]) -> bool:
    """'Increase sales by 1/3': whether two numbers behind 'by' are by how much something is changed.

    Where a number tells that already, they are a date: 'cut costs by 20 % by 1/3'.
    """
    first, _, second = str(words[at].get("date", "")).partition("/")
    if "by_amount" not in words[at - 1] or not second.isdigit() or not 0 < int(first) < int(second) < _MOST_PARTS:
        return False
    verb = next((i for i in range(at - 1, -1, -1) if verb_of(words[i]) is not None), None)
    moved = verb is not None and verb_of(words[verb]) in ("increase", "decrease", "improve")
    return moved and not any("number" in word for word in words[verb : at - 1])


def is_possessive(at: int, words: Sequence[Word]) -> bool:
    """Sv 'på årets mässa': whether a unit of time only says which the thing behind it is."""
    behind = words[at + 1 : at + 2]
    return "the" in words[at] and any(word.has(NOMINALS) and "capital" not in word for word in behind)


def is_own(match: re.Match[str], words: Sequence[Word]) -> bool:
    """sv 'i vår monter', 'höstens kurs': a season that also ends in a possessive or is one, before a noun."""
    word = words[match.end() - 1]
    if match.end() >= len(words) or not ("aside" in word or "the" in word):
        return False
    following = words[match.end()]
    return "capital" not in following and any(name in following for name in ("metric", "channel", "other", "cadence"))


def is_unnumbered(match: re.Match[str], words: Sequence[Word]) -> bool:
    """'In the coming weeks', 'у найближчі місяці': whether units in the plural stand without a number."""
    return any("plural" in word for word in words[match.start() : match.end()])


def is_of_noun(at: int, end: int, words: Sequence[Word]) -> bool:
    """'The July issue', 'a Saturday class', '25 Friday volunteers': whether a month or weekday behind an article, or a
    weekday behind a number, says which."""
    counted = at > 0 and "number" in words[at - 1] and "weekday" in words[at]
    if end >= len(words) or at == 0 or not (counted or words[at - 1].has(ARTICLES)):
        return False
    return words[end].has(NOMINALS) or ("activity" in words[end] and not (at > 1 and words[at - 2].has(_DUE)))


def is_verb(match: re.Match[str], words: Sequence[Word]) -> bool:
    """'Costs must fall to $5k', '… and churn fall from 9 to 7', 'a 9 % fall in sales': a season's name where a verb, or
    a noun of change, stands."""
    at = match.start("season")
    if not words[at].has(_FALLS):
        return False
    before = at > 0 and ("auxiliary" in words[at - 1] or "to" in words[at - 1])
    shared = at > 0 and "percent" in words[at - 1] and any(w.has(_OF_WHAT) for w in words[at + 1 : at + 2])
    after = at + 1 < len(words) and any(n in words[at + 1] for n in ("by_amount", "to", "at_most"))
    moved = 0 < at < len(words) - 2 and words[at - 1].has(THINGS) and "from" in words[at + 1]
    return shared or before or after or (moved and "number" in words[at + 2])
