"""How a project wants its goals judged: findings switched off, weights and thresholds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from smartgoals.inputs import read_text, read_toml
from smartgoals.models import CRITERIA

TABLE = "[tool.smartgoals]"


class Settings(BaseModel):
    """What may be set; the defaults are the rubric of `RUBRIC`."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    ignore: frozenset[str] = Field(
        default=frozenset(), description="Codes of findings that are not shown ('S.no-owner'), or beginnings ('S.')."
    )
    weights: dict[str, float] = Field(
        default=dict.fromkeys(CRITERIA, 1.0), description="Weight of each criterion in the score; 0 leaves it out."
    )
    met: float = Field(default=0.7, gt=0, le=1, description="Score from which a criterion is met.")
    partial: float = Field(default=0.3, gt=0, le=1, description="Score from which a criterion is partial.")
    reachable: float = Field(default=1.5, gt=1, description="Ratio to what is expected up to which a target is met.")
    stretch: float = Field(default=2.0, gt=1, description="Ratio up to which a target is partial.")

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, data: Any) -> Any:
        """Criteria without a weight of their own weigh 1."""
        if isinstance(data, dict) and isinstance(data.get("weights"), dict):
            return data | {"weights": dict.fromkeys(CRITERIA, 1.0) | data["weights"]}
        return data

    @model_validator(mode="after")
    def _check(self) -> Settings:
        if unknown := self.weights.keys() - set(CRITERIA):
            raise ValueError(f"weights: no criterion {min(unknown)!r}; there are {', '.join(CRITERIA)}")
        if min(self.weights.values()) < 0 or not any(self.weights.values()):
            raise ValueError("weights: none may be below 0, and one must be above")
        if self.partial > self.met or self.reachable > self.stretch:
            raise ValueError("'partial' may not be above 'met', nor 'reachable' above 'stretch'")
        return self

    def shows(self, code: str) -> bool:
        """Whether a finding is shown."""
        return not self.ignore or not any(
            code == ignored or (ignored.endswith(".") and code.startswith(ignored)) for ignored in self.ignore
        )

    @classmethod
    def nearest(cls, folder: Path) -> Settings:
        """The settings in the nearest pyproject.toml at or above a folder that has the table; defaults if none has.

        Raises ValueError that names the file and key of what cannot be used.
        """
        for parent in (folder.resolve(), *folder.resolve().parents):
            path = parent / "pyproject.toml"
            if not path.is_file():
                continue
            try:
                table = read_toml(path, read_text(path)).get("tool", {}).get("smartgoals")
                if table is not None:
                    return cls.model_validate(table)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(str(part) for part in first["loc"])
                said = first["msg"].removeprefix("Value error, ")
                raise ValueError(f"{path}: {TABLE} {where + ': ' if where else ''}{said}") from None
        return cls()
