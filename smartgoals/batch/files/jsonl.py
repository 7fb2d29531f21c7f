"""JSON Lines: an object a line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from smartgoals.batch.cells import Missing, text_of
from smartgoals.batch.files.chunk import MOST_OF_ROW, Chunk, bounded, columns_to_rows, in_chunks, text_schema

BROKEN = "line"  # the key under which a line that is no JSON object is kept as it is
_DEEPEST = 100  # values in each other; Python gives up at several hundred, sooner or later by who calls


class JsonLinesSource:
    """Objects with any keys; a line that is none has an error, and stands whole under the key BROKEN.

    Raises ValueError for a file that holds no object, for a line that is too long, and for too many different keys.
    """

    note = ""
    place = "line"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = max(path.stat().st_size, 1)
        self._done = 0
        keys: dict[str, int] = {}  # with the line in which each is first
        first, objects = "", False
        for place, record, error in self._records():  # keys may come late, and a table's header comes first
            for key in record:
                keys.setdefault(key, place)
            bounded(len(keys), f"{path}, up to line {place},")
            objects = objects or not error
            first = first or f"; line {place}: {error}"
        if not objects:
            raise ValueError(f"{path} holds no JSON object{first}")
        self.header, self._lines = list(keys), keys
        self.schema = text_schema(self.header)

    def place_of(self, column: str) -> str:
        return f", line {self._lines[column]}"

    def chunks(self) -> Generator[Chunk, None, None]:
        rows = (
            (place, place, [record.get(key, Missing.CELL) for key in self.header], error)
            for place, record, error in self._records()
        )
        return in_chunks(self.header, rows)

    def read(self) -> float:
        return self._done / self._size

    def _records(self) -> Iterator[tuple[int, dict[str, Any], str | None]]:
        """Each line that is not blank with its number: an object, or an error."""
        self._done = 0
        with self._path.open("rb") as lines:
            for place, line in enumerate(iter(lambda: lines.readline(MOST_OF_ROW + 1), b""), 1):
                if len(line) > MOST_OF_ROW:
                    raise ValueError(f"{self._path}, line {place}: it has more than {MOST_OF_ROW:,} bytes")
                self._done += len(line)
                if line.strip():
                    yield place, *_read(line)


def _read(line: bytes) -> tuple[dict[str, Any], str | None]:
    """The object of a line, or the line under BROKEN and what is wrong with it."""
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"), object_pairs_hook=_object)
        if line.count(b"[") + line.count(b"{") > _DEEPEST and _depth(record) > _DEEPEST:
            raise RecursionError
    except RecursionError:
        error = f"its values are nested more than {_DEEPEST} deep"
    except json.JSONDecodeError as problem:  # its own words say 'line 1', of a line
        error = f"no JSON: {problem.msg}, at character {problem.pos + 1:,}"
    except _KeyTwiceError as problem:
        error = str(problem)
    except ValueError as problem:
        error = f"no JSON: {problem}"
    else:
        return (record, None) if isinstance(record, dict) else ({BROKEN: record}, "no JSON object")
    return {BROKEN: line.decode("utf-8", "backslashreplace").rstrip("\r\n")}, error


class _KeyTwiceError(ValueError):
    """An object has a key more than once, of which Python would keep the last value alone."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        ((name, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise _KeyTwiceError(f"the key {name!r} is there more than once")
    return record


def _depth(value: object) -> int:
    """How deep lists and objects stand in each other."""
    depth, level = 0, [value]
    while level := [inner for outer in level for inner in _inside(outer)]:
        depth += 1
    return depth


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


class JsonLinesWriter:
    """An object a line, with exactly the keys and values that the source had; complete after each chunk.

    Of columns with one name, which an object cannot hold, the second is written as 'name (2)'.
    """

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        self._keys = _distinct(header)
        self._file = path.open("w", encoding="utf-8")

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        for row, new in zip(chunk.rows(), columns_to_rows(added), strict=True):
            cells = zip(self._keys, (*row, *new), strict=True)
            record = {key: cell for key, cell in cells if cell is not Missing.CELL}
            self._file.write(_line(record))
        self._file.flush()

    def close(self) -> None:
        self._file.close()

    abandon = close


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of which none is there twice; a name that is there once stays as it is."""
    taken, seen, keys = set(names), Counter[str](), list[str]()
    for name in names:
        seen[name] += 1
        key = name
        while seen[name] > 1 and key in taken:
            key = f"{name} ({seen[name]})"
            seen[name] += key in taken
        taken.add(key)
        keys.append(key)
    return keys


def _line(record: dict[str, Any]) -> str:
    line = json.dumps(record, ensure_ascii=False, default=text_of)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # half a character can only be written as an escape
        line = json.dumps(record, default=text_of)
    return line + "\n"
