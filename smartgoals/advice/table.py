"""The table of all codes of findings, in Markdown."""

from __future__ import annotations

import json
from itertools import groupby

from smartgoals.advice.messages import catalogue, codes
from smartgoals.planning.codes import set_codes

_HEAD = """# Findings

Every point that a goal is given or denied has a finding. `error` fails a criterion, `warning` weakens it, `suggestion`
would make the goal better, `evidence` is what a verdict rests on. Codes are stable: switch one off with
`ignore = ["S.no-owner"]` (or all of a criterion: `"S."`) under `[tool.smartgoals]` in `pyproject.toml`.

Made by `smartgoals findings` from `findings.toml` and the message catalogues; do not edit.
"""


def table(language: str = "en") -> str:
    """The codes by criterion and those of sets of goals, each with its severity, meaning, and goals that raise it."""
    names = catalogue(language).names
    lines = [_HEAD]
    for criterion, of_criterion in groupby(codes().items(), key=lambda item: item[1].criterion):
        lines += [f"## {names[criterion]}\n", "| code | severity | when | for example |", "|---|---|---|---|"]
        for code, known in of_criterion:
            given = f" with `{json.dumps(known.context, ensure_ascii=False)}`" if known.context else ""
            lines.append(f"| `{code}` | {known.severity} | {known.meaning} | {known.examples[language]}{given} |")
        lines.append("")
    lines += [f"## {names['plan']}\n", "| code | severity | when | for example |", "|---|---|---|---|"]
    for code, of_set in set_codes().items():
        goals = " · ".join(_member(member) for member in of_set.examples[language])
        lines.append(f"| `{code}` | {of_set.severity} | {of_set.meaning} | {goals} |")
    lines.append("")
    return "\n".join(lines)


def _member(member: dict[str, str]) -> str:
    """A goal of a set, with what is given beside it."""
    beside = ", ".join(f"{name} {member[name]}" for name in ("team", "parent") if name in member)
    return member["goal"] + (f" ({beside})" if beside else "")
