"""What may be a verb or a change noun, and what only looks like one."""

from __future__ import annotations

import re

from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Reading, Word

VERBS = ("increase", "decrease", "maintain", "achieve", "activity", "improve", "multiply")
NOUNS = tuple(f"noun_{name}" for name in VERBS)
VERB_CLASSES = frozenset(VERBS)
ANY_VERB = VERB_CLASSES.union(NOUNS)
CHANGE_NOUNS = frozenset(("noun_increase", "noun_decrease"))
PREDICATES = VERB_CLASSES | {"auxiliary"}  # what may be the verb of a clause
_BEHIND_LEVEL = frozenset(("comma", "stop", "by", "open", "dash", "arrow", "period"))
_COUNTED = frozenset(("other", "metric"))  # nouns
_QUOTED = re.compile(r"[«“„][^«»“”„\d]{1,40}[»”“]|‘[^‘’\d]{1,40}’")
_MOST_QUOTED = 45  # characters in quotation marks that name a thing


def verb_of(word: Word) -> str | None:
    """The class of a verb or of a change noun, without its 'noun_'."""
    if ANY_VERB.isdisjoint(word):
        return None
    for name in VERBS:
        if name in word:
            return name
    for name in NOUNS:
        if name in word:
            return name.removeprefix("noun_")
    return None


def verb_before(words: list[Word], at: int) -> Word | None:
    """The nearest verb before a word; None if there is none."""
    return next((word for word in reversed(words[:at]) if word.has(VERB_CLASSES)), None)


def is_verb(word: Word) -> bool:
    """Whether a word is a verb and no metric."""
    return "metric" not in word and word.has(VERB_CLASSES)


def is_counted_noun(words: list[Word], at: int, lexicon: Lexicon, text: str) -> bool:
    """'12 вистав', 'swims: 12': whether a word that may be a verb is the noun that a number beside it counts."""
    if not is_verb(words[at]):
        return False
    if is_heading(words, at):
        return True
    if at == 0 or "number" not in words[at - 1] or not lexicon.has_cases:
        return False
    return "noun" in lexicon.verb_forms(text) and "gent" in lexicon.cases(text)


def is_adjunct(words: list[Word], at: int, lexicon: Lexicon) -> bool:
    """'8 book readings', 'add the 12 remaining boxes': whether what may be a verb or a noun of change only qualifies
    the noun that a number before it counts, where nouns qualify nouns."""
    if at == 0 or at + 1 >= len(words) or "number" not in words[at - 1] or not lexicon.noun_adjuncts:
        return False
    ahead = at - 3 if at > 2 and "the" in words[at - 2] else at - 2
    counted = ahead < 0 or words[ahead].has(VERB_CLASSES)
    return counted and "metric" not in words[at] and words[at].has(ANY_VERB) and words[at + 1].has(_COUNTED)


def is_heading(words: list[Word], at: int) -> bool:
    """'Swims: 12', 'swims (Mum): 3': whether a word has a colon behind it, and a number that counts nothing else."""
    last = len(words)
    at += 1
    if at < last and "open" in words[at]:
        at = next((i + 1 for i in range(at, last) if "close" in words[i]), last)
    if at + 1 >= last or "colon" not in words[at] or "number" not in words[at + 1]:
        return False
    at += 3 if at + 2 < last and "percent" in words[at + 2] else 2
    return at >= last or words[at].has(_BEHIND_LEVEL)


def is_converb(reading: Reading, at: int) -> bool:
    """'Вложив 600 тыс. руб., получить …': whether the verb that opens a goal is no predicate, and a later one is."""
    lexicon, words = reading.lexicon, reading.words
    if at > 0 or not lexicon.has_cases or not words[0].has(VERB_CLASSES):
        return False
    comma = next((i for i, word in enumerate(words) if "comma" in word), len(words))
    text = reading.tokens[words[0].last - 1].text
    finite = lexicon.verb_forms(text) or lexicon.lemmas(text)[-1] == text
    return not finite and any(word.has(VERB_CLASSES) for word in words[comma:])


def is_named(reading: Reading, word: Word) -> bool:
    """Whether a word stands, alone or as part of a name, in quotation marks: 'clicks on ‘Buy now’'."""
    text = reading.text
    first, last = max(word.start - _MOST_QUOTED, reading.tokens[0].start), word.end + _MOST_QUOTED
    for quoted in _QUOTED.finditer(text, first, last):
        if quoted.start() < word.start and word.end < quoted.end():
            words = quoted[0].count(" ") + 1
            return words <= 2 or text[: quoted.start()].rstrip()[-1:].isalpha()
    return False
