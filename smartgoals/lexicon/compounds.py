"""Take apart words written together, by the words the vocabulary knows (Swedish 'webbplatsbesökare')."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from smartgoals.lexicon.lexicon import Lexicon

_LONGEST_PART = 9  # letters of the longest numeral word that others are joined to
_BEFORE_ONE = frozenset((*range(20, 100, 10), 100, 1_000))
MOST_SPLITS = 4_000  # remembered
MOST_LETTERS = 100  # of what is taken apart: trying every place in a longer run would take too long


def single_numerals(numerals: dict[str, Any]) -> dict[str, tuple[str, Any]]:
    """The single words of a language's numerals, by form."""
    return {
        term.removeprefix("="): (name, float(value))
        for name in ("cardinal", "multiplier")
        for value, terms in numerals[name].items()
        for term in terms
        if term.removeprefix("=").isalpha() and len(term) > 2
    }


def numeral_parts(word: str, parts: Mapping[str, tuple[str, Any]], ones: Sequence[str]) -> list[str] | None:
    """A numeral written together as its parts ('tjugofem': 'tjugo', 'fem'); None for any other word.

    `ones` are the words for one, which stand behind tens, hundreds and thousands: 'trettioett'.
    """
    if len(word) > MOST_LETTERS:
        return None
    found: list[str] = []
    while word:
        if word in ones and found and parts[found[-1]][1] in _BEFORE_ONE:
            return [*found, word]
        part = next((word[:end] for end in range(min(len(word), _LONGEST_PART), 1, -1) if word[:end] in parts), None)
        if part is None:
            return None
        found.append(part)
        word = word[len(part) :]
    return found if len(found) > 1 else None


class Split(NamedTuple):
    """Where a compound's last part begins, and whether its first part is a known word too."""

    head: int
    first_known: bool
    first_end: int


class Compounds:
    """Splits unknown words into a known first and last part, or finds at least a known last part.

    Settings (`[morphology.compounds]` in language.toml; without them nothing is split): `links`, letters between the
    parts; `min_first` and `min_head`, the least letters of a part; `whole`, words that are never split; `closed_heads`,
    last parts that count only behind a first part that is known too; `never_heads`, those that never do; `kinds`, last
    parts of which a compound that is not split is a kind.
    """

    def __init__(self, lexicon: Lexicon, morphology: dict[str, Any]) -> None:
        """`morphology` is the table of that name in language.toml; the lexicon knows its terms already."""
        settings = morphology.get("compounds", {})
        self._lexicon = lexicon
        self._links: tuple[str, ...] = ("", *settings.get("links", ()))
        self._min_first: int = settings.get("min_first", 2)
        self._min_head: int = settings.get("min_head", 4)
        self._whole = frozenset(settings.get("whole", ()))
        self._closed = frozenset(settings.get("closed_heads", ()))
        self._never = frozenset(settings.get("never_heads", ()))
        # letters that a word shares with its dictionary form, and those that some form of a last part begins with
        self._stem: int = morphology.get("min_stem", 3) if morphology["kind"] == "suffix" else 0
        forms = (*lexicon.heads, *morphology.get("irregular", {}))
        self._begins = frozenset(form.removeprefix("=")[: self._stem] for form in forms)
        self._remembered = lru_cache(maxsize=MOST_SPLITS)(self._find)
        self._kinds: frozenset[str] = frozenset(settings.get("kinds", ()))
        self._kind_begins = frozenset(form[: self._stem] for form in (*self._kinds, *morphology.get("irregular", {})))
        self.active = bool(settings)

    def kinds(self, word: str) -> tuple[str, ...]:
        """What an unknown folded word is a kind of by its last part: sv 'kanalmuseet' a 'museum'."""
        if not self._kinds or not len(word) <= MOST_LETTERS:
            return ()
        for cut in range(self._min_first + 1, len(word) - self._min_head + 1):
            tail = word[cut:]
            if tail[: self._stem] in self._kind_begins:
                found = tuple(lemma for lemma in self._lexicon.lemmas(tail) if lemma in self._kinds)
                if found:
                    return found
        return ()

    def split(self, word: str) -> Split | None:
        """The parts of a folded word, or None when it is known itself or has no known last part."""
        return self._remembered(word) if len(word) <= MOST_LETTERS else None

    def _find(self, word: str) -> Split | None:
        lexicon = self._lexicon
        if len(word) < self._min_first + self._min_head or lexicon.knows(word):
            return None
        if not self._whole.isdisjoint(lexicon.lemmas(word)):
            return None
        head_only = None
        for cut in range(self._min_first, len(word) - self._min_head + 1):
            head = self._head(word[cut:])
            if head is not None and head not in self._never:
                for link in self._links:
                    first = word[: cut - len(link)]
                    if word[:cut].endswith(link) and len(first) >= self._min_first and first in lexicon.firsts:
                        return Split(cut, True, len(first))
                if head_only is None and cut >= 3 and head not in self._closed | lexicon.closed_heads:
                    head_only = Split(cut, False, cut)
        return head_only

    def _head(self, word: str) -> str | None:
        """The vocabulary's word that a last part is a form of."""
        if word[: self._stem] not in self._begins:
            return None
        heads = self._lexicon.heads
        if "=" + word in heads:
            return word
        return next(
            (lemma for lemma in self._lexicon.lemmas(word) if lemma in heads and len(lemma) >= self._min_head), None
        )
