"""What a goal says of what it counts, beside its numbers, dates, channels and owners: what kind, where and for whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from smartgoals.grammar.verb_classes import ANY_VERB
from smartgoals.lexicon import files
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.models import GoalAnalysis, Item, Metric, Target
from smartgoals.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"[^:,\n]*[:,]\s")
_NO_SORT = frozenset(("aside", "cadence", "each", "time_unit", "unit"))  # prepositions, and how often or long
_SHORTEST = 3  # letters of a word that is no preposition; 'UK' is in capitals


@cache
def _frequent(language: str) -> frozenset[str]:
    """Words that tell no place and no audience."""
    return frozenset(map(fold, files.read(files.folder(language), "language.toml")["common"]))


class Said:
    """The folded words of a goal outside of its numbers, dates, channels and owners, read once for all its targets."""

    def __init__(self, goal: GoalAnalysis, lexicon: Lexicon) -> None:
        self._goal = goal
        self._lexicon = lexicon
        self._common = _frequent(goal.language)
        self._metrics: dict[tuple[str | None, str | None], Metric] = {}
        for metric in goal.metrics:
            self._metrics.setdefault((metric.id, metric.text), metric)
        begins = [item.start for item in (*goal.numbers, *goal.metrics)]
        self._begin = min(begins, default=len(goal.text))  # where what is counted begins
        others = [*goal.numbers, *goal.deadlines, *goal.channels, *goal.owners, *goal.vague]
        matches = list(_WORD.finditer(goal.text))
        taken = _covered(matches, others)
        named = _covered(matches, goal.metrics)
        self._ends = [m.end() for m in matches]
        self._words = [(m.start(), fold(m[0])) for m in matches]
        self._says = [
            not other and (len(m[0]) >= _SHORTEST or m[0].isupper()) for m, other in zip(matches, taken, strict=True)
        ]
        self._free = [not (one or other) for one, other in zip(taken, named, strict=True)]

    def metric(self, target: Target) -> Metric | None:
        """Where the goal names what a target counts."""
        return self._metrics.get((target.metric, target.metric_text or ""))

    def of(self, metric: Metric) -> list[str]:
        """The words of what is counted, without prepositions and what names a channel or an owner."""
        words = self._between(metric.start, metric.end, named=True)
        return [word for word in words if word not in self._common or self._lexicon.form(word).entities]

    @cached_property
    def beside(self) -> list[str]:
        """The words behind what is counted, or before its colon or comma: 'customers in Sweden', 'Norway: …'."""
        label = _LABEL.match(self._goal.text)
        words = self._between(self._begin, len(self._goal.text))
        if label is not None and label.end() <= self._begin:
            words += self._between(0, label.end())
        return [word for word in words if word not in self._common]

    @cached_property
    def all(self) -> list[str]:
        """All words outside of metrics: in 'Lose 6 kg', where nothing counted is named, the verb says what it is."""
        return self._between(0, len(self._goal.text))

    @cached_property
    def before(self) -> list[str]:
        """The words before what is counted: the verb, which says what is done to it."""
        return self._between(0, self._begin)

    def adjuncts(self, metric: Metric) -> Iterator[str]:
        """The words right before the metric with which a goal begins to say what it counts, behind its verb if there is
        one: 'shop traffic'."""
        at = metric.start
        if at != self._begin:
            return
        for i in range(bisect_left(self._words, (at, "")) - 1, -1, -1):
            start, word = self._words[i]
            apart = not self._free[i] or self._goal.text[self._ends[i] : at].strip(" -")
            if apart or word in self._common or ANY_VERB.intersection(self._lexicon.form(word).values):
                return
            yield word
            at = start

    def _between(self, start: int, end: int, *, named: bool = False) -> list[str]:
        """The words between two offsets that may say something; with `named` those of metrics too."""
        first, last = bisect_left(self._words, (start, "")), bisect_left(self._words, (end, ""))
        chosen = (self._words[i][1] for i in range(first, last) if self._says[i] and (named or self._free[i]))
        return [word for word in chosen if _NO_SORT.isdisjoint(self._lexicon.form(word).values)]


def _covered(words: list[re.Match[str]], items: Iterable[Item]) -> list[bool]:
    """Which of some words begin inside of one of some items."""
    spans = sorted((item.start, item.end) for item in items)
    found, end, at = [], 0, 0
    for word in words:
        while at < len(spans) and spans[at][0] <= word.start():
            end = max(end, spans[at][1])
            at += 1
        found.append(word.start() < end)
    return found
