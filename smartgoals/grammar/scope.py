"""Places that say whose goal it is or where it holds, and are no sources of what it aims at."""

from __future__ import annotations

from smartgoals.reading import Match, Reading

_SHOP = "in_store"
_PARTED = frozenset(("in", "aside", "from", "number", "and", "comma"))


def names_whose(match: Match, at: int, reading: Reading) -> bool:
    """'The museum shop: average order 140 kr': whether a shop, or the like, is the heading of a goal."""
    words = reading.words
    if match.id not in reading.ontology.headings or any(word.has(_PARTED) for word in words[:at]):
        return False
    colon = next((i for i in range(at + 1, len(words)) if "colon" in words[i]), None)
    return colon is not None and not any(word.has(_PARTED) or "metric" in word for word in words[at + 1 : colon])


def tells_where(match: Match, reading: Reading) -> bool:
    """'Staff turnover in the shops': whether a shop is only where those work whom the metrics are of."""
    known = [m.id for m in reading.metrics if m.id is not None]
    return match.id == _SHOP and bool(known) and reading.ontology.staffed.issuperset(known)
