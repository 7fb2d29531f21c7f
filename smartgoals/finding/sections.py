"""Where the blocks of a document stand: under which title, and among what others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smartgoals.finding.layout import Block
from smartgoals.finding.pieces import trimmed
from smartgoals.finding.tables import tables

_LONGEST_TITLE = 80  # characters
MOST_TITLES = 5
_OKR = re.compile(r"\b(?:okr|окр)\b|\bokr[:\-’']", re.IGNORECASE)
_HEAD = 300  # characters in which a document says what it is
_LEAST_KEYS = 3  # objectives and key results of a document that marks them


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands.

    `rows`: it is a table; `titles`: the stretches of the last MOST_TITLES titles, or words that introduce a list, above
    it, the nearest last, and of the document's first one ahead of them; `kind`: what it is ('title', 'heading', 'item',
    'sentence', 'table'); `all_done`: all items of its list are ticked, so the ticks are mere bullets; `keyed`: the
    document marks its objectives and key results; `before` and `after` are the kinds of its neighbours, 'gap' behind a
    blank line, 'end' at an end of the document; `nested` says how deep it stands beside them: 'over', 'under' or
    'level'; `okr`: the document calls itself one of objectives and key results.
    """

    block: Block
    rows: Sequence[Block]
    titles: tuple[tuple[int, int], ...]
    kind: str
    all_done: bool
    keyed: bool
    before: str
    after: str
    nested: str
    okr: bool

    @property
    def title(self) -> tuple[int, int] | None:
        """The nearest title."""
        return self.titles[-1] if self.titles else None


def places(document: str, blocks: Sequence[Block]) -> Iterator[Place]:
    """The places of a document's blocks in their order, each table as one."""
    keyed = sum(block.key for block in blocks) >= _LEAST_KEYS
    okr = _OKR.search(document, 0, _HEAD) is not None
    groups = list(tables(blocks))
    ticked = _ticked([group[0] for group in groups])
    kinds = [_kind(document, group[0]) for group in groups]
    gaps = ["gap " if group[0].gap else "" for group in groups]
    titles: tuple[tuple[int, int], ...] = ()
    for i, (group, kind) in enumerate(zip(groups, kinds, strict=True)):
        block = group[0]
        before = gaps[i] + kinds[i - 1] if i else "end"
        after = gaps[i + 1] + kinds[i + 1] if i + 1 < len(groups) else "end"
        rows = group if block.kind == "row" else ()
        nested = _nested([groups[k][0] for k in range(max(i - 1, 0), min(i + 2, len(groups)))], block)
        yield Place(block, rows, titles, kind, ticked[i], keyed, before, after, nested, okr)
        if kind in ("title", "heading"):
            titles = (*titles[:1], *titles[1:][1 - MOST_TITLES :], trimmed(document, block.start, block.end))


def _nested(near: Sequence[Block], block: Block) -> str:
    """How deep a block stands beside its neighbours."""
    at = next(i for i, other in enumerate(near) if other is block)
    if at + 1 < len(near) and near[at + 1].indent > block.indent and not near[at + 1].gap:
        return "over"
    return "under" if block.indent > 0 else "level"


def _kind(document: str, block: Block) -> str:
    if block.kind in ("item", "heading"):
        return block.kind
    if block.kind == "row":
        return "table"
    text = document[block.start : block.end]
    short = len(text) <= _LONGEST_TITLE and text[-1] not in ".!?…;," and ": " not in text
    return "title" if short or text[-1] == ":" else "sentence"


def _ticked(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it stands in a list of several items, as deep as each other, that are all ticked."""
    found = [False] * len(blocks)
    first = 0
    for i in range(len(blocks) + 1):
        if i < len(blocks) and blocks[i].kind == "item":
            continue
        for indent in {block.indent for block in blocks[first:i]}:
            level = [k for k in range(first, i) if blocks[k].indent == indent]
            if len(level) > 1 and all(blocks[k].done for k in level):
                for k in level:
                    found[k] = True
        first = i + 1
    return found
