"""Pronouns with a number of their own: 'NPS is at 28; raise it to 36'."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import PARTITIVE
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_PRONOUN = bits(["pronoun"])


def resolve(reading: Reading) -> None:
    """Let a pronoun with a number stand for the metric before it: 'NPS is at 28; raise it to 36'."""
    if not reading.may_have(_PRONOUN):
        return
    said: Word | None = None
    for i, word in enumerate(reading.words):
        if "metric" in word:
            said = said if said is not None and _is_of_whom(reading, i) else word
        elif (
            "pronoun" in word
            and said is not None
            and reading.chars[i] != TAKEN
            and not any("metric" in behind for behind in reading.words[i + 1 : i + 2])  # sv 'den organiska trafiken'
            and any(_is_of(reading, i, quantity) for quantity in reading.quantities)
        ):
            word.become({"metric": said["metric"]}, said.char)
            reading.chars = reading.chars[:i] + said.char + reading.chars[i + 1 :]


def _is_of(reading: Reading, pronoun: int, quantity: Quantity) -> bool:
    """'Raise it to 36', 'it should be no more than 900': whether a number is said of a pronoun."""
    words, behind = reading.words, reading.words[pronoun + 1 : pronoun + 2]
    if pronoun and words[pronoun - 1].has(PARTITIVE):  # '10 of them', but 'win back 40 of them'
        done = quantity.last == pronoun - 1 and quantity.first > 0 and words[quantity.first - 1].has(VERB_CLASSES)
        return done and not any("other" in word for word in behind)
    if pronoun in (quantity.last, quantity.first - 1, quantity.first - 2):
        return True
    between = words[pronoun + 1 : quantity.first]
    return bool(between) and all("auxiliary" in word for word in between)


def _is_of_whom(reading: Reading, at: int) -> bool:
    """'Conversion at our dealers is 3 %, raise it': whether a preposition makes a metric only say of whom one is."""
    while at > 0 and reading.forms[reading.words[at - 1].first].filler:
        at -= 1
    return at > 0 and "aside" in reading.words[at - 1]
