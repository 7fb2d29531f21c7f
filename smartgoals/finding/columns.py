"""The columns of a pasted table: what their heads say stands in them, and which cells of a row state its goal."""

from __future__ import annotations

import re
from collections import Counter
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
_MOST_TOLD = 4  # of these that are looked at
_VALUE = re.compile(r"[^\w\n]*\d|[^\W\d_]?[^\w\n]*\Z")


@cache
def _terms(language: str, vocabulary: str) -> Trie[str]:
    return lexicon(language, vocabulary).trie(files.read(files.folder(language), "heads.toml"))


def uses(heads: Sequence[Stretch], rows: Sequence[Block], document: str) -> list[str]:
    """What stands in each column of a table: a key of the language's heads.toml, empty where its head does not say."""
    found = [use(head) for head in heads]
    if not any(found):
        return found
    cells: Counter[int] = Counter()
    values: Counter[int] = Counter()
    for row in rows[1:]:
        for column, cell in zip(row.columns, row.cells, strict=True):
            cells[column] += 1
            values[column] += _VALUE.match(document, *cell) is not None
    for i, column in enumerate(rows[0].columns):
        valued = values[column] * 2 > cells[column]
        if found[i] == "goal" and valued:
            found[i] = "target"  # 'KPI | 2023 | Goal 2025'
        elif not found[i] and not valued and cells[column]:
            found[i] = "text"
    if "goal" not in found and "measure" not in found:
        reached = next((i for i, use in enumerate(found) if use in _REACHED), len(found))
        named = [i for i in range(reached) if found[i] in ("text", "area")]
        if named:
            found[named[-1]] = "measure"
    return found


def use(head: Stretch) -> str:
    """What a head, or a label before a colon, says stands by it; empty where it does not say."""
    terms = _terms(head.language, head.reading.lexicon.vocabulary if head.reading.lexicon else "")
    keys = [form.keys for form in head.reading.forms]
    skippable = [False] * len(keys)
    said = {name for i in range(len(keys)) for _, names in terms.matches(i, keys, skippable) for name in names}
    return next((name for name in _FIRST if name in said), "")


@dataclass(frozen=True, slots=True)
class Row:
    """A row under heads: what stands in each cell, the first and last of those that state its goal, and its signs."""

    uses: list[str]
    stated: tuple[int, int] | None
    signs: tuple[str, ...]
    several: bool  # goals side by side

    @classmethod
    def of(
        cls,
        block: Block,
        cells: Sequence[Stretch],
        heads: Block,
        by_head: Sequence[str],
        says: Callable[[tuple[int, int]], bool],
    ) -> Row:
        """A row of a table, by the columns in which its cells stand; `says` tells whether a cell holds words."""
        under = dict(zip(heads.columns, by_head, strict=True))
        uses = [under.get(column, "") for column in block.columns]
        said = [says(cell) for cell in block.cells]
        return cls(uses, _stated(uses, said), tuple(_signs(uses, said, cells)), uses.count("goal") > 1)

    def names(self, i: int, j: int) -> Iterator[str]:
        """What the heads say of the cells from one to another."""
        yield f"uses:{self.uses[i]}" if i == j else f"uses:{self.uses[i]}-{self.uses[j]}"
        if i == j and self.several:
            yield f"several_goals:{self.uses[i]}"
        if self.stated is None:
            yield "row:no_goal"
        else:
            first, last = self.stated
            place = "whole" if (i, j) == self.stated else "begins" if i == first else "ends" if j == last else "other"
            yield f"stated:{place}"
            yield f"stated:{place}:{self.uses[first]}"
            yield f"stated:{place}&{'more' if last > first else 'one'}"
        yield from self.signs


def _signs(uses: Sequence[str], said: Sequence[bool], cells: Sequence[Stretch]) -> Iterator[str]:
    """Whether a row says what is to be reached, and what its status, owner and comment say."""
    reached = [i for i, use in enumerate(uses) if use in _REACHED]
    told = {cells[i].reading.text for i, use in enumerate(uses) if use == "baseline"}
    if any(said[i] for i in reached):
        yield "row:reached"
        yield "row:unchanged" if any(cells[i].reading.text in told for i in reached) else "row:changed"
    elif reached:
        yield "row:not_reached"
    beside = [(cell, use) for cell, use in zip(cells, uses, strict=True) if use in _TOLD]
    for cell, use in beside[:_MOST_TOLD]:
        yield from near(cell.names, f"row_{use}")


def _stated(uses: Sequence[str], said: Sequence[bool]) -> tuple[int, int] | None:
    """The first and the last cell of the goal: from its own to what is to be reached, and by when."""
    reached = next((i for i, use in enumerate(uses) if use in _REACHED), len(uses))
    ahead = uses[:reached] if {"goal", "measure"} & set(uses[:reached]) else uses
    first = next((len(ahead) - 1 - ahead[::-1].index(use) for use in ("goal", "measure") if use in ahead), None)
    if first is None:
        return None
    last = first
    for i in range(first + 1, len(uses)):
        if uses[i] in _REACHED:
            last = i if said[i] else last
        elif uses[i] not in _BETWEEN:
            break
    return first, last
