"""The gold corpus is sound, and the library does not fall below what it has reached on it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from smartgoals.evaluation.gold import load
from smartgoals.evaluation.run import evaluate
from smartgoals.evaluation.scoring import Tally

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
LANGUAGES = ("en", "ru", "sv", "uk")
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@cache
def tally(language: str) -> Tally:
    files = [CORPUS / f"{language}.jsonl", CORPUS / "phrases" / f"{language}.tsv"]
    return evaluate(files, "test")[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FLOORS["f1"])
def test_f1_holds_its_floor(language: str, field: str) -> None:
    assert (tally(language).counts[field].f1 or 0) >= FLOORS["f1"][field]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FLOORS["accuracy"])
def test_accuracy_holds_its_floor(language: str, field: str) -> None:
    assert (tally(language).counts[field].recall or 0) >= FLOORS["accuracy"][field]


@pytest.mark.parametrize("language", LANGUAGES)
def test_gold_goals_are_sound(language: str) -> None:
    goals = list(load(CORPUS / f"{language}.jsonl"))
    assert len({goal.id for goal in goals}) == len(goals) >= 150
    assert sum(goal.split == "test" for goal in goals) >= 60
    for goal in goals:
        for part in (goal.numbers, goal.metrics, goal.channels, goal.deadlines, goal.owners, goal.vague):
            assert all(item.text in goal.text for item in part), goal.id
        dates = {deadline.date for deadline in goal.deadlines}
        assert all(target.deadline in dates | {None} for target in goal.targets), goal.id


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "en.jsonl"
    first = (CORPUS / "en.jsonl").read_text(encoding="utf-8").splitlines()[0]
    file.write_text(first + "\n" + first.replace('"split": "dev"', '"split": "train"') + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"en\.jsonl, line 2: split"):
        list(load(file))
