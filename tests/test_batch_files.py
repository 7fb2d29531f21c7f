"""Files in and out: nothing of them is lost."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from smartgoals import Analyzer
from smartgoals.batch import Columns
from smartgoals.batch.files.delimited import DelimitedSource, inert
from smartgoals.batch.files.encodings import encoding_of
from smartgoals.batch.files.formats import FileOptions
from smartgoals.batch.run import Job, score_file
from smartgoals.batch.summary import Summary

ANALYZER = Analyzer(today=datetime.date(2026, 11, 21))
GOALS = {
    "en": "Reach €50k in revenue – “soon”",
    "sv": "Få 40 nya leads via mässor senast den 31 oktober",
    "uk": "Отримати 40 нових лідів до кінця року",
    "ru": "Получить 40 новых заявок до конца года",
}


def run(source: Path, target: Path, **options: Any) -> Summary:
    return score_file(Job(source, target, **options), ANALYZER)


def csv_rows(path: Path, delimiter: str = ",", encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def write_workbook(path: Path, rows: Sequence[Sequence[object]]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


# ---- CSV


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        *((language, encoding) for language in GOALS for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")),
        ("en", "cp1252"), ("sv", "cp1252"), ("sv", "latin-1"), ("uk", "cp1251"), ("ru", "cp1251"), ("uk", "koi8-u"),
        ("ru", "koi8-r"), ("ru", "cp866"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(tmp_path: Path, language: str, encoding: str) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    source.write_bytes(f"id;goal\r\n1;{GOALS[language]}\r\n".encode(encoding))
    run(source, target)
    (row,) = csv_rows(target, ";", "utf-8" if encoding == "utf-8" else "utf-8-sig")
    assert (row["goal"], row["sg_language"]) == (GOALS[language], language)


def test_a_few_letters_above_ascii_are_latin_and_utf8_is_proved_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_bytes("mål\nÖka\n".encode("cp1252"))
    assert encoding_of(path) == "cp1252"
    path.write_bytes(b"goal\n" + b"Get 40 leads\n" * 100_000 + "Öka försäljningen\n".encode("cp1252"))
    assert encoding_of(path) == "cp1252"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("goal,x\nFå 40 leads,åäö", "cp1252"), ("goal,x\nöka,ÅÄÖ,åäö", "cp1252"), ("goal,x\nFÅ 40 LEADS,ÅÄÖ", "cp1252"),
        ("id,goal\n1,Привлечь 5 HRов", "cp1251"), ("id,goal\n1,Знайти SMMщика до травня", "cp1251"),
        ("id,goal\n1,ОТРИМАТИ 40 ЛІДІВ ДО 31 ЖОВТНЯ ЗА ЇХНІМИ ОБ'ЄКТАМИ", "koi8_u"),
        ("id,goal\n1,Найти SMMщика до мая", "koi8_r"),
    ],
)  # fmt: skip
def test_letters_of_two_scripts_in_a_word_tell_an_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "goals.csv"
    path.write_bytes(text.encode(encoding))
    assert encoding_of(path) == encoding


@pytest.mark.parametrize("language", GOALS)
@pytest.mark.parametrize("mark", ["utf-32", "utf-32-be"])
def test_utf32_is_known_by_its_mark(tmp_path: Path, language: str, mark: str) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    text = f"id;goal\r\n1;{GOALS[language]}\r\n"
    source.write_bytes(("" if mark == "utf-32" else "\ufeff").encode(mark) + text.encode(mark))
    run(source, target)
    (row,) = csv_rows(target, ";", "utf-8-sig")
    assert (row["goal"], row["sg_language"]) == (GOALS[language], language)


def test_a_wrong_encoding_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_bytes("mål\nÖka\n".encode("cp1252"))
    with pytest.raises(ValueError, match=r"is not all utf-8.*name another with --encoding"):
        run(path, tmp_path / "scored.csv", reading=FileOptions(encoding="utf-8"))
    with pytest.raises(ValueError, match="no encoding 'klingon'"):
        run(path, tmp_path / "scored.csv", reading=FileOptions(encoding="klingon"))


@pytest.mark.parametrize(
    ("text", "delimiter", "header"),
    [
        ("goal;owner, team;due\nGet 4 leads, now;Al;May\n", ";", ["goal", "owner, team", "due"]),
        ("goal,due\nx,y\n", ",", ["goal", "due"]),
        ('"a;b"|goal\n1|2\n', "|", ["a;b", "goal"]),
        ("sep=|\na|goal\n1|2\n", "|", ["a", "goal"]),
        ("a\tgoal\n1\t2\n", "\t", ["a", "goal"]),
    ],
)
def test_the_delimiter_is_found(tmp_path: Path, text: str, delimiter: str, header: list[str]) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(text, encoding="utf-8")
    source = DelimitedSource(path)
    assert (source.delimiter, source.header) == (delimiter, header)
    assert [len(row) for chunk in source.chunks() for row in chunk.rows()] == [len(header)]


def test_a_file_of_one_column_needs_no_quotes(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    source.write_text("goal\nGet 40 leads, fast; by May\n\nFå 3 kunder\n", encoding="utf-8")
    run(source, target)
    assert [row["goal"] for row in csv_rows(target)] == ["Get 40 leads, fast; by May", "Få 3 kunder"]


def test_a_row_of_another_length_keeps_its_cells(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    source.write_text('id,goal,owner\n1,Get 4 leads\n2,"Get, 5",a,"b,c"\n3,x,"","y\n",\n', encoding="utf-8")
    assert run(source, target).failed == 2
    short, long, torn = csv_rows(target)
    assert (short["owner"], short["sg_value"], short["sg_error"]) == ("", "4", "")
    assert (long["goal"], long["owner"]) == ("Get, 5", 'a,"b,c"')
    assert next(csv.reader([torn["owner"]])) == ["", "y\n", ""]
    assert long["sg_error"] == "the row has 4 cells, the header 3"


def test_the_added_columns_are_written_plainly(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.tsv", tmp_path / "scored.csv"
    source.write_text("goal\tn\nReach 1.5M visits by 31 May\t1\n", encoding="utf-8")
    run(source, target, prefix="")
    (row,) = csv_rows(target)
    assert (row["value"], row["deadline"], row["comparator"], row["high"]) == ("1500000", "2027-05-31", "=", "")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("'=1+1", "''=1+1"), ("- Get 40 leads", "'- Get 40 leads"), ("＝1+1", "'＝1+1"),
        ("+20 % leads", "'+20 % leads"),
        ("-15", "-15"), ("+20 %", "+20 %"), ("-1 500,25", "-1 500,25"),
        ("=", "="), ("-", "-"), ("it's", "it's"), ("", ""),
    ],
)  # fmt: skip
def test_formulas_are_inert_and_nothing_else_changes(cell: str, written: str) -> None:
    assert inert(cell) == written


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4), st.sampled_from(",;\t|"), st.booleans())
def test_csv_keeps_every_cell(tmp_path: Path, rows: list[tuple[str, str]], delimiter: str, marked: bool) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    with source.open("w", encoding="utf-8-sig" if marked else "utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([("goal", "note"), *rows])
    run(source, target, reading=FileOptions(delimiter=delimiter))
    found = csv_rows(target, delimiter, "utf-8-sig")
    expected = [(inert(goal), inert(note)) for goal, note in rows]
    assert [(row["goal"], row["note"]) for row in found] == expected
    assert [row["sg_error"] == "the goal is empty" for row in found] == [not goal.strip() for goal, _ in rows]


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("'=+-@\t1a %"), max_size=6), st.text(st.sampled_from("'=+-@\t1a %"), max_size=6))
def test_cells_that_differ_are_written_differently(one: str, other: str) -> None:
    assert (inert(one) == inert(other)) == (one == other)


# ---- JSON Lines


def test_json_lines_keep_keys_values_and_broken_lines(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.jsonl", tmp_path / "scored.jsonl"
    records = [
        {"goal": "Get 40 leads", "tags": ["a", {"b": None}], "n": 10**30},
        {"late": 1.5, "goal": "=1+1", "empty": None},
        {"goal": 7},
        {"other": "no goal"},
    ]
    lines = [json.dumps(record) for record in records]
    source.write_text("\n".join([*lines, "", "{broken", "[1]", '{"goal": "\\ud800"}']), encoding="utf-8")
    assert run(source, target).rows == 7
    written = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    own = [{key: value for key, value in row.items() if not key.startswith("sg_")} for row in written]
    assert own == [*records, {"line": "{broken"}, {"line": [1]}, {"goal": "\ud800"}]
    assert written[0]["sg_value"] == 40
    assert written[3]["sg_error"] == "the goal is empty"
    assert written[4]["sg_error"].startswith("no JSON")
    assert written[5]["sg_error"] == "no JSON object"
    assert written[6]["sg_error"] == "no valid Unicode: lone surrogate at character 0"


def test_a_goal_of_json_that_is_no_text_is_its_rows_error(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.jsonl", tmp_path / "scored.jsonl"
    goals = [40, True, ["Få 40 leads"], {"ціль": "Отримати 40 лідів"}, 1.5, None, "Получить 40 заявок"]
    source.write_text("".join(json.dumps({"goal": goal}) + "\n" for goal in goals), encoding="utf-8")
    run(source, target)
    written = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["goal"] for row in written] == goals
    assert [row["sg_error"] for row in written] == [*["the goal is no text"] * 5, "the goal is empty", None]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('{"goal": "Get 4 leads", "goal": "Get 5"}', "goal"), ('{"goal": "Få 4 leads", "x": [{"ä": 1, "ä": 1}]}', "ä"),
    ],
)  # fmt: skip
def test_a_key_that_is_there_twice_is_its_rows_error(tmp_path: Path, line: str, name: str) -> None:
    source, target = tmp_path / "goals.jsonl", tmp_path / "scored.jsonl"
    source.write_text('{"goal": "Get 40 leads"}\n' + line + "\n", encoding="utf-8")
    run(source, target)
    row = json.loads(target.read_text(encoding="utf-8").splitlines()[1])
    assert (row["line"], row["sg_error"]) == (line, f"the key '{name}' is there more than once")


def test_a_number_in_a_sheet_is_no_goal(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.xlsx", tmp_path / "scored.jsonl"
    write_workbook(source, [["goal"], [40], [datetime.datetime(2027, 1, 2)], ["Get 40 leads"]])
    run(source, target)
    errors = [json.loads(line)["sg_error"] for line in target.read_text(encoding="utf-8").splitlines()]
    assert errors == ["the goal is no text", "the goal is no text", None]


def test_json_lines_may_bring_context_as_json(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.jsonl", tmp_path / "scored.jsonl"
    source.write_text('{"goal": "Get 40 leads in May", "past": [30, 32]}\n', encoding="utf-8")
    run(source, target, columns=Columns(history="past"))
    assert json.loads(target.read_text(encoding="utf-8"))["sg_achievable"] == "met"


# ---- Parquet


def test_parquet_keeps_types_and_values(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.parquet", tmp_path / "scored.parquet"
    table = pa.table(
        {
            "id": pa.array([2**60, None], pa.int64()),
            "goal": pa.array(["Get 40 leads by May", "Få 3 kunder"]).dictionary_encode(),
            "at": pa.array([1, None], pa.timestamp("ns", tz="Europe/Stockholm")),
            "deep": pa.array([{"a": [1]}, None]),
        }
    )
    pq.write_table(table, source)
    run(source, target)
    written = pq.read_table(target)
    assert written.select(table.schema.names).equals(table)
    assert written.column("sg_value").to_pylist() == [40.0, 3.0]
    assert written.schema.field("sg_deadline").type == pa.date32()


def test_parquet_becomes_csv_and_csv_becomes_parquet(tmp_path: Path) -> None:
    first, second, third = tmp_path / "a.parquet", tmp_path / "b.csv", tmp_path / "c.parquet"
    pq.write_table(pa.table({"goal": ["Get 4 leads"], "n": [1.5], "l": [["x"]], "e": [None]}), first)
    run(first, second, prefix="a_")
    run(second, third, prefix="b_")
    (row,) = pq.read_table(third).select(["goal", "n", "l", "e", "a_value", "b_value"]).to_pylist()
    assert row == {"goal": "Get 4 leads", "n": "1.5", "l": '["x"]', "e": "", "a_value": "4", "b_value": 4.0}


# ---- Excel


def test_excel_keeps_types_and_texts_stay_texts(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.xlsx", tmp_path / "scored.xlsx"
    day = datetime.datetime(2027, 1, 2)
    write_workbook(source, [["id", "mål", "dag", None], [1, "Få 40 leads", day, True], [], [2.5, "=1+1", None, "n/a"]])
    run(source, target)
    book = load_workbook(target)
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[0][:5] == ("id", "mål", "dag", None, "sg_language")
    assert rows[1][:4] == (1, "Få 40 leads", day, True)
    assert rows[2][:4] == (2.5, "=1+1", None, "n/a")
    assert book.active["B3"].data_type == "s"
    assert dict(zip(rows[0], rows[1], strict=True))["sg_value"] == 40


def test_a_csv_that_becomes_excel_has_no_formula_and_no_lost_sign(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.xlsx"
    source.write_text('goal,note\n"Get 40 leads","=HYPERLINK(""x"")"\nGet 3\x01,-2\n', encoding="utf-8")
    run(source, target)
    sheet = load_workbook(target).active
    assert (sheet["B2"].value, sheet["B2"].data_type) == ('=HYPERLINK("x")', "s")
    assert (sheet["A3"].value, sheet["B3"].value) == ("Get 3_x0001_", "-2")


def test_a_sheet_is_found_by_its_name(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.xlsx", tmp_path / "scored.csv"
    book = Workbook()
    book.create_sheet("Mål").append(["goal"])
    book["Mål"].append(["Get 40 leads"])
    book.save(source)
    assert run(source, target, reading=FileOptions(sheet="Mål")).rows == 1
    with pytest.raises(ValueError, match=r"no sheet 'x'; its sheets are Sheet, Mål"):
        run(source, target, reading=FileOptions(sheet="x"))
    with pytest.raises(ValueError, match="the sheet 'Sheet' is empty"):
        run(source, target)


@pytest.mark.parametrize("number", [1e16, 1e300, 1234567890123456, -0.1, 0, 2**53])
def test_numbers_of_a_sheet_stay_numbers(tmp_path: Path, number: float) -> None:
    source, target = tmp_path / "goals.xlsx", tmp_path / "scored.xlsx"
    write_workbook(source, [["goal", "n"], ["Get 40 leads", number]])
    run(source, target)
    cell = load_workbook(target).active["B2"]
    assert (cell.data_type, cell.value) == ("n", number)


def test_signs_that_xml_cannot_hold_are_escaped_in_every_kind_of_cell(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.parquet", tmp_path / "scored.xlsx"
    cells = {"bytes": [b"\x00\x0b\xff"], "text": ["a\r\nb"], "list": [["\ufffe"]], "formula": [b"=1+1"]}
    pq.write_table(pa.table({"goal": ["Få 40 leads"], **cells}), source)
    run(source, target)
    row = [cell.value for cell in load_workbook(target).active[2]][1:5]
    assert row == ["_x0000__x000B_\\xff", "a_x000D_\nb", '["_xFFFE_"]', "=1+1"]
    assert load_workbook(target).active["E2"].data_type == "s"


def test_a_text_too_long_for_a_cell_is_not_cut(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.xlsx"
    source.write_text("goal\nGet 40 leads\n" + "leads " * 6000 + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"goals\.csv, line 3: the column 'goal' has a text of 36,000 characters, and"):
        run(source, target)
    source.write_text("goal\n" + "Get 40 leads, " * 300 + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"goals\.csv, line 2: the column 'sg_analysis' has a text of "):
        run(source, target, json=True)


# ---- what cannot be read


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"", "is empty"), ("a.doc", b"x", "cannot be told by its suffix"), ("a.sarif", b"{}", "only written"),
        ("a.jsonl", b"[1]\n", "holds no JSON object"), ("a.parquet", b"x" * 20, "a.parquet"),
        ("a.xlsx", b"x", "is no Excel workbook"), ("a.csv", b"text,owner\n", "its columns are text, owner"),
        ("a.csv", "goal,mål\nx,y\n".encode(), "more than one column may hold the goals: goal, mål"),
    ],
)  # fmt: skip
def test_a_bad_file_says_why(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    source, target = tmp_path / name, tmp_path / "scored.csv"
    source.write_bytes(content)
    with pytest.raises(ValueError, match=message):
        run(source, target)
    assert not target.exists()


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet", "a.xlsx"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError, match=name):
        run(tmp_path / name, tmp_path / "scored.csv")


@pytest.mark.parametrize(
    "name", ["Goal", " goal ", "GOAL_TEXT", "Mål", "Ціль", "ЦЕЛЬ", "objectives", "Målet", "SMARTa mål", "Our goal"]
)
def test_an_obvious_column_is_found(tmp_path: Path, name: str) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    source.write_text(f"id,{name},owner\n1,Get 40 leads,Al\n", encoding="utf-8")
    run(source, target)
    assert csv_rows(target)[0]["sg_value"] == "40"


def test_the_surest_name_wins(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    source.write_text("objective,goal\nGrow,Get 40 leads\n", encoding="utf-8")
    run(source, target)
    assert csv_rows(target)[0]["sg_value"] == "40"
