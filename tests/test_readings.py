"""What the words beside a number, a date or a team say of it, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Win 5 partners within 3 months - Anna"),
        ("sv", "Vinn 5 partner inom 3 månader – Anna"),
        ("uk", "За 3 місяці — 5 партнерів"),
        ("ru", "Найти 5 партнёров за 3 месяца — Анна"),
    ],
)
def test_a_dash_between_blanks_ends_a_length_of_time(language: str, text: str) -> None:
    assert [d.date for d in _goal(language, text).deadlines] == [date(2026, 12, 1)]


def test_a_hyphen_makes_a_length_of_time_qualify_a_noun() -> None:
    assert not _goal("en", "Finish within 3 months-long project").deadlines


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Снизить время открытия сайта до 1,5 с", [(1.5, "second", "target")]),
        ("Снизить время открытия сайта с 3 с до 2 с к маю", [(3, "second", "baseline"), (2, "second", "target")]),
        ("Привлечь 50 с сайта", [(50, "count", "target")]),
        ("Привлечь 40 лидов с сайта и 20 с рассылки", [(40, "count", "target"), (20, "count", "target")]),
    ],
)
def test_a_preposition_is_a_unit_only_at_the_end_of_a_phrase(text: str, numbers: list[tuple[float, str, str]]) -> None:
    assert [(n.value, n.unit, n.role) for n in _goal("ru", text).numbers] == numbers


@pytest.mark.parametrize(
    ("text", "metric", "value", "baseline"),
    [
        ("Снизить число жалоб на 1000 заказов с 12 до 8", "complaints", 8, 12),
        ("Не более 3 ошибок на 100 заказов", "defects", 3, None),
        ("Выручку на 1 сотрудника поднять с 140 до 170 тыс. руб.", "revenue", 170_000, 140_000),
        ("Увеличить заказы на 1000", "orders", 1000, None),  # an amount, no divisor
    ],
)
def test_what_a_rate_is_out_of_is_no_aim(text: str, metric: str, value: float, baseline: float | None) -> None:
    assert [(t.metric, t.value, t.baseline) for t in _goal("ru", text).targets] == [(metric, value, baseline)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Тратим на такси 60 тыс. руб. в месяц — снизить до 40 тыс.", [(40_000, 60_000)]),
        ("12 клиентов, надо 30", [(30, 12)]),
        ("500 лидов, получить 20 сделок", [(500, None), (20, None)]),
        ("Привлечь 40 лидов, довести NPS до 60", [(40, None), (60, None)]),
    ],
)
def test_what_is_now_goes_before_a_pause_and_a_level(text: str, targets: list[tuple[float, float | None]]) -> None:
    assert [(t.value, t.baseline) for t in _goal("ru", text).targets] == targets


def test_money_paid_in_a_clause_before_is_no_aim() -> None:
    goal = _goal("ru", "Мы отдаём типографии 30 000 ₽ в месяц, нужно получать 25 заявок")
    assert [(t.metric, t.value) for t in goal.targets] == [("leads", 25)]
    goal = _goal("ru", "Выручка 30 000 ₽ в месяц, нужно получать 25 заявок")
    assert [(t.metric, t.value) for t in goal.targets] == [("revenue", 30_000), ("leads", 25)]


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("ru", "Продажи новой серии через дилеров: 300 упаковок", [("sales", 300)]),
        ("ru", "Узнаваемость бренда через выставки: 300 упаковок", [(None, 300)]),
        ("ru", "Собрать 50 отзывов на Ozon и 20 на Яндекс Маркете", [("reviews", 50), ("reviews", 20)]),
        ("en", "Collect 50 reviews on Amazon and 20 on Etsy", [("reviews", 50), ("reviews", 20)]),
        ("ru", "Удержать долю возвратов ниже 8 % в дни мероприятий", [("return_rate", 8)]),
    ],
)
def test_metrics_hold_for_the_numbers_that_they_head(
    language: str, text: str, targets: list[tuple[str | None, float]]
) -> None:
    assert [(t.metric, t.value) for t in _goal(language, text).targets] == targets


def test_a_change_in_percent_takes_no_cadence_from_its_baseline() -> None:
    target = _goal("ru", "+20 % заявок к маю (база — 300 в месяц)").targets[0]
    assert (target.value, target.per, target.baseline) == (20, None, 300)


def test_when_something_is_launched_is_no_verb_of_the_goal() -> None:
    assert _goal("ru", "Время загрузки — менее 3 секунд к запуску магазина").kind == "outcome"
    assert _goal("ru", "Запуск магазина к маю").kind == "activity"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Надо, чтобы заявок с карты города стало больше", "increase"),
        ("Надо, чтобы жалоб в кафе стало меньше", "decrease"),
        ("Получать заявки из больших городов", "achieve"),
    ],
)
def test_a_comparative_ends_its_clause(text: str, direction: str) -> None:
    assert _goal("ru", text).direction == direction


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("SEO: 5000 визитов", []),
        ("Ответственный: SEO, 5000 визитов", [("SEO", "marketing")]),
        ("В отделе продаж: 40 сделок", [("отделе продаж", "sales")]),
        ("На сайте: 40 заявок", []),
        ("40 заявок к маю, на поддержке", [("поддержке", "support")]),
        ("40 заявок к маю (управление культуры)", [("управление культуры", None)]),
        ("40 заявок к маю, подрядчик — «Полюс»", [("«Полюс»", None)]),
        ("40 заявок к маю, менеджер проекта — Анна", [("Анна", None)]),
        ("Дорогие соседи, давайте соберём 40 заявок", []),
        ("Обучить 80 % менеджеров отдела продаж", []),
    ],
)
def test_owners_stand_where_an_owner_stands(text: str, owners: list[tuple[str, str | None]]) -> None:
    assert [(o.text, o.id) for o in _goal("ru", text).owners] == owners


def test_something_may_be_promoted_on_a_channel() -> None:
    assert [c.id for c in _goal("ru", "Активнее продвигать новый курс в подкастах").channels] == ["audio"]
    assert not _goal("ru", "Нанять менеджера по контекстной рекламе").channels


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Снизить текучесть линейного складского персонала до 38 %", ["employee_turnover"]),
        ("WAU личного кабинета абонентов поднять до 45 тыс.", ["active_users"]),
        ("Снизить число жалоб от новых клиентов на 20 %", ["complaints"]),
        ("Улучшить адаптацию новых сотрудников до 90 %", [None]),
        ("Доля заявок с ответом — 95 %", [None]),
        ("Увеличить долю положительных отзывов до 90 %", [None]),
        ("Снизить долю брака до 2 %", ["defects"]),
        ("Обработать 20 процентов лидов", ["leads"]),
        ("Обработать сто процентов лидов", ["leads"]),
        ("Сократить время обработки возвратов с 10 до 4 дней", [None]),
        ("К этому времени продаж должно быть 40", ["sales"]),
        ("Увеличить заявки и продажи на 20 %", ["leads", "sales"]),
    ],
)
def test_a_metric_that_depends_on_another_noun_is_no_aim(text: str, metrics: list[str | None]) -> None:
    assert [m.id for m in _goal("ru", text).metrics] == metrics


def test_a_time_that_says_of_what_a_share_is_is_no_aim() -> None:
    goal = _goal("ru", "Доля звонков, принятых за 20 секунд, — 80 %")
    assert [(t.value, t.unit) for t in goal.targets] == [(80, "percent")]
    assert [(t.value, t.unit) for t in _goal("ru", "Время ответа — за 20 секунд").targets] == [(20, "second")]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("ROMI 140 % за квартал; отчёт — нашему маркетологу", []),
        ("40 заявок к маю; ответственный — наш маркетолог", ["marketing"]),
        ("План музея: 12 000 посетителей", []),
        ("Кофейня у метро: 300 чеков в день", []),
        ("Школа проводит 5 экскурсий", [None]),
        ("Ежемесячный отчёт — аналитик Анна", [None]),
        ("40 заявок к маю, отчитывается Марина", [None]),
        ("40 заявок к маю, докладывать Марине", []),
        ("40 заявок к маю, утверждает Марина", []),
        ("План отдела продаж: 40 сделок", ["sales"]),
        ("Таргетолог (Даня) снижает CPA на 20 %", [None]),
        ("Маркетинг (Анна) снижает CPA на 20 %", ["marketing", None]),
        ("Рост выручки на 18 %, утверждено советом директоров", []),
    ],
)
def test_who_is_only_told_or_approves_owns_nothing(text: str, owners: list[str | None]) -> None:
    assert [o.id for o in _goal("ru", text).owners] == owners


def test_improvement_of_a_known_metric_goes_its_good_way() -> None:
    assert _goal("ru", "Среднюю позицию карточек в поиске улучшить с 48 до 20").direction == "increase"
    assert _goal("ru", "Улучшить время на круге с 48 до 20 секунд").direction == "decrease"


def test_a_phrase_before_a_colon_is_no_condition() -> None:
    goal = _goal("ru", "В части охвата: 1,2 млн человек через радио, бюджет 18 млн тенге")
    assert [(t.metric, t.value) for t in goal.targets] == [("reach", 1_200_000)]


def test_a_metric_of_a_condition_has_a_level_of_its_own() -> None:
    goal = _goal("ru", "Рост выручки на 18 % при марже не ниже 31 %")
    assert [(t.value, t.change) for t in goal.targets] == [(18, "relative"), (31, "level")]
    assert _goal("ru", "Рост выручки не менее 18 %").targets[0].change == "relative"


def test_one_deadline_belongs_to_all_targets() -> None:
    goal = _goal("ru", "Кафе: оборот 1,8 млн в декабре, средняя оценка не ниже 4,7")
    assert len(goal.targets) == 2
    assert len({t.deadline for t in goal.targets}) == 1
    two = _goal("en", "Win 20 leads by May and 30 clients by June")
    assert len({t.deadline for t in two.targets}) == 2


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Собрать 70 регистраций: рассылка и чат в WhatsApp", ["email", "messenger"]),
        ("Получить 40 лидов (вебинары, рассылка)", ["webinar", "email"]),
        ("Провести 3 мероприятия: вебинары и мастер-классы", []),
        ("Выложить в блог 10 статей", ["content"]),
        ("Собрать 3 млн рублей через страницу на сайте и рассылку", ["website", "email"]),
        ("Укрепить репутацию клиники статьями в журналах", ["pr"]),
        ("Сделай 60 звонков до пятницы, ок?", []),
        ("Получить 60 лидов, ВК и ОК", ["organic_social", "organic_social"]),
    ],
)
def test_channels_stand_in_lists_and_where_something_is_published(text: str, channels: list[str]) -> None:
    assert [c.id for c in _goal("ru", text).channels] == channels


def test_nouns_that_are_matter_or_label_change_nothing() -> None:
    assert _goal("ru", "Снижение числа жалоб на уборку снега на 20 %").direction == "decrease"
    assert _goal("ru", "12 000 посетителей музея, продвижение — соцсети").kind == "outcome"
    assert _goal("ru", "Нам бы пять кейсов на сайт, возьмёшь?").direction is None


def test_a_size_is_no_number() -> None:
    assert [n.value for n in _goal("ru", "Купить 40 баннеров 2х3 м").numbers] == [40]
    assert [n.value for n in _goal("ru", "Увеличить продажи в 3х раза").numbers] == [3]
