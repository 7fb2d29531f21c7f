"""Fold a text for matching, character by character, so that offsets hold."""

from __future__ import annotations

import unicodedata

_APOSTROPHES = "’‘ʼ`´ʹ′"
_DASHES = "‐‑‒–—―−"  # the last is the minus sign
_DOTS = "⋅∙"  # of a product of units
_SPARED = {"ё": "е"}  # letters whose marks are left out at will


class _Folding(dict[int, str]):
    """Code point to its folded character, worked out when first met."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if char in _APOSTROPHES:
            folded = "'"
        elif char in _DASHES:
            folded = "-"
        elif char in _DOTS:
            folded = "·"
        elif char.isspace():
            folded = " "
        elif (digit := unicodedata.decimal(char, None)) is not None:
            folded = str(digit)
        else:
            if 0xFF01 <= point <= 0xFF5E:  # full-width forms of ASCII
                char = chr(point - 0xFEE0)
            folded = char.lower()[0]  # 'İ' lowers to two characters: keep one, or offsets move
            folded = _SPARED.get(folded, folded)
        self[point] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` in lower case with one apostrophe, one dash, one dot between units, one space and ASCII digits.

    The result is as long as the text: an offset in one is an offset in the other.
    """
    return text.translate(_FOLDING)


def compose(text: str) -> tuple[str, list[int]]:
    """`text` with letters and their marks as one character each, and where each character of it begins in `text`.

    Text pasted on some systems has 'å' as 'a' and a ring.  The last place is the end of `text`.
    """
    composed: list[str] = []
    places: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        letters = unicodedata.normalize("NFC", text[start:end])
        composed.append(letters)
        places.extend(range(start, start + len(letters)))
        start = end
    return "".join(composed), [*places, len(text)]
