"""What the contract asks for in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 9, 1)


def read(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "when"),
    [
        ("en", "by October 45"),
        ("en", "by October 32, 2027"),
        ("en", "by week 54"),
        ("en", "by the 32nd"),
        ("en", "by 15/45"),
        ("sv", "senast oktober 45"),
        ("sv", "senast 45/13"),
        ("sv", "till vecka 60"),
        ("uk", "до 15/45"),
        ("uk", "до 32 жовтня"),
        ("ru", "до 15/45"),
        ("ru", "к 31.02.2027"),
    ],
)
def test_dates_that_cannot_be_are_named_and_not_rescued(language: str, when: str) -> None:
    goal = read(language, {"en": "Get", "sv": "Få", "uk": "Отримати", "ru": "Получить"}[language] + f" 40 NPS {when}")
    assert goal.deadlines == ()
    assert [number.value for number in goal.numbers] == [40]
    assert "T.impossible-date" in [finding.code for finding in goal.criteria.time_bound.findings]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Get 40 leads by October 31", date(2026, 10, 31)),
        ("Get 40 leads by October 32", date(2032, 10, 31)),
        ("Get 40 leads by week 53", date(2027, 1, 3)),
        ("Get 40 leads in the 5th quarter", None),
    ],
)
def test_dates_beside_those_that_cannot_be(text: str, until: date | None) -> None:
    assert [found.date for found in read("en", text).deadlines] == ([until] if until else [])


@pytest.mark.parametrize(
    ("language", "text", "metric", "value", "unit"),
    [
        ("en", "Respond to leads 20% faster", "lead_response_time", 20, "percent"),
        ("en", "Make page load time 20% faster", "page_load_time", 20, "percent"),
        ("en", "Deliver orders 20% faster", "delivery_time", 20, "percent"),
        ("sv", "Leverera beställningar 20 % snabbare", "delivery_time", 20, "percent"),
        ("sv", "Svara på leads 20 % snabbare", "lead_response_time", 20, "percent"),
        ("uk", "Доставляти замовлення на 20 % швидше", "delivery_time", 20, "percent"),
        ("uk", "Відповідати на заявки на 20 % швидше", "lead_response_time", 20, "percent"),
        ("ru", "Обрабатывать заявки в 2 раза быстрее", "lead_response_time", 0.5, "multiple"),
        ("ru", "Доставлять заказы на 20 % быстрее", "delivery_time", 20, "percent"),
    ],
)
def test_what_gets_faster_takes_less_time(language: str, text: str, metric: str, value: float, unit: str) -> None:
    (target,) = read(language, text).targets
    assert (target.metric, target.value, target.unit, target.direction) == (metric, value, unit, "decrease")


@pytest.mark.parametrize(
    ("language", "text", "value", "change", "baseline"),
    [
        ("en", "Increase leads from 200 by 20%", 20, "relative", 200),
        ("en", "Increase leads by 40 from 200", 40, "absolute", 200),
        ("sv", "Öka antalet leads från 200 med 40", 40, "absolute", 200),
        ("uk", "Збільшити кількість лідів з 200 на 40", 40, "absolute", 200),
        ("uk", "Збільшити кількість лідів з 200 на 20 %", 20, "relative", 200),
        ("ru", "Сократить число жалоб с 200 на 40", 40, "absolute", 200),
        ("ru", "Увеличить выручку с 2 млн на 500 тыс. руб.", 500_000, "absolute", 2_000_000),
        ("ru", "Поднять сайт с 14 на 5 место в Google", 5, "level", 14),
        ("ru", "Перейти с 5 на 10 встреч в неделю", 10, "level", 5),
    ],
)
def test_a_from_beside_a_change_is_the_baseline(
    language: str, text: str, value: float, change: str, baseline: float
) -> None:
    (target,) = read(language, text).targets
    assert (target.value, target.change, target.baseline) == (value, change, baseline)


@pytest.mark.parametrize(
    "text", ["Звукорежиссёр Ким сведёт 12 альбомов", "Алёна: 40 лидов к маю", "Ещё 40 лидов (Пётр)"]
)
def test_a_letter_is_the_same_with_its_dots_and_without(text: str) -> None:
    with_dots, without = read("ru", text), read("ru", text.replace("ё", "е"))
    owners = [[owner.text.replace("ё", "е") for owner in goal.owners] for goal in (with_dots, without)]
    assert owners[0] == owners[1] != []
    assert [t.value for t in with_dots.targets] == [t.value for t in without.targets]


@pytest.mark.parametrize(
    ("language", "text", "metric", "value"),
    [
        ("en", "Increase organic traffic from 10k to 15k monthly visits", "organic_traffic", 15_000),
        ("sv", "Öka den organiska trafiken till 15 000 månatliga besök", "organic_traffic", 15_000),
        ("uk", "Збільшити органічний трафік до 15 тис. щомісячних відвідувань", "organic_traffic", 15_000),
        ("ru", "Продать тариф за 990 рублей 200 новым клиентам", "new_customers", 200),
    ],
)
def test_one_target_for_one_metric(language: str, text: str, metric: str, value: float) -> None:
    assert [(target.metric, target.value) for target in read(language, text).targets] == [(metric, value)]


@pytest.mark.parametrize("unit", ["kW·h", "kW⋅h", "kWh"])
def test_units_of_a_product(unit: str) -> None:
    assert [number.unit for number in read("en", f"Cut usage by 500 {unit} a month").numbers] == ["kilowatt-hour"]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "Cut the hum of the freezers to 40 dB", "decibel"),
        ("en", "Lower speeds on Abbey Road to 20 mph", "mile per hour"),
        ("sv", "Höj trycket i slangen till 4 bar", "bar"),
        ("sv", "Sänk farten på bygatan till 30 km/h", "kilometre per hour"),
        ("uk", "Знизити швидкість біля школи до 20 км/год", "kilometre per hour"),
        ("uk", "Підняти міцність цегли до 15 МПа", "megapascal"),
        ("uk", "Знизити температуру у вулику на 2 градуси", "degree Celsius"),
        ("ru", "Снизить гул вентиляторов до 45 децибел", "decibel"),
        ("ru", "Поднять температуру в парилке до 90 градусов", "degree Celsius"),
        ("en", "Open 3 bars in Leeds", "count"),
        ("uk", "Відкрити 5 барів у Львові", "count"),
    ],
)
def test_physical_units(language: str, text: str, unit: str) -> None:
    assert [target.unit for target in read(language, text).targets] == [unit]


def test_a_finding_says_where_its_own_number_stands() -> None:
    goal = read("en", "Grow revenue by 120 % and cut defects by 120 % by May")
    (rate,) = [f for f in goal.criteria.achievable.findings if f.code == "A.impossible-rate"]
    assert rate.start == goal.text.rindex("120")


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        ("en", "Approved by the board: 200 leads from Google Ads by May", []),
        ("en", "At the request of the finance director: cut costs by 5 %", []),
        ("en", "Finance director: cut costs by 5 %", ["finance"]),
        ("en", "As the sales team, we will win 40 customers", ["sales"]),
        ("sv", "Efter klartecken från Petra Lind: anställ 4 personer", []),
        ("sv", "Godkänt av ledningsgruppen: 200 leads till maj", []),
        ("uk", "План узгоджено з Наталею: 40 лідів до травня", []),
        ("uk", "Як команда продажів ми залучимо 40 клієнтів", ["sales"]),
        ("ru", "По просьбе финансового директора: сократить расходы на 5 %", []),
        ("ru", "Как отдел продаж, мы привлечём 40 клиентов", ["sales"]),
        # who measures, whom it is promised, who promises
        ("en", "Keep waste under 2 % (measured by support)", []),
        ("en", "40 leads by May, as we promised the board", []),
        ("en", "40 leads by May, promises the sales team", ["sales"]),
        ("sv", "Håll svinnet under 2 % (Lukas mäter)", []),
        ("sv", "40 leads till maj, som vi lovade styrelsen", []),
        ("sv", "40 leads till maj, lovar Carolina", [None]),
        ("uk", "Знизити вологість до 70 % (міряє лаборант Кость)", []),
        ("uk", "40 лідів до травня, як обіцяли раді", []),
        ("uk", "40 лідів до травня, обіцяє Оксана", [None]),
        ("ru", "Снизить брак до 3 % (данные сводит Маргарита)", []),
        ("ru", "40 лидов к маю, как обещали совету", []),
        ("ru", "40 лидов к маю, обещает Оксана", [None]),
        # whose affair it is
        ("uk", "Утримати рейтинг 4,8 — справа Евеліни", [None]),
        ("uk", "Утримати рейтинг 4,8 — справа честі", []),
        ("ru", "Ни одного просроченного счёта — слово Аллы Юрьевны", [None]),
        ("sv", "12 nya givare till maj är Algots sak", [None]),
    ],
)
def test_who_agrees_to_a_goal_does_not_own_it(language: str, text: str, owners: list[str]) -> None:
    assert [owner.id for owner in read(language, text).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "metric", "hours"),
    [
        ("en", "Deliver orders within 24 hours", "delivery_time", 24),
        ("en", "Resolve complaints within 3 hours", "resolution_time", 3),
        ("sv", "Leverera beställningar inom 24 timmar", "delivery_time", 24),
        ("sv", "Åtgärda supportärenden inom 24 timmar", "resolution_time", 24),
        ("uk", "Доставляти замовлення протягом 24 годин", "delivery_time", 24),
        ("ru", "Решать обращения клиентов за 24 часа", "resolution_time", 24),
    ],
)
def test_a_verb_says_of_what_its_bound_is_the_time(language: str, text: str, metric: str, hours: float) -> None:
    (target,) = read(language, text).targets
    assert (target.metric, target.value, target.unit, target.comparator) == (metric, hours, "hour", "<=")
    assert metric in [found.id for found in read(language, text).metrics]


def test_what_is_counted_within_a_time_keeps_its_number() -> None:
    assert [target.metric for target in read("en", "Deliver 40 orders within 24 hours").targets] == ["orders"]
