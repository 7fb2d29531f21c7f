"""Score the goals of a CSV file."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from smartgoals.analyzer import Analyzer
from smartgoals.models import GoalAnalysis

CRITERIA = ("specific", "measurable", "achievable", "relevant", "time_bound")
ADDED = ("sg_language", "sg_score", *(f"sg_{name}" for name in CRITERIA), "sg_metric", "sg_value", "sg_unit",
         "sg_deadline", "sg_suggestions", "sg_error")  # fmt: skip
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Scored:
    """How many rows were scored, and how many of them failed."""

    rows: int
    failed: int


def score_file(
    source: Path,
    target: Path,
    column: str,
    analyzer: Analyzer,
    *,
    console: Console | None = None,
) -> Scored:
    """Write `source` to `target` with the columns of ADDED behind its own.

    A row that fails has its error in 'sg_error'.  `target` appears only once all rows are written.  Raises ValueError
    when `column` is not there, OSError when a file cannot be read or written.
    """
    part = target.with_name(target.name + ".part")
    rows = failed = 0
    with source.open(encoding="utf-8-sig", newline="") as lines:
        total = sum(1 for _ in csv.reader(lines)) - 1
    with source.open(encoding="utf-8-sig", newline="") as lines:
        reader = _reader(lines)
        header = reader.fieldnames or []
        if column not in header:
            raise ValueError(f"{source} has no column {column!r}; its columns are {', '.join(header) or 'none'}")
        with part.open("w", encoding="utf-8", newline="") as out, _progress(console) as progress:
            writer = csv.DictWriter(out, [*header, *ADDED], extrasaction="ignore")
            writer.writeheader()
            for row in progress.track(reader, total=max(total, 0), description=source.name):
                added = _score(analyzer, row[column])
                rows += 1
                failed += bool(added["sg_error"])
                writer.writerow(row | added)
    os.replace(part, target)
    return Scored(rows, failed)


def _reader(lines: TextIO) -> csv.DictReader[str]:
    """A reader with the delimiter that the header holds most of; of the samples that csv sniffs, short ones fail."""
    header = lines.readline()
    lines.seek(0)
    return csv.DictReader(lines, delimiter=max(_DELIMITERS, key=header.count))


def _score(analyzer: Analyzer, text: str | None) -> dict[str, object]:
    try:
        return {**flat(analyzer(text or "")), "sg_error": ""}
    except ValueError as error:
        return {**dict.fromkeys(ADDED, ""), "sg_error": str(error)}


def flat(goal: GoalAnalysis) -> dict[str, object]:
    """The chief fields of an analysis as one row; of several targets the first."""
    target = goal.targets[0] if goal.targets else None
    return {
        "sg_language": goal.language,
        "sg_score": goal.score,
        **{f"sg_{name}": getattr(goal.criteria, name).verdict for name in CRITERIA},
        "sg_metric": target and (target.metric or target.metric_text),
        "sg_value": target and target.value,
        "sg_unit": target and target.unit,
        "sg_deadline": goal.deadlines[-1].date if goal.deadlines else None,
        "sg_suggestions": " ".join(goal.suggestions),
    }


def _progress(console: Console | None) -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, disable=console is None or not console.is_terminal,
    )  # fmt: skip
