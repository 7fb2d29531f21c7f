"""Tables of phrases that hold one thing to read: numbers, deadlines, owners, channels, the direction, or a goal."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smartgoals.analyzer import analyze
from smartgoals.evaluation import tables
from smartgoals.evaluation.scoring import Tally
from smartgoals.finding.finder import find_goals
from smartgoals.models import Deadline, GoalAnalysis, Number

COLUMNS = ["split", "kind", "phrase", "today", "expected"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of a table; `expected` as `meaning` writes it."""

    language: str
    split: str
    kind: str
    phrase: str
    today: datetime.date
    expected: str


def load(path: Path) -> Iterator[Phrase]:
    """The rows of a table; ValueError names the file and line of one that cannot be used."""
    return tables.rows(path, COLUMNS, _row)


def _row(language: str, fields: list[str]) -> Phrase:
    split, kind, phrase, today, expected = fields
    return Phrase(language, split, kind, phrase, datetime.date.fromisoformat(today), expected.strip())


def evaluate(path: Path, split: str | None, tally: Tally) -> None:
    """Count the rows of a table that read right, under 'number phrases', 'deadline phrases' and so on."""
    for row in load(path):
        if split is not None and row.split != split:
            continue
        got = _found(row) if row.kind == "goal" else meaning(analyze(row.phrase, row.language, row.today), row.kind)
        name = f"{row.kind} phrases"
        right = _same_owners(row.expected, got) if row.kind == "owners" else _same(row.expected, got)
        tally.counts[name].right += right
        tally.counts[name].lost += not right
        if not right:
            tally.errors[name].append(f"{row.phrase!r} ({row.today})\n    gold {row.expected}\n    got  {got}")


def _found(row: Phrase) -> str:
    """Whether a sentence that is a document of its own is found to be a goal."""
    return "goal" if find_goals(row.phrase, today=row.today) else "none"


def meaning(goal: GoalAnalysis, kind: str) -> str:
    """What a phrase means, in the table's notation: '20 percent >= target', '2027-10-31 day date', 'none'.

    Numbers of role other are left out, as in goals: whether '24/7' is such a number or none is nothing to a goal.
    """
    if kind == "number":
        return " ; ".join(_number(n) for n in goal.numbers if n.role != "other") or "none"
    if kind == "deadline":
        return " ; ".join(_deadline(d) for d in goal.deadlines) or "none"
    if kind == "owners":
        return " ; ".join(owner.id or owner.text for owner in goal.owners) or "none"
    if kind == "channels":
        return " ; ".join(f"{c.id}/{c.platform}" if c.platform else c.id for c in goal.channels) or "none"
    return f"{goal.direction or 'none'} {goal.kind}"


def _number(number: Number) -> str:
    parts = [f"{number.value:.12g}", number.unit]
    parts += [number.currency] if number.currency else []
    parts += [f"/{number.per}"] if number.per else []
    parts += [number.comparator] if number.comparator != "=" else []
    parts += [f"..{number.high:.12g}"] if number.high is not None else []
    return " ".join([*parts, number.role])


def _deadline(deadline: Deadline) -> str:
    start = f"{deadline.start_date}.." if deadline.start_date else ""
    return f"{start}{deadline.date} {deadline.grain} {deadline.kind}"


def _same(expected: str, got: str) -> bool:
    """Equality but for numerals' spelling, numbers of role other, and a beginning that a row leaves out."""
    expected = " ; ".join(p for p in expected.split(" ; ") if not p.endswith(" other")) or "none"
    return _parts(expected) == _parts(got) or _parts(expected) == _parts(_without_starts(got))


def _same_owners(expected: str, got: str) -> bool:
    """Equality but for how much of a title or an '@' stands with a name."""
    wanted, found = (text.replace("@", "").split(" ; ") for text in (expected, got))
    return len(wanted) == len(found) and all(a in b or b in a for a, b in zip(wanted, found, strict=True))


def _without_starts(text: str) -> str:
    return " ; ".join(part.split("..")[-1] if ".." in part.split(" ")[0] else part for part in text.split(" ; "))


def _parts(text: str) -> list[list[str]]:
    """The parts of each meaning in a text, in an order of their own."""
    return [sorted(_spelled(part) for part in meaning.split()) for meaning in text.split(" ; ")]


def _spelled(part: str) -> str:
    try:
        return f"{'..' * part.startswith('..')}{float(part.removeprefix('..')):.2f}"
    except ValueError:
        return part
