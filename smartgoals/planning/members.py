"""Goals of a set as they are compared: what each counts, for whom, and how much of it."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from smartgoals.advice.messages import catalogue
from smartgoals.context import Context
from smartgoals.lexicon.lexicon import Lexicon, lexicon
from smartgoals.models import GoalAnalysis, Target
from smartgoals.ontology import Ontology
from smartgoals.planning.aim import adds_up, aim, named_start
from smartgoals.planning.beside import Said
from smartgoals.planning.models import SetGoal
from smartgoals.text.fold import fold

_A_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
_A_WEEK = 7  # days
_ABOUT = 0.1  # share by which a number that is about right may differ


class World:
    """What relations are judged by: the ontology, the context of the goals, and the words of their languages."""

    def __init__(self, ontology: Ontology, context: Context, vocabulary: str = "") -> None:
        """`vocabulary`: the key of what a user adds."""
        self.ontology = ontology
        self.context = context
        self._vocabulary = vocabulary
        self._ways: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...] | None] = {}
        self._words: dict[tuple[str, str], str] = {}
        self._wholes: dict[tuple[str, str], frozenset[str]] = {}

    def way(self, metrics: tuple[str, ...], objectives: tuple[str, ...]) -> tuple[str, ...] | None:
        """The shortest way along `drives` from any of some metrics to any of others; None if there is none."""
        key = (metrics, objectives)
        if key not in self._ways:
            ways = (self.ontology.chain(one, other) for one in metrics for other in objectives)
            self._ways[key] = min((way for way in ways if way is not None), key=len, default=None)
        return self._ways[key]

    def lexicon(self, language: str) -> Lexicon:
        """The words of a language."""
        return lexicon(language, self._vocabulary)

    def words(self, language: str, folded: Iterable[str]) -> frozenset[str]:
        """Folded words, each as the one that stands for all that share a dictionary form with it."""
        found = set()
        for word in folded:
            forms = [(language, form) for form in self.lexicon(language).lemmas(word)]
            one = next((self._words[form] for form in forms if form in self._words), word)
            for form in forms:
                self._words.setdefault(form, one)
            found.add(one)
        return frozenset(found)

    def whole(self, metric: str, language: str) -> frozenset[str]:
        """The words that name a metric as a whole, and no kind of it."""
        key = (metric, language)
        if key not in self._wholes:
            texts = catalogue(language)
            names = [texts.labels.get(metric, ""), *texts.wholes.get(metric, ())]
            self._wholes[key] = self.words(language, (word for name in names for word in fold(name).split()))
        return self._wholes[key]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that can be set beside others of the same sort: kind of number, unit and currency.

    `high` is the upper end of a range, else the value; `per` the cadence of a rate.
    """

    sort: tuple[str | None, ...]
    value: float
    high: float
    per: str | None = None

    def in_terms_of(self, other: Amount) -> Amount:
        """The amount in the cadence of another of the same sort: 12 a quarter as 4 a month."""
        if self.per == other.per or self.per is None or other.per is None:
            return self
        times = _times(self.per, other.per)
        return replace(self, value=self.value * times, high=self.high * times, per=other.per)


def _times(per: str, other: str) -> float:
    """How often a cadence comes round in one round of another."""
    if {per, other} == {"day", "week"}:
        return float(_A_WEEK) if per == "day" else 1 / _A_WEEK
    return _A_YEAR[per] / _A_YEAR[other]


@dataclass(frozen=True, slots=True)
class Piece:
    """A target with what it is compared by.

    `thing` is what it counts: the id of its metric, else the words that name it, else its unit and currency; None of a
    bare count, which may be of anything.  `said` are
    the words that say of what kind, where and for whom, `done` those of what is done to a thing that is no known
    metric ('read', 'write'), `places` its channels with the platforms that are named.
    `amount` is its number, `total` that of a rate with a deadline.
    """

    target: Target
    thing: Hashable
    said: frozenset[str]
    done: frozenset[str]
    places: frozenset[tuple[str, str | None]]
    team: str | None
    people: frozenset[str]
    start: date | None
    amount: Amount | None
    total: Amount | None

    @property
    def scope(self) -> tuple[object, ...]:
        """Of what kind it is, through what, by whom and from when it is gathered."""
        return (self.said, *self.doers)

    @property
    def doers(self) -> tuple[object, ...]:
        """Through what, by whom and from when it is gathered."""
        return (self.places, self.team, self.people, self.start)

    def bounds(self, amount: Amount) -> tuple[float, float]:
        """The least and the most that its number lets be, in the terms of the amount."""
        match self.target.comparator:
            case ">=":
                return amount.value, math.inf
            case "<=":
                return -math.inf, amount.high
            case "~":
                return amount.value * (1 - _ABOUT), amount.high * (1 + _ABOUT)
            case _:
                return amount.value, amount.high


@dataclass(frozen=True, slots=True)
class Member:
    """A goal of a set with what its relations are judged from: its targets, their known metrics, the last deadline.

    `team` is the one that is given or that the text names, and none that is assumed.
    """

    goal: SetGoal
    pieces: tuple[Piece, ...]
    metrics: tuple[str, ...]
    until: date | None
    team: str | None

    @classmethod
    def of(cls, goal: SetGoal, world: World) -> Member:
        """The member that a goal is."""
        targets = goal.analysis.targets
        metrics = tuple(sorted({t.metric for t in targets if t.metric is not None}))
        team = None if goal.assumed else goal.team
        words = _Words(goal.analysis, world)
        pieces = tuple(_piece(goal.analysis, target, team, words, world) for target in targets)
        return cls(goal, pieces, metrics, latest(goal.analysis), team)

    @property
    def known(self) -> tuple[Piece, ...]:
        """The pieces whose metric the ontology knows."""
        return tuple(piece for piece in self.pieces if piece.target.metric is not None)


def latest(goal: GoalAnalysis) -> date | None:
    """The last of the deadlines of a goal's targets, or of the goal if it has no target."""
    dates = [t.deadline for t in goal.targets if t.deadline] or [d.date for d in goal.deadlines]
    return max(dates, default=None)


class _Words:
    """What a goal says of each of its targets, in words that stand for all with which they share a dictionary form."""

    def __init__(self, goal: GoalAnalysis, world: World) -> None:
        self._said = Said(goal, world.lexicon(goal.language))
        self._language = goal.language
        self._world = world
        self._beside: dict[str | None, frozenset[str]] = {}

    def of(self, target: Target) -> tuple[Hashable, frozenset[str], frozenset[str]]:
        """What a target counts, what is said of that, and what is done to it; see `Piece`."""
        metric = self._said.metric(target)
        if metric is None:
            thing = None if target.unit == "count" else (target.unit, target.currency)  # bare, it may count anything
            return thing, self._one(self._said.all), frozenset()
        named, adjuncts = self._one(self._said.of(metric)), self._one(self._said.adjuncts(metric))
        around = self._around(target.metric)
        if target.metric is not None:
            own = (named | adjuncts) - self._world.whole(target.metric, self._language)
            return target.metric, around | own if own else around, frozenset()
        moved = target.direction in ("increase", "decrease", "maintain")
        return named or None, around | adjuncts, frozenset() if moved else self._one(self._said.before)

    def _around(self, metric: str | None) -> frozenset[str]:
        """The words beside what is counted that say something of a metric: one set for all its targets."""
        if metric not in self._beside:
            whole = self._world.whole(metric, self._language) if metric is not None else frozenset()
            self._beside[metric] = self._one(self._said.beside) - whole
        return self._beside[metric]

    def _one(self, words: Iterable[str]) -> frozenset[str]:
        return self._world.words(self._language, words)


def _piece(goal: GoalAnalysis, target: Target, team: str | None, words: _Words, world: World) -> Piece:
    thing, said, done = words.of(target)
    amount, start = amount_of(target, world), named_start(goal, target)
    places = {(c.id, c.platform) for c in goal.channels if c.id in target.channels}
    return Piece(
        target=target,
        thing=thing,
        said=said,
        done=done,
        places=frozenset(places or ((channel, None) for channel in target.channels)),
        team=team,
        people=frozenset(fold(owner.text) for owner in goal.owners if owner.id is None),
        start=start,
        amount=amount,
        total=_total(goal, target, amount, start or goal.today, world),
    )


def _total(goal: GoalAnalysis, target: Target, amount: Amount | None, first: date, world: World) -> Amount | None:
    """The amount of a target; of a rate what it comes to from a day to the deadline, if there is one."""
    if amount is None or amount.sort[0] != "rate":
        return amount
    if target.deadline is None or first > target.deadline:
        return None
    whole = aim(goal, target, first, world.context, world.ontology)
    return Amount(("total", target.unit, target.currency), whole.end, whole.end if whole.high is None else whole.high)


def amount_of(target: Target, world: World) -> Amount | None:
    """The number of a target as an amount: a total, a rate, a level or a change by a share."""
    if target.value is None:
        return None
    of = (target.unit, target.currency)
    per = None
    sort: tuple[str | None, ...]
    if target.change == "relative":
        sort = ("change", target.direction, *of)
    elif target.change == "absolute" and target.unit in ("count", "money"):
        sort = ("total", *of)
    else:
        per = target.per
        sort = (_kind(target, world), *of)
    return Amount(sort, target.value, target.value if target.high is None else target.high, per)


def _kind(target: Target, world: World) -> str:
    if not adds_up(target, world.ontology):
        return "flow" if target.per else "level"
    return "rate" if target.per else "total"


def side_by_side(one: Piece, other: Piece) -> tuple[Amount, Amount] | None:
    """The numbers of two targets in the terms of the second; None if they cannot be compared.

    A rate with a deadline is a total beside a total.
    """
    a, b = one.amount, other.amount
    if a is not None and b is not None and a.sort != b.sort:
        a, b = one.total, other.total
    return (a.in_terms_of(b), b) if a is not None and b is not None and a.sort == b.sort else None
