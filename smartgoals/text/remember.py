"""What was found out of a word, remembered: short words come again, long ones would fill the memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Told = TypeVar("Told")

LONGEST = 100  # characters of what is remembered


class Memory(dict[str, Told]):
    """By word what was told of it.

    When it is full it is emptied, and what was known until then is kept until it is full again: words that come often
    are never told anew.  A word that is known costs one look into a dict.
    """

    def __init__(self, tell: Callable[[str], Told], most: int) -> None:
        super().__init__()
        self._tell = tell
        self._most = most
        self._before: dict[str, Told] = {}

    def __missing__(self, word: str) -> Told:
        before = self._before
        told = before[word] if word in before else self._tell(word)
        if len(word) <= LONGEST:
            if len(self) >= self._most // 2:
                self._before = self.copy()
                super().clear()
            self[word] = told
        return told

    def clear(self) -> None:
        """Forget all."""
        super().clear()
        self._before = {}


def remembered(tell: Callable[[str], Told], most: int) -> Callable[[str], Told]:
    """A function of words that remembers what it told of so many of them, none longer than LONGEST."""
    return Memory(tell, most).__getitem__
