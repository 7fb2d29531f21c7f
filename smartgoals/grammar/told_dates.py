"""Dates told beside a goal that has its own deadline: of what else happens, and of what something is compared with."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.grammar import segments
from smartgoals.grammar.classes import bits
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import DUE, THINGS
from smartgoals.reading import Found, Reading, Word

_STOP, _REVIEW = bits(["stop"]), bits(["review"])
_OF_AIMS = segments.SIGNS | {"fraction", "auxiliary", "goal_word", "pronoun", "arrow"}
_SUBJECTS = THINGS | {"channel", "owner", "the"}
_LEAST_SAID = 2  # words of a sentence; one may be no more than a label: 'Preferably in March'


def leave(found: list[Found], reading: Reading) -> None:
    """Let such dates be background."""
    if not reading.may_have(_STOP | _REVIEW):
        return
    dated = [item for item in sorted(found, key=_first) if item.date is not None and not item.background]
    for due, item in pairwise(dated):
        if _is_in_side_sentence(item, due, reading.words) or _is_of_review(item, due, reading.words):
            item.background, item.date = True, None


def _first(item: Found) -> int:
    return item.first


def _is_in_side_sentence(item: Found, due: Found, words: list[Word]) -> bool:
    """'Win 40 clients by June. The board meets on 12 March.': whether a sentence behind a goal and its deadline only
    says what happens on a date."""
    first = next((i + 1 for i in range(item.first - 1, due.last - 1, -1) if "stop" in words[i]), None)
    if first is None or words[item.first].has(DUE) or not any("number" in word for word in words[:first]):
        return False
    last = segments.stop(words, item.last)
    said = words[first : item.first] + words[item.last : last]
    if len(said) < _LEAST_SAID or said[0].has(VERB_CLASSES) or not any(word.has(_SUBJECTS) for word in said):
        return False
    if any("number" in word for word in said):
        return False
    if any("review" in word for word in said):
        return True
    rest = words[first : item.first - 1] + words[item.last : last]  # 'The shop opens in …', not 'Anna opens it in …'
    return not any(word.has(_OF_AIMS | VERB_CLASSES) and "the" not in word for word in rest)


def _is_of_review(item: Found, due: Found, words: list[Word]) -> bool:
    """'…, with a review in March': whether a clause behind a deadline says when one looks how it goes."""
    first, last = segments.start(words, item.first), segments.end(words, item.last)
    said = words[first : item.first] + words[item.last : last]
    reviewed = first >= due.last and any("review" in word for word in said)
    return reviewed and not words[item.first].has(DUE) and not any("number" in word for word in said)
