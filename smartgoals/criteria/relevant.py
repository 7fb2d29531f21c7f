"""Relevant: whether the metric leads, along the ontology, to what the goal should serve."""

from __future__ import annotations

from typing import Any

from smartgoals.criteria.facts import Facts, Judgement, Note

NEAR = 3  # steps along `drives` that still count as leading there (contract)
ASSUMED = ("revenue", "profit")  # what a goal with no objective is held to serve


def judge(facts: Facts) -> Judgement:
    """The lowest verdict of the targets that can be judged; unknown when none can."""
    judged = [found for t in facts.targets if (found := _target(t, facts)) is not None]
    if not judged:
        return Judgement(None, (Note("R.unknown-metric", "suggestion"),))
    return min(judged, key=lambda j: j.score or 0.0)


def _target(target: dict[str, Any], facts: Facts) -> Judgement | None:
    world = facts.ontology
    metric = world.metrics.get(target["metric"] or "")
    if metric is None:
        return None
    span = facts.metric_span(target)
    wrong = {"up": "decrease", "down": "increase"}[metric.better]
    if target["direction"] == wrong:
        return Judgement(0.1, (Note("R.wrong-direction", "error", span, {"metric": target["metric_text"]}),))
    against = world.strategies.get(facts.context.strategy or "", {}).get("against", ())
    for channel in facts.channels:
        unfit = channel["id"] in against or (against and channel["start"] in facts.paid)
        if unfit and channel["id"] in target["channels"]:
            where = channel["start"], channel["end"]
            return Judgement(0.1, (Note("R.off-strategy", "error", where, {"channel": channel["text"]}),))
    team = facts.context.team or next((o["id"] for o in facts.owners if o["id"]), None)
    if team is not None and not world.movable(team, metric.id):
        return Judgement(0.1, (Note("R.outside-team", "error", span, {"metric": target["metric_text"]}),))
    given = facts.objectives or [m for m in facts.purpose if m]
    chains = [c for o in given or ASSUMED if o in world.metrics and (c := world.chain(metric.id, o)) is not None]
    notes = [] if given else [Note("R.assumed-objective", "suggestion")]
    if not chains:
        if not given:
            return None
        return Judgement(0.1, (Note("R.no-path", "error", span, {"metric": target["metric_text"]}),))
    chain = min(chains, key=len)
    steps = len(chain) - 1
    if metric.value == "vanity" and steps > 1:
        notes.append(Note("R.vanity-metric", "warning", span, {"metric": target["metric_text"], "chain": chain}))
        return Judgement(0.5, tuple(notes))
    if steps > NEAR:
        notes.append(Note("R.far", "warning", span, {"metric": target["metric_text"], "chain": chain}))
        return Judgement(0.5, tuple(notes))
    notes.append(Note("R.leads-to", "suggestion", span, {"chain": chain}))
    return Judgement(round(1.0 - 0.1 * steps, 2), tuple(notes))
