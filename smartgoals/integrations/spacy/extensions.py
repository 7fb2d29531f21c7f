"""What a Doc says of goals: `doc._.goal` and `doc._.goals`.

A Doc holds them as JSON, which all ways of moving Docs carry: worker processes, DocBin, `to_bytes` and pickle.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from spacy.tokens import Doc

from smartgoals.models import FoundGoal, GoalAnalysis

_GOAL: Any = ("._.", "goal", None, None)  # the keys by which spaCy keeps a Doc's extensions, typed as str by it
_GOALS: Any = ("._.", "goals", None, None)
_MOST_PARSED = 256  # analyses that are kept parsed; they are frozen, so Docs may share them
_found = TypeAdapter(tuple[FoundGoal, ...])


def register(*names: str) -> None:
    """Make `doc._.goal` and `doc._.goals`, or those named, known to spaCy.

    Components do so themselves; who only reads Docs that were analysed elsewhere calls it.  Raises ValueError where
    something else goes by the name.
    """
    for name in names or _GETTERS:
        if Doc.has_extension(name):
            getter = Doc.get_extension(name)[2]
            if getattr(getter, "__module__", None) != __name__:
                raise ValueError(f"doc._.{name} is taken: another extension has the name; remove that first")
        Doc.set_extension(name, getter=_GETTERS[name], force=True)


def put_goal(doc: Doc, goal: GoalAnalysis) -> None:
    """Write the goal that a Doc is."""
    doc.user_data[_GOAL] = goal.model_dump_json()


def put_goals(doc: Doc, goals: tuple[FoundGoal, ...]) -> None:
    """Write the goals that a Doc holds."""
    doc.user_data[_GOALS] = _found.dump_json(goals).decode()


def _get_goal(doc: Doc) -> GoalAnalysis | None:
    """The analysis of a Doc's text; None where it was not analysed, or has no text."""
    stored = doc.user_data.get(_GOAL)
    return None if stored is None else _parsed(stored)


def _get_goals(doc: Doc) -> tuple[FoundGoal, ...]:
    """The goals in a Doc, in text order."""
    stored = doc.user_data.get(_GOALS)
    return () if stored is None else _parsed_all(stored)


@lru_cache(_MOST_PARSED)
def _parsed(stored: str) -> GoalAnalysis:
    return GoalAnalysis.model_validate_json(stored)


@lru_cache(_MOST_PARSED)
def _parsed_all(stored: str) -> tuple[FoundGoal, ...]:
    return _found.validate_json(stored)


_GETTERS: dict[str, Callable[[Doc], Any]] = {"goal": _get_goal, "goals": _get_goals}
