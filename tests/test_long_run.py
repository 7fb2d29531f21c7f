"""The readers over a long run."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import Analyzer
from smartgoals.components.readers import readers
from smartgoals.components.tokens import TokenReader
from smartgoals.lexicon import lexicon as lexicons
from smartgoals.text.remember import LONGEST, Memory, remembered


def test_what_a_long_run_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    analyzer = Analyzer(language="en", today=date(2026, 11, 21))
    texts = [f"Get {i} leads for Project Name{i} by Oct {i % 28 + 1}" for i in range(300)]
    expected = list(analyzer.pipe(texts))
    known = lexicons.lexicon("en", "")
    cut = next(reader for reader in readers("en", "") if isinstance(reader, TokenReader))._cut
    memories = (known._others, known._lemmas, cut._known)
    for memory in memories:
        memory.clear()
        monkeypatch.setattr(memory, "_most", 100)
    assert list(analyzer.pipe(texts)) == expected
    assert all(0 < len(memory) <= 50 for memory in memories)


def test_what_is_long_is_not_remembered() -> None:
    analyze = Analyzer(language="sv", today=date(2026, 11, 21))
    known = lexicons.lexicon("sv", "")
    for i in range(20):
        analyze(f"Få 40 {'x' * 500}{i} {'a,-' * 100}{i} {'9' * 200}{i} leads via webbplats{'en' * 300}{i}")
    assert max(map(len, known._others)) <= LONGEST
    assert max(map(len, known._lemmas)) <= LONGEST
    cut = next(reader for reader in readers("sv", "") if isinstance(reader, TokenReader))._cut
    assert max(map(len, cut._known)) <= LONGEST


def test_what_is_cleared_is_forgotten_altogether() -> None:
    asked: list[str] = []
    memory = Memory(asked.append, 4)
    for _ in range(2):
        for word in "abc":  # the third sets what came before it aside
            memory[word]
        memory.clear()
    assert asked == ["a", "b", "c"] * 2


def test_a_function_remembers_short_words_alone() -> None:
    asked: list[str] = []
    tell = remembered(asked.append, 10)
    for _ in range(2):
        tell("x" * LONGEST)
        tell("x" * (LONGEST + 1))
    assert list(map(len, asked)) == [LONGEST, LONGEST + 1, LONGEST + 1]
