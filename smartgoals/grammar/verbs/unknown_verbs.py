"""The verb of a goal that no vocabulary knows: 'shear at least 30 ewes', 'to darn 12 socks', 'К маю остричь 30 овец'.

Where verbs have endings of their own the form says it, elsewhere the place: right before a number of things, where a
clause begins or behind a word that leads to a verb.
"""

from __future__ import annotations

from collections.abc import Container

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.numbers.cadences import is_phrase
from smartgoals.grammar.word_sets import PLACES, THINGS
from smartgoals.reading import TAKEN, Quantity, Reading

_ASKED = frozenset(("infinitive", "imperative", "vow"))  # forms of what somebody is to do
_TOLD = frozenset(("third", "past"))  # forms of what things do, or have had done to them
_WISHED = frozenset(("auxiliary", "purpose"))  # what makes that a wish
_TO_NUMBER = frozenset(("at_least", "at_most", "about", "a", "more", "between", "range_from"))
_TO_EACH = _TO_NUMBER | {"by"}  # uk 'стоїть по 3 вазони'
_TO_STATED = _TO_NUMBER | {"pronoun"}
_TO_DONE = _TO_NUMBER | {"by_amount"}
_BEFORE_VERB = frozenset(("auxiliary", "colon"))
_SHARES = frozenset(("money", "percent", "percentage_point", "multiple", "rating", "ratio"))
_MOST_OF_SUBJECT = 4  # words from a number to the verb of what it counts
SHARES_AND_TIMES: frozenset[str | None] = frozenset(DAYS_OF) | _SHARES  # units of what is not counted


def found(reading: Reading, outside: Container[int]) -> tuple[int, str] | None:
    """The verb and its class; `outside` holds the words that are not of the goal itself."""
    if not any(_counts(quantity, reading) for quantity in reading.quantities):
        return None if reading.declines else _state(reading, outside)
    for i, word in enumerate(reading.words):
        if "other" not in word or i in outside or reading.chars[i] == TAKEN or reading.forms[word.first].filler:
            continue
        name = _by_form(reading, i) if reading.declines else None
        if name is None and (i == 0 or not reading.declines):
            name = _by_place(reading, i, outside)
        if name is not None:
            return i, name
    return None if reading.declines else _state(reading, outside)


def _state(reading: Reading, outside: Container[int]) -> tuple[int, str] | None:
    """Sv 'i april finns det 35 tackor', 'ska 70 bågar kittas', 'vara klar med 9 ökor': what is or is to be then, where
    a word that says no more stands right before a number."""
    words = reading.words
    due = any(day.date is not None and not day.background for day in reading.dates)
    for i, word in enumerate(words):
        if "goal_word" in word:
            return None  # sv 'målet för maj är 40 kurser'
        if i in outside or reading.chars[i] == TAKEN or "needed" in word:
            continue
        headed = reading.text[word.end - 1] == ":"  # sv 'Mål: 40 kurser'
        stated = not headed and ("auxiliary" in word or (due and "state" in word))
        if (stated and _counts_behind(reading, i, _TO_STATED)) or (
            "done" in word and _counts_behind(reading, i, _TO_DONE)
        ):
            return i, "achieve"
    return None


def _counts(quantity: Quantity, reading: Reading) -> bool:
    """Whether a number may be one of things: with nothing but a measure, no sign, and something behind it."""
    words, at = reading.words, quantity.last
    if quantity.sign or quantity.unit in SHARES_AND_TIMES or at >= len(words) or "more" in words[at - 1]:
        return False  # sv 'Gärna 6 fler lampor'
    return words[at].has(THINGS) or (quantity.unit is not None and "of" in words[at])


def _counts_behind(reading: Reading, at: int, between: frozenset[str]) -> bool:
    """Whether a number of things stands right behind a word, but for words that say how exactly it is meant."""
    words = reading.words
    at += 1
    if at >= len(words) or reading.text[words[at - 1].end : words[at].start].strip():
        return False  # 'Success = 30 dry rooms'
    while at < len(words) and "number" not in words[at] and words[at].has(between):
        at += 1
    if at >= len(words) or "number" not in words[at]:
        return False
    return any(q.first <= at < q.last and _counts(q, reading) for q in reading.quantities)


def _by_form(reading: Reading, at: int) -> str | None:
    """'Навесні висіяти 20 кг конюшини', 'К маю слепим 120 пельменей', 'к лету в пруду живут 60 карасей'."""
    words = reading.words
    forms = reading.lexicon.verb_forms(reading.tokens[words[at].last - 1].text)
    if not forms.isdisjoint(_ASKED) and forms.isdisjoint(("noun", "third")):
        last = segments.stop(words, at)
        return "activity" if any(q.first < last for q in reading.quantities) else None
    if forms.isdisjoint(_TOLD) or not _counts_behind(reading, at, _TO_EACH):
        return None
    if any(word.has(_WISHED) for word in words[:at]):
        return "activity" if "auxiliary" in words[at - 1] else "achieve"  # 'буде прищеплено 45 груш'
    due = any(day.date is not None and not day.background for day in reading.dates)
    return "achieve" if "future" in forms or (due and "third" in forms) else None


def _by_place(reading: Reading, at: int, outside: Container[int]) -> str | None:
    """'In May, shear 30 ewes', 'Week 8: darn 12 socks', 'we sand 40 benches', sv 'att 6 ugglor ska häcka'."""
    words = reading.words
    inverted = at + 1 < len(words) and "auxiliary" in words[at + 1]  # sv 'i maj torkar vi 6 kg örter'
    if _counts_behind(reading, at + inverted, _TO_NUMBER):
        return "activity" if _opens(reading, at, outside) else None
    last = at
    while last > 0 and "auxiliary" in words[last - 1]:
        last -= 1
    subject = range(last - _MOST_OF_SUBJECT, last) if last < at else range(0)
    if not any(q.last in subject and _counts(q, reading) for q in reading.quantities):
        return None
    return "activity" if "amounts" in words[at - 1] else "achieve"  # '140 tents shall be mended', '6 owls shall nest'


def _opens(reading: Reading, at: int, outside: Container[int]) -> bool:
    """Whether a word opens a clause, but for a date, or stands behind a word that leads to a verb."""
    words = reading.words
    while at > 1 and words[at - 1].end == words[at].start and "colon" not in words[at - 1]:
        at -= 1  # 'de-ice'
    if at > 0 and words[at - 1].has(_BEFORE_VERB):
        return at < 2 or "state" not in words[at - 2]  # sv 'hittills har vi märkt 40 möss'
    if any(q.last <= at for q in reading.quantities):
        return False
    if not reading.lexicon.noun_adjuncts and any(
        mark.kind == "quantifier" and mark.first == words[at].first for mark in reading.marks
    ):
        return False  # sv 'Totalt 300 delningar', but 'Average 400 likes a week'
    if at > 0 and "to" in words[at - 1] and not words[at - 1].has(PLACES) and reading.chars[at - 1] != TAKEN:
        return True
    return all(
        "comma" in words[i] or i in outside or reading.chars[i] == TAKEN or is_phrase(words[i])  # 'Every week darn …'
        for i in range(at)
    )
