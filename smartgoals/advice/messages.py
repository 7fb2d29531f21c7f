"""The messages of a language: findings by code, names for the terminal, parts of a rewrite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from smartgoals.lexicon import files


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Texts of one language: messages of findings by code, names of criteria and verdicts, rewrite parts."""

    findings: dict[str, str]
    names: dict[str, str]
    rewrite: dict[str, str]
    point: str

    def message(self, code: str, values: dict[str, Any]) -> str:
        """The message of a finding with its values filled in."""
        return self.findings[code].format_map({name: self._show(value) for name, value in values.items()})

    def _show(self, value: object) -> str:
        if isinstance(value, float):
            shown = f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}".replace(",", "\u00a0")
            return shown.replace(".", self.point)
        if isinstance(value, tuple):
            return " → ".join(str(part) for part in value)
        return value.isoformat() if isinstance(value, date) else str(value)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language code."""
    folder = files.folder(language)
    data = files.read(folder, "messages.toml")
    return Catalogue(data["findings"], data["names"], data["rewrite"], files.read(folder, "numerals.toml")["point"])
