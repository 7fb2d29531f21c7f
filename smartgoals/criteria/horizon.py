"""How the periods of a history relate to the time that a goal speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from smartgoals.criteria.facts import Facts

DAYS = {
    "day": 1.0,
    "week": 7.0,
    "month": 30.4,
    "quarter": 91.3,
    "year": 365.25,
}  # mean lengths of the Gregorian calendar
_MONTHS = 12
_MOST = 2_000  # periods of a goal: five years of days; what is expected of each is worked out
_NEAR = 1.5  # a goal up to so many times as long as a period of history is of one period


class PeriodUnknown(ValueError):
    """The history's periods have a length, but the goal says nothing to set it against."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The periods behind the history's end that make up the goal's time, and the share of them that it takes."""

    steps: Sequence[int] = (1,)
    scale: float = 1.0

    @property
    def scaled(self) -> bool:
        """Whether a period of history is not the goal's own."""
        return len(self.steps) > 1 or self.scale != 1.0


def steps_ahead(target: dict[str, Any], facts: Facts) -> Ahead:
    """Which periods behind the end of the history a target means.

    A history without `history_per` has one value for each period of the goal's own length (contract); its last value
    is of the last period before today.  Levels (rates, stocks such as followers) are read at the end of the time, what
    adds up (leads, revenue) is summed over it.  Raises PeriodUnknown when the goal has no length to compare, and
    OverflowError when it has more than _MOST periods.
    """
    context = facts.context
    if context.history_per is None:
        seasonal = len(context.history) >= 2 * _MONTHS
        return Ahead((_months_ahead(target, facts),) if seasonal else (1,))
    period = DAYS[context.history_per]
    levels = target["unit"] in ("percent", "rating") or target["metric"] in facts.ontology.levels
    if target.get("per") is not None:
        ratio = DAYS[target["per"]] / period
        return Ahead() if levels or abs(ratio - 1) < 0.05 else Ahead((1,), ratio)
    if target["deadline"] is None:
        raise PeriodUnknown
    days = _length(target, facts)
    count = max(1, round(days / period))
    if days <= period * _NEAR:
        return Ahead((1,), 1.0 if levels or days > period / _NEAR else days / period)
    if count > _MOST:
        raise OverflowError(f"{count} periods ahead")
    return Ahead((count,)) if levels else Ahead(range(1, count + 1))


def _length(target: dict[str, Any], facts: Facts) -> float:
    """The days that a goal's result is gathered in: those of the period that it names, or from today to its end."""
    named = facts.deadline_on.get(target["deadline"])
    if named is not None and named["start_date"] is not None:
        return float((named["date"] - named["start_date"]).days + 1)
    return float(max((target["deadline"] - facts.today).days, 1))


def _months_ahead(target: dict[str, Any], facts: Facts) -> int:
    """Months from the last one before today's to the deadline's, 1 to 12: the season is that of the goal's month."""
    if target["deadline"] is None:
        return 1
    months: int = (
        (target["deadline"].year - facts.today.year) * _MONTHS + target["deadline"].month - facts.today.month + 1
    )
    return max(1, min(months, _MONTHS))
