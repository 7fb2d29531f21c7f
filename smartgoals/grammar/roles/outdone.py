"""A number that a clause tells and a bare one that is wanted instead: 'we sell 40 cakes a week; we need 60'."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import past, segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.verbs.direction import Verbs
from smartgoals.grammar.word_sets import CHANGING, MORE_OR_LESS, NOMINALS, THINGS
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_WISHED, _ONLY = bits(["auxiliary"]), bits(["only"])
_MORE: frozenset[str] = MORE_OR_LESS | CHANGING
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


def fell_short(reading: Reading, verbs: Verbs) -> None:
    """'We need more applicants: in August only 12 came': make the one number, behind 'only' and a wish for more or
    less of something, the baseline, and its clause's date one of the past."""
    words = reading.words
    if len(reading.quantities) != 1 or not reading.may_have(_ONLY):
        return
    quantity = reading.quantities[0]
    first = segments.start(words, quantity.first)
    first = next((i + 1 for i in range(quantity.first - 1, first, -1) if "colon" in words[i]), first)
    said = words[first : quantity.first + 1]
    if quantity.lead is not None or not any("only" in word for word in said[-2:]) or any(map(_says_else, said)):
        return
    if not any(word.has(_MORE) for word in words[:first]) or not any(word.has(THINGS) for word in words[:first]):
        return
    clause = range(first, segments.end(words, quantity.last))
    dated = any(found.first in clause for found in reading.dates)
    if not dated and past.verb(clause.start, clause.stop, reading) is None:
        return  # 'more customers, but only 12 a day'
    quantity.role = "baseline"
    verbs.verbs = [(at, name) for at, name in verbs.verbs if at not in clause]
    for found in reading.dates:
        found.background = found.background or found.first in clause


def _says_else(word: Word) -> bool:
    """Whether a word is that of a wish, and not of what was, ru 'было', or opens a clause that says why."""
    return "reason" in word or ("current" not in word and word.has(_WISHES))


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
