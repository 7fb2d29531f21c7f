"""What was found out of a word, remembered: short words come again, long ones would fill the memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Told = TypeVar("Told")

LONGEST = 100  # characters of what is remembered


def remembered(tell: Callable[[str], Told], most: int) -> Callable[[str], Told]:
    """A function of words that remembers what it told of so many of them, none longer than LONGEST."""
    known = lru_cache(maxsize=most)(tell)

    def told(word: str) -> Told:
        return known(word) if len(word) <= LONGEST else tell(word)

    return told
