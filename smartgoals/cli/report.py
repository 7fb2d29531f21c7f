"""The figures of an evaluation on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from smartgoals.evaluation.scoring import ACCURACIES, ITEMS, Tally

PHRASES = ("number phrases", "deadline phrases")


def report(tallies: dict[str, Tally], console: Console, errors: int = 0) -> None:
    """Print precision, recall and F1 of each field and accuracy of each judgement, by language."""
    table = Table("", *tallies, title="precision / recall / F1, and accuracy", title_justify="left")
    for name in ITEMS if any(t.counts.keys() & set(ITEMS) for t in tallies.values()) else ():
        table.add_row(name, *(_f1(t, name) for t in tallies.values()))
    table.add_section()
    for name in (*ACCURACIES, *PHRASES):
        if not any(name in t.counts for t in tallies.values()):
            continue
        table.add_row(name, *(_accuracy(t, name) for t in tallies.values()))
    console.print(table)
    for language, tally in tallies.items():
        for name, wrong in tally.errors.items():
            for error in wrong[:errors]:
                console.print(f"{language} {name}: {error}", highlight=False, markup=False)


def _f1(tally: Tally, name: str) -> str:
    count = tally.counts[name]
    if count.f1 is None:
        return "-"
    return f"{count.precision or 0:.2f} / {count.recall or 0:.2f} / {count.f1:.3f}"


def _accuracy(tally: Tally, name: str) -> str:
    recall = tally.counts[name].recall
    return "-" if recall is None else f"{recall:.3f}"
