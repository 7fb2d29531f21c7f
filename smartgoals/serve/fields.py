"""Types of what programs ask for over HTTP and MCP: bounded, checked, and described in their JSON Schema."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from smartgoals.analyzer import check
from smartgoals.lexicon.files import available

MOST_OF_GOAL = 10_000  # characters; half a second
MOST_OF_DOCUMENT = 50_000  # characters; some seconds
MOST_GOALS = 500  # of a batch
MOST_READINGS = 1_000  # of a goal's progress


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
Value = Annotated[float, Field(allow_inf_nan=False)]
