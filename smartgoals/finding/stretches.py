"""The stretches of a document that are read: each once, with the signs that stand in it."""

from __future__ import annotations

from dataclasses import dataclass

from smartgoals.analyzer import Analyzer
from smartgoals.finding.names import names
from smartgoals.finding.signs import Signs, signs
from smartgoals.reading import Reading
from smartgoals.text.detect import detect


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document with what was read in it; `names` are its signs as the model knows them."""

    start: int
    end: int
    language: str
    reading: Reading
    signs: Signs
    names: frozenset[str]

    @property
    def says(self) -> list[int]:
        """Where in the document its words for saying begin."""
        return [self.start + self.reading.tokens[i].start for i in self.signs.senses.get("say", ())]


class Stretches:
    """Reads stretches of one document; what was read is kept until `forget`."""

    def __init__(self, document: str, analyzer: Analyzer) -> None:
        self.document = document
        self._analyzer = analyzer
        self._language = analyzer.language or detect(document)
        self._read: dict[tuple[int, int, bool], Stretch] = {}

    def __call__(self, start: int, end: int, *, running: bool = False) -> Stretch:
        """What is in a stretch; `running`: it is a sentence of running text."""
        key = start, end, running
        if key not in self._read:
            other = self._read.get((start, end, not running))
            language = other.language if other else self.language(start, end)
            reading = other.reading if other else self._analyzer.read(self.document[start:end], language)
            found = signs(language, self._analyzer.vocabulary)(reading, running=running)
            self._read[key] = Stretch(start, end, language, reading, found, names(reading, found))
        return self._read[key]

    def forget(self, kept: tuple[int, int] | None = None) -> None:
        """Drop what was read but for one stretch, as no later block comes back to it."""
        self._read = {key: read for key, read in self._read.items() if key[:2] == kept}

    def language(self, start: int, end: int) -> str:
        """The language of a stretch."""
        return self._analyzer.language or detect(self.document[start:end], self._language)
