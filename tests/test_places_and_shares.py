"""Places in a ranking, shares said by their metric, who pays, what things cost, and clauses of reason and condition."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language, today=date(2026, 9, 1))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Climb from 9th to 2nd position on Google for 'vet Leeds'"),
        ("sv", "Gå från nionde till andra plats på Google för ”veterinär Lund”"),
        ("uk", "Піднятися з 9-го на 2-ге місце у видачі за запитом «ветеринар Луцьк»"),
        ("uk", "Вийти з дев'ятого на друге місце у видачі"),
        ("ru", "Подняться с 9-го на 2-е место в выдаче по запросу «ветеринар Тверь»"),
        ("ru", "Подняться с девятого на второе место в выдаче"),
    ],
)
def test_places_of_a_ranking(language: str, text: str) -> None:
    target = _goal(language, text).targets[0]
    assert (target.metric, target.value, target.baseline, target.change) == ("search_ranking", 2, 9, "level")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Raise the percentage of won bids from 31 to 38"),
        ("sv", "Höj andelen vunna anbud från 31 till 38"),
        ("sv", "Höj procentandelen nöjda hyresgäster från 31 till 38"),
        ("uk", "Підняти відсоток виграних тендерів з 31 до 38"),
        ("uk", "Підняти частку виграних тендерів з 31 до 38"),
        ("uk", "Відсоток заявок, що стають замовленнями, підняти з 31 до 38"),
        ("ru", "Поднять процент выигранных тендеров с 31 до 38"),
        ("ru", "Процент лидов, которые доходят до оплаты, поднять с 31 до 38"),
    ],
)
def test_units_that_a_share_gives(language: str, text: str) -> None:
    numbers = _goal(language, text).numbers
    assert [(n.value, n.unit, n.role) for n in numbers] == [(31, "percent", "baseline"), (38, "percent", "target")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        # of whom a sum is, what things of the work behind a colon cost
        ("en", "Collect $90k of fees from 12 tenants by May", 90_000),
        ("sv", "Driv in 90 000 kr i avgifter från 12 hyresgäster före maj", 90_000),
        ("uk", "Стягнути 90 тис. грн внесків від 12 орендарів до травня", 90_000),
        ("ru", "Взыскать 90 тыс. руб. взносов от 12 арендаторов до мая", 90_000),
        ("en", "Raise the average order from 30 to 36 euros: put gifts under 5 euros by the till", 36),
        ("sv", "Höj snittordern från 300 till 360 kr: lägg presenter under 50 kr vid kassan", 360),
        ("uk", "Підняти середній чек з 300 до 360 грн: викласти біля каси дрібниці до 50 грн", 360),
        ("ru", "Поднять средний чек с 300 до 360 руб.: выложить у кассы мелочи до 50 руб.", 360),
        # a bound before the preposition of a level that is reached
        ("uk", "Рентабельність теплиці вивести щонайменше на 25 %", 25),
        ("ru", "Рентабельность теплицы вывести хотя бы на 25 %", 25),
        # what a rival has, beside a bound that opens clauses elsewhere
        ("uk", "Конкурент має 9 тис. підписників, нам би набрати хоч 7 тис. до літа", 7_000),
        ("ru", "Конкурент имеет 9 тыс. подписчиков, нам бы набрать хоть 7 тыс. до лета", 7_000),
        # a wish behind its metric, without a comma
        ("uk", "Скарг на кур'єрів щоб було не більше шести на місяць", 6),
        ("ru", "Жалоб на курьеров чтобы было не больше шести в месяц", 6),
        # a level behind a dash
        ("uk", "Рівень задоволеності гостей за опитуванням — 92 %", 92),
        # a letter of a class is no name
        ("uk", "Вивчити з 7-А дев'ять віршів до травня", 9),
    ],
)
def test_the_one_aim(language: str, text: str, value: float) -> None:
    targets = _goal(language, text).targets
    assert [(t.value, t.change) for t in targets] == [(value, "level")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Open 40 new depots by May and raise CSAT from 70 to 80 %"),
        ("sv", "Öppna 40 nya depåer före maj och höj CSAT från 70 till 80 %"),
        ("uk", "Відкрити 40 нових складів до травня та підняти CSAT з 70 до 80 %"),
        ("ru", "Открыть 40 новых складов до мая и поднять CSAT с 70 до 80 %"),
    ],
)
def test_two_aims(language: str, text: str) -> None:
    assert [(t.value, t.baseline) for t in _goal(language, text).targets] == [(40, None), (80, 70)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Översätt prislistan till finska, eftersom exportavdelningen har bett om det"),
        ("uk", "Перекласти прайс польською, бо експортний відділ давно просить"),
        ("ru", "Перевести прайс на польский, потому что экспортный отдел давно просит"),
        ("sv", "Byrån begär 40 000 kr i månaden, så vi vill få minst 90 leads från den"),
        ("uk", "Агентство просить 40 тис. грн на місяць, тож хочемо отримати від нього 90 лідів"),
        ("ru", "Агентство просит 40 тыс. руб. в месяц, поэтому хотим получить от него 90 лидов"),
    ],
)
def test_who_only_asks(language: str, text: str) -> None:
    assert not _goal(language, text).owners


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "60 orders a month from newsletters, if the app is released"),
        ("uk", "Із розсилок — 60 замовлень на місяць, якщо застосунок випустять"),
        ("ru", "Из рассылок — 60 заказов в месяц, если приложение выпустят"),
    ],
)
def test_conditions(language: str, text: str) -> None:
    goal = _goal(language, text)
    assert [c.id for c in goal.channels] == ["email"]
    assert goal.kind == "outcome"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Implement ISO 14001 by May"),
        ("uk", "Впровадити ISO 14001 до травня"),
        ("ru", "Внедрить ISO 14001 до мая"),
    ],
)
def test_deliverables_by_name(language: str, text: str) -> None:
    assert _goal(language, text).criteria.measurable.verdict == "partial"


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        # a shop where something unknown is to become less is only where that is
        ("en", "Cut shrinkage in the shops by 10% by May", ()),
        ("sv", "Minska svinnet i butikerna med 10 % till maj", ()),
        ("ru", "Снизить списания в магазинах на 10 % к маю", ()),
        ("ru", "Поднять выручку в наших точках на 10 % к маю", ("in_store",)),
        ("ru", "Собрать в магазинах 300 анкет к маю", ("in_store",)),
        # a sum of channels is no growth, what is sent on paper no e-mail
        ("ru", "Баннеры на остановках плюс радио: 60 звонков к маю", ("out_of_home", "radio")),
        ("ru", "Рассылка бумажных каталогов: 90 заказов к маю", ("direct_mail",)),
        ("ru", "Получать от местных партнёров 15 % выручки к маю", ("partner",)),
        ("ru", "Найти 20 волонтёров по сарафанному радио к маю", ("referral",)),
    ],
)
def test_where_and_how_something_comes(language: str, text: str, channels: tuple[str, ...]) -> None:
    goal = _goal(language, text)
    assert goal.targets[0].channels == channels
    assert text[0] != "Б" or goal.direction is None


@pytest.mark.parametrize(
    ("language", "text", "channel"),
    [
        ("en", "Sales in our stores: +10% by May", "in_store"),
        ("en", "Conversion on the product page from 2% to 3%", "website"),
        ("sv", "Försäljningen i butikerna: +10 % till maj", "in_store"),
        ("sv", "Höja konverteringsgraden på landningssidan till 2,4 %", "website"),
        ("sv", "Korta laddtiden på produktsidorna till 2 sekunder", "website"),
        ("uk", "Підняти середній чек на касах на 10 %", "in_store"),
        ("ru", "Средний чек в рознице: +10 % к маю", "in_store"),
        ("ru", "Поднять средний чек в приложении на 10 %", "mobile_app"),
    ],
)
def test_where_something_is_measured_is_a_channel(language: str, text: str, channel: str) -> None:
    goal = analyze(text, language, date(2026, 11, 21))
    assert [(target.channels, len(goal.metrics)) for target in goal.targets] == [((channel,), 1)]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "Win 90 leads via SEO, from TV 30, from radio 9", [(90, "organic_search"), (30, "tv"), (9, "radio")]),
        ("en", "Revenue: £9,000 from Etsy, £4,000 from the showroom", [(9000, "marketplace"), (4000, "in_store")]),
        ("en", "Orders | eBay 30/week | Viber 12/week", [(30, "marketplace"), (12, "messenger")]),
        ("en", "Demos: website 12, cold calls 8, newsletter 5", [(12, "website"), (8, "outbound"), (5, "email")]),
        ("en", "Newsletter → 30 orders; SMS → 12 orders", [(30, "email"), (12, "sms")]),
        ("en", "Sell 200 tickets in the shop and 300 online", [(200, "in_store"), (300, "online")]),
        ("en", "20 orders by phone and 30 online by May", [(20, "outbound"), (30, "online")]),
        ("sv", "Vi vill ha 90 leads från tv, från radio 30 och mässor 9", [(90, "tv"), (30, "radio"), (9, "event")]),
        ("sv", "Order: nyhetsbrev – 30, Tradera – 12", [(30, "email"), (12, "marketplace")]),
        ("sv", "SEO ska ge 30 leads, annonser 12", [(30, "organic_search"), (12, "online")]),
        ("uk", "З телебачення хочемо 90 заявок, з радіо 30", [(90, "tv"), (30, "radio")]),
        ("uk", "Замовлення: розсилка — 30, Rozetka — 12", [(30, "email"), (12, "marketplace")]),
        ("ru", "Из радио хотим 90 заявок, из газет 20", [(90, "radio"), (20, "print")]),
        ("ru", "Заявки: сайт — 30, холодные звонки — 12", [(30, "website"), (12, "outbound")]),
        ("ru", "SEO даст 30 лидов, радио — 12", [(30, "organic_search"), (12, "radio")]),
    ],
)  # fmt: skip
def test_a_breakdown_repeats_its_metric(language: str, text: str, parts: list[tuple[int, str]]) -> None:
    goal = _goal(language, text)
    assert [(t.value, *t.channels) for t in goal.targets] == parts
    assert len({t.metric for t in goal.targets} - {None}) == 1
    assert goal.owners == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna: 10 demos, Tom: 8"),
        ("en", "Team North: 10 demos, Team South: 8, both in Q2"),
        ("sv", "Anna: 10 demor, Johan: 8"),
        ("uk", "Олена: 10 угод, Іван: 8"),
        ("ru", "Анна: 10 сделок, Иван: 8"),
    ],
)
def test_owners_with_numbers_of_their_own_share_a_metric(language: str, text: str) -> None:
    goal = _goal(language, text)
    assert [target.value for target in goal.targets] == [10, 8]
    assert len({target.metric for target in goal.targets} - {None}) == 1
    assert len(goal.owners) == 2
