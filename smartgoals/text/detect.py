"""Which language a goal is written in: letters first, then frequent words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import itemgetter
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
    words = _WORD.findall(folded) or [""]
    cyrillic, latin, *signs = map(sum, zip(*map(_of_word, words), strict=True))
    scores = list(zip(signs, _marks(), strict=True))
    for i, (score, marks) in enumerate(scores):
        if not marks.signs.isdisjoint(folded):
            scores[i] = score + _LETTER_WEIGHT * sum(map(folded.count, marks.signs)), marks
    scripts = ["cyrillic", "latin"] if 3 * cyrillic > latin else ["latin", "cyrillic"]
    if cyrillic and not any(score > 1 and marks.script == "latin" for score, marks in scores):
        scripts = ["cyrillic"]  # Latin abbreviations are common in Cyrillic goals
    for script in scripts:
        of_script = [(score, marks.language == default, marks) for score, marks in scores if marks.script == script]
        most, _, best = max(of_script, key=itemgetter(0, 1))
        if most or (script == "cyrillic" and cyrillic):
            return best.language
    return default


@lru_cache(maxsize=MOST_WORDS)
def _of_word(word: str) -> tuple[int, ...]:
    """Cyrillic and Latin letters of a word, and how much it tells of each language: as a frequent word or by its
    ending, and by letters of its own."""
    letters = sum(map(len, _CYRILLIC.findall(word))), sum(map(len, _LATIN.findall(word)))
    return letters + tuple(
        (word in marks.common or word.endswith(marks.endings)) + _LETTER_WEIGHT * (not marks.letters.isdisjoint(word))
        for marks in _marks()
    )
