"""A goal broken down: the parts add up, in order, within bounds, and say what they are in words."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smartgoals import analyze, break_down
from smartgoals.planning.milestones import By
from smartgoals.planning.models import Milestone

TODAY = date(2026, 9, 1)
BY = st.sampled_from(("week", "month", "quarter"))
DEADLINES = st.dates(TODAY, date(2027, 12, 31))


def planned(text: str, by: By = "month", language: str = "en", **more: object) -> list[tuple[str, float]]:
    return [(str(m.date), m.value) for m in break_down(text, by, language=language, today=TODAY, **more)]


def reads_back(milestones: list[Milestone], language: str) -> None:
    for milestone in milestones:
        (target,) = analyze(milestone.text, language, TODAY).targets
        assert (target.value, target.deadline) == (milestone.value, milestone.date), milestone.text
        assert target == milestone.target


@settings(max_examples=30, deadline=None)
@given(value=st.integers(1, 5_000), deadline=DEADLINES, by=BY)
def test_whole_units_add_up_to_the_goal_in_order(value: int, deadline: date, by: By) -> None:
    milestones = break_down(f"Get {value} leads by {deadline}", by, language="en", today=TODAY)
    dates, values = [m.date for m in milestones], [m.value for m in milestones]
    assert sum(m.step for m in milestones) == value == values[-1]
    assert all(m.value.is_integer() and m.step >= 1 for m in milestones)
    assert dates == sorted(set(dates))
    assert values == sorted(set(values))
    assert dates[0] >= TODAY
    assert dates[-1] == deadline


@settings(max_examples=20, deadline=None)
@given(start=st.integers(1, 400), end=st.integers(1, 400), deadline=DEADLINES, by=BY, compounding=st.booleans())
def test_levels_step_from_baseline_to_value(start: int, end: int, deadline: date, by: By, compounding: bool) -> None:
    verb = "Cut" if end < start else "Grow"
    text = f"{verb} monthly orders from {start} to {end} by {deadline}"
    milestones = break_down(text, by, language="en", today=TODAY, compounding=compounding)
    values = [m.value for m in milestones]
    assert values[-1] == end
    assert values == sorted(values, reverse=end < start)
    assert all(min(start, end) <= value <= max(start, end) for value in values)
    assert sum(m.step for m in milestones) == pytest.approx(end - start)


@settings(max_examples=20, deadline=None)
@given(percent=st.integers(1, 95), weeks=st.integers(1, 60), by=BY, compounding=st.booleans(), down=st.booleans())
def test_changes_grow_to_the_whole(percent: int, weeks: int, by: By, compounding: bool, down: bool) -> None:
    text = f"{'Cut' if down else 'Raise'} costs by {percent} % by {TODAY + timedelta(weeks=weeks)}"
    milestones = break_down(text, by, language="en", today=TODAY, compounding=compounding)
    values = [m.value for m in milestones]
    assert values[-1] == percent
    assert values == sorted(values)
    assert values[0] > 0
    reads_back(milestones, "en")


GOALS = [
    ("en", "Get 40 new leads from LinkedIn by December", [10, 20, 30, 40]),
    ("en", "By December marketing will deliver forty leads to sales", [10, 20, 30, 40]),
    ("en", "Cut churn from 5 % to 3 % by December", [4.5, 4, 3.5, 3]),
    ("en", "Publish 8 blog posts a month by 31 December", [8, 16, 24, 32]),
    ("en", "Grow leads from 30 to 50 a month by December", [35, 40, 45, 50]),
    ("en", "Reach $1.2M in revenue by the end of the year", [300_000, 600_000, 900_000, 1_200_000]),
    ("en", "Get 20–40 leads by December", [5, 10, 15, 20]),
    ("en", "Double the leads by 31 December 2026", [1.25, 1.5, 1.75, 2]),
    ("en", "Keep churn under 3 % until December", [3, 3, 3, 3]),
    ("sv", "Få 40 nya leads från LinkedIn senast den 31 december", [10, 20, 30, 40]),
    ("sv", "Sänk kundbortfallet från 5 till 3 % till den 31 december", [4.5, 4, 3.5, 3]),
    ("sv", "Publicera 8 inlägg i månaden senast i december", [8, 16, 24, 32]),
    ("sv", "Nå 1,2 mkr i intäkter senast den 31 december", [300_000, 600_000, 900_000, 1_200_000]),
    ("sv", "Fördubbla antalet leads till 31 december 2026", [1.25, 1.5, 1.75, 2]),
    ("uk", "Отримати 40 нових лідів із LinkedIn до 31 грудня", [10, 20, 30, 40]),
    ("uk", "Знизити відтік із 5 до 3 % до 31 грудня", [4.5, 4, 3.5, 3]),
    ("uk", "Публікувати щомісяця 8 дописів до кінця року", [8, 16, 24, 32]),
    ("uk", "Заробити 1,2 млн грн виручки до кінця року", [300_000, 600_000, 900_000, 1_200_000]),
    ("uk", "Подвоїти кількість лідів до 31 грудня 2026 року", [1.25, 1.5, 1.75, 2]),
    ("ru", "Получить 40 новых лидов из LinkedIn до 31 декабря", [10, 20, 30, 40]),
    ("ru", "Снизить отток с 5 до 3 % до 31 декабря", [4.5, 4, 3.5, 3]),
    ("ru", "Публиковать 8 постов в месяц до конца года", [8, 16, 24, 32]),
    ("ru", "Заработать 1,2 млн руб. выручки до конца года", [300_000, 600_000, 900_000, 1_200_000]),
    ("ru", "Удвоить количество лидов до 31 декабря 2026 года", [1.25, 1.5, 1.75, 2]),
]


@pytest.mark.parametrize(("language", "text", "values"), GOALS)
def test_milestones_are_goals_in_the_goals_language(language: str, text: str, values: list[float]) -> None:
    milestones = break_down(text, "month", language=language, today=TODAY)
    assert [m.value for m in milestones] == values
    reads_back(milestones, language)


CENTS = [
    ("en", "Save $100 a month by Oct 15", "$", 148.39),
    ("sv", "Spara 100 kr i månaden till den 15 oktober", "kr", 148.39),
    ("uk", "Заощаджувати 100 грн щомісяця до 15 жовтня", "грн", 148.39),
    ("ru", "Зарабатывать 100 руб. в месяц до 15 октября", "руб.", 148.39),
    ("en", "Run 10 km a week by Oct 15", "km", 64.29),
]


@pytest.mark.parametrize(("language", "text", "unit", "value"), CENTS)
def test_a_cadence_adds_up_to_a_number_with_two_decimals(language: str, text: str, unit: str, value: float) -> None:
    milestones = break_down(text, language=language, today=TODAY)
    assert milestones[-1].value == value
    assert f"{value:.2f}" in milestones[-1].text.replace(",", ".")
    assert unit in milestones[-1].text
    reads_back(milestones, language)


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("en", "Earn $1 by Dec 31", ["$0.25", "$0.50", "$0.75", "$1"]),
        ("sv", "Tjäna 2 kr till den 31 december", ["0,50 kr", "1 kr", "1,50 kr", "2 kr"]),
        ("uk", "Заробити 2 грн до 31 грудня", ["0,50 грн", "1 грн", "1,50 грн", "2 грн"]),
        ("ru", "Заработать 2 руб. до 31 декабря", ["0,50 руб.", "1 руб.", "1,50 руб.", "2 руб."]),
    ],
)
def test_money_has_two_decimals_or_none(language: str, text: str, written: list[str]) -> None:
    for milestone, amount in zip(break_down(text, language=language, today=TODAY), written, strict=True):
        assert f" {amount} " in milestone.text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Run a marathon in under 4 hours by Dec 31"),
        ("en", "Get costs below $100 by Dec 31"),
        ("sv", "Springa milen på under 50 minuter senast 31 december"),
        ("uk", "Опустити витрати нижче 100 грн до 31 грудня"),
        ("ru", "Пробежать 5 км менее чем за 25 минут до 31 декабря"),
    ],
)
def test_an_upper_limit_that_nothing_gathers_needs_a_start(language: str, text: str) -> None:
    with pytest.raises(ValueError, match="does not say where it starts"):
        break_down(text, language=language, today=TODAY)
    start = analyze(text, language, TODAY).targets[0].value * 1.5
    values = [value for _, value in planned(text, language=language, context={"baseline": start})]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Keep 100 existing customers until Dec 31"),
        ("sv", "Behåll 100 kunder till den 31 december"),
        ("uk", "Утримати 100 клієнтів до 31 грудня"),
        ("ru", "Удержать 100 клиентов до 31 декабря"),
    ],
)
def test_what_is_to_be_kept_stays(language: str, text: str) -> None:
    milestones = break_down(text, language=language, today=TODAY)
    assert [m.value for m in milestones] == [100] * 4
    reads_back(milestones, language)


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "Within 2 months get 40 leads!", "By 30 September 2026 get 20 leads!"),
        ("en", "Secure a dozen interviews by 31 October", "Secure 6 interviews by 30 September 2026"),
        ("en", "Hire 2 developers by 31 October", "Hire 1 developer by 30 September 2026"),
        ("en", "Win 2 new customers by 31 October", "Win 1 new customer by 30 September 2026"),
        ("sv", "Vinn 2 kunder senast 31 oktober", "Vinn 1 kund senast den 30 september 2026"),
        ("sv", "Teckna 2 nya avtal senast 31 oktober", "Teckna 1 nytt avtal senast den 30 september 2026"),
        ("en", "Publish 8 posts a month by 31 October", "Publish 8 posts by 30 September 2026"),
        ("sv", "Få 40 leads senast i oktober", "Få 20 leads senast den 30 september 2026"),
        ("ru", "Опубликовать 6 статей до 31 октября", "Опубликовать 3 статьи до 30 сентября 2026 года"),
        ("ru", "Нанять 2 менеджеров до 31 октября", "Нанять 1 менеджера до 30 сентября 2026 года"),
        ("uk", "Опублікувати 6 статей до 31 жовтня", "Опублікувати 3 статті до 30 вересня 2026 року"),
        ("uk", "Отримати 44 ліди до 31 жовтня", "Отримати 22 ліди до 30 вересня 2026 року"),
        ("uk", "Залучити 65 нових клієнтів до 31 жовтня", "Залучити 32 нових клієнти до 30 вересня 2026 року"),
        ("ru", "Привлечь 65 новых клиентов до 31 октября", "Привлечь 32 новых клиента до 30 сентября 2026 года"),
        ("ru", "Получить не менее 44 заявок до 31 октября", "Получить не менее 22 заявок до 30 сентября 2026 года"),
        (
            "ru",
            "Заработать 1,2 млн руб. выручки до 31 октября",
            "Заработать 600 000 ₽ выручки до 30 сентября 2026 года",
        ),
        ("ru", "Увеличить выручку на 20 % до 31 октября", "Увеличить выручку на 10 % до 30 сентября 2026 года"),
        ("en", "Between now and Oct 31, sign 8 deals", "Between now and 30 September 2026, sign 4 deals"),
        ("en", "Get 90 leads: September–October", "Get 45 leads: by 30 September 2026"),
        ("en", "Sell 500 tickets by 5 pm on Oct 31", "Sell 250 tickets by 5 pm on 30 September 2026"),
        ("en", "Have 8 new case studies live by Oct 31", "Have 4 new case studies live by 30 September 2026"),
        ("en", "Raise the margin by 2 percentage points by Oct 31",
         "Raise the margin by 1 percentage point by 30 September 2026"),
        ("en", "Publish one article a week by Oct 31", "Publish 4 articles by 30 September 2026"),
        ("en", "Raise satisfaction from 8 to 9 out of 10 by Oct 31",
         "Raise satisfaction from 8 to 8.5 out of 10 by 30 September 2026"),
        ("en", "Grow leads by 20 % (from 200 to 240) by Oct 31",
         "Grow leads by 10 % (from 200 to 220) by 30 September 2026"),
        ("en", "Double the leads from SEO by 31 October",
         "Increase the leads from SEO 1.5 times by 30 September 2026"),
        ("sv", "Boka ett möte i veckan till den 31 oktober", "Boka 4 möten senast den 30 september 2026"),
        ("sv", "Få ett femtiotal leads till den 31 oktober", "Få ungefär 25 leads senast den 30 september 2026"),
        ("sv", "Få 2 nya kunder till den 31 oktober", "Få 1 ny kund senast den 30 september 2026"),
        ("sv", "Höj marginalen med 2 procentenheter till den 31 oktober",
         "Höj marginalen med 1 procentenhet senast den 30 september 2026"),
        ("sv", "Från nu till den 31 oktober: teckna 8 avtal", "Från nu till 30 september 2026: teckna 4 avtal"),
        ("sv", "Dubbla antalet leads till den 31 oktober",
         "Öka antalet leads 1,5 gånger senast den 30 september 2026"),
        ("uk", "Отримати 81 лід до 31 жовтня", "Отримати 40 лідів до 30 вересня 2026 року"),
        ("uk", "Здійснити 42 дзвінки до 31 жовтня", "Здійснити 21 дзвінок до 30 вересня 2026 року"),
        ("uk", "Запустити 21 лендинг до 31 жовтня", "Запустити 10 лендингів до 30 вересня 2026 року"),
        ("uk", "Відділ продажу проведе 8 демо до 31 жовтня",
         "Відділ продажу проведе 4 демо до 30 вересня 2026 року"),
        ("uk", "Отримати від 10 до 16 партнерів до 31 жовтня",
         "Отримати від 5 до 8 партнерів до 30 вересня 2026 року"),
        ("uk", "Провести 22 години навчання до 31 жовтня", "Провести 11 годин навчання до 30 вересня 2026 року"),
        ("ru", "Получить 81 отчёт до 31 октября", "Получить 40 отчётов до 30 сентября 2026 года"),
        ("ru", "Провести 42 дня до 31 октября", "Провести 21 день до 30 сентября 2026 года"),
        ("ru", "Увеличить чистую прибыль с 10 до 15 млн руб. до 31 октября",
         "Увеличить чистую прибыль с 10 до 12,5 млн руб. до 30 сентября 2026 года"),
        ("ru", "Поднять LTV с 19 до 20 тыс. руб. до 31 октября",
         "Поднять LTV с 19 до 19,5 тыс. руб. до 30 сентября 2026 года"),
        ("ru", "Удвоить количество лидов до 31 октября",
         "Увеличить количество лидов в 1,5 раза до 30 сентября 2026 года"),
    ],
)  # fmt: skip
def test_the_first_milestone_in_words(language: str, text: str, first: str) -> None:
    start = date(2026, 9, 1)
    milestone = break_down(text, "month", start=start, language=language, today=TODAY)[0]
    assert milestone.text.replace("\xa0", " ") == first


def test_the_last_milestone_is_the_goal_itself() -> None:
    goal = analyze("Get 40 new leads in October", "en", TODAY)
    milestones = break_down(goal, "week")
    assert milestones[-1].text == goal.text
    assert [m.value for m in milestones] == [5, 14, 23, 32, 40]
    assert milestones[0].date == date(2026, 10, 4)


def test_parts_of_periods_count_by_their_days() -> None:
    assert planned("Get 70 leads by 31 December", start=date(2026, 9, 16)) == [
        ("2026-09-30", 10), ("2026-10-31", 30), ("2026-11-30", 50), ("2026-12-31", 70),
    ]  # fmt: skip


def test_quarters_follow_the_fiscal_year() -> None:
    dates = [m.date for m in break_down("Get 90 leads by May 2027", "quarter", today=TODAY)]
    assert dates == [date(2026, 9, 30), date(2026, 12, 31), date(2027, 3, 31), date(2027, 5, 31)]
    fiscal = break_down("Get 90 leads by May 2027", "quarter", today=TODAY, context={"fiscal_year_start": 2})
    assert [m.date for m in fiscal] == [date(2026, 10, 31), date(2027, 1, 31), date(2027, 4, 30), date(2027, 5, 31)]


def test_compounding_takes_equal_factors() -> None:
    text = "Grow revenue from 1,000 to 1,331 by the end of November"
    assert [value for _, value in planned(text, compounding=True)] == [1100, 1210, 1331]
    assert [value for _, value in planned(text)] == [1110, 1221, 1331]


def test_a_baseline_may_come_from_the_context() -> None:
    text = "Cut churn to 3 % by 31 October"
    assert planned(text, context={"baseline": 5}) == [("2026-09-30", 4), ("2026-10-31", 3)]


def test_one_of_several_metrics_can_be_chosen() -> None:
    text = "Grow traffic by 20 % and leads by 10 % by 31 October"
    assert [value for _, value in planned(text)] == [10, 20]
    milestones = break_down(text, metric="leads", today=TODAY)
    assert [(m.value, m.target.metric) for m in milestones] == [(5, "leads"), (10, "leads")]
    assert [m.text for m in milestones] == [
        "Grow leads by 5 % by 30 September 2026",
        "Grow leads by 10 % by 31 October",
    ]


@pytest.mark.parametrize(
    ("language", "text", "metric", "first"),
    [
        ("en", "Grow traffic by 20 % and leads by 10 % via SEO by 31 October", "leads",
         "Grow leads by 5 % via SEO by 30 September 2026"),
        ("en", "Marketing will publish 12 posts and win 6 clients by 31 October", "new_customers",
         "Marketing will win 3 clients by 30 September 2026"),
        ("en", "Get 40 leads by 31 October and 80 leads by 31 December", "leads", "Get 20 leads by 30 September 2026"),
        ("en", "Raise NPS from 40 to 50 and cut churn from 5 to 3 %, both by 31 October", "churn_rate",
         "Cut churn from 5 to 4 % by 30 September 2026"),
        # a name that means something else alone
        ("en", "Publish one video a week on YouTube and reach 1,000 subscribers there by 31 October", "followers",
         "By 30 September 2026, followers: 500"),
        ("sv", "Generera 80 leads och teckna 6 avtal till den 31 oktober", "deals",
         "Teckna 3 avtal senast den 30 september 2026"),
        ("uk", "До 31 жовтня: 12 статей, 40 лідів", "leads", "До 30 вересня 2026 року: 20 лідів"),
        ("ru", "Получить 90 заявок и провести 30 демо до 31 октября", "leads",
         "Получить 45 заявок до 30 сентября 2026 года"),
        ("ru", "Снизить отток с 6 до 4 %, а NPS поднять с 40 до 50 до 31 октября", "net_promoter_score",
         "NPS поднять с 40 до 45 до 30 сентября 2026 года"),
    ],
)  # fmt: skip
def test_the_other_numbers_of_a_goal_are_left_out(language: str, text: str, metric: str, first: str) -> None:
    milestones = break_down(text, metric=metric, language=language, today=TODAY)
    assert milestones[0].text.replace("\xa0", " ") == first
    own = next(target for target in analyze(text, language, TODAY).targets if target.metric == metric)
    assert all(m.target.channels == own.channels for m in milestones)
    reads_back(milestones, language)


def test_a_range_that_closes_is_a_number() -> None:
    milestones = break_down("Get between 10 and 15 partners by December", "week", language="en", today=TODAY)
    assert milestones[1].text == "Get 2 partners by 20 September 2026"
    assert [m.target.high for m in milestones[:3]] == [2, None, 4]


def test_a_noun_without_a_singular_stays_plural() -> None:
    first = break_down("Провести 2 батьківських зборів до 31 жовтня", language="uk", today=TODAY)[0]
    assert first.text.replace("\xa0", " ") == "До 30 вересня 2026 року: заходи — 1"


def test_a_cadence_adds_up_by_its_own_periods() -> None:
    assert planned("Get 50 leads a month by Dec 31", "quarter") == [("2026-09-30", 50), ("2026-12-31", 200)]
    assert planned("Run 10 km a week by Oct 15") == [("2026-09-30", 42.86), ("2026-10-15", 64.29)]


@cache
def dev(language: str) -> list[tuple[str, date]]:
    lines = (Path(__file__).parent.parent / "corpus" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["split"] == "dev"]
    return [(row["text"], date.fromisoformat(row["today"])) for row in rows]


@pytest.mark.parametrize("language", ["en", "sv", "uk", "ru"])
@settings(max_examples=40, deadline=None)
@given(data=st.data(), by=BY)
def test_milestones_of_goals_of_the_corpus_read_back(language: str, data: st.DataObject, by: By) -> None:
    text, today = data.draw(st.sampled_from(dev(language)))
    goal = analyze(text, language, today)
    named = [t for t in goal.targets if t.value is not None]
    assume(named)
    own = data.draw(st.sampled_from(named))
    own = next(t for t in named if (own.metric or own.metric_text) in (t.metric, t.metric_text, None))
    assume(own.deadline is not None and own.deadline >= today and own.value is not None)
    baseline = own.value * (2 if own.direction == "decrease" else 0.5) or 1
    for milestone in break_down(goal, by, metric=own.metric or own.metric_text, context={"baseline": baseline}):
        assert (milestone.target.value, milestone.target.deadline) == (milestone.value, milestone.date)
        assert milestone.target.channels == own.channels
        reads = analyze(milestone.text, language, today).targets
        same = [t for t in reads if t.value == pytest.approx(milestone.value) and t.deadline == milestone.date]
        ways = (own.direction, None)  # date, metric and number alone say no direction
        assert any(t.direction in ways and own.metric in (t.metric, None) for t in same), milestone.text


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("Get 40 leads", {}, "no deadline"),
        ("Launch the intranet by June", {}, "no number"),
        ("Cut churn to 3 % by June", {}, "does not say where it starts"),
        ("Get 40 leads by June", {"start": date(2027, 7, 1)}, "is after the deadline"),
        ("Get 40 leads by 31 March 2025", {}, "is after the deadline"),
        ("Get 40 leads by June", {"by": "day"}, "by 'day'"),
        ("Get 40 leads by June", {"compounding": True}, "above zero"),
        ("Get 40 leads by June", {"metric": "revenue"}, "no number for 'revenue'; it has one for leads"),
        ("Grow revenue by 10 % by June", {"context": {"baseline": 0}}, "baseline above 0"),
        ("Get 40 leads by 2060", {"by": "week"}, "more than 1000 milestones"),
        ("", {}, "the goal is empty"),
    ],
)
def test_what_cannot_be_broken_down_says_why(text: str, more: dict, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        break_down(text, **{"by": "month", "language": "en", "today": TODAY, **more})
