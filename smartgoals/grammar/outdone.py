"""A number that a clause tells and a bare one that is wanted instead: 'we sell 40 cakes a week; we need 60'."""

from __future__ import annotations

from smartgoals.grammar import segments
from smartgoals.grammar.classes import bits
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import NOMINALS
from smartgoals.reading import TAKEN, Quantity, Reading

_WISHED = bits(["auxiliary"])
_WISHES = frozenset(("auxiliary", "amounts"))
_NOT_TOLD = frozenset(("auxiliary", "purpose", "goal_word", "number", "rival"))
_TOLD = frozenset(("present", "past"))
_TO_DO = frozenset(("infinitive", "vow", "imperative", "future"))  # forms of what is to be done
_MOST_OF_SUBJECT = 2  # words before the verb: 'we now sell 40'


def is_outdone(quantity: Quantity, after: Quantity, reading: Reading) -> bool:
    """Whether the verb of a number's clause says what is done, and the next clause only how much is wanted of it."""
    words = reading.words
    if not reading.may_have(_WISHED) or quantity.lead not in (None, "current") or after.lead is not None:
        return False
    if quantity.comparator != "=" or quantity.sign or after.sign or after.unit not in (None, quantity.unit):
        return False
    behind, counted = after.last, words[quantity.last].get("metric")
    if behind < len(words) and words[behind].has(NOMINALS) and reading.chars[behind] != TAKEN:
        again = words[behind].get("metric")
        if counted is None or again is None or counted.id != again.id:
            return False
    at = after.first - 1
    while at > quantity.last and (words[at].has(_WISHES) or reading.chars[at] == TAKEN):
        at -= 1
    wished = any(word.has(_WISHES) for word in words[at + 1 : after.first])
    return wished and ("and" in words[at] or segments.parts(words, at)) and _is_done(quantity, reading)


def _is_done(quantity: Quantity, reading: Reading) -> bool:
    """'We sell', 'сейчас': whether a verb before a number, or a word for now, says what is, and no wish does."""
    words, lexicon = reading.words, reading.lexicon
    if quantity.lead == "current":
        return True
    first = segments.start(words, quantity.first)
    if lexicon.has_cases:
        forms = [lexicon.verb_forms(reading.tokens[words[i].last - 1].text) for i in range(first, quantity.first)]
        done = any(not form.isdisjoint(_TOLD) and form.isdisjoint(_TO_DO) for form in forms)
        return done and not any(word.has(_NOT_TOLD) for word in words[first : quantity.first])
    at = quantity.first - 1
    subject = words[first:at]
    if not 0 < len(subject) <= _MOST_OF_SUBJECT or "auxiliary" not in subject[0]:
        return False
    return words[at].has(VERB_CLASSES) and not any(word.has(_NOT_TOLD) for word in (*subject[1:-1], words[at]))
