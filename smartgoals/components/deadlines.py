"""Deadlines: calendar periods first, then the phrases they stand in."""

from __future__ import annotations

import re

from smartgoals.grammar.classes import bits
from smartgoals.grammar.dates import years
from smartgoals.grammar.dates.deadlines import DeadlineGrammar
from smartgoals.grammar.dates.periods import PeriodReader
from smartgoals.grammar.word_sets import NOMINALS, THINGS
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import TAKEN, Found, Reading, characters

_PERIOD, _YEAR = bits(["period"]), bits(["year"])
_QUOTED = re.compile("«([^«»]*)»|“([^“”]*)”|„([^„“”]*)[“”]")
_INSTEAD = {"without", "current"}  # classes of what opens a level or a thing of which another takes the place
_MOST_NAME = 4  # words of a name in quotation marks


class DeadlineReader:
    """Reads deadlines and takes their words out of the way of quantities."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._periods = PeriodReader(
            lexicon.alphabet,
            lexicon.code,
            day_first=lexicon.day_first,
            month_day=lexicon.month_day,
            number_before_unit=lexicon.number_before_unit,
            noun_adjuncts=lexicon.noun_adjuncts,
            slash_dates=lexicon.slash_dates,
        )
        self._deadlines = DeadlineGrammar(lexicon.alphabet)
        self._number = lexicon.alphabet.character(("number",))

    def __call__(self, reading: Reading) -> None:
        if reading.may_have(_YEAR):
            self._settle_years(reading)
        words = reading.words
        reading.words, reading.chars = self._periods(
            words, reading.chars, reading.present, reading.today, reading.context.fiscal_year_start
        )
        if reading.words is not words:
            reading.present |= _PERIOD
        dates = self._deadlines(reading)
        no_date = (_is_named, _qualifies, _is_compounded)
        reading.dates = [found for found in dates if not any(is_such(found, reading) for is_such in no_date)]
        for found in reading.dates:
            found.background |= _is_habit(found, reading) or _is_avoided(found, reading)
            reading.chars = (
                reading.chars[: found.first] + TAKEN * (found.last - found.first) + reading.chars[found.last :]
            )

    def _settle_years(self, reading: Reading) -> None:
        """Leave only those numbers years that may be meant as such."""
        words = reading.words
        for at, word in enumerate(words):  # one by one: what is no year tells of those behind it
            if "year" in word and years.is_count(words, at, reading.today.year):
                word.become({"number": word["number"]}, self._number)
        reading.chars = characters(words)


def _qualifies(found: Found, reading: Reading) -> bool:
    """'300 новогодних заказов': whether a feast or season only says which of what a number counts."""
    words, at, lexicon = reading.words, found.first, reading.lexicon
    alone = found.last - at == 1 and "period" in words[at] and 0 < at < len(words) - 1
    counts = alone and "number" in words[at - 1] and words[at + 1].has(THINGS)
    return counts and lexicon.is_adjective(reading.tokens[words[at].first].text)


def _is_habit(found: Found, reading: Reading) -> bool:
    """'Lift Saturday sales by 10 %': whether a weekday only says which of what is counted."""
    at = found.first
    if found.last - at > 1 or not reading.lexicon.noun_adjuncts:
        return False
    period = reading.words[at].get("period")
    return period is not None and period.unit == "weekday" and _is_counted(at + 1, reading)


def _is_avoided(found: Found, reading: Reading) -> bool:
    """'In spring rather than August': whether a period stands behind what says that another one is meant."""
    return found.first > 0 and reading.words[found.first - 1].keys() >= _INSTEAD


def _is_counted(at: int, reading: Reading) -> bool:
    """Whether a metric or a plural ends the nouns from a word on: 'Sunday roasts', 'Friday night bookings'."""
    words, endings = reading.words, reading.lexicon.endings
    for i in range(at, min(at + _MOST_NAME, len(words))):
        if "metric" in words[i]:
            return True
        if "other" not in words[i] or "capital" in words[i] or reading.forms[words[i].first].filler:
            return False
        if endings.is_plural(reading.tokens[words[i].last - 1].text):
            return True
    return False


def _is_compounded(found: Found, reading: Reading) -> bool:
    """Sv '350 anmälda till Black Week-webbinariet': whether a hyphen makes a period the first part of a noun."""
    words, at = reading.words, found.last
    if at + 1 >= len(words) or "dash" not in words[at] or "period" not in words[at - 1]:
        return False
    joined = words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
    return joined and words[at + 1].has(NOMINALS)


def _is_named(found: Found, reading: Reading) -> bool:
    """'Кампанія «Тепла зима»': whether a period without a preposition is in a name in quotation marks."""
    if "period" not in reading.words[found.first]:
        return False
    spans = (quoted.span() for quoted in _QUOTED.finditer(reading.text, reading.tokens[0].start))
    names = (span for span in spans if len(reading.text[slice(*span)].split()) <= _MOST_NAME)
    return any(start < found.start and found.end < end for start, end in names)
