"""Clauses that say what is not done for a goal: 'without hiring', 'instead of the fair', 'не увеличивая бюджет'."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import LIMITS
from smartgoals.reading import TAKEN, Reading, Word

_VERBAL = VERB_CLASSES | {"implies"}
_MAY_REPLACE = bits(["without"])
_MAY_EXCLUDE = bits(["without", "maintain"])
_MOST_TO_VERB = 2  # words from 'without' to its verb: sv 'utan att anställa'
_LEADS = frozenset(("from", "to", "by_amount", "range_from"))  # of a level, or of a change
_MOST_TO_AIM = 5  # words from a conjunction to the verb of another aim: 'and at the same time raise'
_BEGINS = frozenset(("number", "about", "at_least", "at_most", "currency"))  # of what a level was: 'instead of (the) 9'


def replaced(reading: Reading) -> set[int]:
    """The words of what something is done instead of, but not of a level that was: 'instead of 9'.

    Also of what brackets shut out: 'Поднять NPS партнёров (а не клиентов) до 45'.
    """
    words, found = reading.words, set[int]()
    for i in range(len(words) - 1) if reading.may_have(_MAY_REPLACE) else ():
        begins = words[i + 1 + ("the" in words[i + 1] and i + 2 < len(words))]
        open_to = i not in found and reading.chars[i] != TAKEN and not begins.has(_BEGINS)
        bracketed = i > 0 and "open" in words[i - 1]
        if open_to and "without" in words[i] and ("current" in words[i] or bracketed):
            found.update(range(i, _end(words, i)))
    return found


def clauses(reading: Reading) -> set[int]:
    """The words of what is not done at all; of a clause with a number, as far as it is not of that number."""
    words, found = reading.words, set[int]()
    for i in range(len(words) - 1) if reading.may_have(_MAY_EXCLUDE) else ():
        if i in found or reading.chars[i] == TAKEN or (verb := _excluded(reading, i)) is None:
            continue
        level = _level(words, i, _end(words, verb))
        if level is not None:
            found.update(range(i, level))
    return found


def _excluded(reading: Reading, at: int) -> int | None:
    """The verb of what is not done, where a word opens such a clause."""
    words = reading.words
    if "without" in words[at]:
        behind = range(at + 1, min(at + 1 + _MOST_TO_VERB, len(words)))
        return next((i for i in behind if words[i].has(_VERBAL) and "metric" not in words[i]), None)
    word, lexicon = words[at], reading.lexicon
    denied = "maintain" in word and word.last - word.first > 1  # 'не превышая', not 'сохраняя'
    if not denied or not lexicon.has_cases:
        return None
    return at if "converb" in lexicon.nonfinite(reading.tokens[word.last - 1].text) else None


def _end(words: list[Word], verb: int) -> int:
    """Where a clause ends: at a pause, or where it opens the goal at the goal's own verb."""
    end = last(words, verb)
    end = next((i for i in range(verb + 1, end) if "colon" in words[i]), end)
    if any(word.has(VERB_CLASSES) or "number" in word for word in words[:verb]):
        return end
    behind = range(verb + 1, end)
    own = (i for i in behind if "auxiliary" in words[i] or (i > verb + 1 and words[i].has(VERB_CLASSES)))
    return next(own, end)


def last(words: list[Word], verb: int) -> int:
    """Where the clause of a verb ends, at a pause or where a conjunction joins another aim: '… and win 4'."""
    end = segments.end(words, verb + 1)
    return next((i for i in range(verb + 1, end) if "and" in words[i] and _is_aim(words[i + 1 : end])), end)


def _is_aim(words: list[Word]) -> bool:
    """'… instead of the fair and raise NPS to 40': whether a verb and a number behind it say what is aimed at."""
    counted = any("number" in word for word in words[1:])
    return counted and any(word.has(VERB_CLASSES) for word in words[:_MOST_TO_AIM])


def _level(words: list[Word], opens: int, end: int) -> int | None:
    """Where the goal's own level follows in a clause, 'höj NPS utan att nyanställa från 31 till 40', or its end.

    None where its number is that of what is not done.
    """
    number = next((i for i in range(opens, end) if "number" in words[i]), None)
    if number is None:
        bracketed = end + 1 < len(words) and "open" in words[end] and not words[end + 1].has(LIMITS)
        if bracketed:  # 'не снижая конверсию (2,1 %)', not 'without losing leads (at least 40)'
            end = segments.past_bracket(words, end)
        return end
    ahead = words[segments.start(words, opens) : opens]
    own = any("metric" in word for word in ahead) and not any("number" in word for word in ahead)
    if not own or any("metric" in word for word in words[opens:number]):
        return None
    return next((i for i in range(opens + 1, number) if words[i].has(_LEADS)), None)
