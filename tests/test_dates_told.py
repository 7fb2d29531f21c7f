"""Dates that are none of a goal's deadlines, and phrases that are: of feasts, halves of months, years of something."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 11, 21)


def _goal(language: str, text: str, **context: object) -> GoalAnalysis:
    return analyze(text, language, TODAY, context)


@pytest.mark.parametrize(
    ("language", "text", "number", "day"),
    [
        ("en", "Increase revenue 3x in 2 years", (3, "multiple", "change"), "2028-11-21"),
        ("en", "Increase revenue 3 times in 2 years", (3, "multiple", "change"), "2028-11-21"),
        ("en", "Traffic up 2x within 6 months", (2, "multiple", "change"), "2027-05-21"),
        ("en", "ROAS 4x in 6 months", (4, "multiple", "target"), "2027-05-21"),
        ("sv", "Öka omsättningen tre gånger på 2 år", (3, "multiple", "change"), "2028-11-21"),
        ("uk", "Збільшити дохід 3x за 2 роки", (3, "multiple", "change"), "2028-11-21"),
        ("ru", "Увеличить выручку 3x за 2 года", (3, "multiple", "change"), "2028-11-21"),
        # how often is no deadline
        ("en", "Post 3 times in 2 weeks", (3, "count", "target"), None),
        ("sv", "Publicera 3 gånger på 2 veckor", (3, "count", "target"), None),
        ("uk", "Публікувати 3 рази за 2 тижні", (3, "count", "target"), None),
        ("ru", "Публиковать 3 раза за 2 недели", (3, "count", "target"), None),
    ],
)
def test_times_multiply_or_count(language: str, text: str, number: tuple[float, str, str], day: str | None) -> None:
    goal = _goal(language, text)
    assert [(n.value, n.unit, n.role) for n in goal.numbers] == [number]
    assert [str(found.date) for found in goal.deadlines] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "day", "owner"),
    [
        ("Before Christmas the sales team will win 45 deals", "2026-12-24", "sales"),
        ("By Christmas marketing will get 40 leads", "2026-12-25", "marketing"),
        ("Before summer the marketing team will get 40 leads", "2027-05-31", "marketing"),
    ],
)
def test_who_stands_behind_a_feast_is_an_owner(text: str, day: str, owner: str) -> None:
    goal = _goal("en", text)
    assert [str(found.date) for found in goal.deadlines] == [day]
    assert ([found.id for found in goal.owners], goal.channels) == ([owner], ())


@pytest.mark.parametrize(
    ("language", "text", "values", "days"),
    [
        # a year that only says of which
        ("en", "Match the 2025 revenue of $2M by Q3", [2_000_000], ["2027-09-30"]),
        ("en", "Stay within the 2026 budget and win 40 clients", [40], []),
        ("en", "Sell 200 tickets for our 2027 conference by March", [200], ["2027-03-31"]),
        ("en", "Get revenue back to the 2019 level of $3M by June", [3_000_000], ["2027-06-30"]),
        ("en", "Exceed 2025 revenue by 20%", [20], []),
        ("sv", "Nå 2019 års nivå på 3 mkr", [3_000_000], []),
        ("ru", "Превысить выручку 2025 года на 20%", [20], []),
        ("en", "Get 2025 leads by June", [2025], ["2027-06-30"]),
        ("en", "Reach 2027 visitors", [2027], []),
        # what was or is before
        ("en", "After the launch in March, get 40 leads", [40], []),
        ("uk", "Після запуску в березні отримати 40 лідів", [40], []),
        ("ru", "После запуска в марте получить 40 лидов", [40], []),
        ("en", "The company, founded on 3 May 2015, aims to win 40 clients", [40], []),
        ("uk", "Компанія, заснована 3 травня 2015 року, прагне залучити 40 клієнтів", [40], []),
        ("ru", "Компания, основанная 3 мая 2015 года, хочет привлечь 40 клиентов", [40], []),
        ("ru", "Поднять NPS до 45 по сравнению с III кварталом 2025 года", [45], []),
        ("uk", "Збільшити продажі на 10 % порівняно з першим півріччям 2025 року", [10], []),
        ("en", "Last year in October we sold 400 mugs. Sell 500 by June.", [400, 500], ["2027-06-30"]),
        ("uk", "Торік у жовтні ми продали 400 чашок. Продати 500 до 1 червня.", [400, 500], ["2027-06-01"]),
        # what comes again
        ("en", "Send reports by the 5th of every month", [], []),
        ("en", "Reply to 20 tickets by Friday each week", [20], []),
        ("sv", "Skicka rapporter senast den 5:e varje månad", [], []),
        ("uk", "Надсилати звіти до 5 числа кожного місяця", [], []),
        ("ru", "Отправлять отчёты до 5 числа каждого месяца", [], []),
    ],
)
def test_dates_that_are_no_deadlines(language: str, text: str, values: list[float], days: list[str]) -> None:
    goal = _goal(language, text)
    assert [n.value for n in goal.numbers] == values
    assert [str(found.date) for found in goal.deadlines] == days


@pytest.mark.parametrize(
    ("language", "phrase", "day"),
    [
        ("en", "in the second half of June", "2027-06-30"),
        ("en", "in the first half of June", "2027-06-15"),
        ("ru", "во второй половине июня", "2027-06-30"),
        ("ru", "в первой половине июня", "2027-06-15"),
        ("sv", "under första halvan av 2027", "2027-06-30"),
        ("sv", "under första halvan av juni", "2027-06-15"),
        ("en", "by mid-month", "2026-12-15"),
        ("en", "by mid-quarter", "2027-02-15"),
        ("en", "within one quarter", "2027-02-21"),
        ("en", "in half a year", "2027-05-21"),
        ("en", "by the close of the year", "2026-12-31"),
        ("sv", "före nästa månads slut", "2026-12-31"),
        ("sv", "senast i morgon", "2026-11-22"),
        ("sv", "per 31 december 2026", "2026-12-31"),
        ("en", "for the June 20 event", "2027-06-20"),
        ("en", "by next year's end", "2027-12-31"),
        ("en", "before this year's end", "2026-12-31"),
        ("en", "by calendar year-end", "2026-12-31"),
        ("sv", "före nästa års slut", "2027-12-31"),
        ("sv", "vid nästa årsskifte", "2026-12-31"),
    ],
)
def test_phrases_that_are_one_deadline(language: str, phrase: str, day: str) -> None:
    goal = _goal(language, f"40 leads {phrase}")
    assert ([str(found.date) for found in goal.deadlines], len(goal.numbers)) == ([day], 1)


def test_a_fiscal_year_follows_its_start() -> None:
    goal = _goal("ru", "Получить 40 лидов в 2027 финансовом году", fiscal_year_start=4)
    assert [str(found.date) for found in goal.deadlines] == ["2027-03-31"]


@pytest.mark.parametrize(
    ("text", "values", "days"),
    [
        ("Increase sales by 1/3", [33.33], []),
        ("Reduce costs by 2/3 by June", [66.67], ["2027-06-30"]),
        ("Get 40 leads by 1/3", [40], ["2027-01-03"]),
        ("Cut costs by 20% by 1/3", [20], ["2027-01-03"]),
    ],
)
def test_two_numbers_and_a_slash_are_a_share_or_a_date(text: str, values: list[float], days: list[str]) -> None:
    goal = _goal("en", text)
    assert [round(n.value, 2) for n in goal.numbers] == values
    assert [str(found.date) for found in goal.deadlines] == days


@pytest.mark.parametrize(
    ("language", "text"), [("uk", "Перейти на 4-денний тиждень"), ("ru", "Перейти на 4-дневную неделю")]
)
def test_how_long_a_week_is_is_no_date(language: str, text: str) -> None:
    goal = _goal(language, text)
    assert goal.deadlines == goal.numbers == ()


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Get 40 leads before the trade fair on 3 March", date(2027, 3, 2)),
        ("en", "Hire 2 chefs before the season opens on 1 May", date(2027, 4, 30)),
        ("en", "Ship 6 releases by Halloween (31 October)", date(2027, 10, 31)),
        ("sv", "Få in 40 leads före mässan den 3 mars", date(2027, 3, 2)),
        ("ru", "Запустить сайт до начала конференции 14 сентября", date(2027, 9, 13)),
    ],
)
def test_a_day_goes_with_what_is_on_it(language, text, day):
    assert [deadline.date for deadline in analyze(text, language, date(2026, 11, 21)).deadlines] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Half of our readers should open the July issue",
        "Fill 20 places in the Saturday spin class",
        "Get 500 likes on the spring collection post",
    ],
)
def test_a_period_behind_an_article_may_only_say_which(text):
    assert analyze(text, "en", date(2026, 11, 21)).deadlines == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Send three newsletters within ten working days"),
        ("en", "Send three newsletters within 10 business days"),
        ("sv", "Skicka tre nyhetsbrev inom tio arbetsdagar"),
        ("uk", "Надіслати три розсилки протягом 10 робочих днів"),
        ("ru", "Отправить три рассылки за 10 рабочих дней"),
    ],
)
@pytest.mark.parametrize(
    ("today", "due"), [("2026-11-20", "2026-12-04"), ("2026-11-21", "2026-12-04"), ("2026-11-25", "2026-12-09")]
)
def test_working_days_pass_over_weekends(language: str, text: str, today: str, due: str) -> None:
    found = analyze(text, language, date.fromisoformat(today)).deadlines
    assert [str(deadline.date) for deadline in found] == [due]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Reply to all enquiries within 2 days", 2),
        ("en", "Answer complaints within 10 working days by June 2027", 10),
        ("sv", "Svara på alla förfrågningar inom 2 arbetsdagar", 2),
        ("uk", "Відповідати на всі запити протягом 2 днів", 2),
        ("ru", "Отвечать на все заявки за 1 рабочий день", 1),
    ],
)
def test_how_fast_an_answer_comes_is_what_is_measured(language: str, text: str, days: int) -> None:
    goal = analyze(text, language, TODAY)
    assert [(target.value, target.unit, target.comparator) for target in goal.targets] == [(days, "day", "<=")]
    assert all(deadline.kind != "duration" for deadline in goal.deadlines)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Open 3 studios by June 2027. Our landlord retires in March."),
        ("en", "Collect 90 reviews by June 2027, with a check in in March"),
        ("en", "Collect 90 reviews by June 2027 (the board meets on 12 March)"),
        ("en", "Collect 90 reviews by June 2027, after the launch in March"),
        ("en", "Redesign the shop by June 2027. Our landlord retires in March."),
        ("en", "Keep uptime at 99.9% through June 2027, even while we migrate the database in March"),
        ("sv", "Sälj 40 skrivbord till juni 2027, flytten är i mars"),
        ("ru", "Сократить долг до 5 млн ₽ до 30 июня 2027; причина — кассовый разрыв в октябре"),
        ("ru", "Привлечь 60 клиентов до 30 июня 2027, так решили на планёрке 24 февраля"),
        ("sv", "Få 90 recensioner senast i juni 2027. Årsmötet hålls den 12 mars."),
        ("sv", "Få 90 recensioner senast i juni 2027. Läget stäms av i mars."),
        ("uk", "Зібрати 90 відгуків до 30 червня 2027. Нова студія відкривається у вересні."),
        ("ru", "Собрать 90 отзывов до 30 июня 2027. Совет собирается 12 марта."),
        ("ru", "Собрать 90 отзывов до 30 июня 2027, сверка в марте"),
        ("ru", "Собрать 90 отзывов до 30 июня 2027 — студия открывается в марте"),
        ("uk", "Зібрати 90 відгуків до 30 червня 2027: нову студію відкривають у вересні"),
        ("uk", "Зібрати 90 відгуків до 30 червня 2027, а влітку зал закриють на ремонт"),
        ("ru", "Собрать 90 отзывов до 30 июня 2027, а осенью зал закроют на ремонт"),
    ],
)
def test_what_happens_beside_a_goal_has_no_deadline(language: str, text: str) -> None:
    goal = analyze(text, language, TODAY)
    assert [str(found.date) for found in goal.deadlines] == ["2027-06-30"]
    assert all(str(target.deadline) == "2027-06-30" for target in goal.targets)


@pytest.mark.parametrize(
    "text",
    [
        "Win 40 clients in 2027. Launch the new site in March.",
        "Win 40 clients in 2027. All should be signed in March.",
        "Win 40 clients in 2027. Preferably in March.",
        "Win 40 clients in 2027, of them 10 in March",
    ],
)
def test_what_is_asked_for_behind_a_goal_has_its_deadline(text: str) -> None:
    assert len(analyze(text, "en", TODAY).deadlines) == 2


@pytest.mark.parametrize(
    ("language", "text", "baseline", "day"),
    [
        ("en", "Win 60 clients by June 2027, 15 more than in 2026", None, "2027-06-30"),
        ("en", "Win 60 clients by June 2027, up from 45 in 2026", 45, "2027-06-30"),
        ("en", "Win 60 clients by June 2027; this year we won 45", 45, "2027-06-30"),
        ("en", "Cut absences to 3 per week by June 2027 (average this year: 6)", 6, "2027-06-30"),
        ("en", "Raise sales to $900k by June 2027 (2026 actual: $700k)", 700_000, "2027-06-30"),
        ("en", "Raise sales by 8% in 2027 on Q4 2026", None, "2027-12-31"),
        ("en", "Cut emissions 30% below 2020 levels by June 2027", None, "2027-06-30"),
        ("en", "Cut the error rate, 6% in 2026, to 4% by June 2027", 6, "2027-06-30"),
        ("sv", "Få 60 kunder till juni 2027, upp från 45 under 2026", 45, "2027-06-30"),
        ("sv", "Få 60 kunder till juni 2027, 15 fler än 2026", None, "2027-06-30"),
        ("sv", "Sjukfrånvaro (utfall 2026 8,4 %, mål 2027 7,0 %)", 8.4, "2027-12-31"),
        ("uk", "Дзвінки: 60 на тиждень до 30 червня 2027 (факт 2026 р. — 45)", 45, "2027-06-30"),
        ("uk", "Отримувати 60 заявок на тиждень до червня проти 45 у жовтні", 45, "2027-05-31"),
        ("ru", "Звонки: 60 в неделю до 30 июня 2027 (2026: 45)", 45, "2027-06-30"),
        ("ru", "Продажи (план на 2027 г.) – 18 млн (факт 2026 – 15 млн)", 15_000_000, "2027-12-31"),
        ("ru", "Получать 60 заявок в неделю к июню против 45 в октябре", 45, "2027-05-31"),
    ],
)
def test_what_a_goal_is_compared_with_is_no_deadline(
    language: str, text: str, baseline: float | None, day: str
) -> None:
    goal = analyze(text, language, TODAY)
    assert [str(found.date) for found in goal.deadlines] == [day]
    assert [(target.baseline, str(target.deadline)) for target in goal.targets] == [(baseline, day)]


@pytest.mark.parametrize(
    ("language", "text", "values", "days"),
    [
        ("en", "Keep sales above 2025 levels", [], []),
        ("en", "Beat 2025 results by 10%", [10], []),
        ("ru", "Рост продаж на 8 % к 2026 году", [8], []),
        ("ru", "Увеличить продажи на 8 % относительно плана 2026 года", [8], []),
        ("uk", "Збільшити продажі на 8 % відносно плану 2026 року", [8], []),
        # how long, or in what, something has been
        ("sv", "Avgiften har varit oförändrad i tre år och ska nu höjas med 4 %", [4], []),
        ("sv", "Få 25 förfrågningar på årets mässa", [25], []),
        ("sv", "Samla 25 deltagare i månadens lopp", [25], []),
        # a year beside its number
        ("sv", "Omsättning mål 2027 6 mkr", [6_000_000], ["2027-12-31"]),
        ("sv", "Nya medlemmar 2027 25 st", [25], ["2027-12-31"]),
        ("en", "New members 2027 25", [25], ["2027-12-31"]),
        ("ru", "Выручка 2027 6 млн", [6_000_000], ["2027-12-31"]),
        ("en", "Our aim for 2027 is to keep costs at $2 million", [2_000_000], ["2027-12-31"]),
        # at the latest in a period is in it
        ("sv", "Öppna 2 kontor senast i sommar", [2], ["2027-08-31"]),
        ("sv", "Öppna 2 kontor till sommaren", [2], ["2027-05-31"]),
        ("en", "Open 2 offices no later than summer", [2], ["2027-08-31"]),
        ("sv", "Öppna 2 kontor innan 2027 års slut", [2], ["2027-12-31"]),
    ],
)
def test_periods_and_years_beside_numbers(language: str, text: str, values: list[float], days: list[str]) -> None:
    goal = analyze(text, language, TODAY)
    assert [number.value for number in goal.numbers] == values
    assert [str(found.date) for found in goal.deadlines] == days
