"""Goals of the corpus reach every metric and channel of the ontology, in every language, by several terms."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from smartgoals.evaluation import terms
from smartgoals.lexicon.files import available
from smartgoals.ontology import ontology

TABLES = Path(__file__).parent.parent / "corpus" / "terms"
LEAST = 3  # different terms that reach each id


@pytest.mark.parametrize("language", available())
def test_every_metric_and_channel_is_reached_by_three_terms(language: str) -> None:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in terms.load(TABLES / f"{language}.tsv"):
        if terms.is_found(row):
            found[row.kind, row.id].add(row.term.lower())
    ids = [("metric", name) for name in ontology().metrics] + [("channel", name) for name in ontology().channels]
    assert [name for name in ids if len(found[name]) < LEAST] == []
