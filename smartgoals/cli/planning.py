"""`smartgoals plan`, `progress`, `check`."""

from __future__ import annotations

import datetime
import json as json_format
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Unpack, cast

import typer
from rich.console import Console

from smartgoals.cli.app import app
from smartgoals.cli.options import ContextJson, Language, Locale, Today, Words, day, known, refusal

if TYPE_CHECKING:
    from smartgoals.planning.aim import Options

_NUMERAL = re.compile(r"(?P<minus>-)?(?P<digits>\d+(?:[ ']\d{3}(?!\d))*(?:[.,]\d+)*)")
Day = Annotated[datetime.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The first day that counts.")]
Json = Annotated[bool, typer.Option("--json", help="Print everything as JSON.")]
Metric = Annotated[str | None, typer.Option(help="Which metric, of a goal with several.")]


@app.command()
def plan(
    goal: Annotated[str, typer.Argument(help="A goal with a number and a deadline.")],
    by: Annotated[str, typer.Option(help="week, month or quarter.")] = "month",
    start: Day = None,
    compounding: Annotated[bool, typer.Option("--compounding", help="Grow by equal factors, not equal steps.")] = False,
    metric: Metric = None,
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    context: ContextJson = None,
    json: Json = False,
) -> None:
    """Break a goal down into milestones."""
    from smartgoals.cli.show_plan import show_milestones
    from smartgoals.planning import break_down
    from smartgoals.planning.milestones import By

    try:
        milestones = break_down(
            goal, cast(By, by), start=day(start), compounding=compounding, metric=metric, language=language,
            today=day(today), vocabulary=vocabulary, context=known(context),
        )  # fmt: skip
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    if json:
        _print_json([m.model_dump(mode="json") for m in milestones])
    else:
        show_milestones(milestones, language or _language(goal), Console())


@app.command(context_settings={"ignore_unknown_options": True})  # a negative number is no option
def progress(
    goal: Annotated[str, typer.Argument(help="A goal with a number and a deadline.")],
    actual: Annotated[list[str], typer.Argument(help="The value reached, or readings: 2026-10-04=4 2026-10-11=9 …")],
    on: Annotated[
        datetime.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day of the value; default: the last reading's, else today."),
    ] = None,
    start: Day = None,
    metric: Metric = None,
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    context: ContextJson = None,
    json: Json = False,
) -> None:
    """Show where a goal stands, and where it will end if it goes on like this."""
    from smartgoals.cli.show_plan import show_progress
    from smartgoals.planning import progress as run

    try:
        counted = _counted(goal, metric, language=language, vocabulary=vocabulary)
        standing = run(
            goal, _readings(actual, language or _language(goal), counted=counted), day(on), start=day(start),
            metric=metric, language=language, today=day(today), vocabulary=vocabulary, context=known(context),
        )  # fmt: skip
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    if json:
        _print_json(standing.model_dump(mode="json"))
    else:
        show_progress(standing, Console())


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A file of goals, with columns id, parent and team if known.")],
    column: Annotated[str | None, typer.Option(help="Column that holds the goals; default: found by its name.")] = None,
    language: Language = None,
    today: Today = None,
    vocabulary: Words = None,
    context: ContextJson = None,
    locale: Locale = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when there is an error among the findings.")
    ] = False,
    json: Json = False,
) -> None:
    """Check goals that depend on each other, and show what teams owe each other."""
    from smartgoals.cli.show_plan import show_set
    from smartgoals.planning import GoalSet
    from smartgoals.settings import Settings

    try:
        goals = GoalSet.load(
            file, column=column, language=language, today=day(today), vocabulary=vocabulary,
            context=known(context), settings=Settings.nearest(Path.cwd()), locale=locale,
        )  # fmt: skip
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    findings = goals.check()
    if json:
        parts = {"goals": goals.goals, "findings": findings, "handovers": goals.handovers()}
        _print_json({name: [item.model_dump(mode="json") for item in items] for name, items in parts.items()})
    else:
        show_set(goals, findings, Console())
    if strict and any(finding.severity == "error" for finding in findings):
        raise typer.Exit(1)


def _counted(goal: str, metric: str | None, **given: Unpack[Options]) -> bool:
    """Whether a goal's number is of what is counted: then '1.500' is 1500."""
    from smartgoals.planning.aim import chosen, prepared

    analysis, _ = prepared(goal, given)
    return chosen(analysis, metric).unit in (None, "count", "money")


def _readings(given: list[str], language: str, *, counted: bool) -> float | dict[datetime.date, float]:
    """A number, or numbers by date; ValueError says what is neither."""
    if (option := next((reading for reading in given if reading.startswith("--")), None)) is not None:
        raise ValueError(f"no such option: {option}")
    if len(given) == 1 and "=" not in given[0]:
        return _number(given[0], language, counted=counted)
    readings: dict[datetime.date, float] = {}
    for reading in given:
        when, _, value = reading.partition("=")
        try:
            at = datetime.date.fromisoformat(when)
            number = _number(value, language, counted=counted)
        except ValueError:
            raise ValueError(f"{reading!r} is no reading: write its day and its number as 2026-10-04=4") from None
        if at in readings:
            raise ValueError(f"there are two readings on {at}")
        readings[at] = number
    return readings


def _number(text: str, language: str, *, counted: bool) -> float:
    """A number as goals of a language write it: '1,500', '1 500' and, of what is counted, '1.500'."""
    from smartgoals.grammar.numbers.literals import parse
    from smartgoals.lexicon.lexicon import lexicon
    from smartgoals.text.fold import fold

    match = _NUMERAL.fullmatch(fold(text).strip())
    numeral = parse(match["digits"], lexicon(language).point) if match else None
    if match is None or numeral is None:
        raise ValueError(f"{text!r} is no number")
    value = numeral.grouped if counted and numeral.grouped is not None else numeral.value
    return -value if match["minus"] else value


def _language(goal: str) -> str:
    from smartgoals.text.detect import detect

    return detect(goal)


def _print_json(data: object) -> None:
    typer.echo(json_format.dumps(data, ensure_ascii=False, indent=2))
