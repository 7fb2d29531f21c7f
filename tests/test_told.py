"""Numbers that are only told beside a goal are none of its aims."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = datetime.date(2026, 11, 21)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language, TODAY)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "The gym next door has 2,300; we want to reach 900 reviews by June", [900]),
        ("en", "Win 30 customers by May because the other shop has 75", [30]),
        ("en", "We are 6 people in 2 rooms; this year we want to book 140 demos", [140]),
        ("en", "Competitors answer in 10 minutes. We need to cut response time from 3 hours to 1 hour", [1]),
        ("en", "Run 9 workshops before Easter (3 trainers, 1 van)", [9]),
        ("en", "The studio, 60 m²: average order value 40 → 55 dollars", [55]),
        ("en", "Install the new tills in all 11 shops by June", []),
        ("sv", "I Växjö har vi 9 butiker – öka omsättningen med 400 tkr", [400_000]),
        ("sv", "Nå 800 följare i år, trots att konkurrenten har 5 000", [800]),
        ("sv", "Våra 4 skolor ska öka antalet elever från 310 till 360", [360]),
        ("uk", "Конкурент має 70 тис. підписників — нам потрібно 40 тис.", [40_000]),
        ("uk", "Зібрати 50 відгуків до травня, бо в сусідів їх уже 130", [50]),
        ("uk", "Залучити 30 учнів до вересня (виділено 9 тис. грн)", [30]),
        ("ru", "У соседей работает 12 человек, нам нужно получить 80 заявок", [80]),
        ("ru", "Пекарня, 45 м²: средний чек 300 р. → 360 р. до мая", [360]),
    ],
)
def test_what_others_have_and_what_is_are_no_aims(language: str, text: str, values: list[float]) -> None:
    assert [target.value for target in _goal(language, text).targets] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Cut the cost per click to $2 without losing conversions (at least 500 a month)", [2, 500]),
        ("sv", "Sänk budgeten till 1 mkr medan antalet leads hålls på minst 700", [1_000_000, 700]),
        ("ru", "Поручено агентству: 25 ссылок до мая", [25]),
    ],
)
def test_what_is_asked_for_beside_is_an_aim(language: str, text: str, values: list[float]) -> None:
    assert [target.value for target in _goal(language, text).targets] == values


@pytest.mark.parametrize(
    ("language", "text", "metric", "value"),
    [
        ("sv", "Skicka ett nyhetsbrev i veckan", "emails_sent", 1),
        ("sv", "Öka den organiska trafiken till 30 000 besök", "organic_traffic", 30_000),
        ("uk", "Збільшити охоплення до 90 000 користувачів", "reach", 90_000),
        ("en", "Get 60 downloads of the 2027 Pricing Guide", "downloads", 60),
    ],
)
def test_a_number_is_of_one_metric(language: str, text: str, metric: str, value: float) -> None:
    (target,) = _goal(language, text).targets
    assert (target.metric, target.value) == (metric, value)


@pytest.mark.parametrize(
    ("language", "text", "value", "date"),
    [
        ("uk", "Зменшити кількість нарад із 9 до 4 до Нового року", 4, "2026-12-31"),
        ("ru", "Сократить время ответа с трёх дней до одного к концу мая", 1, "2027-05-31"),
        ("en", "Goal, Nov 1–Dec 20: 700 app installs", 700, "2026-12-20"),
    ],
)
def test_a_number_beside_a_date_is_read(language: str, text: str, value: float, date: str) -> None:
    (target,) = _goal(language, text).targets
    assert (target.value, str(target.deadline)) == (value, date)


def test_a_capital_behind_a_digit_makes_a_name() -> None:
    assert _goal("ru", "Внедрить 1С:ERP до 31 марта").numbers == ()
