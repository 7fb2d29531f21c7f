"""What may be known beside the text of a goal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

if TYPE_CHECKING:
    from smartgoals.ontology.loader import Ontology

_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")  # what no text of a language is
_FEW = 20  # ids that an error names all
MOST = 1e18  # of what is measured, either side of zero; squares of more are no numbers any longer
Measured = Annotated[float, Field(ge=-MOST, le=MOST)]


class Context(BaseModel):
    """Facts that a goal's text does not hold but its judgement needs; every field may be left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    history: tuple[Measured, ...] = Field(
        default=(),
        description="Past values of the goal's metric, oldest first, one for each period of the goal's own length.",
    )
    history_per: Literal["day", "week", "month", "quarter", "year"] | None = Field(
        default=None, description="The length of the history's periods, where it is not the goal's own."
    )
    baseline: Measured | None = Field(default=None, description="Today's value of the goal's metric.")
    benchmark: Measured | None = Field(
        default=None, description="Typical growth as a fraction per year (0.25), or a typical level when above 1."
    )
    objectives: tuple[str, ...] = Field(
        default=(), description="What the goal should serve: texts in any of the languages, or metric ids."
    )
    business: str | None = Field(default=None, description="'lead_generation', 'ecommerce', 'saas', …")
    strategy: str | None = Field(default=None, description="'inbound' or 'outbound'.")
    team: str | None = Field(default=None, description="Id of the team whose goal it is.")
    fiscal_year_start: int = Field(default=1, ge=1, le=12, description="First month of the fiscal year.")
    currency: str | None = Field(
        default=None, pattern="^[A-Z]{3}$", description="ISO 4217 code that a bare '$' or 'kr' means."
    )

    @field_validator("fiscal_year_start", mode="before")
    @classmethod
    def _default_start(cls, value: object) -> object:
        return 1 if value is None else value

    @field_validator("history", "objectives", mode="before")
    @classmethod
    def _none_is_empty(cls, value: object) -> object:
        if isinstance(value, str):
            return (value,)
        return () if value is None else value


def check_ids(context: Context, known: Ontology) -> None:
    """Raise ValueError for an id that the ontology does not have; texts of objectives are none."""
    if context.team is not None and context.team not in known.teams:
        raise _unknown("team", context.team, known.teams)
    if context.strategy is not None and context.strategy not in known.strategies:
        raise _unknown("strategy", context.strategy, known.strategies)
    for objective in context.objectives:
        if _ID.fullmatch(objective) and objective not in known.metrics:
            raise _unknown("metric", objective, known.metrics)


def _unknown(what: str, given: str, ids: Iterable[str]) -> ValueError:
    """The error of an id that is none, with those that it may be a slip of, or all where they are few."""
    from difflib import get_close_matches

    ids = list(ids)
    near = get_close_matches(given, ids) or (ids if len(ids) <= _FEW else [])
    return ValueError(f"context: no {what} {given[:60]!r}" + (f": choose one of {', '.join(near)}" if near else ""))
