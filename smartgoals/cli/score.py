"""`smartgoals score`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from smartgoals.cli.options import (
    FORMATS,
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
    from smartgoals.batch.summary import Summary

GATE, INTERRUPTED = 1, 130  # exit codes


def score(
    file: GoalFile,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where to write; default: 'scored' with the suffix of the format."),
    ] = None,
    column: Column = None,
    language_column: LanguageColumn = None,
    today_column: TodayColumn = None,
    history_column: HistoryColumn = None,
    objectives_column: ObjectivesColumn = None,
    team_column: TeamColumn = None,
    format: Annotated[str | None, typer.Option(help=f"{FORMATS} or sarif; default: by the suffix.")] = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    delimiter: Delimiter = None,
    sheet: Sheet = None,
    prefix: Annotated[str, typer.Option(help="Begins the name of each added column.")] = "sg_",
    json: Annotated[bool, typer.Option("--json", help="Add the whole analysis as JSON.")] = False,
    min_score: Annotated[
        float | None,
        typer.Option(help="Exit with 1 if a goal scores less, from 0 to 1, or cannot be analysed."),
    ] = None,
    workers: Workers = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run stopped.")] = False,
    context: ContextJson = None,
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    locale: Locale = None,
) -> None:
    """Score every goal of a file: its columns as they are, and behind them those that smartgoals adds."""
    from smartgoals.batch import Columns
    from smartgoals.batch.files.formats import FileOptions
    from smartgoals.batch.run import Job, score_file

    columns = Columns(
        language=language_column, today=today_column, history=history_column, objectives=objectives_column,
        team=team_column,
    )  # fmt: skip
    try:
        target = output or _default(file, input_format, format)
        reading = FileOptions(input_format, encoding, delimiter, sheet)
        job = Job(file, target, column, columns, reading, format, prefix, json, min_score, workers, resume)
        summary = score_file(job, analyzer(language, today, vocabulary, locale, context), console=Console(stderr=True))
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    _report(summary, locale)


def _default(file: Path, input_format: str | None, format: str | None) -> Path:
    """The output where none is named, in the format asked for, or else in the input's."""
    from smartgoals.batch.files.formats import SUFFIXES, format_of

    return Path("scored" + SUFFIXES[format_of(file, format or input_format)][0])


def _report(summary: Summary, locale: str | None) -> None:
    """Say what came of it, in the language asked for or most goals are in, and exit with what it amounts to."""
    from smartgoals.advice.messages import catalogue
    from smartgoals.text.detect import DEFAULT

    chief = next((name for name, _ in summary.languages.most_common(1)), DEFAULT)
    texts = catalogue(locale or chief)
    for line in (*summary.lines(texts), texts.summary["written"].format(path=summary.written)):
        typer.echo(line, err=True)
    if summary.interrupted:
        typer.echo(texts.summary["resume"], err=True)
        raise typer.Exit(INTERRUPTED)
    if not summary.passed:
        raise typer.Exit(GATE)
