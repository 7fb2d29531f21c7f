"""What a goal aims at: a metric and its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from smartgoals.reading import Match, Quantity


@dataclass(slots=True)
class Aim:
    """A metric that the goal aims at, and its numbers; `at` is its first word."""

    at: int
    end: int
    metric: Match | None = None
    named: tuple[int, int] | None = None  # token range of a metric the ontology does not know
    quantity: Quantity | None = None
    baseline: Quantity | None = None
    shares: bool = False  # takes its number from the aim it is coordinated with
