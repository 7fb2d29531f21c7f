"""The schema that programs rely on: its version says what they may rely on."""

from __future__ import annotations

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from smartgoals import analyze
from smartgoals.cli import app
from smartgoals.schema import VERSION, schema

# The fields of version 1. One that goes, or means something else, needs a new version; one that is added does not.
FIELDS = {
    "GoalAnalysis": "text language today direction kind numbers metrics channels deadlines owners vague targets "
    "criteria score text_score context_score coverage suppressed rubric_version suggestions rewrite",
    "Number": "text start end value high unit currency per role comparator",
    "Metric": "text start end id kind better value stage",
    "Channel": "text start end id platform",
    "Deadline": "text start end date start_date grain kind",
    "Owner": "text start end id",
    "Vague": "text start end kind",
    "Target": "metric metric_text direction value high unit currency per comparator baseline change channels deadline",
    "Criteria": "specific measurable achievable relevant time_bound",
    "Criterion": "score verdict findings",
    "Finding": "code criterion severity message start end fix",
    "Fix": "start end replacement",
}


def test_no_field_goes_without_a_new_version() -> None:
    described = schema()
    models = described["$defs"] | {"GoalAnalysis": described}
    assert VERSION == "1"
    for model, fields in FIELDS.items():
        assert set(fields.split()) <= set(models[model]["properties"]), model


@pytest.mark.parametrize("goal", ["Get 40 new leads from LinkedIn by Oct 31", "Få fler leads snart", "…"])
def test_an_analysis_is_as_the_schema_says(goal: str) -> None:
    jsonschema.validate(json.loads(analyze(goal).model_dump_json()), schema())


def test_the_command_prints_it() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert json.loads(result.output) == schema()
