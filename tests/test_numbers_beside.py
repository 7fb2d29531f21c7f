"""Numbers that a name, a bound or a metric beside them makes another, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        # a hyphen that joins a number to a name
        ("en", "Complaints about the NX-40 pump below 18 a month", [18]),
        ("uk", "Рекламації на насоси НХ-40: не більше 18 на місяць", [18]),
        ("en", "Leads - 40 by May", [40]),
        # a bound behind a dash is no end of a range
        ("uk", "Борги понад 60 днів — не більше 800 тис. грн", [800_000]),
        ("en", "Get 10-15 leads", [10]),
        # parts that add up to the number before them, and places where something is done
        ("en", "60 leads: 40 from SEO, 20 from Google Ads", [60]),
        ("sv", "120 leads: 80 via LinkedIn, 40 via mejl", [120]),
        ("sv", "60 leads, 40 möten och 20 avtal", [60, 40, 20]),
        ("sv", "Införa CRM-systemet på alla 7 kontor före maj", []),
        # a factor and the time that it takes
        ("uk", "Збільшити продажі в 1,5 раза за 4 місяці", [1.5]),
        ("ru", "Увеличить продажи в 3 раза за 4 месяца", [3]),
        # who is given something is no object
        ("ru", "Передать отделу закупок 120 лидов при стоимости лида не более 4000 руб.", [120, 4000]),
        # what is headed by a place, and a name with a number
        ("ru", "Хотим быть лучшими в отрасли: 40 лидов до 31 декабря", [40]),
        ("sv", "Införa Windows 11 på 40 datorer till maj", [40]),
        ("ru", "Не менее десятка новых партнёров к лету", [10]),
        # a ranking in the name of a metric
        ("en", "Rank in the top 10 for 20 keywords by May", [20]),
        # whom the years only name, and a birthday
        ("ru", "Дети 3–7 лет: набрать две группы", [2]),
        ("ru", "Доля молодёжи до 35 лет – 25 %", [25]),
        ("sv", "Läsa 50 böcker innan jag fyller 20", [50]),
        ("sv", "Bli skuldfri till 40-årsdagen", []),
        # with how many something is agreed, whatever it is about
        ("ru", "Заключить договоры на практику с 6 предприятиями", [6]),
        # none, of what is bad or heads the goal
        ("en", "No complaints in Q2", [0]),
        ("sv", "Nollvision: inga arbetsplatsolyckor 2027", [0]),
        ("uk", "Жодної скарги за квартал", [0]),
        ("ru", "До Рождества ни одной сигареты", [0]),
        ("ru", "Не потерять ни одного клиента", []),
        ("en", "Grow revenue with no new hires", []),
        ("en", "Push CSAT to 90%, no excuses", [90]),
        # an article, where work comes again
        ("sv", "Läsa en bok i månaden", [1]),
        # parts of a per cent
        ("en", "Increase conversion by half a percent", [0.5]),
        ("ru", "Снизить отток на полпроцента", [0.5]),
        # a part of a whole that is won, no share and no rating
        ("en", "Win 6 out of 10 home games", [6]),
        ("ru", "Подписать 3 из 5 крупных застройщиков", [3]),
    ],
)
def test_numbers_aimed_at(language: str, text: str, numbers: list[float]) -> None:
    assert [n.value for n in _goal(language, text).numbers if n.role in ("target", "change")] == numbers


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        # of whom, or where, not how much
        ("en", "Raise revenue of the three shops by 12% this spring", ["other", "change"]),
        ("en", "Reach a 95% pass rate at the 4 offices by 1 December", ["target", "other"]),
        ("en", "Grow the two newsletters to 10,000 subscribers by July", ["other", "target"]),
        ("sv", "Höja omsättningen i de tre butikerna med 12 % i vår", ["other", "change"]),
        ("uk", "Підняти виторг трьох магазинів на 12 % цієї весни", ["other", "change"]),
        ("ru", "Выручку трёх магазинов поднять на 12 % этой весной", ["other", "change"]),
        ("ru", "Снизить долю возвратов в пяти крупнейших городах с 8 до 5 %", ["other", "baseline", "target"]),
        ("en", "Publish the 3 guides and get 40 leads", ["target", "target"]),
        ("en", "Be in the top 10 on Google by June", ["other"]),
        ("sv", "Nå topp 3 i sökresultaten till maj", ["other"]),
        ("ru", "Попасть в топ-10 Яндекса к концу мая", ["other"]),
        # what is now, with a verb of its own
        ("en", "We currently convert 2% of visitors and want to convert 3% by summer", ["baseline", "target"]),
        ("uk", "Зараз конвертуємо 2 % відвідувачів, хочемо 3 % до літа", ["baseline", "target"]),
        ("ru", "Сейчас конвертируем 2 % посетителей, хотим 3 % к лету", ["baseline", "target"]),
        # a change before the level that it leads to
        ("uk", "Оборот +2 млн до 14 млн у 2027 році", ["change", "target"]),
        # a share whose case says what it is of
        ("uk", "Дві третини звернень закривати протягом доби", ["target"]),
        ("ru", "Половину заявок обрабатывать за день", ["target"]),
        # a second that stands before another preposition
        ("ru", "Сократить загрузку с 4 с до 2,5 с к маю", ["baseline", "target"]),
        # a clause behind the aim that says what is or was
        ("uk", "Отримувати 30 заявок на тиждень, зараз їх лише 18", ["target", "baseline"]),
        ("uk", "Прочитати 24 книжки за рік, зараз прочитано 7", ["target", "baseline"]),
        ("en", "Sell 500 tickets by May, so far sold 120", ["target", "baseline"]),
        # what is done for the aim, and a level that is to be kept meanwhile
        ("ru", "Получить 40 лидов к маю, для этого провести 3 вебинара", ["target", "other"]),
        ("uk", "Зменшити витрати на 8 %, але так, щоб рейтинг не впав нижче 4,6", ["change", "target"]),
        # a part of those counted, unless it is a metric of its own
        ("en", "Recruit 14 nurses by June, of whom 5 for the night shift", ["target", "other"]),
        ("sv", "Plantera 300 träd, varav 80 ekar", ["target", "other"]),
        ("uk", "Прийняти на роботу 15 людей, із них 6 електриків", ["target", "other"]),
        ("ru", "Продать 90 тонн зерна, из них 30 на экспорт", ["target", "other"]),
        ("uk", "Отримати 90 реєстрацій, з них 15 SQL", ["target", "target"]),
        # what work costs by which nothing is counted, and of what size a thing is
        ("en", "Renovate the canteen by June (budget $9,000)", ["other"]),
        ("uk", "Відремонтувати їдальню до вересня, бюджет — 900 тис. грн", ["other"]),
        ("uk", "Збудувати зерносховище місткістю 3000 тонн до жнив", ["other"]),
        ("uk", "Зняти 4 відео тривалістю до 3 хвилин", ["target", "other"]),
        # how long what is got goes on
        ("uk", "Укласти 6 договорів оренди на 5 років", ["target", "other"]),
        ("ru", "Взять в аренду 2 крана на 3 года", ["target", "other"]),
        ("uk", "Тримати запас пального на 20 днів", ["target"]),
        # a time that says which are meant
        ("uk", "Повернення товару протягом 14 днів: 7 → 5 %", ["other", "baseline", "target"]),
        ("uk", "Частка чатів, узятих протягом 2 хвилин: 70 → 85 %", ["other", "baseline", "target"]),
        # a thing that nobody knows, with a bound in a clause of its own
        ("uk", "Видати 90 дозволів, термін розгляду не більше 8 днів", ["target", "target"]),
        ("en", "Cut costs by 5 %, calf mortality at most 4 %", ["change", "target"]),
        ("uk", "Набрати 20 дітей, вік не більше 12 років", ["target", "other"]),
        # for whom something is to be got
        ("uk", "Генерувати для відділу продажів 25 SQL щомісяця", ["target"]),
        # a level listed behind another aim
        ("en", "Raise average order value by 12 %, margin at least 30 %", ["change", "target"]),
        ("sv", "Sänk svarstiden till 2 timmar, öppningsgrad minst 30 %", ["target", "target"]),
        ("uk", "Збільшити середній чек на 12 %, маржа не нижче 30 %", ["change", "target"]),
        ("ru", "Рост MAU до 80 тыс., retention 30 %", ["target", "target"]),
        ("ru", "Увеличить лиды на 12 %, продажи на 30 %", ["change", "change"]),
    ],
)
def test_roles(language: str, text: str, roles: list[str]) -> None:
    assert [n.role for n in _goal(language, text).numbers] == roles


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Get 200 sign-ups for the 30-day challenge by 3 January", [date(2027, 1, 3)]),
        ("sv", "Få 200 anmälningar till den 30-dagars utmaningen senast 3 januari", [date(2027, 1, 3)]),
        ("sv", "Höja omsättningen i de tre butikerna med 12 % till 3 januari", [date(2027, 1, 3)]),
        ("ru", "LCP главной — меньше 2,5 с к маю", [date(2027, 4, 30)]),
        ("en", "Reply to every review within one working day", []),
        ("uk", "Дві третини звернень закривати протягом доби", []),
        ("en", "Get 10% more leads within 3 days", [date(2026, 9, 4)]),
        # a rating, or a date
        ("en", "Increase employee engagement score to 8/10 by November", [date(2026, 11, 30)]),
        ("sv", "Höj betyget till 8/10 före november", [date(2026, 10, 31)]),
        ("sv", "Få 40 leads till 8/10", [date(2026, 10, 8)]),
        ("ru", "Закрыть до 25.12 сделок на 6 млн", [date(2026, 12, 25)]),
        ("ru", "Довести до 4.7 рейтинг и до 90 % выкуп", []),
        # units in the plural without a number
        ("en", "Get 40 leads in the coming weeks", []),
        ("sv", "Få 40 leads de närmaste veckorna", []),
        ("uk", "Отримати 40 лідів у найближчі тижні", []),
        ("ru", "Получить 40 лидов в ближайшие месяцы", []),
        ("uk", "Отримати 40 лідів за наступні два тижні", [date(2026, 9, 15)]),
        ("ru", "Получить 40 лидов в ближайшие полгода", [date(2027, 3, 1)]),
    ],
)
def test_numbers_that_are_dates_and_are_none(language: str, text: str, days: list[date]) -> None:
    assert [d.date for d in _goal(language, text).deadlines] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Every month get 50 MQLs and 15 SQLs"),
        ("sv", "Varje månad få 50 MQL och 15 SQL"),
        ("uk", "Щомісяця отримувати 50 MQL і 15 SQL"),
        ("ru", "Каждый месяц получать 50 MQL и 15 SQL"),
        ("uk", "Щомісяця робити 50 дзвінків і призначати не менше 3 зустрічей"),
    ],
)
def test_a_cadence_that_opens_a_goal_holds_for_all_its_counts(language: str, text: str) -> None:
    assert [n.per for n in _goal(language, text).numbers] == ["month", "month"]


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        # which of them, between a number and what it counts
        ("en", "40 Q3 leads", "leads"),
        ("en", "Get 300 Easter orders", "orders"),
        ("en", "200 summer sign-ups", "sign_ups"),
        ("ru", "Получить 300 новогодних заказов", "orders"),
        ("uk", "300 новорічних замовлень до 15 грудня", "orders"),
        # a verb before a sum, a number of times
        ("en", "Open in 3 new countries and reach €500k in sales there by December", "revenue"),
        ("en", "Get our app featured 3 times in the App Store by June", None),
        # a share that is kept
        ("en", "Keep 92% of customers in 2027", "retention_rate"),
        ("sv", "Behåll 92 % av kunderna under 2027", "retention_rate"),
        ("uk", "Утримати 92 % клієнтів у 2027 році", "retention_rate"),
        ("ru", "Удержать 92 % клиентов в 2027 году", "retention_rate"),
        ("en", "Keep 300 customers", "new_customers"),
    ],
)
def test_what_a_number_counts(language: str, text: str, metric: str | None) -> None:
    assert [t.metric for t in _goal(language, text).targets] == [metric]


def test_a_bound_is_no_name() -> None:
    assert not _goal("sv", "Max 5 % av ordrarna får returneras").owners
    assert [o.text for o in _goal("sv", "Max ska boka 5 möten i veckan").owners] == ["Max"]


def test_a_factor_leaves_its_time_a_deadline() -> None:
    assert [d.date for d in _goal("uk", "Збільшити продажі в 1,5 раза за 4 місяці").deadlines] == [date(2027, 1, 1)]
    assert not _goal("uk", "Публікувати статтю 1 раз на 2 тижні").deadlines


@pytest.mark.parametrize(
    ("text", "unit"), [("ROAS: 3.2 → 4.5", "multiple"), ("ROAS of 450", "count"), ("NPS: 32 → 45", "count")]
)
def test_a_bare_number_has_the_unit_of_its_metric(text: str, unit: str) -> None:
    assert {n.unit for n in _goal("en", text).numbers} == {unit}


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Вебінар 12 лютого: 150 реєстрацій", "event_registrations"),
        ("Провести 2 вебінари й зібрати 300 реєстрацій", "event_registrations"),
        ("150 реєстрацій у сервісі після вебінару", "sign_ups"),
        ("150 реєстрацій із сайту", "sign_ups"),
    ],
)
def test_registrations_beside_an_event_are_for_it(text: str, metric: str) -> None:
    assert metric in [m.id for m in _goal("uk", text).metrics]


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("uk", "Навчити 25 касирів роботі в CRM", None),
        ("uk", "Найняти 25 касирів до травня", "headcount"),
        ("uk", "Забезпечити формою 90 офіціантів", None),
        ("uk", "Утримати 18 розробників до кінця року", None),
        ("uk", "Підібрати 6 офіціантів до літа", "headcount"),
        ("uk", "Скоротити кількість офіціантів з 9 до 6", "headcount"),
        ("en", "Train 25 sales managers in the new CRM", None),
        ("uk", "Відписки не вище 0,5 %, +300 підписників", "subscribers"),
        ("uk", "+300 підписників в Instagram", "followers"),
    ],
)
def test_what_is_counted_beside_another_word(language: str, text: str, metric: str | None) -> None:
    assert metric in [m.id for m in _goal(language, text).metrics]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Собівартість має бути знижена до 31 %", "decrease"),
        ("Продажі мають бути збільшені на 20 %", "increase"),
        ("Знижена ціна: 40 замовлень", None),
    ],
)
def test_participles_behind_to_be_say_where_a_goal_goes(text: str, direction: str | None) -> None:
    assert _goal("uk", text).direction == direction


def test_what_stands_in_quotation_marks_is_a_name() -> None:
    assert not _goal("uk", "Охоплення кампанії «Тепла зима» — 400 000").deadlines
    assert _goal("uk", "Мета: «Отримати 40 лідів у травні»").deadlines
    assert _goal("uk", "Готель: 4 200 кліків на кнопку «Купити»").direction is None


def test_what_is_behind_a_goal_is_no_deadline_of_it() -> None:
    text = "Після двох аварій у квітні: за два тижні підняти uptime до 99 %"
    assert [d.text for d in _goal("uk", text).deadlines] == ["за два тижні"]
    assert _goal("uk", "Після 1 травня: 40 лідів у червні").deadlines


def test_how_often_a_goal_is_looked_at_is_no_aim() -> None:
    assert [n.role for n in _goal("uk", "Покращити NPS, заміряти двічі на рік").numbers] == ["other"]
    assert [n.role for n in _goal("uk", "Двічі на рік проводити вебінар").numbers] != ["other"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("200 заявок до травня, запускаємо рекламу у Facebook", None),
        ("200 заявок до травня. Для цього оновлюємо лендинг", None),
        ("200 заявок до травня, публікуємо 3 пости на тиждень", None),
        ("Наш NPS 40, піднімаємо до 60", "increase"),
    ],
)
def test_what_we_do_for_an_aim_is_not_its_verb(text: str, direction: str | None) -> None:
    assert _goal("uk", text).direction == direction


def test_what_is_to_be_is_no_baseline() -> None:
    assert [n.role for n in _goal("uk", "Щоб скарг було менше 10 на місяць").numbers] == ["target"]
    assert [n.role for n in _goal("uk", "Було 40 заявок, треба 60").numbers] == ["baseline", "target"]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("ru", "Выручка, млн ₽: 12 → 15", [(12e6, "money", None), (15e6, "money", None)]),
        ("ru", "Выручка (тыс. руб./мес): с 500 до 700", [(5e5, "money", "month"), (7e5, "money", "month")]),
        ("ru", "Срок ответа, мин.: не более 10", [(10, "minute", None)]),
        ("uk", "Конверсія (у %): 3 → 5", [(3, "percent", None), (5, "percent", None)]),
        ("sv", "Omsättning, Mkr: 12 → 15", [(12e6, "money", None), (15e6, "money", None)]),
        ("en", "Revenue (SEK m): 12 → 15", [(12e6, "money", None), (15e6, "money", None)]),
        ("en", "Revenue, £k: 40 leads", [(40, "count", None)]),
    ],
)
def test_a_heading_gives_its_unit(language: str, text: str, numbers: list[tuple[float, str, str | None]]) -> None:
    assert [(n.value, n.unit, n.per) for n in _goal(language, text).numbers] == numbers
