"""The goals of a file that `smartgoals score` reads, with the columns that say how they depend on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from smartgoals.analyzer import MOST_CHARACTERS, check
from smartgoals.batch.cells import text_of
from smartgoals.batch.files.chunk import ERROR
from smartgoals.batch.files.formats import Reading, open_source
from smartgoals.batch.header import goal_column, listed
from smartgoals.batch.kernel import is_text
from smartgoals.inputs import Steady


def rows(path: Path, column: str | None, names: Sequence[str]) -> Iterator[dict[str, str | None]]:
    """Each row with a goal: `goal`, those of the columns `names` that are there, and an `id`, else the row's number.

    Raises OSError for a file that cannot be read, ValueError that names the file and the place of what is wrong.
    """
    steady = Steady(path)
    source = open_source(path, Reading())
    try:
        column = column or goal_column(source.header)
        if column not in source.header:
            raise ValueError(f"no column {column!r}; its columns are {listed(source.header)}")
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    names = [name for name in names if name in source.header]
    number = 0
    for chunk in source.chunks():
        selected = chunk.select([column, *names, ERROR])
        if not is_text(kind := selected.schema.field(column).type):
            raise ValueError(f"{path}: the column {column!r} holds {kind}, not text")
        cells = selected.to_pylist()
        steady.check()
        for place, row in zip(chunk.places, cells, strict=True):
            number += 1
            goal, *fields = ((text_of(row[name]) or "").strip() for name in (column, *names))
            if row[ERROR]:
                raise ValueError(f"{path}, {source.place} {place}: {row[ERROR]}")
            if goal:
                try:
                    check(goal, "goal", MOST_CHARACTERS)
                except ValueError as error:
                    raise ValueError(f"{path}, {source.place} {place}: {error}") from None
                given = {name: field or None for name, field in zip(names, fields, strict=True)}
                yield {"goal": text_of(row[column]), **given, "id": given.get("id") or str(number)}
