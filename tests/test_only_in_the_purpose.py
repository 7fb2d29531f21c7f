"""A goal whose only number stands in its purpose aims at it; what is used to reach it is a channel."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import analyze

TODAY = datetime.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("language", "text", "channel"),
    [
        ("en", "Use webinars to get 40 leads by June", "webinar"),
        ("en", "Leverage referrals in order to win 40 leads by June", "referral"),
        ("sv", "Använda mässor för att få 40 leads till juni", "event"),
        ("sv", "Utnyttja nyhetsbrevet för att få 40 leads till juni", "email"),
        ("uk", "Використати вебінари, щоб отримати 40 лідів до червня", "webinar"),
        ("uk", "Скористатися розсилкою, щоб отримати 40 лідів до червня", "email"),
        ("ru", "Использовать холодные звонки, чтобы получить 40 лидов к июню", "outbound"),
        ("ru", "Задействовать рассылку, чтобы получить 40 лидов к июню", "email"),
    ],
)
def test_what_is_used_is_a_channel(language: str, text: str, channel: str) -> None:
    goal = analyze(text, language, TODAY)
    assert [(target.metric, target.value) for target in goal.targets] == [("leads", 40)]
    assert [found.id for found in goal.channels] == [channel]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Redesign the checkout in order to raise the conversion rate from 2% to 3% by June"),
        ("sv", "Bygga om kassan för att höja konverteringsgraden från 2 % till 3 % till juni"),
        ("uk", "Переробити кошик, щоб підняти коефіцієнт конверсії з 2 % до 3 % до червня"),
        ("ru", "Переделать корзину, чтобы поднять коэффициент конверсии с 2 % до 3 % к июню"),
    ],
)
def test_only_the_purpose_is_measured(language: str, text: str) -> None:
    targets = analyze(text, language, TODAY).targets
    assert [(t.metric, t.baseline, t.value) for t in targets] == [("conversion_rate", 2, 3)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Publish 12 articles in order to get 40 leads by June"),
        ("sv", "Publicera 12 artiklar för att få 40 leads till juni"),
        ("uk", "Опублікувати 12 статей, щоб отримати 40 лідів до червня"),
        ("ru", "Опубликовать 12 статей, чтобы получить 40 лидов к июню"),
    ],
)
def test_a_purpose_beside_a_number_is_no_target(language: str, text: str) -> None:
    targets = analyze(text, language, TODAY).targets
    assert [(target.metric, target.value) for target in targets] == [("content_published", 12)]
