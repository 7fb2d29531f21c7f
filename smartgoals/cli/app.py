"""`smartgoals analyze`, `score`, `find`, `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from smartgoals.analyzer import MOST_CHARACTERS
from smartgoals.cli.options import ContextJson, Language, Locale, Today, Words, analyzer, refusal, standard_input
from smartgoals.cli.report import report
from smartgoals.cli.score import score
from smartgoals.inputs import read_text

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


app.command()(score)
app.command()(report)


@app.callback()
def main() -> None:
    """Understand goals that people write, and judge how SMART they are."""


@app.command()
def analyze(
    goal: Annotated[str | None, typer.Argument(help="The goal; '-' or nothing reads standard input.")] = None,
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    context: ContextJson = None,
    locale: Locale = None,
    json: Annotated[bool, typer.Option("--json", help="Print the whole analysis as JSON.")] = False,
) -> None:
    """Show what is in a goal and how SMART it is."""
    try:
        if goal is None or goal == "-":
            goal = standard_input(MOST_CHARACTERS).strip()
        analysis = analyzer(language, today, vocabulary, locale, context)(goal)
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    if json:
        typer.echo(analysis.model_dump_json(indent=2))
        return
    from smartgoals.cli.show import show

    show(analysis, Console(), locale)


@app.command()
def find(
    file: Annotated[Path, typer.Argument(help="A text file; '-' reads standard input.")],
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    context: ContextJson = None,
    locale: Locale = None,
    json: Annotated[bool, typer.Option("--json", help="Print the goals with their analyses as JSON.")] = False,
) -> None:
    """Find the goals in a document and show how SMART each is."""
    from smartgoals.finding import finder

    try:
        document = standard_input(finder.MOST_CHARACTERS) if str(file) == "-" else read_text(file)
        if not document.strip():
            raise ValueError(f"{file} is empty")
        found = finder.find(document, analyzer(language, today, vocabulary, locale, context))
    except (ValueError, OSError) as error:
        raise refusal(error) from None
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
    split: Annotated[str | None, typer.Option(help="dev or test; default: both.")] = None,
    errors: Annotated[int, typer.Option(help="Show so many errors of each field; read those of dev only.")] = 0,
) -> None:
    """Measure precision, recall and F1, the accuracy of the verdicts, and frame accuracy."""
    from smartgoals.cli.show_evaluation import show_tallies
    from smartgoals.evaluation.run import evaluate as run

    try:
        tallies = run(files, split)
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    show_tallies(tallies, Console(), errors)


@app.command()
def findings() -> None:
    """Print the table of all codes of findings, as FINDINGS.md holds it."""
    from smartgoals.advice.table import table

    typer.echo(table(), nl=False)


@app.command()
def vocabulary(language: Annotated[str, typer.Argument(help="en, sv, uk or ru.")]) -> None:
    """Print the metrics, channels, platforms and teams that a language has words for, in Markdown."""
    from smartgoals.lexicon.table import table

    try:
        typer.echo(table(language), nl=False)
    except ValueError as error:
        raise refusal(error) from None


@app.command()
def schema() -> None:
    """Print the JSON Schema of what is returned; within a major version fields are only added."""
    from smartgoals.schema import text

    typer.echo(text(), nl=False)


@app.command()
def compare(
    tables: Annotated[list[Path], typer.Argument(help="Tables of phrases (.tsv), and gold goals (.jsonl) for speed.")],
    split: Annotated[str | None, typer.Option(help="dev or test; default: both.")] = None,
) -> None:
    """Set smartgoals beside dateparser's search_dates and quantulum3: right phrases, and texts a second."""
    from smartgoals.cli.show_evaluation import show_rivals
    from smartgoals.evaluation import gold, phrases, rivals

    try:
        rows = [row for path in tables if path.suffix == ".tsv" for row in phrases.load(path)]
        goals = [goal for path in tables if path.suffix != ".tsv" for goal in gold.load(path)]
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    by_language: dict[str, list[phrases.Phrase]] = {}
    for row in rows:
        if split is None or row.split == split:
            by_language.setdefault(row.language, []).append(row)
    shares = {language: rivals.compare(of_language) for language, of_language in by_language.items()}
    show_rivals(shares, rivals.speed([(goal.language, goal.text) for goal in goals]) if goals else {}, Console())
