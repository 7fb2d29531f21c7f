"""Set smartgoals beside dateparser's `search_dates` and quantulum3 on the same phrases and goals."""

from __future__ import annotations

import datetime
import logging
import random
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from smartgoals.analyzer import analyze
from smartgoals.components.readers import NUMBERS_AND_DEADLINES, Reader
from smartgoals.context import Context
from smartgoals.evaluation.phrases import Phrase
from smartgoals.lexicon.lexicon import lexicon
from smartgoals.reading import Reading

TURN, WARM_UP = 50, 400  # texts
_NO_CONTEXT = Context()


Readings = Sequence[datetime.date | float | str]  # sorted


@dataclass(frozen=True, slots=True)
class Share:
    """How many phrases of a kind each reads right, of how many."""

    ours: int
    theirs: int
    of: int


def compare(rows: Sequence[Phrase]) -> dict[str, Share]:
    """By kind of phrase: how many have the right dates, or the right values of numbers.

    A phrase counts as right when the dates (or values) found are those expected, and none is found where there is
    none.  Only what all can say is compared: no unit, role, grain or start.
    """
    shares = {}
    for kind, ours, theirs in (("number", _our_values, quantulum3_values), ("deadline", _our_dates, dateparser_dates)):
        of_kind = [row for row in rows if row.kind == kind]
        expected = [_expected(row) for row in of_kind]
        right = [
            sum(want == reader(row) for want, row in zip(expected, of_kind, strict=True)) for reader in (ours, theirs)
        ]
        shares[kind] = Share(right[0], right[1], len(of_kind))
    return shares


def speed(texts: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Texts a second of each, on (language, text) pairs in an order of their own, each text read once.

    'smartgoals' is the whole analysis, 'numbers and deadlines' the part that does what the pair does.  The first
    WARM_UP texts only load data; then the readers take turns every TURN texts, so that a change in the machine's speed
    meets all of them.
    """
    today = datetime.date(2026, 11, 21)

    def partial(language: str, text: str) -> None:
        numbers_and_deadlines(text, language, today)

    def whole(language: str, text: str) -> None:
        analyze(text, language, today)

    def pair(language: str, text: str) -> None:
        row = Phrase(language, "", "", text, today, "")
        quantulum3_values(row)
        dateparser_dates(row)

    readers = {"smartgoals": whole, "numbers and deadlines": partial, "dateparser + quantulum3": pair}
    texts = random.Random(0).sample(texts, len(texts))  # languages mixed, the same way each time
    seconds = dict.fromkeys(readers, 0.0)
    for begin in range(0, len(texts), TURN):
        for name, reader in readers.items():
            begun = time.perf_counter()
            for language, text in texts[begin : begin + TURN]:
                reader(language, text)
            seconds[name] += (time.perf_counter() - begun) * (begin >= WARM_UP)
    return {name: max(len(texts) - WARM_UP, 0) / spent for name, spent in seconds.items() if spent}


def numbers_and_deadlines(text: str, language: str, today: datetime.date) -> Reading:
    """A goal read as far as its numbers and deadlines."""
    reading = Reading(text, today, _NO_CONTEXT)
    for add_to in _partial(language):
        add_to(reading)
    return reading


@cache
def _partial(language: str) -> list[Reader]:
    return [make(lexicon(language, "")) for make in NUMBERS_AND_DEADLINES]


# ---- the readers, each giving the sorted dates or values of a phrase


def dateparser_dates(row: Phrase, languages: Sequence[str] = ()) -> Readings:
    """The dates that dateparser finds in a phrase of some languages (its own if none), looking ahead from its day."""
    from dateparser.search import search_dates

    base = datetime.datetime.combine(row.today, datetime.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future", "RETURN_AS_TIMEZONE_AWARE": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(row.phrase, languages=list(languages) or [row.language], settings=settings)
    return sorted(date.date() for _, date in found or ())


def quantulum3_values(row: Phrase) -> Readings:
    """The values that quantulum3 finds in a phrase; it knows English alone."""
    from quantulum3 import parser

    logging.getLogger("quantulum3").setLevel(logging.ERROR)
    try:
        return sorted(round(float(quantity.value), 2) for quantity in parser.parse(row.phrase))
    except Exception:  # it raises on some phrases; that is a phrase not read
        return ["error"]


def _our_dates(row: Phrase) -> Readings:
    return sorted(deadline.date for deadline in analyze(row.phrase, row.language, row.today).deadlines)


def _our_values(row: Phrase) -> Readings:
    return sorted(round(number.value, 2) for number in analyze(row.phrase, row.language, row.today).numbers)


def _expected(row: Phrase) -> Readings:
    if row.expected == "none":
        return []
    heads = [part.split()[0] for part in row.expected.split(" ; ")]
    if row.kind == "deadline":
        return sorted(datetime.date.fromisoformat(head.split("..")[-1]) for head in heads)
    return sorted(round(float(head), 2) for head in heads)
