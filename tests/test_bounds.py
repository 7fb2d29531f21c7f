"""Words that bound a number, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text", "comparator"),
    [
        # a verb that ends in a bound is one; not to pass it is the other
        ("sv", "Sjukfrånvaron ska ligga under 4 %", "<="),
        ("sv", "NPS ska ligga kvar över 50", ">="),
        ("sv", "NPS ska inte ligga under 40", ">="),
        ("en", "Push churn below 4%", "<="),
        ("uk", "Відтік не має опускатися нижче 4 %", ">="),
        ("ru", "Держать конверсию не ниже 4 %", ">="),
        ("ru", "Держать конверсию в пределах 4–6 %", "="),
        ("ru", "Превысить отметку в 500 подписчиков рассылки", ">="),
        ("ru", "Отток не должен превышать 3 %", "<="),
        ("sv", "Nå rekord utan att annonskostnaden överstiger 5 000 kr", "<="),
        ("uk", "Зрости, не перевищуючи 5000 грн витрат на рекламу", "<="),
        # what is prevented ends where another predicate begins
        ("sv", "Utan att höja budgeten ska vi få minst 40 leads", ">="),
        ("en", "Don't lose customers and win at least 40 leads", ">="),
        ("en", "Hit a record without costs rising above $5,000", "<="),
        ("en", "Without paid ads get over 40 leads by May", ">="),
        # an article is a numeral behind a bound
        ("sv", "Minst en ny kund i månaden", ">="),
        ("sv", "Anställ högst en utvecklare till maj", "<="),
    ],
)
def test_bounds(language: str, text: str, comparator: str) -> None:
    assert [n.comparator for n in _goal(language, text).numbers] == [comparator]


def test_an_article_behind_a_preposition_is_no_numeral() -> None:
    assert [n.value for n in _goal("sv", "Få 40 leads under ett webbinarium i maj").numbers] == [40]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Keep complaints at 12 a month or fewer"),
        ("en", "Keep advertising cost at 6% of revenue or less"),
        ("sv", "14 klagomål i veckan eller färre"),
        ("uk", "14 скарг на тиждень або менше"),
        ("ru", "14 жалоб в неделю или меньше"),
    ],
)
def test_a_bound_may_stand_behind_the_cadence_or_the_base(language: str, text: str) -> None:
    goal = _goal(language, text)

    assert [number.comparator for number in goal.numbers] == ["<="]
    assert goal.vague == ()
