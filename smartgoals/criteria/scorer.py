"""From a reading to the finished analysis: the five criteria, the score, the advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from smartgoals.advice import messages
from smartgoals.advice.rewrite import Fixes, fixes, rewrite
from smartgoals.context import Context
from smartgoals.criteria import achievable, measurable, relevant, specific, time_bound
from smartgoals.criteria.facts import Facts, Judgement, Note
from smartgoals.models import GoalAnalysis
from smartgoals.reading import Reading
from smartgoals.settings import Settings

RUBRIC = "1"  # changes when the same goal and settings may get another verdict
_JUDGES = {
    "specific": specific.judge,
    "measurable": measurable.judge,
    "achievable": achievable.judge,
    "relevant": relevant.judge,
    "time_bound": time_bound.judge,
}
_OF_TEXT, _OF_CONTEXT = ("specific", "measurable", "time_bound"), ("achievable", "relevant")
_FIELDS = (
    "direction", "kind", "numbers", "metrics", "channels", "deadlines", "owners", "vague", "targets",
)  # fmt: skip # of an analysis, as they were read
_RANK = {"error": 0, "warning": 1, "suggestion": 2}


def judge(reading: Reading, language: str, locale: str, settings: Settings) -> GoalAnalysis:
    """The analysis of a goal that has been read, with messages in the language `locale`."""
    result = reading.result
    facts = _facts(reading, settings)
    judgements = {name: judging(facts) for name, judging in _JUDGES.items()}
    verdicts = {name: facts.verdict(j.score) for name, j in judgements.items()}
    scores = {name: j.score for name, j in judgements.items() if j.score is not None}
    notes = [note for j in judgements.values() for note in j.notes]
    mends = fixes(reading, verdicts, messages.catalogue(language))
    shown = messages.catalogue(locale)
    # validated in one call from plain values: building the models one by one takes three times as long
    return GoalAnalysis.model_validate(
        {
            "text": reading.text,
            "language": language,
            "today": reading.today,
            **{name: result[name] for name in _FIELDS},
            "criteria": {
                name: {
                    "score": j.score,
                    "verdict": verdicts[name],
                    "findings": [_finding(n, mends, shown) for n in j.notes if settings.shows(n.code)],
                }
                for name, j in judgements.items()
            },
            "score": _mean(scores, settings.weights, _JUDGES),
            "text_score": _mean(scores, settings.weights, _OF_TEXT),
            "context_score": _mean(scores, settings.weights, _OF_CONTEXT),
            "coverage": len(scores),
            "suppressed": sum(not settings.shows(note.code) for note in notes),
            "rubric_version": RUBRIC,
            "suggestions": _suggestions(judgements, verdicts, settings, shown),
            "rewrite": rewrite(reading.text, mends),
        }
    )


def _mean(scores: dict[str, float], weights: dict[str, float], names: Iterable[str]) -> float | None:
    """The weighted mean of the criteria that could be judged; None when none could."""
    known = [name for name in names if name in scores and weights[name]]
    if not known:
        return None
    return round(sum(scores[name] * weights[name] for name in known) / sum(weights[name] for name in known), 3)


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
        cadence=any(n["per"] for n in result["numbers"]) or any("cadence" in w for w in reading.words),
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


def _finding(note: Note, mends: Fixes, shown: messages.Catalogue) -> dict[str, object]:
    code = messages.codes()[note.code]
    start, end = note.span or (None, None)
    return {
        "code": note.code,
        "criterion": code.criterion,
        "severity": code.severity,
        "message": shown.message(note.code, note.values),
        "start": start,
        "end": end,
        "fix": mends.get((note.code, start)),
    }


def _suggestions(
    judgements: dict[str, Judgement], verdicts: Mapping[str, str], settings: Settings, shown: messages.Catalogue
) -> tuple[str, ...]:
    """What would raise the score most comes first: by what a criterion lacks and weighs, then by severity."""
    gains = {name: (1 - j.score) * settings.weights[name] for name, j in judgements.items() if j.score is not None}
    ordered = sorted((name for name in gains if verdicts[name] != "met"), key=lambda name: -gains[name])
    codes = messages.codes()
    found = [
        shown.message(note.code, note.values)
        for name in ordered
        for note in sorted(judgements[name].notes, key=lambda n: _RANK.get(codes[n.code].severity, 9))
        if codes[note.code].severity in ("error", "warning") and settings.shows(note.code)
    ]
    return tuple(dict.fromkeys(found))
