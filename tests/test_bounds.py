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
        # a negation before the verb turns the bound, but none inside the bound, of a participle or of another predicate
        ("ru", "Маржа не должна быть ниже 20 %", ">="),
        ("ru", "Не опускать конверсию сайта ниже 3 %", ">="),
        ("ru", "Жалоб не должно быть больше трёх в месяц", "<="),
        ("ru", "Нельзя допустить, чтобы отток превысил 3 %", "<="),
        ("ru", "Сократить число не дошедших клиентов до уровня ниже 5 %", "<="),
        ("uk", "Маржа не повинна бути нижчою за 20 %", ">="),
        ("uk", "Не витрачати на рекламу більше 50 тис. грн", "<="),
        ("sv", "Svinnet får inte bli högre än 3 %", "<="),
        ("sv", "Inte lägga mer än 50 000 kr på annonser", "<="),
        ("en", "The margin must not be lower than 20%", ">="),
        ("en", "Don't hire, and win more than 40 deals", ">="),
        ("en", "Not only keep but win over 40 customers", ">="),
        ("ru", "Не имея бюджета набрать более 100 подписчиков", ">="),
        ("en", "No call may take longer than 10 minutes", "<="),
        ("en", "No patient should wait more than 10 minutes", "<="),
        ("sv", "Inga väntetider över 10 minuter", "<="),
        ("ru", "Ни один ремонт не должен длиться больше 3 дней", "<="),
        ("en", "Bring the no-show rate below 5%", "<="),
        ("ru", "Уложиться в 200 тыс. руб. рекламного бюджета", "<="),
        ("uk", "Вкластися в 200 тис. грн рекламного бюджету", "<="),
        ("ru", "Проводить минимум по 5 встреч в неделю", ">="),
        # 'up to' behind what a verb moves is a level, behind the verb itself a bound
        ("en", "Bring production up to 300 units", "="),
        ("en", "Win up to 50 clients", "<="),
        # numerals that are approximate, or open, by how they are written
        ("ru", "Получить с десяток отзывов", "~"),
        ("ru", "Собрать тысячи две заявок", "~"),
        ("uk", "Залучити десятка два нових клієнтів", "~"),
        ("uk", "Збільшити кількість заявок відсотків на 20", "~"),
        ("ru", "Увеличить продажи раза в три", "~"),
        ("ru", "Сократить отток почти вдвое", "~"),
        ("en", "More than double revenue", ">="),
        ("en", "Gain 10+ thousand followers", ">="),
        ("uk", "Набрати 10+ тис. підписників", ">="),
        # an article is a numeral behind a bound
        ("sv", "Minst en ny kund i månaden", ">="),
        ("sv", "Anställ högst en utvecklare till maj", "<="),
    ],
)
def test_bounds(language: str, text: str, comparator: str) -> None:
    assert [n.comparator for n in _goal(language, text).numbers] == [comparator]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "change"),
    [
        ("ru", "Собрать тысячи две заявок", 2000, "count", "level"),
        ("ru", "Собрать тысячу двести заявок", 1200, "count", "level"),
        ("uk", "Залучити десятка два нових клієнтів", 20, "count", "level"),
        ("ru", "Увеличить число заявок процентов на 20", 20, "percent", "relative"),
        ("uk", "Збільшити продажі рази в три", 3, "multiple", "relative"),
        ("ru", "Оборот 1,5+ млн руб.", 1_500_000, "money", "level"),
        ("sv", "Få 10+ tusen följare", 10_000, "count", "level"),
    ],
)
def test_approximate_and_open_numerals(language: str, text: str, value: float, unit: str, change: str) -> None:
    (target,) = _goal(language, text).targets
    assert (target.value, target.unit, target.change) == (value, unit, change)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Win 20 deals without extending the sales cycle beyond 60 days"),
        ("en", "Win 20 deals without spending more than $40,000"),
        ("ru", "Рейтинг не должен опускаться ниже 4,7"),
        ("uk", "Відтік не буде вищим за 3 %"),
        ("ru", "Не давать солёности рассола подняться выше 6 %"),
        ("en", "Hold the hum in the attic below 35 dB"),
        ("sv", "Hålla diskvattnet på minst 60 °C"),
    ],
)
def test_what_keeps_within_a_bound_is_kept(language: str, text: str) -> None:
    assert _goal(language, text).targets[-1].direction == "maintain"


def test_what_is_kept_from_falling_is_measured() -> None:
    assert [t.metric_text for t in _goal("en", "Don't let the barn humidity fall below 40 %").targets] == [
        "barn humidity"
    ]


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
