"""Bounds of a number: 'at least', 'under', 'about'."""

from __future__ import annotations

import re

from smartgoals.grammar.word_sets import BOUNDS_BEHIND
from smartgoals.reading import Quantity, Word

_COMPARATORS = (("at_least", ">="), ("at_most", "<="), ("about", "~"))
_BETWEEN = frozenset(("cadence", "unit", "a", "each", "of", "metric", "other"))
_MOST_BETWEEN = 4  # words between a number and its bound
BOUNDS = frozenset(name for name, _ in _COMPARATORS)


def comparator(match: re.Match[str], words: list[Word], lead: str | None, post: str | None, ranged: bool) -> str:
    """What the words around a number say of its bound; `lead` is what leads it, `post` what stands behind it."""
    if post:
        word = words[match.start("post")]
        return "<=" if "or_less" in word else "~" if "about" in word else ">="
    for group in ("bound", "lead"):
        start, end = match.span(group)
        for at in range(end - 1, start - 1, -1):
            for name, sign in _COMPARATORS:
                told = "reason" in words[at] and at + 1 < end  # 'хоч зараз у нас 40', not 'хоч 40'
                if name in words[at] and not (told or (ranged and "between" in words[at])):  # 'в пределах 10–20 %'
                    return sign
    number = words[match.start("low" if "low" in match.re.groupindex else 0)]
    if "about" in number:
        return "~"  # 'ett femtiotal'
    if "number" in number and number["number"].bound:
        return str(number["number"].bound)
    if lead == "range_from" and not ranged:
        return ">="
    return "="


def read_behind(found: list[Quantity], words: list[Word]) -> None:
    """'12 a month or fewer', '6 % of revenue or less': give a number the bound behind its cadence or its base."""
    for quantity in found:
        at = quantity.last
        while at < len(words) and at - quantity.last < _MOST_BETWEEN and words[at].has(_BETWEEN):
            at += 1
        if quantity.last < at < len(words) and quantity.comparator == "=" and words[at].has(BOUNDS_BEHIND):
            quantity.comparator = "<=" if "or_less" in words[at] else ">="
