"""Numbers, metrics and channels that the words around them make something else, in goals of more than one language."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 9, 1)


def read(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


def values(goal: GoalAnalysis) -> list[tuple[float | None, float | None]]:
    return [(target.value, target.baseline) for target in goal.targets]


@pytest.mark.parametrize(
    ("language", "text", "metric", "days"),
    [
        ("en", "Get 20 leads by May and 40 by June", "leads", [date(2027, 5, 31), date(2027, 6, 30)]),
        ("sv", "Få 20 leads till maj och 40 till juni", "leads", [date(2027, 5, 31), date(2027, 6, 30)]),
        ("uk", "Отримати 20 лідів до травня, 40 до червня", "leads", [date(2027, 4, 30), date(2027, 5, 31)]),
        ("en", "Raise NPS to 40 by May and 45 by June", "net_promoter_score", [date(2027, 5, 31), date(2027, 6, 30)]),
    ],
)
def test_a_number_with_a_later_deadline_says_the_metric_again(
    language: str, text: str, metric: str, days: list[date]
) -> None:
    assert [(target.metric, target.deadline) for target in read(language, text).targets] == [(metric, d) for d in days]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "Отримати 40 лідів із сайту, з Instagram — 25", [(40, None), (25, None)]),
        ("uk", "Збільшити продажі на Rozetka вдвічі, на Prom — на 30 %", [(2, None), (30, None)]),
        ("ru", "Получить 40 лидов с сайта, из Instagram — 25", [(40, None), (25, None)]),
        ("en", "Get 40 leads from the website, from Instagram - 25", [(40, None), (25, None)]),
        ("uk", "Отримати 40 лідів із сайту, менеджерів — 25", [(40, None)]),
    ],
)
def test_a_number_behind_another_place_says_the_metric_again(
    language: str, text: str, expected: list[tuple[float, float | None]]
) -> None:
    assert values(read(language, text)) == expected


def test_each_place_and_time_has_its_own_number() -> None:
    goal = read("uk", "Отримати 40 лідів із сайту, з Instagram — 25")
    assert [target.channels for target in goal.targets] == [("website",), ("organic_social",)]
    goal = read("uk", "У березні запустити 3 кампанії, у квітні — 5")
    assert [target.deadline for target in goal.targets] == [date(2027, 3, 31), date(2027, 4, 30)]
    goal = read("uk", "Залучити 12 учнів восени, навесні — 20")
    assert [target.deadline for target in goal.targets] == [date(2026, 11, 30), date(2027, 5, 31)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "Підняти сайт у видачі з 14 на 5 місце", [(5, 14)]),
        ("ru", "Поднять сайт в выдаче с 14 на 5 место", [(5, 14)]),
        ("uk", "Збільшити кількість лідів з 200 на 20 %", [(20, 200)]),
        ("uk", "Підвищити частку учнів із понад 160 балами з 22 % до 30 %", [(30, 22)]),
        ("uk", "Підвищити частку учнів із результатом понад 160 балів з 22 % до 30 %", [(30, 22)]),
        ("uk", "Протестувати радіорекламу на 80 тис. грн до жовтня", []),
        ("uk", "Продати меблів на 80 тис. грн до жовтня", [(80_000, None)]),
    ],
)
def test_what_a_number_is_to_the_goal(language: str, text: str, expected: list[tuple[float, float | None]]) -> None:
    assert values(read(language, text)) == expected


def test_a_cadence_behind_another_verb_is_not_the_numbers() -> None:
    assert read("uk", "Підняти eNPS до 35, опитуємо щокварталу").numbers[0].per is None
    assert read("uk", "Отримувати 35 лідів, по змозі щомісяця").numbers[0].per == "month"


def test_shares_of_work_are_no_work() -> None:
    assert read("uk", "Помилки — не більше 0,4 % відправлень").direction is None
    assert read("uk", "30 відправлень на день").direction == "achieve"


def test_who_gets_what_is_counted_is_no_metric() -> None:
    goal = read("uk", "Маркетинг має принести продажам 90 MQL")
    assert [metric.id for metric in goal.metrics] == ["mqls"]
    assert [metric.id for metric in read("uk", "Сприяти продажам і лідам").metrics] == ["sales", "leads"]


def test_a_team_that_a_noun_in_brackets_depends_on_owns_nothing() -> None:
    assert not read("uk", "Відкрити 2 філії (рішення правління від 12.03)").owners
    assert [owner.id for owner in read("uk", "Відкрити 2 філії (правління)").owners] == ["management"]


def test_channels_that_are_only_worked_on_or_named_twice() -> None:
    assert not read("uk", "Польську версію сайту запустити до березня").channels
    assert [c.id for c in read("uk", "Із польської версії сайту отримати 20 лідів").channels] == ["website"]
    assert [c.id for c in read("en", "Get 20 sign-ups via local groups on Viber").channels] == ["messenger"]
    assert [c.id for c in read("uk", "Обдзвонити 83 контакти. Беруть Ігор і Соломія").channels] == []
    assert [c.id for c in read("uk", "Обдзвонити 83 контакти і отримати 12 лідів").channels] == ["outbound"]


def test_spend_on_adverts_is_spend_on_a_paid_channel() -> None:
    goal = read("uk", "Зменшити витрати на рекламу у Facebook на 15 %")
    assert [(target.metric, target.channels) for target in goal.targets] == [("marketing_spend", ("paid_social",))]


def test_what_is_wished_more_of_increases_without_a_metric() -> None:
    assert read("uk", "Хочемо, щоб про нас дізналося більше людей").direction == "increase"
    assert read("uk", "Більше людей у районі").direction is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вийти на 50 замовлень на день із сайту та 20 — з Glovo", [(50, None), (20, None)]),
        ("Скоротити дебіторську заборгованість старше 60 днів до 1,2 млн грн", [(1_200_000, None)]),
        ("Укласти меморандуми з 5 університетами", [(5, None)]),
        ("Отримати від 5 донорів 2 млн грн", [(2_000_000, None)]),
        ("Розмістити вакансії на 5 майданчиках та отримати 60 резюме", [(60, None)]),
        ("Підписників у Threads: 0 → 2000 за пів року", [(2000, 0)]),
        ("Прочитати 24 книжки за рік, по дві на місяць", [(24, None)]),
    ],
)
def test_numbers_by_what_stands_beside_them(text: str, expected: list[tuple[float, float | None]]) -> None:
    assert values(read("uk", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Подвоїти кількість донорів до літа", "донорів"),
        ("Утричі збільшити кількість лікарів", "лікарів"),
        ("На 30 % скоротити запізнення лікарів", "запізнення лікарів"),
        ("Аптечна мережа: частка бинтів 12 % → 18 %", "бинтів"),
        ("Аптечна мережа: частка власної марки 12 % → 18 %", "частка власної марки"),
        ("Частка товарів без фото — 0 %", "товарів"),
        ("Збільшити кількість волонтерів з 35 до 60 осіб", "волонтерів"),
        ("Залучити 60 осіб", "осіб"),
        ("Подвоїти виторг", "виторг"),
    ],
)
def test_the_unknown_thing_that_changes_is_what_is_measured(text: str, expected: str) -> None:
    assert [target.metric_text for target in read("uk", text).targets] == [expected]


def test_owners_by_themselves_and_whom_a_goal_is_for() -> None:
    goal = read("uk", "Охопити щепленнями 95 % першокласників, сімейні лікарі")
    assert [owner.text for owner in goal.owners] == ["сімейні лікарі"]
    assert [owner.id for owner in read("uk", "Для відділу продажів — 45 контрактів").owners] == ["sales"]
    assert not read("uk", "Для садочків — 45 контрактів").owners


def test_channels_listed_behind_a_colon() -> None:
    goal = read("uk", "Залучити 80 членів: день відкритих дверей + пости в Instagram")
    assert [channel.id for channel in goal.channels] == ["event", "organic_social"]
    goal = read("uk", "Отримати 40 лідів: 2 вебінари + пости в Instagram")
    assert [target.metric for target in goal.targets] == ["leads", "events_held"]
    goal = read("uk", "Отримати 5 тисяч переходів з Telegram-каналу на сайт")
    assert [channel.id for channel in goal.channels] == ["messenger"]


def test_a_level_in_a_sentence_of_its_own_is_the_metrics() -> None:
    goal = read("uk", "Збільшити частку постійних покупців пекарні; зараз 30 %, хочемо 45 %")
    assert [(t.metric, t.value, t.baseline) for t in goal.targets] == [("repeat_purchase_rate", 45, 30)]
    assert values(read("uk", "Підвищити кваліфікацію: 100 % вихователів пройдуть курс")) == [(100, None)]
    assert read("uk", "Підвищити кваліфікацію: 100 % вихователів пройдуть курс").targets[0].change == "level"
    assert read("uk", "Підвищити конверсію: 10 %").targets[0].change == "relative"


def test_verbs_and_cadences_of_other_clauses() -> None:
    goal = read("uk", "Збільшити час, який діти проводять надворі, до 2 годин на день")
    assert goal.direction == "increase"
    assert read("uk", "Знайти дім для 30 котів, пости щодня").numbers[0].per is None


def test_work_that_is_counted_is_what_is_measured() -> None:
    assert [m.text for m in read("uk", "5 інтеграцій у блогерок на місяць").metrics] == ["інтеграцій"]
    assert not read("uk", "Ремонт 5 шкіл").metrics[0].text.startswith("Ремонт")


def test_groups_by_what_they_deal_with_and_people_by_their_trade() -> None:
    goal = read("uk", "Підняти заповнюваність до 18 осіб, відділ екскурсій")
    assert [owner.text for owner in goal.owners] == ["відділ екскурсій"]
    goal = read("uk", "Партнерка Олена: 5 статей на місяць")
    assert (goal.channels, [owner.text for owner in goal.owners]) == ((), ["Олена"])
    assert [channel.id for channel in read("uk", "Партнерка: 5 заявок на місяць").channels] == ["affiliate"]


def test_a_cadence_before_another_number_and_a_plus_between_counts() -> None:
    assert read("uk", "Вивчити 1500 слів до літа, щодня по 10").numbers[0].per is None
    assert [n.role for n in read("uk", "3 пости + 5 сторіз на тиждень").numbers] == ["target", "target"]
    assert [n.role for n in read("uk", "Ліди + 5").numbers] == ["change"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Raise attendance to 95 % (i.e. 30 more pupils a day) by May", [(95, None)]),
        ("en", "Grow revenue to €2M by December, meaning 15 new contracts", [(2_000_000, None)]),
        ("sv", "Öka intäkterna till 2 mkr, vilket innebär 15 nya avtal", [(2_000_000, None)]),
        ("uk", "Скоротити брак до 2 %, тобто не більше 40 деталей на зміну", [(2, None)]),
        ("ru", "Увеличить выручку до 2 млн руб., т. е. 15 новых договоров", [(2_000_000, None)]),
        ("en", "Overtake our rival, i.e. reach 30 % of the market", [(30, None)]),
        ("ru", "Обойти конкурента, то есть занять 30 % рынка", [(30, None)]),
    ],
)
def test_a_number_in_other_words_is_no_aim_of_its_own(
    language: str, text: str, expected: list[tuple[float, float | None]]
) -> None:
    assert values(read(language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Reduce call time from 2 min 30 to 2 minutes", [(2, 2.5)]),
        ("sv", "Korta samtalstiden från 2 min 30 till 2 min", [(2, 2.5)]),
        ("uk", "Пробігти марафон за 3 год 45", [(None, None), (3.75, None)]),
        ("ru", "Сократить время звонка с 2 мин 30 до 2 мин", [(2, 2.5)]),
        ("en", "Get it to 3 hours, 40 leads", [(3, None), (40, None)]),
    ],
)
def test_minutes_behind_hours_need_no_unit(
    language: str, text: str, expected: list[tuple[float | None, float | None]]
) -> None:
    assert values(read(language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Post 3 reels a week + 1 story a day", [(3, "week"), (1, "day")]),
        ("sv", "Publicera 1 rapport per kvartal + 2 blogginlägg i månaden", [(1, "quarter"), (2, "month")]),
        ("uk", "Публікувати 1 звіт на квартал + 2 статті на місяць", [(1, "quarter"), (2, "month")]),
        # a note in brackets, what somebody does with known things, how often something else happens
        ("en", "Digitise 12 archives (some 30,000 photos) by May", [(12, None)]),
        ("sv", "Digitalisera 12 arkiv (cirka 30 000 bilder) till maj", [(12, None)]),
        ("uk", "Оцифрувати 12 архівів (близько 30 000 фото) до травня", [(12, None)]),
        ("ru", "Оцифровать 12 архивов (около 30 000 фото) к маю", [(12, None)]),
        ("en", "Get 40 reviews by May – Tom asks the five best customers every week", [(40, None)]),
        ("sv", "Få 40 omdömen till maj – Tom ringer de fem största kunderna varje vecka", [(40, None)]),
        ("en", "Win 40 members by May. Tom will renew the 12 contracts", [(40, None), (12, None)]),
        ("en", "Give 40 families a volunteer they can call once a week", [(40, None)]),
        ("en", "A stall we run should sell 40 cakes a week", [(40, "week")]),
    ],
)
def test_counts_beside_counts(language: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(target.value, target.per) for target in read(language, text).targets] == expected
