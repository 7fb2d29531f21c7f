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

    @property
    def is_hyphen(self) -> bool:
        """Whether it joins the word before it to what follows."""
        return self.glued and self.text == "-"


# Every alternative is possessive, and none but a bounded one can fail after a long run: the scan is linear.  The first
# three stand for what follows them, in the cases that need no second look: they are two thirds of a goal's tokens.
_TOKEN = re.compile(
    r"""
    (?P<plain_word>   [^\W\d_]++(?![\w.+@'\u0300-\u036f\u00ad\u200b-\u200d:/-]) )
  | (?P<plain_number> \d{1,3}+(?![\w.,'+@:/-]|\ \d) )
  | (?P<plain_symbol> [,.:;!?()%](?![\w/]) )
  | (?P<name>  (?:https?://|www\.)[^\s<>()]++ | [\w.+-]{1,64}+@[\w.-]++ | [@\#][^\W\d]\w*+ )
  | (?P<date>  (?:0?[1-9]|1[0-2])[./]20\d{2}(?![\d.,/])
             | \d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d) | \d{4}-(?:0[1-9]|1[0-2])(?![\d-])
             | \d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?![\d.,]\d|\d)
             | \d{1,2}/\d{1,2}(?:[/-](?:\d{4}|\d{2}))?(?![\d/]) )
  | (?P<number> \d{1,3}(?:\ \d{3})++(?!\d)(?:[.,]\d++)?
             | \d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?
             | \d{1,3}(?:\.\d{3})++(?!\d)(?:,\d++)?
             | \d{1,3}(?:'\d{3})++(?!\d)
             | \d++(?:[.,]\d++)? | (?<![\w.,])\.\d++ )
  | (?P<mixed> (?P<letters>[^\W\d_]++)\d[^\W_]*+(?:[.,]\d++)*+ )
  | (?P<coded> (?<!\w)(?P<letter>[^\W\d_])-\d{1,3}(?![\w%/-]|[.,:']\d) )
  | (?P<word>  [^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d])*+(?:'[^\W\d_]++)*+ )
  | (?P<symbol> ->|=>|>=|<=|\S )
    """,
    re.VERBOSE,
)
_KINDS: dict[str | None, Kind] = {
    "plain_word": "word", "plain_number": "number", "plain_symbol": "symbol", "name": "name", "date": "date",
    "number": "number", "mixed": "name", "coded": "name", "word": "word", "symbol": "symbol",
}  # fmt: skip


def tokenize(raw: str, folded: str, prefixes: Collection[str]) -> list[Token]:
    """The tokens of a text.

    `prefixes` are the letters that a number may follow at once and keep its meaning ('Q3', 'v42', 'x3'): such a run
    gives two tokens; any other run of letters and digits ('GA4', 'B2B'), and a letter and digits that a hyphen joins
    ('I-95', 'F-150'), is a name.
    """
    tokens: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(folded):
        name = match.lastgroup
        start, end = match.span()
        glued = start == last and start > 0
        last = end
        if (match["letters"] or match["letter"]) in prefixes:
            cut = match.end("letters" if name == "mixed" else "letter")
            tokens.append(Token(folded[start:cut], raw[start:cut], start, cut, "word", glued))
            for part in _TOKEN.finditer(folded, cut + (name == "coded"), end):  # 'Q-3' is Q3
                begin, behind = part.span()
                tokens.append(Token(part[0], raw[begin:behind], begin, behind, _KINDS[part.lastgroup], True))
        else:
            text, written = match[0], raw[start:end]
            # one string where both are alike: there is less to keep at hand
            tokens.append(Token(text, text if written == text else written, start, end, _KINDS[name], glued))
    return tokens
