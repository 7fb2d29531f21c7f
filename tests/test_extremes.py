"""Texts, contexts and vocabularies at their extremes: an answer that holds, or the documented error, and soon."""

from __future__ import annotations

import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_any_text import ODD, PIECES, holds

from smartgoals import GoalAnalysis, Vocabulary, analyze, break_down, find_goals, progress
from smartgoals.analyzer import MOST_CHARACTERS
from smartgoals.finding import finder
from smartgoals.lexicon.files import available
from smartgoals.parts import MOST_AT_ONCE, parts

TODAY = date(2026, 11, 21)
GOAL = "Anna will book 12 demos by June 30"
LONG = MOST_CHARACTERS // 4  # characters
NINES = "9" * 299  # the greatest numeral that a float holds, all but a few


def check(text: str, language: str | None = None, **given: Any) -> GoalAnalysis:
    """The analysis of a text, all that is promised of which holds."""
    goal = analyze(text, language, TODAY, **given)
    holds(text, goal)
    assert all(math.isfinite(value) for n in goal.numbers for value in (n.value, n.high) if value is not None)
    return goal


# ---- size


def test_a_megabyte_is_refused_and_what_is_just_short_of_it_is_read() -> None:
    text = "Get 40 leads by May. " * 50_000
    with pytest.raises(ValueError, match=r"the goal has 1,050,000 characters; at most 100,000 are read"):
        analyze(text)
    with pytest.raises(ValueError, match=r"the document has 1,050,000 characters; at most 1,000,000 are read"):
        find_goals(text)
    document = "word " * (finder.MOST_CHARACTERS // 5 - 10) + f"\n\nGoal: {GOAL}."
    (goal,) = find_goals(document, language="en", today=TODAY)
    assert document[goal.start : goal.end] == GOAL


def test_200_000_digits_are_no_number() -> None:
    with pytest.raises(ValueError, match="200,000 characters"):
        analyze("9" * 200_000)
    goal = check("Get " + "9" * (MOST_CHARACTERS - 20) + " leads by May")
    assert goal.numbers == ()
    assert [deadline.date for deadline in goal.deadlines] == [date(2027, 5, 31)]
    (found,) = find_goals("Get " + "9" * 200_000 + f" leads by May\n\nGoal: {GOAL}.", today=TODAY)
    assert found.text == GOAL


@pytest.mark.parametrize(
    "part",
    ["(", "([{«", ")", "(1) ", "from 1 to 2 ", "с 1 до 2 ", ">", "максимум. ", "→", "\u200b", "\u202e", "a\u200b",
     "\u0301", "1,", "1 000 ", "10^9 ", "½", "1_", "#", "@a ", "http://", "\n", "\n- ", "|", "a | b\n", "«a» ", "'",
     "_"],
)  # fmt: skip
def test_what_repeats_itself_is_read(part: str) -> None:
    text = "Get 40 leads " + part * (LONG // len(part)) + " by May"
    goal = check(text)
    assert goal.numbers[0].value == 40
    for found in find_goals("Get 40 leads by May\n\n" + part * (5_000 // len(part)), today=TODAY):
        holds(found.text, found.analysis)


@pytest.mark.parametrize(
    "text",
    ["Get 40 leads by May. " * 500, "9" * 5_000, "a " * 2_000, "x" * 1_500 + " " + "y" * 1_500, " " * 3_000 + "a",
     ">" * 2_500, "1 000 " * 500, "a\u0301" * 1_500, "год" * 900 + " 40 " + "-" * 1_200, "1,000,000." * 300],
)  # fmt: skip
def test_parts_are_the_whole_text_and_cut_no_word(text: str) -> None:
    stretches = list(parts(text))
    for (_, end), (start, _) in zip(stretches, [*stretches[1:], (len(text), 0)], strict=True):
        assert end == start or text[end:start].isspace()
        assert end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    for start, end in stretches:
        assert end - start <= MOST_AT_ONCE or text[start + MOST_AT_ONCE : end].isalnum()


def test_a_long_text_says_what_its_parts_say() -> None:
    filler = "We have talked about it at length, and all agree. " * 60
    goal = check(f"Get 40 leads from LinkedIn. {filler} Win 7 partners by May 5.")
    assert [(t.metric, t.value, t.deadline) for t in goal.targets] == [
        ("leads", 40, date(2027, 5, 5)), ("partnerships", 7, date(2027, 5, 5)),
    ]  # fmt: skip
    assert [channel.text for channel in goal.channels] == ["LinkedIn"]
    assert (goal.direction, goal.kind) == ("achieve", "outcome")


def test_no_rule_looks_further_than_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a long text costs is what its parts cost: no reader ever sees more of it."""
    from smartgoals.components import readers
    from smartgoals.reading import Reading

    seen: list[int] = []
    monkeypatch.setattr(readers, "readers", lambda *_: (lambda reading: seen.append(len(reading.text)),))
    monkeypatch.setattr("smartgoals.analyzer.join", lambda whole, read: whole)
    from smartgoals.analyzer import read

    for part in ("Get 40 leads by May. ", ">", "1 2 3, ", "a-b-", "«x» "):
        seen.clear()
        text = part * (MOST_CHARACTERS // len(part))
        read(Reading(text, TODAY, None), "en")  # type: ignore[arg-type]
        assert max(seen) <= MOST_AT_ONCE
        assert len(seen) <= 2 * len(text) / MOST_AT_ONCE + 1


# ---- numbers and dates


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize(
    "number",
    [NINES, "9" * 310, "9" * 30, "1e999", "10^9", "9" * 299 + " million", "0." + "0" * 290 + "1", "-0", "1/0", "0/0",
     "9" * 5_000, "1.1.1.1.1", "1'000'000'000'000'000'000'000", "٤٠", "𝟜𝟘", "一百", "Ⅷ", "²", "1" + "0" * 400 + " %"],
)  # fmt: skip
def test_any_number_in_any_language_gives_finite_values(language: str, number: str) -> None:
    for text in (f"Get {number} leads", f"{number}", f"from {number} to {number} leads", f"$ {number}", f"× {number}"):
        for context in ({}, {"history": [30, 32]}, {"baseline": 1e18}, {"history": [1e18] * 5}):
            check(text, language, context=context)


@pytest.mark.parametrize(("first", "second"), [("9" * 28, "9" * 29), (NINES, "40"), ("40", NINES), ("0", NINES)])
def test_messages_can_tell_of_any_number(first: str, second: str) -> None:
    for language, text in (("en", "Grow leads from {} to {}"), ("sv", "Öka leads från {} till {}")):
        goal = check(text.format(first, second), language)
        assert goal.criteria.achievable.findings[0].message


@pytest.mark.parametrize(
    "context",
    [{"history": [1e18] * 5}, {"history": [1e18, -1e18] * 15}, {"history": [1e18, 1e-300, 5]}, {"baseline": 1e18},
     {"history": [5e-324] * 30}, {"benchmark": 1e18}, {"baseline": 5e-324}, {"baseline": -5}],
)  # fmt: skip
@pytest.mark.parametrize("text", ["Get 40 leads by 2027", "Double the leads", f"Get {NINES} leads", "Cut churn to 0 %"])
def test_no_context_is_too_great_to_judge_with(text: str, context: dict[str, Any]) -> None:
    goal = check(text, "en", context=context)
    assert "nan" not in " ".join(finding.message for _, criterion in goal.criteria for finding in criterion.findings)


@pytest.mark.parametrize("day", [TODAY, date.min, date.max])
@pytest.mark.parametrize(
    "phrase",
    ["in 10^9 years", "in 1000000000 years", f"in {NINES} days", "by 31 February", "by 99/99/9999", "by 0000-00-00",
     "by 9999-12-31", "by 31 December 9999", "in December 9999", "in week 53 of 9999", "by 32.13.2027", "by May 0",
     "by the 31st of nothing", "by Q9", "in year 0", "10000 years ago", "by 1 January 0001", "in 8000 years"],
)  # fmt: skip
def test_dates_out_of_all_calendars(phrase: str, day: date) -> None:
    for context in ({}, {"history": [30, 32, 35, 31], "history_per": "day"}, {"fiscal_year_start": 4}):
        goal = analyze(f"Get 40 leads {phrase}", "en", day, context)
        holds(f"Get 40 leads {phrase}", goal)
        assert all(date.min <= deadline.date <= date.max for deadline in goal.deadlines)


@pytest.mark.parametrize("value", ["0", "40", "0.0000001", "9" * 16, NINES, "0." + "0" * 290 + "1"])
@pytest.mark.parametrize("baseline", [None, 5e-324, -5.0, 1e18])
def test_plans_of_any_number_are_made_or_refused(value: str, baseline: float | None) -> None:
    readings = {date(2026, 11, 22): 5e-324, date(2026, 11, 25): 7.5, date(2026, 11, 30): 1e15}
    for text in ("Get {} leads a day by 9999-12-31", "Grow leads from 5 to {} by May", "Grow leads by {} % by May"):
        for plan in (
            lambda goal: break_down(goal, "quarter", today=TODAY, context={"baseline": baseline}),
            lambda goal: break_down(goal, today=TODAY, context={"baseline": baseline}, compounding=True),
            lambda goal: progress(goal, readings, today=TODAY, context={"baseline": baseline}),
            lambda goal: progress(goal, 5, date(2026, 12, 1), today=TODAY, context={"baseline": baseline}),
        ):
            try:
                plan(text.format(value))
            except ValueError as error:
                assert type(error) is ValueError, error  # noqa: PT017  no validation of ours has failed


def test_a_plan_may_reach_to_the_end_of_the_calendar() -> None:
    goal = "Get 10 leads a month by 9999-12-31"
    assert progress(goal, 5, date(9999, 12, 1), start=date(9999, 11, 1), today=date(9999, 11, 1)).target == 20
    assert [step.date for step in break_down(goal, start=date(9999, 12, 1), today=TODAY)][-1] == date.max


# ---- documents


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=8), st.sampled_from(("\n", "\n- ", "\n\n# ", " | ", "\n| ", ". ", ": ", "\r\n> ")))
def test_any_document_gives_goals_whose_places_hold(lines: list[list[str]], between: str) -> None:
    document = between + between.join(" ".join(line) for line in lines)
    if not document.strip() or any("\ud800" <= char <= "\udfff" for char in document):
        with pytest.raises(ValueError, match=r"the document (is empty|is no valid Unicode)"):
            find_goals(document, today=TODAY)
        return
    end = 0
    for goal in find_goals(document, today=TODAY):
        assert end <= goal.start < goal.end
        assert document[goal.start : goal.end] == goal.text
        holds(goal.text, goal.analysis)
        end = goal.end


# ---- vocabularies

KEYS = st.sampled_from(["metrics", "channels", "platforms", "teams", "x", "terms", "en", "drives", "leads", "a: b", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def toml(table: dict[str, Any]) -> str:
    """A table as TOML: JSON writes keys, texts and lists in nearly the same way."""

    def value(given: Any) -> str:
        if isinstance(given, dict):
            return "{" + ", ".join(f"{json.dumps(key)} = {value(inner)}" for key, inner in given.items()) + "}"
        if isinstance(given, list):
            return "[" + ", ".join(map(value, given)) + "]"
        return json.dumps(given, ensure_ascii=False).replace("NaN", "nan").replace("Infinity", "inf")

    return "\n".join(f"{json.dumps(key)} = {value(given)}" for key, given in table.items())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vocabulary") / "ours.toml"


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4).map(toml) | st.text(max_size=60) | st.binary(max_size=40))
def test_any_file_is_a_vocabulary_or_says_where_it_is_wrong(path: Path, content: str | bytes) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    try:
        ours = Vocabulary.load(path)
    except ValueError as error:
        assert str(error).startswith(str(path))  # noqa: PT017
    else:
        assert Vocabulary.model_validate_json(ours.key or "{}") == ours


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[metrics.x]\ngloss = '\xff'", r"ours\.toml, line 2: byte 0xff is no UTF-8"),
        (b"a = " + b"[" * 5_000, r"ours\.toml is nested too deep"),
        (b"a = " + b"9" * 5_000, r"ours\.toml: Exceeds the limit"),
        ("[metrics.x]\nterms = { uk = ['" + "годин " * 40 + "'] }", r"line 2: metrics\.x\.terms\.uk: a term of more"),
    ],
)
def test_a_vocabulary_at_an_extreme_says_what_is_wrong(path: Path, content: str | bytes, said: str) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=said):
        Vocabulary.load(path)


@pytest.mark.parametrize("term", ["{metric} {platform}", "a\u200bb", "=x =y", "1", "годин " * 8, "x" * 3_000, "of the"])
def test_odd_terms_are_read_with(term: str) -> None:
    ours = Vocabulary.model_validate({"metrics": {"oddity": {"terms": {"uk": [term]}}}})
    text = f"Отримати 40 {term} до травня"
    holds(text, analyze(text, "uk", TODAY, vocabulary=ours))
