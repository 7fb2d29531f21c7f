"""Bind numbers to metrics: which number says how much of what."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.numbers.rates import behind_cadence, divides
from smartgoals.grammar.roles import beside, efforts
from smartgoals.grammar.roles.between import LEADING, behind_bracket, counted_at, passable, qualifies
from smartgoals.grammar.roles.raised import raise_told
from smartgoals.grammar.roles.restated import behind_stop, is_apposed, restate, share_unit
from smartgoals.grammar.sources import breakdowns, scope
from smartgoals.grammar.sources.channels import Channels
from smartgoals.grammar.targets.unnumbered import Unnumbered
from smartgoals.grammar.things import dependents, more_of, sizes
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import PREDICATES, is_named, verb_before, verb_of
from smartgoals.reading import TAKEN, Match, Quantity, Reading, Word

_OF_CHANGE = frozenset(("to", "toward", "by"))
_MOST_BETWEEN = 4  # words between a number and what it counts: '40 new, well qualified leads'
_THOUSAND = 1_000  # fewer are hardly a sum of money where no currency stands
_PLACED = 2  # words that say where: 'on Facebook'


class Binder:
    """Binds the quantities of one reading."""

    def __init__(self, reading: Reading, outside: Container[int], *, noun_adjuncts: bool = False) -> None:
        self.noun_adjuncts = noun_adjuncts
        self.words = reading.words
        self.chars = reading.chars
        self.reading = reading
        divisors = {q.last for q in reading.quantities if self._divides(q)}  # 'errors per 1000 orders'
        self.metrics: list[tuple[int, Match]] = [
            (i, w["metric"]) for i, w in enumerate(self.words) if "metric" in w and i not in outside
            and self.chars[i] != TAKEN and i not in divisors and not dependents.is_base(i, reading)
        ]  # fmt: skip
        leave = dependents.leave_objects if noun_adjuncts else dependents.leave_genitives
        self.metrics = leave(self.metrics, reading)
        self.outside = outside  # words of the purpose, and of a phrase that opens the goal
        self.nouns = Nouns(reading, outside)
        self.ontology = reading.ontology
        self.worked: list[Match] = []  # metrics that work is done on

    def _divides(self, quantity: Quantity) -> bool:
        """Whether a rate is out of a number; not sv '95 av våra 100 kunder'."""
        return divides(quantity) and "of" not in self.words[quantity.first]

    def bind(self) -> list[Aim]:
        """The aims of the goal in text order."""
        aims: list[Aim] = []
        bound: dict[int, Aim] = {}
        floor = 0
        for quantity in self.reading.quantities:
            if quantity.role not in ("target", "change") or is_apposed(aims, quantity, self.words):
                continue
            if quantity.thing is not None:
                thing = self.nouns.tokens(*quantity.thing)
                aims.append(Aim(quantity.first, quantity.last, named=thing, quantity=quantity))
                floor = quantity.last
                continue
            at = self._metric_of(quantity, bound, floor)
            if at is not None and not self.nouns.measures(at, quantity):
                at = None
            last = aims[-1] if at is None and aims else None
            named = last is not None and (last.metric is not None or last.named is not None)
            source = breakdowns.repeated(self.reading, last, quantity) if last is not None and named else None
            if last is not None and source is not None:
                if last.quantity is not None:
                    share_unit(last.quantity, quantity)
                aims.append(replace(last, at=source, end=quantity.last, quantity=quantity, baseline=None))
                floor = quantity.last
                continue
            if at is None:
                aim = self._unknown(quantity, aims, floor)
                if aim is None:
                    quantity.role = "change" if beside.is_told_again(quantity, aims) else "other"
                    continue
            elif at in bound:
                first = bound[at].quantity
                source = breakdowns.repeated(self.reading, bound[at], quantity)
                if first is not None and source is not None:
                    share_unit(first, quantity)
                    aims.append(Aim(source, quantity.last, metric=bound[at].metric, quantity=quantity))
                    floor = quantity.last
                    continue
                if bound[at].quantity is not None:
                    self._second(bound[at], quantity)
                    continue
                aim = bound[at]
                aim.quantity = quantity
            else:
                metric = self.words[at]["metric"]
                aim = Aim(min(at, quantity.first), max(at + 1, quantity.last), metric=metric, quantity=quantity)
                bound[at] = aim
            if aim not in aims:
                aims.append(aim)
            unit = counted_at(quantity, self.words)
            if at is not None and at < quantity.first and self._counts_in(at, unit):
                bound[unit] = aim
                aim.end = max(aim.end, unit + 1)
            floor = aim.end
            self._level(aim, quantity)
        restate(self.reading, aims)
        behind_stop(self.metrics, aims, bound, self.words)
        aims = self._without_subjects(aims)
        unnumbered = Unnumbered(self.reading, self.metrics, self.nouns, noun_adjuncts=self.noun_adjuncts)
        unnumbered.add(aims, bound)
        self.worked = unnumbered.worked
        if not aims and all(q.role == "baseline" for q in self.reading.quantities):
            implied = more_of.implied(self.reading, self.nouns)
            aims += [implied] if implied is not None else more_of.unknown(self.reading, self.nouns)
        more_of.carried(self.reading, self.nouns, aims, self.metrics)
        aims.sort(key=lambda aim: aim.at)
        beside.named_by_opening(self.reading, aims, self.outside)
        raise_told(self.reading, aims)
        self._baselines(aims)
        return aims

    def _level(self, aim: Aim, quantity: Quantity) -> None:
        """'The rating up to 4.8': behind its metric 'up to' is a level to reach, no bound."""
        words, at = self.words, quantity.first
        before, verb = words[at - 1 if at else 0], verb_before(words, at)
        moved = (aim.metric is not None or aim.named is not None) and aim.at < at
        moved = moved or "auxiliary" in before or (verb is not None and "improve" in verb and before is not verb)
        if moved and quantity.comparator == "<=" and "to" in words[at] and "at_most" in words[at]:
            quantity.comparator = "="

    def _without_subjects(self, aims: list[Aim]) -> list[Aim]:
        """The aims without numbers of the subject: 'our 3 Texas offices must bring in 60 leads'."""
        if len(aims) < 2:
            return aims
        first = next((i for i, w in enumerate(self.words) if w.has(PREDICATES) or "colon" in w), None)
        if first is None or not any(aim.at > first for aim in aims if aim.metric is not None or aim.named is not None):
            return aims
        kept = []
        for aim in aims:
            quantity = aim.quantity
            if quantity is None or quantity.thing or not beside.is_aside(self.words, quantity, aim.end, first):
                kept.append(aim)
            elif aim.metric is None or (quantity.unit is None and self._is_subject(aim, first)):
                quantity.role = "other"
            else:
                kept.append(aim)
        return kept

    def _is_subject(self, aim: Aim, first: int) -> bool:
        """'Two salespeople will …', 'our two affiliates should …': whether a number says how many those are who act."""
        assert aim.metric is not None
        if aim.metric.id == "headcount" and aim.end == first:
            return True
        before = self.words[aim.at - 1] if aim.at else None
        known = before is not None and ("the" in before or self.reading.forms[before.first].filler)
        return known and aim.metric.first in self.reading.doubles and "auxiliary" in self.words[first]

    def _metric_of(self, quantity: Quantity, bound: dict[int, Aim], floor: int) -> int | None:
        if (deed := beside.deed(self.reading, quantity)) is not None:
            return deed
        right, left = self._right(quantity), self._left(quantity, floor)
        if left is None and right is not None and self.nouns.is_base(right, quantity):
            return None
        if left is not None and right is None and self.nouns.weighs_another(left, quantity):
            return None
        heads = False  # 'Newsletter: 40 % opens'
        if left is not None and right is not None:
            heads = quantity.lead != "to" and self._labels(left, quantity)
            heads = heads and beside.is_channel_too(self.reading, self.words[left]["metric"])
            in_units = not heads and right == counted_at(quantity, self.words) and self._counts_in(left, right)
            apart = self._labels(left, quantity) and beside.is_apart(self.words[quantity.last : right])
            if in_units or apart or self.nouns.states(left, quantity):
                return left  # 'grow traffic to 20,000 visits', 'shares: 300 per campaign'
            if beside.is_borne(self.reading, left, quantity) and not self.nouns.governed(left):
                return left
        if left is not None and right is not None and self.nouns.yields(left, quantity):
            return right  # 'with 3 new people reach 25M in sales'
        if (quantity.unit is None and quantity.lead not in ("by_amount", "to")) or (
            quantity.unit is None and (right is not None and right - quantity.last <= 2)
        ):
            if right is not None:
                return right
            if quantity.unit is None and self.nouns.counted(quantity) and quantity.lead != "to" and left is not None:
                placed = left + 1 == quantity.first and self.nouns.is_place(left)  # 'привезти с чемпионата 3 медали'
                named = (not placed and self._labels(left, quantity)) or beside.heads(self.words, left, quantity)
                return None if quantity.lead is None and not named else left
            return left
        if left is not None and (left not in bound or right is None):
            straight = quantity.lead is None or beside.is_reached(self.words, quantity)
            adjacent = straight and right is not None and right - quantity.last <= 2
            adjacent = adjacent and not beside.is_apart(self.words[quantity.last : right])
            heads = heads and right == quantity.last
            if right == quantity.last and any("a" in w for w in self.words[quantity.first : right]):
                return right  # 'push it to a 7% market share'
            if not (adjacent and (heads or not self._labels(left, quantity))):
                return left
        return right if right is not None else left

    def _counts_in(self, metric: int, unit: int) -> bool:
        """'Traffic … 20,000 visits': whether the metric at a word is what the numbers of another count."""
        if unit >= len(self.words) or "metric" not in self.words[unit]:
            return False
        counted = self.ontology.counted_in.get(self.words[metric]["metric"].id, ())
        return self.words[unit]["metric"].id in counted or beside.are_at(self.reading, metric, unit)

    def _labels(self, left: int, quantity: Quantity) -> bool:
        """'CTR 3 %', 'MRR: 40k', 'likes on Facebook: 100': the metric stands right before its number, or its place."""
        between = self.words[left + 1 : quantity.first]
        if len(between) >= _PLACED and "in" in between[0] and "channel" in between[1]:
            between = between[_PLACED:]
        return all("colon" in w or "dash" in w or "comma" in w for w in between)

    def _right(self, quantity: Quantity) -> int | None:
        """The metric that the words behind a number lead to."""
        passed, first = 0, behind_bracket(quantity, self.words, behind_cadence(quantity, self.words))
        for i in range(first, len(self.words)):
            word = self.words[i]
            if i in self.outside:
                return None
            if "metric" in word:
                means = passed > 0 and quantity.unit is None and self._is_means(word)
                return None if means or (passed and self.nouns.is_receiver(i)) else i
            if (i == quantity.last or "of" in self.words[i - 1]) and qualifies(self.words, i, self.reading.lexicon):
                continue  # '40 Q3 leads', '60 % of Q3 revenue'
            if self.chars[i] == TAKEN or passed >= _MOST_BETWEEN:
                return None
            if i == first and (quantity.lead in LEADING or quantity.unit == "multiple") and self._is_led(word):
                first += 1
                continue  # 'на 30 % сократить отток', 'до 40 % має бути піднято частку'
            if i == quantity.last and "company" in word and self.reading.lexicon.noun_adjuncts:
                return None  # 'prices up 7 % with churn flat'
            if i == quantity.last and quantity.role == "change" and word.has(_OF_CHANGE):
                continue  # '+20 % к конверсии', 'на 25 % по обороту'
            if passed and "other" in word and self.nouns.is_receiver(i):
                return None
            others = [q for q in self.reading.quantities if q.role == "other" and q.first <= i < q.last]
            if others and "number" in word:
                if self._divides(others[0]):
                    return None  # '3 на 1000 заказов'
                continue  # '5 of our 20 trials'
            if is_named(self.reading, word) or ("dash" in word and word.start == self.words[i - 1].end):
                continue  # '3 “How to choose” guides', '10 LinkedIn-inlägg'
            if not passable(word):
                return None
            if (
                passed
                and quantity.unit is None
                and any(n in word for n in ("aside", "in", "from"))
                and "of" not in word
            ):
                return None  # '50 резюме на вакансию': the unknown noun is what is counted
            passed += 1
        return None

    def _is_means(self, word: Word) -> bool:
        """'100 читачів газети передплатою': whether a metric begins in the instrumental, where cases show it."""
        lexicon = self.reading.lexicon
        return lexicon.cases(self.reading.tokens[word.first].text) == {"ablt"}

    @staticmethod
    def _is_led(word: Word) -> bool:
        return "auxiliary" in word or verb_of(word) is not None

    def _left(self, quantity: Quantity, floor: int) -> int | None:
        """The nearest metric before a number and behind what the number before it has taken."""
        nearest: int | None = None
        for i, _ in reversed(self.metrics):
            if i >= quantity.first or i < floor:
                continue
            if any("stop" in w for w in self.words[i : quantity.first]):
                break
            if self.nouns.is_given(i) and self.nouns.counted(quantity):
                continue  # 'разослать клиентам 300 приглашений'
            if not self.nouns.governed(i) and self.nouns.lasts(i, quantity):
                return i
            nearest = i if nearest is None else nearest
        last = self.nouns.object(quantity)[1] if nearest is not None else 0
        if nearest is not None and last > 0 and not any("comma" in word for word in self.words[last:nearest]):
            return None  # 'cut the share of discounts in revenue to 8 %': the object is what is measured
        return nearest

    @staticmethod
    def _second(aim: Aim, quantity: Quantity) -> None:
        """Another number for a metric that has one: a level beside a change gives way to neither."""
        assert aim.quantity is not None
        if aim.quantity.unit == "multiple" and quantity.role == "target" and quantity.unit != "multiple":
            aim.quantity = quantity  # 'double the leads to 200'
        elif quantity.role == "target" and aim.quantity.role == "target":
            quantity.role = "other"

    def _unknown(self, quantity: Quantity, aims: list[Aim], floor: int) -> Aim | None:
        if (turned := self._turned_over(quantity)) is not None:
            return turned
        first = self.nouns.thing(quantity)
        if first is not None:
            last = self.nouns.run(first)
            channel = self.words[last]["channel"] if self.nouns.is_channel(last) else None
            if quantity.unit is None and channel is not None and not scope.is_led(channel, self.reading):
                if self.nouns.governed(quantity.first) or (quantity.role == "target" and quantity.lead):
                    return None  # 'on 40 billboards'
                if not Channels(self.reading).is_spread(channel, last):
                    self.reading.channels.remove(channel)  # 'build 12 landing pages'
                last += 1
            if (sized := sizes.before(self.reading, self.nouns, quantity, floor)) is not None:
                return Aim(sized[0], last, named=self.nouns.tokens(*sized), quantity=quantity)
            if first < last and not self.nouns.are_fillers(first, last):
                return self._implied(quantity, first, last)
        if aims and quantity.lead == "to" and quantity.role == "target" and self._goes_on(aims[-1], quantity):
            aims[-1].quantity = quantity  # '… in half, from 6 % to 3 %'
            return aims[-1]
        listed = beside.listed(self.reading, aims, quantity, floor)
        first, last = listed or self.nouns.object(quantity, floor)
        joined = listed is not None or (
            first < last and beside.is_joined(self.reading, quantity, floor, self.nouns.is_empty)
        )
        joined = joined or not aims or beside.is_signed_again(self.words, aims[-1], quantity)
        if not (joined or self.nouns.has_verb(floor, quantity.first)):
            return None
        if first < last and not efforts.is_worked_on(self.words, first, quantity):
            return Aim(first, quantity.last, named=self.nouns.tokens(first, last), quantity=quantity)
        if self.nouns.people(quantity) is not None:
            return self._implied(quantity, quantity.last, quantity.last + 1)  # 'найняти 5 осіб'
        return Aim(quantity.first, quantity.last, quantity=quantity)

    def _goes_on(self, aim: Aim, quantity: Quantity) -> bool:
        """Whether a level follows a change of the same thing, with no verb or other metric between."""
        counted = aim.quantity is not None and aim.quantity.last == aim.end and self.nouns.is_plain(aim.end)
        between = self.words[aim.end + counted : quantity.first]  # 'by 10 points, from 35 to 45'
        changes = aim.quantity is not None and aim.quantity.role == "change"
        return changes and not any(verb_of(w) or "metric" in w or "other" in w for w in between)

    def _turned_over(self, quantity: Quantity) -> Aim | None:
        """The aim of a sum of money, or of thousands of nothing, behind a verb that implies it: 'omsätta 5 mkr'."""
        summed = quantity.unit == "money" or (quantity.unit is None and quantity.value >= _THOUSAND)
        for i, word in reversed([*enumerate(self.words[: quantity.first])]):
            if word.get("implies") in self.ontology.money and summed:
                metric = Match("metric", word["implies"], word.first, word.last, word.start, word.end)
                self.reading.metrics.append(metric)
                return Aim(i, quantity.last, metric=metric, quantity=quantity)
            if "metric" in word or "number" in word:
                return None
        return None

    def _implied(self, quantity: Quantity, first: int, last: int) -> Aim:
        """The aim of an unknown thing, or of the metric that its verb implies ('hire 5 accountants')."""
        begin, end = self.nouns.tokens(first, last)
        verb = next((w for w in reversed(self.words[: quantity.first]) if verb_of(w)), None)
        doubles = [self.reading.doubles[i].id for i in range(begin, end) if i in self.reading.doubles]
        apart = not self.ontology.actors.isdisjoint(doubles)  # 'recruit 5 influencers'
        apart |= not self.reading.lexicon.persons.members.isdisjoint(self.reading.forms[end - 1].keys)
        if verb is None or "implies" not in verb or quantity.unit is not None or apart:
            return Aim(quantity.first, last, named=(begin, end), quantity=quantity)
        tokens = self.reading.tokens
        metric = Match("metric", verb["implies"], begin, end, tokens[begin].start, tokens[end - 1].end)
        self.reading.metrics.append(metric)
        return Aim(quantity.first, last, metric=metric, quantity=quantity)

    def _baselines(self, aims: list[Aim]) -> None:
        for quantity in self.reading.quantities:
            if quantity.role != "baseline" or not aims:
                continue
            comparable = [a for a in aims if beside.are_comparable(a, quantity, self.ontology)]
            if not comparable:
                quantity.role = "other"  # 'to 5 days, not raising the rate (now $35)'
                continue
            candidates = [a for a in comparable if a.baseline is None]
            candidates = [a for a in candidates if a.quantity is not None] or candidates
            if not candidates:
                continue
            aim = beside.owns(candidates, quantity, self.words)
            if aim.metric is None and aim.named is None:
                self._named_by(aim, quantity, aims)
            aim.baseline = quantity
            aim.at = min(aim.at, quantity.first)
            aim.end = max(aim.end, quantity.last)

    def _named_by(self, aim: Aim, baseline: Quantity, aims: list[Aim]) -> None:
        """'Now: 2.5 % conversion. Goal: 3.5 %', 'Occupancy fell to 60 %. We need 80 %': the aim behind a baseline is of
        what that counts, or is said of."""
        first, last = baseline.last, baseline.last
        if last < len(self.words) and "metric" in self.words[last]:
            aim.metric = self.words[last]["metric"]
            return
        told = self._left(baseline, 0) if baseline.first < aim.at else None  # 'NPS fell to 35. Get 45 and 60 leads'
        if told is not None and all(one.metric is not self.words[told]["metric"] for one in aims):
            aim.metric = self.words[told]["metric"]
            return
        if baseline.unit is None and last < len(self.words) and self.nouns.is_plain(last):
            last = self.nouns.run(first)
        elif baseline.first < aim.at:
            first, last = self.nouns.object(baseline)
        if first < last and not self.nouns.are_fillers(first, last):
            aim.named = self.nouns.tokens(first, last)
