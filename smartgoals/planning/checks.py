"""The checks of a set of goals: each gives notes, which the catalogues put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isclose
from typing import Any

from smartgoals.advice.messages import catalogue
from smartgoals.criteria.relevant import NEAR
from smartgoals.models import Target
from smartgoals.planning.aim import named_start
from smartgoals.planning.amounts import signed
from smartgoals.planning.models import Handover, SetGoal
from smartgoals.planning.relations import Member, Piece, World, astray, elsewhere, side_by_side, within

_LONGEST = 80  # characters of a goal that a message quotes


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


def check(goals: Sequence[SetGoal], owed: Sequence[Handover], world: World) -> list[Note]:
    """All notes on a set of goals, in the order of the goals."""
    members = {goal.id: Member.of(goal, world) for goal in goals}
    parts: dict[str, list[Member]] = {}
    for member in members.values():
        if member.goal.parent is not None:
            parts.setdefault(member.goal.parent, []).append(member)
    notes: list[Note] = []
    for name, member in members.items():
        if member.goal.parent is not None:
            notes += _link(member, members[member.goal.parent], world)
        if name in parts:
            notes += _parts(member, parts[name], world)
    notes += _pairs(members.values())
    notes += _handovers(owed, {goal.id: goal for goal in goals})
    notes += _nothing_promised(goals, members, {row.use for row in owed}, world)
    return notes


def _link(child: Member, parent: Member, world: World) -> Iterator[Note]:
    """Whether a goal serves its parent, and ends in time for it."""
    ids = (child.goal.id, parent.goal.id)
    both = {"goal": child.goal, "parent": parent.goal}
    if child.goal.proposed:
        yield Note("P.proposed-parent", ids, both)
    if child.metrics and parent.metrics:
        way = world.way(child.metrics, parent.metrics)
        if way is None:
            yield Note("P.no-path", ids, both)
        elif len(way) > 1 and astray(child, parent, way, world.ontology):
            yield Note("P.wrong-direction", ids, both | {"chain": way})
        elif len(way) - 1 > NEAR:
            yield Note("P.far", ids, both | {"chain": way})
        elif len(way) > 1:
            yield Note("P.serves", ids, both | {"chain": way})
    if child.until is not None and parent.until is not None and child.until > parent.until:
        yield Note("P.ends-late", ids, both | {"date": child.until, "until": parent.until})


def _parts(whole: Member, parts: list[Member], world: World) -> Iterator[Note]:
    """Whether something of a goal's parts can be measured, and whether those with its metric add up to it."""
    if not any(t.value is not None for part in parts for t in part.goal.analysis.targets):
        ids = (whole.goal.id, *(part.goal.id for part in parts))
        yield Note("P.no-measurable-part", ids, {"goal": whole.goal})
    for of in whole.pieces:
        groups: dict[object, float] = {}
        added: list[str] = []
        expected = 0.0
        last = _last_start(parts)
        for part in parts:
            for piece in part.pieces:
                # a stage on the way is no part beside others
                values = None if _stage(part, piece, whole, of, last) else _summands(piece, of, world)
                if values is not None:
                    added.append(part.goal.id)
                    key = (piece.scope, part.words)
                    groups[key] = max(groups.get(key, 0.0), values[0])  # the later number includes the earlier
                    expected = values[1]
        if added:
            total = sum(groups.values())
            gap = total - expected
            code = "P.parts-add-up" if _equal(total, expected) else "P.parts-short" if gap < 0 else "P.parts-over"
            shown = {"goal": whole.goal, "sum": total, "whole": expected, "gap": abs(gap)}
            yield Note(code, (whole.goal.id, *added), shown)


def _last_start(parts: Iterable[Member]) -> date | None:
    """The last of the days on which parts begin; what ends before it is itself a part, as Q1 is of a year."""
    starts = (named_start(part.goal.analysis, piece.target) for part in parts for piece in part.pieces)
    return max((start for start in starts if start is not None), default=None)


def _stage(part: Member, piece: Piece, whole: Member, of: Piece, last: date | None) -> bool:
    """Whether a part says how far the whole is to be at an earlier day, and no other part begins behind that."""
    followed = piece.target.deadline is not None and last is not None and last > piece.target.deadline
    alike = piece.scope == of.scope and part.words <= whole.words
    return alike and _before(piece.target, of.target) and not followed


def _before(one: Target, other: Target) -> bool:
    return one.deadline is not None and other.deadline is not None and one.deadline < other.deadline


def _equal(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=1e-6, abs_tol=1e-6)


def _summands(piece: Piece, of: Piece, world: World) -> tuple[float, float] | None:
    """The numbers of a part and its whole if they add up: counts and amounts of money, not shares and levels."""
    part, whole = piece.target, of.target
    levels = part.metric in world.ontology.levels and part.metric not in world.ontology.stocks
    if levels or part.unit not in ("count", "money") or "relative" in (part.change, whole.change):
        return None
    return side_by_side(piece, of) if within(piece, of) else None


def _pairs(members: Iterable[Member]) -> Iterator[Note]:
    """Goals that repeat or contradict an earlier one of the same metric and channels; each is told of once."""
    alike: dict[object, list[tuple[Member, Piece]]] = {}
    told: set[tuple[str, str]] = set()
    for other in members:
        for b in other.pieces:
            earlier = alike.setdefault((b.target.metric, b.places), [])
            clash = _first_clash(earlier, other, b)
            if clash is None or clash[0] == "P.contradicts":
                earlier.append((other, b))  # what repeats another needs no looking at again
            if clash is not None and (clash[0], other.goal.id) not in told:
                code, one = clash
                told.add((code, other.goal.id))
                yield Note(code, (one.goal.id, other.goal.id), {"goal": one.goal, "other": other.goal})


def _first_clash(earlier: Iterable[tuple[Member, Piece]], other: Member, b: Piece) -> tuple[str, Member] | None:
    """The first of the goals before one that it clashes with, and how."""
    for one, a in earlier:
        if one is not other and (code := _clash(one, a, other, b)) is not None:
            return code, one
    return None


def _clash(one: Member, a: Piece, other: Member, b: Piece) -> str | None:
    """How two goals clash: they go opposite ways, or say the same or another number for the same day and people."""
    ways = (a.target.direction, b.target.direction)
    if ways in (("increase", "decrease"), ("decrease", "increase")):
        return None if elsewhere(one, other) else "P.contradicts"
    if a.target.deadline != b.target.deadline or (values := side_by_side(a, b)) is None:
        return None
    if a.scope != b.scope or one.words != other.words:
        return None
    given = any(g.parent == h.id and not g.proposed for g, h in ((one.goal, other.goal), (other.goal, one.goal)))
    if _equal(*values):
        same = a.amount is not None and b.amount is not None and a.amount.sort == b.amount.sort
        return "P.repeats" if same or not given else None  # so much a month is how its whole is reached
    return None if given else "P.contradicts"


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


def _nothing_promised(
    goals: Sequence[SetGoal], members: dict[str, Member], served: set[str], world: World
) -> Iterator[Note]:
    """Goals of sales that count on leads which no goal of another team promises; `served` are owed something."""
    ontology = world.ontology
    leads = {m.id for m in ontology.metrics.values() if m.stage == "lead" and ontology.usual_team(m.id) == "marketing"}
    if any(leads.intersection(members[goal.id].metrics) for goal in goals if goal.team != "sales"):
        return
    for goal in goals:
        metrics = members[goal.id].metrics
        way = world.way(tuple(sorted(leads - set(metrics))), metrics)
        if goal.team == "sales" and goal.id not in served and way is not None and len(way) - 1 <= NEAR:
            yield Note("P.nothing-promised", (goal.id,), {"goal": goal, "giver": "marketing", "taker": "sales"})


def _quoted(text: str) -> str:
    from textwrap import shorten

    return shorten(text, _LONGEST, placeholder=" …")
