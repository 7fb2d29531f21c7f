"""Which format a file is in, and what reads and writes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from smartgoals.batch.files.chunk import Source, Writer
from smartgoals.batch.files.delimited import DelimitedSource, DelimitedWriter
from smartgoals.batch.files.jsonl import JsonLinesSource, JsonLinesWriter
from smartgoals.inputs import regular

SUFFIXES = {
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "excel": (".xlsx", ".xlsm"),
    "jsonl": (".jsonl", ".ndjson"),
    "parquet": (".parquet", ".pq"),
    "sarif": (".sarif",),  # written only
}


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How to read a file, where it does not show: None is found out.

    `format`: a key of SUFFIXES; `encoding` and `delimiter` of CSV; `sheet` of a workbook.
    """

    format: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None


def format_of(path: Path, given: str | None) -> str:
    """The format of a file, given or by its suffix.

    Raises ValueError for a format that does not exist and for a suffix that tells none.
    """
    if given is not None:
        if given not in SUFFIXES:
            raise ValueError(f"no format {given!r}; there are {', '.join(SUFFIXES)}")
        return given
    for name, suffixes in SUFFIXES.items():
        if path.suffix.lower() in suffixes:
            return name
    known = ", ".join(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
    raise ValueError(f"the format of {path} cannot be told by its suffix (known: {known}); name it")


def open_source(path: Path, reading: FileOptions) -> Source:
    """A file ready to be read.

    Raises ValueError or OSError when it cannot be.
    """
    regular(path)
    match format_of(path, reading.format):
        case "csv":
            return DelimitedSource(path, encoding=reading.encoding, delimiter=reading.delimiter)
        case "tsv":
            return DelimitedSource(path, encoding=reading.encoding, delimiter=reading.delimiter or "\t")
        case "jsonl":
            return JsonLinesSource(path)
        case "excel":
            from smartgoals.batch.files.excel import ExcelSource

            return ExcelSource(path, sheet=reading.sheet)
        case "parquet":
            from smartgoals.batch.files.parquet import ParquetSource

            return ParquetSource(path)
        case other:
            raise ValueError(f"{other} files are only written")


def open_writer(path: Path, format: str, source: Source, origin: Path, added: pa.Schema) -> Writer:
    """A writer, to the file `path`, of rows of a source, which was read from `origin`, with the columns `added`."""
    header: Sequence[str] = [*source.header, *added.names]
    match format:
        case "csv" | "tsv":
            alike = source if isinstance(source, DelimitedSource) else None
            if format == "tsv":
                delimiter = "\t"
            else:  # a CSV file keeps its delimiter, a TSV file gives up its own
                delimiter = alike.delimiter if alike and origin.suffix.lower() not in SUFFIXES["tsv"] else ","
            return DelimitedWriter(path, header, delimiter=delimiter, marked=alike is not None and alike.marked)
        case "jsonl":
            return JsonLinesWriter(path, header)
        case "excel":
            from smartgoals.batch.files.excel import ExcelSource, ExcelWriter

            sheet = source.sheet if isinstance(source, ExcelSource) else "goals"
            return ExcelWriter(path, header, sheet=sheet, origin=origin, place=source.place)
        case "parquet":
            from smartgoals.batch.files.parquet import ParquetWriter

            return ParquetWriter(path, source.schema, added)
        case _:
            from smartgoals.batch.files.sarif import SarifWriter

            return SarifWriter(path, origin, lined=source.place == "line")
