"""Purpose clauses: what a goal is for speaks for its relevance, not of what it aims at."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.verb_classes import is_verb
from smartgoals.reading import TAKEN, Reading, Word

_SAID = frozenset(("metric", "number"))
_PAUSES = frozenset(("comma", "colon", "dash"))
_LED = frozenset(("by_amount", "to", "from", "at_most", "at_least"))  # right behind a verb without an object
_MAY_OPEN, _MAY_OPEN_BARE = bits(["purpose"]), bits(["purpose", "to"])


def clause(reading: Reading, *, infinitive: bool) -> range:
    """The words of the purpose clause, empty if there is none; `infinitive`: a bare 'to' may open one."""
    if not reading.may_have(_MAY_OPEN_BARE if infinitive else _MAY_OPEN):
        return range(0)
    words = reading.words
    verb = metric = number = False  # whether one stands before the word
    for i, word in enumerate(words):
        first = i == 0 or ("purpose" in word and _is_dated_only(reading, i))
        if reading.chars[i] != TAKEN and (
            _opens(words, i, infinitive=infinitive, verb=verb, metric=metric, number=number) or (first and i)
        ):
            end = _end(reading, i, first=first)
            return range(i, end) if not first or _goes_on(reading, end) else range(0)  # not 'Щоб чек став 800 грн'
        verb = verb or is_verb(word)
        metric = metric or "metric" in word
        number = number or "number" in word
    return range(0)


def reason(reading: Reading) -> range:
    """The words of a clause behind a goal that says why: '…, because nobody reads our letters'."""
    words = reading.words
    for i in range(1, len(words)):
        if "reason" in words[i] and any(w.has(_SAID) for w in words[:i]):
            return range(i, next((k for k in range(i, len(words)) if "stop" in words[k]), len(words)))
    return range(0)


def _opens(words: list[Word], i: int, *, infinitive: bool, verb: bool, metric: bool, number: bool) -> bool:
    if "purpose" in words[i]:
        # 'we want that …', 'Anna is responsible for …' open the goal itself
        return i == 0 or verb or metric or number
    if not (infinitive and "to" in words[i] and i + 1 < len(words) and is_verb(words[i + 1])):
        return False
    if i == 0:
        return any("comma" in w for w in words)
    if not number and i + 2 < len(words) and words[i + 2].has(_LED):
        return False  # 'get churn to fall to 3 %', not 'get leads to increase revenue'
    stated = (verb and (metric or number)) or (metric and number)  # 'open rate 25 % to increase revenue'
    return stated and "auxiliary" not in words[i - 1] and "owner" not in words[i - 1]


def _is_dated_only(reading: Reading, at: int) -> bool:
    """'By March, so that revenue grows, …': whether nothing but a deadline stands before a word."""
    return all(
        reading.chars[i] == TAKEN or not word.keys().isdisjoint(_PAUSES) for i, word in enumerate(reading.words[:at])
    )


def _end(reading: Reading, opens: int, *, first: bool) -> int:
    """Where a purpose clause ends: with the sentence, or when it leads, at its comma or the main verb."""
    words = reading.words
    leads = first or not any("metric" in w or "number" in w for w in words[:opens])
    stop = next((i for i in range(opens, len(words)) if "stop" in words[i]), len(words))
    comma = next((i for i in range(opens, stop) if "comma" in words[i] or "colon" in words[i]), None)
    if first and comma is not None and _goes_on(reading, comma):
        return comma  # 'Щоб виторг зріс на 25 %, відкриваємо …'
    measured = begun = False
    for i in range(opens + 1, len(words)):
        if "stop" in words[i] or "close" in words[i]:
            return i
        auxiliary = "auxiliary" in words[i] and "current" not in words[i]  # not 'щоб чек був 800 грн'
        main = (measured and is_verb(words[i]) and not _is_past(reading, words[i])) or (begun and auxiliary)
        if leads and ("comma" in words[i] or "colon" in words[i] or main):
            return i
        measured = measured or "metric" in words[i]
        begun = begun or measured or is_verb(words[i])
    return len(words)


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether what stands behind a word is more than who does it and by when."""
    rest = [word for i, word in enumerate(reading.words[at:], at) if reading.chars[i] != TAKEN]
    return any(w.has(_SAID) for w in rest) or (any(map(is_verb, rest)) and not any("owner" in w for w in rest))


def _is_past(reading: Reading, word: Word) -> bool:
    """Slavic 'щоб виторг зріс': whether a verb stands in the past, as it does in a clause of purpose."""
    lexicon = reading.lexicon
    return lexicon is not None and lexicon.has_cases and "past" in lexicon.verb_forms(reading.tokens[word.first].text)
