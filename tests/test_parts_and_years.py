"""Parts of sums and of headings, numbers that look like years, and whose members or readers are counted."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("ru", "60 лидов: 40 с SEO и 20 с контекста", [60]),
        ("en", "Get 60 leads (40 from SEO, 20 from PPC) by May", [60]),
    ],
)
def test_parts_of_a_sum_are_not_aimed_at(language: str, text: str, targets: list[float]) -> None:
    assert [n.value for n in _goal(language, text).numbers if n.role == "target"] == targets


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("ru", "Viber-чат: 500 участников до конца мая", "followers"),
        ("ru", "Вебинар: 500 участников до конца мая", "event_registrations"),
        ("uk", "Чат у Viber: 500 учасників до кінця травня", "followers"),
    ],
)
def test_members_of_a_chat_follow_it(language: str, text: str, metric: str) -> None:
    assert [m.id for m in _goal(language, text).metrics] == [metric]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Get one in four customers to buy again", [25]),
        ("Get 2 out of 5 sellers to 30 calls a day", [40, 30]),
        ("60 leads (40 from SEO and 20 from PPC)", [60]),
        ("100 orders: 60 online, 40 in store", [100]),
        ("Revenue, M SEK: 12 → 15", [15e6]),
        ("Revenue, EUR thousand: 120 → 150", [150e3]),
        ("Cut churn by 50 basis points", [0.5]),
        ("Increase leads by 20% without raising ad spend", [20]),
    ],
)
def test_shares_parts_and_units_of_headings(text: str, values: list[float]) -> None:
    assert [target.value for target in analyze(text, "en").targets] == values


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("400 orders in the first two quarters of 2027", "2027-06-30"),
        ("400 orders until Good Friday", "2027-03-26"),
        ("400 orders by Easter Monday", "2027-03-29"),
    ],
)
def test_days_by_the_calendar(text: str, day: str) -> None:
    assert [str(found.date) for found in analyze(text, "en", date(2026, 11, 21)).deadlines] == [day]


@pytest.mark.parametrize(
    ("language", "text", "values", "days"),
    [
        ("en", "Grow subscribers from 2000 to 5000 by May", [2000, 5000], ["2027-05-31"]),
        ("en", "Reach 2000-2500 visits a day", [2000], []),
        ("en", "Raise orders (now 1950) to 2100 per month", [1950, 2100], []),
        ("en", "Followers 1900 → 2100", [1900, 2100], []),
        ("sv", "Från 1900 till 2100 ordrar i månaden", [1900, 2100], []),
        ("sv", "Följare: 2000 till maj", [2000], ["2027-05-31"]),
        ("uk", "Збільшити кількість підписників з 2000 до 5000", [2000, 5000], []),
        ("uk", "Підписники: 2000 до травня", [2000], ["2027-04-30"]),
        ("ru", "Привлечь 2000–2500 подписчиков", [2000], []),
        ("en", "Leads: we had 30 last month, we want 40", [30, 40], []),
        ("sv", "Vi hade 30 leads förra månaden och vill ha 40 i maj", [30, 40], ["2027-05-31"]),
        ("uk", "До 15 наступного місяця отримати 40 лідів", [40], ["2026-12-15"]),
        ("ru", "30 лидов в прошлом месяце, хотим 40", [30, 40], []),
        ("en", "Subscribers 2000 by June", [2000], ["2027-06-30"]),
        ("en", "Grow site visits by 2000 a month", [2000], []),
        ("en", "Get 40 leads by 2019", [40], ["2019-12-31"]),
        ("en", "Beat the revenue of 2010 by 20 %", [20], []),
        ("sv", "Öka antalet leads med 2000 till maj", [2000], ["2027-05-31"]),
        ("sv", "Sedan 2009 säljer vi bröd, nu vill vi nå 40 butiker 2027", [40], ["2027-12-31"]),
        ("uk", "Ціль на лютий — 1900 замовлень", [1900], ["2027-02-28"]),
        ("uk", "DAU має вирости на 25 до Нового року", [25], ["2026-12-31"]),
        ("ru", "Обеспечить в ноябре 2000 публикаций", [2000], ["2026-11-30"]),
        ("ru", "Сократить число ошибок на 2000 к лету", [2000], ["2027-05-31"]),
        ("ru", "Получить 40 лидов к 2030 году", [40], ["2029-12-31"]),
        ("ru", "Нарастить базу с 1950 контактов до 2050 контактов", [1950, 2050], []),
        ("en", "Cut emissions by 40 % from 1990 to 2030", [40], ["2030-12-31"]),
        ("ru", "Снизить выбросы на 40 % с 1990 года к 2030 году", [40], ["2029-12-31"]),
        ("en", "Leads: 500, 2027", [500], ["2027-12-31"]),
    ],
)
def test_numbers_that_look_like_years(language: str, text: str, values: list[float], days: list[str]) -> None:
    goal = analyze(text, language, date(2026, 11, 21))
    assert [n.value for n in goal.numbers if n.role != "other"] == values
    assert [str(found.date) for found in goal.deadlines] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Grow our newsletter from 2,000 to 5,000 subscribers"),
        ("sv", "Växa nyhetsbrevet till 5 000 prenumeranter"),
        ("uk", "Збільшити розсилку до 5000 підписників"),
        ("ru", "Увеличить рассылку с 2000 до 5000 подписчиков"),
    ],
)
def test_a_medium_that_grows_to_so_many_is_a_channel(language: str, text: str) -> None:
    goal = analyze(text, language)
    assert ([m.id for m in goal.metrics], [c.id for c in goal.channels]) == (["subscribers"], ["email"])
    assert (goal.direction, goal.kind) == ("increase", "outcome")
