"""A target's number as a language writes it."""

from __future__ import annotations

from smartgoals.advice.messages import catalogue
from smartgoals.models import Target


def decimal(value: float, language: str) -> str:
    """A number to six decimals at most."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, "#,##0.######", language))


def amount(target: Target, language: str) -> str:
    """The value of a target, or its range, with percent sign or currency."""
    from babel.numbers import format_currency

    plan = catalogue(language).plan
    values = [v for v in (target.value, target.high) if v is not None]
    if target.unit == "money" and target.currency:
        code = target.currency
        return "–".join(format_currency(v, code, plan["money"], language, currency_digits=False) for v in values)
    number = "–".join(decimal(v, language) for v in values)
    return plan["percent"].format(n=number) if target.unit == "percent" else number


def signed(target: Target, language: str) -> str:
    """The amount of a target; of a change with its sign: '+20%', '×2'."""
    shown = amount(target, language)
    if target.change == "level":
        return shown
    if target.unit == "multiple":
        return f"×{shown}"
    return ("−" if target.direction == "decrease" else "+") + shown
