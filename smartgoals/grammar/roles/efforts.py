"""Numbers of what is done for a goal, which it does not aim at: what is spent, who is written to."""

from __future__ import annotations

from collections.abc import Container

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES, is_converb, verb_before
from smartgoals.grammar.word_sets import BEFORE_VERB, LIMITS, NOMINALS, PLACES, RESULTS
from smartgoals.reading import Match, Quantity, Reading, Word

_OTHER = {">=": "<=", "<=": ">="}
_SPANS = frozenset(("within", "aside"))  # they say how long too: ru 'не болеть в течение 30 дней'
_KEEPING = frozenset(("maintain", "prevent", "none"))
_OF_ANOTHER = LIMITS | {"number", "colon"}
_AIMED = ("target", "change")
_CHANGES = frozenset(("increase", "decrease", "improve", "multiply", "maintain"))
_BUT_WORK = VERB_CLASSES - {"activity"}  # but 'spend $2k on flyers and win 30 customers'
_JOINS = frozenset(("and", "comma", "colon", "stop", "number", "arrow"))
_MOST_TO_REVIEW = 4  # words from a verb of looking at a goal to how often
_MOST_TO_CHANNEL = 3  # words between a sum and what it is spent on


def leave_out(quantities: list[Quantity], reading: Reading) -> None:
    """Give such numbers the role 'other', where another number is the aim."""
    if len(quantities) < 2:
        return
    words = reading.words
    for i, quantity in enumerate(quantities):
        if quantity.role not in _AIMED:
            continue
        later = any(q.role in _AIMED for q in quantities[i + 1 :])
        spent = later and (_is_spent(quantity, words) or _is_means(quantity, reading))
        if spent or _is_written_to(i, quantities, reading):
            quantity.role = "other"


def counts_deeds(aim: Aim, reading: Reading) -> bool:
    """'Mum: 3 swims a week', 'Product: 9 customer interviews': whether deeds of somebody, or how often, are counted."""
    quantity, named = aim.quantity, aim.named
    if quantity is None or quantity.unit is not None or quantity.role != "target":
        return False
    if aim.metric is not None:
        named = None if aim.metric.id else (aim.metric.first, aim.metric.last)
    somebody = any(owner.first < reading.words[quantity.first].first for owner in reading.owners)
    if named is None or not (somebody or quantity.per):
        return False
    return any(m.kind == "deed" and m.last == named[1] for m in reading.beside)


def counts(reading: Reading, match: Match, past: Container[int]) -> bool:
    """Whether a metric is of the past, or only counted by what is no aim: '… for the 20 most important keywords'."""
    at = reading.word_at(match.first)
    if at in past and not any(q.role == "baseline" for q in reading.quantities):
        return True
    while at and ("other" in reading.words[at - 1] or reading.forms[reading.words[at - 1].first].filler):
        at -= 1
    return any(q.role == "other" and q.last == at for q in reading.quantities)


def prevented(quantities: list[Quantity], reading: Reading) -> None:
    """'Not lose more than 3 clients', 'not fall below 40': a bound on what is to be prevented is the other bound."""
    words = reading.words
    for quantity in quantities:
        negated = quantity.comparator in _OTHER and (_is_without(quantity, words) or _is_negated(quantity, reading))
        if negated or (quantity.comparator == ">=" and _prevents(quantity, words) is not None):
            quantity.comparator = _OTHER[quantity.comparator]
        elif quantity.comparator == "<=" and quantity.role == "target" and quantity.unit not in segments.BELOW_A_DAY:
            first = _prevents(quantity, words)
            clause = words[first : quantity.first + 1] if first is not None else []
            if not clause or any("colon" in word for word in clause):
                continue
            verb = next(w for w in reversed(clause) if "prevent" in w or w.has(VERB_CLASSES))
            if "decrease" in verb or ("prevent" in verb) != ("at_most" in verb):  # sv 'inte ligga under'
                quantity.comparator = ">="


def _prevents(quantity: Quantity, words: list[Word]) -> int | None:
    """The word of the clause that prevents what a number bounds; None also where another predicate stands between.

    As in 'don't lose customers and win at least 40 leads', sv 'utan att höja budgeten ska vi få minst 40 leads'.
    """
    for i in range(quantity.first, segments.start(words, quantity.first) - 1, -1):
        if "prevent" in words[i]:
            return i
        parted = i > 0 and "prevent" not in words[i - 1]
        if parted and ("auxiliary" in words[i] or ("and" in words[i] and words[i + 1].has(VERB_CLASSES))):
            return None
    return None


def _is_without(quantity: Quantity, words: list[Word]) -> bool:
    """'… without costs above $5,000', but not 'without ads get over 40 leads', 'grow without ads to over 40'."""
    first, at = segments.start(words, quantity.first), quantity.first
    while at > first and "without" not in words[at]:
        if "and" in words[at] and words[at + 1].has(VERB_CLASSES):
            return False  # '… without ads and bring costs under $5,000'
        at -= 1
    measured = any("metric" in word for word in words[at : quantity.first])
    return at > first and measured and words[quantity.first].has(LIMITS)


def _is_negated(quantity: Quantity, reading: Reading) -> bool:
    """'The margin must not be lower than 20 %': whether a negation stands before what bounds a number, not within it.

    None is in a metric ('no-show rate'), nor of another bound or predicate.
    """
    words, limit = reading.words, quantity.first
    while limit < quantity.last and not words[limit].has(LIMITS):
        limit += 1
    marks = reading.marked("negation")
    if limit == quantity.last or words[limit].has(_SPANS) or _negates(limit, marks, reading):
        return False
    verb = limit
    for i in range(limit - 1, segments.start(words, limit) - 1, -1):
        if words[i].has(_OF_ANOTHER) or ("and" in words[i] and words[i + 1].has(VERB_CLASSES)):
            return False
        if "metric" not in words[i] and _negates(i, marks, reading):
            return _governs(i, verb, reading) if verb < limit else True
        if verb == limit and words[i].has(VERB_CLASSES):
            verb = i
    return False


def _governs(at: int, verb: int, reading: Reading) -> bool:
    """Whether a negation is that of a verb behind it: not of ru 'не имея бюджета набрать более 100'."""
    words = reading.words
    forms = reading.lexicon.verb_forms(reading.tokens[words[at].last - 1].text)
    kept = words[at].has(_KEEPING) and (not reading.declines or bool(forms))
    return kept or all(word.has(BEFORE_VERB) for word in words[at + 1 : verb])


def _negates(at: int, marks: set[int], reading: Reading) -> bool:
    """Whether a word before another is or holds a negation, but of what has a case: ru 'не дошедших клиентов'."""
    word, tokens = reading.words[at], reading.tokens
    if "none" in word:
        behind = reading.words[at + 1 : at + 2]
        return not any("dash" in w for w in behind)  # 'no call over 10 minutes', but 'no-shows under 5 %'
    for i in range(word.first, word.last):
        of_noun = i + 1 < len(tokens) and reading.lexicon.cases(tokens[i + 1].text)
        if "prevent" in reading.forms[i].values or (i in marks and not of_noun):
            return True
    return False


def is_reviewed(quantity: Quantity, words: list[Word]) -> bool:
    """Whether a number only says when a goal is looked at: 'measured after 3 months', 'заміряти двічі на рік'."""
    at = quantity.first
    if quantity.unit is None:
        often = quantity.per is not None or (quantity.last < len(words) and "cadence" in words[quantity.last])
        counts = any(word.has(NOMINALS) for word in words[quantity.last : quantity.last + 1])
        if not often or at < 2 or (counts and not any("number" in word for word in words[:at])):
            return False  # 'every week check 40 extinguishers'
        clause = words[max(segments.start(words, at), at - _MOST_TO_REVIEW) : at]  # 'measured by a survey twice a year'
        return any("review" in word for word in clause) and not any(word.has(_BUT_WORK) for word in clause)
    numbered = any("number" in word for word in words[: quantity.first])
    return numbered and any("review" in word for word in words[max(quantity.first - 1, 0) : quantity.first + 1])


def _is_spent(quantity: Quantity, words: list[Word]) -> bool:
    """'$2,000 in Google Ads should bring 90 leads': money that opens the goal, a channel, and the verb of a result."""
    if quantity.unit != "money" or quantity.last >= len(words) or not words[quantity.last].has(PLACES):
        return False
    if any(word.has(_BUT_WORK) or "metric" in word for word in words[: quantity.first]):
        return False
    behind = words[quantity.last : quantity.last + _MOST_TO_CHANNEL]
    return any("channel" in word for word in behind) and _brings(quantity.last, words)


def _is_means(quantity: Quantity, reading: Reading) -> bool:
    """'Вложив 600 тыс. руб., получить …': a number in the clause of a verb that is no predicate."""
    return is_converb(reading, 0) and not any("comma" in word for word in reading.words[: quantity.first])


def _is_written_to(i: int, quantities: list[Quantity], reading: Reading) -> bool:
    """'10 newsletters to our 3,400 members', 'mail to 8,000 households should bring 120 visits'."""
    quantity, words = quantities[i], reading.words
    at = _preposition(quantity, reading)
    if at is None or quantity.unit is not None or quantity.last >= len(words):
        return False
    behind = quantity.last
    while behind < len(words) - 1 and reading.forms[words[behind].first].filler:
        behind += 1
    if not words[behind].has(NOMINALS) or any(word.has(_CHANGES) for word in words[:at]):
        return False
    before = quantities[i - 1] if i else None
    shared = before is not None and before.unit == "percent" and quantity.lead is None  # 'to our 1,800 members'
    if before is not None and before.role in _AIMED and (before.unit is None or shared) and before.last < at:
        between = words[before.last : at]
        sent = between[-1].has(NOMINALS) or "activity" in between[-1]  # sv 'vykorten vi skickar till 2 000 hushåll'
        return sent and not any(word.has(_JOINS) for word in between)
    aimed = any(q.role in _AIMED for q in quantities[i + 1 :])
    named = words[at - 1].has(NOMINALS) and not any(w.has(VERB_CLASSES) or w.has(_JOINS) for w in words[:at])
    return aimed and named and _brings(behind, words)


def _preposition(quantity: Quantity, reading: Reading) -> int | None:
    """The index of the 'to' before a number, but for fillers; None if there is none, or nothing before it."""
    words, at = reading.words, quantity.first
    if quantity.lead is None:
        at -= 1
        while at > 0 and ("the" in words[at] or reading.forms[words[at].first].filler):
            at -= 1
    return at if at > 0 and "to" in words[at] and words[at].last - words[at].first == 1 else None


def _brings(at: int, words: list[Word]) -> bool:
    """Whether the first verb behind a word is that of a result."""
    verb = next((word for word in words[at:] if word.has(VERB_CLASSES)), None)
    return verb is not None and verb.has(RESULTS)


def is_worked_on(words: list[Word], first: int, quantity: Quantity) -> bool:
    """'Practise Spanish 20 minutes a day': whether a time is spent on what stands before it."""
    verb = verb_before(words, first)
    working = verb is not None and "activity" in verb
    return working and quantity.lead in (None, "to") and quantity.unit in segments.DAYS_OF
