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


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("uk", "Отримати на 30 відгуків більше, ніж торік", "achieve"),
        ("uk", "На 30 помилок менше, ніж минулого року", "decrease"),
        ("ru", "На 30 жалоб меньше, чем в прошлом году", "decrease"),
        ("ru", "Получить на 30 заявок больше, чем год назад", "achieve"),
    ],
)
def test_more_than_there_was_is_a_change(language: str, text: str, direction: str) -> None:
    assert [(t.direction, t.value, t.change) for t in _goal(language, text).targets] == [(direction, 30, "absolute")]


@pytest.mark.parametrize(
    ("language", "text", "value", "per"),
    [
        ("uk", "Раз на тиждень публікувати статтю", 1, "week"),
        ("uk", "Хоча б раз на квартал проводити вебінар", 1, "quarter"),
        ("ru", "Проводить вебинар раз в месяц", 1, "month"),
        ("uk", "Довести середньомісячний виторг до 400 тис. грн", 400_000, "month"),
        ("uk", "Проводити вебінар кілька разів на місяць", None, None),
        # a plural without a numeral tells no number
        ("uk", "Залучити сотні підписників", None, None),
        ("uk", "Залучити до тисячі підписників", 1000, None),
        ("ru", "Десятки тысяч просмотров", None, None),
        ("ru", "Собрать 3 тысячи подписей", 3000, None),
    ],
)
def test_numerals_that_are_not_said(language: str, text: str, value: float | None, per: str | None) -> None:
    assert [(t.value, t.per) for t in _goal(language, text).targets] == [(value, per)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Website: 30 leads, LinkedIn: 15"),
        ("sv", "Från webbplatsen: 30 leads, från LinkedIn: 15"),
        ("uk", "З сайту – 30 заявок, з Instagram – 15"),
        ("ru", "С сайта – 30 заявок, из Instagram – 15"),
    ],
)
def test_each_number_has_the_channel_before_it(language: str, text: str) -> None:
    assert [(t.value, t.channels) for t in _goal(language, text).targets] == [
        (30, ("website",)),
        (15, ("organic_social",)),
    ]


@pytest.mark.parametrize(
    ("language", "text", "value", "currency", "baseline"),
    [
        ("en", "Revenue, USD: 1.4M", 1_400_000, "USD", None),
        ("sv", "Intäkter, mkr: mål 4,5", 4_500_000, "SEK", None),
        ("uk", "Виторг, грн: 1,4 млн", 1_400_000, "UAH", None),
        ("ru", "Выручка, млн руб.: план 4,5", 4_500_000, "RUB", None),
        ("uk", "Ліди: 90 на місяць", 90, None, None),
        ("uk", "Зменшити плинність від 15 до 9 %", 9, None, 15),
        ("ru", "Сократить срок доставки от 9 до 6 дней", 6, None, 9),
        ("uk", "Потрійне зростання заявок", 3, None, None),
        ("ru", "Двойной рост заявок", 2, None, None),
        ("uk", "Жодної скарги за квартал", 0, None, None),
        ("ru", "Ни одной жалобы за квартал", 0, None, None),
        ("uk", "Не втратити жодного клієнта", None, None, None),
    ],
)
def test_what_headings_and_pairs_say(
    language: str, text: str, value: float | None, currency: str | None, baseline: float | None
) -> None:
    assert [(t.value, t.currency, t.baseline) for t in _goal(language, text).targets] == [(value, currency, baseline)]
    assert _goal(language, text).owners == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "90 sign-ups, deadline: 3 months"),
        ("sv", "90 bokningar, tidsfrist: 3 månader"),
        ("uk", "90 заявок, термін – 3 місяці"),
        ("ru", "90 заявок, срок – 3 месяца"),
    ],
)
def test_a_deadline_may_be_told_as_a_length(language: str, text: str) -> None:
    assert [d.date for d in _goal(language, text).deadlines] == [date(2027, 2, 21)]
