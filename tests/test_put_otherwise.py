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


@pytest.mark.parametrize(
    ("language", "text", "directions"),
    [
        ("en", "NPS 50 and cut churn to 2 %", [None, "decrease"]),
        ("en", "Win rate: 28% → 33%; cut CPL to £20", ["increase", "decrease"]),
        ("sv", "Återköpen +12 % samt minska klagomålen med 10 %", ["increase", "decrease"]),
        ("sv", "Antalet supportärenden ska minska; sänk CPL till 200 kr", ["decrease", "decrease"]),
        ("uk", "NPS 50 і знизити відтік до 2 %", [None, "decrease"]),
        ("ru", "Продажи +8 %, снизить CPL до 200 руб.", ["increase", "decrease"]),
        ("sv", "40 leads och 10 demo ska bokas i mars", ["achieve", "achieve"]),
    ],
)
def test_the_verb_of_a_later_target_is_not_the_first_ones(
    language: str, text: str, directions: list[str | None]
) -> None:
    assert [t.direction for t in analyze(text, language=language, today=TODAY).targets] == directions


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We need at least 90 enquiries by June"),
        ("sv", "Vi behöver 150 leads i november"),
        ("uk", "Нам потрібно 60 тис. підписників в Instagram"),
        ("ru", "Нам нужно 90 заявок к июню"),
        ("sv", "Målet för webbshoppen är 400 order"),
        ("en", "Our goal for the shop is 400 orders"),
    ],
)
def test_what_is_needed_is_a_target(language: str, text: str) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert [n.role for n in goal.numbers] == ["target"]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("I Q3 ska nyhetsbrevet ge 40 leads", ["email"]),
        ("Vi vill att nyhetsbrevet ska ge 40 leads", ["email"]),
        ("Säljteamet – tv-kampanjen ska ge 40 leads", ["tv"]),
        ("Planen är att nästa tv-kampanj ska ge 40 leads", ["tv"]),
        ("I vår ska artiklarna bli 20", []),
        ("Mejla ut 4 nyhetsbrev i veckan", []),
    ],
)
def test_a_channel_is_the_subject_of_its_result_behind_a_verb_too(text: str, channels: list[str]) -> None:
    assert [c.id for c in analyze(text, language="sv", today=TODAY).channels] == channels


@pytest.mark.parametrize(
    ("text", "owners", "metrics"),
    [
        ("Festkommittén: samla in 5 000 kr", ["Festkommittén"], []),
        ("Nytt mål för oss: 40 leads", [], ["leads"]),
        ("hr: anställa 3 montörer", ["hr"], ["montörer"]),
        ("40 leads, johan ansvarar", ["johan"], ["leads"]),
        ("40 leads (max)", [], ["leads"]),
    ],
)
def test_who_heads_a_goal_owns_it_in_swedish(text: str, owners: list[str], metrics: list[str]) -> None:
    goal = analyze(text, language="sv", today=TODAY)
    assert [o.text for o in goal.owners] == owners
    assert [m.text for m in goal.metrics] == metrics


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027 – 40 leads", date(2027, 12, 31)),
        ("Till årets slut: 40 leads", date(2026, 12, 31)),
        ("Vid kvartalets slut: 40 leads", date(2026, 9, 30)),
        ("2026 – 2030 leads", None),
    ],
)
def test_when_heads_a_goal(text: str, day: date | None) -> None:
    assert [d.date for d in analyze(text, language="sv", today=TODAY).deadlines] == ([day] if day else [])


@pytest.mark.parametrize(
    "text",
    [
        "För att få upp lönsamheten ska returkostnaderna minska med 300 tkr, Q3–Q4",
        "För att få upp lönsamheten ska returkostnaderna minska med 300 tkr (ansvarig: kundtjänst)",
        "Säljteamet: För att få upp lönsamheten ska returkostnaderna minska med 300 tkr",
    ],
)
def test_a_purpose_ends_at_the_inverted_verb(text: str) -> None:
    goal = analyze(text, language="sv", today=TODAY)
    assert [(t.metric, t.direction, t.value) for t in goal.targets] == [("costs", "decrease", 300_000)]


@pytest.mark.parametrize("text", ["Totalt 300 delningar", "Exakt 40 leads", "→ 40 leads"])
def test_an_adverb_before_a_count_is_no_verb_in_swedish(text: str) -> None:
    assert analyze(text, language="sv", today=TODAY).direction is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Do everything we can so that sales grow by 20%"),
        ("sv", "Göra allt för att försäljningen ska växa med 20 %"),
        ("sv", "Göra vårt bästa för att försäljningen ska växa med 20 %"),
        ("uk", "Домогтися, щоб продажі зросли на 20 %"),
        ("uk", "Досягти того, щоб продажі зросли на 20 %"),
        ("uk", "Зробити все можливе, щоб продажі зросли на 20 %"),
        ("ru", "Сделать всё возможное, чтобы продажи выросли на 20 %"),
        ("ru", "Работать, чтобы продажи выросли на 20 %"),
    ],
)
def test_what_has_no_object_wraps_the_goal(language: str, text: str) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert [(t.metric, t.direction, t.value, t.change) for t in goal.targets] == [("sales", "increase", 20, "relative")]
    assert not goal.owners


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("en", "Indicator: churn. Today: 6%. Target: 4%. By: 30 June 2027", "churn_rate"),
        ("en", "Goal: more leads. How many: 40. Deadline: June 30, 2027", "leads"),
        ("sv", "KPI: NPS. Målvärde: 50. Slutdatum: 2027-06-30", "net_promoter_score"),
        ("sv", "Mått: churn; från 6 % till 4 %; senast 30 juni 2027", "churn_rate"),
        ("uk", "Ціль: більше лідів. Скільки: 40. Дедлайн: 30 червня 2027", "leads"),
        ("ru", "Индикатор: отток. Сейчас: 6 %. Цель: 4 %. Срок: 30 июня 2027", "churn_rate"),
        ("en", "40 leads / June 30, 2027 / Anna", "leads"),
        ("uk", "40 лідів / 30.06.2027 / Анна", "leads"),
        ("ru", "Получить 40 лидов до 30 июня 2027. Зачем: увеличить выручку.", "leads"),
        ("sv", "Få 40 leads senast 30 juni 2027. Syfte: ökade intäkter.", "leads"),
    ],
)
def test_the_fields_of_a_form_are_one_goal(language: str, text: str, metric: str) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert [(t.metric, str(t.deadline)) for t in goal.targets] == [(metric, "2027-06-30")]
    assert goal.targets[0].value in (4, 40, 50)
