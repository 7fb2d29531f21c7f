"""What the codes of findings on sets of goals mean."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from smartgoals.models import Severity


@dataclass(frozen=True, slots=True)
class SetCode:
    """The severity and meaning of a code and, by language, sets of goals that raise it."""

    severity: Severity
    meaning: str
    examples: dict[str, list[dict[str, str]]]


@cache
def set_codes() -> dict[str, SetCode]:
    """All codes of findings on sets of goals."""
    text = (files("smartgoals") / "planning" / "findings.toml").read_text(encoding="utf-8")
    return {
        code: SetCode(entry["severity"], entry["meaning"], entry["examples"])
        for code, entry in tomllib.loads(text).items()
    }
