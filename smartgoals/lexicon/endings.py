"""What a noun's ending tells where no dictionary does: one or several, a quality, rather no noun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of a language's nouns; all empty where they tell nothing."""

    plurals: tuple[str, ...]
    no_plurals: tuple[str, ...]  # that only look like those: 'business'
    adverbs: tuple[str, ...]  # of words that are rather no nouns
    qualities: tuple[str, ...]  # of nouns that say how much there is of something: 'punctuality'
    no_qualities: tuple[str, ...]  # that only look like those: 'facility', also 'quality', which does not say of what

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Endings:
        """Those of a language's table."""
        return cls(*(tuple(table.get(field.name, ())) for field in fields(cls)))

    def is_plural(self, word: str) -> bool:
        """Whether a word ends as plurals do, where plurals show."""
        return word.endswith(self.plurals) and not word.endswith(self.no_plurals)

    def is_quality(self, word: str) -> bool:
        """Whether a word ends as nouns do that say how much there is of something."""
        return word.endswith(self.qualities) and not word.endswith(self.no_qualities)
