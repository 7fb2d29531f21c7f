"""What looks like the verb of a goal and is none: a note in a list, an auxiliary, a question, a relative clause."""

from __future__ import annotations

from itertools import takewhile

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import exclusions, segments
from smartgoals.grammar.clauses.segments import BELOW_A_DAY
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_of
from smartgoals.grammar.word_sets import (
    AROUND_NUMBER,
    CHANGING_OR_RAISING,
    DUE,
    LEVEL_LEADS,
    LIMITS,
    NOMINALS,
    PAUSES,
    THINGS,
)
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_COMMA = bits(["comma"])
_ABOUT = frozenset(("in", "aside", "topic", "for_whom"))
_ABOUT_COUNTED = _ABOUT | {"by"}
_LEVELS = frozenset(("money", "percent", "rating"))
_BOUNDS = (">=", "<=")
_OF_PRICE = frozenset(("for_whom", "company", "agent"))  # before what something costs or what it has
_HOW = frozenset(("company", "aside", "means"))  # before what something is reached with
_GOVERNING = frozenset(("aside", "for_whom", "reason"))
_NOUNS = frozenset(("other", "the", "a", "metric"))
_NO_SPENDING = frozenset(("number", "period", "date", "month", "season", "unit", "this", "next", "each"))
_MOST_BEFORE = 3  # words of the subject of a clause that says when
_WHICH = frozenset(("the", "this", "next", "within", "season"))  # before a noun that says when: 'by the next release'
_SUBJECTS = frozenset(("auxiliary", "the"))  # pronouns, and what stands before nouns
_SUBJECT = _SUBJECTS | {"other", "metric", "channel", "owner"}
_MOST_GOVERNED = 4  # words from a preposition to a noun that it governs
_TO_LEVEL = frozenset(("of", "to", "at_least", "at_most", "about", "by_amount"))


def heads_list(reading: Reading, at: int) -> bool:
    """'12 000 посетителей, продвижение — соцсети': whether a noun only says what the words behind its sign are."""
    words = reading.words
    between = 0 < at < len(words) - 1 and words[at - 1].has(PAUSES) and words[at + 1].has(segments.SIGNS)
    return between and any(q.last < at for q in reading.quantities)


def heads_goal(reading: Reading, at: int) -> bool:
    """'Продвижение у блогеров: 2 млн охвата': whether a noun of work, with a channel, heads what it brings."""
    words = reading.words
    colon = next((i for i, word in enumerate(words) if "colon" in word), 0)
    opens = not any(q.first < colon for q in reading.quantities) and any("channel" in w for w in words[at + 1 : colon])
    return opens and any("metric" in word for word in words[colon:])


def is_matter(reading: Reading, at: int, *, moved: bool) -> bool:
    """'Число жалоб на уборку снега': whether a preposition makes a noun behind another only say what that is about.

    The other is a metric or counted, or `moved`: behind the verb or change noun of the goal.
    """
    words = reading.words
    if at <= 1 or not words[at - 1].has(_ABOUT_COUNTED):
        return False
    if moved and words[at - 1].has(_ABOUT):
        return True
    counted = words[at - 2]
    return "metric" in counted or any(m.kind == "quantifier" and m.last == counted.first for m in reading.marks)


def keeps_within(reading: Reading, at: int) -> bool:
    """'Grow without churn rising above 5 %': whether what is shut out is that something passes a bound."""
    words = reading.words
    clause = range(at, exclusions.last(words, at))
    return any(q.first in clause and words[q.first].has(LIMITS) for q in reading.quantities)


def is_perfect(reading: Reading, at: int) -> bool:
    """'We will have grown to 700': whether 'have' stands right before the verb that says what is done."""
    behind = reading.words[at + 1] if at + 1 < len(reading.words) else None
    if behind is None or "metric" in behind or not behind.has(VERB_CLASSES):
        return False
    return reading.lexicon.is_inflected(reading.tokens[behind.last - 1].text)


def asks_back(reading: Reading, at: int) -> bool:
    """Whether a verb only asks somebody at the end: '…, сможешь?'."""
    lexicon, token = reading.lexicon, reading.tokens[reading.words[at].last - 1]
    behind = reading.text[token.end : token.end + 1]
    return behind == "?" and "second" in lexicon.verb_forms(token.text)


def says_which(reading: Reading, at: int, verbs: list[tuple[int, str]]) -> bool:
    """'Cut the number of calls answered late to 5', sv 'öka andelen besök bokade på nätet till 40 %': whether a
    participle behind a noun says which things a verb before it moves to a level, or by how much."""
    lexicon, words, word = reading.lexicon, reading.words, reading.words[at]
    if not verbs or lexicon.has_cases or verbs[-1][1] not in CHANGING_OR_RAISING or not words[at - 1].has(THINGS):
        return False
    if reading.chars[at - 1] == TAKEN or reading.tokens[word.last - 1].text not in lexicon.past:
        return False
    level = next((q for q in reading.quantities if q.first > at), None)
    moved = level is not None and level.lead in LEVEL_LEADS and not any("number" in w for w in words[verbs[-1][0] : at])
    return moved and level is not None and segments.end(words, verbs[-1][0]) > level.first


def is_level(reading: Reading, at: int) -> bool:
    """'Hold NPS at 40 %', 'hold noise below 40 dB', 'hold CAC payback under 14 months': whether a level, no number of
    things, is behind a verb's object."""
    words = reading.words
    return any(
        q.first > at + 1
        and not words[q.first].has(_OF_PRICE)
        and ((q.unit in _LEVELS and q.per is None) or _is_held(reading, at, q))
        for q in reading.quantities
    )


def _is_held(reading: Reading, at: int, quantity: Quantity) -> bool:
    """'Hold the weight at 24 kg', 'hold the debt below 2 million', 'hold attendance at 900': whether a weight, bound or
    bare level is that of one thing."""
    words = reading.words
    if quantity.comparator in _BOUNDS and words[quantity.first - 1].has(THINGS):
        return True
    if "physical" in words[quantity.last - 1]:
        return quantity.comparator != "=" or quantity.lead == "to"
    if quantity.lead == "to" and quantity.unit is None:
        return quantity.last == len(words) or not words[quantity.last].has(NOMINALS)
    bound = quantity.comparator != "=" and (quantity.unit is None or quantity.unit in BELOW_A_DAY)
    between = words[at + 1 : quantity.first]
    return bound and not any("a" in word or ("metric" in word and word["metric"].id) for word in between)


def may_be_work(reading: Reading, *, counted: bool) -> bool:
    """Whether a metric of the goal counts work, or what one may hold so many of, or none is known."""
    known = reading.ontology.metrics
    ids = [m.id for m in reading.metrics if m.id]
    held = counted and not reading.ontology.held.isdisjoint(ids)
    return not ids or held or any(name in known and known[name].kind == "activity" for name in ids)


def achieves(reading: Reading, at: int) -> bool:
    """'Should have', 'добиться, чтобы': whether an auxiliary of more words has a verb of result, in Slavic first.

    Or one stands before a verb of using, of a number of things: '80 % of customers should use the portal'.
    """
    word, words = reading.words[at], reading.words
    if at + 1 < len(words) and "use" in words[at + 1] and "purpose" not in words[at + 1]:
        end = segments.end(words, at + 1)
        counted = [q for q in reading.quantities if q.first < end and q.lead != "by_amount"]
        times = at + 2 < len(words) and "at_least" in words[at + 2]  # 'the discount should be used at least 900 times'
        return times or any(q.last <= at or "agent" in words[q.first - 1] for q in counted)
    forms = reading.forms[word.first if reading.declines else word.last - 1 : word.last]
    return word.last - word.first > 1 and any("achieve" in form.values for form in forms)


def relative(reading: Reading) -> range:
    """The words of a relative clause between two commas without a number: 'the time that …, to 2 hours'.

    Or behind a level at the end: '… of 11 % without the Basel office, which closes in March'.
    """
    words, marks = reading.words, reading.marked("relative") if reading.may_have(_COMMA) else ()
    for i in range(1, len(words)) if marks else ():
        if i > 1 and words[i].first in marks and "comma" in words[i - 1] and not verb_of(words[i - 2]):
            end = next((k for k in range(i, len(words)) if "comma" in words[k]), None)
            if end is None and any(q.last <= i for q in reading.quantities):
                end = segments.stop(words, i)
            said = words[i:end]
            return range(i, end) if end and not any("number" in w or "metric" in w for w in said) else range(0)
    return range(0)


def says_how(reading: Reading, at: int) -> bool:
    """'Reviews: 40 by June, won with a raffle': whether an English participle behind a level says how it is reached."""
    words, lexicon = reading.words, reading.lexicon
    if not lexicon.noun_adjuncts or at == 0 or at + 1 >= len(words) or "comma" not in words[at - 1]:
        return False
    how, text = words[at + 1].has(_HOW) and reading.chars[at + 1] != TAKEN, reading.tokens[words[at].last - 1].text
    if not how or not (lexicon.is_inflected(text) or text in lexicon.past):
        return False
    numbered = any("number" in word for word in words[at : segments.end(words, at)])
    return not numbered and any(q.last < at for q in reading.quantities)


def is_review(reading: Reading, at: int) -> bool:
    """'CPL under €40, reviewed monthly': whether a verb behind a number says how one looks at the goal."""
    return "review" in reading.words[at] and any("number" in word for word in reading.words[:at])


def only_measures(reading: Reading, at: int) -> bool:
    """'Average first reply 45 min', but 'average 40 visits a day': whether a verb only says how a metric is taken."""
    words = reading.words
    if not any(m.kind == "quantifier" and m.first == words[at].first for m in reading.marks):
        return False
    return at + 1 < len(words) and not words[at + 1].has(AROUND_NUMBER | {"number"})


def says_when(reading: Reading, at: int) -> bool:
    """'500 sign-ups before we launch', '500 sign-ups by launch': whether a verb only says before what a level is."""
    words, lexicon = reading.words, reading.lexicon
    if lexicon.noun_adjuncts and not lexicon.is_inflected(reading.tokens[words[at].last - 1].text):
        ahead = at - 1
        while ahead > 0 and words[ahead].has(_WHICH):
            ahead -= 1
        if ahead > 0 and words[ahead].has(DUE) and any(q.last <= ahead for q in reading.quantities):
            return True
    first = next((i for i in range(at - 1, max(at - 2 - _MOST_BEFORE, -1), -1) if words[i].has(DUE)), None)
    if first is None or first + 1 == at or not words[first + 1].has(_SUBJECTS):
        return False
    subject = words[first + 1 : at]
    return all(word.has(_SUBJECT) for word in subject) and any(q.last <= first for q in reading.quantities)


def saved(reading: Reading, at: int) -> str | None:
    """'Save $20,000 on energy costs': 'decrease' where money and costs, or what less is spent on, follow a verb."""
    if "save" not in reading.words[at]:
        return None
    money, metrics = reading.ontology.money, reading.ontology.metrics
    metric = next((word["metric"].id for word in reading.words[at + 1 :] if "metric" in word), None)
    spent = metric in money and metrics[metric].better == "down"
    amount = next((q for q in reading.quantities if q.first > at), None)
    if amount is None or amount.unit not in ("money", "percent"):
        return None
    return "decrease" if spent or _is_saved_on(reading, amount) else None


def _is_saved_on(reading: Reading, amount: Quantity) -> bool:
    """'Save 10 % on purchasing', ru 'сэкономить 10 тыс. на рекламе', not '… на отпуск': on what less is spent."""
    words, at = reading.words, amount.last
    if at + 1 >= len(words) or "in" not in words[at] or words[at + 1].has(_NO_SPENDING):
        return False
    if reading.declines:
        return "loct" in reading.lexicon.cases(reading.tokens[words[at + 1].first].text)
    return amount.unit == "percent"


def needs_level(reading: Reading, at: int) -> bool:
    """'We need an NPS of at least 50': whether a verb of wanting has a metric and its only level behind it.

    Not 'our goal is a rating of 4.6', which says no more than the numbers do.
    """
    words, word, forms = reading.words, reading.words[at], reading.forms
    said = "needed" in word and not any("goal_word" in form.values for form in forms[word.first : word.last])
    metric = at + 1 + (at + 1 < len(words) and "a" in words[at + 1])
    if not said or metric >= len(words) or "metric" not in words[metric]:
        return False
    last = segments.end(words, metric)
    if sum(at < q.first < last for q in reading.quantities) != 1 or any(q.last <= at for q in reading.quantities):
        return False
    number = next((i for i in range(metric + 1, len(words)) if not words[i].has(_TO_LEVEL)), metric)
    return "number" in words[number]


def is_governed(words: list[Word], at: int) -> bool:
    """'40 leads despite the price rise', 'despite the price rise, win …': whether a preposition behind a number, or
    ahead of the goal's verb, governs a noun that has no number."""
    led = next((i for i in range(at - 1, max(at - 2 - _MOST_GOVERNED, -1), -1) if not words[i].has(_NOUNS)), at)
    beside = words[at + 1 : min(segments.end(words, at + 1), at + 4)]
    beside = list(takewhile(lambda word: "and" not in word and not word.has(VERB_CLASSES), beside))
    if led == at or not words[led].has(_GOVERNING) or any("number" in word for word in beside):
        return False
    counted = any("number" in word for word in words[:led])
    return counted or any(word.has(VERB_CLASSES) or "auxiliary" in word for word in words[at + 1 :])
