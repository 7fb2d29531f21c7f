"""Russian goals of workshops, wards, schools, offices and households: what they count, and how they say how much."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 11, 21)


def _goal(text: str) -> GoalAnalysis:
    return analyze(text, "ru", TODAY)


@pytest.mark.parametrize(
    ("text", "metric", "named"),
    [
        ("Закрыть 25 старых задач до четверга", None, "задач"),
        ("Сверить 900 единиц хранения в архиве", None, "единиц хранения"),
        ("Кол-во детей в студии увеличить с 20 до 35 чел.", None, "детей"),
        ("Численность волонтёров довести до 60 человек", None, "Численность волонтёров"),
        ("Чистый долг/EBITDA не выше 3х", None, "Чистый долг/EBITDA"),
        ("Дозвон 92 %", None, "Дозвон"),
    ],
)
def test_what_is_counted(text: str, metric: str | None, named: str) -> None:
    assert [(target.metric, target.metric_text) for target in _goal(text).targets] == [(metric, named)]


@pytest.mark.parametrize(
    ("text", "direction", "kind"),
    [
        ("Число жалоб на уборку дворов — не более 6 в месяц", None, "outcome"),
        ("Количество замечаний по ремонту: до 4", None, "outcome"),
        ("Решать 85 % обращений с первого звонка", "achieve", "outcome"),
        ("Помочь 40 одиноким соседям до весны", "achieve", "outcome"),
        ("Плавать дважды в неделю", "achieve", "activity"),
    ],
)
def test_which_way_it_goes(text: str, direction: str | None, kind: str) -> None:
    goal = _goal(text)
    assert (goal.direction, goal.kind) == (direction, kind)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Накопить 240 тысяч на ремонт, откладывая по 20 тысяч в месяц", [(240_000, "level")]),
        ("Чистый долг/EBITDA не выше 3х", [(3, "level")]),
        ("Плавать трижды в неделю", [(3, "level")]),
    ],
)
def test_how_much_is_aimed_at(text: str, values: list[tuple[float, str]]) -> None:
    assert [(target.value, target.change) for target in _goal(text).targets] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Поставить 12 баков для раздельного сбора и собрать 9 т пластика", [("баков", 12), ("пластика", 9)]),
        ("Удержать посещаемость матчей на уровне 1 800 зрителей", [("посещаемость матчей", 1800)]),
        ("Ответ на обращение жильца в течение 3 рабочих дней", [("Ответ на обращение", 3)]),
        ("Решать заявки жильцов за 2 дня", [("Решать заявки жильцов", 2)]),
        ("Запустить 4 A/B-теста за спринт", [("A/B-теста", 4)]),
        ("Набор в магистратуру увеличить до 45 человек", [("Набор в магистратуру", 45)]),
        ("Выйти в финал чемпионата района", []),
    ],
)
def test_what_a_number_is_of(text: str, values: list[tuple[str, float]]) -> None:
    assert [(target.metric_text, target.value) for target in _goal(text).targets] == values


def test_time_that_something_is_to_take_is_no_deadline() -> None:
    assert _goal("Отвечать на письма жителей района за 4 дня").deadlines == ()
    assert _goal("Срок прибытия бригады 25 мин").metrics[0].id == "response_time"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Поднять надои на 6 %, падёж телят — не выше 3 %", [("надои", 6), ("падёж телят", 3)]),
        (
            "Порт: 900 тыс. пассажиров в 2027 г., пунктуальность рейсов 90%",
            [("пассажиров", 900_000), ("пунктуальность рейсов", 90)],
        ),
        ("Поголовье овец довести до 90 голов", [("Поголовье", 90)]),
        ("Связать по одной паре варежек в неделю", [("паре варежек", 1)]),
        ("Доля десертов в выручке 22 %", [("Доля десертов в выручке", 22)]),
        ("Доля писем, открытых сотрудниками: 20% → 8%", [("Доля писем", 8)]),
        ("Закрыть 6 вакансий поваров, официантов и барменов", [("вакансий поваров", 6)]),
    ],
)
def test_each_thing_has_its_number(text: str, values: list[tuple[str, float]]) -> None:
    assert [(target.metric_text, target.value) for target in _goal(text).targets] == values


def test_how_fast_a_share_is_done_is_no_deadline() -> None:
    assert _goal("Отправлять посылки в течение суток после оплаты — не менее 96 %").deadlines == ()
    assert _goal("Закрыть 40 задач за неделю — 95 % без ошибок").deadlines != ()


def test_who_answers_for_hiring_is_not_hired() -> None:
    assert [owner.id for owner in _goal("Нанять 4 официантов, отдел кадров").owners] == ["hr"]
    assert _goal("Закрыть 6 вакансий поваров, официантов и барменов").owners == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Продать 300 путёвок на июль до 1 мая", date(2027, 5, 1)),
        ("Подготовить бюджет на 2028 год до 1 октября", date(2027, 10, 1)),
        ("Сдать годовую отчётность за 2026 год не позже 20 марта", date(2027, 3, 20)),
    ],
)
def test_what_time_a_thing_is_of_is_no_deadline(text: str, due: date) -> None:
    assert [deadline.date for deadline in _goal(text).deadlines] == [due]


@pytest.mark.parametrize(
    ("text", "metric", "named"),
    [
        ("Отель: комиссия OTA – не более 14%", None, "комиссия OTA"),
        ("Ресторан: 120 броней столиков на 8 марта", "orders", "броней столиков"),
        ("Снизить время переналадки пресса до 40 мин", None, "время переналадки пресса"),
        ("Лид-менеджеру санатория: 70 заявок в неделю", "leads", "заявок"),
    ],
)
def test_trades_have_words_of_their_own(text: str, metric: str | None, named: str) -> None:
    assert [(target.metric, target.metric_text) for target in _goal(text).targets] == [(metric, named)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Каток – 900 посетителей за выходные", None),
        ("Блог кофейни: 1 500 посетителей в месяц", "website_traffic"),
        ("Урегулировать страховой случай за 8 дней", "resolution_time"),
        ("Гимназия: средняя оценка за ВПР — 4,2", None),
    ],
)
def test_what_visits_and_marks_are(text: str, metric: str | None) -> None:
    assert [target.metric for target in _goal(text).targets] == [metric]
