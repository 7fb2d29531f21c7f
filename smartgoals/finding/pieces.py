"""The pieces of a document that may be goals: sentences, items, cells, quotations, and what stands behind a label."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from smartgoals.finding.layout import Block
from smartgoals.lexicon import files
from smartgoals.text.fold import fold

Kind = Literal["sentence", "item", "quote", "labelled"]

_QUOTE = re.compile(
    r"“[^“”\n]{3,400}”|”[^”\n]{3,400}”|„[^„“”\n]{3,400}[“”]|«[^«»\n]{3,400}»|»[^«»\n]{3,400}«|\"[^\"\n]{3,400}\""
    r"|(?<![^\W_])‘[^‘’\n]{3,400}’(?![^\W_])|(?<![^\W_])'[^'\n]{3,400}'(?![^\W_])"
)
_STOP = re.compile(
    r"(?:(?<![.!?…])[.!?…]++|;)[”“»\"’')\]*_]*+(?=\s)|(?<=[^.]):(?=\s*+$)"
    r"|(?<=\s)[:;]-?[)(D](?=\s)|(?<=[\w\s])\)\)++(?=\s)|(?:(?<=\s)|(?<=\w))[\U0001F300-\U0001FAFF]++(?=\s)"  # a face
)
_SPOKEN = re.compile(r"(?<![.!?…])[.!?…]++(?=\s)|[,.!?…]?\s[–—]\s")  # ends a sentence in a quotation, or breaks it off
_STOPS = ".!?…"  # any other mark that ends a sentence is no part of it: ';', a face
_BEFORE_STOP = re.compile(r"(?P<before>\S*)\s?(?P<word>[^\W\d_](?:[^\W\d_]|\.){0,11})$")
_LABEL = re.compile(r"[:：](?=[*_]{0,3}\s)")  # also '**Goal 1:** …'
_NUMBERED = re.compile(r"[^\W\d_]++(?: [^\W\d_]++)?+ \d{1,2}(?:\.\d{1,2})?[.:)]?\s*[–—·▸|-](?=\s)")  # 'Goal 1 – …'

_DASHED = re.compile(r"[^\W_][^–—→»:\n]{0,30}?\s[–—→»-](?=\s)")  # 'Renewals – …'
_NOTE = re.compile(r"\s*\[[^\[\]\n]{1,40}\]$|(?:\s+@[^\W\d_][\w.-]*)++$")  # behind an item: '… [owner: Ann]'
_TAIL = re.compile(
    r"\s[(\[`]([^()\[\]`\n]{3,120})[)\]`]\Z|\s(?:[–—|/-]|\.{3,})\s([^\s\n–—|()]{1,25}(?:\s[^\s\n–—|()]{1,25}){0,3})\Z"
)
_TOLD = re.compile(  # what is told of an item behind it: '… (owner: Ann)', '…, owner: Ann'
    r"\s\((?P<bracketed>[^\W\d_][^():\n]{0,30}):\s[^()\n]{1,120}\)\Z"
    r"|(?:[,;]|\s[–—|-])\s(?P<label>[^\W\d_][^():,;\n]{0,30}):\s[^\n():]{1,60}\Z"
)
_STAMP = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)")  # a time of day
_CASUAL = re.compile(r"\s*+(?:[^:\n]{1,30}:\s)?+[^\W\d_A-ZА-ЯІЇЄҐЁÅÄÖ]")  # a chat without capitals
_LEAST_SPOKEN = 12  # characters of a sentence in a quotation
_LONG_END = 5  # letters of a word behind which a point ends a sentence, small as the next may begin
_SHORTEST_END = 3  # letters of a word that ends a sentence in a chat without capitals: not 'q. '
_LONGEST_NOTE = 160  # characters of what is told behind an item, or of a bracket that a label is looked for in
_LOOK_BACK = 20  # characters before a point that may be an abbreviation and its number
_BLANK = " \t\n\r\xa0\u202f*_"
_CLOSING = _BLANK + ".;:,!…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the document that may be a goal, without its closing mark.

    `asks`: it is a question; `quotes` are the quotations in it; `label` is what stands before it ('Our goal: …').
    """

    start: int
    end: int
    kind: Kind
    asks: bool = False
    quotes: tuple[Piece, ...] = ()
    label: tuple[int, int] | None = None


def _start(piece: Piece) -> int:
    return piece.start


@cache
def abbreviations(language: str) -> frozenset[str]:
    """The folded words of a language behind which a point ends no sentence."""
    return frozenset(fold(word) for word in files.read(files.folder(language), "goals.toml")["abbreviations"])


def pieces(document: str, block: Block, language: str) -> Iterator[Piece]:
    """The sentences of a paragraph or item, with the quotations in them."""
    quotes = [
        Piece(*trimmed(document, m.start() + 1, m.end() - 1), "quote", "?" in m[0][-3:])
        for m in _QUOTE.finditer(document, block.start, block.end)
    ]
    kind: Kind = "item" if block.kind == "item" else "sentence"
    for start, end in _sentences(document, block, [(q.start, q.end) for q in quotes], language):
        near = quotes[bisect_left(quotes, start, key=_start) : bisect_left(quotes, end, key=_start)]
        inside = tuple(quote for quote in near if quote.end <= end)
        asks = "?" in document[max(end - 3, start) : end]
        note = _NOTE.search(document[start:end].rstrip())
        first, last = trimmed(document, start, start + note.start() if note else end)
        if first < last:
            yield Piece(first, last, kind, asks, inside)


def behind_label(document: str, piece: Piece) -> Piece | None:
    """What stands behind the first colon of a piece that is in no bracket; None if it has none."""
    numbered = _NUMBERED.match(document, piece.start, piece.end)
    for match in [numbered] if numbered else _LABEL.finditer(document, piece.start, piece.end):
        if any(quote.start <= match.start() < quote.end for quote in piece.quotes):
            continue
        if _in_bracket(document, piece.start, match.start()):
            continue
        start, end = trimmed(document, match.end(), piece.end)
        if start < end:
            inside = tuple(quote for quote in piece.quotes if quote.start >= start)
            return Piece(start, end, "labelled", piece.asks, inside, (piece.start, match.end()))
    return None


def behind_dash(document: str, piece: Piece) -> Piece | None:
    """What stands behind a dash that may part a label from it; None if no dash is near the beginning of a piece."""
    match = _DASHED.match(document, piece.start, piece.end)
    if match is None or any(quote.start < match.end() for quote in piece.quotes):
        return None
    start, end = trimmed(document, match.end(), piece.end)
    return Piece(start, end, "labelled", piece.asks, piece.quotes, (piece.start, match.end())) if start < end else None


def before_tail(document: str, piece: Piece) -> tuple[Piece, tuple[int, int]] | None:
    """What stands before the bracket, or the dash and a few words, that end a piece, and these; None if none do."""
    match = _TAIL.search(document, piece.start, piece.end)
    if match is None or match.start() - piece.start < _LEAST_SPOKEN or any(q.end > match.start() for q in piece.quotes):
        return None
    at = match.lastindex or 0
    return Piece(*trimmed(document, piece.start, match.start()), piece.kind, piece.asks, piece.quotes), match.span(at)


def before_told(document: str, piece: Piece) -> tuple[Piece, tuple[int, int]] | None:
    """What stands before what is told of a piece at its end, and the label of that; None if nothing is told there."""
    match = _TOLD.search(document, max(piece.start + _LEAST_SPOKEN, piece.end - _LONGEST_NOTE), piece.end)
    if match is None or any(quote.end > match.start() for quote in piece.quotes):
        return None
    before = trimmed(document, piece.start, match.start())
    return Piece(*before, piece.kind, piece.asks, piece.quotes, piece.label), match.span(match.lastindex or 0)


def _in_bracket(document: str, start: int, at: int) -> bool:
    """Whether a bracket that opened before a place is not closed there yet."""
    start = max(start, at - _LONGEST_NOTE)
    return document.rfind("(", start, at) > document.rfind(")", start, at)


def spoken(document: str, quote: Piece) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation, also of one that is broken off to name the speaker."""
    start = quote.start
    ends = (match.span() for match in _SPOKEN.finditer(document, quote.start, quote.end))
    for end, behind in (*ends, (quote.end, quote.end)):
        first, last = trimmed(document, start, end)
        if last - first >= min(_LEAST_SPOKEN, quote.end - quote.start):
            yield first, last
        start = behind


def before_speaker(document: str, piece: Piece, says: Sequence[int]) -> tuple[int, int] | None:
    """What stands before the comma behind which a piece names its speaker; `says`: where its words for saying begin."""
    for at in says:
        start, end = trimmed(document, piece.start, at)
        if start < end < at and document[end] in ",!?":
            return start, end
    return None


def is_stamp(document: str, label: tuple[int, int]) -> bool:
    """Whether a label says who wrote, and when: '09:14 Anna:'."""
    return _STAMP.search(document, *label) is not None


def _sentences(document: str, block: Block, quotes: list[tuple[int, int]], language: str) -> Iterator[tuple[int, int]]:
    """The stretches of a block's sentences; a quotation is never divided."""
    start, at = block.start, 0
    for match in _STOP.finditer(document, block.start, block.end):
        while at < len(quotes) and quotes[at][1] < match.start():
            at += 1
        if at < len(quotes) and quotes[at][0] <= match.start() < quotes[at][1]:
            continue
        if match[0][0] in ";)" and _in_bracket(document, start, match.start()):
            continue
        if _ends_sentence(document, start, match, block.end, abbreviations(language)):
            yield start, match.end() if match[0][0] in _STOPS else match.start()
            start = match.end()
    yield start, block.end


def _ends_sentence(document: str, start: int, match: re.Match[str], end: int, short: frozenset[str]) -> bool:
    """Whether a mark ends a sentence: the next begins like one, and no abbreviation stands before a point."""
    ahead = document[match.end() : match.end() + 8].lstrip()
    following = ahead[:1]
    if not following or match.end() >= end or match[0][0] not in _STOPS:
        return True
    if match[0][0] != ".":
        return not following.islower() or match[0][-1] in "!?"
    if following == "(" and not ahead[1:2].isupper():
        return False
    before = _BEFORE_STOP.search(document, max(match.start() - _LOOK_BACK, 0), match.start())
    casual = following.islower() and (
        _CASUAL.match(document, start, match.start()) is not None
        or (before is not None and len(before["word"]) >= _LONG_END and len(match[0]) == 1)
    )
    if not casual and (following.islower() or (len(match[0]) > 1 and not following.isupper())):
        return False
    if before is None:
        return True
    initial = len(before["word"]) == 1 and before["word"].isupper() and before["before"][:1].isupper()
    if initial or fold(before["word"]) in short or (casual and len(before["word"]) < _SHORTEST_END):
        return False
    return following.isupper() or not following.isalnum() or not before["before"][-1:].isdigit()


def trimmed(document: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks and stars around it, and without its closing mark."""
    while start < end and document[start] in _BLANK:
        start += 1
    while start < end and document[end - 1] in _CLOSING:
        end -= 1
    return start, end
