"""What the words beside a number, a date or a team say of it, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(language: str, text: str) -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Win 5 partners within 3 months - Anna"),
        ("sv", "Vinn 5 partner inom 3 månader – Anna"),
        ("uk", "За 3 місяці — 5 партнерів"),
        ("ru", "Найти 5 партнёров за 3 месяца — Анна"),
    ],
)
def test_a_dash_between_blanks_ends_a_length_of_time(language: str, text: str) -> None:
    assert [d.date for d in _goal(language, text).deadlines] == [date(2026, 12, 1)]


def test_a_hyphen_makes_a_length_of_time_qualify_a_noun() -> None:
    assert not _goal("en", "Finish within 3 months-long project").deadlines


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("SEO: 5000 визитов", []),
        ("Ответственный: SEO, 5000 визитов", [("SEO", "marketing")]),
        ("В отделе продаж: 40 сделок", [("отделе продаж", "sales")]),
        ("На сайте: 40 заявок", []),
        ("40 заявок к маю, на поддержке", [("поддержке", "support")]),
        ("40 заявок к маю (управление культуры)", [("управление культуры", None)]),
        ("40 заявок к маю, подрядчик — «Полюс»", [("«Полюс»", None)]),
        ("40 заявок к маю, менеджер проекта — Анна", [("Анна", None)]),
        ("Дорогие соседи, давайте соберём 40 заявок", []),
        ("Обучить 80 % менеджеров отдела продаж", []),
    ],
)
def test_owners_stand_where_an_owner_stands(text: str, owners: list[tuple[str, str | None]]) -> None:
    assert [(o.text, o.id) for o in _goal("ru", text).owners] == owners


def test_something_may_be_promoted_on_a_channel() -> None:
    assert [c.id for c in _goal("ru", "Активнее продвигать новый курс в подкастах").channels] == ["audio"]
    assert not _goal("ru", "Нанять менеджера по контекстной рекламе").channels
