"""An analysis on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from smartgoals.advice.messages import catalogue
from smartgoals.display import MARKS
from smartgoals.models import FoundGoal, GoalAnalysis, Item, Number
from smartgoals.text.detect import DEFAULT

_STYLES = {
    "numbers": "bold green", "metrics": "bold cyan", "channels": "bold magenta", "deadlines": "bold yellow",
    "owners": "bold blue", "vague": "red underline",
}  # fmt: skip
_VERDICTS = {"met": "green", "partial": "yellow", "missing": "red", "unknown": "dim"}
SEVERITIES = {"error": "red", "warning": "yellow", "suggestion": "", "evidence": "dim"}
_BAR = 10


def show(goal: GoalAnalysis, console: Console, locale: str | None = None) -> None:
    """Print the goal with its parts coloured, the five criteria as bars, the findings and the rewrite."""
    texts = catalogue(locale or goal.language)
    names = texts.names
    console.print(Padding(coloured(goal), (1, 0, 1, 2)))
    for part, style in _STYLES.items():
        items = getattr(goal, part)
        if items:
            console.print(Text.assemble(f"  {names[part]:14} ", *_join([(_describe(item), style) for item in items])))
    console.print()
    table = Table.grid(padding=(0, 2))
    for name, criterion in goal.criteria:
        style = _VERDICTS[criterion.verdict]
        table.add_row(
            Text("  " + names[name]),
            Text(_bar(criterion.score), style),
            Text(names[criterion.verdict], style),
            Text("\n").join(Text(f.message, SEVERITIES[f.severity]) for f in criterion.findings),
        )
    console.print(table)
    if goal.score is not None:
        parts = [(goal.text_score, names["text_score"]), (goal.context_score, names["context_score"])]
        line = " · ".join(f"{name} {score:.0%}" for score, name in parts if score is not None)
        covered = f"{goal.coverage}/{len(table.rows)}"
        console.print(Text.assemble("\n  ", (f"{goal.score:.0%}", "bold"), f" {names['score']} ({covered})   {line}"))
    if goal.suppressed:
        console.print(Text(f"  {texts.suppressed(goal.suppressed)}", "dim"))
    if goal.rewrite:
        console.print(Text.assemble("  → ", (goal.rewrite, "italic")))
    console.print()


def show_found(document: str, found: Sequence[FoundGoal], console: Console, locale: str | None = None) -> None:
    """Print the goals found in a document, each with its line, its five verdicts and its score.

    The heads are in `locale`, or else in the language of the first goal.
    """
    texts = catalogue(locale or (found[0].analysis.language if found else DEFAULT))
    if not found:
        console.print(texts.names["none_found"])
        return
    table = Table(texts.names["line"], texts.names["goal"], "S M A R T", texts.names["score"])
    for goal in found:
        analysis = goal.analysis
        marks = Text(" ").join(Text(MARKS[c.verdict], _VERDICTS[c.verdict]) for _, c in analysis.criteria)
        score = "" if analysis.score is None else f"{analysis.score:.0%}"
        table.add_row(str(document.count("\n", 0, goal.start) + 1), coloured(analysis), marks, score)
    console.print(table)


def coloured(goal: GoalAnalysis) -> Text:
    """The goal's text with each extracted item in its colour."""
    text = Text(goal.text, style="default")
    for part, style in _STYLES.items():
        for item in getattr(goal, part):
            text.stylize(style, item.start, item.end)
    return text


def _bar(score: float | None) -> str:
    if score is None:
        return "·" * _BAR
    full = round(score * _BAR)
    return "█" * full + "░" * (_BAR - full)


def _join(parts: list[tuple[str, str]]) -> list[str | tuple[str, str]]:
    joined: list[str | tuple[str, str]] = []
    for part in parts:
        joined += [part, ", "]
    return joined[:-1]


def _describe(item: Item) -> str:
    """An item's text and what was read in it: 'by Oct 31 = 2027-10-31'."""
    for key in ("date", "platform", "id"):
        if (value := getattr(item, key, None)) is not None:
            return f"{item.text} = {value}"
    return f"{item.text} ({item.role})" if isinstance(item, Number) else item.text
