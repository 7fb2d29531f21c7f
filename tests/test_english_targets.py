"""Which number is aimed at, of what, and which way, in English goals that can be read in two ways."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import analyze

TODAY = datetime.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        # of whom a level is, what a share is of, which things a known source has
        ("NPS of 52 among enterprise accounts", ("net_promoter_score", None, 52)),
        ("Raise repeat orders to 35% of all sales", ("repeat_purchase_rate", "increase", 35)),
        ("Our two largest affiliates should bring us 40 sign-ups a week", ("sign_ups", "achieve", 40)),
        ("Push Kalas to a 7% market share", ("market_share", "increase", 7)),
        ("Fill 90% of the places by May", (None, "achieve", 90)),
        ("Volunteers sold with 20% of new loans", (None, "achieve", 20)),
        # numbers that are not aimed at
        ("Run 10 km in under 50 minutes by May", (None, "achieve", 50)),
        ("Our podcast to reach 900 listeners by episode 20", (None, "achieve", 900)),
        ("£12,000 in donations over the two weekends", (None, None, 12000)),
        ("We lost 31 accounts last year; bring renewals up to 88%", ("retention_rate", "increase", 88)),
        ("Net new logos: 14 (stretch 18)", ("new_customers", None, 14)),
        # the verb behind a label, behind who is asked, and in the passive
        ("Sales is responsible for winning 20 deals by May", ("deals", "achieve", 20)),
        ("Ask the support team to cut the reply time to 3 hours", ("response_time", "decrease", 3)),
        ("12 webinars to be delivered by L&D before 25 May", ("events_held", "achieve", 12)),
        ("Reach break-even by May", ("profit", "achieve", None)),
        ("Bring the cost-income ratio below 62% in 2027", (None, "decrease", 62)),
    ],
)
def test_the_first_target(text: str, target: tuple[str | None, str | None, float | None]) -> None:
    found = analyze(text, language="en", today=TODAY).targets
    assert len(found) == 1
    assert (found[0].metric, found[0].direction, found[0].value) == target


def test_each_comparative_is_of_its_own_metric() -> None:
    first, second = analyze("Get more enquiries, fewer no-shows", language="en", today=TODAY).targets
    assert (first.metric, first.direction, second.direction) == ("leads", "increase", "decrease")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Create €1.5m of new pipeline by May", "outcome"),
        ("Create a new onboarding guide by May", "activity"),
        ("Make the annual meeting more relevant", "outcome"),
        ("Ask the support team to cut the reply time to 3 hours", "outcome"),
        ("Have the sales team trained in the new CRM by May", "activity"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert analyze(text, language="en", today=TODAY).kind == kind
