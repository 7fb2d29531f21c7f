"""The components under the names by which spaCy finds them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from spacy.language import Language
from spacy.tokens import Doc

from smartgoals.components.deadlines import DeadlineReader
from smartgoals.components.owners import OwnerReader
from smartgoals.components.quantities import QuantityReader
from smartgoals.components.targets import TargetReader
from smartgoals.components.terms import TermReader
from smartgoals.components.words import WordReader
from smartgoals.lexicon.lexicon import lexicon
from smartgoals.reading import Reading


class _Reader(Protocol):
    def __call__(self, reading: Reading) -> None: ...


class Component:
    """A spaCy component: lets a reader add to the reading of a Doc."""

    def __init__(self, read: _Reader) -> None:
        self._read = read

    def __call__(self, doc: Doc) -> Doc:
        self._read(Reading.of(doc))
        return doc


def _factory(reader: Callable[..., _Reader]) -> Callable[[Language, str, str, str], Component]:
    def create(nlp: Language, name: str, language: str, vocabulary: str) -> Component:
        return Component(reader(lexicon(language, vocabulary)))

    return create


for _name, _reader in (
    ("terms", TermReader),
    ("words", WordReader),
    ("deadlines", DeadlineReader),
    ("quantities", QuantityReader),
    ("owners", OwnerReader),
    ("targets", TargetReader),
):
    Language.factory(f"smartgoals_{_name}", default_config={"vocabulary": ""}, func=_factory(_reader))
