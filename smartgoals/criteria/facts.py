"""What the criteria judge: the reading of a goal as plain facts, and the form of a judgement."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from smartgoals.context import Context
from smartgoals.models import Severity, Verdict
from smartgoals.ontology import Ontology

MET, PARTIAL = 0.7, 0.3  # contract: met from 0.7, partial from 0.3


@dataclass(frozen=True, slots=True)
class Note:
    """A finding before it is put into words: its code, span, and the values that its message shows."""

    code: str
    severity: Severity
    span: tuple[int, int] | None = None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Score of a criterion (None: nothing to judge from) and the notes that explain it."""

    score: float | None
    notes: tuple[Note, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return verdict(self.score)


def verdict(score: float | None) -> Verdict:
    """The verdict that a score stands for."""
    if score is None:
        return "unknown"
    return "met" if score >= MET else "partial" if score >= PARTIAL else "missing"


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one goal: items as in the analysis, in plain dicts."""

    today: date
    context: Context
    ontology: Ontology
    targets: list[dict[str, Any]]
    numbers: list[dict[str, Any]]
    metrics: list[dict[str, Any]]
    channels: list[dict[str, Any]]
    paid: set[int]  # offsets of the channels that are paid for
    deadlines: list[dict[str, Any]]
    owners: list[dict[str, Any]]
    vague: list[dict[str, Any]]
    purpose: list[str]
    objectives: list[str]  # metric ids that the context's objectives name
    deliverable: bool
    cadence: bool
    impossible: list[tuple[int, int]]

    def metric_span(self, target: dict[str, Any]) -> tuple[int, int] | None:
        """Where a target's metric stands in the text."""
        for metric in self.metrics:
            if metric["text"] == target["metric_text"]:
                return metric["start"], metric["end"]
        return None
