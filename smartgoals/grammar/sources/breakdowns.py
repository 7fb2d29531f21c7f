"""A metric broken down by where it comes from: '40 leads from radio and 20 from print', 'orders: eBay 40, Etsy 65'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.word_sets import CLAUSE_LINKS, ENDS, LINKS, SOURCES
from smartgoals.reading import AS_IN_DICTIONARY, TAKEN, Quantity, Reading, Word

_LEADING: frozenset[str] = SOURCES | {"by_amount", "by", "agent", "within"}
_PARTS = ("money", "percent")  # '30 % of leads from referrals, 20 % from events'
_OF_SOURCE = frozenset(("aside", "from"))
_BEHIND = LINKS | ENDS | {"by", "cadence", "slash", "until", "dash", "open"}  # behind a number that counts nothing else


def repeated(reading: Reading, aim: Aim, quantity: Quantity) -> int | None:
    """Where a number, or the source before it, stands that repeats the metric of the aim before it; None if it does
    not."""
    words = reading.words
    if quantity.unit is None and quantity.lead == "to" and quantity.first > 1:
        joined = words[quantity.first - 2].has(LINKS) and "channel" in words[quantity.first - 1]
        return quantity.first if joined else None  # 'Instagram to 10k followers and TikTok to 5k'
    unit = aim.quantity.unit if aim.quantity is not None and quantity.unit in _PARTS else None
    if quantity.unit != unit or quantity.lead is not None or quantity.first == 0:
        return None
    if (source := _source_before(words, aim, quantity)) is not None:
        return source
    after = words[quantity.last] if quantity.last < len(words) else None
    added = quantity.first > 1 and "more" in words[quantity.first - 1]  # 'and another 25 by referral'
    if after is None or not words[quantity.first - 1 - added].has(LINKS):
        return None
    placed = after.has(SOURCES) and any("channel" in word for word in words[quantity.last + 1 : quantity.last + 3])
    placed = placed or ("channel" in after and _is_led(after, reading)) or _is_place(reading, aim, quantity.last)
    if not (placed or (unit is None and after.has(_OF_SOURCE))):
        return None
    if added:
        quantity.role = "target"  # more than what the aim before it says, not than there is
    return quantity.first


def _is_led(source: Word, reading: Reading) -> bool:
    """'By referral', 'по рекомендациям': whether a channel's own words begin with a preposition."""
    return source.last - source.first > 1 and not reading.forms[source.first].values.keys().isdisjoint(_LEADING)


def _is_place(reading: Reading, aim: Aim, at: int) -> bool:
    """'40 orders by phone and 30 online': whether a channel that is not counted, as its form tells, ends a part behind
    one that says where the number before it is reached, too."""
    words = reading.words
    sourced = any("channel" in word or word.has(SOURCES) for word in words[aim.end : at - 1])
    ends = at + 1 >= len(words) or words[at + 1].has(_BEHIND) or reading.chars[at + 1] == TAKEN
    return sourced and ends and "channel" in words[at] and len(reading.forms[words[at].first].keys) <= AS_IN_DICTIONARY


def _source_before(words: list[Word], aim: Aim, quantity: Quantity) -> int | None:
    """'…, from radio 120', 'site: 120, Facebook: 45', 'Anna: 12 deals, Tom: 9': the source, or owner, that stands
    before a number, if others stand before it."""
    at = quantity.first - 1
    signed = words[at].has(SIGNS) or "colon" in words[quantity.first]
    at -= words[at].has(SIGNS)
    at -= at > 0 and "capital" in words[at] and "owner" in words[at - 1]  # 'Team South: 14'
    kind = next((name for name in ("channel", "owner") if name in words[at]), None)
    if at < 1 or kind is None or (kind == "owner" and not signed):
        return None
    ahead = at - 1 - ("the" in words[at - 1] and at > 1)  # 'via the blog 20'
    join = ahead - words[ahead].has(SOURCES)
    joined = join >= aim.end and words[join].has(CLAUSE_LINKS) and any(kind in word for word in words[:join])
    alone = quantity.last >= len(words) or words[quantity.last].has(_BEHIND)
    return at if joined and alone else None
