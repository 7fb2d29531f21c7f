"""The layout of a document: lines, what stands before their text, tables, and lines wrapped by a mail program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["paragraph", "item", "row", "heading"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What may stand before the text of a line: marks of a quoted e-mail, bullets, ticks, numbers and letters of a list.
_MARKS = re.compile(
    r"""
    (?: [^\S\n] | >(?=[\s>]) )*+
    (?P<heading> \#{1,6}\s++ )?
    (?P<item>
      (?: (?: [•·▪▫◦‣●○■□☐☑☒✓✔✅❌⬜🎯👉➡→►▶➤➔➜◆◇★☆↳]\uFE0F?\s* | [-*+–—]\s++ | \[[ xX✓]?\]\s++
            | (?: \[[\d:.,\s/-]{4,20}\] | \d{1,2}:\d{2}(?::\d{2})? ) \s++(?=[^\W\d_])  # the time of a chat
            | \[? \d{1,2}:\d{2}(?::\d{2})? \]? \s++ [<⟨] [^<>⟨⟩\n]{1,30} [>⟩] \s++
            | (?: [^\W\d_a-zà-ÿа-яіїєґё] [^\W\d_]{1,20} \s ){1,2} \d{1,2}:\d{2} \s++ (?=[^\s–—-])  # who wrote, when
            | [^\W\d_] \. \d{1,2} \s++
            | (?P<key> [*_[(]{0,2}+ (?: KR|КР|Kr|Кр|kr|кр|O|О|OKR ) [\s-]? [\#№]? \d{1,2} (?:\.\d{1,2})?
                       [])*_]{0,2}+ [.):]? [*_]{0,2}+ (?: \s* [–—·▸|-] )? \s++
                     | [*_[(]{1,2}+ (?: KR|КР|Kr|Кр|kr|кр|O|О ) [])*_:]{1,3}+ \s++  # '[KR] '
                     | (?: KR|КР ) [\s-]? [^\W\d_] (?: [.):] | \s* [–—·▸|-] ) \s++  # 'KR-a: '
                     | (?: KR|КР|kr|кр ) :? \s++ (?=[^\W\d_]) | (?: KR|КР ) [.]{2,3} \s++ | [OО] : \s++ )
            | \#\d{1,2} [.):]? \s++
            | (?![QHTWVFТП]) [^\W\d_a-zà-ÿа-яіїєґё]{1,4} -? \d{1,2} (?:\.\d{1,2})?  # 'R4  ', but not 'Q4'
              (?: [.):]\s | \s[–—·-]\s | \s\s ) \s*+
            | \(?\d{1,2}(?:\.\d{1,2}){0,2}[.)/](?:\s++|(?=[^\W\d_]))
            | \d{1,2}\.\d{1,2}\s++(?=[^\W\d_]) | \d\.\d\s++(?=\d)
            | \(?\d{1,2}[^\W\d_][.)]\s++ | \(?[^\W\d_][.)]\s++ ) )++
    )?
    """,
    re.VERBOSE,
)
_TICKS = frozenset("☑✓✔✅☒")
_FENCES = "|+-=:_*~ \t"  # a line of these alone rules a table or parts two paragraphs
_DELIMITERS = ("\t", "|", ";", ",")
_SURE = "\t|"  # delimiters that never stand in a sentence
_GAP = re.compile(r"(?<=\S)[ \xa0]{2,}+(?=\S)")  # parts columns that are set with blanks
_SPACED = "  "  # stands for it as a delimiter
_LEAST_GAPS, _LEAST_SPACED = 2, 2  # in a line; such lines in a row
_LEAST_ROWS = 3  # lines in a row with as many ';' or ',' as each other
_NARROWEST, _WIDEST = 50, 100  # widths, in characters, at which programs wrap lines
_RAGGED, _LEAST_FULL = 12, 4  # characters short of that width; lines that nearly fill it
_LONGEST_LABEL = 25  # characters
_NARROWEST_PROSE = 30  # characters of the widest line of a paragraph that is broken into lines
_MOST_RAISED = 0.4  # share of its broken sentences that go on with a capital or a digit
_ENDS = ".!?…:;"
_STOPS = ".!?…"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, item of a list, row of a table or heading: a stretch of the document.

    `cells` are the stretches of a row's cells that hold text, `columns` says in which column each stands; `gap` counts
    the blank lines before it; `done`: it is ticked off; `key`: it is marked as an objective or key result; `indent`:
    blanks before it.
    """

    start: int
    end: int
    kind: Kind
    gap: int = 0
    done: bool = False
    key: bool = False
    indent: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    start: int  # of its text, behind the marks
    end: int
    marked: bool  # item or heading
    heading: bool
    done: bool
    key: bool
    gap: int  # blank lines before it
    width: int  # with its marks
    indent: int


def blocks(document: str) -> Iterator[Block]:
    """The blocks of a document in their order."""
    lines = list(_lines(document))
    delimiters = _tables(document, lines)
    width = _wrapped_at(lines)
    flowing = _flowing(document, lines, delimiters)
    i = 0
    while i < len(lines):
        line, delimiter = lines[i], delimiters[i]
        if delimiter:
            found = list(_cells(document, line, delimiter))
            if found:
                columns, cells = zip(*found, strict=True)
                yield Block(cells[0][0], cells[-1][1], "row", line.gap, cells=cells, columns=columns)
            i += 1
            continue
        behind = i + 1
        while behind < len(lines) and not delimiters[behind]:
            if not flowing[behind] and not _continues(document, lines, i, behind, width):
                break
            behind += 1
        kind: Kind = "heading" if line.heading else "item" if line.marked else "paragraph"
        yield Block(line.start, lines[behind - 1].end, kind, line.gap, line.done, line.key, line.indent)
        i = behind


def _lines(document: str) -> Iterator[_Line]:
    """The lines that hold text."""
    last = 0
    for match in _LINE.finditer(document):
        text = match[0]
        if not text.strip(_FENCES):
            last = match.end() if "|" in text else last  # the rule of a table parts nothing
            continue
        marks = _MARKS.match(document, match.start(), match.end())
        assert marks is not None, "every part of the pattern is optional"
        start, end = marks.end(), match.start() + len(text.rstrip())
        if start < end:
            marked = marks["heading"] is not None or marks["item"] is not None
            gap = document.count("\n", last, match.start()) - 1
            done = not _TICKS.isdisjoint(marks["item"] or "") or "[x]" in (marks["item"] or "").lower()
            heading, key = marks["heading"] is not None, marks["key"] is not None
            indent = len(text) - len(text.lstrip())
            yield _Line(start, end, marked, heading, done, key, gap, end - match.start(), indent)
            last = match.end()


def _tables(document: str, lines: Sequence[_Line]) -> list[str]:
    """For each line the delimiter of the table that it is a row of; empty if it is none."""
    found = [""] * len(lines)
    for delimiter in _DELIMITERS:
        counts = [document.count(delimiter, line.start, line.end) for line in lines]
        i = 0
        while i < len(lines):
            behind = i + 1
            while behind < len(lines) and counts[behind] == counts[i] and not lines[behind].gap:
                behind += 1
            rows = behind - i
            least = 1 if delimiter in _SURE else _LEAST_ROWS
            if counts[i] and rows >= least and (delimiter in _SURE or counts[i] >= 2):
                for j in range(i, behind):
                    found[j] = found[j] or delimiter
            i = behind
    _find_spaced(document, lines, found)
    return found


def _find_spaced(document: str, lines: Sequence[_Line], found: list[str]) -> None:
    """Mark the rows of tables whose columns are set with blanks."""
    spaced = [
        not delimiter and sum(1 for _ in _GAP.finditer(document, line.start, line.end)) >= _LEAST_GAPS
        for line, delimiter in zip(lines, found, strict=True)
    ]
    i = 0
    while i < len(lines):
        behind = i + 1
        while behind < len(lines) and spaced[i] and spaced[behind] and not lines[behind].gap:
            behind += 1
        if behind - i >= _LEAST_SPACED:
            found[i:behind] = [_SPACED] * (behind - i)
        i = behind


def _cells(document: str, line: _Line, delimiter: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The columns and stretches of a row's cells that hold text, without the blanks around them."""
    gap = _GAP if delimiter == _SPACED else re.compile(re.escape(delimiter))
    start = line.start
    gaps = (match.span() for match in gap.finditer(document, line.start, line.end))
    for column, (end, behind) in enumerate((*gaps, (line.end, line.end))):
        text = document[start:end]
        if text.strip(_FENCES):
            yield column, (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        start = behind


def _wrapped_at(lines: Sequence[_Line]) -> int:
    """The width at which the document's lines are wrapped; 0 if they are not."""
    width = max((line.width for line in lines), default=0)
    full = sum(line.width >= width - _RAGGED and not line.marked for line in lines)
    return width if _NARROWEST <= width <= _WIDEST and full >= _LEAST_FULL else 0


def _flowing(document: str, lines: Sequence[_Line], delimiters: Sequence[str]) -> list[bool]:
    """Whether each line goes on with the sentence before, in a paragraph that is broken into lines of any width."""
    found = [False] * len(lines)
    i = 0
    while i < len(lines):
        behind = i + 1
        titled = lines[i].marked and behind < len(lines) and not document[lines[behind].start].islower()
        while (
            not titled and behind < len(lines) and not (lines[behind].gap or lines[behind].marked or delimiters[behind])
        ):
            behind += 1
        if not (delimiters[i] or lines[i].heading) and _is_broken(document, lines[i:behind]):
            for j in range(i + 1, behind):
                found[j] = document[lines[j - 1].end - 1] not in _ENDS
        i = behind
    return found


def _is_broken(document: str, lines: Sequence[_Line]) -> bool:
    """Whether lines are one paragraph: they begin and end as sentences do, and most breaks stand before small letters.

    Notes and chats that are written small begin small; the lines of a list without marks begin with capitals.
    """
    first, last = lines[0], lines[-1]
    if len(lines) < 2 or max(line.width for line in lines) < _NARROWEST_PROSE or document[first.start].islower():
        return False
    if document[last.end - 1] not in _STOPS:
        return False
    broken = [document[line.start] for before, line in pairwise(lines) if document[before.end - 1] not in _ENDS]
    raised = sum(not letter.islower() for letter in broken)
    return bool(broken) and raised <= _MOST_RAISED * len(broken)


def _continues(document: str, lines: Sequence[_Line], first: int, i: int, width: int) -> bool:
    """Whether a line goes on with the sentence of the line before; `first` opens their paragraph or item."""
    line, before = lines[i], lines[i - 1]
    if line.marked or line.gap or before.heading:
        return False
    if document[before.end - 1] in _ENDS:
        return False
    if ":" in document[line.start : line.start + _LONGEST_LABEL]:
        return False  # 'anna: hello'
    if line.indent < before.indent:
        return False
    word = _WORD.match(document, line.start, line.end)
    if width and word and before.width + 1 + len(word[0]) > width:
        return True
    if line.indent and line.indent == before.indent:
        return False  # items without a mark
    small = document[lines[first].start].islower() and not lines[first].marked  # all is written small
    return document[line.start].islower() and before.width >= _NARROWEST and not small
