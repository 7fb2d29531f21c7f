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


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Öka försäljnigen med 10 %", "sales"),
        ("Få 200 prenumranter till jul", "subscribers"),
        ("Fler offertförfrågingar till hösten", "leads"),
        ("Höj snittkvitot till 240 kr", "average_order_value"),
        ("Höj konvertringsgraden till 3 %", "conversion_rate"),
        ("Samla 40 nya recentioner på Google", "reviews"),
    ],
)
def test_slips_before_endings(text: str, metric: str) -> None:
    analysis = analyze(text, language="sv", today=TODAY)
    assert [m.id for m in analysis.metrics] == [metric]
    assert analysis.metrics[0].text in text


def test_swedish_months() -> None:
    analysis = analyze("Få 40 leads senast i novmber", language="sv", today=TODAY)
    assert analysis.deadlines[0].date == datetime.date(2026, 11, 30)


@pytest.mark.parametrize("word", ["regeringen", "sanningar", "betalade", "reservdelar", "fästingar", "ledamöter"])
def test_other_swedish_words_are_none(word: str) -> None:
    assert lexicon("sv").form(word).keys[0] == f"={word}"


@pytest.mark.parametrize("word", ["singing", "horses", "divers", "trails", "leeds", "hanover", "stress", "olu"])
def test_other_words_are_none(word: str) -> None:
    known = lexicon("en")
    assert known.form(word).keys[0] == f"={word}"
