"""What teams owe each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smartgoals.criteria.relevant import NEAR
from smartgoals.planning.members import Member, Piece, World, side_by_side
from smartgoals.planning.models import Handover
from smartgoals.planning.relations import follows, included

_FUNNEL = ("lead", "sale")  # stages in which one thing that is promised becomes at most one that is counted on


def handovers(members: Sequence[Member], world: World) -> tuple[Handover, ...]:
    """What one team promises that another counts on: a goal whose metric drives that of another team's goal.

    A promise stands beside the nearest goals of each other team, along `drives` (up to NEAR steps), where it has a
    number.
    """
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
    found = _counted_on(promise, taker, world)
    return None if found is None else found[1]


def _counted_on(promise: Piece, taker: Member, world: World) -> tuple[Piece, float] | None:
    """What a taker counts that the promised things become one by one, and what share of them must."""
    for use in taker.known:
        metrics = [m for m in (promise.target.metric, use.target.metric) if m is not None]
        in_funnel = all(world.ontology.metrics[m].stage in _FUNNEL for m in metrics)
        if promise.target.unit == use.target.unit == "count" and in_funnel:
            values = side_by_side(promise, use)
            if values is not None and values[0].value > 0:
                return use, values[1].value / values[0].value
    return None


def shortfalls(
    owed: Iterable[Handover], members: Mapping[str, Member], world: World
) -> Iterator[tuple[tuple[str, ...], list[Handover]]]:
    """Which goals count on more than is promised, even if all of it converts: their ids, and the rows on all promises.

    First each goal by itself, then those together that count on the same promises for different things: what one of
    them takes is gone for the other.
    """
    rows: dict[str | None, dict[str, list[Handover]]] = {}  # by what is promised, and by the goal that counts on it
    for row in owed:
        if row.rate is not None:
            rows.setdefault(row.what.metric, {}).setdefault(row.use, []).append(row)
    for by_use in rows.values():
        enough: dict[object, list[_Use]] = {}  # by the promises and what they are to become
        for use, found in by_use.items():
            if _most({row.promise: row.rate or 0.0 for row in found}) < 1:
                yield (use,), found
                continue
            promise = next(p for p in members[found[0].promise].known if p.target == found[0].what)
            counted = _counted_on(promise, members[use], world)
            assert counted is not None
            promises = frozenset(row.promise for row in found)
            enough.setdefault((promises, counted[0].thing), []).append(_Use(use, counted[0], found))
        for uses in enough.values():
            apart = _apart(uses)
            together: dict[str, float] = {}
            for row in (row for use in apart for row in use.rows):
                together[row.promise] = together.get(row.promise, 0.0) + (row.rate or 0.0)
            if len(apart) > 1 and _most(together) < 1:
                yield tuple(use.goal for use in apart), apart[0].rows


@dataclass(frozen=True, slots=True)
class _Use:
    goal: str
    piece: Piece  # what it counts
    rows: list[Handover]  # what it is owed for that


def _most(rates: Mapping[str, float]) -> float:
    """How often all that is promised covers what is counted on, at best; `rates`: the share needed of each promise."""
    return sum(1 / rate if rate else math.inf for rate in rates.values())


def _apart(uses: list[_Use]) -> list[_Use]:
    """Those of some goals that count different things: of one that another includes, only the other."""
    found: list[_Use] = []
    for use in sorted(uses, key=lambda use: -(use.rows[0].rate or 0.0)):
        pieces = [other.piece for other in found]
        pairs = [(use.piece, other) for other in pieces] + [(other, use.piece) for other in pieces]
        if not any(
            included(one, other) and not follows(one, other) and not follows(other, one) for one, other in pairs
        ):
            found.append(use)
    return [use for use in uses if use in found]
