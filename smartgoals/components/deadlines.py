"""Deadlines: calendar periods first, then the phrases they stand in."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.deadlines import DeadlineReader as Grammar
from smartgoals.grammar.periods import PeriodReader
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import TAKEN, Reading

_PERIOD = bits(["period"])


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
        reading.dates = self._deadlines(reading)
        for found in reading.dates:
            reading.chars = (
                reading.chars[: found.first] + TAKEN * (found.last - found.first) + reading.chars[found.last :]
            )
