"""Tables pasted as text: which of their columns holds goals, and which the day when they are due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from smartgoals.finding.layout import Block


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a table that its heads name: of goals and of when they are due; None if there is none."""

    goal: int | None
    when: int | None


def tables(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks in their order, the rows of a table together, all else alone."""
    rows: list[Block] = []
    for block in blocks:
        if rows and (block.kind != "row" or block.gap or len(block.cells) > len(rows[0].cells) + 1):
            yield rows
            rows = []
        if block.kind == "row":
            rows.append(block)
        else:
            yield [block]
    if rows:
        yield rows


def heads(row: Block, names: Callable[[int, int], frozenset[str]]) -> Heads:
    """The columns that the cells of a table's first row name, by the kinds of cue that `names` finds in each."""
    kinds = [names(start, end) for start, end in row.cells]
    goal = next((i for i, of_cell in enumerate(kinds) if of_cell & {"goal", "heading", "want"}), None)
    when = next((i for i, of_cell in enumerate(kinds) if "when" in of_cell and i != goal), None)
    return Heads(goal, when)
