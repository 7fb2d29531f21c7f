"""Which language a goal is written in: letters first, then frequent words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from smartgoals.lexicon import files
from smartgoals.text.fold import fold

DEFAULT = "en"  # of a text that shows no language: 'ROAS 4.0 Q4'
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LETTER_WEIGHT = 3  # one letter that only one language has says more than two common words


class _Marks(NamedTuple):
    letters: frozenset[str]
    common: frozenset[str]
    script: str
    endings: tuple[str, ...]


@cache
def _marks() -> dict[str, _Marks]:
    marks = {}
    for language in files.available():
        data = files.read(files.folder(language), "language.toml")
        marks[language] = _Marks(
            frozenset(data["letters"]),
            frozenset(fold(word) for word in data["common"]),
            data.get("script", "latin"),
            tuple(data.get("endings", ())),
        )
    return marks


def detect(text: str, default: str = DEFAULT) -> str:
    """The code of the language that a text shows the most signs of, of those whose script it is in.

    `default` is the language of a text that shows none, or as many signs of it as of another.
    """
    folded = fold(text)
    words = _WORD.findall(folded)
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in folded)
    latin = sum("a" <= c <= "z" for c in folded)
    scores = {language: _score(marks, folded, words) for language, marks in _marks().items()}
    scripts = ["cyrillic", "latin"] if 3 * cyrillic > latin else ["latin", "cyrillic"]
    if cyrillic and all(scores[name] < 2 for name, marks in _marks().items() if marks.script == "latin"):
        scripts = ["cyrillic"]  # Latin abbreviations are common in Cyrillic goals
    for script in scripts:
        names = (name for name, marks in _marks().items() if marks.script == script)
        best = max(names, key=lambda name: (scores[name], name == default))
        if scores[best] or (script == "cyrillic" and cyrillic):
            return best
    return default


def _score(marks: _Marks, folded: str, words: list[str]) -> int:
    """How many signs of a language a text shows: frequent words and endings, letters and currency signs of its own."""
    score = sum(word in marks.common or word.endswith(marks.endings) for word in words)
    if marks.letters:
        score += _LETTER_WEIGHT * sum(not marks.letters.isdisjoint(word) for word in words)
        score += _LETTER_WEIGHT * sum(char in marks.letters for char in folded if not char.isalpha())
    return score
