"""What 'more' and 'less' say of a metric beside which no number does."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.word_sets import LINKS, THINGS
from smartgoals.reading import TAKEN, Match, Quantity, Reading, Word

_BETWEEN = frozenset(("auxiliary", "achieve", "state", "of", "in", "the"))  # a metric and what is said of it behind it
_PHRASE_ENDS = frozenset(("comma", "stop", "number", "metric"))  # of what is said of one metric

_BOUNDED = {">=": "increase", "<=": "decrease"}  # what a bound of a number says of the way to it

BETTER = "better"  # the way of what is faster: a time goes down, a pace up


def way_of(word: Word) -> str:
    """Which way a word for more or less goes; one that is both, 'faster', goes the good way of what is measured."""
    return "increase" if "less" not in word else BETTER if "more" in word else "decrease"


def compared(words: list[Word]) -> str | None:
    """Which way 'more' or 'less' goes, where one of them stands."""
    way = compared_amount(words)
    return "increase" if way == BETTER else way


def compared_amount(words: list[Word]) -> str | None:
    """The same beside an amount, for which 'faster' goes the good way."""
    return next((way_of(w) for w in words if "more" in w or "less" in w), None)


def way_behind(reading: Reading, at: int) -> str | None:
    """'На 50 лідів більше, ніж торік': which way a bound behind an amount goes that is of what was."""
    words = reading.words
    while at < len(words) and words[at].has(THINGS):
        at += 1
    if at == len(words) or not words[at].has(BOUNDS):
        return None
    if reading.chars[at] == TAKEN and not any(found.background and found.first == at for found in reading.dates):
        return None  # 'в 15 классах за полугодие'
    numbered = any("number" in word for word in words[at + 1 : at + 3])
    return None if numbered else "increase" if "at_least" in words[at] else "decrease"


def ahead(reading: Reading, at: int) -> list[Word]:
    """The words that belong to a metric before it, the nearest first: not 'more enquiries and' of 'fewer no-shows'."""
    before = reading.words[max(at - 3, 0) : at][::-1]
    end = next((i for i, w in enumerate(before) if "and" in w or "comma" in w), len(before))
    return before[:end]


def comparative_of(reading: Reading, at: int, better: str) -> str | None:
    """What 'more' or 'less' says where no number does: right beside a metric, or at the end of its clause."""
    words, end = reading.words, at + 3
    while end < len(words) and not words[end].has(_PHRASE_ENDS) and reading.chars[end] != TAKEN:
        end += 1
    last = words[max(at + 3, end - 1) : end]
    if end < len(words) and reading.chars[end] == TAKEN:  # '… should be much higher by May', not uk 'ще в травні'
        last = [word for word in last if any(m.first <= word.first < m.last for m in reading.vague)]
    for word in (*ahead(reading, at), *words[max(at - 3, 0) : at + 3], *last):
        if "more" in word or "less" in word:
            way, good = way_of(word), "decrease" if better == "down" else "increase"
            return good if way == BETTER else way
    return None


def is_bounded(reading: Reading, aim: Aim) -> bool:
    """'Fewer complaints, at most 5 a month': whether a number behind it says how far what is wanted is to go."""
    quantity = aim.quantity
    if quantity is None or quantity.role != "target" or quantity.first <= aim.at:
        return False
    said = [way_of(word) for word in ahead(reading, aim.at) if "more" in word or "less" in word]
    return said == [_BOUNDED.get(quantity.comparator)]


def quality(reading: Reading, match: Match) -> tuple[str | None, int]:
    """What vague wording says of what is counted, and the index behind the term that says so.

    'Much happier' is content, 'better quality' good, 'a lot more' many, as its language's metrics.toml has it.
    """
    lexicon = reading.lexicon
    if not any(key in lexicon.comparatives for form in reading.forms[match.first : match.last] for key in form.keys):
        return None, match.last
    keys, skippable = reading.steps()
    ends = [
        (behind, names[0])
        for i in range(match.first, match.last)
        for behind, names in lexicon.comparatives.matches(i, keys, skippable)
        if behind >= match.last
    ]
    if not ends:
        return None, match.last
    behind, name = max(ends)
    many = any(said == "many" for _, said in ends)  # uk 'більше якісних лідів'
    return "many" if many else name, behind


def said_of(reading: Reading, metric: Match) -> str | None:
    """What the comparatives right beside a metric say of it: 'happier, healthier staff', 'make our staff happier'.

    Where more is wanted it is counted, whatever else is: 'more and better leads'.
    """
    vague = [m for m in reading.vague if m.id == "quantity"]
    covered = {i for m in vague for i in range(m.first, m.last)}
    names = []
    for match in reversed(vague):
        if match.last <= metric.first:
            name, behind = quality(reading, match)
            if all(i in covered or _may_part(reading, i, LINKS) for i in range(behind, metric.first)):
                names.append(name)
    if names:
        return "many" if "many" in names else names[0]
    for match in vague:
        if match.first >= metric.last and all(
            i in covered or _may_part(reading, i, _BETWEEN) for i in range(metric.last, match.first)
        ):
            return quality(reading, match)[0]
    return None


def _may_part(reading: Reading, at: int, classes: frozenset[str]) -> bool:
    """Whether a token may stand between a metric and what is said of it."""
    form = reading.forms[at]
    return form.filler or not classes.isdisjoint(form.values)


def is_added(quantity: Quantity, words: list[Word]) -> bool:
    """'Add 30 partners', 'додати 150 підписників': whether so many of a known metric are added to those there are."""
    at = quantity.first - 1
    if at < 0 or quantity.lead is not None or "adds" not in words[at]:
        return False
    return any("metric" in word and word["metric"].id is not None for word in words[quantity.last : quantity.last + 2])
