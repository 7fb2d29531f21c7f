"""Runs over files: interrupted, resumed, in several processes; what they come to."""

from __future__ import annotations

import csv
import datetime
import json
import os
import re
import signal
import subprocess
import sys
import time
from itertools import product
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from smartgoals import Analyzer, GoalAnalysis
from smartgoals.advice.messages import catalogue
from smartgoals.batch import Scorer
from smartgoals.batch.files import chunk, parquet
from smartgoals.batch.journal import Journal
from smartgoals.batch.run import Job, score_file
from smartgoals.batch.workers import scored
from smartgoals.cli import app

TODAY = datetime.date(2026, 11, 21)
SIZE = 20  # rows of a chunk, in this process
ROWS = 3 * SIZE + 7
invoke = CliRunner().invoke


class Stopping(Analyzer):
    """Behaves like another analyzer until it has read some goals; then it sends a signal, or fails."""

    def __init__(self, after: int, end: signal.Signals | type[BaseException]) -> None:
        super().__init__(today=TODAY)
        self._left, self._end = [after], end

    def __call__(self, text: str) -> GoalAnalysis:
        self._left[0] -= 1
        if self._left[0] == 0:
            if isinstance(self._end, signal.Signals):
                signal.raise_signal(self._end)
            else:
                raise self._end
        return super().__call__(text)


@pytest.fixture
def goals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of some chunks, which are short."""
    for module in (chunk, parquet):
        monkeypatch.setattr(module, "MOST_ROWS", SIZE)
    path = tmp_path / "goals.csv"
    write_goals(path, ROWS)
    return path


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file in any format."""
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path.suffix == ".xlsx":
        header, *rows = load_workbook(path).active.iter_rows(values_only=True)
        return [dict(zip(header, (*row, *[None] * len(header)), strict=False)) for row in rows]
    if path.suffix == ".sarif":
        return json.loads(path.read_text(encoding="utf-8"))["runs"][0]["results"]
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write_goals(path: Path, rows: int) -> None:
    lines = (f"{i},Get {i} new leads" if i % 9 else f"{i}," for i in range(1, rows + 1))
    path.write_text("id,goal\n" + "\n".join(lines) + "\n", encoding="utf-8")


SUFFIXES = [".csv", ".tsv", ".jsonl", ".parquet", ".xlsx", ".sarif"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, KeyboardInterrupt])
def test_an_interrupted_run_leaves_a_valid_file_and_resumes(
    tmp_path: Path, goals: Path, suffix: str, end: signal.Signals | type[BaseException]
) -> None:
    whole, target = tmp_path / f"whole{suffix}", tmp_path / f"scored{suffix}"
    score_file(Job(goals, whole), Analyzer(today=TODAY))
    stopping = Stopping(SIZE + 4, end)
    expected = read(whole)
    if end is KeyboardInterrupt:  # a second signal: at once
        with pytest.raises(KeyboardInterrupt):
            score_file(Job(goals, target), stopping)
        done = SIZE
        assert not target.exists()
    else:
        summary = score_file(Job(goals, target), stopping)
        done = 2 * SIZE
        assert (summary.interrupted, summary.rows, summary.written) == (True, done, target)
        found = read(target)
        assert found == expected[: len(found)]
        if suffix != ".sarif":
            assert len(found) == done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    counting = Stopping(10 * ROWS, KeyboardInterrupt)
    summary = score_file(Job(goals, target, resume=True), counting)
    assert read(target) == expected
    assert (summary.interrupted, summary.rows) == (False, ROWS)
    assert 10 * ROWS - counting._left[0] == ROWS - done  # none is read twice
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((goals.name, whole.name, target.name))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_interrupted_run_takes_no_files_place(tmp_path: Path, goals: Path, suffix: str) -> None:
    whole, target = tmp_path / f"whole{suffix}", tmp_path / f"scored{suffix}"
    score_file(Job(goals, whole), Analyzer(today=TODAY))
    target.write_bytes(b"good")
    summary = score_file(Job(goals, target), Stopping(SIZE + 4, signal.SIGTERM))
    assert target.read_bytes() == b"good"
    assert summary.written == target.with_name(target.name + ".part")
    left = tmp_path / f"left{suffix}"
    summary.written.rename(left)
    found = read(left)
    assert found == read(whole)[: len(found)]
    score_file(Job(goals, target, resume=True), Analyzer())
    assert read(target) == read(whole)


@pytest.mark.parametrize("torn", [b"\xff", b"\xff\xff\xff\xff\x10\x02\x00\x00torn", bytes(5000)])
def test_a_journal_that_ends_in_the_middle_of_a_batch_is_mended(tmp_path: Path, goals: Path, torn: bytes) -> None:
    whole, target = tmp_path / "whole.csv", tmp_path / "scored.csv"
    score_file(Job(goals, target), Stopping(SIZE + 4, signal.SIGTERM))
    with Journal.beside(target).path.open("ab") as file:
        file.write(torn)
    score_file(Job(goals, target, resume=True), Analyzer())  # the day is that of the interrupted run
    score_file(Job(goals, whole), Analyzer(today=TODAY))
    assert target.read_bytes() == whole.read_bytes()


def test_a_run_does_not_resume_with_other_settings(tmp_path: Path, goals: Path) -> None:
    target = tmp_path / "scored.csv"
    score_file(Job(goals, target), Stopping(10, signal.SIGINT))
    with pytest.raises(ValueError, match=r"other settings \(today, analyzer\)"):
        score_file(Job(goals, target, resume=True), Analyzer(today=datetime.date(2026, 1, 1), language="en"))
    goals.write_text("goal\nGet 3 leads\n", encoding="utf-8")
    with pytest.raises(
        ValueError, match=r"goals\.csv: .* other settings \(content of the file\);.* start anew without --resume"
    ):
        score_file(Job(goals, target, resume=True), Analyzer(today=TODAY))
    Journal.beside(target).path.write_bytes(b"not Arrow")
    for resume in (True, False):
        with pytest.raises(ValueError, match=r"scored\.csv\.journal is no journal of an interrupted run; move it away"):
            score_file(Job(goals, target, resume=resume), Analyzer(today=TODAY))
    assert Journal.beside(target).path.read_bytes() == b"not Arrow"
    Journal.beside(target).path.unlink()
    assert score_file(Job(goals, target), Analyzer(today=TODAY)).rows == 1


def test_a_file_that_no_run_left_is_not_written_over(tmp_path: Path, goals: Path) -> None:
    target = tmp_path / "scored.csv"
    part = target.with_name("scored.csv.part")
    part.write_bytes(b"mine")
    with pytest.raises(ValueError, match=r"scored\.csv\.part is there already, and no run left it; move it away"):
        score_file(Job(goals, target), Analyzer(today=TODAY))
    assert part.read_bytes() == b"mine"
    assert sorted(tmp_path.iterdir()) == [goals, part]


def test_two_runs_do_not_write_one_output(tmp_path: Path, goals: Path) -> None:
    target, other, link = tmp_path / "scored.csv", tmp_path / "other.csv", tmp_path / "link.csv"
    link.symlink_to(target)

    class Meeting(Analyzer):
        """Begins another run in the middle of one."""

        def __call__(self, text: str) -> GoalAnalysis:
            if text == "Get 1 new leads":
                for name, resume in product((target, link), (False, True)):
                    with pytest.raises(ValueError, match=rf"another run is writing {re.escape(str(target))};"):
                        score_file(Job(goals, name, resume=resume), Analyzer(today=TODAY))
                score_file(Job(goals, other), Analyzer(today=TODAY))
            return super().__call__(text)

    score_file(Job(goals, target), Meeting(today=TODAY))
    assert target.read_bytes() == other.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["goals.csv", "link.csv", "other.csv", "scored.csv"]
    score_file(Job(goals, target), Stopping(SIZE + 4, signal.SIGTERM))
    score_file(Job(goals, target, resume=True), Analyzer(today=TODAY))  # an interrupted run keeps nobody out
    assert target.read_bytes() == other.read_bytes()


def test_workers_end_soon_and_keep_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    after = 2
    monkeypatch.setattr(chunk, "MOST_ROWS", 100)
    rows = ((i, i, [f"Get {i} leads"], None) for i in range(100_000))
    taken = list[int]()
    begun = time.monotonic()
    for part, added in scored(Scorer(), chunk.in_chunks(["goal"], rows), 2, lambda: len(taken) >= after):
        assert added.num_rows == len(part.places)
        taken.append(part.places[0])
        if len(taken) == after:
            time.sleep(1)
            begun = time.monotonic()
    assert taken == [100 * i for i in range(len(taken))]
    assert after < len(taken) <= 20  # what the workers did meanwhile
    assert time.monotonic() - begun < 5


def test_workers_give_the_same_as_one_process(tmp_path: Path, goals: Path) -> None:
    one, two = tmp_path / "one.parquet", tmp_path / "two.parquet"
    analyzer = Analyzer(today=TODAY, context={"history": [30, 32]}, settings={"ignore": ["S.no-owner"]})
    score_file(Job(goals, one), analyzer)
    score_file(Job(goals, two, workers=2), analyzer)
    assert pq.read_table(one).equals(pq.read_table(two))


def test_the_goals_are_never_written_over(goals: Path) -> None:
    before = goals.read_bytes()
    with pytest.raises(ValueError, match="would be written over the goals"):
        score_file(Job(goals, goals), Analyzer())
    assert goals.read_bytes() == before


# ---- the command


def test_the_summary_is_in_the_language_of_most_goals(tmp_path: Path) -> None:
    source = tmp_path / "goals.csv"
    source.write_text("mål\nFå fler leads\nÖka antalet kunder till 40\nGet leads\n \n", encoding="utf-8")
    result = invoke(app, ["score", str(source), "-o", str(tmp_path / "out.csv")])
    lines = result.stderr.splitlines()
    assert lines[0] == "4 mål har bedömts"
    assert lines[1] == "1 rad kunde inte analyseras; kolumnen sg_error säger varför"
    assert lines[2].startswith("Medelpoäng: 0,")
    assert lines[3].startswith("Saknas oftast: Tidsbundet 3, Mätbart 2")
    assert "Språk: sv 2, en 1" in lines
    assert lines[-1].endswith("out.csv")


@pytest.mark.parametrize("language", ["en", "sv", "uk", "ru"])
def test_the_summary_has_each_languages_plurals(language: str) -> None:
    texts = catalogue(language)
    assert set(texts.summary) == set(catalogue("en").summary)
    for name in ("rows", "failed", "below"):
        lines = [texts.count(name, n, column="sg_error", minimum="0,7") for n in (1, 2, 5, 21, 1_500_000)]
        assert all(re.search(r"\d", line) and "{" not in line for line in lines)
    if language in ("uk", "ru"):
        assert len({re.sub(r"[\d\s\xa0]", "", texts.count("rows", n)) for n in (1, 2, 5)}) == 3


@pytest.mark.parametrize(("minimum", "code"), [("0.5", 0), ("0.99", 1)])
def test_a_minimum_makes_a_gate(tmp_path: Path, minimum: str, code: int) -> None:
    source = tmp_path / "goals.csv"
    source.write_text("goal\nGet 40 new leads from LinkedIn by Oct 31\n", encoding="utf-8")
    result = invoke(app, ["score", str(source), "-o", str(tmp_path / "o.csv"), "--min-score", minimum])
    assert (result.exit_code, "1 goal is below 0.99" in result.stderr) == (code, code == 1)


@pytest.mark.parametrize("minimum", ["nan", "2", "-0.1"])
def test_a_minimum_that_is_no_score(tmp_path: Path, minimum: str) -> None:
    source = tmp_path / "goals.csv"
    source.write_text("goal\nGet 40 leads\n", encoding="utf-8")
    result = invoke(app, ["score", str(source), "-o", str(tmp_path / "o.csv"), "--min-score", minimum])
    assert result.exit_code == 2
    assert "--min-score" in result.stderr
    assert minimum in result.stderr
    assert not (tmp_path / "o.csv").exists()


def test_a_gate_does_not_pass_what_could_not_be_read(tmp_path: Path) -> None:
    source = tmp_path / "goals.jsonl"
    source.write_text('{"goal": "Get 40 new leads by Oct 31"}\n{"goal": ""}\n', encoding="utf-8")
    assert invoke(app, ["score", str(source), "-o", str(tmp_path / "o.csv"), "--min-score", "0"]).exit_code == 1


def test_sarif_says_what_is_wrong_where(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "out"
    source.write_text('id,goal\n1,"Get more leads,\nsoon"\n2,\n3,Launch the site\n', encoding="utf-8")
    result = invoke(app, ["score", str(source), "-o", str(target), "--format", "sarif", "--today", "2026-11-21"])
    assert result.exit_code == 0, result.output
    log = json.loads(target.read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {found["ruleId"] for found in run["results"]} <= rules
    assert {found["level"] for found in run["results"]} <= {"error", "warning", "note"}
    vague = next(found for found in run["results"] if found["ruleId"] == "S.vague-term")
    assert vague["properties"]["phrase"] == "more"
    place = vague["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "endLine": 3, "snippet": {"text": "Get more leads,\nsoon"}}
    (unread,) = [found for found in run["results"] if found["ruleId"] == "row-error"]
    assert (unread["message"]["text"], unread["locations"][0]["physicalLocation"]["region"]) == (
        "the goal is empty",
        {"startLine": 4},
    )


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("goals.csv", "goals.csv"), ("gö l.csv", "g%C3%B6%20l.csv"), ("a:b#%c?.csv", "a%3Ab%23%25c%3F.csv"),
        ("цілі/mål.csv", "%D1%86%D1%96%D0%BB%D1%96/m%C3%A5l.csv"),
    ],
)  # fmt: skip
def test_sarif_names_the_file_by_a_uri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, uri: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text("goal\nGet more leads\n", encoding="utf-8")
    for source, expected in (Path(name), uri), (tmp_path / name, f"file://{tmp_path}/{uri}"):
        score_file(Job(source, Path("out.sarif")), Analyzer(today=TODAY))
        for found in read(Path("out.sarif")):
            assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": expected}


@pytest.mark.parametrize(
    ("options", "column"),
    [
        (["--team-column", "goal"], "goal"),
        (["--team-column", "a", "--objectives-column", "a"], "goal"),
        (["--column", "a", "--objectives-column", "a"], "a"),
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_one_column_may_be_for_two_things(tmp_path: Path, options: list[str], column: str, suffix: str) -> None:
    source, target = tmp_path / f"goals{suffix}", tmp_path / "out.jsonl"
    rows = {"goal": ["sales"], "a": ["sales"]}
    if suffix == ".csv":
        source.write_text("\n".join(",".join(cells) for cells in [rows, *zip(*rows.values(), strict=True)]))
    else:
        pq.write_table(pa.table(rows), source)
    result = invoke(app, ["score", str(source), "-o", str(target), *options])
    assert result.exit_code == 0, result.output
    (row,) = read(target)
    assert (row[column], row["sg_error"]) == ("sales", None)


def test_the_output_is_named_by_its_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("goals.csv").write_text("goal\nGet 4 leads\n", encoding="utf-8")
    for options, name in ([], "scored.csv"), (["--format", "parquet"], "scored.parquet"):
        assert invoke(app, ["score", "goals.csv", *options]).exit_code == 0
        assert read(Path(name))[0]["goal"] == "Get 4 leads"


def test_an_interrupted_command_says_how_to_go_on(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    rows = 30_000
    write_goals(source, rows)
    command = [sys.executable, "-m", "smartgoals", "score", str(source), "-o", str(target), "--workers", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    part = target.with_name("scored.csv.part")
    until = time.monotonic() + 60
    while time.monotonic() < until and not (part.exists() and part.stat().st_size > 50_000):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert said.splitlines()[-1] == catalogue("en").summary["resume"]
    assert "Traceback" not in said
    assert 0 < len(read(target)) < rows
