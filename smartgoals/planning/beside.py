"""What a goal says beside its numbers and dates: where and for whom it is."""

from __future__ import annotations

import re
from functools import cache

from smartgoals.lexicon import files
from smartgoals.models import GoalAnalysis, Item
from smartgoals.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"[^:,\n]*[:,]\s")
_SHORTEST = 3  # letters of a word that is no preposition; 'UK' is in capitals


@cache
def _frequent(language: str) -> frozenset[str]:
    """Words that tell no place and no audience."""
    return frozenset(map(fold, files.read(files.folder(language), "language.toml")["common"]))


def words_beside(goal: GoalAnalysis) -> frozenset[str]:
    """The words behind what a goal counts, or before its colon or comma, that belong to no number, date, metric,
    channel or owner: 'customers in Sweden', 'Norway: …'. Its verb stands between, and says nothing of the kind."""
    counted: list[Item] = [*goal.numbers, *goal.metrics]
    label = _LABEL.match(goal.text)
    begin = min((item.start for item in counted), default=len(goal.text))
    known = [(item.start, item.end) for item in (*counted, *goal.deadlines, *goal.channels, *goal.owners, *goal.vague)]
    if label is not None and label.end() <= begin:
        known.append((label.end(), begin))
    else:
        known.append((0, begin))
    frequent = _frequent(goal.language)
    words = (m for m in _WORD.finditer(goal.text) if len(m[0]) >= _SHORTEST or m[0].isupper())
    found = ((m.start(), fold(m[0])) for m in words)
    return frozenset(
        word for at, word in found if word not in frequent and not any(start <= at < end for start, end in known)
    )
