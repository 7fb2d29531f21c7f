"""Numbers that are only told beside a goal are none of its aims."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = datetime.date(2026, 11, 21)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language, TODAY)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "The gym next door has 2,300; we want to reach 900 reviews by June", [900]),
        ("en", "Win 30 customers by May because the other shop has 75", [30]),
        ("en", "We are 6 people in 2 rooms; this year we want to book 140 demos", [140]),
        ("en", "Competitors answer in 10 minutes. We need to cut response time from 3 hours to 1 hour", [1]),
        ("en", "Run 9 workshops before Easter (3 trainers, 1 van)", [9]),
        ("en", "The studio, 60 m²: average order value 40 → 55 dollars", [55]),
        ("en", "Install the new tills in all 11 shops by June", []),
        ("en", "60 leads (40 from SEO, 20 from PPC) by June", [60]),
        ("en", "Cut heating costs by 15% by insulating the roof and replacing 400 windows", [15]),
        ("en", "Reach 900 orders a month without hiring more than 4 people", [900]),
        ("sv", "Minska spillet med 10 % genom att utbilda 45 kockar", [10]),
        ("ru", "Сократить расход топлива на 9 % к маю, заменив 30 фургонов", [9]),
        ("uk", "Тримати доступність 99,9 % у липні, коли продано 70 % місць", [99.9]),
        ("uk", "Отримати 100 заявок: 60 з Instagram, 40 з сайту", [100]),
        ("uk", "Промокод 15 %: 250 замовлень за тиждень", [250]),
        ("sv", "I Växjö har vi 9 butiker – öka omsättningen med 400 tkr", [400_000]),
        ("sv", "Nå 800 följare i år, trots att konkurrenten har 5 000", [800]),
        ("sv", "Våra 4 skolor ska öka antalet elever från 310 till 360", [360]),
        ("sv", "I fjol la vi 80 000 kr på 3 mässor – i år ska samma mässor ge 90 leads", [90]),
        ("sv", "Utbilda 24 butikschefer till maj, 4 i taget", [24]),
        ("en", "Find two suppliers who can deliver 300 boxes a month by May", [2]),
        ("en", "Our shop, which has 6 employees, is to reach 5M in sales", [5_000_000]),
        ("uk", "Конкурент має 70 тис. підписників — нам потрібно 40 тис.", [40_000]),
        ("uk", "Зібрати 50 відгуків до травня, бо в сусідів їх уже 130", [50]),
        ("uk", "Залучити 30 учнів до вересня (виділено 9 тис. грн)", [30]),
        ("ru", "У соседей работает 12 человек, нам нужно получить 80 заявок", [80]),
        ("ru", "Пекарня, 45 м²: средний чек 300 р. → 360 р. до мая", [360]),
        # why, before the goal
        ("en", "Rent goes up 6% in March, so we need to raise sales by 10%", [10]),
        ("en", "Last quarter we made 310 calls a month, so let's get that up to 450", [450]),
        ("en", "Sell 40 tables, so that 3 shops stay open", [40]),
        ("sv", "Hyran höjs med 6 % i mars, så vi måste öka försäljningen med 10 %", [10]),
        ("sv", "Bidraget dras ner med 250 000 kr, och därför ska intäkterna öka med 300 000 kr", [300_000]),
        ("uk", "Дотацію скорочують на 250 тис. грн, тож виручка має зрости на 300 тис. грн", [300_000]),
        ("ru", "Субсидию урежут на 250 тыс. руб., поэтому выручка должна вырасти на 300 тыс. руб.", [300_000]),
        # what comes of it, and what it is reached with
        ("en", "Cut returns to 4%, saving $30,000 a year", [4]),
        ("en", "Cut invoice errors by a third, which should save finance 10 hours a week", [33.33]),
        ("sv", "Sänk returerna till 4 %, vilket sparar 30 000 kr", [4]),
        ("ru", "Снизить возвраты до 4 %, что сэкономит 30 000 руб.", [4]),
        ("uk", "Знизити повернення до 4 %, що заощадить 30 000 грн", [4]),
        ("en", "Cut returns to 4%, save $30,000", [4, 30_000]),
        ("en", "Win 40 members through open days and a 20% discount", [40]),
        ("sv", "Vinn 40 medlemmar genom provträning och 20 % rabatt", [40]),
        ("en", "Run 6 workshops by May, funded by a $9,000 grant", [6]),
        # labels of a note
        ("en", "Raise CSAT to 88 (branch average: 81)", [88]),
        ("en", "Cut churn to 2% (benchmark: 3%)", [2]),
        # the level said again as a change
        ("en", "Reach $3M in 2027, an increase of 10%", [3_000_000]),
        ("sv", "Nå 3 mkr 2027, en ökning med 10 %", [3_000_000]),
        ("uk", "Виторг 5 млн грн (зростання 10 %)", [5_000_000]),
        ("ru", "Привлечь 200 клиентов – на 40 больше, чем в прошлом году", [200]),
        ("en", "Raise the pass rate to 80%, four points above last year", [80]),
        ("en", "Cut costs by $20,000, 2% of turnover", [20_000]),
        # by moving what
        ("ru", "Подняв средний чек до 700 руб., выйти на выручку 2 млн", [2_000_000]),
        ("uk", "Скоротивши витрати на 5 %, довести прибуток до 1 млн", [1_000_000]),
        ("uk", "Зберігаючи маржу 30 %, збільшити продажі на 20 %", [30, 20]),
        # who the subject is, how a count is dealt out, by what it is reached
        ("en", "We, four logisticians, will cut late deliveries from 14 % to 8 %", [8]),
        ("en", "Publish 12 case studies by May, one per industry", [12]),
        ("sv", "Vinn 200 leads genom att publicera 3 inlägg i veckan", [200]),
        ("uk", "Зібрати 200 лідів, публікуючи 3 дописи на тиждень", [200]),
        ("ru", "Разослать 14 писем, по одному каждую пятницу", [14]),
        ("ru", "Мы два года топчемся на 5 млн выручки, нужно выйти на 8 млн", [8_000_000]),
        # how much goes with each, which share work is not to go past, how much that is a month
        ("en", "Win 6 sponsors giving $5k+ each by June", [6]),
        ("en", "Raise revenue by 12% without ever discounting more than 5%", [12]),
        ("en", "Win 14 contracts in Q2, no discounting over 8%", [14]),
        ("sv", "Öka intäkterna med 12 % utan att rabattera mer än 10 %", [12]),
        ("en", "Grow the list to 5,000 by June, that's about 300 new contacts a month", [5000]),
        # how old those are of which a share is told
        ("en", "Loans over 90 days overdue: max. 2%", [2]),
        ("sv", "Lån över 90 dagar försenade: högst 2 %", [2]),
        ("ru", "Займы более 90 дней в просрочке: не более 2 %", [2]),
        ("en", "Reply time under 2 hours: 90% of tickets", [2, 90]),
        # with how many of others something is agreed, what 'of' says of a metric
        ("en", "Sign contracts with 5 of the 20 biggest hotels", [5]),
        ("sv", "Boka möten med 10 av de 50 största bolagen", [10]),
        ("en", "Conversion rate on mobile of 3% by June", [3]),
        ("en", "NPS in Germany of 50 by the end of the year", [50]),
        ("en", "Raise sales in a chain of 7 shops by 10%", [10]),
    ],
)
def test_what_others_have_and_what_is_are_no_aims(language: str, text: str, values: list[float]) -> None:
    assert [target.value for target in _goal(language, text).targets] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Cut the cost per click to $2 without losing conversions (at least 500 a month)", [2, 500]),
        ("sv", "Sänk budgeten till 1 mkr medan antalet leads hålls på minst 700", [1_000_000, 700]),
        ("ru", "Поручено агентству: 25 ссылок до мая", [25]),
    ],
)
def test_what_is_asked_for_beside_is_an_aim(language: str, text: str, values: list[float]) -> None:
    assert [target.value for target in _goal(language, text).targets] == values


@pytest.mark.parametrize(
    ("language", "text", "metric", "value"),
    [
        ("sv", "Skicka ett nyhetsbrev i veckan", "emails_sent", 1),
        ("sv", "Öka den organiska trafiken till 30 000 besök", "organic_traffic", 30_000),
        ("uk", "Збільшити охоплення до 90 000 користувачів", "reach", 90_000),
        ("en", "Get 60 downloads of the 2027 Pricing Guide", "downloads", 60),
    ],
)
def test_a_number_is_of_one_metric(language: str, text: str, metric: str, value: float) -> None:
    (target,) = _goal(language, text).targets
    assert (target.metric, target.value) == (metric, value)


@pytest.mark.parametrize(
    ("language", "text", "value", "date"),
    [
        ("uk", "Зменшити кількість нарад із 9 до 4 до Нового року", 4, "2026-12-31"),
        ("ru", "Сократить время ответа с трёх дней до одного к концу мая", 1, "2027-05-31"),
        ("en", "Goal, Nov 1–Dec 20: 700 app installs", 700, "2026-12-20"),
    ],
)
def test_a_number_beside_a_date_is_read(language: str, text: str, value: float, date: str) -> None:
    (target,) = _goal(language, text).targets
    assert (target.value, str(target.deadline)) == (value, date)


def test_a_capital_behind_a_digit_makes_a_name() -> None:
    assert _goal("ru", "Внедрить 1С:ERP до 31 марта").numbers == ()


@pytest.mark.parametrize(
    ("text", "direction", "roles"),
    [
        ("Вложив 600 тыс. руб., получить 900 конверсий к 31 марта", "achieve", ["other", "target"]),
        ("Увеличив бюджет до 2 млн руб., получить 500 лидов", "achieve", ["other", "target"]),
        ("Сократив простои, увеличить маржу до 20 %", "increase", ["target"]),
        ("Урезать расходы на 6 %, а прибыль поднять до 3 млн руб.", "decrease", ["change", "target"]),
    ],
)
def test_a_converb_that_opens_a_goal_is_its_means(text: str, direction: str, roles: list[str]) -> None:
    goal = _goal("ru", text)
    assert (goal.direction, [number.role for number in goal.numbers]) == (direction, roles)


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "Draft the budget for 2027 by 20 December", ["by 20 December"]),
        ("ru", "Разработать стратегию на 2027 год до 20 декабря", ["до 20 декабря"]),
        ("ru", "На 2027 год: 300 лидов до конца марта", ["На 2027 год", "до конца марта"]),
        ("ru", "После 1 марта получать 40 заявок в неделю", []),
        ("ru", "Провести вебинар 12.02, собрать 150 регистраций", ["12.02"]),
        ("ru", "Поднять рейтинг 4.05 до мая", ["до мая"]),
        ("uk", "Мати 11 партнерів до Різдва, бо ринок цього року стоїть на місці", ["до Різдва"]),
        ("uk", "Зробити 22 дзвінки до 3 липня клієнтам, які залишили заявку взимку", ["до 3 липня"]),
        ("en", "Make a profit of 3M in 2027, although we move in April", ["in 2027"]),
        ("en", "Grow to 25 consultants by year-end, today we are 19 and three retire in August", ["by year-end"]),
        ("sv", "Skicka två mejl i månaden till kunder som inte handlat på ett år", []),
        ("uk", "Відкриваність листів: 30 % (25 % сьогодні)", []),
        ("en", "Hire 4 cooks by May; two of them leave in August", ["by May"]),
        ("en", "Win 30 clients by June. Three of them must sign in May", ["by June", "in May"]),
        ("sv", "Anställ 4 kockar till maj; två av dem slutar i augusti", ["till maj"]),
        ("uk", "Найняти 4 кухарів до травня; двоє з них звільняються в серпні", ["до травня"]),
        ("ru", "Нанять 4 поваров к маю; двое из них уходят в августе", ["к маю"]),
    ],
)
def test_what_work_is_for_and_what_it_follows_is_no_deadline(language: str, text: str, dates: list[str]) -> None:
    assert [deadline.text for deadline in _goal(language, text).deadlines] == dates


@pytest.mark.parametrize(
    ("text", "direction", "kind"),
    [
        ("Вовлечённость сотрудников 78 % в осеннем опросе", None, "outcome"),
        ("Не более 5 критических багов на релиз", None, "outcome"),
        ("Охват вакцинации 250 тыс. человек", None, "outcome"),
        ("Приступить к внедрению CRM, 3 отдела", "achieve", "activity"),
        ("Запуск нового сайта до мая", "achieve", "activity"),
        ("Подключить 20 дилеров к апрелю", "achieve", "outcome"),
        ("На треть меньше возвратов к лету", "decrease", "outcome"),
    ],
)
def test_a_noun_of_work_beside_a_level_is_no_verb(text: str, direction: str | None, kind: str) -> None:
    goal = _goal("ru", text)
    assert (goal.direction, goal.kind) == (direction, kind)


@pytest.mark.parametrize(
    ("text", "metric", "change"),
    [
        ("Подписчики группы: прирост не менее 400 человек", "followers", "absolute"),
        ("Охват поста в марте 15 тыс. человек", "reach", "level"),
        ("Нанять 5 человек до марта", "headcount", "level"),
        ("Производительность склада — 140 заказов на человека", "productivity", "level"),
        ("Репосты: 300 за кампанию", "shares", "level"),
        ("Разослать дилерам 20 КП", "opportunities", "level"),
        ("Опросить 300 клиентов", None, "level"),
        ("Продать 20 тренингов", "sales", "level"),
    ],
)
def test_what_a_number_counts(text: str, metric: str | None, change: str) -> None:
    assert [(target.metric, target.change) for target in _goal("ru", text).targets] == [(metric, change)]


@pytest.mark.parametrize(
    ("language", "text", "metric", "deadline"),
    [
        ("en", "Collect 50 reviews by July from those who bought in spring", "reviews", "2027-07-31"),
        ("ru", "Собрать 50 отзывов до июля от тех, кто купил весной", "reviews", "2027-06-30"),
        ("uk", "Перевірити 80 договорів до травня", None, "2027-04-30"),
        ("sv", "Granska 80 avtal före maj", None, "2027-04-30"),
        ("ru", "Увеличить к маю средний чек у постоянных покупателей на 10 %", "average_order_value", "2027-04-30"),
        ("ru", "К маю долю сотрудников с допуском поднять до 80 %", None, "2027-04-30"),
        ("en", "Win back 20 lost customers by June", "new_customers", "2027-06-30"),
        ("sv", "Vinn tillbaka 20 förlorade kunder till juni", "new_customers", "2027-06-30"),
        ("uk", "Повернути 20 втрачених клієнтів до червня", "new_customers", "2027-05-31"),
        ("ru", "Обзвонить 80 клиентов до июня", None, "2027-05-31"),
        ("sv", "Sälj 200 enheter före maj", "sales", "2027-04-30"),
        ("ru", "Продать 200 единиц до июня", "sales", "2027-05-31"),
        # a clause may hold the only day
        ("en", "Win 20 customers who can refer us by June", "new_customers", "2027-06-30"),
        ("sv", "Rekrytera 5 säljare som kan börja i augusti", "headcount", "2027-08-31"),
        ("uk", "Залучити 20 клієнтів, які ще не купували, до червня", "new_customers", "2027-05-31"),
    ],
)
def test_of_whom_and_what_is_done_with_it(language: str, text: str, metric: str | None, deadline: str) -> None:
    targets = _goal(language, text).targets
    assert [(target.metric, str(target.deadline)) for target in targets] == [(metric, deadline)]


@pytest.mark.parametrize(
    ("language", "text", "baseline", "value"),
    [
        ("en", "Open rate: 30 % (25 % today)", 25, 30),
        ("sv", "NPS 45 (38 i dag)", 38, 45),
        ("en", "We want 25 consultants by year-end, today we are 19", 19, 25),
        ("sv", "Vi ska bli 25 konsulter i år, idag är vi 19", 19, 25),
        # perfect, and a sentence of its own
        ("sv", "Betyget har sjunkit till 3,6 och ska upp till 4,2", 3.6, 4.2),
        ("sv", "Antalet elever har gått ner från 90 till 70, nu ska vi upp till 80", 70, 80),
        ("en", "Membership has fallen from 90 to 70; we want to get back to 80", 70, 80),
        ("ru", "Число участников снизилось с 90 до 70, нужно вернуть 80", 70, 80),
        ("en", "We pay $700 a month for storage. Cut that to $500", 700, 500),
        ("sv", "Vi betalar 700 kr i månaden. Sänk det till 500", 700, 500),
        ("ru", "Мы тратим 700 руб. в месяц. Сократить это до 500", 700, 500),
        ("en", "We make 30 errors a month. Cut errors to 10", 30, 10),
        ("en", "Our blog gets about 2,000 visitors a month, raise that to 3,000", 2000, 3000),
        ("sv", "Sajten får omkring 900 besök i månaden; höj det till 1 300", 900, 1300),
        ("uk", "Сайт отримує близько 900 відвідувань на місяць; підняти до 1300", 900, 1300),
        ("ru", "Сайт получает около 900 посещений в месяц; поднять это до 1300", 900, 1300),
        ("en", "Reduce cost per meal to $4 by June (now $5)", 5, 4),
        ("ru", "Чтобы к маю конверсия была 6%, сейчас 4%", 4, 6),
        ("uk", "Щоб до травня конверсія була 6 %, зараз 4 %", 4, 6),
        # a time that something takes, before a metric of time
        ("en", "Parcels take 9 days; cut delivery time to 5 days", 9, 5),
        ("sv", "Paketen tar 9 dagar; korta leveranstiden till 5 dagar", 9, 5),
        ("uk", "Посилки йдуть 9 днів; скоротити строк доставки до 5 днів", 9, 5),
        ("ru", "Посылки идут 9 дней; сократить срок доставки до 5 дней", 9, 5),
        # how many there only were, where more are wanted
        ("en", "We need more applicants: in August only 12 came", 12, None),
        ("sv", "Vi behöver fler sökande: i augusti kom bara 12", 12, None),
        ("uk", "Треба більше заявок: за серпень прийшло лише 12", 12, None),
        ("ru", "Увеличить число отзывов: за весну оставили только 8", 8, None),
        ("ru", "Привлечь больше клиентов, но только 12 в день", None, 12),
        # a reason tells what the goal takes up
        ("en", "Because churn rose to 6 %, cut it to 4 % by May", 6, 4),
        ("uk", "Оскільки відтік зріс до 6 %, треба повернути його до 4 %", 6, 4),
        ("ru", "Поскольку отток вырос до 6 %, нужно вернуть его к 4 %", 6, 4),
        ("en", "Because churn rose to 6 %, raise NPS to 40 by May", None, 40),
    ],
)
def test_a_level_told_of_today_is_the_baseline(language: str, text: str, baseline: float, value: float) -> None:
    assert [(target.baseline, target.value) for target in _goal(language, text).targets] == [(baseline, value)]


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        # a share of what
        ("en", "Cut waste from 7% to 5% of output", [(None, 5, 7, None)]),
        ("en", "Reduce write-offs to below 1% of sales", [(None, 1, None, None)]),
        ("sv", "Minska matsvinnet från 7 % till 5 % av inköpen", [(None, 5, 7, None)]),
        ("ru", "Снизить списания до 1 % выручки", [(None, 1, None, None)]),
        # a second thing that no vocabulary knows
        (
            "en",
            "Cut complaints from 10 to 6 and revisions from 4 to 2",
            [("complaints", 6, 10, None), (None, 2, 4, None)],
        ),
        (
            "en",
            "Increase sales to 450 and the deposit rate to 25%",
            [("sales", 450, None, None), (None, 25, None, None)],
        ),
        (
            "uk",
            "Скоротити скарги з 10 до 6 та кількість правок з 4 до 2",
            [("complaints", 6, 10, None), (None, 2, 4, None)],
        ),
        # cells of a list, and of periods
        ("ru", "Заявки – 90, продажи – 20", [("leads", 90, None, None), ("sales", 20, None, None)]),
        ("uk", "Заявки: 90; продажі: 20", [("leads", 90, None, None), ("sales", 20, None, None)]),
        (
            "sv",
            "Försäljning Q1 2 mkr, Q2 3 mkr",
            [("revenue", 2e6, None, "2027-03-31"), ("revenue", 3e6, None, "2027-06-30")],
        ),
        (
            "en",
            "Sales: March 200k, April 300k",
            [("sales", 2e5, None, "2027-03-31"), ("sales", 3e5, None, "2027-04-30")],
        ),
    ],
)
def test_how_much_of_what(
    language: str, text: str, targets: list[tuple[str | None, float, float | None, str | None]]
) -> None:
    found = _goal(language, text).targets
    dates = [str(target.deadline) if target.deadline else None for target in found]
    assert [(t.metric, t.value, t.baseline, d) for t, d in zip(found, dates, strict=True)] == targets


def test_what_doubles_is_not_what_is_halved() -> None:
    ways = [target.direction for target in _goal("en", "Double revenue to $6M and halve the defect rate").targets]
    assert ways == ["increase", "decrease"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        # what something costs
        ("en", "Fill 12 more places by May; every empty place costs us £90 a week", [12]),
        ("en", "The new oven cost €9,000; bake 200 more rolls a day by May", [200]),
        ("en", "Bring energy costs to £4,000 a month by June and sell 40 cakes", [4000, 40]),
        # what else changes while a level is kept
        ("en", "Keep the margin at 30% while rents rise 6%", [30]),
        ("en", "Cut waste by 10% while raising output by 5%", [10, 5]),
        ("sv", "Håll svinnet på 4 % medan priserna stiger 6 %", [4]),
        ("uk", "Утримати відтік на рівні 4 %, поки ціни зростають на 6 %", [4]),
        ("ru", "Удержать отток на уровне 4 %, пока цены растут на 6 %", [4]),
        # in spite of what
        ("en", "Keep the margin at 30% despite wage increases of 4%", [30]),
        ("en", "Keep on-time delivery above 96% despite 20% more orders", [96]),
        ("uk", "Зберегти маржу 30 % попри зростання оренди на 4 %", [30]),
        ("ru", "Сохранить маржу 30 % несмотря на рост аренды на 4 %", [30]),
        # a list of means
        ("en", "Win 15 sponsors by May with two breakfasts and 30 calls", [15]),
        ("en", "Grow the list to 2,000 with 1 webinar, 2 guides and 8 posts", [2000]),
        ("sv", "Få 40 bokningar till juni med 2 nyhetsbrev och 3 annonser", [40]),
        ("uk", "Залучити 40 клієнтів через 2 виставки та 300 дзвінків", [40]),
        ("ru", "Привлечь 40 клиентов через 2 выставки и 300 звонков", [40]),
        ("en", "Win 15 sponsors in 3 towns and 30 donors", [15, 30]),
        # of how many
        ("en", "Of our 600 members, 200 should join the tour by May", [200]),
        ("en", "Raise revenue of our three shops by 12%", [12]),
        # per how many hours
        ("en", "Keep accidents under 1.5 per 200,000 hours worked", [1.5]),
        ("uk", "Не більше 2 травм на 200 000 годин роботи", [2]),
        ("ru", "Не более 2 травм на 200 000 часов работы", [2]),
    ],
)
def test_what_only_goes_on_beside_a_goal_is_no_aim(language: str, text: str, values: list[float]) -> None:
    assert [target.value for target in analyze(text, language, TODAY).targets] == values
