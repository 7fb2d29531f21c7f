"""The vocabulary of a language, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smartgoals.lexicon.files import folder, read
from smartgoals.ontology import ontology

_HEAD = """# Vocabulary: {name}

What smartgoals knows by name in {name} ({native}): each id, what it is, and its terms. A term stands in dictionary form
and matches every inflected form; a word *in italics* matches as it is written, in small or capital letters. Hyphens are
written as blanks. `{{metric}}` and `{{platform}}` stand for any of them, `<name>` for each term of the set of that name
at the end of a part. You can add
[words of your own](../../docs/GUIDE.md#words-of-your-own).

Made by `smartgoals vocabulary {code}` from the data files of the language; do not edit.
"""
_EXACT = re.compile(r"=(\S+)")
_SLOT = re.compile(r"(\{\w+\}|<\w+>)")


def table(language: str) -> str:
    """The metrics, channels, platforms and teams of a language, each with its terms.

    Raises ValueError for a language that does not exist.
    """
    data = folder(language)
    about, channels, owners = read(data, "language.toml"), read(data, "channels.toml"), read(data, "owners.toml")
    metrics = read(data, "metrics.toml")
    teams = {team: terms + owners["bare"].get(team, []) for team, terms in owners["teams"].items()}
    known = ontology()
    sections: tuple[tuple[str, Mapping[str, str], Mapping[str, list[str]], Mapping[str, Any]], ...] = (
        ("Metrics", {name: metric.gloss for name, metric in known.metrics.items()}, metrics["metrics"], metrics),
        ("Channels", known.channels, channels["channels"], channels),
        ("Platforms", known.platforms, channels["platforms"], {}),
        ("Teams", {name: team["gloss"] for name, team in known.teams.items()}, teams, owners),
    )
    lines = [_HEAD.format(name=about["name"], native=about["native_name"], code=language)]
    for title, glosses, terms, file in sections:
        sets = (f"- `<{name}>`: {', '.join(map(_shown, words))}" for name, words in file.get("sets", {}).items())
        lines += [f"## {title}\n", *_entries(glosses, terms), *sets, ""]
    return "\n".join(lines)


def _entries(glosses: Mapping[str, str], terms: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for name, gloss in glosses.items():
        if name in terms:  # not every platform is known everywhere
            yield f"- **`{name}`** ({gloss}): {', '.join(map(_shown, terms[name]))}"


def _shown(term: str) -> str:
    return _SLOT.sub(r"`\1`", _EXACT.sub(r"*\1*", term))
