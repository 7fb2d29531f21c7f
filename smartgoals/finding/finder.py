"""`find_goals`: the goals in a document, each with its place and its analysis."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoals.analyzer import Analyzer, check
from smartgoals.context import Context
from smartgoals.finding.judgement import is_goal, is_note, is_other, is_planned
from smartgoals.finding.layout import Block, blocks
from smartgoals.finding.pieces import Piece, behind_label, is_stamp, pieces
from smartgoals.finding.signs import NEVER, Signs, signs
from smartgoals.finding.tables import Heads, heads, tables
from smartgoals.models import FoundGoal
from smartgoals.reading import Reading
from smartgoals.settings import Settings
from smartgoals.text.detect import detect

if TYPE_CHECKING:
    from smartgoals.vocabulary import Vocabulary

MOST_CHARACTERS = 1_000_000  # of a document
LONGEST_GOAL = 600  # characters; what is longer is no goal
_LONGEST_HEADING = 80  # characters
_LEAST_KEYS = 3  # objectives and key results of a document that marks them
_MOST_OF_TITLE = 6  # words
_MOST_OF_LABEL = 3  # words of what is only a label: 'Key result 2'
_MOST_BETWEEN = 3  # columns from the goal to when it is due
_MOST_OF_VALUE = 4  # words of a cell that holds no more than a value: 'no more than 2'


def find_goals(
    document: str,
    *,
    language: str | None = None,
    today: datetime.date | None = None,
    context: Context | Mapping[str, Any] | None = None,
    vocabulary: Vocabulary | str | Path | None = None,
    settings: Settings | Mapping[str, Any] | None = None,
    locale: str | None = None,
) -> list[FoundGoal]:
    """The goals in a document, in text order: in running text, lists, tables pasted as text and quotations.

    `language` None detects it for each sentence, item or cell; see `Analyzer` for the other arguments.

    Raises TypeError for what is no string, ValueError for a document that is empty, over MOST_CHARACTERS, or no valid
    Unicode, and for an unknown language.
    """
    return find(
        document,
        Analyzer(
            language=language, today=today, context=context, vocabulary=vocabulary, settings=settings, locale=locale
        ),
    )


def find(document: str, analyzer: Analyzer) -> list[FoundGoal]:
    """The goals in a document, with the settings of an analyzer; see `find_goals`."""
    check(document, "document", MOST_CHARACTERS)
    return [
        FoundGoal(
            text=goal.reading.text, start=goal.start, end=goal.end, analysis=analyzer.judge(goal.reading, goal.language)
        )
        for goal in _Search(document, analyzer).goals()
    ]


@dataclass(frozen=True, slots=True)
class _Read:
    """A stretch of the document with what was read in it."""

    start: int
    end: int
    language: str
    reading: Reading
    signs: Signs


@dataclass(frozen=True, slots=True)
class _Title:
    """What a heading says of what follows it.

    `announces`: goals; `over`: what has been; `alone`: it says no more than that, and is no goal itself.
    """

    announces: bool
    over: bool
    alone: bool


class _Search:
    """The search of one document."""

    def __init__(self, document: str, analyzer: Analyzer) -> None:
        self._document = document
        self._analyzer = analyzer
        self._language = analyzer.language or detect(document)
        self._reads: dict[tuple[int, int, bool], _Read] = {}  # of one block or table
        self._announced = False  # by the heading or the words that introduce a list
        self._over = False  # the heading is of what has been
        self._beside = False  # the item before is a goal
        self._keyed = False  # the document marks its objectives and key results
        self._key = False  # the block is marked as an objective or key result

    def goals(self) -> Iterator[_Read]:
        """The goals in text order."""
        parts = list(blocks(self._document))
        self._keyed = sum(block.key for block in parts) >= _LEAST_KEYS
        for group in tables(parts):
            self._reads.clear()
            if group[0].kind == "row":
                yield from self._of_table(group)
            else:
                yield from self._of_block(group[0])

    # ---- text

    def _of_block(self, block: Block) -> Iterator[_Read]:
        if block.done:
            return
        heading = self._is_heading(block) or (block.kind == "item" and not block.key)
        title = self._title(block) if heading else None
        if block.kind == "item" and title is not None and not title.alone:
            title = None  # only a numbered heading is one
        if title is None or not title.alone:
            parts = list(pieces(self._document, block, self._language_of(block.start, block.end)))
            over = len(parts) > 1 and self._is_review(parts)
            found, self._key = False, block.key
            for goal in () if over else (goal for piece in parts for goal in self._of_piece(piece)):
                found = True
                yield goal
            self._beside = found and block.kind == "item"
        if title is not None:
            self._announced, self._over = title.announces, title.over

    def _title(self, block: Block) -> _Title:
        """What a heading says of what follows it."""
        signs = self._read(block.start, block.end).signs
        over = signs.at("review") < signs.at("goal", "heading") and signs.words <= _MOST_OF_TITLE
        announces = not over and not {"goal", "heading"}.isdisjoint(signs.cues)
        plain = signs.main == NEVER if "goal" in signs.cues else not signs.date
        most = 2 * _MOST_OF_TITLE if "goal" in signs.cues else _MOST_OF_TITLE
        alone = (announces or over) and plain and signs.words <= most and not signs.value
        return _Title(announces, over, alone)

    def _is_review(self, parts: Sequence[Piece]) -> bool:
        """Whether some sentences tell of a goal how it ended: 'Objective: train two deputies. Result: one.'"""
        labels = [labelled.label for piece in parts if (labelled := behind_label(self._document, piece))]
        cues = [self._cues(*label) for label in labels if label is not None]
        return len(cues) > 1 and "goal" in cues[0] and any("review" in of_label for of_label in cues[1:])

    def _of_piece(self, piece: Piece) -> Iterator[_Read]:
        quoted = [
            goal for quote in piece.quotes if (goal := self._goal(quote, labelled=self._introduces(piece, quote)))
        ]
        if quoted:
            yield from quoted
        elif (goal := self._best(piece)) is not None:
            yield goal

    def _introduces(self, piece: Piece, quote: Piece) -> bool:
        """Whether the words around a quotation call it a goal."""
        return self._announces(piece.start, quote.start) or self._announces(quote.end, piece.end)

    def _best(self, piece: Piece) -> _Read | None:
        """The goal that a piece is, that stands behind its colon, or before one that only explains it."""
        labelled = behind_label(self._document, piece)
        if labelled is None or labelled.label is None:
            return self._goal(piece)
        start, end = labelled.label
        label = self._read(start, end)
        announces = self._announces(start, end)
        if is_note(label.signs) and not announces:
            return None
        goal = self._best(labelled) if not announces else self._goal(labelled, labelled=True)
        short = label.signs.words <= _MOST_OF_LABEL
        if goal is None:
            if short:
                read = label.reading  # 'Leads: 40 by May', but not 'Anna: yes'
                named = bool(announces or read.metrics or read.owners or read.dates)
                return (
                    self._goal(piece)
                    if named and not is_other(self._read(labelled.start, labelled.end).signs)
                    else None
                )
            valued = self._is_value(labelled)
            return self._goal(piece) if valued else self._goal(Piece(start, end - 1, piece.kind))
        dated = label.signs.date and not goal.signs.date and not is_stamp(self._document, labelled.label)
        if dated or (not short and goal.signs.main == NEVER):  # 'this is what we need for May: 40 leads'
            return self._read(piece.start, piece.end)
        return goal

    def _is_value(self, piece: Piece) -> bool:
        return self._read(piece.start, piece.end).signs.value

    def _announces(self, start: int, end: int) -> bool:
        """Whether some words call what follows them a goal."""
        return not {"goal", "heading"}.isdisjoint(self._cues(start, end))

    def _is_heading(self, block: Block) -> bool:
        """Whether a block is a heading or introduces what follows it."""
        text = self._document[block.start : block.end]
        if block.kind == "item":
            return False
        if block.kind == "heading" or text[-1] == ":":
            return True
        return len(text) <= _LONGEST_HEADING and text[-1] not in ".!?…;," and ": " not in text

    # ---- tables

    def _of_table(self, rows: Sequence[Block]) -> Iterator[_Read]:
        columns = heads(rows[0], lambda start, end: frozenset(self._cues(start, end)))
        for row in rows[1:] if columns.goal is not None else rows:
            yield from self._of_row(row, columns)

    def _of_row(self, row: Block, columns: Heads) -> Iterator[_Read]:
        if columns.goal is not None and columns.goal < len(row.cells):
            goal = self._in_column(row, columns, columns.goal)
            if goal is not None:
                yield goal
            return
        for start, end in row.cells:
            goal = self._goal(Piece(start, end, "cell"))
            if goal is not None and is_planned(goal.signs):
                yield goal

    def _in_column(self, row: Block, columns: Heads, at: int) -> _Read | None:
        """The goal in the column of goals: the cell, with the one that says when; for a mere value the whole row."""
        start, end = row.cells[at]
        text = self._document[start:end]
        if not any(char.isalnum() for char in text) or "?" in text:
            return None
        read = self._read(start, end)
        if "not" in read.signs.cues:
            return None
        if any(char.isdigit() for char in text) and _is_bare(read.signs):
            named = next((s for s, e in row.cells[:at] if sum(map(str.isalpha, self._document[s:e])) > 2), None)
            return None if named is None else self._read(named, row.cells[-1][1])
        when = columns.when
        if when is not None and at < when < min(at + _MOST_BETWEEN, len(row.cells)) and not read.signs.date:
            return self._read(start, row.cells[when][1])
        return read

    # ---- reading

    def _goal(self, piece: Piece, *, labelled: bool = False) -> _Read | None:
        """What was read in a piece, if it is a goal."""
        if piece.asks or not 0 < piece.end - piece.start <= LONGEST_GOAL:
            return None
        running = piece.kind == "sentence"
        read = self._read(piece.start, piece.end, running=running)
        told = self._over and piece.kind != "quote" and not read.signs.date
        if told and read.signs.at("want", "intend") == NEVER:
            return None
        announced = (self._announced or self._beside) and not self._keyed and piece.kind != "quote"
        if self._key and piece.kind != "quote" and not is_other(read.signs):
            return read
        return read if is_goal(read.signs, running=running, announced=announced, labelled=labelled) else None

    def _read(self, start: int, end: int, *, running: bool = False) -> _Read:
        """What is in a stretch; each is read once."""
        key = start, end, running
        if key not in self._reads:
            language = self._language_of(start, end)
            reading = self._analyzer.read(self._document[start:end], language)
            found = signs(language, self._analyzer.vocabulary)(reading, running=running)
            self._reads[key] = _Read(start, end, language, reading, found)
        return self._reads[key]

    def _cues(self, start: int, end: int) -> Mapping[str, int]:
        return self._read(start, end).signs.cues if self._document[start:end].strip() else {}

    def _language_of(self, start: int, end: int) -> str:
        return self._analyzer.language or detect(self._document[start:end], self._language)


def _is_bare(signs: Signs) -> bool:
    """Whether a cell holds no more than a value."""
    return signs.lead == NEVER and not signs.metric and signs.words <= _MOST_OF_VALUE
