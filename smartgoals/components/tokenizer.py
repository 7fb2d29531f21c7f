"""The tokenizer of smartgoals' own pipelines."""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

_PIECE = re.compile(r"(\S+)( ?)|(\s)")  # a word and the blank behind it, or other white space


class LinearTokenizer(DummyTokenizer):
    """Words between white space, and white space but for a blank behind a word.

    The readers have tokens of their own, so the Doc's only carry spans.  spaCy's rules take time quadratic in the
    length of a run of brackets or quotes; this takes linear time for any text.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words = text.split(" ")
        if not all(map(str.isprintable, words)) or "" in words:  # white space that is no single blank
            pieces = _PIECE.findall(text)
            words = [word or space for word, _, space in pieces]
            return Doc(self.vocab, words=words, spaces=[blank == " " for _, blank, _ in pieces])
        return Doc(self.vocab, words=words, spaces=[True] * (len(words) - 1) + [False])
