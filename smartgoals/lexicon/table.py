"""The vocabulary of a language, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from smartgoals.lexicon.files import folder, read
from smartgoals.ontology import ontology

_HEAD = """# Vocabulary: {name}

What smartgoals knows by name in {name} ({native}), by its id. A term stands in dictionary form and matches every
inflected form; a word *in italics* matches as it is written, in small or capital letters. Hyphens are written as
blanks. `{{metric}}` and `{{platform}}` stand for any of them. You can add [words of your own](../../docs/GUIDE.md).

Made by `smartgoals vocabulary {code}` from the data files of the language; do not edit.
"""
_EXACT = re.compile(r"=(\S+)")
_SLOT = re.compile(r"(\{\w+\})")


def table(language: str) -> str:
    """The metrics, channels, platforms and teams of a language, each with its terms.

    Raises ValueError for a language that does not exist.
    """
    data = folder(language)
    about, channels = read(data, "language.toml"), read(data, "channels.toml")
    metrics, teams = read(data, "metrics.toml")["metrics"], read(data, "owners.toml")["teams"]
    known = ontology()
    sections = (
        ("Metrics", "is", {name: metric.gloss for name, metric in known.metrics.items()}, metrics),
        ("Channels", "is", known.channels, channels["channels"]),
        ("Platforms", "channel", known.platforms, channels["platforms"]),
        ("Teams", "is", {name: team["gloss"] for name, team in known.teams.items()}, teams),
    )
    lines = [_HEAD.format(name=about["name"], native=about["native_name"], code=language)]
    for title, column, glosses, terms in sections:
        lines += [f"## {title}\n", f"| id | {column} | terms |", "|---|---|---|", *_rows(glosses, terms), ""]
    return "\n".join(lines)


def _rows(glosses: Mapping[str, str], terms: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for name, gloss in glosses.items():
        yield f"| `{name}` | {gloss} | {', '.join(map(_shown, terms.get(name, ())))} |"


def _shown(term: str) -> str:
    return _SLOT.sub(r"`\1`", _EXACT.sub(r"*\1*", term))
