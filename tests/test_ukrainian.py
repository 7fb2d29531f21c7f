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
        ("Отримати оцінку 4,6 у Google Play", [("review_rating", 4.6)]),
        ("Провести оцінку 40 складів", [(None, 40)]),
        ("Перевести 60 тестових акаунтів на платний план", [("new_customers", 60)]),
        ("12 % учасників вебінару мають стати передплатниками", [("conversion_rate", 12)]),
        ("Частка прострочених оплат 3 %", [(None, 3)]),
        ("Запланувати 6 колаборацій з блогерами", [("partnerships", 6)]),
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
        ("Зараз цикл угоди 75 днів, а до 1 вересня має бути 60", [("sales_cycle_length", 60)]),
        ("Отримати 40 лідів, маркетинг", [("leads", 40)]),
        ("Відтік треба зменшити, а виторг збільшити на 15 %", [("churn_rate", None), ("revenue", 15)]),
        ("40 лідів має дати сайт, 20 лідів — виставка", [("leads", 40), ("leads", 20)]),
        ("Довести кількість сторінок з 1200 до 2050 до травня", [(None, 2050)]),
        ("Зібрати 70 лідiв", [("leads", 70)]),  # the second 'i' is Latin
        ("Знизити CPC до 6 грн, а відсоток недодзвонів — з 40 до 25 %", [("cost_per_click", 6), (None, 25)]),
        ("Підняти маржу до 24 %, порожні рейси — на третину зменшити", [("profit_margin", 24), (None, 33.33)]),
        ("Підняти виручку до 5 млн, львівська філія — до 2 млн", [("revenue", 5_000_000)]),
        ("Знизити середній вік водіїв з 54 до 45 років", [(None, 45)]),
        ("Видимість вакансій довести до 70 %", [(None, 70)]),
        ("Конверсію довести до 9 %", [("conversion_rate", 9)]),
        ("Підвищити врожайність ячменю", [(None, None)]),
        ("Зменшити навантаження на вчителів", [(None, None)]),
        ("Поліпшити схожість моркви", [(None, None)]),
        ("Поліпшити сервіс", []),
        ("Розширити присутність у регіонах", []),
        ("Прибрати склад до п'ятниці", []),
        ("Збільшити базу дилерів", [("partnerships", None)]),
        ("80 сеансів фізіотерапії на тиждень", [(None, 80)]),
        ("1 500 встановлень «Мого двору» до травня", [("app_installs", 1_500)]),
        ("Гурток шахів: 20 учасників до вересня", [(None, 20)]),
        ("Клуб проводить 2 лекції, по 20 учасників на кожній", [("events_held", 2), ("event_registrations", 20)]),
        ("Знизити частку повторних дзвінків до 12 %", [(None, 12)]),
        ("Час перебування пацієнта в стаціонарі — 5 днів", [(None, 5)]),
        ("Підготувати 15 фото нових страв", [(None, 15)]),
        ("Відремонтувати 6 з 11 під'їздів", [(None, 6)]),
        ("Органіка: 9 000 візитів на сайт", [("website_traffic", 9_000)]),
        ("Органіка: 9 000 на місяць", [("organic_traffic", 9_000)]),
        ("Видати каталог виставки до травня", []),
        ("Скласти графік відпусток водіїв", []),
        ("Підготувати програму міжнародної конференції", []),
        ("Зібрати базу клієнтів", [("new_customers", None)]),
        ("Довжина чека: 6,2 → 7 позицій", [(None, 7)]),
        ("Порожній пробіг фур — максимум 14 %", [(None, 14)]),
        ("NPS 60 за опитуванням 300 клієнтів", [("net_promoter_score", 60)]),
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
        ("Порожній пробіг фур — максимум 14 %", None, "outcome"),
        ("Тарас пробіг 10 км", "achieve", "activity"),
        ("Підрядник робить 6 лендингів", "achieve", "activity"),
        ("60 лідів на місяць, а також знизити CPL до 200 грн", None, "outcome"),
        ("350 поширень допису про збір коштів", None, "outcome"),
        ("500 лідів до 1 травня (запуск продукту)", None, "outcome"),
        ("Скарг має стати на чверть менше", "decrease", "outcome"),
        ("Завершити ремонт кухні до Великодня", "achieve", "activity"),
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
        ("Органіка: 9 000 візитів на сайт", ["organic_search"]),
        ("Радіо подорожчало, тож 50 клієнтів приведуть банери", ["display"]),
        ("Запускаємо вебінари, тож із них маємо отримати 40 лідів", ["webinar"]),
        ("40 лідів принесе виставка", ["event"]),
        ("Отримати 60 зворотних посилань, щоб зріс органічний трафік", []),
        ("Залучити 12 партнерів через вебінари та виставки", ["webinar", "event"]),
        ("Викласти 9 робіт на сайт до травня", ["website"]),
        ("Відео про донорство: 50 тис. переглядів на YouTube", ["organic_video"]),
        ("15 SQL з холодних email-розсилок", ["outbound"]),
        ("50 SQL із двох вебінарів", ["webinar"]),
        ("Отримати 50 заявок із сайту, а не з маркетплейсів", ["website"]),
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
        ("Для школи закупити 20 ноутбуків", []),
        ("Оновити сайт гімназії, відповідальний учитель", ["учитель"]),
        ("Підняти середній чек у ресторані, відповідає CFO", ["CFO"]),
        ("Провести 6 вебінарів для HR-директорів, організовує Остап Дячук", ["Остап Дячук"]),
    ],
)
def test_who_heads_a_goal(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in _goal(text).owners] == owners


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Утримання на 7-й день 30 %", []),
        ("Відмов на 15 % менше, ніж у вересні", []),
        ("Повернень має бути менше, ніж торік узимку", []),
        ("50 замовлень, тиждень 14", [date(2027, 4, 11)]),
        ("За 1 тиждень зібрати 40 заявок", [date(2026, 11, 28)]),
        ("Скласти бюджет на 2027 рік до 10 грудня", [date(2026, 12, 10)]),
        ("До 10.09 конверсія лендингу 2,2 %", [date(2027, 9, 10)]),
        ("40 лідів не пізніше осені", [date(2026, 11, 30)]),
        ("Досягти ROMI 180 % за iii квартал", [date(2027, 9, 30)]),
        ("Конверсія 3 %, кінцева дата — 14.02", [date(2027, 2, 14)]),
    ],
)
def test_when_a_goal_is_due(text: str, days: list[date]) -> None:
    assert [deadline.date for deadline in _goal(text).deadlines] == days


def test_a_cadence_behind_a_list_of_labelled_numbers_is_of_the_last():
    goal = _goal("Підписників: 6 200 → 8 000, дописів — 12 на місяць")
    assert [(target.metric, target.per) for target in goal.targets] == [
        ("followers", None),
        ("content_published", "month"),
    ]
    goal = _goal("60 MQL і 12 демо на місяць")
    assert [target.per for target in goal.targets] == ["month", "month"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Довжина черги: 7 машин", "Довжина черги"),
        ("Наповненість груп — 14 дітей", "Наповненість груп"),
        ("Освіта: 12 нових гуртків", "гуртків"),
        ("Порожній пробіг фур — 14 %", "Порожній пробіг фур"),
    ],
)
def test_a_heading_that_is_a_size_says_what_is_measured(text: str, named: str) -> None:
    assert [target.metric_text for target in _goal(text).targets] == [named]
