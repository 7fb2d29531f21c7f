"""Tables pasted as text: which rows stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartgoals.finding.layout import Block


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
