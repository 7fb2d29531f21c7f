"""A goal broken down into smaller ones, by week, month or quarter."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal, Unpack, get_args

from smartgoals.analyzer import as_day
from smartgoals.models import GoalAnalysis
from smartgoals.planning.aim import Aim, Options, aim, chosen, end_of, named_start, prepared
from smartgoals.planning.models import Milestone
from smartgoals.planning.periods import count, ends
from smartgoals.planning.wording import Wording

By = Literal["week", "month", "quarter"]
MOST = 1000  # milestones of one goal


def break_down(
    goal: str | GoalAnalysis,
    by: By = "month",
    *,
    start: date | None = None,
    compounding: bool = False,
    metric: str | None = None,
    **given: Unpack[Options],
) -> list[Milestone]:
    """The milestones of a goal, at the end of each calendar period up to the deadline.

    `goal`: a text or its analysis; `start`: the first day that counts (None: `today`, or the first day of the period
    that the goal names if that comes later); `compounding`: grow by equal factors, not by equal steps; `metric`: which
    target, of several; the rest as for `Analyzer`.  Periods count alike, a part of one by its days.  Counts add up from
    zero, levels step from the baseline of the text or the context, changes grow to the whole, what is to be kept stays;
    a cadence adds up to its total by its own periods.  Whole units stay whole; a period that adds none has no
    milestone.

    Of a goal with several numbers, texts leave the others out.  Where no wording of the goal's own says a milestone,
    its text names date, metric and number, with channels and owners in brackets.

    Raises ValueError for a goal without a number or deadline, a start after the deadline, a level or an upper limit
    that nothing gathers with no baseline, compounding from or to zero, more than MOST milestones, numbers beyond 1e18
    or within 1e-18 of 0; TypeError and ValueError as `analyze` does.
    """
    if by not in get_args(By):
        raise ValueError(f"by {by!r}: a goal is broken down by {', '.join(get_args(By))}")
    analysis, analyzer = prepared(goal, given)
    target = chosen(analysis, metric)
    end_of(analysis, target)
    if start is None:
        first = max(analysis.today, named_start(analysis, target) or analysis.today)
    else:
        first = as_day(start, "start")
    reading = analyzer.read(analysis.text, analysis.language)
    way = aim(analysis, target, first, analyzer.context, reading.ontology)
    if compounding and not way.compounds():
        raise ValueError(f"only what starts and ends above zero can compound: {analysis.text!r}")
    wording = Wording(analysis, target, analyzer, reading)
    milestones: list[Milestone] = []
    before = way.start
    for day, value, high in _steps(way, by, analyzer.context.fiscal_year_start, compounding):
        last = day == way.deadline
        if value in (before, way.end) and not last and way.course != "hold":
            continue
        text, read = wording.write(way.target.model_copy(update={"value": value, "high": high, "deadline": day}))
        milestones.append(Milestone(date=day, value=value, step=round(value - before, 9), text=text, target=read))
        before = value
    return milestones


def _steps(way: Aim, by: By, fiscal: int, compounding: bool) -> list[tuple[date, float, float | None]]:
    """The days, values and upper ends of the milestones; the last is the goal's own."""
    if (way.deadline - way.first).days > MOST * {"week": 7, "month": 28, "quarter": 90}[by]:
        raise ValueError(f"more than {MOST} milestones from {way.first} to {way.deadline}")
    periods = list(ends(way.first, way.deadline, by, fiscal))
    decimals = way.decimals(len(periods))
    if way.per is not None:
        before = [0.0, *(count(way.first, day, way.per, fiscal) for day, _ in periods)]
        periods = [(day, after - until) for (day, _), (until, after) in zip(periods, pairwise(before), strict=True)]
    whole = sum(share for _, share in periods)
    steps: list[tuple[date, float, float | None]] = []
    gone = 0.0
    for day, share in periods[:-1]:
        gone += share
        value = round(way.at(gone / whole, compounding), decimals)
        high = None if way.high is None else round(way.at(gone / whole, compounding, way.high), decimals)
        steps.append((day, value, None if high == value else high))
    return [*steps, (way.deadline, way.end, way.high)]
