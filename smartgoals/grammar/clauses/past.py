"""Clauses that tell what was beside what is to be: 'we had 38 referrals last year and should have 60'."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import THINGS, WISHES
from smartgoals.reading import Reading, Word

_AGAINST = frozenset(("compare", "toward"))  # before what a change is measured against: 'на 5 % к прошлому году'
_BEFORE_VERB = frozenset(("auxiliary", "prevent", "to"))
_SUBJECTS = frozenset(("the", "auxiliary", "owner", "period", "reason"))  # 'Last year we had …'
_NOT_PAST = frozenset(("noun", "infinitive"))  # what a form of the past may be besides


def clauses(reading: Reading) -> list[range]:
    """The words of each clause that tells of the past, where numbers stand in it and elsewhere."""
    words, numbers = reading.words, [q.first for q in reading.quantities]
    if len(numbers) < 2:
        return []
    over = [d for d in reading.dates if d.background and "onward" not in words[d.first]]  # not 'starting in March'
    dated = [d for d in over if not _is_compared(words, d.first, d.last)]
    told = [range(first, last) for first, last in _all(reading) if tells(reading, first, last)]
    whole = (range(_start(words, d.first), _end(words, d.last)) for d in dated)
    found = [*told, *(clause for clause in whole if not any(clause.start in other for other in told))]
    if all(any(at in clause for clause in found) for at in numbers):  # 'Провели 5 тренінгів, навчили 80 осіб'
        found = [clause for clause in found if any(d.first in clause for d in dated)]
    return [c for c in found if any(at in c for at in numbers) and not all(at in c for at in numbers)]


def _start(words: list[Word], at: int) -> int:
    """The first word of a clause, which a colon behind a number opens too: 'cut it to 26 %: last year it was 38 %'."""
    first = segments.start(words, at)
    return next((i + 1 for i in range(at - 1, first, -1) if explains(words, first, i)), first)


def _end(words: list[Word], at: int) -> int:
    """The word behind a clause, of which a dash before a number may be the verb: 'торік виручка — 20 млн, …'."""
    last = segments.end(words, at)
    says = last + 1 < len(words) and "dash" in words[last] and "number" in words[last + 1]
    return segments.end(words, last + 1) if says else last


def _is_compared(words: list[Word], at: int, behind: int) -> bool:
    """'На 5 % к прошлому году', '2,000 more than last year': whether a date is what something is measured against."""
    if "current" in words[at] and any("number" in word for word in words[behind : behind + 1]):
        return False  # sv 'utfall 2026 9,2 %'
    return words[at].has(_AGAINST) or (at > 0 and words[at - 1].has(BOUNDS))


def tells(reading: Reading, first: int, last: int, date: range = range(0)) -> bool:
    """Whether some words say, by a verb in the past before a number that is not of a date, how much there was."""
    words = reading.words
    numbers = [i for i in range(first, last) if "number" in words[i] and i not in date]
    said = verb(first, last, reading)
    if said is None or not numbers or said > numbers[-1] or any("purpose" in word for word in words[:said]):
        return False  # 'Нужно, чтобы в мае закрыли 30 сделок'
    return not any("colon" in word for word in words[said : numbers[-1]])


def verb(first: int, last: int, reading: Reading) -> int | None:
    """The first verb in the past among some words."""
    return next((i for i in range(first, last) if _is_past(i, first, reading)), None)


def _is_past(at: int, first: int, reading: Reading) -> bool:
    """Whether a word is a verb in the past, as far as the language's morphology tells.

    'Booked 40 demos' may be what is to be booked, where no subject stands before.
    """
    word, lexicon = reading.words[at], reading.lexicon
    if "metric" in word:
        return False
    if lexicon.has_cases:
        forms = lexicon.verb_forms(reading.tokens[word.last - 1].text)
        return "past" in forms and forms.isdisjoint(_NOT_PAST) and "auxiliary" not in word
    if _is_perfect(at, first, reading):
        return True
    text = reading.tokens[word.first].text
    if text not in lexicon.past or not (word.has(VERB_CLASSES) or text in lexicon.past.forms):
        return False
    before = reading.words[first:at]
    if len(before) > 1 and "period" in before[-2] and "auxiliary" in before[-1]:
        return True  # 'this year we won 40'
    # but '…, when we had 34'
    apart = any("auxiliary" in w and "reason" not in a for a, w in pairwise(before))
    apart = apart or any("number" in w for w in before)
    if any(w.has(THINGS) for w in before) and not any(w.has(_BEFORE_VERB) for w in before):
        return not apart and _is_followed(at, reading.words)  # 'ROAS slipped to 3.8. The target is 4.5'
    return not apart and any(w.has(_SUBJECTS) or reading.forms[w.first].filler for w in before)


def _is_followed(at: int, words: list[Word]) -> bool:
    """Whether a sentence behind that of a word names a goal or a wish, or commands, with a number."""
    behind = words[segments.stop(words, at) + 1 :]
    asked = any(word.has(WISHES) for word in behind) or (bool(behind) and behind[0].has(VERB_CLASSES))
    return asked and any("number" in word for word in behind)


def _is_perfect(at: int, first: int, reading: Reading) -> bool:
    """'The rating has fallen to 3.8', sv 'har sjunkit till 3,8': whether 'have' stands right before a verb's form.

    Not 'we will have grown to 700', 'the aim is to have grown to 700'.
    """
    words, lexicon = reading.words, reading.lexicon
    have = at > first + 1 and "state" in words[at - 1] and "auxiliary" not in words[at - 1]  # not 'costs are cut to 5'
    if not have or not words[at].has(VERB_CLASSES):
        return False
    led, text = words[at - 2], reading.tokens[words[at].first].text
    last = next((i for i in range(at, segments.end(words, at)) if "and" in words[i]), segments.end(words, at))
    to_be = "to" in led or ("auxiliary" in led and at - 2 > first)
    due = any(first <= d.first < last and not d.background for d in reading.dates)  # 'by June we have sold 40'
    to_be = to_be or due
    return not to_be and (lexicon.is_inflected(text) or text in lexicon.past)


def explains(words: list[Word], first: int, at: int) -> bool:
    """'Cut it to 26 %: last year it was 38 %': whether a word is a colon behind a number of its clause."""
    return "colon" in words[at] and any("number" in word for word in words[first:at])


def _all(reading: Reading) -> Iterator[tuple[int, int]]:
    """Each clause; one that a conjunction and an auxiliary open, also sv 'och ska upp till', is parted from another."""
    words, first = reading.words, 0
    for i in range(len(words) + 1):
        ends = i == len(words) or segments.parts(words, i) or explains(words, first, i)
        if not ends and "and" in words[i] and i + 1 < len(words):
            behind = words[i + 1]
            ends = "auxiliary" in behind or "auxiliary" in reading.forms[behind.first].values
        if ends:
            yield first, i
            first = i + 1
