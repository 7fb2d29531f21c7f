"""What was stands beside what is to be: in a clause of its own, in a bracket, or in a part of what is counted."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import GoalAnalysis, analyze

TODAY = date(2026, 11, 21)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language, TODAY)


@pytest.mark.parametrize(
    ("language", "text", "was", "to_be"),
    [
        ("en", "We sold 12 kayaks last summer and want 20 this year", 12, 20),
        ("en", "Our blog brought 300 sign-ups in April; by September we want 450", 300, 450),
        ("en", "After last year's 310 orders, we want 400 in 2027", 310, 400),
        ("en", "ROAS slipped from 5.1x to 3.8x. The target for March is 4.5x", 3.8, 4.5),
        ("en", "Last year we had 310 new customers; in 2027 we want 400", 310, 400),
        ("en", "We lost 14% of members last winter. Get membership to 620 by June", None, 620),
        ("en", "Our support had 90 complaints in May; in July it should be no more than 60", 90, 60),
        ("en", "Season tickets: 300 by 1 April (last season 265)", 265, 300),
        ("en", "Complaints jumped from 22 to 41 a month. Bring them back below 25 a month", 41, 25),
        ("en", "Get 70% of residents to sort waste by June; only 31% do so now", 31, 70),
        ("en", "NPS is 30. Raise it by 10 points by June", 30, 10),
        ("en", "Only 28% of customers come back. Raise the repeat purchase rate to 35% by May", None, 35),
        ("sv", "Kötiden i kassan är 8 minuter. Vi vill få den till 5 minuter", 8, 5),
        ("sv", "Gymmet har 1 350 medlemmar. Till juni ska antalet medlemmar vara 1 500", 1350, 1500),
        ("uk", "Черга на касі — 8 хвилин. Скоротити її до 5 хвилин", 8, 5),
        ("ru", "Очередь на кассе — 8 минут. Сократить её до 5 минут", 8, 5),
        ("ru", "К маю 70 % жильцов должны сортировать мусор, всего 40 % делают это сейчас", 40, 70),
        ("uk", "Знизити плинність до 26 % за 2027 рік: торік вона становила 38 %", 38, 26),
        ("ru", "Собрать 300 отзывов к маю: в прошлом году собрали 210, а летом зал закроют", 210, 300),
        ("ru", "Подписчиков за лето прибавилось 900, к Новому году хочу дойти до 5000", None, 5000),
        ("sv", "Följarna blev 900 fler förra året. Nu ska vi till 8 000", None, 8000),
        ("sv", "Klubben har krympt tre år i rad. Vi vill nå 220 medlemmar", None, 220),
        ("en", "Today we publish 9 articles a week; from May it should be at least 12 a week", 9, 12),
        ("sv", "Redaktionen publicerar i dag 9 artiklar i veckan; från maj ska det bli minst 12", 9, 12),
        ("ru", "Сегодня редакция публикует 9 статей в неделю; с мая должно быть не меньше 12", 9, 12),
        ("en", "Leads | 120 (actual) | 200 (plan)", 120, 200),
        ("uk", "Ліди | 120 (факт) | 200 (план)", 120, 200),
        ("sv", "Antal elever | 12 (2025) | 14 (2027)", 12, 14),
        ("sv", "Förra läsåret hade vi 40 elever, nu vill vi ha 60", 40, 60),
        ("uk", "Минулого сезону продали 265 квитків, цього хочемо 300", 265, 300),
        ("ru", "В прошлом сезоне продали 265 билетов, в этом хотим 300", 265, 300),
        ("sv", "I fjol sålde vi 12 kajaker, i år vill vi sälja 20", 12, 20),
        ("sv", "I april gav bloggen 300 registreringar; till september vill vi ha 450", 300, 450),
        ("uk", "Торік продали 12 каяків, цього року хочемо 20", 12, 20),
        ("uk", "У квітні блог приніс 300 реєстрацій; до вересня хочемо 450", 300, 450),
        ("ru", "В прошлом году продали 12 каяков, в этом хотим 20", 12, 20),
        ("ru", "В апреле блог принёс 300 регистраций; к сентябрю хотим 450", 300, 450),
    ],
)
def test_a_clause_of_the_past_holds_the_baseline_and_no_deadline(language, text, was, to_be):
    goal = _goal(language, text)

    assert [(target.baseline, target.value) for target in goal.targets] == [(was, to_be)]
    assert len(goal.deadlines) <= 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "120 tickets sold in May, 200 in June"),
        ("sv", "Höj NPS till 55, sänk klagomålen med 30 %"),
        ("uk", "Зібрати 120 відгуків у травні, 200 — у червні"),
        ("ru", "Нужно, чтобы в мае закрыли 30 сделок, а в июне 40"),
    ],
)
def test_what_is_to_be_done_is_not_of_the_past(language, text):
    assert [number.role for number in _goal(language, text).numbers].count("baseline") == 0


@pytest.mark.parametrize(
    ("language", "text", "was", "to_be"),
    [
        ("en", "Collect 60 reviews by June (we have 41)", 41, 60),
        ("en", "60% of bookings by phone by June (today 35)", 35, 60),
        ("en", "NPS of 50 by the end of June (last survey: 41)", 41, 50),
        ("en", "Churn (12 %) down to 8 % by June", 12, 8),
        ("en", "+12 NPS points by June – we closed last year on 31", 31, 12),
        ("sv", "60 recensioner före juni (vi har 41)", 41, 60),
        ("sv", "Sänk bortfallet (12 %) till 8 % i höst", 12, 8),
        ("uk", "60 відгуків до червня (маємо 41)", 41, 60),
        ("uk", "Знизити відтік (12 %) до 8 % восени", 12, 8),
        ("ru", "60 отзывов к июню (сейчас у нас 41)", 41, 60),
        ("ru", "Снизить отток (12 %) до 8 % осенью", 12, 8),
    ],
)
def test_a_note_in_brackets_or_behind_a_dash_says_what_is(language, text, was, to_be):
    assert [(target.baseline, target.value) for target in _goal(language, text).targets] == [(was, to_be)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "40 demos, 15 of them with banks"),
        ("sv", "40 demos, varav 15 med banker"),
        ("uk", "40 демо, 15 з них із банками"),
        ("ru", "40 демо, 15 из них с банками"),
        ("en", "Whatever becomes of the grant (we applied for $60,000), hold 40 demos"),
    ],
)
def test_a_part_and_what_is_only_told_are_no_targets(language, text):
    assert [target.value for target in _goal(language, text).targets] == [40]


@pytest.mark.parametrize(
    ("language", "text", "was", "to_be"),
    [
        ("en", "Win 50 testimonials by June, we have 31 today", 31, 50),
        ("en", "No-shows down to 5 % in Q2, last quarter they stood at 8", 8, 5),
        ("en", "Cut delivery time to 3 days, right now it takes 7", 7, 3),
        ("en", "Win 12 more clubs compared with 2025, when we had 40", 40, 12),
        ("en", "Get the open rate up, 19% is too low, 24% by May", 19, 24),
        ("sv", "Få 50 omdömen till juni, vi har 31 i dag", 31, 50),
        ("sv", "Avhoppen ska ner till 5 % i Q2, förra kvartalet låg de på 8", 8, 5),
        ("sv", "Leveranstiden ska ner till 3 dagar, just nu tar det 7", 7, 3),
        ("sv", "Öka antalet föreningar med 12 jämfört med 2025, då vi fick 40", 40, 12),
        ("sv", "Få upp öppningsgraden, 19 % är för lite, 24 % i maj", 19, 24),
        ("uk", "Зібрати 50 відгуків до червня, сьогодні їх 31", 31, 50),
        ("uk", "Відтік до 5 % у другому кварталі, минулого кварталу було 8", 8, 5),
        ("uk", "Підняти відкриваність, 19 % – це замало, 24 % у травні", 19, 24),
        ("ru", "Собрать 50 отзывов к июню, сегодня их 31", 31, 50),
        ("ru", "Отток до 5 % во втором квартале, в прошлом квартале было 8", 8, 5),
        ("ru", "Поднять открываемость, 19 % — это мало, 24 % в мае", 19, 24),
    ],
)
def test_a_bare_number_behind_the_aim_says_what_is_or_was(language, text, was, to_be):
    goal = _goal(language, text)

    assert [(target.baseline, target.value) for target in goal.targets] == [(was, to_be)]
    assert all(deadline.date != TODAY for deadline in goal.deadlines)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Win 12 clubs in May, our competitor had 40 last year"),
        ("sv", "Vinn 12 klubbar i maj, rivalen hade 40 i fjol"),
    ],
)
def test_what_others_have_is_no_baseline(language, text):
    assert [target.baseline for target in _goal(language, text).targets] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Raise the open rate above 30 % in May"),
        ("sv", "Höj öppningsgraden över 30 % i maj"),
        ("uk", "Підняти відкриваність вище 30 % у травні"),
        ("ru", "Поднять открываемость выше 30 % в мае"),
    ],
)
def test_a_place_that_a_share_is_to_get_above_is_a_level(language, text):
    assert [(target.value, target.change) for target in _goal(language, text).targets] == [(30, "level")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last year we opened 14 depots; now online sales must grow by 18% in Q2"),
        ("sv", "Förra året öppnade vi 14 depåer; nu ska försäljningen öka med 18 % i Q2"),
        ("uk", "З 2009 року ми відкрили 14 складів; тепер продажі мають зрости на 18 % у Q2"),
        ("uk", "Маємо 14 складів; продажі мають зрости на 18 %"),
        ("ru", "В прошлом году нашли 14 клиентов, теперь нужно поднять продажи на 18 % в Q2"),
        ("ru", "У нас 14 складов; продажи должны вырасти на 18 %"),
    ],
)
def test_what_is_counted_of_another_thing_is_no_baseline(language: str, text: str) -> None:
    goal = _goal(language, text)
    assert [(target.metric, target.baseline, target.value) for target in goal.targets] == [("sales", None, 18)]
    assert goal.owners == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last year we had 340 leads; now leads must grow by 18%"),
        ("sv", "Förra året hade vi 340 leads; nu ska antalet leads öka med 18 %"),
        ("uk", "Торік ми мали 340 лідів; тепер кількість лідів має зрости на 18 %"),
        ("ru", "В прошлом году было 340 лидов; теперь число лидов должно вырасти на 18 %"),
    ],
)
def test_what_was_counted_of_the_same_thing_is_one(language: str, text: str) -> None:
    assert [(target.baseline, target.value) for target in _goal(language, text).targets] == [(340, 18)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Our best trainer left in March. Win 30 members.", 30),
        ("en", "Since the move in January rents have risen; now cut them by 4%", 4),
        ("en", "We haven't raised fees in 3 years and want to raise them by 4%", 4),
        ("sv", "Sedan flytten i januari har utgifterna ökat; nu ska de sänkas med 4 %", 4),
        ("uk", "Продажі не росли протягом двох років; збільшити їх на 4 %", 4),
        ("ru", "После переезда в январе расходы выросли; снизить их на 4 %", 4),
        ("ru", "Лучший тренер ушёл в марте. Привлечь 30 клиентов.", 30),
    ],
)
def test_what_happened_in_a_sentence_beside_is_no_deadline(language: str, text: str, value: float) -> None:
    goal = _goal(language, text)
    assert ([target.value for target in goal.targets], goal.deadlines) == ([value], ())


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Raise donations by 12% in 2027; last year they fell by 7%", 12),
        ("en", "Visits were down 7% last year. Reach 900 visits by June", 900),
        ("en", "Following a 7% fall in donations, raise them to $90k by June", 90_000),
        ("sv", "Omsättningen föll med 7 % i fjol; nästa år ska den öka med 12 %", 12),
        ("uk", "Торік продажі впали на 7 %; наступного року збільшити їх на 12 %", 12),
        ("ru", "В прошлом году продажи упали на 7 %; в этом увеличить их на 12 %", 12),
    ],
)
def test_by_how_much_something_moved_is_no_baseline(language: str, text: str, value: float) -> None:
    assert [(target.value, target.baseline) for target in _goal(language, text).targets] == [(value, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reach an open rate of 30% rather than the 22% we have"),
        ("uk", "Отримувати 30 заявок при поточних 22"),
        ("ru", "Получать 30 заявок вместо прошлогодних 22"),
        ("ru", "В прошлом году конверсия упала до 22 %; поднять её до 30 % к маю"),
    ],
)
def test_a_level_that_was_is_the_baseline(language: str, text: str) -> None:
    assert [(target.value, target.baseline) for target in _goal(language, text).targets] == [(30, 22)]


@pytest.mark.parametrize(
    ("language", "text", "baselines"),
    [
        ("en", "Raise NPS to 50 and the conversion rate to 4% by June; last year they were 41 and 3.2%", [41, 3.2]),
        ("en", "Raise revenue to £2m and leads to 400 a month by June (from £1.4m and 300)", [1_400_000, 300]),
        ("en", "Profit must reach €250,000 and the equity ratio 30%. We closed 2025 at €212,000", [212_000, None]),
        ("sv", "Höj NPS till 50 och konverteringsgraden till 4 %; i fjol låg de på 41 och 3,2 %", [41, 3.2]),
        ("uk", "Прибуток 1,2 млн грн (торік було 0,95 млн) і втримати рентабельність на рівні 14 %", [950_000, None]),
        ("ru", "Поднять NPS до 50 и конверсию до 4 % к июню (сейчас 41 и 3,2 %)", [41, 3.2]),
    ],
)
def test_each_level_told_is_of_its_aim(language: str, text: str, baselines: list[float | None]) -> None:
    assert [target.baseline for target in _goal(language, text).targets] == baselines


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "Occupancy of the hall has dropped to 60%. We need 80% by May", "Occupancy"),
        ("sv", "Andelen punktliga tåg föll till 82 procent. Målet är 90 procent till juni", "punktliga tåg"),
        ("uk", "Частка учнів із високими балами впала до 82 %. До червня маємо повернутися до 90 %", "учнів"),
        ("ru", "Заполняемость зала упала до 60 %. Нужно вернуть 80 % к маю", "Заполняемость зала"),
    ],
)
def test_an_aim_is_of_what_was_told_before(language: str, text: str, named: str) -> None:
    assert [(target.metric_text, target.baseline is not None) for target in _goal(language, text).targets] == [
        (named, True)
    ]
