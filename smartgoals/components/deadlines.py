"""Deadlines: calendar periods first, then the phrases they stand in."""

from __future__ import annotations

import re

from smartgoals.grammar import years
from smartgoals.grammar.classes import bits
from smartgoals.grammar.deadlines import DeadlineGrammar
from smartgoals.grammar.periods import PeriodReader
from smartgoals.grammar.word_sets import THINGS
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
        reading.dates = [found for found in dates if not (_is_named(found, reading) or _qualifies(found, reading))]
        for found in reading.dates:
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
    """'300 новогодних заказов', 'Saturday sales': whether such a word only says which of what is counted."""
    words, at, lexicon = reading.words, found.first, reading.lexicon
    if at > 0 and words[at - 1].keys() >= _INSTEAD:
        found.background = True  # 'in spring rather than August'
    if found.last - at > 1 or "period" not in words[at] or at == len(words) - 1:
        return False
    if lexicon.noun_adjuncts:
        period = words[at]["period"]
        found.background |= period is not None and period.unit == "weekday" and _is_counted(at + 1, reading)
        return False
    counts = at > 0 and "number" in words[at - 1] and words[at + 1].has(THINGS)
    return counts and lexicon.is_adjective(reading.tokens[words[at].first].text)


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


def _is_named(found: Found, reading: Reading) -> bool:
    """'Кампанія «Тепла зима»': whether a period without a preposition is in a name in quotation marks."""
    if "period" not in reading.words[found.first]:
        return False
    spans = (quoted.span() for quoted in _QUOTED.finditer(reading.text, reading.tokens[0].start))
    names = (span for span in spans if len(reading.text[slice(*span)].split()) <= _MOST_NAME)
    return any(start < found.start and found.end < end for start, end in names)
