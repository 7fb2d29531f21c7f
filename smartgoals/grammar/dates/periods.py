"""Read the calendar periods that a text names: dates, months, quarters, 'next week', 'EOY'."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from smartgoals.grammar.classes import Alphabet, Rules
from smartgoals.grammar.dates import calendar
from smartgoals.grammar.dates.calendar import Period
from smartgoals.grammar.dates.period_rules import BUILT_AS, RULES
from smartgoals.grammar.dates.period_words import (
    ALWAYS,
    MOST_YEARS,
    NO_PERIOD,
    QUALIFIED,
    cadence_of,
    count_of,
    four_digits,
    is_date,
    is_day_of,
    is_of_noun,
    is_own,
    is_unnumbered,
    is_verb,
    nth_of,
    offset_of,
    unit_of,
    which_of,
    year_of,
)
from smartgoals.grammar.numbers.literals import Numeral
from smartgoals.reading import TAKEN, Word

_COUNTED = frozenset(("metric", "other", "percent", "multiplier", "or_more", "plus"))
_LAST_WEEK = 53  # of a year at most
_EDGES = frozenset(("by", "before", "until", "end_of", "start_of", "mid"))


class PeriodReader:
    """Replaces the words of each calendar period by one word that holds it.

    `language` is what dateparser is asked in; `day_first` says that '10/11' is 10 November; `month_day` that a day
    may follow its month ('Oct 31'); `number_before_unit` that '3 квартал' is the third; `slash_dates` that '10/11' can
    be a date at all; `noun_adjuncts` that a season may qualify a noun ('the spring campaign').
    """

    def __init__(
        self,
        alphabet: Alphabet,
        language: str,
        *,
        day_first: bool,
        month_day: bool,
        number_before_unit: bool,
        noun_adjuncts: bool,
        slash_dates: bool,
    ) -> None:
        self._language = language
        self._day_first = day_first
        self._noun_adjuncts = noun_adjuncts
        self._slash_dates = slash_dates
        self._alphabet = alphabet
        self._rules: Rules[Callable[[re.Match[str], Sequence[Word], date, int], Period | None]] = Rules(
            alphabet,
            [
                (getattr(self, f"_{BUILT_AS.get(name, name)}"), needs, pattern)
                for name, needs, pattern in RULES
                if (month_day or name not in ("month_day", "month_days"))
                and (number_before_unit or name != "nth_before")
            ],
        )

    def __call__(self, words: list[Word], chars: str, present: int, today: date, fiscal: int) -> tuple[list[Word], str]:
        """The words with each period as one word of class 'period', and their characters.

        `present`: the classes of the words, as `Alphabet.present` gives them. A period None is an impossible date.
        """
        taken: list[tuple[int, int, Word]] = []
        for build, pattern in self._rules.fitting(present):
            for match in pattern.finditer(chars):
                first, last = match.span()
                try:
                    period = build(match, words, today, fiscal)
                except (ValueError, OverflowError):
                    period = NO_PERIOD  # past the calendar's end
                if period is NO_PERIOD:
                    continue
                values: dict[str, Any] = {"period": period}
                if build.__name__ == "_year" and match["bare"]:
                    values |= words[first]
                if (cadence := cadence_of(period, first, words)) is not None:
                    first, values = first - 1, {"cadence": cadence}
                word = Word(
                    self._alphabet.character(values), values, words[first].start, words[last - 1].end,
                    words[first].first, words[last - 1].last,
                )  # fmt: skip
                taken.append((first, last, word))
                chars = chars[:first] + TAKEN * (last - first) + chars[last:]
        if not taken:
            return words, chars
        return _replace(words, chars, taken)

    # ---- builders, one for each rule

    def _month_of(self, word: Word) -> int:
        return calendar.month_number(self._language, word["month"])

    def _day_month(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        day, month = words[match.start("day")], self._month_of(words[match.start("month")])
        if any("dash" in word and word.start == day.end for word in words[match.end() : match.end() + 1]):
            return NO_PERIOD  # 'in May 3-day courses'
        return calendar.day(month, int(day.get("day") or day["ordinal"]), year_of(match, words, today))

    def _month_days(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'March 1–15, 2027'."""
        first, last = int(words[match.start("day")]["day"]), int(words[match.start("until")]["day"])
        month = self._month_of(words[match.start("month")])
        return calendar.days(month, first, last, year_of(match, words, today)) if first < last else NO_PERIOD

    def _digits(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        text = words[match.start("date")]["date"]
        if text == ALWAYS:
            return NO_PERIOD
        parts = [int(part) for part in re.split(r"\D", text)]
        if len(parts) == 2 and parts[1] > 999:
            return calendar.month(parts[0], parts[1])  # '03.2027'
        if len(parts) == 2 and parts[0] > 31:
            if parts[0] > 999:
                return calendar.month(parts[1], parts[0])  # '2027-03'
            return None if self._slash_dates and is_date(match, words) else NO_PERIOD  # '45/13'
        if parts[0] > 31:
            return calendar.day(parts[1], parts[2], parts[0]) if parts[0] > 999 else None
        day, month = parts[:2]
        if "/" in text and not self._day_first and (month > 12 or day <= 12):
            day, month = month, day
        year = four_digits(parts[2]) if len(parts) == 3 else year_of(match, words, today)
        found = calendar.day(month, day, year)
        # where no date is written so, one that cannot be is still none: 'до 15/45'
        if year is None and not (is_date(match, words) and (self._slash_dates or found is None)):
            return NO_PERIOD
        return found

    def _bad_day(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'The 32nd of March' is impossible, and not rescued to its month."""
        number, groups = words[match.start("bad")]["number"].value, match.re.groupindex
        # 'October 32' may be of 2032
        dated = "year" in groups and not match["year"] and number <= today.year % 100 + MOST_YEARS
        return None if 31 < number < 100 and not dated else NO_PERIOD

    def _week_of_month(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'The first week of March': its first seven days; 'the second half of June': from the 16th on."""
        unit, number = unit_of(words[match.start("unit")]), int(words[match.start("n")]["ordinal"])
        part = {"week": calendar.week_of_month, "half": calendar.half_of_month}.get(unit)
        if part is None or not 1 <= number <= (2 if unit == "half" else 4):
            return NO_PERIOD
        return part(self._month_of(words[match.start("month")]), number, year_of(match, words, today))

    def _weekday_of_month(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'The first Monday of June', 'the last Friday of January'."""
        n = int(words[match.start("n")]["ordinal"]) if match["n"] else -1
        weekday = int(words[match.start("weekday")]["weekday"])
        return calendar.nth_weekday(
            self._month_of(words[match.start("month")]), weekday, n, year_of(match, words, today)
        )

    def _weekday_nth(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'Friday of week 23'."""
        n = count_of(words[match.start("n")])
        if unit_of(words[match.start("unit")]) != "week" or n != int(n):
            return NO_PERIOD
        weekday = int(words[match.start("weekday")]["weekday"])
        return calendar.weekday_of_nth_week(weekday, int(n), year_of(match, words, today))

    def _turn(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'Månadsskiftet maj/juni': the last day of the first of two months."""
        if words[match.start()]["period_end"] != "month":
            return NO_PERIOD
        found = calendar.month(self._month_of(words[match.start("month")]), year_of(match, words, today))
        return found._replace(ends=True)

    def _decimal_to_date(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'01.04' of '01.04–30.06.2027'."""
        day, month = words[match.start("date")]["decimal_date"]
        return calendar.day(month, day, None)

    def _weekday_week(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'Thursday next week'."""
        if words[match.start("unit")]["unit"] != "week":
            return NO_PERIOD
        number = int(words[match.start("weekday")]["weekday"])
        offset = offset_of(match, words)
        return calendar.weekday_of_week(number, offset, today)

    def _day_of_which(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'The 15th of next month'."""
        if words[match.start("unit")]["unit"] != "month" or not is_day_of(match, words):
            return NO_PERIOD
        first = calendar.current("month", today, offset_of(match, words))[0]
        return calendar.day(first.month, int(words[match.start("day")]["day"]), first.year)

    def _decimals(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'01.02' and '31.03' in a span of two."""
        at = match.start("date")
        partner = at + 2 if "decimal_date" not in words[at - 2] or at < 2 else at - 2
        if not (0 <= partner < len(words) and "decimal_date" in words[partner]):
            return NO_PERIOD
        day, month = words[at]["decimal_date"]
        return calendar.day(month, day, None)

    def _year_nth(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        at, unit, n = match.start("unit"), words[match.start("unit")], words[match.start("n")]
        one_week = unit["nth_unit"] == "week" and n.start < unit.start and count_of(n) == 1  # '1 тиждень' is how long
        if one_week or any("dash" in w and w.start > words[match.start()].end for w in words[match.start() + 1 : at]):
            return NO_PERIOD  # a spaced dash is a pause: '2025 – Q4'
        return nth_of(unit["nth_unit"], n, year_of(match, words, today), fiscal)

    def _ordinal_unit(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'The third quarter', '2-е полугодие'."""
        name = unit_of(words[match.start("unit")])
        if name not in ("week", "quarter", "half", "tertial"):
            return NO_PERIOD
        return nth_of(name, words[match.start("n")], year_of(match, words, today), fiscal)

    def _nth_span(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'Weeks 12–14'."""
        name = unit_of(words[match.start("unit")])
        first, last = (count_of(words[match.start(group)]) for group in ("n", "until"))
        if not (first == int(first) and last == int(last) and first < last):
            return NO_PERIOD
        return calendar.nth_span(name, int(first), int(last), year_of(match, words, today), fiscal) or NO_PERIOD

    def _last_of(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'The last quarter of 2027', '… of the year'; sv 'sista' is no 'förra'."""
        unit = words[match.start("unit")]["unit"]
        last, year = {"quarter": 4, "half": 2, "tertial": 3}.get(unit), year_of(match, words, today)
        if match["whole"] and words[match.start("whole")]["unit"] != "year":
            return NO_PERIOD
        sure = year is not None or bool(match["whole"]) or "last" not in words[match.start("unit") - 1]
        return calendar.nth(unit, last, year, fiscal) or NO_PERIOD if last and sure else NO_PERIOD

    def _nth_after(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        unit, number, last = words[match.start("unit")], words[match.start("n")], match.end()
        dashed = last + 1 < len(words) and "dash" in words[last] and words[last].start == words[last - 1].end
        if dashed and ("other" in words[last + 1] or "metric" in words[last + 1]):
            return NO_PERIOD  # 'Q3-målet'
        counted = last < len(words) and words[last].has(_COUNTED)
        if counted and number.start > unit.end and last == match.end("n") and "ordinal" not in number:
            return NO_PERIOD  # 'this quarter 3 webinars'
        found = self._year_nth(match, words, today, fiscal)
        if found is NO_PERIOD and unit["nth_unit"] == "week" and _LAST_WEEK < count_of(number) < 100:
            return None  # 'week 54'
        return found

    def _nth_of_short_year(
        self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int
    ) -> Period | None:
        """'1Q27': written together."""
        n, unit, short = (words[match.start(group)] for group in ("n", "unit", "short"))
        if n.end != unit.start or unit.end != short.start or not 0 <= count_of(short) < 100:
            return NO_PERIOD
        return nth_of(unit_of(unit), n, four_digits(int(count_of(short))), fiscal)

    def _nth_before_year(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'1Q 2027'."""
        n, unit = words[match.start("n")], words[match.start("unit")]
        return nth_of(unit_of(unit), n, year_of(match, words, today), fiscal) if n.end == unit.start else NO_PERIOD

    def _nth_edged(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'By the end of the 3rd quarter' where the noun's form alone would mean three quarters (ru '3 квартала')."""
        unit = words[match.start("unit")]["unit"]
        if unit not in ("quarter", "half", "tertial"):
            return NO_PERIOD
        return nth_of(unit, words[match.start("n")], year_of(match, words, today), fiscal)

    def _month(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        if self._noun_adjuncts and not match["year"] and not match["which"] and self._is_name(match, words):
            return NO_PERIOD
        return which_of(
            calendar.month(self._month_of(words[match.start("month")]), year_of(match, words, today)),
            match,
            words,
            today,
        )

    def _season(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        if self._is_adjunct(match, words) or is_verb(match, words) or is_own(match, words):
            return NO_PERIOD
        return which_of(
            calendar.season(words[match.start("season")]["season"], year_of(match, words, today)),
            match,
            words,
            today,
        )

    def _holiday(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        if self._is_adjunct(match, words) or is_own(match, words):
            return NO_PERIOD
        return which_of(
            calendar.holiday(words[match.start("holiday")]["holiday"], year_of(match, words, today)),
            match,
            words,
            today,
        )

    @staticmethod
    def _is_name(match: re.Match[str], words: Sequence[Word]) -> bool:
        """'For the March webinar', 'we may hire': a month that qualifies a noun, or is an auxiliary."""
        at = match.start()
        if at and "other" in words[at - 1] and "auxiliary" in words[at] and match.end() < len(words):
            return True
        return not match["rel"] and is_of_noun(at, match.end(), words)

    def _is_adjunct(self, match: re.Match[str], words: Sequence[Word]) -> bool:
        """'The spring campaign': a season or holiday that qualifies the noun behind it."""
        if not self._noun_adjuncts or match.end() >= len(words) or match["which"] or match["year"]:
            return False
        if match.start() and words[match.start() - 1].has(_EDGES):
            return False  # 'before summer holidays', 'by the end of spring our team …'
        return words[match.end()].has(QUALIFIED)

    def _fiscal(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        if match["which"]:
            return calendar.deictic("fiscal_year", offset_of(match, words), today, fiscal)
        if match["years"]:  # 'FY 26/27'
            last = int(words[match.start("years")]["date"].split("/")[-1])
            return calendar.year(four_digits(last), fiscal) if last < 100 else NO_PERIOD
        group = next(name for name in ("until", "fy", "fyear", "pair") if match[name])
        word = words[match.start(group)]
        numeral: Numeral = word["number"]
        return calendar.year(four_digits(int(numeral.value)), fiscal) if 0 < numeral.value < 2200 else NO_PERIOD

    def _year(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        return calendar.year(int(words[match.start(match.lastgroup or "bare")]["year"]))

    def _end(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        unit = words[match.start("end")]["period_end"]
        groups = match.re.groupindex
        if "year" in groups and match["year"] and unit == "year":
            return calendar.year(int(words[match.start("year")]["year"]))._replace(ends=True)
        offset = offset_of(match, words) if "which" in groups else 0
        return calendar.deictic(unit, offset, today, fiscal)._replace(ends=True)

    def _deictic(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        if is_unnumbered(match, words):
            return NO_PERIOD
        return calendar.deictic(words[match.start("unit")]["unit"], offset_of(match, words), today, fiscal)

    def _past_unit(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        return calendar.deictic(words[match.start()]["past_unit"], -1, today, fiscal)

    def _end_of_day(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        """'EOD Friday', 'by the end of the day on Friday'."""
        if words[match.start("end" if match["end"] else "unit")].get("period_end" if match["end"] else "unit") != "day":
            return NO_PERIOD
        return calendar.weekday(int(words[match.start("weekday")]["weekday"]), None, today)

    def _which_weekday(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        which = offset_of(match, words) if match["which"] else None
        if self._noun_adjuncts and which is None and is_of_noun(match.start("weekday"), match.end(), words):
            return NO_PERIOD
        return calendar.weekday(int(words[match.start("weekday")]["weekday"]), which, today)

    def _offset(self, match: re.Match[str], words: Sequence[Word], today: date, fiscal: int) -> Period | None:
        return calendar.deictic("day", int(words[match.start("offset")]["day_offset"]), today, fiscal)


def _replace(words: Sequence[Word], chars: str, taken: list[tuple[int, int, Word]]) -> tuple[list[Word], str]:
    if len(taken) == 1:
        first, last, word = taken[0]
        return [*words[:first], word, *words[last:]], chars[:first] + word.char + chars[last:]
    new: list[Word] = []
    at = 0
    for first, last, word in sorted(taken, key=lambda item: item[0]):
        new.extend(words[at:first])
        new.append(word)
        at = last
    new.extend(words[at:])
    return new, "".join([word.char for word in new])
