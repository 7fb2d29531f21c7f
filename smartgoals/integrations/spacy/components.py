"""The components: they add `doc._.goal` or `doc._.goals` and a group of spans, and change nothing else of a Doc."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, ClassVar

from spacy.tokens import Doc, Span

from smartgoals.analyzer import Analyzer
from smartgoals.finding.finder import find
from smartgoals.integrations.spacy.extensions import put_goal, put_goals, register
from smartgoals.models import GoalAnalysis

_LABELS = {  # by field of an analysis: the label, and what the span's id is
    "numbers": ("NUMBER", "role"),
    "metrics": ("METRIC", "id"),
    "channels": ("CHANNEL", "id"),
    "deadlines": ("DEADLINE", "date"),
    "owners": ("OWNER", "id"),
    "vague": ("VAGUE", "kind"),
}
_FOUND = "GOAL"
_FILE = "vocabulary.json"


class Component(ABC):
    """What both components share: their analyzer, and its vocabulary wherever the pipeline goes."""

    extension: ClassVar[str]

    def __init__(self, analyzer: Analyzer, lacking: str | None, spans_key: str) -> None:
        """`lacking` is a vocabulary file that is not there, but may be in what the pipeline is loaded from."""
        self._analyzer = analyzer
        self._lacking = lacking
        self._spans_key = spans_key
        register(self.extension)

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__ = state
        register(self.extension)

    def __call__(self, doc: Doc) -> Doc:
        """Read a Doc; one without text is given no goal.

        Raises ValueError for a text that is too long, and FileNotFoundError for a vocabulary that is not there.
        """
        if self._lacking is not None:
            raise FileNotFoundError(f"vocabulary: no file {self._lacking!r}")
        spans = [] if not doc.text.strip() else self._read(doc)
        doc.spans[self._spans_key] = sorted(spans, key=_place)
        return doc

    @abstractmethod
    def _read(self, doc: Doc) -> list[Span]:
        """Read a text that is not empty; the spans of what was found."""

    def to_bytes(self, *, exclude: Collection[str] = ()) -> bytes:
        """The vocabulary; all else is in the pipeline's config."""
        return self._analyzer.vocabulary.encode()

    def from_bytes(self, data: bytes, *, exclude: Collection[str] = ()) -> Component:
        """Take the vocabulary that `to_bytes` gave."""
        if data:
            self._analyzer.vocabulary, self._lacking = data.decode(), None
        return self

    def to_disk(self, path: str | Path, *, exclude: Collection[str] = ()) -> None:
        """Write the vocabulary into a folder; without one there is none."""
        if data := self.to_bytes():
            Path(path).mkdir(parents=True, exist_ok=True)
            (Path(path) / _FILE).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Collection[str] = ()) -> Component:
        """Take the vocabulary that `to_disk` wrote."""
        file = Path(path) / _FILE
        return self.from_bytes(file.read_bytes()) if file.is_file() else self


class GoalComponent(Component):
    """Reads each Doc as one goal: `doc._.goal`."""

    extension = "goal"

    def _read(self, doc: Doc) -> list[Span]:
        goal = self._analyzer(doc.text)
        put_goal(doc, goal)
        return list(_spans(doc, goal))


class FindComponent(Component):
    """Finds the goals in each Doc: `doc._.goals`."""

    extension = "goals"

    def _read(self, doc: Doc) -> list[Span]:
        goals = tuple(find(doc.text, self._analyzer))
        put_goals(doc, goals)
        spans = [_span(doc, goal.start, goal.end, _FOUND) for goal in goals]
        return spans + [span for goal in goals for span in _spans(doc, goal.analysis, goal.start)]


def _spans(doc: Doc, goal: GoalAnalysis, offset: int = 0) -> Iterator[Span]:
    """What is in a goal that begins at a character of a Doc."""
    for field, (label, identity) in _LABELS.items():
        for item in getattr(goal, field):
            yield _span(doc, item.start + offset, item.end + offset, label, getattr(item, identity))


def _span(doc: Doc, start: int, end: int, label: str, identity: object = None) -> Span:
    """The whole tokens that hold some characters: a Doc may be cut into others than goals are read by."""
    name = "" if identity is None else str(identity)
    span = doc.char_span(start, end, label=label, span_id=name, alignment_mode="expand")
    assert span is not None, "what stands in the text stands in tokens"
    return span


def _place(span: Span) -> tuple[int, int]:
    return span.start, -span.end
