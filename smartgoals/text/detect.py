"""Which language a goal is written in: letters first, then frequent words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from smartgoals.lexicon import files
from smartgoals.text.fold import fold

DEFAULT = "en"  # of a text that shows no language: 'ROAS 4.0 Q4'
MOST_WORDS = 16_000  # remembered; about 4 MB
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_LATIN = re.compile("[a-z]+")
_LETTER_WEIGHT = 3  # one letter that only one language has says more than two common words


class _Marks(NamedTuple):
    language: str
    letters: frozenset[str]
    signs: frozenset[str]  # those of its letters that are in no word: '₴'
    common: frozenset[str]
    script: str
    endings: tuple[str, ...]


@cache
def _marks() -> tuple[_Marks, ...]:
    marks = []
    for language in files.available():
        data = files.read(files.folder(language), "language.toml")
        marks.append(
            _Marks(
                language,
                frozenset(data["letters"]),
                frozenset(letter for letter in data["letters"] if not letter.isalpha()),
                frozenset(fold(word) for word in data["common"]),
                data.get("script", "latin"),
                tuple(data.get("endings", ())),
            )
        )
    return tuple(marks)


def detect(text: str, default: str = DEFAULT) -> str:
    """The code of the language that a text shows the most signs of, of those whose script it is in.

    `default` is the language of a text that shows none, or as many signs of it as of another.
    """
    folded = fold(text)
    scores = _scores(folded)
    cyrillic, latin = (sum(map(len, letters.findall(folded))) for letters in (_CYRILLIC, _LATIN))
    scripts = ["cyrillic", "latin"] if 3 * cyrillic > latin else ["latin", "cyrillic"]
    if cyrillic and all(scores[marks.language] < 2 for marks in _marks() if marks.script == "latin"):
        scripts = ["cyrillic"]  # Latin abbreviations are common in Cyrillic goals
    for script in scripts:
        names = (marks.language for marks in _marks() if marks.script == script)
        best = max(names, key=lambda name: (scores[name], name == default))
        if scores[best] or (script == "cyrillic" and cyrillic):
            return best
    return default


def _scores(folded: str) -> dict[str, int]:
    """How many signs of each language a text shows: frequent words and endings, letters and currency signs."""
    of_words = zip(*map(_of_word, _WORD.findall(folded)), strict=True)
    scores = dict.fromkeys((marks.language for marks in _marks()), 0) | {
        marks.language: sum(of_language) for marks, of_language in zip(_marks(), of_words, strict=False)
    }
    for marks in _marks():
        if not marks.signs.isdisjoint(folded):
            scores[marks.language] += _LETTER_WEIGHT * sum(map(folded.count, marks.signs))
    return scores


@lru_cache(maxsize=MOST_WORDS)
def _of_word(word: str) -> tuple[int, ...]:
    """How much a word tells of each language."""
    return tuple(
        (word in marks.common or word.endswith(marks.endings)) + _LETTER_WEIGHT * (not marks.letters.isdisjoint(word))
        for marks in _marks()
    )
