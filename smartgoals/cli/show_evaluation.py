"""The figures of an evaluation on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from smartgoals.evaluation.documents import FOUND
from smartgoals.evaluation.rivals import Share
from smartgoals.evaluation.scoring import ACCURACIES, Tally, by_digit, commonest, kappa
from smartgoals.models import CRITERIA, ITEMS

TABLES = (
    "number phrases", "deadline phrases", "owners phrases", "channels phrases", "direction phrases", "goal phrases",
    "metric terms", "channel terms",
)  # fmt: skip


def show_tallies(tallies: dict[str, Tally], console: Console, errors: int = 0) -> None:
    """Print precision, recall and F1 of each field and accuracy of each judgement, by language."""
    table = Table("", *tallies, title="precision / recall / F1, and accuracy", title_justify="left")
    for name in ITEMS if any(t.counts.keys() & set(ITEMS) for t in tallies.values()) else ():
        table.add_row(name, *(_f1(t, name) for t in tallies.values()))
    if any(FOUND in t.counts for t in tallies.values()):
        table.add_row(FOUND, *(_f1(t, FOUND) for t in tallies.values()))
    table.add_section()
    for name in (*ACCURACIES, *TABLES):
        if not any(name in t.counts for t in tallies.values()):
            continue
        table.add_row(name, *(_accuracy(t, name) for t in tallies.values()))
    console.print(table)
    if any(tally.verdicts for tally in tallies.values()):
        console.print(_verdicts(tallies))
    for language, tally in tallies.items():
        for name, wrong in tally.errors.items():
            for error in wrong[:errors]:
                console.print(f"{language} {name}: {error}", highlight=False, markup=False)


def _verdicts(tallies: dict[str, Tally]) -> Table:
    """Accuracy and Cohen's kappa of each criterion, beside what two trivial judges would reach."""
    table = Table(
        "", *tallies, title="verdicts: accuracy, κ (commonest verdict, digit in the text)", title_justify="left"
    )
    for name in CRITERIA:
        cells = []
        for tally in tallies.values():
            verdicts = tally.verdicts[name]
            agreed = kappa(verdicts)
            shown = "-" if agreed is None else f"{agreed:.2f}"
            judges = f"({commonest(verdicts):.2f}, {by_digit(verdicts):.2f})" if verdicts else ""
            cells.append(f"{_accuracy(tally, name)}, {shown} {judges}")
        table.add_row(name, *cells)
    return table


def _f1(tally: Tally, name: str) -> str:
    count = tally.counts[name]
    if count.f1 is None:
        return "-"
    return f"{count.precision or 0:.2f} / {count.recall or 0:.2f} / {count.f1:.3f}"


def _accuracy(tally: Tally, name: str) -> str:
    recall = tally.counts[name].recall
    return "-" if recall is None else f"{recall:.3f}"


def show_rivals(shares: dict[str, dict[str, Share]], speed: dict[str, float], console: Console) -> None:
    """Print the share of phrases that each reads right, and texts a second with the ratio to the slowest."""
    table = Table("phrases read right", "smartgoals", "dateparser or quantulum3", "of")
    for language, kinds in shares.items():
        for kind, share in kinds.items():
            table.add_row(
                f"{language} {kind}", f"{share.ours / share.of:.0%}", f"{share.theirs / share.of:.0%}", str(share.of)
            )
    console.print(table)
    if speed:
        slowest = min(speed.values())
        rates = Table("texts a second", "", "times")
        for name, rate in speed.items():
            rates.add_row(name, f"{rate:,.0f}", f"{rate / slowest:.1f}")
        console.print(rates)
