"""Turn tokens into words of the grammar: terms, numerals, and whatever else the language has classes for."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Any

from smartgoals.grammar import literals, numerals
from smartgoals.grammar.direction import VERB_CLASSES, VERBS
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Match, Reading, Word
from smartgoals.text.lexer import Token

_BEFORE_NOUN = ("number", "percent", "currency", "a", "the")
_BEFORE_NOUN_PHRASE = ("a", "the", "of", "aside", "from", "percent")
_LONGEST = 8  # words of a grammar term
_ROMAN = frozenset("iіv")
YEARS = range(1900, 2101)  # a bare number in this range can be a year
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{2})")


class WordReader:
    """Words with their classes, one character for each, so that rules can run over a string."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, reading: Reading) -> None:
        words = self._numerals(self._words(reading), reading.folded)
        _settle(words)
        if self._lexicon.noun_adjuncts:
            self._demote(words, reading)
        character = self._lexicon.alphabet.character
        for word in words:
            word.char = character(word.values)
        reading.words = words
        reading.chars = "".join([word.char for word in words])

    # ---- tokens to words

    def _words(self, reading: Reading) -> list[Word]:
        terms: dict[int, tuple[str, Match]] = {}
        for name, matches in (("channel", reading.channels), ("owner", reading.owners), ("metric", reading.metrics)):
            for match in matches:
                terms[match.first] = (name, match)
        words: list[Word] = []
        tokens = reading.tokens
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if i in terms:
                name, match = terms[i]
                behind = max(match.last, i + 1)
                words.append(Word("", {name: match}, token.start, tokens[behind - 1].end, i, behind))
                i = behind
                continue
            behind, values = self._read(reading, i, terms)
            if values is not None:
                words.append(Word("", values, token.start, tokens[behind - 1].end, i, behind))
            i = behind
        return words

    def _read(self, reading: Reading, i: int, terms: Container[int]) -> tuple[int, dict[str, Any] | None]:
        """The index behind a token or grammar term, and its classes; None for what parts nothing."""
        token = reading.tokens[i]
        if token.kind == "number":
            return (i + 2, {"stop": None}) if self._is_label(reading, i) else (i + 1, self._number(token.text))
        if token.kind == "date":
            return i + 1, {"date": token.text}
        if token.kind == "name":
            return i + 1, {"name": None}
        behind, values = self._term(reading, i, terms)
        roman = "ordinal" in values and set(token.text) <= _ROMAN
        if roman and not (token.raw.isupper() and self._before_unit(reading, behind)):
            del values["ordinal"]  # 'i' is a preposition; 'I' is a numeral before 'квартал'
        if not values:
            if token.kind == "symbol":
                return i + 1, None  # quotes, emoji and the like
            capital = token.raw[1:] != token.raw[1:].lower() or (i > 0 and token.raw[0].isupper())
            return i + 1, {"other": None, "capital": None} if capital else {"other": None}
        if "stop" in values and token.text == ".":
            following = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
            if following is not None and (following.glued or not following.raw[0].isupper()):
                return i + 1, None
        return behind, values

    def _term(self, reading: Reading, i: int, terms: Container[int]) -> tuple[int, dict[str, Any]]:
        """The longest grammar term at a token that does not reach into an entity's term."""
        single = self._lexicon.single(reading.tokens[i].text)
        if not single.goes_on:
            return i + 1, dict(single.values)
        tokens = reading.tokens
        behind = i + 1
        while behind < min(len(tokens), i + _LONGEST) and behind not in terms:
            behind += 1
        keys = [form.keys for form in reading.forms[i:behind]]
        hyphens = [t.glued and t.text == "-" for t in tokens[i:behind]]
        best, values = 1, dict(single.values)
        for length, payloads in self._lexicon.grammar.matches(0, keys, hyphens):
            if length > best and (tokens[i].kind != "symbol" or _is_one_sign(tokens[i : i + length])):
                best, values = length, dict(payloads)
            elif length == best > 1:
                values.update(payloads)
        return i + best, values

    @staticmethod
    def _is_label(reading: Reading, i: int) -> bool:
        """Whether a number labels an item of a list: '1) …', '2. …'."""
        tokens = reading.tokens
        if i + 2 >= len(tokens) or len(tokens[i].text) > 2 or not tokens[i + 1].glued or tokens[i + 2].glued:
            return False
        opened = sum((t.text == "(") - (t.text == ")") for t in tokens[max(i - _LONGEST, 0) : i])
        return (tokens[i + 1].text == ")" and opened <= 0) or (tokens[i + 1].text == "." and i == 0)

    def _before_unit(self, reading: Reading, i: int) -> bool:
        """Whether a calendar unit stands at a token, or behind a second Roman numeral ('I–II кварталах')."""
        tokens = reading.tokens
        if i + 2 < len(tokens) and tokens[i].text == "-" and set(tokens[i + 1].text) <= _ROMAN:
            i += 2
        if i >= len(tokens):
            return False
        values = self._lexicon.single(reading.tokens[i].text).values
        return "unit" in values or "nth_unit" in values

    def _number(self, text: str) -> dict[str, Any]:
        numeral = literals.parse(text, self._lexicon.point)
        if numeral is None:
            return {"name": None}
        values: dict[str, Any] = {"number": numeral}
        if numeral.whole and len(text) == 4 and int(text) in YEARS:
            values["year"] = int(text)
        elif numeral.whole and len(text) <= 2 and 1 <= int(text) <= 31:
            values["day"] = int(text)
        elif (match := _DAY_AND_MONTH.fullmatch(text)) and int(match[1]) <= 31 and int(match[2]) <= 12:
            values["decimal_date"] = (int(match[1]), int(match[2]))
        return values

    # ---- numerals

    def _numerals(self, words: list[Word], folded: str) -> list[Word]:
        """Numerals of several words as one; a digit with unknown letters on it as a name ('1С', '3D')."""
        words = _codes(words)
        joined: list[Word] = []
        i = 0
        while i < len(words):
            word = words[i]
            run = numerals.read(words, i)
            if run is None:
                joined.append(word)
                i += 1
                continue
            following = words[run.end] if run.end < len(words) else None
            if joined and "number" in joined[-1] and run.end > i + 1 and words[i + 1].start == word.end:
                joined.append(_name(word, words[run.end - 1]))
                i = run.end  # '8 4K videos'
                continue
            if (
                run.end == i + 1 and "number" in word and following is not None
                and following.start == word.end and "other" in following
            ):  # fmt: skip
                joined.append(_name(word, following))
                i = run.end + 1
                continue
            if self._is_named_period(words, i, following):
                joined.append(_name(joined.pop(), words[i + 1]))
                i += 2
                continue
            if self._lexicon.noun_adjuncts and following is not None:
                self._as_noun(following, folded)
            if run.end == i + 1 and "number" in word:
                joined.append(word)
            else:
                joined.append(self._join(words, i, run))
            i = run.end
        return joined

    @staticmethod
    def _is_named_period(words: list[Word], i: int, following: Word | None) -> bool:
        """'Q3-målet': a period that is only part of a name."""
        if i == 0 or following is None or "dash" not in following or i + 2 >= len(words):
            return False
        before, behind = words[i - 1], words[i + 2]
        glued = before.end == words[i].start and following.start == words[i].end and behind.start == following.end
        return glued and "nth_unit" in before and ("other" in behind or "metric" in behind)

    @staticmethod
    def _demote(words: list[Word], reading: Reading) -> None:
        """Take the verb out of words that stand inside a noun phrase: 'cut build time', 'the share of traffic'."""
        for before, word in pairwise(words):
            if not word.has(VERB_CLASSES) or "to" in before or "and" in before or "auxiliary" in before:
                continue
            inside = any(name in before for name in _BEFORE_NOUN_PHRASE) or before.has(VERB_CLASSES)
            if inside or ("other" in before and reading.forms[before.first].filler):
                rest = {name: payload for name, payload in word.values.items() if name not in VERB_CLASSES}
                word.values = rest or {"other": None}

    def _as_noun(self, word: Word, folded: str) -> None:
        """An inflected verb form straight behind a number is a noun: '12 interviews'."""
        if word.has(VERB_CLASSES) and self._lexicon.is_inflected(folded[word.start : word.end]):
            word.values = {"other": None}

    @staticmethod
    def _join(words: list[Word], at: int, run: numerals.Run) -> Word:
        first, last = words[at], words[run.end - 1]
        values: dict[str, Any] = {"number": run.numeral}
        if run.end == at + 1:  # a single word may be something else beside ('half', 'one')
            values |= {
                name: payload for name, payload in first.values.items() if name in ("a", "about", "fraction", "ordinal")
            }
        if 1 <= run.numeral.value <= 31 and run.numeral.value == int(run.numeral.value):
            values["day"] = int(run.numeral.value)
        return Word("", values, first.start, last.end, first.first, last.last)


def _name(first: Word, last: Word) -> Word:
    """Some words as a name, which no rule reads."""
    return Word("", {"name": None}, first.start, last.end, first.first, last.last)


def _is_one_sign(tokens: Sequence[Token]) -> bool:
    """Whether signs stand together: '99:-' is a price, ': -' is not; a term with a word in it may be spaced."""
    return any(token.kind != "symbol" for token in tokens) or all(token.glued for token in tokens)


def _settle(words: list[Word]) -> None:
    """Make a word that may be a verb or its noun one of them: 'a 15 % increase', 'increase in sales'."""
    for i, word in enumerate(words):
        for name in VERBS:
            if name in word and f"noun_{name}" in word:
                before = words[i - 1].values if i else {}
                after = words[i + 1].values if i + 1 < len(words) else {}
                noun = any(n in before for n in _BEFORE_NOUN) or any(n in after for n in ("of", "in"))
                word.values = {k: v for k, v in word.values.items() if k != (name if noun else f"noun_{name}")}


def _is_clock(words: list[Word], i: int) -> bool:
    """Whether a time of day begins at a word: '18:00'."""
    if i + 2 >= len(words) or "colon" not in words[i + 1] or "number" not in words[i + 2]:
        return False
    hours, colon, minutes = words[i : i + 3]
    return hours.end == colon.start and colon.end == minutes.start and minutes.end - minutes.start == 2


def _codes(words: list[Word]) -> list[Word]:
    """Telephone numbers (three or more numerals with nothing but hyphens between them) and times of day as names."""
    kept: list[Word] = []
    i = 0
    while i < len(words):
        end, count = i, 0
        while end < len(words) and ("number" in words[end] or (count and "dash" in words[end])):
            count += "number" in words[end]
            end += 1
        if count == 1 and _is_clock(words, i):
            count, end = 3, i + 3
        elif count == 1 and end == i + 1 and any("clock" in w for w in (words[i - 1 : i] + words[end : end + 1])):
            count = 3
        if count >= 3:
            kept.append(_name(words[i], words[end - 1]))
            i = end
        else:
            kept.append(words[i])
            i += 1
    return kept
