"""The readers over a long run."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import Analyzer
from smartgoals.lexicon import lexicon as lexicons


def test_what_a_long_run_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    analyzer = Analyzer(language="en", today=date(2026, 11, 21))
    texts = [f"Get {i} leads for Project Name{i} by Oct {i % 28 + 1}" for i in range(300)]
    expected = list(analyzer.pipe(texts))
    known = lexicons.lexicon("en", "")
    monkeypatch.setattr(lexicons, "MOST_WORDS", 100)
    analyzer("Get 5 leads for Zzyzxquux")
    assert list(analyzer.pipe(texts)) == expected
    assert len(known._forms) <= len(known._own) + 100
    assert len(known._lemmas) <= 100
