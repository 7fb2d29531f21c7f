"""Which of the terms of a text are kept."""

from __future__ import annotations

from smartgoals.reading import Match, Reading

RANK = {"metric": 0, "channel": 1, "paid": 1, "team": 2, "vague": 3}
_APART = frozenset(":;,.|/()[]–—-")  # beside a name of one letter


def longest(matches: list[Match]) -> list[Match]:
    """The longest matches that do not overlap, in text order; among equals the metric, then the first."""
    if len(matches) < 2:
        return matches
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, RANK.get(m.kind, 9), m.first)):
        span = range(match.first, match.last)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.first)


def without_repeats(matches: list[Match], reading: Reading) -> list[Match]:
    """The terms but for metrics said twice: short in brackets ('return on investment (ROI)') or in apposition.

    Of two that a hyphen joins, 'продавців-касирів', the first stands for both.
    """
    kept: list[Match] = []
    for match in matches:
        before = kept[-1] if kept else None
        if before is not None and before.kind == match.kind == "metric" and before.id == match.id is not None:
            link = [token.text for token in reading.tokens[before.last : match.first]]
            behind = reading.tokens[match.last : match.last + 1]
            share = any(m.kind == "share" and m.first == before.first for m in reading.marks)  # 'Andel … (eNPS)'
            if link == ["("] and behind and behind[0].text == ")" and not share:
                continue
            if link == ["-"] and reading.tokens[match.first].glued and reading.tokens[before.last].glued:
                before.last, before.end = match.last, match.end
                continue
        kept.append(match)
    return kept


def is_numbered(reading: Reading, first: int, last: int) -> bool:
    """'On line 3': whether a term is a preposition and a word that makes the number behind it a name."""
    numbered = last - first == 2 and last < len(reading.tokens) and reading.tokens[last].kind == "number"
    heads = numbered and "name_head" in reading.forms[last - 1].values
    return heads and "in" in reading.forms[first].values


def is_no_name(reading: Reading, match: Match) -> bool:
    """Whether two small letters before a question mark only ask for consent ('ок?'), or one is of a number, '3.5x', or
    does not stand alone as a capital."""
    raw = reading.text[match.start : match.end]
    if match.first and reading.tokens[match.first].glued and reading.tokens[match.first - 1].kind == "number":
        return True
    if len(raw) == 1:
        around = (*reading.tokens[max(match.first - 1, 0) : match.first], *reading.tokens[match.last : match.last + 1])
        return not raw.isupper() or any(
            t.text not in _APART or (t.is_hyphen and t.glued) for t in around
        )  # 'X: 40 posts'
    return len(raw) == 2 and raw.islower() and reading.text[match.end : match.end + 1] == "?"
