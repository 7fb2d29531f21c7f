"""`smartgoals analyze`, `score`, `find`, `evaluate`."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer
from rich.console import Console

if TYPE_CHECKING:
    from smartgoals.analyzer import Analyzer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Today = Annotated[
    Optional[datetime.datetime],  # noqa: UP045  typer reads this at run time
    typer.Option(formats=["%Y-%m-%d"], help="The day from which relative phrases count; default: today."),
]
Words = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--vocabulary", help="TOML file of metrics, channels, teams and terms of your own."),
]
Locale = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Language of the messages: en, sv, uk or ru; default: the goal's."),
]
Language = Annotated[Optional[str], typer.Option(help="en, sv, uk or ru; default: detected.")]  # noqa: UP045


@app.callback()
def main() -> None:
    """Understand goals that people write, and judge how SMART they are."""


@app.command()
def analyze(
    goal: Annotated[Optional[str], typer.Argument(help="The goal; '-' or nothing reads standard input.")] = None,  # noqa: UP045
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    context: Annotated[Optional[str], typer.Option(help="What is known beside the text, as JSON.")] = None,  # noqa: UP045
    locale: Locale = None,
    json: Annotated[bool, typer.Option("--json", help="Print the whole analysis as JSON.")] = False,
) -> None:
    """Show what is in a goal and how SMART it is."""
    if goal is None or goal == "-":
        goal = sys.stdin.read().strip()
    try:
        analysis = _analyzer(language, today, vocabulary, locale, context)(goal)
    except (ValueError, OSError) as error:
        raise _refusal(error) from None
    if json:
        typer.echo(analysis.model_dump_json(indent=2))
        return
    from smartgoals.cli.show import show

    show(analysis, Console(), locale)


@app.command()
def score(
    file: Annotated[Path, typer.Argument(help="A CSV file with a column of goals.")],
    column: Annotated[str, typer.Option(help="Name of the column that holds the goals.")] = "goal",
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the scored file.")] = Path(
        "scored.csv"
    ),
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    locale: Locale = None,
) -> None:
    """Score every goal of a CSV file: its columns, and those that smartgoals adds."""
    from smartgoals.batch.csv_file import score_file

    try:
        analyzer = _analyzer(language, today, vocabulary, locale)
        done = score_file(file, output, column, analyzer, console=Console(stderr=True))
    except (ValueError, OSError) as error:
        raise _refusal(error) from None
    typer.echo(f"{done.rows} goals scored, {done.failed} failed: {output}", err=True)


@app.command()
def find(
    file: Annotated[Path, typer.Argument(help="A text file; '-' reads standard input.")],
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    context: Annotated[Optional[str], typer.Option(help="What is known beside the text, as JSON.")] = None,  # noqa: UP045
    locale: Locale = None,
    json: Annotated[bool, typer.Option("--json", help="Print the goals with their analyses as JSON.")] = False,
) -> None:
    """Find the goals in a document and show how SMART each is."""
    from smartgoals.finding.finder import find as find_in

    try:
        document = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
        found = find_in(document, _analyzer(language, today, vocabulary, locale, context))
    except UnicodeDecodeError:
        raise _refusal(ValueError(f"{file} is no UTF-8 text")) from None
    except (ValueError, OSError) as error:
        raise _refusal(error) from None
    if json:
        typer.echo(f"[{','.join(goal.model_dump_json(indent=2) for goal in found)}]")
        return
    from smartgoals.cli.show import show_found

    show_found(document, found, Console(), locale)


@app.command()
def evaluate(
    files: Annotated[
        list[Path],
        typer.Argument(help="Gold goals (.jsonl), tables of phrases and terms (.tsv), folders of gold documents."),
    ],
    split: Annotated[Optional[str], typer.Option(help="dev or test; default: both.")] = None,  # noqa: UP045
    errors: Annotated[int, typer.Option(help="Show so many errors of each field; read those of dev only.")] = 0,
) -> None:
    """Measure precision, recall and F1, the accuracy of the verdicts, and frame accuracy."""
    from smartgoals.cli.report import report
    from smartgoals.evaluation.run import evaluate as run

    try:
        tallies = run(files, split)
    except (ValueError, OSError) as error:
        raise _refusal(error) from None
    report(tallies, Console(), errors)


@app.command()
def findings() -> None:
    """Print the table of all codes of findings, as FINDINGS.md holds it."""
    from smartgoals.advice.table import table

    typer.echo(table(), nl=False)


@app.command()
def compare(
    tables: Annotated[list[Path], typer.Argument(help="Tables of phrases (.tsv), and gold goals (.jsonl) for speed.")],
    split: Annotated[Optional[str], typer.Option(help="dev or test; default: both.")] = None,  # noqa: UP045
) -> None:
    """Set smartgoals beside dateparser's search_dates and quantulum3: right phrases, and texts a second."""
    from smartgoals.cli.report import report_rivals
    from smartgoals.evaluation import gold, phrases, rivals

    try:
        rows = [row for path in tables if path.suffix == ".tsv" for row in phrases.load(path)]
        goals = [goal for path in tables if path.suffix != ".tsv" for goal in gold.load(path)]
    except (ValueError, OSError) as error:
        raise _refusal(error) from None
    by_language: dict[str, list[phrases.Phrase]] = {}
    for row in rows:
        if split is None or row.split == split:
            by_language.setdefault(row.language, []).append(row)
    shares = {language: rivals.compare(of_language) for language, of_language in by_language.items()}
    report_rivals(shares, rivals.speed([(goal.language, goal.text) for goal in goals]) if goals else {}, Console())


def _analyzer(
    language: str | None,
    today: datetime.datetime | None,
    vocabulary: Path | None,
    locale: str | None,
    context: str | None = None,
) -> Analyzer:
    """An analyzer with the settings of the nearest pyproject.toml; ValueError says what cannot be used."""
    from smartgoals.analyzer import Analyzer
    from smartgoals.context import Context
    from smartgoals.settings import Settings

    return Analyzer(
        language=language,
        today=today.date() if today else None,
        context=Context.model_validate_json(context) if context else None,
        vocabulary=vocabulary,
        settings=Settings.nearest(Path.cwd()),
        locale=locale,
    )


def _refusal(error: Exception) -> typer.Exit:
    typer.echo(f"smartgoals: {error}", err=True)
    return typer.Exit(2)
