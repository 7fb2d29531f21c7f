"""What stands around a candidate: how likely its neighbours are goals, by their own signs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import exp

NOTHING = -9.0  # the odds where no neighbour stands
ALONE = -1.0  # the likelihood where nothing near has the same shape
_NEAREST = 3  # neighbours in the block, on each side
_BLOCKS = (-2, -1, 1, 2)  # the neighbours of a block
_MOST_ALIKE = 4  # blocks on each side in which the same shape is sought
FEATURES = (
    "odds", "alike", "alike_over_rivals", "lead_over_rivals", "rivals", "best_rival", "best_within", "best_enclosing",
    "best_before", "best_behind",
    *(f"block{at:+d}" for at in _BLOCKS), "document", "best_elsewhere", "place", "candidates", "characters",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate after the first look.

    `odds`: the logarithm of its odds to be a goal by its own signs; `signs`: the numbers of those that the second
    look weighs too; `shape`: what part of its sentence, item or row it is.
    """

    start: int
    end: int
    odds: float
    signs: Sequence[int]
    shape: str = ""

    def overlaps(self, other: Seen) -> bool:
        """Whether two candidates share a character."""
        return self.start < other.end and other.start < self.end


def around(blocks: Sequence[Sequence[Seen]]) -> Iterator[list[tuple[float, ...]]]:
    """For each block of a document the FEATURES of its candidates, in their order."""
    best = [max(seen.odds for seen in block) for block in blocks if block]
    shares = [likelihood(odds) for odds in best]
    total, highest = sum(shares), nlargest(2, best)
    number = 0  # among the blocks that have candidates
    alike = list(_alike([block for block in blocks if block]))
    for block in blocks:
        if not block:
            yield []
            continue
        others = len(best) - 1
        of_block = (
            *(best[number + at] if 0 <= number + at < len(best) else NOTHING for at in _BLOCKS),
            (total - shares[number]) / others if others else 0.0,
            NOTHING if not others else highest[1] if best[number] == highest[0] else highest[0],
            number / len(best),
            float(len(block)),
        )
        near = zip(block, _near(block, alike[number]), strict=True)
        yield [(*beside, *of_block, float(seen.end - seen.start)) for seen, beside in near]
        number += 1


def likelihood(odds: float) -> float:
    """How likely, from 0 to 1, by the logarithm of the odds."""
    return 1 / (1 + exp(-odds))


def _alike(blocks: Sequence[Sequence[Seen]]) -> Iterator[Sequence[float]]:
    """For each block how likely, on the mean, the other candidates near it are that have the shape of each of its own.

    Those of a table stand in its other rows, those of an item in the items around; -1 where there is none.
    """
    sums: list[dict[str, tuple[float, int]]] = []
    for block in blocks:
        of_block: dict[str, tuple[float, int]] = {}
        for seen in block:
            total, count = of_block.get(seen.shape, (0.0, 0))
            of_block[seen.shape] = total + likelihood(seen.odds), count + 1
        sums.append(of_block)
    for number, block in enumerate(blocks):
        around = sums[max(number - _MOST_ALIKE, 0) : number + _MOST_ALIKE + 1]
        means = []
        for seen in block:
            found = [of_block[seen.shape] for of_block in around if seen.shape in of_block]
            total, count = sum(total for total, _ in found) - likelihood(seen.odds), sum(c for _, c in found) - 1
            means.append(total / count if count else ALONE)
        yield means


def _near(block: Sequence[Seen], alike: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """What the candidates of one block say of each."""
    by_start = sorted(block, key=lambda seen: seen.start)
    by_end = sorted(block, key=lambda seen: seen.end)
    starts, ends = [seen.start for seen in by_start], [seen.end for seen in by_end]
    longest = max(seen.end - seen.start for seen in block)
    of_shape = {id(seen): likely for seen, likely in zip(block, alike, strict=True)}
    for seen, likely in zip(block, alike, strict=True):
        begun = by_start[bisect_left(starts, seen.start - longest) : bisect_left(starts, seen.end)]
        rivals = [other for other in begun if other.end > seen.start and other is not seen]
        rival = _best(rivals)
        behind, before = bisect_left(starts, seen.end), bisect_right(ends, seen.start)
        yield (
            seen.odds,
            likely,
            likely - max((of_shape[id(other)] for other in rivals), default=ALONE),
            seen.odds - rival,
            float(len(rivals)),
            rival,
            _best([other for other in rivals if other.start >= seen.start and other.end <= seen.end]),
            _best([other for other in rivals if other.start <= seen.start and other.end >= seen.end]),
            _best(by_end[max(before - _NEAREST, 0) : before]),
            _best(by_start[behind : behind + _NEAREST]),
        )


def _best(seen: Sequence[Seen]) -> float:
    return max((other.odds for other in seen), default=NOTHING)
