"""From one goal to a plan: milestones, progress, and goals that depend on each other."""

from smartgoals.planning.goal_set import GoalSet
from smartgoals.planning.milestones import break_down
from smartgoals.planning.standing import progress

__all__ = ["GoalSet", "break_down", "progress"]
