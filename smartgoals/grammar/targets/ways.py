"""The way that a target goes, from its verb, its number and what stands beside them."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.comparatives import BETTER, is_added
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.verbs.direction import Verbs
from smartgoals.grammar.verbs.unknown_verbs import SHARES_AND_TIMES
from smartgoals.grammar.word_sets import APART, AROUND_NUMBER, CHANGES, COURSE, MOVES, SOURCES, THINGS
from smartgoals.reading import Quantity, Reading, Word

_LISTED = (None, "between", "range_from")
_MEASURING = frozenset(("scales", "sheds"))  # verbs whose number is of a measure
_TO_VERB: frozenset[str] = AROUND_NUMBER | {"number", "between", "range_from"}
_PARTED: frozenset[str] = APART | {"number", "to"}  # between a heading or a wish and a verb, not a subject and its verb
_TO_NONE = ("achieve", "increase", "improve")  # verbs that lead to any level: uk 'довести до'
_MOST_COUNTED = 4  # words of what is counted: 'sales meetings a week'


def last_of(aim: Aim) -> int:
    """The word behind an aim and its number."""
    return max(aim.end, aim.quantity.last if aim.quantity else 0)


def verb_of(aim: Aim, verbs: Verbs, later: list[int], floor: int) -> str | None:
    """The class of the verb that governs an aim.

    `later` are the places of the aims behind it; `floor` is where the one before it ends.
    """
    last = last_of(aim)
    verb = verbs.governing(aim.at, last, floor if not aim.shares else 0)
    if verb is None and not ((aim.quantity is not None or not verbs.verbs) and verbs.are_of_later(last, later)):
        verb = verbs.governing(aim.at, last, 0) or verbs.main()
    return verb


def as_said(reading: Reading, aim: Aim, verb: str | None, verbs: Verbs) -> str | None:
    """The class of a verb with what it governs: 'raise 2M' achieves, 'raise the price' increases."""
    quantity = aim.quantity
    if quantity is None:
        return "increase" if verb == "raise" else verb
    if is_added(quantity, reading.words):
        return "increase"
    bound = quantity.comparator == ">=" and "at_least" in reading.words[quantity.first]
    often = "times" in reading.words[quantity.last - 1] and quantity.unit != "multiple"
    bound = bound and not often  # 'get quoted at least 5 times'
    if verb == "achieve" and bound and verbs.moves("takes", aim.at, quantity.first):
        articled = any("a" in word for word in reading.words[: aim.at])
        return verb if articled or quantity.role != "target" else "increase"  # not 'get an NPS above 50'
    if verb in _TO_NONE and quantity.value == 0 and quantity.lead == "to" and aim.at < quantity.first:
        return "decrease"  # 'bring complaints to zero'
    if verb == "achieve" and aim.metric is not None and aim.metric.id is not None and quantity.lead == "to":
        lowered = any("down" in word for word in reading.words[aim.at : quantity.last])  # 'bring renewals down to 9'
        return "improve" if not lowered and verbs.moves("improve", aim.at, quantity.first) else verb
    if verb == "multiply" and quantity.unit != "multiple":
        factors = [q for q in reading.quantities if q.unit == "multiple" and q.role == "change"]
        before = [q for q in factors if q.first <= quantity.first]
        factors = before[-1:] or factors  # 'double revenue to 8M and halve …'
        return "decrease" if any(q.value < 1 for q in factors) else verb  # 'halve complaints to 5 a month'
    if verb == "raise":
        straight = quantity.first == aim.at and quantity.lead is None and quantity.role == "target"
        verb = "achieve" if straight else "increase"
    if verb in MOVES and _is_work(quantity, aim, reading):
        quantity.role = "target"
        return "achieve"
    return "achieve" if verb == "increase" and _is_built(quantity, aim, reading) else verb


def _is_work(quantity: Quantity, aim: Aim, reading: Reading) -> bool:
    """'Prune 80 pear trees', 'tighten 30 bolts', not 'lose 7 kg', 'cut 3 kg of fat': whether so many unknown things are
    worked on by a verb that also says which way a measure goes."""
    words, at = reading.words, quantity.first
    if aim.metric is not None or aim.named is None or aim.baseline is not None or quantity.sign or quantity.more:
        return False
    if quantity.unit in SHARES_AND_TIMES or quantity.lead not in _LISTED or aim.named[0] < words[at].first:
        return False
    while at > 0 and words[at].keys().isdisjoint(VERB_CLASSES) and words[at].has(_TO_VERB):
        at -= 1
    return words[at].has(MOVES) and words[at].keys().isdisjoint(_MEASURING)


def _is_built(quantity: Quantity, aim: Aim, reading: Reading) -> bool:
    """'Build up a pipeline of 12M': whether a verb of growth makes something, by its article, that has such a level."""
    if quantity.role != "target" or aim.baseline is not None:
        return False
    words, at = reading.words, quantity.first - 1
    while at > 1 and words[at].has(THINGS):
        at -= 1
    return 0 < at < quantity.first - 1 and "a" in words[at] and "increase" in words[at - 1]


def is_brought(quantity: Quantity, verbs: Verbs, reading: Reading) -> bool:
    """'Our ads should bring 12 % more visitors': whether a channel, not somebody, is to reach an amount of change."""
    if quantity.role != "change" or quantity.direction not in CHANGES or not verbs.verbs or not reading.channels:
        return False
    words, (at, verb) = reading.words, verbs.verbs[0]
    if verb != "achieve" or at > quantity.first:
        return False
    subjects = [i for i in map(reading.word_at, [m.first for m in reading.channels]) if i is not None and i < at]
    return any(
        not (i > 0 and words[i - 1].has(SOURCES)) and not any(word.has(_PARTED) for word in words[i:at])
        for i in subjects
    )


def of_target(
    verb: str | None,
    better: str,
    quantity: Quantity | None,
    baseline: float | None,
    moved: str | None,
    *,
    paired: bool,
    wished: bool,
    comparative: str | None,
) -> str | None:
    """The direction of a target.

    `verb` is the class that governs it, `better` the metric's good way, `moved` what a particle says, `paired` whether
    the baseline stands right beside the number, `wished` whether something but the main verb says that the goal is
    wanted ('we need more'), `comparative` what a comparative without a number says.
    """
    good = "decrease" if better == "down" else "increase"
    way = quantity.direction if quantity is not None else None
    way = good if way == BETTER else way  # '20 % faster'
    if way is None and quantity is not None and quantity.unit == "multiple" and quantity.role == "change":
        way = "increase" if quantity.value >= 1 else "decrease"  # 'twice as many leads'
    if verb == "improve":
        if paired and baseline is not None and quantity is not None and quantity.value != baseline:
            return "increase" if quantity.value > baseline else "decrease"  # 'speed up from 5 to 3 days'
        return good
    if verb == "multiply":
        return "decrease" if quantity is not None and quantity.unit == "multiple" and quantity.value < 1 else "increase"
    if verb == "maintain" and quantity is None and comparative is not None:
        return comparative  # 'keep more customers'
    if verb == "maintain" and quantity is not None and quantity.sign:
        return quantity.sign  # 'revenue +12 %, costs flat'
    if verb == "maintain" and quantity is not None and baseline is not None and _leaves(quantity, baseline):
        return "increase" if quantity.value > baseline else "decrease"
    if verb in ("increase", "decrease", "maintain"):
        return verb
    if verb in ("achieve", "activity"):
        if moved:
            return moved
        if quantity is None:
            return comparative or "achieve"
        if paired and baseline is not None and quantity.role == "target" and quantity.value != baseline:
            return "increase" if quantity.value > baseline else "decrease"  # 'take sessions from 9k to 12k'
        if quantity.unit == "multiple" and way:
            return way
        measured = quantity.unit is not None
        if measured and quantity.role == "change" and way == "decrease":
            return "decrease"  # 'so that there are 40 % fewer returns', 'take 12 minutes off my marathon time'
        if verb == "achieve" and quantity.comparator == "<=" and better == "down":
            return "decrease"
        return "achieve"
    if quantity is not None and quantity.sign:
        return quantity.sign
    if moved:
        return moved
    if way:
        return way
    if quantity is not None and baseline is not None and quantity.role == "target" and quantity.value != baseline:
        return "increase" if quantity.value > baseline else "decrease"
    return comparative if wished else None


def _leaves(quantity: Quantity, baseline: float) -> bool:
    """'There are 30 broken pots; no more than 5 may remain': whether a level is another than today's."""
    if quantity.role != "target" or (quantity.comparator == "<=" and baseline <= quantity.value):
        return False
    return quantity.value != baseline and not (quantity.comparator == ">=" and baseline >= quantity.value)


def are_beside(baseline: Quantity | None, quantity: Quantity | None) -> bool:
    """Whether a baseline and its number stand side by side, but for brackets, a comma, and what is counted."""
    if baseline is None or quantity is None:
        return False
    if baseline.lead == "from" and quantity.lead == "to" and 0 <= quantity.first - baseline.last <= _MOST_COUNTED:
        return True  # 'from 3 meetings a week to 5'
    return -2 <= baseline.last - quantity.first <= 0 or -2 <= quantity.last - baseline.first <= 0


def leads_on(baseline: Quantity | None, quantity: Quantity | None, words: list[Word]) -> bool:
    """'It rose to 6 %: bring it back to 4 %', 'было 3 %, должно стать 5 %': whether a level is told, and behind it the
    one that it is to become; not '… are at 3M; come to 5M'."""
    if baseline is None or quantity is None or baseline.last >= quantity.first:
        return False
    between = words[baseline.last : quantity.first]
    verb = next((i for i, word in enumerate(between) if word.has(VERB_CLASSES)), len(between))
    moved = quantity.lead == "to" and any("metric" in word for word in between[verb:])
    return moved or (between != [] and "improve" in between[-1])


def is_set_against(baseline: Quantity | None, quantity: Quantity | None, reading: Reading) -> bool:
    """'Reach £3,200, up from £2,600': whether a pause and 'up' part what was from a level behind its verb."""
    if baseline is None or quantity is None or baseline.lead not in ("from", "current"):
        return False
    words, at = reading.words, baseline.first
    if at <= quantity.last:
        return False
    at -= not words[at].has(COURSE)  # sv 'upp från' is one
    said = words[at].has(COURSE) and segments.parts(words, at - 1)
    return said and any(word.has(VERB_CLASSES) for word in words[: quantity.last])
