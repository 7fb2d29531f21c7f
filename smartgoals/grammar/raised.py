"""A level that one clause tells and the next one moves: 'the site brings only 12 leads a week; raise that to 30'."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.grammar import segments
from smartgoals.grammar.aims import Aim
from smartgoals.grammar.restated import share_unit
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import MOVES, WISHES
from smartgoals.reading import Quantity, Reading

_PRESENT_OR_PAST = frozenset(("present", "past"))


def raise_told(reading: Reading, aims: list[Aim]) -> None:
    """Make the number that a clause tells the baseline of the aim behind, which says to what it is to go."""
    for before, aim in list(pairwise([None, *aims])):
        goal = aim.quantity if aim is not None else None
        if aim is None or goal is None or aim.named is not None or aim.baseline is not None:
            continue
        same = before is not None and before.baseline is None and aim.metric in (None, before.metric)
        level = before.quantity if before is not None and same else _aside(reading, aim)
        if level is None or not _is_moved(reading, level, goal) or not _tells(reading, level):
            continue
        level.role, aim.baseline = "baseline", level
        share_unit(level, goal)
        goal.per = goal.per or level.per
        if before is not None and same:
            aim.metric, aim.named = before.metric, before.named
            aims.remove(before)


def _aside(reading: Reading, aim: Aim) -> Quantity | None:
    """The number that is no aim right before an aim's metric: 'only 12 new leads came …'."""
    at = reading.word_at(aim.metric.first) if aim.metric is not None else None
    numbers = (q for q in reading.quantities if q.role == "other" and at is not None and q.last in (at - 1, at))
    return next(numbers, None)


def _is_moved(reading: Reading, told: Quantity, goal: Quantity) -> bool:
    """Whether a verb of the next clause leads from one number to the other, the way that it says."""
    words = reading.words
    if goal.lead != "to" or told.lead is not None or goal.unit not in (None, told.unit):
        return False
    if told.comparator not in ("=", "~") or not any(segments.parts(words, i) for i in range(told.last, goal.first)):
        return False
    way = "increase" if goal.value > told.value else "decrease"
    verbs = [word for word in words[told.last : goal.first] if word.has(VERB_CLASSES)]
    return len(verbs) == 1 and verbs[0].has(MOVES) and (way in verbs[0] or "improve" in verbs[0])


def _tells(reading: Reading, told: Quantity) -> bool:
    """Whether a number's clause says what is or was: 'only 12 …', or by a verb with its subject, and by no wish."""
    words, lexicon = reading.words, reading.lexicon
    first = segments.start(words, told.first)
    clause = words[first : segments.end(words, told.last)]
    if any(word.has(WISHES) for word in clause):
        return False
    if any("only" in word for word in clause):
        return True
    verb = next((i for i in range(first, told.first) if words[i].has(VERB_CLASSES)), None)
    if verb is None or verb == first:
        return False
    text = reading.tokens[words[verb].first].text
    if not lexicon.has_cases:
        return lexicon.is_inflected(text) or text.endswith(lexicon.persons.verb_endings or ("\0",))
    forms = lexicon.verb_forms(text)
    return "infinitive" not in forms and not forms.isdisjoint(_PRESENT_OR_PAST)
