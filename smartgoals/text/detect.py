"""Which language a goal is written in: letters first, then frequent words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from smartgoals.lexicon import files
from smartgoals.text.fold import fold
from smartgoals.text.markup import plain
from smartgoals.text.remember import remembered

DEFAULT = "en"  # of a text that shows no language: 'ROAS 4.0 Q4'
MOST_STRETCHES = 12_000  # remembered; about 3 MB
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NTH = re.compile(r"\d-[^\W\d_]{1,3}(?![^\W_])")  # the ending of '10-й' is no word
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_LATIN = re.compile("[a-z]+")
_TALLIES: dict[tuple[int, ...], tuple[int, ...]] = {}  # one for all stretches that tell the same: there are few
_COMMON = 2  # what a common word weighs
_LETTER = 6  # one letter that only one language has says more than two common words
_OF_NAME = 1  # but within a name, as of a town abroad, less than one
_OPENING = tuple(".:!?;)]•–—-*>|/")  # a word behind a stretch that ends so is capital for that alone


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
    words, names = _parted(plain(text))
    tells = list(map(sum, zip(*map(_of_stretch, words or [""]), strict=True)))
    own_cyrillic = tells[0]
    if names:
        tells = list(map(sum, zip(tells, *map(_of_name, names), strict=True)))
    cyrillic, latin, *signs = tells
    scores = dict(zip([marks.language for marks in _marks()], signs, strict=True))
    scripts = ["cyrillic", "latin"] if 3 * cyrillic > latin else ["latin", "cyrillic"]
    if own_cyrillic and max(map(scores.__getitem__, _languages("latin"))) <= _COMMON:
        scripts = ["cyrillic"]  # Latin abbreviations are common in Cyrillic goals
    for script in scripts:
        best = max(_languages(script), key=scores.__getitem__)
        if scores[best] or (script == "cyrillic" and cyrillic):
            as_good = default in _languages(script) and scores[default] == scores[best]
            return default if as_good else best
    return default


def _parted(text: str) -> tuple[list[str], list[str]]:
    """What stands between blanks: words, and names, whose letters may be of another language than the text."""
    stretches = text.split()
    if text.isascii() or text.isupper():
        return stretches, []
    words: list[str] = []
    names: list[str] = []
    opening = True
    for stretch in stretches:
        if stretch[0].isupper() and not stretch.isascii() and (not opening or stretch.endswith(":")):
            names.append(stretch)
        else:
            words.append(stretch)
        opening = stretch.endswith(_OPENING) or (opening and stretch.isdecimal())
    return words, names


@cache
def _languages(script: str) -> tuple[str, ...]:
    """The languages that are written in a script, in alphabetical order."""
    return tuple(marks.language for marks in _marks() if marks.script == script)


def _look_at(stretch: str) -> tuple[int, ...]:
    """Cyrillic and Latin letters of what stands between blanks, and how much it tells of each language: by frequent
    words, endings, and letters and signs of its own."""
    return _tally(stretch, _LETTER, 3)


def _look_at_name(name: str) -> tuple[int, ...]:
    """The same of a name: it tells less of the script too."""
    return _tally(name, _OF_NAME, 1)


def _tally(stretch: str, letter: int, script: int) -> tuple[int, ...]:
    if stretch.isdecimal():  # goals differ most in these
        return _nothing()
    written = unicodedata.normalize("NFC", stretch)
    folded, shown = fold(written), written.lower()
    words = _WORD.findall(folded)
    letters = "".join(words)
    cyrillic, latin = sum(map(len, _CYRILLIC.findall(letters))), sum(map(len, _LATIN.findall(letters)))
    if _NTH.search(folded):
        words = _WORD.findall(_NTH.sub("", folded))
    signs = [_of_language(folded, shown, words, marks, letter) for marks in _marks()]
    tally = script * cyrillic, script * latin, *signs
    return _TALLIES.setdefault(tally, tally)


@cache
def _nothing() -> tuple[int, ...]:
    """What a stretch without letters and signs tells."""
    return (0,) * (2 + len(_marks()))


def _of_language(folded: str, shown: str, words: list[str], marks: _Marks, letter: int) -> int:
    known = _COMMON * sum([word in marks.common or word.endswith(marks.endings) for word in words])
    if marks.letters.isdisjoint(shown):
        return known
    own = sum([not marks.letters.isdisjoint(word) for word in _WORD.findall(shown)])
    own += sum(map(folded.count, marks.signs))
    return known + letter * own


_of_stretch = remembered(_look_at, MOST_STRETCHES)
_of_name = remembered(_look_at_name, MOST_STRETCHES)
