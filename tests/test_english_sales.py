"""Goals as marketing, sales, shops, publishers and support teams write them in English, read as a whole."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import analyze

TODAY = datetime.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "direction", "targets"),
    [
        # a passage from one stage to the next, with no word for conversion
        ("Raise pilot-to-paid from 20% to 30%", "increase", [("conversion_rate", 30, "percent", 20)]),
        ("MQL→SQL 25% by May", None, [("conversion_rate", 25, "percent", None)]),
        ("Proposal-to-close conversion rate at 40%", None, [("conversion_rate", 40, "percent", None)]),
        ("Move 90 users from free to paid by May", "achieve", [(None, 90, "count", None)]),
        # points of an index and of a share
        ("NPS up 6 pts by May", "increase", [("net_promoter_score", 6, "count", None)]),
        ("Net margin up 2 points by May", "increase", [("profit_margin", 2, "percentage_point", None)]),
        ("Grow takings by £20k (from £90k) by May", "increase", [("revenue", 20_000, "money", 90_000)]),
        # a verb that only says until when
        ("600 pre-orders before we ship on 9 May", None, [("orders", 600, "count", None)]),
        ("90 beta users by launch", None, [("sign_ups", 90, "count", None)]),
        # 'hold' with a bound is to keep a level
        ("Hold payback under 12 months", "maintain", [(None, 12, "month", None)]),
        ("Hold webinars with over 20 guests", "achieve", [("events_held", 20, "count", None)]),
        # a share of what a period brings, and where it comes from
        ("70% of Q3 revenue to come from partners", "achieve", [("revenue", 70, "percent", None)]),
        ("A third of revenue to come from existing clients", "achieve", [("revenue", 33.33, "percent", None)]),
        ("30 backlinks from DR 60+ sites", None, [("backlinks", 30, "count", None)]),
        ("Create one lead magnet per quarter", "achieve", [("content_published", 1, "count", None)]),
    ],
)
def test_what_is_aimed_at(
    text: str, direction: str | None, targets: list[tuple[str | None, float, str, float | None]]
) -> None:
    goal = analyze(text, "en", TODAY)
    assert (goal.direction, [(t.metric, t.value, t.unit, t.baseline) for t in goal.targets]) == (direction, targets)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("ARR +£9k, mostly from annual plans", None),
        ("Have 70% of clients on annual billing", None),
        ("Reach 900 annual subscribers", None),
        ("Reach £2m in annual sales", "year"),
        ("Sell 60 hampers every weekend until Christmas", "week"),
    ],
)
def test_what_lasts_a_year_is_not_counted_per_year(text: str, per: str | None) -> None:
    goal = analyze(text, "en", TODAY)
    assert [t.per for t in goal.targets] == [per]


@pytest.mark.parametrize(
    ("text", "metrics", "channels", "owners"),
    [
        ("300 tickets sold by opening night", ["orders"], [], []),
        ("Win back 90 accounts – Acct Mgmt", ["new_customers"], [], ["sales"]),
        ("Cust. Success: CSAT 92%", ["customer_satisfaction"], [], ["support"]),
    ],
)
def test_what_it_names(text: str, metrics: list[str | None], channels: list[str], owners: list[str | None]) -> None:
    goal = analyze(text, "en", TODAY)
    assert [m.id for m in goal.metrics] == metrics
    assert [c.id for c in goal.channels] == channels
    assert [o.id for o in goal.owners] == owners


def test_a_weekend_of_something_is_no_deadline() -> None:
    goal = analyze("90 sign-ups by festival weekend", "en", TODAY)
    assert goal.deadlines == ()
