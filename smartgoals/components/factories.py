"""The readers as spaCy components, under the names by which spaCy finds them."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from smartgoals.components.readers import READERS, Reader, ReaderType
from smartgoals.lexicon.lexicon import lexicon
from smartgoals.reading import Reading


class Component:
    """A spaCy component: lets a reader add to the reading of a Doc."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def __call__(self, doc: Doc) -> Doc:
        self._read(Reading.of(doc))
        return doc


def _factory(reader: ReaderType) -> Callable[[Language, str, str, str], Component]:
    def create(nlp: Language, name: str, language: str, vocabulary: str) -> Component:
        return Component(reader(lexicon(language, vocabulary)))

    return create


for _name, _reader in READERS.items():
    Language.factory(f"smartgoals_{_name}", default_config={"vocabulary": ""}, func=_factory(_reader))
