"""HTML in a text, as exports of planning tools and web forms hold it: '<p>Get <b>40</b> leads&nbsp;by May</p>'."""

from __future__ import annotations

import re
from html import unescape

_INLINE = "a|abbr|b|big|code|del|em|font|i|img|ins|mark|s|small|span|strike|strong|sub|sup|tt|u"
_BLOCK = "blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|thead|tr|ul"
_CELL = "td|th"
# Only elements that rich text has: '<leads>' is a placeholder that a person wrote, and 'CAC <50' a bound.
_MARKUP = re.compile(
    rf"</?(?:(?:{_INLINE})|(?P<block>{_BLOCK})|(?P<cell>{_CELL}))(?:[\s/][^<>]{{0,1000}})?>|&\#?\w{{2,31}};",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """A text of the same length without its markup: blanks for tags, breaks where a block begins or ends, a bar between
    cells, and each character reference's character at its end."""
    return _MARKUP.sub(_shown, text) if "<" in text or "&" in text else text


def _shown(match: re.Match[str]) -> str:
    written = match[0]
    if written[0] == "&":
        char = unescape(written)
        return char.rjust(len(written)) if len(char) == 1 else written
    sign = "\n" if match["block"] else "|" if match["cell"] and written[1] == "/" else " "
    return sign.rjust(len(written))
