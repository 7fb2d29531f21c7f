"""Clauses that say why, on what condition, or what is not done hold no number, owner or date of the goal."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

# Language, goal, and of each target: metric, value and baseline.
GOALS = [
    ("en", "Train every team lead by September, as the external budget was cut by €12,000", []),
    ("en", "Reduce overtime in the kitchen soon, because two cooks have left", [(None, None, None)]),
    ("en", "Translate the menu (64 items) into English by Wednesday", []),
    ("en", "We need a ROAS of at least 5, otherwise the €8,000 go back", [("roas", 5, None)]),
    ("en", "Close the books in 5 working days instead of 9 by September", [(None, 5, 9)]),
    ("en", "Defect rate on line 3 must fall to 1.5% by May", [("defects", 1.5, None)]),
    ("en", "Turn 90 MQLs into 15 deals by June", [("deals", 15, None)]),
    ("en", "Marketing delivers 90 MQLs and sales turns them into 15 deals", [("mqls", 90, None), ("deals", 15, None)]),
    ("en", "Win 40 new customers; cut churn from 5% to 3%", [("new_customers", 40, None), ("churn_rate", 3, 5)]),
    ("en", "90 newsletter subscribers, 40 Instagram followers", [("subscribers", 90, None), ("followers", 40, None)]),
    ("en", "Bring churn from 5 to 3 in the SMB segment", [("churn_rate", 3, 5)]),
    ("sv", "Öppna salongen innan sommaren, förutsatt att minst tre frisörer är på plats", []),
    ("sv", "Skriv en krisplan före maj, annars får vi böta 20 000 kr", []),
    ("sv", "Utan att höja annonsbudgeten ska vi vinna 40 kunder till juni", [("new_customers", 40, None)]),
    ("sv", "Få ner svarstiden under 2 timmar med två webbinarier", [("response_time", 2, None)]),
    ("sv", "Sälj ska göra 90 leads till 15 kunder", [("new_customers", 15, None)]),
    ("uk", "Щоб не повторився минулий сезон, коли загубилося 27 замовлень, до 1 грудня перевести облік у CRM", []),
    ("uk", "Знизити вартість доставки одного замовлення до 62 грн", [("costs", 62, None)]),
    ("uk", "Знизити витрати на електроенергію в садочку на 180 дітей на 12 % у 2027 році", [("costs", 12, None)]),
    ("uk", "Відтік 5 %, тому відділ підтримки має знизити його до 3 %", [("churn_rate", 3, 5)]),
    ("uk", "Перетворити 90 лідів на 15 клієнтів до червня", [("new_customers", 15, None)]),
    ("ru", "Завершить ремонт до 15 сентября, иначе секциям на 140 детей придётся арендовать зал", []),
    ("ru", "Запустить магазин до мая, не превышая смету", []),
    ("ru", "Сократить срок доставки до 5 дней, не поднимая тариф (сейчас 350 руб.)", [("delivery_time", 5, None)]),
    ("ru", "Отток 5 %, поэтому отдел поддержки должен снизить его до 3 %", [("churn_rate", 3, 5)]),
    ("ru", "Вместо разовых акций запустить в приложении программу лояльности", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), GOALS)
def test_the_goal_aims_at_its_own_numbers(
    language: str, text: str, expected: list[tuple[str | None, float | None, float | None]]
) -> None:
    goal = analyze(text, language, date(2026, 9, 1))
    assert [(t.metric, t.value, t.baseline) for t in goal.targets] == expected


@pytest.mark.parametrize(
    ("language", "text", "owners", "deadlines"),
    [
        ("en", "6 webinars in Q1, since Lena is on parental leave until April", [], ["in Q1"]),
        ("en", "Churn is 5 %, so the support team must bring it to 3 % by May", ["support team"], ["by May"]),
        ("en", "Account managers in Leeds and York will close 40 deals by May", ["Account managers"], ["by May"]),
        ("en", "Revenue of €1.4M in 2027, even without the Basel office, which closes on 31 March", [], ["in 2027"]),
        ("sv", "Butikscheferna i Malmö och Lund ska höja CTR till 25 % i höst", ["Butikscheferna"], ["i höst"]),
        ("sv", "Utan att nyanställa ska redaktionen skriva 10 artiklar i maj", ["redaktionen"], ["i maj"]),
        ("uk", "Менеджери у Львові та Києві мають закрити 40 угод до травня", ["Менеджери"], ["до травня"]),
        ("uk", "Виторг 1,4 млн грн у 2027 році, навіть без офісу, який закривається 31 березня", [], ["у 2027 році"]),
        ("ru", "Перевести приём в электронный вид к 1 июля, чтобы родители не тратили время", [], ["к 1 июля"]),
        ("ru", "Отделу продаж, чтобы снизить издержки, до мая внедрить ЭДО", ["Отделу продаж"], ["до мая"]),
    ],
)  # fmt: skip
def test_its_owners_and_deadlines_are_its_own(
    language: str, text: str, owners: list[str], deadlines: list[str]
) -> None:
    goal = analyze(text, language, date(2026, 9, 1))
    assert [owner.text for owner in goal.owners] == owners
    assert [deadline.text for deadline in goal.deadlines] == deadlines
