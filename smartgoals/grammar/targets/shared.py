"""Which deadlines and channels of a goal belong to which of its targets."""

from __future__ import annotations

import sys
from typing import TypeVar

_T = TypeVar("_T")


def share(places: list[int], items: list[tuple[int, _T]]) -> list[list[_T]]:
    """Which items belong to which target: those ahead of all belong to all, others to what stands before them."""
    if len(places) == len(items) > 1 and _precede(places, [at for at, _ in items]):
        return [[item] for _, item in items]  # 'January: 20 leads; February: 30 leads'
    if len(places) < 2:
        return [[item for _, item in items] for _ in places]
    ends = [*places[1:], sys.maxsize]
    own = [[item for at, item in items if begin <= at < end] for begin, end in zip(places, ends, strict=True)]
    ahead = [item for at, item in items if at < places[0]]
    return [ahead + next((later for later in own[k:] if later), []) for k in range(len(places))]


def _precede(places: list[int], items: list[int]) -> bool:
    """Whether exactly one item stands before each place, or begins it, and behind the place before it."""
    starts = [-1, *places[:-1]]
    return all(start < at <= place for start, at, place in zip(starts, items, places, strict=True))
