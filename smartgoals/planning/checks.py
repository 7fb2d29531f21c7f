"""The checks of a set of goals: each gives notes, which the catalogues put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from smartgoals.advice.messages import catalogue
from smartgoals.criteria.relevant import NEAR
from smartgoals.models import Target
from smartgoals.planning.aim import named_start
from smartgoals.planning.amounts import signed
from smartgoals.planning.models import Handover, SetGoal
from smartgoals.planning.relations import World, aimed, chain, latest, side_by_side, within

_LONGEST = 80  # characters of a goal that a message quotes
_EQUAL = 1e-6  # relative difference below which sums are equal


@dataclass(frozen=True, slots=True)
class Note:
    """A finding before it is put into words: its code, the ids of its goals, and what its message shows."""

    code: str
    goals: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)

    def message(self, language: str) -> str:
        """The note in words; goals are quoted, teams named."""
        texts = catalogue(language)
        shown = {name: texts.teams.get(v, v) if name in ("giver", "taker") else v for name, v in self.values.items()}
        for name, value in shown.items():
            if isinstance(value, SetGoal):
                shown[name] = _quoted(value.analysis.text)
            elif isinstance(value, Target):
                shown[name] = f"{signed(value, language)} {value.metric_text}"
        return texts.message(self.code, shown)


def check(goals: Sequence[SetGoal], owed: Iterable[Handover], world: World) -> list[Note]:
    """All notes on a set of goals, in the order of the goals."""
    by_id = {goal.id: goal for goal in goals}
    notes: list[Note] = []
    for goal in goals:
        if goal.parent is not None:
            notes += _link(goal, by_id[goal.parent], world)
        if parts := [g for g in goals if g.parent == goal.id]:
            notes += _parts(goal, parts, world)
    notes += _pairs(goals, world)
    notes += _handovers(owed, by_id)
    notes += _nothing_promised(goals, world)
    return notes


def _link(goal: SetGoal, parent: SetGoal, world: World) -> Iterator[Note]:
    """Whether a goal serves its parent, and ends in time for it."""
    ids = (goal.id, parent.id)
    both = {"goal": goal, "parent": parent}
    if goal.proposed:
        yield Note("P.proposed-parent", ids, both)
    if aimed(goal.analysis) and aimed(parent.analysis):
        way = chain(goal.analysis, parent.analysis, world)
        if way is None:
            yield Note("P.no-path", ids, both)
        elif len(way) - 1 > NEAR:
            yield Note("P.far", ids, both | {"chain": way})
        elif len(way) > 1:
            yield Note("P.serves", ids, both | {"chain": way})
    ends, until = latest(goal.analysis), latest(parent.analysis)
    if ends is not None and until is not None and ends > until:
        yield Note("P.ends-late", ids, both | {"date": ends, "until": until})


def _parts(whole: SetGoal, parts: list[SetGoal], world: World) -> Iterator[Note]:
    """Whether something of a goal's parts can be measured, and whether those with its metric add up to it."""
    measured = [t for part in parts for t in part.analysis.targets if t.value is not None]
    if not measured:
        yield Note("P.no-measurable-part", (whole.id, *(p.id for p in parts)), {"goal": whole})
    for target in aimed(whole.analysis):
        groups: dict[object, float] = {}
        ids: list[str] = []
        for part in parts:
            for piece in aimed(part.analysis):
                scope = _scope(part, piece)
                if not within(piece, target) or (scope == _scope(whole, target) and _before(piece, target)):
                    continue  # a stage on the way, and no part beside others
                if (values := _summands(part, piece, whole, target, world)) is not None:
                    ids.append(part.id)
                    groups[scope] = max(groups.get(scope, 0.0), values[0])  # the later number includes the earlier
                    expected = values[1]
        if ids:
            total = sum(groups.values())
            gap = total - expected
            equal = abs(gap) <= _EQUAL * max(abs(expected), 1.0)
            code = "P.parts-add-up" if equal else "P.parts-short" if gap < 0 else "P.parts-over"
            yield Note(code, (whole.id, *ids), {"goal": whole, "sum": total, "whole": expected, "gap": abs(gap)})


def _scope(goal: SetGoal, target: Target) -> tuple[object, ...]:
    """Where, by whom and from when a target is gathered."""
    owners = tuple(o.text for o in goal.analysis.owners)
    return target.channels, goal.team, owners, named_start(goal.analysis, target)


def _before(one: Target, other: Target) -> bool:
    return one.deadline is not None and other.deadline is not None and one.deadline < other.deadline


def _summands(part: SetGoal, piece: Target, whole: SetGoal, target: Target, world: World) -> tuple[float, float] | None:
    """The numbers of a part and its whole if they add up: counts and amounts of money, not shares and levels."""
    levels = piece.metric in world.ontology.levels and piece.metric not in world.ontology.stocks
    if levels or piece.unit not in ("count", "money") or "relative" in (piece.change, target.change):
        return None
    return side_by_side((part.analysis, piece), (whole.analysis, target), world)


def _pairs(goals: Sequence[SetGoal], world: World) -> Iterator[Note]:
    """Goals that repeat or contradict each other: of the same metric, channels and team."""
    alike: dict[object, list[tuple[SetGoal, Target]]] = {}
    for goal in goals:
        for target in goal.analysis.targets:
            name = target.metric or (target.metric_text or "").lower()
            if name:
                alike.setdefault((name, target.channels), []).append((goal, target))
    for members in alike.values():
        for (one, a), (other, b) in combinations(members, 2):
            if one is not other and (code := _clash(one, a, other, b, world)) is not None:
                yield Note(code, (one.id, other.id), {"goal": one, "other": other})


def _clash(one: SetGoal, a: Target, other: SetGoal, b: Target, world: World) -> str | None:
    if {a.direction, b.direction} == {"increase", "decrease"}:
        return "P.contradicts"
    if _scope(one, a) != _scope(other, b) or a.deadline != b.deadline or a.value is None or b.value is None:
        return None
    values = side_by_side((one.analysis, a), (other.analysis, b), world)
    if values is None:
        return None
    if abs(values[0] - values[1]) <= _EQUAL * max(abs(values[0]), 1.0):
        return "P.repeats"
    related = other.id == one.parent or one.id == other.parent
    return None if related and not (one.proposed or other.proposed) else "P.contradicts"


def _handovers(owed: Iterable[Handover], goals: dict[str, SetGoal]) -> Iterator[Note]:
    """What is owed, what comes too late, and what is too little whatever the conversion."""
    together: dict[tuple[str, str | None], list[Handover]] = {}
    for row in owed:
        ids = (row.promise, row.use)
        values = {
            "giver": row.giver, "taker": row.taker, "what": row.what, "date": row.promised_by,
            "goal": goals[row.promise], "other": goals[row.use],
        }  # fmt: skip
        yield Note("P.handover" if row.promised_by is not None else "P.handover-undated", ids, values)
        if row.promised_by is not None and row.needed_by is not None and row.promised_by > row.needed_by:
            yield Note("P.handover-late", ids, values | {"until": row.needed_by})
        if row.rate is not None:
            together.setdefault((row.use, row.what.metric), []).append(row)
    for (use, _), rows in together.items():
        if sum(1 / row.rate for row in rows if row.rate) < 1:
            promises = tuple(row.promise for row in rows)
            yield Note(
                "P.handover-short",
                (use, *promises),
                {
                    "other": goals[use],
                    "what": rows[0].what.model_copy(update={"value": sum(row.what.value or 0 for row in rows)}),
                },
            )


def _nothing_promised(goals: Sequence[SetGoal], world: World) -> Iterator[Note]:
    """Goals of sales that count on leads which no goal of another team promises."""
    ontology = world.ontology
    leads = [m.id for m in ontology.metrics.values() if m.stage == "lead" and ontology.usual_team(m.id) == "marketing"]
    promised = {t.metric for g in goals for t in aimed(g.analysis) if g.team != "sales"}
    if not promised.isdisjoint(leads):
        return
    for goal in goals:
        own = next((t.metric for t in aimed(goal.analysis)), None)
        if goal.team == "sales" and own and any(_near(ontology.chain(lead, own)) for lead in leads if lead != own):
            yield Note("P.nothing-promised", (goal.id,), {"goal": goal, "giver": "marketing", "taker": "sales"})


def _near(way: tuple[str, ...] | None) -> bool:
    return way is not None and len(way) - 1 <= NEAR


def _quoted(text: str) -> str:
    from textwrap import shorten

    return shorten(text, _LONGEST, placeholder=" …")
