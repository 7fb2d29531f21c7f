"""What pyproject.toml declares: each dependency with its bounds, where it stands and what it is for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
OURS = "smartgoals"
CORE = ""  # the "extra" of what is always installed
_LINE = re.compile(r'^ *"(?P<requirement>[^"]+)", *# (?P<reason>\S.*)$', re.MULTILINE)


@dataclass(frozen=True)
class Declared:
    """One requirement of an extra; `reason` is the comment on its line, empty where it has none."""

    requirement: Requirement
    extra: str
    reason: str

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def lowest(self) -> str:
        """The lowest version that the bounds allow; ValueError where they have no lower end."""
        for specifier in self.requirement.specifier:
            if specifier.operator in (">=", "=="):
                return specifier.version
        raise ValueError(f"{self.requirement} has no lower bound")


def declared() -> list[Declared]:
    """The dependencies of all extras, in the file's order; an extra's names of our own extras are left out."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    reasons = {line["requirement"]: line["reason"] for line in _LINE.finditer(text)}
    project = tomllib.loads(text)["project"]
    extras = {CORE: project["dependencies"], **project["optional-dependencies"]}
    every = [
        Declared(Requirement(line), extra, reasons.get(line, "")) for extra, lines in extras.items() for line in lines
    ]
    return [one for one in every if one.name != OURS]
