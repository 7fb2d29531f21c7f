"""Which number a cadence is of: its own, not one of another clause or noun."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)

CADENCES = [
    # what is done so often for it
    ("Sälja 5 avtal per tekniker och kvartal", "sv", [(5, "quarter")]),
    ("Write 2 reports for each team and month", "en", [(2, "month")]),
    ("Get 40 leads by hosting a weekly webinar", "en", [(40, None)]),
    ("Get 12,000 followers by posting daily", "en", [(12000, None)]),
    ("Hold weekly meetings and win 20 customers", "en", [(20, None)]),
    ("Post daily to reach 10,000 followers", "en", [(10000, None)]),
    ("Win 20 customers by June; review weekly", "en", [(20, None)]),
    ("Send a weekly newsletter to 400 subscribers", "en", [(400, None)]),
    ("Increase conversion by 20% using weekly webinars", "en", [(20, None)]),
    ("Få 12 000 följare genom att posta dagligen", "sv", [(12000, None)]),
    ("Håll möten varje vecka och vinn 20 kunder", "sv", [(20, None)]),
    ("Öka konverteringen med 20 % genom veckovisa tester", "sv", [(20, None)]),
    ("Проводити щотижневі зустрічі та залучити 20 клієнтів", "uk", [(20, None)]),
    ("Отримати 12 000 підписників, публікуючи дописи щодня", "uk", [(12000, None)]),
    ("Получить 40 лидов к июлю; проверять еженедельно", "ru", [(40, None)]),
    ("Получить 40 лидов, проводя еженедельные вебинары", "ru", [(40, None)]),
    # what is sold for a term
    ("Sell 100 annual subscriptions", "en", [(100, None)]),
    ("Sälj 100 årliga prenumerationer", "sv", [(100, None)]),
    ("Продати 100 щорічних підписок", "uk", [(100, None)]),
    ("Продать 100 ежегодных подписок", "ru", [(100, None)]),
    ("Sign 12 annual contracts", "en", [(12, None)]),
    ("Move 500 customers to annual plans", "en", [(500, None)]),
    # another verb's
    ("Once a quarter run a survey and keep eNPS above 25", "en", [(25, None)]),
    ("Раз в квартал проводить опрос и держать eNPS выше 25", "ru", [(25, None)]),
    # its own
    ("Win 20 leads per calendar week", "en", [(20, "week")]),
    ("5 demos every working week", "en", [(5, "week")]),
    ("3 articles published every week", "en", [(3, "week")]),
    ("Each month, win 20 customers", "en", [(20, "month")]),
    ("Increase monthly visitors from 200 to 500", "en", [(200, "month"), (500, "month")]),
    ("Call 10 prospects daily and win 3 customers a month", "en", [(10, "day"), (3, "month")]),
    ("Publish 2 posts weekly and get 300 subscribers", "en", [(2, "week"), (300, None)]),
    ("Månatliga intäkter på 80 000 kr", "sv", [(80000, "month")]),
    ("Varje månad ska vi vinna 20 kunder", "sv", [(20, "month")]),
    ("Щомісячний дохід 80 000 грн", "uk", [(80000, "month")]),
    ("20 лідів кожного робочого тижня", "uk", [(20, "week")]),
    ("Send 2 newsletters every Monday", "en", [(2, "week")]),
    ("Publicera 4 videor varje sommar", "sv", [(4, "year")]),
    ("Проводити 2 воркшопи кожен березень", "uk", [(2, "year")]),
    ("Публиковать 4 видео каждое лето", "ru", [(4, "year")]),
    ("Чтобы расти, ежемесячно привлекать 20 клиентов", "ru", [(20, "month")]),
    ("Квартальный доход 80 000 руб.", "ru", [(80000, "quarter")]),
    ("Reach €2m in annual turnover", "en", [(2_000_000, "year")]),
    ("Nå 4 000 aktiva användare per månad", "sv", [(4000, "month")]),
    ("Збільшити місячний дохід до 80 000 грн", "uk", [(80000, "month")]),
    ("Поднять недельные продажи до 90 штук", "ru", [(90, "week")]),
    ("Иметь 4000 активных пользователей в месяц", "ru", [(4000, "month")]),
    ("Öka årsomsättningen till 2 mkr", "sv", [(2_000_000, "year")]),
    ("Höj veckoförsäljningen till 90 enheter", "sv", [(90, "week")]),
    ("Vinn 4 kunder med en årsomsättning över 10 mkr", "sv", [(4, None), (10_000_000, None)]),
    # what a verb behind the number has for its object
    ("90 % of drivers pass the annual check", "en", [(90, None)]),
    ("85 % кухарів мають пройти щорічне навчання", "uk", [(85, None)]),
    ("90 % водителей прошли ежегодный инструктаж", "ru", [(90, None)]),
    # how long it is
    ("Sälj 90 årsabonnemang", "sv", [(90, None)]),
    ("Провести 3 місячних курси до травня", "uk", [(3, None)]),
    ("Провести 3 недельных курса до мая", "ru", [(3, None)]),
]


@pytest.mark.parametrize(
    ("language", "text", "thing", "per"),
    [
        ("en", "Every week darn 12 socks", "socks", "week"),
        ("en", "Each month, varnish 4 chairs", "chairs", "month"),
        ("sv", "Varje månad lacka 4 stolar", "stolar", "month"),
        ("uk", "Щомісяця лагодити 12 велосипедів", "велосипедів", "month"),
        ("uk", "Щотижня перевіряти 40 вогнегасників", "вогнегасників", "week"),
        ("ru", "Каждую неделю штопать 12 носков", "носков", "week"),
        ("ru", "Еженедельно проверять 40 огнетушителей", "огнетушителей", "week"),
    ],
)
def test_a_cadence_opens_the_work_of_any_verb(language: str, text: str, thing: str, per: str) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert [(target.metric_text, target.per) for target in goal.targets] == [(thing, per)]
    assert (goal.direction, goal.kind) == ("achieve", "activity")


@pytest.mark.parametrize(("text", "language", "expected"), CADENCES)
def test_a_cadence_is_of_its_own_number(text: str, language: str, expected: list[tuple[float, str | None]]) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert [(number.value, number.per) for number in goal.numbers] == expected
