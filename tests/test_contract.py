"""What the API takes, returns and refuses."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

import smartgoals
from smartgoals import Analyzer, Context, GoalAnalysis, analyze

TODAY = datetime.date(2026, 11, 21)
GOALS = {
    "en": "Get 40 new leads from LinkedIn by Oct 31",
    "sv": "Få 40 nya leads från LinkedIn senast den 31 oktober",
    "uk": "Отримати 40 нових лідів із LinkedIn до 31 жовтня",
    "ru": "Получить 40 новых лидов из LinkedIn до 31 октября",
}


@pytest.mark.parametrize(("language", "text"), GOALS.items())
def test_one_goal_in_four_languages_is_one_target(language: str, text: str) -> None:
    goal = analyze(text, today=TODAY)
    assert goal.language == language
    (target,) = goal.targets
    assert (target.metric, target.value, target.unit, target.change) == ("leads", 40, "count", "level")
    assert target.deadline == datetime.date(2027, 10, 31)
    assert target.channels == ("organic_social",)
    assert goal.channels[0].platform == "linkedin"
    assert (goal.direction, goal.kind) == ("achieve", "outcome")


@pytest.mark.parametrize("text", GOALS.values())
def test_offsets_point_into_the_text(text: str) -> None:
    goal = analyze("  " + text + "!", today=TODAY)
    for items in (goal.numbers, goal.metrics, goal.channels, goal.deadlines, goal.owners, goal.vague):
        for item in items:
            assert goal.text[item.start : item.end] == item.text


@pytest.mark.parametrize("text", GOALS.values())
def test_an_analysis_round_trips_and_is_frozen(text: str) -> None:
    goal = analyze(text, today=TODAY)
    assert GoalAnalysis.model_validate_json(goal.model_dump_json()) == goal
    with pytest.raises(ValidationError):
        goal.text = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    "text", [*GOALS.values(), "Leads", "Raise MRR from $5k to €6k by May 2027 or by Q3", "31 February"]
)
def test_results_built_unchecked_are_valid(text: str) -> None:
    goal = analyze(text, today=TODAY, context={"history": [30, 32, 31, 35], "objectives": ["revenue"]})
    checked = GoalAnalysis.model_validate(goal.model_dump(), strict=True)
    assert checked == goal
    assert checked.model_dump_json() == goal.model_dump_json()
    assert checked.model_fields_set == goal.model_fields_set


def test_the_schema_names_every_field() -> None:
    schema = GoalAnalysis.model_json_schema()
    assert set(schema["properties"]) == {
        "text", "language", "today", "direction", "kind", "numbers", "metrics", "channels", "deadlines", "owners",
        "vague", "targets", "criteria", "score", "text_score", "context_score", "coverage", "suppressed",
        "rubric_version", "suggestions", "rewrite",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "a" * 100_001, "leads \ud800"])
def test_what_is_no_goal_text_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"goal"):
        analyze(text)


@pytest.mark.parametrize("text", [None, 40, b"leads", ["leads"]])
def test_what_is_no_string_is_a_type_error(text: object) -> None:
    with pytest.raises(TypeError, match="string"):
        analyze(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("today", ["2026-11-21", 20261121, datetime.time(12)])
def test_a_today_that_is_no_day_is_a_type_error(today: object) -> None:
    with pytest.raises(TypeError, match=r"today is a datetime\.date, not (str|int|time)"):
        analyze("40 leads by Friday", today=today)  # type: ignore[arg-type]


def test_of_a_moment_the_day_counts() -> None:
    moment = datetime.datetime(2026, 11, 21, 23, 59)
    assert analyze("40 leads by Friday", today=moment) == analyze("40 leads by Friday", today=moment.date())


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match=r"'de'.*en, ru, sv, uk"):
        analyze("40 Leads", language="de")


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "🙂",
        "123",
        "the",
        "9" * 400 + " leads",
        "31 February",
        "𝟜𝟘 leads",
        "\u202e40 leads",
        "по",
        "до",
        "by",
        "till",
    ],
)
def test_everything_else_gives_an_analysis(text: str) -> None:
    goal = analyze(text, today=TODAY)
    assert GoalAnalysis.model_validate_json(goal.model_dump_json()) == goal


def test_pipe_streams_in_order() -> None:
    analyzer = Analyzer(today=TODAY)

    def endless():
        while True:
            yield from GOALS.values()

    stream = analyzer.pipe(endless())
    assert [next(stream).language for _ in range(4)] == list(GOALS)


def test_a_context_may_be_a_dict_and_is_checked() -> None:
    goal = analyze(GOALS["en"], today=TODAY, context={"history": [30, 32], "objectives": "revenue"})
    assert goal.criteria.achievable.verdict == "met"
    assert goal == analyze(GOALS["en"], today=TODAY, context=Context(history=(30, 32), objectives=("revenue",)))
    with pytest.raises(ValidationError, match="histroy"):
        analyze(GOALS["en"], context={"histroy": [1]})
    with pytest.raises(TypeError, match="a context is a Context or a dict of its fields, not str"):
        analyze(GOALS["en"], context="marketing")  # type: ignore[arg-type]


def test_one_string_is_not_many_texts() -> None:
    with pytest.raises(TypeError, match="not one string"):
        next(Analyzer().pipe("Get 40 leads"))


def test_score_is_the_mean_of_what_could_be_judged() -> None:
    goal = analyze(GOALS["en"], today=TODAY)
    scores = [c.score for _, c in goal.criteria if c.score is not None]
    assert goal.criteria.achievable.score is None
    assert goal.score == pytest.approx(sum(scores) / len(scores), abs=0.001)


def test_a_complete_goal_has_no_rewrite_and_a_vague_one_has() -> None:
    assert analyze(GOALS["en"], today=TODAY).rewrite is None
    assert analyze("Get new leads", today=TODAY).rewrite == "Get [number] new leads by [date]"


def test_the_public_names() -> None:
    assert smartgoals.__all__ == [
        "Analyzer", "Context", "FoundGoal", "GoalAnalysis", "GoalSet", "Vocabulary",
        "analyze", "break_down", "find_goals", "progress",
    ]  # fmt: skip
    assert all(hasattr(smartgoals, name) for name in smartgoals.__all__)
