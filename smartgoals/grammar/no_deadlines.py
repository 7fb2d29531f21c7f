"""What looks like a date or deadline and is none: levels, frequencies, years that only say which."""

from __future__ import annotations

import re

from smartgoals.grammar.verb_classes import verb_of
from smartgoals.reading import Word

_BOUNDS = frozenset(("at_least", "at_most"))
_CHANGES = ("increase", "decrease", "improve", "multiply")
_COUNTABLE = frozenset(("metric", "percent", "currency", "cadence"))


def is_multiple(at: int, words: list[Word]) -> bool:
    """'Increase revenue 3 times in 2 years', 'ROAS 4x in …': whether 'times' multiplies, and tells no frequency."""
    if "times" not in words[at] or at == 0:
        return False
    verb = next((name for word in reversed(words[:at]) if (name := verb_of(word)) is not None), None)
    return verb in _CHANGES or (verb != "activity" and words[at - 1].end == words[at].start)


def counts(words: list[Word], at: int) -> bool:
    """Whether something countable, or a cadence, stands there: 'to 2027 leads'."""
    return at < len(words) and words[at].has(_COUNTABLE)


def is_left(match: re.Match[str], words: list[Word]) -> bool:
    """'From 2000 to 5000', 'from 2010 visits': whether what looks like a year is a level that is left."""
    at = match.end()
    if "from" not in words[match.start()] or "year" not in words[at - 1] or at >= len(words):
        return False
    led = "to" in words[at] and any("number" in w for w in words[at + 1 : at + 2])
    return "metric" in words[at] or (led and ("year" not in words[at + 1] or counts(words, at + 2)))


def is_compared(at: int, words: list[Word]) -> bool:
    """'10 % lower than 2025': whether a bound behind a share stands before a word."""
    return at > 1 and words[at - 1].has(_BOUNDS) and "percent" in words[at - 2]


def counts_anything(match: re.Match[str], words: list[Word]) -> bool:
    at = match.end("period")
    return counts(words, at) or (at < len(words) and "other" in words[at])
