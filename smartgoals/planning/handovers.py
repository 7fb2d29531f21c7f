"""What teams owe each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from smartgoals.criteria.relevant import NEAR
from smartgoals.planning.members import Member, Piece, World, side_by_side
from smartgoals.planning.models import Handover, SetGoal

_FUNNEL = ("lead", "sale")  # stages in which one thing that is promised becomes at most one that is counted on


def handovers(goals: Iterable[SetGoal], world: World) -> tuple[Handover, ...]:
    """What one team promises that another counts on: a goal whose metric drives that of another team's goal.

    A promise stands beside the nearest goals of each other team, along `drives` (up to NEAR steps), where it has a
    number.
    """
    members = [Member.of(goal, world) for goal in goals]
    by_id = {member.goal.id: member for member in members}
    takers: dict[tuple[str, tuple[str, ...]], list[Member]] = {}  # by team and metrics
    for member in members:
        if member.goal.team is not None:
            takers.setdefault((member.goal.team, member.metrics), []).append(member)
    rows: list[Handover] = []
    for giver in members:
        promise = next((piece for piece in giver.known if piece.target.value is not None), None)
        if giver.goal.team is None or promise is None:
            continue
        above = by_id.get(giver.goal.parent or "")
        part = above is not None and promise.target.metric in above.metrics  # only the whole has a rate
        for taker in _nearest(giver, takers, world):
            rows.append(_row(giver, promise, taker, None if part else _rate(promise, taker, world)))
    return tuple(sorted(rows, key=lambda row: row.promised_by or date.max))


def _nearest(giver: Member, takers: dict[tuple[str, tuple[str, ...]], list[Member]], world: World) -> Iterator[Member]:
    """The goals of each other team that are nearest to what a goal promises."""
    steps: dict[str, dict[int, list[Member]]] = {}
    for (team, metrics), members in takers.items():
        way = world.way(giver.metrics, metrics)
        if team != giver.goal.team and way is not None and 1 < len(way) <= NEAR + 1:
            steps.setdefault(team, {}).setdefault(len(way), []).extend(members)
    for by_steps in steps.values():
        yield from by_steps[min(by_steps)]


def _row(giver: Member, promise: Piece, taker: Member, rate: float | None) -> Handover:
    assert giver.goal.team is not None
    assert taker.goal.team is not None
    return Handover(
        giver=giver.goal.team,
        taker=taker.goal.team,
        what=promise.target,
        promised_by=promise.target.deadline,
        needed_by=taker.until,
        promise=giver.goal.id,
        use=taker.goal.id,
        rate=rate,
    )


def _rate(promise: Piece, taker: Member, world: World) -> float | None:
    """What share of the promised things must become what the taker counts, where both are counted in the funnel."""
    for use in taker.known:
        metrics = [m for m in (promise.target.metric, use.target.metric) if m is not None]
        in_funnel = all(world.ontology.metrics[m].stage in _FUNNEL for m in metrics)
        if promise.target.unit == use.target.unit == "count" and in_funnel:
            values = side_by_side(promise, use)
            if values is not None and values[0].value > 0:
                return values[1].value / values[0].value
    return None
