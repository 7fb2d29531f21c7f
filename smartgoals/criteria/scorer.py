"""From a reading to the finished analysis: the five criteria, the score, the advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from smartgoals.advice import messages
from smartgoals.advice.rewrite import Fixes, fixes, rewrite
from smartgoals.context import Context
from smartgoals.criteria import achievable, measurable, relevant, specific, time_bound
from smartgoals.criteria.facts import Facts, Note
from smartgoals.grammar.classes import bits
from smartgoals.models import (
    CRITERIA,
    Channel,
    Criteria,
    Criterion,
    Deadline,
    Finding,
    GoalAnalysis,
    Metric,
    Number,
    Owner,
    Target,
    Vague,
    Verdict,
)  # fmt: skip
from smartgoals.reading import Reading
from smartgoals.settings import Settings

_CADENCE = bits(["cadence"])
_per = itemgetter("per")
RUBRIC = "1"  # changes when the same goal and settings may get another verdict
_JUDGES = (specific.judge, measurable.judge, achievable.judge, relevant.judge, time_bound.judge)  # of CRITERIA
_OF_TEXT, _OF_CONTEXT = ("specific", "measurable", "time_bound"), ("achievable", "relevant")
_ITEMS: tuple[tuple[str, type[Number | Metric | Channel | Deadline | Owner | Vague | Target]], ...] = (
    ("numbers", Number),
    ("metrics", Metric),
    ("channels", Channel),
    ("deadlines", Deadline),
    ("owners", Owner),
    ("vague", Vague),
    ("targets", Target),
)  # of an analysis, as they were read


def judge(reading: Reading, language: str, locale: str, settings: Settings) -> GoalAnalysis:
    """The analysis of a goal that has been read, with messages in the language `locale`."""
    result = reading.result
    facts = _facts(reading, settings)
    judgements = [judging(facts) for judging in _JUDGES]
    weights = tuple([settings.weights[name] for name in CRITERIA])
    overall = _overall(tuple([j.score for j in judgements]), weights, settings.met, settings.partial)
    verdicts = overall.verdicts
    mends = fixes(reading, verdicts, messages.catalogue(language))
    findings = [tuple([_finding(note, mends, locale) for note in j.notes]) for j in judgements]
    shown = findings
    if settings.ignore:
        shown = [tuple(f for f in found if settings.shows(f.code)) for found in findings]
    criteria = {
        name: Criterion.trusted({"score": j.score, "verdict": verdicts[name], "findings": found})
        for name, j, found in zip(CRITERIA, judgements, shown, strict=True)
    }
    return GoalAnalysis.trusted(
        {
            "text": reading.text,
            "language": language,
            "today": reading.today,
            "direction": result["direction"],
            "kind": result["kind"],
            **{name: tuple(map(model.trusted, result[name])) if result[name] else () for name, model in _ITEMS},
            "criteria": Criteria.trusted(criteria),
            "score": overall.score,
            "text_score": overall.text_score,
            "context_score": overall.context_score,
            "coverage": overall.coverage,
            "suppressed": sum(map(len, findings)) - sum(map(len, shown)) if settings.ignore else 0,
            "rubric_version": RUBRIC,
            "suggestions": _suggestions([criteria[name] for name in overall.lacking]),
            "rewrite": rewrite(reading.text, mends),
        }
    )


class _Overall(NamedTuple):
    """What the scores of the criteria come to."""

    verdicts: dict[str, Verdict]
    score: float | None
    text_score: float | None
    context_score: float | None
    coverage: int
    lacking: tuple[str, ...]  # criteria that are not met, first those that would raise the score most


@lru_cache(maxsize=4096)
def _overall(scores: tuple[float | None, ...], weights: tuple[float, ...], met: float, partial: float) -> _Overall:
    """What some scores come to: there are few, and most goals share theirs with others."""
    known = {name: score for name, score in zip(CRITERIA, scores, strict=True) if score is not None}
    weight = dict(zip(CRITERIA, weights, strict=True))
    lacking = [name for name in known if known[name] < met]
    lacking.sort(key=lambda name: -(1 - known[name]) * weight[name])
    return _Overall(
        {name: _verdict(known.get(name), met, partial) for name in CRITERIA},
        _mean(known, weight, CRITERIA),
        _mean(known, weight, _OF_TEXT),
        _mean(known, weight, _OF_CONTEXT),
        len(known),
        tuple(lacking),
    )


def _verdict(score: float | None, met: float, partial: float) -> Verdict:
    """The verdict that a score stands for."""
    if score is None:
        return "unknown"
    return "met" if score >= met else "partial" if score >= partial else "missing"


def _mean(scores: Mapping[str, float], weights: Mapping[str, float], names: Iterable[str]) -> float | None:
    """The weighted mean of the criteria that could be judged; None when none could."""
    known = [name for name in names if name in scores and weights[name]]
    if not known:
        return None
    total = sum([scores[name] * weights[name] for name in known], 0.0)
    return round(total / sum([weights[name] for name in known], 0.0), 3)


def _facts(reading: Reading, settings: Settings) -> Facts:
    result = reading.result
    vocabulary = reading.lexicon.vocabulary
    objectives = {text: objective_metrics(text, vocabulary) for text in reading.context.objectives}
    return Facts(
        today=reading.today,
        context=reading.context,
        settings=settings,
        ontology=reading.ontology,
        targets=result["targets"],
        spans=result["spans"],
        numbers=result["numbers"],
        metrics=result["metrics"],
        channels=result["channels"],
        paid=result["paid"],
        deadlines=result["deadlines"],
        owners=result["owners"],
        vague=result["vague"],
        purpose=result["purpose"],
        objectives=[m for named in objectives.values() for m in named],
        unread=[text for text, named in objectives.items() if not named],
        deliverable=result["deliverable"],
        cadence=any(map(_per, result["numbers"]))
        or reading.has_cadence
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
    code, span, values = note
    finding = _unplaced(code, locale, tuple(values.items()) if values else ())
    start, end = span or (None, None)
    fix = mends.get((code, start)) if mends else None
    if start is None and fix is None:
        return finding
    placed = finding.__dict__.copy()
    placed["start"], placed["end"], placed["fix"] = start, end, fix
    return Finding.trusted(placed)


@lru_cache(maxsize=4_000)  # about 4 MB: goals share their dates, teams and ways from one metric to another
def _unplaced(code: str, locale: str, values: tuple[tuple[str, Any], ...]) -> Finding:
    """The finding of a code and what its message shows, wherever it stands."""
    means = messages.codes()[code]
    return Finding.trusted(
        {
            "code": code,
            "criterion": means.criterion,
            "severity": means.severity,
            "message": messages.catalogue(locale).message(code, dict(values)),
            "start": None,
            "end": None,
            "fix": None,
        }
    )


def _suggestions(lacking: Iterable[Criterion]) -> tuple[str, ...]:
    """What would raise the score most comes first: the errors of each criterion that lacks most, then its warnings."""
    found = [
        finding.message
        for criterion in lacking
        for severity in ("error", "warning")
        for finding in criterion.findings
        if finding.severity == severity
    ]
    return tuple(dict.fromkeys(found))
