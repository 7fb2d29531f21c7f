"""Cut a folded text into tokens: words, numerals, symbols and names.

Own tokens, not spaCy's: a spaCy pipeline may come with any tokenizer ('Q3-målet' and '₴50к' are one token in
blank pipelines), and what a number is must not depend on it.  Spans go back to the Doc by character offsets.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "number", "date", "symbol", "name"]


@dataclass(slots=True)
class Token:
    """A piece of text that no rule divides.

    `text` is folded, `raw` as written; `glued`: no space before it.
    """

    text: str
    raw: str
    start: int
    end: int
    kind: Kind
    glued: bool


# Every alternative is anchored on its first character and possessive, so the scan is linear in the text.
_TOKEN = re.compile(
    r"""
    (?P<name>  (?:https?://|www\.)[^\s<>()]++ | [\w.+-]++@[\w.-]++ | [@\#][^\W\d]\w*+ )
  | (?P<date>  \d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d) | \d{4}-(?:0[1-9]|1[0-2])(?![\d-])
             | \d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?![\d.,]\d|\d)
             | \d{1,2}/\d{1,2}(?:[/-](?:\d{4}|\d{2}))?(?![\d/]) )
  | (?P<number> \d{1,3}(?:\ \d{3})++(?!\d)(?:[.,]\d++)?
             | \d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?
             | \d{1,3}(?:\.\d{3})++(?!\d)(?:,\d++)?
             | \d{1,3}(?:'\d{3})++(?!\d)
             | \d++(?:[.,]\d++)? | (?<![\w.,])\.\d++ )
  | (?P<mixed> [^\W\d_]++\d[^\W_]*+ )
  | (?P<word>  [^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d])*+(?:'[^\W\d_]++)*+ )
  | (?P<symbol> ->|=>|>=|<=|\S )
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"[^\W\d_]+")


def tokenize(raw: str, folded: str, prefixes: Collection[str]) -> list[Token]:
    """The tokens of a text.

    `prefixes` are the letters that a number may follow at once and keep its meaning ('Q3', 'v42', 'x3'): such a run
    gives two tokens; any other run of letters and digits ('GA4', 'B2B') is a name.
    """
    tokens: list[Token] = []
    last = 0
    at = 0
    while match := _TOKEN.search(folded, at):
        kind = match.lastgroup
        start, end = match.span()
        glued = start == last and start > 0
        if kind == "mixed":
            letters = _LETTERS.match(folded, start, end)
            assert letters is not None  # a mixed run begins with a letter
            if letters[0] in prefixes:
                kind, end = "word", letters.end()  # its digits are read next
            else:
                kind = "name"
        at = last = end
        tokens.append(Token(folded[start:end], raw[start:end], start, end, kind, glued))  # type: ignore[arg-type]
    return tokens
