"""Whatever is given as a goal gets an analysis whose offsets hold, or the documented error."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals import GoalAnalysis, analyze, find_goals

CORPUS = Path(__file__).parent.parent / "corpus"
OFFSETS = re.compile(r'"(start|end)":(\d+|null)')
LANGUAGES = ("en", "sv", "uk", "ru")
ODD = [
    "\u200b",
    "\u202e",
    "\u0301",
    "\ufeff",
    "\u00ad",
    "🙂",
    "𝟜",
    "１",
    "ﬁ",
    "ß",
    "İ",
    "ё",
    "ʼ",
    "\x00",
    "\r\n",
    "\u2028",
]
NUMBERS = [
    "0",
    "1e999",
    "9" * 40,
    "10^9",
    "1.2.3.4",
    "1,2,3",
    "31.02",
    "29/2",
    "99/99/9999",
    "24/7",
    "½",
    "-0",
    "0,0 %",
]


def pieces() -> list[str]:
    """Words, numbers and signs as goals have them, with what no goal has."""
    lines = [line for name in LANGUAGES for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    words = {piece for line in lines[::7] for piece in re.findall(r"\w+|[^\w\s]", json.loads(line)["text"])}
    return sorted(words) + ODD + NUMBERS


PIECES = st.lists(st.sampled_from(pieces()) | st.text(max_size=3), min_size=1, max_size=25)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29), date(2026, 12, 31)])


def holds(text: str, goal: GoalAnalysis) -> None:
    """All that is promised of any analysis."""
    assert goal.text == text
    for items in (goal.numbers, goal.metrics, goal.channels, goal.deadlines, goal.owners, goal.vague):
        for item in items:
            assert 0 <= item.start < item.end <= len(text)
            assert text[item.start : item.end] == item.text
    assert GoalAnalysis.model_validate(goal.model_dump(), strict=True) == goal
    assert GoalAnalysis.model_validate_json(goal.model_dump_json()) == goal


@settings(max_examples=400, deadline=None)
@given(PIECES, st.sampled_from((" ", "")), DAYS, st.sampled_from((None, *LANGUAGES)))
def test_any_words_give_an_analysis(parts: list[str], space: str, today: date, language: str | None) -> None:
    text = space.join(parts)
    if not text.strip() or any("\ud800" <= char <= "\udfff" for char in text):
        with pytest.raises(ValueError, match=r"the goal (is empty|is no valid Unicode)"):
            analyze(text, language, today)
    else:
        holds(text, analyze(text, language, today))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_goal_that_breaks_off_is_read(language: str) -> None:
    """Whatever word is the last or the first: no rule may count on one beside it ('Marketing team to')."""
    for line in (CORPUS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()[::6]:
        words = json.loads(line)["text"].split()
        for i in range(1, len(words)):
            for text in (" ".join(words[:i]), " ".join(words[i:])):
                holds(text, analyze(text, language, date(2026, 11, 21)))
    holds("Marketing team to", analyze("Marketing team to", language, date(2026, 11, 21)))


@pytest.mark.parametrize(
    "part",
    [
        "9",
        "from 1 to 2 ",
        "(",
        "«",
        "-",
        "and ",
        "12 leads, ",
        "by May ",
        "I",
        "до 1 ",
        "1 000 ",
        "\u0301",
        "@",
        "a.b@",
        "х",
        "1/2/",
    ],
)
def test_long_texts_take_time_in_proportion(part: str) -> None:
    """A million characters would be refused; what is read takes time that grows with the length alone."""
    import time

    def seconds(length: int) -> float:
        text = (part * (length // len(part) + 1))[:length].strip() + "."
        begun = time.process_time()
        holds(text, analyze(text, "en", date(2026, 11, 21)))
        return time.process_time() - begun

    seconds(1_000)
    assert seconds(40_000) < 40 * (seconds(4_000) + 0.02)


@pytest.mark.parametrize("part", [".", "!", ".)", "a: ", "«a». ", "a | b\n"])
def test_long_documents_take_time_in_proportion(part: str) -> None:
    import time

    def seconds(length: int) -> float:
        begun = time.process_time()
        find_goals(part * (length // len(part)), language="en", today=date(2026, 11, 21))
        return time.process_time() - begun

    seconds(1_000)
    length = 300_000 if len(part) < 3 else 30_000
    assert seconds(length) < 30 * (seconds(length // 10) + 0.05)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Öka försäljningen till återförsäljare med 10 % före årets slut (Åsa Öberg)"),
        ("uk", "Її команда: 40 лідів із соцмереж до п’ятниці, кошторис — 3 тис. грн"),
        ("ru", "Выйти на выручку 3 млн рублей к 1 мая, ответственный Андрей Ёлкин"),
        ("en", "Zoë to win 40 new café customers by 1 May"),
    ],
)
def test_letters_with_marks_of_their_own_are_read_as_one(language: str, text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    whole, read = (analyze(given, today=date(2026, 9, 1)) for given in (text, apart))
    assert read.language == whole.language == language
    found = unicodedata.normalize("NFC", read.model_dump_json())
    assert OFFSETS.sub("", found) == OFFSETS.sub("", whole.model_dump_json())
    for item in (*read.metrics, *read.numbers, *read.owners, *read.deadlines):
        assert apart[item.start : item.end] == item.text
