"""Understand a goal that a person wrote: what is in it, and how SMART it is, in four languages."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from smartgoals.analyzer import Analyzer, analyze
from smartgoals.context import Context
from smartgoals.models import FoundGoal, GoalAnalysis

if TYPE_CHECKING:
    from smartgoals.finding.finder import find_goals
    from smartgoals.vocabulary import Vocabulary

__all__ = ["Analyzer", "Context", "FoundGoal", "GoalAnalysis", "Vocabulary", "analyze", "find_goals"]

_LATER = {  # loaded when they are asked for
    "Vocabulary": "smartgoals.vocabulary",
    "find_goals": "smartgoals.finding.finder",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
