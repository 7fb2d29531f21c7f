"""One row of a batch: its cells in, the chief fields of the analysis out.

Knows nothing of Arrow, so that worker processes need not load it: 45 MB in each.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from smartgoals.analyzer import Analyzer, check_context
from smartgoals.batch import cells
from smartgoals.components.teams import team_named
from smartgoals.context import Context
from smartgoals.lexicon.files import folder
from smartgoals.models import GoalAnalysis
from smartgoals.text.detect import detect

Row = tuple[Any, ...]  # cells, one for each field of `Columns`
_REPORTED = ("error", "warning", "suggestion")  # severities


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that the kernel reads; only the goal's is needed.

    `language`: a code; `today`: a date, or a text in ISO 8601 or such as 21.11.2026; `history`: a list of numbers, or a
    text of them parted by ';', where periods without a value are passed over; `objectives`: a list of texts, or one
    text that parts them by ';'; `team`: a team by its id, or by a name in the goal's language; `error`: why a row is
    not to be analysed.
    """

    goal: str = "goal"
    language: str | None = None
    today: str | None = None
    history: str | None = None
    objectives: str | None = None
    team: str | None = None
    error: str | None = None

    def named(self) -> dict[str, str]:
        """The columns that have a name, by what they are for."""
        return {field.name: name for field in fields(self) if (name := getattr(self, field.name)) is not None}

    def read(self) -> list[str]:
        """Each column that is read, once, though it may be for two things."""
        return list(dict.fromkeys(self.named().values()))


@dataclass(frozen=True, slots=True)
class RowScorer:
    """Analyses rows; `json` adds the whole analysis.

    A row that cannot be analysed has its error, and the rest goes on.
    """

    analyzer: Analyzer
    json: bool = False

    def __call__(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """For each row its values by the names of `kernel.FIELDS`, those that are not None."""
        return [self._row(*row) for row in rows]

    def _row(
        self, goal: Any, language: Any, today: Any, history: Any, objectives: Any, team: Any, error: Any
    ) -> dict[str, Any]:
        if error:
            return {"error": error}
        try:
            text = cells.checked_text(goal, "goal")
            code = cells.language(cells.checked_text(language, "language"))
            values = code, cells.day(today), cells.history(history), cells.objectives(objectives)
            analysis = _analyzer(self.analyzer, *values, self._team(cells.checked_text(team, "team"), code, text))(text)
            row = flat(analysis)
        except Exception as problem:  # whatever it is, one row must not end a run of a million
            return {"error": _said(problem)}
        if self.json:
            row["analysis"] = analysis.model_dump_json()
        return row

    def _team(self, name: str, language: str | None, text: str) -> str | None:
        """The id of the team that a cell names; the name itself if it is none."""
        if not name.strip():
            return None
        language = language or self.analyzer.language or detect(text)
        return team_named(name, language, self.analyzer.vocabulary) or name.strip()


def flat(goal: GoalAnalysis) -> dict[str, Any]:
    """The chief fields of an analysis by the names of FIELDS."""
    row = {
        "language": goal.language,
        "score": goal.score,
        "text_score": goal.text_score,
        "context_score": goal.context_score,
        "coverage": goal.coverage,
        "direction": goal.direction,
        "kind": goal.kind,
        "targets": len(goal.targets),
        "channels": _joined(channel.id for channel in goal.channels),
        "owners": _joined(owner.id for owner in goal.owners),
        "suggestions": " ".join(goal.suggestions) or None,
        "rewrite": goal.rewrite,
        "deadline": goal.deadlines[-1].date if goal.deadlines else None,
    }
    codes: list[str] = []
    for name, criterion in goal.criteria:
        row[name], row[f"{name}_score"] = criterion.verdict, criterion.score
        codes += [finding.code for finding in criterion.findings if finding.severity in _REPORTED]
    row["findings"] = _joined(codes)
    if goal.targets:
        target = goal.targets[0]
        for name in ("metric", "metric_text", "value", "high", "unit", "currency", "per", "comparator", "baseline",
                     "change"):  # fmt: skip
            row[name] = getattr(target, name)
        row["deadline"] = target.deadline or row["deadline"]
    return row


def _joined(ids: Any) -> str | None:
    return " ".join(dict.fromkeys(name for name in ids if name)) or None


@lru_cache(maxsize=1024)
def _analyzer(
    analyzer: Analyzer,
    language: str | None,
    today: datetime.date | None,
    history: Sequence[float],
    objectives: Sequence[str],
    team: str | None,
) -> Analyzer:
    """An analyzer with what a row says in place of its own."""
    own = {"history": history, "objectives": objectives, "team": team}
    given = {name: value for name, value in own.items() if value}
    if not (language or today or given):
        return analyzer
    if language:
        folder(language)
    changed = copy.copy(analyzer)
    changed.language = language or analyzer.language
    changed.today = today or analyzer.today
    changed.context = Context.model_validate(analyzer.context.model_dump() | given)
    check_context(changed.context, changed.vocabulary)
    return changed


def _said(error: Exception) -> str:
    """An error in one line."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error) if isinstance(error, (TypeError, ValueError)) else f"{type(error).__name__}: {error}"
