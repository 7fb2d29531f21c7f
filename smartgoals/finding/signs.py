"""What tells a goal from a sentence about something else: the signs that a piece of a document shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from smartgoals.grammar.verb_classes import NOUNS, VERB_CLASSES
from smartgoals.lexicon import files
from smartgoals.lexicon.lexicon import Lexicon, lexicon
from smartgoals.reading import TAKEN, Reading, Word
from smartgoals.text.fold import fold

NEVER = 1_000_000_000  # a place behind every word
_CHANGES = frozenset(("increase", "decrease", "maintain", "achieve", "improve", "multiply", *NOUNS))
_BY = frozenset(("by", "before", "until", "toward", "end_of", "span_to"))
_BOUNDS = frozenset(("at_least", "at_most", "or_more", "or_less", "range_from"))
_PASSED_OVER = frozenset(("owner", "channel", "comma", "colon", "and", "the"))
_MOST_NAMES = 4  # words of the names before 'to': 'Marta & Ben to bring back …'


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one piece.

    `cues` gives the place of the first of each kind of cue in goals.toml, `past` and `future` that of the first verb in
    such a form, `lead` that of a verb that stands for what is to be done; places count tokens, NEVER is none.
    """

    cues: Mapping[str, int]
    past: int
    lead: int
    number: int  # the last number that something is to reach or change by
    pause: int  # the first comma
    asks: bool  # it opens like a question or a condition
    future: int
    vow: bool  # and says what 'I' or 'we' will do
    present: bool  # a verb is in the present, where the language tells
    changes: bool  # a verb or noun of change, not only of work
    value: bool  # a number that something is to reach or change by
    metric: bool  # something is counted, be it known or not
    known: bool  # and the ontology knows it
    date: bool  # a deadline
    by: bool  # and it says by when, not only when
    bound: bool  # at least, at most
    capped: bool  # and it opens so: 'At most 15 …'
    moves: bool  # a sign, or a pair of values
    cadence: bool  # so much a week
    vague: bool  # more, faster, better
    sole: bool  # the leading verb tells of an aim by itself: of change, or 'become', or in the infinitive
    opens_vague: bool  # and it opens so: 'More …'
    noun: bool  # it opens with a noun of change or work: 'Growth of …'
    words: int
    senses: Mapping[str, list[int]]  # the places of the words of each kind in senses.toml
    forms: tuple[frozenset[str], ...]  # of each token, what it may be as a verb, where the dictionary tells

    def at(self, *kinds: str) -> int:
        """The place of the first cue of some kinds."""
        return min((self.cues.get(kind, NEVER) for kind in kinds), default=NEVER)

    @property
    def main(self) -> int:
        """The place of the first word that makes it a goal."""
        return min(self.lead, self.future, self.at("want", "intend", "may"))

    @property
    def against(self) -> int:
        """The place of the first word that makes it something else, where no word of a goal stands before."""
        return min(self.past, self.at("past", "if", "rule", "means"))


class SignReader:
    """Reads the signs of pieces in one language; its data is in the language's goals.toml."""

    def __init__(self, language: str, vocabulary: str) -> None:
        data: dict[str, Any] = files.read(files.folder(language), "goals.toml")
        self._lexicon: Lexicon = lexicon(language, vocabulary)
        self._cues = self._lexicon.trie(data["cues"])
        self._senses = self._lexicon.trie(files.read(files.folder(language), "senses.toml"))
        self._past_forms = _folded(data.get("past_forms", ())) | self._lexicon.past.forms
        self._present_forms = _folded(data.get("present_forms", ()))
        self._infinitives = tuple(data.get("infinitive_endings", ()))
        self._openers = _folded(data["openers"])
        self._asking = _folded(data["asking"])
        self._free_order: bool = data["free_order"]

    def __call__(self, reading: Reading, *, running: bool) -> Signs:
        """The signs of what was read; `running`: it is a sentence of running text."""
        targets = reading.result["targets"]
        words, aside = reading.words, _aside(reading)
        dates = (d for d in reading.dates if d.date is not None and not d.background)
        found = [d for d in dates if words[d.first].first not in aside]
        cues = self._places(reading)
        past, lead = self._past(reading), self._lead(reading, running)
        return Signs(
            cues=cues,
            past=past,
            lead=NEVER if past < NEVER and not self._is_plain(reading, lead) else lead,
            number=max(
                (words[q.first].first for q in reading.quantities if q.role in ("target", "change")), default=-1
            ),
            pause=next((word.first for word in words if "comma" in word), NEVER),
            asks=bool(reading.tokens) and reading.tokens[0].text in self._asking,
            future=next((word.first for word in words if self._is_future(reading, word)), NEVER),
            vow=any("vow" in self._forms(reading, word) for word in words),
            present=any(self._is_present(reading, word) for word in words),
            changes=any(not _CHANGES.isdisjoint(word) for word in words),
            value=any(t.get("value") is not None for t in targets),
            metric=any(t["metric"] is not None or t["metric_text"] for t in targets),
            known=any(t["metric"] is not None for t in targets),
            date=bool(found),
            by=any(d.kind == "duration" or any(map(_BY.intersection, words[d.first : d.last])) for d in found),
            bound=any(not _BOUNDS.isdisjoint(word) for word in words),
            capped=bool(words) and not _BOUNDS.isdisjoint(words[0]),
            moves=any(t.get("baseline") is not None for t in targets) or any(q.sign for q in reading.quantities),
            cadence=any(t.get("per") for t in targets),
            vague=bool(reading.vague) or any("more" in word or "less" in word for word in words),
            sole=self._free_order or any(self._is_sole(reading, word) for word in words if word.first == lead),
            opens_vague=bool(words) and ("more" in words[0] or "less" in words[0]),
            noun=any(name in word for word in words[:1] for name in NOUNS),
            words=sum("comma" not in word for word in words),
            senses=self._all_senses(reading),
            forms=tuple(self._lexicon.verb_forms(token.text) for token in reading.tokens) if self._free_order else (),
        )

    def _all_senses(self, reading: Reading) -> dict[str, list[int]]:
        """The places of the words of each kind; they may overlap."""
        keys = [form.keys for form in reading.forms]
        skippable = [False] * len(keys)
        places: dict[str, list[int]] = {}
        known = self._senses.root.children
        for i, of_word in enumerate(keys):
            if not any(key in known for key in of_word):
                continue
            for _, kinds in self._senses.matches(i, keys, skippable):
                for kind in kinds:
                    places.setdefault(kind, []).append(i)
        return places

    def _places(self, reading: Reading) -> dict[str, int]:
        """The place of the first cue of each kind; of cues that overlap the longest counts."""
        keys = [form.keys for form in reading.forms]
        skippable = [False] * len(keys)
        aside = _aside(reading)
        places: dict[str, int] = {}
        i = 0
        while i < len(keys):
            if i in aside:
                i += 1
                continue
            behind, kinds = max(self._cues.matches(i, keys, skippable), default=(i, ()), key=_length)
            for kind in kinds:
                places.setdefault(kind, i)
            i = max(behind, i + 1)
        return places

    # ---- verbs

    def _past(self, reading: Reading) -> int:
        """The place of the first word in the past."""
        aside = _aside(reading)
        for before, word, after in _neighbours(reading.words):
            if word.first in aside:
                continue
            text = reading.tokens[word.first].text
            if text in self._past_forms or "past" in self._forms(reading, word):
                return word.first
            subject = "auxiliary" in before or "auxiliary" in after  # 'prövade vi'; 'bokade möten' is no verb
            if text.endswith(self._lexicon.past.endings) and (word.has(VERB_CLASSES) or subject):
                return word.first
        return NEVER

    def _forms(self, reading: Reading, word: Word) -> frozenset[str]:
        """What a word may be as a verb; nothing for a term, a number or a date."""
        if not (word.has(VERB_CLASSES) or "other" in word or "auxiliary" in word):
            return frozenset()
        return self._lexicon.verb_forms(reading.tokens[word.first].text)

    def _is_present(self, reading: Reading, word: Word) -> bool:
        return reading.tokens[word.first].text in self._present_forms or "present" in self._forms(reading, word)

    def _is_sole(self, reading: Reading, word: Word) -> bool:
        return not _CHANGES.isdisjoint(word) or reading.tokens[word.first].text in self._openers

    def _is_future(self, reading: Reading, word: Word) -> bool:
        forms = self._forms(reading, word)
        return "future" in forms and "present" not in forms

    def _lead(self, reading: Reading, running: bool) -> int:
        """The place of the verb that opens the piece in its base form, or anywhere where the order is free."""
        words, chars = reading.words, reading.chars
        passed = 0
        for i, word in enumerate(words):
            if chars[i] == TAKEN or not _PASSED_OVER.isdisjoint(word) or (passed == 0 < i and "to" in word):
                continue
            if self._is_base(reading, word, running=running):
                return word.first
            if passed == 0 and (named := _behind_names(words, i)):
                return words[named].first if self._is_base(reading, words[named]) else NEVER
            passed += 1
            if not self._free_order or (running and passed > 1):
                break
        return NEVER

    def _is_plain(self, reading: Reading, lead: int) -> bool:
        """Whether a leading verb stands first and is no noun beside ('growth'); any other is weaker than a past."""
        first = next((word.first for word in reading.words if "comma" not in word), NEVER)
        return first == lead and not any(name in reading.forms[lead].values for name in NOUNS)

    def _is_base(self, reading: Reading, word: Word, *, running: bool = True) -> bool:
        """Whether a word is a verb that stands for what is to be done."""
        text = reading.tokens[word.first].text
        forms = self._forms(reading, word)
        if text in self._openers:
            return True
        if "infinitive" in forms and "present" not in forms:
            return word.has(VERB_CLASSES) or "noun" not in forms
        if not word.has(VERB_CLASSES):
            return False
        if self._free_order:
            return (not running and "imperative" in forms) or (
                bool(self._infinitives) and text.endswith(self._infinitives)
            )
        past = text in self._past_forms or text.endswith(self._lexicon.past.endings)
        return not past and not self._lexicon.is_inflected(text)


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


def _aside(reading: Reading) -> set[int]:
    """The tokens in brackets behind other words: '60 pupils by Easter (now 41)'."""
    inside: set[int] = set()
    depth = 0
    for i, token in enumerate(reading.tokens):
        depth = max(depth + (token.text in "([") - (token.text in ")]"), 0)
        if depth and i:
            inside.add(i)
    return inside


def _length(match: tuple[int, tuple[str, ...]]) -> int:
    return match[0]


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


@cache
def signs(language: str, vocabulary: str = "") -> SignReader:
    """The reader of signs of a language, built at first use."""
    return SignReader(language, vocabulary)
