"""Measurable: a number, and something that can be tracked against it."""

from __future__ import annotations

from smartgoals.criteria.facts import Facts, Judgement, Note

_PHYSICAL_IS_TRACKED = ("count", "percent", "percentage_point", "multiple")


def judge(facts: Facts) -> Judgement:
    """Met with a number and something to count, partial with either half, missing without a number."""
    numbered = [t for t in facts.targets if t.get("value") is not None]
    tracked = [t for t in numbered if t["metric"] or t["metric_text"] or t["unit"] not in _PHYSICAL_IS_TRACKED]
    if tracked:
        evidence = Note("M.trackable", facts.number_span(tracked[0]))
        if all(t["change"] != "level" and t.get("baseline") is None for t in numbered):
            return Judgement(0.9, (evidence, Note("M.baseline-missing", facts.number_span(tracked[0]))))
        return Judgement(1.0, (evidence,))
    if numbered:
        return Judgement(0.5, (Note("M.nothing-to-count", facts.number_span(numbered[0])),))
    if facts.deliverable:
        return Judgement(0.4, (Note("M.done-or-not"),))
    return Judgement(0.1, (Note("M.no-target"),))
