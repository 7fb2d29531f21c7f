"""What may stand between a number and what it counts."""

from __future__ import annotations

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES, is_adjunct
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Quantity, Word

LEADING = ("by_amount", "to")  # leads of a number that a note in brackets may part from what it counts
_PASSABLE = frozenset((
    "other", "capital", "name", "of", "noun_increase", "noun_decrease", "noun_multiply", "more", "less", "up", "down",
    "the", "a", "aside", "in", "from", "cadence", "unit", "day_word", "owner", "channel", "implies", "pronoun",
    "start_of", "end_of",
))  # fmt: skip
_PARTING = VERB_CLASSES | {"number", "without"}  # '98 % of flights without delays'
_QUALIFYING = frozenset(("period", "season", "holiday", "weekday", "ordinal", "name_head"))


def passable(word: Word) -> bool:
    """Whether a word may be one of several there: '40 new, well qualified leads', but not sv '2 nya | och en kock'."""
    return word.has(_PASSABLE) and not word.has(_PARTING) and not ("a" in word and "and" in word)


def qualifies(words: list[Word], at: int, lexicon: Lexicon) -> bool:
    """'40 Q3 leads', '300 Easter orders', '40 completed demos': whether the one word there says which are counted."""
    if is_adjunct(words, at, lexicon):
        return True
    if at + 1 >= len(words) or "metric" not in words[at + 1] or "number" in words[at]:
        return False
    return words[at].has(_QUALIFYING) or (lexicon.noun_adjuncts and words[at].has(VERB_CLASSES))


def counted_at(quantity: Quantity, words: list[Word]) -> int:
    """The word that a number counts, behind how often: '20,000 monthly visits'."""
    at = quantity.last
    return at + 1 if at < len(words) and "cadence" in words[at] else at


def behind_bracket(quantity: Quantity, words: list[Word], at: int) -> int:
    """The word behind a note in brackets with a number, 'to 40 % (now 31 %)'; `at` itself if there is none."""
    if quantity.lead not in LEADING or at >= len(words) or "open" not in words[at]:
        return at
    end = segments.past_bracket(words, at)
    return end if any("number" in word for word in words[at:end]) else at
