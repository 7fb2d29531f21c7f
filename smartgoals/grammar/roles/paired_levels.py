"""Several levels told in one breath of several aims: '… NPS to 50 and conversion to 4 %; last year 41 and 3.2 %'."""

from __future__ import annotations

from smartgoals.grammar.word_sets import IN_TURN
from smartgoals.reading import Quantity, Reading, Word

_AIMED = ("target", "change")
_RELATIVE = ("percent", "multiple")  # units of a change of anything


def pair(quantities: list[Quantity], reading: Reading) -> None:
    """Make each of a list of levels behind as many aims the baseline of its aim, in order.

    One of them must be told as a level, by a word or by a clause of the past.
    """
    for i, first in enumerate(quantities):
        run = linked(quantities[i:], reading.words)
        aims = [q for q in quantities[:i] if q.role in _AIMED]
        if len(run) < 2 or len(run) != len(aims) or not all(map(_fits, run, aims)):
            continue
        told = any(q.role == "baseline" for q in run) or any(first.first in clause for clause in reading.past)
        if told and all(q.role not in _AIMED or q.lead is None for q in run):
            for level, aim in zip(run, aims, strict=True):
                level.role, level.of = "baseline", aim.first
                level.unit, level.currency = (level.unit, level.currency) if level.unit else (aim.unit, aim.currency)
            return


def linked(quantities: list[Quantity], words: list[Word]) -> list[Quantity]:
    """The numbers from the first on that only an 'and' or a comma parts, or sv 'respektive'."""
    run = quantities[:1]
    for quantity in quantities[1:]:
        if quantity.first - run[-1].last != 1 or not words[run[-1].last].has(IN_TURN):
            break
        run.append(quantity)
    return run


def _fits(level: Quantity, aim: Quantity) -> bool:
    """Whether one may be where the other starts."""
    return level.unit in (None, aim.unit) or (aim.role == "change" and aim.unit in _RELATIVE)
