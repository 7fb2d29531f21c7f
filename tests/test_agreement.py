"""What is counted, in the form that its number asks for."""

from __future__ import annotations

import pytest

from smartgoals.lexicon.lexicon import lexicon


@pytest.mark.parametrize(
    ("language", "phrase", "was", "n", "expected"),
    [
        ("ru", "новых лидов", 40, 21, "новый лид"),
        ("ru", "новых заявок с сайта", 40, 22, "новые заявки с сайта"),
        ("ru", "клиента", 32, 16, "клиентов"),
        ("ru", "MQL", 40, 22, "MQL"),
        ("uk", "нових лідів", 40, 31, "новий лід"),
        ("uk", "дописів у блозі", 40, 24, "дописи у блозі"),
        ("uk", "ждунчиків", 40, 24, None),
        ("uk", "лід", 41, 10, "лідів"),
        ("uk", "ліди", 44, 11, "лідів"),
        ("uk", "дзвінки", 84, 21, "дзвінок"),
        ("uk", "нові ринки", 84, 21, "новий ринок"),
        ("uk", "лендинг", 41, 10, "лендингів"),
        ("uk", "клієнт", 41, 10, "клієнтів"),
        ("uk", "демо", 8, 2, "демо"),
        ("uk", "відсоткові пункти", 4, 1.5, "відсоткового пункту"),
        ("ru", "отчёт", 41, 10, "отчётов"),
        ("ru", "дня", 84, 21, "день"),
        ("ru", "участник", 41, 10, "участников"),
        ("ru", "фолловеров", 40, 2, "фолловера"),
        ("ru", "фолловеров", 40, 1, None),
        ("ru", "рублей", 100, 148.39, "рубля"),
        ("en", "new leads", 40, 1, "new lead"),
        ("en", "qualified leads", 40, 1, "qualified lead"),
        ("en", "gardeners", 4, 1, "gardener"),
        ("en", "company", 1, 4, "companies"),
        ("en", "percentage points", 4, 1, "percentage point"),
        ("sv", "nya leads", 40, 7, "nya leads"),
        ("sv", "nya kunder", 4, 1, "ny kund"),
        ("sv", "nya leads", 4, 1, "nytt lead"),
        ("sv", "bokade möten", 4, 1, "bokat möte"),
        ("sv", "nya medarbetare", 4, 1, "ny medarbetare"),
        ("sv", "möte", 1, 4, "möten"),
        ("sv", "procentenheter", 4, 1, "procentenhet"),
        ("sv", "nytt möte", 1, 4, None),
    ],
)
def test_counted_words_agree_with_their_number(
    language: str, phrase: str, was: float, n: float, expected: str | None
) -> None:
    assert lexicon(language).agree(phrase, was, n) == expected
