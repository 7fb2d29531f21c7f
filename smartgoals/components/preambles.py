"""Pass over what opens a goal and says nothing of it: a list's mark, quotation marks around it, 'Goal:', 'KR2 –'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.lexicon.lexicon import Form, Lexicon
from smartgoals.text.lexer import Token

_OPEN = frozenset("\"“”„«»'‘’‚")  # quotation marks that may open
_DASHES = frozenset("-–—")
_BULLETS = _DASHES | frozenset("*#>•→⇒➔➜►▶") | {"->", "=>", ">>"}  # may mark an item; so may any unknown sign
_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2})?")  # of an item: longer ones are years or amounts
_CODE = re.compile(r"([^\W\d]+)\d{1,2}(?:\.\d{1,2})?")  # 'KR2'


class Preambles:
    """Finds where the goal itself begins and ends among the tokens of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = lexicon.preambles

    def within(self, tokens: Sequence[Token], forms: Sequence[Form]) -> tuple[int, int]:
        """The index of the goal's first token and the one behind its last; all tokens where none would be left."""
        first, last = 0, len(tokens)
        while first < last:
            token = tokens[first]
            if token.kind == "symbol" and token.text in _OPEN:
                closing = _closing(tokens, first, last)
                if closing == last:
                    break
                first, last = first + 1, closing
                continue
            behind = self._behind(tokens, forms, first)
            if behind == first or not any(t.kind != "symbol" for t in tokens[behind:last]):
                break
            first = behind
        return first, last

    def _behind(self, tokens: Sequence[Token], forms: Sequence[Form], at: int) -> int:
        """The index behind what opens a goal at a token; the same where nothing does."""
        kind = tokens[at].kind
        if kind == "symbol":
            return _behind_sign(tokens, forms, at)
        if kind == "number" or len(tokens[at].text) == 1:
            behind = _behind_number(tokens, forms, at)
            if behind > at:
                return behind
        return at if kind == "number" else self._behind_name(tokens, forms, at)

    def _behind_name(self, tokens: Sequence[Token], forms: Sequence[Form], at: int) -> int:
        """Behind 'Goal:', 'Key result 2 –', 'KR2.'; a name that goes on is none: 'Goal for 2027: …'."""
        token = tokens[at]
        if token.kind == "name":
            code = _CODE.fullmatch(token.text)
            numbered = code is not None and "=" + code[1] in self._names
            return _behind_delimiter(tokens, at + 1, numbered=True) or at if numbered else at
        keys = forms[at].keys
        if not any(key in self._names for key in keys):
            return at
        ahead = [form.keys for form in forms[at : at + 6]]
        for length, _ in reversed(self._names.matches(0, ahead, [False] * len(ahead))):
            behind = at + length
            number = behind + (behind < len(tokens) and tokens[behind].text in ("#", "№"))
            numbered = number < len(tokens) and _NUMBER.fullmatch(tokens[number].text) is not None
            found = _behind_delimiter(tokens, number + 1 if numbered else behind, numbered=numbered)
            if found:
                return found
        return at


def _closing(tokens: Sequence[Token], first: int, last: int) -> int:
    """The index of the mark that closes a quotation of the whole text, or of what ends it; `last` if none does."""
    end = last - 1
    while end > first and tokens[end].text in (".", "!"):
        end -= 1
    marks = sum(token.text in _OPEN for token in tokens[first:last])
    return end if end > first + 1 and marks == 2 and tokens[end].text in _OPEN else last


def _behind_sign(tokens: Sequence[Token], forms: Sequence[Form], at: int) -> int:
    """Behind a bullet, a box to tick, an emoji or a number in brackets."""
    text, rest = tokens[at].text, len(tokens) - at
    if text == "[" and rest > 2 and tokens[at + 1].text == "]":
        return at + 2
    if text == "[" and rest > 3 and tokens[at + 1].text in ("x", "v", "✓", "✔") and tokens[at + 2].text == "]":
        return at + 3
    if text == "(" and rest > 3 and tokens[at + 2].text == ")":
        number = tokens[at + 1]
        return at + 3 if _NUMBER.fullmatch(number.text) or (number.kind == "word" and len(number.text) == 1) else at
    if text in _BULLETS:
        behind = at + 2 if rest > 1 and tokens[at + 1].text == text else at + 1  # '>> '
        return behind if behind < len(tokens) and tokens[behind].kind in ("word", "name") else at
    return at if forms[at].values else at + 1


def _behind_number(tokens: Sequence[Token], forms: Sequence[Form], at: int) -> int:
    """Behind '1.', '2)', 'a)', '1:', '1.1 –', '1 - Win'."""
    token = tokens[at]
    if at + 2 >= len(tokens):
        return at
    mark, following = tokens[at + 1], tokens[at + 2]
    if token.kind == "number" and not _NUMBER.fullmatch(token.text):
        return at
    if mark.glued and not following.glued and (mark.text == ")" or (mark.text == "." and token.kind == "number")):
        return at + 2
    if following.glued or following.kind == "number":
        return at
    if mark.text == ":" and mark.glued and token.kind == "number":
        return at + 2  # '1: Win 40 clients'
    opens = following.kind == "word" and ("." in token.text or not VERB_CLASSES.isdisjoint(forms[at + 2].values))
    return at + 2 if token.kind == "number" and opens and mark.text in _DASHES and not mark.glued else at


def _behind_delimiter(tokens: Sequence[Token], at: int, *, numbered: bool) -> int:
    """The index behind the sign that parts a name from its goal; 0 if there is none."""
    if at + 1 >= len(tokens):
        return 0
    sign, following = tokens[at], tokens[at + 1]
    parts = sign.text == ":" or (numbered and sign.text in (".", ")")) or (sign.text in _DASHES and not sign.glued)
    return at + 1 if parts and not following.glued else 0
