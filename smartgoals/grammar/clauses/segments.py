"""Where the clauses of a goal begin and end."""

from __future__ import annotations

from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.reading import Reading, Word

_MARKS = frozenset(("comma", "stop", "open", "close"))  # they part clauses
_PARTING = _MARKS | {"dash"}  # a dash by itself does too
_SAID = VERB_CLASSES | {"number", "metric"}
SIGNS: frozenset[str] = frozenset(("colon", "dash"))  # between what is named and what is said of it
DAYS_OF: dict[str | None, float] = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365,
}  # fmt: skip
BELOW_A_DAY = ("second", "minute", "hour")  # units of a time that is no deadline


def start(words: list[Word], at: int) -> int:
    """The first word of the clause that a word stands in."""
    while at > 0 and (_PARTING.isdisjoint(words[at - 1]) or not parts(words, at - 1)):
        at -= 1
    return at


def end(words: list[Word], at: int) -> int:
    """The word behind that clause."""
    while at < len(words) and (_PARTING.isdisjoint(words[at]) or not parts(words, at)):
        at += 1
    return at


def stop(words: list[Word], at: int) -> int:
    """The word that ends the sentence that a word stands in; behind all words if none does."""
    return next((i for i in range(at, len(words)) if "stop" in words[i]), len(words))


def past_bracket(words: list[Word], at: int) -> int:
    """The word behind the bracket that opens at a word; the word itself where none closes."""
    return next((i + 1 for i in range(at, len(words)) if "close" in words[i]), at)


def parts(words: list[Word], at: int) -> bool:
    """Whether a word parts clauses: a comma, stop or bracket, or a dash between blanks."""
    word = words[at]
    if "dash" in word:
        return 0 < at < len(words) - 1 and words[at - 1].end < word.start and word.end < words[at + 1].start
    return word.has(_MARKS)


def holds_verb(words: list[Word], first: int, last: int) -> bool:
    """'…; cut churn', '… and also cut churn': whether a pause or a conjunction stands before a verb among words."""
    paused = False
    for i in range(first, last):
        paused = paused or "and" in words[i] or parts(words, i)
        if paused and words[i].has(VERB_CLASSES):
            return True
    return False


def notes(words: list[Word]) -> set[int]:
    """The words of brackets behind a number, a metric or a verb: '… of 50 (last survey: 41)', 'NPS (pilot)'."""
    found = set[int]()
    opened: int | None = None
    for i, word in enumerate(words):
        if "open" in word:
            opened = i
        elif "close" in word and opened is not None:
            if any(word.has(_SAID) for word in words[:opened]):
                found.update(range(opened, i))
            opened = None
    return found


def is_bar(at: int, reading: Reading) -> bool:
    """'Mats | 36': whether a word is the line between two cells."""
    return reading.text[reading.words[at].start] == "|"
