"""The signs of a stretch by the names under which the model weighs them; the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from smartgoals.finding.signs import NEVER, Signs
from smartgoals.reading import Reading

_FLAGS = (
    "vow", "present", "changes", "value", "metric", "known", "date", "by", "bound", "capped", "moves", "cadence",
    "vague", "sole", "opens_vague", "noun", "asks",
)  # fmt: skip
_LENGTHS = (1, 2, 3, 4, 6, 9, 13)  # words
_OPENING = 1  # the last token that opens a stretch
_STEM = 6  # letters of a word that stand for all its forms
_MOST_PAIRS = 4  # of neighbouring words, at the beginning
WORD = "w:"  # begins the name of a word that stands anywhere
_YEAR = re.compile(r"\b20[0-3]\d\b")
_UNITS = ("percent", "money", "count")
# What is seen in the text itself.
_MARKS = {
    "capital": re.compile(r"\A[^\W\d_a-zà-ÿа-яіїєґё]"),
    "opens_number": re.compile(r"\A\d"),
    "bracket": re.compile(r"\("),
    "arrow": re.compile(r"[→➔]|->"),
    "pause": re.compile(r","),
    "clock": re.compile(r"\b\d{1,2}[:.]\d\d\b"),
    "dash": re.compile(r"\s[–—-]\s"),
    "quotation": re.compile(r"[“”«»\"„]"),
    "exclaims": re.compile(r"!"),
    "compares": re.compile(r"[<>≤≥]"),
    "emoji": re.compile(r"[\U0001F300-\U0001FAFF]|[:;]-?[)(]"),
}
# Signs that weigh differently by where the stretch stands.
_PLACED = frozenset(
    (
        "lead", "past", "value", "aims", "date", "against", "main", "present", "no_number", "bound", "changes",
        "vague", "asks", "metric", "by", "future", "vow", "sole", "noun", "opens_vague",
        "cue:want", "cue:intend", "cue:if", "cue:reader", "cue:rule", "cue:not", "cue:past", "cue:means", "cue:chore",
    )
)  # fmt: skip


def names(reading: Reading, signs: Signs) -> frozenset[str]:
    """The names of the signs of a stretch."""
    of_words = (*_of_words(reading, signs), *_of_stems(reading))
    return frozenset((*_of_signs(signs), *_of_numbers(reading), *of_words, *_of_text(reading)))


def placed(found: frozenset[str], place: str) -> Iterator[str]:
    """The names of a stretch's signs at a place."""
    return (f"{place}&{name}" for name in found if name in _PLACED or name.startswith(("sense:", "words:")))


def near(found: Iterable[str], place: str) -> Iterator[str]:
    """The names of the signs of a stretch beside the candidate: its label, its title, the head of its column."""
    return (f"{place}:{name}" for name in found if name in _PLACED or name.startswith(("cue:", "sense:", "words:")))


def bucket(number: float, steps: Sequence[float]) -> str:
    """The first of some steps that a number does not pass."""
    return next((f"{step:g}" for step in steps if number <= step), "more")


def _of_signs(signs: Signs) -> Iterator[str]:
    yield from (f"cue:{kind}" for kind in signs.cues)
    yield from (flag for flag in _FLAGS if getattr(signs, flag))
    main, against = signs.main, signs.against
    places = {"lead": signs.lead, "past": signs.past, "future": signs.future, "main": main, "against": against}
    yield from (name for name, at in places.items() if at < NEVER)
    if signs.lead == 0:
        yield "leads"
    aims = signs.value and signs.known and signs.date and against == NEVER
    if aims:
        yield "aims"  # 'Anna will book 12 demos by June 30': no errand has all of these
    if signs.at("goal") < signs.number and against == NEVER:
        yield "sets&aims" if aims else "sets"  # 'The target for May is 300 leads'
    if against < NEVER:
        if signs.number > against:
            yield "number_behind_against"
        if main < NEVER:
            yield "against_behind_main" if main < against else "main_behind_against"
            if against < main and signs.pause < main:
                yield "turns"
    for kind in ("want", "intend", "if", "reader", "chore"):
        if signs.at(kind) <= _OPENING:
            yield f"opens:{kind}"
    yield f"words:{bucket(signs.words, _LENGTHS)}"
    for kind, tokens in signs.senses.items():
        yield f"sense:{kind}"
        if tokens[0] <= _OPENING:
            yield f"opens:{kind}"
        if len(tokens) > 1:
            yield f"twice:{kind}"


def _of_numbers(reading: Reading) -> Iterator[str]:
    for found in reading.dates:
        if found.background:
            yield "date_background"
        elif found.date is not None:
            yield "date_past" if found.date < reading.today else "date_future"
            if found.kind == "date":
                yield "date_day"
            if 0 <= (found.date - reading.today).days <= 10:
                yield "date_soon"
    for quantity in reading.quantities:
        yield f"role:{quantity.role}"
        yield f"unit:{quantity.unit if quantity.unit is None or quantity.unit in _UNITS else 'other'}"
    if not reading.quantities:
        yield "no_number"
    if reading.result["direction"]:
        yield f"direction:{reading.result['direction']}"
    if reading.owners:
        yield "owner"
    if reading.channels:
        yield "channel"


def _of_words(reading: Reading, signs: Signs) -> Iterator[str]:
    if any("currency" in word or "money_scale" in word for word in reading.words):
        yield "money"
    if reading.words:
        yield from (f"first:{name}" for name in reading.words[0])
        yield from (f"last:{name}" for name in reading.words[-1])
    verbs = [forms for forms in signs.forms if forms - {"noun"}]
    yield from (f"verb:{form}" for forms in verbs for form in forms - {"noun"})
    if verbs:
        yield f"first_verb:{'/'.join(sorted(verbs[0]))}"
    if signs.forms:
        yield from (f"first_word:{form}" for form in signs.forms[0])


def _of_stems(reading: Reading) -> Iterator[str]:
    stems = [token.text[:_STEM] for token in reading.tokens if token.kind == "word"]
    yield from (f"{WORD}{stem}" for stem in stems)
    if stems:
        yield f"opens_with:{stems[0]}"
    yield from (f"pair:{a} {b}" for a, b in pairwise(stems[: _MOST_PAIRS + 1]))


def _of_text(reading: Reading) -> Iterator[str]:
    yield from (name for name, mark in _MARKS.items() if mark.search(reading.text))
    for year in map(int, _YEAR.findall(reading.text)):
        now = reading.today.year
        yield "year_past" if year < now else "year_future" if year > now else "year_now"
