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
        # things beside what they were, and in the other order; 'up to' is a way, no label of an owner
        ("Exhibitors up to 90", "increase", [(None, 90, "count", None)]),
        (
            "Delegates to 900 (2025: 700), speakers to 30",
            "increase",
            [("event_registrations", 900, "count", 700), (None, 30, "count", None)],
        ),
        ("Crash rate below 1% by the next release", None, [("defects", 1, "percent", None)]),
        ("40% of webinar registrants show up live", "achieve", [("event_registrations", 40, "percent", None)]),
        ("Convert 3% of free listeners into paying members", "achieve", [("conversion_rate", 3, "percent", None)]),
        ("Grow the group to 900 members on Discord", "increase", [("followers", 900, "count", None)]),
        # how long something takes, what is spent on whom, what is converted
        ("Cut the time it takes to close a deal by 20%", "decrease", [("sales_cycle_length", 20, "percent", None)]),
        ("Halve the time we need to onboard a client", "decrease", [(None, 0.5, "multiple", None)]),
        ("Average watch time of 4 minutes", None, [(None, 4, "minute", None)]),
        ("Lower the support cost per customer to £2", "decrease", [("costs", 2, "money", None)]),
        ("Have the site convert at 3%", "achieve", [("conversion_rate", 3, "percent", None)]),
        ("Churned clients won back: 25 by May", None, [("new_customers", 25, "count", None)]),
        ("Double opt-in rate: 60% → 75%", "increase", [("conversion_rate", 75, "percent", 60)]),
        ("Store traffic +8%", "increase", [(None, 8, "percent", None)]),
        # what only looks like a verb of the goal
        ("Average first reply 45 min", None, [("response_time", 45, "minute", None)]),
        ("Get quoted at least 5 times", "achieve", [(None, 5, "count", None)]),
        ("9k MRR by the time we raise", None, [("recurring_revenue", 9000, "count", None)]),
        # parts in percent, each with its source
        (
            "30% of leads from referrals, 20% from events",
            None,
            [("leads", 30, "percent", None), ("leads", 20, "percent", None)],
        ),
        # points joined to their number; after which time one stays or leaves
        ("A 9-point lift in aided awareness", "increase", [("brand_awareness", 9, "percentage_point", None)]),
        ("A 4-point rise in NPS by May", "increase", [("net_promoter_score", 4, "count", None)]),
        ("Month-one churn 12% to 8%", "decrease", [("churn_rate", 8, "percent", 12)]),
        ("Day-1 retention to 40%", None, [("retention_rate", 40, "percent", None)]),
        ("Get 60% of the list to open the Christmas mailing", "achieve", [("email_open_rate", 60, "percent", None)]),
        ("Push notification opt-in rate 55%", None, [(None, 55, "percent", None)]),
        ("Push the click rate of our texts to 9%", "increase", [("click_through_rate", 9, "percent", None)]),
        # brought down, what is spent on something, prices of advertising
        ("Bring overdue renewals down to below 9", "decrease", [("retention_rate", 9, "count", None)]),
        ("Spend on new kit to fall by 9%", "decrease", [("costs", 9, "percent", None)]),
        ("Get our cancellation rate down two points", "decrease", [("churn_rate", 2, "percentage_point", None)]),
        ("Spend on Google Shopping not to exceed €9,000", None, [("marketing_spend", 9000, "money", None)]),
        (
            "Ad fill rate up to 90%, eCPM from $3 to $4",
            "increase",
            [(None, 90, "percent", None), (None, 4, "money", 3)],
        ),
        ("Reduce days to first value from 20 to 12", "decrease", [(None, 12, "day", 20)]),
        # new work, early things, what was last year, rates beside work
        ("Ship 2 new integrations by May", "achieve", [(None, 2, "count", None)]),
        ("Sell 90 late tickets", "achieve", [("orders", 90, "count", None)]),
        ("Revenue £45k in December (LY £38k)", "increase", [("revenue", 45_000, "money", 38_000)]),
        ("60 dials a day, connect rate 12%", None, [("calls_made", 60, "count", None), (None, 12, "percent", None)]),
        ("30 backlinks from DR 60+ sites", None, [("backlinks", 30, "count", None)]),
        ("Get reviews from 30 customers", "achieve", [("reviews", 30, "count", None)]),
        ("Get 40 reviews from 30 customers", "achieve", [("reviews", 40, "count", None)]),
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
        ("Take churn on monthly plans from 6% to 4%", None),
        ("Sell 60 hampers every weekend until Christmas", "week"),
        ("Publish 2 reels a fortnight", None),
    ],
)
def test_what_lasts_a_year_is_not_counted_per_year(text: str, per: str | None) -> None:
    goal = analyze(text, "en", TODAY)
    assert [t.per for t in goal.targets] == [per]


@pytest.mark.parametrize(
    ("text", "metrics", "channels", "owners"),
    [
        ("300 tickets sold by opening night", ["orders"], [], []),
        ("Sell 90 hampers online and 60 in the shop", [None], ["online", "in_store"], []),
        ("90 hampers in the shop by May", [None], ["in_store"], []),
        ("Reach 900 installs w/o paid ads", ["app_installs"], [], []),
        ("Send 30 LinkedIn messages a day", [None], ["organic_social"], []),
        ("Social proof: 9 case studies on the homepage", ["content_published"], ["website"], []),
        ("Meta spend at most £2k", ["marketing_spend"], ["paid_social"], []),
        ("Sales admin: 90 quotes a day", ["opportunities"], [], ["sales"]),
        ("Win back 90 accounts – Acct Mgmt", ["new_customers"], [], ["sales"]),
        ("Cust. Success: CSAT 92%", ["customer_satisfaction"], [], ["support"]),
    ],
)
def test_what_it_names(text: str, metrics: list[str | None], channels: list[str], owners: list[str | None]) -> None:
    goal = analyze(text, "en", TODAY)
    assert [m.id for m in goal.metrics] == metrics
    assert [c.id for c in goal.channels] == channels
    assert [o.id for o in goal.owners] == owners


@pytest.mark.parametrize("text", ["Churn to be kept below 3%", "Refunds should be held under 3%"])
def test_what_is_kept_below_a_level(text: str) -> None:
    assert [t.comparator for t in analyze(text, "en", TODAY).targets] == ["<="]


@pytest.mark.parametrize("text", ["90 leads in the week of 12 May", "90 leads w/c 12 May"])
def test_the_week_of_a_day(text: str) -> None:
    assert [d.date for d in analyze(text, "en", TODAY).deadlines] == [datetime.date(2027, 5, 16)]


def test_a_name_in_quotation_marks_owns_nothing() -> None:
    assert analyze('Rank first for "wedding photographer Bath" by May', "en", TODAY).owners == ()


def test_this_time_next_year() -> None:
    goal = analyze("Have 90 clients by this time next year", "en", TODAY)
    assert [d.date for d in goal.deadlines] == [datetime.date(2027, 9, 1)]


def test_a_weekend_of_something_is_no_deadline() -> None:
    goal = analyze("90 sign-ups by festival weekend", "en", TODAY)
    assert goal.deadlines == ()
