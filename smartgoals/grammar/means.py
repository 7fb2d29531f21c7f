"""Clauses that say by what work the goal is reached: '200 leads, публикуя 3 поста в неделю', sv 'genom att blogga'."""

from __future__ import annotations

from smartgoals.grammar import segments
from smartgoals.reading import Reading

_RESULTS = frozenset(("increase", "decrease", "maintain", "achieve", "improve", "multiply"))  # aims of their own

_NOUNS = frozenset(("metric", "channel"))


def clauses(reading: Reading) -> list[range]:
    """The words of each such clause behind a number; one whose verb is of a result is an aim: 'снизив CAC до 900'."""
    words, found = reading.words, list[range]()
    for i in range(2, len(words)):
        behind = any(q.last < i for q in reading.quantities)
        if behind and _opens(reading, i) and _RESULTS.isdisjoint(reading.forms[words[i].first].values):
            found.append(range(i, segments.end(words, i)))
    return found


def _opens(reading: Reading, at: int) -> bool:
    """Whether the verb of such a clause is there: a converb behind a comma, sv 'genom att' before it."""
    words, lexicon = reading.words, reading.lexicon
    if lexicon is None:
        return False
    if lexicon.has_cases:
        text = reading.tokens[words[at].first if words[at].has(_NOUNS) else words[at].last - 1].text
        comma = at - 2 if "other" in words[at - 1] else at - 1  # 'не отменяя выставки'
        return "comma" in words[comma] and "converb" in lexicon.nonfinite(text)
    through = "aside" in words[at - 2] and "auxiliary" in words[at - 1] and "activity" in words[at]
    return through and words[at - 1].last - words[at - 1].first == 1
