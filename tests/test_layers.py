"""The packages of the grammar build on one another in one order, so that each can be read without those behind it."""

from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(str(files("smartgoals")))
LAYERS = (
    "",
    "clauses",
    "numbers",
    "dates",
    "verbs",
    "things",
    "roles",
    "sources",
    "targets",
)  # "": the modules beside them
MODULES = sorted((ROOT / "grammar").rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The modules of the grammar that a module imports, by their names below `smartgoals.grammar`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("smartgoals.grammar"):
            inside = (node.module or "").removeprefix("smartgoals.grammar").strip(".")
            found |= {f"{inside}.{alias.name}".strip(".") for alias in node.names}
    return found


def layer(name: str) -> str:
    first = name.split(".")[0]
    return first if first in LAYERS else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_none_of_a_later_layer(path: Path) -> None:
    own = layer(".".join(path.relative_to(ROOT / "grammar").parts))
    later = LAYERS[LAYERS.index(own) + 1 :]

    assert not {name for name in imported(path) if layer(name) in later}


def test_every_package_has_its_place() -> None:
    assert {path.parent.name for path in MODULES} == {*LAYERS[1:], "grammar"}
