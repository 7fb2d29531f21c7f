"""Write LICENSES.md: the licence of each package that comes with smartgoals, and why it is there.

pip install -e '.[dev,fast,spark]'       # what is not installed is not told of
python tests/supply/licences.py
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, metadata
from pathlib import Path
from typing import Any

from declared import CORE, OURS, ROOT, declared
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = ROOT / "LICENSES.md"
TOOLS = {"dev", "docs"}  # extras of those who work on smartgoals
INTRODUCTION = """\
# Licences

smartgoals is under the [MIT licence](LICENSE). It contains no code and no data of the packages below and passes none of
them on: pip installs each from its own publisher, under its own licence. To use them by import asks nothing of
smartgoals' licence or of yours; who passes them on, in an image or a bundle, has to keep to each licence: texts and
notices of all, the source of changed files of those under MPL and LGPL, and the same licence for changed dictionaries
under CC BY-SA. This is how the project understands them, not legal advice.

One is not clear: the data of **pymorphy3-dicts-uk**, which Ukrainian needs; see [Notes](#notes).

`python tests/supply/licences.py` makes this page of what the packages say of themselves, and
`tests/supply/licences.toml` of what they do not; the tests fail when a package comes under a licence not listed there.
Metadata that name a BSD licence without its number of clauses give `BSD`.
"""


@dataclass
class Package:
    """An installed package; `why` says what it is for, or what brought it."""

    name: str
    why: str
    extras: set[str]


@cache
def known() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "licences.toml").read_text(encoding="utf-8"))


def installed(extras: set[str]) -> dict[str, Package]:
    """The packages that these extras bring, directly or not, by name, as far as they are installed."""
    reasons = {one.name: one.reason for one in reversed(declared())}
    found: dict[str, Package] = {}
    wanted = [(one.requirement, one.reason) for one in declared() if one.extra in extras]
    while wanted:
        requirement, why = wanted.pop(0)
        name = canonicalize_name(requirement.name)
        package = found.get(name)
        if package and requirement.extras <= package.extras:
            continue
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        package = found.setdefault(name, Package(name, reasons.get(name, why), set()))
        package.extras |= requirement.extras
        needs = [Requirement(line) for line in requires]
        wanted += [(need, f"comes with {name}") for need in needs if _applies(need, package.extras)]
    found.pop(OURS, None)
    return dict(sorted(found.items()))


def _applies(need: Requirement, extras: set[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras | {CORE})


def licence(name: str) -> str:
    """A package's licence as SPDX names it, or as licences.toml tells it.

    Raises ValueError for one that tells none, or two that contradict each other.
    """
    if looked_up := known()["packages"].get(name, {}).get("licence"):
        return str(looked_up)
    data = metadata(name)
    if expression := data.get("License-Expression"):
        return str(expression)
    told = [line for line in data.get_all("Classifier", []) if line.startswith("License :: ")]
    names = {known()["names"].get(line, line) for line in (line.removeprefix("License :: ") for line in told)}
    field = str(data.get("License") or "").strip()
    field = known()["names"].get(field, field if len(field) < 60 else "")  # some hold the whole text
    if field in ("", "UNKNOWN"):
        field = " AND ".join(sorted(names))  # several may be meant as a choice: all have to be allowed
    if field and all(name in field for name in names):
        return field
    raise ValueError(f"{name} tells no licence, or two: {sorted(names)}, {field!r}")


def allowed(name: str) -> bool:
    """Whether a package's licence is one that a dependency may have, or a person has looked at it."""
    return "licence" in known()["packages"].get(name, {}) or permitted(licence(name))


def permitted(expression: str) -> bool:
    """Whether licences.toml allows a licence; of alternatives one is enough, where brackets do not hide it."""
    parts = expression.split(" AND ")
    return all(any(one.strip("() ") in known()["allowed"] for one in part.split(" OR ")) for part in parts)


def page() -> str:
    extras = {one.extra for one in declared()} - {CORE}
    core = installed({CORE})
    optional = {name: one for name, one in installed(extras - TOOLS).items() if name not in core}
    tools = {name: one for name, one in installed(extras).items() if name not in core.keys() | optional.keys()}
    parts = [
        INTRODUCTION,
        *_table("Always installed", core),
        *_table("With the extras for users", optional),
        *_table("To work on smartgoals", tools),
        *_notes(core | optional | tools),
    ]
    return "\n".join(parts)


def _table(title: str, packages: Mapping[str, Package]) -> Iterator[str]:
    yield f"## {title}\n\n| package | licence | why |\n|---|---|---|"
    yield from (f"| {one.name} | {licence(one.name)} | {one.why} |" for one in packages.values())
    yield ""


def _notes(packages: Mapping[str, Package]) -> Iterator[str]:
    yield "## Notes\n"
    notes = {name: told["note"] for name, told in known()["packages"].items() if "note" in told and name in packages}
    yield from (f"- **{name}**: {' '.join(note.split())}" for name, note in notes.items())
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {page().count(' | ') // 2} packages")
