"""Parquet, with the types of its columns as they are."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from smartgoals.batch.files.chunk import ERROR, Chunk, bounded, columns_to_rows
from smartgoals.batch.kernel import MOST_ROWS, is_text, values

_ROW_GROUP = 64  # chunks
_MOST_BYTES = 2**28  # of a column in a row group, where it is packed more tightly than goals can be
_MOST_PACKED = 200  # times smaller


@dataclass(slots=True)
class ArrowChunk:
    """A chunk that came as an Arrow record batch."""

    columns: pa.RecordBatch
    places: range
    path: Path

    @property
    def ends(self) -> range:
        return self.places

    def select(self, names: Sequence[str], *, goal: str | None = None) -> pa.RecordBatch:
        chosen = self.columns.select([name for name in names if name != ERROR])
        with self._naming():
            for field in chosen.schema:
                if not is_text(field.type):
                    values(chosen, field.name)  # the kernel will ask for them, and does not know the file
        if ERROR not in names:
            return chosen
        return chosen.append_column(ERROR, pa.nulls(chosen.num_rows, pa.string()))

    def rows(self) -> Iterator[Sequence[Any]]:
        with self._naming():
            return columns_to_rows(self.columns)

    def batch(self, schema: pa.Schema) -> pa.RecordBatch:
        return self.columns

    def _naming(self) -> AbstractContextManager[None]:
        return _naming(f"{self.path}, rows {self.places[0]:,} to {self.places[-1]:,}")


class ParquetSource:
    """Columns as they are.

    Raises ValueError for what is no Parquet file, for one that unpacks without bound, and for rows that are damaged.
    """

    note = ""
    place = "row"

    def __init__(self, path: Path) -> None:
        self._path = path
        with _naming(path):
            self._file = pq.ParquetFile(path)
            self.schema = self._file.schema_arrow
            self.header = self.schema.names
        bounded(len(self.header), path)
        _refuse_bomb(path, self._file.metadata)
        self._rows: int = max(self._file.metadata.num_rows, 1)
        self._done = 0

    def place_of(self, column: str) -> str:
        return ""

    def chunks(self) -> Generator[Chunk, None, None]:
        self._done = 0
        batches = self._file.iter_batches(batch_size=MOST_ROWS)
        while True:
            with _naming(f"{self._path}, row {self._done + 1:,} and on"):
                batch = next(batches, None)
                if batch is None:
                    return
                batch.validate(full=True)
            begin, self._done = self._done, self._done + batch.num_rows
            yield ArrowChunk(batch, range(begin + 1, self._done + 1), self._path)

    def read(self) -> float:
        return self._done / self._rows


class ParquetWriter:
    """Without its end, which closing writes, a Parquet file cannot be read."""

    def __init__(self, path: Path, source: pa.Schema, added: pa.Schema) -> None:
        self._source = source
        self._schema = pa.schema([*source, *added], metadata=source.metadata)
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[pa.RecordBatch] = []

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        columns = [*chunk.batch(self._source).columns, *added.columns]
        self._waiting.append(pa.RecordBatch.from_arrays(columns, schema=self._schema))
        if len(self._waiting) == _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def abandon(self) -> None:
        self._writer.close()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pa.Table.from_batches(self._waiting))
            self._waiting.clear()


def _refuse_bomb(path: Path, metadata: pq.FileMetaData) -> None:
    for group in range(metadata.num_row_groups):
        for i in range(metadata.num_columns):
            column = metadata.row_group(group).column(i)
            size, packed = column.total_uncompressed_size, column.total_compressed_size
            if size > _MOST_BYTES and size > _MOST_PACKED * packed:
                name = column.path_in_schema
                raise ValueError(f"{path}: the column {name!r} unpacks from {packed:,} bytes to {size:,}")


@contextmanager
def _naming(where: object) -> Iterator[None]:
    """Make a ValueError that says where of Arrow's errors, in one line."""
    try:
        yield
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.filename is not None:
            raise
        raise ValueError(f"{where}: {' '.join(str(error).split())}") from None
