"""Numbers in quoted names, levels told of the past, points of a share, savings and who is charged."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text", "numbers", "deadlines"),
    [
        ("en", "Enrol 90 people on the course “Excel in 3 days” by the end of October", [90], ["2026-10-31"]),
        ("sv", "Få 90 anmälda till kursen ”Excel på 3 dagar” senast i oktober", [90], ["2026-10-31"]),
        ("uk", "Набрати 90 слухачів на курс «Excel за 3 дні» до кінця жовтня", [90], ["2026-10-31"]),
        ("ru", "Продать 90 мест на мюзикл «12 стульев» до конца октября", [90], ["2026-10-31"]),
        ("ru", "Поднять продажи набора «Утро 24» до 400 штук", [400], []),
        # what is quoted is the goal itself
        ("ru", "Цель «100 клиентов за 30 дней»", [100], ["2026-10-01"]),
        ("en", "“Get 40 leads by 1 May”", [40], ["2027-05-01"]),
    ],
)
def test_numbers_in_quoted_names(language: str, text: str, numbers: list[float], deadlines: list[str]) -> None:
    goal = _goal(language, text)
    assert [n.value for n in goal.numbers] == numbers
    assert [str(d.date) for d in goal.deadlines] == deadlines


@pytest.mark.parametrize(
    ("language", "text", "value", "baseline"),
    [
        ("ru", "В мае пришло 40 заявок, в декабре нужно 60", 60, 40),
        ("uk", "У травні ми продали 300 абонементів; у грудні хочемо продати 400", 400, 300),
        ("ru", "Закрыть 50 сделок за год – прошлый год закончили с 38", 50, 38),
        # what a purpose clause wishes is not told
        ("ru", "Нужно, чтобы в декабре отдел продаж закрыл 12 сделок", 12, None),
        ("uk", "Домогтися, щоб NPS був 40", 40, None),
    ],
)
def test_levels_of_the_past(language: str, text: str, value: float, baseline: float | None) -> None:
    assert [(t.value, t.baseline) for t in _goal(language, text).targets] == [(value, baseline)]


@pytest.mark.parametrize(
    ("language", "text", "unit", "change"),
    [
        ("en", "Raise the conversion rate by 2 points by June", "percentage_point", "absolute"),
        ("sv", "Höj konverteringen med 2 punkter till juni", "percentage_point", "absolute"),
        ("uk", "Підняти конверсію на 2 пункти до червня", "percentage_point", "absolute"),
        ("ru", "Поднять долю рынка на 2 пункта до конца года", "percentage_point", "absolute"),
        ("ru", "Поднять NPS на 5 пунктов к июню", "count", "absolute"),
        ("en", "Cut the delivery time by an hour by May", "hour", "absolute"),
        ("ru", "Сократить время подготовки отчёта на час", "hour", "absolute"),
        ("sv", "Svara på mejl på en timme", "hour", "level"),
        ("en", "Save $20,000 on energy costs by May", "money", "absolute"),
        ("sv", "Spara 40 000 kr på elkostnaderna till april", "money", "absolute"),
        ("uk", "Заощадити 40 тис. грн на комунальних витратах до квітня", "money", "absolute"),
        ("ru", "Сэкономить 300 тыс. руб. на расходах на связь", "money", "absolute"),
        ("ru", "Сэкономить 300 тыс. руб. на отпуск", "money", "level"),
    ],
)
def test_changes(language: str, text: str, unit: str, change: str) -> None:
    assert [(t.unit, t.change) for t in _goal(language, text).targets] == [(unit, change)]


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        ("ru", "Библиотеке — провести 12 встреч к июню", ["Библиотеке"]),
        ("uk", "Бібліотеці — провести 12 зустрічей до червня", ["Бібліотеці"]),
        ("ru", "Музей: 2500 посетителей за лето", []),
        ("ru", "Нужно, чтобы отдел закупок к маю снизил затраты на 4 %", ["отдел закупок"]),
        ("ru", "ЖК «Лесной»: 40 броней квартир до июня", []),
    ],
)
def test_who_is_charged(language: str, text: str, owners: list[str]) -> None:
    assert [o.text for o in _goal(language, text).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "metrics"),
    [
        ("ru", "Набрать два первых класса до июля", [("первых класса", None)]),
        ("sv", "Fyll 2 första klasser till augusti", [("första klasser", None)]),
        ("ru", "Расти быстрее рынка", []),
        ("ru", "Найти больше теноров для хора", [("теноров", None)]),
        ("ru", "Посещаемость 95 % к маю", [("Посещаемость", None)]),
        ("ru", "Поднять посещаемость до 3000 в день", [("посещаемость", "website_traffic")]),
        ("ru", "Независимо от того, дадут ли субсидию в 2 млн рублей, открыть 3 кружка", [("кружка", None)]),
    ],
)
def test_what_is_counted(language: str, text: str, metrics: list[tuple[str, str | None]]) -> None:
    assert [(m.text, m.id) for m in _goal(language, text).metrics] == metrics


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "Raise reading scores in Years 3 and 4 to 105", [105]),
        ("en", "Cut noise in rooms 4, 5 and 6 to 40 dB", [40]),
        ("en", "Increase sales in zones 1-3 by 20 %", [20]),
        ("sv", "Höj läsresultaten i årskurs 3 och 4 till 80 %", [80]),
        ("uk", "Знизити брак на лініях 2 і 3 до 1 %", [1]),
        ("ru", "Посещаемость в классах с 7 по 9 на уровне 95 %", [95]),
        # what is counted, and levels
        ("en", "Repaint room 4 and 20 chairs by May", [20]),
        ("en", "Get from level 3 to 5 and earn 20 badges", [3, 5, 20]),
        ("ru", "Увеличить число классов с 7 до 9 и учеников до 90", [7, 9, 90]),
    ],
)
def test_numbers_that_say_which_of_several(language: str, text: str, numbers: list[float]) -> None:
    assert [n.value for n in _goal(language, text).numbers] == numbers
