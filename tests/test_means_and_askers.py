"""Channels that a goal ends in or brackets, where a page is shown, who only asks for a goal, what is answered for."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        ("en", "30 new customers by May, trade shows", ["event"]),
        ("en", "Leads (trade shows): 12 a month", ["event"]),
        ("en", "Hold 5 events, webinars and lectures", []),
        ("en", "Grow leads, newsletters and webinars by 20 %", []),
        ("sv", "30 nya kunder till maj, nyhetsbrev och mässor", ["email", "event"]),
        ("sv", "Leads (mässor): 12 i månaden", ["event"]),
        ("sv", "Ordna 5 event, webbinarier och kurser", []),
        ("uk", "30 нових клієнтів до травня, вебінари", ["webinar"]),
        ("uk", "Ліди (виставки) — 12 на місяць", ["event"]),
        ("ru", "30 новых клиентов до мая, холодные звонки", ["outbound"]),
        ("ru", "Лиды (рефералка) — 12 в месяц", ["referral"]),
        ("ru", "Увеличить лиды, рассылки и вебинары на 20 %", []),
        ("ru", "12 заявок на экскурсию, упор на рассылку", ["email"]),
        ("uk", "12 заявок на екскурсію, ставка на розсилку", ["email"]),
    ],
)
def test_a_list_of_means_without_a_word_that_says_so(language: str, text: str, channels: list[str]) -> None:
    assert [found.id for found in analyze(text, language, TODAY).channels] == channels


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        ("en", "Load time for the web shop under 3 s", ["website"]),
        ("sv", "Laddtiden för appen ska under 3 sekunder", ["mobile_app"]),
        ("ru", "Загрузка главной страницы интернет-магазина — не дольше 3 секунд", ["website"]),
        ("en", "A new editor for the web shop by May", []),
    ],
)
def test_where_a_page_is_shown(language: str, text: str, channels: list[str]) -> None:
    assert [found.id for found in analyze(text, language, TODAY).channels] == channels


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        ("sv", "30 bokningar i veckan, säger Malin", []),
        ("sv", "VD:n sa: 30 bokningar i veckan", []),
        ("sv", "Efter önskemål från sälj skriver Malin 4 kundcase", ["Malin"]),
        ("sv", "30 bokningar i veckan, Malin ansvarar", ["Malin"]),
        ("sv", "30 bokningar i veckan, säger Olle (ansvarig)", ["Olle"]),
        ("ru", "Финдиректор попросил: маржа 20 % к маю", []),
        ("ru", "Шеф сказал: 30 записей в неделю", []),
        ("ru", "30 записей в неделю, напоминает Олег", []),
        ("ru", "30 записей в неделю, ведёт Олег", ["Олег"]),
    ],
)
def test_who_says_or_asks_owns_nothing(language: str, text: str, owners: list[str]) -> None:
    assert [found.text for found in analyze(text, language, TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "For 30 bookings a week Malin is responsible", [30]),
        ("sv", "För 30 bokningar via sajten ansvarar Malin", [30]),
        ("sv", "För 20 kunder svarar vi på frågor inom 2 timmar", [2]),
        ("uk", "За 12 угод до березня відповідає Олег", [12]),
        ("ru", "За 12 сделок через сайт отвечает Олег", [12]),
        ("ru", "В группе, где сейчас 140 учеников, поднять NPS до 50, ответственный — Олег", [50]),
    ],
)
def test_what_somebody_answers_for_is_aimed_at(language: str, text: str, values: list[float]) -> None:
    numbers = analyze(text, language, TODAY).numbers
    assert [number.value for number in numbers if number.role != "other"] == values
