"""The gold corpus is sound, and the library does not fall below what it has reached on it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from smartgoals.evaluation import documents
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
@pytest.mark.parametrize("folder", FLOORS["found goals"])
def test_goals_in_documents_hold_their_floor(language: str, folder: str) -> None:
    found = evaluate([CORPUS / folder / language], "test")[language].counts[documents.FOUND]
    assert (found.f1 or 0) >= FLOORS["found goals"][folder]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FLOORS["found goals"])
def test_gold_documents_are_sound(language: str, folder: str) -> None:
    gold = list(documents.load(CORPUS / folder / language))
    assert {document.language for document in gold} == {language}
    assert sum(document.split == "test" for document in gold) >= 6
    assert all(len(document.goals) <= 12 for document in gold)  # some hold none


@pytest.mark.parametrize(
    ("goals", "message"), [('["Get 50"]', "'Get 50' must stand once in the document, not 0 times"), ("7", "goals: ")]
)
def test_a_bad_document_is_named(tmp_path: Path, goals: str, message: str) -> None:
    (tmp_path / "a.txt").write_text("Get 40 leads", encoding="utf-8")
    text = f'{{"id": "a", "language": "en", "split": "dev", "goals": {goals}}}'
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message) as raised:
        list(documents.load(tmp_path))
    assert str(tmp_path / "a.json") in str(raised.value)


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
