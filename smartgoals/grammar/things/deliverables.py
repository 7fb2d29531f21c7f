"""Deliverables: what is done or not done, so that nothing is counted ('launch the intranet', 'host a webinar')."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.verbs.direction import Verbs
from smartgoals.grammar.word_sets import ARTICLES
from smartgoals.reading import TAKEN, Match, Reading, Word

_THINGS = frozenset(("other", "name", "channel", "metric", "capital"))
_NAMES = frozenset(("name", "name_head", "capital"))
_PAUSES = frozenset(("comma", "stop", "close"))
_APART = frozenset(("and", "comma", "to", "auxiliary", "number"))
_DONE = frozenset(("activity", "other"))
_OBJECTS = _THINGS | {"noun_activity", "owner"}


def is_one(reading: Reading, aims: list[Aim], verbs: Verbs, main: str | None) -> bool:
    """Whether a goal says what is to be done, once: work with a concrete object, or one thing to get."""
    if any(m.id == "quantity" for m in reading.vague):
        return False  # not 'do better marketing'
    if not verbs.verbs and main != "activity":
        return not (aims or main or reading.quantities) and _is_done(reading)
    at = verbs.verbs[0][0] if verbs.verbs else -1
    if not aims:
        work = main == "activity" or verbs.light
        return (work and _names_work(reading, at)) or (main == "achieve" and at >= 0 and _gets_one(reading, at))
    only = aims[0].metric if len(aims) == 1 and aims[0].quantity is None and aims[0].baseline is None else None
    if only is None or main not in ("activity", "achieve") or not 0 <= at < aims[0].at:
        return False
    world = reading.ontology
    known = world.metrics.get(only.id or "")
    if known is None or known.kind == "activity" or known.id in world.agreed or "implies" in reading.words[at]:
        one = _has_article(reading, aims[0].at) or _is_singular(reading, only.first, only.last)
        return one or _is_definite(reading, aims[0].at, only)
    if (known.id in world.levels and known.id not in world.stocks) or known.id in world.money:
        return False  # 'get a good NPS': a level is reached by so much
    return _has_article(reading, aims[0].at) or _is_singular(reading, only.first, only.last, person=True)


def has_done(reading: Reading, verbs: Verbs) -> bool:
    """'Get the new site launched', 'have the list printed': whether a verb of reaching has work done to a thing."""
    lexicon, words = reading.lexicon, reading.words
    if not verbs.verbs or verbs.verbs[0][1] != "achieve":
        return False
    thing = False
    for word in words[verbs.verbs[0][0] + 1 :]:
        if thing and word.has(_DONE) and reading.tokens[word.first].text in lexicon.past:
            return True
        thing = thing or word.has(_THINGS)
        if word.has(_APART):
            return False
    return False


def _is_done(reading: Reading) -> bool:
    """'New intranet live by 1 December': whether something is said to be there, at the end or beside a deadline."""
    words, chars = reading.words, reading.chars
    for i, word in enumerate(words):
        ends = i + 1 == len(words) or chars[i + 1] == TAKEN or words[i + 1].has(_PAUSES)
        beside = ends or chars[i] == TAKEN or (i > 0 and chars[i - 1] == TAKEN)
        if "done" in word and beside:
            return any(other.has(_THINGS) for other in words)
    return False


def _names_work(reading: Reading, at: int) -> bool:
    """Whether something concrete stands beside work: 'launch the intranet', 'complete the audit'."""
    words = reading.words
    if at >= 0 and (any("noun_activity" in word for word in words[at + 1 :]) or _holds_object(reading, words[at])):
        return True
    named = any("name_head" in a and "number" in b for a, b in pairwise(words))  # 'implement ISO 9001'
    return named or any(word.has(_THINGS) for word in words)


def _holds_object(reading: Reading, verb: Word) -> bool:
    """'Подготовить отчёт': whether cases show that a verb of several words ends with a noun."""
    lexicon, last = reading.lexicon, reading.tokens[verb.last - 1].text
    return verb.last - verb.first > 1 and "noun" in lexicon.verb_forms(last)


def _gets_one(reading: Reading, at: int) -> bool:
    """'Hire a manager', 'get ISO 9001 certified': whether one thing, or a name, stands right behind the verb."""
    if _holds_object(reading, reading.words[at]):
        return True  # 'сдать экзамен'
    words, behind = reading.words, at + 1
    while behind < len(words) - 1 and (reading.forms[words[behind].first].filler or words[behind].has(ARTICLES)):
        behind += 1
    if behind >= len(words) or not words[behind].has(_OBJECTS | _NAMES):
        return False
    word, lexicon = words[behind], reading.lexicon
    if word.has(_NAMES):
        return True
    if not lexicon.has_cases:
        return _has_article(reading, behind, ARTICLES)
    abstract = reading.tokens[word.last - 1].text.endswith(lexicon.abstract)
    return not abstract and _is_singular(reading, word.first, word.last)


def _has_article(reading: Reading, at: int, articles: frozenset[str] = frozenset("a")) -> bool:
    """Whether an article stands before a word, but for fillers and its own first part: 'a new case study'."""
    words = reading.words
    while at > 0 and reading.tokens[words[at].first].glued and "other" in words[at - 1]:
        at -= 1
    while at > 0 and not words[at - 1].has(articles) and reading.forms[words[at - 1].first].filler:
        at -= 1
    return at > 0 and words[at - 1].has(articles)


def _is_definite(reading: Reading, at: int, only: Match) -> bool:
    """Whether one certain thing is named: 'publish the case study', sv 'skicka nyhetsbrevet'."""
    lexicon, noun = reading.lexicon, reading.tokens[only.last - 1].text
    if lexicon.endings.plurals:
        return not noun.endswith(lexicon.endings.plurals) and _has_article(reading, at, frozenset(("the",)))
    lemmas = lexicon.lemmas(noun)
    stems = [noun.removesuffix(ending) for ending in lexicon.definite if noun.endswith(ending)]
    return any(stem in lemmas and stem in lexicon.entities for stem in stems)


def _is_singular(reading: Reading, first: int, last: int, *, person: bool = False) -> bool:
    """Whether cases show that some tokens name one thing, or person, that is an object: 'провести вебінар'."""
    lexicon = reading.lexicon
    if not lexicon.has_cases:
        return False
    nouns = (token.text for token in reading.tokens[first:last] if not lexicon.is_adjective(token.text))
    head = next((text for text in nouns if lexicon.cases(text)), None)
    if head is None or not lexicon.is_single(head):
        return False
    return not person or "gent" in lexicon.cases(head)  # the accusative of persons alone is their genitive
