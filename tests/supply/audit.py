"""Ask for known vulnerabilities of what is installed in an environment, with pip-audit.

    python tests/supply/audit.py .venv    # pip-audit installed beside this Python

Exits with 1 where there are any.  Where no service of advisories answers, it says so and exits with 0: a version whose
holes have long been known is asked about first, and one who tells nothing of it is no service.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

SERVICES = ("pypi", "osv")
KNOWN = "jinja2==2.4.1"  # PYSEC-2019-217 and others
_SECONDS = 600


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("environment", type=Path, help="folder of a virtual environment")
    pins = installed(parser.parse_args().environment)
    for service in SERVICES:
        if not found(ask([KNOWN], service)):
            continue
        answers = ask(pins, service)
        if not answers:
            continue
        return told(answers, service)
    print(f"audit SKIPPED: no service of advisories answers ({', '.join(SERVICES)}); {len(pins)} packages not audited")
    return 0


def installed(environment: Path) -> list[str]:
    """What is installed in an environment as requirements, but what is installed from a folder."""
    places = [str(path) for path in environment.glob("lib*/python*/site-packages")]
    packages = [one for one in distributions(path=places) if one.read_text("direct_url.json") is None]
    return sorted({f"{one.name}=={one.version}" for one in packages})


def ask(pins: list[str], service: str) -> list[dict[str, Any]]:
    """pip-audit's answer for each package; none where the service cannot be reached."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(pins))
        file.flush()
        command = [sys.executable, "-m", "pip_audit", "-r", file.name, "--no-deps", "--disable-pip"]
        options = ["-s", service, "-f", "json", "--progress-spinner", "off"]
        try:
            done = subprocess.run(command + options, capture_output=True, text=True, timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            return []
    try:
        answers: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except ValueError:
        return []
    return answers


def found(answers: list[dict[str, Any]]) -> list[str]:
    """The vulnerabilities told, a line each."""
    return [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no version yet'}"
        for one in answers
        for hole in one.get("vulns", [])
    ]


def told(answers: list[dict[str, Any]], service: str) -> int:
    """Say what was found; 1 where it is anything."""
    for one in answers:
        if "skip_reason" in one:
            print(f"not audited: {one['skip_reason']}")
    holes = found(answers)
    print("\n".join(holes) or f"audit of {len(answers)} packages ({service}): no known vulnerabilities")
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main())
