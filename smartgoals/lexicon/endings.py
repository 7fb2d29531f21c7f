"""What a noun's ending tells where no dictionary does: one or several, a quality, rather no noun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of a language's nouns; all empty where they tell nothing."""

    plurals: tuple[str, ...]
    no_plurals: tuple[str, ...]  # that only look like those: 'business'
    adverbs: tuple[str, ...]  # of words that are rather no nouns
    qualities: tuple[str, ...]  # of nouns that say how much there is of something: 'punctuality'

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Endings:
        """Those of a language's table."""
        plurals, no_plurals, adverbs, qualities = (
            tuple(table.get(name, ())) for name in ("plurals", "no_plurals", "adverbs", "qualities")
        )
        return cls(plurals, no_plurals, adverbs, qualities)

    def is_plural(self, word: str) -> bool:
        """Whether a word ends as plurals do, where plurals show."""
        return word.endswith(self.plurals) and not word.endswith(self.no_plurals)
