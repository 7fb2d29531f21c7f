"""The schema of what is returned: it is that of the models, results fit it, and its version follows its shape."""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from pydantic import BaseModel
from referencing import Registry, Resource
from typer.testing import CliRunner

from smartgoals import GoalSet, analyze, break_down, find_goals, progress
from smartgoals.cli import app
from smartgoals.schema import load, text, version
from smartgoals.schema.build import RETURNED, build, next_version

TODAY = datetime.date(2026, 9, 1)
GOALS = [
    "Get 40 new leads from LinkedIn by Oct 31",
    "Marknad ska få 20–30 % fler leads snart",
    "Зменшити відтік удвічі до кінця року",
    "Снизить CPL с 900 до 700 руб. в I квартале",
    "?",
]


def errors(result: BaseModel | dict[str, Any], name: str = "GoalAnalysis") -> list[ValidationError]:
    """Where a result does not fit the schema of its model."""
    schema = load()
    registry: Registry[Any] = Registry().with_resource(schema["$id"], Resource.from_contents(schema))
    validator = Draft202012Validator(
        {"$ref": f"{schema['$id']}#/$defs/{name}"},
        registry=registry,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    data = json.loads(result.model_dump_json()) if isinstance(result, BaseModel) else result
    return list(validator.iter_errors(data))


def test_the_stored_schema_is_that_of_the_models() -> None:
    assert load() == build(version()), "the models have changed: python -m smartgoals.schema"
    assert next_version(load()) == version()


def test_it_is_a_schema_of_2020_12_that_names_itself_and_its_version() -> None:
    schema = load()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(f":{schema['version']}")
    assert schema["$defs"].keys() >= {model.__name__ for model in RETURNED}


def test_the_command_prints_it() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    assert result.output == text()


@pytest.mark.parametrize("goal", GOALS)
def test_an_analysis_fits(goal: str) -> None:
    data = json.loads(analyze(goal, today=TODAY).model_dump_json())
    Draft202012Validator(load()).validate(data)  # the schema itself is that of an analysis
    assert not errors(data)
    del data["score"]
    assert [error.message for error in errors(data)] == ["'score' is a required property"]


def test_all_else_that_is_returned_fits() -> None:
    found = find_goals("- Win 300 subscribers by Christmas\n", today=TODAY)
    steps = break_down("Get 120 leads by December 31", by="month", today=TODAY)
    now = progress("Sell 120 subscriptions by Dec 31", 30, today=TODAY, on=datetime.date(2026, 11, 1))
    goals = GoalSet(["Grow revenue to $2m by December 31", "Get 400 leads by November 30"], today=TODAY)
    notes = goals.check()
    teams = GoalSet([{"goal": "Sign 100 deals by 2027", "team": "sales"}, {"goal": GOALS[0]}], today=TODAY)
    for name, results in {
        "FoundGoal": found,
        "Milestone": steps,
        "Progress": [now],
        "SetGoal": goals.goals,
        "SetFinding": notes,
        "Handover": teams.handovers(),
    }.items():
        assert results, name
        assert not [error for result in results for error in errors(result, name)], name


def grow(schema: dict[str, Any]) -> None:
    target = schema["$defs"]["Target"]
    del target["properties"]["baseline"]  # the models have one field more than what was stored
    target["required"].remove("baseline")


def add_model(schema: dict[str, Any]) -> None:
    del schema["$defs"]["Handover"]


def lose(schema: dict[str, Any]) -> None:
    schema["$defs"]["Target"]["properties"]["gone"] = {"type": "string"}


def change_type(schema: dict[str, Any]) -> None:
    schema["$defs"]["Number"]["properties"]["value"]["type"] = "string"


def change_values(schema: dict[str, Any]) -> None:
    schema["$defs"]["Vague"]["properties"]["kind"]["enum"].pop()


def bound(schema: dict[str, Any]) -> None:
    schema["$defs"]["Number"]["properties"]["value"]["minimum"] = 0


def reword(schema: dict[str, Any]) -> None:
    schema["$defs"]["Target"]["description"] = "Something else."


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (reword, "3.4"),
        (grow, "3.5"),
        (add_model, "3.5"),
        (lose, "4.0"),
        (change_type, "4.0"),
        (change_values, "4.0"),
        (bound, "4.0"),
    ],
)
def test_the_version_follows_what_has_changed(change: Any, expected: str) -> None:
    stored = copy.deepcopy(build("3.4"))
    change(stored)
    assert next_version(stored) == expected
