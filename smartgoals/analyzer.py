"""The front door: `analyze` for one goal, `Analyzer` for many."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoals.context import Context, check_ids
from smartgoals.lexicon.files import folder
from smartgoals.models import GoalAnalysis
from smartgoals.parts import MOST_AT_ONCE, join, parts
from smartgoals.reading import Reading
from smartgoals.settings import Settings
from smartgoals.text.detect import detect

if TYPE_CHECKING:
    from smartgoals.vocabulary import Vocabulary

MOST_CHARACTERS = 100_000  # a goal is a sentence or two; documents are for find_goals


class Analyzer:
    """Analyses goals with settings given once.

    `language`: a code, or None to detect it in each goal; `today`: the day from which relative phrases count (None:
    the machine's); `context`: a `Context`, or a dict of its fields; `vocabulary`: metrics, channels, teams and terms of
    one's own, a `Vocabulary` or the path of a TOML file of one; `settings`: how to judge, a `Settings` or a dict of its
    fields; `locale`: the language of the messages (None: each goal's own).  Raises TypeError for a `today` that is no
    day and a language that is no string, ValueError for an unknown language and for ids of the context that are none.
    """

    def __init__(
        self,
        *,
        language: str | None = None,
        today: datetime.date | None = None,
        context: Context | Mapping[str, Any] | None = None,
        vocabulary: Vocabulary | str | Path | None = None,
        settings: Settings | Mapping[str, Any] | None = None,
        locale: str | None = None,
    ) -> None:
        self.language = language
        self.today = None if today is None else as_day(today, "today")
        self.context = _context(context)
        self.vocabulary = _vocabulary(vocabulary)  # its key
        check_context(self.context, self.vocabulary)
        self.settings = settings if isinstance(settings, Settings) else Settings.model_validate(dict(settings or {}))
        self.locale = locale
        for name, code in (("language", language), ("locale", locale)):
            if code is not None:
                if not isinstance(code, str):
                    raise TypeError(f"{name} is a string, not {type(code).__name__}")
                folder(code)

    def __call__(self, text: str) -> GoalAnalysis:
        """The analysis of one goal.

        A text of more than `parts.MOST_AT_ONCE` characters is read part by part, each as a goal of its own.  Raises
        TypeError for what is no string, ValueError for a text that is empty, over MOST_CHARACTERS, or no valid Unicode,
        and for an unknown language.
        """
        check(text, "goal", MOST_CHARACTERS)
        language = self.language or detect(text)
        return self.judge(self.read(text, language), language)

    def read(self, text: str, language: str) -> Reading:
        """What is in a text, before it is judged."""
        reading = Reading(text, self.today or datetime.date.today(), self.context)
        return read(reading, language, self.vocabulary)

    def judge(self, reading: Reading, language: str) -> GoalAnalysis:
        """The analysis of what was read in a language."""
        from smartgoals.criteria.scorer import judge

        return judge(reading, language, self.locale or language, self.settings)

    @property
    def key(self) -> str:
        """All settings but `today` as JSON, equal for analyzers that give equal analyses on a day."""
        settings = self.settings.model_dump() | {"ignore": sorted(self.settings.ignore)}
        return json.dumps([self.language, self.locale, self.vocabulary, self.context.model_dump(), settings])

    def pipe(self, texts: Iterable[str]) -> Iterator[GoalAnalysis]:
        """The analyses of many goals, in order, each as soon as it is read.

        The error of one that has no analysis names its place: 'texts[1]: the goal is empty'.
        """
        if isinstance(texts, str):
            raise TypeError("texts are many, not one string")
        for i, text in enumerate(texts):
            try:
                analysis = self(text)
            except TypeError as error:
                raise TypeError(f"texts[{i}]: {error}") from error
            except ValueError as error:
                raise ValueError(f"texts[{i}]: {error}") from error
            yield analysis


def analyze(
    text: str,
    language: str | None = None,
    today: datetime.date | None = None,
    context: Context | Mapping[str, Any] | None = None,
    *,
    vocabulary: Vocabulary | str | Path | None = None,
    settings: Settings | Mapping[str, Any] | None = None,
    locale: str | None = None,
) -> GoalAnalysis:
    """What is in a goal and how SMART it is; see `Analyzer` for the arguments and errors."""
    analyzer = Analyzer(
        language=language, today=today, context=context, vocabulary=vocabulary, settings=settings, locale=locale
    )
    return analyzer(text)


def read(reading: Reading, language: str, vocabulary: str = "") -> Reading:
    """Let the readers of a language, with what a user adds, read a goal; a long text part by part."""
    if len(reading.text) <= MOST_AT_ONCE:
        return _read(reading, language, vocabulary)
    stretches = list(parts(reading.text))
    if len(stretches) == 1:
        return _read(reading, language, vocabulary)
    texts = ((start, reading.text[start:end]) for start, end in stretches)
    made = ((start, Reading(text, reading.today, reading.context)) for start, text in texts)
    return join(reading, [(start, _read(part, language, vocabulary)) for start, part in made])


def _read(reading: Reading, language: str, vocabulary: str) -> Reading:
    from smartgoals.components.readers import readers

    for add_to in readers(language, vocabulary):
        add_to(reading)
    return reading


def _context(context: Context | Mapping[str, Any] | None) -> Context:
    if context is None:
        return Context()
    if not isinstance(context, (Context, Mapping)):
        raise TypeError(f"a context is a Context or a dict of its fields, not {type(context).__name__}")
    return context if isinstance(context, Context) else Context.model_validate(dict(context))


def check_context(context: Context, vocabulary: str) -> None:
    """Raise ValueError for an id of the context that neither the ontology nor the vocabulary (its key) has."""
    if context.team is None and context.strategy is None and not context.objectives:
        return
    from smartgoals.ontology import ontology

    known = ontology()
    if vocabulary:
        from smartgoals.vocabulary import Vocabulary

        known = known.extended(Vocabulary.model_validate_json(vocabulary))
    check_ids(context, known)


def _vocabulary(given: Vocabulary | str | Path | None) -> str:
    """The key of a vocabulary, or of the one in a file."""
    if given is None:
        return ""
    from smartgoals.vocabulary import Vocabulary

    return (given if isinstance(given, Vocabulary) else Vocabulary.load(given)).key


def as_day(given: object, what: str) -> datetime.date:
    """A day, or that of a moment.  Raises TypeError for anything else."""
    if isinstance(given, datetime.datetime):
        return given.date()
    if isinstance(given, datetime.date):
        return given
    raise TypeError(f"{what} is a datetime.date, not {type(given).__name__}")


def check(text: object, what: str, most: int) -> None:
    """Raise TypeError for what is no string, ValueError for text that is empty, too long or no valid Unicode."""
    if not isinstance(text, str):
        raise TypeError(f"a {what} is a string, not {type(text).__name__}")
    if not text.strip():
        raise ValueError(f"the {what} is empty")
    if len(text) > most:
        raise ValueError(f"the {what} has {len(text):,} characters; at most {most:,} are read")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"the {what} is no valid Unicode: lone surrogate at character {error.start}") from None
