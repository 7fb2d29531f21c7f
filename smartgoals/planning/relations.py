"""How goals bear on each other: whether one serves another, and which it is to serve where none is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from heapq import merge
from itertools import chain

from smartgoals.criteria.relevant import NEAR
from smartgoals.ontology import Ontology
from smartgoals.planning.members import Member, Piece, World, side_by_side
from smartgoals.planning.models import SetGoal


def within(inner: Piece, outer: Piece) -> bool:
    """Whether a target counts the same thing as another, through no channel that the other does not name."""
    places = outer.places
    narrower = bool(inner.places) and all((c, p) in places or (c, None) in places for c, p in inner.places)
    return inner.thing is not None and inner.thing == outer.thing and (narrower or not places)


def included(inner: Piece, outer: Piece) -> bool:
    """Whether all that is said of a target and of its doers holds of another too: 'in Sweden', 'Anna'."""
    team = outer.team is None or outer.team == inner.team
    return within(inner, outer) and outer.said <= inner.said and team and outer.people <= inner.people


def astray(child: Member, parent: Member, way: tuple[str, ...], ontology: Ontology) -> bool:
    """Whether, at the ends of a way along `drives`, one goal goes for the better and the other for the worse."""
    return _worse(child, way[0], ontology) != _worse(parent, way[-1], ontology)


def _worse(member: Member, metric: str, ontology: Ontology) -> bool:
    """Whether a goal moves a metric the way that is not its good one."""
    bad = "decrease" if ontology.metrics[metric].better == "up" else "increase"
    return any(piece.target.metric == metric and piece.target.direction == bad for piece in member.pieces)


def part_of(child: Member, parent: Member) -> bool:
    """Whether a goal is a smaller piece of another with the same metric; two numbers for one thing are no part."""
    return any(_smaller(one, other) for one in child.known for other in parent.known)


def _smaller(one: Piece, other: Piece) -> bool:
    ways = [{"decrease": "down", "maintain": "level"}.get(piece.target.direction or "", "up") for piece in (one, other)]
    if ways[0] != ways[1] or not included(one, other) or follows(other, one):
        return False
    values = side_by_side(one, other)
    alike = one.scope == other.scope and one.target.deadline == other.target.deadline
    return values is not None and values[0].value < values[1].value and not alike


def follows(one: Piece, other: Piece) -> bool:
    """Whether the time of a target begins when that of another is over."""
    return one.start is not None and other.target.deadline is not None and other.target.deadline < one.start


def propose(goals: list[SetGoal], world: World) -> list[Member]:
    """The goals as members of their set, those with no parent under the goal that they seem to serve.

    That is one with the same metric and a larger number, of which no more is said, else the nearest one along `drives`
    (up to NEAR steps), which does not end before it; of several the one that leads to the others, then the one that
    ends first.
    """
    members = [Member.of(goal, world) for goal in goals]
    by_metrics: dict[tuple[str, ...], list[Member]] = {}
    for member in members:
        by_metrics.setdefault(member.metrics, []).append(member)
    for alike in by_metrics.values():
        alike.sort(key=_end)
    parents = {goal.id: goal.parent for goal in goals}
    proposed: list[Member] = []
    for member in members:
        goal = member.goal
        if goal.parent is None and (parent := _parent(member, by_metrics, parents, world)) is not None:
            parents[goal.id] = parent
            member = replace(member, goal=goal.model_copy(update={"parent": parent, "proposed": True}))
        proposed.append(member)
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
