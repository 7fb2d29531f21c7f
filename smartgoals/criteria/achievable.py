"""Achievable: the target against what history, the baseline or a benchmark lets expect."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean
from typing import Any

from smartgoals.criteria.facts import Facts, Judgement, Note

REACHABLE, HARD = 1.5, 2.0  # ratios of the contract's rubric
RECENT = 3  # periods whose mean is what history delivers today


def judge(facts: Facts) -> Judgement:
    """The lowest verdict of the targets that can be judged; unknown when none can."""
    judged = [found for t in facts.targets if (found := _target(t, facts)) is not None]
    if not judged:
        return Judgement(None, (Note("A.no-evidence", "suggestion"),))
    return min(judged, key=lambda j: j.score or 0.0)


def expected(history: Sequence[float]) -> float:
    """The next value of a series by its straight-line trend (least squares)."""
    n = len(history)
    if n < 2:
        return history[-1]
    mean_x, mean_y = (n - 1) / 2, fmean(history)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in enumerate(history)) / sum((x - mean_x) ** 2 for x in range(n))
    return mean_y + slope * (n - mean_x)


def _target(target: dict[str, Any], facts: Facts) -> Judgement | None:
    if target.get("value") is None:
        return None
    context, span = facts.context, facts.metric_span(target)
    if target["change"] == "relative":
        ratio = _own_ratio(target)
        return None if ratio is None else _by_ratio(ratio, span, {"ratio": ratio})
    baseline = target.get("baseline")
    evidence: float | None
    start: float | None
    if context.history:
        evidence = expected(context.history)
        start = context.history[-1]
    else:
        start = baseline if baseline is not None else context.baseline
        evidence = start
    if evidence is None and context.benchmark is not None and context.benchmark > 1 and target["change"] == "level":
        evidence = start = context.benchmark
    if evidence is None or start is None:
        return None
    aim = _aim(target, start)
    if aim is None:
        return None
    down = target["direction"] == "decrease" or (target["direction"] == "achieve" and _better_down(target, facts))
    if context.history and target["change"] == "level":
        usual = fmean(context.history[-RECENT:])
        if aim > usual if down else aim < usual:
            return Judgement(0.5, (Note("A.too-easy", "warning", span, {"usual": usual}),))
    ratio = _ratio(evidence, aim) if down else _ratio(aim, evidence)
    return _by_ratio(ratio, span, {"expected": evidence, "ratio": ratio})


def _better_down(target: dict[str, Any], facts: Facts) -> bool:
    return any(m["id"] == target["metric"] and m.get("better") == "down" for m in facts.metrics)


def _ratio(aim: float, evidence: float) -> float:
    if aim <= 0 or evidence <= 0:
        return 1.0 if aim <= evidence else math.inf
    return aim / evidence


def _aim(target: dict[str, Any], start: float) -> float | None:
    """The level that a target means, given today's."""
    if target["change"] == "level":
        return float(target["value"])
    way = -1 if target["direction"] == "decrease" else 1
    return start + way * float(target["value"])


def _own_ratio(target: dict[str, Any]) -> float | None:
    """The ratio that a percentage or multiple is by itself: +50 % is 1.5, −40 % is 1/0.6."""
    value = float(target["value"])
    if target["unit"] == "multiple":
        if value <= 0:
            return math.inf
        return value if value >= 1 else 1 / value
    if target["direction"] == "decrease":
        return math.inf if value >= 100 else 1 / (1 - value / 100)
    return 1 + value / 100


def _by_ratio(ratio: float, span: tuple[int, int] | None, values: dict[str, Any]) -> Judgement:
    if ratio <= REACHABLE:
        return Judgement(0.9)
    if ratio <= HARD:
        return Judgement(0.5, (Note("A.stretch", "warning", span, values),))
    return Judgement(0.1, (Note("A.above-history", "error", span, values),))
