"""The audit fails on what is known, passes where nothing is, and says when nobody could tell."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import audit
import pytest

HOLE = {"id": "PYSEC-1", "fix_versions": ["2.0"], "aliases": [], "description": ""}
KNOWN = [{"name": "jinja2", "version": "2.4.1", "vulns": [HOLE]}]
SOUND = [{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "b is not on the index"}]


def run(answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> int:
    """The audit where each service answers so: what it says of the version with known holes, and of the rest."""
    monkeypatch.setattr(sys, "argv", ["audit.py", str(Path(sys.prefix))])
    monkeypatch.setattr(audit, "ask", lambda pins, service: answers[service][pins != [audit.KNOWN]])
    return audit.main()


@pytest.mark.parametrize(
    ("pypi", "osv", "code", "said"),
    [
        ((KNOWN, SOUND), ([], []), 0, "no known vulnerabilities"),
        ((KNOWN, [*SOUND, *KNOWN]), ([], []), 1, "jinja2 2.4.1: PYSEC-1, mended in 2.0"),
        (([], []), (KNOWN, KNOWN), 1, "jinja2 2.4.1: PYSEC-1"),
        ((KNOWN, []), (KNOWN, SOUND), 0, "(osv): no known vulnerabilities"),  # it broke off
        (([], []), ([], []), 0, "SKIPPED"),
        ((SOUND, SOUND), ([], []), 0, "SKIPPED"),  # what tells nothing of known holes is believed in nothing
    ],
)
def test_what_services_answer(
    pypi: Any, osv: Any, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run({"pypi": pypi, "osv": osv}, monkeypatch) == code
    assert said in capsys.readouterr().out


def test_what_is_installed_from_an_index_is_asked_about() -> None:
    pins = audit.installed(Path(sys.prefix))
    assert any(pin.startswith("spacy==") for pin in pins)
    assert not any(pin.startswith("smartgoals==") for pin in pins)
