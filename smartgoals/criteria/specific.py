"""Specific: what is aimed at, and how much of it."""

from __future__ import annotations

from operator import itemgetter

from smartgoals.criteria.facts import Facts, Judgement, Note, span

_WHAT_AND_HOW_MUCH, _ONE_OF_THEM, _NEITHER = 0.8, 0.5, 0.1
_MOST_WITHOUT_BOTH = 0.65  # partial, whatever the detail (contract)
_metric, _metric_text = itemgetter("metric"), itemgetter("metric_text")
_DETAIL = 0.1  # for a channel, and for an owner
_VAGUE = 0.15  # against a goal that says 'more' in place of a number


def judge(facts: Facts) -> Judgement:
    """Met with a metric and a number, partial with one of them or a deliverable, else missing."""
    known = any(map(_metric, facts.targets))
    what = known or any(map(_metric_text, facts.targets))
    numbered = [t for t in facts.targets if t.get("value") is not None]
    much = bool(numbered)
    notes: list[Note] = []
    if what and much:
        score = _WHAT_AND_HOW_MUCH
        notes.append(Note("S.what-and-how-much", facts.number_span(numbered[0])))
    elif known or much or facts.deliverable:
        score = _ONE_OF_THEM
        if facts.deliverable and not much:
            notes.append(Note("S.deliverable"))
    else:
        score = _NEITHER
    if not what and not facts.deliverable:
        notes.append(Note("S.no-metric"))
    if not much and not facts.deliverable:
        notes.append(Note("S.no-number"))
    for vague in facts.vague:
        if vague["kind"] != "time":
            notes.append(Note("S.vague-term", span(vague), {"term": vague["text"]}))
    if not much and any(vague["kind"] == "quantity" for vague in facts.vague):
        score -= _VAGUE
    for items, given, asked in ((facts.channels, "S.channel", "S.no-channel"), (facts.owners, "S.owner", "S.no-owner")):
        if items:
            score += _DETAIL
            notes.append(Note(given, span(items[0]), {"name": items[0]["text"]}))
        elif what:
            notes.append(Note(asked))
    if not (what and much):
        score = min(score, _NEITHER if not (what or much or facts.deliverable) else _MOST_WITHOUT_BOTH)
    return Judgement(max(0.0, min(1.0, round(score, 2))), tuple(notes))
