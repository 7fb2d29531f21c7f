"""What a report counts: over all goals, and over those of each team and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from smartgoals.batch.kernel import PREFIX
from smartgoals.batch.summary import Summary
from smartgoals.models import CRITERIA

BINS = 10  # of the scores
_MOST_GROUPS = 20  # the rest are counted as one


@dataclass(slots=True)
class Tally:
    """Counts over some goals that could be read."""

    goals: int = 0
    scored: int = 0
    total: float = 0.0  # of all scores
    ready: int = 0  # goals that meet all that could be judged
    bins: list[int] = field(default_factory=lambda: [0] * BINS)
    verdicts: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in CRITERIA})

    def add(self, score: float | None, verdicts: Mapping[str, str]) -> None:
        """Count a goal."""
        self.goals += 1
        for name, verdict in verdicts.items():
            self.verdicts[name][verdict] += 1
        if score is not None:
            self.scored += 1
            self.total += score
            self.bins[min(int(score * BINS), BINS - 1)] += 1
            self.ready += set(verdicts.values()) <= {"met", "unknown"}

    def join(self, other: Tally) -> None:
        """Count what another has counted."""
        self.goals, self.scored = self.goals + other.goals, self.scored + other.scored
        self.total, self.ready = self.total + other.total, self.ready + other.ready
        self.bins = [ours + theirs for ours, theirs in zip(self.bins, other.bins, strict=True)]
        for name, counts in other.verdicts.items():
            self.verdicts[name] += counts

    @property
    def mean(self) -> float | None:
        """The mean score; None when nothing could be scored."""
        return self.total / self.scored if self.scored else None

    def share_met(self, criterion: str) -> float | None:
        """The share that meets a criterion, of those that could be judged; None when none could."""
        counts = self.verdicts[criterion]
        judged = counts.total() - counts["unknown"]
        return counts["met"] / judged if judged else None


@dataclass(slots=True)
class Overview:
    """Counts over all rows; `groups` by the cell of the column that groups, None where it is empty."""

    summary: Summary = field(default_factory=Summary)
    all: Tally = field(default_factory=Tally)
    groups: dict[str | None, Tally] = field(default_factory=dict)
    languages: dict[str | None, Tally] = field(default_factory=dict)

    def add(self, added: pa.RecordBatch, groups: Sequence[str | None]) -> None:
        """Count rows by what a `Scorer` added to them, and their groups."""
        self.summary.add(added)
        names = ("language", "score", "error", *CRITERIA)
        columns: list[list[Any]] = [added.column(PREFIX + name).to_pylist() for name in names]
        for group, language, score, error, *verdicts in zip(groups, *columns, strict=True):
            if error:
                continue
            of_goal = dict(zip(CRITERIA, verdicts, strict=True))
            tallies = self.groups.setdefault(group, Tally()), self.languages.setdefault(language, Tally())
            for tally in (self.all, *tallies):
                tally.add(score, of_goal)


def largest(tallies: Mapping[str | None, Tally]) -> tuple[list[tuple[str | None, Tally]], Tally]:
    """The largest groups, and what all others come to."""
    ranked = sorted(tallies.items(), key=lambda item: (-item[1].goals, item[0] or ""))
    others = Tally()
    for _, tally in ranked[_MOST_GROUPS:]:
        others.join(tally)
    return ranked[:_MOST_GROUPS], others
