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
_BETWEEN = frozenset(("measure", "baseline", "number", "text", ""))  # may stand between a goal and what it is to reach
_REACHED = frozenset(("target", "when"))
_TOLD = ("status", "comment", "owner")
_VALUE = re.compile(r"[^\w\n]*\d|[^\W\d_]?[^\w\n]*\Z")


@cache
def _terms(language: str, vocabulary: str) -> Trie[str]:
    return lexicon(language, vocabulary).trie(files.read(files.folder(language), "heads.toml"))


def uses(heads: Sequence[Stretch], rows: Sequence[Block], document: str) -> list[str]:
    """What stands in each column of a table: a key of the language's heads.toml, empty where its head does not say."""
    found = [_use(head) for head in heads]
    if not any(found):
        return found
    for i, column in enumerate(rows[0].columns):
        cells = [cell for row in rows[1:] for at, cell in zip(row.columns, row.cells, strict=True) if at == column]
        valued = sum(_VALUE.match(document, *cell) is not None for cell in cells) * 2 > len(cells)
        if found[i] == "goal" and valued:
            found[i] = "target"  # 'KPI | 2023 | Goal 2025'
        elif found[i] in ("", "area", "comment") and not valued and cells:
            found[i] = found[i] or "text"
    if "goal" not in found and "measure" not in found:
        reached = next((i for i, use in enumerate(found) if use in _REACHED), len(found))
        named = [i for i in range(reached) if found[i] in ("text", "area")]
        if named:
            found[named[-1]] = "measure"
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
    uses: list[str]

    @classmethod
    def of(cls, block: Block, cells: Sequence[Stretch], heads: Block, by_head: Sequence[str]) -> Row:
        """A row of a table, by the columns in which its cells stand."""
        under = dict(zip(heads.columns, by_head, strict=True))
        return cls(cells, [under.get(column, "") for column in block.columns])

    def names(self, i: int, j: int, says: Callable[[tuple[int, int]], bool]) -> Iterator[str]:
        """What the heads say of the cells from one to another."""
        yield f"uses:{self.uses[i]}" if i == j else f"uses:{self.uses[i]}-{self.uses[j]}"
        if i == j and self.uses.count("goal") > 1:
            yield f"several_goals:{self.uses[i]}"
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
        reached = next((i for i, use in enumerate(self.uses) if use in _REACHED), len(self.uses))
        ahead = self.uses[:reached] if {"goal", "measure"} & set(self.uses[:reached]) else self.uses
        first = next((len(ahead) - 1 - ahead[::-1].index(use) for use in ("goal", "measure") if use in ahead), None)
        if first is None:
            return None
        last = first
        for i in range(first + 1, len(self.uses)):
            if self.uses[i] in _REACHED:
                last = i if says((self.cells[i].start, self.cells[i].end)) else last
            elif self.uses[i] not in _BETWEEN:
                break
        return first, last
