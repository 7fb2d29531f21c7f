"""A unit that the heading of a line gives to the bare numbers behind it: 'Revenue, M SEK: 12 → 15'."""

from __future__ import annotations

from smartgoals.reading import Quantity, Reading, Word

_UNITS = frozenset(("multiplier", "currency", "money_scale", "percent"))
_ENDS = frozenset(("stop", "colon", "metric"))
_CLOSING = frozenset(("close", "stop"))
_SIDES = frozenset(("comma", "open", "dash"))


def scale(found: list[Quantity], reading: Reading) -> None:
    """Give the numbers behind each heading its unit, and drop what was read as a number in the unit."""
    words = reading.words
    for colon in [i for i, word in enumerate(words) if i > 2 and "colon" in word]:
        last = colon
        while last > 1 and words[last - 1].has(_CLOSING):
            last -= 1
        alone = next((q for q in found if q.last == last and _is_unit(q, reading.text)), None)
        first = last
        while first > 0 and (words[first - 1].has(_UNITS) or (alone is not None and alone.first < first <= last)):
            first -= 1
        if first in (0, last) or first < 2 or not words[first - 1].has(_SIDES) or "metric" not in words[first - 2]:
            continue
        end = next((i for i in range(colon + 1, len(words)) if words[i].has(_ENDS)), len(words))
        behind = [q for q in found if words[colon].start < q.start and q.last <= end]
        unit, currency, factor = _read(words[first:last], alone)
        if unit is None or any(q.unit is not None for q in behind):
            continue
        found[:] = [q for q in found if q is not alone]
        if len(behind) == 2 and behind[1].lead == "to" and behind[0].lead in (None, "colon"):
            behind[0].lead = "from"  # '120 to 150'
        for quantity in behind:
            quantity.unit, quantity.currency, quantity.value = unit, currency, quantity.value * factor
            quantity.high = quantity.high * factor if quantity.high is not None else None


def _is_unit(quantity: Quantity, text: str) -> bool:
    """'EUR thousand': whether what was read as an amount of money has no digits."""
    return quantity.unit == "money" and not any(map(str.isdigit, text[quantity.start : quantity.end]))


def _read(words: list[Word], alone: Quantity | None) -> tuple[str | None, str | None, float]:
    """The unit, the currency and the factor that some words say together."""
    if alone is not None:
        return alone.unit, alone.currency, alone.value
    if len(words) == 1 and "percent" in words[0]:
        return "percent", None, 1.0
    currency: str | None = None
    factor = 1.0
    for word in words:
        if "money_scale" in word and isinstance(word["money_scale"], str):
            scaled, currency = word["money_scale"].split(" ")
            factor *= float(scaled)
        elif "currency" in word:
            currency = word["currency"]
        elif "multiplier" in word:
            factor *= word["multiplier"]
        else:
            return None, None, 1.0
    return ("money" if currency is not None else None), currency, factor
