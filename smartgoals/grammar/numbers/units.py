"""Names of physical units, as quantulum3 names them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

# Where the contract's name differs from quantulum3's own.
_NAMES = {"kilowatt hour": "kilowatt-hour"}
_PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "m": "milli", "c": "centi", "d": "deci", "µ": "micro"}


@cache
def _by_symbol() -> dict[str, str]:
    """Symbol or name to name, read from quantulum3's data: its parser would take seconds to load."""
    units: dict[str, dict[str, Any]] = json.loads((files("quantulum3") / "units.json").read_text(encoding="utf-8"))
    names = {"MWh": "megawatt-hour", "GWh": "gigawatt-hour"}  # not among quantulum3's
    for name, unit in units.items():
        names.setdefault(name, name)
        for symbol in unit.get("symbols", ()):
            names.setdefault(symbol, name)
            for prefix in unit.get("prefixes", ()):
                if prefix in _PREFIXES:
                    names.setdefault(prefix + symbol, _PREFIXES[prefix] + name)
    return names


def unit_name(symbol: str) -> str:
    """The English singular name of the unit with a symbol or name ('kg' → 'kilogram').

    Raises ValueError for a symbol that quantulum3 does not know.
    """
    name = _by_symbol().get(symbol)
    if name is None:
        raise ValueError(f"quantulum3 knows no unit with the symbol {symbol!r}")
    return _NAMES.get(name, name)
