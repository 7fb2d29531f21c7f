"""Numbers that only part another one: '60 leads: 40 by SEO, 20 by PPC'."""

from __future__ import annotations

from smartgoals.reading import Quantity, Word

_CLOSE = 1e-6


def leave_parts(quantities: list[Quantity], words: list[Word]) -> None:
    """Numbers behind a target that add up to it, and count nothing of their own, are no aims."""
    for i, whole in enumerate(quantities[:-2]):
        if whole.role != "target" or whole.high is not None:
            continue
        left, parts = whole.value, []
        for part in quantities[i + 1 :]:
            if part.role not in ("target", "other") or part.unit != whole.unit or _counts(part, words):
                break
            left -= part.value
            parts.append(part)
            if left < _CLOSE:
                break
        if len(parts) > 1 and abs(left) < _CLOSE:
            for part in parts:
                part.role = "other"
            return


def _counts(quantity: Quantity, words: list[Word]) -> bool:
    return quantity.last < len(words) and "metric" in words[quantity.last]
