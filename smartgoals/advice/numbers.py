"""Numbers as a language writes them (Unicode CLDR, by Babel)."""

from __future__ import annotations

import math

from smartgoals.text.locales import locale

_VAST = 1e21  # from here on digits say nothing, and Babel's decimals have too few of them


def decimal(value: float, language: str, pattern: str | None = None) -> str:
    """A number by a CLDR pattern or the language's own; a vast one as a power of ten, an endless one as its sign."""
    from babel.numbers import format_decimal, format_scientific

    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    if abs(value) >= _VAST:
        return str(format_scientific(float(f"{value:.3g}"), "0.##E0", locale(language)))
    return str(format_decimal(value, pattern, locale(language)))


def percent(share: float, language: str) -> str:
    """A share in whole per cent."""
    from babel.numbers import format_percent

    if abs(share) >= _VAST / 100:
        return f"{decimal(share * 100, language)} %"
    return str(format_percent(round(share, 2), locale=locale(language)))


def three_figures(value: float) -> float:
    """A number rounded to three figures, or to a whole one."""
    return float(f"{value:.3g}") if abs(value) < 1000 or math.isinf(value) else round(value)
