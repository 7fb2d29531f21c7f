"""What may be asked of the service, with examples for its OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from smartgoals.serve.fields import (
    MOST_GOALS,
    MOST_OF_GOAL,
    Actual,
    Day,
    Document,
    Goal,
    Known,
    Language,
    Name,
    few_fields,
)


def _examples(*examples: dict[str, Any]) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": list(examples)})


class Asked(BaseModel):
    """How goals are to be read and judged: the arguments of `Analyzer`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language | None = Field(default=None, description="The goal's language; null detects it.")
    today: Day | None = Field(
        default=None, description="The day from which relative phrases count; null: the server's."
    )
    context: Known = None

    _few = model_validator(mode="before")(few_fields)


class Judged(Asked):
    """The same, with the language of the messages."""

    locale: Language | None = Field(default=None, description="Language of the messages; null: the goal's own.")


class AnalyzeRequest(Judged):
    """A goal."""

    model_config = _examples(
        {"text": "Get 40 new leads from LinkedIn by Oct 31", "today": "2026-09-01"},
        {"text": "Отримати 100 лідів до 31 жовтня", "today": "2026-09-01", "context": {"history": [30, 32]}},
    )

    text: Goal


class BatchRequest(Judged):
    """Goals; each that cannot be analysed gets an error of its own."""

    model_config = _examples({"texts": ["Get 40 new leads by Oct 31", "Få fler leads"], "today": "2026-09-01"})

    texts: list[Annotated[str, Field(max_length=MOST_OF_GOAL)]] = Field(min_length=1, max_length=MOST_GOALS)


class FindRequest(Judged):
    """A document."""

    model_config = _examples(
        {"text": "Sales were slow in May. Anna will book 12 demos by June 30.", "today": "2026-05-04"}
    )

    text: Document


class _Planned(Asked):
    text: Goal
    start: Day | None = Field(default=None, description="The first day that counts.")
    metric: Name | None = Field(default=None, description="Which metric, of a goal with several: id or words of it.")


class PlanRequest(_Planned):
    """A goal to break down."""

    model_config = _examples({"text": "Получить 120 лидов до 31 декабря", "by": "month", "today": "2026-09-01"})

    by: Literal["week", "month", "quarter"] = "month"
    compounding: bool = Field(default=False, strict=True, description="Grow by equal factors, not by equal steps.")


class ProgressRequest(_Planned):
    """A goal and what has been reached of it."""

    model_config = _examples(
        {"text": "Sell 120 subscriptions by Dec 31", "actual": 30, "today": "2026-10-01", "on": "2026-11-01"},
        {"text": "Get 40 leads by Oct 31", "actual": {"2026-10-04": 4, "2026-10-11": 9}},
    )

    actual: Actual
    on: Day | None = Field(default=None, description="The day of the value; null: the last reading's.")
