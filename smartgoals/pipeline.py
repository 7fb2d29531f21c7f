"""The spaCy pipeline of a language: blank tokenizer, then the components in their order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = ("terms", "words", "deadlines", "quantities", "owners", "targets")
MOST_STRINGS = 5_000  # that a vocabulary holds before another takes its place, which costs 2 ms


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


def bound(nlp: Language) -> None:
    """Keep the memory of a long run flat: spaCy's vocabulary never lets go of a string, so a full one is replaced.

    No component keeps anything in it, and a Doc keeps the one that it was made with.  A memory zone would cost 25 µs
    a goal, and may be open in one thread only.
    """
    if len(nlp.vocab.strings) > MOST_STRINGS:
        from spacy.vocab import Vocab

        from smartgoals.components.tokenizer import LinearTokenizer

        nlp.vocab = Vocab()
        nlp.tokenizer = LinearTokenizer(nlp.vocab)
