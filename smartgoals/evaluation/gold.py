"""The form of gold goals: one JSON object a line, as corpus/README.md describes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from smartgoals.inputs import read_text
from smartgoals.models import Comparator, Direction, Kind, Per, Role, Verdict

MOST_BYTES = 2**28  # of a file


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldNumber(_Gold):
    """A number; `text` is found in the goal's text."""

    text: str
    value: float
    unit: str
    role: Role
    high: float | None = None
    currency: str | None = None
    per: Per | None = None
    comparator: Comparator = "="


class GoldId(_Gold):
    """A metric, channel or owner."""

    text: str
    id: str | None
    platform: str | None = None


class GoldDate(_Gold):
    """A deadline."""

    text: str
    date: datetime.date


class GoldVague(_Gold):
    """Vague wording."""

    text: str
    kind: Literal["quantity", "time", "wording"]


class GoldTarget(_Gold):
    """A target; without a value only that there is none is compared."""

    metric: str | None
    direction: Direction | None = None
    value: float | None = None
    high: float | None = None
    unit: str | None = None
    currency: str | None = None
    per: Per | None = None
    comparator: Comparator = "="
    baseline: float | None = None
    change: Literal["level", "absolute", "relative"] | None = None
    channels: tuple[str, ...] = ()
    deadline: datetime.date | None = None


class GoldGoal(_Gold):
    """One annotated goal; criteria that are arguable are left out."""

    id: str
    language: str
    text: str
    today: datetime.date
    split: Literal["dev", "test"] = "test"
    tags: tuple[str, ...] = ()
    direction: Direction | None
    kind: Kind
    numbers: tuple[GoldNumber, ...]
    metrics: tuple[GoldId, ...]
    channels: tuple[GoldId, ...]
    deadlines: tuple[GoldDate, ...]
    owners: tuple[GoldId, ...]
    vague: tuple[GoldVague, ...]
    targets: tuple[GoldTarget, ...]
    criteria: dict[Literal["specific", "measurable", "achievable", "relevant", "time_bound"], Verdict]
    context: dict[str, Any] | None = None


def load(path: Path) -> Iterator[GoldGoal]:
    """The gold goals of a file.

    Raises ValueError that names the file, the line and what is wrong with it.
    """
    for number, line in enumerate(read_text(path, MOST_BYTES).split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield GoldGoal.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise ValueError(f"{path}, line {number}: {where + ': ' if where else ''}{first['msg']}") from None
