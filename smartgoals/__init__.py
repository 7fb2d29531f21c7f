"""Understand a goal that a person wrote: what is in it, and how SMART it is, in four languages."""

from typing import TYPE_CHECKING, Any

from smartgoals.analyzer import Analyzer, analyze
from smartgoals.context import Context
from smartgoals.models import GoalAnalysis

if TYPE_CHECKING:
    from smartgoals.vocabulary import Vocabulary

__all__ = ["Analyzer", "Context", "GoalAnalysis", "Vocabulary", "analyze"]


def __getattr__(name: str) -> Any:
    if name == "Vocabulary":  # loaded when it is asked for: few users bring words of their own
        from smartgoals.vocabulary import Vocabulary

        return Vocabulary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
