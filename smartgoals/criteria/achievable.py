"""Achievable: the target against what history, the baseline or a benchmark lets expect."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean
from typing import Any

from smartgoals.criteria.expectation import Expectation, expect
from smartgoals.criteria.facts import Facts, Judgement, Note
from smartgoals.criteria.horizon import PeriodUnknown, steps_ahead

RECENT = 3  # periods whose mean is what history delivers today
_LEAST_FOR_CHANCE = 4  # values of history from which a probability is named
_NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a level is held against: the expectation, what is delivered already, and where both come from."""

    expected: Expectation
    usual: float | None = None  # what history delivers already
    values: int = 0  # of history
    notes: tuple[Note, ...] = ()


def judge(facts: Facts) -> Judgement:
    """The lowest verdict of the targets that can be judged; unknown when none can."""
    judged: list[Judgement] = []
    unknown: list[Note] = []
    for target in facts.targets:
        try:
            found = _target(target, facts)
        except PeriodUnknown:
            unknown = [Note("A.period-unknown", facts.number_span(target))]
            continue
        except ArithmeticError:
            continue  # greater than a float can be: nothing to judge from
        if found is not None:
            judged.append(found)
    if not judged:
        return Judgement(None, tuple(unknown) or (Note("A.no-evidence"),))
    return min(judged, key=lambda j: j.score or 0.0)


def _target(target: dict[str, Any], facts: Facts) -> Judgement | None:
    if target.get("value") is None:
        return None
    where = facts.number_span(target)
    if (nonsense := _nonsense(target, facts)) is not None:
        return Judgement(0.0, (Note(nonsense, where),))
    if target["change"] == "relative":
        ratio = _own_ratio(target)
        return _by_ratio(ratio, facts, where, {"ratio": ratio}, own=True)
    evidence, start = _evidence(target, facts)
    if evidence is None or start is None:
        return None
    aim = _aim(target, start)
    down = target["direction"] == "decrease" or (target["direction"] == "achieve" and _better(target, facts) == "down")
    usual, expected = evidence.usual, evidence.expected.value
    if usual is not None and target["change"] == "level" and target["direction"] != "maintain":
        easy = aim > max(usual, expected) if down else aim < min(usual, expected)
        if easy:
            return Judgement(0.5, (Note("A.too-easy", where, {"usual": usual}), *evidence.notes))
    ratio = _ratio(expected, aim) if down else _ratio(aim, expected)
    values = {"ratio": ratio, "expected": expected}
    found = _by_ratio(ratio, facts, where, values, own=False, history=evidence.values > 0)
    chance = evidence.expected.chance(aim, down=down) if evidence.values >= _LEAST_FOR_CHANCE else None
    likely = (Note("A.chance", where, {"chance": chance, "n": evidence.values}),) if chance is not None else ()
    return Judgement(found.score, (*found.notes, *likely, *evidence.notes))


def _nonsense(target: dict[str, Any], facts: Facts) -> str | None:
    """The code of what no target can be: a share over 100 %, or a level on the wrong side of where it starts."""
    value, baseline = float(target["value"]), target.get("baseline")
    if target["change"] == "level" and target["unit"] == "percent" and value > 100:
        return "A.impossible-rate" if target["metric"] in facts.ontology.shares else None
    if target["change"] == "relative" and target["unit"] == "percent" and target["direction"] == "decrease":
        return "A.impossible-rate" if value > 100 else None
    if baseline is None or target["change"] != "level":
        return None
    wrong = {"increase": value < baseline, "decrease": value > baseline}.get(str(target["direction"]), False)
    return "A.wrong-side" if wrong else None


def _evidence(target: dict[str, Any], facts: Facts) -> tuple[_Evidence | None, float | None]:
    """What a level is held against, and the level that a change of it starts from: the first that is known of
    history, the baseline in the text, the one in the context, and a benchmark that is a level."""
    context = facts.context
    if context.history:
        ahead = steps_ahead(target, facts)
        value, spread = _summed(context.history, ahead.steps, context.history_per)
        expected = Expectation(value * ahead.scale, spread * ahead.scale)
        usual = fmean(context.history[-RECENT:]) * ahead.scale * len(ahead.steps)
        n = len(context.history)
        notes = (Note("A.scaled", None, {"n": len(ahead.steps)}),) if ahead.scaled else ()
        return _Evidence(expected, usual, n, notes), context.history[-1] * ahead.scale * len(ahead.steps)
    baseline = target.get("baseline")
    start = baseline if baseline is not None else context.baseline
    level = context.benchmark is not None and context.benchmark > 1 and target["change"] == "level"
    if start is None and level:
        start = context.benchmark
    return (None if start is None else _Evidence(Expectation(start))), start


@lru_cache(maxsize=256)
def _summed(history: tuple[float, ...], steps: Sequence[int], per: str | None) -> tuple[float, float]:
    """What is expected of some periods behind a history together, and the standard deviation around it."""
    forecasts = [expect(history, step, per) for step in steps]
    return sum(f.value for f in forecasts), math.sqrt(sum((f.spread or 0.0) ** 2 for f in forecasts))


def _better(target: dict[str, Any], facts: Facts) -> str | None:
    metric = facts.ontology.metrics.get(target["metric"] or "")
    return metric.better if metric else None


def _ratio(aim: float, evidence: float) -> float:
    if aim <= 0 or evidence <= _NEGLIGIBLE:
        return 1.0 if aim <= evidence + _NEGLIGIBLE else math.inf
    return aim / evidence


def _aim(target: dict[str, Any], start: float) -> float:
    """The level that a target means, given today's."""
    if target["change"] == "level":
        return float(target["value"])
    way = -1 if target["direction"] == "decrease" else 1
    return start + way * float(target["value"])


def _own_ratio(target: dict[str, Any]) -> float:
    """The ratio that a percentage or multiple is by itself: +50 % is 1.5, −40 % is 1/0.6."""
    value = float(target["value"])
    if target["unit"] == "multiple":
        if value <= 0:
            return math.inf
        return value if value >= 1 else 1 / value
    if target["direction"] == "decrease":
        return math.inf if value >= 100 else 1 / (1 - value / 100)
    return 1 + value / 100


def _by_ratio(
    ratio: float,
    facts: Facts,
    where: tuple[int, int] | None,
    values: dict[str, Any],
    *,
    own: bool,
    history: bool = False,
) -> Judgement:
    """The judgement of a ratio; `own`: of a percentage or multiple by itself."""
    if ratio <= facts.settings.reachable + _NEGLIGIBLE:
        return Judgement(0.9, (Note("A.modest-change" if own else "A.within-reach", where, values),))
    if ratio <= facts.settings.stretch + _NEGLIGIBLE:
        return Judgement(0.5, (Note("A.steep-change" if own else "A.stretch", where, values),))
    code = "A.above-history" if history else "A.leap" if own else "A.out-of-reach"
    return Judgement(0.1, (Note(code, where, values),))
