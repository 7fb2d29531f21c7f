"""Whether the parts of a goal add up to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import isclose
from typing import Literal

from smartgoals.planning.members import Amount, Member, Piece, World, side_by_side
from smartgoals.planning.relations import within

Outcome = Literal["add-up", "short", "over", "limit"]


@dataclass(frozen=True, slots=True)
class Sum:
    """What the parts of a goal come to beside it, in its own cadence `per`; `parts` are the ids of those added."""

    outcome: Outcome
    parts: tuple[str, ...]
    total: float
    whole: float
    per: str | None


@dataclass(frozen=True, slots=True)
class _Summand:
    part: str  # the id of its goal
    piece: Piece
    amount: Amount  # in the terms of the whole


def equal(one: float, other: float) -> bool:
    """Whether two numbers are the same but for the error of reckoning."""
    return isclose(one, other, rel_tol=1e-6, abs_tol=1e-6)


def addable(piece: Piece, of: Piece, world: World) -> bool:
    """Whether the numbers of a part and its whole add up: counts and amounts of money, not shares and levels."""
    part, whole = piece.target, of.target
    levels = part.metric in world.ontology.levels and part.metric not in world.ontology.stocks
    down = [target.direction == "decrease" for target in (part, whole)]
    if levels or part.unit not in ("count", "money") or "relative" in (part.change, whole.change):
        return False
    return down[0] == down[1] and within(piece, of) and side_by_side(piece, of) is not None


def summed(of: Piece, parts: Sequence[Member], world: World) -> Sum | None:
    """What the parts of a target's goal come to; None if none adds up with it, or it cannot be judged.

    With a part that has no number too little may still be enough, and with one whose number cannot be added nothing
    but too much is sure.  A part that may be how far the whole is to be at an earlier day ('Get 20 leads by March')
    counts if the sum is right with it; several that rise from day to day count for nothing.
    """
    if of.amount is None:
        return None
    alike = [(part.goal.id, piece) for part in parts for piece in part.pieces if piece.thing == of.thing is not None]
    added = [(part, piece) for part, piece in alike if addable(piece, of, world)]
    summands = [_Summand(part, piece, _in_terms_of(piece, of)) for part, piece in added]
    last = max((piece.start for part in parts for piece in part.pieces if piece.start is not None), default=None)
    parted: list[_Summand] = []
    doubtful: list[_Summand] = []
    for group in _groups(summands):
        stage = _stage(group, of, last)
        if not stage:
            parted += group
        elif len(group) == 1:
            doubtful += group
    choices = [parted, parted + doubtful] if doubtful else [parted]
    readings = [_judged(summands, of, of.amount) for summands in choices if summands]
    right = next((found for found in readings if found.outcome == "add-up"), None)
    agreed = readings[-1] if parted and len({found.outcome for found in readings}) == 1 else None
    found = right or agreed
    if found is None or found.outcome in ("over", "limit") or len(added) == len(alike):
        return found
    unlike = any(piece.amount is not None for _, piece in alike if not addable(piece, of, world))
    return None if unlike or found.outcome == "short" else found


def _in_terms_of(piece: Piece, of: Piece) -> Amount:
    """The amount of a part in the terms of its whole: a total beside a rate is a share of what the rate comes to."""
    assert piece.amount is not None
    assert of.amount is not None
    if piece.amount.sort == of.amount.sort:
        return piece.amount.in_terms_of(of.amount)
    assert piece.total is not None
    assert of.total is not None
    share = of.amount.value / of.total.value if of.total.value else 0.0
    return replace(of.amount, value=piece.total.value * share, high=piece.total.high * share)


def _judged(summands: Sequence[_Summand], of: Piece, whole: Amount) -> Sum:
    """What some parts come to: a range where they have ranges."""
    low, high = map(sum, zip(*map(_together, _groups(summands)), strict=True))
    least, most = of.bounds(whole)
    parts = tuple(dict.fromkeys(s.part for s in summands))
    outcome: Outcome = "add-up"
    if high < least and not equal(high, least):
        outcome = "short"
    elif low > most and not equal(low, most):
        outcome = "limit" if of.target.comparator == "<=" else "over"
    bound = whole.high if outcome != "short" and math.isfinite(most) else whole.value
    return Sum(outcome, parts, min(max(low, bound), high), bound, whole.per)


def _groups(summands: Sequence[_Summand]) -> list[list[_Summand]]:
    """The parts by their scope."""
    groups: dict[tuple[object, ...], list[_Summand]] = {}
    for summand in summands:
        groups.setdefault(summand.piece.scope, []).append(summand)
    return list(groups.values())


def _together(group: Sequence[_Summand]) -> tuple[float, float]:
    """What parts of one thing come to, at least and at most: the last of those that rise includes the earlier."""
    gather = max if _rising(group) else sum
    return gather([s.amount.value for s in group]), gather([s.amount.high for s in group])


def _rising(group: Sequence[_Summand]) -> bool:
    """Whether of parts of one thing each later one is larger, from day to day."""
    ends = [(s.piece.target.deadline or date.max, s.amount.value) for s in group]
    ends.sort()
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(ends))


def _stage(group: Sequence[_Summand], of: Piece, last: date | None) -> bool:
    """Whether parts may say how far the whole is to be at earlier days, and no other part begins behind them."""
    piece = group[0].piece
    if piece.doers != of.doers or not piece.said <= of.said or not _rising(group):
        return False
    ends = [s.piece.target.deadline for s in group]
    earlier = [end is not None and of.target.deadline is not None and end < of.target.deadline for end in ends]
    followed = last is not None and all(end is not None and last > end for end in ends)
    return all(earlier) and not followed
