"""Excel workbooks, one sheet of which holds the goals."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from smartgoals.batch.cells import Missing, text_of
from smartgoals.batch.files.chunk import MOST_COLUMNS, Chunk, bounded, columns_to_rows, in_chunks, text_schema
from smartgoals.batch.files.guarded import GuardedZip
from smartgoals.batch.header import listed

SHEET_ROWS = 2**20  # its header among them
LONGEST_CELL = 32_767  # characters
# Beside the control characters that openpyxl knows: what XML cannot hold, or takes for another line end.
_NO_XML = re.compile("[\r\ud800-\udfff\ufffe\uffff]")


class ExcelSource:
    """The values of a sheet, typed as they are; a formula gives its last value, or its text where it has none.

    `sheet`: its name (None: the first).  Raises ValueError for what is no workbook, for one that unpacks without bound,
    and for a sheet that is not there.
    """

    note = ""
    place = "row"

    def __init__(self, path: Path, *, sheet: str | None = None) -> None:
        self._path = path
        reader = _opened(path, values=True)
        self._strings = reader.shared_strings
        with closing(reader.wb) as book:
            names = [worksheet.title for worksheet in book.worksheets]
            if sheet is not None and sheet not in names:
                raise ValueError(f"{path} has no sheet {sheet!r}; its sheets are {listed(names)}")
            if not names:
                raise ValueError(f"{path} has no sheet")
            self.sheet = sheet or names[0]
        self._done = 0
        self._formulas = False  # known when all has been read once
        first, width = self._measured()
        if self._formulas:
            first, width = self._measured()
        if not first:
            raise ValueError(f"{path}: the sheet {self.sheet!r} is empty")
        self._rows = self._done
        self.header = [text_of(cell) or "" for cell in _filled(first, width)]
        self.schema = text_schema(self.header)

    def _measured(self) -> tuple[Sequence[Any], int]:
        """The first row, and how wide the widest is: a column without a name shows only in the rows that use it."""
        first: Sequence[Any] = ()
        width = 0
        for _, row in self._records():
            first = first or row
            width = max(width, *(i for i, cell in enumerate(row, 1) if cell is not None))
        return first, width

    def place_of(self, column: str) -> str:
        return ""

    def chunks(self) -> Generator[Chunk, None, None]:
        records = islice(self._records(), 1, None)
        return in_chunks(self.header, ((place, place, _filled(row, len(self.header)), None) for place, row in records))

    def read(self) -> float:
        return min(self._done / self._rows, 1.0)

    def _records(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """Each row that is not blank, with its number."""
        with ExitStack() as stack:
            # two readings of one file with formulas: openpyxl gives either them or their values
            ways = (True, False) if self._formulas else (True,)
            readers = [_opened(self._path, values=way, strings=self._strings) for way in ways]
            books = [stack.enter_context(closing(reader.wb)) for reader in readers]
            sheets = [book[self.sheet] for book in books]
            for sheet in sheets:
                sheet.reset_dimensions()  # what files say of their size is often wrong
            readings = zip(*(sheet.iter_rows(values_only=True) for sheet in sheets), strict=True)
            self._done = 0
            while (read := self._next(readings)) is not None:
                self._done += 1
                values, formulas = read[0], read[-1]
                row = [f if v is None else v for v, f in zip(values, formulas, strict=True)]
                if any(cell is not None for cell in row):
                    yield self._done, row
            self._formulas = self._formulas or readers[0].archive.formulas

    def _next(self, readings: Iterator[tuple[Sequence[Any], ...]]) -> tuple[Sequence[Any], ...] | None:
        """The next row in each reading; ValueError names one that cannot be read."""
        place = self._done + 1
        with _naming(f"{self._path}, row {place}"):
            read = next(readings, None)
        if read is not None:
            bounded(len(read[0]), f"{self._path}, row {place:,},")
            if place > SHEET_ROWS:
                raise ValueError(f"{self._path}: the sheet {self.sheet!r} has more than {SHEET_ROWS:,} rows")
        return read


class ExcelWriter:
    """A workbook of one sheet, whose texts stay texts; written when it is closed.

    Raises ValueError for what a sheet cannot hold, with where it stands in the file `origin`, whose `place` is a line
    or a row.
    """

    def __init__(self, path: Path, header: Sequence[str], *, sheet: str, origin: Path, place: str) -> None:
        try:
            from openpyxl import Workbook
        except ImportError:
            raise _needs_openpyxl() from None
        self._path, self._header = path, header
        self._origin, self._place = origin, place
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(sheet)
        self._rows = 0
        if len(header) > MOST_COLUMNS:
            raise ValueError(f"{origin}: an Excel sheet holds {MOST_COLUMNS:,} columns; write another format")
        self._append(header, str(origin))

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        for place, row, new in zip(chunk.places, chunk.rows(), columns_to_rows(added), strict=True):
            self._append((*row, *new), f"{self._origin}, {self._place} {place}")

    def close(self) -> None:
        self._book.save(self._path)

    def abandon(self) -> None:
        self._sheet.close()

    def _append(self, cells: Sequence[object], where: str) -> None:
        self._rows += 1
        if self._rows > SHEET_ROWS:
            raise ValueError(f"{where}: an Excel sheet holds {SHEET_ROWS:,} rows; write another format")
        plain = [_plain(cell) for cell in cells]
        for name, value in zip(self._header, plain, strict=True):
            if isinstance(value, str) and len(value) > LONGEST_CELL:
                raise ValueError(
                    f"{where}: the column {listed([name])!r} has a text of {len(value):,} characters, and a cell of an "
                    f"Excel sheet holds {LONGEST_CELL:,}; write another format"
                )
        self._sheet.append([self._cell(value) for value in plain])

    def _cell(self, value: object) -> object:
        """A value that openpyxl writes as it is: a text that begins with '=' too."""
        from openpyxl.cell import WriteOnlyCell

        if not isinstance(value, str):
            return value
        if not value.startswith("=") and value.isprintable():
            return value
        cell = WriteOnlyCell(self._sheet, _escaped(value))
        cell.data_type = "s"
        cell.quotePrefix = True  # stays a text when it is edited
        return cell


def _filled(row: Sequence[Any], width: int) -> list[Any]:
    return [*row[:width], *[None] * (width - len(row))]


def _plain(value: object) -> object:
    """A value as one of the types that a cell has."""
    import datetime

    if value is None or value is Missing.CELL:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        return value.isoformat()
    if isinstance(value, (int, float)) and not _held(value):
        return text_of(value)  # with all its digits
    if isinstance(value, (bool, int, float, datetime.date, datetime.time, datetime.timedelta)):
        return value
    return text_of(value)


def _held(number: float) -> bool:
    """Whether a cell, whose numbers are doubles, holds a number exactly; it has no infinity and no NaN."""
    if isinstance(number, float):
        return math.isfinite(number)
    return abs(number) < 2**1023 and float(number) == number


def _escaped(text: str) -> str:
    """A text with control characters written as Office Open XML escapes them (ECMA-376, ST_Xstring)."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    def escape(match: re.Match[str]) -> str:
        return f"_x{ord(match[0]):04X}_"

    return _NO_XML.sub(escape, str(ILLEGAL_CHARACTERS_RE.sub(escape, text)))


def _opened(path: Path, *, values: bool, strings: list[str] | None = None) -> Any:
    """openpyxl's reader of a workbook, which is read row by row.

    `values`: of formulas, what they came to; `strings`: the texts that its cells share, if they have been read already.
    """
    try:
        from openpyxl.reader.excel import ExcelReader
    except ImportError:
        raise _needs_openpyxl() from None
    with _naming(f"{path} is no Excel workbook (.xlsx)"):
        with path.open("rb") as file:
            reader = ExcelReader(file, read_only=True, data_only=values, keep_links=False)
        reader.archive = GuardedZip(path)  # `load_workbook` takes no archive of ours
        if strings is not None:
            reader.shared_strings = strings
            reader.read_strings = lambda: None
        try:
            reader.read()
        except BaseException:
            reader.archive.close()
            raise
        return reader


@contextmanager
def _naming(what: str) -> Iterator[None]:
    """Make a ValueError that says what of openpyxl's errors, and silence its warnings.

    A broken workbook may raise any of Python's exceptions there, zipfile's and expat's too.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Exception as error:
        if isinstance(error, OSError) and error.filename is not None:
            raise
        reason = error.__cause__ or error  # openpyxl wraps some in words on XML
        raise ValueError(f"{what}: {' '.join(str(reason).split()) or type(reason).__name__}") from None


def _needs_openpyxl() -> ValueError:
    return ValueError("Excel files need openpyxl: pip install 'smartgoals[excel]'")
