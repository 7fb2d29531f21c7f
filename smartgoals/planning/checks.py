"""The checks of a set of goals: each gives notes, which the catalogues put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from smartgoals.advice.messages import catalogue
from smartgoals.advice.numbers import three_figures
from smartgoals.criteria.relevant import NEAR
from smartgoals.models import Target
from smartgoals.planning.amounts import signed
from smartgoals.planning.codes import set_codes
from smartgoals.planning.handovers import shortfalls
from smartgoals.planning.members import Member, Piece, World, side_by_side
from smartgoals.planning.models import Handover, SetGoal
from smartgoals.planning.relations import astray
from smartgoals.planning.sums import addable, equal, summed
from smartgoals.text.fold import fold

_LONGEST = 80  # characters of a goal that a message quotes
_SUMS = {"add-up": "parts-add-up", "short": "parts-short", "over": "parts-over", "limit": "over-limit"}


@dataclass(frozen=True, slots=True)
class Rate:
    """A number with the cadence that it is per, if any, as a message shows it."""

    value: float
    per: str | None


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
            elif isinstance(value, list):
                shown[name] = " + ".join(_quoted(goal.analysis.text) for goal in value)
            elif isinstance(value, Target):
                shown[name] = f"{signed(value, language)} {value.metric_text}"
            elif isinstance(value, Rate):
                number = texts.number(three_figures(value.value))
                shown[name] = texts.plan[value.per].format(n=number) if value.per else number
        return texts.message(self.code, shown)


def check(of: Sequence[Member], owed: Sequence[Handover], world: World) -> list[Note]:
    """All notes on the members of a set, in their order."""
    members = {member.goal.id: member for member in of}
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
    notes += _pairs(members, world)
    notes += _handovers(owed, members, world)
    notes += _nothing_promised(members, {row.use for row in owed}, world)
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
        elif astray(child, parent, way, world.ontology):
            yield Note("P.wrong-direction", ids, both | {"chain": way})
        elif len(way) - 1 > NEAR:
            yield Note("P.far", ids, both | {"chain": way})
        elif len(way) > 1:
            yield Note("P.serves", ids, both | {"chain": way})
    if child.until is not None and parent.until is not None and child.until > parent.until:
        yield Note("P.ends-late", ids, both | {"date": child.until, "until": parent.until})


def _parts(whole: Member, parts: list[Member], world: World) -> Iterator[Note]:
    """Whether something of a goal's parts can be measured, and whether those with its metric add up to it.

    A proposed part may be none: an error has to hold without those.
    """
    given = [part for part in parts if not part.goal.proposed]
    if given and not any(t.value is not None for part in parts for t in part.goal.analysis.targets):
        ids = (whole.goal.id, *(part.goal.id for part in given))
        yield Note("P.no-measurable-part", ids, {"goal": whole.goal})
    for of in whole.pieces:
        note = _sum(whole, of, parts, world)
        if note is not None and len(given) < len(parts) and set_codes()[note.code].severity == "error":
            note = _sum(whole, of, given, world)
        if note is not None:
            yield note


def _sum(whole: Member, of: Piece, parts: Sequence[Member], world: World) -> Note | None:
    found = summed(of, parts, world)
    if found is None:
        return None
    gap = abs(found.total - found.whole)
    shown = {"goal": whole.goal, "sum": found.total, "whole": Rate(found.whole, found.per), "gap": gap}
    return Note(f"P.{_SUMS[found.outcome]}", (whole.goal.id, *found.parts), shown)


def _pairs(members: dict[str, Member], world: World) -> Iterator[Note]:
    """Goals that repeat or contradict an earlier one of the same thing and channels; each is told of once."""
    written: dict[tuple[str, str | None], Member] = {}
    alike: dict[object, list[tuple[Member, Piece]]] = {}
    told: set[tuple[str, str]] = set()
    for other in members.values():
        text = " ".join(fold(other.goal.analysis.text).split()).rstrip(".!… ")
        if (first := written.setdefault((text, other.team), other)) is not other:
            yield Note("P.repeats", (first.goal.id, other.goal.id), {"goal": first.goal, "other": other.goal})
            continue
        for b in other.pieces:
            if b.thing is None:
                continue
            earlier = alike.setdefault((b.thing, b.places, b.said), [])
            clash = _first_clash(earlier, other, b, members, world)
            if clash is None or clash[0] == "P.contradicts":
                earlier.append((other, b))  # what repeats another needs no looking at again
            if clash is not None and (clash[0], other.goal.id) not in told:
                code, one = clash
                told.add((code, other.goal.id))
                yield Note(code, (one.goal.id, other.goal.id), {"goal": one.goal, "other": other.goal})


def _first_clash(
    earlier: Iterable[tuple[Member, Piece]], other: Member, b: Piece, members: dict[str, Member], world: World
) -> tuple[str, Member] | None:
    """The first of the goals before one that it clashes with, and how."""
    for one, a in earlier:
        if one is not other and (code := _clash(one, a, other, b)) is not None:
            if code == "P.contradicts" and _side_parts(one, a, other, b, members, world):
                continue
            return code, one
    return None


def _clash(one: Member, a: Piece, other: Member, b: Piece) -> str | None:
    """How two goals clash: they go opposite ways, or say the same or another number for the same day and people."""
    ways = (a.target.direction, b.target.direction)
    given = any(g.parent == h.id and not g.proposed for g, h in ((one.goal, other.goal), (other.goal, one.goal)))
    if ways in (("increase", "decrease"), ("decrease", "increase")):
        return None if given and a.target.metric is not None else "P.contradicts"  # the link says that it is wrong
    if (a.target.deadline, a.scope, a.done) != (b.target.deadline, b.scope, b.done):
        return None
    if (values := side_by_side(a, b)) is None:
        return None
    assert a.amount is not None
    assert b.amount is not None
    opposed = {a.target.comparator, b.target.comparator} == {">=", "<="}
    if not opposed and equal(values[0].value, values[1].value) and equal(values[0].high, values[1].high):
        same = (a.amount.sort, a.amount.per) == (b.amount.sort, b.amount.per)
        return "P.repeats" if same or not given else None  # so much a month is how its whole is reached
    least, most = zip(a.bounds(values[0]), b.bounds(values[1]), strict=True)
    return None if given or max(least) <= min(most) else "P.contradicts"


def _side_parts(one: Member, a: Piece, other: Member, b: Piece, members: dict[str, Member], world: World) -> bool:
    """Whether two goals are given as parts of one whole, to which their numbers add up."""
    parent = one.goal.parent
    if parent is None or parent != other.goal.parent or one.goal.proposed or other.goal.proposed:
        return False
    return any(addable(a, of, world) and addable(b, of, world) for of in members[parent].pieces)


def _handovers(owed: Sequence[Handover], members: dict[str, Member], world: World) -> Iterator[Note]:
    """What is owed, what comes too late, and what is too little whatever the conversion."""
    for row in owed:
        ids = (row.promise, row.use)
        values = {
            "giver": row.giver, "taker": row.taker, "what": row.what, "date": row.promised_by,
            "goal": members[row.promise].goal, "other": members[row.use].goal,
        }  # fmt: skip
        yield Note("P.handover" if row.promised_by is not None else "P.handover-undated", ids, values)
        if row.promised_by is not None and row.needed_by is not None and row.promised_by > row.needed_by:
            yield Note("P.handover-late", ids, values | {"until": row.needed_by})
    for uses, rows in shortfalls(owed, members, world):
        what = rows[0].what.model_copy(update={"value": sum(row.what.value or 0 for row in rows)})
        shown = {"other": [members[use].goal for use in uses], "what": what}
        yield Note("P.handover-short", (*uses, *(row.promise for row in rows)), shown)


def _nothing_promised(members: dict[str, Member], served: set[str], world: World) -> Iterator[Note]:
    """Goals of sales that count on leads which no goal of another team promises; `served` are owed something.

    Customers that are kept come from no leads.
    """
    ontology = world.ontology
    leads = {m.id for m in ontology.metrics.values() if m.stage == "lead" and ontology.usual_team(m.id) == "marketing"}
    if any(leads.intersection(member.metrics) for member in members.values() if member.goal.team != "sales"):
        return
    for goal, member in ((member.goal, member) for member in members.values()):
        won = [p for p in member.known if p.target.direction != "maintain"]
        metrics = tuple(piece.target.metric for piece in won if piece.target.metric is not None)
        way = world.way(tuple(sorted(leads - set(metrics))), metrics)
        if goal.team == "sales" and goal.id not in served and way is not None and len(way) - 1 <= NEAR:
            yield Note("P.nothing-promised", (goal.id,), {"goal": goal, "giver": "marketing", "taker": "sales"})


def _quoted(text: str) -> str:
    from textwrap import shorten

    return shorten(text, _LONGEST, placeholder=" …")
