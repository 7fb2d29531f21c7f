"""The keys under which the words of a term are met in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from smartgoals.lexicon import files
from smartgoals.lexicon.morphology import Morphology
from smartgoals.text.fold import fold
from smartgoals.text.lexer import tokenize
from smartgoals.text.remember import Memory

_MOST_PARTS = 50_000  # of terms remembered while they are read: more than a language has

Keys = tuple[str, ...]  # of one word: '=' and the form that is met, or dictionary forms


class TermKeys:
    """Reads the terms of data files: a word stands in dictionary form, or behind '=' in the form that is met.

    `fillers` are words that may stand inside a term and are left out of it.
    """

    def __init__(
        self, morphology: Morphology, lemmas: Callable[[str], tuple[str, ...]], fillers: Iterable[str]
    ) -> None:
        self._morphology = morphology
        self._lemmas = lemmas
        self.fillers: frozenset[str] = frozenset()
        self.fillers = frozenset(key for word in fillers for key in self._read(word)[0][0])
        self._parts = Memory(self._read, _MOST_PARTS)
        self._alternatives: dict[tuple[int, str], list[list[Keys]]] = {}

    def __call__(self, term: str, *, whole: bool = False, fillers: bool = False) -> list[Keys]:
        """For each word of a term the keys under which it is met; fillers inside a term are left out, or kept.

        With `whole`, an '=' before the first word holds for all.  None is left out where one word would be left:
        'average daily rate' is no rate.
        """
        words: list[Keys] = []
        for part in term.split(" "):
            for keys, is_filler in self._parts[part]:
                if whole and words and words[0][0].startswith("=") and not part.startswith("{"):
                    keys = ("=" + keys[0].removeprefix("="),)
                elif is_filler and not fillers and words and words[-1] != ("=,",):
                    continue
                words.append(keys)
        if len(words) == 1 and " " in term and not fillers and not words[0][0].startswith("{"):
            return self(term, whole=whole, fillers=True)
        return words

    def _read(self, part: str) -> tuple[tuple[Keys, bool], ...]:
        """For each token of a part of a term its keys, and whether it is a filler."""
        exact, bare = part.startswith("="), part.removeprefix("=")
        if bare.startswith("{"):
            return (((bare,), False),)
        found: list[tuple[Keys, bool]] = []
        for token in tokenize(bare, fold(bare), ()):
            text = token.text
            if exact or not text[0].isalpha():
                found.append((("=" + text,), False))
            else:
                lemmas = self._lemmas(text)
                found.append((self._morphology.term_lemmas(text, lemmas), not self.fillers.isdisjoint(lemmas)))
        return tuple(found)

    def alternatives(self, term: str, sets: Mapping[str, Sequence[str]]) -> list[list[list[Keys]]]:
        """For each part of a term that names sets, what may stand in its place; raises DataError for an unknown set.

        `sets` are those of a file, to be given as the same object for all its terms.
        """
        parts = [(id(sets), part) for part in term.split(" ")]
        for key in parts:
            if key not in self._alternatives:  # few sets stand in many terms
                self._alternatives[key] = [self(words) for words in files.written_out(key[1], sets)]
        return [self._alternatives[key] for key in parts]

    def forget(self) -> None:
        """Let go of what is remembered while a vocabulary is read."""
        self._parts.clear()
        self._alternatives.clear()
