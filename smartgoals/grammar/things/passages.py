"""Counts that are to become another: 'turn 40 leads into customers', 'move 40 free users to a paid plan'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.things.sales import has_before
from smartgoals.lexicon.trie import longer
from smartgoals.reading import Match, Reading, Word

_INTO = frozenset(("aside", "to", "in"))


def settle(reading: Reading, aim: Aim, metric: Match) -> None:
    """'Turn 40 leads into customers': a count that is to become another is the count of the second, or, where the
    ontology has no name for this ('move 40 free users to a paid plan'), of what the metric says."""
    quantity = aim.quantity
    if quantity is None or quantity.unit is not None or quantity.role != "target" or quantity.first > aim.at:
        return
    forms, (keys, skippable) = reading.forms, reading.steps()
    for i in range(metric.first + 2, metric.last):
        ends = [(i + 1, forms[i].entities), *longer(forms[i].entity_nodes, i, keys, skippable)]
        named = [name for last, values in ends for kind, name in values if kind == "metric" and last == metric.last]
        if named:
            metric.id, metric.first, metric.start = named[0], i, reading.tokens[i].start
            return
    metric.id = reading.ontology.passages[metric.id or ""]


def becomes(reading: Reading, aim: Aim) -> Match | None:
    """'Turn 40 of the 310 leads from the webinar into customers': what is to become of those counted."""
    quantity, words = aim.quantity, reading.words
    if quantity is None or quantity.unit is not None or quantity.first > aim.at:
        return None
    if not has_before(reading, aim, reading.lexicon.persons.turns):
        return None
    behind = range(max(aim.end, aim.at + 1), segments.end(words, aim.at))
    counts = {q.last: q.first for q in reading.quantities if q.unit is None}
    at = next((i for i in behind if "metric" in words[i] and _leads_into(words[counts.get(i, i - 1)])), None)
    become: Match | None = None if at is None else words[at]["metric"]
    return become


def count_another(reading: Reading, aim: Aim, metric: Match) -> None:
    """'Turn 90 leads into 15 customers': let the number of what they become be aimed at."""
    at = reading.word_at(metric.first)
    reached = next((q for q in reading.quantities if q.last == at), None)
    if reached is not None and aim.quantity is not None and reached is not aim.quantity:
        aim.quantity.role, reached.role, aim.quantity = "other", "target", reached


def is_of_another(aim: Aim, made: list[Aim]) -> bool:
    """Whether an aim's number is that of what others become, which has an aim of its own."""
    return any(other is not aim and other.quantity is aim.quantity for other in made)


def _leads_into(word: Word) -> bool:
    return word.has(_INTO) and "company" not in word
