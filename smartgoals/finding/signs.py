"""What tells a goal from a sentence about something else: the signs that a piece of a document shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from smartgoals.grammar.direction import NOUNS, VERB_CLASSES
from smartgoals.lexicon import files
from smartgoals.lexicon.lexicon import Lexicon, lexicon
from smartgoals.reading import TAKEN, Reading, Word
from smartgoals.text.fold import fold

NEVER = 1_000_000_000  # a place behind every word
_CHANGES = frozenset(("increase", "decrease", "maintain", "achieve", "improve", "multiply", *NOUNS))
_BY = frozenset(("by", "before", "until", "toward", "within", "end_of", "span_to"))
_BOUNDS = frozenset(("at_least", "at_most", "or_more", "or_less", "range_from"))
_PASSED_OVER = frozenset(("owner", "channel", "comma", "colon", "and", "the"))
_MOST_NAMES = 4  # words of the names before 'to': 'Marta & Ben to bring back …'
_SHORTEST_INFINITIVE = 5  # letters


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one piece.

    `cues` gives the place of the first of each kind of cue in goals.toml, `past` that of the first word in the past,
    `lead` that of a verb that stands for what is to be done; places count tokens, NEVER is none.
    """

    cues: Mapping[str, int]
    past: int
    lead: int
    asks: bool  # it opens like a question or a condition
    wish: bool  # a verb says what 'we' will do
    changes: bool  # a verb or noun of change, not only of work
    value: bool  # a number that something is to reach or change by
    metric: bool  # something is counted, be it known or not
    known: bool  # and the ontology knows it
    date: bool  # a deadline
    by: bool  # and it says by when, not only when
    bound: bool  # at least, at most
    moves: bool  # a sign, or a pair of values
    words: int

    def at(self, *kinds: str) -> int:
        """The place of the first cue of some kinds."""
        return min((self.cues.get(kind, NEVER) for kind in kinds), default=NEVER)

    @property
    def main(self) -> int:
        """The place of the first word that makes it a goal."""
        return min(self.lead, self.at("want", "intend", "may"))

    @property
    def against(self) -> int:
        """The place of the first word that makes it something else, where no word of a goal stands before."""
        return min(self.past, self.at("past", "if", "rule"))


class SignReader:
    """Reads the signs of pieces in one language; its data is in the language's goals.toml."""

    def __init__(self, language: str, vocabulary: str) -> None:
        data: dict[str, Any] = files.read(files.folder(language), "goals.toml")
        self._lexicon: Lexicon = lexicon(language, vocabulary)
        self._cues = self._lexicon.trie(data["cues"])
        self._past_endings = tuple(data["past_endings"])
        self._past_forms = _folded(data["past_forms"])
        self._infinitives = tuple(data["infinitive_endings"])
        self._wishes = tuple(data["wish_endings"])
        self._openers = _folded(data["openers"])
        self._asking = _folded(data["asking"])
        self._free_order: bool = data["free_order"]

    def __call__(self, reading: Reading, *, running: bool) -> Signs:
        """The signs of what was read; `running`: it is a sentence of running text."""
        targets = reading.result["targets"]
        found = [d for d in reading.dates if d.date is not None and not d.background]
        words = reading.words
        return Signs(
            cues=self._places(reading),
            past=self._past(reading),
            lead=self._lead(reading, running),
            asks=bool(reading.tokens) and reading.tokens[0].text in self._asking,
            wish=bool(self._wishes) and any(self._is_wish(reading, word) for word in words),
            changes=any(not _CHANGES.isdisjoint(word) for word in words),
            value=any(t.get("value") is not None for t in targets),
            metric=any(t["metric"] is not None or t["metric_text"] for t in targets),
            known=any(t["metric"] is not None for t in targets),
            date=bool(found),
            by=any(not _BY.isdisjoint(word) for d in found for word in words[d.first : d.last]),
            bound=any(not _BOUNDS.isdisjoint(word) for word in words),
            moves=any(t.get("baseline") is not None for t in targets) or any(q.sign for q in reading.quantities),
            words=len(words),
        )

    def _places(self, reading: Reading) -> dict[str, int]:
        """The place of the first cue of each kind; of cues that overlap the longest counts."""
        keys = [form.keys for form in reading.forms]
        skippable = [False] * len(keys)
        places: dict[str, int] = {}
        i = 0
        while i < len(keys):
            behind, kinds = max(self._cues.matches(i, keys, skippable), default=(i, []), key=_length)
            for kind in kinds:
                places.setdefault(kind, i)
            i = max(behind, i + 1)
        return places

    # ---- verbs

    def _past(self, reading: Reading) -> int:
        """The place of the first word in the past."""
        forms = (i for i, token in enumerate(reading.tokens) if token.text in self._past_forms)
        verbs = (
            word.first
            for before, word, after in _neighbours(reading.words)
            if self._ends_past(reading, word)
            and (word.has(VERB_CLASSES) or (not self._infinitives and ("auxiliary" in before or "auxiliary" in after)))
        )
        return min(next(forms, NEVER), next(verbs, NEVER))

    def _ends_past(self, reading: Reading, word: Word) -> bool:
        return reading.tokens[word.first].text.endswith(self._past_endings)

    def _lead(self, reading: Reading, running: bool) -> int:
        """The place of the verb that opens the piece in its base form, or anywhere where the order is free."""
        words, chars = reading.words, reading.chars
        passed = 0
        for i, word in enumerate(words):
            if chars[i] == TAKEN or not _PASSED_OVER.isdisjoint(word):
                continue
            if self._is_base(reading, word):
                return word.first
            if passed == 0 and (named := _behind_names(words, i)):
                return words[named].first if self._is_base(reading, words[named]) else NEVER
            passed += 1
            if not self._free_order or (running and passed > 1):
                break
        return NEVER

    def _is_base(self, reading: Reading, word: Word) -> bool:
        """Whether a word is a verb that stands for what is to be done."""
        text = reading.tokens[word.first].text
        if text in self._openers:
            return True
        if self._infinitives:
            known = word.has(VERB_CLASSES) or ("other" in word and len(text) >= _SHORTEST_INFINITIVE)
            return known and text.endswith(self._infinitives)
        if not word.has(VERB_CLASSES) or text in self._past_forms or text.endswith(self._past_endings):
            return False
        return not self._lexicon.is_inflected(text)

    def _is_wish(self, reading: Reading, word: Word) -> bool:
        return word.has(VERB_CLASSES) and reading.tokens[word.first].text.endswith(self._wishes)


def _behind_names(words: list[Word], i: int) -> int:
    """The index of the word behind names and 'to' that stand at a word; 0 if none do."""
    for j, word in enumerate(words[i : i + _MOST_NAMES], i):
        if "to" in word and i < j < len(words) - 1:
            return j + 1
        if "other" not in word and "and" not in word and "owner" not in word:
            return 0
    return 0


def _neighbours(words: list[Word]) -> list[tuple[Mapping[str, Any], Word, Mapping[str, Any]]]:
    """Each word between the one before it and the one behind it."""
    return list(zip([{}, *words[:-1]], words, [*words[1:], {}], strict=True)) if words else []


def _length(match: tuple[int, list[str]]) -> int:
    return match[0]


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


@cache
def signs(language: str, vocabulary: str = "") -> SignReader:
    """The reader of signs of a language, built at first use."""
    return SignReader(language, vocabulary)
