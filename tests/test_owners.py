"""Who owns an English goal by where somebody stands in it, and who only looks as if."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import analyze

TODAY = datetime.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # a post and what it is of; a phrase that stands by itself behind a pause
        ("Cut waste by 10% (Head of Admissions)", ["Head of Admissions"]),
        ("Director of Nursing to halve the falls by May", ["Director of Nursing"]),
        ("Cut waste by 10% (category lead)", ["category lead"]),
        # a team that only says of what a plan or report is
        ("Update the marketing plan by May", []),
        ("Make the sales team close 12 deals", ["sales team"]),
        ("Cut waste by 10% by May, catering team", ["catering team"]),
        ("Sell cakes to 40 heads of schools by May", []),
        # a name behind a team or before a label
        ("Fundraising team (Clodagh): raise £50k by May", ["Fundraising team", "Clodagh"]),
        ("Sign 12 resellers by May – Jussi is in the driving seat", ["Jussi"]),
        ("Sign 12 resellers by May; Zlatka takes the lead", ["Zlatka"]),
        ("Cut scrap by a third (category lead: Björn)", ["Björn"]),
        # names of two given names
        ("40 leads by May, owner James Martin", ["James Martin"]),
        ("Farida Aydin will book 15 demos by May", ["Farida Aydin"]),
        # a label in a bracket of its own, a group's own name before a colon
        ("NPS of 52 among our accounts [Owner: Nadia]", ["Nadia"]),
        ("Ecom team: average basket up to £45 by May", ["Ecom team"]),
        # who is asked, and to whom something is done
        ("The owners have asked Procurement to save £200k by May", ["Procurement"]),
        ("Have the sales team trained by the end of March", []),
        ("Parents to be better informed by May", []),
        # another part in the goal than to reach it, and nobody yet
        ("Approver: CFO. Raise margin to 42%", []),
        ("Prepared by: Jane Moss. Raise margin to 42%", []),
        ("Owner and approver: Jane Moss. Raise margin to 42%", ["Jane Moss"]),
        ("Get the menu approved by the head chef by May", []),
        ("12 deals signed by the sales team by May", ["sales team"]),
        ("Raise margin to 42%. Owner: TBD.", []),
        ("Raise margin to 42%. Owner: N/A", []),
        # what is to be done, and a name of several words
        ("Product launch by May", []),
        ("HR policy adopted by May", []),
        ("HR hires 5 cooks by May", ["HR"]),
        ("Owner: Pieter van der Berg. 40 leads by May", ["Pieter van der Berg"]),
        # who only sets others the goal
        ("The board wants us to reach 500 customers by June", []),
        ("Management has asked us to cut churn to 3% by June", []),
        ("The sales team wants to close 30 deals by June", ["sales team"]),
        ("As Finance Director, I will cut costs by 5% by June", ["Finance Director"]),
        # two names of a firm, and of two people
        ("Secure 6 articles this year (PR agency: Fallow & Finch)", ["Fallow & Finch"]),
        ("Win 40 leads (owner: Anna & Tom)", ["Anna", "Tom"]),
        ("40 leads by May, owners: J. Marsh & P. Hill", ["J. Marsh", "P. Hill"]),
        # numbered groups, two at the end of whom one is with the other, who acts in a reason, where a level is
        ("Year 4 teachers to run 2 trips by June", ["Year 4 teachers"]),
        ("Ward 7 nurses should cut waits to 2 hours", ["Ward 7 nurses"]),
        ("Year 6 attendance to rise to 96%", []),
        ("Cut churn to 3% by June, Product with Support", ["Product", "Support"]),
        ("Raise orders to 40 a day, with support", []),
        ("Hire 3 drivers by June, as Bob and Anna are leaving", []),
        ("Staff turnover on the wards should come down to 11%", []),
        ("Sickness on the wards should drop to 4%", []),
        # what stands before a pause is a place, or what is counted behind it
        ("Hotel Vik: collect 250 addresses by 6 April", []),
        ("Volunteers – recruit 30 by 1 February", []),
        ("Volunteers – clean 5 parks by 1 February", ["Volunteers"]),
    ],
)
def test_owners(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, language="en", today=TODAY).owners] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # a group and its number
        ("Бригада № 4: здати 12 квартир до травня", ["Бригада № 4"]),
        ("Отримувати 50 замовлень щодня, аптека № 14", []),
        # whom something is told to
        ("Підняти виторг до 9 млн і доповісти про це правлінню", []),
        # a post and its field
        ("Провести 5 навчань до травня (спеціаліст з охорони праці)", ["спеціаліст з охорони праці"]),
        ("Інженер з ОП проводить 5 навчань до травня", ["Інженер з ОП"]),
        ("40 заявок до травня — керівниця з розвитку мережі", ["керівниця з розвитку мережі"]),
        ("Тренерка з дітьми проводить 5 занять", []),
        # a post or group that a hyphen joins to what it does, a name that only cases tell
        ("Івент-координаторка має підписати 12 угод до травня", ["Івент-координаторка"]),
        ("Провести 5 майстер-класів до травня", []),
        ("Казимир веде 12 угод до травня", ["Казимир"]),
        ("Керівництво хоче, щоб ми залучили 50 клієнтів до травня", []),
        ("Замовник: Анна Мороз. Підняти маржу до 42 %", []),
        ("Бюджет має бути затверджений радою директорів до травня", []),
        ("Підняти маржу до 42 %. Відповідальний: не визначено", []),
        # an institution and its name before a pause say where
        ("Готель «Смерека»: 4 200 кліків, відповідає директорка", ["директорка"]),
        ("Завод меблевої фурнітури: 25 згадок бренду", []),
        ("Цех № 2: брак 1,5 % до травня", []),
        ("Цех № 2 зменшує брак до 1,5 %", ["Цех № 2"]),
        # who is honoured, who agrees, who gets what is done
        ("Школа ім. Лесі Українки: 45 учнів", []),
        ("Рентабельність від 11 %, план затверджує рада директорів", []),
        ("Комерційний бюджет до 15 грудня погоджують фінанси", ["фінанси"]),
        ("Надіслати команді продажів 5 скриптів", []),
        ("Доручити маркетингу залучити 40 лідів", ["маркетингу"]),
        # by how many, and a post that a name follows
        ("Зробити 400 дзвінків силами двох SDR", ["SDR"]),
        ("Збільшити час на сайті до 3 хвилин (підрядник — студія «Графіт»)", ["студія «Графіт»"]),
        ("Відтік 2 %, час найму — не довше 14 днів", []),
        ("Ткаченко: 12 угод до кінця року", ["Ткаченко"]),
        ("Борщ: 40 порцій на день", []),
    ],
)
def test_owners_where_cases_show(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, language="uk", today=TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("ru", "Лиды: 40 в неделю", "leads"),
        ("ru", "Лидов — 40 в неделю", "leads"),
        ("en", "Reach - 40 a week", "reach"),
        ("sv", "Besök – 40 i veckan", "website_traffic"),
        ("sv", "2 000 besök från Google Ads i maj", "website_traffic"),
        ("uk", "2 000 візитів із Google Ads у травні", "website_traffic"),
    ],
)
def test_a_metric_that_opens_a_goal_is_no_name_and_no_verb(language: str, text: str, metric: str) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert not goal.owners
    assert [m.id for m in goal.metrics] == [metric]


@pytest.mark.parametrize(
    ("language", "text", "channel"),
    [
        ("en", "40 leads by May (email marketing)", "email"),
        ("en", "40 leads by May (video content)", "organic_video"),
        ("uk", "Email-маркетинг: 40 лідів до травня", "email"),
    ],
)
def test_the_last_word_of_a_channel_is_no_team(language: str, text: str, channel: str) -> None:
    goal = analyze(text, language=language, today=TODAY)
    assert not goal.owners
    assert [c.id for c in goal.channels] == [channel]


def test_a_name_like_a_metric_stands_in_the_nominative() -> None:
    goal = analyze("Лида: 40 звонков в неделю", language="ru", today=TODAY)
    assert [o.text for o in goal.owners] == ["Лида"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Таргетологу: 40 лидов до мая", ["Таргетологу"]),
        ("Силами приёмщиков собрать 70 отзывов", ["приёмщиков"]),
        ("За логистикой — 12 поставок в месяц", ["логистикой"]),
        ("Поручить бухгалтеру сократить издержки на 5 %", ["бухгалтеру"]),
        ("Силами 7 менеджеров заключить 90 сделок", []),
        ("Нанять бухгалтера и двух продавцов", []),
        ("Получить 10 упоминаний в Алисе", []),
        # posts, groups and institutions outside offices, and where they do not act
        ("Посадить 40 деревьев к маю — буфетчица", ["буфетчица"]),
        ("Монтёры заменят 40 счётчиков к маю", ["Монтёры"]),
        ("Силами рыбаков выловить 40 т рыбы к маю", ["рыбаков"]),
        ("Стройотряд покрасит 40 скамеек к маю", ["Стройотряд"]),
        ("Посадить 40 деревьев к маю (кружок керамики)", ["кружок керамики"]),
        ("Верфь посадит 40 деревьев к маю", ["Верфь"]),
        ("Архив: 400 посещений в год", []),
        ("Открыть верфь к маю", []),
        ("Нанять буфетчицу и двух кухарок к маю", []),
        ("Набрать 20 детей в кружок керамики", []),
    ],
)
def test_posts_own_in_every_case(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, language="ru", today=TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        ("en", "Customer support answers calls within 30 seconds", ["support"]),
        ("en", "Our support agents answer every chat within 2 minutes", ["support"]),
        ("en", "Support answer time below 2 hours", []),
        ("en", "Management decides on the budget by December 15", ["management"]),
        ("en", "The board has decided that we will win 40 customers", []),
        ("sv", "Säljteamet svarar på leads inom 15 minuter", ["sales"]),
        ("sv", "Ledningsgruppen ska besluta om ny strategi före sommaren", ["management"]),
        ("sv", "Styrelsen beslutar att marknad ska höja kännedomen till 20 %", ["marketing"]),
        # posts and the team that they work in are one, and none where they only say by what something is measured
        ("ru", "Специалисты отдела контента: 12 статей", ["marketing"]),
        ("ru", "Выручка на менеджера отдела продаж — 2 млн ₽ в месяц", []),
    ],
)
def test_who_answers_or_decides_owns(language: str, text: str, owners: list[str]) -> None:
    assert [owner.id for owner in analyze(text, language=language, today=TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        # who pays, reads or approves in a clause of its own; who is only told
        ("en", "Win 12 contracts by May; legal signs off on each one", []),
        ("en", "Win 12 contracts by May; keep the finance director informed", []),
        ("sv", "Sänk elen med 15 % till maj; kommunen betalar pumpen", []),
        ("uk", "Опублікувати 10 кейсів до травня; юристи погоджують кожен текст", []),
        ("ru", "Опубликовать 10 кейсов к маю; юристы согласуют каждый текст", []),
        # trades by themselves, also where they are counted as well, and what they are of
        ("en", "Plant 40 trees by May (gamekeeper)", ["gamekeeper"]),
        ("en", "Train 20 gamekeepers in first aid by May", []),
        ("en", "The seamstress will sew 40 gowns by May", ["seamstress"]),
        ("en", "Plant 40 trees by May (shipyard)", ["shipyard"]),
        ("en", "The fire station will plant 40 trees by May", ["fire station"]),
        ("en", "Grandpa: plant 40 trees by May", ["Grandpa"]),
        ("en", "The mayor and the councillors will plant 40 trees by May", ["mayor", "councillors"]),
        ("en", "Airport: 40 visits by May", []),
        ("en", "Raise satisfaction at the shipyard to 80% by May", []),
        ("sv", "Skogvaktarna ska plantera 40 träd till maj", ["Skogvaktarna"]),
        ("sv", "Nattportieren ska plantera 40 träd till maj", ["Nattportieren"]),
        ("sv", "Åkeriet ska plantera 40 träd till maj", ["Åkeriet"]),
        ("sv", "Plantera 40 träd till maj (brandstationen)", ["brandstationen"]),
        ("sv", "Anställa 3 sotare till maj", []),
        ("sv", "Öka intäkterna från kiosken med 10 %", []),
        ("uk", "Двірники приберуть 200 дворів до травня", ["Двірники"]),
        ("uk", "Висадити 40 дерев до травня – лісоруби", ["лісоруби"]),
        ("uk", "Зварювальниця Ковальчук: 40 швів до травня", ["Зварювальниця Ковальчук"]),
        ("uk", "Оргкомітет: 40 заявок до травня", ["Оргкомітет"]),
        ("uk", "Музеї: 40 000 відвідувачів до травня", []),
        ("uk", "Допомогти 40 родинам до травня", []),
        ("ru", "Плотники смонтируют 40 кухонь к маю", ["Плотники"]),
        ("uk", "Висадити 40 дерев до травня — комісія з безпеки", ["комісія з безпеки"]),
        ("ru", "Посадить 40 деревьев к маю — комиссия по сбору средств", ["комиссия по сбору средств"]),
        ("en", "Plant 40 trees by May – the Leeds office", ["Leeds office"]),
        ("en", "Onboard 15 venues by May, led by the events crew", ["events crew"]),
        ("en", "Plant 40 trees by May (ward 7)", ["ward 7"]),
        ("en", "By May, our two gardeners should plant 40 trees", ["gardeners"]),
        # a name and what its bearer does
        ("en", "The fundraising lead, Amara Diallo, will raise £800 by May", ["Amara Diallo"]),
        ("uk", "Аміна Діалло (фандрейзинг) збере 800 грн до травня", ["Аміна Діалло"]),
    ],
)
def test_trades_and_groups_own_but_not_who_only_pays(language: str, text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, language=language, today=TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        ("en", "The committee resolved that the library must lend 500 books by May", ["library"]),
        ("en", "The works council adopted the target of 5 accidents a year at most", []),
        ("en", "The sales team agreed 30 deals with partners by May", ["sales team"]),
        ("sv", "Rektorn bestämde att varje elev ska läsa 20 böcker till maj", []),
        ("sv", "Årsmötet röstade för att klubben ska få 30 nya medlemmar före maj", ["klubben"]),
        ("uk", "Управа ухвалила, що до травня треба зібрати 40 тис. грн на дах", []),
        ("uk", "Директорка вирішила, що відділ продажів до травня закриє 30 угод", ["відділ продажів"]),
        ("uk", "Кафедра вирішила, що до травня опублікує 12 статей", ["Кафедра"]),
        ("uk", "Команда підтримки вирішує 90 % звернень за добу", ["Команда підтримки"]),
        ("ru", "Управа утвердила план: 40 заявок к маю", []),
        ("ru", "Тренер решила: каждая пловчиха проплывёт 100 км к маю", []),
        ("ru", "Класс решил, что соберёт 200 кг макулатуры к 1 апреля", ["Класс"]),
    ],
)
def test_who_only_decides_what_others_do_owns_nothing(language: str, text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, language=language, today=TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        # on whom a part of the goal is
        ("uk", "12 статей до травня, тексти на копірайтерці Оксані", ["Оксані"]),
        ("ru", "40 лидов к маю, реклама на Олеге, бюджет 5 тыс. руб.", ["Олеге"]),
        ("ru", "Заработать 40 тыс. руб. на Олеге", []),
        # whose goal it is, behind its time
        ("uk", "Мета на 2027 рік для відділу логістики: 3 дні доставки", ["відділу логістики"]),
        ("ru", "План на май для отдела закупок: 12 поставщиков", ["отдела закупок"]),
        # where it is, with what is told of it in brackets
        ("uk", "Готель (64 номери): завантаженість 75 % у липні", []),
        ("ru", "Отдел продаж (12 менеджеров): выручка 3 млн руб. в июле", ["Отдел продаж"]),
        # what somebody has or does today only leads to the aim
        ("en", "The clinic has a rating of 4.6, we want 4.8 by May", []),
        ("en", "The library has to lend 500 books by May", ["library"]),
        ("sv", "Biblioteket har idag 400 låntagare, höj till 500 före juni", []),
        ("uk", "Клуб має 40 членів, до травня наберемо ще 20", []),
        ("uk", "Відділ тепер робить 20 дзвінків на день", ["Відділ"]),
        ("ru", "Музей теперь проводит 12 лекций в месяц", ["Музей"]),
        ("uk", "Продавці не встигають: найняти 2 касирів до травня", []),
        # who agrees to work without a number; who is part of a name
        ("uk", "Оновити прайс до травня, затверджує дирекція", []),
        ("ru", "Запустить новый сайт к маю (согласует юротдел)", []),
        ("uk", "Вийти в топ за запитом «адвокат Рівне» до травня", []),
        ("ru", "Внедрить SAP Финансы к маю", []),
    ],
)
def test_who_only_stands_beside_the_goal(language: str, text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, language=language, today=TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        ("en", "Finance to try to cut costs by 3%", ["Finance"]),
        ("en", "Get 40 leads by May, Maria to try to win 5 more", ["Maria"]),
        ("en", "The sales team to be told by May", []),
        ("en", "Sales closes 20 deals by May", ["Sales"]),
        ("en", "Marketing finds 200 leads, sales books 40 demos", ["Marketing", "sales"]),
        ("en", "Sales reaches 300 units by May", []),
        ("sv", "Försäljning bokar 40 möten i maj", ["Försäljning"]),
        ("sv", "Försäljningen når 300 enheter", []),
        ("en", "It was agreed that the Parks Department will plant 200 trees", ["Parks Department"]),
        ("uk", "Вирішено, що відділ парків посадить 200 дерев", ["відділ парків"]),
        ("ru", "Решено, что отдел парков посадит 200 деревьев", ["отдел парков"]),
        ("sv", "Det beslutades att parkavdelningen ska plantera 200 träd", ["parkavdelningen"]),
        ("en", "Cut the errors that the Parks Department will find by 20%", []),
        ("en", "So for the other lines Priya should win 20 orders", ["Priya"]),
        ("uk", "Для інших ліній Олена має отримати 20 замовлень", ["Олена"]),
        ("ru", "Для остальных линий Олег должен получить 20 заказов", ["Олег"]),
        ("en", "The town's highways department will fill 85 potholes", ["town's highways department"]),
        ("en", "Keep headcount in the new support team at 45 in 2027", []),
        ("en", "Average bill of 38 euros by October, via pairings suggested by the waiters", []),
        ("en", "40 leads by May, delivered by the sales team", ["sales team"]),
        ("en", "Publish the guide by 1 May, subject to sign-off by finance", []),
    ],
)
def test_subjects_of_what_is_tried_agreed_or_closed(language: str, text: str, owners: list[str]) -> None:
    assert [owner.text for owner in analyze(text, language=language, today=TODAY).owners] == owners
