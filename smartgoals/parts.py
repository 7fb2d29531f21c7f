"""A long text is read part by part, so that what it takes grows with its length alone.

The rules of the grammar look around as far as a goal reaches.  No goal is longer than a part; what is longer repeats
itself or holds several, and each part of it is read as a goal of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from smartgoals.models import ITEMS
from smartgoals.reading import Match, Reading

MOST_AT_ONCE = 1_000  # characters; seven times as many as the longest goal of the corpus has
_LEAST = MOST_AT_ONCE // 2
# Where a part may end, best first: behind a sentence, at a blank that no numeral has, at any, at a sign, behind a word.
_ENDS = [
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf".{{{_LEAST},{MOST_AT_ONCE - 1}}}[.!?…;\n](?=\s)",
        rf".{{{_LEAST},{MOST_AT_ONCE - 1}}}(?<!\d)\s",
        rf".{{{_LEAST},{MOST_AT_ONCE - 1}}}\s",
        rf".{{{_LEAST},{MOST_AT_ONCE}}}(?:(?<![^\W_])|(?![^\W_]))",
        rf".{{{MOST_AT_ONCE}}}[^\W_]*+",
    )
]
_OTHERS = ("targets", "spans", "purpose")  # the other lists of a result


def parts(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that a text is read in; one longer than MOST_AT_ONCE ends with a single long word."""
    start = 0
    while len(text) - start > MOST_AT_ONCE:
        end = next(match.end() for ends in _ENDS if (match := ends.match(text, start)))
        if not text[start:end].isspace():
            yield start, end
        start = end
    if start == 0 or not text[start:].isspace():
        yield start, len(text)


def join(whole: Reading, read: Sequence[tuple[int, Reading]]) -> Reading:
    """Add to the reading of a text what was read in its parts, each given with where it starts.

    The direction and the kind are those of the first part that aims at something; a deadline that is the only one of
    the text belongs to every target.
    """
    for start, part in read:
        _move(part, start, len(whole.tokens), len(whole.words))
        for name in ("tokens", "forms", "words", "metrics", "channels", "owners", "vague", "marks"):
            getattr(whole, name).extend(getattr(part, name))
        whole.doubles |= part.doubles
        whole.dates += part.dates
        whole.quantities += part.quantities
        whole.present |= part.present
    readings = [part for _, part in read]
    whole.lexicon = readings[0].lexicon
    whole.chars = "".join(part.chars for part in readings)
    whole.result = _result([part.result for part in readings])
    return whole


def _result(results: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The results of all parts as one."""
    aiming = next((result for result in results if result["targets"]), results[0])
    lists = {name: [item for result in results for item in result[name]] for name in (*ITEMS, *_OTHERS)}
    dates = {deadline["date"] for deadline in lists["deadlines"]}
    if len(dates) == 1:
        lists["targets"] = [target | {"deadline": target["deadline"] or min(dates)} for target in lists["targets"]]
    return {
        **lists,
        "direction": aiming["direction"],
        "kind": aiming["kind"],
        "deliverable": not lists["targets"] and any(result["deliverable"] for result in results),
        "paid": {start for result in results for start in result["paid"]},
        "impossible": [found for result in results for found in result["impossible"]],
    }


def _move(part: Reading, start: int, tokens: int, words: int) -> None:
    """Let a part count its characters, tokens and words from the beginning of the whole text."""
    for token in part.tokens:
        token.start, token.end = token.start + start, token.end + start
    of_tokens: list[Any] = [*part.words, *_matches(part)]
    of_words: list[Any] = [*part.dates, *part.quantities]
    for item in (*of_tokens, *of_words):
        item.start, item.end = item.start + start, item.end + start
    for items, shift in ((of_tokens, tokens), (of_words, words)):
        for item in items:
            item.first, item.last = item.first + shift, item.last + shift
    part.doubles = {first + tokens: name for first, name in part.doubles.items()}
    for name in ITEMS:
        for values in part.result[name]:
            values["start"], values["end"] = values["start"] + start, values["end"] + start
    part.result["spans"] = [
        tuple([(span[0] + start, span[1] + start) if span is not None else None for span in spans])
        for spans in part.result["spans"]
    ]
    part.result["paid"] = {at + start for at in part.result["paid"]}


def _matches(part: Reading) -> Iterable[Match]:
    """Every match of a part once: words hold some that are in no list, and some are in two."""
    lists = (part.metrics, part.channels, part.owners, part.vague, part.marks)
    of_words = (value for word in part.words for value in word.values() if isinstance(value, Match))
    return {id(match): match for match in (*(match for found in lists for match in found), *of_words)}.values()
