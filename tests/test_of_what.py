"""Numbers that only say of what a goal speaks, and what happened beside it."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language, TODAY)


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        # how large the house is
        ("en", "Raise occupancy of the 64-room hotel to 75%", [75]),
        ("sv", "Höj beläggningen på hotellet med 64 rum till 75 %", [75]),
        ("uk", "Підняти виручку кафе на 40 місць до 900 тис. грн", [900_000]),
        ("ru", "Поднять загрузку гостиницы на 64 номера до 75 %", [75]),
        ("ru", "Поднять цены на 64 рубля до 750 руб.", [64, 750]),
        # which a share is of
        ("en", "Reduce the share of calls over 10 minutes: now 11%, target 4%", [11, 4]),
        ("sv", "Andelen förseningar över 5 minuter: nu 11 %, mål 4 %", [11, 4]),
        ("uk", "Запізнення понад 5 хв — 4 %", [4]),
        # things are no money
        ("en", "Build a pipeline of $6m by May; last year there were 14 weddings", [6_000_000]),
        ("uk", "Виручка 6 млн грн, торік було 4 млн", [6_000_000, 4_000_000]),
        ("ru", "Собрать портфель на 6 млн руб.; в прошлом году было 14 свадеб", [6_000_000]),
        # somebody does at least so many
        ("uk", "Дизайнер робить близько 20 макетів на тиждень", [20]),
    ],
)
def test_numbers_that_say_of_what_are_none(language: str, text: str, numbers: list[float]) -> None:
    assert [n.value for n in _goal(language, text).numbers if n.role != "other"] == numbers


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Sell 200 tickets by May: in March we sold 80", ["2027-05-31"]),
        ("uk", "Найняти 3 кухарів до кінця лютого: у грудні двоє звільнилися", ["2027-02-28"]),
        ("ru", "Продать 200 билетов к маю: в марте продали 80", ["2027-04-30"]),
        ("ru", "Отдел делает не менее 70 звонков в день до мая", ["2027-04-30"]),
    ],
)
def test_what_happened_behind_a_colon_has_no_deadline(language: str, text: str, days: list[str]) -> None:
    assert [str(d.date) for d in _goal(language, text).deadlines] == days


@pytest.mark.parametrize(
    ("language", "text", "values", "channels"),
    [
        (
            "en",
            "Revenue: shop $50k, webinars $20k and events $10k by June",
            [50_000, 20_000, 10_000],
            ["in_store", "webinar", "event"],
        ),
        ("sv", "Intäkter: webb 160 tkr, event 30 tkr", [160_000, 30_000], ["website", "event"]),
        ("uk", "Дохід: сайт — 40 тис. грн, партнери — 30 тис. грн", [40_000, 30_000], ["website", "partner"]),
        ("ru", "Выручка: сайт — 40 тыс. руб., выставки — 30 тыс. руб.", [40_000, 30_000], ["website", "event"]),
    ],
)
def test_a_sum_of_money_by_its_sources(language: str, text: str, values: list[float], channels: list[str]) -> None:
    goal = _goal(language, text)
    assert [(t.metric, t.value) for t in goal.targets] == [("revenue", value) for value in values]
    assert [c.id for c in goal.channels] == channels


@pytest.mark.parametrize(
    ("language", "text", "baseline", "value"),
    [
        ("uk", "Перейти з двох прогулянок на тиждень на чотири", 2, 4),
        ("ru", "Перейти с 2 вебинаров в месяц на 4", 2, 4),
        ("uk", "Залучити з 3 каналів на 40 лідів більше", None, 40),
    ],
)
def test_what_one_goes_over_to_is_a_level(language: str, text: str, baseline: float | None, value: float) -> None:
    (target,) = _goal(language, text).targets
    assert (target.baseline, target.value) == (baseline, value)


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        ("uk", "Крамниця зачиняється, тож до травня продажі онлайн треба підняти на 15 %", ["online"]),
        ("uk", "Вебінари дають 10 лідів на місяць, тож маємо отримати 40 лідів", ["webinar"]),
        ("ru", "Сайт переезжает, поэтому к маю продажи через маркетплейсы надо поднять на 15 %", ["marketplace"]),
        ("sv", "Butiken stänger, så vi måste öka försäljningen på nätet med 15 %", ["online"]),
    ],
)
def test_what_only_says_why_is_no_channel(language: str, text: str, channels: list[str]) -> None:
    assert [c.id for c in _goal(language, text).channels] == channels


@pytest.mark.parametrize(
    ("language", "text", "owner", "metric"),
    [
        ("uk", "Партнерка Ткаченко хоче, щоб виторг виріс до 2 млн грн", "Ткаченко", "revenue"),
        ("ru", "Партнёр Иванов хочет, чтобы средний чек вырос с 42 до 55 тыс. руб.", "Иванов", "average_order_value"),
        ("uk", "Продажі Олена підніме на 10 %", "Олена", "sales"),
    ],
)
def test_a_post_that_is_counted_too_is_no_metric(language: str, text: str, owner: str, metric: str) -> None:
    goal = _goal(language, text)
    assert ([o.text for o in goal.owners], [m.id for m in goal.metrics]) == ([owner], [metric])


@pytest.mark.parametrize(
    ("language", "text", "metric", "direction"),
    [
        ("uk", "Кількість прибирань під’їздів: 2 на тиждень", "прибирань під’їздів", None),
        ("uk", "Зменшити кількість ремонтів ліфтів до 3 на місяць", "ремонтів ліфтів", "decrease"),
        ("ru", "Доля переработки пластика — 40 %", "переработки пластика", None),
        ("ru", "Увеличить количество выпусков до 8", "выпусков", "increase"),
    ],
)
def test_work_behind_a_quantifier_is_a_thing_counted(
    language: str, text: str, metric: str, direction: str | None
) -> None:
    goal = _goal(language, text)
    assert ([m.text for m in goal.metrics], goal.direction) == ([metric], direction)
