"""A target's number as a language writes it."""

from __future__ import annotations

from smartgoals.advice import numbers
from smartgoals.advice.messages import catalogue
from smartgoals.models import Target

_BARE = frozenset(("count", "money", "multiple", "rating"))  # units that are not written behind the number


def decimal(value: float, language: str, unit: str | None = None) -> str:
    """A number to six decimals at most; of money, with two or none where two say it."""
    return numbers.decimal(value, language, _pattern(value, unit))


def _pattern(value: float, unit: str | None) -> str:
    return "#,##0.00####" if unit == "money" and not value.is_integer() else "#,##0.######"


def amount(target: Target, language: str) -> str:
    """The value of a target, or its range, with its unit or currency."""
    values = [v for v in (target.value, target.high) if v is not None]
    lower = [decimal(v, language, target.unit) for v in values[:-1]]
    return "–".join([*lower, *(_with_unit(v, target, language) for v in values[-1:])])


def _with_unit(value: float, target: Target, language: str) -> str:
    from babel.numbers import format_currency
    from babel.units import UnknownUnitError, format_unit

    plan = catalogue(language).plan
    if target.unit == "money" and target.currency:
        pattern = plan["money"].format(n=_pattern(value, target.unit))
        return format_currency(value, target.currency, pattern, language, currency_digits=False)
    number = decimal(value, language, target.unit)
    if target.unit in ("percent", "percentage_point"):
        return share(value, number, language, points=target.unit == "percentage_point")
    if target.unit is None or target.unit in _BARE:
        return number
    try:
        return str(format_unit(value, target.unit, "long", _pattern(value, target.unit), language))
    except UnknownUnitError:
        return number


def share(value: float, shown: str, language: str, *, points: bool) -> str:
    """A number, as it is `shown`, of per cent or percentage points."""
    form = "percent" if not points else "point" if value == 1 else "points"
    return catalogue(language).plan[form].format(n=shown)


def signed(target: Target, language: str) -> str:
    """The amount of a target; of a change with its sign: '+20%', '×2'."""
    shown = amount(target, language)
    if target.change == "level":
        return shown
    if target.unit == "multiple":
        return f"×{shown}"
    return ("−" if target.direction == "decrease" else "+") + shown
