"""Gold documents: a text, and beside it the goals that stand in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from smartgoals.evaluation.scoring import Tally, pairs
from smartgoals.finding.finder import find_goals
from smartgoals.inputs import read_text
from smartgoals.models import FoundGoal

FOUND = "found goals"
TODAY = datetime.date(2026, 11, 21)  # the day on which documents are read, that figures do not change with the calendar
OVERLAP = 0.8  # share of the longer of two stretches, in characters, from which they are the same goal


class GoldDocument(BaseModel):
    """The goals of a document, each an exact stretch of it that occurs once; `text` is read from the file beside."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    language: str
    split: Literal["dev", "test"]
    kind: str = ""
    goals: tuple[str, ...]
    text: str = ""

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The stretches of the goals."""
        return [(at, at + len(goal)) for goal in self.goals for at in (self.text.index(goal),)]


def load(folder: Path) -> Iterator[GoldDocument]:
    """The gold documents of a folder: for each `name.json` a `name.txt`.

    Raises OSError for a text that is missing, ValueError that names the file of what is wrong.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise ValueError(f"{folder} holds no gold documents (.json beside .txt)")
    for path in paths:
        text, said = read_text(path.with_suffix(".txt")), read_text(path)
        try:
            gold = GoldDocument.model_validate_json(said)
        except ValidationError as error:
            first = error.errors()[0]
            raise ValueError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
        wrong = next((goal for goal in gold.goals if text.count(goal) != 1), None)
        if wrong is not None:
            raise ValueError(f"{path}: {wrong!r} must stand once in the document, not {text.count(wrong)} times")
        yield gold.model_copy(update={"text": text})


def evaluate(folder: Path, split: str | None, tallies: dict[str, Tally]) -> None:
    """Count the goals found in the documents of a folder, in the tally of each document's language."""
    for gold in load(folder):
        if split is None or gold.split == split:
            score(gold, find_goals(gold.text, today=TODAY), tallies.setdefault(gold.language, Tally()))


def score(gold: GoldDocument, found: Sequence[FoundGoal], tally: Tally) -> None:
    """Count the goals found in one document, one to one."""
    spans = gold.spans
    paired = pairs(spans, found, same)
    lost = [gold.text[start:end] for i, (start, end) in enumerate(spans) if i not in paired]
    extra = [goal.text for i, goal in enumerate(found) if i not in paired.values()]
    count = tally.counts[FOUND]
    count.right += len(paired)
    count.lost += len(lost)
    count.extra += len(extra)
    if lost or extra:
        tally.errors[FOUND].append(f"{gold.id} {gold.kind}\n    lost  {lost}\n    extra {extra}")


def same(span: tuple[int, int], found: FoundGoal) -> bool:
    """Whether a found goal is the one of a gold stretch."""
    start, end = span
    shared = min(end, found.end) - max(start, found.start)
    return shared >= OVERLAP * max(end - start, found.end - found.start)
