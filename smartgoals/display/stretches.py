"""A goal's text cut into stretches, each of which shows at most one thing that was read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from smartgoals.models import ITEMS, GoalAnalysis


class Segment(NamedTuple):
    """A part of the text, and the field of the analysis that it is of; None where nothing was read."""

    start: int
    end: int
    part: str | None


def stretches(goal: GoalAnalysis) -> Iterator[Segment]:
    """The whole text in order.  Where items overlap, the shorter shows: the platform in 'Instagram followers'."""
    items = [(item.end - item.start, item.start, item.end, part) for part in ITEMS for item in getattr(goal, part)]
    shown: list[tuple[int, str] | None] = [None] * len(goal.text)  # by character: where its item starts, and its part
    for length, start, end, part in sorted(items, reverse=True):
        shown[start:end] = [(start, part)] * length
    at = 0
    for key, run in groupby(shown):
        start, at = at, at + sum(1 for _ in run)
        yield Segment(start, at, key[1] if key else None)
