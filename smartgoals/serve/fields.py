"""Types of what programs ask for over HTTP and MCP: bounded, checked, and described in their JSON Schema."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sized
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from smartgoals.analyzer import check
from smartgoals.context import MOST, Context, Measured
from smartgoals.lexicon.files import available

MOST_OF_GOAL = 10_000  # characters; half a second
MOST_OF_DOCUMENT = 50_000  # characters; some seconds
MOST_GOALS = 500  # of a batch
MOST_READINGS = 1_000  # of a goal's progress, or of its history
MOST_OBJECTIVES = 100
MOST_OF_NAME = 1_000  # characters of a metric or an objective
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _goal(text: str) -> str:
    check(text, "goal", MOST_OF_GOAL)
    return text


def _document(text: str) -> str:
    check(text, "document", MOST_OF_DOCUMENT)
    return text


def _language(code: str) -> str:
    """A code of `available`: the library itself would take the path of a folder too."""
    if code not in available():
        raise ValueError(f"no language {code!r}: choose one of {', '.join(available())}")
    return code


Goal = Annotated[str, Field(min_length=1, max_length=MOST_OF_GOAL, description="The goal."), AfterValidator(_goal)]
Document = Annotated[
    str,
    Field(min_length=1, max_length=MOST_OF_DOCUMENT, description="A document that has goals in it."),
    AfterValidator(_document),
]
Language = Annotated[str, AfterValidator(_language), WithJsonSchema({"type": "string", "enum": list(available())})]


def _day(given: Any) -> Any:
    """What is written as a day is: pydantic would take seconds since 1970 too."""
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        raise ValueError("a day is written as in 2026-09-01")
    return given


def _at_most(most: int, what: str, *kinds: type[Sized]) -> Callable[[Any], Any]:
    """A check that refuses more things as a whole: to say of each what is wrong with it takes seconds."""

    def few(given: Any) -> Any:
        if isinstance(given, kinds) and len(given) > most:
            raise ValueError(f"{len(given):,} {what}, where {most:,} are the most")
        return given

    return few


few_fields = _at_most(100, "fields", dict)  # of a JSON object, known or not
_few_readings = BeforeValidator(_at_most(MOST_READINGS, "readings", list, dict))
_few_objectives = BeforeValidator(_at_most(MOST_OBJECTIVES, "objectives", list))
Name = Annotated[str, Field(max_length=MOST_OF_NAME)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Value = Annotated[Measured, Field(allow_inf_nan=False, strict=True)]  # no text, no true
Actual = Annotated[
    Value | Annotated[dict[Day, Value], Field(min_length=1, max_length=MOST_READINGS)],
    _few_readings,
    Field(description="The value reached, or readings by day."),
]


_MEASURED = {"type": "number", "minimum": -MOST, "maximum": MOST}
_NULL = {"type": "null"}
_NAME = {"type": "string", "maxLength": MOST_OF_NAME}


def _as(*kinds: dict[str, Any]) -> WithJsonSchema:
    """What `Context` takes for a field beside the field's own type."""
    return WithJsonSchema({"anyOf": list(kinds)})


class BoundedContext(Context):
    """Facts that a goal's text does not hold but its judgement needs; every field may be left out."""

    history: Annotated[
        tuple[Value, ...],
        _few_readings,
        _as({"type": "array", "items": _MEASURED, "maxItems": MOST_READINGS}, _NULL),
    ] = Field(default=(), description=Context.model_fields["history"].description)
    objectives: Annotated[
        tuple[Name, ...],
        _few_objectives,
        _as({"type": "array", "items": _NAME, "maxItems": MOST_OBJECTIVES}, _NAME, _NULL),
    ] = Field(default=(), description=Context.model_fields["objectives"].description)
    baseline: Value | None = Field(default=None, description=Context.model_fields["baseline"].description)
    benchmark: Value | None = Field(default=None, description=Context.model_fields["benchmark"].description)
    fiscal_year_start: Annotated[int, _as({"type": "integer", "minimum": 1, "maximum": 12}, _NULL)] = Field(
        default=1, ge=1, le=12, description=Context.model_fields["fiscal_year_start"].description
    )


Known = Annotated[
    BoundedContext | None, BeforeValidator(few_fields), Field(description="What is known beside the text.")
]
