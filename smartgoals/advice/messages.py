"""The messages of a language: findings by code, names for the terminal, parts of a rewrite and of a plan."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files as resources
from typing import Any

from smartgoals.advice.numbers import decimal, percent, three_figures
from smartgoals.lexicon import files
from smartgoals.models import Severity
from smartgoals.text.locales import locale, plural


@dataclass(frozen=True)
class Catalogue:
    """Texts of one language: messages of findings by code, names of criteria and verdicts, teams and columns, and parts
    of a rewrite and of a plan."""

    language: str
    findings: dict[str, str | dict[str, str]]
    names: dict[str, str]
    rewrite: dict[str, str]
    plan: dict[str, str]
    teams: dict[str, str]
    columns: dict[str, str]
    hidden: dict[str, str]  # by plural category
    summary: dict[str, Any]  # of a batch: texts, and tables by plural category

    def message(self, code: str, values: Mapping[str, Any]) -> str:
        """The message of a finding with its values filled in, in the plural that its number `n` asks for."""
        text = self.findings[code]
        if isinstance(text, dict):
            text = text[self._plural(values["n"])]
        return text.format_map({name: self._show(name, value) for name, value in values.items()})

    def suppressed(self, n: int) -> str:
        """How many findings the settings keep from view, in words."""
        return self.hidden[self._plural(n)].format(n=n)

    def count(self, name: str, n: int, **values: object) -> str:
        """A line of a batch's summary in the plural that its number asks for."""
        return str(self.summary[name][self._plural(n)]).format(n=self.number(n), **values)

    def number(self, value: float) -> str:
        """A number with all its figures, as the language writes it."""
        return decimal(value, self.language)

    def percent(self, share: float) -> str:
        """A share in whole per cent, as the language writes it."""
        return percent(share, self.language)

    def outline(self, code: str) -> str:
        """The message of a finding with '…' for its values: what all findings of the code say."""
        text = self.findings[code]
        if isinstance(text, dict):
            text = text["other"]
        return text.format_map(_Blanks()).replace("….", "…")

    def _plural(self, n: int) -> str:
        """The plural category of a number in the language."""
        return plural(self.language, n)

    def _show(self, name: str, value: object) -> str:
        if isinstance(value, float):
            # those that read alike are one
            value = round(value, 2) if name == "chance" else three_figures(value)
            return _formatted(self.language, name, value)
        if isinstance(value, date):
            return _formatted(self.language, name, value)
        if isinstance(value, tuple):
            return " → ".join(self.labels.get(str(part), str(part)) for part in value)
        return str(value)

    @cached_property
    def report(self) -> dict[str, str]:
        """Texts of the page of a report."""
        return files.read(files.folder(self.language), "report.toml")

    @cached_property
    def labels(self) -> dict[str, str]:
        """What the language calls each metric of the ontology."""
        labels: dict[str, str] = self._metrics["metrics"]
        return labels

    @cached_property
    def wholes(self) -> dict[str, list[str]]:
        """What else it calls a metric as a whole, and no kind of it."""
        wholes: dict[str, list[str]] = self._metrics.get("whole", {})
        return wholes

    @cached_property
    def _metrics(self) -> dict[str, Any]:
        return files.read(files.folder(self.language), "labels.toml")


class _Blanks(dict[str, str]):
    """An ellipsis for whatever is asked for."""

    def __missing__(self, name: str) -> str:
        return "…"


@lru_cache(maxsize=10_000)
def _formatted(language: str, name: str, value: float | date) -> str:
    """A number of three figures, a share or a date as the language writes them (Unicode CLDR, by Babel)."""
    from babel.dates import format_date

    if isinstance(value, date):
        return format_date(value, "long", locale(language))
    if name == "chance":
        return percent(value, language)
    return decimal(value, language)


@cache
def team_ids() -> dict[str, str]:
    """The ids of teams by id and by their names in every language, in small letters."""
    names = [catalogue(language).teams for language in files.available()]
    ids = {team: team for teams in names for team in teams}
    return ids | {name.casefold(): team for teams in names for team, name in teams.items()}


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language code."""
    data = files.read(files.folder(language), "messages.toml")
    return Catalogue(language=language, **data)


@dataclass(frozen=True, slots=True)
class Code:
    """What a finding's code means: its criterion, severity and, by language, goals that raise it."""

    criterion: str
    severity: Severity
    meaning: str
    examples: dict[str, str]
    context: dict[str, Any]


@cache
def codes() -> dict[str, Code]:
    """All codes of findings, in the order of the criteria."""
    text = (resources("smartgoals") / "advice" / "findings.toml").read_text(encoding="utf-8")
    return {
        code: Code(entry["criterion"], entry["severity"], entry["meaning"], entry["examples"], entry.get("context", {}))
        for code, entry in tomllib.loads(text).items()
    }
