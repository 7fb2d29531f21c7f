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
        ("Recruit 8 volunteer drivers by May", [("volunteer drivers", None)]),
        ("Finish 90% of planned inspections by May", [("planned inspections", None)]),
        ("Accident frequency rate from 4 to 2", [("Accident frequency rate", None)]),
        ("Cut petrol use in the fleet by half", [("petrol use", None)]),
        ("Calls answered within 20 seconds: 80%", [("Calls answered", None)]),
        ("Deployments a week from 3 to 10", [("Deployments", None)]),
        ("Average weekly sales of $4,000 by May", [("sales", "revenue")]),
        ("Fill 20 permanent posts by May", [("permanent posts", "headcount")]),
        ("Collect 95% of overdue rent", [("overdue rent", None)]),
        ("Improve the CQC rating to Good", [("CQC rating", None)]),
        ("Raise honey production to 300 kg", [("honey production", None)]),
        ("Cut stationery purchases by 20%", [("stationery purchases", None)]),
        ("CO2 -12% by 2027", [("CO2", None)]),
        ("Scrap ≤ 1.5%, OEE > 80%", [("Scrap", "defects"), ("OEE", "productivity")]),
        ("Review 12 HR policies", [("HR policies", None)]),
        ("Replace 60 IT devices", [("IT devices", None)]),
        ("Reach 1,000 monthly rides", [("rides", None)]),
        ("Raise on-time departures to 90%", [("on-time departures", None)]),
        ("Keep the rate of food returns below 1.5%", [("rate of food returns", "return_rate")]),
        ("Extend fibre coverage to 96% of homes", [("fibre coverage", None)]),
        ("Do 40 hearing checks a week", [("hearing checks", None)]),
        ("Get a kitchen hygiene score of 5", [("hygiene score", None)]),
        ("Raise the survival rate of lambs to 95%", [("survival rate", None)]),
        ("Raise the average grade from 3.1 to 3.5", [("average grade", None)]),
        ("Unanswered calls below 3 a day", [("Unanswered calls", None)]),
        ("Fewer emergency admissions, from 22 to 14", [("emergency admissions", None)]),
        ("Sign 40 people up to the newsletter", [("people up to the newsletter", "subscribers")]),
        ("Bus driver turnover 12%", [("Bus driver turnover", "employee_turnover")]),
        ("Cut the time nurses spend on paperwork by 20%", [("time nurses spend", None)]),
        ("Bus reliability from 96% to 99%", [("Bus reliability", None)]),
        ("Sell 40 used bikes", [("used bikes", None)]),
        ("Overdue maintenance tasks: 0 by June", [("Overdue maintenance tasks", None)]),
        ("Persistent absence down to 8%", [("Persistent absence", None)]),
        ("Publish the annual accounts by May", [("annual accounts", None)]),
        ("Cut staff overtime by 200 hours", [("staff overtime", None)]),
        ("Jazz evening: 80 tickets", [("tickets", "orders")]),
        ("Cut labour hours by 4%", [("labour hours", None)]),
        ("KPI – schedule adherence 92%", [("schedule adherence", None)]),
        ("Recruit 3 school governors by May", [("school governors", None)]),
        ("Days to close a planning case: 40", [("Days to close a planning case", "resolution_time")]),
    ],
)
def test_what_is_measured(text: str, named: list[tuple[str, str | None]]) -> None:
    assert [(metric.text, metric.id) for metric in analyze(text, "en", TODAY).metrics] == named


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Energy use -8% by June, facilities mgmt", ["facilities mgmt"]),
        ("Number of nurses: 40", []),
        ("Costs down 5% (resp.: plant engineer)", ["plant engineer"]),
        ("Room service orders up 20%, F&B manager", ["F&B manager"]),
        ("Nurses: 40 audits by June", ["Nurses"]),
    ],
)
def test_owners(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, "en", TODAY).owners] == owners


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("Sell 300 tickets for the jazz weekend", []),
        ("Sell 300 tickets by the weekend", [date(2026, 11, 22)]),
        ("Lift Saturday sales by 10%", []),
        ("Friday night bookings from 30 to 45", []),
        ("Friday: 3 posts", [date(2026, 11, 27)]),
        ("Attendance in Year 11 at 95%", []),
        ("Close the books on day 4", []),
        ("Bed nights up 5% in spring rather than August", [date(2027, 5, 31)]),
        ("Win 3 clients by the end of the next quarter", [date(2027, 3, 31)]),
        ("Win 3 clients by the start of the next financial year", [date(2027, 1, 1)]),
        ("Win 3 clients in the next quarter", [date(2027, 2, 21)]),
        ("Win 3 clients in the last quarter of the year", [date(2026, 12, 31)]),
        ("Win 3 clients in the week commencing 7 December", [date(2026, 12, 13)]),
        ("Win 3 clients by the close of business on 5 May", [date(2027, 5, 5)]),
        ("Win 3 clients by the end of year 2", []),
        ("By end of month win 3 clients", [date(2026, 11, 30)]),
        ("DSO 40 days, FY27 Q2", [date(2027, 6, 30)]),
        ("Raise $6,000 by Giving Tuesday", [date(2026, 12, 1)]),
        ("Sell 40 flats by the August bank holiday", [date(2027, 8, 30)]),
        ("Win 9 clients in a year", [date(2027, 11, 21)]),
    ],
)
def test_deadlines(text: str, deadlines: list[date]) -> None:
    assert [deadline.date for deadline in analyze(text, "en", TODAY).deadlines] == deadlines


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Patients seen within 4 hours: 90%", [90]),
        ("Share of calls answered within 20 seconds from 70 to 85%", [85]),
    ],
)
def test_a_time_may_say_of_what_a_share_is(text: str, values: list[float]) -> None:
    assert [target.value for target in analyze(text, "en", TODAY).targets] == values


def test_last_year_is_a_baseline() -> None:
    assert [target.baseline for target in analyze("Footfall 12k (LY 10k)", "en", TODAY).targets] == [10_000]


def test_every_source_of_a_list_has_its_number() -> None:
    targets = analyze("Leads via SEO 40, via the blog 20", "en", TODAY).targets
    assert [(target.channels, target.value) for target in targets] == [(("organic_search",), 40), (("content",), 20)]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Cut accidents on site by half", []),
        ("Raise conversions on site by half", ["website"]),
    ],
)
def test_channels(text: str, channels: list[str]) -> None:
    assert [channel.id for channel in analyze(text, "en", TODAY).channels] == channels


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Lose half a kilo a week", [("absolute", 0.5)]),
        ("Get 3 mil in ARR by EOY", [("level", 3_000_000)]),
        ("Drink half a litre of water before breakfast", [("level", 0.5)]),
        ("Complaints to fall to 3%, CSAT to stay above 4.5", [("level", 3), ("level", 4.5)]),
        ("Cut costs by 5%, uptime must be at least 99.9%", [("relative", 5), ("level", 99.9)]),
        ("Cut costs by 5%, uptime at least 99.9%", [("relative", 5), ("level", 99.9)]),
        ("Bake 300 loaves a day, wait < 6 min", [("level", 300), ("level", 6)]),
        ("Cut costs by 5%, moisture below 6%", [("relative", 5), ("level", 6)]),
        ("Hire 3 nurses, experience over 2 years", [("level", 3)]),
        ("Ramp-up time 90d → 60d", [("level", 60)]),
        ("Response times, category 2: mean below 30 min", [("level", 30)]),
        ("Run a 10K in under 55 minutes", [("level", 55)]),
        ("Review 12 HR policies", [("level", 12)]),
        ("Cut costs by at least 5%, returns at least 10%", [("relative", 5), ("relative", 10)]),
    ],
)
def test_levels_and_changes(text: str, levels: list[tuple[str, float]]) -> None:
    assert [(target.change, target.value) for target in analyze(text, "en", TODAY).targets] == levels


@pytest.mark.parametrize(
    "text", ["Grow the number of pupils taking lunches to 310", "Increase the share of homes getting a meter to 40%"]
)
def test_a_participle_may_say_only_which(text: str) -> None:
    assert analyze(text, "en", TODAY).direction == "increase"


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("Swimming club: 40 members", "outcome", None),
        ("Cleaning: 95% of rooms by June", "activity", "achieve"),
        ("Average wait 10 min", "outcome", None),
        ("Average 10 km a day", "outcome", "achieve"),
    ],
)
def test_a_heading_and_an_average_are_no_verbs(text: str, kind: str, direction: str | None) -> None:
    goal = analyze(text, "en", TODAY)
    assert (goal.kind, goal.direction) == (kind, direction)


def test_around_a_feast_says_nothing_of_the_number_before_it() -> None:
    (number,) = analyze("Raise bookings by 20% around Easter", "en", TODAY).numbers
    assert number.comparator == "="
