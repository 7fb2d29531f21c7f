"""Numbers that say an aim again for another place or time: 'double sales on Etsy, on Amazon — by 30 %'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import CHANGE_NOUNS, VERB_CLASSES
from smartgoals.grammar.word_sets import LINKS, SOURCES
from smartgoals.reading import TAKEN, Match, Quantity, Reading, Word

_APPOSED = CHANGE_NOUNS | {"a", "the", "of", "to", "by_amount"}  # 'an increase of', sv 'en ökning med'
_MOST_AHEAD = 4  # words between a comma and the sign before the number


def restate(reading: Reading, aims: list[Aim]) -> None:
    """Add an aim for each number that only a place or a time and a sign part from the aim that it says again."""
    for quantity in reading.quantities:
        before = next((aim for aim in reversed(aims) if aim.end <= quantity.first), None)
        if quantity.role != "other" or before is None or before.quantity is None:
            continue
        first = _opens_again(reading, before.end, quantity, before.quantity.lead)
        if first is None or (before.metric is None and before.named is None):
            continue
        dated = TAKEN in reading.chars[: before.at] and TAKEN in reading.chars[first : quantity.first]
        if dated or (_is_placed(reading, 0, before.at) and _is_placed(reading, first, quantity.first)):
            first = quantity.first  # each has its deadline, or its channel, before it
        share_unit(before.quantity, quantity)
        alike = quantity.lead in (None, before.quantity.lead)
        changes = (quantity.lead == "by_amount" and (alike or quantity.unit in ("percent", "multiple"))) or (
            alike and before.quantity.role == "change"  # '20 % in 2026 and 30 % in 2027'
        )
        quantity.role = "change" if changes else "target"
        quantity.per = quantity.per or before.quantity.per
        aims.append(Aim(first, quantity.last, metric=before.metric, named=before.named, quantity=quantity))


def _is_placed(reading: Reading, first: int, last: int) -> bool:
    """'З сайту – 40 заявок, з Instagram – 25': whether a channel stands among some words."""
    return any("channel" in word for word in reading.words[first:last])


def share_unit(before: Quantity, quantity: Quantity) -> None:
    """'To 400 тыс. руб. к марту и до 600 тыс. к июню': a bare number has the unit of the one before."""
    if quantity.unit is None:
        quantity.unit, quantity.currency = before.unit, before.currency


def _opens_again(reading: Reading, end: int, quantity: Quantity, lead: str | None) -> int | None:
    """The word where a place or a deadline begins that a sign parts from a number; the number, if the place follows."""
    words, sign = reading.words, quantity.first
    behind = words[quantity.last : quantity.last + 3]
    linked = quantity.unit is None and len(behind) > 2 and words[sign - 1].has(LINKS)
    if linked and behind[0].has(SIGNS) and behind[1].has(SOURCES) and "channel" in behind[2]:
        return sign  # '50 orders from the website and 20 — from Glovo'
    if _is_parallel(words, end, quantity, lead):
        return sign - 2
    if _is_listed(reading, end, quantity):
        return sign - ("channel" in words[sign - 1])
    if (first := _is_in_series(reading, quantity)) is not None:
        return first
    sign -= not words[sign].has(SIGNS)
    if sign < 2 or not words[sign].has(SIGNS):
        return None
    comma = next((i for i in range(sign - 1, max(sign - 1 - _MOST_AHEAD, end - 1), -1) if "comma" in words[i]), None)
    if comma is None or comma + 1 >= sign or any(w.has(VERB_CLASSES) or "metric" in w for w in words[comma:sign]):
        return None
    placed = "channel" in words[sign - 1] and (words[comma + 1].has(SOURCES) or _is_headed_again(reading, comma, sign))
    return comma + 1 if placed or reading.chars[sign - 1] == TAKEN else None


def _is_headed_again(reading: Reading, comma: int, sign: int) -> bool:
    """'Instagram: 40 leads, Facebook: 30': whether only a channel stands there, and one heads the number before."""
    words = reading.words
    before = next((q for q in reversed(reading.quantities) if q.last <= comma), None)
    if before is None or before.role not in ("target", "change") or comma + 2 != sign:
        return False
    head = before.first - (not words[before.first].has(SIGNS))
    return head > 0 and words[head].has(SIGNS) and "channel" in words[head - 1]


def _is_parallel(words: list[Word], end: int, quantity: Quantity, lead: str | None) -> bool:
    """'Sales on Ozon by 30 %, on Etsy by 20 %': whether a place and a preposition lead to both."""
    at = quantity.first
    if at - 3 < end or lead is None or quantity.lead != lead:
        return False
    return "channel" in words[at - 1] and words[at - 2].has(SOURCES) and words[at - 3].has(LINKS)


def _is_listed(reading: Reading, end: int, quantity: Quantity) -> bool:
    """'Etsy 1.8M, Amazon 700k', '20 лидов к маю, 40 — к июню': whether a number stands as the one before."""
    words, chars, at = reading.words, reading.chars, quantity.first
    before = next((q for q in reversed(reading.quantities) if q.last <= at and q.role in ("target", "change")), None)
    if before is None or quantity.unit not in (None, before.unit) or at < 2:
        return False
    placed = (
        before.unit == quantity.unit
        and "channel" in words[at - 1]
        and "comma" in words[at - 2]
        and before.last == at - 2
    )
    placed = placed and before.first > 0 and "channel" in words[before.first - 1] and quantity.unit is not None
    behind = quantity.last + (quantity.last < len(words) and "dash" in words[quantity.last])
    over = any(found.background and found.first == behind for found in reading.dates)  # '…, 10 more than 2026'
    dated = not over and words[at - 1].has(LINKS) and chars[at - 2] == TAKEN and chars[behind : behind + 1] == TAKEN
    return placed or (dated and not any("comma" in w for w in words[end : at - 1]))


def _is_in_series(reading: Reading, quantity: Quantity) -> int | None:
    """'Sales: Q1 2M, Q2 2.5M': where the period of a number begins, if both stand as another period and number do."""
    words, chars, first = reading.words, reading.chars, quantity.first
    while first > 0 and chars[first - 1] == TAKEN:
        first -= 1
    before = next((q for q in reading.quantities if q.last == first - 1 and q.role in ("target", "change")), None)
    if before is None or before.first == 0 or before.unit != quantity.unit or first == quantity.first:
        return None
    return first if words[first - 1].has(LINKS) and chars[before.first - 1] == TAKEN else None


def is_apposed(aims: list[Aim], quantity: Quantity, words: list[Word]) -> bool:
    """'Reach $4.2M, an increase of 12 %', 'выручка 6 млн (рост 20 %)': whether only a noun of change says how far a
    level is, in a clause of its own."""
    level = aims[-1].quantity if aims else None
    if level is None or level.role != "target" or quantity.role != "change":
        return False
    first, last = segments.start(words, quantity.first), segments.end(words, quantity.last)
    if first < level.last:
        return False
    said = [*words[first : quantity.first], *words[quantity.last : last]]
    beside = [*words[first : quantity.first], *words[quantity.last : quantity.last + 1]]
    named = any(word.has(CHANGE_NOUNS) for word in beside) and not any("metric" in word for word in said)
    return named and all(word.has(_APPOSED) for word in words[first : quantity.first])


def behind_stop(metrics: list[tuple[int, Match]], aims: list[Aim], bound: dict[int, Aim], words: list[Word]) -> None:
    """'Raise retention; now 30 %, we want 45 %': the one level in a sentence of its own is the one metric's."""
    if len(metrics) != 1 or len(aims) != 1 or aims[0].named is not None or aims[0].metric is not None:
        return
    (at, metric), aim = metrics[0], aims[0]
    if at < aim.at and any("stop" in w for w in words[at : aim.at]):
        aim.metric, aim.at, bound[at] = metric, at, aim
