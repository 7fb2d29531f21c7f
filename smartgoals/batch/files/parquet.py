"""Parquet, with the types of its columns as they are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from smartgoals.batch.files.chunk import ERROR, Chunk, columns_to_rows
from smartgoals.batch.kernel import MOST_ROWS

_ROW_GROUP = 64  # chunks


@dataclass(slots=True)
class ArrowChunk:
    """A chunk that came as an Arrow record batch."""

    columns: pa.RecordBatch
    places: range

    def select(self, names: Sequence[str]) -> pa.RecordBatch:
        chosen = self.columns.select([name for name in names if name != ERROR])
        if ERROR not in names:
            return chosen
        return chosen.append_column(ERROR, pa.nulls(chosen.num_rows, pa.string()))

    def rows(self) -> Iterator[Sequence[Any]]:
        return columns_to_rows(self.columns)

    def batch(self, schema: pa.Schema) -> pa.RecordBatch:
        return self.columns


class ParquetSource:
    """Raises ValueError for what is no Parquet file."""

    note = ""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise FileNotFoundError(f"no file {path}")
        try:
            self._file = pq.ParquetFile(path)
        except pa.ArrowInvalid as error:
            raise ValueError(f"{path}: {error}") from None
        self.schema = self._file.schema_arrow
        self.header = self.schema.names
        self._rows: int = max(self._file.metadata.num_rows, 1)
        self._done = 0

    def chunks(self) -> Iterator[Chunk]:
        self._done = 0
        for batch in self._file.iter_batches(batch_size=MOST_ROWS):
            begin, self._done = self._done, self._done + batch.num_rows
            yield ArrowChunk(batch, range(begin + 1, self._done + 1))

    def read(self) -> float:
        return self._done / self._rows


class ParquetWriter:
    """Takes the place of `path` when it is closed: without its end a Parquet file cannot be read."""

    def __init__(self, path: Path, source: pa.Schema, added: pa.Schema) -> None:
        self._path, self._part = path, path.with_name(path.name + ".part")
        self._source = source
        self._schema = pa.schema([*source, *added], metadata=source.metadata)
        self._writer = pq.ParquetWriter(self._part, self._schema, compression="zstd")
        self._waiting: list[pa.RecordBatch] = []

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        columns = [*chunk.batch(self._source).columns, *added.columns]
        self._waiting.append(pa.RecordBatch.from_arrays(columns, schema=self._schema))
        if len(self._waiting) == _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()
        os.replace(self._part, self._path)

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pa.Table.from_batches(self._waiting))
            self._waiting.clear()
