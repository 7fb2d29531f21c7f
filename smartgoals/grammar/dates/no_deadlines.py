"""What looks like a date or deadline and is none: levels, frequencies, years that only say which."""

from __future__ import annotations

import re

from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_of
from smartgoals.grammar.word_sets import BOUNDS_BEHIND, DUE, LIMITS, MORE_OR_LESS, NOMINALS
from smartgoals.reading import Reading, Word

_NAMED = NOMINALS | VERB_CLASSES | {"name_head", "goal_word", "cadence"}  # what stands behind 'the 2027' is a noun
_DUE = frozenset(("by", "before", "until", "toward", "to"))
_OF_LEVEL = frozenset(("of", "by_amount"))
_BEFORE_LEVEL = frozenset(("maintain", "colon"))
_OF_EVENT = frozenset(("other", "metric", "from", "aside", "of", "the"))  # 'of payment', 'после оплаты'
_MOST_OWNED = 2  # genitives behind a metric
_AMOUNTS = frozenset(("number", "percent"))  # what a change ends in
_OF_NUMBER = DUE | BOUNDS_BEHIND | {"time_unit"}  # '£42 at most in 2027', '30 min 2027'
_CHANGES = ("increase", "decrease", "improve", "multiply")
_NO_EVENT = frozenset(("number", "period", "channel", "owner"))
_COUNTED: frozenset[str] = NOMINALS | {"percent", "currency"}
_COUNTABLE = frozenset(("metric", "percent", "currency", "cadence"))


def is_multiple(at: int, words: list[Word]) -> bool:
    """'Increase revenue 3 times in 2 years', 'ROAS 4x in …': whether 'times' multiplies, and tells no frequency."""
    if "times" not in words[at] or at == 0:
        return False
    verb = next((name for word in reversed(words[:at]) if (name := verb_of(word)) is not None), None)
    return verb in _CHANGES or (verb != "activity" and words[at - 1].end == words[at].start)


def counts(words: list[Word], at: int) -> bool:
    """Whether something countable, or a cadence, stands there: 'to 2027 leads'."""
    return at < len(words) and words[at].has(_COUNTABLE)


def is_left(match: re.Match[str], words: list[Word]) -> bool:
    """'From 2000 to 5000', 'from 2010 visits': whether what looks like a year is a level that is left."""
    at = match.end()
    if "from" not in words[match.start()] or "year" not in words[at - 1] or at >= len(words):
        return False
    led = "to" in words[at] and any("number" in w for w in words[at + 1 : at + 2])
    return "metric" in words[at] or (led and ("year" not in words[at + 1] or counts(words, at + 2)))


def is_compared(match: re.Match[str], reading: Reading) -> bool:
    """'10 % lower than 2025', '10 more than in 2026': whether a bound behind a number stands before a year."""
    words, at = reading.words, match.start("period")
    period = words[at]["period"]
    if match["edge"] or at < 2 or period is None or not period.of_year:
        return False
    over = period.fixed[1] < reading.today and match.end() < len(words) and "other" in words[match.end()]
    at -= "in" in words[at - 1] and not over  # '12 % over 2025 levels'
    behind = words[at - 1].has(LIMITS) and words[at - 1].keys().isdisjoint(_OF_NUMBER)
    return behind and at > 1 and words[at - 2].has(_AMOUNTS)


def is_base(match: re.Match[str], reading: Reading) -> bool:
    """Ru 'рост на 10 % к 2026 году': whether a year that has begun is what a change is measured against."""
    words, period = reading.words, reading.words[match.start("period")]["period"]
    if match["edge"] or match.start() == 0 or "toward" not in words[match.start()] or not (period and period.of_year):
        return False
    return period.fixed[0] <= reading.today and words[match.start() - 1].has(_AMOUNTS)


def counts_anything(match: re.Match[str], words: list[Word]) -> bool:
    at = match.end("period")
    return counts(words, at) or (at < len(words) and "other" in words[at])


def says_which(match: re.Match[str], reading: Reading) -> bool:
    """'The 2025 revenue', 'our 2027 fair', 'exceed 2025 sales by 20 %': whether a year only qualifies a noun."""
    words, at = reading.words, match.start("period")
    if not reading.lexicon.noun_adjuncts or at == 0:
        return False
    if match.end() != at + 1 or at + 1 >= len(words) or not words[at + 1].has(_NAMED):
        return False
    if match["prep"]:  # 'within the 2026 budget', 'at the 2019 level', but 'in the 2027 season'
        prep = words[match.start("prep")]
        past: bool = words[at]["year"] < reading.today.year
        dated = "for_whom" in prep and sum("period" in word for word in words) > 1  # 'for the 2027 fair by March'
        return "the" in words[at - 1] and prep.keys().isdisjoint(_DUE) and (past or dated or "at_most" in prep)
    if "the" in words[at - 1]:
        return True
    if not words[at + 1].has(NOMINALS):
        return False
    numbered = any("number" in word for i, word in enumerate(words) if i != at)
    owned = "other" in words[at - 1] and reading.forms[words[at - 1].first].filler
    return (owned and numbered) or _has_level(words, at + 1)


def is_of_past(match: re.Match[str], reading: Reading) -> bool:
    """'Виручку 2025 року', '2019 års nivå': whether a year that is over says of a noun right beside it when it was."""
    words, at = reading.words, match.start("period")
    period = words[at]["period"]
    if match["prep"] or match["edge"] or period is None or not period.of_year or period.fixed[1] >= reading.today:
        return False
    if match.end() - match.start() > 1 or "year" in words[at]:
        return False
    ahead, behind = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    return (ahead is not None and "metric" in ahead) or (behind is not None and behind.has(NOMINALS))


def is_level(match: re.Match[str], reading: Reading) -> bool:
    """Sv 'håll leveranstiden på 3 dagar', 'svarstid på högst 2 dagar': whether a time is measured to be that long."""
    words, at = reading.words, match.start()
    if _is_speed(match, reading) or _is_of_share(match, words) or _is_since(match, words):
        return True
    kept = at > 1 and words[at - 1].has(_BEFORE_LEVEL)
    measured = words[measured_at(reading, at - 1 - kept)].get("metric") if at else None
    if measured is None or measured.id not in reading.ontology.times:
        return False
    bound = "to" in words[at] and any("at_most" in w for w in words[at : match.end()])
    held = any("maintain" in w for w in words[:at])
    said = "to" in words[at] or _is_standard(match, words)
    return held or bound or (said and not any(w.has(VERB_CLASSES) for w in words[:at]))


def measured_at(reading: Reading, at: int) -> int:
    """The word given, or a metric that a genitive or two behind it belong to: 'ответ на обращение | жильца дома'."""
    words, lexicon, i = reading.words, reading.lexicon, at
    while i > max(at - _MOST_OWNED, 0) and lexicon.has_cases and "other" in words[i]:
        if "gent" not in lexicon.cases(reading.tokens[words[i].first].text):
            break
        i -= 1
    return i if "metric" in words[i] else at


def is_length(match: re.Match[str], reading: Reading) -> bool:
    """'Укласти договори на 3 роки', ru 'взять кредит на 5 лет': how long a verb's object goes on."""
    words, at = reading.words, match.start()
    if not match["number"] or not reading.lexicon.has_cases or not {"within", "by_amount"} <= words[at].keys():
        return False
    at -= at > 0 and words[at - 1].has(LIMITS)
    return at > 1 and words[at - 1].has(NOMINALS) and any(word.has(VERB_CLASSES) for word in words[: at - 1])


def _is_standard(match: re.Match[str], words: list[Word]) -> bool:
    """'Response time within 2 days': whether so many days or weeks are all that a goal says in numbers."""
    if not match["number"] or "within" not in words[match.start()]:
        return False
    ahead, behind = words[: match.start()], words[match.end() :]
    apart = any(word.has(MORE_OR_LESS) for word in ahead) or any("number" in word for word in (*ahead, *behind))
    return not apart and words[match.start("unit")].get("unit") in ("day", "week")


def _is_of_share(match: re.Match[str], words: list[Word]) -> bool:
    """'Deliveries within 3 days: 95 %', 'send parcels within a day of payment — at least 98 %': whether so many days or
    weeks say of what a share is."""
    if "within" not in words[match.start()] or any("number" in word for word in words[: match.start()]):
        return False
    sign = next((i for i in range(match.end(), len(words)) if words[i].has(SIGNS)), len(words))
    after = all(word.has(_OF_EVENT) for word in words[match.end() : sign])
    level = next((i for i in range(sign + 1, len(words)) if not words[i].has(LIMITS)), len(words))
    behind = words[level : level + 4]  # also '…: 12 → 8 %'
    counted = after and len(behind) > 1 and "number" in behind[0] and any("percent" in word for word in behind)
    return counted and words[match.start("unit")].get("unit") in ("day", "week")


def _is_since(match: re.Match[str], words: list[Word]) -> bool:
    """'An interview within 7 days of applying', sv 'inom 7 dagar efter ansökan': whether so much time runs from what
    else happens, each time anew."""
    behind = words[match.end() : match.end() + 2]
    if not match["number"] or "within" not in words[match.start()] or len(behind) < 2:
        return False
    return "since" in behind[0] and not behind[1].has(_NO_EVENT)


def _is_speed(match: re.Match[str], reading: Reading) -> bool:
    """'Reply to reviews within 2 days': whether so many days or weeks are the time that something is to take."""
    words, at = reading.words, match.start()
    if not match["number"] or "within" not in words[at] or at == 0:
        return False
    if not is_timed(words[measured_at(reading, at - 1)], reading):
        return False
    return words[match.start("unit")].get("unit") in ("day", "week")


def is_timed(word: Word, reading: Reading) -> bool:
    """Whether a word is a metric of time that begins with its verb: 'reply to reviews'."""
    metric = word.get("metric")
    if metric is None or metric.id not in reading.ontology.times:
        return False
    return not VERB_CLASSES.isdisjoint(reading.forms[metric.first].values)


def is_restated(at: int, words: list[Word]) -> bool:
    """'Close the books in 5 days instead of 9': whether what stands before a word is what another was until now."""
    behind = words[at : at + 2]
    return len(behind) > 1 and {"current", "without"} <= behind[0].keys() and "number" in behind[1]


def is_numbered(at: int, words: list[Word]) -> bool:
    """'In Year 6', 'on day 4': whether a number behind a unit of time says which, where an article tells a length."""
    behind = words[at + 1] if at + 1 < len(words) else {}
    return "number" in behind and "year" not in behind and words[at - 1].keys().isdisjoint(("a", "the", "each"))


def is_numbered_alone(at: int, words: list[Word]) -> bool:
    """'By the end of year 2', but not 'by end of month 40 leads': whether such a number counts nothing."""
    counted = at + 2 < len(words) and words[at + 2].has(_COUNTED)
    return is_numbered(at, words) and not counted


def _has_level(words: list[Word], at: int) -> bool:
    """'Sales of $2M', 'sales by 20 %': whether what a metric is or changes by stands right behind it."""
    behind = words[at + 1 : at + 4]
    return "metric" in words[at] and len(behind) > 1 and behind[0].has(_OF_LEVEL) and any("number" in w for w in behind)
