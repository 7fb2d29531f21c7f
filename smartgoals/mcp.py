"""A server of the Model Context Protocol: goals for language models and their programs; the extra `mcp`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Annotated, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

import smartgoals
from smartgoals.models import FoundGoal, GoalAnalysis
from smartgoals.planning.models import Milestone, Progress
from smartgoals.serve.fields import Actual, Day, Document, Goal, Known, Language, Name

_Language = Annotated[Language | None, Field(description="The goal's language; null detects it.")]
_Locale = Annotated[Language | None, Field(description="Language of the messages; null: the goal's own.")]
_Today = Annotated[Day | None, Field(description="The day from which relative phrases count; null: the machine's.")]
_Start = Annotated[Day | None, Field(description="The first day that counts.")]
_Metric = Annotated[Name | None, Field(description="Which metric, of a goal with several: id or words of it.")]
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

server = MCPServer(
    "smartgoals",
    version=version("smartgoals"),
    instructions="Reads goals that people write in English, Swedish, Ukrainian and Russian, and judges how SMART they "
    "are. Pass goals word for word. Offsets count Unicode code points.",
    log_level="WARNING",
)


@server.tool(annotations=_READS)
def analyze_goal(
    text: Goal,
    language: _Language = None,
    today: _Today = None,
    context: Known = None,
    locale: _Locale = None,
) -> GoalAnalysis:
    """Say what is in a goal, how SMART it is, what to mend, and how it could read."""
    return smartgoals.analyze(text, language, today, context, locale=locale)


@server.tool(annotations=_READS)
def find_goals(
    text: Document,
    language: _Language = None,
    today: _Today = None,
    context: Known = None,
    locale: _Locale = None,
) -> list[FoundGoal]:
    """Find the goals in a document, each with its place and its analysis, whose offsets count from the goal."""
    return smartgoals.find_goals(text, language=language, today=today, context=context, locale=locale)


@server.tool(annotations=_READS)
def break_down(
    text: Goal,
    by: Literal["week", "month", "quarter"] = "month",
    start: _Start = None,
    compounding: Annotated[bool, Field(description="Grow by equal factors, not by equal steps.")] = False,
    metric: _Metric = None,
    language: _Language = None,
    today: _Today = None,
    context: Known = None,
) -> list[Milestone]:
    """Break a goal that has a number and a deadline down into milestones, in the goal's own words."""
    with _refusals():
        return smartgoals.break_down(
            text, by, start=start, compounding=compounding, metric=metric, language=language, today=today,
            context=context,
        )  # fmt: skip


@server.tool(annotations=_READS)
def progress(
    text: Goal,
    actual: Actual,
    on: Annotated[Day | None, Field(description="The day of the value; null: the last reading's.")] = None,
    start: _Start = None,
    metric: _Metric = None,
    language: _Language = None,
    today: _Today = None,
    context: Known = None,
) -> Progress:
    """Say where a goal that has a number and a deadline stands, and where it will end if it goes on like this."""
    with _refusals():
        return smartgoals.progress(
            text, actual, on, start=start, metric=metric, language=language, today=today, context=context
        )


@contextmanager
def _refusals() -> Iterator[None]:
    """Let the asker read why a plan cannot be made."""
    try:
        yield
    except ValueError as error:
        raise ToolError(str(error)) from None
