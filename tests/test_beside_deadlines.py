"""What stands beside a deadline: numbers behind a year, purposes, owners, changes against last year."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "numbers", "deadline"),
    [
        ("en", "Q3 2027 — 40 leads", [40], "2027-09-30"),
        ("en", "In Q3 2027 40 leads", [40], "2027-09-30"),
        ("sv", "V 42 2027: 40 leads", [40], "2027-10-24"),
        ("uk", "Q3 2027 – 40 лідів", [40], "2027-09-30"),
        ("ru", "В III кв. 2026 25k установок", [25000], "2026-09-30"),
        ("ru", "Собрать 40 лидов в iii квартале", [40], "2027-09-30"),
        ("uk", "40 лідів у ii кварталі", [40], "2027-06-30"),
        ("ru", "К 1.03 NPS 60", [60], "2027-03-01"),
        ("ru", "До 31.12 рентабельность проектов с 17 до 22 %", [17, 22], "2026-12-31"),
        ("ru", "Собрать 40 лидов не позднее лета", [40], "2027-08-31"),
        ("ru", "Собрать 40 лидов. Срок: летом", [40], "2027-08-31"),
        ("en", "Get 40 leads by summer", [40], "2027-05-31"),
        ("en", "Get 40 leads by next summer", [40], "2027-05-31"),
        ("en", "Get 40 leads next summer", [40], "2027-08-31"),
        ("en", "Keep complaints below 10 through the summer", [10], "2027-08-31"),
        ("sv", "Få 40 leads till nästa sommar", [40], "2027-05-31"),
        ("ru", "Выручка 5 млн, даём себе 9 месяцев", [5_000_000], "2027-08-21"),
        ("ru", "Увеличить число заявок на 24 до 31 января", [24], "2027-01-31"),
        ("uk", "Підвищити eNPS +3 до 31 січня", [3], "2027-01-31"),
        ("ru", "1 до 31 января получить 50 лидов +", [50], "2027-01-31"),
        ("ru", "Увеличить продажи на 6 % относительно 2025 г. до 1 мая", [6], "2027-05-01"),
        ("en", "Raise conversion by 0.06 percentage points by June", [0.06], "2027-06-30"),
        ("sv", "Höj konverteringen med 1.5 procentenheter till 1 maj", [1.5], "2027-05-01"),
        ("uk", "Підвищити конверсію на 0.05 п.п. до травня", [0.05], "2027-04-30"),
    ],
)
def test_numbers_and_dates_are_told_apart(language: str, text: str, numbers: list[float], deadline: str) -> None:
    goal = analyze(text, language, TODAY)
    assert [number.value for number in goal.numbers] == numbers
    assert [str(item.date) for item in goal.deadlines] == [deadline]


@pytest.mark.parametrize(
    ("language", "text", "deadlines"),
    [
        ("en", "Hire 12 reps in 2027, 4 of them in Q1", ["2027-12-31"]),
        ("sv", "Sälja 600 biljetter i år, varav 200 före midsommar", ["2026-12-31"]),
        ("en", "Sell 600 tickets in May and 200 in June", ["2027-05-31", "2027-06-30"]),
    ],
)
def test_the_deadline_of_a_part_is_not_the_whole_s(language: str, text: str, deadlines: list[str]) -> None:
    assert [str(target.deadline) for target in analyze(text, language, TODAY).targets] == deadlines


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Увеличить чек к 8 Марта, отвечает служба поддержки", ["служба поддержки"]),
        ("Увеличить чек до 8 Марта (отв. Игорь)", ["Игорь"]),
        ("Поднять продажи, ответственный Игорь", ["Игорь"]),
        ("Улучшить сервис (отв. Игорь)", ["Игорь"]),
        ("Поднять продажи. Ответственный: Игорь", ["Игорь"]),
        ("Отдел маркетинга, ответственный Павел: 40 лидов", ["Отдел маркетинга", "Павел"]),
        ("Отдел продаж (ответственный): 40 лидов", ["Отдел продаж"]),
    ],
)
def test_a_label_behind_a_pause_speaks_of_whom_follows(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, "ru", TODAY).owners] == owners


@pytest.mark.parametrize(
    ("text", "metrics", "targets"),
    [
        ("До марта, чтобы выручка выросла, надо заключить 20 сделок", ["revenue", "deals"], [("deals", 20)]),
        (
            "Ради узнаваемости бренда выложить 15 роликов до 1 апреля, отв. Иванов",
            ["brand_awareness", "content_published"],
            [("content_published", 15)],
        ),
        ("Чтобы средний чек вырос до 800 руб.", ["average_order_value"], [("average_order_value", 800)]),
        ("К маю, чтобы средний чек вырос до 800 руб.", ["average_order_value"], [("average_order_value", 800)]),
    ],
)
def test_a_purpose_may_stand_behind_a_deadline(text: str, metrics: list[str], targets: list[tuple[str, float]]) -> None:
    goal = analyze(text, "ru", TODAY)
    assert [metric.id for metric in goal.metrics] == metrics
    assert [(target.metric, target.value) for target in goal.targets] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Увеличить трафик на 35 % к прошлому году, снизить отток до 3 %",
            [("website_traffic", 35, None), ("churn_rate", 3, None)],
        ),
        (
            "Чистая прибыль 14 млн руб. (в 2025-м было 11,2 млн); конверсия — 4 %",
            [("profit", 14_000_000, 11_200_000), ("conversion_rate", 4, None)],
        ),
        ("Подтянуться 15 раз, сейчас 9, получить 12 отзывов", [(None, 15, 9), ("reviews", 12, None)]),
        ("Получить 40 новых клиентов до мая + 15 отзывов", [("new_customers", 40, None), ("reviews", 15, None)]),
        ("Удовлетворённость сотрудников 5 филиалов — 85 %", [("employee_engagement", 85, None)]),
        ("Конверсия с 2 до 3 %, отчёт каждую неделю", [("conversion_rate", 3, 2)]),
    ],
)
def test_each_number_goes_to_its_target(text: str, targets: list[tuple[str | None, float, float | None]]) -> None:
    goal = analyze(text, "ru", TODAY)
    assert [(target.metric, target.value, target.baseline) for target in goal.targets] == targets
    assert all(number.per is None for number in goal.numbers)


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Собрать на вебинар 19 февраля 340 участников", []),
        ("Получить через вебинар 120 регистраций", ["webinar"]),
        ("SEO должно дать 60 лидов", ["organic_search"]),
        ("Вебинары вместе с SEO дают 95 лидов в месяц", ["webinar", "organic_search"]),
        ("Привлечь 60 заявок через поиск", ["organic_search"]),
    ],
)
def test_where_people_come_from_is_no_place_they_come_to(text: str, channels: list[str]) -> None:
    goal = analyze(text, "ru", TODAY)
    assert [channel.id for channel in goal.channels] == channels
    assert goal.owners == ()
