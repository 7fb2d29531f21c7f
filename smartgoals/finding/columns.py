"""The columns of a pasted table: what their heads say stands in them, and which cells of a row state its goal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from smartgoals.finding.layout import Block
from smartgoals.finding.names import near
from smartgoals.finding.stretches import Stretch
from smartgoals.lexicon import files
from smartgoals.lexicon.lexicon import lexicon
from smartgoals.lexicon.trie import Trie

# Of a head that may be several, the first: 'goal owner' is an owner, 'target date' a day.
_FIRST = ("comment", "owner", "status", "when", "baseline", "target", "measure", "goal", "area", "number")
_BETWEEN = frozenset(("measure", "baseline", "number"))  # may stand between a goal and what it is to reach
_REACHED = frozenset(("target", "when"))
_TOLD = ("status", "comment", "owner")
_YEAR = re.compile(r"\b20\d\d\b")


@cache
def _terms(language: str, vocabulary: str) -> Trie[str]:
    return lexicon(language, vocabulary).trie(files.read(files.folder(language), "heads.toml"))


def uses(heads: Sequence[Stretch]) -> list[str]:
    """What stands under each head: a key of the language's heads.toml, empty where the head does not say."""
    found = [_use(head) for head in heads]
    if found.count("goal") > 1:  # 'Objective | … | 2026 goal': the later one with a year is what is to be reached
        first = found.index("goal")
        found = [
            "target" if i > first and use == "goal" and _YEAR.search(head.reading.text) else use
            for i, (use, head) in enumerate(zip(found, heads, strict=True))
        ]
    if "goal" not in found and "measure" not in found and "target" in found:
        found[found.index("target")] = "goal"
    return found


def _use(head: Stretch) -> str:
    terms = _terms(head.language, head.reading.lexicon.vocabulary if head.reading.lexicon else "")
    keys = [form.keys for form in head.reading.forms]
    skippable = [False] * len(keys)
    said = {use for i in range(len(keys)) for _, names in terms.matches(i, keys, skippable) for use in names}
    return next((use for use in _FIRST if use in said), "")


@dataclass(frozen=True, slots=True)
class Row:
    """A row under heads: its cells, and what stands in each."""

    cells: Sequence[Stretch]
    uses: Sequence[str]

    @classmethod
    def of(cls, block: Block, cells: Sequence[Stretch], heads: Block, by_head: Sequence[str]) -> Row:
        """A row of a table, by the columns in which its cells stand."""
        under = dict(zip(heads.columns, by_head, strict=True))
        return cls(cells, [under.get(column, "") for column in block.columns])

    def names(self, i: int, j: int, says: Callable[[tuple[int, int]], bool]) -> Iterator[str]:
        """What the heads say of the cells from one to another."""
        expected = self._stated(says)
        if expected is None:
            yield "row:no_goal"
        else:
            first, last = expected
            place = "whole" if (i, j) == expected else "begins" if i == first else "ends" if j == last else "other"
            yield f"stated:{place}"
            yield f"stated:{place}:{self.uses[first]}"
            yield f"stated:{place}&{'more' if last > first else 'one'}"
        reached = [cell for cell, use in zip(self.cells, self.uses, strict=True) if use in _REACHED]
        told = {cell.reading.text for cell, use in zip(self.cells, self.uses, strict=True) if use == "baseline"}
        if any(says((cell.start, cell.end)) for cell in reached):
            yield "row:reached"
            yield "row:unchanged" if any(cell.reading.text in told for cell in reached) else "row:changed"
        elif "target" in self.uses or "when" in self.uses:
            yield "row:not_reached"
        for cell, use in zip(self.cells, self.uses, strict=True):
            if use in _TOLD:
                yield from near(cell.names, f"row_{use}")

    def _stated(self, says: Callable[[tuple[int, int]], bool]) -> tuple[int, int] | None:
        """The first and the last cell of the goal: from its own to what is to be reached, and by when."""
        first = next((i for use in ("goal", "measure") for i, found in enumerate(self.uses) if found == use), None)
        if first is None:
            return None
        last = first
        for i in range(first + 1, len(self.uses)):
            if self.uses[i] in _REACHED:
                last = i if says((self.cells[i].start, self.cells[i].end)) else last
            elif self.uses[i] not in _BETWEEN:
                break
        return first, last
