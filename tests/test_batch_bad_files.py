"""Files that are broken, too large, or made to do harm: each ends with an error that names it, in little memory."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from smartgoals import Analyzer
from smartgoals.batch.files import chunk, parquet
from smartgoals.batch.files.chunk import MOST_COLUMNS, MOST_OF_ROW, in_chunks
from smartgoals.batch.files.encodings import encoding_of
from smartgoals.batch.files.formats import FileOptions, open_source
from smartgoals.batch.run import Job, score_file

ANALYZER = Analyzer(today=datetime.date(2026, 11, 21))
GOOD = b"what stood there before"


def refused(source: Path, **reading: str) -> str:
    """What is said of a file that cannot be scored, after its name; the target stays as it was."""
    target = source.parent / "scored.csv"
    target.write_bytes(GOOD)
    with pytest.raises(ValueError, match=re.escape(str(source))) as error:
        score_file(Job(source, target, reading=FileOptions(**reading)), ANALYZER)
    assert target.read_bytes() == GOOD
    assert not target.with_name("scored.csv.part").exists()
    said = str(error.value)
    assert said.startswith(str(source))
    assert "\n" not in said
    return said.removeprefix(str(source))


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# ---- text


def test_a_quote_that_is_never_closed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'id,goal\n1,Get 4 leads\n2,"Get 5 leads\n' + "3,Get 6 leads\n" * 1000)
    assert refused(path) == ", line 3: a quote is opened in this row and never closed"
    write(path, 'id,goal\n1,"Get 4\nleads"\n2,"Get 5 leads"')  # closed on the last line, which has no end
    assert len(next(open_source(path, FileOptions()).chunks()).places) == 2


@pytest.mark.parametrize(("begin", "piece"), [('2,"', "Get 5 leads\n"), ("2,", "Get 5 leads ")])
def test_a_row_without_end(tmp_path: Path, begin: str, piece: str) -> None:
    path = write(tmp_path / "a.csv", f"id,goal\n1,Get 4 leads\n{begin}{piece * (MOST_OF_ROW // 10)}\n")
    said = f", line 3: the row has more than {MOST_OF_ROW:,} characters; is a quote opened and never closed?"
    assert refused(path) == said


def test_a_line_of_json_without_end(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"goal": "Get 4 leads"}\n{"x": [' + "[]," * (MOST_OF_ROW // 3) + "1]}\n")
    assert refused(path) == f", line 2: it has more than {MOST_OF_ROW:,} bytes"


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".parquet"])
def test_columns_without_end(tmp_path: Path, suffix: str) -> None:
    path, number = tmp_path / f"a{suffix}", MOST_COLUMNS + 5
    names = ["goal", *(f"c{i}" for i in range(number - 1))]
    if suffix == ".parquet":
        pq.write_table(pa.table({name: ["x"] for name in names}), path)
    elif suffix == ".jsonl":
        write(path, "".join(f'{{"{name}": "x"}}\n' for name in names))
        assert refused(path).startswith(f", up to line {MOST_COLUMNS + 1}, has {MOST_COLUMNS + 1:,} columns")
        return
    else:
        write(path, ("," if suffix == ".csv" else "\t").join(names) + "\nx\n")
    assert refused(path) == f" has {number:,} columns; at most {MOST_COLUMNS:,} are read"


def test_a_message_lists_no_more_than_can_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", '"a\nb",' + "c" * 1000 + "," + ",".join(f"c{i}" for i in range(1000)) + "\n")
    said = refused(path)
    assert said.startswith(": no column has an obvious name; its columns are a b, " + "c" * 40 + "…, c0, c1,")
    assert said.endswith("c17 and 982 more; name one with --column")


def test_large_rows_come_in_small_chunks() -> None:
    rows = [(i, i, ["x" * 1_000_000, [["y" * 1_000_000]]], None) for i in range(5)]
    assert [len(part.cells) for part in in_chunks(["a", "b"], rows)] == [3, 2]
    assert [len(part.cells) for part in in_chunks(["a"], [(i, i, ["x"], None) for i in range(501)])] == [500, 1]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["id,goal", "1,Få 40 leads på mässor", *["2,Öka försäljningen"] * 50], "line 2 is UTF-8, line 3 is not"),
        (["id,goal", "1,Получить 40 заявок", *["2,Получить 50 заявок"] * 50], "line 2 is UTF-8, line 3 is not"),
        (["id,mål", "1,Öka"], "line 1 is UTF-8, line 2 is not"),
    ],
)
def test_mixed_encodings(tmp_path: Path, lines: list[str], said: str) -> None:
    old = "cp1251" if "П" in lines[1] else "cp1252"
    utf8 = int(said.split()[1])
    content = b"".join(line.encode("utf-8" if i <= utf8 else old) + b"\n" for i, line in enumerate(lines, 1))
    path = write(tmp_path / "a.csv", content)
    assert refused(path) == f" mixes encodings: {said}; mend it, or name one encoding for all with --encoding"
    assert open_source(path, FileOptions(encoding=old)).header[0] == "id"


def test_a_line_that_reads_as_utf8_by_chance_mixes_nothing(tmp_path: Path) -> None:
    lines = ["goal", "Sänk kostnaden till nästa år", *["Öka försäljningen på mässor"] * 20, "NIVÅ… 3"]
    path = write(tmp_path / "a.csv", "\n".join(lines).encode("cp1252"))
    assert "NIVÅ…".encode("cp1252").decode("utf-8")
    assert encoding_of(path) == "cp1252"


def test_a_byte_outside_the_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", b"goal\n" + b"Get 4 leads\n" * 200_000 + b"F\xe5 3\n")
    assert refused(path, encoding="utf-8") == (
        " is not all utf-8: line 200,002 has byte 0xe5, invalid continuation byte; "
        "mend it, or name another with --encoding"
    )
    write(path, "goal\nFå 4 leads\n".encode("utf-16")[:-1])
    assert refused(path).startswith(" is not all utf-16: line 2 has byte 0x0a, truncated data")
    write(path, b"goal\nGet 4\n")
    assert refused(path, encoding="utf-16").startswith(" is not all utf-16: UTF-16 stream does not start with BOM")


def test_a_file_that_is_cut_in_a_character(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ("id,goal\n" + "1,Få 40 leads på mässor\n" * 20).encode()[:-6])
    assert refused(path).startswith(" mixes encodings: line 2 is UTF-8, line 21 is not")


def test_a_nul_is_a_rows_error(tmp_path: Path) -> None:
    path, target = write(tmp_path / "a.csv", "id,goal\n1,Get\0 4 leads\n2,Get 5 leads\n"), tmp_path / "b.csv"
    summary = score_file(Job(path, target), ANALYZER)
    assert (summary.rows, summary.failed) == (2, 1)
    assert "the row has a NUL character" in target.read_text(encoding="utf-8").splitlines()[1]
    for content in b"goal\nGet\0 4 leads\n", b"goal\nGet 4\0 leads\n":
        write(path, content)
        assert encoding_of(path) == "utf-8"
        assert score_file(Job(path, target), ANALYZER).failed == 1
    write(path, b"id,goal\n1,Get 4 leads\n" + bytes(5000))  # as a crash leaves files
    assert (score_file(Job(path, target), ANALYZER).failed) == 1


@pytest.mark.parametrize(("begin", "name"), [(b"PK\3\4", "zip archive"), (b"PAR1", "Parquet"), (b"\x1f\x8b", "gzip")])
def test_what_is_no_text_says_what_it_is(tmp_path: Path, begin: bytes, name: str) -> None:
    said = refused(write(tmp_path / "a.csv", begin + bytes(range(256)) * 9))
    assert said.startswith(" is no text but")
    assert name in said


@pytest.mark.parametrize("delimiter", ["", "ab", '"', "\n"])
def test_what_delimits_nothing(tmp_path: Path, delimiter: str) -> None:
    path = write(tmp_path / "a.csv", "goal\nGet 4 leads\n")
    with pytest.raises(ValueError, match="cannot be a delimiter"):
        open_source(path, FileOptions(delimiter=delimiter))


@pytest.mark.parametrize("depth", [101, 400, 960, 100_000])
def test_json_nested_without_end_is_a_rows_error(tmp_path: Path, depth: int) -> None:
    deep = '{"goal": "Get 4 leads", "x": ' + "[" * depth + "]" * depth + "}"
    path, target = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    write(path, '{"goal": "Get 4 leads", "x": ' + "[" * 99 + "]" * 99 + "}\n" + deep + "\n")
    assert score_file(Job(path, target), ANALYZER).failed == 1
    assert "its values are nested more than 100 deep" in target.read_text(encoding="utf-8").splitlines()[1]


def test_a_file_of_json_that_is_no_json_lines_says_why(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '[\n{"goal": "Get 4 leads"\n}\n]\n')
    assert refused(path) == " holds no JSON object; line 1: no JSON: Expecting value, at character 3"


# ---- columns


def test_columns_of_one_name_are_all_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "goal,n,n,n (2),n,\nGet 4 leads,1,2,3,4,5\n")
    score_file(Job(path, tmp_path / "b.jsonl"), ANALYZER)
    begin = '{"goal": "Get 4 leads", "n": "1", "n (3)": "2", "n (2)": "3", "n (4)": "4", "": "5", "sg_language"'
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8").startswith(begin)
    for form in ("csv", "parquet", "xlsx"):
        score_file(Job(path, tmp_path / f"b.{form}"), ANALYZER)
        assert open_source(tmp_path / f"b.{form}", FileOptions()).header[:6] == ["goal", "n", "n", "n (2)", "n", ""]


def test_columns_named_like_those_added(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "goal,sg_score\nGet 4 leads,1\n")
    assert refused(path) == ": there is a column 'sg_score' already; choose another prefix for the added ones"
    lines = write(tmp_path / "a.jsonl", '{"goal": "Get 4 leads"}\n\n{"goal": "Get 5 leads", "sg_score": 1}\n')
    said = ", line 3: there is a column 'sg_score' already; choose another prefix for the added ones"
    assert refused(lines) == said
    write(path, "goal,row error,error\nGet 4 leads,1,2\n")
    assert score_file(Job(path, tmp_path / "b.csv"), ANALYZER).failed == 0


def test_a_csv_too_wide_for_a_sheet(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ",".join(["goal", *map(str, range(MOST_COLUMNS - 1))]) + "\n")
    with pytest.raises(ValueError, match="an Excel sheet holds 16,384 columns; write another format"):
        score_file(Job(path, tmp_path / "b.xlsx"), ANALYZER)
    assert [*tmp_path.iterdir()] == [path]


# ---- Parquet


def test_a_damaged_parquet_file_names_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"goal": [f"Get {i} leads" for i in range(2000)]}), path, row_group_size=1000)
    content = path.read_bytes()
    second = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    write(path, content[: second - 3000] + bytes(3000) + content[second:])
    assert refused(path).startswith(", row 1,001 and on: ")
    write(path, content[:-10])
    assert refused(path).startswith(": ")


def test_parquet_values_without_a_form_in_python_name_rows_and_column(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    far = pa.array([2**62], pa.timestamp("us"))
    pq.write_table(pa.table({"goal": ["Get 4 leads"], "far": far}), path)
    assert refused(path).startswith(", rows 1 to 1: the column 'far' holds timestamp[us] that cannot be read")
    kept = tmp_path / "b.parquet"
    score_file(Job(path, kept), ANALYZER)
    assert pq.read_table(kept).column("far").combine_chunks().equals(far)


def test_parquet_texts_that_are_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    torn = pa.Array.from_buffers(pa.string(), 1, pa.array([b"F\xe5 4"]).buffers())
    pq.write_table(pa.table({"goal": torn}), path)
    assert refused(path).startswith(", row 1 and on: ")


def test_a_parquet_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"goal": ["Get 4 leads"], "x": ["0" * 2_000_000]}), path, compression="zstd")
    assert len(list(open_source(path, FileOptions()).chunks())) == 1
    monkeypatch.setattr(parquet, "_MOST_BYTES", 1_000_000)
    assert refused(path).startswith(": the column 'x' unpacks from ")


# ---- any format


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl", "a.parquet", "a.xlsx"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(IsADirectoryError) as error:
        open_source(tmp_path / name, FileOptions())
    assert error.value.filename == str(tmp_path / name)


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "xlsx"])
def test_a_header_alone_is_no_error(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / f"b.{suffix}"
    score_file(Job(write(tmp_path / "c.csv", "goal,id\n"), source, prefix="first_"), ANALYZER)
    if suffix == "jsonl":
        assert refused(source) == " holds no JSON object"
        return
    assert score_file(Job(source, tmp_path / f"d.{suffix}"), ANALYZER).rows == 0
    assert open_source(tmp_path / f"d.{suffix}", FileOptions()).header[:2] == ["goal", "id"]


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk, "MOST_ROWS", 2)
    path = write(tmp_path / "a.csv", "goal\n" + "Get 4 leads\n" * 10)

    class Changing(Analyzer):
        def __call__(self, text: str):  # type: ignore[no-untyped-def]
            if text == "Get 4 leads":
                write(path, "goal\n" + "Get 5 leads\n" * 20)
            return super().__call__(text)

    target = write(tmp_path / "b.csv", GOOD)
    with pytest.raises(ValueError, match=r"a\.csv was changed while it was read; start anew"):
        score_file(Job(path, target), Changing(today=ANALYZER.today))
    assert sorted(tmp_path.iterdir()) == [path, target]
    assert target.read_bytes() == GOOD
