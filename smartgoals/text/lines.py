"""Lines that say something of their own."""

from __future__ import annotations

import re

# Where a line may end and the next begin, and a line that begins with a label, a sign and a number.
_BREAK = re.compile(r"(?<=[^\s.,;:!?…(–—-])(?P<blank>[^\S\n]*)\n(?=\s*(?P<next>[^\W\d_]))")
_LABELLED = re.compile(r"\s*[^\W\d_][^\d\n:=<>≤≥–—]{0,40}[:=<>≤≥–—][^\d\n]{0,3}\d")
_WRAPPED = 50  # characters: a line that is longer may go on in the next


def part(text: str) -> str:
    """A text of the same length, with semicolons between lines that each say something: 'NPS: 50', 'churn: 3 %'.

    A break within a statement stays: it is wrapped.
    """
    return _BREAK.sub(_sign, text) if "\n" in text else text


def _sign(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    line = text[text.rfind("\n", 0, at) + 1 : at]
    told = len(line) <= _WRAPPED and any(char.isdigit() for char in line)
    opens = match["next"].isupper() or _LABELLED.match(text, match.end()) is not None
    return match["blank"] + (";" if told and opens else "\n")
