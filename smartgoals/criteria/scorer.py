"""From a reading to the finished analysis: the five criteria, the score, the advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from smartgoals.advice import messages
from smartgoals.advice.rewrite import Fixes, fixes, rewrite
from smartgoals.context import Context
from smartgoals.criteria import achievable, measurable, relevant, specific, time_bound
from smartgoals.criteria.facts import Facts, Note
from smartgoals.grammar.classes import bits
from smartgoals.models import (
    Channel,
    Criteria,
    Criterion,
    Deadline,
    Finding,
    Fix,
    GoalAnalysis,
    Metric,
    Number,
    Owner,
    Target,
    Vague,
)  # fmt: skip
from smartgoals.reading import Reading
from smartgoals.settings import Settings

_CADENCE = bits(["cadence"])
RUBRIC = "1"  # changes when the same goal and settings may get another verdict
_JUDGES = {
    "specific": specific.judge,
    "measurable": measurable.judge,
    "achievable": achievable.judge,
    "relevant": relevant.judge,
    "time_bound": time_bound.judge,
}
_OF_TEXT, _OF_CONTEXT = ("specific", "measurable", "time_bound"), ("achievable", "relevant")
_ITEMS: dict[str, type[Number | Metric | Channel | Deadline | Owner | Vague | Target]] = {
    "numbers": Number,
    "metrics": Metric,
    "channels": Channel,
    "deadlines": Deadline,
    "owners": Owner,
    "vague": Vague,
    "targets": Target,
}  # of an analysis, as they were read


def judge(reading: Reading, language: str, locale: str, settings: Settings) -> GoalAnalysis:
    """The analysis of a goal that has been read, with messages in the language `locale`."""
    result = reading.result
    facts = _facts(reading, settings)
    judgements = {name: judging(facts) for name, judging in _JUDGES.items()}
    verdicts = {name: facts.verdict(j.score) for name, j in judgements.items()}
    scores = {name: j.score for name, j in judgements.items() if j.score is not None}
    mends = fixes(reading, verdicts, messages.catalogue(language))
    findings = {name: [_finding(note, mends, locale) for note in j.notes] for name, j in judgements.items()}
    shown = findings
    if settings.ignore:
        shown = {name: [f for f in found if settings.shows(f.code)] for name, found in findings.items()}
    return GoalAnalysis.trusted(
        {
            "text": reading.text,
            "language": language,
            "today": reading.today,
            "direction": result["direction"],
            "kind": result["kind"],
            **{name: tuple(map(model.trusted, result[name])) for name, model in _ITEMS.items()},
            "criteria": Criteria.trusted(
                {
                    name: Criterion.trusted(
                        {"score": j.score, "verdict": verdicts[name], "findings": tuple(shown[name])}
                    )
                    for name, j in judgements.items()
                }
            ),
            "score": _mean(scores, settings.weights, _JUDGES),
            "text_score": _mean(scores, settings.weights, _OF_TEXT),
            "context_score": _mean(scores, settings.weights, _OF_CONTEXT),
            "coverage": len(scores),
            "suppressed": sum(map(len, findings.values())) - sum(map(len, shown.values())),
            "rubric_version": RUBRIC,
            "suggestions": _suggestions(shown, verdicts, scores, settings),
            "rewrite": rewrite(reading.text, mends),
        }
    )


def _mean(scores: dict[str, float], weights: dict[str, float], names: Iterable[str]) -> float | None:
    """The weighted mean of the criteria that could be judged; None when none could."""
    known = [name for name in names if name in scores and weights[name]]
    if not known:
        return None
    total = sum([scores[name] * weights[name] for name in known])
    return round(total / sum([weights[name] for name in known]), 3)


def _facts(reading: Reading, settings: Settings) -> Facts:
    result = reading.result
    vocabulary = reading.lexicon.vocabulary if reading.lexicon else ""
    return Facts(
        today=reading.today,
        context=reading.context,
        settings=settings,
        ontology=reading.ontology,
        targets=result["targets"],
        numbers=result["numbers"],
        metrics=result["metrics"],
        channels=result["channels"],
        paid=result["paid"],
        deadlines=result["deadlines"],
        owners=result["owners"],
        vague=result["vague"],
        purpose=result["purpose"],
        objectives=[m for text in reading.context.objectives for m in objective_metrics(text, vocabulary)],
        deliverable=result["deliverable"],
        cadence=any(n["per"] for n in result["numbers"])
        or (reading.may_have(_CADENCE) and any("cadence" in word for word in reading.words)),
        impossible=[(d.start, d.end) for d in result["impossible"]],
    )


@lru_cache(maxsize=4096)
def objective_metrics(text: str, vocabulary: str = "") -> tuple[str, ...]:
    """The metric ids that an objective names: itself if it is an id, else those that its text aims at."""
    if not text.strip():
        return ()
    from datetime import date

    from smartgoals.analyzer import read
    from smartgoals.lexicon.lexicon import lexicon
    from smartgoals.text.detect import detect

    language = detect(text)
    if text in lexicon(language, vocabulary).ontology.metrics:
        return (text,)
    result = read(Reading(text, date(2000, 1, 1), Context()), language, vocabulary).result
    aimed = [t["metric"] for t in result["targets"] if t["metric"]]
    return tuple(aimed or [m["id"] for m in result["metrics"] if m["id"]])


def _finding(note: Note, mends: Fixes, locale: str) -> Finding:
    start, end = note.span or (None, None)
    fix = mends.get((note.code, start)) if mends else None
    if start is None and fix is None and not note.values:
        return _plain(note.code, locale)
    return _made(note.code, messages.catalogue(locale).message(note.code, note.values), start, end, fix)


@cache
def _plain(code: str, locale: str) -> Finding:
    """The finding of a code that speaks of the goal as a whole."""
    return _made(code, messages.catalogue(locale).message(code, {}))


def _made(code: str, message: str, start: int | None = None, end: int | None = None, fix: Fix | None = None) -> Finding:
    means = messages.codes()[code]
    return Finding.trusted(
        {
            "code": code,
            "criterion": means.criterion,
            "severity": means.severity,
            "message": message,
            "start": start,
            "end": end,
            "fix": fix,
        }
    )


def _suggestions(
    findings: Mapping[str, Iterable[Finding]],
    verdicts: Mapping[str, str],
    scores: Mapping[str, float],
    settings: Settings,
) -> tuple[str, ...]:
    """What would raise the score most comes first: by what a criterion lacks and weighs, then by severity."""
    lacking = [name for name in scores if verdicts[name] != "met"]
    lacking.sort(key=lambda name: -(1 - scores[name]) * settings.weights[name])
    found = [
        finding.message
        for name in lacking
        for severity in ("error", "warning")
        for finding in findings[name]
        if finding.severity == severity
    ]
    return tuple(dict.fromkeys(found))
