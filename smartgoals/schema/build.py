"""The schema made from the models, and the version that a change asks for."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from smartgoals.models import FoundGoal, GoalAnalysis
from smartgoals.planning.models import Handover, Milestone, Progress, SetFinding, SetGoal

RETURNED: tuple[type[BaseModel], ...] = (
    GoalAnalysis, FoundGoal, Milestone, Progress, SetGoal, SetFinding, Handover,
)  # fmt: skip
FIRST = "1.0"
_WORDS = {"title", "description"}  # what says nothing of the shape
_NAMED = {"properties", "$defs"}  # where keys are names, and may be added


class _Generator(GenerateJsonSchema):
    def field_is_required(self, field: Any, total: bool) -> bool:
        """What is returned holds every field, whether it has a default or not."""
        return True


def build(version: str) -> dict[str, Any]:
    """The schema of the models as they are, under a version."""
    _, schema = models_json_schema([(model, "serialization") for model in RETURNED], schema_generator=_Generator)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:smartgoals:result:{version}",
        "version": version,
        "title": "What smartgoals returns",
        "description": "A GoalAnalysis; the other results are in $defs. Within a major version fields are only added.",
        "$ref": "#/$defs/GoalAnalysis",
        "$defs": schema["$defs"],
    }


def next_version(stored: dict[str, Any]) -> str:
    """The version that the models ask for: a new minor one where fields were added, a major one for other changes."""
    current: str = stored["version"]
    built = build(current)
    major, minor = map(int, current.split("."))
    if not _grew(stored, built):
        return f"{major + 1}.0"
    return current if _grew(built, stored) else f"{major}.{minor + 1}"


def _grew(old: Any, new: Any, key: str = "") -> bool:
    """Whether a schema holds all that another does, and no more than added names."""
    if isinstance(old, dict) and isinstance(new, dict):
        if key not in _NAMED:
            old, new = ({name: part for name, part in d.items() if name not in _WORDS} for d in (old, new))
            if old.keys() != new.keys():
                return False
        return all(name in new and _grew(part, new[name], name) for name, part in old.items())
    if key == "required":
        return set(old) <= set(new)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(_grew(was, now) for was, now in zip(old, new, strict=True))
    return bool(old == new)
