"""What the service answers, where the library has no model of it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from smartgoals.models import FoundGoal, GoalAnalysis
from smartgoals.planning.models import Milestone


class BatchItem(BaseModel):
    """One goal of a batch: its analysis, or why there is none."""

    analysis: GoalAnalysis | None = None
    error: str | None = None


class Batch(BaseModel):
    """The goals of a batch, in their order."""

    results: list[BatchItem]


class Found(BaseModel):
    """The goals of a document, in text order."""

    goals: list[FoundGoal]


class Plan(BaseModel):
    """The milestones of a goal, in order of time."""

    milestones: list[Milestone]


class Health(BaseModel):
    """That the service runs."""

    status: str = Field(examples=["ok"])
    version: str
