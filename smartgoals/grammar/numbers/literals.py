"""Numerals in digits: what '1,200', '1.5' and '12 000' are worth under a language's decimal sign."""

from __future__ import annotations

import math
from dataclasses import dataclass

MOST_DIGITS = 300  # longer numerals overflow a float


@dataclass(slots=True, frozen=True)
class Numeral:
    """A number without its unit.

    `grouped` is the other reading of a numeral such as '1.200', if the thing counted asks for it; `whole` says that
    it is written as digits alone.
    """

    value: float
    grouped: float | None = None
    whole: bool = False
    scale: float = 1.0  # of a word behind the digits: 1000 in '15 тис.'
    bound: str = ""  # the comparator that it has by itself: '~' of ru 'тысячи две', '>=' of '10+ тыс.'


def parse(text: str, point: str) -> Numeral | None:
    """The value of a numeral in digits; `point` is the language's decimal sign. None if it overflows."""
    if len(text) > MOST_DIGITS:
        return None
    plain = text.replace(" ", "").replace("'", "")
    if plain.startswith("."):
        return Numeral(float(plain))  # '.5'
    if text.startswith("0 "):
        return None  # a telephone number
    if plain.isdigit():
        return Numeral(float(plain), whole=plain == text)
    signs = [c for c in plain if not c.isdigit()]
    last = plain.rfind(signs[-1])
    tail = len(plain) - last - 1
    if len(set(signs)) == 2:  # '1.200,50': the last sign is the decimal one
        value = float(plain[:last].replace(signs[0], "") + "." + plain[last + 1 :])
        return _finite(Numeral(value))
    if len(signs) > 1:  # '1.200.000'
        return _finite(Numeral(float("".join(c for c in plain if c.isdigit()))))
    groups = tail == 3 and last <= 3 and not plain.startswith("0")
    grouped = float(plain.replace(signs[0], "")) if groups else None
    if grouped is not None and signs[0] != point and signs[0] == ",":  # en '1,200'
        return _finite(Numeral(grouped))
    return _finite(Numeral(float(plain.replace(signs[0], ".")), grouped=grouped))


def _finite(numeral: Numeral) -> Numeral | None:
    return numeral if math.isfinite(numeral.value) else None
