"""Ukrainian sentences whose words, by their case or by what stands beside them, say something else than alone."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 11, 21)


def _goal(text: str) -> GoalAnalysis:
    return analyze(text, "uk", TODAY)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("З TikTok — 30 заявок, з Pinterest — 15 заявок, до кінця року", [("leads", 30), ("leads", 15)]),
        ("Pinterest: 30 заявок, TikTok: 15", [("leads", 30), ("leads", 15)]),
        ("8 нових робіт на Etsy + 2к кліків із Pinterest", [(None, 8), ("clicks", 2000)]),
        ("Двічі на місяць проводити вебінари", [("events_held", 2)]),
        ("15 тис. MAU до Різдва", [("active_users", 15_000)]),
        ("Чат у Viber: 500 учасників до літа", [("followers", 500)]),
        ("Вебінар у YouTube: 500 учасників", [("event_registrations", 500)]),
        ("Продажі, тис. шт.: 12 → 15", [("sales", 15_000)]),
        ("60 замовлень на пилосос X-200 Pro", [("orders", 60)]),
        ("Ціль №3 — 25 демо", [("demos", 25)]),
        ("Ціль 3: 25 демо", [("demos", 25)]),
        ("Мами 25–40 років: 90 заявок", [("leads", 90)]),
        ("Охоплення радіоролика 70 тис. слухачів", [("reach", 70_000)]),
        ("Готель: завантаження 65 %", [(None, 65)]),
        ("Провести 9 демо на тиждень, маючи лише двох SDR", [("demos", 9)]),
        ("Підняти open rate, бо листи ніхто не читає", [("email_open_rate", None)]),
        ("Зіграти 7 вистав навесні", [(None, 7)]),
        ("Кількість волонтерів 30 до літа", [(None, 30)]),
        ("Щоб середній чек став 700 грн замість 600", [("average_order_value", 700)]),
        ("Продажі в роздрібних мережах +10 %", [("sales", 10)]),
    ],
)
def test_what_a_goal_aims_at(text: str, targets: list[tuple[str | None, float | None]]) -> None:
    assert [(target.metric, target.value) for target in _goal(text).targets] == targets


@pytest.mark.parametrize(
    ("text", "direction", "kind"),
    [
        ("Позиція в топ-3 за запитом «купити чайник»", None, "outcome"),
        ("CSI 85 % за результатами опитування", None, "outcome"),
        ("eNPS відділу розробки 35", None, "outcome"),
        ("Підрядник робить 6 лендингів", "achieve", "activity"),
        ("У квітні 90 замовлень мають прийти через застосунок", "achieve", "outcome"),
    ],
)
def test_which_verb_or_noun_says_the_way(text: str, direction: str | None, kind: str) -> None:
    goal = _goal(text)
    assert (goal.direction, goal.kind) == (direction, kind)


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("3 000 встановлень мають дати блогери", ["influencer"]),
        ("40 лідів принесе виставка", ["event"]),
        ("Отримати 60 зворотних посилань, щоб зріс органічний трафік", []),
        ("Залучити 12 партнерів через вебінари та виставки", ["webinar", "event"]),
        ("Викласти 9 робіт на сайт до травня", ["website"]),
        ("Відео про донорство: 50 тис. переглядів на YouTube", ["organic_video"]),
        ("15 SQL з холодних email-розсилок", ["outbound"]),
    ],
)
def test_what_something_comes_from(text: str, channels: list[str]) -> None:
    assert [channel.id for channel in _goal(text).channels] == channels


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Склад: помилки ≤ 0,4 %", ["Склад"]),
        ("Агенція: 12 запитів на місяць", []),
        ("Кросівки Nike: 90 продажів", []),
        ("Мерчандайзери: 30 магазинів на тиждень", ["Мерчандайзери"]),
        ("Відділення №4: 150 карток", ["Відділення №4"]),
    ],
)
def test_who_heads_a_goal(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in _goal(text).owners] == owners


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Утримання на 7-й день 30 %", []),
        ("50 замовлень, тиждень 14", [date(2027, 4, 11)]),
        ("За 1 тиждень зібрати 40 заявок", [date(2026, 11, 28)]),
        ("Скласти бюджет на 2027 рік до 10 грудня", [date(2026, 12, 10)]),
    ],
)
def test_when_a_goal_is_due(text: str, days: list[date]) -> None:
    assert [deadline.date for deadline in _goal(text).deadlines] == days
