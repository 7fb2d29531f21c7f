"""Goals told as if they were reached, of which each states its own result, and how much or less than that it bounds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 11, 21)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language, TODAY)


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("uk", "Придбано 12 планшетів, навчено 9 кухарів", [("achieve", 12), ("achieve", 9)]),
        ("uk", "Провели 4 вебінари; навчили 60 осіб", [("achieve", 4), ("achieve", 60)]),
        ("uk", "Виторг зріс на 12 %, витрати знизилися на 4 %", [("increase", 12), ("decrease", 4)]),
        ("ru", "Выручку увеличили на 12 %. Затраты снизили на 4 %", [("increase", 12), ("decrease", 4)]),
        ("ru", "Подписано 7 договоров, получено 35 лидов", [("achieve", 7), ("achieve", 35)]),
        # a participle says the same with and without its copula
        ("uk", "Плинність знижена до 8 %", [("decrease", 8)]),
        ("uk", "Кількість помилок скорочена щонайменше вдвічі", [("decrease", 0.5)]),
        ("uk", "Виторг подвоєний, витрати зменшені на третину", [("increase", 2), ("decrease", 33.33)]),
        ("uk", "Прибуток має бути збільшений на 15 %, а витрати знижені на 6 %", [("increase", 15), ("decrease", 6)]),
    ],
)
def test_each_result_is_a_target(language: str, text: str, targets: list[tuple[str, float]]) -> None:
    assert [(t.direction, t.value) for t in _goal(language, text).targets] == targets
    assert [t.baseline for t in _goal(language, text).targets] == [None] * len(targets)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At least double our sign-ups"),
        ("sv", "Minst fördubbla antalet bokningar"),
        ("uk", "Збільшити кількість заявок більш ніж удвічі"),
        ("uk", "Наростити продажі мінімум на чверть"),
        ("ru", "Увеличить число заявок минимум вдвое"),
    ],
)
def test_a_bound_before_a_factor_or_a_fraction(language: str, text: str) -> None:
    assert [t.comparator for t in _goal(language, text).targets] == [">="]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Revenue per 1 m² – $900", 900),
        ("sv", "Sjuksköterskor per 10 000 invånare: 30 → 35", 35),
        ("uk", "Виторг на 1 відвідувача – 250 грн", 250),
        ("uk", "Витрати на одну доставку: 60 грн", 60),
        ("uk", "Збільшити чек на 1 гостя на 40 грн", 40),
        ("ru", "Выручка с 1 м² – 9000 руб.", 9000),
        ("ru", "Урожайность с 1 га – 30 центнеров", 30),
    ],
)
def test_what_a_rate_is_out_of_is_no_target(language: str, text: str, value: float) -> None:
    assert [t.value for t in _goal(language, text).targets] == [value]
