"""Options that several commands share, and what is made of them."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from smartgoals.analyzer import Analyzer
    from smartgoals.context import Context

Today = Annotated[
    datetime.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day from which relative phrases count; default: today."),
]
Words = Annotated[
    Path | None,
    typer.Option("--vocabulary", help="TOML file of metrics, channels, teams and terms of your own."),
]
Locale = Annotated[
    str | None,
    typer.Option(help="Language of the messages: en, sv, uk or ru; default: the goal's."),
]
Language = Annotated[str | None, typer.Option(help="en, sv, uk or ru; default: detected.")]
ContextJson = Annotated[
    str | None,
    typer.Option("--context", help="What is known beside the text, as JSON."),
]


def _column(name: str, holds: str) -> Any:
    return typer.Option(f"--{name}-column", help=f"Column that holds each goal's {holds}.", rich_help_panel="Columns")


# of a file of goals
FORMATS = "csv, tsv, excel, jsonl, parquet"
GoalFile = Annotated[Path, typer.Argument(help=f"A file with a column of goals: {FORMATS}.")]
Column = Annotated[str | None, typer.Option(help="Column that holds the goals; default: found by its name.")]
LanguageColumn = Annotated[str | None, _column("language", "language code")]
TodayColumn = Annotated[str | None, _column("today", "day: 2026-11-21 or 21.11.2026")]
HistoryColumn = Annotated[str | None, _column("history", "past values, parted by ';'")]
ObjectivesColumn = Annotated[str | None, _column("objectives", "objectives, parted by ';'")]
TeamColumn = Annotated[str | None, _column("team", "team id")]
InputFormat = Annotated[str | None, typer.Option(help=f"{FORMATS}; default: by the suffix.")]
Encoding = Annotated[str | None, typer.Option(help="Of CSV and TSV; default: detected.")]
Delimiter = Annotated[str | None, typer.Option(help="Of CSV; default: detected.")]
Sheet = Annotated[str | None, typer.Option(help="Of Excel; default: the first.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that analyse goals.")]


def analyzer(
    language: str | None,
    today: datetime.datetime | None,
    vocabulary: Path | None,
    locale: str | None,
    context: str | None = None,
) -> Analyzer:
    """An analyzer with the settings of the nearest pyproject.toml; ValueError says what cannot be used."""
    from smartgoals.analyzer import Analyzer
    from smartgoals.settings import Settings

    return Analyzer(
        language=language,
        today=day(today),
        context=known(context),
        vocabulary=vocabulary,
        settings=Settings.nearest(Path.cwd()),
        locale=locale,
    )


def day(given: datetime.datetime | None) -> datetime.date | None:
    """A day of the command line, which typer reads with a time."""
    return given.date() if given else None


def known(context: str | None) -> Context | None:
    """What is known beside the text, of JSON; ValueError says what cannot be used."""
    from pydantic import ValidationError

    from smartgoals.context import Context

    try:
        return Context.model_validate_json(context) if context else None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ValueError(f"--context: {where + ': ' if where else ''}{first['msg']}") from None


def standard_input(most: int) -> str:
    """What stands on standard input; ValueError says that it is no text, or over `most` characters."""
    try:
        text = sys.stdin.read(most + 1)
    except UnicodeDecodeError as error:
        raise ValueError(f"standard input is no text in {error.encoding}: {error.reason}") from None
    if len(text) > most:
        raise ValueError(f"standard input has more than {most:,} characters")
    return text


def refusal(error: Exception) -> typer.Exit:
    """Say why a command cannot be carried out; what is returned is to be raised."""
    typer.echo(f"smartgoals: {_said(error)}", err=True)
    return typer.Exit(2)


def _said(error: Exception) -> str:
    """An error in one line, that of a file with the file's name first."""
    text = str(error)
    if isinstance(error, OSError) and error.filename is not None:
        text = f"{error.filename}: {error.strerror}"
    return "; ".join([text, *getattr(error, "__notes__", ())])
