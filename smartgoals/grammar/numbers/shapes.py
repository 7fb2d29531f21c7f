"""Numbers that are no numeral with a unit: 'a third', 'double', 'within an hour', '4/5'."""

from __future__ import annotations

import re

from smartgoals.grammar.bounds import comparator
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.comparatives import compared_amount, way_of
from smartgoals.grammar.numbers.rates import RATING_SCALES
from smartgoals.grammar.verb_classes import PREDICATES
from smartgoals.grammar.word_sets import CHANGES, LIMITS, THINGS
from smartgoals.reading import TAKEN, Quantity, Reading

_LEVELLED = frozenset(("number", "to", "by_amount"))  # 'a reply rate of 30 %'
_HIRED = "headcount"
_NTH = frozenset(("ordinal", "ordinal_suffix"))
_SHUT_OUT = frozenset(("without", "prevent", "decrease"))  # 'lose no customers'
_BEFORE_NONE = frozenset(("achieve", "colon", "state"))
_SAID_OF_NONE = PREDICATES | {"prevent"}


def fraction(match: re.Match[str], reading: Reading) -> Quantity:
    word = reading.words[match.start("fraction" if match["fraction"] else "part")]
    opens = reading.words[match.end("lead") - 1] if match["lead"] else {}
    lead = "to" if "to" in opens else "from" if "from" in opens else "by_amount"
    bound = comparator(match, reading.words, None, None, False) if match["fraction"] else "="
    ahead = reading.words[max(match.end("lead") - 2, 0) : match.end("lead") - 1] if lead == "by_amount" else []
    if (way := compared_amount(ahead)) is not None:  # 'меньше на треть'
        bound = "="
    quantity = Quantity(
        word["fraction"], None, "percent", None, bound, word.start, word.end,
        match.start(), match.end(), lead,
    )  # fmt: skip
    if way is not None:
        quantity.direction, quantity.more = way, True
    if match["rest"]:
        quantity.direction, quantity.more = way_of(reading.words[match.start("rest")]), True
    return quantity


def share(match: re.Match[str], reading: Reading) -> Quantity:
    """'A third of our leads': a share to reach."""
    word = reading.words[match.start("fraction")]
    value = word.get("fraction", 50.0)
    bound = comparator(match, reading.words, None, None, False)
    return Quantity(value, None, "percent", None, bound, word.start, word.end, match.start(), match.end())


def one_hour(match: re.Match[str], reading: Reading) -> Quantity | None:
    """'Within an hour', 'under half an hour'; 'to a day', 'by an hour', where a metric of time stands before it."""
    words, at = reading.words, match.start()
    word, led, before = words[match.end() - 1], words[at], words[:at]
    unit, value = word["time_unit"], 0.5 if match["half"] else 1.0
    changed = any(w.has(CHANGES) for w in before)
    less = "by_amount" in led and ("within" in led or changed)
    if match["level"] or (less and changed):
        measured = {w["metric"].id for w in before if "metric" in w}
        if (measured or not less) and not measured & (reading.ontology.times | {None}):
            return None  # but sv 'minska administrationen med en timme'
    elif unit not in ("second", "minute", "hour") or ("by_amount" in led and not less):
        return None
    bound, lead = ("=", "to") if match["level"] else ("=", "by_amount") if less else ("<=", "within")
    return Quantity(value, None, unit, None, bound, words[at + 1].start, word.end, at, match.end(), lead)


def rank(match: re.Match[str], reading: Reading) -> Quantity | None:
    """'From 11th to 5th place in search results': what a place was and is to be, where a metric is a level."""
    words, group = reading.words, "low" if match["low"] else "high"
    begin, end = match.span(group)
    beside = words[max(match.start() - 2, 0) : match.start()]
    if group == "high" and not any(word.has(_NTH) for word in beside):
        return None  # 'from the 1st of May', 'to the 3rd floor'
    if not any("metric" in word and word["metric"].id in reading.ontology.ranks for word in words):
        return None
    value = words[begin]["ordinal"] if "ordinal" in words[begin] else words[begin]["number"].value
    lead = "from" if group == "low" else "to"
    return Quantity(
        float(value), None, None, None, "=", words[begin].start, words[end - 1].end, match.start(), match.end(), lead
    )


def one_each(match: re.Match[str], reading: Reading) -> Quantity | None:
    """Sv 'ett nyhetsbrev i veckan': an article that is the numeral one, where something comes again."""
    word = reading.words[match.start()]
    if "each" in word:
        return None  # 'a newsletter every week' tells no number
    return Quantity(1.0, None, None, None, "=", word.start, word.end, match.start(), match.start() + 1)


def one_more(match: re.Match[str], reading: Reading) -> Quantity | None:
    """'Hire 3 nurses and a doctor', '3 letters, 50 calls and hold a workshop': an article that is the numeral one, at
    the end of a list of work done, or of who is won, with so many of each."""
    words, at, last = reading.words, match.start(), match.end()
    joined = next((i for i in (at, at - 1) if "and" in words[i]), at - 2)  # sv 'och en' is one word
    before = next((i for i in range(joined - 1, -1, -1) if "number" in words[i]), None)
    if before is None or "and" not in words[joined] or reading.chars[before] == TAKEN:
        return None
    named = words[last - 1].get("metric")
    metric = reading.ontology.metrics.get(named.id or "") if named is not None else None
    worked = metric is not None and metric.kind == "activity"
    hired = any(word.get("implies") == _HIRED for word in words[:before]) and (named is None or named.id == _HIRED)
    behind = (word for word, char in zip(words[last : last + 2], reading.chars[last:], strict=False) if char != TAKEN)
    alike = words[before + 1].has(THINGS) and not any(word.has(_LEVELLED) for word in behind)
    if not (worked or hired) or not alike:
        return None
    start = reading.tokens[words[at].last - 1].start
    return Quantity(1.0, None, None, None, "=", start, words[at].end, at, at + 1)


def none(match: re.Match[str], reading: Reading) -> Quantity | None:
    """'No complaints in Q2': that there is to be none of what is bad, or heads the goal, and no number beside it."""
    words, at = reading.words, match.start()
    first, last = segments.start(words, at), segments.end(words, at)
    named = words[match.end()].get("metric")
    metric = reading.ontology.metrics.get(named.id or "") if named is not None else None
    opens = at == first or words[at - 1].has(_BEFORE_NONE) or reading.chars[at - 1] == TAKEN
    opens = opens and not any("number" in word for word in words[:at])  # 'CSAT to 90 %, no excuses'
    aimed = metric.better == "down" if metric is not None else opens
    marks = reading.marked("negation")
    negated = [not marks.isdisjoint(range(w.first, w.last)) for w in words]
    shut_out = any(w.has(_SHUT_OUT) for w in words[first:at]) or any(negated[first:at])
    if not aimed or shut_out or any("number" in word for word in words[first:at]):
        return None
    behind = [words[i] for i in range(at, last) if reading.chars[i] != TAKEN]
    said = named is None and (any(word.has(_SAID_OF_NONE) for word in behind) or any(negated[at:last]))
    bounded = not (named is None and reading.declines) and any(word.has(LIMITS) for word in behind)
    if said or bounded:
        return None  # 'no patient waits longer than 10 minutes', 'no costs above $5k'
    return Quantity(0.0, None, None, None, "=", words[at].start, words[at].end, at, at + 1)


def once(match: re.Match[str], reading: Reading) -> Quantity | None:
    """'Раз на місяць', 'хоча б раз в неделю': where forms show it, and no number stands elsewhere, it is one."""
    word, lexicon = reading.words[match.start("once")], reading.lexicon
    text = reading.tokens[word.first].text
    alone = lexicon.has_cases and lexicon.lemmas(text) == (text,)
    if not alone or any("number" in other for other in reading.words):
        return None
    bound = comparator(match, reading.words, None, None, False)
    return Quantity(1.0, None, None, None, bound, word.start, word.end, match.start(), match.end())


def by_fraction(match: re.Match[str], reading: Reading) -> Quantity:
    """'наполовину': a change by a share, in one word."""
    word = reading.words[match.start()]
    return Quantity(
        word["by_fraction"], None, "percent", None, "=", word.start, word.end, match.start(), match.end(),
        "by_amount",
    )  # fmt: skip


def one_unit(match: re.Match[str], reading: Reading) -> Quantity:
    """'A percentage point', 'half a percentage point'."""
    words = reading.words
    begin = match.start("half") if match["half"] else match.start("unit")
    return Quantity(
        0.5 if match["half"] else 1.0, None, "percentage_point", None, "=", words[begin].start,
        words[match.end() - 1].end, match.start(), match.end(), "by_amount",
    )  # fmt: skip


def factor(match: re.Match[str], reading: Reading) -> Quantity:
    """'Double', 'вдвічі', 'at least twice as many'."""
    word = reading.words[match.start("factor")]
    bound = comparator(match, reading.words, None, None, False)
    name = next(name for name in ("multiply", "noun_multiply", "factor") if name in word)
    value = word[name]
    way = "decrease" if value < 1 else "increase"
    if match["rest"]:
        way = way_of(reading.words[match.start("rest")])
    return Quantity(
        value, None, "multiple", None, bound, word.start, word.end, match.start(), match.end(), "by_amount",
        direction=None if name == "factor" and not match["rest"] else way, more=bool(match["rest"]),
    )  # fmt: skip


def rating(match: re.Match[str], reading: Reading) -> Quantity | None:
    word = reading.words[match.start()]
    parts = word["date"].split("/")
    before = reading.words[match.start() - 1] if match.start() else None
    if len(parts) == 2 and int(parts[0]) < int(parts[1]) < 10 and before is not None and "by_amount" in before:
        share = 100 * int(parts[0]) / int(parts[1])  # 'by 1/3'
        return Quantity(
            share, None, "percent", None, "=", word.start, word.end, match.start(), match.end(), "by_amount"
        )
    if len(parts) != 2:
        return None
    rated = int(parts[1]) in RATING_SCALES and int(parts[0]) <= int(parts[1])
    unit = "rating" if rated else "ratio"  # of '24/7', which is no number that a goal aims at
    return Quantity(float(parts[0]), None, unit, None, "=", word.start, word.end, match.start(), match.end())
