"""Licences of what comes with smartgoals: each is one that a dependency may have, and is told on the page."""

from __future__ import annotations

import re
from email.message import Message

import licences
import pytest
from declared import declared
from licences import PAGE, Package, allowed, installed, known, licence, permitted

PACKAGES = installed({one.extra for one in declared()})


def of(monkeypatch: pytest.MonkeyPatch, **headers: str) -> None:
    """Let every package tell these of itself."""
    told = Message()
    for name, value in headers.items():
        told[name.replace("_", "-")] = value
    monkeypatch.setattr(licences, "metadata", lambda _: told)


@pytest.mark.parametrize("package", PACKAGES.values(), ids=lambda package: package.name)
def test_the_licence_is_allowed(package: Package) -> None:
    assert allowed(package.name), licence(package.name)


def test_what_others_bring_is_found() -> None:
    assert {"spacy", "thinc", "num2words", "markupsafe", "mkdocstrings-python"} <= PACKAGES.keys()


def test_the_page_tells_of_all_direct_dependencies_as_they_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = {name: (told, why) for name, told, why in re.findall(r"^\| (\S+) \| (.+?) \| (.+) \|$", text, re.MULTILINE)}
    del rows["package"]  # the head of each table
    for one in declared():
        assert rows[one.name][1] in {same.reason for same in declared() if same.name == one.name}
    for name, (told, _) in rows.items():
        assert permitted(told) or told == known()["packages"][name]["licence"]
    for name, told in known()["packages"].items():
        assert f"- **{name}**: {' '.join(told['note'].split())}" in text


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("MIT AND (GPL-3.0-only OR BSD-3-Clause)", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("LicenseRef-Ours", False),
        ("", False),
    ],
)
def test_expressions(told: str, found: bool) -> None:
    assert permitted(told) is found


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"License": "GPLv3 License", "Classifier": "License :: OSI Approved :: MIT License"},
        {"License": "MIT", "Classifier": "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"},
    ],
)
def test_who_tells_none_or_two_is_looked_at_by_a_person(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    of(monkeypatch, **headers)
    with pytest.raises(ValueError, match="tells no licence, or two"):
        licence("some-package")
