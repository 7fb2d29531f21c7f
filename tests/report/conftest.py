"""A report on a small file, and a browser to open it in."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from smartgoals.cli import app
from tests.report.sample import GOALS, Report

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


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


@pytest.fixture(scope="module")  # while it lasts, no other test may run an event loop
def chromium() -> Iterator[Any]:
    """A headless Chromium, driven by Playwright."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no Chromium: install the package 'chromium'")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
