"""The goals of a file that `smartgoals score` reads, with the columns that say how they depend on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from smartgoals.analyzer import MOST_CHARACTERS, check
from smartgoals.batch.cells import text_of
from smartgoals.batch.files.chunk import ERROR
from smartgoals.batch.files.formats import FileOptions, open_source
from smartgoals.batch.header import column_of, goal_column, listed
from smartgoals.batch.kernel import is_text
from smartgoals.inputs import Steady


def rows(path: Path, column: str | None, uses: Sequence[str]) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Each row with a goal, behind its place: `goal`, what stands in the columns of the `uses` that are there, and an
    `id`, else the row's number.

    Raises OSError for a file that cannot be read, ValueError that names the file and the place of what is wrong, or
    says that there are no goals.
    """
    steady = Steady(path)
    source = open_source(path, FileOptions())
    try:
        column = column or goal_column(source.header)
        if column not in source.header:
            raise ValueError(f"no column {column!r}; its columns are {listed(source.header)}")
        columns = {use: found for use in uses if (found := column_of(source.header, use)) and found != column}
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    number = goals = 0
    for chunk in source.chunks():
        selected = chunk.select([column, *columns.values(), ERROR], goal=column)
        if not is_text(kind := selected.schema.field(column).type):
            raise ValueError(f"{path}: the column {column!r} holds {kind}, not text")
        cells = selected.to_pylist()
        steady.check()
        for line, row in zip(chunk.places, cells, strict=True):
            number += 1
            place = f"{source.place} {line}"
            goal, *fields = ((text_of(row[name]) or "").strip() for name in (column, *columns.values()))
            if row[ERROR]:
                raise ValueError(f"{path}, {place}: {row[ERROR]}")
            if goal:
                goals += 1
                try:
                    check(goal, "goal", MOST_CHARACTERS)
                except ValueError as error:
                    raise ValueError(f"{path}, {place}: {error}") from None
                given = {use: field or None for use, field in zip(columns, fields, strict=True)}
                yield place, {"goal": text_of(row[column]), **given, "id": given.get("id") or str(number)}
    if not goals:
        raise ValueError(f"{path}: no row has a goal" if number else f"{path}: there is a header, but no rows")
