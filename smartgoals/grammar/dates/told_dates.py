"""Dates told beside a goal: of what else happens or happened, and of what something is compared with."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.clauses import past, purposes, segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import DUE, MOVES, PARTITIVE, THINGS, TO_LEVEL
from smartgoals.reading import Found, Reading, Word

_OF_AIMS = segments.SIGNS | {"fraction", "auxiliary", "goal_word", "pronoun", "arrow"}
_SUBJECTS = THINGS | {"channel", "owner", "the"}
_UNITS = frozenset(
    ("percent", "percentage_point", "currency", "money_scale", "time_unit", "physical", "piece", "times")
)
_AIMED = VERB_CLASSES | {"number"}
_PARTED = frozenset(("number", "comma", "stop", "open", "close"))
_BEFORE_BASE: frozenset[str] = BOUNDS | VERB_CLASSES
_STARTS = frozenset(("from", "onward", "number"))
_OF_STORY = segments.SIGNS | {"number", "fraction", "goal_word"}
_ASKED = frozenset(("infinitive", "imperative", "first", "noun"))
_BRACKETS = frozenset(("open", "close"))
_WANTED = MOVES | {"activity", "auxiliary", "goal_word", "arrow"}
_AMOUNTS = frozenset(("number", "fraction"))
_LEAST_SAID = 2  # words of a sentence; one may be no more than a label: 'Preferably in March'


def leave(found: list[Found], reading: Reading) -> None:
    """Let such dates be background."""
    dated = [item for item in found if item.date is not None and not item.background]
    dated.sort(key=attrgetter("first"))
    led = {item.first for item in dated if reading.words[item.first].has(DUE)}  # until when: they stay
    why = purposes.before_therefore(reading)
    for item in dated:
        if item.first < why:
            told = item.first not in led
        elif item.kind == "duration":
            told = _is_how_long(item, reading)
        else:
            told = item.first not in led and (
                _is_of_base(item, dated, reading) or _is_noted(item, dated, reading) or _is_of_story(item, reading)
            )
        if told:
            item.background, item.date = True, None
    dated = [item for item in dated if not item.background]
    for due, item in pairwise(dated):
        beside = item.first not in led and (
            _is_in_side_sentence(item, due, reading) or _is_in_side_clause(item, due, reading)
        )
        if beside or _is_since(item, due, reading.words):
            item.background, item.date = True, None


def _around(item: Found, first: int, last: int, words: list[Word]) -> list[Word]:
    """What some words say beside a date in them."""
    return words[first : item.first] + words[item.last : last]


def _is_in_side_sentence(item: Found, due: Found, reading: Reading) -> bool:
    """'Win 40 clients by June. The board meets on 12 March.': whether a sentence behind a goal and its deadline only
    says what happens on a date."""
    words = reading.words
    first = next((i + 1 for i in range(item.first - 1, due.last - 1, -1) if _parts(words, i)), None)
    if first is None or not any(word.has(_AIMED) for word in words[:first]):
        return False
    last = next((i for i in range(item.last, len(words)) if _parts(words, i)), len(words))
    if _is_of_some(first, reading):
        return not any("auxiliary" in word or "colon" in word for word in words[first:last])
    said = _around(item, first, last, words)
    if any("number" in word for word in said):  # 'Hire 3 cooks by May: in March two left'
        return past.verb(first, last, reading) is not None and any("number" in word for word in words[:first])
    if len(said) < _LEAST_SAID or said[0].has(VERB_CLASSES) or not any(word.has(_SUBJECTS) for word in said):
        return False
    if any("review" in word for word in said):
        return True
    rest = words[first : item.first - 1] + words[item.last : last]  # 'The shop opens in …', not 'Anna opens it in …'
    return not any(word.has(_OF_AIMS) or (word.has(VERB_CLASSES) and not _tells(word, reading)) for word in rest)


def _is_of_some(at: int, reading: Reading) -> bool:
    """'Hire 4 cooks by May; two of them leave in June': whether a number that opens a sentence is of those before."""
    words = reading.words
    behind = words[at + 1 : at + 3]
    part = len(behind) > 1 and words[at].has(_AMOUNTS) and "pronoun" in behind[1]
    return part and (behind[0].has(PARTITIVE) or "from" in behind[0])


def _tells(word: Word, reading: Reading) -> bool:
    """Whether what may be a verb stands behind an article, or only tells: uk 'каталог запускають у серпні'."""
    forms = reading.lexicon.verb_forms(reading.tokens[word.last - 1].text)
    return "the" in word or ("third" in forms and forms.isdisjoint(_ASKED))


def _is_in_side_clause(item: Found, due: Found, reading: Reading) -> bool:
    """'…, with a review in March', '…, so we decided on 24 May', sv '…, flytten är i mars', '…, а влітку зал закриють':
    whether a clause behind a deadline says when one looks how it goes, what is or was done, or what others do."""
    words = reading.words
    first, last = segments.start(words, item.first), segments.end(words, item.last)
    said = _around(item, first, last, words)
    if not said or first < due.last or any("number" in word for word in said):
        return False
    if any("review" in word for word in said):
        return True
    told = reading.declines and any(_tells(word, reading) and "auxiliary" not in word for word in said)
    states = not any(word.has(_AIMED) or "goal_word" in word for word in said) and any("state" in word for word in said)
    opens = first - 2 * ("dash" in words[first - 1])  # ru 'основание — кассовый разрыв в октябре'
    return told or states or "reason" in words[opens] or past.verb(first, last, reading) is not None


def _parts(words: list[Word], at: int) -> bool:
    """Whether a word parts sentences, as a colon, a bracket and a dash between blanks may."""
    return ("colon" in words[at] or segments.parts(words, at)) and "comma" not in words[at]


def _is_since(item: Found, due: Found, words: list[Word]) -> bool:
    """'Win 40 clients by June 2027, after the launch in March': whether a date says since when."""
    opens = due.last + ("comma" in words[due.last])
    since = opens < item.first and "since" in words[opens] and words[opens].keys().isdisjoint(_STARTS)
    return since and not any(word.has(_PARTED) for word in words[opens : item.first])


def _has_begun(item: Found, reading: Reading) -> bool:
    return item.kind == "period" and item.begins is not None and item.begins <= reading.today


def _is_of_base(item: Found, dated: list[Found], reading: Reading) -> bool:
    """'Up from 40 in 2026', 'против 90 в октябре': whether a period stands right behind what something starts from;
    also '12 % on FY26', behind a share, where a later one is aimed at, and 'above 2025 levels', 'beat 2025 results'."""
    words, at = reading.words, item.first - 1
    if at < 0 or item.date is None or item.begins is None:
        return False
    if item.date < reading.today and words[at].has(_BEFORE_BASE):
        return True
    if at == 0:
        return False
    begun = _has_begun(item, reading)
    later = begun and any(other.begins is not None and other.begins > item.date for other in dated)
    if later and ("percent" in words[at] or any(other.last == item.first for other in dated)):
        return True
    while at > 0 and "number" not in words[at] and words[at].has(_UNITS):
        at -= 1
    if "number" not in words[at] or at == 0:
        return False
    lead = words[at - 1 - ("currency" in words[at - 1])]
    behind = words[item.last : item.last + 2]
    if "comma" in lead and begun and len(behind) > 1:  # 'the failure rate, 6 % in 2026, to 4 %'
        return "comma" in behind[0] and behind[1].has(TO_LEVEL)
    return {"compare", "current"} <= lead.keys() or ("from" in lead and "range_from" not in lead and len(dated) > 1)


def _is_noted(item: Found, dated: list[Found], reading: Reading) -> bool:
    """'(average this year: 5)', '(факт 2026 г. — 90)': whether a bracket behind a number says what one was, or is, in
    a period that has begun."""
    words = reading.words
    opened = next((i for i in range(item.first - 1, -1, -1) if words[i].has(_BRACKETS)), 0)
    if not _has_begun(item, reading) or "open" not in words[opened]:
        return False
    closed = next((i for i in range(item.last, len(words)) if words[i].has(_BRACKETS)), len(words))
    said = _around(item, opened + 1, closed, words)
    told = any("number" in word for word in said) and not any(word.has(_WANTED) for word in said)
    if any(opened < other.first < closed and not _has_begun(other, reading) for other in dated):
        return False  # '(this year 40, next year 60)'
    return told and any("number" in word for word in words[:opened])


def _is_how_long(item: Found, reading: Reading) -> bool:
    """Sv 'vi har haft samma priser i fyra år och ska höja dem med 5 %': whether a clause that says what is or was,
    beside one with a number, ends in how long it has been so."""
    words = reading.words
    first, last = segments.start(words, item.first), segments.end(words, item.last)
    behind = words[item.last : item.last + 2]
    goes_on = last == item.last or (len(behind) > 1 and "and" in behind[0] and "auxiliary" in behind[1])
    said = words[first : item.first]
    told = any("state" in word for word in said) or past.verb(first, item.first, reading) is not None
    told = told and not any("number" in word for word in said)
    return goes_on and told and any("number" in word for word in words[item.last :])


def _is_of_story(item: Found, reading: Reading) -> bool:
    """'Our biggest customer left in March. Win 40 clients.': whether a sentence beside the goal tells what happened on
    a date, or since or after what."""
    words = reading.words
    first = next((i + 1 for i in range(item.first - 1, -1, -1) if "stop" in words[i]), 0)
    last = segments.stop(words, item.last)
    said, rest = _around(item, first, last, words), words[:first] + words[last:]
    aimed = words[first].has(VERB_CLASSES) or any(word.has(_OF_STORY) for word in said)
    if aimed or not any("number" in word for word in rest):
        return False
    since = "since" in words[first] and words[first].keys().isdisjoint(_STARTS)
    return since or past.verb(first, last, reading) is not None
