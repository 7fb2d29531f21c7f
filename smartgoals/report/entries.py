"""Read and judge the goals of a file for a report."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow as pa

from smartgoals.analyzer import Analyzer
from smartgoals.batch.cells import text_of
from smartgoals.batch.files.chunk import ERROR, Chunk, Source
from smartgoals.batch.files.formats import FileOptions, open_source
from smartgoals.batch.header import goal_column, listed, team_column
from smartgoals.batch.kernel import PREFIX, Scorer
from smartgoals.batch.rows import Columns
from smartgoals.batch.workers import scored
from smartgoals.inputs import Steady
from smartgoals.models import GoalAnalysis
from smartgoals.report.overview import Overview

MOST_ENTRIES = 10_000  # that a table holds: past these a browser takes long to open it


@dataclass(frozen=True, slots=True)
class Task:
    """What to report on; `column` None finds the goals by the columns' names.

    `columns`: where rows have a language, today, history, objectives or team of their own, as the fields of `Columns`;
    `group`: the column by which goals are grouped (None: that of the teams, else one that is called so).
    """

    source: Path
    column: str | None = None
    columns: Columns = field(default_factory=Columns)
    group: str | None = None
    reading: FileOptions = field(default_factory=FileOptions)
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table: its number in the file, its group, and its analysis or why there is none."""

    number: int
    text: str
    group: str | None
    goal: GoalAnalysis | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a report shows; `group` is the name of the column that groups, None where there is none."""

    overview: Overview
    entries: list[Entry]
    group: str | None
    scorer: Scorer


def gather(task: Task, analyzer: Analyzer) -> Gathered:
    """The analyses of a file's goals, the first MOST_ENTRIES of them, and the counts over all.

    Raises ValueError for what cannot be used, OSError for a file that cannot be read and when a worker dies.
    """
    steady = Steady(task.source)
    source = open_source(task.source, task.reading)
    try:
        scorer, group = _columns(task, source, analyzer)
    except ValueError as error:
        raise ValueError(f"{task.source}: {error}") from None
    overview, entries = Overview(), list[Entry]()
    with closing(source.chunks()) as chunks, closing(scored(scorer, chunks, task.workers)) as results:
        for chunk, added in results:
            steady.check()
            groups = _cells(chunk, group)
            overview.add(added, groups)
            if len(entries) < MOST_ENTRIES:
                analyses, errors = (added.column(PREFIX + name).to_pylist() for name in ("analysis", "error"))
                rows = zip(_cells(chunk, scorer.columns.goal), groups, analyses, errors, strict=True)
                entries += [_entry(number, *row) for number, row in enumerate(rows, len(entries) + 1)]
    return Gathered(overview, entries[:MOST_ENTRIES], group, scorer)


def _columns(task: Task, source: Source, analyzer: Analyzer) -> tuple[Scorer, str | None]:
    """What scores the goals, and the column by which they are grouped."""
    columns = replace(task.columns, goal=task.column or goal_column(source.header), error=ERROR)
    group = task.group or columns.team or team_column(source.header)
    if group is not None and group not in source.header:
        raise ValueError(f"no column {group!r}; there are {listed(source.header)}")
    scorer = Scorer(columns, analyzer=analyzer, json=True)
    scorer.check(_read(source.schema, scorer))
    return scorer, group


def _read(schema: pa.Schema, scorer: Scorer) -> pa.Schema:
    """The columns of a file, without those that were added when it was scored before, and the kernel's of errors."""
    left = set(scorer.added.names) - set(scorer.columns.named().values())
    return pa.schema([*(field for field in schema if field.name not in left), pa.field(ERROR, pa.string())])


def _entry(number: int, text: str | None, group: str | None, analysis: str | None, error: str | None) -> Entry:
    goal = GoalAnalysis.model_validate_json(analysis) if analysis else None
    return Entry(number, goal.text if goal else text or "", group, goal, error)


def _cells(chunk: Chunk, name: str | None) -> list[str | None]:
    """The cells of a column as text, None for empty ones, and all None where there is no column."""
    if name is None:
        return [None] * len(chunk.places)
    return [(text_of(cell) or "").strip() or None for cell in chunk.select([name]).column(0).to_pylist()]
