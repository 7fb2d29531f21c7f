"""Run the library over gold files and report the figures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from smartgoals.analyzer import analyze
from smartgoals.evaluation import documents, phrases, tables, terms
from smartgoals.evaluation.gold import load
from smartgoals.evaluation.scoring import Tally
from smartgoals.text.detect import detect


def evaluate(paths: Iterable[Path], split: str | None = None) -> dict[str, Tally]:
    """The tally of each language in files of gold goals (.jsonl), tables of phrases and terms (.tsv), and folders of
    gold documents.

    `split` takes one part alone.

    Raises ValueError for a line that cannot be used.
    """
    tallies: dict[str, Tally] = {}
    for path in paths:
        if path.is_dir():
            documents.evaluate(path, split, tallies)
            continue
        if path.suffix == ".tsv":
            table = terms if tables.header(path) == terms.COLUMNS else phrases
            table.evaluate(path, split, tallies.setdefault(path.stem, Tally()))
            continue
        for gold in load(path):
            if split is None or gold.split == split:
                got = analyze(gold.text, gold.language, gold.today, gold.context)
                tallies.setdefault(gold.language, Tally()).add(gold, got, detect(gold.text))
    return tallies
