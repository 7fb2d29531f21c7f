"""Quantities: the numbers that no deadline took."""

from __future__ import annotations

from smartgoals.grammar.numbers import headed
from smartgoals.grammar.numbers.quantities import QuantityGrammar
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Reading


class QuantityReader:
    """Reads numbers with their units, comparators and cadences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._grammar = QuantityGrammar(lexicon.alphabet, has_cases=lexicon.has_cases)

    def __call__(self, reading: Reading) -> None:
        reading.quantities = self._grammar(reading)
        headed.give(reading)
