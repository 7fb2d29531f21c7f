"""What an analysis holds; every model is frozen and round-trips through JSON."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field

Unit = str
Per = Literal["day", "week", "month", "quarter", "year"]
Role = Literal["target", "change", "baseline", "other"]
Comparator = Literal["=", ">=", "<=", "~"]
Direction = Literal["increase", "decrease", "maintain", "achieve"]
Kind = Literal["outcome", "activity"]
Verdict = Literal["met", "partial", "missing", "unknown"]
Severity = Literal["error", "warning", "suggestion", "evidence"]


# what an instance consists of; their setters, unlike its own, let a frozen one be filled
_set_values, _set_names, _set_extra, _set_private = (
    BaseModel.__dict__[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class _Names(dict[type[BaseModel], set[str]]):
    """The names of a model's fields."""

    def __missing__(self, model: type[BaseModel]) -> set[str]:
        self[model] = set(model.model_fields)
        return self[model]


_NAMES = _Names()
_new = object.__new__


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False, ser_json_inf_nan="null")

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """An instance with these values, unchecked: all its fields, in their order, of their types.

        It takes the dict itself, and a tenth of the time of `model_validate`, which tests compare it with.
        """
        made = _new(cls)
        _set_values(made, values)
        _set_names(made, _NAMES[cls])
        _set_extra(made, None)
        _set_private(made, None)
        return made


class Item(_Model):
    """A stretch of the text: `text == goal.text[start:end]`, offsets in characters."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Number(Item):
    """A number of the goal, without its sign, which shows in the direction."""

    value: float
    high: float | None = Field(default=None, description="Upper end of a range.")
    unit: Unit = Field(
        description="'count', 'percent', 'percentage_point', 'multiple', 'money', 'rating', a unit of time in the "
        "singular, or the English name of a physical unit as quantulum3 names it."
    )
    currency: str | None = Field(default=None, description="ISO 4217 code, with the unit 'money'.")
    per: Per | None = Field(default=None, description="The cadence that the number is per.")
    role: Role = Field(
        description="'target' a level to reach, 'change' an amount to change by, 'baseline' the level of "
        "today, 'other' what the goal does not aim at."
    )
    comparator: Comparator = "="


class Metric(Item):
    """What the goal measures."""

    id: str | None = Field(description="Id in the ontology; None for a metric that it does not know.")
    kind: Kind = "outcome"
    better: Literal["up", "down"] | None = Field(default=None, description="The good way; None if it is not known.")
    value: Literal["valuable", "vanity"] | None = None
    stage: str | None = None


class Channel(Item):
    """Where or through what the goal is reached."""

    id: str
    platform: str | None = Field(default=None, description="The named platform in lower case: 'linkedin'.")


class Deadline(Item):
    """When the goal is to be reached."""

    date: datetime.date = Field(description="The last day on which the goal can be met, inclusive.")
    start_date: datetime.date | None = Field(
        default=None, description="First day of a span or period that the goal names; `start` is the text offset."
    )
    grain: Literal["day", "week", "month", "quarter", "half", "year"]
    kind: Literal["date", "period", "duration"]


class Owner(Item):
    """Who answers for the goal."""

    id: str | None = Field(description="Team id; None for a person or an unknown team.")


class Vague(Item):
    """Wording that cannot be held to."""

    kind: Literal["quantity", "time", "wording"]


class Target(_Model):
    """One metric aimed at, with the numbers, channels and deadline that belong to it."""

    metric: str | None
    metric_text: str | None = None
    direction: Direction | None = None
    value: float | None = None
    high: float | None = None
    unit: Unit | None = None
    currency: str | None = None
    per: Per | None = None
    comparator: Comparator = "="
    baseline: float | None = None
    change: Literal["level", "absolute", "relative"] | None = Field(
        default=None, description="Reach the value, change by the value, or change by that percentage or multiple."
    )
    channels: tuple[str, ...] = ()
    deadline: datetime.date | None = None


class Fix(_Model):
    """A stretch of the text and what to write in its place; empty stretches are insertions.

    What only the writer knows stands as a placeholder in square brackets.
    """

    start: int
    end: int
    replacement: str


class Finding(_Model):
    """One reason for a verdict, with the stretch of text it speaks of."""

    code: str = Field(description="Stable name of the reason: 'T.no-deadline'.")
    criterion: str
    severity: Severity = Field(
        description="'error' fails a criterion, 'warning' weakens it, 'suggestion' would better the goal, "
        "'evidence' is what a verdict rests on."
    )
    message: str = Field(description="What it is and what to write instead.")
    start: int | None = None
    end: int | None = None
    fix: Fix | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """Offsets of the stretch that the finding speaks of."""
        return None if self.start is None or self.end is None else (self.start, self.end)


class Criterion(_Model):
    """The judgement of one of the five criteria; `score` is None when there is nothing to judge from."""

    score: float | None = Field(ge=0, le=1)
    verdict: Verdict
    findings: tuple[Finding, ...] = ()


class Criteria(_Model):
    """The five SMART criteria."""

    specific: Criterion
    measurable: Criterion
    achievable: Criterion
    relevant: Criterion
    time_bound: Criterion


CRITERIA = tuple(Criteria.model_fields)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
ITEMS = ("numbers", "metrics", "channels", "deadlines", "owners", "vague")  # fields of an analysis: items with offsets


class GoalAnalysis(_Model):
    """What is in a goal and how SMART it is."""

    text: str
    language: str
    today: datetime.date
    direction: Direction | None
    kind: Kind
    numbers: tuple[Number, ...] = ()
    metrics: tuple[Metric, ...] = ()
    channels: tuple[Channel, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    owners: tuple[Owner, ...] = ()
    vague: tuple[Vague, ...] = ()
    targets: tuple[Target, ...] = ()
    criteria: Criteria
    score: float | None = Field(description="Mean of the criteria that are not unknown, 0 to 1.")
    text_score: float | None = Field(
        default=None, description="Mean of specific, measurable and time-bound: what the writing alone shows."
    )
    context_score: float | None = Field(
        default=None, description="Mean of achievable and relevant, as far as they could be judged."
    )
    coverage: int = Field(default=0, ge=0, le=5, description="How many of the five criteria could be judged.")
    suppressed: int = Field(default=0, ge=0, description="How many findings the settings keep from view.")
    rubric_version: str = ""
    suggestions: tuple[str, ...] = Field(default=(), description="What to mend first, in the goal's language.")
    rewrite: str | None = Field(
        default=None, description="The goal as it could read, with placeholders; None when nothing is missing."
    )

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from smartgoals.display.notebook import analysis_html

        return analysis_html(self)


class FoundGoal(Item):
    """A goal in a document: its words, their place there, and their analysis, whose offsets count from `start`."""

    analysis: GoalAnalysis

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from smartgoals.display.notebook import found_html

        return found_html(self)
