"""Excel workbooks, one sheet of which holds the goals."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from smartgoals.batch.cells import Missing, text_of
from smartgoals.batch.files.chunk import Chunk, columns_to_rows, in_chunks, text_schema

SHEET_ROWS = 2**20  # its header among them
LONGEST_CELL = 32_767  # characters
_MOST_EXACT = 1e15  # a cell shows 15 digits
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")  # beside the control characters that openpyxl knows


class ExcelSource:
    """The values of a sheet, typed as they are; a formula gives its last value, or its text where it has none.

    `sheet`: its name (None: the first).  Raises ValueError for what is no workbook and for a sheet that is not there.
    """

    note = ""

    def __init__(self, path: Path, *, sheet: str | None = None) -> None:
        self._path = path
        with closing(_workbook(path, values=True)) as book:
            names = [worksheet.title for worksheet in book.worksheets]
            if sheet is not None and sheet not in names:
                raise ValueError(f"{path} has no sheet {sheet!r}; its sheets are {', '.join(names)}")
            self.sheet = sheet or names[0]
        self._done = 0
        first, width = None, 0
        for _, row in self._records():  # a column without a name shows only in the rows that use it
            first = first or row
            width = max(width, *(i for i, cell in enumerate(row, 1) if cell is not None))
        if first is None:
            raise ValueError(f"{path}: the sheet {self.sheet!r} is empty")
        self._rows = self._done
        self.header = [text_of(cell) or "" for cell in _filled(first, width)]
        self.schema = text_schema(self.header)

    def chunks(self) -> Iterator[Chunk]:
        records = islice(self._records(), 1, None)
        return in_chunks(self.header, ((place, _filled(row, len(self.header)), None) for place, row in records))

    def read(self) -> float:
        return min(self._done / self._rows, 1.0)

    def _records(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """Each row that is not blank, with its number."""
        with ExitStack() as books:
            # two readings of one file: openpyxl gives either the formulas or their values
            sheets = [books.enter_context(closing(_workbook(self._path, values=v)))[self.sheet] for v in (True, False)]
            for sheet in sheets:
                sheet.reset_dimensions()  # what files say of their size is often wrong
            pairs = zip(*(sheet.iter_rows(values_only=True) for sheet in sheets), strict=True)
            for self._done, (values, formulas) in enumerate(pairs, 1):
                row = [f if v is None else v for v, f in zip(values, formulas, strict=True)]
                if any(cell is not None for cell in row):
                    yield self._done, row


class ExcelWriter:
    """A workbook of one sheet, whose texts stay texts; takes the place of `path` when it is closed.

    Raises ValueError for what a sheet cannot hold.
    """

    def __init__(self, path: Path, header: Sequence[str], *, sheet: str = "goals") -> None:
        try:
            from openpyxl import Workbook
        except ImportError:
            raise _needs_openpyxl() from None
        self._path = path
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(sheet)
        self._rows = 0
        self._append(header)

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        for row, new in zip(chunk.rows(), columns_to_rows(added), strict=True):
            self._append((*row, *new))

    def close(self) -> None:
        part = self._path.with_name(self._path.name + ".part")
        self._book.save(part)
        os.replace(part, self._path)

    def _append(self, cells: Sequence[object]) -> None:
        self._rows += 1
        if self._rows > SHEET_ROWS:
            raise ValueError(f"an Excel sheet holds {SHEET_ROWS:,} rows; write another format")
        self._sheet.append([self._cell(cell) for cell in cells])

    def _cell(self, value: object) -> object:
        """A value that openpyxl writes as it is: a text that begins with '=' too."""
        from openpyxl.cell import WriteOnlyCell

        if not isinstance(value, str):
            return _plain(value)
        if len(value) > LONGEST_CELL:
            raise ValueError(
                f"row {self._rows} has a text of {len(value):,} characters, and a cell of an Excel sheet holds "
                f"{LONGEST_CELL:,}; write another format"
            )
        if not value.startswith("=") and value.isprintable():
            return value
        cell = WriteOnlyCell(self._sheet, _escaped(value))
        cell.data_type = "s"
        cell.quotePrefix = True  # stays a text when it is edited
        return cell


def _filled(row: Sequence[Any], width: int) -> list[Any]:
    return [*row[:width], *[None] * (width - len(row))]


def _plain(value: object) -> object:
    """A value that is no text, as one of the types that a cell has."""
    import datetime

    if value is None or value is Missing.CELL:
        return None
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        return value.isoformat()
    if isinstance(value, (int, float)) and not abs(value) <= _MOST_EXACT:
        return text_of(value)  # all its digits, where a cell would round it or cannot hold it: infinity, NaN
    if isinstance(value, (bool, int, float, datetime.date, datetime.time, datetime.timedelta)):
        return value
    return text_of(value)


def _escaped(text: str) -> str:
    """A text with control characters written as Office Open XML escapes them (ECMA-376, ST_Xstring)."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    def escape(match: re.Match[str]) -> str:
        return f"_x{ord(match[0]):04X}_"

    return _NO_XML.sub(escape, str(ILLEGAL_CHARACTERS_RE.sub(escape, text)))


def _workbook(path: Path, *, values: bool) -> Any:
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        raise _needs_openpyxl() from None
    from zipfile import BadZipFile

    try:
        return load_workbook(path, read_only=True, data_only=values)
    except (InvalidFileException, BadZipFile, KeyError) as error:
        raise ValueError(f"{path} is no Excel workbook (.xlsx): {error}") from None


def _needs_openpyxl() -> ValueError:
    return ValueError("Excel files need openpyxl: pip install 'smartgoals[excel]'")
