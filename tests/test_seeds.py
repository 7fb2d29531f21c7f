"""The goals that the seed articles argue over come out as they argue; phrased here in our own words."""

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 9, 1)


def verdicts(text: str, **context: object) -> dict[str, str]:
    goal = analyze(text, today=TODAY, context=context or None)
    return {name: criterion.verdict for name, criterion in goal.criteria}


VAGUE_AND_GOOD = [
    ("Skaffa nya leads", "Skaffa 40 nya leads via våra online-kanaler"),
    ("Vi ska få in fler kunder i år", "Vi ska få in 25 nya kunder i år"),
    ("Tjäna fler konverteringar", "Gör 40 försäljningar före den 1 november"),
    ("Have more people visit our website", "Get 1,000 visitors a month to our website"),
    ("Заробляти більше грошей", "Збільшити дохід на 10 % до кінця року"),
    ("Збільшити конверсію лідів у SQL", "Збільшити конверсію лідів у SQL на 50 % до кінця календарного року"),
    ("Увеличить количество лидов", "Увеличить количество лидов с 200 до 260 к концу квартала"),
    ("Повысить прибыльность", "Повысить прибыльность до 18 % за три месяца"),
]


@pytest.mark.parametrize(("vague", "good"), VAGUE_AND_GOOD)
def test_a_number_makes_a_goal_measurable_and_specific(vague: str, good: str) -> None:
    before, after = verdicts(vague), verdicts(good)
    assert before["measurable"] == "missing"
    assert before["specific"] in ("partial", "missing")
    assert after["measurable"] == "met"
    assert after["specific"] == "met"


@pytest.mark.parametrize(
    "text", ["Marknaden ska växa sina onlinekällor", "Do better marketing", "Робити кращий маркетинг"]
)
def test_a_goal_of_words_alone_is_missing_its_number(text: str) -> None:
    assert verdicts(text)["measurable"] == "missing"
    assert analyze(text, today=TODAY).rewrite


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Få 40 leads till den 31 oktober", "met"),
        ("Få 100 leads senast den 31 oktober", "missing"),
        ("Get 40 leads by 31 October", "met"),
        ("Get 100 leads by 31 October", "missing"),
        ("Отримати 40 лідів до 31 жовтня", "met"),
        ("Отримати 100 лідів до 31 жовтня", "missing"),
        ("Получить 40 лидов до 31 октября", "met"),
        ("Получить 100 лидов до 31 октября", "missing"),
    ],
)
def test_history_decides_what_is_achievable(text: str, verdict: str) -> None:
    assert verdicts(text, history=[30, 32])["achievable"] == verdict
    assert verdicts(text)["achievable"] == "unknown"


@pytest.mark.parametrize(
    "template",
    [
        "Збільшити конверсію лідів у SQL на {} % до кінця року",
        "Increase lead-to-SQL conversion by {} % by the end of the year",
        "Öka konverteringen från lead till SQL med {} % till årsskiftet",
        "Увеличить конверсию лидов в SQL на {} % до конца года",
    ],
)
def test_five_hundred_percent_is_out_of_reach_and_fifty_is_not(template: str) -> None:
    assert verdicts(template.format(500))["achievable"] == "missing"
    assert verdicts(template.format(50)) == dict.fromkeys(
        ("specific", "measurable", "achievable", "relevant", "time_bound"), "met"
    )


def test_a_goal_needs_a_deadline() -> None:
    assert verdicts("Öka intäkterna med 56 %")["time_bound"] == "missing"
    assert verdicts("Uppnå en ökning av intäkterna med 56 % till slutet av 2026")["time_bound"] == "met"
    assert verdicts("Збільшити дохід на 10 % за 20 років")["time_bound"] == "partial"


def test_leads_serve_revenue_and_followers_do_not() -> None:
    assert verdicts("Få 40 nya leads senast den 31 oktober", objectives=["Öka intäkterna"])["relevant"] == "met"
    assert (
        verdicts("Подвоїти кількість підписників у Facebook", objectives=["Збільшити дохід"])["relevant"] == "partial"
    )
    assert verdicts("Собрать 500 лайков к пятнице", objectives=["Увеличить выручку"])["relevant"] == "partial"


def test_inbound_goes_without_paid_channels() -> None:
    paid = "Öka antalet leads via betalda annonser med 20 % i höst"
    assert verdicts(paid, strategy="inbound")["relevant"] == "missing"
    assert verdicts(paid)["relevant"] == "met"


def test_marketing_hardly_moves_the_close_rate() -> None:
    text = "Підвищити відсоток закритих угод до 30 % до кінця року"
    assert verdicts(text, team="marketing")["relevant"] == "missing"
    assert verdicts(text, team="sales")["relevant"] == "met"


def test_the_team_is_found() -> None:
    goal: GoalAnalysis = analyze("Команда маркетологів збільшить трафік вебсайту на 60% до кінця року", today=TODAY)
    assert [owner.id for owner in goal.owners] == ["marketing"]
    assert goal.targets[0].metric == "website_traffic"
