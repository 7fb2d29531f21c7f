"""Numbers that only part another one: '60 leads: 40 by SEO, 20 by PPC', '14 letters, one every Friday'."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import NOMINALS, PARTITIVE
from smartgoals.reading import Match, Quantity, Reading, Word

_T = TypeVar("_T")
_CLOSE = 1e-6
_AIMED = ("target", "change")
_PARTS = frozenset(("number", "fraction", "half"))
_EACH = frozenset(("each", "cadence", "per"))
_AHEAD = frozenset(("in", "aside", "by_amount", "a"))  # before 'each'


def is_parcel(quantity: Quantity, words: list[Word]) -> bool:
    """'12 case studies, one per industry', '14 писем, по одному каждую пятницу': whether a count deals out another."""
    at, behind = quantity.first, words[quantity.last : quantity.last + 2]
    if at == 0 or not behind or quantity.unit is not None or behind[0].has(NOMINALS):
        return False
    dealt = "by" in words[at - 1] and "span_to" in words[at - 1] and words[at - 1].last - words[at - 1].first == 1
    at -= dealt
    each = behind[0].has(_EACH) or (behind[0].has(_AHEAD) and behind[-1].has(_EACH))
    return at > 1 and segments.parts(words, at - 1) and (dealt or (quantity.value == 1 and each))


def is_of_them(quantity: Quantity, words: list[Word]) -> bool:
    """'25 in H2, 10 of them above $50k': whether a clause without a verb only tells of a part of what is before it."""
    first = segments.start(words, quantity.first)
    clause = words[first : segments.end(words, quantity.last)]
    threes = zip(clause, clause[1:], clause[2:], strict=False)
    part = any(a.has(_PARTS) and b.has(PARTITIVE) and "pronoun" in c for a, b, c in threes)
    return part and any("number" in w for w in words[:first]) and not any(w.has(VERB_CLASSES) for w in clause)


def leave_parcels(quantities: list[Quantity], words: list[Word]) -> None:
    """Counts that only deal out one before them are no aims."""
    whole = False
    for quantity in quantities:
        if whole and is_parcel(quantity, words):
            quantity.role = "other"
        whole = whole or (quantity.role == "target" and quantity.unit is None)


def leave_parts(quantities: list[Quantity], words: list[Word]) -> None:
    """Numbers behind a target that add up to it, and count nothing of their own, are no aims."""
    for i, whole in enumerate(quantities[:-2]):
        if whole.role != "target" or whole.high is not None:
            continue
        left, parts = whole.value, []
        for part in quantities[i + 1 :]:
            if part.role not in ("target", "other") or part.unit != whole.unit or _counts(part, words):
                break
            left -= part.value
            parts.append(part)
            if left < _CLOSE:
                break
        if len(parts) > 1 and abs(left) < _CLOSE:
            for part in parts:
                part.role = "other"
            return


def leave_kinds(quantities: list[Quantity], reading: Reading) -> None:
    """'Hire 12 people, of whom 4 drivers', 'посадить 500 деревьев, из них 200 дубов': a part of those counted before it
    is no aim, unless it counts another metric of the ontology ('150 sign-ups, of which 20 SQLs')."""
    opening = {match.last for match in reading.beside if match.kind == "of_them"}
    if not opening:
        return
    words = reading.words
    for whole, part in pairwise(quantities):
        opened = words[part.first].first in opening
        if not opened or whole.role != "target" or part.role != "target" or part.unit not in (None, whole.unit):
            continue
        kind, counted = _counted(part, words), _counted(whole, words)
        same = [None, counted.id if counted else None, *(w["implies"] for w in words if "implies" in w)]
        if part.value < whole.value and (kind is None or kind.id in same):
            part.role = "other"
            reading.metrics = [match for match in reading.metrics if match is not kind]


def _counted(quantity: Quantity, words: list[Word]) -> Match | None:
    match: Match | None = words[quantity.last].get("metric") if quantity.last < len(words) else None
    return match


def of_whole(days: list[tuple[int, _T]], quantities: list[Quantity]) -> list[tuple[int, _T]]:
    """'Hire 12 in 2027, 4 of them in Q1': the deadlines with their places, but those of a number that only parts an aim
    with a deadline of its own."""
    kept = days[:1]
    for before, day in pairwise(days):
        parts = [q for q in quantities if q.role == "other" and before[0] < q.first < day[0]]
        if not parts or not any(q.role in _AIMED and q.first < before[0] for q in quantities):
            kept.append(day)
    return kept


def _counts(quantity: Quantity, words: list[Word]) -> bool:
    return quantity.last < len(words) and "metric" in words[quantity.last]
