"""Clauses that say what is, or what others have, beside what is to be: 'PureGym has 1,900; we want …'."""

from __future__ import annotations

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.reading import Quantity, Reading, Word

_WANTED = VERB_CLASSES | {"goal_word", "colon"}
_MOST_OF_SUBJECT = 3  # words at a clause's beginning in which others are named
_THEIRS = frozenset(("other", "owner"))
_TO_BE = frozenset(("auxiliary", "amounts"))


def is_of_state(quantity: Quantity, reading: Reading) -> bool:
    """'PureGym has 1,900; we want …', '…, because we have 14 shops': whether its clause says what is."""
    words = reading.words
    first, last = clause(words, quantity)
    noted = segments.start(words, first - 1) if first and "open" in words[first - 1] else first
    if (
        "reason" in words[first]
        or "reason" in words[noted]
        or "only" in words[first]
        or is_taken_up(quantity, reading)
        or any("rival" in w for w in words[first : first + _MOST_OF_SUBJECT])
        or _is_of_theirs(words[first : quantity.first])
    ):
        return True
    if "colon" in words[quantity.first] or words[quantity.first].has(VERB_CLASSES):
        return False  # also sv 'vi har 14 butiker och ska nå 20 %'
    for i in range(quantity.first - 1, first - 1, -1):
        word = words[i]
        asked = word is words[0] and "achieve" in word  # 'Have 95 % of tickets answered …'
        if "auxiliary" in word and any("goal_word" in f.values for f in reading.forms[words[first].first : word.first]):
            return False  # 'the revenue target for 2027 is $4M'
        asked = asked or ("auxiliary" in word and _is_due(words[i + 1], reading))
        if not asked and _tells(word, reading):
            return True
        if word.has(_WANTED) or ("auxiliary" in word and "and" in words[i - 1]):
            return False  # 'we have 3 shops and want 40 leads'
    at = next((i for i in range(quantity.last, last) if _tells(words[i], reading) or words[i].has(_WANTED)), None)
    if at is None or not _tells(words[at], reading):
        return False
    return not ("auxiliary" in words[at] and at + 1 < last and words[at + 1].has(VERB_CLASSES))  # '40 лідів має дати …'


def is_taken_up(quantity: Quantity, reading: Reading) -> bool:
    """'The wait is 8 minutes. Halve it.', 'Черга — 8 хвилин. Скоротити її вдвічі': whether the next sentence is a
    command about what this one, which is none, tells."""
    words = reading.words
    first, stop = segments.start(words, quantity.first), segments.stop(words, quantity.last)
    if stop + 2 >= len(words) or not words[stop + 1].has(VERB_CLASSES) or words[first].has(_WANTED):
        return False
    if any(quantity.first in told for told in reading.past):
        return False
    return "pronoun" in reading.forms[words[stop + 2].first].values


def _is_of_theirs(said: list[Word]) -> bool:
    """'70 заявок от партнёров, их комиссия остаётся 7 %': whether a clause says what an unknown thing of theirs is."""
    stays = any("maintain" in word or "state" in word for word in said[2:])
    return stays and "pronoun" in said[0] and said[1].has(_THEIRS) and not any("metric" in word for word in said)


def clause(words: list[Word], quantity: Quantity) -> tuple[int, int]:
    first, last = segments.start(words, quantity.first), segments.end(words, quantity.last)
    reasons = [i for i in range(first, last) if "reason" in words[i]]
    if reasons[:1] == [first] and (main := _main_verb(words, first, last)) is not None:
        return (first, main) if quantity.first < main else (main, last)
    first = max([first, *(i for i in reasons if i < quantity.first)])
    return first, min([last, *(i for i in reasons if i >= quantity.last)])


def _main_verb(words: list[Word], first: int, last: int) -> int | None:
    """Sv 'Eftersom 40 % av besöken är mobila ska …': the verb that ends a clause before it without a pause."""
    at = next((i for i in range(first + 1, last) if "number" in words[i]), last)
    main = next((i for i in range(at, last) if "auxiliary" in words[i]), last)
    return main if any("number" in word for word in words[main:last]) else None


def _tells(word: Word, reading: Reading) -> bool:
    """Whether a word is a verb that says what is or was, by the vocabulary or by its form."""
    if "state" in word:
        return True
    lexicon = reading.lexicon
    if not lexicon.has_cases or "other" not in word:
        return False
    forms = lexicon.verb_forms(reading.tokens[word.first].text)
    return "noun" not in forms and not forms.isdisjoint(("present", "past"))


def _is_due(word: Word, reading: Reading) -> bool:
    """Uk '…, CPL має бути 200 грн', '… має лишитися 30 %': whether an infinitive stands behind what may say what is."""
    lexicon = reading.lexicon
    return word.has(_TO_BE) or "infinitive" in lexicon.verb_forms(reading.tokens[word.first].text)
