"""`smartgoals report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoals.cli.options import (
    Column,
    ContextJson,
    Delimiter,
    Encoding,
    GoalFile,
    HistoryColumn,
    InputFormat,
    Language,
    LanguageColumn,
    Locale,
    ObjectivesColumn,
    Sheet,
    TeamColumn,
    Today,
    TodayColumn,
    Words,
    Workers,
    analyzer,
    refusal,
)

if TYPE_CHECKING:
    from smartgoals.analyzer import Analyzer
    from smartgoals.report import Task


def report(
    file: GoalFile,
    output: Annotated[Path, typer.Option("-o", "--output", help="The page to write.")] = Path("report.html"),
    column: Column = None,
    group_column: Annotated[
        str | None,
        typer.Option(
            help="Column that groups the goals; default: that of the teams, or one called so.",
            rich_help_panel="Columns",
        ),
    ] = None,
    language_column: LanguageColumn = None,
    today_column: TodayColumn = None,
    history_column: HistoryColumn = None,
    objectives_column: ObjectivesColumn = None,
    team_column: TeamColumn = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    delimiter: Delimiter = None,
    sheet: Sheet = None,
    workers: Workers = 1,
    context: ContextJson = None,
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    locale: Locale = None,
) -> None:
    """Write one HTML page on the goals of a file: an overview, and every goal with what would make it better."""
    from smartgoals.batch import Columns
    from smartgoals.batch.files.formats import FileOptions
    from smartgoals.report import Task

    columns = Columns(
        language=language_column, today=today_column, history=history_column, objectives=objectives_column,
        team=team_column,
    )  # fmt: skip
    task = Task(file, column, columns, group_column, FileOptions(input_format, encoding, delimiter, sheet), workers)
    try:
        _write(task, output, analyzer(language, today, vocabulary, locale, context))
    except (ValueError, OSError) as error:
        raise refusal(error) from None


def _write(task: Task, target: Path, analyzer: Analyzer) -> None:
    """Write the page, and say what is on it in its language."""
    from smartgoals.batch.files.whole import Whole
    from smartgoals.report import gather, page_texts, write

    Whole(target).spare(task.source)
    gathered = gather(task, analyzer)
    write(gathered, target, task.source.name, analyzer.locale)
    texts = page_texts(gathered, analyzer.locale)
    summary = gathered.overview.summary
    typer.echo(texts.count("rows", summary.rows), err=True)
    if summary.failed:
        typer.echo(f"{texts.report['failed']}: {texts.number(summary.failed)}", err=True)
    typer.echo(texts.summary["written"].format(path=target), err=True)
