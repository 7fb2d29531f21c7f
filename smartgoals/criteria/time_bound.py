"""Time-bound: a deadline that can be resolved, lies ahead, and is not too far off."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from smartgoals.criteria.facts import Facts, Judgement, Note, span
from smartgoals.grammar.dates.calendar import add_months

FAR = 60  # months: a deadline over five years off binds nobody today (contract)


def judge(facts: Facts) -> Judgement:
    """Met with a deadline ahead; partial with one past or far off, or a cadence alone; else missing."""
    notes = [Note("T.impossible-date", where) for where in facts.impossible]
    notes += [Note("T.vague-time", span(v), {"term": v["text"]}) for v in facts.vague if v["kind"] == "time"]
    ahead = [d for d in facts.deadlines if d["date"] >= facts.today]
    near = [d for d in ahead if d["date"] <= _horizon(facts.today)]
    if near:
        evidence = Note("T.deadline", span(near[-1]), {"date": near[-1]["date"]})
        return Judgement(0.9 if notes else 1.0, (*notes, evidence))
    if ahead:
        notes.append(Note("T.far-deadline", span(ahead[0]), {"date": ahead[0]["date"]}))
        return Judgement(0.5, tuple(notes))
    if facts.deadlines:
        past = facts.deadlines[-1]
        notes.append(Note("T.past-deadline", span(past), {"date": past["date"]}))
        return Judgement(0.4, tuple(notes))
    if facts.cadence:
        notes.append(Note("T.cadence-without-end"))
        return Judgement(0.5, tuple(notes))
    notes.append(Note("T.no-deadline"))
    return Judgement(0.0, tuple(notes))


@lru_cache(maxsize=100)
def _horizon(today: date) -> date:
    """The last day that is not too far off; at the calendar's end that is its end."""
    try:
        return add_months(today, FAR)
    except OverflowError:
        return date.max
