"""What the package needs is declared with a reason, and what an extra brings is missed by nobody who lacks it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from declared import CORE, OURS, ROOT, Declared, declared
from packaging.utils import canonicalize_name

PACKAGE = ROOT / "smartgoals"
IN_EXTRAS = ("smartgoals.docs", "smartgoals.integrations", "smartgoals.mcp", "smartgoals.serve")  # may need theirs
BLOCKED = """
import importlib.abc, pkgutil, sys

class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in {absent}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
"""
EVERY_MODULE = """
import smartgoals
for module in pkgutil.walk_packages(smartgoals.__path__, "smartgoals.", onerror=lambda name: None):
    try:
        if not module.name.endswith(".__main__"):  # those act
            __import__(module.name)
    except ModuleNotFoundError:
        print(module.name)
"""
COMMANDS = """
from smartgoals.cli import app
for command in (["analyze", "Öka leads med 20 % till maj"], ["score", "goals.csv", "-o", "scored.csv"],
                ["report", "goals.csv", "-o", "page.html"], ["find", "goals.csv"], ["schema"]):
    app(command, standalone_mode=False)
"""


def imported() -> Iterator[tuple[Path, str]]:
    """Each file of the package with the top name of each module that it imports from outside."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            else:
                continue
            for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {OURS}:
                yield path, top


def distributions(module: str) -> set[str]:
    """The packages that a module may come from: those installed with it, else the one of its own name."""
    return {canonicalize_name(name) for name in packages_distributions().get(module, [module])}


def without(absent: set[str], code: str, folder: Path) -> str:
    """What code prints where modules are not installed."""
    script = BLOCKED.format(absent=repr(absent)) + code
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def of_extras() -> set[str]:
    """The modules that the package imports and that extras alone bring."""
    core = {one.name for one in declared() if one.extra == CORE}
    return {module for _, module in imported() if not distributions(module) & core}


@pytest.mark.parametrize("one", declared(), ids=lambda one: f"{one.extra}-{one.name}".lstrip("-"))
def test_a_dependency_has_its_line_with_a_reason_and_a_lower_bound(one: Declared) -> None:
    assert one.reason
    assert one.lowest
    for bound in one.requirement.specifier:
        if bound.operator != ">=":  # what keeps newer versions out is explained
            assert bound.version in one.reason


def test_what_is_imported_is_declared() -> None:
    known = {one.name for one in declared()}
    found = {(path.name, module) for path, module in imported()}
    assert len(found) > 50
    assert sorted((path, module) for path, module in found if not distributions(module) & known) == []


def test_only_what_is_for_an_extra_needs_it(of_extras: set[str], tmp_path: Path) -> None:
    assert {"fastapi", "pandas", "mcp", "openpyxl"} <= of_extras
    failed = without(of_extras, EVERY_MODULE, tmp_path).split()
    assert "smartgoals.integrations.pandas" in failed
    assert [name for name in failed if not name.startswith(IN_EXTRAS)] == []


def test_commands_run_without_any_extra(of_extras: set[str], tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("goal,team\nGet 40 new leads by Oct 31,sales\n", encoding="utf-8")
    assert without(of_extras, COMMANDS, tmp_path)
    assert (tmp_path / "scored.csv").stat().st_size
    assert (tmp_path / "page.html").stat().st_size
