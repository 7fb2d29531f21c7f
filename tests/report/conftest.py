"""A report on a small file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from smartgoals.cli import app
from tests.report.sample import GOALS, Report


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Makes the page of a report on goals with their teams, with options of the command line."""

    def make(rows: list[tuple[str, str]] = GOALS, *options: str) -> Path:
        folder = tmp_path_factory.mktemp("report")
        with (folder / "goals.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("goal", "team"), *rows])
        page = folder / "page.html"
        command = ["report", str(folder / "goals.csv"), "-o", str(page), "--today", "2026-11-21", *options]
        result = CliRunner().invoke(app, command)
        assert result.exit_code == 0, result.output
        return page

    return make
