"""The page of a report as a file: what it says, and what it lets a browser do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from smartgoals.advice.messages import catalogue, codes
from smartgoals.cli import app
from smartgoals.lexicon.files import available
from smartgoals.report import Task, gather
from tests.report.sample import GOALS, Report


def run(*command: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(part) for part in command])
    return result.exit_code, result.stderr


@pytest.mark.parametrize("locale", available())
def test_the_page_is_in_the_language_asked_for(report: Report, locale: str) -> None:
    page = report(GOALS, "--locale", locale).read_text(encoding="utf-8")
    texts = catalogue(locale)
    assert f'<html lang="{locale}">' in page
    for name in ("overview", "mean", "criteria", "all_goals", "search", "sort_by"):
        assert texts.report[name] in page
    assert texts.names["time_bound"] in page
    assert texts.findings["T.no-deadline"] in page


def test_it_asks_nothing_of_the_network_and_runs_nothing_but_its_own(report: Report) -> None:
    page = report().read_text(encoding="utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert "default-src &#39;none&#39;" in policy or "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(
        r"""(src|href)=["'](?!#|data:)|url\(|@import|https?:|\sstyle=|\son\w+=""", page.split("<tbody>")[0]
    )
    assert page.count("<script>") == 1
    assert "&lt;script&gt;" in page


def test_paths_do_not_show(report: Report) -> None:
    page = report()
    assert str(page.parent) not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["tsv", "jsonl", "xlsx", "parquet"])
def test_every_format_that_is_scored_is_reported_on(report: Report, tmp_path: Path, form: str) -> None:
    converted = tmp_path / f"goals.{form}"
    assert run("score", report().with_name("goals.csv"), "-o", converted)[0] == 0
    assert run("report", converted, "-o", tmp_path / "page.html", "--column", "goal")[0] == 0
    assert "Nordics" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_column_of_choice_groups(report: Report, tmp_path: Path) -> None:
    rows = [{"goal": "Get 40 leads", "region": place} for place in ("north", "south", None)]
    (tmp_path / "goals.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command = ("report", tmp_path / "goals.jsonl", "-o", tmp_path / "page.html", "--group-column")
    assert run(*command, "region")[0] == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert catalogue("en").report["by_column"].format(column="region") in page
    assert catalogue("en").report["not_stated"] in page
    said = f"smartgoals: {tmp_path / 'goals.jsonl'}: no column 'place'; there are goal, region\n"
    assert run(*command, "place") == (2, said)


def test_a_report_is_not_written_over_its_goals(report: Report) -> None:
    goals = report().with_name("goals.csv")
    code, said = run("report", goals, "-o", goals)
    assert (code, "would be written over the goals" in said) == (2, True)


def test_a_file_without_goals_gives_a_page(report: Report) -> None:
    assert catalogue("en").report["all_goals"] in report([]).read_text(encoding="utf-8")


def test_a_long_file_is_counted_whole_and_the_table_says_where_it_ends(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("entries", "page"):
        monkeypatch.setattr(f"smartgoals.report.{module}.MOST_ENTRIES", 3)
    page = report(GOALS, "--locale", "en").read_text(encoding="utf-8")
    assert catalogue("en").report["capped"].format(n=3) in page
    assert page.count("<tr data-group=") == 3
    assert f"<dd>{len(GOALS)}</dd>" in page


@pytest.mark.parametrize("language", available())
def test_every_finding_has_an_outline(language: str) -> None:
    for code in codes():
        outline = catalogue(language).outline(code)
        assert "{" not in outline
        assert "…." not in outline


def test_counts(report: Report) -> None:
    from smartgoals import Analyzer

    gathered = gather(Task(report().with_name("goals.csv")), Analyzer())
    overview = gathered.overview
    assert (overview.summary.rows, overview.summary.failed, overview.all.goals) == (7, 1, 6)
    assert sum(overview.all.bins) == overview.all.scored
    assert {group: tally.goals for group, tally in overview.groups.items()} == {
        "marketing": 2, "Nordics": 2, None: 1, "sales": 1,
    }  # fmt: skip
    assert all(counts.total() == 6 for counts in overview.all.verdicts.values())
    assert [entry.number for entry in gathered.entries] == [1, 2, 3, 4, 5, 6, 7]
    assert gathered.entries[5].error == "the goal is empty"
