"""A goal means the same whatever mark, label or quotation marks stand around it, and with another deadline in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartgoals import analyze

TODAY = date(2026, 9, 1)
GOALS = {
    "en": [
        "Dan to get 25 new prospects per week from LinkedIn by 1 March",
        "Support: CSAT up to 93%, first reply time down to 2 h by 31 December",
        "To reduce the bounce rate, get the page load time under 1.8 seconds by the end of January",
        "By 31 March, our 3 Texas offices must bring in 60 B2B leads",
        "90 MQLs by the end of February, 20 closed deals by the end of April",
    ],
    "sv": [
        "Kundtjänst ska kapa lösningstiden till högst 6 timmar senast den 12 juni",
        "Sanna Wiik lanserar det nya intranätet för samtliga 12 kontor senast 1 mars",
        "Med en mediebudget på 150 000 kr ska vi få 45 nya kunder via Facebook-annonser till juni",
        "Fler leads och lägre CPL från Google Ads nästa kvartal",
    ],
    "uk": [
        "Команда розробки: аптайм 99,95 % у січні",
        "Хай дизайнер до середи зробить 4 банери для Google Ads",
        "Щоб наростити виручку, Марина має отримати 85 лідів із SEO до кінця травня",
        "Більше відгуків про клініку на Google цього року",
    ],
    "ru": [
        "Отдел продаж: 40 встреч с ЛПР к маю",
        "Чтобы поднять выручку, Марина должна получить 85 лидов из SEO до конца мая",
        "Привлекать больше клиентов из соцсетей",
        "NPS сервисного центра: 52 → 60, к марту 2027",
    ],
}
AROUND = [
    "- {}",
    "• {}",
    "3. {}",
    "(3) {}",
    "a) {}",
    "[ ] {}",
    "🎯 {}",
    "“{}”",
    "«{}».",
    "KR2: {}",
    "KR 1.1 - {}",
    "1.2. {}",
]
LABELS = {
    "en": ["Goal: {}", "Objective 2 – {}", "1. Key result: {}"],
    "sv": ["Mål: {}", "Delmål 3: {}", "• Nyckelresultat – {}"],
    "uk": ["Ціль: {}", "Завдання №2: {}", "Ключовий результат 1. {}"],
    "ru": ["Цель: {}", "Задача №2: {}", "Ключевой результат 1. {}"],
}


def _meaning(language: str, text: str) -> dict[str, Any]:
    """What is found in a goal, without its places, and how it is judged."""
    goal = analyze(text, language=language, today=TODAY).model_dump(exclude={"text", "rewrite", "suggestions"})
    for name in ("numbers", "metrics", "channels", "deadlines", "owners", "vague"):
        goal[name] = [{k: v for k, v in item.items() if k not in ("start", "end")} for item in goal[name]]
    goal["criteria"] = {name: found["verdict"] for name, found in goal["criteria"].items()}
    return goal


@pytest.mark.parametrize(
    ("language", "around", "text"),
    [
        (language, around, text)
        for language, texts in GOALS.items()
        for text in texts
        for around in (*AROUND, *LABELS[language])
    ],
)
def test_what_stands_around_a_goal_says_nothing_of_it(language: str, around: str, text: str) -> None:
    assert _meaning(language, around.format(text)) == _meaning(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Goal for 2027: 40 leads"),
        ("sv", "Mål 2027: 40 leads"),
        ("uk", "Ціль на 2027 рік: 40 лідів"),
        ("ru", "Цель на 2027 год: 40 лидов"),
    ],
)
def test_a_label_that_says_when_is_read(language: str, text: str) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert [d.date for d in goal.deadlines] == [date(2027, 12, 31)]
    assert [n.value for n in goal.numbers] == [40]


@pytest.mark.parametrize("text", ["“Quick wins” campaign: 40 leads", "-15 % churn", "+40 leads", "3.5 M€ revenue"])
def test_signs_and_names_that_open_a_goal_are_part_of_it(text: str) -> None:
    goal = analyze(text, language="en", today=TODAY)
    assert len(goal.numbers) == 1
    assert goal.direction == {"-": "decrease", "+": "increase"}.get(text[0], goal.direction)


@pytest.mark.parametrize("text", ["Goal:", "- KR2:", "«»", "🎯", "[ ]"])
def test_a_text_with_nothing_but_what_opens_a_goal_aims_at_nothing(text: str) -> None:
    assert analyze(text, language="en", today=TODAY).targets == ()


@pytest.mark.parametrize(
    ("language", "wish", "owners"),
    [
        ("ru", "Нам нужно улучшить наш маркетинг", []),
        ("ru", "Мы хотим открыть новый склад в Казани", []),
        ("uk", "Нам потрібно покращити маркетинг", []),
        ("uk", "До травня бюджет мають погодити фінанси", ["фінанси"]),
        ("en", "Our ambition as the HR department is to cut attrition to 8%", ["HR department"]),
    ],
)
def test_the_object_of_what_is_wanted_is_no_owner(language: str, wish: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(wish, language=language, today=TODAY).owners] == owners
