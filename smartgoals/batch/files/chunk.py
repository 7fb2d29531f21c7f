"""Some rows of a file on their way through: as cells, or as Arrow columns where the file holds those."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import pyarrow as pa

from smartgoals.batch.cells import checked_text, text_of
from smartgoals.batch.kernel import MOST_ROWS, array, values

ERROR = "\0error"  # the column in which the kernel is told of a row that could not be read; no file has one called so
MOST_COLUMNS = 2**14  # as many as an Excel sheet holds
MOST_SIZE = 2**22  # characters and cells of a chunk, past which it takes no more rows: bounds the memory
MOST_OF_ROW = 2**24  # characters of a row of text


class Chunk(Protocol):
    """Consecutive rows of a source."""

    @property
    def places(self) -> Sequence[int]:
        """Where each row begins, from 1: its line in a text file, else its row."""

    @property
    def ends(self) -> Sequence[int]:
        """Where each row ends, likewise."""

    def select(self, names: Sequence[str], *, goal: str | None = None) -> pa.RecordBatch:
        """Some columns for the kernel; ERROR may be one of them.

        A cell of the column `goal` that is no text is the error of its row.
        """

    def rows(self) -> Iterator[Sequence[object]]:
        """All cells, row by row."""

    def batch(self, schema: pa.Schema) -> pa.RecordBatch:
        """All columns, in a schema that the source has given."""


class Source(Protocol):
    """A file that is read chunk by chunk; opening it raises ValueError or OSError when it cannot be read."""

    @property
    def header(self) -> Sequence[str]:
        """The names of its columns."""

    @property
    def schema(self) -> pa.Schema:
        """The types of its columns."""

    @property
    def place(self) -> str:
        """What its places count: 'line' or 'row'."""

    @property
    def note(self) -> str:
        """The encoding that it is read in where that is a guess, else empty."""

    def place_of(self, column: str) -> str:
        """Where a column is first named: ', line 3'; empty in a file with a header."""

    def chunks(self) -> Generator[Chunk, None, None]:
        """All rows from the first, the same chunks each time; closing them closes the file."""

    def read(self) -> float:
        """The share of the file that has been read, 0 to 1."""


class Writer(Protocol):
    """A file that is written chunk by chunk."""

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        """Write rows with what was added to them."""

    def close(self) -> None:
        """Leave a valid file, however far it got."""

    def abandon(self) -> None:
        """Let go of a file that is of no use."""


@dataclass(slots=True)
class Cells:
    """A chunk of a file that is read cell by cell; `errors` by index of the row that has one."""

    header: Sequence[str]
    cells: list[list[Any]]
    places: list[int]
    ends: list[int]
    errors: dict[int, str]

    def select(self, names: Sequence[str], *, goal: str | None = None) -> pa.RecordBatch:
        errors = dict(self.errors)
        if goal is not None:
            self._check_texts(self.header.index(goal), errors)
        columns = [self._column(self.header.index(name), errors) for name in names if name != ERROR]
        if ERROR in names:
            columns.append([errors.get(i) for i in range(len(self.cells))])
        ordered = [*(name for name in names if name != ERROR), *[ERROR] * (ERROR in names)]
        return pa.RecordBatch.from_arrays([array(column, pa.string()) for column in columns], names=ordered)

    def _column(self, at: int, errors: dict[int, str]) -> list[str | None]:
        texts: list[str | None] = []
        for i, row in enumerate(self.cells):
            text = text_of(row[at])
            if text is not None and (problem := _surrogate(text)):
                errors.setdefault(i, problem)
                text = None
            texts.append(text)
        return texts

    def _check_texts(self, at: int, errors: dict[int, str]) -> None:
        for i, row in enumerate(self.cells):
            try:
                checked_text(row[at], "goal")
            except TypeError as error:
                errors.setdefault(i, str(error))

    def rows(self) -> Iterator[Sequence[object]]:
        return iter(self.cells)

    def batch(self, schema: pa.Schema) -> pa.RecordBatch:
        columns = [[_encodable(text_of(row[i])) for row in self.cells] for i in range(len(self.header))]
        return pa.RecordBatch.from_arrays([array(column, pa.string()) for column in columns], schema=schema)


def in_chunks(
    header: Sequence[str], rows: Iterable[tuple[int, int, list[Any], str | None]]
) -> Generator[Cells, None, None]:
    """Rows, each given with its place, its end and what is wrong with it, MOST_ROWS at a time, or fewer if large."""
    chunk, size = Cells(header, [], [], [], {}), 0
    for place, end, row, error in rows:
        if error:
            chunk.errors[len(chunk.cells)] = error
        chunk.cells.append(row)
        chunk.places.append(place)
        chunk.ends.append(end)
        size += _size(row)
        if len(chunk.cells) == MOST_ROWS or size >= MOST_SIZE:
            yield chunk
            chunk, size = Cells(header, [], [], [], {}), 0
    if chunk.cells:
        yield chunk


def _size(cell: object) -> int:
    """Characters and cells of a cell, with those inside it."""
    if isinstance(cell, str):
        return len(cell)
    if isinstance(cell, dict):
        return sum(map(_size, cell)) + sum(map(_size, cell.values())) + 1
    return sum(map(_size, cell)) + len(cell) + 1 if isinstance(cell, list) else 1


def bounded(width: int, where: object) -> None:
    """Raise ValueError for a file or row with more columns than are read."""
    if width > MOST_COLUMNS:
        raise ValueError(f"{where} has {width:,} columns; at most {MOST_COLUMNS:,} are read")


def text_schema(header: Sequence[str]) -> pa.Schema:
    """The schema of columns that are all text."""
    return pa.schema([(name, pa.string()) for name in header])


def columns_to_rows(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    """The rows of a record batch as Python values."""
    return zip(*[values(batch, i) for i in range(batch.num_columns)], strict=True)


def _encodable(text: str | None) -> str | None:
    """A text as Arrow can hold it: half a character as an escape, '\\ud83d'."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()


def _surrogate(text: str) -> str | None:
    """What is wrong with a text that UTF-8 cannot hold: JSON may escape half a character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"no valid Unicode: lone surrogate at character {error.start}"
    return None
