"""Slips of the fingers: what is meant is read, other words are left as they are."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import analyze
from smartgoals.lexicon.lexicon import lexicon

TODAY = datetime.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "metric", "direction"),
    [
        ("Incerase website trafic by 20 %", "website_traffic", "increase"),
        ("Redcue chrun rate to 2%", "churn_rate", "decrease"),
        ("Win 20 costumers", "new_customers", "achieve"),
        ("Grow folowers to 5,000", "followers", "increase"),
        ("Get 40 enquiriies", "leads", "achieve"),
    ],
)
def test_slips(text: str, metric: str, direction: str) -> None:
    analysis = analyze(text, language="en", today=TODAY)
    assert (analysis.metrics[0].id, analysis.direction) == (metric, direction)
    assert analysis.metrics[0].text in text


def test_a_month_and_a_platform() -> None:
    analysis = analyze("Get 40 leads from Instragram by Febuary", language="en", today=TODAY)
    assert analysis.deadlines[0].date == datetime.date(2027, 2, 28)
    assert analysis.channels[0].platform == "instagram"


@pytest.mark.parametrize("word", ["singing", "horses", "divers", "trails", "leeds", "hanover", "stress", "olu"])
def test_other_words_are_none(word: str) -> None:
    known = lexicon("en")
    assert known.form(word).keys[0] == f"={word}"
