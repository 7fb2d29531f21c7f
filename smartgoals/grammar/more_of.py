"""Unknown things that a goal wants, or wants more or fewer of, with no number: 'find more tenors', 'hire people'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.reading import Match, Reading

_MORE = frozenset(("more", "less"))
_BEFORE_THINGS = frozenset(("the", "a", "more"))
_VERBS = VERB_CLASSES | {"auxiliary"}


def unknown(reading: Reading, nouns: Nouns) -> Aim | None:
    """The aim of a goal that has neither metric nor number: what stands behind its verb and comparative."""
    words, lexicon = reading.words, reading.lexicon
    if lexicon is None or not lexicon.has_cases:
        return None  # without cases nothing tells 'more tenors' from 'more often'
    vague = {m.first for m in reading.vague}
    for i, word in enumerate(words[:-1]):
        if not word.has(_MORE) or word.has(_VERBS) or not nouns.is_plain(i + 1):
            continue
        if _MORE.issubset(word):
            continue  # 'расти быстрее рынка': what is faster does not count what it is compared with
        counted = "gent" in lexicon.cases(reading.tokens[words[i + 1].first].text)
        if counted and any(before.has(_VERBS) for before in words[:i]):
            last = nouns.run(i + 1)
            while last > i + 2 and words[last - 1].first in vague:
                last -= 1  # 'продати більше ліцензій якнайшвидше'
            return Aim(i + 1, last, named=nouns.tokens(i + 1, last))
    return None


def implied(reading: Reading, nouns: Nouns) -> Aim | None:
    """'Hire some people for the kitchen', sv 'anställ personal': unknown things behind a verb that implies a metric."""
    words, vague = reading.words, {i for m in reading.vague for i in range(m.first, m.last)}
    for at, word in enumerate(words):
        name = word.get("implies")
        if name is None or name in reading.ontology.money:
            continue
        first = at + 1
        while first < len(words) and (words[first].first in vague or words[first].has(_BEFORE_THINGS)):
            first += 1
        if first == len(words) or not nouns.is_plain(first):
            return None
        last = nouns.run(first)
        while last > first + 1 and words[last - 1].first in vague:
            last -= 1  # sv 'anställ folk snabbt'
        start, end = words[first].start, words[last - 1].end
        metric = Match("metric", name, words[first].first, words[last - 1].last, start, end)
        reading.metrics.append(metric)
        return Aim(first, last, metric=metric)
    return None
