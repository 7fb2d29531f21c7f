"""Which modules a build may compile, and that a build compiled all of them or none."""

from __future__ import annotations

import importlib
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

from smartgoals import Analyzer, Context, GoalAnalysis
from smartgoals.batch import Scorer

ROOT = Path(__file__).parent.parent


def hook() -> dict[str, Any]:
    """What `pyproject.toml` says of compiling."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return settings["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]


def named(patterns: list[str]) -> set[Path]:
    """The modules that patterns of paths name; each pattern must name some."""
    found: set[Path] = set()
    for pattern in patterns:
        path = ROOT / pattern.removeprefix("/")
        modules = {path} if path.is_file() else set(path.rglob("*.py")) or set((ROOT / "smartgoals").rglob(pattern))
        assert modules, pattern
        found |= modules
    return found


def test_all_modules_that_may_be_compiled_are_or_none_is() -> None:
    paths = named(hook()["include"]) - named(hook()["exclude"])
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    compiled = {str(importlib.import_module(name).__file__).endswith(tuple(EXTENSION_SUFFIXES)) for name in names}
    assert len(names) > 50
    assert len(compiled) == 1


def test_what_users_derive_from_can_be_derived_from() -> None:
    for ours in (Analyzer, Context, GoalAnalysis, Scorer):
        assert issubclass(type("Theirs", (ours,), {}), ours)
