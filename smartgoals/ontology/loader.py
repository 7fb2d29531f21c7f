"""Load the ontology and answer questions about it."""

from __future__ import annotations

import tomllib
from collections import deque
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from smartgoals.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric: `better` is the good direction, `drives` the ids of the metrics that it feeds directly."""

    id: str
    gloss: str
    stage: str
    drives: tuple[str, ...]
    better: Literal["up", "down"]
    kind: Literal["outcome", "activity"]
    value: Literal["valuable", "vanity"]


class Ontology:
    """The metrics by id, the channels of platforms, the teams; ids are never renamed."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self.metrics: dict[str, Metric] = {
            name: Metric(
                name,
                entry["gloss"],
                entry["stage"],
                tuple(entry["drives"]),
                entry.get("better", "up"),
                entry.get("kind", "outcome"),
                entry.get("value", "valuable"),
            )
            for name, entry in data["metrics"].items()
        }
        self.channels: dict[str, str] = data["channels"]
        self.platforms: dict[str, str] = data["platforms"]
        self.paid: dict[str, str] = data["paid"]
        self.teams: dict[str, dict[str, Any]] = data["teams"]
        self.shares: frozenset[str] = frozenset(data["shares"])
        self.passages: dict[str, str] = data["passages"]
        self.percentages: frozenset[str] = self.shares.union(data["percentages"])
        self.indices: frozenset[str] = frozenset(data["indices"])
        self.levels: frozenset[str] = frozenset(data["levels"])
        self.stocks: frozenset[str] = frozenset(data["stocks"])
        self.ranks: frozenset[str] = frozenset(data["ranks"])
        self.ratings: frozenset[str] = frozenset(data["ratings"])
        self.multiples: frozenset[str] = frozenset(data["multiples"])
        self.scores: frozenset[str] = frozenset(data["scores"])
        self.shared_signs: list[dict[str, Any]] = data["shared_signs"]
        self.times: frozenset[str] = frozenset(data["times"])
        self.durable: frozenset[str] = frozenset(data["durable"])
        self.money: frozenset[str] = frozenset(data["money"])
        self.buyers: frozenset[str] = frozenset(data["buyers"]["channels"])
        self.own_of: tuple[str, frozenset[str]] = data["own_of"]["channel"], frozenset(data["own_of"]["metrics"])
        self.agreed: frozenset[str] = frozenset(data["agreed"]["metrics"])
        self.lasting: frozenset[str] = frozenset(data["agreed"]["lasting"])
        self.qualities: frozenset[str] = frozenset(data["qualities"]["metrics"])
        self.media: frozenset[str] = frozenset(data["media"]["channels"])
        self.actors: frozenset[str] = frozenset(data["actors"]["channels"])
        self.made: frozenset[str] = frozenset(data["made"]["channels"])
        # what one may ask for
        self.spoken: frozenset[str] = (self.media | self.made | {"online", "messenger"}) - {"shopping"}
        self.for_itself: frozenset[str] = frozenset(data["for_itself"]["metrics"])
        self.worked_by: dict[str, str] = data["worked_by"]
        self.headings: frozenset[str] = frozenset(data["headings"]["channels"])
        self.staffed: frozenset[str] = frozenset(data["staffed"]["metrics"])
        self.asked: frozenset[str] = frozenset(data["asked"]["metrics"])
        self.attending: frozenset[str] = frozenset(data["attending"]["metrics"])
        self.counted_in: dict[str | None, list[str]] = data["counted_in"]
        self.carriers: dict[str, list[str]] = data["carriers"]
        self.visits: frozenset[str] = frozenset(data["visits"]["metrics"])
        self.housed: frozenset[str] = frozenset(data["housed"]["metrics"])
        self.shown: frozenset[str] = frozenset(data["shown"]["metrics"])
        self.reviewed: frozenset[str] = frozenset(data["reviewed"]["metrics"])
        self.rates: frozenset[str] = frozenset(data["rates"]["metrics"])
        self.held: frozenset[str] = frozenset(data["held"]["metrics"])
        self.sourced: frozenset[str] = frozenset(data["sourced"]["metrics"])
        self.refine: list[dict[str, Any]] = data["refine"]
        self.shortened = frozenset(
            name for rule in self.refine if rule.get("when") == "shortened" for name in rule["metrics"]
        )
        self._usual_team = {part: team for team, parts in data["usual_team"].items() for part in parts}
        self.strategies: dict[str, dict[str, list[str]]] = data["strategies"]
        self.businesses: dict[str, list[str]] = data["businesses"]

    def extended(self, vocabulary: Vocabulary) -> Ontology:
        """This ontology with what a user adds."""
        data: dict[str, Any] = {**self._data}
        for kind, name, entry in vocabulary.entries():
            given = entry.model_dump(exclude_none=True, exclude={"terms"})
            table = data[f"{kind}s"] = {**data[f"{kind}s"]}
            if kind == "metric":
                table[name] = {"gloss": name, "stage": "", "drives": ()} | table.get(name, {}) | given
            elif kind == "team":
                table[name] = table.get(name, {}) | given
            else:
                table[name] = given.get("gloss") or given.get("channel") or table.get(name, name)
        return Ontology(data)

    @lru_cache(maxsize=10_000)  # noqa: B019  ontologies live as long as the process
    def chain(self, metric: str, objective: str) -> tuple[str, ...] | None:
        """The shortest way along `drives` from a metric to an objective, both included; None if there is none."""
        if metric == objective:
            return (metric,)
        ways: deque[tuple[str, ...]] = deque([(metric,)])
        seen = {metric}
        while ways:
            way = ways.popleft()
            for step in self.metrics[way[-1]].drives:
                if step == objective:
                    return (*way, step)
                if step not in seen:
                    seen.add(step)
                    ways.append((*way, step))
        return None

    def usual_team(self, metric: str) -> str | None:
        """The team whose work a metric usually is; None if it is nobody's in particular."""
        return self._usual_team.get(metric) or self._usual_team.get(f"stage:{self.metrics[metric].stage}")

    def movable(self, team: str, metric: str) -> bool:
        """Whether a team can move a metric by its own work; True for a team that is not known."""
        stuck = self.teams.get(team, {}).get("cannot_move", ())
        return metric not in stuck and f"stage:{self.metrics[metric].stage}" not in stuck


@cache
def ontology() -> Ontology:
    """The ontology that comes with the package."""
    data = tomllib.loads((files("smartgoals") / "ontology" / "ontology.toml").read_text(encoding="utf-8"))
    return Ontology(data)
