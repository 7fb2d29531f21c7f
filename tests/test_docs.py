"""What the documents say holds: their examples give what they show, their commands run, and the site builds."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from smartgoals import Vocabulary
from smartgoals.cli import app
from smartgoals.lexicon.files import available
from smartgoals.lexicon.table import table
from smartgoals.ontology import ontology
from smartgoals.settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "SECURITY.md",
        *sorted(ROOT.glob("smartgoals/**/*.md")),
    )
}
WITH_EXAMPLES = [name for name, text in PAGES.items() if ">>> " in text]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(name, *block.groups()) for name, text in PAGES.items() for block in BLOCK.finditer(text)]
SHOWN = {line for _, kind, block in BLOCKS if kind == "sh" for line in block.splitlines()}
SHOWN |= {code for text in PAGES.values() for code in re.findall(r"`(smartgoals [^`]+)`", text)}
COMMANDS = sorted(line.split(" > ")[0] for line in SHOWN if re.match(r"smartgoals \w+( .+|$)", line))
QUICK = {"analyze", "check", "find", "findings", "plan", "progress", "schema", "score", "vocabulary"}
GOALS = "id,parent,team,goal\na,,sales,Grow revenue by 10 % this year\nb,a,marketing,Get 40 leads this year\n"


def test_the_pages_that_have_examples() -> None:
    assert {"README.md", "smartgoals/docs/GUIDE.md", "smartgoals/grammar/CONVENTIONS.md"} < set(WITH_EXAMPLES)


def test_every_page_stands_in_the_navigation_of_the_site() -> None:
    navigation = (ROOT / "smartgoals" / "docs" / "mkdocs.yml").read_text(encoding="utf-8")
    assert [name for name in PAGES if f": {name}\n" not in navigation] == []


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_hold(name: str) -> None:
    result = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that take long or do not end show their help."""
    words = shlex.split(command.replace("…", "Get 120 leads this year"))[1:]
    monkeypatch.chdir(tmp_path)
    Path("goals.csv").write_text(GOALS, encoding="utf-8")
    Path("minutes.md").write_text("Anna will book 12 demos by June 30.\n", encoding="utf-8")
    Path("ours.toml").write_text('[metrics.demo_days]\ndrives = ["leads"]\nterms = { en = ["demo day"] }\n')
    result = CliRunner().invoke(app, words if words[0] in QUICK else [words[0], "--help"])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(("name", "block"), [(name, block) for name, kind, block in BLOCKS if kind == "toml"])
def test_tables_can_be_used(name: str, block: str) -> None:
    data = tomllib.loads(block)
    if settings := data.get("tool", {}).get("smartgoals"):
        Settings.model_validate(settings)
    else:
        assert Vocabulary.model_validate(data).key


def test_the_readme_gives_the_command_that_ci_runs() -> None:
    command = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -q"
    assert command in PAGES["README.md"]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_gives_the_figures_of_the_page_on_quality() -> None:
    row = re.compile(r"^\|.*\| \d\.\d{3} \|$", re.MULTILINE)
    rows = row.findall(PAGES["README.md"])
    assert len(rows) == 8
    assert set(rows) < set(row.findall(PAGES["smartgoals/evaluation/QUALITY.md"]))


@pytest.mark.parametrize("language", available())
def test_the_vocabulary_of_a_language_has_terms_for_every_id(language: str) -> None:
    entries = dict(re.findall(r"^- \*\*`(\w+)`\*\* \(.+?\): (.*)$", table(language), re.MULTILINE))
    known = ontology()
    assert entries.keys() >= known.metrics.keys() | known.channels.keys() | known.teams.keys()
    assert all(entries.values())


@pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("mkdocs", "mkdocstrings", "griffe_pydantic"))),
    reason="needs mkdocs: pip install '.[docs]'",
)
def test_the_site_builds_and_asks_nothing_of_the_net(tmp_path: Path) -> None:
    config = ROOT / "smartgoals" / "docs" / "mkdocs.yml"
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(config), "-d", str(tmp_path)]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    html = "\n".join(page.read_text(encoding="utf-8") for page in tmp_path.rglob("*.html"))
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in tmp_path.rglob("*.css"))
    assert not re.findall(r"""<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=["'](?:https?:)?//[^"']+""", html)
    assert not re.findall(r"""(?:url\(|@import )["']?(?:https?:)?//""", css)
    for shown in ("analyze", "GoalAnalysis", "find_goals"):
        assert f'id="smartgoals.{shown}"' in html or f'id="smartgoals.models.{shown}"' in html
