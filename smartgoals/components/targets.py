"""Targets: roles of numbers, binding to metrics, direction and kind of the goal."""

from __future__ import annotations

from operator import itemgetter

from smartgoals.components.conditions import channel_id
from smartgoals.components.refining import Refiner
from smartgoals.grammar import comparatives, vague
from smartgoals.grammar.aims import Aim
from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.numbers import names, sums
from smartgoals.grammar.roles import efforts, levels, pronouns, roles
from smartgoals.grammar.roles.told import spare_channels
from smartgoals.grammar.sources import subjects
from smartgoals.grammar.sources.channels import Channels
from smartgoals.grammar.targets import ways
from smartgoals.grammar.targets.asides import Asides, within
from smartgoals.grammar.targets.binding import Binder
from smartgoals.grammar.targets.shared import share
from smartgoals.grammar.things import deliverables
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.verbs import direction
from smartgoals.grammar.verbs.direction import Verbs
from smartgoals.grammar.word_sets import TO_LEVEL
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.models import Target
from smartgoals.reading import Found, Match, Quantity, Reading

_MOVES = frozenset(("increase", "decrease", "maintain"))
_AUXILIARY = bits(["auxiliary"])
Spans = tuple[tuple[int, int] | None, tuple[int, int] | None]  # of a target's metric and number in the text
# fields of the models in their order, for what is not said
_NO_TARGET: dict[str, object] = {name: field.default for name, field in Target.model_fields.items()}
_UNKNOWN: dict[str, object] = {"id": None, "kind": "outcome", "better": None, "value": None, "stage": None}


class TargetReader:
    """The last reader: turns what was read into the fields of an analysis, as plain values."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._infinitive_purpose = lexicon.infinitive_purpose
        self._noun_adjuncts = lexicon.noun_adjuncts
        self._ontology = lexicon.ontology
        self._refine = Refiner(lexicon.ontology)

    def __call__(self, reading: Reading) -> None:
        pronouns.resolve(reading)
        asides = Asides.of(reading, infinitive=self._infinitive_purpose)
        verbs = Verbs(reading, asides.unbound.union(asides.past, segments.notes(reading.words)))
        roles.assign(reading, verbs, asides.work.union(asides.purpose, asides.opening, asides.relative), asides.reason)
        verbs.leave(levels.telling(reading))
        binder = Binder(reading, asides.unbound, noun_adjuncts=self._noun_adjuncts)
        aims = binder.bind()
        self._refine(reading, aims)
        dated = [d for d in reading.dates if d.date is not None and not d.background]
        beside = asides.told | asides.which
        deadlines = [d for d in dated if d.first not in beside] or dated  # 'partners who can deliver by June'
        asides.spare(reading)
        reading.vague = [m for m in vague.left(reading) if asides.says(reading, m)]
        targets, spans = self._targets(reading, aims, verbs, deadlines)
        main = "activity" if not aims and deliverables.has_done(reading, verbs) else verbs.main()
        reading.result = {
            "direction": targets[0]["direction"] if targets else _plain(main, reading),
            "kind": self._kind(reading, verbs, main, aims),
            "numbers": self._numbers(reading),
            "metrics": self._metrics(reading, aims, asides, binder.worked),
            "channels": [self._channel(m, reading.text) for m in reading.channels],
            "deadlines": [_deadline(d, reading.text) for d in deadlines],
            "owners": [_span(m, reading.text) | {"id": m.id} for m in reading.owners],
            "vague": [_span(m, reading.text) | {"kind": m.id} for m in reading.vague],
            "targets": targets,
            "spans": spans,
            "purpose": [m.id for m in reading.metrics if m.id and within(reading, m, asides.purpose)],
            "deliverable": deliverables.is_one(reading, aims, verbs, main),
            "paid": {m.start for m in reading.channels if m.paid},
            "impossible": [d for d in reading.dates if d.impossible],
        }

    # ---- targets

    def _targets(
        self, reading: Reading, aims: list[Aim], verbs: Verbs, deadlines: list[Found]
    ) -> tuple[list[dict[str, object]], list[Spans]]:
        """The target of each aim, and where its metric and its number stand."""
        self._settle_channels(reading, aims)
        places = [aim.at for aim in aims]
        # one deadline belongs to all targets: 'оборот 1,8 млн в декабре, средняя оценка не ниже 4,7'
        days = sums.of_whole([(d.first, d.date) for d in deadlines], reading.quantities)
        dates = [[days[0][1]] for _ in places] if len(days) == 1 else share(places, days)
        channels = share(places, [(_index(reading, m), channel_id(m, self._ontology)) for m in reading.channels])
        wished = _is_wished(reading)
        spans = [(_metric_span(aim, reading), _number_span(aim)) for aim in aims]
        targets: list[dict[str, object]] = []
        floor = 0
        for k, aim in enumerate(aims):
            verb = ways.verb_of(aim, verbs, places[k + 1 :], floor)
            target = self._target(aim, self._way(reading, aim, verb, verbs, wished=wished or _is_act(aim, reading)))
            where = spans[k][0]
            target["metric_text"] = reading.text[slice(*where)] if where else None
            target["channels"] = tuple(dict.fromkeys(channels[k]))
            target["deadline"] = dates[k][-1] if dates[k] else None
            targets.append(target)
            floor = aim.end
        return targets, spans

    def _settle_channels(self, reading: Reading, aims: list[Aim]) -> None:
        """Keep the channels that are through what or from where something comes."""
        kept = Channels(reading)
        reading.channels = [m for m in reading.channels if kept.are(m)]
        channel, owned = self._ontology.own_of
        if reading.channels and aims and all(aim.metric is not None and aim.metric.id in owned for aim in aims):
            reading.channels = [m for m in reading.channels if channel_id(m, self._ontology) != channel]
        if reading.channels:
            kept.settle()
        spare_channels(reading)
        subjects.commands(reading, kept)
        subjects.read(reading, aims, kept)

    def _way(self, reading: Reading, aim: Aim, verb: str | None, verbs: Verbs, *, wished: bool) -> str | None:
        """The direction of an aim; see `ways.of_target`."""
        quantity, baseline = aim.quantity, aim.baseline
        better = self._better(aim, verb)
        verb = ways.as_said(reading, aim, verb, verbs)
        over = verb == "achieve" and ways.is_set_against(baseline, quantity, reading)
        last = quantity.last if over and quantity is not None else ways.last_of(aim) + 2
        moved = direction.particle(reading, aim.at - 2, last)
        bounded = verb is None and comparatives.is_bounded(reading, aim)
        wished = wished or bounded
        said = comparatives.comparative_of(reading, aim.at, better) if quantity is None or bounded else None
        if moved not in (None, said) and comparatives.compared(comparatives.ahead(reading, aim.at)) is not None:
            moved = None  # 'more enquiries, fewer no-shows'
        if quantity is not None and ways.is_brought(quantity, verbs, reading):
            moved = quantity.direction
        # a known metric gets better its good way, whatever the pair says: rank 20 is better than 48
        known = verb == "improve" and aim.metric is not None and aim.metric.id is not None
        told = verb in ("achieve", "activity") and levels.is_only_told(
            baseline, quantity, reading, work=verb == "activity"
        )
        paired = ways.are_beside(baseline, quantity) or ways.leads_on(baseline, quantity, reading.words)
        return ways.of_target(
            verb, better, quantity, baseline.value if baseline else None, moved,
            paired=not (known or told or over) and paired, comparative=said, wished=wished,
        )  # fmt: skip

    def _better(self, aim: Aim, verb: str | None) -> str:
        """The good way of what is aimed at, 'up' or 'down': the metric's, or what a time or a bound tells."""
        quantity = aim.quantity
        metric_id = aim.metric.id if aim.metric else None
        if metric_id in self._ontology.metrics:
            return self._ontology.metrics[metric_id].better
        if metric_id is not None or quantity is None:
            return "up"
        if verb == "improve" and quantity.unit in DAYS_OF:
            return "down"  # a time that the vocabulary does not know gets better by getting shorter
        named = aim.metric is not None or (aim.named is not None and quantity.unit not in DAYS_OF)  # no race's time
        bounded = named and aim.at < quantity.first and quantity.comparator == "<="
        return "down" if bounded else "up"  # 'bring the ratio below 62 %'

    def _target(self, aim: Aim, way: str | None) -> dict[str, object]:
        """The fields of a target that its metric and its numbers give."""
        quantity, baseline = aim.quantity, aim.baseline
        target = _NO_TARGET.copy()
        target["metric"], target["direction"] = aim.metric.id if aim.metric else None, way
        if quantity is not None:
            target["value"], target["high"] = self._factor(quantity, way), quantity.high
            target["unit"], target["currency"] = quantity.unit or "count", quantity.currency
            target["per"], target["comparator"] = quantity.per, quantity.comparator
            target["change"] = _change(quantity)
        if baseline is not None:
            target["baseline"] = _in_unit(baseline, quantity)
        return target

    @staticmethod
    def _factor(quantity: Quantity, way: object) -> float:
        """A multiple is the factor on the old value: 'cut in 3 times' is a third."""
        if quantity.unit == "multiple" and quantity.role == "change" and way == "decrease" and quantity.value > 1:
            quantity.value = 1 / quantity.value
        return quantity.value

    def _kind(self, reading: Reading, verbs: Verbs, main: str | None, aims: list[Aim]) -> str:
        """The verb decides; a verb that may be both ('make') leaves it to the metric, as does no verb at all."""
        light = verbs.light
        money = bool(aims) and aims[0].quantity is not None and aims[0].quantity.unit == "money"
        if light and not aims and comparatives.compared(verbs.words) is not None:
            return "outcome"  # 'make the meeting more relevant'
        share = bool(aims) and aims[0].quantity is not None and aims[0].quantity.unit == "percent"
        if light and not (money or share) and (not aims or aims[0].metric is None or aims[0].metric.id is None):
            return "outcome" if verbs.happens else "activity"
        first = next((a.metric.id for a in aims if a.metric), None)
        work = first in self._ontology.metrics and self._ontology.metrics[first].kind == "activity"
        reached = money or first in self._ontology.qualities or first in self._ontology.times
        if main == "activity" and reached and first in self._ontology.metrics and not work:
            return "outcome"  # 'create €1.5m of new pipeline', 'build trust'
        if main is not None and not light:
            moved = main in _MOVES and work and first not in self._ontology.agreed  # 'make more calls'
            return "activity" if main == "activity" or moved or verbs.goes_on else "outcome"
        if main is None and aims and efforts.counts_deeds(aims[0], reading):
            return "activity"
        agreed = first in self._ontology.agreed  # partners are won, whatever the verb: 'onboard 5 resellers'
        return self._ontology.metrics[first].kind if first in self._ontology.metrics and not agreed else "outcome"

    # ---- items

    @staticmethod
    def _repeats(match: Match, aims: list[Aim]) -> bool:
        return match.id is not None and any(aim.metric is not None and aim.metric.id == match.id for aim in aims)

    def _metrics(
        self, reading: Reading, aims: list[Aim], asides: Asides, worked: list[Match]
    ) -> list[dict[str, object]]:
        items: list[dict[str, object]] = []
        aimed, told = {id(aim.metric) for aim in aims}, asides.told
        for match in reading.metrics:
            repeats = self._repeats(match, aims) and not _is_whole(match, reading)
            repeats = repeats and not efforts.counts(reading, match, asides.past)
            counted = repeats and any(_counts_whole(match, aim, self._ontology.counted_in, reading) for aim in aims)
            other = id(match) not in aimed
            other = other and (within(reading, match, told) or (bool(aims) and (not repeats or counted)))
            spare = match in worked and id(match) not in aimed
            if (other or spare) and not within(reading, match, asides.purpose):
                continue  # not what the goal measures
            known = self._ontology.metrics.get(match.id or "")
            items.append(
                {
                    **_span(match, reading.text),
                    "id": match.id,
                    "kind": known.kind if known else "outcome",
                    "better": known.better if known else None,
                    "value": known.value if known else None,
                    "stage": known.stage if known else None,
                }
            )
        for first, last in dict.fromkeys(aim.named for aim in aims if aim.named is not None):
            if last > first:
                start, end = reading.tokens[first].start, reading.tokens[last - 1].end
                items.append({"text": reading.text[start:end], "start": start, "end": end, **_UNKNOWN})
        if len(items) > 1:
            items.sort(key=itemgetter("start"))
        return items

    def _numbers(self, reading: Reading) -> list[dict[str, object]]:
        ranks = names.ranks(reading)
        quantities = sorted([*reading.quantities, *ranks], key=lambda q: q.start) if ranks else reading.quantities
        return [self._number(q, reading) for q in quantities]

    def _number(self, quantity: Quantity, reading: Reading) -> dict[str, object]:
        return {
            "text": reading.text[quantity.start : quantity.end],
            "start": quantity.start,
            "end": quantity.end,
            "value": quantity.value,
            "high": quantity.high,
            "unit": quantity.unit or "count",
            "currency": quantity.currency,
            "per": quantity.per,
            "role": quantity.role,
            "comparator": quantity.comparator,
        }

    def _channel(self, match: Match, text: str) -> dict[str, object]:
        platform = match.id if match.kind == "platform" else match.platform
        return {**_span(match, text), "id": channel_id(match, self._ontology), "platform": platform}


def _counts_whole(match: Match, aim: Aim, counted_in: dict[str | None, list[str]], reading: Reading) -> bool:
    """'Grow traffic to 20,000 visits', '… by 5,000 visits': whether a metric says what the number of another counts."""
    metric, quantity = aim.metric, aim.quantity
    if metric is None or metric is match or quantity is None or quantity.lead not in TO_LEVEL:
        return False
    return match.id in counted_in.get(metric.id, ()) and reading.word_at(match.first) == quantity.last


def _is_whole(match: Match, reading: Reading) -> bool:
    """'35 % of all reservations': whether a metric is what a share is of."""
    words, at = reading.words, reading.word_at(match.first) or 0
    while at > 0 and reading.forms[words[at - 1].first].filler:
        at -= 1
    return at > 1 and "of" in words[at - 1] and "percent" in words[at - 2]


def _is_wished(reading: Reading) -> bool:
    """Whether something but the main verb says that the goal is wanted: 'we need more'."""
    if reading.may_have(_AUXILIARY) and any("auxiliary" in word for word in reading.words):
        return True
    return any(m.kind == "label" and m.first == 0 and _is_wish(m, reading) for m in reading.marks)


def _is_wish(label: Match, reading: Reading) -> bool:
    """'I'd like', where nobody follows who is to do it: a label that opens a goal says that it is wanted."""
    tokens = reading.tokens
    return not reading.owners and label.last - label.first > 1 and tokens[label.last - 1].text not in ":="


def _plain(verb: str | None, reading: Reading) -> str | None:
    """The direction of a goal with no target, from its main verb and what it says of more or less."""
    wished = verb is None and any("auxiliary" in word for word in reading.words)
    more = any(m.id == "quantity" for m in reading.vague)  # not 'one more thing: …'
    may_move = more and (wished or verb in ("achieve", "activity"))
    if may_move and (moved := comparatives.compared(reading.words)) is not None:
        return moved
    return {"activity": "achieve", "improve": "increase", "multiply": "increase", "raise": "increase"}.get(
        verb or "", verb
    )


def _metric_span(aim: Aim, reading: Reading) -> tuple[int, int] | None:
    """Where what an aim measures is named."""
    if aim.metric is not None:
        return aim.metric.start, aim.metric.end
    if aim.named is not None:
        first, last = aim.named
        return reading.tokens[first].start, reading.tokens[last - 1].end
    return None


def _number_span(aim: Aim) -> tuple[int, int] | None:
    return (aim.quantity.start, aim.quantity.end) if aim.quantity is not None else None


def _span(match: Match, text: str) -> dict[str, object]:
    return {"text": text[match.start : match.end], "start": match.start, "end": match.end}


def _deadline(found: Found, text: str) -> dict[str, object]:
    return {
        "text": text[found.start : found.end],
        "start": found.start,
        "end": found.end,
        "date": found.date,
        "start_date": found.begins,
        "grain": found.grain,
        "kind": found.kind,
    }


def _index(reading: Reading, match: Match) -> int:
    return reading.word_at(match.first) or 0


def _is_act(aim: Aim, reading: Reading) -> bool:
    """'Reply to customers faster': whether the metric's own expression begins with the verb."""
    return aim.metric is not None and not VERB_CLASSES.isdisjoint(reading.forms[aim.metric.first].values)


def _in_unit(baseline: Quantity, quantity: Quantity | None) -> float:
    """A baseline in its target's unit of time: 3 weeks are 21 days."""
    if quantity is None or baseline.unit == quantity.unit or not {baseline.unit, quantity.unit} <= DAYS_OF.keys():
        return baseline.value
    return round(baseline.value * DAYS_OF[baseline.unit] / DAYS_OF[quantity.unit], 6)


def _change(quantity: Quantity) -> str:
    if quantity.role != "change":
        return "level"
    return "relative" if quantity.unit in ("percent", "multiple") else "absolute"
