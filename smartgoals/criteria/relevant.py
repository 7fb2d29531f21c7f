"""Relevant: whether the metric leads, along the ontology, to what the goal should serve."""

from __future__ import annotations

from typing import Any

from smartgoals.criteria.facts import Facts, Judgement, Note, span
from smartgoals.ontology.loader import Metric

NEAR = 3  # steps along `drives` that still count as leading there (contract)
ASSUMED = ("revenue", "profit")  # what a goal with no objective is held to serve (contract)


def judge(facts: Facts) -> Judgement:
    """The lowest verdict of the targets that can be judged; unknown when none can."""
    unread = [Note("R.unknown-objective", None, {"objective": text}) for text in facts.unread]
    judged = [found for t in facts.targets if (found := _target(t, facts)) is not None]
    if not judged:
        return Judgement(None, (*unread, Note("R.unknown-metric")))
    lowest = min(judged, key=lambda j: j.score or 0.0)
    return Judgement(lowest.score, (*unread, *lowest.notes))


def _target(target: dict[str, Any], facts: Facts) -> Judgement | None:
    metric = facts.ontology.metrics.get(target["metric"] or "")
    if metric is None:
        unfit = _off_strategy(target, facts)
        return Judgement(0.1, (unfit,)) if unfit is not None else None
    if (against := _against(target, metric, facts)) is not None:
        return Judgement(0.1, (against,))
    where, named = facts.metric_span(target), {"metric": target["metric_text"]}
    given = facts.objectives or facts.purpose
    wanted = given or facts.ontology.businesses.get(facts.context.business or "", list(ASSUMED))
    chains = [
        c for o in wanted if o in facts.ontology.metrics and (c := facts.ontology.chain(metric.id, o)) is not None
    ]
    notes = [] if given else [Note("R.assumed-objective")]
    if not chains:
        return Judgement(0.1, (Note("R.no-path", where, named),)) if given else None
    chain = min(chains, key=len)
    steps = len(chain) - 1
    if (metric.value == "vanity" and steps > 1) or steps > NEAR:
        code = "R.far" if steps > NEAR else "R.vanity-metric"
        return Judgement(0.5, (*notes, Note(code, where, named | {"chain": chain})))
    return Judgement(round(1.0 - 0.1 * steps, 2), (*notes, Note("R.leads-to", where, {"chain": chain})))


def _against(target: dict[str, Any], metric: Metric, facts: Facts) -> Note | None:
    """What makes a target irrelevant whatever it leads to: the wrong way, the wrong channel, the wrong team."""
    context = facts.context
    if target["direction"] == ("decrease" if metric.better == "up" else "increase"):
        return Note("R.wrong-direction", facts.metric_span(target), {"metric": target["metric_text"]})
    if (unfit := _off_strategy(target, facts)) is not None:
        return unfit
    team = context.team or next((o["id"] for o in facts.owners if o["id"]), None)
    if team is not None and not facts.ontology.movable(team, metric.id):
        return Note("R.outside-team", facts.metric_span(target), {"metric": target["metric_text"]})
    return None


def _off_strategy(target: dict[str, Any], facts: Facts) -> Note | None:
    """'60 test drives from Google Ads' in an inbound strategy: a channel that is against it, whatever is counted."""
    unfit = [c for name in target["channels"] if (c := facts.off_strategy.get(name))] if facts.context.strategy else []
    if not unfit:
        return None
    channel = min(unfit, key=span)
    return Note("R.off-strategy", span(channel), {"channel": channel["text"]})
