"""Clauses that hold no aim: by or without what work a number is reached, and which things a level is of."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import exclusions, segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import CHANGING, LEVEL_LEADS, LIMITS, THINGS
from smartgoals.reading import TAKEN, Reading, Word

_VERBAL = VERB_CLASSES | {"implies"}
_RESULTS = frozenset(("increase", "decrease", "maintain", "achieve", "improve", "multiply"))  # aims of their own
_NUMBER, _COLON, _AUXILIARY = bits(["number"]), bits(["colon"]), bits(["auxiliary"])
_BEFORE_SUBJECT = VERB_CLASSES | {"auxiliary", "number", "colon", "comma", "purpose"}
_ENDS_SUBJECT = frozenset(("number", "colon", "comma", "stop", "purpose"))
_OPENERS = frozenset(("means", "without", "comma"))  # what opens such a clause
_MAY_OPEN = bits(_OPENERS)
_TERMS = frozenset(("metric", "channel"))
_PARTS = frozenset(("and", "comma", "stop", "dash"))
_APART = _PARTS | {"open"}
_SAYS = VERB_CLASSES | {"state"}
_BY = frozenset(("agent", "in", "aside"))
_MEASURED = frozenset(("percent", "currency"))
_NOT_DONE = frozenset(("without", "none"))
_OF_SHARE: frozenset[str] = THINGS | {"of"}  # behind a share of something
_MOST_TO_VERB = 2  # words from 'without' to its verb: sv 'utan att anställa'


def clauses(reading: Reading) -> set[int]:
    """The words of such clauses: 'cut waste by 10 % by training 45 cooks', '400 orders without hiring 2 people'."""
    found = set(_plan(reading) if reading.may_have(_COLON) else ())
    if not reading.may_have(_NUMBER):
        return found
    words, numbered = reading.words, False
    found.update(_opening(reading))
    for i, word in enumerate(words) if reading.may_have(_MAY_OPEN) else ():
        if i in found:
            continue
        opens = numbered and word.has(_OPENERS) and reading.chars[i] != TAKEN
        if opens and any(is_such(reading, i) for is_such in _SUCH):
            found.update(range(i, segments.end(words, i + 1)))
        numbered = numbered or _is_level(reading, i)
    return found.union(_for_this(reading), _restated(reading))


def _opening(reading: Reading) -> range:
    """'By moving 15 % of the budget to ads we will …', sv 'Genom att korta kön …', uk 'Навчивши 14 операторів, …'.

    What is moved so is an aim of its own, but where the goal has a metric and a number: 'Подняв средний чек, …'.
    """
    words = reading.words
    worked = bool(words) and (_by_work(reading, 0) or (reading.declines and _is_converb(reading, words[0])))
    moved = bool(words) and reading.declines and words[0].has(CHANGING) and _is_in_form(reading, words[0])
    if not (worked or moved):
        return range(0)
    end = next((i for i, w in enumerate(words) if i > 1 and ("auxiliary" in w or segments.parts(words, i))), 0)
    measured = any("metric" in word for word in words[end:])
    numbered = any(_is_level(reading, i) for i in range(end, len(words)))
    return range(end if (measured and numbered) or (worked and (measured or numbered)) else 0)


def _for_this(reading: Reading) -> range:
    """The words of a clause behind a goal that says what is done for it: '…; for this, hold 3 webinars'."""
    words, marks = reading.words, reading.marked("for_this")
    for i in range(2, len(words)) if marks else ():
        if words[i].first in marks and words[i - 1].has(_PARTS) and any("number" in w for w in words[:i]):
            return range(i, segments.stop(words, i))
    return range(0)


def _restated(reading: Reading) -> range:
    """The words of a clause that says in other words what a number said: 'uptime 99.9 %, i.e. 40 minutes a month'."""
    words = reading.words
    for mark in reading.beside:
        i = reading.word_at(mark.first) if mark.kind == "restating" else None
        if i and words[i - 1].has(_APART) and any(_is_level(reading, at) for at in range(i)):
            behind = i + 1
            while behind < len(words) and (words[behind].first < mark.last or "comma" in words[behind]):
                behind += 1
            return range(i, segments.end(words, behind))
    return range(0)


def _plan(reading: Reading) -> range:
    """'Double organic traffic: rewrite the texts, build service pages': work behind a colon that says how."""
    words = reading.words
    at = next((i for i, word in enumerate(words) if "colon" in word), 0)
    ahead, behind = words[:at], words[at + 1 :]
    aimed = any("metric" in w for w in ahead) and any(q.last <= at for q in reading.quantities)
    if not aimed or not behind or not any(w.has(_RESULTS) for w in ahead):
        return range(0)
    worked = "activity" in behind[0] and not behind[0].has(_RESULTS) and not any("number" in w for w in behind)
    return range(at + 1, len(words) if worked else at + 1)


def relative(reading: Reading) -> set[int]:
    """The words of clauses that say which things a level is of: 'cut the bugs that reach customers to 4'."""
    words, found = reading.words, set(_of_subject(reading))
    for mark in reading.beside if reading.quantities else ():
        i = reading.word_at(mark.first) if mark.kind == "relative" else None
        level = next((q for q in reading.quantities if i and q.first > i and q.lead in LEVEL_LEADS), None)
        if not i or level is None or words[i].first != mark.first or i in found:
            continue
        parted, end = "comma" in words[i - 1], level.first
        if any("current" in word for word in words[i:end]):
            continue  # 'CAC, which is now 90 euros, to 70'
        noun, said = words[i - 1 - (parted and i > 1)], words[i + 1 : end]
        if parted:  # ru '…, которые доходят до клиентов, до 4'
            closed = "metric" in noun and "comma" in words[end - 1] and segments.end(words, i) == end - 1
        else:
            to_do = any(w.has(VERB_CLASSES) for w in words[:i]) and any("auxiliary" in w for w in said[:_MOST_TO_VERB])
            closed = noun.has(THINGS) and (to_do or any(w.has(_SAYS) for w in said[:_MOST_TO_VERB]))
            closed = closed and segments.end(words, i) >= end and not _is_moved(words, i)
        if closed:
            found.update(range(i, end - parted))
    return found


def _of_subject(reading: Reading) -> range:
    """'The number of demos that are booked online should rise', sv '… som bokas på nätet ska öka': which things the
    subject of an auxiliary and a verb of change is of."""
    if not reading.may_have(_AUXILIARY) or not (marks := reading.marked("relative")):
        return range(0)
    words = reading.words
    first = next((i for i, word in enumerate(words) if i > 0 and word.first in marks), len(words))
    verb = next((i for i in range(first + 1, min(first + 4, len(words))) if words[i].has(VERB_CLASSES)), None)
    if verb is None or any(word.has(_BEFORE_SUBJECT) for word in words[:first]):
        return range(0)
    for i in range(verb + 1, len(words) - 1):
        if words[i].has(_ENDS_SUBJECT):
            break
        if "auxiliary" in words[i] and words[i + 1].has(CHANGING):
            return range(first, i)
    return range(0)


def _is_moved(words: list[Word], at: int) -> bool:
    """'We seek a plan that lowers noise to 40 dB': whether a relative clause has the only verb of change."""
    return words[at + 1].has(CHANGING) and not any(word.has(CHANGING) for word in words[:at])


def _is_level(reading: Reading, at: int) -> bool:
    """Whether a word is a number that may be aimed at: no date, and not what is left."""
    words = reading.words
    if "number" not in words[at] or reading.chars[at] == TAKEN:
        return False
    return at == 0 or "from" not in words[at - 1] or "to" in words[at - 1]


def _by_work(reading: Reading, at: int) -> bool:
    """'By replacing 30 vans', sv 'genom att byta ut 30 bilar', ru ', заменив 30 фургонов'."""
    words, lexicon = reading.words, reading.lexicon
    if at + 1 >= len(words):
        return False
    behind = words[at + 1]
    if "means" in words[at]:
        text = reading.tokens[behind.first].text
        inflected = not lexicon.noun_adjuncts or len(lexicon.lemmas(text)) > 1
        return inflected and behind.has(VERB_CLASSES) and "metric" not in behind
    if not lexicon.has_cases or "comma" not in words[at]:
        return False
    if any(_is_converb(reading, word) for word in words[at + 1 : at + 2 + ("other" in behind)]):
        return True
    end = segments.end(words, at + 1)
    regular = any(q.per is not None for q in reading.quantities if at < q.first < end)
    return regular and "achieve" in behind and _is_in_form(reading, behind)  # ', откладывая по 20 тыс. в месяц'


def _is_converb(reading: Reading, word: Word) -> bool:
    """Whether a word is a converb of work: 'не отменяя выставки', not 'снизив CAC до 900', which is an aim."""
    return not word.has(_TERMS) and _RESULTS.isdisjoint(reading.forms[word.first].values) and _is_in_form(reading, word)


def _is_in_form(reading: Reading, word: Word) -> bool:
    """Whether a word stands in the form of a converb."""
    return "converb" in reading.lexicon.nonfinite(reading.tokens[word.last - 1].text)


def _without_work(reading: Reading, at: int) -> bool:
    """'Without hiring more than 2 people', not 'without NPS falling below 40': whether only things are counted."""
    words = reading.words
    if "without" not in words[at]:
        return False
    verb = next((i for i in range(at + 1, at + 1 + _MOST_TO_VERB) if i < len(words) and words[i].has(_VERBAL)), None)
    if verb is None or any("metric" in word for word in words[at:verb]):
        return False
    return _counts_things(words[verb : exclusions.last(words, verb)])


def _goes_no_further(reading: Reading, at: int) -> bool:
    """'… without ever discounting more than 10 %', '…, no discounting over 8 %': whether work that measures nothing is
    not to go past a share."""
    words = reading.words
    at += "comma" in words[at]
    verb = next((i for i in range(at + 1, min(at + 1 + _MOST_TO_VERB, len(words))) if "activity" in words[i]), None)
    if verb is None or not words[at].has(_NOT_DONE) or verb + 3 >= len(words) or not words[verb + 1].has(LIMITS):
        return False
    shared = "number" in words[verb + 2] and "percent" in words[verb + 3]
    return shared and not any(word.has(_OF_SHARE) for word in words[verb + 4 : verb + 5])


def _counts_things(words: list[Word]) -> bool:
    """Whether words hold a number, and neither a metric before it nor a unit of money or share behind it."""
    number = next((i for i, word in enumerate(words) if "number" in word), None)
    if number is None or any("metric" in word for word in words[:number]):
        return False
    return not any(word.has(_MEASURED) for word in words[max(number - 1, 0) : number + 2])


def _leaves_alone(reading: Reading, at: int) -> bool:
    """'…, keeping the 12 ads that work': whether a verb in another form than a command's says what stays as it is."""
    words, lexicon = reading.words, reading.lexicon
    if "comma" not in words[at] or at + 3 >= len(words):
        return False
    kept = "maintain" in words[at + 1] and len(lexicon.lemmas(reading.tokens[words[at + 1].first].text)) > 1
    return kept and "the" in words[at + 2] and _counts_things(words[at + 2 : segments.end(words, at + 2)])


def _is_measured(reading: Reading, at: int) -> bool:
    """'…, measured by our survey of 400 households', '…, funded by a £150,000 grant': whether a clause says how it is
    seen what was reached, or who or what helped it."""
    words = reading.words
    if "comma" not in words[at] or at + 2 >= len(words) or reading.chars[at + 2] == TAKEN:
        return False
    verb, by = words[at + 1], words[at + 2]
    helped = "other" in verb and reading.tokens[verb.first].text in reading.lexicon.past and "agent" in by
    return helped or ("review" in verb and by.has(_BY))


_SUCH = (_by_work, _without_work, _goes_no_further, _leaves_alone, _is_measured)
