"""The readers of a goal, in the order in which each builds on those before it."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from smartgoals.components.deadlines import DeadlineReader
from smartgoals.components.guards import GuardReader
from smartgoals.components.owners import OwnerReader
from smartgoals.components.quantities import QuantityReader
from smartgoals.components.targets import TargetReader
from smartgoals.components.terms import TermReader
from smartgoals.components.tokens import TokenReader
from smartgoals.components.verbs import VerbReader
from smartgoals.components.words import WordReader
from smartgoals.lexicon.lexicon import Lexicon, lexicon
from smartgoals.reading import Reading


class Reader(Protocol):
    """Adds to the reading of a goal."""

    def __call__(self, reading: Reading) -> None: ...


class ReaderType(Protocol):
    """What makes the reader of a language."""

    def __call__(self, lexicon: Lexicon) -> Reader: ...


READERS: tuple[ReaderType, ...] = (
    TokenReader, TermReader, WordReader, VerbReader, DeadlineReader, QuantityReader, OwnerReader, TargetReader,
)  # fmt: skip
# For who asks for nothing else; the guards stand in for all other terms.
NUMBERS_AND_DEADLINES: tuple[ReaderType, ...] = (TokenReader, GuardReader, WordReader, DeadlineReader, QuantityReader)


@cache
def readers(language: str, vocabulary: str) -> tuple[Reader, ...]:
    """The readers of a language code or of a language's folder, built at first use.

    `vocabulary` is the key of what a user adds to the language's words.
    """
    known = lexicon(language, vocabulary)
    return tuple(make(known) for make in READERS)
