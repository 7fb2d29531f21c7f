"""Where a goal stands on a day, and where it will end if it goes on like this."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from statistics import NormalDist
from typing import Unpack

from smartgoals.analyzer import as_day
from smartgoals.context import MOST, Context
from smartgoals.models import GoalAnalysis, Target
from smartgoals.ontology import Ontology
from smartgoals.planning.aim import Aim, Options, aim, chosen, end_of, named_start, prepared
from smartgoals.planning.models import Progress, Standing
from smartgoals.planning.periods import around
from smartgoals.planning.reports import in_words

Readings = list[tuple[date, float]]  # by day, ascending
_WEEK = 7
_AHEAD, _ON_TRACK = 1.1, 0.9  # shares of the way that the projection covers: a tenth either way is on track
_LIKELY = 0.8  # the probability that an interval holds
# The 90th percentile of Student's t by degrees of freedom, from the usual table; 80 % lie between it and its negative.
_STUDENT = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372)


def progress(
    goal: str | GoalAnalysis,
    actual: float | Mapping[date, float] | Iterable[tuple[date, float]],
    on: date | None = None,
    *,
    start: date | None = None,
    metric: str | None = None,
    **given: Unpack[Options],
) -> Progress:
    """Where a goal stands.

    `goal`: a text or its analysis; `actual`: the value reached, or several readings with their days; `on`: the day of
    the value (None: the last reading's, else `today`); `start`: the first day that counts; `metric`: which target, of
    several; the rest as for `Analyzer`.  Of a count, `actual` is what has been gathered since the start; of a level,
    today's level; of a change, the change so far, or today's level where text or context names the baseline.  A level
    without one starts from the first of several readings.

    Where no start is given, it is the first day of the period that the goal names, else `today` if that is before
    `on` and no reading is older, else the first day of the shortest month, quarter, half or year that holds both `on`
    and the deadline, or of the first reading if that is earlier still.

    Raises ValueError for a goal without a number or deadline, an `on` or a reading before the start, readings after
    `on` or two on one day, a level with no baseline, a value that is not finite or beyond 1e18; TypeError for values
    that are no numbers with days; else as `analyze`.
    """
    readings = _readings(actual)
    if on is not None:
        on = as_day(on, "on")
    elif readings:
        on = readings[-1][0]
    if not isinstance(goal, GoalAnalysis) and given.get("today") is None and on is not None:
        given = {**given, "today": on}
    analysis, analyzer = prepared(goal, given)
    on = on or (date.today() if isinstance(goal, GoalAnalysis) and given.get("today") is None else analyzer.today)
    assert on is not None
    readings = readings or [(on, _number(actual))]
    target = chosen(analysis, metric)
    first = _start(analysis, target, on, readings) if start is None else as_day(start, "start")
    _check(analysis, first, on, readings)
    way = _way(
        analysis, target, first, analyzer.context, analyzer.read(analysis.text, analysis.language).ontology, readings
    )
    return _standing(way, on, [(day, way.own_terms(value)) for day, value in readings], analysis.language)


def _readings(actual: object) -> Readings:
    """Several readings by day; none when one value is given."""
    if isinstance(actual, (int, float)):
        return []
    pairs = actual.items() if isinstance(actual, Mapping) else actual
    if isinstance(actual, (str, bytes)) or not isinstance(pairs, Iterable):
        raise TypeError(f"actual is a number or readings by date, not {type(actual).__name__}")
    readings: Readings = []
    for pair in pairs:
        if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], date)):
            raise TypeError(f"a reading is a pair of a date and a number, not {pair!r}")
        readings.append((as_day(pair[0], "the day of a reading"), _number(pair[1])))
    if not readings:
        raise ValueError("there are no readings")
    readings.sort()
    twice = next((day for (day, _), (after, _) in pairwise(readings) if day == after), None)
    if twice is not None:
        raise ValueError(f"there are two readings on {twice}")
    return readings


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"a reading is a number, not {type(value).__name__}")
    if not math.isfinite(value):
        raise ValueError(f"a reading is a finite number, not {value}")
    if abs(value) > MOST:
        raise ValueError(f"a reading is at most {MOST:.0e}, not {value}")
    return float(value)


def _start(goal: GoalAnalysis, target: Target, on: date, readings: Readings) -> date:
    deadline = end_of(goal, target)
    if (named := named_start(goal, target)) is not None:
        return named
    if goal.today < on and goal.today <= readings[0][0]:
        return goal.today
    found = around(min(on, deadline), deadline)
    if found is None:
        raise ValueError(f"nothing says when the goal started: give its start: {goal.text!r}")
    return min(found, readings[0][0])


def _check(goal: GoalAnalysis, first: date, on: date, readings: Readings) -> None:
    if on < first:
        raise ValueError(f"{on} is before the start of the goal, {first}: {goal.text!r}")
    if readings[0][0] < first:
        raise ValueError(f"the reading on {readings[0][0]} is before the start of the goal, {first}: {goal.text!r}")
    if readings[-1][0] > on:
        raise ValueError(f"the reading on {readings[-1][0]} is after the day that is asked about, {on}")


def _way(goal: GoalAnalysis, target: Target, first: date, context: Context, world: Ontology, readings: Readings) -> Aim:
    """The aim of a target; a level with no baseline starts from the first of several readings."""
    try:
        return aim(goal, target, first, context, world)
    except ValueError:
        if len(readings) < 2 or first > end_of(goal, target):
            raise
        day, value = readings[0]
        return aim(goal, target, day, context.model_copy(update={"baseline": value}), world)


def _standing(way: Aim, on: date, readings: Readings, language: str) -> Progress:
    """The figures of an aim on a day."""
    last, actual = readings[-1]
    days = (way.deadline - way.first).days + 1
    elapsed = min(((on - way.first).days + 1) / days, 1.0)
    left = max((way.deadline - on).days, 0)
    pace = _pace(way, readings)
    distance = way.end - way.start
    done = (actual - way.start) / distance if distance else float(_reached(way, actual))
    ahead = max((way.deadline - last).days, 0)
    projected = actual + pace * ahead
    spread = _spread(way, readings, ahead)
    verdict = _verdict(way, actual, projected, ended=elapsed >= 1, over=on > way.deadline)
    needed = None if left == 0 or way.held else (way.end - actual) / left * _WEEK
    if verdict == "done" and needed is not None:
        needed = 0.0
    figures = {
        "on": on, "start": way.first, "deadline": way.deadline, "baseline": way.start, "target": way.end,
        "actual": actual, "done": done, "elapsed": elapsed, "pace": pace * _WEEK, "needed": needed,
        "projected": projected, "verdict": verdict,
        "low": None if spread is None else projected - spread,
        "high": None if spread is None else projected + spread,
    }  # fmt: skip
    bounded = _bounded(way, actual, figures)
    return Progress.model_validate({**bounded, "message": in_words(bounded, way, language)})


def _pace(way: Aim, readings: Readings) -> float:
    """The change per day since the start; of what is to be held, which starts nowhere, since the first reading."""
    last, actual = readings[-1]
    if way.course != "hold":
        return (actual - way.start) / ((last - way.first).days + 1)
    begin, value = readings[0]
    return (actual - value) / max((last - begin).days, 1)


def _spread(way: Aim, readings: Readings, ahead: int) -> float | None:
    """Half the interval that holds the value at the deadline with the probability _LIKELY; None: too few readings.

    The value is taken to drift at a steady pace, with steps that vary as their time does (Brownian motion with drift):
    the variance of the pace follows from the readings, and the uncertainty of the drift itself comes on top.
    """
    points = [(0, way.start), *(((day - way.first).days + 1, value) for day, value in readings)]
    if way.course == "hold" or (way.course == "level" and readings[0] == (way.first, way.start)):
        points.pop(0)  # the first reading is the start
    steps = [(t - s, value - before) for (s, before), (t, value) in pairwise(points)]
    if len(readings) < 3 or len(steps) < 2:
        return None
    time = points[-1][0] - points[0][0]
    drift = (points[-1][1] - points[0][1]) / time
    freedom = len(steps) - 1
    variance = sum((moved - drift * lasted) ** 2 / lasted for lasted, moved in steps) / freedom
    deviation = math.sqrt(variance * ahead * (1 + ahead / time))
    return _quantile(freedom) * deviation


def _quantile(freedom: int) -> float:
    """The 90th percentile of Student's t; beyond the table by the first term of its Cornish-Fisher expansion."""
    if freedom <= len(_STUDENT):
        return _STUDENT[freedom - 1]
    z = NormalDist().inv_cdf((1 + _LIKELY) / 2)
    return z + (z**3 + z) / (4 * freedom)


def _bounded(way: Aim, actual: float, figures: dict[str, object]) -> dict[str, object]:
    """The figures with a projection within what can be: what adds up does not shrink, none falls below zero."""
    least = actual if way.course == "total" else min(0.0, actual, way.start, way.end)
    projected = ("projected", "low", "high")
    return figures | {n: max(v, least) for n in projected if isinstance(v := figures[n], float)}


def _reached(way: Aim, value: float) -> bool:
    most = way.down or way.limited
    limit = way.high if way.high is not None and most else way.end
    return value <= limit if most else value >= limit


def _verdict(way: Aim, actual: float, projected: float, *, ended: bool, over: bool) -> Standing:
    """Done when it is reached (what is held or kept under: on the last day, `ended`), missed when that is over."""
    if ended and _reached(way, actual):
        return "done"
    if over:
        return "missed"
    if way.held:
        return _held(way, actual, projected)
    if _reached(way, actual):
        return "done"
    distance = way.end - way.start
    share = (projected - way.start) / distance if distance else 0.0
    return "ahead" if share >= _AHEAD else "on_track" if share >= _ON_TRACK else "at_risk"


def _held(way: Aim, actual: float, projected: float) -> Standing:
    """How a level that is to be held, or a limit, stands before its time is over."""
    if way.course == "total" and not _reached(way, actual):
        return "missed"
    if not _reached(way, projected):
        return "at_risk"
    return "ahead" if way.course == "total" and projected <= way.end * _ON_TRACK else "on_track"
