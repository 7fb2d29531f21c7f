"""Cut a goal into tokens, each with what the vocabulary knows of it."""

from __future__ import annotations

from smartgoals.lexicon.cutter import Cutter
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Reading


class TokenReader:
    """Tokens of the text and their forms."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cut = Cutter(lexicon)

    def __call__(self, reading: Reading) -> None:
        reading.lexicon = self._lexicon
        reading.tokens, reading.forms = self._cut(reading.text)
