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
