"""The spaCy pipeline of a language: blank tokenizer, then the components in their order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = ("terms", "words", "deadlines", "quantities", "owners", "targets")


@cache
def build(language: str, vocabulary: str = "") -> Language:
    """The pipeline of a language code or of a language's folder, built at first use; no model is downloaded.

    `vocabulary` is the key of what a user adds to the language's words.
    """
    import spacy
    from spacy.vocab import Vocab

    import smartgoals.components.factories  # noqa: F401  registers the factories with spaCy
    from smartgoals.components.tokenizer import LinearTokenizer
    from smartgoals.lexicon.lexicon import lexicon

    # a vocabulary without lexical attributes: nothing here reads them, and they cost 0.1 ms a new word
    nlp = spacy.blank(lexicon(language, vocabulary).code, vocab=Vocab())
    nlp.tokenizer = LinearTokenizer(nlp.vocab)
    for name in COMPONENTS:
        nlp.add_pipe(f"smartgoals_{name}", config={"language": language, "vocabulary": vocabulary})
    return nlp
