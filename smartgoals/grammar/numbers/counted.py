"""Units that a metric gives to numbers with none of their own."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.reading import Match, Quantity, Reading

_TOP_RATING = 10  # a bare number up to this is a rating where the metric is one
_TOP_SCORE = 5  # the same, with decimals, where the metric may be one
_TOP_MULTIPLE = 30  # the same of multiples: 'ROAS 4.5', but hardly 'ROAS 450'
_WHOLE = 100  # the most that a share of something can be: 'raise the percentage of won tenders from 20 to 27'
_MOST_TO_SHARE = 2  # tokens from a word for a share to its metric: 'percentage of won bids'
_WHAT_FOR = frozenset(("for_whom", "aside", "in", "by_amount"))  # prepositions
_TIMES = frozenset(("minute", "hour", "day", "week", "month"))


def settle(aim: Aim, reading: Reading) -> None:
    """Give bare numbers of ratings and of times counted their unit: 'CSAT of 4.3', 'days to hire from 60 to 45'."""
    if aim.metric is None:
        return
    world, unit = reading.ontology, None
    if aim.metric.last - aim.metric.first > 1 and (aim.metric.id in world.times or aim.metric.id is None):
        first = aim.metric.first
        last = first + 1 + (aim.metric.id in world.times)  # 'number of days to hire', but 'sick days per employee'
        opening = [form.values for form in reading.forms[first:last]]
        unit = next((u for u in (v.get("unit") or v.get("time_unit") for v in opening) if u), None)
    levels = (aim.quantity, aim.baseline)
    broken = any(level is not None and level.value % 1 > 0 for level in levels)  # also '4.2 → 5'
    for quantity in levels:
        if quantity is not None and _has_stars(quantity, aim.metric, reading):
            quantity.end = reading.tokens[aim.metric.first].end
        if quantity is not None and quantity.unit == "percentage_point" and aim.metric.id in world.indices:
            quantity.unit = "count"  # 'NPS +8 pts'
        if quantity is None or quantity.unit is not None:
            continue
        score = aim.metric.id in world.scores and quantity.value <= _TOP_SCORE and broken
        if score or (aim.metric.id in world.ratings and quantity.value <= _TOP_RATING):
            quantity.unit = "rating"
        elif aim.metric.id in world.multiples and quantity.value <= _TOP_MULTIPLE:
            quantity.unit = "multiple"
        elif unit in _TIMES:
            quantity.unit = unit
        elif quantity.role != "change" and quantity.value <= _WHOLE and _is_share(aim.metric, reading):
            quantity.unit = "percent"
    if aim.quantity is not None and aim.metric.id in world.percentages:
        _in_points(aim.quantity, reading)
    _say_once(aim, aim.metric, reading)
    _say_what_for(aim.metric, reading)


def is_rated(aim: Aim) -> bool:
    """'Reviews on Google: 4.2 → 4.6', 'з 4,2 до 5': whether a number without a unit may only be a rating."""
    quantity = aim.quantity
    if quantity is None or quantity.unit is not None or quantity.value > _TOP_SCORE:
        return False
    return any(level is not None and level.value % 1 > 0 for level in (quantity, aim.baseline))


def is_level_of_share(aim: Aim, metric: Match, reading: Reading) -> bool:
    """'The share of business customers: 30 %': whether a percentage is how large a share of the whole is to be."""
    quantity = aim.quantity
    level = quantity is not None and quantity.unit == "percent" and quantity.role == "target"
    return level and _is_share(metric, reading)


def _is_share(metric: Match, reading: Reading) -> bool:
    """'The percentage of late deliveries', 'відсоток браку': whether a metric's first word, or one before, says so."""
    if "percent" in reading.forms[metric.first].values:
        return True
    before = range(metric.first - _MOST_TO_SHARE, metric.first + 1)
    return any(mark.kind == "share" and mark.last - 1 in before for mark in reading.marks)


def _in_points(quantity: Quantity, reading: Reading) -> None:
    """'Raise conversion by 2 points', 'явку на 5 пунктов': a share changes by points of a percentage."""
    if quantity.role != "change" or quantity.unit is not None:
        return
    behind = reading.words[quantity.last].first if quantity.last < len(reading.words) else 0
    points = reading.marked("point")
    if at := next((i for i in (reading.words[quantity.last - 1].first, behind) if i in points), None):
        quantity.unit, quantity.end = "percentage_point", reading.tokens[at].end


def _say_what_for(metric: Match, reading: Reading) -> None:
    """'Spending on bank fees', sv 'kostnaderna för bankavgifter': what a metric is spent on is no second one."""
    at = metric.last - (not _WHAT_FOR.isdisjoint(reading.forms[metric.last - 1].values))  # 'spending on' is one term
    if metric.id is None or at >= len(reading.tokens) or _WHAT_FOR.isdisjoint(reading.forms[at].values):
        return
    reading.metrics = [m for m in reading.metrics if m.id != metric.id or m.first != at + 1]


def _has_stars(quantity: Quantity, metric: Match, reading: Reading) -> bool:
    """Sv '5 stjärnor på Google': whether a metric right behind a number begins with the number's unit."""
    if quantity.last >= len(reading.words) or reading.words[quantity.last].first != metric.first:
        return False
    return "rating_unit" in reading.forms[metric.first].values


def _say_once(aim: Aim, metric: Match, reading: Reading) -> None:
    """'Grow the list to 5,000 subscribers', 'a rating of 4.8 stars': one metric, before and behind its number."""
    quantity, words = aim.quantity, reading.words
    if quantity is None or metric.id is None or quantity.first == 0 or len(reading.metrics) < 2:
        return
    behind, at = quantity.last, quantity.first - 1
    while behind < len(words) and reading.forms[words[behind].first].filler:
        behind += 1
    while at > 0 and "auxiliary" in words[at]:
        at -= 1
    said = words[at].get("metric")
    if said is None or said is metric or said.id != metric.id or any(q.last == at for q in reading.quantities):
        return
    if said.first in reading.doubles and quantity.lead not in ("to", "by_amount"):
        return  # a channel, maybe: 'newsletter: 4 mailings a month'
    if behind < len(words) and words[behind].first == metric.first:
        stars = _has_stars(quantity, metric, reading)
        spare = metric if stars else said
        aim.metric = said if stars else metric
        reading.metrics = [m for m in reading.metrics if m is not spare]
