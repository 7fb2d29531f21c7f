"""Measurable: a number, and something that can be tracked against it."""

from __future__ import annotations

from smartgoals.criteria.facts import Facts, Judgement, Note

_PHYSICAL_IS_TRACKED = ("count", "percent", "percentage_point", "multiple")


def judge(facts: Facts) -> Judgement:
    """Met with a number and something to count, partial with either half, missing without a number."""
    numbered = [t for t in facts.targets if t.get("value") is not None]
    if any(t["metric"] or t["metric_text"] or t["unit"] not in _PHYSICAL_IS_TRACKED for t in numbered):
        score = 1.0
        notes = []
        if all(t["change"] != "level" and t.get("baseline") is None for t in numbered):
            notes.append(Note("M.baseline-missing", "suggestion"))
            score = 0.9
        return Judgement(score, tuple(notes))
    if numbered:
        return Judgement(0.5, (Note("M.nothing-to-count", "warning"),))
    if facts.deliverable:
        return Judgement(0.4, (Note("M.done-or-not", "suggestion"),))
    return Judgement(0.1, (Note("M.no-target", "error"),))
