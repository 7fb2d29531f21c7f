"""The way that a goal's number has to go: from where it starts to where it is to end, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypedDict

from smartgoals.analyzer import Analyzer
from smartgoals.context import MOST, Context
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.models import GoalAnalysis, Target
from smartgoals.ontology import Ontology
from smartgoals.planning.periods import count
from smartgoals.settings import Settings
from smartgoals.vocabulary import Vocabulary

_NO_SUM = frozenset(("percent", "percentage_point", "rating", "multiple"))  # units whose numbers do not add up
_FINEST = 2  # decimals of values that are not counted in whole units: three digits behind a point would read as grouped


class Options(TypedDict, total=False):
    """How goals are read and judged: the arguments of `Analyzer`."""

    language: str | None
    today: date | None
    context: Context | Mapping[str, Any] | None
    vocabulary: Vocabulary | str | Path | None
    settings: Settings | Mapping[str, Any] | None
    locale: str | None


@dataclass(frozen=True, slots=True)
class Aim:
    """The way of a target's number.

    `course`: 'total' adds up from zero; 'change' grows from no change to the whole; 'level' goes from a baseline to the
    value; 'hold' stays.  `start` and `end` are values in the target's own terms.
    """

    target: Target
    first: date  # the first day that counts
    deadline: date
    course: Literal["total", "change", "level", "hold"]
    start: float
    end: float
    high: float | None = None  # upper end of a range
    baseline: float | None = None  # level that a change starts from, where it is known
    per: str | None = None  # the period of the cadence that a total adds up from

    @property
    def down(self) -> bool:
        """Whether the number is to fall."""
        return self.end < self.start

    @property
    def limited(self) -> bool:
        """Whether the number is the most that may be: 'at most 1,000 in costs', 'no complaints'."""
        return self.target.comparator == "<=" or (self.course == "total" and self.end == 0)

    @property
    def held(self) -> bool:
        """Whether there is nothing to reach, but a level to hold or a limit to keep."""
        return self.course == "hold" or (self.course == "total" and self.limited)

    def at(self, share: float, compounding: bool = False, end: float | None = None) -> float:
        """The value after a share of the way; `compounding`: by equal factors, not by equal steps."""
        end = self.end if end is None else end
        if not compounding:
            return self.start + (end - self.start) * share
        if self.course == "change" and self.target.unit == "percent":
            way = -1 if self.target.direction == "decrease" else 1
            return float(way * ((1 + way * end / 100) ** share - 1) * 100)
        return float(self.start * (end / self.start) ** share)

    def compounds(self) -> bool:
        """Whether growth by equal factors is possible: not from zero, and not to it."""
        if self.course == "change" and self.target.unit == "percent":
            return self.target.direction != "decrease" or self.end < 100
        return self.start > 0 and self.end > 0

    def decimals(self, steps: int) -> int:
        """To how many decimals values are rounded on the way in so many steps: none for what is counted."""
        whole = self.start.is_integer() and self.end.is_integer() and (self.high is None or self.high.is_integer())
        if whole and self.target.unit == "count":
            return 0
        if whole and self.target.unit == "money" and abs(self.end - self.start) >= steps:
            return 0
        return _FINEST

    def own_terms(self, actual: float) -> float:
        """A measured value in the target's own terms: of a change from a known baseline, the level is measured."""
        if self.course != "change" or self.baseline is None:
            return actual
        if self.target.unit == "multiple":
            return actual / self.baseline
        way = -1 if self.target.direction == "decrease" else 1
        moved = way * (actual - self.baseline)
        return moved / self.baseline * 100 if self.target.change == "relative" else moved


def prepared(goal: str | GoalAnalysis, given: Options) -> tuple[GoalAnalysis, Analyzer]:
    """The analysis of a goal given as text or already analysed, and the analyzer that reads further texts as it was.

    Raises TypeError and ValueError as `analyze` does.
    """
    if not isinstance(goal, GoalAnalysis):
        goal = Analyzer(**given)(goal)
    same: Options = {**given, "language": goal.language, "today": goal.today}
    return goal, Analyzer(**same)


def chosen(goal: GoalAnalysis, metric: str | None = None) -> Target:
    """The target of a goal that has a number: that of a metric (id or words of the text), else the first.

    Raises ValueError when there is none.
    """
    numbered = [t for t in goal.targets if t.value is not None]
    if not numbered:
        raise ValueError(f"the goal has no number to reach: {goal.text!r}")
    found = [t for t in numbered if metric is None or metric in (t.metric, t.metric_text)]
    if not found:
        there = ", ".join(str(t.metric or t.metric_text) for t in numbered)
        raise ValueError(f"the goal has no number for {metric!r}; it has one for {there}: {goal.text!r}")
    return found[0]


def end_of(goal: GoalAnalysis, target: Target) -> date:
    """The deadline of a target; ValueError when it has none."""
    if target.deadline is None:
        raise ValueError(f"the goal has no deadline: {goal.text!r}")
    return target.deadline


def named_start(goal: GoalAnalysis, target: Target) -> date | None:
    """The first day of the span or period that the goal names, if it names one."""
    return next((d.start_date for d in goal.deadlines if d.date == target.deadline), None)


def aim(goal: GoalAnalysis, target: Target, first: date, context: Context, world: Ontology) -> Aim:
    """The way of a target that has a number, from a day on.

    With no baseline, what is to be got, won or made adds up from zero, and a cadence adds up to its total.
    Raises ValueError for a start after the deadline, when a level is to be reached from none that is known, and for
    numbers beyond 1e18 or nearer to 0 than 1e-18.
    """
    deadline = end_of(goal, target)
    if first > deadline:
        raise ValueError(f"the start, {first}, is after the deadline, {deadline}: {goal.text!r}")
    assert target.value is not None
    value, high = target.value, target.high
    baseline = context.baseline if target.baseline is None else target.baseline
    if any(not 1 / MOST <= abs(number) <= MOST for number in (value, high, baseline) if number):
        raise ValueError(f"no plan is made with numbers beyond {MOST:.0e} or within {1 / MOST:.0e} of 0: {goal.text!r}")
    if target.change in ("absolute", "relative"):
        start = 1.0 if target.unit == "multiple" else 0.0
        if target.change == "relative" and baseline is not None and baseline <= 1 / MOST:
            raise ValueError(f"a change by a share needs a baseline above 0, not {baseline:g}: {goal.text!r}")
        return Aim(target, first, deadline, "change", start, value, high, baseline)
    if (adds_up(target, world) and target.baseline is None) or (baseline is None and _is_limit(target, world)):
        times = 1.0 if target.per is None else count(first, deadline, target.per, context.fiscal_year_start)
        decimals = 0 if target.unit == "count" and value.is_integer() else _FINEST
        total, most = _times(value, times, decimals), None if high is None else _times(high, times, decimals)
        return Aim(target.model_copy(update={"per": None}), first, deadline, "total", 0.0, total, most, per=target.per)
    if target.direction == "maintain":
        return Aim(target, first, deadline, "hold", value, value, high)
    if baseline is None and target.direction == "achieve" and target.metric in world.stocks:
        return Aim(target, first, deadline, "level", 0.0, value, high)
    if baseline is None:
        raise ValueError(
            f"the goal does not say where it starts: name the level of today in it ('from … to {value:.15g}') or give "
            f"it as context={{'baseline': …}}: {goal.text!r}"
        )
    return Aim(target, first, deadline, "level", baseline, value, high)


def adds_up(target: Target, world: Ontology) -> bool:
    """Whether a target's number is gathered over time, as leads and orders are, and not a level to stand at."""
    kept = target.direction == "maintain" and target.comparator != "<=" and target.per is None  # 'keep 40 customers'
    return _gathered(target, world) and target.direction not in ("increase", "decrease") and not kept


def _is_limit(target: Target, world: Ontology) -> bool:
    """Whether a number is the most that may be gathered: 'get at most 10 complaints', but not 'costs below $100'."""
    counted = target.comparator == "<=" and target.unit == "count"
    return counted and target.direction == "decrease" and _gathered(target, world)


def _gathered(target: Target, world: Ontology) -> bool:
    level = target.unit in _NO_SUM or target.metric in world.levels or target.metric in world.times
    # 'a marathon in under 4 hours'
    record = target.unit in DAYS_OF and target.comparator == "<=" and target.per is None
    return not level and not record and target.change == "level"


def _times(number: float, times: float, decimals: int) -> float:
    """A number a period over so many periods, rounded unless it is of one."""
    return number if times == 1 else float(round(number * times, decimals))
