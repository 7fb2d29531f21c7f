"""What is fuzzed: each target takes bytes, and raises for whatever is neither an answer that holds nor documented."""

from __future__ import annotations

import asyncio
import csv
import datetime
import importlib
import json
import math
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

import smartgoals
from smartgoals import GoalAnalysis, Vocabulary, analyze, find_goals
from smartgoals.analyzer import Analyzer
from smartgoals.batch.files.formats import FileOptions
from smartgoals.batch.rows import Columns
from smartgoals.batch.run import Job, score_file
from smartgoals.ontology import ontology
from smartgoals.serve.app import _Service, create_app
from smartgoals.serve.work import Rules

Target = Callable[[bytes], None]
LANGUAGES = (None, "en", "sv", "uk", "ru")
DAYS = (datetime.date(2026, 11, 21), datetime.date.min, datetime.date.max, datetime.date(2024, 2, 29))
CONTEXTS: tuple[dict[str, Any], ...] = (
    {}, {"history": [30, 32]}, {"history": [5.0] * 30, "history_per": "day"}, {"baseline": 1e18},
    {"history": [1e18, -1e18] * 3}, {"objectives": ["revenue"], "strategy": "inbound"}, {"benchmark": 0.2},
    {"fiscal_year_start": 4, "currency": "USD", "team": "sales"},
)  # fmt: skip
REFUSED = ("the goal is empty", "the goal is no valid Unicode", "the document is empty", "the document is no valid Uni")
ROUTES = ("analyze", "batch", "find", "plan", "progress")
DOCUMENTED = (200, 400, 413, 422)  # statuses that the work itself may lead to
FORMATS = ("csv", "tsv", "jsonl", "xlsx", "parquet")
WRITTEN = (".csv", ".jsonl", ".xlsx", ".parquet", ".sarif")
TODAY = DAYS[0]


def load() -> None:
    """Import all that the targets use now: what is imported while they run would not be seen by the fuzzer."""
    for package in ("components", "criteria", "finding", "planning", "batch", "serve", "advice"):
        path = Path(smartgoals.__file__).parent / package
        for module in pkgutil.walk_packages([str(path)], f"smartgoals.{package}."):
            importlib.import_module(module.name)


def check(goal: GoalAnalysis) -> None:
    """All that is promised of any analysis."""
    for items in (goal.numbers, goal.metrics, goal.channels, goal.deadlines, goal.owners, goal.vague):
        for item in items:
            assert 0 <= item.start < item.end <= len(goal.text)
            assert goal.text[item.start : item.end] == item.text
    assert all(math.isfinite(number.value) for number in goal.numbers)
    assert GoalAnalysis.model_validate_json(goal.model_dump_json()) == goal


def _documented(error: Exception, beginnings: tuple[str, ...]) -> None:
    """Raise an error anew, unless it says what it should."""
    if not str(error).startswith(beginnings):
        raise error


def _chosen(data: bytes) -> tuple[str, dict[str, Any]]:
    """A text, lone surrogates in it where the bytes are no UTF-8, and the arguments that its first bytes choose."""
    head, text = data[:3].ljust(3, b"\0"), data[3:].decode("utf-8", "surrogateescape")
    return text, {
        "language": LANGUAGES[head[0] % len(LANGUAGES)],
        "context": CONTEXTS[head[1] % len(CONTEXTS)],
        "today": DAYS[head[2] % len(DAYS)],
    }


def of_analyze(folder: Path) -> Target:
    """A goal, in any language, on any day, with any context."""

    def run(data: bytes) -> None:
        text, given = _chosen(data)
        try:
            goal = analyze(text, **given)
        except ValueError as error:
            _documented(error, REFUSED)
        else:
            assert goal.text == text
            check(goal)

    return run


def of_find(folder: Path) -> Target:
    """A document."""

    def run(data: bytes) -> None:
        text, given = _chosen(data)
        try:
            goals = find_goals(text, **given)
        except ValueError as error:
            _documented(error, REFUSED)
            return
        end = 0
        for goal in goals:
            assert end <= goal.start < goal.end <= len(text)
            assert text[goal.start : goal.end] == goal.text == goal.analysis.text
            check(goal.analysis)
            end = goal.end

    return run


def of_vocabulary(folder: Path) -> Target:
    """The text of a vocabulary's file; one in sixteen that loads is read with, as building its words takes a second."""
    path = folder / "ours.toml"

    def run(data: bytes) -> None:
        path.write_bytes(data)
        try:
            ours = Vocabulary.load(path)
        except ValueError as error:
            _documented(error, (str(path),))
            return
        if ours.key:
            assert Vocabulary.model_validate_json(ours.key) == ours
            ontology().extended(ours)
            if sum(data) % 16 == 0:
                terms = [term for _, _, entry in ours.entries() for term in entry.terms.get("en", ())]
                check(analyze(f"Get 40 {' '.join(terms)[:500]} by May", "en", TODAY, vocabulary=ours))

    return run


def _write(path: Path, data: bytes) -> None:
    """A file of some bytes as they are, or (behind 0xFF) of their lines and tabs as rows and cells."""
    if data[:1] != b"\xff" or path.suffix not in (".xlsx", ".parquet"):
        path.write_bytes(data)
        return
    rows = [line.split("\t") for line in data[1:].decode("utf-8", "replace").split("\n")]
    if path.suffix == ".parquet":
        pq.write_table(pa.table({"goal": [row[0] for row in rows]}), path)
        return
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["goal", "today", "history"])
    for row in rows:
        sheet.append(["".join(char for char in cell if char.isprintable()) for cell in row])
    book.save(path)


def of_score(folder: Path) -> Target:
    """A file of goals, as `smartgoals score` takes it."""
    analyzer = Analyzer(today=TODAY)

    def run(data: bytes) -> None:
        head, content = data[:2].ljust(2, b"\0"), data[2:]
        source = folder / f"goals.{FORMATS[head[0] % len(FORMATS)]}"
        target = folder / f"scored{WRITTEN[head[1] % len(WRITTEN)]}"
        columns = Columns(history="history", today="today") if head[1] & 64 else Columns()
        target.unlink(missing_ok=True)
        for journal in folder.glob("*.journal*"):
            journal.unlink()
        try:
            _write(source, content)
        except (ValueError, pa.ArrowException):
            return
        try:
            summary = score_file(Job(source, target, None, columns, FileOptions(), json=bool(head[1] & 128)), analyzer)
        except (ValueError, OSError):
            return
        assert target.exists()
        if target.suffix == ".jsonl":
            assert len([json.loads(line) for line in target.read_text("utf-8").split("\n") if line]) == summary.rows
        if target.suffix == ".csv" and b"\0" not in content:
            csv.field_size_limit(2**24)
            delimiters = csv.reader(target.open(encoding="utf-8-sig", newline=""))
            assert sum(1 for _ in delimiters) >= summary.rows

    return run


class _InProcess:
    """Does the work of the service at once, so that what it raises is seen."""

    async def run(self, work: Callable[..., bytes], *args: Any, long: bool = False) -> bytes:
        return work(*args)


def of_http(folder: Path) -> Target:
    """The body of a request to the service."""
    app = create_app()
    app.state.service = _Service(_InProcess(), Rules())  # type: ignore[arg-type]
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service")
    loop = asyncio.new_event_loop()

    def run(data: bytes) -> None:
        route = ROUTES[data[0] % len(ROUTES)] if data else ROUTES[0]
        asked = client.post(f"/v1/{route}", content=data[1:], headers={"Content-Type": "application/json"})
        answer = loop.run_until_complete(asked)
        assert answer.status_code in DOCUMENTED, answer.text
        told = answer.json()
        if answer.status_code != 200:
            assert told["status"] == answer.status_code
        elif route == "analyze":
            check(GoalAnalysis.model_validate(told))

    return run


TARGETS: dict[str, Callable[[Path], Target]] = {
    "analyze": of_analyze,
    "find": of_find,
    "vocabulary": of_vocabulary,
    "score": of_score,
    "http": of_http,
}
