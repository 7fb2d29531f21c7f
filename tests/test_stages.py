"""One metric in stages: each level or change with a deadline of its own, in each language."""

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)
MARCH, JUNE = date(2027, 3, 31), date(2027, 6, 30)
FEBRUARY, MAY = date(2027, 2, 28), date(2027, 5, 31)


@pytest.mark.parametrize(
    ("language", "text", "unit", "change", "stages"),
    [
        ("en", "Grow MRR to 40k USD by March and 60k by June", "money", "level", [(40_000, MARCH), (60_000, JUNE)]),
        ("en", "Reach 1000 fans by March, 2000 by June", "count", "level", [(1000, MARCH), (2000, JUNE)]),
        ("en", "Grow revenue 20 % in Q1 and 30 % in Q2", "percent", "relative", [(20, MARCH), (30, JUNE)]),
        ("sv", "Höj konverteringen till 3 % i mars och till 4 % i juni", "percent", "level", [(3, MARCH), (4, JUNE)]),
        ("sv", "MRR: 400 000 kr i mars och 600 000 i juni", "money", "level", [(400_000, MARCH), (600_000, JUNE)]),
        ("sv", "Öka leads med 20 % i mars och 30 % i juni", "percent", "relative", [(20, MARCH), (30, JUNE)]),
        ("uk", "Довести MRR до 400 тис. грн до березня і до 600 тис. до червня", "money", "level",
         [(400_000, FEBRUARY), (600_000, MAY)]),
        ("uk", "1000 підписників до березня, 2000 до червня", "count", "level", [(1000, FEBRUARY), (2000, MAY)]),
        ("uk", "Підняти конверсію на 2 % у березні та на 4 % у червні", "percent", "relative", [(2, MARCH), (4, JUNE)]),
        ("ru", "Дойти до 100 клиентов к марту и до 150 к июню", "count", "level", [(100, FEBRUARY), (150, MAY)]),
        ("ru", "Набрать 1000 подписчиков к марту, 2000 — к июню", "count", "level", [(1000, FEBRUARY), (2000, MAY)]),
        ("ru", "Поднять выручку на 20 % в марте и на 30 % в июне", "percent", "relative", [(20, MARCH), (30, JUNE)]),
    ],
)  # fmt: skip
def test_each_stage_has_its_value_and_its_deadline(language, text, unit, change, stages):
    targets = analyze(text, language, TODAY).targets

    assert [(target.value, target.deadline) for target in targets] == stages
    assert {(target.unit, target.change) for target in targets} == {(unit, change)}


def test_swedish_years_part_what_and_joins():
    targets = analyze("20 leads 2027 och 30 leads 2028", "sv", TODAY).targets

    assert [target.deadline.year for target in targets] == [2027, 2028]
