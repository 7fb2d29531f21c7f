"""Progress in a sentence or two."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from smartgoals.advice.messages import catalogue
from smartgoals.advice.numbers import decimal, percent, three_figures
from smartgoals.planning.aim import Aim
from smartgoals.planning.amounts import amount, share


def in_words(figures: Mapping[str, Any], way: Aim, language: str) -> str:
    """The figures of a Progress in the language of its goal."""
    texts = catalogue(language)
    whole = way.decimals(1) == 0
    values = {name: _shown(name, value, way, whole, language) for name, value in figures.items() if value is not None}
    values["verdict"] = texts.plan[figures["verdict"]]
    form = "standing_hold" if way.course == "hold" else "standing_level" if way.start else "standing"
    parts = [texts.plan[form].format(**values | {"start": values["baseline"]})]
    if figures["verdict"] not in ("done", "missed"):
        spread = figures["low"] is not None
        parts.append(texts.plan["interval" if spread else "projected"].format(**values))
        if figures["needed"] is not None:
            parts.append(texts.plan["needed"].format(**values))
    return " ".join(parts)


def _shown(name: str, value: object, way: Aim, whole: bool, language: str) -> str:
    from babel.dates import format_date

    if isinstance(value, date):
        return str(format_date(value, "long", language))
    if not isinstance(value, (int, float)):
        return str(value)
    if name in ("elapsed", "done"):
        return percent(value, language)
    if name in ("actual", "baseline", "target"):
        rounded = value  # not reckoned, but given: '99.95% against 99.9%'
    else:
        rounded = round(value) if whole and name != "needed" and math.isfinite(value) else three_figures(value)
    if way.target.unit == "money":
        return amount(way.target.model_copy(update={"value": round(float(rounded), 2), "high": None}), language)
    shown = decimal(rounded, language, "#,##0.##")
    if way.target.unit not in ("percent", "percentage_point"):
        return shown
    return share(rounded, shown, language, points=name == "needed" or way.target.unit == "percentage_point")
