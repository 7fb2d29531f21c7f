"""Which vague wording is left where numbers say how much."""

from __future__ import annotations

from smartgoals.grammar.comparatives import compared
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import BOUNDS_BEHIND
from smartgoals.reading import TAKEN, Match, Quantity, Reading

_MOST_COMPARED = 3  # words between a comparative and its number in brackets
_BOUNDS = frozenset(("at_least", "at_most", "since", "reason"))
_OTHERS = VERB_CLASSES | {"number", "comma", "more", "less"}


def left(reading: Reading) -> list[Match]:
    """Vague wording, but for comparatives that go with a number."""
    kept = []
    for match in reading.vague:
        at = reading.word_at(match.first)
        near = at is not None and any(
            q.first - 2 <= at < q.last + 2 or _brackets(reading, at, q) or _bounds(reading, at, q)
            for q in reading.quantities
        )
        if near and match.id == "quantity":
            continue
        if at is not None and reading.chars[at] == TAKEN:
            continue
        bound = reading.words[at] if at is not None else None
        bounds = _BOUNDS | BOUNDS_BEHIND if any(q.last <= (at or 0) for q in reading.quantities) else _BOUNDS
        if bound is not None and bound.has(bounds) and bound.last - bound.first > match.last - match.first:
            continue  # '40 лідів, не менше', 'одразу після релізу', '12 a month or fewer'
        kept.append(match)
    return kept


def _bounds(reading: Reading, at: int, quantity: Quantity) -> bool:
    """'Fewer picking errors, at most 5 a week': whether a bound behind a pause says how far a comparative goes."""
    words = reading.words
    between = words[at + 1 : quantity.first]
    if quantity.comparator not in (">=", "<=") or not between or "comma" not in between[-1]:
        return False
    return compared(words[at : at + 1]) is not None and not any(w.has(_OTHERS) for w in between[:-1])


def _brackets(reading: Reading, at: int, quantity: Quantity) -> bool:
    """'Lower costs (-4 %)': whether a number in brackets says how much a comparative is."""
    between = reading.words[at + 1 : quantity.first]
    return 1 < len(between) <= _MOST_COMPARED and "open" in between[-1] and all("metric" in w for w in between[:-1])
