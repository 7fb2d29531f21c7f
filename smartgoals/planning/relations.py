"""How goals bear on each other: whether one serves another, and whether their numbers can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from smartgoals.context import Context
from smartgoals.criteria.horizon import DAYS
from smartgoals.criteria.relevant import NEAR
from smartgoals.models import GoalAnalysis, Target
from smartgoals.ontology import Ontology
from smartgoals.planning.aim import adds_up, aim, named_start
from smartgoals.planning.models import SetGoal


@dataclass(frozen=True, slots=True)
class World:
    """What relations are judged by: the ontology, and the context of the goals."""

    ontology: Ontology
    context: Context


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that can be set beside others of the same sort: kind of number, unit and currency."""

    sort: tuple[str | None, ...]
    value: float


def aimed(goal: GoalAnalysis) -> list[Target]:
    """The targets whose metric the ontology knows."""
    return [t for t in goal.targets if t.metric is not None]


def chain(child: GoalAnalysis, parent: GoalAnalysis, world: World) -> tuple[str, ...] | None:
    """The shortest way along `drives` from what a goal aims at to what another does; None if there is none."""
    ways = (
        world.ontology.chain(one.metric, other.metric)
        for one in aimed(child)
        for other in aimed(parent)
        if one.metric is not None and other.metric is not None
    )
    return min((way for way in ways if way is not None), key=len, default=None)


def latest(goal: GoalAnalysis) -> date | None:
    """The last of the deadlines of a goal's targets, or of the goal if it has no target."""
    dates = [t.deadline for t in goal.targets if t.deadline] or [d.date for d in goal.deadlines]
    return max(dates, default=None)


def amount_of(goal: GoalAnalysis, target: Target, world: World) -> Amount | None:
    """The number of a target as an amount: a total, a rate per day, a level or a change by a share."""
    if target.value is None:
        return None
    of = (target.unit, target.currency)
    if target.change == "relative":
        return Amount(("change", target.direction, *of), target.value)
    if target.change == "absolute" and target.unit in ("count", "money"):
        return Amount(("total", *of), target.value)
    if not adds_up(target, world.ontology):
        return Amount(("level", target.per, *of), target.value)
    if target.per is None:
        return Amount(("total", *of), target.value)
    return Amount(("rate", *of), target.value / DAYS[target.per])


def side_by_side(
    one: tuple[GoalAnalysis, Target], other: tuple[GoalAnalysis, Target], world: World
) -> tuple[float, float] | None:
    """The numbers of two targets in the same terms; None if they cannot be compared.

    A rate with a deadline is a total beside a total.
    """
    a, b = amount_of(*one, world), amount_of(*other, world)
    if a is None or b is None:
        return None
    if a.sort != b.sort:
        a = _total(*one, world) if a.sort[0] == "rate" else a
        b = _total(*other, world) if b is not None and b.sort[0] == "rate" else b
    return (a.value, b.value) if a is not None and b is not None and a.sort == b.sort else None


def _total(goal: GoalAnalysis, target: Target, world: World) -> Amount | None:
    first = named_start(goal, target) or goal.today
    if target.deadline is None or first > target.deadline:
        return None
    whole = aim(goal, target, first, world.context, world.ontology)
    return Amount(("total", target.unit, target.currency), whole.end)


def within(inner: Target, outer: Target) -> bool:
    """Whether a target is of the metric and within the channels of another."""
    narrower = bool(inner.channels) and set(inner.channels) <= set(outer.channels)
    return inner.metric == outer.metric and (narrower or not outer.channels)


def part_of(child: GoalAnalysis, parent: GoalAnalysis, world: World) -> bool:
    """Whether a goal is a smaller or earlier piece of another with the same metric."""
    for one in aimed(child):
        for other in aimed(parent):
            if not within(one, other) or (one.direction == "decrease") != (other.direction == "decrease"):
                continue
            values = side_by_side((child, one), (parent, other), world)
            if values is not None and values[0] < values[1]:
                return True
    return False


def propose(goals: list[SetGoal], world: World) -> list[SetGoal]:
    """The goals, those with no parent under the goal that they seem to serve.

    That is one with the same metric and a larger number, else the nearest one along `drives` (up to NEAR steps), which
    does not end before it; of several the one that leads to the others, then the one that ends first.
    """
    parents = {g.id: g.parent for g in goals}
    proposed: dict[str, str] = {}
    for goal in goals:
        if goal.parent is not None:
            continue
        fitting = [
            (len(way), other)
            for other in goals
            if other is not goal
            and (way := _way(goal.analysis, other.analysis, world)) is not None
            and goal.id not in _ancestry(other.id, parents)
        ]
        if fitting:
            nearest = [other for steps, other in fitting if steps == min(fitting, key=itemgetter(0))[0]]
            parents[goal.id] = proposed[goal.id] = _first(nearest, world).id
    return [g.model_copy(update={"parent": proposed[g.id], "proposed": True}) if g.id in proposed else g for g in goals]


def _way(child: GoalAnalysis, parent: GoalAnalysis, world: World) -> tuple[str, ...] | None:
    """The way from a goal to one that it may serve, judged by metric, number and deadline."""
    ends, until = latest(child), latest(parent)
    if ends is not None and until is not None and ends > until:
        return None
    way = chain(child, parent, world)
    if way is None or len(way) - 1 > NEAR:
        return None
    return way if len(way) > 1 or part_of(child, parent, world) else None


def _first(nearest: list[SetGoal], world: World) -> SetGoal:
    """Of goals equally near, the one that leads to most of the others, then the one that ends first."""

    def rank(goal: SetGoal) -> tuple[int, date]:
        led = sum(chain(goal.analysis, other.analysis, world) is not None for other in nearest if other is not goal)
        return -led, latest(goal.analysis) or date.max

    return min(nearest, key=rank)


def _ancestry(goal: str, parents: dict[str, str | None]) -> Iterator[str]:
    """A goal and those above it."""
    at: str | None = goal
    while at is not None:
        yield at
        at = parents[at]
