"""From periods and the words around them to deadlines: 'by the end of', 'within', 'до', 'senast'."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from smartgoals.grammar.classes import Alphabet, Rules
from smartgoals.grammar.dates import calendar, years
from smartgoals.grammar.dates import no_deadlines as none
from smartgoals.grammar.dates.calendar import Period
from smartgoals.grammar.dates.deadline_rules import RULES
from smartgoals.grammar.dates.found_days import is_event, leave_past_behind, name_days
from smartgoals.grammar.dates.period_words import MOST_YEARS, is_possessive, is_unnumbered
from smartgoals.grammar.word_sets import APART, LIMITS
from smartgoals.reading import TAKEN, Found, Reading, Word

_OF_CHANGE = frozenset(("by_amount", "plus", "minus", "compare"))
_PREPOSITIONS = ("by", "before", "until", "toward", "compare", "since")  # but for those that mean 'in'
_NEXT = frozenset(("next", "within"))
_JOINED = frozenset(("dash", "slash"))
_TWO_AND_TWO = len("25.12")


class DeadlineGrammar:
    """Deadlines from the words, once the periods among them are read."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._rules: Rules[Callable[[re.Match[str], Reading], Found | None]] = Rules(
            alphabet, [(getattr(self, f"_{name}"), needs, pattern) for name, needs, pattern in RULES]
        )

    def __call__(self, reading: Reading) -> list[Found]:
        """The dates of a text in text order, background and impossible ones among them."""
        chars = reading.chars
        found: list[Found] = []
        for build, pattern in self._rules.fitting(reading.present):
            for match in pattern.finditer(chars):
                try:
                    item = build(match, reading)
                except (ValueError, OverflowError):
                    item = None  # past the calendar's end: no deadline
                if item is None:
                    continue
                found.append(item)
                chars = chars[: item.first] + TAKEN * (item.last - item.first) + chars[item.last :]
        if not found:
            return found
        leave_past_behind(found, reading)
        return name_days(sorted(found, key=lambda item: item.first), reading.words)

    # ---- builders

    def _repeated(self, match: re.Match[str], reading: Reading) -> Found | None:
        """'Once every two weeks', 'every Monday': a cadence, no deadline."""
        period: Period | None = reading.words[match.end() - 1].get("period")
        if (period is not None and period.grain != "day") or none.is_multiple(match.start(), reading.words):
            return None
        if period is not None and period.unit != "weekday" and "by" in reading.words[match.start()]:
            return None  # sv 'per 31 december'
        return _found(match, reading, None, None, "day", "date", background=True)

    def _again(self, match: re.Match[str], reading: Reading) -> Found | None:
        words = reading.words
        period: Period | None = words[match.start("period")]["period"] if match["period"] else None
        if match["period"] and (period is None or period.grain != "day"):
            return None
        return _found(match, reading, None, None, "day", "date", background=True)

    def _background(self, match: re.Match[str], reading: Reading) -> Found | None:
        word, last = reading.words[match.start()], reading.words[match.end() - 1]
        if "in" in word and "compare" in word and "period" in last:
            period: Period | None = last["period"]
            if period is None or period.grain == "day":
                return None  # 'on 3 March', but 'up 10 % on 2025'
        ahead = last.get("period")
        if "from" in word and ahead is not None and ahead.deictic and not ahead.backward:
            return None  # 'leads from the Nordics next quarter'
        if none.is_left(match, reading.words) or is_event(reading.words, match.start()):
            return None
        return _found(match, reading, None, None, "day", "date", background=True)

    def _span(self, match: re.Match[str], reading: Reading) -> Found | None:
        words, today = reading.words, reading.today
        last: Period | None = words[match.start("to")]["period"]
        opening = words[match.start("from")]
        if last is None or last.backward:
            return None
        ahead = words[match.start("from") - 1] if match.start("from") else {}
        until = not match["opens"] and "until" in words[match.start("to") - 1]
        if until and not _OF_CHANGE.isdisjoint(ahead):
            return None  # 'увеличить на 24 до 31 января', 'на 6 % относительно 2025 г. до 1 мая'
        if "period" in opening:
            first: Period | None = opening["period"]
            if first is None or first.backward:
                return None
            if "year" in opening and ("year" not in words[match.start("to")] or none.counts(words, match.end())):
                return None  # 'followers: 2000 to May', 'between 2000 and 2100 orders'
        else:
            first = None
            led = ("to" in ahead or not LIMITS.isdisjoint(ahead)) and not match["opens"]
            if last.grain != "day" or led or last.holiday:
                return None  # 'from 12 to 3 by New Year's Day'
        joined = match["and"] and not match["opens"]
        if joined and (first is None or first.unit != last.unit or last.grain == "day"):
            return None
        ends = last.coming(today)
        if ends is None:
            return _found(match, reading, None, None, "day", "date", impossible=True)
        end = calendar.edge_of(ends, last.unit, match["edge"] and _name(words, match, "edge"))[1]
        begin = end.replace(day=1) if first is None else end
        if first is None:
            day = int(opening["day"])
            if day > end.day:
                return None
            begin = end.replace(day=day)
        else:
            if first.year is None and first.in_year is not None:
                starts = first.in_year(end.year)
                if starts is None or starts[0] > end:
                    starts = first.in_year(end.year - 1)
            else:
                starts = first.coming(today)
            if starts is None or (joined and ends[0] - starts[1] != timedelta(days=1)):
                return None  # 'in June and July' is one period, 'in March and June' are two
            begin = calendar.edge_of(starts, first.unit, match["edge1"] and _name(words, match, "edge1"))[0]
        if first is not None and first.unit == last.unit == "weekday" and not match["opens"]:
            return _found(match, reading, None, None, "day", "date", background=True)  # 'open Tuesday–Thursday'
        if begin > end:
            return None
        return _found(match, reading, end, begin, last.grain, "date" if last.grain == "day" else "period", named=True)

    def _duration(self, match: re.Match[str], reading: Reading) -> Found | None:
        words = reading.words
        word = words[match.start("unit")]
        behind = words[match.end()] if match.end() < len(words) else None
        if behind is not None and "dash" in behind and behind.start == word.end:
            return None  # 'in a month-long trial', but 'in a month – Anna'
        if behind is not None and "of" in behind and "fraction" in word:
            return None  # 'in one quarter of cases'
        at = match.start("unit")
        if not match["number"] and (("span" not in word and is_unnumbered(match, words)) or is_possessive(at, words)):
            return None
        if not match["number"] and reading.lexicon.noun_adjuncts and none.is_numbered(at, words):
            return None
        amount = 1.0
        if none.is_level(match, reading) or none.is_restated(match.end(), words) or none.is_length(match, reading):
            return None
        if match["number"]:
            if any("by_amount" in w for w in words[match.start() : match.start("number")]) and _changes(words):
                return None  # 'shorten … by 10 days'
            amount = words[match.start("number")]["number"].value
        elif (
            "span" not in word
            and "next" in words[match.start("unit") - 1]
            and "within" in words[match.start("unit") - 1]
        ):
            return None
        if "span" in word:
            count, unit = word["span"].split(" ")
            amount *= float(count)
        else:
            unit = word["unit"] if "unit" in word else word["cadence"]
        if (unit == "day" and amount < 1) or amount <= 0:
            return None
        if unit == "fiscal_year" and not match["number"]:  # 'in the next financial year' is that year, no span of days
            year = calendar.deictic(unit, 1, reading.today, reading.context.fiscal_year_start)
            return self._resolve(match, reading, year, None)
        end = calendar.add_duration(reading.today, amount, "workday" if "workday" in word else unit)
        grain = "year" if unit == "fiscal_year" else "quarter" if unit == "tertial" else unit
        return _found(match, reading, end, None, grain, "duration")

    def _lasting(self, match: re.Match[str], reading: Reading) -> Found | None:
        """Sv '30 cyklar under sex veckor', where nothing that takes time is measured."""
        words, times = reading.words, reading.ontology.times
        counted = any("number" in word for i, word in enumerate(words) if not match.start() <= i < match.end())
        if not counted or words[match.start("unit")]["unit"] == "day" or any(m.id in times for m in reading.metrics):
            return None
        return self._duration(match, reading)

    def _edge_unit(self, match: re.Match[str], reading: Reading) -> Found | None:
        words = reading.words
        if reading.lexicon.noun_adjuncts and none.is_numbered_alone(match.start("unit"), words):
            return None  # 'by the end of year 2'
        offset = 0
        if match["which"]:
            which = words[match.start("which")]
            offset = 1 if which.has(_NEXT) else -1 if "last" in which else 0
        unit = words[match.start("unit")]["unit"]
        period = calendar.deictic(unit, offset, reading.today, reading.context.fiscal_year_start)
        return self._resolve(match, reading, period, _name(words, match, "edge"))

    def _unit_edge(self, match: re.Match[str], reading: Reading) -> Found | None:
        word = reading.words[match.start("unit")]
        if "unit" in word:
            return self._edge_unit(match, reading)
        return self._resolve(match, reading, word["period"], "end_of")

    def _period(self, match: re.Match[str], reading: Reading) -> Found | None:
        words = reading.words
        word = words[match.start("period")]
        if none.is_compared(match, reading) or (
            "year" in word and not match["edge"] and none.says_which(match, reading)
        ):
            return _found(match, reading, None, None, "year", "date", background=True)
        if "year" in word and not match["prep"] and not match["edge"]:
            coming = reading.today.year <= word["year"] <= reading.today.year + years.MOST_AHEAD
            heads = match.end() < len(words) and "colon" in words[match.end()]  # '(2025: 2.8m)'
            heads = heads or years.heads_note(match.start("period"), words)
            if not (coming or heads) or not years.stands_apart(match.start("period"), words):
                return None  # a bare number that is hardly a year
        led = bool(match["prep"]) and "to" in words[match.start("period") - 1]
        if "year" in word and led and none.counts(words, match.end("period")):
            return None
        if "year" in word and word["year"] < reading.today.year and none.counts_anything(match, words):
            return None  # 'до 2000 адресов'
        if none.is_left(match, words):
            return None
        if none.is_of_past(match, reading) or none.is_base(match, reading):
            return _found(match, reading, None, None, "year", "date", background=True)
        edge = _name(words, match, "edge") if match["edge"] else None
        return self._resolve(match, reading, word["period"], edge)

    def _week_of_day(self, match: re.Match[str], reading: Reading) -> Found | None:
        """'In the week of 7 December', 'in the month of May'."""
        period: Period | None = reading.words[match.start("period")]["period"]
        if period is not None and period.grain == "month" and reading.words[match.start("unit")]["unit"] == "month":
            return self._resolve(match, reading, period, None)
        if reading.words[match.start("unit")]["unit"] != "week" or period is None or period.grain != "day":
            return None
        span = period.coming(reading.today)
        return self._resolve(match, reading, calendar.week_of(span[0]) if span else None, None)

    def _day(self, match: re.Match[str], reading: Reading) -> Found | None:
        group = next(name for name in ("day", "nth", "alone") if match[name])
        number = int(reading.words[match.start(group)]["day"])
        return self._resolve(match, reading, calendar.day_of_month(number, reading.today), None)

    def _decimal(self, match: re.Match[str], reading: Reading) -> Found | None:
        day, month = reading.words[match.start("date")]["decimal_date"]
        return self._resolve(match, reading, calendar.day(month, day, None), None)

    def _decimal_of_two(self, match: re.Match[str], reading: Reading) -> Found | None:
        """'05.12' and '25.12', not the level '4.8'."""
        word = reading.words[match.start("date")]
        return self._decimal(match, reading) if word.end - word.start == _TWO_AND_TWO else None

    def _of_work(self, match: re.Match[str], reading: Reading) -> Found | None:
        """'Провести вебинар 12.02': what work is done on is dated; it has no level with decimals."""
        at = match.start("date")
        before, metric = reading.words[:at], reading.words[at - 1].get("metric")
        known = reading.ontology.metrics.get(metric.id or "") if metric is not None else None
        level = metric is not None and (known is None or known.kind != "activity")
        if level or not any("activity" in word for word in before) or any("number" in word for word in before):
            return None
        return self._decimal(match, reading)

    def _current(self, match: re.Match[str], reading: Reading) -> Found | None:
        unit = reading.words[match.start("unit")]["unit"]
        halved = unit == "half" and not reading.declines  # 'cut in half'
        if "within" in reading.words[match.start("prep")] or halved or "plural" in reading.words[match.start("unit")]:
            return None  # 'on weekdays'
        if is_possessive(match.start("unit"), reading.words):
            return None
        if reading.lexicon.noun_adjuncts and none.is_numbered(match.start("unit"), reading.words):
            return None
        period = calendar.deictic(unit, 0, reading.today, reading.context.fiscal_year_start)
        return self._resolve(match, reading, period, None)

    # ---- meaning

    def _resolve(self, match: re.Match[str], reading: Reading, period: Period | None, edge: str | None) -> Found | None:
        words, today = reading.words, reading.today
        how = _preposition(words, match)
        if period is None:
            return _found(match, reading, None, None, "day", "date", impossible=True)
        if period.backward or how == "compare" or (how == "since" and not is_event(words, match.start())):
            return _found(match, reading, None, None, period.grain, "date", background=True)
        inclusive = any("inclusive" in word for word in words[match.start() : match.end()])
        excludes = edge is None and not inclusive and _excludes(how, period, reading)
        behind = match.end()
        yearless = period.in_year is not None and period.year is None
        if yearless and (tail := _short_year(words, behind, today)) is not None:
            year, behind = tail
            period = period._replace(year=year)
        span = period.starting_after(today) if excludes else period.coming(today)
        if span is None:
            return _found(match, reading, None, None, "day", "date", impossible=True)
        grain: calendar.Grain = period.grain
        if edge == "end_of" and (of_edge := words[match.start("edge")].get("end_of")) in ("day", "week"):
            grain = of_edge  # 'the last day of'
        kind = "date" if grain == "day" else "period"
        if edge is not None:
            first, last = calendar.edge_of(span, period.unit, edge)
            end = first if edge == "start_of" else last
            if (
                end < today
                and edge != "end_of"
                and period.year is None
                and not ("which" in match.re.groupindex and match["which"])
            ):
                end = calendar.next_edge(period, edge, today, reading.context.fiscal_year_start) or end
        elif excludes:
            end = span[0] - timedelta(days=1)
        else:
            end = span[1]
        whole = kind == "period" or span[0] != span[1]  # a period, or days of a month: 'March 1–15'
        start = span[0] if whole and how == "in" and edge is None and not period.ends else None
        return _found(match, reading, end, start, grain, kind, named=period is not None, behind=behind)


def _changes(words: list[Word]) -> bool:
    return any(name in word for word in words for name in ("increase", "decrease", "improve"))


def _name(words: list[Word], match: re.Match[str], group: str) -> str:
    values = words[match.start(group)]
    return next(name for name in ("end_of", "mid", "start_of") if name in values)


def _preposition(words: list[Word], match: re.Match[str]) -> str:
    """The class that decides among the prepositions of a match."""
    if not ("prep" in match.re.groupindex and match["prep"]):
        return "in"
    for at in range(*match.span("prep")):
        word = words[at]
        for name in _PREPOSITIONS:
            if name in word:
                return "in" if name == "since" and "in" in word else name
        if "within" in word:
            return "in"
    return "in"


def _excludes(how: str, period: Period, reading: Reading) -> bool:
    """Whether the preposition means the day before the period starts."""
    if period.ends:
        return False
    if how == "before":
        return period.holiday != "new_year"
    if how in ("until", "toward"):
        return period.grain != "day" and not (how == "until" and period.of_year)
    shut_out = how == "by" and period.season and (period.follows or not period.deictic)  # 'by next summer'
    return shut_out and not reading.declines  # 'не позднее лета'


def _short_year(words: list[Word], at: int, today: date) -> tuple[int, int] | None:
    """The year of two digits behind a date, and the index behind it: '30 Jun 27', '31 mars -27', 'Q1-27'."""
    end = at + 1 if at < len(words) and words[at].has(_JOINED) else at  # also 'Q3/27'
    if end >= len(words) or "number" not in words[end] or (end > at and words[at].end != words[end].start):
        return None
    value, written = words[end]["number"].value, words[end].end - words[end].start
    after = words[end + 1] if end + 1 < len(words) else {"stop": None}
    if written != 2 or abs(2000 + value - today.year) > MOST_YEARS:
        return None
    if "dash" in after and end + 2 < len(words) and "number" in words[end + 2]:
        return None  # 'взимку 20–25 тис. відвідувачів'
    dashed = end > at > 0 and words[at - 1].end < words[at].start  # '31 mars -27 ska …'
    slashed = end > at > 0 and "slash" in words[at] and words[at - 1].end == words[at].start and "metric" not in after
    if not (slashed or any(pause in after for pause in APART) or (dashed and "auxiliary" in after)):
        return None
    return 2000 + int(value), end + 1


def _found(
    match: re.Match[str],
    reading: Reading,
    end: date | None,
    start: date | None,
    grain: str,
    kind: str,
    *,
    named: bool = False,
    impossible: bool = False,
    background: bool = False,
    behind: int | None = None,
) -> Found:
    first, last = match.start(), behind or match.end()
    words = reading.words
    return Found(
        first, last, words[first].start, words[last - 1].end, named, end, start, grain, kind, impossible, background
    )
