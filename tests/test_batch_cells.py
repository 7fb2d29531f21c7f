"""What cells say."""

from __future__ import annotations

import datetime

import pytest

from smartgoals.batch import cells


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, None), (cells.Missing.CELL, None), ("", ""), (" a ", " a "), (True, "true"), (40.0, "40"), (0.5, "0.5"),
        (1e300, "1e+300"), (10**30, "1" + "0" * 30), (datetime.date(2026, 1, 2), "2026-01-02"),
        (datetime.datetime(2026, 1, 2), "2026-01-02"), (datetime.datetime(2026, 1, 2, 3), "2026-01-02T03:00:00"),
        ([1, "å"], '[1, "å"]'), (b"a\xff", "a\\xff"),
    ],
)  # fmt: skip
def test_text(cell: object, text: str | None) -> None:
    assert cells.text_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        (None, ()), ("", ()), ("30; 32.5", (30, 32.5)), ("30;32,5", (30, 32.5)), ("30, 32", (30, 32)),
        ("30 32", (30, 32)), ("30|32", (30, 32)), ("[30, 32]", (30, 32)), ([30, 32.0], (30, 32)), (30, (30,)),
        ("30,5", (30.5,)), ([30, None, 32], (30, 32)), ("30;;32", (30, 32)), ("[30, null]", (30,)),
    ],
)  # fmt: skip
def test_history(cell: object, values: tuple[float, ...]) -> None:
    assert cells.history(cell) == values


@pytest.mark.parametrize("cell", ["[30", "a", "30; b", ["x"], {}])
def test_a_history_that_is_none(cell: object) -> None:
    with pytest.raises(ValueError, match="history"):
        cells.history(cell)


def test_objectives() -> None:
    assert cells.objectives("Grow revenue; leads\nretention") == ("Grow revenue", "leads", "retention")
    assert cells.objectives('["a; b"]') == cells.objectives(["a; b"]) == ("a; b",)
    assert cells.objectives(None) == cells.objectives(" ") == cells.objectives([None]) == ()
    for cell in (5, {}, [5]):
        with pytest.raises(ValueError, match="objectives"):
            cells.objectives(cell)


def test_what_must_be_a_text() -> None:
    assert [cells.checked_text(cell, "goal") for cell in ("a", None, cells.Missing.CELL)] == ["a", "", ""]
    for cell in (5, True, [], b"a", datetime.date(2026, 1, 2)):
        with pytest.raises(TypeError, match="the goal is no text"):
            cells.checked_text(cell, "goal")


def test_day() -> None:
    day = datetime.date(2026, 1, 2)
    assert cells.day("2026-01-02") == cells.day(" 2026-01-02T10:00 ") == cells.day(day) == cells.day("2.1.2026") == day
    assert cells.day(datetime.datetime(2026, 1, 2, 9)) == day
    assert cells.day("") is cells.day(None) is None


def test_language() -> None:
    assert [cells.language(cell) for cell in ("sv-SE", "EN_us", " ru ", "")] == ["sv", "en", "ru", None]
