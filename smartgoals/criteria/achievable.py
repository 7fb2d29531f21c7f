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
_SHARES = ("percent", "percentage_point")
_ABSURD = 10.0  # times as great as today: a rate that is to be so had its values given as fractions


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
    first = next((t for t in facts.targets if t.get("value") is not None), None)
    for target in facts.targets:
        try:
            found = _target(target, facts, of_context=_is_alike(target, first))
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


def _is_alike(target: dict[str, Any], first: dict[str, Any] | None) -> bool:
    """Whether a target has the goal's metric, which the context speaks of: that of the first one with a number."""
    if first is None or target["metric"] != first["metric"]:
        return False
    return target["metric"] is not None or target["metric_text"] == first["metric_text"]


def _target(target: dict[str, Any], facts: Facts, *, of_context: bool) -> Judgement | None:
    """The judgement of a target; `of_context`: whether the context's values are of its metric."""
    if target.get("value") is None:
        return None
    where = facts.number_span(target)
    if (nonsense := _nonsense(target, facts, of_context=of_context)) is not None:
        return Judgement(0.0, (Note(nonsense, where),))
    if target["change"] == "relative":
        ratio = _own_ratio(target)
        return _by_ratio(ratio, facts, where, {"ratio": ratio}, own=True)
    evidence, start = _evidence(target, facts) if of_context else _of_text(target)
    if evidence is None or start is None:
        return None
    aim = _aim(target, start)
    down = _is_downwards(target, facts)
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


def _is_downwards(target: dict[str, Any], facts: Facts) -> bool:
    """Whether less is more of a feat: by what the goal says, else by the metric, or what bounds an unknown one."""
    if target["direction"] in ("increase", "decrease"):
        return bool(target["direction"] == "decrease")
    metric = facts.ontology.metrics.get(target["metric"] or "")
    return metric.better == "down" if metric is not None else target["comparator"] == "<="


def _nonsense(target: dict[str, Any], facts: Facts, *, of_context: bool) -> str | None:
    """The code of what no target can be: a share over 100 %, or a level on the wrong side of where it starts."""
    value, baseline = float(target["value"]), target.get("baseline")
    if baseline is None and of_context and not facts.context.history:
        baseline = _of_context(target, facts)
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
        history = _in_percent(context.history, target, facts)
        value, spread = _summed(history, ahead.steps, context.history_per)
        expected = Expectation(value * ahead.scale, spread * ahead.scale)
        usual = fmean(history[-RECENT:]) * ahead.scale * len(ahead.steps)
        notes = (Note("A.scaled", None, {"n": len(ahead.steps)}),) if ahead.scaled else ()
        return _Evidence(expected, usual, len(history), notes), history[-1] * ahead.scale * len(ahead.steps)
    found = _of_text(target)
    if found[1] is not None:
        return found
    start = _of_context(target, facts)
    if start is None and context.benchmark is not None and context.benchmark > 1 and target["change"] == "level":
        start = context.benchmark  # a fraction says how fast it grows, not where it stands
    return (None if start is None else _Evidence(Expectation(start))), start


def _of_text(target: dict[str, Any]) -> tuple[_Evidence | None, float | None]:
    """The same, of what the goal itself says."""
    start = target.get("baseline")
    return (None if start is None else _Evidence(Expectation(start))), start


def _of_context(target: dict[str, Any], facts: Facts) -> float | None:
    """The baseline that the context gives."""
    baseline = facts.context.baseline
    return None if baseline is None else _in_percent((baseline,), target, facts)[0]


def _in_percent(values: tuple[float, ...], target: dict[str, Any], facts: Facts) -> tuple[float, ...]:
    """Values of a rate as percentages, like its target: 0.25 is 25 % where 0.25 % would be absurd and 25 % is near."""
    last = values[-1]
    if target["unit"] not in _SHARES or min(values) <= 0 or max(values) >= 1:
        return values
    near = _apart(_aim(target, 100 * last), 100 * last) <= facts.settings.stretch
    return tuple(100 * value for value in values) if near and _apart(_aim(target, last), last) > _ABSURD else values


def _apart(one: float, other: float) -> float:
    """How many times as great the greater of two numbers is."""
    return max(one, other) / min(one, other) if min(one, other) > 0 else math.inf


@lru_cache(maxsize=256)
def _summed(history: tuple[float, ...], steps: Sequence[int], per: str | None) -> tuple[float, float]:
    """What is expected of some periods behind a history together, and the standard deviation around it."""
    forecasts = [expect(history, step, per) for step in steps]
    return sum(f.value for f in forecasts), math.sqrt(sum((f.spread or 0.0) ** 2 for f in forecasts))


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
    if math.isinf(ratio):  # there is no factor to name
        code = "A.from-nothing" if values.get("expected", 1.0) <= 0 else "A.to-nothing"
        return Judgement(0.1, (Note(code, where, values),))
    code = "A.above-history" if history else "A.leap" if own else "A.out-of-reach"
    return Judgement(0.1, (Note(code, where, values),))
