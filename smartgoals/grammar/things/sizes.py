"""What a verb of more or less moves where no vocabulary knows it, in languages whose cases show it.

'Підвищити врожайність ячменю', 'наростити випуск до 40 тис. примірників'.
"""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import CAUSING, COURSE, LINKS
from smartgoals.reading import Quantity, Reading

_MOVING = frozenset(("increase", "decrease", "improve", "maintain"))
_ENDS = LINKS | {"stop", "colon", "dash"}


def unknown(reading: Reading, nouns: Nouns) -> Aim | None:
    """The aim of a goal that has neither metric nor number: the unknown object of its verb.

    A verb that only a size can have ('знизити') is enough, or one that the goal says the way of, 'звести пил до
    мінімуму'; of another one the noun must name a size or quality, 'поліпшити схожість', or hold what is counted,
    'розширити мережу донорів': 'поліпшити сервіс' names nothing to measure.
    """
    words, at = reading.words, _verb(reading)
    if at < 0:
        return None
    first = at + 1
    while first < len(words) and (nouns.says_nothing(first) or ("other" in words[first] and not nouns.is_plain(first))):
        first += 1  # 'знизити нарешті кількість травм'
    run = nouns.named(first)
    if run is None:
        return None
    head = _head(reading, *run, counted=nouns.is_empty(first - 1))
    moved = "maintain" not in words[at] and ("scales" in words[at] or any(word.has(COURSE) for word in words[run[1] :]))
    if head is None or not (moved or _is_quality(reading, head) or _is_size(reading, head) or holds(reading, head)):
        return None
    return Aim(*run, named=nouns.tokens(*run))


def leads(reading: Reading, nouns: Nouns, at: int) -> bool:
    """'Знизити навантаження на вчителів': whether a metric only says of what the unknown object of the verb is."""
    if not reading.declines:
        return False
    aim = unknown(reading, nouns)
    if aim is None or aim.end > at or any(holds(reading, i) for i in range(aim.at, aim.end)):
        return False  # 'збільшити базу дилерів'
    return not any(word.has(_ENDS) for word in reading.words[aim.end : at])


def before(reading: Reading, nouns: Nouns, quantity: Quantity, floor: int) -> tuple[int, int] | None:
    """The words before a number that say what is measured, where what it counts only says in what."""
    return level_of(reading, nouns, quantity, floor) or heading_of(reading, nouns, quantity, floor)


def level_of(reading: Reading, nouns: Nouns, quantity: Quantity, floor: int) -> tuple[int, int] | None:
    """'Наростити випуск до 40 тис. примірників': the object of which a level is told in things that say how much."""
    if quantity.lead != "to" or quantity.unit is not None or not reading.declines:
        return None
    first, last = nouns.object(quantity, floor)
    verb = next((word for word in reading.words[floor : quantity.first] if word.has(VERB_CLASSES)), None)
    if first == last or verb is None or "scales" not in verb or verb.first > reading.words[first].first:
        return None
    head = _head(reading, first, last, counted=False)
    counted = first > 0 and nouns.is_empty(first - 1)  # 'кількість сторінок до 40'
    return None if head is None or counted or holds(reading, head) else (first, last)


def heading_of(reading: Reading, nouns: Nouns, quantity: Quantity, floor: int) -> tuple[int, int] | None:
    """'Довжина чека: 7 позицій': the size or quality before a number that counts in what its level is told."""
    if quantity.lead not in (None, "to") or quantity.unit is not None or not reading.declines:
        return None
    first, last = nouns.object(quantity, floor)
    if first == last or (first > 0 and nouns.is_empty(first - 1)):
        return None
    head = next((i for i in range(first, last) if not reading.lexicon.is_adjective(_text(reading, i))), None)
    if head is None or "nomn" not in reading.lexicon.cases(_text(reading, head)):
        return None
    return (first, last) if _is_size(reading, head) or _is_quality(reading, head) else None


def is_of_object(reading: Reading, nouns: Nouns, at: int) -> bool:
    """'Видати каталог виставки': whether a metric without a number only says of what the object of a verb is."""
    words, lexicon = reading.words, reading.lexicon
    if not reading.declines or "gent" not in lexicon.cases(reading.tokens[words[at].first].text):
        return False
    i = _before_adjectives(reading, nouns, at - 1)
    while i > 0 and nouns.is_plain(i) and _is_genitive(reading, i):
        i = _before_adjectives(reading, nouns, i - 1)  # 'скласти графік відпусток водіїв'
    if i < 1 or not (nouns.is_plain(i) or "channel" in words[i]) or holds(reading, i):
        return False
    text = _text(reading, i)
    if "accs" not in lexicon.cases(text) or "noun" not in lexicon.verb_forms(text):
        return False
    return words[_before_adjectives(reading, nouns, i - 1)].has(CAUSING)


def _is_genitive(reading: Reading, at: int) -> bool:
    """Whether a noun can only depend on another one: no object of a verb."""
    cases = reading.lexicon.cases(_text(reading, at))
    return "gent" in cases and "accs" not in cases


def _before_adjectives(reading: Reading, nouns: Nouns, at: int) -> int:
    while at > 0 and (
        nouns.are_fillers(at, at + 1) or (nouns.is_plain(at) and reading.lexicon.is_adjective(_text(reading, at)))
    ):
        at -= 1
    return at


def holds(reading: Reading, head: int) -> bool:
    """Whether a word names what holds those that are counted: 'база', 'мережа'."""
    return reading.words[head].first in reading.marked("holder")


def _verb(reading: Reading) -> int:
    """The index of the goal's first verb if that moves what stands behind it; -1 if not."""
    if not reading.declines:
        return -1
    at = next((i for i, word in enumerate(reading.words) if word.has(VERB_CLASSES)), -1)
    return at if at >= 0 and reading.words[at].has(_MOVING) else -1


def _head(reading: Reading, first: int, last: int, *, counted: bool) -> int | None:
    """The noun among some words that a verb governs, behind a quantifier ('кількість травм') a genitive."""
    lexicon = reading.lexicon
    for i in range(first, last):
        cases = lexicon.cases(_text(reading, i))
        if "noun" in lexicon.verb_forms(_text(reading, i)) and not cases.isdisjoint(
            ("accs", "gent") if counted else ("accs",)
        ):
            return i
        if not lexicon.is_adjective(_text(reading, i)):
            return None
    return None


def _is_size(reading: Reading, head: int) -> bool:
    return any(m.kind == "measure" and m.first == reading.words[head].first for m in reading.marks)


def _is_quality(reading: Reading, head: int) -> bool:
    return reading.lexicon.endings.is_quality(_text(reading, head))


def _text(reading: Reading, at: int) -> str:
    return reading.tokens[reading.words[at].last - 1].text
