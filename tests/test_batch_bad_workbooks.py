"""Workbooks that are broken, or made to take all memory and time: each ends with an error that names it."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from smartgoals.batch.files import excel, guarded
from smartgoals.batch.files.chunk import MOST_COLUMNS
from smartgoals.batch.files.formats import FileOptions, open_source

MOST_MEMORY = 600  # MB of a process that reads a bomb
SHEET = "xl/worksheets/sheet1.xml"
SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = b"<worksheet " + SPACE + b'><sheetData><row><c t="inlineStr"><is><t>goal</t></is></c></row>'
TAIL = b"</sheetData></worksheet>"


def refused(path: Path) -> str:
    """What is said of a workbook that cannot be read, after its name."""
    with pytest.raises(ValueError, match=re.escape(str(path))) as error:
        for _ in open_source(path, FileOptions()).chunks():
            pass
    said = str(error.value)
    assert said.startswith(str(path))
    assert "\n" not in said
    return said.removeprefix(str(path))


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """A workbook, some parts of which are written anew, a piece at a time."""

    def make(**parts: Iterable[bytes]) -> Path:
        plain, path = tmp_path / "plain.xlsx", tmp_path / "a.xlsx"
        book = Workbook()
        book.active.append(["goal"])
        book.active.append(["Get 4 leads"])
        book.save(plain)
        names = {"sheet": SHEET, "styles": "xl/styles.xml", "strings": "xl/sharedStrings.xml"}
        written = {names[name]: pieces for name, pieces in parts.items()}
        with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for name in {*old.namelist(), *written}:
                kept = [] if name in written else [old.read(name)]
                if name == "[Content_Types].xml" and "strings" in parts:
                    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
                    part = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
                    kept = [kept[0].replace(b"</Types>", part)]
                with new.open(name, "w", force_zip64=True) as file:
                    for piece in written.get(name, kept):
                        file.write(piece)
        return path

    return make


def many(piece: bytes, number: int) -> Iterator[bytes]:
    for _ in range(number // 10_000):
        yield piece * 10_000


def around(begin: bytes, pieces: Iterable[bytes], end: bytes) -> Iterator[bytes]:
    yield begin
    yield from pieces
    yield end


BIG = 3_000_000  # times 100 bytes
LAUGHS = [
    b'<!DOCTYPE l [<!ENTITY a "lol">',
    *(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(10)),
    b"]>" + HEAD + b'<row><c t="inlineStr"><is><t>&k;</t></is></c></row>' + TAIL,
]
CROWDED = "one of its parts has more in one place than any row"


def bombs() -> dict[str, dict[str, Iterable[bytes]]]:
    """By name, the parts of workbooks that unpack without bound."""
    return {
        "zeros": {"sheet": many(b"\0" * 100, BIG)},
        "a cell": {"sheet": around(HEAD + b"<row><c><v>", many(b"0" * 100, BIG), b"</v></c></row>" + TAIL)},
        "cells": {"sheet": around(HEAD + b"<row>", many(b"<c/>", 20_000_000), b"</row>" + TAIL)},
        "merged cells": {"sheet": around(HEAD + b"</sheetData><mergeCells>", many(b"<mergeCell/>", 10_000_000), b"")},
        "a text": {"strings": around(b"<sst " + SPACE + b"><si><t>", many(b"0" * 100, BIG), b"</t></si></sst>")},
        "pieces of a text": {"strings": around(b"<sst " + SPACE + b"><si>", many(b"<r/>", 20_000_000), b"</si></sst>")},
        "styles": {"styles": around(b"<styleSheet " + SPACE + b"><cellXfs>", many(b"<xf/>", 10_000_000), b"")},
        "laughs": {"sheet": LAUGHS},
    }


SAID = {"laughs": "one of its parts has entities of its own", "zeros": "one of its parts is not in UTF-8"}
READ_ALL = """
import pathlib, re, sys
from smartgoals.batch.files.formats import FileOptions, open_source
for path in sys.argv[1:]:
    try:
        open_source(pathlib.Path(path), FileOptions())
    except ValueError as error:
        print(error)
status = pathlib.Path("/proc/self/status").read_text()  # the peak that getrusage tells may be the parent's
print(int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) >> 10)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak there")
def test_workbooks_that_are_bombs(workbook: Callable[..., Path], tmp_path: Path) -> None:
    paths = [workbook(**parts).rename(tmp_path / f"{name}.xlsx") for name, parts in bombs().items()]
    assert max(path.stat().st_size for path in paths) < 4_000_000
    command = [sys.executable, "-c", READ_ALL, *map(str, paths)]
    *said, peak = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()
    for path, line in zip(paths, said, strict=True):
        assert line.startswith(str(path))
        assert SAID.get(path.stem, CROWDED) in line
    assert int(peak) < MOST_MEMORY


def test_a_row_far_away(workbook: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "SHEET_ROWS", 1000)
    path = workbook(sheet=[HEAD + b'<row r="999999999999"><c><v>1</v></c></row>' + TAIL])
    assert refused(path) == ": the sheet 'Sheet' has more than 1,000 rows"


@pytest.mark.parametrize(
    ("limit", "parts", "said"),
    [
        ("_MOST_ROWS", {"sheet": around(HEAD, many(b"<row/>", 20_000), TAIL)}, "more than 10,000 rows or texts"),
        (
            "_MOST_ROWS",
            {"strings": around(b"<x:sst " + SPACE.replace(b"xmlns", b"xmlns:x") + b">", many(b"<x:si/>", 20_000), b"")},
            "more than 10,000 rows or texts",
        ),
        ("_MOST_BYTES", {}, "unpacks to more than 10,000 bytes"),
    ],
)
def test_the_bounds_of_a_workbook(
    workbook: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    parts: dict[str, Iterable[bytes]],
    said: str,
) -> None:
    monkeypatch.setattr(guarded, limit, 10_000)
    assert said in refused(workbook(**parts))


def test_what_a_workbook_may_have(workbook: Callable[..., Path], tmp_path: Path) -> None:
    rows = HEAD.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    rows += b'<row r="4"><c r="B4" t="s"><v>0</v></c></row>'
    rows += b'<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5"><f>1+1</f></c><c r="C5"><f>1+1</f><v>2</v></c>'
    rows += b'<c r="D5" t="e"><v>#N/A</v></c></row></sheetData>'
    rows += b'<mergeCells><mergeCell ref="A5:A6"/></mergeCells></worksheet>'
    path = workbook(sheet=[rows], strings=[b"<sst " + SPACE + b"><si><t>Get 4 leads</t></si></sst>"])
    source = open_source(path, FileOptions())
    (cells,) = source.chunks()
    assert [*source.header] == ["goal", "", "", ""]
    assert (list(cells.places), list(cells.rows())) == (
        [4, 5],
        [[None, "Get 4 leads", None, None], ["Get 4 leads", "=1+1", 2, "#N/A"]],
    )


@pytest.mark.parametrize("width", [MOST_COLUMNS, MOST_COLUMNS + 1])
def test_how_wide_a_sheet_may_be(workbook: Callable[..., Path], width: int) -> None:
    path = workbook(sheet=[HEAD + b"<row>" + b"<c/>" * (width - 1) + b"<c><v>1</v></c></row>" + TAIL])
    if width == MOST_COLUMNS:
        assert len(open_source(path, FileOptions()).header) == width
    else:
        assert refused(path) == f", row 2, has {width:,} columns; at most {MOST_COLUMNS:,} are read"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (HEAD + b"<row><c></row>", "mismatched tag"), (HEAD, "no element found"), (b"", "no element found"),
        (HEAD + b'<row><c t="s"><v>7</v></c></row>' + TAIL, ", row 2: "),
        (HEAD + b'<row><c t="n"><v>x</v></c></row>' + TAIL, ", row 2: "),
        (HEAD + b'<row><c r="7"><v>1</v></c></row>' + TAIL, ", row 2: "),
    ],
)  # fmt: skip
def test_a_broken_sheet(workbook: Callable[..., Path], sheet: bytes, said: str) -> None:
    assert said in refused(workbook(sheet=[sheet]))


def test_a_workbook_that_is_cut_or_damaged(workbook: Callable[..., Path]) -> None:
    path = workbook(sheet=around(HEAD, many(b"<row><c><v>1</v></c></row>", 20_000), TAIL))
    content = path.read_bytes()
    path.write_bytes(content[:-30])
    assert refused(path).startswith(" is no Excel workbook (.xlsx): ")
    with zipfile.ZipFile(path.with_name("plain.xlsx")) as book:
        at = content.index(SHEET.encode()) + len(SHEET) + 60
        assert SHEET in book.namelist()
    path.write_bytes(content[:at] + bytes(40) + content[at + 40 :])
    refused(path)
