"""Tab-separated tables of the corpus, one file a language ('sv.tsv')."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

Row = TypeVar("Row")


def header(path: Path) -> list[str]:
    """The names of a table's columns; empty for an empty file."""
    with path.open(encoding="utf-8") as lines:
        return next(lines, "").rstrip("\r\n").split("\t")


def rows(path: Path, columns: list[str], build: Callable[[str, list[str]], Row]) -> Iterator[Row]:
    """The rows of a table, each built from its language and fields.

    Raises ValueError that names the file and line of a row that cannot be used.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if next(table, None) != columns:
            raise ValueError(f"{path}, line 1: the columns must be {', '.join(columns)}")
        for number, row in enumerate(table, 2):
            try:
                if len(row) != len(columns):
                    raise ValueError(f"{len(row)} fields where {len(columns)} are due")
                yield build(path.stem, row)
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: {error}") from None
