"""Milestones, progress and sets of goals on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from smartgoals.advice.messages import Catalogue, catalogue
from smartgoals.cli.show import SEVERITIES
from smartgoals.planning.amounts import decimal, signed
from smartgoals.planning.goal_set import GoalSet
from smartgoals.planning.models import Milestone, Progress, SetFinding, SetGoal

_STYLES = {"done": "green", "ahead": "green", "on_track": "green", "at_risk": "yellow", "missed": "red"}
_BAR = 40


def show_milestones(milestones: Sequence[Milestone], language: str, console: Console) -> None:
    """Print milestones as a table in a language."""
    columns = catalogue(language).columns
    table = Table(box=None, pad_edge=False)
    table.add_column(columns["date"])
    table.add_column(columns["value"], justify="right", style="bold green")
    table.add_column(columns["step"], justify="right", style="dim")
    table.add_column(columns["milestone"])
    for milestone in milestones:
        values = (decimal(value, language, milestone.target.unit) for value in (milestone.value, milestone.step))
        table.add_row(milestone.date.isoformat(), *values, Text(milestone.text))
    console.print(table)


def show_progress(standing: Progress, console: Console) -> None:
    """Print how far a goal has come, beside how much of its time is gone."""
    style = _STYLES[standing.verdict]
    for share, colour in ((standing.done, style), (standing.elapsed, "blue")):
        bar = ProgressBar(total=1, completed=min(max(share, 0.0), 1.0), width=_BAR, complete_style=colour)
        row = Table.grid(padding=(0, 2))
        row.add_row(bar, Text(f"{share:.0%}", colour))
        console.print(row)
    console.print(Text(standing.message, style))


def show_set(goals: GoalSet, findings: Sequence[SetFinding], console: Console) -> None:
    """Print goals as a tree, the findings, and the table of what teams owe each other."""
    if not goals.goals:
        return
    texts = catalogue(goals.language(goals.goals[0].id))
    for top in goals.parts(None):
        console.print(_branch(goals, top, Tree(_label(top, texts)), texts))
    console.print()
    for finding in findings:
        if finding.code != "P.handover":  # the table says it
            console.print(Text(f"{finding.code:22} {finding.message}", SEVERITIES[finding.severity]))
    if not (owed := goals.handovers()):
        return
    names = texts.columns
    table = Table(names["giver"], names["taker"], names["what"], names["by"], names["use"], box=None, pad_edge=False)
    for row in owed:
        table.add_row(
            texts.teams.get(row.giver, row.giver),
            texts.teams.get(row.taker, row.taker),
            f"{signed(row.what, texts.language)} {row.what.metric_text}",
            row.promised_by.isoformat() if row.promised_by else "?",
            Text(goals[row.use].analysis.text),
        )
    console.print()
    console.print(table)


def _branch(goals: GoalSet, goal: SetGoal, tree: Tree, texts: Catalogue) -> Tree:
    for part in goals.parts(goal.id):
        _branch(goals, part, tree.add(_label(part, texts)), texts)
    return tree


def _label(goal: SetGoal, texts: Catalogue) -> Text:
    """A goal with its id and team; a parent that is proposed shows as a question mark."""
    team = f" ({texts.teams.get(goal.team, goal.team)})" if goal.team else ""
    return Text.assemble((f"{goal.id}  ", "bold"), goal.analysis.text, (team, "cyan"), (" ?" * goal.proposed, "yellow"))
