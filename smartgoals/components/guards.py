"""Terms in which no number and no date is read, for who asks for nothing else: 'weekly active users', 'Year 7'."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter

from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.lexicon.trie import MOST_FILLERS
from smartgoals.reading import Match, Reading

# Classes of words that are a number, a time or a unit, or make what stands beside them one.
_COUNTING = frozenset((
    "cardinal", "multiplier", "ordinal", "fraction", "half", "factor", "times", "rating_unit", "rank_head", "name_head",
    "physical", "time_unit", "cadence", "month", "weekday", "season", "holiday", "unit", "nth_unit", "span",
    "day_offset",
))  # fmt: skip
_TAKEN_AS = {"metric": "metrics", "channel": "channels", "platform": "channels", "paid": "channels"}


class GuardReader:
    """The metrics and channels of several words of which one is part of a number or a date elsewhere.

    It stands in for the reader of terms, which finds them among all others, where only numbers and deadlines are asked
    for.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar.root.children
        found = [key for key, node in grammar.items() if any(name in _COUNTING for name, _ in node.values)]
        counting = {key for word in found for key in (word, *lexicon.lemmas(word.removeprefix("=")))}
        self._terms = lexicon.entities.holding(lambda key: key in counting or key[1:].isdecimal())
        self._next = {key: frozenset(node.children) for key, node in self._terms.root.children.items()}

    def __call__(self, reading: Reading) -> None:
        forms, known = reading.forms, self._next
        behind = 0
        for i, (form, following) in enumerate(pairwise(forms)):
            if not form.entity_next or i < behind:
                continue
            for key in form.keys:
                if key in known and (
                    not known[key].isdisjoint(following.keys) or self._skips(reading, i + 1, known[key])
                ):
                    behind = self._read(reading, i)
                    break

    @staticmethod
    def _skips(reading: Reading, i: int, onwards: frozenset[str]) -> bool:
        """Whether a term may go on behind words that it may leave out."""
        forms, tokens = reading.forms, reading.tokens
        first = i
        while i < len(forms) and i - first < MOST_FILLERS and (forms[i].filler or tokens[i].is_hyphen):
            i += 1
        return first < i < len(forms) and not onwards.isdisjoint(forms[i].keys)

    def _read(self, reading: Reading, first: int) -> int:
        """The index behind the longest term at a token, which is added."""
        tokens = reading.tokens
        keys, skippable = reading.steps()
        for last, values in sorted(self._terms.matches(first, keys, skippable), key=itemgetter(0), reverse=True):
            kind, name = next((value for value in values if value[0] in _TAKEN_AS), ("", None))
            if kind and last > first + 1:
                match = Match(kind, name, first, last, tokens[first].start, tokens[last - 1].end)
                getattr(reading, _TAKEN_AS[kind]).append(match)
                return last
        return first
