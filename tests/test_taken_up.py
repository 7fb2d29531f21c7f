"""How many of a thing there are in one clause, and how many there are to be in the next, which does not name it."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 9, 1)

Read = list[tuple[str | None, str | None, float | None, float | None]]


def _read(language: str, text: str) -> Read:
    targets = analyze(text, language=language, today=TODAY).targets
    return [(t.metric_text, t.direction, t.value, t.baseline) for t in targets]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        # the verb says what is done, the next clause only how much is wanted
        ("en", "We sell 40 cakes a week; we need 60", ("cakes", "increase", 60, 40)),
        ("en", "We publish 5 articles a month and want 9", ("articles", "increase", 9, 5)),
        ("sv", "Vi publicerar 5 artiklar i veckan och vill ha 9", ("artiklar", "increase", 9, 5)),
        ("uk", "Продаємо 40 тортів на тиждень, треба 60", ("тортів", "increase", 60, 40)),
        ("ru", "Принимаем 30 пациентов в день, нужно 45 к маю", ("пациентов", "increase", 45, 30)),
        ("ru", "Сейчас теряем 6 % клиентов в месяц, хотим не больше 4 %", ("клиентов", "decrease", 4, 6)),
        ("ru", "Средний чек сейчас 900 ₽, нужно 1200", ("Средний чек", "increase", 1200, 900)),
        ("en", "Our attic has 16 wasp nests; we want to bring them down to 2", ("wasp nests", "decrease", 2, 16)),
        ("en", "There are 9 barn owls. By 2028 we want 14.", ("barn owls", "increase", 14, 9)),
        ("en", "The mill grinds 40 sacks a week; by spring it should be 60", ("sacks", "increase", 60, 40)),
        ("en", "The children counted 30 newts last year. Now get to 45.", ("newts", "achieve", 45, 30)),
        ("en", "Now there are 5 foals; next spring there should be 8", ("foals", "increase", 8, 5)),
        ("en", "We have 8 goats; in two years we want 15 goats", ("goats", "increase", 15, 8)),
        ("sv", "Vi har bara 6 kanoter – det ska bli fler: målet är 11", ("kanoter", "increase", 11, 6)),
        ("sv", "Klubben har 18 hjälmar i dag; om ett år behövs 30", ("hjälmar", "increase", 30, 18)),
        ("sv", "I fjol kokade barnen 15 liter lingonsylt; i år behövs 25", ("lingonsylt", "increase", 25, 15)),
        ("sv", "Kvar på vinden står 22 trasiga stolar – få ner dem till 4", ("trasiga stolar", "decrease", 4, 22)),
        ("uk", "Зараз у ставку живе 40 качок. Хочемо, щоб жило 60", ("качок", "increase", 60, 40)),
        ("uk", "У нас лише 12 саней, а потрібно 20", ("саней", "increase", 20, 12)),
        ("uk", "Торік висіяли 12 га люпину, навесні висіємо 18", ("люпину", "achieve", 18, 12)),
        ("uk", "Знову 14 кривих цвяхів! Щоб завтра лишилося не більше 3", ("кривих цвяхів", "decrease", 3, 14)),
        ("ru", "Прошлой осенью собрали 8 кг облепихи, теперь хотим 12 кг", ("облепихи", "increase", 12, 8)),
        ("ru", "Весной насчитали 6 журавлей, к осени рассчитываем на 15", ("журавлей", "increase", 15, 6)),
        ("ru", "Связали уже 14 шарфов, надо 40", ("шарфов", "increase", 40, 14)),
        ("ru", "Ульев на пасеке 12. К маю надо увеличить их число до 30.", ("Ульев", "increase", 30, 12)),
        ("ru", "Было 9 прялок, стало 17, будет 40", ("прялок", "increase", 40, 17)),
        # so many more of them
        ("en", "There are 18 clubs at school now. By October we open 6 more.", ("clubs", "achieve", 6, 18)),
        ("uk", "У нас 8 кіз, до літа купимо ще 3", ("кіз", "achieve", 3, 8)),
        ("ru", "Сейчас в школе 18 кружков. К маю откроем ещё 6.", ("кружков", "achieve", 6, 18)),
    ],
)
def test_a_bare_number_is_of_what_the_clause_before_counts(language: str, text: str, read: tuple[object, ...]) -> None:
    assert _read(language, text) == [read]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        (
            "en",
            "The shed holds 5 harps and 9 lutes; we want 8 and 12 respectively",
            [("harps", 8, 5), ("lutes", 12, 9)],
        ),
        ("sv", "Förra året blev det 5 föl och 9 lamm; i år behövs 8 respektive 14", [("föl", 8, 5), ("lamm", 14, 9)]),
        ("uk", "Зараз у нас 5 лошат і 12 ягнят, а треба 8 і 20 відповідно", [("лошат", 8, 5), ("ягнят", 20, 12)]),
        (
            "ru",
            "У нас 5 козлят и 12 гусят, а нужно 8 и 20 соответственно",
            [("козлят", 8, 5), ("гусят", 20, 12)],
        ),
    ],
)
def test_bare_numbers_are_of_several_things_in_turn(language: str, text: str, read: list[tuple[object, ...]]) -> None:
    assert [(name, value, was) for name, _, value, was in _read(language, text)] == read


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("en", "Wren nests 40 (22 now), wet mats 5 (13 now)", [("Wren nests", 40, 22), ("wet mats", 5, 13)]),
        ("en", "Oars | 14 | 2027-05-01", [("Oars", 14, None)]),
        ("sv", "Trasiga vantar 3 (9 i dag), slöjor 12 (7 i dag)", [("Trasiga vantar", 3, 9), ("slöjor", 12, 7)]),
        ("uk", "Гусей стане 60 замість 45, а качок — 30 замість 20", [("Гусей", 60, 45), ("качок", 30, 20)]),
        ("uk", "Замість 7 прогулянок на тиждень — 4", [("прогулянок", 4, 7)]),
        ("uk", "Груш 15 (було 9), слив 22 (було 14)", [("Груш", 15, 9), ("слив", 22, 14)]),
        ("ru", "Ели: 300. Клёны: 120. К осени.", [("Ели", 300, None), ("Клёны", 120, None)]),
    ],
)
def test_lists_without_a_verb(language: str, text: str, read: list[tuple[object, ...]]) -> None:
    assert [(name, value, was) for name, _, value, was in _read(language, text)] == read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We have 14 kayaks; buy two by June"),
        ("en", "Our farm has 40 cows; milk yield should reach 30 litres"),
        ("en", "We have 3 sheds and want 40 hens"),
        ("sv", "Vi har 14 sadlar; nu ska ridläraren köpa två till oktober"),
        ("uk", "Спершу посадимо 15 кленів, потім доведемо до 30"),
        ("ru", "Собрали 40 кг клюквы. Сварить 20 банок варенья"),
        ("ru", "У нас 14 лодок, надо купить 2"),
    ],
)
def test_a_number_of_something_else_has_no_such_baseline(language: str, text: str) -> None:
    assert [was for *_, was in _read(language, text)].count(None) == len(_read(language, text))


def test_what_remains_is_not_kept_where_there_is_more() -> None:
    assert _read("ru", "Опять 30 битых горшков! Чтобы к маю осталось не больше 5.")[0][1] == "decrease"
    assert _read("en", "Keep lost keys below 5 a month (now 3)")[0][1] == "maintain"


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("en", "The app brings only 12 orders a week; raise that to 30", ("orders", 30, 12, "week")),
        ("en", "Google Shopping gives 7 sales a day; Alina will raise it to 12", ("sales", 12, 7, "day")),
        ("en", "Only 9 orders came by word of mouth; let us raise that to 25", ("orders", 25, 9, None)),
        ("sv", "Mässor ger 7 leads i månaden, Alina ska höja det till 12", ("leads", 12, 7, "month")),
        ("sv", "Bara 9 ordrar kom via återförsäljare; låt oss öka det till 25", ("orders", 25, 9, None)),
        ("uk", "Сайт приносить лише 12 заявок на тиждень, треба підняти до 30", ("leads", 30, 12, "week")),
        ("ru", "Партнёры приводят 10 клиентов в квартал; нарастить до 18", ("new_customers", 18, 10, "quarter")),
    ],
)
def test_what_a_channel_brings_is_the_baseline_of_what_it_is_raised_to(language, text, read) -> None:
    (target,) = analyze(text, language, TODAY).targets
    assert (target.metric, target.value, target.baseline, target.per) == read
    assert target.direction == "increase"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Get 12 orders a week; raise sales to 30"),
        ("sv", "Ge oss 12 leads i veckan, höj till 30"),
        ("ru", "Получить 10 клиентов; поднять продажи до 18"),
        ("en", "We open 3 shops in May and need 20 sellers"),
        ("ru", "Набираем 30 учеников к сентябрю, нужны 4 педагога"),
        ("uk", "Отримуємо 40 заявок на місяць і хочемо 60 відгуків"),
    ],
)
def test_what_is_wanted_is_no_baseline(language, text) -> None:
    assert all(target.baseline is None for target in analyze(text, language, TODAY).targets)
