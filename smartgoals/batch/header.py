"""Find the columns of goals, of teams, of ids and of parents by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from smartgoals.lexicon import files
from smartgoals.text.fold import fold

_MOST_LISTED = 20
_LONGEST = 40  # characters of a name


@cache
def _names(use: str) -> tuple[frozenset[str], ...]:
    """What the languages call a column of a use, the surest names first."""
    lists = [files.read(files.folder(language), "columns.toml")[use] for language in files.available()]
    return tuple(frozenset(fold(name) for name in names if name) for names in zip_longest(*lists))


def goal_column(header: Sequence[str]) -> str:
    """The one column that bears the surest name.

    Raises ValueError, which lists the columns, when none or more than one does.
    """
    for found in _found(header, "goal"):
        if len(found) == 1:
            return found[0]
        if found:
            raise ValueError(f"more than one column may hold the goals: {listed(found)}; name one with --column")
    raise ValueError(f"no column has an obvious name; its columns are {listed(header)}; name one with --column")


def listed(names: Sequence[str]) -> str:
    """Names of columns in one line, which is not longer than can be read."""
    shown = (" ".join(name.split()) for name in names[:_MOST_LISTED])
    more = f" and {len(names) - _MOST_LISTED:,} more" if len(names) > _MOST_LISTED else ""
    return (", ".join(name if len(name) <= _LONGEST else name[:_LONGEST] + "…" for name in shown) or "none") + more


def team_column(header: Sequence[str]) -> str | None:
    """The one column that bears the surest name of a column of teams; None for several: a report can do without."""
    found = _surest(header, "team")
    return found[0] if len(found) == 1 else None


def column_of(header: Sequence[str], use: str) -> str | None:
    """The column of a use ('id', 'parent', 'team'): the one so called, else the one that bears the surest name of it.

    Raises ValueError, which lists them, when more than one does.
    """
    found = [use] if use in header else _surest(header, use)
    if len(found) > 1:
        raise ValueError(f"more than one column may hold the {use}: {listed(found)}")
    return found[0] if found else None


def _surest(header: Sequence[str], use: str) -> list[str]:
    """The columns that bear the surest name of a use that any bears."""
    return next((found for found in _found(header, use) if found), [])


def _found(header: Sequence[str], use: str) -> Iterator[list[str]]:
    """The columns that bear a name of a use, for its surest names first."""
    folded = [" ".join(fold(name).replace("_", " ").split()) for name in header]
    for names in _names(use):
        yield [name for name, key in zip(header, folded, strict=True) if key in names]
