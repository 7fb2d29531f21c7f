"""The unknown thing that a share or a multiple changes: 'double the number of donors', 'a 10 % drop in noise'."""

from __future__ import annotations

from collections.abc import Callable

from smartgoals.grammar.verb_classes import CHANGE_NOUNS, verb_of
from smartgoals.grammar.word_sets import ARTICLES
from smartgoals.reading import Quantity, Reading

_CHANGES = ("increase", "decrease", "improve")
_ARTICLES_OF: frozenset[str] = ARTICLES | {"of"}
_NOUNS = CHANGE_NOUNS | {"noun_improve"}
_IN = frozenset(("in", "of"))  # between a change and what changes


def thing(reading: Reading, quantity: Quantity, is_empty: Callable[[int], bool]) -> int | None:
    """Where the object of a change begins behind its number, if a verb or noun says that it is one; it may be known."""
    words, at = reading.words, quantity.last
    leads = "multiply" in words[quantity.first]
    if at >= len(words):
        return None
    if not leads and verb_of(words[at]) in _CHANGES and (quantity.unit == "multiple" or quantity.lead):
        at, leads = at + 1, True
    elif not leads and (behind := _behind_noun(reading, quantity)) is not None:
        at, leads = behind, True
    while leads and at < len(words) and (is_empty(at) or words[at].has(_ARTICLES_OF)):
        at += 1
    return at if leads and at < len(words) else None


def _behind_noun(reading: Reading, quantity: Quantity) -> int | None:
    """'A 10 % drop in …', 'a reduction of 10 % in …', uk 'зниження на 10 % рівня …': what a noun of change leads to."""
    words, at = reading.words, quantity.last
    ahead = words[max(quantity.first - 2, 0) : quantity.first + 1]
    if words[at].has(_NOUNS):
        at += 1
    elif not any(word.has(_NOUNS) for word in ahead):
        return None
    if at >= len(words):
        return None
    if words[at].has(_IN) and "period" not in words[min(at + 1, len(words) - 1)]:
        return at + 1
    depends = "gent" in reading.lexicon.cases(reading.tokens[words[at].first].text)
    return at if depends else None
