"""A level that one clause tells and the next one moves: 'the site brings only 12 leads a week; raise that to 30'."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.roles.restated import share_unit
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import MOVES, THINGS, WISHES
from smartgoals.reading import Quantity, Reading

_PRESENT_OR_PAST = frozenset(("present", "past"))
_NOT_TOLD = frozenset(("infinitive", "noun"))


def raise_told(reading: Reading, aims: list[Aim]) -> None:
    """Make the number that a clause tells the baseline of the aim behind, which says to what it is to go."""
    for before, aim in list(pairwise([None, *aims])):
        goal = aim.quantity if aim is not None else None
        if aim is None or goal is None or aim.named is not None or aim.baseline is not None:
            continue
        same = before is not None and before.baseline is None
        if before is not None and same:
            same = aim.metric in (None, before.metric) or _is_time_of(before, aim, reading)
        level = before.quantity if before is not None and same else _aside(reading, aim)
        if level is None or not _is_moved(reading, level, goal) or not _tells(reading, level):
            continue
        level.role, aim.baseline = "baseline", level
        share_unit(level, goal)
        goal.per = goal.per or level.per
        if before is not None and same:
            aim.metric, aim.named = before.metric or aim.metric, before.named
            aims.remove(before)


def _is_time_of(told: Aim, aim: Aim, reading: Reading) -> bool:
    """'Parcels take 9 days; cut delivery time to 5': whether a time of an unknown thing is that of a metric of time."""
    if told.metric is not None or told.named is not None or told.quantity is None or aim.metric is None:
        return False
    return told.quantity.unit in DAYS_OF and aim.metric.id in reading.ontology.times


def _aside(reading: Reading, aim: Aim) -> Quantity | None:
    """The number that is no aim right before an aim's metric, 'only 12 new leads came …', or a time before it."""
    at = reading.word_at(aim.metric.first) if aim.metric is not None else None
    if aim.metric is None or at is None:
        return None
    others = [q for q in reading.quantities if q.role == "other" and q.last <= at]
    timed = aim.metric.id in reading.ontology.times
    return next((q for q in others if q.last >= at - 1 or (timed and q.unit in DAYS_OF)), None)


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
    if lexicon.has_cases:
        said = (lexicon.verb_forms(reading.tokens[words[i].last - 1].text) for i in range(first + 1, told.first))
        return any(forms.isdisjoint(_NOT_TOLD) and not forms.isdisjoint(_PRESENT_OR_PAST) for forms in said)
    verb = next((i for i in range(first, told.first) if words[i].has(VERB_CLASSES)), None)
    if verb is None or verb == first:
        return False
    text = reading.tokens[words[verb].first].text
    inflected = lexicon.is_inflected(text) or text.endswith(lexicon.persons.verb_endings or ("\0",))
    return inflected or words[verb - 1].has(THINGS)
