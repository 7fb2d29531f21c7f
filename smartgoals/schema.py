"""The JSON Schema of an analysis, with a version that programs can rely on."""

from __future__ import annotations

from typing import Any

from smartgoals.models import GoalAnalysis

VERSION = "1"  # rises when a field goes, or means something else; what is added changes no version


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `GoalAnalysis` as JSON."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:smartgoals:goal-analysis:{VERSION}",
        "version": VERSION,
        **GoalAnalysis.model_json_schema(mode="serialization"),
    }
