"""What numbers count where no dictionary tells its forms: one and several of it, by endings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Endings = tuple[tuple[str, str], ...]  # an ending and what stands for it; the first that a word has counts


@dataclass(frozen=True, slots=True)
class Counting:
    """How nouns, and the adjectives before them, go from the plural to the singular and back.

    `adjectives`: endings in the plural, beside one noun, and beside one neuter noun; none where adjectives stay.
    """

    singular: Endings
    plural: Endings
    adjectives: tuple[tuple[str, str, str], ...]
    neuter: tuple[str, ...]  # endings of neuter nouns
    neuter_plurals: tuple[str, ...]  # what they add in the plural
    same: tuple[str, ...]  # endings of other nouns that have no plural of their own

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Counting:
        """That of a language's table."""
        singular, plural, adjectives = (
            tuple(map(tuple, table.get(name, ()))) for name in ("singular", "plural", "adjectives")
        )
        neuter, neuter_plurals, same = (tuple(table.get(name, ())) for name in ("neuter", "neuter_plurals", "same"))
        return cls(singular, plural, adjectives, neuter, neuter_plurals, same)

    def several(self, words: list[str]) -> list[str] | None:
        """A noun in the singular, with what stands before it, in the plural; None if that is not known."""
        plural = _replaced(words[-1], self.plural)
        return None if plural is None or (self.adjectives and words[:-1]) else [*words[:-1], plural]

    def one(self, words: list[str], noun: str | None) -> list[str] | None:
        """A noun in the plural, with what stands before it, in the singular, which is `noun` where that is known."""
        last = words[-1]
        one = last if last.endswith(self.same) else noun or _replaced(last, self.singular)
        one = one or _replaced(last, tuple((several, one) for one, several in self.plural))
        if one is None or not self.adjectives:
            return None if one is None else [*words[:-1], one]
        plurals = [one + ending for ending in self.neuter_plurals]
        neuter = one.endswith(self.neuter) or (last in plurals and not last.endswith(self.same))
        forms = tuple((plural, of_neuter if neuter else common) for plural, common, of_neuter in self.adjectives)
        beside = [_replaced(word, forms) for word in words[:-1]]
        return None if None in beside else [*map(str, beside), one]


def _replaced(word: str, endings: Endings) -> str | None:
    """A word with what stands for the first of some endings that it has; None if it has none."""
    return next((word[: len(word) - len(old)] + new for old, new in endings if word.endswith(old)), None)
