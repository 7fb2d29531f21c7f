"""Somebody who may be the owner of a goal."""

from __future__ import annotations

from dataclasses import dataclass

from smartgoals.reading import Match


@dataclass(slots=True)
class Who:
    """Somebody who may be the owner, and where: `at` and `behind` are word indices."""

    match: Match
    at: int
    behind: int
    opens: int  # where the title before a name begins, if there is one
    sure: bool = False  # a team whatever stands beside it
    loose: bool = False  # a group only by its noun, which may be part of any other phrase
    group: tuple[int, int] = (0, 0)  # from the first to behind the last of those it is coordinated with

    @property
    def is_person(self) -> bool:
        return self.match.kind == "person"
