"""What a worker process of the service does: each function takes a request and gives the answer as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smartgoals.analyzer import Analyzer, check
from smartgoals.lexicon.files import available
from smartgoals.serve.fields import MOST_OF_GOAL
from smartgoals.serve.workers import Refused
from smartgoals.settings import Settings

if TYPE_CHECKING:
    from pydantic import BaseModel

    from smartgoals.serve.requests import (
        AnalyzeRequest,
        Asked,
        BatchRequest,
        FindRequest,
        PlanRequest,
        ProgressRequest,
    )
    from smartgoals.vocabulary import Vocabulary


@dataclass(frozen=True)
class Rules:
    """What the service's owner sets for all requests."""

    vocabulary: Vocabulary | None = None
    settings: Settings = field(default_factory=Settings)


def warm_up(rules: Rules) -> None:
    """Load every language, so that no request waits for it."""
    for language in available():
        Analyzer(language=language, vocabulary=rules.vocabulary)("40 leads 2030-10-31")


def analyze(rules: Rules, asked: AnalyzeRequest) -> bytes:
    """A `GoalAnalysis`."""
    return _json(_analyzer(rules, asked, asked.locale)(asked.text))


def batch(rules: Rules, asked: BatchRequest) -> bytes:
    """A `Batch`."""
    from smartgoals.serve.replies import Batch, BatchItem

    analyzer = _analyzer(rules, asked, asked.locale)
    results = []
    for text in asked.texts:
        try:
            check(text, "goal", MOST_OF_GOAL)
        except ValueError as error:
            results.append(BatchItem(error=str(error)))
        else:
            results.append(BatchItem(analysis=analyzer(text)))
    return _json(Batch(results=results))


def find(rules: Rules, asked: FindRequest) -> bytes:
    """A `Found`."""
    from smartgoals.finding.finder import find as find_in
    from smartgoals.serve.replies import Found

    return _json(Found(goals=find_in(asked.text, _analyzer(rules, asked, asked.locale))))


def plan(rules: Rules, asked: PlanRequest) -> bytes:
    """A `Plan`; Refused says why there can be none."""
    from smartgoals.planning import break_down
    from smartgoals.serve.replies import Plan

    try:
        milestones = break_down(
            asked.text, asked.by, start=asked.start, compounding=asked.compounding, metric=asked.metric,
            language=asked.language, today=asked.today, context=asked.context,
            vocabulary=rules.vocabulary, settings=rules.settings,
        )  # fmt: skip
    except ValueError as error:
        raise Refused(str(error)) from None
    return _json(Plan(milestones=milestones))


def progress(rules: Rules, asked: ProgressRequest) -> bytes:
    """A `Progress`; Refused says why there can be none."""
    from smartgoals.planning import progress as standing

    try:
        now = standing(
            asked.text, asked.actual, asked.on, start=asked.start, metric=asked.metric,
            language=asked.language, today=asked.today, context=asked.context,
            vocabulary=rules.vocabulary, settings=rules.settings,
        )  # fmt: skip
    except ValueError as error:
        raise Refused(str(error)) from None
    return _json(now)


def _analyzer(rules: Rules, asked: Asked, locale: str | None) -> Analyzer:
    """The analyzer that a request asks for; Refused names an id of its context that is none."""
    try:
        return Analyzer(
            language=asked.language, today=asked.today, context=asked.context, locale=locale,
            vocabulary=rules.vocabulary, settings=rules.settings,
        )  # fmt: skip
    except ValueError as error:
        raise Refused(str(error)) from None


def _json(answer: BaseModel) -> bytes:
    return answer.model_dump_json().encode()
