"""What a component's config sets, checked before the first Doc."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from smartgoals.analyzer import Analyzer
from smartgoals.context import Context
from smartgoals.lexicon.files import available
from smartgoals.settings import Settings
from smartgoals.vocabulary import Vocabulary

AUTO = "auto"  # the language of each text is detected
ANY_LANGUAGE = "xx"  # what spaCy calls a pipeline of no one language

Model = TypeVar("Model", bound=BaseModel)


class Options(NamedTuple):
    """The options as JSON gives them; see COMPONENTS.md."""

    language: str | None
    today: str | None
    context: Mapping[str, Any]
    settings: Mapping[str, Any]
    locale: str | None
    vocabulary: str | Mapping[str, Any] | None

    def build(self, pipeline: str | None) -> tuple[Analyzer, str | None]:
        """The analyzer for a pipeline's language, and the vocabulary file that it lacks, if any.

        Raises ValueError that names the option and what is wrong with it.
        """
        vocabulary, lacking = self._vocabulary()
        analyzer = Analyzer(
            language=self._language(pipeline),
            today=self._today(),
            context=_checked("context", Context, self.context),
            settings=_checked("settings", Settings, self.settings),
            locale=self.locale,
            vocabulary=vocabulary,
        )
        return analyzer, lacking

    def _language(self, pipeline: str | None) -> str | None:
        """The language that texts are in; None detects it."""
        if self.language == AUTO or (self.language is None and pipeline == ANY_LANGUAGE):
            return None
        if self.language is None and pipeline not in available():
            known = ", ".join(available())
            raise ValueError(
                f"the pipeline's language is {pipeline!r}: set 'language' to one of {known}, or to {AUTO!r}"
            )
        return self.language or pipeline

    def _today(self) -> datetime.date | None:
        try:
            return None if self.today is None else datetime.date.fromisoformat(self.today)
        except ValueError:
            raise ValueError(f"today: {self.today!r} is no ISO date, as '2026-11-21' is") from None

    def _vocabulary(self) -> tuple[Vocabulary | None, str | None]:
        """The vocabulary, or the file that lacks: a pipeline that is loaded from disk brings what was in it."""
        if self.vocabulary is None:
            return None, None
        if not isinstance(self.vocabulary, str):
            return _checked("vocabulary", Vocabulary, self.vocabulary), None
        if not Path(self.vocabulary).is_file():
            return None, self.vocabulary
        return Vocabulary.load(self.vocabulary), None


def _checked(option: str, model: type[Model], given: Mapping[str, Any]) -> Model:
    try:
        return model.model_validate(dict(given))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in (option, *first["loc"]))
        raise ValueError(f"{where}: {first['msg'].removeprefix('Value error, ')}") from None
