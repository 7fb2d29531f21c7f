"""Understand a goal that a person wrote: what is in it, and how SMART it is, in four languages."""

from smartgoals.analyzer import Analyzer, analyze
from smartgoals.context import Context
from smartgoals.models import GoalAnalysis

__all__ = ["Analyzer", "Context", "GoalAnalysis", "analyze"]
