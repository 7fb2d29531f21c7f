"""What a rule of the ontology asks before it makes a metric another: of its number, its verb and what stands beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from smartgoals.grammar import comparatives
from smartgoals.grammar.aims import Aim
from smartgoals.grammar.numbers import counted
from smartgoals.grammar.things import dependents, hired, sales
from smartgoals.grammar.verb_classes import verb_before
from smartgoals.ontology import Ontology
from smartgoals.reading import Match, Quantity, Reading

Rule = Mapping[str, Any]
Condition = Callable[[Reading, Aim, Match, Rule], bool]

_MOST_PERCENT = 100
_PRESS = ("pr", "print")
_MOST_BETWEEN = 3  # tokens between what is written and where it stands
_SOURCES, _TARGETS = frozenset(("aside", "from")), frozenset(("in", "to"))
_WHERE_PRINTED = frozenset(("of", "in"))
_ONE_OF = ("units", "when", "after", "said", "beside", "channels")  # keys of a rule of which one must fit


def fits(rule: Rule, reading: Reading, aim: Aim, metric: Match) -> bool:
    """Whether a metric meets all that narrows a rule, and one of the things that the rule is for, if it names any."""
    if not _is_within(rule, reading, aim, metric):
        return False
    if not any(key in rule for key in _ONE_OF):
        return True
    persons, quantity = reading.lexicon.persons, aim.quantity
    return (
        (quantity is not None and quantity.unit in rule.get("units", ()))
        or ("when" in rule and WHEN[rule["when"]](reading, aim, metric, rule))
        or ("after" in rule and sales.has_before(reading, aim, getattr(persons, rule["after"])))
        or ("said" in rule and quantity is None and comparatives.said_of(reading, metric) == rule["said"])
        or any(m.id in rule.get("beside", ()) for m in reading.metrics)
        or ("channels" in rule and _is_placed(rule, reading, metric))
    )


def channel_id(match: Match, ontology: Ontology) -> str:
    """The channel of a match, another one when it is paid for."""
    if match.kind == "channel":
        base = match.id or "online"
    else:
        base = ontology.platforms.get(match.platform or match.id or "", "organic_social")
    return ontology.paid.get(base, base) if match.paid else base


def headings(reading: Reading, first: int) -> list[Match]:
    """The channel words of the heading before a token: 'Форум у березні: 500 відвідувачів'."""
    colon = next((i for i in range(first - 1, 0, -1) if reading.tokens[i].text == ":"), 0)
    found = {m.first: m for m in reading.channels} | reading.doubles
    return [m for at, m in found.items() if at < colon]


def _is_within(rule: Rule, reading: Reading, aim: Aim, metric: Match) -> bool:
    """Whether a metric meets what narrows a rule: `bare`, `level`, `lowered`, `uncounted`, `leads_on`, `without`."""
    quantity = aim.quantity
    if rule.get("level"):  # 'завантаження 70 %'
        if quantity is None or quantity.unit != "percent" or quantity.role != "target":
            return False
        if rule.get("lowered") and (reading.declines or not _is_less(reading, aim)):
            return False
    if rule.get("uncounted") and (quantity is not None or comparatives.said_of(reading, metric) == "many"):
        return False
    if rule.get("bare") and metric.last - metric.first > 1:
        return False
    if rule.get("leads_on") and "aside" not in reading.forms[metric.last - 1].values:
        return False  # not 'at a cost of 40 each'
    if not (shut_out := rule.get("without")):
        return True
    channels = (channel_id(m, reading.ontology) for m in reading.channels)
    return not any(name in shut_out for name in (*channels, *(m.id for m in reading.metrics)))


def _is_placed(rule: Rule, reading: Reading, metric: Match) -> bool:
    """Whether one of a rule's channels is in the goal, or, with `ahead`, before the metric or in its heading."""
    places = [m for m in reading.channels if not (rule.get("unsourced") and _is_source(m, reading))]
    if rule.get("ahead"):
        places = [m for m in places if m.first < metric.first] + headings(reading, metric.first)
    return any(channel_id(m, reading.ontology) in rule["channels"] for m in places)


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
    if aim.quantity.lead == "to" or _is_down(aim.quantity, reading):
        return False  # 'bring churn from 9 to 7', 'bring churn down to 7', 'get it down two points'
    verb = verb_before(reading.words, min(aim.quantity.first, aim.at))
    return verb is not None and "achieve" in verb


def _is_down(quantity: Quantity, reading: Reading) -> bool:
    """'Down to 12', 'get it down two points': whether a particle right before a number says that it is less."""
    return any("down" in word for word in reading.words[max(quantity.first - 1, 0) : quantity.last])


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


def _is_lessened(reading: Reading, aim: Aim, metric: Match, rule: Rule) -> bool:
    """'Cut enquiries by 20 %', 'the load on support': whether there is to be less of what a team counts."""
    return any(m.id in rule["owners"] for m in (*reading.owners, *reading.marks)) and _is_less(reading, aim)


def _is_less(reading: Reading, aim: Aim) -> bool:
    """'Cut enquiries by 20 %', 'from 18 to 12', 'down to 12', 'at most 300 a week': whether less is wanted."""
    quantity = aim.quantity
    if quantity is not None:
        if quantity.comparator == "<=" or "decrease" in (quantity.sign, quantity.direction):
            return True
        if _is_down(quantity, reading) or (aim.baseline is not None and aim.baseline.value > quantity.value):
            return True
    verb = verb_before(reading.words, aim.at)
    return verb is not None and "decrease" in verb


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


def _is_gained(reading: Reading, aim: Aim, metric: Match, rule: Rule) -> bool:
    """Uk 'отримати 15 публікацій': whether one gets what others write."""
    persons = reading.lexicon.persons
    reported = not persons.reported.isdisjoint(reading.forms[metric.first].keys)
    return reported and sales.has_before(reading, aim, persons.gains)


def _is_moved(reading: Reading, aim: Aim, metric: Match, rule: Rule) -> bool:
    """Whether a share of those counted is only led elsewhere: 'перевести 40 % заказов в приложение'."""
    return hired.is_share_moved(aim) and sales.has_before(reading, aim, reading.lexicon.persons.helps)


# What a rule may ask with `when`.
WHEN: dict[str, Condition] = {
    "addressed": lambda reading, aim, metric, rule: hired.are_addressed(reading, aim),
    "counted": lambda reading, aim, metric, rule: _is_counted(aim, metric),
    "filmed": lambda reading, aim, metric, rule: _is_filmed(reading, metric),
    "gained": _is_gained,
    "joined": lambda reading, aim, metric, rule: _names_one(reading, reading.lexicon.persons.joined),
    "kept": lambda reading, aim, metric, rule: hired.are_kept(reading, aim),
    "lessened": _is_lessened,
    "moved": _is_moved,
    "of_another": lambda reading, aim, metric, rule: dependents.is_of_another(metric, reading),
    "owned": lambda reading, aim, metric, rule: any(m.id in rule["owners"] for m in reading.owners),
    "printed": lambda reading, aim, metric, rule: _is_printed(reading, metric),
    "rated": lambda reading, aim, metric, rule: counted.is_rated(aim),
    "regained": lambda reading, aim, metric, rule: _is_regained(reading, aim),
    "share": lambda reading, aim, metric, rule: counted.is_level_of_share(aim, metric, reading),
    "shared": lambda reading, aim, metric, rule: dependents.is_shared(aim, metric, reading),
    "shortened": lambda reading, aim, metric, rule: _is_shortened(reading, aim),
    "staged": lambda reading, aim, metric, rule: _names_one(reading, reading.lexicon.persons.staged),
    "treated": lambda reading, aim, metric, rule: _is_treated(reading, metric),
    "unhired": lambda reading, aim, metric, rule: hired.are_there(reading, aim),
    "visited": lambda reading, aim, metric, rule: _names_one(reading, reading.lexicon.persons.visited),
    "worked": lambda reading, aim, metric, rule: hired.are_worked_on(reading, aim) or hired.are_asked(reading, aim),
}
