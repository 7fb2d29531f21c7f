"""Join number words and digits to numerals: 'one hundred and twenty', '1,5 млн', 'two and a half'."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from smartgoals.grammar.numbers.literals import Numeral
from smartgoals.grammar.word_sets import LIMITS
from smartgoals.reading import Word

_PREPOSITIONS = frozenset(("in", "within", "until", "by", "aside"))  # bounds too: sv 'under en mässa'
_COUNTED = frozenset(("metric", "other", "time_unit", "percent", "percentage_point", "currency"))
_MOST_TURNED = 100  # above it the numeral is part of a sum: 'тысяч двести'
_HALVED = frozenset(("multiplier", "percent", "physical", "time_unit"))  # 'half a million', 'half a kilo'
_GOVERNING = LIMITS | {"about", "to", "until", "toward", "from", "range_from", "between"}  # 'до тисячі', no plural


class Run(NamedTuple):
    """A numeral that was read from some words: its value, and the index behind its last word."""

    numeral: Numeral
    end: int


def read(words: Sequence[Word], at: int) -> Run | None:
    """The numeral that begins at a word, as long as it goes; None if there is none."""
    word = words[at]
    if "number" in word:
        behind = at + 2 if _is_open(words, at + 1) else at + 1
        following = words[behind] if behind < len(words) else {}
        if "multiplier" not in following and "joiner" not in following:
            return Run(word["number"], at + 1)
        return _scaled(words, at + 1, word["number"])
    if "cardinal" in word or "half" in word or _scales_alone(words, at):
        return _spelled(words, at)
    return Run(Numeral(1.0), at + 1) if _is_one(words, at) else None


def turned(words: Sequence[Word], at: int) -> Run | None:
    """Ru 'тысячи две': a multiplier in the case of what a numeral counts stands before it: about so many."""
    counted = words[at + 1].get("cardinal", 0) if at + 1 < len(words) else 0
    if not 1 < counted < _MOST_TURNED or words[at].end == words[at + 1].start:
        return None
    return Run(Numeral(counted * words[at]["multiplier"], bound="~"), at + 2)


def _is_one(words: Sequence[Word], at: int) -> bool:
    """Sv 'minst en ny kund': an article that is a numeral too (not en 'a') behind a bound."""
    if at == 0 or "a" not in words[at] or "each" in words[at] or at + 1 == len(words):
        return False
    before = words[at - 1]
    return before.has(LIMITS) and not before.has(_PREPOSITIONS) and words[at + 1].has(_COUNTED)


def _scales_alone(words: Sequence[Word], at: int) -> bool:
    """A multiplier that needs no numeral before it: 'hundred', 'тысяча', 'a dozen', 'en miljon'; not 'тысячи'."""
    word = words[at]
    if "plural" in word and not (at > 0 and words[at - 1].has(_GOVERNING)):
        return False
    return "multiplier" in word and word["multiplier"] >= 12 and word.end - word.start > 2


def _scaled(words: Sequence[Word], at: int, numeral: Numeral) -> Run:
    """A numeral in digits, times the multipliers behind it ('2k', '15 тис.', '3 and a half')."""
    value, bound = numeral.value, ""
    if _is_open(words, at):
        at, bound = at + 1, ">="
    half = _half(words, at)
    if half:
        value, at = value + 0.5, half
    end = at
    while end < len(words) and "multiplier" in words[end] and math.isfinite(value * words[end]["multiplier"]):
        if _is_unit(words, end):
            break
        value *= words[end]["multiplier"]
        end += 1
    if end == at and not half:
        return Run(numeral, at)
    smaller = words[end + 1].get("multiplier", math.inf) if end + 1 < len(words) else math.inf
    if end > at and end + 1 < len(words) and "number" in words[end] and smaller < words[end - 1]["multiplier"]:
        value += words[end]["number"].value * smaller  # '3 млн 200 тыс.'
        end += 2
    return Run(Numeral(value, scale=value / numeral.value if numeral.value else 1.0, bound=bound), end)


def _is_open(words: Sequence[Word], at: int) -> bool:
    """'10+ thousand': whether a plus is glued to digits that a multiplier stands behind."""
    if at + 1 >= len(words) or "plus" not in words[at] or "multiplier" not in words[at + 1]:
        return False
    return words[at].start == words[at - 1].end and not _is_unit(words, at + 1)


def _is_unit(words: Sequence[Word], at: int) -> bool:
    """A multiplier that is something else too ('m' metres, ru 'к' towards) counts only glued to its digits.

    Or beside a currency: '€1.5 m'.
    """
    word, beside = words[at], (*words[max(at - 2, 0) : at - 1], *words[at + 1 : at + 2])
    measure = "physical" not in word or not any("currency" in w for w in beside)
    return len(word) - ("plural" in word) > 1 and words[at - 1].end != word.start and measure


def _is_letter(words: Sequence[Word], at: int) -> bool:
    """'До одного к концу': one letter behind words is no multiplier, if it may be something else."""
    return words[at].end - words[at].start == 1 and _is_unit(words, at)


def _half(words: Sequence[Word], at: int) -> int | None:
    """The index behind 'and a half', if that stands here."""
    if at < len(words) and "joiner" in words[at]:
        at += 1
        if at < len(words) and "a" in words[at] and "half" not in words[at]:
            at += 1
        if at < len(words) and "half" in words[at]:
            return at + 1
    return None


def _spelled(words: Sequence[Word], at: int) -> Run | None:
    total = current = 0.0  # millions and thousands done; what stands before the next of them
    room = math.inf  # the next part must be below this: after 'forty' only units, after 'hundred' only tens
    end = at
    if "half" in words[at]:
        end = at + 1
        if end < len(words) and "a" in words[end]:
            end += 1
        if end >= len(words) or not words[end].has(_HALVED):
            return None  # a bare 'half' is a fraction
        current = 0.5
    while end < len(words):
        word = words[end]
        value = word.get("cardinal")
        if end > at and word.start == words[end - 1].end:  # sv 'tjugo|ett', 'hundra|ettusen'
            if "a" in word:
                value = 1.0
            elif value == 1000 and room in (10, 100):
                value, current, room = (current + 1) * value, 0.0, math.inf
        if value is not None and (end == at or 0 < value < room):
            current += value
            room = _room(value)
            if room >= 1000:
                total, current = total + current, 0.0  # sv 'ettusen|tvåhundra'
            end += 1
        elif "multiplier" in word and (_scales_alone(words, end) or (current and not _is_letter(words, end))):
            room = word["multiplier"]
            current = (current or 1) * room
            if room >= 1000:
                total, current = total + current, 0.0
            end += 1
        elif end > at and (half := _half(words, end)):
            current, end, room = current + 0.5, half, 0.0
        elif end > at and _joins(words, end) and end + 1 < len(words):
            following = words[end + 1].get("cardinal", 0)
            if not 0 < following < room:
                break
            end += 1
        else:
            break
    return Run(Numeral(total + current), end) if end > at else None


def _joins(words: Sequence[Word], at: int) -> bool:
    """The 'and' of 'one hundred and twenty', the hyphen of 'twenty-five'."""
    if "joiner" in words[at]:
        return "multiplier" in words[at - 1]
    return "dash" in words[at] and words[at - 1].get("cardinal", 0) >= 20


def _room(value: float) -> float:
    """What the next part of a numeral must stay below: 10 after forty, 100 after 'двести', nothing after twelve."""
    if value < 20:
        return 0
    digits = str(int(value))
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))
