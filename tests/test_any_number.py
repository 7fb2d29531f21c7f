"""Whatever numbers are known beside a goal, or stand in it, it is judged, planned and followed, or refused in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words
from pydantic import ValidationError

from smartgoals import Context, analyze, break_down, progress
from smartgoals.advice.numbers import decimal, percent
from smartgoals.context import MOST

DAY = date(2026, 9, 1)
values = st.floats(-MOST, MOST) | st.sampled_from([0.0, -0.0, 5e-324, -5e-324, 1e-300, 1.0, MOST, -MOST])
goals = st.sampled_from(
    ["Get 40 leads by Oct 31", "Grow revenue by 20% by May 2027", "Minska churn till 5 % till maj", "Get more leads"]
    + [f"Grow sales from {'9' * digits} to {'9' * (2 * digits)} by May 2027" for digits in (15, 25, 60, 160, 400)]
    + ["Get 0.0000000000000000000000001 leads by May 2027"]
)
contexts = st.builds(
    Context,
    history=st.lists(values, max_size=27).map(tuple),
    baseline=st.none() | values,
    benchmark=st.none() | values,
)


@settings(max_examples=60, deadline=None)
@given(goals, contexts, st.sampled_from(["en", "sv", "uk", "ru"]))
def test_any_numbers_beside_any_numbers_are_judged(goal: str, context: Context, locale: str) -> None:
    assert analyze(goal, today=DAY, context=context, locale=locale).model_dump_json()


@settings(max_examples=60, deadline=None)
@given(goals, contexts, st.lists(values, min_size=1, max_size=5), st.booleans())
def test_any_readings_are_followed_or_refused(
    goal: str, context: Context, readings: list[float], compounding: bool
) -> None:
    actual = {DAY + timedelta(3 * n): value for n, value in enumerate(readings)}
    refusals = []
    for follow in (
        lambda: break_down(goal, start=DAY, compounding=compounding, today=DAY, context=context),
        lambda: progress(goal, actual, start=DAY, today=DAY, context=context),
    ):
        try:
            follow()
        except ValueError as error:
            refusals.append(str(error))
    assert all(goal in said for said in refusals)  # ours say of which goal


@pytest.mark.parametrize("value", [1e19, -1e300, float("inf"), float("nan")])
def test_what_is_beyond_measure_is_refused(value: float) -> None:
    for given_ in ({"history": [value]}, {"baseline": value}, {"benchmark": value}):
        with pytest.raises(ValidationError):
            Context(**given_)
    with pytest.raises(ValueError, match="a reading is"):
        progress("Get 40 leads by Oct 31", value, today=DAY)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234.5, "1,234.5"), (1e20, "100,000,000,000,000,000,000"), (1.234e80, "1.23E80"), (float("inf"), "∞")],
)
def test_vast_numbers_are_written_as_powers(value: float, text: str) -> None:
    assert decimal(value, "en") == text


def test_vast_shares_are_written_too() -> None:
    assert percent(0.256, "sv") == "26\xa0%"
    assert percent(1e300, "en") == "1E302 %"


@settings(max_examples=120, deadline=None)
@given(
    st.integers(2, 999_999),
    st.sampled_from(
        [("en", "Sell {} books"), ("sv", "Sälja {} böcker"), ("uk", "Продати {} книг"), ("ru", "Продать {} книг")]
    ),
)
@example(1_200, ("sv", "Sälja {} böcker"))
@example(131, ("sv", "Sälja {} böcker"))
@example(21_201, ("sv", "Sälja {} böcker"))
@example(301_000, ("sv", "Sälja {} böcker"))
def test_numbers_in_words_are_read(value: int, goal: tuple[str, str]) -> None:
    language, text = goal
    words = num2words(value, lang=language).replace(",", "")
    assert [number.value for number in analyze(text.format(words), language=language).numbers] == [value]
