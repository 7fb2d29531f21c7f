"""The way that a target goes, from its verb, its number and what stands beside them."""

from __future__ import annotations

from smartgoals.grammar.comparatives import BETTER
from smartgoals.reading import Quantity

_MOST_COUNTED = 4  # words of what is counted: 'sales meetings a week'


def of_target(
    verb: str | None,
    better: str,
    quantity: Quantity | None,
    baseline: float | None,
    moved: str | None,
    *,
    paired: bool,
    wished: bool,
    comparative: str | None,
) -> str | None:
    """The direction of a target.

    `verb` is the class that governs it, `better` the metric's good way, `moved` what a particle says, `paired` whether
    the baseline stands right beside the number, `wished` whether something but the main verb says that the goal is
    wanted ('we need more'), `comparative` what a comparative without a number says.
    """
    good = "decrease" if better == "down" else "increase"
    way = quantity.direction if quantity is not None else None
    way = good if way == BETTER else way  # '20 % faster'
    if verb == "improve":
        if paired and baseline is not None and quantity is not None and quantity.value != baseline:
            return "increase" if quantity.value > baseline else "decrease"  # 'speed up from 5 to 3 days'
        return good
    if verb == "multiply":
        return "decrease" if quantity is not None and quantity.unit == "multiple" and quantity.value < 1 else "increase"
    if verb == "maintain" and quantity is None and comparative is not None:
        return comparative  # 'keep more customers'
    if verb == "maintain" and quantity is not None and quantity.sign:
        return quantity.sign  # 'revenue +12 %, costs flat'
    if verb in ("increase", "decrease", "maintain"):
        return verb
    if verb in ("achieve", "activity"):
        if moved:
            return moved
        if quantity is None:
            return comparative or "achieve"
        if paired and baseline is not None and quantity.role == "target" and quantity.value != baseline:
            return "increase" if quantity.value > baseline else "decrease"  # 'take sessions from 9k to 12k'
        if quantity.unit == "multiple" and way:
            return way
        measured = quantity.unit is not None
        if measured and quantity.role == "change" and way == "decrease":
            return "decrease"  # 'so that there are 40 % fewer returns', 'take 12 minutes off my marathon time'
        if verb == "achieve" and quantity.comparator == "<=" and better == "down":
            return "decrease"
        return "achieve"
    if quantity is not None and quantity.sign:
        return quantity.sign
    if moved:
        return moved
    if way:
        return way
    if quantity is not None and quantity.unit == "multiple" and quantity.role == "change":
        return "increase" if quantity.value >= 1 else "decrease"
    if quantity is not None and baseline is not None and quantity.role == "target" and quantity.value != baseline:
        return "increase" if quantity.value > baseline else "decrease"
    return comparative if wished else None


def are_beside(baseline: Quantity | None, quantity: Quantity | None) -> bool:
    """Whether a baseline and its number stand side by side, but for brackets, a comma, and what is counted."""
    if baseline is None or quantity is None:
        return False
    if baseline.lead == "from" and quantity.lead == "to" and 0 <= quantity.first - baseline.last <= _MOST_COUNTED:
        return True  # 'from 3 meetings a week to 5'
    return -2 <= baseline.last - quantity.first <= 0 or -2 <= quantity.last - baseline.first <= 0
