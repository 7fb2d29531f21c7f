"""Cut texts into tokens with what the vocabulary knows of them; compounds and numerals written together are parted.

Adjectives that begin with a numeral are one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from smartgoals.lexicon.compounds import numeral_parts
from smartgoals.text.fold import compose, fold
from smartgoals.text.lexer import Token, tokenize
from smartgoals.text.remember import Memory

if TYPE_CHECKING:
    from smartgoals.lexicon.lexicon import Form, Lexicon
    from smartgoals.text.lexer import Kind

    Piece = tuple[str, str, int, int, Kind, bool, Form]  # a token's fields, counted from where its stretch begins

# What stands between blanks, or a numeral such as '12 000' with its blanks: the one kind of token that has some.
_STRETCH = re.compile(r"\S+(?:(?<=\d)\s(?=\d{3})\S+)*")
_GROUPED = re.compile(r"\d\s\d{3}")
_SHORTEST = 5  # letters of an adjective: '5-ти', '3-го' are numerals
MOST_STRETCHES = 12_000  # remembered; with the words of the lexicons about 15 MB in four languages


class Cutter:
    """Tokens of a text and their forms.

    No token reaches across the blanks between stretches, so what a stretch is cut into is remembered: goals are made
    of few words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = Memory(self._cut, MOST_STRETCHES)

    def __call__(self, text: str) -> tuple[list[Token], list[Form]]:
        """The tokens of a text in order, and the form of each."""
        tokens: list[Token] = []
        forms: list[Form] = []
        known, at = self._known, 0
        for stretch in _STRETCH.findall(text) if _GROUPED.search(text) else text.split():
            at = text.index(stretch, at)
            if stretch.isdecimal() and stretch.isascii():  # goals differ most in these: none is worth remembering
                tokens.append(Token(stretch, stretch, at, at + len(stretch), "number", False))
                forms.append(self._lexicon.numeral(stretch))
            else:
                for word, raw, start, end, kind, glued, form in known[stretch]:
                    tokens.append(Token(word, raw, at + start, at + end, kind, glued))
                    forms.append(form)
            at += len(stretch)
        return tokens, forms

    def _cut(self, text: str) -> tuple[Piece, ...]:
        if unicodedata.is_normalized("NFC", text):
            return self._cut_composed(text)
        composed, places = compose(text)
        return tuple(
            [
                (word, raw, places[start], places[end], kind, glued, form)
                for word, raw, start, end, kind, glued, form in self._cut_composed(composed)
            ]
        )

    def _cut_composed(self, text: str) -> tuple[Piece, ...]:
        lexicon = self._lexicon
        tokens = tokenize(text, fold(text), lexicon.prefixes)
        if lexicon.compounds.active:
            tokens = [part for token in tokens for part in (self._parts(token) if token.kind == "word" else (token,))]
        if lexicon.has_cases:
            tokens = self._qualified(tokens)
        forms = [lexicon.numeral(t.text) if t.kind == "number" else lexicon.form(t.text) for t in tokens]
        return tuple(
            [(t.text, t.raw, t.start, t.end, t.kind, t.glued, form) for t, form in zip(tokens, forms, strict=True)]
        )

    def _qualified(self, tokens: list[Token]) -> list[Token]:
        """'15-секундных роликов', '5–7-звёздочных': numerals that a hyphen joins to an adjective are part of it.

        Not of one that the grammar knows with its hyphen ('10-процентный').
        """
        for i in range(len(tokens) - 1, 1, -1):
            word, first = tokens[i], i
            if word.kind != "word" or len(word.text) < _SHORTEST or not self._is_plain_adjective(word.text):
                continue
            while first > 1 and word.glued and tokens[first - 1].is_hyphen and tokens[first - 2].kind == "number":
                first -= 2
            if first < i:
                raw = "".join(token.raw for token in tokens[first : i + 1])
                opening = tokens[first]
                joined = Token(word.text, raw, opening.start, word.end, "word", opening.glued)
                return [*self._qualified(tokens[:first]), joined, *tokens[i + 1 :]]
        return tokens

    def _is_plain_adjective(self, word: str) -> bool:
        lexicon = self._lexicon
        return lexicon.form("-").grammar_next.isdisjoint(lexicon.form(word).keys) and lexicon.is_adjective(word)

    def _parts(self, token: Token) -> list[Token]:
        """The parts of a word: of a numeral written together ('tjugofem'), of a compound, or the word itself."""
        known, ones = self._lexicon.numeral_parts, self._lexicon.ones
        if known and token.text not in known and (parts := numeral_parts(token.text, known, ones)) is not None:
            ends = [sum(map(len, parts[: i + 1])) for i in range(len(parts))]
            return [_part(token, end - len(part), end, part) for part, end in zip(parts, ends, strict=True)]
        split = self._lexicon.compounds.split(token.text)
        if split is None:
            return [token]
        cut = split.head
        first = token.text[: split.first_end] if split.first_known else "\0" + token.text[:cut]
        return [_part(token, 0, split.first_end, first), _part(token, cut, len(token.text), token.text[cut:])]


def _part(token: Token, start: int, end: int, text: str) -> Token:
    """A stretch of a token as a token of its own."""
    glued = token.glued if start == 0 else True
    return Token(text, token.raw[start:end], token.start + start, token.start + end, token.kind, glued)
