"""What the criteria and the advice make of goals that say the same in four languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartgoals import Analyzer, GoalAnalysis, analyze

TODAY = date(2026, 9, 1)


def read(text: str, **context: Any) -> GoalAnalysis:
    return analyze(text, today=TODAY, context=context or None)


def codes(goal: GoalAnalysis, criterion: str) -> list[str]:
    return [finding.code for finding in getattr(goal.criteria, criterion).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Keep churn below 3 % in Q4",
        "Churn under 3 % by Q4",
        "Håll churn under 3 % under Q4",
        "Утримувати відтік нижче 3 % у IV кварталі",
        "Удержать отток ниже 3 % в IV квартале",
        "No more than 3 complaints a month",
        "Högst 3 klagomål i månaden",
        "Не більше 3 скарг на місяць",
        "Не более 3 жалоб в месяц",
    ],
)
def test_where_down_is_better_the_ratio_is_the_inverse(text: str) -> None:
    for far in ({"baseline": 9}, {"history": [9]}):
        assert read(text, **far).criteria.achievable.verdict == "missing"
    assert read(text, history=[3.1, 3.0, 3.2]).criteria.achievable.verdict == "met"


@pytest.mark.parametrize(
    ("text", "context", "verdict"),
    [
        ("Cost per lead of at most $20 by Q4", {"history": [22, 21, 22]}, "met"),
        ("Cost per lead of at most $20 by Q4", {"baseline": 60}, "missing"),
        ("Keep NPS at 55 in 2027", {"baseline": 55}, "met"),
        ("Raise the open rate to 20 % by June", {"baseline": 30}, "missing"),
        ("Höj öppningsgraden till 20 % till juni", {"baseline": 30}, "missing"),
        ("Raise the open rate to 30 % by June", {"baseline": 0.25}, "met"),
        ("Підняти відкриваність листів до 30 % до червня", {"history": [0.24, 0.25]}, "met"),
        ("Снизить отток до 3 % к июню", {"baseline": 0.04}, "met"),
        ("Raise conversion to 1.2 % by June", {"baseline": 0.9}, "met"),
        ("Raise conversion to 3 % by June", {"baseline": 0.3}, "missing"),
        ("Get 40 leads and 1,000 followers by June", {"history": [30, 32]}, "met"),
        ("Skaffa 40 leads och 1 000 följare till juni", {"history": [30, 32]}, "met"),
        ("Get 100 leads and 1,000 followers by June", {"baseline": 32}, "missing"),
        ("Get 3,000 new followers by June", {"benchmark": 0.25}, "unknown"),
    ],
)
def test_what_a_target_is_held_against(text: str, context: dict[str, Any], verdict: str) -> None:
    assert read(text, **context).criteria.achievable.verdict == verdict


@pytest.mark.parametrize(
    ("text", "context", "code"),
    [
        ("Get 40 leads by June", {"history": [100, 60, 30, 10]}, "A.from-nothing"),
        ("Cut costs to $0 by June", {"baseline": 100}, "A.to-nothing"),
        ("Sänk kostnaderna till 0 kr till juni", {"baseline": 100}, "A.to-nothing"),
        ("Скоротити витрати на 100 % до червня", {}, "A.to-nothing"),
        ("Сократить расходы на 100 % к июню", {}, "A.to-nothing"),
    ],
)
def test_no_message_names_an_endless_factor(text: str, context: dict[str, Any], code: str) -> None:
    goal = read(text, **context)
    assert code in codes(goal, "achievable")
    assert "∞" not in goal.model_dump_json()


@pytest.mark.parametrize(
    "text",
    [
        "Host a webinar in October", "Write a case study", "Send a new newsletter", "Launch the intranet",
        "Hire a marketing manager", "Get ISO 9001 certified", "Draft the report",
        "Skriv ett kundcase", "Skriva en introduktionsguide", "Publish the case study", "Skicka nyhetsbrevet",
        "Виправити оформлення замовлення", "Anställ en säljare",
        "Inför ett CRM", "Slutför revisionen", "Driftsätt webbshoppen",
        "Провести вебінар у жовтні", "Найняти маркетолога", "Отримати сертифікат ISO 9001", "Завершити аудит",
        "Провести вебинар в октябре", "Нанять бухгалтера", "Завершить аудит", "Перевести сайт", "Подготовить отчёт",
        "Win a new client", "Vi vill anställa en ny ekonomichef", "Залучити нового клієнта", "Привлечь нового клиента",
        "New intranet live by 1 May", "The new website is live", "CRM up and running", "Nytt intranät på plats",
        "Prislistan är uppdaterad", "Новий інтранет працює", "Новий сайт готовий", "Новый интранет работает",
        "Pass the driving test", "Сдать экзамен", "Запустить рекламную кампанию",
    ],
)  # fmt: skip
def test_one_thing_is_done_or_not_done(text: str) -> None:
    goal = read(text)
    assert (goal.criteria.specific.verdict, goal.criteria.measurable.verdict) == ("partial", "partial")
    assert "S.deliverable" in codes(goal, "specific")
    assert "M.done-or-not" in codes(goal, "measurable")


@pytest.mark.parametrize(
    "text",
    ["Publish blog posts", "Hire salespeople", "Get new leads", "Make calls", "Провести вебінари", "Провести вебинары",
     "Досягти успіху", "Получить прибыль", "Привлечь трафик",
     "Make a profit", "Få fler leads", "Publish the case studies", "Boka möten",
     "Get a good NPS", "Do better marketing"],
)  # fmt: skip
def test_several_things_and_levels_need_a_number(text: str) -> None:
    assert read(text).criteria.measurable.verdict == "missing"


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("Reach 500 by June 30", "Reach 500 [what is counted] by June 30"),
        ("Nå 500 senast den 30 juni", "Nå 500 [det som räknas] senast den 30 juni"),
        ("Збільшити на 20 % до червня", "Збільшити [що саме] на 20 % до червня"),
        ("Достичь 500 к 30 июня", "Достичь 500 [чего именно] к 30 июня"),
        ("Increase sales significantly and soon", "Increase sales from [baseline] to [target] by [date]"),
        ("Increase sales significantly by June", "Increase sales from [baseline] to [target] by June"),
        ("Kraftigt öka försäljningen", "Öka försäljningen från [utgångsläge] till [målvärde] senast [datum]"),
        (
            "Значно збільшити продажі",
            "Збільшити продажі з [поточного значення] до [цільового значення] до [дати]",
        ),
        (
            "Быстрее отвечать клиентам",
            "Быстрее отвечать клиентам: с [текущего значения] до [целевого значения] до [даты]",
        ),
        ("Make our customers happier", "Make our customers happier: from [baseline] to [target] by [date]"),
        (
            "Bättre leads och fler kunder",
            "Bättre leads (från [utgångsläge] till [målvärde]) och [antal] kunder senast [datum]",
        ),
        ("Стати лідером ринку до 2028 року", "Стати лідером ринку: [кількість] [чого саме] до 2028 року"),
        ("Do better marketing", "Do better marketing: [number] [what is counted] by [date]"),
        (
            "Improve retention, because we lose money",
            "Improve retention from [baseline] to [target] by [date], because we lose money",
        ),
        (
            "Vi försöker minska returerna",
            "Vi försöker minska returerna från [utgångsläge] till [målvärde] senast [datum]",
        ),
        ("Maintain our NPS", "Maintain our NPS at [target] by [date]"),
        ("Докласти зусиль, щоб залучити 12 клієнтів до 1 травня", "Залучити 12 клієнтів до 1 травня"),
        ("Bring in as many leads as possible", "Bring in [number] leads by [date]"),
        ("Регулярно публиковать статьи", "Регулярно публиковать [количество] статей до [даты]"),
        ("Отримати ліди до березня", "Отримати [кількість] лідів до березня"),
        (
            "Increase revenue a lot and cut costs",
            "Increase revenue from [baseline] to [target] and cut costs from [baseline] to [target] by [date]",
        ),
        ("Få 40 leads i månaden", "Få 40 leads i månaden senast [datum]"),
        ("Більше живих відгуків", "[кількість] живих відгуків до [дати]"),
        ("Получить больше лидов и поскорее", "Получить [количество] лидов до [даты]"),
        ("Get more leads, and soon!", "Get [number] leads by [date]!"),
        ("По возможности, как можно скорее получить больше лидов", "Получить [количество] лидов до [даты]"),
        ("Fördubbla till juni", "Fördubbla [vad] till juni"),
        ("Try to reduce churn from 5 % to 3 %", "Reduce churn from 5 % to 3 % by [date]"),
        ("As much as possible, reduce churn", "Reduce churn from [baseline] to [target] by [date]"),
        ("Försök att minska churn", "Minska churn från [utgångsläge] till [målvärde] senast [datum]"),
    ],
)
def test_a_rewrite_reads_as_a_goal_and_asks_once(text: str, rewrite: str) -> None:
    assert read(text).rewrite == rewrite
    assert read(rewrite).rewrite is None


@pytest.mark.parametrize(
    ("text", "metric", "vague"),
    [
        ("Make our customers happier", "customer_satisfaction", ["happier"]),
        ("Have happier, healthier staff", "employee_engagement", ["happier", "healthier"]),
        ("Leads av bättre kvalitet", "lead_quality", ["bättre"]),
        ("Якісніші ліди", "lead_quality", ["Якісніші"]),
        ("Более дешёвые лиды", "cost_per_lead", ["Более дешёвые"]),
        ("Более активная аудитория", "active_users", ["Более"]),
        ("Get better reviews", "reviews", ["better"]),
        ("Sälja mer till befintliga kunder", "sales", ["mer"]),
        ("Зробити процес продажу коротшим", "sales_cycle_length", ["коротшим"]),
        ("Чтобы больше людей открывали наши письма", "email_open_rate", ["больше"]),
    ],
)
def test_a_comparative_says_what_is_measured(text: str, metric: str, vague: list[str]) -> None:
    goal = read(text)
    assert [target.metric for target in goal.targets] == [metric]
    assert [v.text for v in goal.vague] == vague


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"language": 5}, TypeError, "language is a string, not int"),
        ({"locale": 5}, TypeError, "locale is a string, not int"),
        ({"context": {"team": "marketin"}}, ValueError, "no team 'marketin': choose one of marketing$"),
        ({"context": {"strategy": "in-bound"}}, ValueError, "no strategy 'in-bound': choose one of inbound"),
        ({"context": {"objectives": ["new_custmers"]}}, ValueError, "no metric 'new_custmers': .*new_customers"),
    ],
)
def test_what_cannot_be_used_is_named(given: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Analyzer(**given)


@pytest.mark.parametrize(("text", "error"), [("", ValueError), (5, TypeError)])
def test_a_stream_names_the_place_of_what_it_cannot_read(text: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^texts\[1\]: "):
        list(Analyzer().pipe(["Get 40 leads", text]))


def test_an_objective_that_names_no_metric_is_told() -> None:
    goal = read("Get 40 leads by June", objectives=["Work better together"])
    assert codes(goal, "relevant") == ["R.unknown-objective", "R.assumed-objective", "R.leads-to"]
    goal = read("Get 40 leads by June", objectives=["Work better together", "revenue"])
    assert codes(goal, "relevant") == ["R.unknown-objective", "R.leads-to"]


@pytest.mark.parametrize(
    "text",
    ["Shorten the sales funnel", "Korta säljtratten", "Скоротити воронку продажів", "Сократите воронку продаж"],
)
def test_a_funnel_is_shortened_in_time(text: str) -> None:
    goal = read(text)
    assert [target.metric for target in goal.targets] == ["sales_cycle_length"]
    assert goal.criteria.relevant.verdict == "met"


@pytest.mark.parametrize("source", ["betalda kanaler", "betalkanaler", "betald reklam", "betalannonser"])
def test_swedish_paid_channels_are_no_inbound(source: str) -> None:
    goal = read(f"Få 40 leads via {source} till juni", strategy="inbound")
    assert goal.criteria.relevant.verdict == "missing"
