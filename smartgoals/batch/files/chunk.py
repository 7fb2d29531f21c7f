"""Some rows of a file on their way through: as cells, or as Arrow columns where the file holds those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

import pyarrow as pa

from smartgoals.batch.cells import text_of
from smartgoals.batch.kernel import MOST_ROWS, array

ERROR = "row error"  # the column in which the kernel is told of a row that could not be read


class Chunk(Protocol):
    """Consecutive rows of a source."""

    @property
    def places(self) -> Sequence[int]:
        """Where each row begins, from 1: its line in a text file, else its row."""

    def select(self, names: Sequence[str]) -> pa.RecordBatch:
        """Some columns for the kernel; ERROR may be one of them."""

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
    def note(self) -> str:
        """The encoding that it is read in where that is a guess, else empty."""

    def chunks(self) -> Iterator[Chunk]:
        """All rows from the first, the same chunks each time."""

    def read(self) -> float:
        """The share of the file that has been read, 0 to 1."""


class Writer(Protocol):
    """A file that is written chunk by chunk."""

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        """Write rows with what was added to them."""

    def close(self) -> None:
        """Leave a valid file, however far it got."""


@dataclass(slots=True)
class Cells:
    """A chunk of a file that is read cell by cell; `errors` by index of the row that has one."""

    header: Sequence[str]
    cells: list[list[Any]]
    places: Sequence[int]
    errors: dict[int, str]

    def select(self, names: Sequence[str]) -> pa.RecordBatch:
        errors = dict(self.errors)
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

    def rows(self) -> Iterator[Sequence[object]]:
        return iter(self.cells)

    def batch(self, schema: pa.Schema) -> pa.RecordBatch:
        columns = [[_encodable(text_of(row[i])) for row in self.cells] for i in range(len(self.header))]
        return pa.RecordBatch.from_arrays([array(column, pa.string()) for column in columns], schema=schema)


def in_chunks(header: Sequence[str], rows: Iterable[tuple[int, list[Any], str | None]]) -> Iterator[Cells]:
    """Rows, each given with its place and what is wrong with it, MOST_ROWS at a time."""
    rows = iter(rows)
    while part := list(islice(rows, MOST_ROWS)):
        places, cells, errors = zip(*part, strict=True)
        yield Cells(header, list(cells), places, {i: error for i, error in enumerate(errors) if error})


def text_schema(header: Sequence[str]) -> pa.Schema:
    """The schema of columns that are all text."""
    return pa.schema([(name, pa.string()) for name in header])


def columns_to_rows(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    """The rows of a record batch as Python values."""
    return zip(*(column.to_pylist() for column in batch.columns), strict=True)


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
