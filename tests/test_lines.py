"""Several lines in one text: what each says stays its own, and a line that is wrapped goes on."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import analyze

TODAY = datetime.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("en", "MRR $42k\nLeads 50\nChurn 3%", [("recurring_revenue", 42_000), ("leads", 50), ("churn_rate", 3)]),
        ("en", "NPS: 50 \r\n\r\nChurn: 3%", [("net_promoter_score", 50), ("churn_rate", 3)]),
        ("en", "leads: 120\nrevenue: $5M", [("leads", 120), ("revenue", 5_000_000)]),
        ("sv", "Leads: 120\nOmsättning: 5 mkr", [("leads", 120), ("revenue", 5_000_000)]),
        ("uk", "Ліди: 120\nВиручка: 5 млн грн", [("leads", 120), ("revenue", 5_000_000)]),
        ("ru", "Лиды – 120\nВыручка – 5 млн руб.", [("leads", 120), ("revenue", 5_000_000)]),
    ],
)  # fmt: skip
def test_each_line_has_its_own_number(language: str, text: str, targets: list[tuple[str, float]]) -> None:
    found = analyze(text, language, today=TODAY)
    assert [(target.metric, target.value) for target in found.targets] == targets
    assert all(text[number.start : number.end] == number.text for number in found.numbers)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Get 40\nnew leads by\n31 October"),
        ("sv", "Få in 40\nnya leads senast\nden 31 oktober"),
        ("uk", "Отримати 40\nнових лідів до\n31 жовтня"),
        ("ru", "Получить 40\nновых лидов до\n31 октября"),
        ("en", "Our plan for the autumn campaign is to get 40 leads by\nOctober 31"),
    ],
)
def test_wrapped_lines_go_on(language: str, text: str) -> None:
    (target,) = analyze(text, language, today=TODAY).targets
    assert (target.metric, target.value, target.deadline) == ("leads", 40, datetime.date(2027, 10, 31))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Response time under 2 hours, CSAT above 92%"),
        ("sv", "Svarstid under 2 timmar, CSAT över 92 %"),
        ("uk", "Час відповіді менше 2 годин, CSAT понад 92 %"),
        ("ru", "Время ответа меньше 2 часов и CSAT больше 92 %"),
    ],
)
def test_a_time_within_a_bound_beside_a_share(language: str, text: str) -> None:
    found = [
        (target.metric, target.value, target.comparator) for target in analyze(text, language, today=TODAY).targets
    ]
    assert found == [("response_time", 2, "<="), ("customer_satisfaction", 92, ">=")]
