"""Two goals in one sentence: each metric has its own number, level, direction and, where it is said once, deadline."""

from __future__ import annotations

import datetime
from itertools import product

import pytest

from smartgoals import analyze

TODAY = datetime.date(2026, 11, 29)
RISING = {
    "en": {"leads": "leads", "net_promoter_score": "NPS", "organic_traffic": "organic traffic"},
    "sv": {"leads": "antalet leads", "net_promoter_score": "NPS", "organic_traffic": "den organiska trafiken"},
    "uk": {"leads": "кількість лідів", "net_promoter_score": "NPS", "organic_traffic": "органічний трафік"},
    "ru": {"leads": "число лидов", "net_promoter_score": "NPS", "organic_traffic": "органический трафик"},
}
FALLING = {
    "en": {"churn_rate": "churn", "response_time": "response time"},
    "sv": {"churn_rate": "churnen", "response_time": "svarstiden"},
    "uk": {"churn_rate": "відтік", "response_time": "час відповіді"},
    "ru": {"churn_rate": "отток", "response_time": "время ответа"},
}
CHANGES = {
    "en": [
        "Increase {up} by 20% and cut {down} by 10% by June",
        "Grow {up} 20% while reducing {down} by 10% by June",
        "By June we want {up} up by 20% and {down} down by 10%",
    ],
    "sv": [
        "Öka {up} med 20 % och minska {down} med 10 % till juni",
        "Öka {up} med 20 % samtidigt som vi minskar {down} med 10 % till juni",
        "Till juni ska {up} öka med 20 % och {down} minska med 10 %",
    ],
    "uk": [
        "Збільшити {up} на 20 % і знизити {down} на 10 % до червня",
        "Збільшити {up} на 20 %, одночасно знизивши {down} на 10 % до червня",
        "До червня потрібно збільшити {up} на 20 % та зменшити {down} на 10 %",
    ],
    "ru": [
        "Увеличить {up} на 20 % и снизить {down} на 10 % до июня",
        "Увеличить {up} на 20 %, одновременно снизив {down} на 10 % до июня",
        "К июню нужно увеличить {up} на 20 % и уменьшить {down} на 10 %",
    ],
}
LEVELS = {
    "en": [
        "By June, {up} should rise from 200 to 300 and {down} fall from 9 to 7",
        "We want to get {up} up to 300 (now 200) and bring {down} down to 7 (now 9) by June",
        "In 2027 {up} will grow from 200 to 300 while {down} drops from 9 to 7",
        "{up} to 300 by June, up from 200, and {down} to 7, down from 9",
    ],
    "sv": [
        "Till juni ska {up} gå från 200 till 300 och {down} från 9 till 7",
        "Vi vill få upp {up} till 300 (nu 200) och få ner {down} till 7 (nu 9) senast i juni",
        "Under 2027 ska {up} öka från 200 till 300 medan {down} minskar från 9 till 7",
    ],
    "uk": [
        "До червня підняти {up} з 200 до 300, а {down} знизити з 9 до 7",
        "Хочемо підняти {up} до 300 (зараз 200) і знизити {down} до 7 (зараз 9) до червня",
        "{up} 200 -> 300, {down} 9 -> 7 до червня",
    ],
    "ru": [
        "К июню поднять {up} с 200 до 300, а {down} снизить с 9 до 7",
        "Хотим поднять {up} до 300 (сейчас 200) и снизить {down} до 7 (сейчас 9) к июню",
        "{up} 200 -> 300, {down} 9 -> 7 к июню",
    ],
}


def _goals(language: str, pattern: str) -> list[tuple[str, str, str]]:
    pairs = product(RISING[language].items(), FALLING[language].items())
    filled = ((up, down, pattern.format(up=high, down=low)) for (up, high), (down, low) in pairs)
    return [(up, down, text[0].upper() + text[1:]) for up, down, text in filled]


@pytest.mark.parametrize(
    ("language", "pattern"), [(k, pattern) for k, patterns in CHANGES.items() for pattern in patterns]
)
def test_changes(language: str, pattern: str) -> None:
    for up, down, text in _goals(language, pattern):
        targets = analyze(text, language, today=TODAY).targets
        found = [(target.metric, target.value, target.direction) for target in targets]
        assert found == [(up, 20, "increase"), (down, 10, "decrease")], text
        assert len({target.deadline for target in targets} - {None}) == 1, text


@pytest.mark.parametrize(
    ("language", "pattern"), [(k, pattern) for k, patterns in LEVELS.items() for pattern in patterns]
)
def test_levels(language: str, pattern: str) -> None:
    for up, down, text in _goals(language, pattern):
        targets = analyze(text, language, today=TODAY).targets
        found = [(target.metric, target.baseline, target.value, target.direction) for target in targets]
        assert found == [(up, 200, 300, "increase"), (down, 9, 7, "decrease")], text
        assert all(target.deadline is not None for target in targets), text
