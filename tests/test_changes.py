"""Numbers that say by how much something is to change, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text", "value", "high", "change"),
    [
        # a noun of change beside the number, whatever the verb
        ("en", "Achieve an increase of 50 leads per month", 50, None, "absolute"),
        ("en", "Reach 20 % growth in sales", 20, None, "relative"),
        ("sv", "Uppnå en 56 % ökning av intäkterna", 56, None, "relative"),
        ("sv", "Nå 15 % tillväxt i omsättning", 15, None, "relative"),
        ("uk", "Досягти 20 % зростання MRR до кінця року", 20, None, "relative"),
        ("ru", "Достичь 20 % роста MRR", 20, None, "relative"),
        # ranges of a change
        ("en", "Increase traffic by 20 to 30 percent", 20, 30, "relative"),
        ("en", "Increase revenue by between 20 and 30 %", 20, 30, "relative"),
        ("en", "Shorten the sales cycle by 2 to 3 days", 2, 3, "absolute"),
        ("sv", "Öka trafiken med 20 till 30 procent", 20, 30, "relative"),
        ("sv", "Öka omsättningen med mellan 20 och 30 %", 20, 30, "relative"),
        ("sv", "Öka trafiken med 3 à 4 procent", 3, 4, "relative"),
        ("en", "Increase traffic by 3 or 4 percent", 3, 4, "relative"),
        # a change against a year or a month before
        ("en", "Achieve 20 % year-on-year revenue growth", 20, None, "relative"),
        ("en", "10% MoM growth in sign-ups", 10, None, "relative"),
        # percent joined by a hyphen
        ("en", "A 20-percent increase in sales", 20, None, "relative"),
        ("ru", "Обеспечить 20-процентный рост продаж", 20, None, "relative"),
        ("uk", "Забезпечити 20-відсоткове зростання продажів", 20, None, "relative"),
        # half a per cent
        ("en", "Raise conversion by half a percent", 0.5, None, "relative"),
        ("uk", "Підвищити конверсію на пів відсотка", 0.5, None, "relative"),
    ],
)
def test_a_change_is_told_from_a_level(language: str, text: str, value: float, high: float | None, change: str) -> None:
    (target,) = _goal(language, text).targets
    assert (target.value, target.high, target.change) == (value, high, change)
    assert target.direction == ("decrease" if "Shorten" in text else "increase")


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("sv", "Kostnaderna får inte öka med mer än 2 %", "relative"),
        ("sv", "Kostnaderna ska öka max 2 %", "relative"),
        ("sv", "Ökad försäljning om 10 %", "relative"),
        ("sv", "Ökad omsättning till 10 mkr", "level"),
        ("sv", "Komma ner i 75 kg", "level"),
        ("sv", "Kontakt med 40 % av kunderna", "level"),
        ("ru", "Дозвон в 95 % случаев", "level"),
        ("ru", "Рост продаж на 20 % в 2027", "relative"),
    ],
)
def test_changes_without_a_plain_preposition(language: str, text: str, change: str) -> None:
    assert [target.change for target in _goal(language, text).targets] == [change]


@pytest.mark.parametrize(
    ("language", "text", "comparator", "role"),
    [
        ("en", "Increase leads by about 30%", "~", "change"),
        ("en", "Increase revenue by around $5,000", "~", "change"),
        ("en", "Reduce costs by up to 5%", "<=", "change"),
        ("sv", "Öka trafiken med upp till 30 %", "<=", "change"),
        ("en", "Keep at least 100 customers", ">=", "target"),
        ("en", "Keep at most 3% churn", "<=", "target"),
    ],
)
def test_bounds_of_changes(language: str, text: str, comparator: str, role: str) -> None:
    (number,) = _goal(language, text).numbers
    assert (number.comparator, number.role) == (comparator, role)


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        # a baseline behind a change
        ("en", "Raise conversion rate by 2 percentage points from 4 %", [("conversion_rate", 2, 4)]),
        ("sv", "Höj konverteringsgraden med 2 procentenheter från 4 %", [("conversion_rate", 2, 4)]),
        ("uk", "Збільшити кількість заявок на 20 % з 200", [("leads", 20, 200)]),
        ("ru", "Поднять конверсию на 2 п.п. с 4 %", [("conversion_rate", 2, 4)]),
        # a rate's unit between a level and an arrow
        ("en", "Cost $40/unit → $35/unit", [("costs", 35, 40)]),
        ("sv", "Sänka kostnaden 40 kr/st → 35 kr/st", [("costs", 35, 40)]),
        ("en", "Leads: 40 (last year) → 60", [("leads", 60, 40)]),
        ("uk", "NPS: 31 (січень) → 38 (червень)", [("net_promoter_score", 38, 31)]),
        # what it fell to, and what is wanted, of the same metric
        ("sv", "Vi har fått 14 klagomål i år. Chefen vill se högst 5.", [("complaints", 5, 14)]),
        ("ru", "NPS упал с 42 до 35. Цель — 45.", [("net_promoter_score", 45, 35)]),
        # one in so many
        ("en", "Improve win rate from one in five to one in four", [("win_rate", 25, 20)]),
        ("ru", "Доля рынка — четверть", [("market_share", 25, None)]),
        ("sv", "Marknadsandel: en tredjedel", [("market_share", 33.33, None)]),
        # a change and the pair that it leads along
        ("en", "Raise NPS by 10 points, from 35 to 45", [("net_promoter_score", 45, 35)]),
        ("uk", "Підняти NPS на 10 пунктів, з 35 до 45", [("net_promoter_score", 45, 35)]),
        ("en", "Cut CPL from $40 to between $25 and $30", [("cost_per_lead", 25, 40)]),
        ("en", "Our 2 % conversion rate should rise to 3 %", [("conversion_rate", 3, 2)]),
        # two metrics, of which one has a unit of its own
        ("en", "Grow traffic from 10,000 to 12,000 visits and leads from 80 to 120",
         [("website_traffic", 12000, 10000), ("leads", 120, 80)]),
        ("sv", "Öka trafiken från 10 000 till 12 000 besök och leads från 80 till 120",
         [("website_traffic", 12000, 10000), ("leads", 120, 80)]),
        ("uk", "Збільшити трафік з 10 000 до 12 000 відвідувань і ліди з 80 до 120",
         [("website_traffic", 12000, 10000), ("leads", 120, 80)]),
        ("en", "Increase leads and deals by 20 % and 10 % respectively", [("leads", 20, None), ("deals", 10, None)]),
        # what something costs is not what is aimed at
        ("en", "Increase sales of our $49 plan by 20%", [("sales", 20, None)]),
        ("ru", "Увеличить продажи курса за 499 руб. на 10 %", [("sales", 10, None)]),
        ("en", "Launch the 5G plan and win 40 customers", [("new_customers", 40, None)]),
        # what comes of it
        ("en", "Grow subscribers by 500, which will increase revenue", [("subscribers", 500, None)]),
        ("uk", "Збільшити трафік на 500, що збільшить дохід", [("website_traffic", 500, None)]),
        ("uk", "Збільшити базу розсилки до 5 000 підписників", [("subscribers", 5000, None)]),
        ("uk", "Передати продажам 120 лідів за вартості ліда не більше 400 грн",
         [("leads", 120, None), ("cost_per_lead", 400, None)]),
        ("ru", "Увеличить трафик на 500, что увеличит выручку", [("website_traffic", 500, None)]),
        ("sv", "Öka prenumeranterna med 500 för ökade intäkter", [("subscribers", 500, None)]),
        # a bound before a day is no span of days
        ("en", "Keep complaints under 10 until Nov 30", [("complaints", 10, None)]),
        ("ru", "Держать жалобы ниже 10 до 30 ноября", [("complaints", 10, None)]),
        # a time without a numeral
        ("en", "Cut response time to an hour", [("response_time", 1, None)]),
        ("sv", "Korta svarstiden till en dag", [("response_time", 1, None)]),
        ("uk", "Скоротити час відповіді до години", [("response_time", 1, None)]),
    ],
)  # fmt: skip
def test_numbers_find_their_metric(language: str, text: str, targets: list[tuple[str, float, float | None]]) -> None:
    assert [(t.metric, t.value, t.baseline) for t in _goal(language, text).targets] == targets


@pytest.mark.parametrize(
    ("language", "text", "baseline", "value"),
    [
        ("en", "Raise our 60% open rate to 70%", 60, 70),
        ("en", "Bring our 12 demos to 20 a month", 12, 20),
        ("sv", "Öka våra 200 kunder till 300", 200, 300),
        ("ru", "Снизить 5 % отток до 3 %", 5, 3),
        ("en", "Get 40 leads to 3 partners", None, 40),
        ("uk", "Підняти 20 заявок до 30 червня", None, 20),
    ],
)
def test_a_number_before_its_metric_is_what_it_rises_from(
    language: str, text: str, baseline: float | None, value: float
) -> None:
    target = _goal(language, text).targets[0]
    assert (target.baseline, target.value) == (baseline, value)


@pytest.mark.parametrize(
    ("text", "metrics", "targets"),
    [
        ("Publish 4 articles a month so revenue grows", ["content_published", "revenue"], 1),
        ("Run 3 campaigns for higher revenue", ["campaigns", "revenue"], 1),
        ("Churn is 5 %, so reduce it to 3 % by June", ["churn_rate"], 1),
        ("Before Christmas the sales team will win 45 deals", ["deals"], 1),
        ("Get 20 leads from each of 3 webinars", ["leads"], 1),
    ],
)
def test_what_a_change_is_for_is_no_target(text: str, metrics: list[str], targets: int) -> None:
    goal = _goal("en", text)
    assert [m.id for m in goal.metrics] == metrics
    assert len(goal.targets) == targets


@pytest.mark.parametrize(
    ("language", "text", "value", "high"),
    [
        ("en", "Decrease complaints fourfold", 0.25, None),
        ("en", "Win 3 or 4 partners", 3, 4),
        ("sv", "Vinn 3 eller 4 partner", 3, 4),
        ("uk", "Залучити 3 або 4 партнерів", 3, 4),
    ],
)
def test_factors_and_ranges(language: str, text: str, value: float, high: float | None) -> None:
    (target,) = _goal(language, text).targets
    assert (target.value, target.high) == (value, high)


@pytest.mark.parametrize(
    ("language", "text", "value", "direction"),
    [
        ("uk", "На 10 скарг менше щомісяця", 10, "decrease"),
        ("uk", "До 31 грудня продажі вищі на 20 %", 20, "increase"),
        ("ru", "На 50 клиентов больше к Новому году", 50, "increase"),
        ("ru", "К 31 декабря расходы ниже на 20 %", 20, "decrease"),
        ("sv", "Försäljningen högre med 20 %", 20, "increase"),
        ("en", "Get twice as many leads", 2, "increase"),
        ("sv", "Få in dubbelt så många leads", 2, "increase"),
        ("uk", "Отримати вдвічі більше лідів", 2, "increase"),
        ("ru", "Получить вдвое больше лидов", 2, "increase"),
        ("en", "Sell half as many bags", 0.5, "decrease"),
    ],
)
def test_more_and_less_around_a_change_say_where_it_goes(
    language: str, text: str, value: float, direction: str
) -> None:
    (target,) = _goal(language, text).targets
    assert (target.value, target.direction, target.comparator) == (value, direction, "=")


@pytest.mark.parametrize(
    ("language", "text", "named", "value"),
    [
        ("en", "Twice as many nightingales by 2030", "nightingales", 2),
        ("en", "Half as many cracked mugs as today", "cracked mugs", 0.5),
        ("en", "A quarter more acorns than last autumn", "acorns", 25),
        ("en", "Get two thirds of the rowing boats under cover", "rowing boats", 66.67),
        ("en", "moth species +6 by May", "moth species", 6),
        ("en", "Down with flies in the dairy from 60 to 20", "flies", 20),
        ("sv", "Fyra gånger så många näktergalar", "näktergalar", 4),
        ("sv", "Hälften så mycket damm i snickeriet", "damm", 0.5),
        ("sv", "En fjärdedel fler ekollon än i fjol", "ekollon", 25),
        ("sv", "Saltåtgången minus 15 % i vinter", "Saltåtgången", 15),
        ("sv", "Ner med antalet spruckna fönster från 20 till 3", "spruckna fönster", 3),
        ("sv", "Mål för 2030: greppstyrkan hos juniorerna upp 12 %", "greppstyrkan", 12),
        ("uk", "Удвічі більше солов'їв до 2030 року", "солов'їв", 2),
        ("uk", "На чверть більше жолудів, ніж торік", "жолудів", 25),
        ("uk", "Дим від котельні мінус 15 %", "Дим", 15),
        ("ru", "Вдвое больше соловьёв к 2030 году", "соловьёв", 2),
        ("ru", "На четверть больше желудей, чем прошлой осенью", "желудей", 25),
        ("ru", "Виды мотыльков +6 к маю", "Виды мотыльков", 6),
    ],
)
def test_an_unknown_thing_without_a_verb_changes_by_a_factor_or_share(
    language: str, text: str, named: str, value: float
) -> None:
    (target,) = _goal(language, text).targets
    assert (target.metric_text, target.value) == (named, value)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Double up on Mondays"), ("sv", "Fyra gånger i veckan"), ("uk", "Зростати вдвічі"), ("ru", "Расти вдвое")],
)
def test_a_factor_alone_names_nothing(language: str, text: str) -> None:
    assert [target.metric_text for target in _goal(language, text).targets if target.metric_text] == []


@pytest.mark.parametrize(
    ("language", "text", "direction", "change"),
    [
        ("en", "Add 30 partners by May", "increase", "absolute"),
        ("en", "Add 5 features by May", "achieve", "level"),
        ("sv", "Lägg till 150 nya följare till maj", "increase", "absolute"),
        ("uk", "Додати 150 підписників до травня", "increase", "absolute"),
        ("uk", "Додати 5 фільтрів до каталогу", "achieve", "level"),
        ("ru", "Добавить 30 партнёров к маю", "increase", "absolute"),
    ],
)
def test_what_is_added_to_a_known_metric_changes_it(language: str, text: str, direction: str, change: str) -> None:
    (target,) = _goal(language, text).targets
    assert (target.direction, target.change) == (direction, change)


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("en", "Delivery time should become noticeably shorter by May", "decrease"),
        ("en", "Our conversion rate should be a lot higher by summer", "increase"),
        ("sv", "Leveranstiden ska bli märkbart kortare till maj", "decrease"),
        ("uk", "Виручка має стати суттєво вищою до літа", "increase"),
        ("ru", "Доля брака должна стать ощутимо ниже к маю", "decrease"),
    ],
)
def test_a_comparative_before_a_deadline_says_the_way(language: str, text: str, direction: str) -> None:
    assert _goal(language, text).direction == direction


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("en", "Bring occupancy above 80% by May", "increase"),
        ("en", "Take more than 30 orders a day", "achieve"),
        ("sv", "Få konverteringen över 3 %", "increase"),
        ("sv", "Få ett NPS på över 50", "achieve"),
        ("uk", "Вивести NPS вище 50 до червня", "increase"),
        ("uk", "Вивести на ринок понад 3 продукти", "achieve"),
        ("ru", "Вывести конверсию выше 3 % к июню", "increase"),
        ("ru", "Вывести на рынок больше 3 продуктов", "achieve"),
    ],
)
def test_what_is_brought_past_a_level_increases(language: str, text: str, direction: str) -> None:
    assert _goal(language, text).direction == direction
