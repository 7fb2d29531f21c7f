"""From a reading to the finished analysis: the five criteria, the score, the advice."""

from __future__ import annotations

from functools import lru_cache
from statistics import fmean

from smartgoals.advice import messages
from smartgoals.advice.rewrite import rewrite
from smartgoals.context import Context
from smartgoals.criteria import achievable, measurable, relevant, specific, time_bound
from smartgoals.criteria.facts import Facts, Judgement
from smartgoals.models import GoalAnalysis
from smartgoals.reading import Reading

_JUDGES = {
    "specific": specific.judge,
    "measurable": measurable.judge,
    "achievable": achievable.judge,
    "relevant": relevant.judge,
    "time_bound": time_bound.judge,
}
_FIELDS = (
    "direction", "kind", "numbers", "metrics", "channels", "deadlines", "owners", "vague", "targets",
)  # fmt: skip # of an analysis, as they were read


def judge(reading: Reading, language: str) -> GoalAnalysis:
    """The analysis of a goal that has been read."""
    result = reading.result
    facts = _facts(reading)
    judgements = {name: judging(facts) for name, judging in _JUDGES.items()}
    scores = [j.score for j in judgements.values() if j.score is not None]
    catalogue = messages.catalogue(language)
    # validated in one call from plain values: building the models one by one takes three times as long
    return GoalAnalysis.model_validate(
        {
            "text": reading.text,
            "language": language,
            "today": reading.today,
            **{name: result[name] for name in _FIELDS},
            "criteria": {name: _criterion(j, catalogue) for name, j in judgements.items()},
            "score": round(fmean(scores), 3) if scores else None,
            "suggestions": _suggestions(judgements, catalogue),
            "rewrite": rewrite(reading, judgements, catalogue),
        }
    )


def _facts(reading: Reading) -> Facts:
    result = reading.result
    vocabulary = reading.lexicon.vocabulary if reading.lexicon else ""
    return Facts(
        today=reading.today,
        context=reading.context,
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


def _criterion(judgement: Judgement, catalogue: messages.Catalogue) -> dict[str, object]:
    findings = [
        {
            "code": note.code,
            "severity": note.severity,
            "message": catalogue.message(note.code, note.values),
            "start": note.span[0] if note.span else None,
            "end": note.span[1] if note.span else None,
        }
        for note in judgement.notes
    ]
    return {"score": judgement.score, "verdict": judgement.verdict, "findings": findings}


def _suggestions(judgements: dict[str, Judgement], catalogue: messages.Catalogue) -> tuple[str, ...]:
    """Messages of what would raise the score most, the worst criterion first."""
    ordered = sorted(
        (j for j in judgements.values() if j.score is not None and j.verdict != "met"), key=lambda j: j.score or 0.0
    )
    found = [catalogue.message(n.code, n.values) for j in ordered for n in j.notes if n.severity != "suggestion"]
    return tuple(dict.fromkeys(found))
