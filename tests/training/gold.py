"""Gold documents as examples to learn from: their candidates, and which of them are goals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from smartgoals.analyzer import Analyzer
from smartgoals.evaluation import phrases
from smartgoals.evaluation.documents import OVERLAP, TODAY, GoldDocument
from smartgoals.finding.around import Seen
from smartgoals.finding.candidates import Candidate
from smartgoals.finding.finder import candidates
from smartgoals.finding.stretches import Stretches

WRITTEN_TO_LEARN = ("g", "h")  # the letters of documents that say one thing in all languages
LONE = "lone"  # a goal that is its own document
SENTENCE = "x"  # the letter of sentences that are documents of their own, goals and others
CORPUS = Path(__file__).parents[2] / "corpus"


@dataclass(frozen=True)
class Example:
    """A gold document: the candidates of each of its blocks, and the stretches of its goals."""

    id: str
    language: str
    blocks: list[list[Candidate]]
    goals: list[tuple[int, int]]

    @property
    def weight(self) -> float:
        """How much it counts: what was written to learn from is less like what people write."""
        if self.id == LONE:
            return 0.2
        letter = self.id.split("-")[1][0]
        return 0.5 if letter == SENTENCE else 0.3 if letter in WRITTEN_TO_LEARN else 1.0

    def is_goal(self, candidate: Candidate) -> bool:
        """Whether a candidate is one of the goals."""
        return any(same(goal, candidate) for goal in self.goals)


def same(goal: tuple[int, int], found: Candidate | Seen) -> bool:
    """Whether a candidate is the goal at a stretch, as the evaluation judges."""
    shared = min(goal[1], found.end) - max(goal[0], found.start)
    return shared >= OVERLAP * max(goal[1] - goal[0], found.end - found.start)


def examples(folders: Sequence[Path]) -> list[Example]:
    """The development documents of some folders; those kept for tests are not opened."""
    with ProcessPoolExecutor() as workers:
        return list(workers.map(_example, _development(folders), chunksize=4))


def lone_goals(files: Sequence[Path]) -> list[Example]:
    """The development goals of some files, each as a document that holds nothing else."""
    rows = (json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines())
    texts = [row["text"] for row in rows if row["split"] == "dev" and "context" not in row["tags"]]
    with ProcessPoolExecutor() as workers:
        return list(workers.map(_lone, texts, chunksize=50))


def sentences(files: Sequence[Path]) -> list[Example]:
    """The development sentences of tables of phrases, goals and others, each as a document."""
    rows = [row for path in files for row in phrases.load(path) if row.kind == "goal" and row.split == "dev"]
    with ProcessPoolExecutor() as workers:
        return list(workers.map(_sentence, range(len(rows)), rows, chunksize=50))


def _sentence(number: int, row: phrases.Phrase) -> Example:
    found = list(candidates(row.phrase, Stretches(row.phrase, Analyzer(today=TODAY))))
    goals = [(0, len(row.phrase.rstrip(" .!")))] if row.expected == "goal" else []
    return Example(f"{row.language}-{SENTENCE}{number}", row.language, found, goals)


def _development(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            if json.loads(path.read_text(encoding="utf-8"))["split"] == "dev":
                yield path


def _example(path: Path) -> Example:
    gold = GoldDocument.model_validate_json(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    gold = gold.model_copy(update={"text": text})
    return Example(gold.id, gold.language, list(candidates(text, Stretches(text, Analyzer(today=TODAY)))), gold.spans)


def _lone(text: str) -> Example:
    found = list(candidates(text, Stretches(text, Analyzer(today=TODAY))))
    return Example(LONE, "", found, [(0, len(text.rstrip(" .!")))])
