"""JSON Lines: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from smartgoals.batch.cells import Missing, text_of
from smartgoals.batch.files.chunk import Chunk, columns_to_rows, in_chunks, text_schema

BROKEN = "line"  # the key under which a line that is no JSON object is kept as it is


class JsonLinesSource:
    """Objects with any keys; a line that is none has an error, and stands whole under the key BROKEN.

    Raises ValueError for a file that holds no object.
    """

    note = ""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = max(path.stat().st_size, 1)
        self._done = 0
        keys: dict[str, None] = {}
        for _, record, _ in self._records():  # keys may come late, and a table's header comes first
            keys |= dict.fromkeys(record)
        if not set(keys) - {BROKEN}:
            raise ValueError(f"{path} holds no JSON object")
        self.header = list(keys)
        self.schema = text_schema(self.header)

    def chunks(self) -> Iterator[Chunk]:
        records = self._records()
        cells = ((place, [record.get(k, Missing.CELL) for k in self.header], error) for place, record, error in records)
        return in_chunks(self.header, cells)

    def read(self) -> float:
        return self._done / self._size

    def _records(self) -> Iterator[tuple[int, dict[str, Any], str | None]]:
        """Each line that is not blank with its number: an object, or an error."""
        self._done = 0
        with self._path.open("rb") as lines:
            for place, line in enumerate(lines, 1):
                self._done += len(line)
                if not line.strip():
                    continue
                try:
                    record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
                except (ValueError, RecursionError) as error:
                    text = line.decode("utf-8", "backslashreplace").rstrip("\r\n")
                    yield place, {BROKEN: text}, f"no JSON: {error}"
                    continue
                if isinstance(record, dict):
                    yield place, record, None
                else:
                    yield place, {BROKEN: record}, "no JSON object"


class JsonLinesWriter:
    """An object a line, with exactly the keys and values that the source had; complete after each chunk."""

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        self._keys = header
        self._file = path.open("w", encoding="utf-8")

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        for row, new in zip(chunk.rows(), columns_to_rows(added), strict=True):
            cells = zip(self._keys, (*row, *new), strict=True)
            record = {key: cell for key, cell in cells if cell is not Missing.CELL}
            self._file.write(_line(record))
        self._file.flush()

    def close(self) -> None:
        self._file.close()


def _line(record: dict[str, Any]) -> str:
    line = json.dumps(record, ensure_ascii=False, default=text_of)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # half a character can only be written as an escape
        line = json.dumps(record, default=text_of)
    return line + "\n"
