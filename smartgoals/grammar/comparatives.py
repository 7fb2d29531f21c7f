"""What 'more' and 'less' say of a metric beside which no number does."""

from __future__ import annotations

from smartgoals.reading import Reading, Word

_PHRASE_ENDS = frozenset(("comma", "stop", "number", "metric"))  # of what is said of one metric


def compared(words: list[Word]) -> str | None:
    """Which way 'more' or 'less' goes, where one of them stands."""
    return next(("increase" if "more" in w else "decrease" for w in words if "more" in w or "less" in w), None)


def ahead(reading: Reading, at: int) -> list[Word]:
    """The words that belong to a metric before it, the nearest first: not 'more enquiries and' of 'fewer no-shows'."""
    before = reading.words[max(at - 3, 0) : at][::-1]
    end = next((i for i, w in enumerate(before) if "and" in w or "comma" in w), len(before))
    return before[:end]


def comparative_of(reading: Reading, at: int, better: str) -> str | None:
    """What 'more' or 'less' says where no number does: right beside a metric, or at the end of its clause."""
    words, end = reading.words, at + 3
    while end < len(words) and not words[end].has(_PHRASE_ENDS):
        end += 1
    last = words[max(at + 3, end - 1) : end]
    for word in (*ahead(reading, at), *words[max(at - 3, 0) : at + 3], *last):
        if "more" in word and "less" in word:  # 'faster'
            return "decrease" if better == "down" else "increase"
        if "more" in word:
            return "increase"
        if "less" in word:
            return "decrease"
    return None
