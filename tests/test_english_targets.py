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
        # a plural that may be a verb, a verb that betters, measures that go down, money and work, marks, years in pairs
        ("45 sales meetings with dental practices before Christmas", ("meetings_booked", None, 45)),
        ("Anna books 8 demos a week", ("demos", "achieve", 8)),
        ("Get lead times for made-to-measure blinds under 10 days", ("delivery_time", "decrease", 10)),
        ("Take our reach on Instagram to 5,000", ("reach", "increase", 5000)),
        ("Take churn to 3%", ("churn_rate", "decrease", 3)),
        ("Take 12 minutes off my marathon time", (None, "decrease", 12)),
        ("Get my ferritin under 50", (None, "decrease", 50)),
        ("The newsletter must earn $12,000 in revenue by May", ("revenue", "achieve", 12000)),
        ("In Q1 increase awareness of the savings bank to 45%", ("brand_awareness", "increase", 45)),
        ("By the end of this month, reach a ROAS of 5x", ("roas", "achieve", 5)),
        ("1 - Win 40 clients by May", ("new_customers", "achieve", 40)),
        ("Publish about 25 blog posts", ("content_published", "achieve", 25)),
        ("Serve 200 customers a day", ("new_customers", "achieve", 200)),
        ("Raise enrolment for the 2026/27 school year to 420", ("sign_ups", "increase", 420)),
        ("Run three Google Ads campaigns in Q2", ("campaigns", "achieve", 3)),
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
        # a level behind 'past', what moves from a level, what a thing costs, what is had, what is done within a time
        ("Push the conversion rate past 4% by May", ("conversion_rate", "increase", 4)),
        ("Lower CPL on campaign 4417 from $38 to $30 by May", ("cost_per_lead", "decrease", 30)),
        ("Sell 120 copies of the £12.99 cookbook by May", ("sales", "achieve", 120)),
        ("We have 300 subscribers today and want 1,000 by May", ("subscribers", "increase", 1000)),
        ("We have 3 shops and want 40 leads by May", ("leads", "achieve", 40)),
        ("Have 95% of tickets answered in under an hour by May", ("support_tickets", "achieve", 95)),
        ("Extend my longest swim from 800 m to 1,500 m by May", (None, "increase", 1500)),
        ("Spend $2k on flyers and win 30 customers by May", ("new_customers", "achieve", 30)),
        # a verb before a colon and its number is a noun
        ("Swims: 12 by May", (None, None, 12)),
        ("Loan book: 0.5% by May", (None, None, 0.5)),
        # what hyphens join between a number and what it counts
        ("Win 3 mid-size customers by May", ("new_customers", "achieve", 3)),
        ("Sign 5 two-year contracts by May", ("deals", "achieve", 5)),
        ("Publish 3 2-minute videos by May", ("content_published", "achieve", 3)),
        ("24-hour reply time by May", ("response_time", None, 24)),
        # a verb without an object behind 'get', a verb behind a date, 'not exceed'
        ("Get our bounce rate to drop by 10% by May", ("bounce_rate", "decrease", 10)),
        ("In Q2 reach 10k followers on LinkedIn", ("followers", "achieve", 10000)),
        ("Ensure churn does not exceed 3% in 2027", ("churn_rate", "maintain", 3)),
        # a count that becomes another, tickets that are sold, members that follow
        ("Turn 40 leads into customers by May", ("new_customers", "achieve", 40)),
        ("Convert 12% of trials to paid by May", ("conversion_rate", "achieve", 12)),
        ("Sell 500 tickets for the summer gala by May", ("orders", "achieve", 500)),
        ("250 VIP tickets sold by 1 June", ("orders", "achieve", 250)),
        ("Sell 20 workshops by May", ("sales", "achieve", 20)),
        # a verb of several words that begins as a metric, and which things a share is of
        ("Cut the forms that parents have to deal with by 30%", (None, "decrease", 30)),
        ("It was agreed that the reply time is to be cut by 30%", ("response_time", "decrease", 30)),
        ("Close a deal with 40 schools", ("deals", "achieve", 40)),
        ("Grow our Facebook group to 2,000 members by May", ("followers", "increase", 2000)),
        ("Survey 500 customers by May", (None, "achieve", 500)),
        ("Members of our LinkedIn group: from 300 to 800", ("followers", "increase", 800)),
        ("In our 6 shops the average basket has to go up to £30", ("average_order_value", "increase", 30)),
        ("Cut the number of bugs that reach customers to 5 per release", ("defects", "decrease", 5)),
        ("Build stronger brand trust among buyers by 2028", ("brand_authority", "increase", None)),
        # nouns that are verbs too, names in quotation marks, a team of two words that are a bound and a metric
        ("Sign 6 dental practices as clients by May", ("new_customers", "achieve", 6)),
        ("Publish the 2 remaining “How to choose” guides by May", ("content_published", "achieve", 2)),
        ("We closed 30 deals last quarter, so inside sales needs to close 40 in May", ("deals", "achieve", 40)),
        ("Win £2m in new business by May", ("revenue", "achieve", 2_000_000)),
        # events by name, and those who give every month
        ("Hold 3 parents' evenings by May", ("events_held", "achieve", 3)),
        ("Grow monthly donors from 340 to 500", (None, "increase", 500)),
        # a weekday that says which are counted, what moves past a level, a participle that says of which things it is
        ("Get 25 Friday sign-ups by May", ("sign_ups", "achieve", 25)),
        ("Get the rating above 4.5 by May", ("review_rating", "increase", 4.5)),
        ("Get an NPS above 50 by May", ("net_promoter_score", "achieve", 50)),
        ("Get eNPS to 35 or higher by May", ("employee_engagement", "achieve", 35)),
        ("Deflect a fifth of support tickets by May", ("support_tickets", "decrease", 20)),
        ("Cut the number of tickets closed late to 5 a week", ("support_tickets", "decrease", 5)),
        ("Grow revenue earned in Poland to €2m by May", ("revenue", "increase", 2_000_000)),
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
    ("text", "metrics"),
    [
        ("Raise £900 for new costumes by May", []),
        ("Raise £5,000 for school meals through Facebook", []),
        ("Raise £900 in donations by May", ["donations"]),
    ],
)
def test_what_money_is_raised_for_is_not_measured(text: str, metrics: list[str]) -> None:
    assert [metric.text for metric in analyze(text, language="en", today=TODAY).metrics] == metrics


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


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Reach 100 reviews with an average rating of 4.9 stars", [("reviews", 100), ("review_rating", 4.9)]),
        ("Grow Instagram to 10k followers and TikTok to 5k", [("followers", 10000), ("followers", 5000)]),
        ("Get 90 downloads of the guide with a CPL below £9", [("downloads", 90), ("cost_per_lead", 9)]),
        ("Get 90 leads by May, gated, at a CPL below £9", [("leads", 90), ("cost_per_lead", 9)]),
        ("Get more followers and better engagement", [("followers", None), ("engagement", None)]),
    ],
)
def test_two_targets(text: str, targets: list[tuple[str, float | None]]) -> None:
    found = analyze(text, language="en", today=TODAY).targets
    assert [(target.metric, target.value) for target in found] == targets


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hit $25k MRR by Feb 1 — SEO is the lever", datetime.date(2027, 2, 1)),
        ("Get 40 leads by June 15 from flyers", datetime.date(2027, 6, 15)),
        ("In June 30 leads", datetime.date(2027, 6, 30)),
        ("In May 3-day courses for 40 people", datetime.date(2027, 5, 31)),
    ],
)
def test_the_day_behind_a_month(text: str, day: datetime.date) -> None:
    assert [deadline.date for deadline in analyze(text, language="en", today=TODAY).deadlines] == [day]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Keep the marketing budget for radio within €8,000", ["radio"]),
        ("Write 4 articles and place each of them in the trade press", ["print"]),
        ("Secure 6 articles this year (PR agency: Fallow & Finch)", []),
        ("Improve the search ranking of our product pages to 3", []),
        ("Grow footfall in the Leeds store by 12%", ["in_store"]),
        ("Double enquiries from the spring open day", ["event"]),
        ("Trade fair in Frankfurt, 12–15 May: 80 leads", ["event"]),
        ("Win 15 coffee shops as customers", []),
        ("Sign up 8 to 10 reseller partners", []),
    ],
)
def test_channels(text: str, channels: list[str]) -> None:
    assert [channel.id for channel in analyze(text, language="en", today=TODAY).channels] == channels


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Win 14 contracts before Q3 ends", "2026-09-30"),
        ("Win 14 contracts before 2026 is out", "2026-12-31"),
        ("By Oct 31 our team wins 40 clients", "2026-10-31"),
        ("By the end of spring our team wins 40 clients", "2027-05-31"),
        ("Grow traffic 2x in 6 months", "2027-03-01"),
        ("Close 6 contracts of about €15k each within 12 months", "2027-09-01"),
        ("Get 75 sign-ups a week on 12 April", "2027-04-12"),
        ("Get 40 leads in Q3/27", "2027-09-30"),
        ("A rating of 4.6 out of 5 next month", "2026-10-31"),
        ("Get 40 leads in 2026/27", "2027-12-31"),
    ],
)
def test_deadline_is_read(text: str, day: str) -> None:
    assert [str(found.date) for found in analyze(text, "en", TODAY).deadlines] == [day]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Book 18 meetings off our webinars", "webinar"),
        ("Get 12 leads out of cold calling", "outbound"),
        ("Have the local radio spots bring 150 enquiries", "radio"),
        ("Half of the enquiries should come from partners by May", "partner"),
        ("Win 30 orders for wedding cakes in our shop", "in_store"),
    ],
)
def test_source_is_a_channel(text: str, channel: str) -> None:
    assert [found.id for found in analyze(text, "en", TODAY).channels] == [channel]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("The weekly newsletter must bring in 40 orders a month", "month"),
        ("The weekly newsletter must bring in 40 orders", None),
        ("Grow monthly sales to 4,000", "month"),
    ],
)
def test_cadence_of_a_newsletter_is_its_own(text: str, per: str | None) -> None:
    assert [found.per for found in analyze(text, "en", TODAY).numbers] == [per]


@pytest.mark.parametrize("text", ["Reach 900 app installs next month – Sales", "Sales: cut form abandonment to 45%"])
def test_sales_beside_another_aim_is_an_owner(text: str) -> None:
    assert [found.id for found in analyze(text, "en", TODAY).owners] == ["sales"]


@pytest.mark.parametrize(
    ("text", "unit"), [("Lose 10 pounds by June", "pound-mass"), ("Raise 500 pounds for the hospice", "money")]
)
def test_pounds_weigh_or_pay(text: str, unit: str) -> None:
    assert [target.unit for target in analyze(text, "en", TODAY).targets] == [unit]
