"""Names in quotation marks that hold a number: 'the play “1984”', 'тариф «Старт 990»'."""

from __future__ import annotations

import re

from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.reading import Reading

_QUOTED = re.compile(r"«[^«»]*»|[“„”][^“„”]*[“”]|\"[^\"]*\"")
_OPENING = frozenset('«“„”"')
_MOST = 6  # words of a name
_NUMERALS = frozenset(("number", "date"))  # kinds of tokens
_OF_GOALS = frozenset(("goal_word", "colon"))


def numerals(reading: Reading) -> set[int]:
    """The tokens of numerals that are part of a name: they count nothing and date nothing.

    A name stands right behind the noun that it names, and is not itself what the goal says.
    """
    if _OPENING.isdisjoint(reading.text):
        return set()
    found: set[int] = set()
    for match in _QUOTED.finditer(reading.text, reading.tokens[0].start):
        first = next((i for i, token in enumerate(reading.tokens) if token.start >= match.start()), 0)
        last = next((i for i, token in enumerate(reading.tokens) if token.start >= match.end()), len(reading.tokens))
        inside = {i for i in range(first, last) if reading.tokens[i].kind in _NUMERALS}
        if inside and len(match[0].split()) <= _MOST and _is_name(reading, first, last):
            found |= inside
    return found


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Whether a quotation stands behind a noun in a goal that says its own number, or its verb, outside of it."""
    tokens, forms = reading.tokens, reading.forms
    if first == 0 or tokens[first - 1].kind != "word":
        return False
    if any(token.kind == "number" for i, token in enumerate(tokens) if not first <= i < last):
        return True
    before = [form.values for form in forms[:first]]
    aimed = any(not _OF_GOALS.isdisjoint(values) for values in before)
    return not aimed and any(not VERB_CLASSES.isdisjoint(values) for values in before)
