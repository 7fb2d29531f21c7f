"""Files with whatever text in their cells, and files that are whatever bytes: every row comes back, or an error says
why not."""

from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from test_any_text import ODD, PIECES

from smartgoals import Analyzer
from smartgoals.batch import Columns
from smartgoals.batch.run import Job, score_file
from smartgoals.batch.summary import Summary

ANALYZER = Analyzer(today=datetime.date(2026, 11, 21))
NAMES = ("goal", "language", "today", "history", "objectives")
COLUMNS = Columns(language="language", today="today", history="history", objectives="objectives")
GOALS = PIECES.map(" ".join).filter(str.strip) | st.sampled_from(["Get 40 leads", "=1+1", "'=x", "-", "[1", "{}"])
VALUES = ("sv", "2026-11-21", "30; 32", "[[", "[1e999]", "9" * 400, "nan", "-1")
CELLS = st.text(max_size=8) | st.sampled_from([*ODD, *VALUES])
ROWS = st.lists(st.tuples(GOALS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=5)
WRITTEN = st.sampled_from((".csv", ".tsv", ".jsonl", ".xlsx", ".parquet", ".sarif"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


def run(source: Path, target: Path, columns: Columns = COLUMNS) -> Summary:
    target.unlink(missing_ok=True)
    return score_file(Job(source, target, "goal", columns), ANALYZER)


def has_half(row: tuple[str, ...]) -> bool:
    return any("\ud800" <= char <= "\udfff" for cell in row for char in cell)


def write(path: Path, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """A file of the rows that its format can hold, and those rows."""
    if path.suffix != ".jsonl":
        rows = [row for row in rows if not has_half(row)] or [("Get 40 leads", "", "", "", "")]
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(dict(zip(NAMES, row, strict=True))) + "\n" for row in rows))
    elif path.suffix == ".parquet":
        pq.write_table(pa.table({name: [row[i] for row in rows] for i, name in enumerate(NAMES)}), path)
    elif path.suffix == ".xlsx":
        rows = [tuple("".join(filter(str.isprintable, cell)) for cell in row) for row in rows]
        book = Workbook()
        for row in (NAMES, *rows):
            book.active.append([cell.replace("=", "≈") or "x" for cell in row])
        book.save(path)
    else:
        rows = [tuple(cell.replace("\0", "") for cell in row) for row in rows]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows([NAMES, *rows])
    return rows


def count(target: Path) -> int:
    """The rows of a file that was written."""
    match target.suffix:
        case ".jsonl":
            return sum(1 for line in target.read_text(encoding="utf-8").split("\n") if json.loads(line or "null"))
        case ".parquet":
            return int(pq.read_table(target).num_rows)
        case ".xlsx":
            return sum(1 for _ in load_workbook(target).active.iter_rows()) - 1
        case _:
            with target.open(encoding="utf-8-sig", newline="") as lines:
                return sum(1 for _ in csv.reader(lines, delimiter="\t" if target.suffix == ".tsv" else ",")) - 1


@settings(max_examples=150, deadline=None)
@given(ROWS, st.sampled_from((".csv", ".jsonl", ".xlsx", ".parquet")), WRITTEN)
@example([("Get 40 leads", "", "", "", "\ud83d")], ".jsonl", ".csv")
@example([("Get 40 leads", "", "", "", "\ud83d")], ".jsonl", ".parquet")
@example([("Get 40 leads", "", "", "", "\ud83d\ufffe\x00")], ".jsonl", ".xlsx")
def test_every_row_comes_back(folder: Path, rows: list[tuple[str, ...]], read: str, written: str) -> None:
    source, target = folder / f"goals{read}", folder / f"scored{written}"
    there = write(source, rows)
    assert run(source, target).rows == len(there)
    if written != ".sarif":
        assert count(target) == len(there)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(("", "goal\n", "goal,a\n", '{"goal": ', "\ufeffgoal;a\n", "sep=|\ngoal|b\n")),
    st.sampled_from((".csv", ".tsv", ".jsonl", ".xlsx", ".parquet")),
    st.sampled_from((".csv", ".jsonl")),
)
def test_any_bytes_are_rows_or_an_error(folder: Path, content: bytes, begin: str, read: str, written: str) -> None:
    source, target = folder / f"bytes{read}", folder / f"scored{written}"
    source.write_bytes(begin.encode() + content)
    try:
        summary = run(source, target, Columns())
    except ValueError as error:
        assert str(error)  # noqa: PT017
        assert not target.exists()
    else:
        assert count(target) == summary.rows


@pytest.mark.parametrize("value", [10**400, -(10**400), 2**53 + 1])
def test_numbers_that_a_cell_cannot_hold_keep_their_digits(folder: Path, value: Any) -> None:
    source, target = folder / "great.jsonl", folder / "great.xlsx"
    source.write_text(json.dumps({"goal": "Get 40 leads", "n": value}) + "\n", encoding="utf-8")
    run(source, target, Columns())
    assert load_workbook(target).active["B2"].value == str(value)
