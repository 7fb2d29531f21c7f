"""Lists and cells without a verb: 'swallow nests 40 (22 now), martin nests 60 (51 now)', 'washed mats | 36'."""

from __future__ import annotations

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.roles.restated import share_unit
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import NOMINALS
from smartgoals.reading import TAKEN, Quantity, Reading

_TO_BE = frozenset(("achieve", "amounts"))  # uk 'курей стане 60'
_OF_VERBS: frozenset[str] = VERB_CLASSES | {"auxiliary", "goal_word"}
_BEFORE = frozenset(("comma", "stop", "colon", "dash", "and"))  # what an item follows
_BRACKETS = frozenset(("open", "close"))
_MOST_BACK = 6  # words of an item before its number


def read(quantities: list[Quantity], reading: Reading, nouns: Nouns) -> None:
    """Let each number of a list, or of cells, be of the unknown thing right before it, and what is noted its start."""
    items = [(q, item) for q in quantities if (item := _thing(q, reading, nouns)) is not None]
    if not items:
        return
    noted = {q.first: start for q, _ in items if (start := _start(q, quantities, reading)) is not None}
    cells = any(_is_cell(q, item, reading) for q, item in items)
    if len(items) < 2 and not noted and not cells:
        return
    inside = {i for q, item in items for i in range(item[0], q.first)}
    if any(
        word.has(_OF_VERBS) and i not in inside and not _is_noted(i, reading) for i, word in enumerate(reading.words)
    ):
        return
    for quantity, item in items:
        quantity.thing, quantity.role = item, "target"
        if (start := noted.get(quantity.first)) is not None:
            start.of, start.role, start.per = quantity.first, "baseline", start.per or quantity.per
            share_unit(quantity, start)


def _thing(quantity: Quantity, reading: Reading, nouns: Nouns) -> tuple[int, int] | None:
    """The unknown words that open an item right before its number, but for a sign or a verb of what is to be."""
    words, at = reading.words, quantity.first
    if quantity.lead not in (None, "colon") or quantity.sign or quantity.more or _counts(quantity, reading):
        return None
    if quantity.last < len(words) and "arrow" in words[quantity.last]:
        return None  # 'goat cheese 12 → 20 kg'
    if words[at].has(SIGNS) or at == 0:
        last = at
    else:
        last = at - (words[at - 1].has(SIGNS) or segments.is_bar(at - 1, reading) or words[at - 1].has(_TO_BE))
    if last > 0 and words[last - 1].has(SIGNS):
        last -= 1
    led = last < at and words[last].has(_TO_BE)
    first = last
    while first > 0 and last - first < _MOST_BACK and nouns.is_plain(first - 1):
        first -= 1
    if first == last or nouns.are_fillers(first, last) or not _opens(first, reading, nouns):
        return None
    cases = reading.lexicon.cases(reading.tokens[words[first].first].text)
    return None if led and ("gent" not in cases or "nomn" in cases) else (first, last)


def _counts(quantity: Quantity, reading: Reading) -> bool:
    at = quantity.last
    return at < len(reading.words) and reading.words[at].has(NOMINALS) and reading.chars[at] != TAKEN


def _opens(first: int, reading: Reading, nouns: Nouns) -> bool:
    """Whether an item begins at a word: behind a pause, a date or nothing."""
    at = first - 1
    while at >= 0 and nouns.says_nothing(at):
        at -= 1
    if any("metric" in word for word in reading.words[max(at, 0) : first]):
        return False  # 'resolution time of tickets — 8 hours'
    if at > 0 and "metric" not in reading.words[at] and "comma" in reading.words[at - 1] and not nouns.is_plain(at):
        at -= 1  # uk ', а качок — 30'
    return at < 0 or reading.chars[at] == TAKEN or reading.words[at].has(_BEFORE)


def _is_cell(quantity: Quantity, item: tuple[int, int], reading: Reading) -> bool:
    """'Ylva | washed mats | 36': whether a thing and its number fill a cell each."""
    first, last = item
    ends = quantity.last >= len(reading.words) or segments.is_bar(quantity.last, reading)
    return (
        last == quantity.first - 1
        and segments.is_bar(last, reading)
        and ends
        and (first == 0 or segments.is_bar(first - 1, reading))
    )


def _start(quantity: Quantity, quantities: list[Quantity], reading: Reading) -> Quantity | None:
    """The baseline right behind a number: '40 (22 now)', uk '60 замість 45'."""
    behind = next((q for q in quantities if q.first >= quantity.last), None)
    if behind is None or behind.role != "baseline" or behind.unit not in (None, quantity.unit):
        return None
    between = reading.words[quantity.last : behind.first + 1]
    noted = len(between) > 1 and "open" in between[0] and not any("close" in word for word in between)
    return behind if noted or (behind.first == quantity.last and behind.lead == "current") else None


def _is_noted(at: int, reading: Reading) -> bool:
    """Whether a word stands in a note in brackets."""
    opens = next((i for i in range(at, -1, -1) if reading.words[i].has(_BRACKETS)), None)
    return opens is not None and "open" in reading.words[opens]
