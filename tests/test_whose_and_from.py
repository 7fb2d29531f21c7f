"""Whose a goal is by a possessive, what a multiple starts from, ways that are kept shut, codes and things sold."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "owner"),
    [
        ("en", "Omar's first job is to sign 6 resellers", "Omar"),
        ("en", "Omar's two targets: 300 visits and 9 leads", "Omar"),
        ("en", "The agency's job is to bring 60 leads", "agency's"),
        ("en", "It is finance's job to cut costs by 5 %", "finance's"),
        ("en", "Support's KRs for May: raise CSAT to 90 %", "Support's"),
        ("sv", "Saras första uppgift är att boka 8 möten", "Sara"),
        ("sv", "Kundtjänsts två nyckelresultat: 40 svar om dagen och NPS 50", "Kundtjänsts"),
        ("uk", "Блог: 4 статті щотижня (бухгалтерка)", "бухгалтерка"),
        ("ru", "Выкатить 3 релиза в квартал (фронтенд-разработчики)", "фронтенд-разработчики"),
    ],
)
def test_what_somebody_answers_for_tells_whose_it_is(language: str, text: str, owner: str) -> None:
    assert [found.text for found in analyze(text, language, TODAY).owners] == [owner]


@pytest.mark.parametrize(
    ("language", "text", "baseline"),
    [
        ("en", "Halve waiting time from 18 minutes by June", 18),
        ("en", "Triple the open rate, from 8 %", 8),
        ("en", "Double sales from 3 partners", None),
        ("en", "Double our members from 40 schools", None),
        ("sv", "Halvera svarstiden från 6 timmar till maj", 6),
        ("uk", "Удвічі скоротити час відповіді з 6 годин", 6),
        ("ru", "Удвоить выручку с 3 млн рублей", 3_000_000),
    ],
)
def test_a_multiple_starts_from_a_level(language: str, text: str, baseline: float | None) -> None:
    assert [target.baseline for target in analyze(text, language, TODAY).targets] == [baseline]


@pytest.mark.parametrize(
    ("language", "text", "comparator"),
    [
        ("en", "We won't let returns rise above 4 %", "<="),
        ("en", "Don't let NPS fall below 40", ">="),
        ("sv", "Låt inte NPS sjunka under 40", ">="),
        ("uk", "Не дамо NPS впасти нижче 40", ">="),
        ("uk", "Не дозволимо відтоку вирости понад 3 %", "<="),
        ("ru", "Не дадим NPS упасть ниже 40", ">="),
        ("ru", "Не позволим оттоку вырасти выше 3 %", "<="),
    ],
)
def test_what_is_not_let_is_kept_within_its_bound(language: str, text: str, comparator: str) -> None:
    [target] = analyze(text, language, TODAY).targets
    assert (target.direction, target.comparator) == ("maintain", comparator)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Use billboards along A-13 to get 300 leads", [300]),
        ("en", "CPL – TikTok ads – €9 – 31 Dec", [9]),
        ("uk", "Борди на трасі М-06 мають дати 300 лідів", [300]),
        ("ru", "Щиты на трассе М-4 должны дать 300 лидов", [300]),
    ],
)
def test_codes_and_dates_count_nothing(language: str, text: str, values: list[float]) -> None:
    assert [target.value for target in analyze(text, language, TODAY).targets] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Q-3: 40 leads"),
        ("en", "Win 40 leads by the end of Q-3"),
        ("sv", "40 leads före utgången av Q-3"),
        ("uk", "40 лідів у Q-3"),
        ("ru", "40 лидов до конца Q-3"),
    ],
)
def test_a_quarter_may_be_written_with_a_hyphen(language: str, text: str) -> None:
    assert [str(deadline.date) for deadline in analyze(text, language, TODAY).deadlines] == ["2027-09-30"]


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        ("en", "Grow sales of TVs by 10 %", []),
        ("en", "Grow sales on TV by 10 %", ["tv"]),
        ("uk", "Підвищити продажі журналів на 10 %", []),
        ("ru", "Поднять продажи телевизоров на 10 %", []),
        ("ru", "Поднять продажи через радио на 10 %", ["radio"]),
        ("en", "Win 20 leads through partner clinics", ["partner"]),
        ("sv", "20 leads via partnerkliniker", ["partner"]),
        ("uk", "Менше скарг у соцмережах", ["organic_social"]),
        ("ru", "Меньше жалоб в соцсетях", ["organic_social"]),
    ],
)
def test_what_is_sold_is_no_channel(language: str, text: str, channels: list[str]) -> None:
    assert [channel.id for channel in analyze(text, language, TODAY).channels] == channels


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Our reps should each get 5 referrals a month"), ("en", "The teachers must each write 2 articles")],
)
def test_a_verb_may_stand_behind_each(language: str, text: str) -> None:
    assert analyze(text, language, TODAY).direction == "achieve"


@pytest.mark.parametrize(
    ("language", "text", "owners"),
    [
        # who wants it of another owns nothing
        ("en", "Procurement wants engineering to close 12 tickets by May", ["engineering"]),
        ("en", "The council expects Ida and Tomas to sign 8 sponsors by May", ["Ida", "Tomas"]),
        ("en", "The council expects to sign 8 sponsors by May", ["council"]),
        ("sv", "Ekonomi vill att Karin kapar kostnaderna med 5 % till juni", ["Karin"]),
        ("uk", "Директорка хоче, щоб відділ логістики скоротив витрати на 5 % до травня", ["відділ логістики"]),
        ("ru", "Бухгалтерия просит маркетинг сократить затраты на 5 % к маю", ["маркетинг"]),
        # to whom somebody in front of the comma answers
        ("en", "Reporting to the COO, Ines keeps overtime under 4%", ["Ines"]),
        ("en", "Speaking for the parents, Tomas will raise £4,000", ["Tomas"]),
        ("en", "Together with the finance team, Tomas will raise £4,000", ["finance team", "Tomas"]),
        # whose it is, with the ending of a possessive
        ("en", "The registrar's first job is to enrol 40 pupils", ["registrar's"]),
        ("en", "Our club secretary’s target for May: 20 members", ["club secretary’s"]),
        ("en", "The CMO's goal is 40 leads a week", ["CMO's"]),
        ("en", "It's up to Ines to cut costs by 5%", ["Ines"]),
        ("en", "Raise the registrar's pay to £30k by May", []),
        # a word for growth that is a team, or none
        ("en", "Growth’s second job is to cut churn to 4%", ["Growth’s"]),
        ("en", "Cut churn to 4% by May – Growth", ["Growth"]),
        ("en", "Growth: 15% by May", []),
        ("en", "Growth rate: 4% a month", []),
        # a purpose before the goal
        ("en", "So that the bursar can plan, cut late fees to 5%", []),
        ("sv", "För att kassören ska kunna planera, sänk sena avgifter till 5 %", []),
        # a group whose first word is a metric too
        ("en", "The membership desk keeps costs under £4k", ["membership desk"]),
        ("en", "Keep costs under £4k in May | the membership desk", ["membership desk"]),
    ],
)
def test_whose_goal_it_is_where_others_stand_beside(language: str, text: str, owners: list[str]) -> None:
    assert [found.text for found in analyze(text, language, TODAY).owners] == owners


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        # what stands alone beside what is counted, and may be counted itself
        ("en", "Seminars | 25 sign-ups | May", ["event"]),
        ("en", "Source: referrals. 25 sign-ups by May", ["referral"]),
        ("en", "25 sign-ups by May, trade fairs", ["event"]),
        ("sv", "25 leads i maj, webbinarier", ["webinar"]),
        ("uk", "Вебінари | 25 лідів | травень", ["webinar"]),
        ("ru", "25 лидов к маю, выставки", ["event"]),
        ("en", "Seminars | 25 | May", []),
        ("en", "Hold 3 events (webinars) by May", []),
        # a platform of one letter, and a factor
        ("en", "X: 20 posts a month", ["organic_social"]),
        ("en", "25 sign-ups by May (X)", ["organic_social"]),
        ("en", "Grow revenue 3 X by May", []),
        ("en", "Class X: 30 pupils", []),
    ],
)
def test_a_channel_may_stand_alone(language: str, text: str, channels: list[str]) -> None:
    assert [found.id for found in analyze(text, language, TODAY).channels] == channels
