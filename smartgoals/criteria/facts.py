"""What the criteria judge: the reading of a goal as plain facts, and the form of a judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from smartgoals.context import Context
from smartgoals.ontology import Ontology
from smartgoals.settings import Settings

Span = tuple[int, int]  # where something begins and ends in the text


class Note(NamedTuple):
    """A finding before it is put into words: its code, span, and the values that its message shows."""

    code: str
    span: tuple[int, int] | None = None
    values: Mapping[str, Any] = MappingProxyType({})


class Judgement(NamedTuple):
    """Score of a criterion (None: nothing to judge from) and the notes that explain it."""

    score: float | None
    notes: tuple[Note, ...] = ()


@dataclass
class Facts:
    """The facts of one goal: items as in the analysis, in plain dicts."""

    today: date
    context: Context
    settings: Settings
    ontology: Ontology
    targets: list[dict[str, Any]]
    spans: list[tuple[Span | None, Span | None]]  # of each target's metric and number
    numbers: list[dict[str, Any]]
    metrics: list[dict[str, Any]]
    channels: list[dict[str, Any]]
    paid: set[int]  # offsets of the channels that are paid for
    deadlines: list[dict[str, Any]]
    owners: list[dict[str, Any]]
    vague: list[dict[str, Any]]
    purpose: list[str]
    objectives: list[str]  # metric ids that the context's objectives name
    unread: list[str]  # those of the context's objectives that name no metric
    deliverable: bool
    cadence: bool
    impossible: list[tuple[int, int]]

    def __post_init__(self) -> None:
        self._spans = {id(target): spans for target, spans in zip(self.targets, self.spans, strict=True)}

    def metric_span(self, target: dict[str, Any]) -> Span | None:
        """Where a target's metric stands in the text."""
        return self._spans[id(target)][0]

    def number_span(self, target: dict[str, Any]) -> Span | None:
        """Where a target's number stands in the text."""
        return self._spans[id(target)][1]

    @cached_property
    def deadline_on(self) -> dict[date, dict[str, Any]]:
        """The first deadline on each date."""
        return {deadline["date"]: deadline for deadline in reversed(self.deadlines)}

    @cached_property
    def off_strategy(self) -> dict[str, dict[str, Any]]:
        """By id the first channel that the context's strategy is against."""
        against = self.ontology.strategies.get(self.context.strategy or "", {}).get("against", ())
        unfit = [c for c in self.channels if c["id"] in against or (against and c["start"] in self.paid)]
        return {channel["id"]: channel for channel in reversed(unfit)}


def span(item: dict[str, Any]) -> tuple[int, int]:
    """Where an item stands in the text."""
    return item["start"], item["end"]
