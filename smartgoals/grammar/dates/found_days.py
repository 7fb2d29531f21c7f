"""Deadlines beside one another: what is over beside what is to come, days with what is on them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import past, segments
from smartgoals.grammar.dates import told_dates
from smartgoals.grammar.dates.no_deadlines import is_timed, measured_at
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import DUE, PRESENT_STATE, WISHES
from smartgoals.reading import Found, Reading, Word

_DUE_OR_OVER = frozenset(("by", "before", "until", "toward", "compare", "since", "within"))
_OF_NAME = VERB_CLASSES | {"auxiliary", "other", "final", "channel", "metric", "noun_activity", "the"}
_OVER = frozenset(("in", "for_whom", "within", "by_amount"))
_PLANNED = frozenset(("other", "metric", "auxiliary", "goal_word", "aside"))
_DONE = frozenset(("activity", "achieve", "auxiliary"))
_COMPARED = frozenset(("compare", "since"))
_ENDS_CLAUSE = frozenset(("colon", "comma", "auxiliary"))
_WANTED = VERB_CLASSES | {"goal_word", "colon", "to"}
_MOST_NAME = 4  # words of what is on a day
_SHARES = frozenset(("percent", "fraction", "each"))
_SHARED = frozenset(("of", "metric", "other"))
_HEADED = frozenset(("open", "colon"))  # behind what a level is of
_COMMA, _CURRENT, _TELLS = bits(["comma"]), bits(["current"]), bits(["reason", "state"])
_FAST = timedelta(days=5)  # in less than that no goal is reached, but a request is answered


def leave_past_behind(found: list[Found], reading: Reading) -> None:
    """Beside a deadline what is over is background ('in 2025 we had 300, this year …'), and so are today's level
    ('today it takes 9 days') and an earlier period in brackets with a number ('(2026: 38 mkr)')."""
    for item in found:
        over = item.date is not None and item.date < reading.today and item.kind == "period"
        if (over and _is_bracketed_level(item, reading.words)) or _is_of_today(item, reading):
            item.background, item.date = True, None
    for item in found:
        item.background = item.background or _is_after(item, reading) or _is_of_story(item, reading)
        item.background = item.background or (reading.may_have(_CURRENT) and _is_of_state(item, reading))
    for item in found:
        if _is_over(item, reading):
            item.background, item.date = True, None
    for whole, part in pairwise(sorted(found, key=lambda item: item.first)):
        if _is_part_of_past(whole, part, reading.words):
            part.background, part.date = True, None
    _leave_of_whom(found, reading)
    if reading.may_have(_TELLS):
        _leave_told(found, reading)
    _leave_shares(found, reading)
    _leave_topics(found, reading.words)
    told_dates.leave(found, reading)
    latest = max((item.date for item in found if item.date is not None), default=None)
    if latest is None or latest < reading.today:
        return
    for item in found:
        if item.date is None or item.date == latest:
            continue
        over = item.date < reading.today and item.kind == "period"
        is_today = item.date == reading.today and item.last - item.first == 1 and item.named
        if over or is_today or _is_bracketed_level(item, reading.words):
            item.background, item.date = True, None


def _leave_told(found: list[Found], reading: Reading) -> None:
    """'4 % by May, although we move in April', '…; today we are 19 and three retire in August': dates that are told.

    So is how long something has been, or not, in such a clause: sv 'kunder som inte handlat på ett år'.
    """
    dated = [item for item in found if item.date is not None and not item.background]
    today = {item.first for item in dated if item.date == reading.today}
    told = [item for item in dated if item.first not in today and _is_told(item, reading, today)]
    for item in told:
        if item.kind == "duration" or len(told) < len(dated):
            item.background, item.date = True, None


def _is_told(item: Found, reading: Reading, today: set[int]) -> bool:
    """Whether a clause that says why, or of now what is, goes on up to a date."""
    words, first = reading.words, segments.start(reading.words, item.first)
    clause = words[first : item.first]
    if any("reason" in word for word in clause):
        return True
    pauses = (i for i, word in enumerate(clause) if i == 0 or reading.text[word.start] in ",(")
    now = next((i for i in pauses if "current" in clause[i] or first + i in today), len(clause))
    return any("state" in word for word in clause[now:]) and any("and" in word for word in clause[now:])


def _is_over(item: Found, reading: Reading) -> bool:
    """'We had 1,140 tickets in August; …': whether a clause, with others beside that have numbers, says what was."""
    words = reading.words
    if item.kind == "duration" or item.date is None or words[item.first].has(DUE):
        return False
    first, last = segments.start(words, item.first), segments.end(words, item.last)
    last = next((i for i in range(item.last, last) if past.explains(words, first, i)), last)
    aimed = any("number" in word for word in (*words[:first], *words[last:]))
    return aimed and past.tells(reading, first, last, range(item.first, item.last))


def _is_part_of_past(whole: Found, part: Found, words: list[Word]) -> bool:
    """'Last year in October we sold 400': whether a period right behind one that is over is a part of it."""
    opens = whole.background and whole.first == segments.start(words, whole.first)
    part_of = whole.last == part.first and part.kind == "period" and words[part.first].keys().isdisjoint(DUE)
    return opens and part_of and words[whole.first].keys().isdisjoint(_COMPARED)


def _leave_topics(found: list[Found], words: list[Word]) -> None:
    """'Draft the budget for 2027 by 15 December', 'sell 40 tours for July by 1 May': a period right behind a thing, and
    before the day by which that is due, only says of what time the thing is."""
    days = [item for item in found if item.date is not None and not item.background]
    if len(days) != 2:
        return
    topic, due = days
    at = topic.first - (words[topic.first].keys().isdisjoint(_OVER))
    plain = topic.kind == "period" and due.first == topic.last and words[at].has(_OVER)
    plain = plain and words[at].keys().isdisjoint(DUE) and words[due.first].has(DUE)
    thing = words[at - 1] if at > 0 else words[0]
    named = (at > 1 and thing.has(_PLANNED)) or (thing.has(VERB_CLASSES) and thing.last - thing.first > 1)
    if plain and named and any(word.has(_DONE) for word in words[:at]):
        topic.background, topic.date = True, None


def _leave_of_whom(found: list[Found], reading: Reading) -> None:
    """'50 reviews by July from those who bought in spring', 'от купивших весной': a period that only says of whom."""
    dated = [item for item in found if item.date is not None and not item.background]
    marks = reading.marked("relative") if dated else set()
    for item in dated if marks or reading.may_have(_COMMA) else ():
        said = _said_of_whom(item, reading, marks)
        told = any("past" in reading.lexicon.verb_forms(text) for text in said)
        if said and (told or any(_is_apart(other, item, reading) for other in dated)):
            item.background, item.date = True, None


def _said_of_whom(item: Found, reading: Reading, marks: set[int]) -> list[str]:
    """The words of a relative clause, or of a participle behind a comma, before a period that no 'by' makes due."""
    words, lexicon = reading.words, reading.lexicon
    if item.kind != "period" or words[item.first].has(DUE):
        return []
    first = segments.start(words, item.first)
    opens = next((i for i in range(item.first - 1, max(first, 1) - 1, -1) if words[i].first in marks), None)
    texts = [reading.tokens[word.first].text for word in words[first : item.first]]
    if opens is None:
        parted = first > 0 and "comma" in words[first - 1] and texts != []
        return texts[:1] if parted and "participle" in lexicon.nonfinite(texts[0]) else []
    clause = words[opens + 1 : item.first]
    aimed = any("auxiliary" in word or "number" in word for word in clause)
    return [] if aimed else texts[opens - first + 1 :]


def _is_apart(other: Found, item: Found, reading: Reading) -> bool:
    """Whether another deadline stands before the clause of one, or behind its end."""
    first, last = segments.start(reading.words, item.first), segments.end(reading.words, item.last)
    return other is not item and (other.last <= first or other.first >= last or reading.words[other.first].has(DUE))


def _leave_shares(found: list[Found], reading: Reading) -> None:
    """'80 % of the tickets solved within a day by Q3', 'reply to every review within a day': how fast, not by when."""
    words, today = reading.words, reading.today
    kept = [f for f in found if f.kind == "duration" and f.grain in ("day", "week") and "within" in words[f.first]]
    dated = kept and any(item.date is not None and item.kind != "duration" and not item.background for item in found)
    for item in kept:
        fast = item.grain == "day" and (item.date or today) <= today + _FAST
        timed = item.first > 0 and is_timed(words[measured_at(reading, item.first - 1)], reading)
        shared = _is_share(words[: item.first]) or _is_share(words[item.last :])  # '… for 90 % of patients'
        if (dated and any("percent" in word for word in words)) or (fast and (timed or shared)):
            item.background, item.date = True, None


def _is_share(words: list[Word]) -> bool:
    """Whether words tell of a share of something, or of each: '90 % of orders', 'every review'."""
    if words and words[0].has(_HEADED):
        return any("percent" in word for word in words)  # sv 'rapporter inom ett dygn (92 %)'
    shares = (i for i, word in enumerate(words) if word.has(_SHARES))
    return any("each" in words[i] or any(w.has(_SHARED) for w in words[i + 1 : i + 2]) for i in shares)


def name_days(found: list[Found], words: list[Word]) -> list[Found]:
    """Join days with what is on them: 'innan Lucia den 13 december', 'before the AGM on 12 June'."""
    kept: list[Found] = []
    for item in found:
        at = item.first
        if (
            item.kind == "date"
            and item.date is not None
            and (words[at].keys().isdisjoint(_DUE_OR_OVER) or is_event(words, at))
        ):
            before = kept[-1] if kept and _is_near(kept[-1], item.date) else None
            if before is not None and before.last == at - 1 and _is_in_brackets(item, words):
                continue  # 'by Halloween (31 October)'
            joins = before is not None and before.last == at
            at = kept.pop().first if joins else _name_before(at, words)
            if at < item.first and "before" in words[at] and "by" not in words[at]:
                item.date -= timedelta(days=1)
            item.first, item.start = at, words[at].start
        kept.append(item)
    return kept


def is_event(words: list[Word], at: int) -> bool:
    """Sv 'innan kursen startar den 3 mars': whether a date begins with the verb of an event before which all is due."""
    return words[at].has(VERB_CLASSES) and _name_before(at, words) < at


def _name_before(first: int, words: list[Word]) -> int:
    """The index of 'before' with the name of what is on a day: 'before the season opens on 1 May'; else the day's."""
    at = first
    while at > 0 and first - at < _MOST_NAME and words[at - 1].has(_OF_NAME):
        at -= 1
    return at - 1 if 0 < at < first and "before" in words[at - 1] else first


def _is_in_brackets(item: Found, words: list[Word]) -> bool:
    opened = item.first > 0 and "open" in words[item.first - 1]
    return opened and item.last < len(words) and "close" in words[item.last]


def _is_near(item: Found, day: date) -> bool:
    return item.date is not None and not item.background and abs((day - item.date).days) <= 1


def _is_of_today(item: Found, reading: Reading) -> bool:
    """'(25 % today)', 'Today it takes 12 hours, …': whether today stands behind a number, where a bracket ends, or
    in an opening clause with a number of its own, and one that is wanted follows."""
    words, at = reading.words, item.first - 1
    today = item.date == reading.today and item.last - item.first == 1 and item.named
    if today and segments.start(words, item.first) == 0 and not any(w.has(WISHES) for w in words[: item.first]):
        end = segments.end(words, item.last)
        own, others = ([w for w in part if "number" in w] for part in (words[item.last : end], words[end:]))
        if at < 0 or (own and others):
            return bool(own and others) and any(word.has(WISHES) for word in words[end:])
    if today and segments.parts(words, at) and any("number" in word for word in words[:at]):
        said = words[item.last : segments.end(words, item.last)]
        told = bool(said) and all(word.has(PRESENT_STATE) for word in said[:-1])  # '…, today it is 17'
        return told and "number" in said[-1]
    if today and at > 0 and "number" in words[at] and item.last == segments.end(words, item.last):
        first = segments.start(words, at)
        if any("state" in word for word in words[first:at]) and any("number" in word for word in words[:first]):
            return True  # '…, it takes 10 today'
    if not today or item.last >= len(words) or "close" not in words[item.last]:
        return False
    while at > 0 and "open" not in words[at] and "number" not in words[at]:
        at -= 1
    return at > 0 and "number" in words[at]


def _is_bracketed_level(item: Found, words: list[Word]) -> bool:
    """'(2025: 38 mkr)', '(62 in spring)': whether a period says in a bracket when a number was so."""
    if item.first > 1 and "number" in words[item.first - 1] and "open" in words[item.first - 2]:
        return item.last < len(words) and "close" in words[item.last] and words[item.first].keys().isdisjoint(DUE)
    if item.first == 0 or "open" not in words[item.first - 1]:
        return False
    for word in words[item.last :]:
        if "close" in word:
            return False
        if "number" in word:
            return True
    return False


def _is_of_story(found: Found, reading: Reading) -> bool:
    """'Our shop, opened on 3 May 2015, should …': whether a past day stands between commas, behind what was then."""
    if found.date is None or found.date >= reading.today or found.grain != "day":
        return False
    words = reading.words
    first, last = segments.start(words, found.first), found.last
    told = first < found.first and words[found.first - 1].keys().isdisjoint(DUE)
    parted = first > 0 and "comma" in words[first - 1] and last < len(words) and "comma" in words[last]
    return told and parted and words[found.first].keys().isdisjoint(DUE)


def _is_of_state(found: Found, reading: Reading) -> bool:
    """'At most 40 hours (it was 75 in May)': whether a clause beside the aim says what was, or is, in a period."""
    words = reading.words
    first, last = segments.start(words, found.first), segments.end(words, found.last)
    if found.kind != "period" or not words[found.first].keys().isdisjoint(DUE):
        return False
    said = words[first : found.first] + words[found.last : last]
    if not any("current" in word for word in said) or any(word.has(_WANTED) for word in said):
        return False
    return any("number" in w for w in said) and any("number" in w for w in (*words[:first], *words[last:]))


def _is_after(found: Found, reading: Reading) -> bool:
    """'Після двох аварій у квітні: …': whether a date says when that was after which the goal begins."""
    words, at = reading.words, found.first - 1
    if at < 1 or "since" not in words[0] or "from" in words[0]:
        return False
    if found.last >= len(words) or not words[found.last].has(_ENDS_CLAUSE | VERB_CLASSES):
        return False
    while at > 0 and not words[at].has(_ENDS_CLAUSE | VERB_CLASSES):
        at -= 1
    return at == 0
