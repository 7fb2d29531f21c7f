"""What a goal says of what it counts, beside its numbers, dates, channels and owners: what kind, where and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

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


def metric_of(goal: GoalAnalysis, target: Target) -> Metric | None:
    """Where a goal names what a target counts."""
    return next((m for m in goal.metrics if (m.id, m.text) == (target.metric, target.metric_text)), None)


def words_of(metric: Metric | None, goal: GoalAnalysis, lexicon: Lexicon) -> list[str]:
    """The folded words of what is counted, without prepositions and what names a channel or an owner."""
    if metric is None:
        return []
    others = [*goal.numbers, *goal.deadlines, *goal.channels, *goal.owners, *goal.vague]
    words = _words(goal, lexicon, others, metric.start, metric.end)
    return [word for word in words if word not in _frequent(goal.language) or lexicon.form(word).entities]


def words_beside(metric: Metric | None, goal: GoalAnalysis, lexicon: Lexicon) -> list[str]:
    """The folded words behind what a goal counts, before its colon or comma, or right before the metric ('shop
    traffic'), that belong to no number, date, metric, channel or owner: 'customers in Sweden', 'Norway: …'.

    Where nothing is named that is counted ('Lose 6 kg'), the verb says what it is, and is one of them.
    """
    counted: list[Item] = [*goal.numbers, *goal.metrics]
    items = [*counted, *goal.deadlines, *goal.channels, *goal.owners, *goal.vague]
    if metric is None:
        return _words(goal, lexicon, items, 0, len(goal.text))
    begin = min(item.start for item in counted)
    words = _words(goal, lexicon, items, begin, len(goal.text))
    label = _LABEL.match(goal.text)
    if label is not None and label.end() <= begin:
        words += _words(goal, lexicon, items, 0, label.end())
    found = [word for word in words if word not in _frequent(goal.language)]
    return found + (list(_adjuncts(metric, goal, lexicon, items)) if metric.start == begin else [])


def words_before(metric: Metric | None, goal: GoalAnalysis, lexicon: Lexicon) -> list[str]:
    """The folded words before what a goal counts: the verb, which says what is done to it."""
    items = [*goal.numbers, *goal.metrics]
    begin = min((item.start for item in items), default=0) if metric is not None else 0
    return _words(goal, lexicon, [*goal.deadlines, *goal.channels, *goal.owners, *goal.vague], 0, begin)


def _words(goal: GoalAnalysis, lexicon: Lexicon, taken: list[Item], start: int, end: int) -> list[str]:
    """The folded words between two offsets that may say something, outside of some items."""
    words = (m for m in _WORD.finditer(goal.text, start, end) if len(m[0]) >= _SHORTEST or m[0].isupper())
    free = (m for m in words if not any(item.start <= m.start() < item.end for item in taken))
    folded = [fold(m[0]) for m in free]
    return [word for word in folded if _NO_SORT.isdisjoint(lexicon.form(word).values)]


def _adjuncts(metric: Metric, goal: GoalAnalysis, lexicon: Lexicon, items: list[Item]) -> Iterator[str]:
    """The words that stand directly before a metric, behind the verb if there is one."""
    at = metric.start
    for found in reversed(list(_WORD.finditer(goal.text, 0, at))):
        word = fold(found[0])
        apart = goal.text[found.end() : at].strip(" -") or any(i.start <= found.start() < i.end for i in items)
        if apart or word in _frequent(goal.language) or ANY_VERB.intersection(lexicon.form(word).values):
            return
        yield word
        at = found.start()
