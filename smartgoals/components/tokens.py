"""Cut a goal into tokens, each with what the vocabulary knows of it."""

from __future__ import annotations

from smartgoals.components.preambles import Preambles
from smartgoals.lexicon.cutter import Cutter
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Reading
from smartgoals.text import lines, markup


class TokenReader:
    """Tokens of the goal and their forms; what only opens or closes the text has none."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cut = Cutter(lexicon)
        self._preambles = Preambles(lexicon)

    def __call__(self, reading: Reading) -> None:
        reading.lexicon = self._lexicon
        tokens, forms = self._cut(lines.part(markup.plain(reading.text)))
        first, last = self._preambles.within(tokens, forms)
        if last - first < len(tokens):
            tokens, forms = tokens[first:last], forms[first:last]
        reading.tokens, reading.forms = tokens, forms
