"""What teams owe each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from smartgoals.criteria.relevant import NEAR
from smartgoals.models import Target
from smartgoals.planning.models import Handover, SetGoal
from smartgoals.planning.relations import World, aimed, chain, latest, side_by_side

_FUNNEL = ("lead", "sale")  # stages in which one thing that is promised becomes at most one that is counted on


def handovers(goals: Iterable[SetGoal], world: World) -> tuple[Handover, ...]:
    """What one team promises that another counts on: a goal whose metric drives that of another team's goal.

    A promise stands beside the nearest goals of each other team, along `drives` (up to NEAR steps), where it has a
    number.
    """
    goals = tuple(goals)
    by_id = {goal.id: goal for goal in goals}
    rows: list[tuple[date, int, Handover]] = []
    for giver in goals:
        promise = next((t for t in aimed(giver.analysis) if t.value is not None), None)
        if giver.team is None or promise is None:
            continue
        above = by_id.get(giver.parent or "")
        part = above is not None and any(t.metric == promise.metric for t in aimed(above.analysis))
        served: dict[str, list[tuple[int, SetGoal]]] = {}
        for taker in goals:
            if taker.team is None or taker.team == giver.team:
                continue
            way = chain(giver.analysis, taker.analysis, world)
            if way is not None and 1 < len(way) <= NEAR + 1:
                served.setdefault(taker.team, []).append((len(way), taker))
        for takers in served.values():
            nearest = min(steps for steps, _ in takers)
            rows += [
                (promise.deadline or date.max, len(rows), _row(giver, promise, taker, None if part else world))
                for steps, taker in takers
                if steps == nearest
            ]
    return tuple(row for _, _, row in sorted(rows, key=lambda item: item[:2]))


def _row(giver: SetGoal, promise: Target, taker: SetGoal, world: World | None) -> Handover:
    """A row of the table; without the rate, which only the whole of a promise has, when no world is given."""
    assert giver.team is not None
    assert taker.team is not None
    return Handover(
        giver=giver.team,
        taker=taker.team,
        what=promise,
        promised_by=promise.deadline,
        needed_by=latest(taker.analysis),
        promise=giver.id,
        use=taker.id,
        rate=None if world is None else _rate(giver, promise, taker, world),
    )


def _rate(giver: SetGoal, promise: Target, taker: SetGoal, world: World) -> float | None:
    """What share of the promised things must become what the taker counts, where both are counted in the funnel."""
    for use in aimed(taker.analysis):
        stages = [world.ontology.metrics[metric].stage for metric in (promise.metric, use.metric) if metric]
        if promise.unit == use.unit == "count" and set(stages) <= set(_FUNNEL):
            values = side_by_side((giver.analysis, promise), (taker.analysis, use), world)
            if values is not None and values[0] > 0:
                return values[1] / values[0]
    return None
