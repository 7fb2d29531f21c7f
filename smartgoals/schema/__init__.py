"""The JSON Schema of what smartgoals returns, under a version of its own.

Within a major version fields are only added: what reads 1.0 reads 1.1.  `python -m smartgoals.schema` stores the schema
anew when the models have changed, and counts the version up.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

FILE = files("smartgoals") / "schema" / "result.json"


def text() -> str:
    """The schema as it is stored."""
    return FILE.read_text(encoding="utf-8")


def load() -> dict[str, Any]:
    """The schema: of a `GoalAnalysis`, and in `$defs` of all else that is returned."""
    schema: dict[str, Any] = json.loads(text())
    return schema


def version() -> str:
    """Its version: major and minor, '1.0'."""
    stored: str = load()["version"]
    return stored
