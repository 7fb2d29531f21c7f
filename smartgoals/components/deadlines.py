"""Deadlines: calendar periods first, then the phrases they stand in."""

from __future__ import annotations

import re

from smartgoals.grammar.classes import bits
from smartgoals.grammar.deadlines import DeadlineReader as Grammar
from smartgoals.grammar.periods import PeriodReader
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import TAKEN, Found, Reading

_PERIOD = bits(["period"])
_QUOTED = re.compile("«([^«»]*)»|“([^“”]*)”|„([^„“”]*)[“”]")
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
        self._deadlines = Grammar(lexicon.alphabet)

    def __call__(self, reading: Reading) -> None:
        reading.words, reading.chars = self._periods(
            reading.words, reading.chars, reading.present, reading.today, reading.context.fiscal_year_start
        )
        reading.present |= _PERIOD
        reading.dates = [found for found in self._deadlines(reading) if not _is_named(found, reading)]
        for found in reading.dates:
            reading.chars = (
                reading.chars[: found.first] + TAKEN * (found.last - found.first) + reading.chars[found.last :]
            )


def _is_named(found: Found, reading: Reading) -> bool:
    """'Кампанія «Тепла зима»': whether a period without a preposition is in a name in quotation marks."""
    if "period" not in reading.words[found.first]:
        return False
    spans = (quoted.span() for quoted in _QUOTED.finditer(reading.text))
    names = (span for span in spans if len(reading.text[slice(*span)].split()) <= _MOST_NAME)
    return any(start < found.start and found.end < end for start, end in names)
