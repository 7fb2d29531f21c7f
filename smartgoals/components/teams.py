"""Which team a name by itself stands for, as in a column of teams."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from smartgoals.advice.messages import team_ids
from smartgoals.components.tokens import TokenReader
from smartgoals.context import Context
from smartgoals.lexicon.lexicon import lexicon
from smartgoals.lexicon.trie import longer
from smartgoals.reading import Reading
from smartgoals.text.detect import detect

_KINDS = ("team", "bare")  # of terms; the latter name a team only where nothing else stands


@lru_cache(maxsize=1024)
def team_named(name: str, language: str, vocabulary: str = "") -> str | None:
    """The id of the team that a name stands for, in a language or its own: 'hr', 'Kundtjänst'; None if it is none.

    What the package itself calls a team counts in every language.  `vocabulary` is the key of what a user adds.
    """
    if (known := team_ids().get(name.casefold().strip())) is not None:
        return known
    languages = dict.fromkeys((language, detect(name)))
    return next((team for code in languages if (team := _team(name, code, vocabulary)) is not None), None)


def _team(name: str, language: str, vocabulary: str) -> str | None:
    """The team that a whole name stands for in a language."""
    reading = Reading(name, date.min, Context())
    TokenReader(lexicon(language, vocabulary))(reading)
    if not reading.forms:
        return None
    first, (keys, skippable) = reading.forms[0], reading.steps()
    ends = [(1, first.entities), *longer(first.entity_nodes, 0, keys, skippable)]
    teams = [team for end, terms in ends if end == len(keys) for kind, team in terms if kind in _KINDS]
    return next((team for team in teams if team is not None), None)
