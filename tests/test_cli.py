"""The commands as a user runs them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from smartgoals.advice.messages import catalogue
from smartgoals.cli import app

run = CliRunner().invoke


@pytest.mark.parametrize(
    ("language", "goal"),
    [
        ("en", "Get more leads"),
        ("sv", "Få fler leads snart"),
        ("uk", "Отримати більше лідів"),
        ("ru", "Получить больше лидов"),
    ],
)
def test_analyze_shows_criteria_and_advice_in_the_goals_language(language: str, goal: str) -> None:
    result = run(app, ["analyze", goal, "--today", "2026-11-21"])
    texts = catalogue(language)
    assert result.exit_code == 0
    for shown in (goal, texts.names["measurable"], texts.names["missing"], texts.rewrite["deadline"]):
        assert shown in result.output


def test_analyze_shows_what_was_read() -> None:
    result = run(app, ["analyze", "Get 40 new leads by Oct 31", "--today", "2026-11-21"])
    for shown in ("by Oct 31 = 2027-10-31", "leads = leads", "40 (target)", "Time-bound  ██████████  met"):
        assert shown in result.output


def test_analyze_reads_standard_input_and_prints_json() -> None:
    result = run(app, ["analyze", "--json", "--today", "2026-11-21"], input="Get 40 new leads by Oct 31\n")
    assert json.loads(result.output)["targets"][0]["value"] == 40


@pytest.mark.parametrize("arguments", [["analyze", "  "], ["analyze", "x", "--language", "de"], ["score", "none.csv"]])
def test_a_bad_call_says_why_and_exits_with_2(arguments: list[str]) -> None:
    result = run(app, arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("smartgoals: ")


def test_find_shows_each_goal_with_its_line_and_score(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("# Mål\n\nI fjol fick vi 300 leads.\n\n- Få 40 nya leads senast den 31 maj\n", encoding="utf-8")
    result = run(app, ["find", str(report), "--today", "2026-11-21"])
    assert result.exit_code == 0, result.output
    (row,) = [line for line in result.output.splitlines() if "Få 40 nya leads" in line]
    assert row.split("│")[1].strip() == "5"
    assert "● ● · ● ●" in row
    assert "I fjol" not in result.output


def test_find_prints_json_and_reads_standard_input() -> None:
    result = run(
        app, ["find", "-", "--json", "--today", "2026-11-21"], input="We have 30 leads. We want 40 leads by May."
    )
    (goal,) = json.loads(result.output)
    assert (goal["text"], goal["start"]) == ("We want 40 leads by May", 18)
    assert goal["analysis"]["targets"][0]["value"] == 40


def test_find_says_when_there_is_none_and_what_it_cannot_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("We had 30 leads.", encoding="utf-8")
    assert "There are no goals" in run(app, ["find", str(file)]).output
    file.write_bytes(b"\xff\xfe\x00")
    result = run(app, ["find", str(file)])
    assert (result.exit_code, "no UTF-8 text" in result.stderr) == (2, True)
    assert run(app, ["find", str(tmp_path / "none.txt")]).exit_code == 2


def test_score_keeps_the_columns_and_adds_its_own(tmp_path: Path) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    source.write_text(
        'id;mål;kommentar\n1;"Få 40 nya leads\nsenast den 31 oktober";=1+1\n2;;tom\n3;Få fler kunder;"a;b"\n',
        encoding="utf-8-sig",
    )
    result = run(app, ["score", str(source), "--column", "mål", "-o", str(target), "--today", "2026-11-21"])
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines(keepends=True), delimiter=";"))
    assert list(rows[0])[:3] == ["id", "mål", "kommentar"]
    assert rows[0]["sg_metric"] == "leads"
    assert rows[0]["sg_deadline"] == "2027-10-31"
    assert rows[1]["sg_error"] == "the goal is empty"
    assert rows[2]["kommentar"] == "a;b"
    assert rows[2]["sg_measurable"] == "missing"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_score_reads_any_delimiter_even_of_one_row(tmp_path: Path, delimiter: str) -> None:
    source, target = tmp_path / "goals.csv", tmp_path / "scored.csv"
    source.write_text(f"goal{delimiter}owner\nFå 40 nya leads till maj{delimiter}Anna\n", encoding="utf-8")
    assert run(app, ["score", str(source), "-o", str(target)]).exit_code == 0
    (row,) = csv.DictReader(target.read_text(encoding="utf-8").splitlines(keepends=True), delimiter=delimiter)
    assert (row["owner"], row["sg_metric"], row["sg_error"]) == ("Anna", "leads", "")


def test_score_names_the_columns_when_the_one_asked_for_is_not_there(tmp_path: Path) -> None:
    source = tmp_path / "goals.csv"
    source.write_text("text,owner\nGet leads,me\n", encoding="utf-8")
    result = run(app, ["score", str(source), "-o", str(tmp_path / "out.csv")])
    assert result.exit_code == 2
    assert "its columns are text, owner" in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_evaluate_prints_the_figures(tmp_path: Path) -> None:
    corpus = Path(__file__).parent.parent / "corpus" / "en.jsonl"
    part = tmp_path / "en.jsonl"
    part.write_text("\n".join(corpus.read_text(encoding="utf-8").splitlines()[:6]), encoding="utf-8")
    result = run(app, ["evaluate", str(part)])
    assert result.exit_code == 0
    assert "loose frame" in result.output


def test_words_of_ones_own_come_from_a_file(tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text("[metrics.leads]\nterms = { en = ['hand raiser'] }", encoding="utf-8")
    result = run(app, ["analyze", "Get 25 hand raisers", "--vocabulary", str(words), "--json"])
    assert json.loads(result.output)["targets"][0]["metric"] == "leads"
    words.write_text("[metrics.leads]\nterms = { de = ['x'] }", encoding="utf-8")
    result = run(app, ["analyze", "Get 25 hand raisers", "--vocabulary", str(words)])
    assert (result.exit_code, "line 2: metrics.leads.terms.de" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("language", "goal", "shown"),
    [
        ("en", "Get 40 new leads by Oct 31", "Get 20 new leads by 30 September 2026"),
        ("sv", "Få 40 nya leads senast den 31 oktober", "Få 20 nya leads senast den 30 september 2026"),
        ("uk", "Отримати 44 нових лідів до 31 жовтня", "22 нових лідів до 30 вересня 2026 року"),
        ("ru", "Получить 44 новых лида до 31 октября", "22 новых лида до 30 сентября 2026 года"),
    ],
)
def test_plan_breaks_a_goal_down(language: str, goal: str, shown: str) -> None:
    result = run(app, ["plan", goal, "--by", "month", "--today", "2026-09-01"])
    assert result.exit_code == 0, result.output
    assert shown in result.output
    assert catalogue(language).columns["milestone"] in result.output


def test_plan_prints_json() -> None:
    arguments = [
        "plan",
        "Cut churn to 3 % by October",
        "--today",
        "2026-09-01",
        "--context",
        '{"baseline": 5}',
        "--json",
    ]
    first, last = json.loads(run(app, arguments).output)
    assert (first["value"], last["date"], last["target"]["metric"]) == (4, "2026-10-31", "churn_rate")


def test_progress_takes_a_value_or_readings() -> None:
    goal = "Get 40 leads by Oct 31"
    result = run(app, ["progress", goal, "10", "--on", "2026-10-15"])
    assert (result.exit_code, "at risk" in result.output) == (0, True)
    readings = ["2026-10-04=4", "2026-10-11=9,5", "2026-10-18=20"]
    assert json.loads(run(app, ["progress", goal, *readings, "--json"]).output)["actual"] == 20


@pytest.mark.parametrize(
    ("goal", "given", "actual"),
    [
        ("Get 4,000 leads by Oct 31", "1,500", 1500),
        ("Get 4,000 leads by Oct 31", "1 500", 1500),
        ("Få 4 000 leads senast den 31 oktober", "1.500", 1500),
        ("Отримати 4 000 лідів до 31 жовтня", "1 500,5", 1500.5),
        ("Снизить отток с 5 до 3 % к 31 октября", "4,125", 4.125),
        ("Raise NPS from -10 to 40 by Oct 31", "-5", -5),
        ("Raise NPS from -10 to 40 by Oct 31", "−5.5", -5.5),
    ],
)
def test_a_reading_is_written_as_numbers_in_goals_are(goal: str, given: str, actual: float) -> None:
    result = run(app, ["progress", goal, given, "--on", "2026-10-15", "--json"])
    assert json.loads(result.output)["actual"] == actual


def test_check_shows_tree_findings_and_table(tmp_path: Path) -> None:
    goals = tmp_path / "goals.csv"
    goals.write_text(
        "id,goal,parent,team\nd,Sign 10 deals by 30 June,,sales\nl,Get 40 leads by 31 July,d,marketing\n",
        encoding="utf-8",
    )
    result = run(app, ["check", str(goals), "--today", "2026-11-21"])
    assert result.exit_code == 0, result.output
    for shown in ("└── l  Get 40 leads", "P.ends-late", "Who owes", "Marketing"):
        assert shown in result.output
    assert run(app, ["check", str(goals), "--today", "2026-11-21", "--strict"]).exit_code == 1
    data = json.loads(run(app, ["check", str(goals), "--today", "2026-11-21", "--json"]).output)
    assert [len(data[part]) for part in ("goals", "findings", "handovers")] == [2, 4, 1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["plan", "Get 40 leads"], "no deadline"),
        (["plan", "Get 40 leads by June", "--by", "hour"], "by 'hour'"),
        (["progress", "Get 40 leads by June", "ten"], "'ten' is no number"),
        (["progress", "Get 40 leads by June", "1", "2"], "'1' is no reading"),
        (["progress", "Get 40 leads by June", "soon=2"], "'soon=2' is no reading"),
        (["progress", "Get 40 leads by June", "2026-10-40=4"], "'2026-10-40=4' is no reading"),
        (["progress", "Get 40 leads by June", "04.10.2026=4"], "as 2026-10-04=4"),
        (["progress", "Get 40 leads by June", "2026-10-04="], "'2026-10-04=' is no reading"),
        (["progress", "Get 40 leads by June", "--onn", "5"], "no such option: --onn"),
        (["check", "none.csv"], "none.csv"),
        (["score", "a.csv", "--format", "docx"], "no format 'docx'; there are csv"),
        (["plan", "Get 40 leads", "--context", "{"], "--context: Invalid JSON"),
        (["plan", "Get 40 leads", "--context", '{"nope": 1}'], "--context: nope: Extra inputs"),
    ],
)
def test_a_plan_that_cannot_be_made_says_why(arguments: list[str], said: str) -> None:
    result = run(app, arguments)
    assert (result.exit_code, said in result.stderr) == (2, True)


@pytest.mark.parametrize("command", ["serve", "mcp"])
def test_a_command_that_needs_an_extra_says_which(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    result = run(app, [command])
    assert (result.exit_code, f"smartgoals[{command}]" in result.stderr) == (2, True)
