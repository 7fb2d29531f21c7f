"""Settle words that are something else elsewhere: 'costs' in 'each one costs us £45', the 'T' of '300 T-shirts'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import AROUND_NUMBER, CHANGING, THINGS
from smartgoals.reading import Reading, Word

_MAINTAIN, _UNITS = bits(["maintain"]), bits(["physical", "times"])
_UNIT = frozenset(("physical", "times"))
_USE = bits(["use"])
_AS_TEAMS = bits(["time_unit", "pronoun"])
_AS_TEAM = frozenset(("time_unit", "pronoun"))
_COST = "costs"
_AMOUNT = frozenset(("number", "currency"))
_OF_SUBJECT = frozenset(("a", "the", "each"))
_OF_PERSON = frozenset(("the", "other", "owner", "auxiliary", "pronoun"))
_NO_TELLING = frozenset(("maintain", "to", "goal_word"))
_MOST_OF_WHOM = 3  # words between what something costs and the verb
_Change = Callable[[Word, dict[str, Any]], None]


def settle(reading: Reading, change: _Change) -> bool:
    """Make such words what they are; whether any was changed."""
    priced = [match for match in reading.metrics if match.id == _COST and match.last - match.first == 1]
    changed = reading.may_have(_UNITS) and _letters(reading.words, change)
    changed |= reading.may_have(_AS_TEAMS) and _teams(reading, change)
    changed |= reading.may_have(_USE) and _used(reading, change)
    for match in priced:
        at = reading.word_at(match.first)
        if at is not None and "state" in reading.forms[match.first].values and _is_verb(at, reading):
            change(reading.words[at], {"state": None})
            reading.metrics = [other for other in reading.metrics if other is not match]
            changed = True
    if reading.may_have(_MAINTAIN) and (opens := reading.marked("meanwhile")):
        for i, word in enumerate(reading.words):
            if word.first in opens and _is_meanwhile(i, reading.words):
                change(word, {"reason": None})
                changed = True
    return changed


def _is_verb(at: int, reading: Reading) -> bool:
    """'Each one costs the clinic £45', 'losing a member costs us £300': whether 'costs' has a subject, and behind it a
    price, or who pays it and a price; not 'the energy costs of £4,000', 'cut delivery costs £4,000'."""
    words, last = reading.words, segments.end(reading.words, at)
    price = next((i for i in range(at + 1, last) if words[i].has(_AMOUNT)), last)
    if price == last or not any("currency" in word for word in words[price : price + 3]):
        return False
    paid_by = [word for word in words[at + 1 : price] if not word.has(AROUND_NUMBER) or "the" in word]
    if len(paid_by) > _MOST_OF_WHOM or any(not _is_person(word, reading) for word in paid_by):
        return False
    subject = words[segments.start(words, at) : at]
    if not subject or any("auxiliary" in word for word in subject[1:]):
        return False
    return bool(paid_by) or any(word.has(_OF_SUBJECT) for word in subject[:2])


def _is_person(word: Word, reading: Reading) -> bool:
    return word.has(_OF_PERSON) or reading.forms[word.first].filler


def _letters(words: list[Word], change: _Change) -> bool:
    """'300 T-shirts', '30 x-rays': make units no units that are a letter, which a hyphen joins to what is counted."""
    changed = False
    for i in range(1, len(words) - 2):
        word, dash, behind = words[i : i + 3]
        if not word.has(_UNIT) or word.end - word.start > 1 or "dash" not in dash or not behind.has(THINGS):
            continue
        ends = i + 3 == len(words) or not words[i + 3].has(THINGS)  # not '500 m-long pipes'
        if ends and word.end == dash.start and dash.end == behind.start and "number" in words[i - 1]:
            change(word, {"other": None})
            changed = True
    return changed


def _used(reading: Reading, change: _Change) -> bool:
    """'Sell 40 used bikes': make a participle of using between a number and a noun part of what is counted."""
    words, changed = reading.words, False
    for i in range(1, len(words) - 1):
        behind = words[i + 1]
        if "use" not in words[i] or "number" not in words[i - 1]:
            continue
        verbal = behind.has(VERB_CLASSES) and reading.lexicon.endings.is_plural(reading.tokens[behind.first].text)
        if verbal:
            change(behind, {"other": None})
        if verbal or behind.has(THINGS):
            change(words[i], {"other": None})
            changed = True
    return changed


def _teams(reading: Reading, change: _Change) -> bool:
    """'Fix 12 HR errors', 'replace 60 IT devices': make a team's capitals between a number and a noun part of what is
    counted, where small letters are a unit or a pronoun."""
    words, changed = reading.words, False
    teams = {mark.first for mark in reading.marks if mark.kind == "bare"}
    for i in range(1, len(words) - 1) if teams else ():
        word = words[i]
        if word.first not in teams or not word.has(_AS_TEAM) or "number" not in words[i - 1]:
            continue
        if words[i + 1].has(THINGS) and reading.tokens[word.first].raw.isupper():
            change(word, {"other": None})
            changed = True
    return changed


def _is_meanwhile(at: int, words: list[Word]) -> bool:
    """'Hold churn at 2 % while prices rise 6 %': whether a goal of keeping stands before a clause of what changes."""
    before, clause = words[:at], words[at + 1 : segments.stop(words, at)]
    kept = next((word for word in reversed(before) if word.has(VERB_CLASSES)), None)
    if kept is None or "maintain" not in kept or not any("number" in word for word in before) or not clause:
        return False
    if clause[0].has(VERB_CLASSES) or any(word.has(_NO_TELLING) or "auxiliary" in word for word in clause[1:]):
        return False
    return any(word.has(CHANGING) for word in clause[1:])
