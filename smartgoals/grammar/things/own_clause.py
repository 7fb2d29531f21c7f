"""Which of the unknown nouns before a number stand in its own clause, where several clauses do."""

from __future__ import annotations

from smartgoals.grammar.verb_classes import PREDICATES, is_verb
from smartgoals.grammar.word_sets import CHANGING
from smartgoals.reading import TAKEN, Quantity, Reading

_PREDICATES: frozenset[str] = PREDICATES | {"amounts"}
_OPENS = frozenset(("stop", "colon", "purpose", "reason"))  # always before a clause
_HEADS = frozenset(("stop", "colon"))  # before what has no verb: 'Result: noise in the hall down 20 %'
_MOST_TO_RELATIVE = 2  # words from a comma to its relative pronoun: ru ', в котором'


def start(reading: Reading, quantity: Quantity, floor: int) -> int:
    """The first word of the clause whose verb leads to a number: 'It is too wet: the moisture must fall to 55 %'."""
    words = reading.words
    number = next((i for i in range(quantity.first, quantity.last) if "number" in words[i]), quantity.first)
    at = number
    while at > floor:
        verb = next((i for i in range(at - 1, floor, -1) if words[i].has(_PREDICATES)), floor)
        if at == number and verb == floor and not words[floor].has(_PREDICATES):
            return next((i + 1 for i in range(quantity.first - 1, floor, -1) if words[i].has(_HEADS)), floor)
        if not any(_pauses(reading, i) for i in range(verb, number)):
            return next((i + 1 for i in range(verb, floor, -1) if _opens(reading, i, verb)), floor)
        at = next(i for i in range(verb, -1, -1) if i <= floor or _opens(reading, i, verb))
    return floor


def points_back(reading: Reading, first: int, last: int) -> bool:
    """'… cover the pond; cut them back to 10 %': whether some words have a pronoun for what was named before."""
    words, relative = reading.words, reading.marked("relative")
    pronouns = [i for i in range(first, last) if "pronoun" in words[i] and words[i].first not in relative]
    return any("the" not in words[i] or "other" not in words[i + 1] for i in pronouns)  # sv 'den' is an article too


def _pauses(reading: Reading, at: int) -> bool:
    """Whether a comma stands at a word that belongs to no date."""
    beside = range(max(at - 1, 0), min(at + 2, len(reading.words)))
    return "comma" in reading.words[at] and not any(reading.chars[i] == TAKEN for i in beside)


def _opens(reading: Reading, at: int, verb: int) -> bool:
    """Whether a word stands before a clause that has its verb at another word."""
    words = reading.words
    word, behind = words[at], words[at + 1 : verb + 1]
    if "comma" in word:
        relative = reading.marked("relative")
        asides = any(w.first in relative for w in behind[:_MOST_TO_RELATIVE])
        return not (_is_list(reading, at, verb) or (asides and _moves(reading, at)))
    if word.first in reading.marked("relative"):
        return not _moves(reading, at)
    if not reading.lexicon.persons.us.isdisjoint(reading.forms[word.first].keys):
        return words[at - 1].has(_PREDICATES) or words[at + 1].has(_PREDICATES)  # 'How do we get the rate up to …'
    if "and" in word:
        return is_verb(words[at + 1]) and any(w.has(_PREDICATES) for w in words[:at])
    return word.has(_OPENS)


def _is_list(reading: Reading, at: int, verb: int) -> bool:
    """'Roses, tulips and lilies should …': whether a comma stands between things of a list."""
    joined = next((i for i in range(at, verb) if "and" in reading.words[i]), None)
    return joined is not None and not any(w.has(_PREDICATES) for w in reading.words[at:joined])


def _moves(reading: Reading, at: int) -> bool:
    """'Raise the share of pupils who …': whether a verb of change stands before a word."""
    return any(word.has(CHANGING) for word in reading.words[:at])
