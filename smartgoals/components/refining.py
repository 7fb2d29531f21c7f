"""What surroundings make of metrics and numbers: another metric, a unit, a currency."""

from __future__ import annotations

from typing import Any

from smartgoals.grammar import comparatives
from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.numbers import counted
from smartgoals.grammar.things import dependents, hired, passages, sales
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_before
from smartgoals.grammar.word_sets import SOURCES
from smartgoals.ontology import Ontology
from smartgoals.reading import Match, Quantity, Reading

_MOST_PERCENT = 100
_PEOPLE = ("new_customers", "active_users")
_PRESS = ("pr", "print")
_MOST_BETWEEN = 3  # tokens between what is written and where it stands
_MOST_TO_DO = 6  # words from those counted to what they are to do
_LINKS = frozenset(("of", "in", "the"))
_SOURCES, _TARGETS = frozenset(("aside", "from")), frozenset(("in", "to"))
_WHERE_PRINTED = frozenset(("of", "in"))


class Refiner:
    """Gives metrics the id, and their numbers the unit and currency, that the rest of the goal decides."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    def __call__(self, reading: Reading, aims: list[Aim]) -> None:
        self._shared_signs(reading)
        made: list[Aim] = []  # of what others become
        for aim in aims:
            if aim.named is not None and aim.metric is None and self._follow(reading, aim.named):
                aim.metric, aim.named = _known("followers", aim.named, reading), None
            elif aim.metric is not None and (aim.metric.id is None or _may_follow(reading, aim.metric)):
                follow = self._follow(reading, (aim.metric.first, aim.metric.last))
                aim.metric.id = "followers" if follow else aim.metric.id
            if aim.metric is None and (one := _single(reading, aim)) is not None:
                aim.metric, aim.named = one, None
            if aim.named is not None and aim.metric is None and self._come(reading, aim.named[1]):
                aim.metric, aim.named = _known("event_registrations", aim.named, reading), None
            elif aim.metric is not None and aim.metric.id is None and self._come(reading, aim.metric.last):
                aim.metric.id = "event_registrations"
            if aim.named is not None and aim.metric is None and sales.are_sold(reading, aim.named):
                aim.metric, aim.named = _known("sales", aim.named, reading), None
            if aim.metric is None and (sold := sales.sold_for(reading, aim)) is not None:
                aim.metric, aim.named = _known("revenue", sold, reading), None
            if aim.metric is None and aim.named is not None and (done := _to_do(reading, aim)) is not None:
                aim.metric, aim.named = done, None
            if aim.metric is None and (rating := _mark(reading, aim)) is not None:
                aim.metric, aim.named = rating, None
            if aim.metric is None and aim.named is None:
                aim.metric = _of_unit(reading, aim)
            if aim.metric is None:
                continue
            if aim.metric.id in _PEOPLE and (got := hired.what_is_got(reading, aim)) is not None:
                reading.metrics = [*(m for m in reading.metrics if m is not aim.metric and m is not got), got]
                aim.metric = got
            if (thing := hired.given(reading, aim)) is not None:
                reading.metrics = [m for m in reading.metrics if m is not aim.metric]
                aim.metric, aim.named = None, thing
                continue
            for rule in self._ontology.refine:
                if aim.metric.id in rule["metrics"] and self._fits(rule, reading, aim, aim.metric):
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
        return any(self.channel_id(m) in ("organic_social", "messenger") for m in grouped)

    def _come(self, reading: Reading, last: int) -> bool:
        """'Festival: 8,000 guests': whether those counted come to an event that heads the goal."""
        guests = not reading.lexicon.persons.guests.isdisjoint(reading.forms[last - 1].keys)
        return guests and any(self.channel_id(m) in ("event", "webinar") for m in _headings(reading, last - 1))

    def channel_id(self, match: Match) -> str:
        """The channel of a match, another one when it is paid for."""
        if match.kind == "channel":
            base = match.id or "online"
        else:
            base = self._ontology.platforms.get(match.platform or match.id or "", "organic_social")
        return self._ontology.paid.get(base, base) if match.paid else base

    def _fits(self, rule: dict[str, Any], reading: Reading, aim: Aim, metric: Match) -> bool:
        """Whether a channel or metric of the goal, or the unit of an aim's number, is one that a rule asks for."""
        if rule.get("uncounted") and (aim.quantity is not None or comparatives.said_of(reading, metric) == "many"):
            return False
        shut_out = rule.get("without", ())
        there = (*map(self.channel_id, reading.channels), *(m.id for m in reading.metrics)) if shut_out else ()
        if any(name in shut_out for name in there) or (rule.get("bare") and metric.last - metric.first > 1):
            return False
        if rule.get("leads_on") and "aside" not in reading.forms[metric.last - 1].values:
            return False  # not 'at a cost of 40 each'
        if aim.quantity is not None and aim.quantity.unit in rule.get("units", ()):
            return True
        if rule.get("kept") and hired.are_kept(reading, aim):
            return True
        if rule.get("moved"):
            return hired.is_share_moved(aim) and sales.has_before(reading, aim, reading.lexicon.persons.helps)
        if rule.get("of_another"):
            return dependents.is_of_another(metric, reading)
        if rule.get("gained"):
            persons = reading.lexicon.persons
            reported = not persons.reported.isdisjoint(reading.forms[metric.first].keys)
            return reported and sales.has_before(reading, aim, persons.gains)
        if rule.get("addressed"):
            return hired.are_addressed(reading, aim)
        if rule.get("unhired"):
            return hired.are_there(reading, aim)
        if rule.get("share"):
            return counted.is_level_of_share(aim, metric, reading)
        if rule.get("worked"):
            return hired.are_worked_on(reading, aim) or hired.are_asked(reading, aim)
        if rule.get("shared"):
            return dependents.is_shared(aim, metric, reading)
        if rule.get("lessened"):
            named = any(m.id in rule["owners"] for m in (*reading.owners, *reading.marks))  # also 'the load on support'
            return named and _is_lessened(reading, aim)
        if rule.get("regained") and _is_regained(reading, aim):
            return True
        if rule.get("owned"):
            return any(m.id in rule["owners"] for m in reading.owners)
        if (verbs := rule.get("after")) is not None:
            if not sales.has_before(reading, aim, getattr(reading.lexicon.persons, verbs)):
                return False
            if not rule.get("level"):
                return True
        if (said := rule.get("said")) is not None:
            return aim.quantity is None and comparatives.said_of(reading, metric) == said
        persons = reading.lexicon.persons
        if rule.get("visited") or rule.get("joined"):
            return _names_one(reading, persons.visited if rule.get("visited") else persons.joined)
        if rule.get("staged") and _names_one(reading, persons.staged):
            return True
        if rule.get("shortened"):
            return _is_shortened(reading, aim)
        if rule.get("treated"):
            return _is_treated(reading, metric)
        if (rule.get("filmed") and _is_filmed(reading, metric)) or (rule.get("rated") and counted.is_rated(aim)):
            return True
        if rule.get("printed") and _is_printed(reading, metric):
            return True
        if rule.get("counted"):
            return _is_counted(aim, metric)
        if rule.get("level"):  # 'завантаження 70 %'
            if aim.quantity is None or aim.quantity.unit != "percent" or aim.quantity.role != "target":
                return False
            return not rule.get("bounded") or (aim.quantity.comparator == "<=" and not reading.declines)
        if any(m.id in rule.get("beside", ()) for m in reading.metrics):
            return True
        places = [m for m in reading.channels if not (rule.get("unsourced") and _is_source(m, reading))]
        if rule.get("ahead"):
            places = [m for m in places if m.first < metric.first] + _headings(reading, metric.first)
        return any(self.channel_id(m) in rule.get("channels", ()) for m in places)

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


def _headings(reading: Reading, first: int) -> list[Match]:
    """The channel words of the heading before a token: 'Форум у березні: 500 відвідувачів'."""
    colon = next((i for i in range(first - 1, 0, -1) if reading.tokens[i].text == ":"), 0)
    found = {m.first: m for m in reading.channels} | reading.doubles
    return [m for at, m in found.items() if at < colon]


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


def _is_counted(aim: Aim, metric: Match) -> bool:
    """'Bring conversions from ads to 300 a week': whether a bare number that is no rate counts what one word names."""
    quantity = aim.quantity
    if quantity is None or quantity.unit is not None or quantity.value % 1 or metric.last - metric.first > 1:
        return False
    return quantity.per is not None or quantity.value > _MOST_PERCENT


def _is_regained(reading: Reading, aim: Aim) -> bool:
    """'Win back 20 lost customers': whether the verb before a bare number of those who left is one of reaching."""
    if aim.quantity is None or aim.quantity.unit is not None or aim.quantity.comparator == "<=":
        return False
    ahead = reading.words[max(aim.quantity.first - 1, 0) : aim.quantity.last]
    if aim.quantity.lead == "to" or any("down" in word for word in ahead):
        return False  # 'bring churn from 9 to 7', 'bring churn down to 7', 'get it down two points'
    verb = verb_before(reading.words, min(aim.quantity.first, aim.at))
    return verb is not None and "achieve" in verb


def _names_one(reading: Reading, words: frozenset[str]) -> bool:
    return any(not words.isdisjoint(form.keys) for form in reading.forms)


def _is_source(channel: Match, reading: Reading) -> bool:
    """'300 test accounts via webinars': whether a preposition says that what is counted comes through a channel."""
    words, at = reading.words, (reading.word_at(channel.first) or 0) - 1
    while at > 0 and ("a" in words[at] or reading.forms[words[at].first].filler):
        at -= 1
    return at >= 0 and words[at].has(_SOURCES) and not words[at].has(_TARGETS)


def _is_shortened(reading: Reading, aim: Aim) -> bool:
    """'Shorten the funnel by 10 %': whether the verb before what no bare number counts makes it less."""
    if aim.quantity is not None and aim.quantity.unit is None:
        return False
    verb = verb_before(reading.words, aim.at)
    return verb is not None and "decrease" in verb


def _is_lessened(reading: Reading, aim: Aim) -> bool:
    """'Cut enquiries by 20 %', 'at most 300 enquiries a week': whether there is to be less of what is counted."""
    quantity = aim.quantity
    if quantity is not None and (quantity.comparator == "<=" or "decrease" in (quantity.sign, quantity.direction)):
        return True
    verb = verb_before(reading.words, aim.at)
    return verb is not None and "decrease" in verb


def _may_follow(reading: Reading, metric: Match) -> bool:
    """'Чат у Viber: 500 учасників': whether those who take part are said of a group that no preposition governs."""
    if metric.id != "event_registrations" or metric.last - metric.first > 1:
        return False
    groups = [m for m in reading.channels if m.kind == "platform" and m.last <= metric.first]
    at = reading.word_at(groups[-1].first) if groups else None
    return at is not None and (at == 0 or not reading.words[at - 1].has(SOURCES))


def _is_treated(reading: Reading, metric: Match) -> bool:
    """'Dental practice: 45 appointments': whether those that come are treated where the goal is."""
    if metric.last - metric.first > 1:
        return False
    persons, forms = reading.lexicon.persons, reading.forms
    with_whom = any("company" in w for w in reading.words if w.first == metric.last)  # 'appointments with dentists'
    comes = not with_whom and not persons.visits.isdisjoint(forms[metric.first].keys)
    return comes and any(not persons.treats.isdisjoint(form.keys) for form in forms)


def _is_printed(reading: Reading, metric: Match) -> bool:
    """'16 mentions of our company in national media': whether the press is where a metric stands, and part of it."""
    words, at = reading.words, reading.word_at(metric.first)
    press = [m for m in reading.channels if m.id in _PRESS and 0 < m.first - metric.last <= _MOST_BETWEEN]
    if at is None or not press or at + 1 >= len(words) or not words[at + 1].has(_WHERE_PRINTED):
        return False
    metric.last, metric.end = press[0].last, press[0].end
    reading.channels = [m for m in reading.channels if m is not press[0]]
    return True


def _is_filmed(reading: Reading, metric: Match) -> bool:
    """'Reels on Instagram: 40,000 views': whether what is watched is named before views alone."""
    words, forms = reading.lexicon.persons, reading.forms[: metric.first] if metric.id == "page_views" else ()
    if not words.views.isdisjoint(reading.forms[metric.first].keys):  # sv 'visningar på klubbens filmer'
        forms = reading.forms
    return metric.last - metric.first == 1 and any(not words.films.isdisjoint(form.keys) for form in forms)
