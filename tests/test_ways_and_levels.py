"""Which way a goal goes where no verb of change says it, and what stands noted beside its number."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        # a bound behind what there is to be more or less of
        ("en", "Fewer complaints about lunch, at most 5 a month", "decrease"),
        ("en", "More visitors to the library, at least 300 a day", "increase"),
        ("sv", "Färre reklamationer i år, max 20", "decrease"),
        ("sv", "Lägre sjukfrånvaro: under 4 % i juni", "decrease"),
        ("uk", "Менше скарг, не більше 5 на місяць", "decrease"),
        ("ru", "Больше посетителей в библиотеке, не меньше 300 в день", "increase"),
        ("sv", "Fler än 500 sålda biljetter före jul", None),
        # a wish
        ("sv", "Lite fler recensioner vore kul", "increase"),
        # what a channel is to bring more of
        ("en", "The newsletter should generate 40 more leads", "increase"),
        ("en", "We should win 50 more clients through LinkedIn", "achieve"),
        ("sv", "I höst ska nyhetsbrevet ge 15 % fler beställningar", "increase"),
        ("sv", "Via nyhetsbrevet ska vi få 15 % fler beställningar", "achieve"),
        ("uk", "Розсилка має дати на 15 % більше замовлень", "increase"),
        ("ru", "Рассылка должна дать на 15 % больше заказов", "increase"),
    ],
)
def test_ways(language: str, text: str, direction: str | None) -> None:
    assert analyze(text, language, today=TODAY).direction == direction


@pytest.mark.parametrize(
    ("language", "text", "value", "baseline"),
    [
        ("en", "NPS 45 (38)", 45, 38),
        ("sv", "Soliditet 35 % (31 %)", 35, 31),
        ("uk", "NPS 45 (38)", 45, 38),
        ("ru", "NPS 45 (38)", 45, 38),
        ("en", "20% more members than last year (120)", 20, 120),
        ("sv", "Fördubbla antalet medlemmar jämfört med i fjol (120)", 2, 120),
        ("ru", "Удвоить число клиентов по сравнению с 2026 годом (120)", 2, 120),
        ("sv", "Anställ 5 säljare (2 i Umeå)", 5, None),
    ],
)
def test_what_was_in_brackets(language: str, text: str, value: float, baseline: float | None) -> None:
    (target,) = analyze(text, language, today=TODAY).targets
    assert (target.value, target.baseline) == (value, baseline)


@pytest.mark.parametrize(
    ("text", "change", "direction"),
    [
        ("Kostnaderna ner 200 000 kr i år", "absolute", "decrease"),
        ("Svarstiden ned 2 timmar i maj", "absolute", "decrease"),
        ("Omsättningen upp 2 mkr till jul", "absolute", "increase"),
        ("Kostnaderna ner till 200 000 kr", "level", "decrease"),
        ("Soliditeten ska upp till 35 %", "level", "increase"),
    ],
)
def test_up_or_down_by_an_amount(text: str, change: str, direction: str) -> None:
    (target,) = analyze(text, "sv", today=TODAY).targets
    assert (target.change, target.direction) == (change, direction)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Nå 10 000 visningar på klubbens tävlingsfilmer till nyår", "video_views"),
        ("Reklamfilmen ska nå 50 000 visningar", "video_views"),
        ("Nå 1 miljon exponeringar med våra reklamfilmer", "impressions"),
        ("Inläggen på LinkedIn ska få 20 000 visningar", "impressions"),
    ],
)
def test_what_is_viewed(text: str, metric: str) -> None:
    assert [m.id for m in analyze(text, "sv", today=TODAY).metrics] == [metric]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our NPS fell from 42 to 35 in May. The goal is to reach 45 and cut churn to 2 %."),
        ("sv", "NPS ligger på 35. Målet är att nå 45 och minska churnen till 2 %."),
        ("uk", "Наш NPS впав із 42 до 35. Мета — досягти 45 і знизити відтік до 2 %."),
        ("ru", "Наш NPS упал с 42 до 35. Цель — достичь 45 и снизить отток до 2 %."),
    ],
)
def test_the_first_of_several_aims_is_of_what_was_told(language: str, text: str) -> None:
    targets = analyze(text, language, today=TODAY).targets
    found = [(target.metric, target.value, target.baseline) for target in targets]
    assert found == [("net_promoter_score", 45, 35), ("churn_rate", 2, None)]


@pytest.mark.parametrize(
    ("language", "text", "cadences"),
    [
        ("en", "Make 40 sales calls and book 8 meetings a week", ["week", "week"]),
        ("en", "Reach 500 followers and book 3 meetings a week", [None, "week"]),
        ("sv", "Konsulterna ringer minst 40 samtal och bokar 8 möten i veckan", ["week", "week"]),
        ("uk", "Робити 40 дзвінків і призначати 8 зустрічей щотижня", ["week", "week"]),
        ("ru", "Делать 40 звонков и назначать 8 встреч в неделю", ["week", "week"]),
    ],
)
def test_a_cadence_behind_a_smaller_result(language: str, text: str, cadences: list[str | None]) -> None:
    assert [number.per for number in analyze(text, language, today=TODAY).numbers] == cadences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shop has a 2 % conversion rate and 30 leads a day. We want a conversion rate of 3 % and 40 leads."),
        (
            "sv",
            "Vi har 30 leads i veckan och en konvertering på 2 %. Nu ska konverteringen vara 3 % och antalet leads 40.",
        ),
        ("ru", "У нас 30 лидов в неделю и конверсия 2 %. К июню нужно 40 лидов в неделю и конверсия 3 %."),
    ],
)
def test_levels_of_several_metrics_that_are_told_first(language: str, text: str) -> None:
    targets = analyze(text, language, today=TODAY).targets
    found = {target.metric: (target.baseline, target.value) for target in targets}
    assert found == {"leads": (30, 40), "conversion_rate": (2, 3)}


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Send 3 newsletters, make 50 sales calls and hold a workshop", [3, 50, 1]),
        ("en", "Hire 3 nurses and a doctor", [3, 1]),
        ("en", "Publish 12 posts a month and run a webinar every quarter", [12]),
        ("en", "Win 5 customers and get a better margin", [5]),
        ("sv", "Ring 40 samtal och håll en workshop i maj", [40, 1]),
        ("sv", "Rekrytera två lärare och en rektor till hösten", [2, 1]),
        ("sv", "Anställ 3 nya kockar och en diskare", [3, 1]),
        ("sv", "Korta svarstiden till två och en halv timme", [2.5]),
        ("sv", "Få 50 recensioner och ett snittbetyg på 4,6", [50, 4.6]),
    ],
)
def test_one_more_at_the_end_of_a_list(language: str, text: str, values: list[float]) -> None:
    assert [number.value for number in analyze(text, language, today=TODAY).numbers] == values
