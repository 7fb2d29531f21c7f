"""Numbers behind an aim that say what comes of it or what it is reached with: '…, saving £70,000', '… and a bonus'."""

from __future__ import annotations

from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import ARTICLES, LINKS, NOMINALS
from smartgoals.reading import Quantity, Reading, Word

_LISTED = NOMINALS | ARTICLES | LINKS
_NUMBERED: frozenset[str] = _LISTED | {"number"}
_AMOUNTS = frozenset(("number", "fraction"))
_GIVEN = ("money", "percent")
_AIMED = ("target", "change")
_GOES_ON: frozenset[str] = VERB_CLASSES | {"number", "period", "auxiliary"}


def is_given(quantity: Quantity, reading: Reading) -> bool:
    """'Through mentoring and a $3,000 bonus': whether a list of means behind a preposition has a thing of that size."""
    words, at = reading.words, quantity.first
    plain = quantity.unit in _GIVEN and quantity.lead is None and quantity.per is None and quantity.comparator == "="
    sized = quantity.last < len(words) and "other" in words[quantity.last]
    if not plain or not sized or at < 2 or not words[at - 1].has(LINKS):
        return False
    if "a" not in words[at] and reading.lexicon.noun_adjuncts:
        return False  # 'through ads and 15 % margin', but sv 'genom samtal och 15 % rabatt'
    first = at - 1
    while first > 0 and words[first].has(_LISTED) and not words[first].has(VERB_CLASSES):
        first -= 1
    if "and" not in words[at - 1] and reading.lexicon.has_cases:
        return False  # 'MFA для всех подрядчиков, 100 % учёток'
    return _governs(words[first]) and any("number" in word for word in words[:first])


def is_listed(quantity: Quantity, quantities: list[Quantity], words: list[Word]) -> bool:
    """'40 bookings with 2 newsletters and 3 flyers': whether a count goes on a list of means behind a preposition."""
    at = quantity.first
    plain = quantity.unit is None and quantity.lead is None and quantity.sign is None and not quantity.more
    if not plain or at < 2 or not words[at - 1].has(LINKS) or quantity.last >= len(words):
        return False
    first = at - 1
    while first > 0 and words[first].has(_NUMBERED) and not words[first].has(VERB_CLASSES):
        first -= 1
    means = next((q for q in quantities if q.first <= first < q.last), None)
    if means is None or means.role != "other" or means.unit is not None or means.first < 2:
        return False
    return _governs(words[means.first]) and any(q.role in _AIMED and q.last <= means.first for q in quantities)


def is_conceded(quantity: Quantity, reading: Reading) -> bool:
    """'Keep the margin at 30 % despite wage increases of 4 %': whether a number says how much something changes in
    spite of which a level is kept."""
    words, marks = reading.words, reading.marked("despite")
    for i in range(quantity.first, segments.start(words, quantity.first), -1) if marks else ():
        if words[i].first in marks:
            return any("number" in word for word in words[:i])
        if i < quantity.first and words[i].has(_GOES_ON):
            return False
    return False


def _governs(word: Word) -> bool:
    """Whether a word is a preposition of means, and none of place or time: 'through', not 'in'."""
    return "aside" in word and not ("in" in word or "for_whom" in word)


def is_saved(quantity: Quantity, reading: Reading) -> bool:
    """'…, saving £70,000', '…, which would save £70,000': whether a clause behind an aim says what it saves.

    Not '…, save £70,000', a command of its own.
    """
    words, marks = reading.words, reading.marked("relative")
    first = segments.start(words, quantity.first)
    clause = words[first : quantity.first]
    save = next((i for i, word in enumerate(clause) if "save" in word), None)
    if save is None or first == 0 or any("and" in word for word in clause):
        return False
    if not any(word.has(_AMOUNTS) for word in words[:first]):
        return False
    lexicon, text = reading.lexicon, reading.tokens[clause[0].last - 1].text
    inflected = "converb" in lexicon.nonfinite(text) if lexicon.has_cases else len(lexicon.lemmas(text)) > 1
    return clause[0].first in marks or "a" in clause[0] or (save == 0 and inflected)


def is_share(quantity: Quantity, aimed: list[Quantity], words: list[Word]) -> bool:
    """'Cut costs by $40,000, 3% of turnover': whether a share right behind a sum and a sign says how much of what."""
    before = next((q for q in aimed if q.last == quantity.first - 1), None)
    parted = before is not None and before.unit == "money" and segments.parts(words, before.last)
    shared = quantity.unit == "percent" and quantity.lead is None and quantity.last < len(words)
    return parted and shared and "of" in words[quantity.last]


def is_above(quantity: Quantity, aimed: list[Quantity], reading: Reading) -> bool:
    """'To 82%, three points above last year': whether an amount behind a level says how far it is from the past."""
    words, first = reading.words, segments.start(reading.words, quantity.first)
    at = quantity.last + (quantity.last < len(words) and "other" in words[quantity.last])
    compared = at < len(words) and words[at].has(BOUNDS)
    over = any(found.background and found.first in (at, at + 1) for found in reading.dates)
    return first == quantity.first and compared and over and any(q.last <= first for q in aimed)
