"""The unit that a heading gives to the numbers behind it: 'Revenue, M SEK: 12 → 15', 'Выручка (млн ₽): 15'."""

from __future__ import annotations

from typing import NamedTuple

from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.classes import bits
from smartgoals.grammar.numbers.units import unit_name
from smartgoals.grammar.word_sets import NOMINALS, PAUSES
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_SHARES = ("percent", "percentage_point")
_MEASURES = frozenset(("currency", "money_scale", "physical", "time_unit", "multiplier", "piece", *_SHARES))
_OPENS = frozenset(("comma", "open", "in"))
_ENDS = frozenset(("colon", "dash", "close"))
_SAID = frozenset(("auxiliary", "goal_word", "current"))  # before a number of its own: 'Revenue, M SEK: target 12'
_MAY_OPEN, _MAY_END = bits(_OPENS), bits(_ENDS)
_MOST = 3  # words of a unit


class _Unit(NamedTuple):
    unit: str | None
    currency: str | None
    factor: float
    first: int
    last: int


def give(reading: Reading) -> None:
    """Give the numbers behind a heading its unit, its scale and its cadence; the unit alone is no number."""
    if not (reading.quantities and reading.may_have(_MAY_OPEN) and reading.may_have(_MAY_END)):
        return
    words = reading.words
    for at, word in enumerate(words):
        unit = _before(reading, at) if at > 1 and word.has(_ENDS) else None
        behind = [q for q in reading.quantities if word.end <= q.start < _end(words, at + 1)] if unit else []
        if unit is None or not behind or not all(w.has(_SAID) for w in words[at + 1 : behind[0].first]):
            continue
        own = [q for q in reading.quantities if words[unit.first].start <= q.start < word.start]
        reading.quantities = [q for q in reading.quantities if q not in own]
        for quantity in behind:
            if quantity.first < unit.last and not any(w.has(BOUNDS) for w in words[at : quantity.last]):
                quantity.comparator = "="  # 'мин' is short for a lower bound too
            _settle(quantity, unit, words)
            quantity.per = quantity.per or next((q.per for q in own), None)


def _before(reading: Reading, end: int) -> _Unit | None:
    """The unit that stands before a colon, behind a comma, 'in' or an opening bracket."""
    words = reading.words
    last = end - 1 if "close" in words[end - 1] else end
    bracketed = "close" in words[last]
    if "stop" in words[last - 1] and last > 1 and words[last - 2].end == words[last - 1].start:
        last -= 1  # 'тис. шт.:'
    first = last
    while first > 0 and last - first < _MOST and _measures(reading, words[first - 1]):
        first -= 1
    if first < 2 or first == last or not words[first - 1].has(_OPENS) or reading.chars[first - 1] == TAKEN:
        return None  # not 'за год – сейчас 31'
    inside = "in" in words[first - 1] and "open" in words[first - 2]  # 'конверсия (в %)'
    if bracketed != (inside or "open" in words[first - 1]):
        return None
    unit, currency, factor = None, None, 1.0
    for word in words[first:last]:
        if "money_scale" in word and isinstance(word["money_scale"], str):
            scale, currency = word["money_scale"].split(" ")
            unit, factor = "money", float(scale)
        elif "number" in word:
            factor *= word["number"].value
        elif "currency" in word:
            unit, currency = "money", word["currency"]
        elif "multiplier" in word and last - first > 1:
            factor *= word["multiplier"]
        elif share := next((name for name in _SHARES if name in word), None):
            unit = share
        elif "time_unit" in word:
            unit = word["time_unit"]
        elif "physical" in word:
            unit = unit_name(word["physical"])
    return _Unit(unit, currency, factor, first, last)


def _measures(reading: Reading, word: Word) -> bool:
    """Whether a word is a unit or a scale: 'млн', '%', 'kr', 'a month'."""
    if "number" in word:
        return not any(c.isdigit() for c in reading.text[word.start : word.end])
    return word.has(_MEASURES) or "cadence" in word


def _end(words: list[Word], at: int) -> int:
    """Where in the text the heading's numbers end."""
    return next((w.start for w in words[at:] if w.has(PAUSES)), words[-1].end)


def _settle(quantity: Quantity, unit: _Unit, words: list[Word]) -> None:
    counted = quantity.last < len(words) and words[quantity.last].has(NOMINALS)
    if quantity.unit is not None or counted or (quantity.scale != 1 and unit.factor != 1):
        return
    quantity.unit, quantity.currency, quantity.scale = unit.unit, unit.currency, quantity.scale * unit.factor
    quantity.value *= unit.factor
    if quantity.high is not None:
        quantity.high *= unit.factor
