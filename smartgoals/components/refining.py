"""What surroundings make of metrics and numbers: another metric, a unit, a currency."""

from __future__ import annotations

from smartgoals.components.conditions import channel_id, fits, headings
from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.numbers import counted
from smartgoals.grammar.things import hired, passages, sales
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import SOURCES
from smartgoals.ontology import Ontology
from smartgoals.reading import Match, Quantity, Reading

_MOST_TO_DO = 6  # words from those counted to what they are to do
_LINKS = frozenset(("of", "in", "the"))


class Refiner:
    """Gives metrics the id, and their numbers the unit and currency, that the rest of the goal decides."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    def __call__(self, reading: Reading, aims: list[Aim]) -> None:
        self._shared_signs(reading)
        made: list[Aim] = []  # of what others become
        for aim in aims:
            self._name(reading, aim)
            if aim.metric is None or hired.give(reading, aim):
                continue
            if aim.metric.id in self._ontology.asked:
                hired.count_what_is_got(reading, aim)
            for rule in self._ontology.refine:
                if aim.metric.id in rule["metrics"] and fits(rule, reading, aim, aim.metric):
                    aim.metric.id = rule.get("to")
            if (other := passages.becomes(reading, aim)) is not None:
                was, aim.metric = aim.metric, other
                passages.count_another(reading, aim, other)
                made.append(aim)
                if all(one.metric is not was for one in aims):  # not 'collect 300 leads and turn 40 of them into …'
                    reading.metrics = [m for m in reading.metrics if m is not was]
            elif aim.metric.id in self._ontology.passages:
                passages.settle(reading, aim, aim.metric)
            self._currency(reading, aim)
            counted.settle(aim, reading)
        aims[:] = [aim for aim in aims if not (_is_said_again(aim, aims) or passages.is_of_another(aim, made))]

    def _name(self, reading: Reading, aim: Aim) -> None:
        """Give an aim of what the ontology does not know the metric that the rest of the goal makes of it."""
        if (metric := aim.metric) is None:
            aim.metric = self._found(reading, aim)
            aim.named = aim.named if aim.metric is None else None
        elif (metric.id is None or _may_follow(reading, metric)) and self._follow(reading, (metric.first, metric.last)):
            metric.id = "followers"
        elif metric.id is None and self._come(reading, metric.last):
            metric.id = "event_registrations"

    def _found(self, reading: Reading, aim: Aim) -> Match | None:
        named = aim.named
        if named is not None and self._follow(reading, named):
            return _known("followers", named, reading)
        if (one := _single(reading, aim)) is not None:
            return one
        if named is not None and self._come(reading, named[1]):
            return _known("event_registrations", named, reading)
        if named is not None and sales.are_sold(reading, named):
            return _known("sales", named, reading)
        if (sold := sales.sold_for(reading, aim)) is not None:
            return _known("revenue", sold, reading)
        if named is None:
            return _mark(reading, aim) or _of_unit(reading, aim)
        return _to_do(reading, aim) or _mark(reading, aim)

    def _follow(self, reading: Reading, named: tuple[int, int]) -> bool:
        """'Our Facebook group: 2,000 members': whether those counted are members of a group on a social network."""
        lexicon = reading.lexicon
        if lexicon.persons.members.isdisjoint(reading.forms[named[1] - 1].keys):
            return False
        platforms, behind = [m for m in reading.channels if m.kind == "platform"], named[1]
        linking = [form.filler or not _LINKS.isdisjoint(form.values) for form in reading.forms]
        grouped = [m for m in platforms if m.last <= named[0]]
        # 'members of our Facebook group', not 'win members on Instagram'
        grouped += [
            m for m in platforms if m.last - m.first > 1 and m.first > behind and all(linking[behind : m.first])
        ]
        return any(channel_id(m, self._ontology) in ("organic_social", "messenger") for m in grouped)

    def _come(self, reading: Reading, last: int) -> bool:
        """'Festival: 8,000 guests': whether those counted come to an event that heads the goal."""
        guests = not reading.lexicon.persons.guests.isdisjoint(reading.forms[last - 1].keys)
        return guests and any(
            channel_id(m, self._ontology) in ("event", "webinar") for m in headings(reading, last - 1)
        )

    def _shared_signs(self, reading: Reading) -> None:
        """A bare '$' or 'kr' means the context's currency, where that is a dollar or a krona."""
        currency = reading.context.currency
        for rule in self._ontology.shared_signs if currency is not None else ():
            if currency not in rule["currencies"]:
                continue
            for quantity in reading.quantities:
                if quantity.currency in rule["currencies"] and _is_bare(rule["sign"], quantity, reading):
                    quantity.currency = currency

    def _currency(self, reading: Reading, aim: Aim) -> None:
        """A bare number of a metric that is money takes the context's currency."""
        currency = reading.context.currency
        if currency is None or aim.metric is None or aim.metric.id not in self._ontology.money:
            return
        for quantity in (aim.quantity, aim.baseline):
            if quantity is not None and quantity.unit is None:
                quantity.unit, quantity.currency = "money", currency


def _is_bare(sign: str, quantity: Quantity, reading: Reading) -> bool:
    """Whether a currency is written with its sign alone: '$5', '5 kr', not 'US$5', '5 svenska kronor'."""
    tokens = reading.tokens
    for word in reading.words[quantity.first : quantity.last]:
        if "currency" in word or "money_scale" in word:
            first = tokens[word.first]
            led = word.first > 0 and tokens[word.first - 1].kind == "word" and tokens[word.first - 1].end == first.start
            return word.last - word.first == 1 and sign in first.text and not led
    return False


def _is_said_again(aim: Aim, aims: list[Aim]) -> bool:
    """'Grow the mailing list to 500 subscribers': whether an aim has no number and its metric is another's."""
    if aim.metric is None or aim.metric.id is None or aim.quantity is not None or aim.baseline is not None:
        return False
    return any(o is not aim and o.quantity and o.metric and o.metric.id == aim.metric.id for o in aims)


def _single(reading: Reading, aim: Aim) -> Match | None:
    """'Win 1 customer', 'get 1 lead', '41 перегляд': the metric of what the vocabulary has in the plural alone."""
    quantity = aim.quantity
    if quantity is None or quantity.unit is not None:
        return None
    behind = reading.words[quantity.last : quantity.last + 1]
    counted = aim.named or next(((word.first, word.last) for word in behind), None)
    name = counted and reading.lexicon.singulars.get(reading.tokens[counted[1] - 1].text)
    if not (counted and name and reading.lexicon.counts_one(quantity.value)):
        return None
    return _known(name, counted, reading)


def _mark(reading: Reading, aim: Aim) -> Match | None:
    """Uk 'отримати оцінку 4,7 у Google Play': what only a number with decimals makes a rating."""
    quantity, marks = aim.quantity, reading.lexicon.persons.marks
    if quantity is None or not marks or not counted.is_rated(aim):
        return None
    if aim.named is not None:
        first, last = aim.named
    elif quantity.first > 0:
        first, last = reading.words[quantity.first - 1].first, reading.words[quantity.first - 1].last
    else:
        return None
    return None if marks.isdisjoint(reading.forms[first].keys) else _known("review_rating", (first, last), reading)


def _of_unit(reading: Reading, aim: Aim) -> Match | None:
    """'4.8 stars on Google', 'sell 200 pcs': the metric that the unit of a number by itself stands for."""
    quantity = aim.quantity
    for word in reading.words[quantity.first : quantity.last] if quantity is not None else ():
        if word.get("rating_unit") == "star":
            return _known("review_rating", (word.first, word.last), reading)
        if "piece" in word and sales.is_sold(reading, aim):
            return _known("sales", (word.first, word.last), reading)
    return None


def _to_do(reading: Reading, aim: Aim) -> Match | None:
    """'Get 400 people in the shop to sign up': the metric that says what those counted are to do."""
    words, quantity = reading.words, aim.quantity
    if quantity is None or quantity.unit is not None:
        return None
    first = max(aim.end, reading.word_at(aim.named[1]) or 0) if aim.named is not None else aim.end
    for i in range(first, min(first + _MOST_TO_DO, segments.end(words, first) - 1)):
        metric: Match | None = words[i + 1].get("metric") if "to" in words[i] else None
        if metric is not None and not VERB_CLASSES.isdisjoint(reading.forms[metric.first].values):
            return metric
        if "number" in words[i]:
            return None
    return None


def _known(name: str, named: tuple[int, int], reading: Reading) -> Match:
    """A metric that the vocabulary does not know, as one that it does."""
    first, last = named
    match = Match("metric", name, first, last, reading.tokens[first].start, reading.tokens[last - 1].end)
    reading.metrics.append(match)
    return match


def _may_follow(reading: Reading, metric: Match) -> bool:
    """'Чат у Viber: 500 учасників': whether those who take part are said of a group that no preposition governs."""
    if metric.id != "event_registrations" or metric.last - metric.first > 1:
        return False
    groups = [m for m in reading.channels if m.kind == "platform" and m.last <= metric.first]
    at = reading.word_at(groups[-1].first) if groups else None
    return at is not None and (at == 0 or not reading.words[at - 1].has(SOURCES))
