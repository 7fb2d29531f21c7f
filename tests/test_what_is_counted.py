"""What a number counts: what a part becomes, what is sold or hired, what people are to do."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "metric", "value"),
    [
        # what a part of a whole is to become or do
        ("en", "Turn 30 of the 90 leads into customers", "new_customers", 30),
        ("sv", "Gör 30 av de 90 leadsen till kunder", "new_customers", 30),
        ("uk", "Перетворити 30 з 90 лідів на клієнтів", "new_customers", 30),
        ("ru", "Превратить 30 из 90 лидов в клиентов", "new_customers", 30),
        ("sv", "Få 30 av de 90 på väntelistan att registrera sig", "sign_ups", 30),
        ("sv", "Få 25 av våra 60 kunder att anmäla sig till nyhetsbrevet", "subscribers", 25),
        ("sv", "Minst 60 % av medlemmarna ska öppna nyhetsbrevet", "email_open_rate", 60),
        ("en", "Raise forecast quality to 90% and win rate to 28%", "win_rate", 28),
        # a word that may head a name, before a noun
        ("en", "Hire 6 room attendants by June", "headcount", 6),
        # one of what is mostly counted in the plural
        ("en", "Get 1 lead by May", "leads", 1),
        ("en", "One lead a day from the website", "leads", 1),
        ("sv", "Få 1 lead före maj", "leads", 1),
        ("uk", "Отримати 1 лід до травня", "leads", 1),
        ("ru", "Получить 1 лид до мая", "leads", 1),
        ("uk", "41 перегляд до травня", "video_views", 41),
        ("ru", "Получить 31 нового клиента", "new_customers", 31),
        # what is sold, by its participle
        ("en", "300 sold hampers by May", "sales", 300),
        ("sv", "300 sålda fågelholkar till maj", "sales", 300),
        ("uk", "300 проданих шпаківень до травня", "sales", 300),
        ("ru", "300 проданных скворечников к маю", "sales", 300),
        # who is hired, however many
        ("en", "Hire some people for the kitchen quickly", "headcount", None),
        ("sv", "Anställ folk till köket snabbt", "headcount", None),
        ("uk", "Найняти людей на кухню якнайшвидше", "headcount", None),
        ("ru", "Нанять людей на кухню побыстрее", "headcount", None),
        # registrations that come through an event, or for it
        ("sv", "Få 300 testkonton via webbinarier", "sign_ups", 300),
        ("sv", "Webbinarium 12 februari: 150 registreringar", "event_registrations", 150),
        ("uk", "Вебінар 12 лютого: 150 реєстрацій", "event_registrations", 150),
        # no unit where it is but the first part of a word
        ("sv", "Värva 60 månadskunder i maj", "new_customers", 60),
    ],
)
def test_what_is_counted(language: str, text: str, metric: str, value: float | None) -> None:
    target = analyze(text, language, TODAY).targets[-1]
    assert (target.metric, target.value) == (metric, value)
    assert target.unit in ("count", "percent", None)


@pytest.mark.parametrize(
    ("language", "text", "unit", "per"),
    [
        ("en", "Cut handling time by an hour a day", "hour", "day"),
        ("sv", "Korta handläggningstiden med en timme om dagen", "hour", "day"),
        ("uk", "Скоротити час відповіді на годину", "hour", None),
        ("ru", "Сократить время ответа на час", "hour", None),
        ("en", "Cut lead time by a week by June", "week", None),
    ],
)
def test_by_one_unit_of_time(language: str, text: str, unit: str, per: str | None) -> None:
    target = analyze(text, language, TODAY).targets[0]
    assert (target.value, target.unit, target.per, target.change) == (1, unit, per, "absolute")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Send the newsletter every two weeks"),
        ("sv", "Skicka nyhetsbrevet varannan vecka"),
        ("uk", "Надсилати розсилку раз на два тижні"),
        ("ru", "Отправлять рассылку раз в две недели"),
    ],
)
def test_a_cadence_of_several_units(language: str, text: str) -> None:
    goal = analyze(text, language, TODAY)
    assert goal.criteria.time_bound.verdict == "partial"
    assert goal.numbers == ()


@pytest.mark.parametrize(
    ("text", "direction", "comparator", "value"),
    [
        ("Närvaron i årskurs 9 upp till 93 %", "increase", "=", 93),
        ("Engagemanget på LinkedIn upp till 4,5 %", "increase", "=", 4.5),
        ("Vinn upp till 50 kunder", "achieve", "<=", 50),
        ("Svarstid på högst 2 dagar", None, "<=", 2),
        ("Lönekostnader som andel av omsättningen ned till 31 %", "decrease", "=", 31),
    ],
)
def test_swedish_levels(text: str, direction: str | None, comparator: str, value: float) -> None:
    goal = analyze(text, "sv", TODAY)
    assert [(t.direction, t.comparator, t.value) for t in goal.targets] == [(direction, comparator, value)]
    assert goal.deadlines == ()


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        # what is said of a share of people
        ("en", "80% of our customers are satisfied", "customer_satisfaction"),
        ("sv", "80 % av gästerna ska vara nöjda", "customer_satisfaction"),
        ("uk", "80 % клієнтів задоволені", "customer_satisfaction"),
        ("ru", "80 % клиентов довольны", "customer_satisfaction"),
        ("sv", "80 % av personalen ska trivas på jobbet", "employee_engagement"),
        ("sv", "Minst 70 % av kunderna ska förnya sina avtal", "retention_rate"),
        ("uk", "70 % клієнтів поновлюють підписку", "retention_rate"),
        ("sv", "15 % av våra leads ska bli affärer", "conversion_rate"),
        ("ru", "15 % лидов становятся клиентами", "conversion_rate"),
        ("en", "90% of the staff have read the policy", None),
        ("sv", "90 % av medarbetarna ska ha svarat på enkäten", None),
        ("uk", "90 % працівників склали іспит", None),
        ("ru", "100 % педагогов прошли курсы", None),
        ("en", "Have 9 out of 10 employees trained by May", None),
        ("en", "Nine in ten patients seen within 20 minutes by June", None),
        # calls that come in are not made
        ("en", "Answer 80% of calls within 20 seconds", None),
        ("sv", "Besvara 80 % av samtalen inom 20 sekunder", None),
    ],
)
def test_a_share_of_people_is_what_is_said_of_them(language, text, metric):
    assert [target.metric for target in analyze(text, language, TODAY).targets] == [metric]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Safety training of 40 staff by June"),
        ("sv", "Genomföra utbildning av 30 medarbetare"),
        ("uk", "Провести атестацію 12 педагогів"),
        ("ru", "Провести обучение 30 сотрудников"),
        ("uk", "До літа 18 менеджерів мають вивчити англійську"),
        # who is moved somewhere is there already
        ("en", "Switch 500 customers to paperless billing by May"),
        ("sv", "Flytta 200 kunder till det nya systemet till maj"),
        ("uk", "Перенести 200 клієнтів на нову платформу до травня"),
        ("ru", "Перенести 200 клиентов на новую платформу к маю"),
        # so is who is asked, or whom something is got from
        ("ru", "Собрать пожелания у 60 клиентов"),
        ("uk", "Отримати зворотний зв'язок від 60 клієнтів"),
        ("sv", "Samla in synpunkter från 60 kunder"),
        ("ru", "Обновить карточки 300 клиентов"),
        # nor is what they have they themselves
        ("ru", "Увеличить число заводов клиентов до 12"),
        ("uk", "Збільшити кількість заводів клієнтів до 12"),
        # a share of reviews, of orders that are moved
        ("ru", "Получить 85 % положительных отзывов"),
        ("ru", "Перевести треть заказов на самовывоз"),
        ("ru", "Достичь 300 тыс. прослушиваний подкаста"),
        ("ru", "Довести выручку на посетителя сайта до 70 руб."),
        # what an exclusion says of today's level
        ("ru", "Увеличить число полок до 30, не снижая чек (900 ₽)"),
    ],
)
def test_who_is_trained_is_not_hired(language, text):
    assert [target.metric for target in analyze(text, language, TODAY).targets] == [None]


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("uk", "Утримання плинності в межах 10 %", "employee_turnover"),
        ("ru", "Удержание рейтинга на уровне 4,8", "review_rating"),
        ("ru", "Удержание доли рынка", "market_share"),
    ],
)
def test_a_noun_for_retention_may_say_that_a_level_is_kept(language, text, metric):
    assert [(t.metric, t.direction) for t in analyze(text, language, TODAY).targets] == [(metric, "maintain")]


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("en", "Museum: 85,000 visits a year", None),
        ("sv", "Badhuset: 120 000 besök per år", None),
        ("uk", "Музей: 20 000 відвідувачів", None),
        ("ru", "Музей: 20 000 посетителей", None),
        ("en", "Museum website: 20,000 visits", "website_traffic"),
        ("sv", "Mässan ska locka 3 000 besökare", "event_registrations"),
        ("ru", "Привлечь на выставку 3 000 посетителей", "event_registrations"),
        ("en", "Lose at most 3 customers", "churn_rate"),
        ("sv", "Tappa högst 3 kunder", "churn_rate"),
        ("ru", "Потерять не больше 3 клиентов", "churn_rate"),
        ("en", "Google reviews from 4.2 to 4.6", "review_rating"),
        ("ru", "Отзывы 2ГИС: 4,2 → 4,6", "review_rating"),
        ("ru", "Не терять больше 4 клиентов в год", "churn_rate"),
        # what is renewed is kept
        ("en", "Renew 30 contracts by May", "retention_rate"),
        ("sv", "Förnya 80 % av avtalen", "retention_rate"),
        ("uk", "Продовжити 80 % контрактів", "retention_rate"),
        ("ru", "Пролонгировать 30 договоров к маю", "retention_rate"),
        # what is got from people, or agreed with them, is what their number counts
        ("en", "Book meetings with 18 customers", "meetings_booked"),
        ("sv", "Boka möten med 18 kunder", "meetings_booked"),
        ("uk", "Провести зустрічі з 18 клієнтами", "meetings_booked"),
        ("ru", "Собрать отзывы у 18 клиентов", "reviews"),
        ("ru", "Перевести 90 бесплатных пользователей на платный тариф", "new_customers"),
        ("ru", "Терять меньше лидов", "lost_sales"),
        ("ru", "Увеличить срок жизни клиента с 8 до 12 месяцев", "customer_lifetime_value"),
        ("ru", "Поднять NPS партнёров (а не клиентов) до 50", "net_promoter_score"),
        ("ru", "Увеличить бюджет на VK до 90 тыс. руб.", "marketing_spend"),
        # a passage that an arrow shows
        ("en", "MQL → SQL: 28 %", "conversion_rate"),
        ("ru", "SQL→сделка 24 %", "conversion_rate"),
        ("ru", "заявка → замер: 60 %", "conversion_rate"),
    ],
)
def test_where_and_how_something_is_counted_says_what_it_is(language, text, metric):
    assert [target.metric for target in analyze(text, language, TODAY).targets] == [metric]


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("en", "Save 10% on purchasing", "decrease"),
        ("sv", "Spara 10 % på inköp", "decrease"),
        ("uk", "Заощадити 100 тис. грн на рекламі", "decrease"),
        ("uk", "Заощадити 100 тис. грн на відпустку", "achieve"),
        ("ru", "Экономия 10 % на закупках", "decrease"),
        ("ru", "Сэкономить 100 тыс. руб. на отпуск", "achieve"),
    ],
)
def test_what_is_saved_on_costs_less(language, text, direction):
    assert [target.direction for target in analyze(text, language, TODAY).targets] == [direction]


@pytest.mark.parametrize(
    ("language", "text", "measured", "metric"),
    [
        # words that a trade has another sense of
        ("ru", "Утилизация покрышек: 3 тонны за год", "Утилизация покрышек", None),
        ("ru", "Выработка пара — 900 тонн в месяц", "Выработка пара", None),
        ("ru", "Доступность яслей — 95 %", "Доступность яслей", None),
        ("ru", "Смонтировать 14 буровых установок", "буровых установок", None),
        ("ru", "Отмены экскурсий снизить с 8 до 3 %", "Отмены экскурсий", None),
        ("ru", "Перерасход сырья — не больше 1 %", "Перерасход сырья", None),
        ("ru", "Глубина чека: 2,4 позиции", "Глубина чека", None),
        ("ru", "Набрать 800 участников программы лояльности", "участников программы лояльности", None),
        ("ru", "Касса театра — 90 тыс. руб. за вечер", "Касса театра", "revenue"),
        ("ru", "КТГ тракторов — 88 %", "КТГ тракторов", "uptime"),
        ("ru", "Увеличить выкуп на Ozon до 70 %", "выкуп", None),
        ("ru", "Снизить стоимость подписчика в VK до 40 ₽", "стоимость подписчика в VK", "cost_per_acquisition"),
        ("ru", "Сократить число шагов оформления заказа до 3", "шагов оформления заказа", None),
        # a numeral that a hyphen joins to an adjective is part of it
        ("ru", "Выложить 9 20-секундных роликов", "роликов", "content_published"),
        ("ru", "Собрать 70 5-звёздочных отзывов", "отзывов", "reviews"),
        ("ru", "Запустить 4 30-дневных челленджа", "30-дневных челленджа", None),
        ("uk", "Викласти 9 20-секундних роликів", "роликів", "content_published"),
        ("ru", "Цикл пошива сократить с 12 до 9 дней", "Цикл пошива", "delivery_time"),
        ("uk", "Бюджет відряджень зменшити на 10 %", "Бюджет відряджень", "costs"),
        ("uk", "Частка ФОП у виручці — 24 %", "ФОП у виручці", "costs"),
        ("uk", "Обробити 200 заявок сервісдеску", "заявок сервісдеску", "support_tickets"),
        ("uk", "Перевитрата пального — не більше 3 %", "Перевитрата пального", None),
        ("uk", "Відмови в госпіталізації знизити до 2 %", "Відмови в госпіталізації", None),
        ("uk", "Відмови насосів: не більше 3 на місяць", "Відмови насосів", "defects"),
        ("uk", "Час пакування замовлення — 4 хвилини", "Час пакування замовлення", "delivery_time"),
        ("uk", "Поголів'я кіз: 40 голів до осені", "Поголів'я кіз", None),
        ("uk", "Зарплату бариста підняти до 26 тис. грн", "Зарплату бариста", None),
        ("uk", "Загальна площа теплиць +3 га", "Загальна площа", None),
        ("uk", "Два раунди переговорів з інвестором", "раунди переговорів", None),
        ("uk", "Витрати часу на узгодження — до 3 днів", "Витрати часу на узгодження", None),
        ("uk", "Частка виконаних завдань — 85 %", "виконаних завдань", None),
        ("uk", "Інтервал трамваїв у годину пік — 7 хв", "Інтервал трамваїв", None),
        ("uk", "Провести ревізію 40 договорів", "договорів", None),
        # what is counted in cases is what they are cases of
        ("ru", "Протечки кровли — ноль случаев за зиму", "Протечки кровли", None),
        # an abbreviation in capitals has no case, and is a noun
        ("ru", "ЧСС в покое снизить с 72 до 60", "ЧСС", None),
        # customers are any that are counted, but not those who are given something
        ("ru", "АКБ по области — 210 киосков", "АКБ", "new_customers"),
        ("ru", "Клиенты на Урале: 40 заводов", "Клиенты", "new_customers"),
        ("ru", "Пациентам клиники — 500 памяток", "памяток", None),
        # work behind a preposition is where something is reached
        ("ru", "Привезти с областного чемпионата 3 медали", "медали", None),
        ("uk", "Привезти з чемпіонату 3 медалі", "медалі", None),
    ],
)
def test_what_a_trade_counts_is_not_what_another_calls_so(language, text, measured, metric):
    (found,) = analyze(text, language, TODAY).metrics
    assert (found.text, found.id) == (measured, metric)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Занять 3-е место на областной олимпиаде"),
        ("ru", "Победить в конкурсе"),
        ("uk", "Перемогти на олімпіаді"),
    ],
)
def test_an_event_at_which_one_wins_is_not_measured(language, text):
    assert analyze(text, language, TODAY).metrics == ()


@pytest.mark.parametrize(
    ("language", "text", "direction", "kind"),
    [
        ("en", "In October, shuck 12 kg of oysters a day.", "achieve", "activity"),
        ("en", "Week 12: unclog 30 gutters", "achieve", "activity"),
        ("en", "By Easter we darn 45 socks for the museum.", "achieve", "activity"),
        ("en", "All 24 canoes shall be varnished by May.", "achieve", "activity"),
        ("en", "15 storks should nest on the chimney by 2028.", "achieve", "outcome"),
        ("en", "40 spoons by Christmas", None, "outcome"),
        ("en", "Success = 40 spoons by Christmas", None, "outcome"),
        ("sv", "Att karda 12 kg ull före jul.", "achieve", "activity"),
        ("sv", "Under mars ska 20 båtar tjäras av laget.", "achieve", "outcome"),
        ("sv", "I december finns det 14 lyktor i skåpet.", "achieve", "outcome"),
        ("sv", "Vi har 8 getter.", None, "outcome"),
        ("uk", "До Великодня заштопати 45 шкарпеток.", "achieve", "activity"),
        ("uk", "У травні вирізати 30 свічників", "achieve", "activity"),
        ("uk", "Хочу, щоб у ставку оселилося 20 коропів.", "achieve", "outcome"),
        ("uk", "Ложки 40 до Різдва", None, "outcome"),
        ("ru", "В мае остричь 30 овец", "achieve", "activity"),
        ("ru", "К осени должно быть заштопано 45 носков", "achieve", "activity"),
        ("ru", "Мечтаем, чтобы зацвело 30 пионов", "achieve", "outcome"),
        ("ru", "40 ложек к Рождеству", None, "outcome"),
    ],
)
def test_a_verb_that_no_vocabulary_knows(language, text, direction, kind):
    goal = analyze(text, language, TODAY)
    assert ([target.direction for target in goal.targets], goal.kind) == ([direction], kind)


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("en", "Whittle 40 spoons before Christmas.", "achieve"),
        ("en", "Lose 7 kg by June", "decrease"),
        ("sv", "Driva upp 25 pelargoner", "achieve"),
        ("sv", "Gå ner 7 kg till juni", "decrease"),
        ("uk", "Підрізати 30 кущів", "achieve"),
        ("uk", "Скинути 7 кг до червня", "decrease"),
        ("ru", "Сбросить 7 кг к июню", "decrease"),
    ],
)
def test_so_many_things_are_worked_on(language, text, direction):
    assert [target.direction for target in analyze(text, language, TODAY).targets] == [direction]


@pytest.mark.parametrize(
    ("language", "text", "metrics"),
    [
        # a metric that brackets or a hyphen say again
        ("en", "Cut customer acquisition cost (CAC) to $30", [("customer acquisition cost", "cost_per_acquisition")]),
        (
            "sv",
            "Sänk kostnaden per förvärvad kund (CAC) till 300 kr",
            [("kostnaden per förvärvad kund", "cost_per_acquisition")],
        ),
        ("uk", "Підняти індекс лояльності (NPS) до 50", [("індекс лояльності", "net_promoter_score")]),
        ("en", "Sell 300 T-shirts by May", [("T-shirts", None)]),
        # what counts another metric, and what is only answered
        ("en", "Increase sales to 900 units a week", [("sales", "sales")]),
        ("en", "Boost sales of soap by 300 units a month", [("sales", "sales")]),
        ("en", "Answer 95% of emails within a working day", [("emails", None)]),
        ("en", "Process 95% of refunds by June", [("refunds", None)]),
        ("en", "Rent out 40 e-bikes a month", [("e-bikes", None)]),
        ("sv", "Sälj 300 T-shirtar till maj", [("T-shirtar", None)]),
        ("uk", "Найняти 5 лікарів-терапевтів", [("лікарів-терапевтів", "headcount")]),
        ("ru", "Нанять 40 продавцов-кассиров", [("продавцов-кассиров", "headcount")]),
        # who is covered by what; who is told of something is reached
        (
            "uk",
            "Довести охоплення школярів гарячим харчуванням до 95 %",
            [("охоплення школярів гарячим харчуванням", None)],
        ),
        ("ru", "Охват персонала прививками — 60 %", [("Охват персонала прививками", None)]),
        ("ru", "Охват аудитории рекламой 40 тыс.", [("Охват аудитории", "reach")]),
    ],
)
def test_one_thing_in_several_words(language: str, text: str, metrics: list[tuple[str, str | None]]) -> None:
    assert [(m.text, m.id) for m in analyze(text, language, TODAY).metrics] == metrics
