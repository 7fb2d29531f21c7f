"""The readers as a spaCy pipeline on a language's blank tokenizer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def build(language: str, vocabulary: str = "") -> Language:
    """A pipeline of a language code or of a language's folder; no model is downloaded.

    `vocabulary` is the key of what a user adds to the language's words.  The goal is in `doc.user_data`, as a `Reading`
    that all components add to.
    """
    import spacy

    import smartgoals.components.factories  # noqa: F401  registers the factories with spaCy
    from smartgoals.components.readers import READERS
    from smartgoals.lexicon.lexicon import lexicon

    nlp = spacy.blank(lexicon(language, vocabulary).code)
    for name in READERS:
        nlp.add_pipe(f"smartgoals_{name}", config={"language": language, "vocabulary": vocabulary})
    return nlp
