"""`find_goals`: the goals in a document, each with its place and its analysis."""

from __future__ import annotations

import datetime
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoals.analyzer import Analyzer, check
from smartgoals.context import Context
from smartgoals.finding.around import Seen
from smartgoals.finding.candidates import Candidate, Candidates
from smartgoals.finding.layout import blocks
from smartgoals.finding.model import model
from smartgoals.finding.sections import places
from smartgoals.finding.stretches import Stretch, Stretches
from smartgoals.models import FoundGoal
from smartgoals.settings import Settings

if TYPE_CHECKING:
    from smartgoals.vocabulary import Vocabulary

MOST_CHARACTERS = 1_000_000  # of a document


def find_goals(
    document: str,
    *,
    language: str | None = None,
    today: datetime.date | None = None,
    context: Context | Mapping[str, Any] | None = None,
    vocabulary: Vocabulary | str | Path | None = None,
    settings: Settings | Mapping[str, Any] | None = None,
    locale: str | None = None,
) -> list[FoundGoal]:
    """The goals in a document, in text order: in running text, lists, tables pasted as text and quotations.

    `language` None detects it for each sentence, item or cell; see `Analyzer` for the other arguments.

    Raises TypeError for what is no string, ValueError for a document that is empty, over MOST_CHARACTERS, or no valid
    Unicode, and for an unknown language.
    """
    return find(
        document,
        Analyzer(
            language=language, today=today, context=context, vocabulary=vocabulary, settings=settings, locale=locale
        ),
    )


def find(document: str, analyzer: Analyzer) -> list[FoundGoal]:
    """The goals in a document, with the settings of an analyzer; see `find_goals`."""
    check(document, "document", MOST_CHARACTERS)
    return [
        FoundGoal(
            text=goal.reading.text, start=goal.start, end=goal.end, analysis=analyzer.judge(goal.reading, goal.language)
        )
        for goal in _goals(document, Stretches(document, analyzer))
    ]


def candidates(document: str, read: Stretches) -> Iterator[list[Candidate]]:
    """The stretches of a document that may be goals, those of each block or table together."""
    found = Candidates(document, read)
    for place in places(document, list(blocks(document))):
        read.forget(kept=place.title)
        yield list(found.of_table(place.rows, place) if place.rows else found.of_text(place))


def _goals(document: str, read: Stretches) -> Iterator[Stretch]:
    """The goals of a document in text order."""
    judge = model()
    seen = [[judge.look(candidate) for candidate in of_block] for of_block in candidates(document, read)]
    for of_block, scores in zip(seen, judge.scores(seen), strict=True):
        for goal in chosen(of_block, scores, judge.threshold):
            yield read(goal.start, goal.end)


def chosen(block: Sequence[Seen], scores: Sequence[float], threshold: float) -> list[Seen]:
    """The candidates of a block that are goals, in text order: of those that overlap the one that is most likely."""
    scored = [(score, seen) for score, seen in zip(scores, block, strict=True) if score >= threshold]
    goals: list[Seen] = []  # in text order
    for _, seen in sorted(scored, key=lambda pair: (-pair[0], pair[1].start)):
        at = bisect(goals, seen.start, key=lambda goal: goal.start)
        if not any(seen.overlaps(goal) for goal in goals[max(at - 1, 0) : at + 1]):
            goals.insert(at, seen)
    return goals
