"""What each number is to the goal: a target, a change, a baseline, or none of them."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from smartgoals.grammar.clauses import past, segments
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.numbers import names, rates, sums
from smartgoals.grammar.roles import efforts, items, paired_levels, passing, taken_up, told
from smartgoals.grammar.roles.levels import is_of_rival, joined
from smartgoals.grammar.roles.outdone import fell_short
from smartgoals.grammar.roles.role import Case, role_of
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.verbs.direction import Verbs
from smartgoals.grammar.word_sets import CHANGES, COURSE, MOVES, NO_METRICS, NOMINALS, PLACES, THINGS
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_MOVED: frozenset[str] = COURSE | CHANGES  # right before how far: 'sales are down 9 %', 'rent goes up 6 %'
_COUNTED_SO = frozenset(("other", "metric"))
_OF_ELSE = ("money", "percent")  # what no count is of
MOST_NUMBERS = 200  # numbers that a goal aims at; what comes behind is no goal any more
_MOST_OF_THING = 3  # words behind a number in which what it counts is named
_ENDS_OPENING = VERB_CLASSES | {"comma", "stop", "auxiliary"}
_REACHES = frozenset(("achieve",))
_AIMED = ("target", "change")
_WORK = frozenset(("activity", "noun_activity"))
_NO_MEASURES = ("percent", "percentage_point", "multiple", "money", "rating", "ratio")


def opening(reading: Reading) -> range:
    """The words of a prepositional phrase that opens the goal: 'With 2 people and a budget of $10k, …'."""
    words = reading.words
    if not words or "aside" not in words[0] or reading.chars[0] == TAKEN:
        return range(0)
    end = next((i for i, w in enumerate(words) if w.has(_ENDS_OPENING)), 0)
    if any("colon" in w for w in words[: min((q.first for q in reading.quantities), default=0) + 1]):
        return range(0)  # 'В части охвата: 1,2 млн'
    if _is_first_of_list(reading, end) or _tells_past(reading, end):
        return range(0)
    end = _subject(reading, end)
    pause = next((i for i, w in enumerate(words) if "comma" in w), 0)
    numbered = any(q.first < end for q in reading.quantities)
    second = bool(reading.lexicon.persons.verb_endings)
    if second and pause > end and "auxiliary" in words[end]:
        pause = 0  # sv 'Med öppet 24/7 ska webbutiken nå 3 000 order; sänk …'
    if numbered and any(w.has(VERB_CLASSES) or "auxiliary" in w for w in words[pause + 1 : pause + 3]):
        end = pause or end  # 'With 3 offices open all day, sign …'
    inside = [q.first < end for q in reading.quantities]
    return range(end) if any(inside) and not all(inside) else range(0)


def _rates(quantity: Quantity, reading: Reading) -> bool:
    """'Рейтинг на Tripadvisor 4,6': whether a decimal behind a name is how a rating before it is to be."""
    before = [w["metric"].id for w in reading.words[: quantity.first] if "metric" in w]
    return quantity.value % 1 > 0 and before != [] and before[-1] in reading.ontology.ratings


def _tells_past(reading: Reading, end: int) -> bool:
    """'After a weak 2025 with only 310 deals, close 380': whether an opening says how much of a metric there was."""
    over = next((found.last for found in reading.dates if found.background and found.first < end), None)
    told = [q for q in reading.quantities if q.last < end and q.unit is None]
    told = [q for q in told if q.lead == "current" or (over is not None and (over <= q.first or q.first <= 1))]
    metrics = [reading.words[q.last].get("metric") for q in told]  # not of 'After signing 12 deals in May, …'
    return any(metric is not None and metric.id is not None for metric in metrics)


def _subject(reading: Reading, end: int) -> int:
    """'In our 9 shops the average basket must …': where a subject begins between a count and a verb; else the verb."""
    words, last = reading.words, max((q.last for q in reading.quantities if q.last < end), default=None)
    if last is None or "comma" in words[end] or not words[last].has(NO_METRICS):
        return end
    while last < end and words[last].has(NO_METRICS):
        last += 1
    subject = words[last:end]
    begun = bool(subject) and ("the" in subject[0] or ("metric" in subject[0] and "company" not in words[0]))
    return last if begun and any("metric" in word for word in subject) else end


def _is_in_owner(quantity: Quantity, reading: Reading) -> bool:
    """'Відділення №5: …': whether a number is part of a group's name."""
    return any(owner.start < quantity.start and quantity.end <= owner.end for owner in reading.owners)


def _is_first_of_list(reading: Reading, end: int) -> bool:
    """'З Facebook — 80 заявок, з Instagram — 50': whether a source, with what comes of it, begins a list of such."""
    words = reading.words
    counted = any(q.last < end and words[q.last].has(THINGS) and q.unit is None for q in reading.quantities)
    if not counted or "comma" not in words[end]:
        return False
    behind = words[end + 1 : end + 2]
    return any("aside" in w or "from" in w for w in behind) and not any(w.has(VERB_CLASSES) for w in words)


def assign(reading: Reading, verbs: Verbs, outside: Container[int], reason: range) -> None:
    """Give every quantity its role, and drop what is no number of the goal (years, names).

    `outside` holds the words of its purpose, of how it is reached, and of a phrase that opens it; `reason` those that
    say why, of which a number is at most a baseline.
    """
    words = reading.words
    read, numbered = reading.quantities, names.numbered(reading)
    reading.quantities = [
        q
        for q in read
        if not (
            id(q) in numbered
            or (names.is_name(q, words) and not _rates(q, reading))
            or rates.is_size(q, reading.text)
            or _is_in_owner(q, reading)
        )
    ]
    if len(reading.quantities) < len(read):
        reading.past = past.clauses(reading)
    for quantity in reading.quantities[MOST_NUMBERS:]:
        quantity.role = "other"
    quantities = reading.quantities[:MOST_NUMBERS]
    for i, quantity in enumerate(quantities):
        if i and quantity.sign and passing.listed(quantity, reading):
            quantity.sign = quantity.direction = None
        before = quantities[i - 1] if i else None
        after = quantities[i + 1] if i + 1 < len(quantities) else None
        quantity.role = "other" if quantity.first in outside else role_of(Case(quantity, before, after, reading, verbs))
        if quantity.role == "other" and _is_made(quantity, reading):
            quantity.role = "target"
    for held, level in pairwise(quantities):
        if _is_held(held, level, reading):
            held.role, level.role = "baseline", "target"
    if len(quantities) > 1:
        _timed(quantities, words)
    efforts.leave_out(quantities, reading)
    told.leave(quantities, reading)
    efforts.prevented(quantities, reading)
    sums.leave_parts(quantities, words)
    sums.leave_parcels(quantities, words)
    sums.leave_kinds(quantities, reading)
    _only_one(quantities, words)
    passing.agreed(reading)
    passing.worth(reading)
    paired_levels.pair(quantities, reading)
    nouns = Nouns(reading, ())
    taken_up.take_up(quantities, reading, nouns, verbs)
    items.read(quantities, reading, nouns)
    fell_short(reading, verbs)
    _background(reading)
    for quantity in quantities:
        if quantity.first in reason and quantity.role in _AIMED:
            quantity.role = "other"
    for i, quantity in enumerate(quantities):
        if (
            quantity.role == "baseline"
            and quantity.of is None
            and (partner := _partner(i, quantities, words)) is not None
        ):
            _inherit(quantity, partner, words)


def _is_made(quantity: Quantity, reading: Reading) -> bool:
    """'Sales turns them into 15 deals': whether a number counts what others are made."""
    words, lexicon = reading.words, reading.lexicon
    led = quantity.unit is None and quantity.lead in ("aside", "by_amount") and quantity.last < len(words)
    if not led or "metric" not in words[quantity.last]:
        return False
    said = words[segments.start(words, quantity.first) : quantity.first]
    at = next(
        (i for i, word in enumerate(said) if not lexicon.persons.turns.isdisjoint(reading.forms[word.first].keys)), -1
    )
    return at >= 0 and not any("number" in word for word in said[at:])


def _is_held(held: Quantity, level: Quantity, reading: Reading) -> bool:
    """'Raise our 60 % open rate to 70 %': whether a number before its metric is today's, of which a level follows."""
    words, at = reading.words, held.first - 1
    said = held.lead is None and held.per is None and held.high is None and held.comparator == "="
    if level.lead != "to" or (level.last < len(words) and "metric" in words[level.last]):
        return False  # 'grow the two newsletters to 10,000 subscribers'
    if not said or at < 0 or level.first != held.last + 1 or "metric" not in words[held.last]:
        return False
    while at > 0 and reading.forms[words[at].first].filler:
        at -= 1
    moved = words[at].has(MOVES) and not words[at].has(_REACHES)
    return moved or (at < held.first - 1 and words[at].has(MOVES | _REACHES) and "number" not in words[at])


def _timed(quantities: list[Quantity], words: list[Word]) -> None:
    """'Run 10 km in under 50 minutes': a distance that has a time of its own is not what is aimed at."""
    for before, quantity in pairwise(quantities):
        timed = quantity.role == "target" and quantity.comparator == "<=" and quantity.unit in segments.BELOW_A_DAY
        measured = before.unit is not None and before.unit not in _NO_MEASURES and before.unit not in DAYS_OF
        if timed and measured and before.role == "target" and quantity.first == before.last:
            before.role = "other"
    for before, baseline, level in zip(quantities, quantities[1:], quantities[2:], strict=False):
        measured = before.unit is not None and before.unit not in _NO_MEASURES and before.unit not in DAYS_OF
        if measured and baseline.role == "baseline" and level.unit in segments.BELOW_A_DAY:
            before.role = "other"  # 'cut the time over 100 m from 66 to 62 seconds'


def _background(reading: Reading) -> None:
    """A number said of the past ('last year we had 340') is the baseline of a number said of what is to come."""
    for segment in reading.past:
        said = [q for q in reading.quantities if q.first in segment]
        rates = [q for q in said if len(said) < len(reading.quantities) and _is_rate(q, segment, reading.words)]
        for quantity in rates:
            quantity.role = "other"
        said = [q for q in said if q not in rates]
        if any(q.of is not None for q in said):
            continue
        inside = [q for q in said if q.role in _AIMED or _is_led(q, reading.words) or _is_stated(q, reading)]
        outside = [q for q in reading.quantities if q.first not in segment and q.role in _AIMED]
        if not outside or len(inside) != 1:
            for quantity in inside if outside else ():
                quantity.role = "other"  # 'last year we paid £9k for 6 fairs; this year they should bring 200 leads'
            continue
        shared = outside[0].unit in ("percent", "multiple")
        moved = inside[0].role == "change" and inside[0].lead == "by_amount"  # 'costs have gone up by $40'
        if (
            moved
            or _is_gain(inside[0], outside[0], segment, reading.words)
            or _counts_another(inside[0], outside[0], reading)
        ):
            inside[0].role = "other"  # 'last year we sold 400 bikes; now win 90 orders'
            continue
        behind = reading.words[inside[0].last : inside[0].last + 1]
        counted = inside[0].unit is None and any(word.has(THINGS) for word in behind)
        if shared and counted and (outside[0].role == "target" or _is_of_another(inside[0], segment, reading.words)):
            inside[0].role = "other"  # 'last year we lost 31 accounts; bring renewals to 88 %'
        elif shared or inside[0].unit in (None, outside[0].unit):
            for quantity in said:
                quantity.role = "other"  # 'it fell from 600 to 480, now we want 550'
            inside[0].role = "baseline"
        elif inside[0].unit in _OF_ELSE and outside[0].unit is None:
            inside[0].role = "other"  # 'the contract of $1M ended in May; win 2 new ones', 'we lost 14 %; win 60'


def _is_gain(quantity: Quantity, aim: Quantity, segment: range, words: list[Word]) -> bool:
    """'За лето прибавилось 900': whether a count is of how many more or fewer there were, beside a level to reach."""
    level = quantity.unit is None and quantity.lead is None and aim.lead == "to"
    return level and any(word.has(CHANGES) for word in words[segment.start : quantity.first])


def _is_rate(quantity: Quantity, segment: range, words: list[Word]) -> bool:
    """'Last year they fell by 6 %', 'bookings were down 9 %': whether a number is by how much something moved."""
    at = next((i for i in range(quantity.first, quantity.last) if "number" in words[i]), quantity.first)
    moved = quantity.lead == "by_amount" and any(word.has(MOVES) for word in words[segment.start : at])
    if quantity.more and quantity.unit is None:
        return True  # sv 'blev 900 fler förra året'
    return quantity.unit == "percent" and (moved or (at > 0 and words[at - 1].has(_MOVED)))


def _is_led(quantity: Quantity, words: list[Word]) -> bool:
    """'After 310 deals in 2025, close 380': whether a preposition that opens the goal leads a number of a metric."""
    behind = words[quantity.last] if quantity.last < len(words) else words[-1]
    opens = quantity.first == 0 and quantity.role == "other" and quantity.lead == "aside"
    return opens and quantity.unit is None and "metric" in behind and behind["metric"].id is not None


def _is_stated(quantity: Quantity, reading: Reading) -> bool:
    """'– last year we had only 84': whether a verb that says what was stands before a number."""
    before, at = reading.words[max(quantity.first - 2, 0) : quantity.first], quantity.last
    while at + 1 < len(reading.words) and "other" in reading.words[at] and reading.words[at + 1].has(_COUNTED_SO):
        at += 1  # '40 new customers'
    if at < len(reading.words) and reading.words[at].has(NO_METRICS):
        return False  # sv 'sedan 2019 har vi 14 butiker'
    if is_of_rival(quantity, reading.words):
        return False
    return quantity.role == "other" and quantity.lead is None and any("state" in word for word in before)


def _counts_another(said: Quantity, aimed: Quantity, reading: Reading) -> bool:
    """Whether a thing that the vocabulary does not know, or another metric, is counted than the aim counts.

    Things are no money: 'a pipeline of $6m; last year there were 14 weddings'.
    """
    words = reading.words
    if said.unit is not None or said.last >= len(words):
        return False
    if aimed.unit == "money":
        thing = words[said.last]
        return said.scale == 1 and "other" in thing and not reading.forms[thing.first].filler
    if aimed.unit is not None or aimed.last >= len(words):
        return False
    thing, metric = words[said.last], words[aimed.last].get("metric")
    return metric is not None and ("other" in thing or ("metric" in thing and thing["metric"].id != metric.id))


def _is_of_another(said: Quantity, segment: range, words: list[Word]) -> bool:
    """'Last year we opened 14 depots; now raise sales by 18 %': whether a past number counts what is not aimed at."""
    aimed = {word["metric"].id for i, word in enumerate(words) if i not in segment and "metric" in word} - {None}
    behind = words[said.last : min(said.last + _MOST_OF_THING, segment.stop)]
    counted = next((word["metric"].id for word in behind if "metric" in word), None)
    return bool(aimed) and counted not in aimed


def _partner(i: int, quantities: list[Quantity], words: list[Word]) -> Quantity | None:
    """The number that a baseline belongs with: the level behind it, unless a bracket parts them, or the one before."""
    baseline = quantities[i]
    before = quantities[i - 1] if i else None
    after = quantities[i + 1] if i + 1 < len(quantities) else None
    noted = after is not None and any("close" in word for word in words[baseline.last : after.first])
    onto = after is not None and (after.lead == "to" or joined(baseline, after, words, "arrow"))
    if after is not None and after.role == "target" and onto and not (noted and before is not None):
        return after
    return before if before is not None and before.role != "other" else after


def _only_one(quantities: list[Quantity], words: list[Word]) -> None:
    """Money, or a number of a metric, behind a preposition is the aim when no other number is: 'sell for £300'.

    Not what work costs by which nothing is counted: 'finish the repair by June, budget €20k'.
    """
    for quantity in quantities:
        if quantity.role in ("target", "change"):
            return
    alone = not any("metric" in word for word in words)
    for quantity in quantities:
        behind = words[quantity.last] if quantity.last < len(words) else {}
        counted = "metric" in behind or "other" in behind
        # 'agree with 17 shops'; Slavic 'с' is 'with' and 'from': where leads come from is no aim
        dealt = (
            len(quantities) == 1 and quantity.lead == "by_amount" and "company" in words[quantity.first]
        )  # sv 'knyta kontakt med 15 skolor'
        governed = quantity.lead == "aside" or dealt
        governed = governed or (
            quantity.lead == "from" and "aside" in words[quantity.first] and (alone or "metric" in behind)
        )
        governed = governed or _is_had(quantity, words)
        said = _is_said(quantity, words) and not (alone and _is_of_place(quantity, words))
        governed = governed and (quantity.unit in ("money", "percent") or said)
        counted = counted or (quantity.unit == "percent" and "of" in behind)  # 'sold with 20 % of new loans'
        paid = quantity.unit == "money" and not (alone and any(word.has(_WORK) for word in words))
        if quantity.role == "other" and governed and (paid or counted):
            quantity.role = "target"
            return


def _is_of_place(quantity: Quantity, words: list[Word]) -> bool:
    """'Launch the app in our chain of seven bakeries', ru 'в сети из семи пекарен': of how many a place consists."""
    at = quantity.first - 1
    # not sv 'kontakt med 15 skolor'
    apart = "company" in words[quantity.first] and "out_of" not in words[quantity.first]
    if apart or at < 1 or "other" not in words[at]:
        return False
    while at > 0 and "other" in words[at] and not words[at].has(PLACES):
        at -= 1
    at -= at > 0 and "in" not in words[at] and "in" in words[at - 1]  # 'в нашей сети'
    return at > 0 and "in" in words[at] and words[at - 1].has(NO_METRICS)


def _is_said(quantity: Quantity, words: list[Word]) -> bool:
    """Whether a number says how many, not for whom or in which all: 'in the 9 shops', sv 'på alla 7 kontor'."""
    said = words[quantity.first : quantity.last]
    whole = "aside" in said[0] and said[0].last - said[0].first > 1 and "company" not in said[0]
    return not (whole or "for_whom" in said[0] or any("the" in word for word in said))


def _is_had(quantity: Quantity, words: list[Word]) -> bool:
    """Sv 'ett webbinarium med 150 deltagare': whether a preposition says how many of its own a metric is to have."""
    behind = words[quantity.last].get("metric") if quantity.last < len(words) else None
    if quantity.lead != "by_amount" or quantity.first == 0 or behind is None or behind.id in (None, "new_customers"):
        return False
    return "company" in words[quantity.first] and "metric" in words[quantity.first - 1]


def _inherit(baseline: Quantity, target: Quantity, words: list[Word]) -> None:
    """A baseline takes unit, currency, scale and cadence from its target where it has none of its own."""
    bare = target.last >= len(words) or not words[target.last].has(NOMINALS)
    led = target.lead == "to" or (bare and baseline.last <= target.first)  # 'сейчас 900 ₽, нужно 1200'
    if baseline.scale == 1 < target.scale and baseline.value < target.value / target.scale * 20 < target.value / 5:
        baseline.value *= target.scale  # 'с 12 до 18 млн'
    if target.role == "change" and target.unit in ("percent", "multiple"):
        pass  # 'double the applications, 212 last year': the share is of the baseline
    elif baseline.unit is None:
        baseline.unit, baseline.currency = target.unit, target.currency
    elif target.unit is None and target.role != "baseline" and (baseline.lead != "current" or led):
        target.unit, target.currency = baseline.unit, baseline.currency
    if baseline.unit == target.unit == "money":
        baseline.currency = baseline.currency or target.currency
        target.currency = target.currency or baseline.currency
    baseline.per = baseline.per or target.per
    if target.role != "change" or target.unit not in ("percent", "multiple"):
        target.per = target.per or baseline.per  # 'orders a day: 85 → 120'
