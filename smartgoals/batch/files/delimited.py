"""CSV and TSV, as any program exports them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import pyarrow as pa

from smartgoals.batch.cells import text_of
from smartgoals.batch.files.chunk import MOST_OF_ROW, Chunk, bounded, columns_to_rows, in_chunks, text_schema
from smartgoals.batch.files.encodings import encoding_of, place_outside

DELIMITERS = ",;\t|"
_NONE = "\x1f"  # delimits nothing: of a file with one column, whose texts may hold any other sign
_SAMPLE = 2**16  # characters
_SAMPLE_ROWS = 50
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n')  # with which Excel is told the delimiter
# What a spreadsheet takes for a formula at the beginning of a cell, behind any apostrophes that are there already.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠].", re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d[\d\s.,]*%?")


class DelimitedSource:
    """Rows of text; a row shorter than the header is filled up, one that is longer or has a NUL has an error.

    The surplus of a row that is longer stands in its last cell, as a row of CSV gives it back: 'c,"d,e",f'.

    `encoding`: None detects it; `delimiter`: None finds it.  The whole file is read once at the beginning: what cannot
    be read at its end should not stop a run after an hour.

    Raises ValueError for an encoding that does not exist or does not fit, for a quote that is never closed, for rows
    and headers that are too large, and for a file without a header.
    """

    place = "line"

    def __init__(self, path: Path, *, encoding: str | None = None, delimiter: str | None = None) -> None:
        csv.field_size_limit(MOST_OF_ROW)  # its own is 2**17
        if delimiter is not None and (len(delimiter) != 1 or delimiter in '\r\n"'):
            raise ValueError(f"{delimiter!r} cannot be a delimiter: it is one character, and no quote or line end")
        self._path = path
        self._size = max(path.stat().st_size, 1)
        self.encoding = encoding or encoding_of(path)
        with self._open() as lines:
            sample = self._decoded(lines.read, _SAMPLE)
        told = _SEPARATOR_LINE.match(sample)
        self._told = told is not None
        self.delimiter = delimiter or (told[1] if told else _delimiter(sample))
        with self._open() as lines:
            records = self._records(lines)
            _, self.header = next(records, ((0, 0), []))
            bounded(len(self.header), path)
            for _ in records:
                pass
        if not self.header:
            raise ValueError(f"{path} is empty")
        self.schema = text_schema(self.header)
        guessed = not encoding and not self.encoding.startswith("utf")
        self.note = self.encoding if guessed else ""

    @property
    def marked(self) -> bool:
        """Whether programs need a byte order mark to see that a copy is UTF-8: it had one, or was something else."""
        return self.encoding != "utf-8"

    def place_of(self, column: str) -> str:
        return ""

    def chunks(self) -> Generator[Chunk, None, None]:
        with self._open() as text:
            records = islice(self._records(text), 1, None)
            yield from in_chunks(self.header, ((*lines, *self._fitted(row)) for lines, row in records))

    def read(self) -> float:
        return 1.0 if self._raw.closed else self._raw.tell() / self._size

    def _fitted(self, row: list[str]) -> tuple[list[str], str | None]:
        """A row as wide as the header, and what was wrong with it: cells too many stay in the last, as CSV."""
        width = len(self.header)
        if len(row) <= width:
            torn = any("\0" in cell for cell in row)
            return row + [""] * (width - len(row)), "the row has a NUL character" if torn else None
        rest = io.StringIO()
        csv.writer(rest, delimiter=self.delimiter).writerow(row[width - 1 :])
        kept = [*row[: width - 1], rest.getvalue().removesuffix("\r\n")]
        return kept, f"the row has {len(row)} cells, the header {width}"

    def _open(self) -> TextIO:
        self._raw = self._path.open("rb")
        try:
            return io.TextIOWrapper(self._raw, self.encoding, newline="")
        except LookupError:
            self._raw.close()
            raise ValueError(f"no encoding {self.encoding!r}") from None

    def _records(self, lines: TextIO) -> Iterator[tuple[tuple[int, int], list[str]]]:
        """Each row that is not blank, with the lines in which it begins and ends."""
        if self._told:
            lines.readline()
        fed = _Lines(lines)
        reader = csv.reader(fed, delimiter=self.delimiter)
        place = 1 + self._told
        while True:
            fed.taken = 0
            try:
                row = self._decoded(next, reader, None)
            except csv.Error as error:
                raise ValueError(f"{self._path}, line {place}: {error}") from None
            if row is None:
                return
            if fed.ended:
                raise ValueError(f"{self._path}, line {place}: a quote is opened in this row and never closed")
            end = reader.line_num + self._told
            if row:
                yield (place, end), row
            place = end + 1

    def _decoded(self, read: Any, *arguments: Any) -> Any:
        try:
            return read(*arguments)
        except UnicodeError as error:
            try:
                where = place_outside(self._path, self.encoding) or error
            except UnicodeError:  # some encodings refuse a file as a whole
                where = error
            raise ValueError(
                f"{self._path} is not all {self.encoding}: {where}; mend it, or name another with --encoding"
            ) from None


class _Lines:
    """The lines of a text for the csv module; `ended` when it has asked for one after the last."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.taken = 0  # characters of the row at work
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(MOST_OF_ROW + 1 - self.taken)
        self.taken += len(line)
        if self.taken > MOST_OF_ROW:
            raise csv.Error(f"the row has more than {MOST_OF_ROW:,} characters; is a quote opened and never closed?")
        if not line:
            self.ended = True
            raise StopIteration
        return line


class DelimitedWriter:
    """Text in UTF-8; a cell that a spreadsheet would take for a formula begins with an apostrophe.

    What is written is complete after each chunk.
    """

    def __init__(self, path: Path, header: Iterable[str], *, delimiter: str = ",", marked: bool = False) -> None:
        encoding = "utf-8-sig" if marked else "utf-8"  # half a character, which neither can hold, as an escape
        self._file = path.open("w", encoding=encoding, errors="backslashreplace", newline="")
        self._writer = csv.writer(self._file, delimiter="," if delimiter == _NONE else delimiter)
        self._writer.writerow(map(inert, header))
        self._file.flush()

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        rows = zip(chunk.rows(), columns_to_rows(added), strict=True)
        self._writer.writerows([inert(text_of(cell) or "") for cell in (*row, *new)] for row, new in rows)
        self._file.flush()

    def close(self) -> None:
        self._file.close()

    abandon = close


def inert(cell: str) -> str:
    """A cell as no spreadsheet takes it for a formula; taking away one apostrophe before such a sign gives it back."""
    return "'" + cell if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _delimiter(sample: str) -> str:
    """The delimiter that gives most rows of a sample the width of their header, and the widest of those that do so."""
    fits = {}
    for delimiter in DELIMITERS:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        widths = [len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False) if row]
        if widths and widths[0] > 1:
            fits[delimiter] = (Counter(widths)[widths[0]] / len(widths), widths[0])
    return max(fits, key=lambda delimiter: fits[delimiter], default=_NONE)
