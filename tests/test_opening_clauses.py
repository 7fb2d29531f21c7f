"""Clauses that open a goal and hold no aim: by what work it is reached, why it is wanted, whatever else happens."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "direction", "value"),
    [
        ("en", "By moving 20 % of the budget to radio we will raise awareness to 14 %", "increase", 14),
        ("sv", "Genom att flytta 20 % av budgeten till radio ska vi höja kännedomen till 14 %", "increase", 14),
        ("sv", "Genom att korta kassakön med 2 minuter ska vi höja NPS till 50", "increase", 50),
        ("en", "Because we lose customers, raise NPS to 50", "increase", 50),
        ("sv", "Eftersom vi tappar kunder ska vi höja NPS till 50", "increase", 50),
        ("uk", "Оскільки ми втрачаємо клієнтів, підняти NPS до 50", "increase", 50),
        ("ru", "Поскольку мы теряем клиентов, поднять NPS до 50", "increase", 50),
        ("sv", "Eftersom 60 % av köpen görs i mobilen ska snittordern höjas till 500 kr", "increase", 500),
        ("sv", "Eftersom NPS bara är 30 ska vi nå 45 i år", "achieve", 45),
        ("en", "Whatever happens with the grant (we applied for $9,000), hold 12 webinars", "achieve", 12),
        ("sv", "Oavsett hur det går med bidraget (vi sökte 9 000 kr) ska 12 webbinarier hållas", "achieve", 12),
        ("uk", "Незалежно від того, чи дадуть грант (просили 9 тис. грн), провести 12 вебінарів", "achieve", 12),
        ("ru", "Независимо от того, дадут ли грант (просили 9 тыс. руб.), провести 12 вебинаров", "achieve", 12),
        # what a thing beside the aim is made of
        ("en", "Raise the open rate to 35 % with a series of six newsletters", "increase", 35),
        ("sv", "Höj öppningsgraden till 35 % med en serie på sex nyhetsbrev", "increase", 35),
    ],
)
def test_an_opening_holds_no_aim(language: str, text: str, direction: str, value: float) -> None:
    goal = analyze(text, language, TODAY)
    assert [(t.direction, t.value) for t in goal.targets] == [(direction, value)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Sell 90 tickets before the gala on 12 June", "2027-06-11"),
        ("en", "Sell 90 tickets before the park opens on 1 May", "2027-04-30"),
        ("sv", "Sälj 90 biljetter innan parken öppnar den 1 maj", "2027-04-30"),
        ("sv", "Sälj 90 biljetter innan kursen startar den 3 mars", "2027-03-02"),
        ("en", "Sell 90 tickets at the gala on 12 June", "2027-06-12"),
        # a year's goal ends with it
        ("en", "This year's goal: 40 leads", "2026-12-31"),
        ("sv", "Kvartalets mål: 40 leads", "2026-12-31"),
    ],
)
def test_before_what_happens_on_a_day(language: str, text: str, day: str) -> None:
    goal = analyze(text, language, TODAY)
    assert [str(item.date) for item in goal.deadlines] == [day]
