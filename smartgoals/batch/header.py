"""Find the column of goals by its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from smartgoals.lexicon import files
from smartgoals.text.fold import fold


@cache
def _names() -> tuple[frozenset[str], ...]:
    """What the languages call a column of goals, the surest names first."""
    lists = [files.read(files.folder(language), "columns.toml")["goal"] for language in files.available()]
    return tuple(frozenset(fold(name) for name in names if name) for names in zip_longest(*lists))


def goal_column(header: Sequence[str]) -> str:
    """The one column that bears the surest name.

    Raises ValueError, which lists the columns, when none or more than one does.
    """
    folded = [" ".join(fold(name).replace("_", " ").split()) for name in header]
    for names in _names():
        found = [name for name, key in zip(header, folded, strict=True) if key in names]
        if len(found) == 1:
            return found[0]
        if found:
            raise ValueError(f"more than one column may hold the goals: {', '.join(found)}; name one with --column")
    columns = ", ".join(header) or "none"
    raise ValueError(f"no column has an obvious name; its columns are {columns}; name one with --column")
