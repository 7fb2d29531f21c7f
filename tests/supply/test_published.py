"""What is published: the wheel holds the package and its data and works; the source archive holds what is ours."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from declared import ROOT

SITE = "smartgoals/docs/"  # sources of the site, in no wheel
OURS = {
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "LICENSES.md", "PKG-INFO", "README.md", "corpus", "notebooks",
    "SECURITY.md", "pyproject.toml", "smartgoals", "tests",
}  # fmt: skip
GOALS = ["Get 40 new leads by Oct 31", "Öka antalet leads med 20 % till maj", "Залучити 40 лідів до кінця року",
         "Похудеть на 6 кг к лету"]  # fmt: skip
USE = """
import sys
import smartgoals
print(smartgoals.__file__)
for text in sys.argv[1:]:
    goal = smartgoals.analyze(text)
    print(goal.language, goal.score)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def package_files() -> set[str]:
    """The package's files in the repository, but for what was compiled there."""
    files = (path for path in (ROOT / "smartgoals").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    paths = (path for path in files if path.suffix not in (".so", ".pyd"))
    return {path.relative_to(ROOT).as_posix() for path in paths}


def test_the_wheel_holds_the_package_and_its_data_alone(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    told = {name for name in names if name.partition("/")[0].endswith(".dist-info")}
    assert {name.partition("/")[2] for name in told} == {
        "METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip
    assert names - told == {name for name in package_files() if not name.startswith(SITE)}


def test_the_source_archive_holds_the_repository_and_nothing_hidden(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {name.partition("/")[0] for name in names} - {".gitignore"} == OURS
    assert package_files() <= names
    assert not any("__pycache__" in name or "/." in name for name in names)


def test_the_wheel_works_by_itself(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", USE, *GOALS], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    where, *scored = done.stdout.splitlines()
    assert where.startswith(str(tmp_path))
    assert [line.split()[0] for line in scored] == ["en", "sv", "uk", "ru"]
    assert all(float(line.split()[1]) > 0 for line in scored)
