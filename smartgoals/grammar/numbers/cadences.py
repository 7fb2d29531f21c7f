"""Which number a cadence is of: '40 leads a month', not that of 'win 40 leads by hosting a weekly webinar'."""

from __future__ import annotations

import re
from itertools import pairwise

from smartgoals.grammar.numbers.sums import is_parcel
from smartgoals.grammar.verb_classes import VERB_CLASSES, is_verb
from smartgoals.grammar.word_sets import LINKS, NOMINALS, PLACES
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_UNITS = ("day", "week", "month", "quarter", "year")
_BETWEEN_CLAUSES = frozenset(("period", "cadence", "achieve", "activity", "increase", "close"))
_PARTING = frozenset(("comma", "stop", "colon", "open", "close", "and"))
_OPENING = _PARTING | {"agent", "aside", "means", "purpose"}  # what opens the clause of another verb
_SAID = NOMINALS | VERB_CLASSES | {"auxiliary", "review"}
_BESIDE_COUNT = frozenset(("at_least", "at_most", "about"))
_FOR_THIS = frozenset(("for_whom", "this"))
_OFFERED = NOMINALS | {"auxiliary"}  # 'plan' is both
_SOURCES = frozenset(("from", "aside"))
_TERMS = frozenset(("auxiliary", "implies"))  # 'plan', 'billing': verbs elsewhere
_BEFORE_TERMS: frozenset[str] = _SOURCES | {"in", "of", "for_whom"}
_NO_MEANS = frozenset(("in", "to", "of"))
_OBJECTS = NOMINALS | {"noun_activity"}


def give(pattern: re.Pattern[str], found: list[Quantity], reading: Reading) -> None:
    """Give each cadence of a text to the number that it is of, if there is one."""
    words = reading.words
    for match in pattern.finditer(reading.chars):
        per = words[match.start()].get("cadence") or words[match.start("unit")]["unit"]
        if per not in _UNITS or (match.start() and "review" in words[match.start() - 1]):
            continue  # 'reviewed monthly'
        if any(q.first < match.end() and match.start() < q.last for q in found):
            continue  # 'from a fifth to a quarter'
        reading.has_cadence = reading.has_cadence or bool(found) or "a" not in words[match.start()]  # 'plan a day out'
        before = [q for q in found if q.last <= match.start() and q.per is None]
        if _is_title(match, reading, before):
            continue
        after = [q for q in found if q.first >= match.end() and q.per is None]
        if before and after and _opens_another(words, before[-1].last, match.span(), after[0].first):
            after[0].per = per  # '1500 слів до літа, щодня по 10'
        elif before:
            _give_back(per, match, before, after, reading)
        elif after:
            _give_on(per, match, after, reading)


def _give_back(per: str, match: re.Match[str], before: list[Quantity], after: list[Quantity], reading: Reading) -> None:
    quantity = before[-1]
    if (
        _is_of_another_clause(reading, quantity.last, match.start())
        or _is_of_another_noun(quantity, match, reading)
        or _is_of_object(quantity, match, reading)
    ):
        return
    quantity.per = per
    _share(before[::-1], reading)
    if quantity.unit == "multiple" and quantity.lead != "by_amount":
        quantity.unit = None  # 'three times a week'


def _give_on(per: str, match: re.Match[str], after: list[Quantity], reading: Reading) -> None:
    first = next((q for q in after if q.lead != "from"), after[0])
    if _is_of_work_ahead(first, match, reading):
        return
    first.per = per
    _share(after[after.index(first) :], reading, opens=match.start() == 0)


def _is_title(match: re.Match[str], reading: Reading, before: list[Quantity]) -> bool:
    """'The annual meeting', 'our weekly newsletter': a cadence that only qualifies a noun."""
    if match.end() >= len(reading.words):
        return False
    between = reading.words[before[-1].last : match.start()] if before else []
    if before and _qualifies(match, before[-1], between, reading):
        return True
    if before and (not between or (len(between) == 1 and not _is_means(between[0]))):
        return False
    behind = reading.words[match.end()]
    if not before and _opens_work(match, reading):
        return False
    placed = not PLACES.isdisjoint(reading.forms[behind.first].values)  # 'a campaign per quarter on local radio'
    led = match.start() > 0 and reading.words[match.start() - 1].has(_BEFORE_TERMS)
    noun = "other" in behind or (led and _is_lasting(behind, reading))  # 'the churn on monthly plans'
    noun = noun or (not placed and ("channel" in behind or behind.first in reading.doubles))
    return noun and reading.chars[match.end()] != TAKEN


def _opens_work(match: re.Match[str], reading: Reading) -> bool:
    """'Every week darn 12 socks', 'щомісяця лагодити 12 шаф': whether an unknown verb stands behind a cadence."""
    cadence, verb = reading.words[match.start()], reading.words[match.end()]
    if reading.lexicon.has_cases:
        forms = reading.lexicon.verb_forms(reading.tokens[verb.first].text)
        return bool(forms) and "noun" not in forms
    counts = reading.words[match.end() + 1 : match.end() + 2]
    return is_phrase(cadence) and counts != [] and "number" in counts[0]


def is_phrase(cadence: Word) -> bool:
    """'Every week', but not 'weekly', which may say of what kind a noun is."""
    return "cadence" in cadence and cadence.last - cadence.first > 1


def _qualifies(match: re.Match[str], quantity: Quantity, between: list[Word], reading: Reading) -> bool:
    """'12 annual contracts', 'MRR +$9k from annual plans': whether it says how long what is agreed goes on."""
    behind = reading.words[match.end()]
    if between:
        if reading.chars[match.end() - 1] == TAKEN:
            return False
        offered = between[-1].has(_SOURCES) and _is_lasting(behind, reading)
        return offered or ("to" in between[-1] and behind.has(_OFFERED))
    if reading.words[match.start()].get("cadence") != "year" or "metric" not in behind:
        return False
    world, name = reading.ontology, behind["metric"].id
    return name in world.agreed or (quantity.unit is None and name in world.lasting)


def _is_lasting(noun: Word, reading: Reading) -> bool:
    """Whether a noun is of what goes on for a time: 'contracts', 'plans', 'billing'."""
    return noun["metric"].id in reading.ontology.agreed if "metric" in noun else noun.has(_TERMS)


def _is_of_another_clause(reading: Reading, first: int, at: int) -> bool:
    """'To 35, we ask quarterly', '40 by hosting it weekly', '40; review weekly': whether another clause ends so."""
    words, lexicon = reading.words, reading.lexicon
    stop = next((i for i in range(at - 1, first - 1, -1) if "stop" in words[i]), None)
    if stop is not None and any(word.has(_SAID) for word in words[stop + 1 : at]):
        return True
    opens = next((i for i in range(first, at) if words[i].has(_OPENING) and reading.chars[i] != TAKEN), None)
    if opens is not None and any(is_verb(word) for word in words[opens + 1 : at]):
        return True
    if lexicon.noun_adjuncts and _is_of_relative(words, first, at):
        return True
    comma = next((i for i in range(first, at) if "comma" in words[i]), None)
    if comma is None or not lexicon.has_cases:
        return False
    # '30 котів, пости щодня', '…, публікуючи дописи щодня'
    return any("metric" in word or _is_told(word, reading) for word in words[comma + 1 : at])


def _is_of_relative(words: list[Word], first: int, at: int) -> bool:
    """'A mentor they meet once a month': whether a clause with a subject and verb stands right behind another noun."""
    for i in range(first + 2, at - 1):
        noun = "auxiliary" in words[i] and words[i - 1].has(NOMINALS) and "a" in words[i - 2]
        if noun and any(is_verb(word) for word in words[i + 1 : at]):
            return True
    return False


def _is_told(word: Word, reading: Reading) -> bool:
    """Whether a word is a verb in the first person."""
    lexicon = reading.lexicon
    forms = lexicon.verb_forms(reading.tokens[word.first].text)
    return "first" in forms


def _is_of_another_noun(quantity: Quantity, match: re.Match[str], reading: Reading) -> bool:
    """'40 leads through monthly webinars': whether a cadence stands before a metric that the number does not count.

    Or is part of its word: sv '4 kunder med en årsomsättning …'.
    """
    words, (start, end) = reading.words, match.span()
    noun = start if "metric" in words[start] else end
    if start - quantity.last < 1 or noun >= len(words) or "metric" not in words[noun] or reading.chars[noun] == TAKEN:
        return False
    counts = quantity.unit is None and words[quantity.last].has(NOMINALS)
    before = words[start - 1]
    if "a" in before and start - 1 > quantity.last:
        before = words[start - 2]
    return counts or _is_means(before)


def _is_of_object(quantity: Quantity, match: re.Match[str], reading: Reading) -> bool:
    """'95 % of staff complete annual training': whether a cadence qualifies the object of a verb behind the number."""
    words, (start, end) = reading.words, match.span()
    verb = start > quantity.last and is_verb(words[start - 1]) and end < len(words) and words[end].has(_OBJECTS)
    if not verb or is_phrase(words[start]):
        return False
    lexicon = reading.lexicon
    return lexicon.noun_adjuncts or lexicon.is_adjective(reading.tokens[words[start].first].text)


def _is_means(word: Word) -> bool:
    """Whether a preposition says through what a number is reached, not of what it is: 'through', 'using'."""
    return "aside" in word and not word.has(_NO_MEANS)


def _is_of_work_ahead(quantity: Quantity, match: re.Match[str], reading: Reading) -> bool:
    """'Hold weekly meetings and win 20': whether a verb stands with the cadence, and another one with the number."""
    words, (start, end) = reading.words, match.span()
    at = start
    while at > 0 and not words[at - 1].has(_PARTING):
        at -= 1
    verb = next((word for word in reversed(words[at:start]) if is_verb(word)), None)
    if verb is None:  # 'Once a quarter run a survey and keep eNPS above 25'
        said = [word for word in words[end : quantity.first] if is_verb(word)]
        return len(said) > 1 and "activity" in said[0] and "maintain" in said[-1]
    between = words[end : quantity.first]
    if any(is_verb(word) for word in between):
        return True
    # 'send a weekly newsletter to 400 subscribers'
    own, counted = words[end].get("metric"), words[quantity.last].get("metric") if quantity.last < len(words) else None
    told = "activity" in verb and own is not None and counted is not None and own.id != counted.id
    return told and quantity.unit is None and not any("of" in word for word in between)


def _opens_another(words: list[Word], first: int, cadence: tuple[int, int], after: int) -> bool:
    """Whether a cadence stands right behind a comma and before another number: '…, щодня по 10'."""
    start, end = cadence
    while start > first and words[start - 1].has(_FOR_THIS):
        start -= 1  # '…, для цього щотижня робити 20 дзвінків'
    return start > first and "comma" in words[start - 1] and after - end <= 1


def _goes_straight_on(between: list[Word], one: Quantity, other: Quantity) -> bool:
    """Whether only 'and' and the verb of a smaller result stand between: '50 calls and book 3 meetings'."""
    if other.value > one.value:
        return False
    ends = next((i for i, word in enumerate(between) if "and" in word), len(between))
    behind = between[ends + 1 :]
    return bool(behind) and "achieve" in behind[0] and all(w.has(_BESIDE_COUNT) for w in behind[1:])


def _counts_work(quantity: Quantity, reading: Reading) -> bool:
    """Whether what stands behind a number is work done: '50 calls'."""
    match = reading.words[quantity.last].get("metric") if quantity.last < len(reading.words) else None
    metric = reading.ontology.metrics.get(match.id or "") if match is not None else None
    return metric is not None and metric.kind == "activity"


def _share(chain: list[Quantity], reading: Reading, *, opens: bool = False) -> None:
    """'60 MQLs and 12 demos a month': the cadence of coordinated counts holds for all; given from its own on.

    It holds for work too of which it tells the smaller result: 'make 50 calls and book 3 meetings a day'.
    One that `opens` the goal has all behind it: 'Every day make 50 calls and at least 3 visits'.
    """
    for one, other in pairwise(chain):
        first, last = (one.last, other.first) if one.first < other.first else (other.last, one.first)
        between = reading.words[first:last]
        joined = any("and" in w or "comma" in w for w in between) and one.unit is None and other.unit is None
        earlier, later = (one, other) if one.first < other.first else (other, one)
        straight = joined and (opens or _counts_work(earlier, reading)) and _goes_straight_on(between, earlier, later)
        joined = joined and (one.comparator == other.comparator or opens or straight)
        apart = any(w.has(_BETWEEN_CLAUSES) for w in between) and not straight
        ends = max((i for i, w in enumerate(between) if w.has(LINKS)), default=len(between))
        apart = apart or (
            not opens and any(w.has(NOMINALS) for w in between[ends:])
        )  # 'рейтинг 4,8, відгуків — 20 на …'
        apart = apart or (other.first > 0 and "arrow" in reading.words[other.first - 1])  # '1 → 2k fans, 3 posts a day'
        if not joined or is_parcel(one, reading.words) or TAKEN in reading.chars[first:last] or apart:
            return
        other.per = one.per
