"""What the criteria judge: the reading of a goal as plain facts, and the form of a judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from smartgoals.context import Context
from smartgoals.models import Verdict
from smartgoals.ontology import Ontology
from smartgoals.settings import Settings


class Note(NamedTuple):
    """A finding before it is put into words: its code, span, and the values that its message shows."""

    code: str
    span: tuple[int, int] | None = None
    values: Mapping[str, Any] = MappingProxyType({})


class Judgement(NamedTuple):
    """Score of a criterion (None: nothing to judge from) and the notes that explain it."""

    score: float | None
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class Facts:
    """The facts of one goal: items as in the analysis, in plain dicts."""

    today: date
    context: Context
    settings: Settings
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

    def verdict(self, score: float | None) -> Verdict:
        """The verdict that a score stands for."""
        if score is None:
            return "unknown"
        return "met" if score >= self.settings.met else "partial" if score >= self.settings.partial else "missing"

    def metric_span(self, target: dict[str, Any]) -> tuple[int, int] | None:
        """Where a target's metric stands in the text."""
        for metric in self.metrics:
            if metric["text"] == target["metric_text"]:
                return span(metric)
        return None

    def number_span(self, target: dict[str, Any]) -> tuple[int, int] | None:
        """Where a target's number stands in the text."""
        for number in self.numbers:
            if number["value"] == target["value"] and number["role"] in ("target", "change"):
                return span(number)
        return None


def span(item: dict[str, Any]) -> tuple[int, int]:
    """Where an item stands in the text."""
    return item["start"], item["end"]
