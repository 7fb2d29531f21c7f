"""What planning gives; every model is frozen and round-trips through JSON."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from smartgoals.models import Finding, GoalAnalysis, Target

Standing = Literal["done", "ahead", "on_track", "at_risk", "missed"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class Milestone(_Model):
    """A smaller goal on the way to a goal."""

    date: datetime.date = Field(description="The last day on which it can be met, inclusive.")
    value: float = Field(description="What is reached by then, in the terms of the goal's own number.")
    step: float = Field(description="What it adds to the one before; the steps add up to the goal.")
    text: str = Field(description="The milestone as a goal, in the goal's language.")
    target: Target = Field(description="The milestone as `analyze(text)` reads it, with the channels of the goal.")


class Progress(_Model):
    """Where a goal stands on a day; values are in the terms of the goal's own number."""

    on: datetime.date
    start: datetime.date = Field(description="The first day that counts.")
    deadline: datetime.date
    baseline: float = Field(description="The value at the start.")
    target: float = Field(description="The value to reach; of a range the lower end.")
    actual: float
    done: float = Field(description="Share of the way from baseline to target; below 0 when it went the other way.")
    elapsed: float = Field(gt=0, le=1, description="Share of the time that is gone, the day itself included.")
    pace: float = Field(description="Change per week since the start; negative when the value falls.")
    needed: float | None = Field(description="Change per week from now that meets the goal; None when no time is left.")
    projected: float = Field(description="The value at the deadline if it goes on like this.")
    low: float | None = Field(default=None, description="Lower end of the 80 % interval around `projected`.")
    high: float | None = Field(default=None, description="Its upper end; both None with fewer than three readings.")
    verdict: Standing
    message: str = Field(description="All this in a sentence or two, in the goal's language.")


class SetGoal(_Model):
    """A goal of a set, and the goal that it serves."""

    id: str
    analysis: GoalAnalysis
    parent: str | None = Field(default=None, description="Id of the goal that it serves.")
    proposed: bool = Field(default=False, description="Whether the parent is proposed, and not given.")
    team: str | None = Field(default=None, description="Id of the team whose goal it is.")
    assumed: bool = Field(default=False, description="Whether the team is assumed from the metric.")


class SetFinding(Finding):
    """A finding on goals of a set; `goals` are their ids."""

    goals: tuple[str, ...]


class Handover(_Model):
    """What one team owes another: a row of the table that they share."""

    giver: str = Field(description="Id of the team that owes.")
    taker: str = Field(description="Id of the team that counts on it.")
    what: Target = Field(description="What is promised.")
    promised_by: datetime.date | None
    needed_by: datetime.date | None = Field(description="The deadline of the goal that counts on it.")
    promise: str = Field(description="Id of the goal that promises it.")
    use: str = Field(description="Id of the goal that counts on it.")
    rate: float | None = Field(
        default=None, description="Share of what is promised that must turn into what is counted on, where both count."
    )
