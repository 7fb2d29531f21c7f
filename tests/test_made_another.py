"""Words that make a thing another, parties that are means, and numbers that only say of what size something is."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze
from smartgoals.components import conditions
from smartgoals.ontology import ontology

TODAY = date(2026, 11, 21)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language, TODAY)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cut missed calls to support to 20 a week"),
        ("sv", "Minska missade samtal till kundtjänst till 20 i veckan"),
        ("uk", "Зменшити кількість пропущених дзвінків у підтримку до 20 на тиждень"),
        ("ru", "Сократить число пропущенных звонков в поддержку до 20 в неделю"),
        ("uk", "Збільшити кількість відвідувачів обласного музею до 900 на місяць"),
        ("ru", "Увеличить число посетителей районного музея до 900 в месяц"),
        ("uk", "Збільшити випуск меблів до 300 комплектів на місяць"),
    ],
)
def test_an_unknown_thing_is_no_metric_that_its_words_hold(language: str, text: str) -> None:
    assert [target.metric for target in _goal(language, text).targets] == [None]


def test_average_says_nothing_of_what_a_thing_is() -> None:
    goal = _goal("en", "Cut the average waiting time on the phone to 80 seconds")
    assert [target.metric for target in goal.targets] == ["response_time"]


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        ("en", "Run two campaigns with influencers in May", ["influencer"]),
        ("uk", "Провести дві кампанії з блогерами у травні", ["influencer"]),
        ("ru", "Провести две кампании с блогерами в мае", ["influencer"]),
        ("uk", "Отримати 60 замовлень завдяки співпраці з мікроблогерами", ["influencer"]),
        ("uk", "Підписати 5 контрактів із блогерами", []),
        ("ru", "Подписать 5 контрактов с блогерами", []),
    ],
)
def test_those_that_something_is_done_with_are_means_or_parties(language: str, text: str, channels: list[str]) -> None:
    assert [channel.id for channel in _goal(language, text).channels] == channels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fuel costs -9 %, idle trucks -15 % by summer"),
        ("sv", "Bränslekostnader -9 %, stillastående bilar -15 % till sommaren"),
        ("uk", "Витрати на пальне -9 %, простій фур -15 % до літа"),
        ("ru", "Расходы на топливо -9 %, простой фур -15 % к лету"),
    ],
)
def test_a_signed_number_behind_a_thing_of_its_own_is_aimed_at(language: str, text: str) -> None:
    aimed = [(target.metric, target.value, target.direction) for target in _goal(language, text).targets]
    assert aimed == [("costs", 9, "decrease"), (None, 15, "decrease")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Raise occupancy at our hotel with 40 rooms from 55 to 70 %"),
        ("uk", "Підняти заповнюваність готелю на 40 номерів з 55 до 70 %"),
        ("ru", "Поднять загрузку отеля на 40 номеров с 55 до 70 %"),
    ],
)
def test_a_size_before_two_levels_of_a_share_is_neither(language: str, text: str) -> None:
    assert [number.role for number in _goal(language, text).numbers] == ["other", "baseline", "target"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Збільшити прибуток мережі з 6 салонів до 400 тис. грн"),
        ("ru", "Увеличить прибыль сети из 6 салонов до 400 тыс. руб."),
    ],
)
def test_shops_counted_are_no_baseline_of_money(language: str, text: str) -> None:
    assert [number.role for number in _goal(language, text).numbers] == ["other", "target"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "Скоротити час доставки на годину"), ("ru", "Сократить время доставки на час")],
)
def test_by_an_hour_is_a_change(language: str, text: str) -> None:
    (target,) = _goal(language, text).targets
    assert (target.value, target.unit, target.change) == (1, "hour", "absolute")


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("en", "Renew 85 % of our maintenance contracts", "retention_rate"),
        ("sv", "Förnya 30 serviceavtal före jul", "retention_rate"),
        ("uk", "Пролонгувати 90 % договорів", "retention_rate"),
        ("ru", "Продлить 90 % договоров", "retention_rate"),
        ("en", "Win a third of our bids", "win_rate"),
        ("sv", "Vinna 35 % av anbuden", "win_rate"),
        ("en", "Win 4 bids", "opportunities"),
    ],
)
def test_contracts_renewed_are_kept_and_a_share_of_bids_is_won(language: str, text: str, metric: str) -> None:
    assert [target.metric for target in _goal(language, text).targets] == [metric]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Laddtiden ska ner till 3 sek", "second"), ("Intäkter på 30 000 sek i veckan", "money")],
)
def test_the_metric_tells_seconds_from_kronor(text: str, unit: str) -> None:
    assert [target.unit for target in _goal("sv", text).targets] == [unit]


@pytest.mark.parametrize(
    ("language", "text", "metrics"),
    [
        ("en", "Move 60 free accounts to a paid plan", ["new_customers"]),
        ("uk", "Перевести 60 безкоштовних користувачів на платний тариф", ["new_customers"]),
        ("ru", "Перевести 60 бесплатных пользователей на платный тариф", ["new_customers"]),
        ("en", "Renew 80 % of contracts", ["retention_rate"]),
        ("ru", "Продлить 80 % договоров", ["retention_rate"]),
        ("en", "Newsletter: 30 % opens, 2 % clicks", ["email_open_rate", "click_through_rate"]),
        ("en", "Festival: 900 guests", ["event_registrations"]),
        ("ru", "Фестиваль: 900 гостей", ["event_registrations"]),
        ("en", "Sign deals with 7 clients", ["deals"]),
    ],
)
def test_what_stands_beside_makes_a_metric_another(language: str, text: str, metrics: list[str]) -> None:
    assert [target.metric for target in _goal(language, text).targets] == metrics


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Grow traffic to 9k, conversion should be at least 3 %"),
        ("uk", "Збільшити трафік до 9 тис., конверсія має бути не нижче 3 %"),
        ("ru", "Увеличить трафик до 9 тыс., конверсия должна быть не ниже 3 %"),
    ],
)
def test_a_level_in_a_clause_of_its_own_is_no_change(language: str, text: str) -> None:
    assert [(target.value, target.change) for target in _goal(language, text).targets] == [
        (9_000, "level"),
        (3, "level"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Raise awareness among women 30–45 to 25 %"),
        ("sv", "Öka kännedomen bland kvinnor 30–45 till 25 %"),
        ("uk", "Підняти впізнаваність серед жінок 30–45 до 25 %"),
        ("ru", "Поднять узнаваемость среди женщин 30–45 до 25 %"),
    ],
)
def test_an_age_is_not_aimed_at(language: str, text: str) -> None:
    assert [target.value for target in _goal(language, text).targets] == [25]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Bring turnover down to 14 %", "employee_turnover"),
        ("Turnover: 21 % → 14 %", "employee_turnover"),
        ("Turnover up 14 %", "revenue"),
        ("Turnover: £14m", "revenue"),
    ],
)
def test_a_percentage_that_falls_is_of_those_who_leave(text: str, metric: str) -> None:
    assert [target.metric for target in _goal("en", text).targets] == [metric]


def test_rules_ask_what_is_known() -> None:
    asked = {rule["when"] for rule in ontology().refine if "when" in rule}
    assert asked == set(conditions.WHEN)
