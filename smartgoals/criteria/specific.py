"""Specific: what is aimed at, and how much of it."""

from __future__ import annotations

from smartgoals.criteria.facts import Facts, Judgement, Note

_WHAT_AND_HOW_MUCH, _ONE_OF_THEM, _NEITHER = 0.8, 0.5, 0.1
_MOST_WITHOUT_BOTH = 0.65  # partial, whatever the detail (contract)
_DETAIL = 0.1  # for a channel, and for an owner
_VAGUE = 0.15  # against a goal that says 'more' in place of a number


def judge(facts: Facts) -> Judgement:
    """Met with a metric and a number, partial with one of them or a deliverable, else missing."""
    what = any(t["metric"] or t["metric_text"] for t in facts.targets)
    known = any(t["metric"] for t in facts.targets)
    much = any(t.get("value") is not None for t in facts.targets)
    notes: list[Note] = []
    if what and much:
        score = _WHAT_AND_HOW_MUCH
    elif known or much or facts.deliverable:
        score = _ONE_OF_THEM
    else:
        score = _NEITHER
    if not what and not facts.deliverable:
        notes.append(Note("S.no-metric", "error" if not much else "warning"))
    if not much and not facts.deliverable:
        notes.append(Note("S.no-number", "warning"))
    for vague in facts.vague:
        if vague["kind"] != "time":
            notes.append(Note("S.vague-term", "warning", (vague["start"], vague["end"]), {"term": vague["text"]}))
    if not much and any(vague["kind"] == "quantity" for vague in facts.vague):
        score -= _VAGUE
    if facts.channels:
        score += _DETAIL
    elif what:
        notes.append(Note("S.no-channel", "suggestion"))
    if facts.owners:
        score += _DETAIL
    elif what:
        notes.append(Note("S.no-owner", "suggestion"))
    if not (what and much):
        score = min(score, _NEITHER if not (what or much or facts.deliverable) else _MOST_WITHOUT_BOTH)
    return Judgement(max(0.0, min(1.0, round(score, 2))), tuple(notes))
