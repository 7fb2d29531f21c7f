"""Numbers that a name, a bound or a metric beside them makes another, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        # a hyphen that joins a number to a name
        ("en", "Complaints about the NX-40 pump below 18 a month", [18]),
        ("uk", "Рекламації на насоси НХ-40: не більше 18 на місяць", [18]),
        ("en", "Leads - 40 by May", [40]),
        # a bound behind a dash is no end of a range
        ("uk", "Борги понад 60 днів — не більше 800 тис. грн", [800_000]),
        ("en", "Get 10-15 leads", [10]),
        # a factor and the time that it takes
        ("uk", "Збільшити продажі в 1,5 раза за 4 місяці", [1.5]),
        ("ru", "Увеличить продажи в 3 раза за 4 месяца", [3]),
    ],
)
def test_numbers_aimed_at(language: str, text: str, numbers: list[float]) -> None:
    assert [n.value for n in _goal(language, text).numbers if n.role in ("target", "change")] == numbers


def test_a_factor_leaves_its_time_a_deadline() -> None:
    assert [d.date for d in _goal("uk", "Збільшити продажі в 1,5 раза за 4 місяці").deadlines] == [date(2027, 1, 1)]
    assert not _goal("uk", "Публікувати статтю 1 раз на 2 тижні").deadlines


@pytest.mark.parametrize(
    ("text", "unit"), [("ROAS: 3.2 → 4.5", "multiple"), ("ROAS of 450", "count"), ("NPS: 32 → 45", "count")]
)
def test_a_bare_number_has_the_unit_of_its_metric(text: str, unit: str) -> None:
    assert {n.unit for n in _goal("en", text).numbers} == {unit}


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Вебінар 12 лютого: 150 реєстрацій", "event_registrations"),
        ("Провести 2 вебінари й зібрати 300 реєстрацій", "event_registrations"),
        ("150 реєстрацій у сервісі після вебінару", "sign_ups"),
        ("150 реєстрацій із сайту", "sign_ups"),
    ],
)
def test_registrations_beside_an_event_are_for_it(text: str, metric: str) -> None:
    assert metric in [m.id for m in _goal("uk", text).metrics]


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("uk", "Навчити 25 касирів роботі в CRM", None),
        ("uk", "Найняти 25 касирів до травня", "headcount"),
        ("en", "Train 25 sales managers in the new CRM", None),
        ("uk", "Відписки не вище 0,5 %, +300 підписників", "subscribers"),
        ("uk", "+300 підписників в Instagram", "followers"),
    ],
)
def test_what_is_counted_beside_another_word(language: str, text: str, metric: str | None) -> None:
    assert metric in [m.id for m in _goal(language, text).metrics]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Собівартість має бути знижена до 31 %", "decrease"),
        ("Продажі мають бути збільшені на 20 %", "increase"),
        ("Знижена ціна: 40 замовлень", None),
    ],
)
def test_participles_behind_to_be_say_where_a_goal_goes(text: str, direction: str | None) -> None:
    assert _goal("uk", text).direction == direction


def test_what_stands_in_quotation_marks_is_a_name() -> None:
    assert not _goal("uk", "Охоплення кампанії «Тепла зима» — 400 000").deadlines
    assert _goal("uk", "Мета: «Отримати 40 лідів у травні»").deadlines
    assert _goal("uk", "Готель: 4 200 кліків на кнопку «Купити»").direction is None


def test_what_is_behind_a_goal_is_no_deadline_of_it() -> None:
    text = "Після двох аварій у квітні: за два тижні підняти uptime до 99 %"
    assert [d.text for d in _goal("uk", text).deadlines] == ["за два тижні"]
    assert _goal("uk", "Після 1 травня: 40 лідів у червні").deadlines


def test_how_often_a_goal_is_looked_at_is_no_aim() -> None:
    assert [n.role for n in _goal("uk", "Покращити NPS, заміряти двічі на рік").numbers] == ["other"]
    assert [n.role for n in _goal("uk", "Двічі на рік проводити вебінар").numbers] != ["other"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("200 заявок до травня, запускаємо рекламу у Facebook", None),
        ("200 заявок до травня. Для цього оновлюємо лендинг", None),
        ("200 заявок до травня, публікуємо 3 пости на тиждень", "achieve"),
        ("Наш NPS 40, піднімаємо до 60", "increase"),
    ],
)
def test_what_we_do_for_an_aim_is_not_its_verb(text: str, direction: str | None) -> None:
    assert _goal("uk", text).direction == direction


def test_what_is_to_be_is_no_baseline() -> None:
    assert [n.role for n in _goal("uk", "Щоб скарг було менше 10 на місяць").numbers] == ["target"]
    assert [n.role for n in _goal("uk", "Було 40 заявок, треба 60").numbers] == ["baseline", "target"]
