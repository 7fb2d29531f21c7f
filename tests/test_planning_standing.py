"""Where a goal stands: shares, pace, projection and verdict."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals import analyze, progress
from smartgoals.advice.messages import catalogue

TODAY = date(2026, 9, 1)
MID = date(2026, 10, 15)
GOAL = {
    "en": "Get 40 leads by Oct 31",
    "sv": "Få 40 leads senast den 31 oktober",
    "uk": "Отримати 40 лідів до 31 жовтня",
    "ru": "Получить 40 лидов до 31 октября",
}


@pytest.mark.parametrize(("language", "text"), GOAL.items())
def test_ten_of_forty_leads_halfway_through_october(language: str, text: str) -> None:
    standing = progress(text, 10, on=MID, language=language)
    assert (standing.start, standing.deadline) == (date(2026, 10, 1), date(2026, 10, 31))
    assert (standing.done, standing.elapsed) == (0.25, pytest.approx(15 / 31))
    assert standing.verdict == "at_risk"
    assert standing.projected == pytest.approx(10 / 15 * 31)
    assert standing.pace == pytest.approx(10 / 15 * 7)
    assert standing.needed == pytest.approx(30 / 16 * 7)
    assert catalogue(language).plan["at_risk"] in standing.message
    assert "{" not in standing.message


@pytest.mark.parametrize(
    ("text", "actual", "verdict", "done"),
    [
        ("Get 40 leads by Oct 31", 40, "done", 1),
        ("Get 40 leads by Oct 31", 25, "ahead", 0.625),
        ("Get 40 leads by Oct 31", 20, "on_track", 0.5),
        ("Cut churn from 5 % to 3 % by Oct 31", 4, "on_track", 0.5),
        ("Cut churn from 5 % to 3 % by Oct 31", 5.5, "at_risk", -0.25),
        ("Cut churn from 5 % to 3 % by Oct 31", 2.9, "done", 1.05),
        ("Publish 8 posts a month by Oct 31", 4, "on_track", 0.5),
        ("Grow leads from 30 to 50 a month by Oct 31", 40, "on_track", 0.5),
        ("Grow revenue by 20 % by Oct 31", 10, "on_track", 0.5),
        ("Halve the number of complaints by Oct 31", 0.75, "on_track", 0.5),
        ("Spend at most $1000 by Oct 31", 300, "ahead", 0.3),
        ("Spend at most $1000 by Oct 31", 600, "at_risk", 0.6),
        ("Spend at most $1000 by Oct 31", 1001, "missed", 1.001),
        ("Get at most 10 complaints by Oct 31", 3, "ahead", 0.3),
        ("Get at most 10 complaints by Oct 31", 11, "missed", 1.1),
        ("Get 0 complaints by Oct 31", 0, "ahead", 1),
        ("Get 0 complaints by Oct 31", 1, "missed", 0),
        ("Keep 40 customers until Oct 31", 41, "on_track", 1),
        ("Keep churn under 3 % until Oct 31", 2.5, "on_track", 1),
        ("Keep churn under 3 % until Oct 31", 3.5, "at_risk", 0),
    ],
)
def test_verdicts_halfway(text: str, actual: float, verdict: str, done: float) -> None:
    standing = progress(text, actual, on=MID, start=date(2026, 10, 1), language="en")
    assert standing.verdict == verdict
    assert standing.done == pytest.approx(done)


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Earn $1000 by Oct 31", "$333.50 of $1,000"),
        ("sv", "Tjäna 1000 kr till den 31 oktober", "333,50 kr av 1 000 kr"),
        ("uk", "Заробити 1000 грн до 31 жовтня", "333,50 ₴ із 1 000 ₴"),
        ("ru", "Заработать 1000 руб. до 31 октября", "333,50 ₽ из 1 000 ₽"),
    ],
)
def test_money_is_told_with_its_currency(language: str, text: str, shown: str) -> None:
    message = progress(text, 333.5, on=MID, start=date(2026, 10, 1), language=language).message
    assert message.replace("\xa0", " ").startswith(shown)


def test_a_known_baseline_lets_a_change_be_measured_by_its_level() -> None:
    context = {"baseline": 100_000}
    standing = progress("Grow revenue by 20 % by Oct 31", 110_000, on=MID, language="en", context=context)
    assert (standing.actual, standing.target, standing.done) == (pytest.approx(10), 20, pytest.approx(0.5))
    fallen = progress("Cut costs by 20 % by Oct 31", 90_000, on=MID, language="en", context=context)
    assert fallen.actual == pytest.approx(10)


@pytest.mark.parametrize(
    ("actual", "last_day", "later"), [(20, "at_risk", "missed"), (39, "on_track", "missed"), (40, "done", "done")]
)
def test_the_last_day_still_counts(actual: float, last_day: str, later: str) -> None:
    for on, verdict in ((date(2026, 10, 31), last_day), (date(2026, 11, 1), later)):
        standing = progress(GOAL["en"], actual, on=on, today=TODAY)
        assert (standing.verdict, standing.elapsed, standing.needed) == (verdict, 1, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Have fewer than 10 complaints by Oct 31"),
        ("sv", "Få högst 10 klagomål till den 31 oktober"),
        ("uk", "Отримати не більше 10 скарг до 31 жовтня"),
        ("ru", "Получить не более 10 жалоб до 31 октября"),
    ],
)
def test_a_limit_needs_no_baseline(language: str, text: str) -> None:
    standing = progress(text, 3, on=MID, start=date(2026, 10, 1), language=language)
    assert (standing.verdict, standing.target) == ("ahead", 10)


def test_the_start_is_the_goals_own_period_else_the_day_of_its_analysis() -> None:
    assert progress("Get 40 leads in October", 10, on=MID, today=TODAY).start == date(2026, 10, 1)
    assert progress(analyze(GOAL["en"], "en", TODAY), 10, on=MID).start == TODAY
    assert progress("Get 40 leads by 31 December 2026", 10, on=date(2026, 8, 3)).start == date(2026, 7, 1)


@pytest.mark.parametrize("today", [date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 11), date(2026, 10, 12)])
def test_a_today_behind_the_first_reading_does_not_move_the_start(today: date) -> None:
    readings = {date(2026, 10, 4): 4, date(2026, 10, 11): 9}
    standing = progress(GOAL["en"], readings, today=today)
    assert (standing.start, standing.baseline) == (date(2026, 10, 1), 0)
    if today >= date(2026, 10, 11):
        assert progress(GOAL["en"], 9, date(2026, 10, 11), today=today).start == date(2026, 10, 1)


def test_several_readings_give_an_interval() -> None:
    steady = {date(2026, 10, day): day for day in (5, 10, 15)}
    uneven = {date(2026, 10, 5): 1, date(2026, 10, 10): 12, date(2026, 10, 15): 15}
    one, other = (progress(GOAL["en"], readings, start=date(2026, 10, 1)) for readings in (steady, uneven))
    assert one.projected == other.projected == pytest.approx(31)
    assert one.low == pytest.approx(one.high)
    assert other.actual <= other.low < 31 < other.high
    assert "80% likely" in other.message
    assert progress(GOAL["en"], 15, on=MID).low is None


def test_a_level_with_no_baseline_starts_from_the_first_reading() -> None:
    readings = {date(2026, 9, 1): 20, date(2026, 9, 30): 25}
    standing = progress("Raise the open rate to 30 % by Oct 31", readings, today=TODAY)
    assert (standing.baseline, standing.done) == (20, 0.5)


@settings(max_examples=40, deadline=None)
@given(
    values=st.lists(st.floats(0, 10_000), min_size=1, max_size=8),
    goal=st.sampled_from(("Get 400 leads by 2026-12-31", "Cut churn from 90 % to 3 % by 2026-12-31")),
    gap=st.integers(1, 12),
)
def test_figures_stay_within_their_bounds(values: list[float], goal: str, gap: int) -> None:
    readings = {TODAY + timedelta(days=gap * place): value for place, value in enumerate(values)}
    standing = progress(goal, readings, language="en", today=TODAY)
    assert 0 < standing.elapsed <= 1
    assert standing.projected >= 0
    assert (standing.low is None) == (len(values) < 3)
    if standing.low is not None and standing.high is not None:
        assert 0 <= standing.low <= standing.projected <= standing.high
    reached = standing.actual <= 3 if "churn" in goal else standing.actual >= 400
    assert (standing.verdict == "done") == reached
    assert type(standing).model_validate_json(standing.model_dump_json()) == standing


@settings(max_examples=40, deadline=None)
@given(one=st.integers(0, 400), more=st.integers(1, 100), day=st.integers(0, 60))
def test_more_is_never_worse(one: int, more: int, day: int) -> None:
    order = ("missed", "at_risk", "on_track", "ahead", "done")
    on = TODAY + timedelta(days=day)
    less, better = (
        progress("Get 400 leads by Oct 31", value, on=on, start=TODAY, language="en") for value in (one, one + more)
    )
    assert order.index(less.verdict) <= order.index(better.verdict)
    assert less.projected < better.projected


@pytest.mark.parametrize(
    ("text", "actual", "more", "error", "said"),
    [
        ("Get 40 leads", 10, {"on": MID}, ValueError, "no deadline"),
        ("Get 40 leads in October", 10, {"on": date(2026, 8, 15)}, ValueError, "before the start of the goal"),
        (GOAL["en"], 10, {"on": MID, "start": date(2026, 10, 20)}, ValueError, "before the start of the goal"),
        ("Raise the open rate to 30 % by Oct 31", 25, {"on": MID}, ValueError, "where it starts"),
        ("Run a marathon in under 4 hours by Oct 31", 5, {"on": MID}, ValueError, "where it starts"),
        ("Get 40 leads by Oct 31 2028", 3, {"on": MID}, ValueError, "give its start"),
        (GOAL["en"], "10", {"on": MID}, TypeError, "not str"),
        (GOAL["en"], True, {"on": MID}, TypeError, "bool"),
        (GOAL["en"], 10, {"on": "2026-10-15"}, TypeError, r"on is a datetime\.date, not str"),
        (GOAL["en"], 10, {"on": MID, "start": 20261001}, TypeError, r"start is a datetime\.date, not int"),
        (GOAL["en"], [1, 2], {"on": MID}, TypeError, "a pair of a date and a number"),
        (GOAL["en"], {}, {"on": MID}, ValueError, "no readings"),
        (GOAL["en"], float("nan"), {"on": MID}, ValueError, "finite"),
        (GOAL["en"], [(MID, 1), (MID, 2)], {}, ValueError, "two readings on 2026-10-15"),
        (GOAL["en"], {MID: 1}, {"on": date(2026, 10, 14)}, ValueError, "after the day"),
    ],
)
def test_what_cannot_be_judged_says_why(text: str, actual: object, more: dict, error: type, said: str) -> None:
    with pytest.raises(error, match=said):
        progress(text, actual, language="en", **more)
