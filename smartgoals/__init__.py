"""Understand a goal that a person wrote: what is in it, and how SMART it is, in four languages."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from smartgoals.analyzer import Analyzer, analyze
from smartgoals.context import Context
from smartgoals.models import FoundGoal, GoalAnalysis

if TYPE_CHECKING:
    from smartgoals.finding.finder import find_goals
    from smartgoals.planning import GoalSet, break_down, progress
    from smartgoals.vocabulary import Vocabulary

__all__ = [
    "Analyzer", "Context", "FoundGoal", "GoalAnalysis", "GoalSet", "Vocabulary",
    "analyze", "break_down", "find_goals", "progress",
]  # fmt: skip

_LAZY = {  # loaded when they are asked for: few users need them
    "GoalSet": "smartgoals.planning",
    "Vocabulary": "smartgoals.vocabulary",
    "break_down": "smartgoals.planning",
    "find_goals": "smartgoals.finding.finder",
    "progress": "smartgoals.planning",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
