"""Goals that depend on each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Unpack

from smartgoals.analyzer import Analyzer
from smartgoals.components.teams import team_named
from smartgoals.models import GoalAnalysis
from smartgoals.planning.aim import Options
from smartgoals.planning.checks import Note, check
from smartgoals.planning.codes import set_codes
from smartgoals.planning.handovers import handovers
from smartgoals.planning.members import Member, World
from smartgoals.planning.models import Handover, SetFinding, SetGoal
from smartgoals.planning.relations import propose

_FIELDS = ("goal", "id", "parent", "team")
Given = str | GoalAnalysis | Mapping[str, Any]


class GoalError(ValueError):
    """What is wrong with one of several goals; `place` is its place, from 1."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.place = place


class GoalSet:
    """Goals, each with the goal that it serves and the team whose it is.

    `goals`: texts, analyses, or mappings with `goal` (one of these) and, if known, `id` (else its place, from '1'),
    `parent` (the id or text of the goal that it serves) and `team` (an id of the ontology, its name in the goal's
    language, or a name of one's own).  A goal with no parent is given the one that it seems to serve, by metric, by
    what is said of it (where, for whom, by whom) and by deadline (`proposed`); one with no team the one that its text
    names, else the one whose work its metric usually is (`assumed`).  Further arguments are as for `Analyzer`.

    Raises ValueError for two goals with one id, a parent that is not there, a cycle among parents, an unknown field;
    TypeError and ValueError as `analyze` does.
    """

    def __init__(self, goals: Iterable[Given], **given: Unpack[Options]) -> None:
        if isinstance(goals, str):
            raise TypeError("goals are many, not one string")
        self._analyzer = analyzer = Analyzer(**given)
        read = [_set_goal(place, goal, analyzer) for place, goal in enumerate(goals, 1)]
        named = _parents_by_id(read)
        words = analyzer.read(named[0].analysis.text, named[0].analysis.language) if named else None
        self._world = World(words.ontology, analyzer.context, analyzer.vocabulary) if words is not None else None
        self._members: list[Member] = []
        if (world := self._world) is not None:
            self._members = propose([_with_team(goal, world) for goal in named], world)
        self.goals = tuple(member.goal for member in self._members)
        self._by_id = {goal.id: goal for goal in self.goals}

    @classmethod
    def load(cls, path: str | Path, *, column: str | None = None, **given: Unpack[Options]) -> GoalSet:
        """The goals of a file that `smartgoals score` reads: `column` (None: found by its name) and, where there are
        columns that are called so in any of the languages, in letters of any case, id, parent and team.

        Rows without a goal are left out.  Raises OSError for a file that cannot be read, ValueError that names the
        file, its columns when there is none of goals, and the place of a row that cannot be read, has the id of
        another or a parent that is not there, or says that there are no goals.
        """
        from smartgoals.planning.table import rows

        read = list(rows(Path(path), column, _FIELDS[1:]))
        try:
            return cls([goal for _, goal in read], **given)
        except GoalError as error:
            raise ValueError(f"{path}, {read[error.place - 1][0]}: {error}") from None
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None

    def __getitem__(self, goal: str) -> SetGoal:
        """A goal by its id; KeyError when there is none."""
        return self._by_id[goal]

    def parts(self, goal: str | None) -> tuple[SetGoal, ...]:
        """The goals that serve a goal; those that serve none with None."""
        return tuple(member for member in self.goals if member.parent == goal)

    def handovers(self) -> tuple[Handover, ...]:
        """What teams owe each other, by the day that it is promised by."""
        return handovers(self._members, self._world) if self._world is not None else ()

    def check(self) -> tuple[SetFinding, ...]:
        """The findings on the set, errors first; those that the settings ignore are left out."""
        if self._world is None:
            return ()
        notes = check(self._members, self.handovers(), self._world)
        shown = [self._finding(note) for note in notes if self._analyzer.settings.shows(note.code)]
        rank = {"error": 0, "warning": 1, "suggestion": 2, "evidence": 3}
        return tuple(sorted(shown, key=lambda finding: rank[finding.severity]))

    def _finding(self, note: Note) -> SetFinding:
        language = self.language(note.goals[0])
        return SetFinding(
            code=note.code,
            criterion="plan",
            severity=set_codes()[note.code].severity,
            message=note.message(language),
            goals=note.goals,
        )

    def language(self, goal: str) -> str:
        """The language of the messages on a goal."""
        return self._analyzer.locale or self[goal].analysis.language


def _set_goal(place: int, given: Given, analyzer: Analyzer) -> SetGoal:
    fields: Mapping[str, Any] = given if isinstance(given, Mapping) else {"goal": given}
    if unknown := fields.keys() - set(_FIELDS):
        raise ValueError(f"goal {place}: no field {min(unknown)!r}; there are {', '.join(_FIELDS)}")
    goal = fields.get("goal")
    try:
        analysis = goal if isinstance(goal, GoalAnalysis) else analyzer(goal)  # type: ignore[arg-type]
    except TypeError as error:
        raise TypeError(f"goal {place}: {error}") from None
    except ValueError as error:
        raise GoalError(f"goal {place}: {error}", place) from None
    name = str(place) if fields.get("id") is None else str(fields["id"])
    parent = None if fields.get("parent") is None else str(fields["parent"])
    return SetGoal(
        id=name, analysis=analysis, parent=parent, team=_team(fields.get("team"), analysis.language, analyzer)
    )


def _team(name: object, language: str, analyzer: Analyzer) -> str | None:
    """The id of a team given by id or by a name in the goal's language; a name of one's own stays."""
    return None if name is None else team_named(str(name), language, analyzer.vocabulary) or str(name)


def _parents_by_id(goals: list[SetGoal]) -> list[SetGoal]:
    """The goals with ids for parents that were given by their texts; refuses what is no tree."""
    ids: dict[str, SetGoal] = {}
    for place, goal in enumerate(goals, 1):
        if ids.setdefault(goal.id, goal) is not goal:
            raise GoalError(f"there are two goals with the id {goal.id!r}", place)
    texts = {goal.analysis.text: goal.id for goal in goals}
    named = []
    for place, goal in enumerate(goals, 1):
        parent = goal.parent if goal.parent in ids else texts.get(goal.parent or "")
        if goal.parent is not None and parent is None:
            raise GoalError(f"goal {goal.id}: no goal {goal.parent!r} to be its parent", place)
        named.append(goal.model_copy(update={"parent": parent}))
    _refuse_cycles({goal.id: goal.parent for goal in named})
    return named


def _refuse_cycles(parents: dict[str, str | None]) -> None:
    safe: set[str] = set()
    for goal in parents:
        path: dict[str, None] = {}
        at: str | None = goal
        while at is not None and at not in safe:
            if at in path:
                cycle = [*list(path)[list(path).index(at) :], at]
                raise ValueError(f"a cycle among parents: {' → '.join(cycle)}")
            path[at] = None
            at = parents[at]
        safe |= path.keys()


def _with_team(goal: SetGoal, world: World) -> SetGoal:
    """The goal with the team that is given, that its text names, or that its metric lets assume."""
    if goal.team is not None:
        return goal
    if named := next((o.id for o in goal.analysis.owners if o.id), None):
        return goal.model_copy(update={"team": named})
    assumed = next((t.metric for t in goal.analysis.targets if t.metric is not None), None)
    team = world.ontology.usual_team(assumed) if assumed else None
    return goal.model_copy(update={"team": team, "assumed": team is not None})
