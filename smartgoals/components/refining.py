"""What surroundings make of metrics and numbers: another metric, a unit, a currency."""

from __future__ import annotations

from typing import Any

from smartgoals.grammar import counted
from smartgoals.grammar.aims import Aim
from smartgoals.ontology import Ontology
from smartgoals.reading import Match, Reading


class Refiner:
    """Gives metrics the id, and their numbers the unit and currency, that the rest of the goal decides."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    def __call__(self, reading: Reading, aims: list[Aim]) -> None:
        self._shared_signs(reading)
        for aim in aims:
            if aim.metric is None:
                continue
            for rule in self._ontology.refine:
                if aim.metric.id not in rule["metrics"]:
                    continue
                if rule.get("become"):
                    aim.metric.id = _become(reading, aim, aim.metric) or aim.metric.id
                elif self._fits(rule, reading, aim, aim.metric):
                    aim.metric.id = rule.get("to")
            self._currency(reading, aim)
            counted.settle(aim, reading)

    def channel_id(self, match: Match) -> str:
        """The channel of a match, another one when it is paid for."""
        if match.kind == "channel":
            base = match.id or "online"
        else:
            base = self._ontology.platforms.get(match.platform or match.id or "", "organic_social")
        return self._ontology.paid.get(base, base) if match.paid else base

    def _fits(self, rule: dict[str, Any], reading: Reading, aim: Aim, metric: Match) -> bool:
        """Whether a channel or metric of the goal, or the unit of an aim's number, is one that a rule asks for."""
        if aim.quantity is not None and aim.quantity.unit in rule.get("units", ()):
            return True
        if (rule.get("helped") and _is_helped(reading, aim)) or (rule.get("kept") and _is_kept(reading, aim)):
            return True
        if rule.get("bare") and metric.last - metric.first > 1:
            return False
        if any(m.id in rule.get("beside", ()) for m in reading.metrics):
            return True
        return any(self.channel_id(m) in rule.get("channels", ()) for m in reading.channels)

    def _shared_signs(self, reading: Reading) -> None:
        """A bare '$' or 'kr' means the context's currency, where that is a dollar or a krona."""
        currency = reading.context.currency
        for rule in self._ontology.shared_signs if currency is not None else ():
            if currency not in rule["currencies"]:
                continue
            for quantity in reading.quantities:
                written = reading.folded[quantity.start : quantity.end]
                bare = rule["sign"] in written and "us$" not in written
                if quantity.currency in rule["currencies"] and bare:
                    quantity.currency = currency

    def _currency(self, reading: Reading, aim: Aim) -> None:
        """A bare number of a metric that is money takes the context's currency."""
        currency = reading.context.currency
        if currency is None or aim.metric is None or aim.metric.id not in self._ontology.money:
            return
        for quantity in (aim.quantity, aim.baseline):
            if quantity is not None and quantity.unit is None:
                quantity.unit, quantity.currency = "money", currency


def _become(reading: Reading, aim: Aim, metric: Match) -> str | None:
    """What things counted right before a way from one metric to another are to be: '40 | leads into customers'."""
    quantity = aim.quantity
    if quantity is None or quantity.unit is not None or quantity.role != "target" or quantity.lead is not None:
        return None
    at = reading.word_at(metric.first)
    first = {name for kind, name in reading.forms[metric.first].entities if kind == "metric"}
    if at != quantity.last or not first:
        return None
    ends = (name for kind, name in reading.forms[metric.last - 1].entities if kind == "metric")
    return next((name for name in ends if name not in first), None)


def _is_kept(reading: Reading, aim: Aim) -> bool:
    """'Keep 92 % of customers': whether the verb right before a share says that it stays."""
    quantity = aim.quantity
    return (
        quantity is not None
        and quantity.unit == "percent"
        and quantity.first > 0
        and "maintain" in reading.words[quantity.first - 1]
    )


def _is_helped(reading: Reading, aim: Aim) -> bool:
    """'Train 25 clerks': whether the verb right before a number says that those counted only gain."""
    at = aim.quantity.first - 1 if aim.quantity is not None else -1
    if at < 0 or reading.lexicon is None:
        return False
    return not reading.lexicon.persons.helps.isdisjoint(reading.forms[reading.words[at].first].keys)
