"""How goals bear on each other: whether one serves another, and whether their numbers can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from heapq import merge
from itertools import chain

from smartgoals.context import Context
from smartgoals.criteria.horizon import DAYS
from smartgoals.criteria.relevant import NEAR
from smartgoals.models import GoalAnalysis, Target
from smartgoals.ontology import Ontology
from smartgoals.planning.aim import adds_up, aim, named_start
from smartgoals.planning.beside import words_beside
from smartgoals.planning.models import SetGoal


class World:
    """What relations are judged by: the ontology, and the context of the goals."""

    def __init__(self, ontology: Ontology, context: Context) -> None:
        self.ontology = ontology
        self.context = context
        self._ways: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...] | None] = {}

    def way(self, metrics: tuple[str, ...], objectives: tuple[str, ...]) -> tuple[str, ...] | None:
        """The shortest way along `drives` from any of some metrics to any of others; None if there is none."""
        key = (metrics, objectives)
        if key not in self._ways:
            ways = (self.ontology.chain(one, other) for one in metrics for other in objectives)
            self._ways[key] = min((way for way in ways if way is not None), key=len, default=None)
        return self._ways[key]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that can be set beside others of the same sort: kind of number, unit and currency."""

    sort: tuple[str | None, ...]
    value: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A target with its number as an amount; of a rate with a deadline also the total.

    `places` are its channels: the platforms that are named of them, else their ids; `scope`: through what, by whom and
    from when it is gathered.
    """

    target: Target
    places: frozenset[str]
    amount: Amount | None
    total: Amount | None
    scope: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A goal of a set with what its relations are judged from: targets with known metrics, and the last deadline.

    `words` are those that may say where and for whom it is.
    """

    goal: SetGoal
    pieces: tuple[Piece, ...]
    metrics: tuple[str, ...]
    until: date | None
    words: frozenset[str]

    @classmethod
    def of(cls, goal: SetGoal, world: World) -> Member:
        """The member that a goal is."""
        targets = [t for t in goal.analysis.targets if t.metric is not None]
        pieces = tuple(_piece(goal, target, world) for target in targets)
        metrics = tuple(sorted({t.metric for t in targets if t.metric is not None}))
        return cls(goal, pieces, metrics, latest(goal.analysis), words_beside(goal.analysis))


def _piece(member: SetGoal, target: Target, world: World) -> Piece:
    goal = member.analysis
    amount = amount_of(target, world)
    total = amount
    if amount is not None and amount.sort[0] == "rate":
        first = named_start(goal, target) or goal.today
        total = None
        if target.deadline is not None and first <= target.deadline:
            whole = aim(goal, target, first, world.context, world.ontology)
            total = Amount(("total", target.unit, target.currency), whole.end)
    named = {c.platform or c.id for c in goal.channels if c.id in target.channels}
    places = frozenset(named or target.channels)
    scope = (places, member.team, tuple(o.text for o in goal.owners), named_start(goal, target))
    return Piece(target, places, amount, total, scope)


def latest(goal: GoalAnalysis) -> date | None:
    """The last of the deadlines of a goal's targets, or of the goal if it has no target."""
    dates = [t.deadline for t in goal.targets if t.deadline] or [d.date for d in goal.deadlines]
    return max(dates, default=None)


def amount_of(target: Target, world: World) -> Amount | None:
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


def side_by_side(one: Piece, other: Piece) -> tuple[float, float] | None:
    """The numbers of two targets in the same terms; None if they cannot be compared.

    A rate with a deadline is a total beside a total.
    """
    a, b = one.amount, other.amount
    if a is not None and b is not None and a.sort != b.sort:
        a, b = one.total, other.total
    return (a.value, b.value) if a is not None and b is not None and a.sort == b.sort else None


def within(inner: Piece, outer: Piece) -> bool:
    """Whether a target is of the metric and within the channels of another."""
    narrower = bool(inner.places) and inner.places <= outer.places
    return inner.target.metric == outer.target.metric and (narrower or not outer.places)


def elsewhere(one: Member, other: Member) -> bool:
    """Whether two goals each name a place or an audience that the other does not: 'in Sweden', 'in Norway'."""
    return not (one.words <= other.words or other.words <= one.words)


def astray(child: Member, parent: Member, way: tuple[str, ...], ontology: Ontology) -> bool:
    """Whether, at the ends of a way along `drives`, one goal goes for the better and the other for the worse."""
    return _worse(child, way[0], ontology) != _worse(parent, way[-1], ontology)


def _worse(member: Member, metric: str, ontology: Ontology) -> bool:
    """Whether a goal moves a metric the way that is not its good one."""
    bad = "decrease" if ontology.metrics[metric].better == "up" else "increase"
    return any(piece.target.metric == metric and piece.target.direction == bad for piece in member.pieces)


def part_of(child: Member, parent: Member) -> bool:
    """Whether a goal is a smaller piece of another with the same metric; two numbers for one thing are no part."""
    for one in child.pieces:
        for other in parent.pieces:
            down = [piece.target.direction == "decrease" for piece in (one, other)]
            if within(one, other) and down[0] == down[1]:
                values = side_by_side(one, other)
                if values is None or values[0] >= values[1] or elsewhere(child, parent):
                    continue
                alike = one.scope == other.scope and child.words == parent.words
                if not alike or one.target.deadline != other.target.deadline:
                    return True
    return False


def propose(goals: list[SetGoal], world: World) -> list[SetGoal]:
    """The goals, those with no parent under the goal that they seem to serve.

    That is one with the same metric and a larger number, else the nearest one along `drives` (up to NEAR steps), which
    does not end before it; of several the one that leads to the others, then the one that ends first.
    """
    members = [Member.of(goal, world) for goal in goals]
    by_metrics: dict[tuple[str, ...], list[Member]] = {}
    for member in members:
        by_metrics.setdefault(member.metrics, []).append(member)
    for alike in by_metrics.values():
        alike.sort(key=_end)
    parents = {goal.id: goal.parent for goal in goals}
    proposed: list[SetGoal] = []
    for member in members:
        goal = member.goal
        if goal.parent is None and (parent := _parent(member, by_metrics, parents, world)) is not None:
            parents[goal.id] = parent
            goal = goal.model_copy(update={"parent": parent, "proposed": True})
        proposed.append(goal)
    return proposed


def _parent(
    child: Member,
    by_metrics: dict[tuple[str, ...], list[Member]],
    parents: dict[str, str | None],
    world: World,
) -> str | None:
    """The id of the goal that a goal seems to serve; None if there is none.

    `by_metrics` holds the goals of the same metrics in the order in which they end: few are looked at of many.
    """
    near: dict[int, list[list[Member]]] = {}  # by steps along `drives`
    for metrics, others in by_metrics.items():
        way = world.way(child.metrics, metrics)
        if way is not None and len(way) - 1 <= NEAR:
            near.setdefault(len(way) - 1, []).append(others)
    for steps in sorted(near):
        fitting: dict[tuple[str, ...], Iterator[Member]] = {}
        for others in near[steps]:
            found = filter(partial(_fits, child, steps, world), others)
            if (first := next(found, None)) is not None:
                fitting[first.metrics] = chain([first], found)
        ranks = {one: -sum(world.way(one, other) is not None for other in fitting) for one in fitting}
        for other in merge(*fitting.values(), key=partial(_rank, ranks)):
            if child.goal.id not in _ancestry(other.goal.id, parents):
                return other.goal.id
    return None


def _end(member: Member) -> date:
    return member.until or date.max


def _rank(ranks: dict[tuple[str, ...], int], member: Member) -> tuple[int, date]:
    """Before which others a goal is taken: that of metrics which lead to more, then the one that ends first."""
    return ranks[member.metrics], _end(member)


def _fits(child: Member, steps: int, world: World, parent: Member) -> bool:
    return _in_time(child, parent) and _serves(child, parent, steps, world)


def _serves(child: Member, parent: Member, steps: int, world: World) -> bool:
    """Whether a goal so many steps away along `drives` serves another: as a part of it, or by going the same way."""
    if steps == 0:
        return part_of(child, parent)
    way = world.way(child.metrics, parent.metrics)
    return way is not None and not astray(child, parent, way, world.ontology)


def _in_time(child: Member, parent: Member) -> bool:
    return child.until is None or parent.until is None or child.until <= parent.until


def _ancestry(goal: str, parents: dict[str, str | None]) -> Iterator[str]:
    """A goal and those above it."""
    at: str | None = goal
    while at is not None:
        yield at
        at = parents[at]
