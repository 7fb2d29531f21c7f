"""Tables of goals that name each metric and channel of the ontology by different terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smartgoals.analyzer import analyze
from smartgoals.evaluation import tables
from smartgoals.evaluation.scoring import Tally
from smartgoals.models import Channel, Metric
from smartgoals.ontology import ontology

COLUMNS = ["split", "kind", "id", "term", "goal"]


@dataclass(frozen=True, slots=True)
class Term:
    """A row: the goal names the metric or channel `id` by the words `term`."""

    language: str
    split: str
    kind: str
    id: str
    term: str
    goal: str


def load(path: Path) -> Iterator[Term]:
    """The rows of a table; ValueError names the file and line of one that cannot be used."""
    return tables.rows(path, COLUMNS, _row)


def _row(language: str, fields: list[str]) -> Term:
    row = Term(language, *fields)
    if row.id not in {"metric": set(ontology().metrics), "channel": set(ontology().channels)}.get(row.kind, ()):
        raise ValueError(f"the ontology has no {row.kind} {row.id!r}")
    if row.term not in row.goal:
        raise ValueError(f"{row.term!r} does not stand in the goal")
    return row


def is_found(row: Term) -> bool:
    """Whether the analysis of the goal has the id on the term's words."""
    return _is_among(row, _items(row))


def _items(row: Term) -> tuple[Metric, ...] | tuple[Channel, ...]:
    """What the analysis of the goal has of the row's kind."""
    goal = analyze(row.goal, row.language)
    return goal.metrics if row.kind == "metric" else goal.channels


def _is_among(row: Term, items: tuple[Metric, ...] | tuple[Channel, ...]) -> bool:
    start = row.goal.index(row.term)
    return any(item.id == row.id and item.start < start + len(row.term) and start < item.end for item in items)


def evaluate(path: Path, split: str | None, tally: Tally) -> None:
    """Count the rows of a table that are found, under 'metric terms' and 'channel terms'."""
    for row in load(path):
        if split is not None and row.split != split:
            continue
        name = f"{row.kind} terms"
        items = _items(row)
        if _is_among(row, items):
            tally.counts[name].right += 1
            continue
        tally.counts[name].lost += 1
        got = [(item.id, item.text) for item in items]
        tally.errors[name].append(f"{row.goal!r}\n    gold {row.id} {row.term!r}\n    got  {got}")
