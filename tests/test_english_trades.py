"""What trades, offices, clubs and households count in English, and who in them answers for it."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ship 3 major releases in H1", [("major releases", None)]),
        (
            "Draw 900 visitors to our open garden",
            [("visitors to our open garden", "event_registrations")],
        ),
        ("We need 9 more host families by May", [("host families", None)]),
    ],
)
def test_what_is_measured(text: str, named: list[tuple[str, str | None]]) -> None:
    assert [(metric.text, metric.id) for metric in analyze(text, "en", TODAY).metrics] == named


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Energy use -8% by June, facilities mgmt", ["facilities mgmt"]),
    ],
)
def test_owners(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, "en", TODAY).owners] == owners


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("Sell 300 tickets for the jazz weekend", []),
        ("Sell 300 tickets by the weekend", [date(2026, 11, 22)]),
    ],
)
def test_deadlines(text: str, deadlines: list[date]) -> None:
    assert [deadline.date for deadline in analyze(text, "en", TODAY).deadlines] == deadlines


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Lose half a kilo a week", [("absolute", 0.5)]),
        ("Drink half a litre of water before breakfast", [("level", 0.5)]),
        ("Complaints to fall to 3%, CSAT to stay above 4.5", [("level", 3), ("level", 4.5)]),
        ("Cut costs by 5%, uptime must be at least 99.9%", [("relative", 5), ("level", 99.9)]),
        ("Cut costs by 5%, uptime at least 99.9%", [("relative", 5), ("level", 99.9)]),
        ("Cut costs by at least 5%, returns at least 10%", [("relative", 5), ("relative", 10)]),
    ],
)
def test_levels_and_changes(text: str, levels: list[tuple[str, float]]) -> None:
    assert [(target.change, target.value) for target in analyze(text, "en", TODAY).targets] == levels
