"""Numbers and deadlines read alone, as the benchmark reads them, are those of the whole analysis."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from smartgoals.components.quantities import QuantityReader
from smartgoals.components.readers import readers
from smartgoals.context import Context
from smartgoals.evaluation.gold import load
from smartgoals.evaluation.rivals import numbers_and_deadlines
from smartgoals.reading import Reading

CORPUS = Path(__file__).parent.parent / "corpus"
LEAST_ALIKE = 0.99  # of goals: a vocabulary term may tell a unit or what a number is per ('Monthly revenue to $20,000')


def _whole(text: str, language: str, today: datetime.date) -> Reading:
    """A goal read as far as its numbers and deadlines by the readers of the whole analysis."""
    reading = Reading(text, today, Context())
    for add_to in readers(language, ""):
        add_to(reading)
        if isinstance(add_to, QuantityReader):
            break
    return reading


def _told(reading: Reading) -> tuple[object, object]:
    numbers = [(q.value, q.high, q.unit, q.currency, q.comparator, q.per, q.start) for q in reading.quantities]
    return numbers, [(d.date, d.grain, d.start) for d in reading.dates if not d.background]


@pytest.mark.parametrize("language", ["en", "sv", "uk", "ru"])
def test_they_are_those_of_the_whole_analysis(language: str) -> None:
    goals = [goal for goal in load(CORPUS / f"{language}.jsonl") if goal.split == "dev"]
    alike = 0
    for goal in goals:
        alone = numbers_and_deadlines(goal.text, language, goal.today)
        alike += _told(alone) == _told(_whole(goal.text, language, goal.today))
    assert alike >= LEAST_ALIKE * len(goals)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1,800 weekly active users"),
        ("en", "90 Year 7 places"),
        ("uk", "40 реєстрацій на день відкритих дверей"),
        ("ru", "70 анкет на дне открытых дверей"),
    ],
)
def test_a_term_with_a_word_of_time_holds_none(language: str, text: str) -> None:
    reading = numbers_and_deadlines(text, language, datetime.date(2026, 11, 21))
    assert len(reading.quantities) == 1
    assert not reading.dates
