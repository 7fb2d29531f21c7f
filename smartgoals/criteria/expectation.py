"""What a history lets expect next.

A straight line through the past, its recent part counting most (discounted least squares), and the season on top of it
where the history holds at least two full cycles of one.  numpy solves it; a forecasting library would weigh 260 MB and
take seconds to import for the same answer on series as short as a goal's history.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, stdev

CYCLES = {"day": 7, "week": 52, "month": 12, "quarter": 4}  # periods of a kind until the season comes again
_MONTHS = 12  # the cycle tried where the history's period is not known
_DISCOUNT = 0.9  # weight of a value against that of the one behind it
_SEASONAL = 0.5  # a season is believed when it leaves less than this share of the variance unexplained
_FEW = 4  # values below which a spread says little


@dataclass(frozen=True, slots=True)
class Expectation:
    """The value expected, and the standard deviation of what comes around it (None: too few values to tell)."""

    value: float
    spread: float | None = None

    def chance(self, aim: float, *, down: bool) -> float | None:
        """The probability of reaching a level, 0 to 1, if what comes is spread normally; None if that is not known."""
        if not self.spread:
            return None
        below = NormalDist(self.value, self.spread).cdf(aim)
        return below if down else 1 - below


def expect(history: Sequence[float], step: int = 1, per: str | None = None) -> Expectation:
    """The value `step` periods behind the end of a history of at least one value; `per` is the length of its periods.

    Counts and amounts of one sign stay on their side of zero.  Raises ArithmeticError when the numbers overflow.
    """
    n = len(history)
    if n == 1:
        return Expectation(history[0])
    cycle = CYCLES.get(per or "", _MONTHS if per is None else 0)
    trend = _fit(history, step, 0)
    seasonal = _fit(history, step, cycle) if cycle and n >= 2 * cycle else None
    value, variance = seasonal if seasonal is not None and seasonal[1] < _SEASONAL * trend[1] else trend
    if min(history) >= 0:
        value = max(value, 0.0)
    return Expectation(value, math.sqrt(variance) if n >= _FEW else stdev(history))


def _fit(history: Sequence[float], step: int, cycle: int) -> tuple[float, float]:
    """The forecast of a weighted regression on time (and the place in a cycle), and the variance of what comes.

    Raises ArithmeticError when the numbers overflow.
    """
    import numpy as np

    with np.errstate(over="raise", invalid="raise"):
        try:
            value, variance = _solve(history, step, cycle)
        except np.linalg.LinAlgError as error:
            raise OverflowError(str(error)) from None
    if not (math.isfinite(value) and math.isfinite(variance)):
        raise OverflowError("the history's values are too great")
    return value, variance


def _solve(history: Sequence[float], step: int, cycle: int) -> tuple[float, float]:
    import numpy as np

    n = len(history)
    times = np.arange(n + step)
    columns = [times.astype(float)]
    columns += [(times % cycle == place).astype(float) for place in range(cycle)] if cycle else [np.ones(n + step)]
    design = np.column_stack(columns)
    weights = _DISCOUNT ** np.arange(n)[::-1]
    if cycle:
        weights = np.sqrt(weights)  # each place of a cycle has few values: the older ones must count
    root = np.sqrt(weights)
    solved = np.linalg.lstsq(design[:n] * root[:, None], np.asarray(history) * root, rcond=None)[0]
    residuals = np.asarray(history) - design[:n] @ solved
    free = max(1 - design.shape[1] / n, 1 / n)  # what the parameters leave of the degrees of freedom
    variance = float(np.average(residuals**2, weights=weights) / free)
    ahead, inside = design[-1], (design[:n] * weights[:, None]).T @ design[:n]
    leverage = float(ahead @ np.linalg.pinv(inside) @ ahead)  # how far the forecast lies from what was seen
    return float(ahead @ solved), variance * (1 + leverage)
