"""Tab-separated tables of the corpus, one file a language ('sv.tsv')."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from smartgoals.inputs import read_text

MOST_BYTES = 2**28  # of a table
Row = TypeVar("Row")


def header(path: Path) -> list[str]:
    """The names of a table's columns; empty for an empty file."""
    return read_text(path, MOST_BYTES).split("\n", 1)[0].split("\t")


def rows(path: Path, columns: list[str], build: Callable[[str, list[str]], Row]) -> Iterator[Row]:
    """The rows of a table, each built from its language and fields.

    Raises ValueError that names the file and line of a row that cannot be used.
    """
    first, *lines = read_text(path, MOST_BYTES).removesuffix("\n").split("\n")
    if first.split("\t") != columns:
        raise ValueError(f"{path}, line 1: the columns must be {', '.join(columns)}")
    for number, line in enumerate(lines, 2):
        row = line.split("\t")
        try:
            if len(row) != len(columns):
                raise ValueError(f"{len(row)} fields where {len(columns)} are due")
            yield build(path.stem, row)
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from None
