"""Goals in spaCy pipelines: `nlp.add_pipe("smartgoals")`, and `nlp.add_pipe("smartgoals_find")` for documents.

Entry points name these factories, so that spaCy knows them with nothing imported.  Every pipeline of a process imports
this module for that, so it loads no word of any language.
"""
# no `from __future__ import annotations`: spaCy checks configs against the types themselves

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from smartgoals.integrations.spacy.extensions import register

if TYPE_CHECKING:
    from smartgoals.integrations.spacy.components import Component

__all__ = ["find", "goal", "register"]

DEFAULTS: dict[str, Any] = {  # COMPONENTS.md says what they mean
    "language": None,
    "today": None,
    "context": {},
    "settings": {},
    "locale": None,
    "vocabulary": None,
}


def _factory(name: str, component: str, assigns: str) -> "Callable[..., Component]":
    """Register the factory of a component class; spaCy checks a config against the types of the arguments."""

    def create(
        nlp: Language,
        name: str,
        language: str | None,
        today: str | None,
        context: dict[str, Any],
        settings: dict[str, Any],
        locale: str | None,
        vocabulary: str | dict[str, Any] | None,
        spans_key: str,
    ) -> "Component":
        from smartgoals.integrations.spacy import components
        from smartgoals.integrations.spacy.options import Options

        options = Options(language, today, context, settings, locale, vocabulary)
        try:
            cls: type[Component] = getattr(components, component)  # by name: loaded when a pipeline takes it
            return cls(*options.build(nlp.lang), spans_key)
        except ValueError as error:
            raise ValueError(f"component {name!r}: {error}") from None

    Language.factory(
        name, default_config=DEFAULTS | {"spans_key": name}, assigns=[f"doc._.{assigns}", "doc.spans"], func=create
    )
    return create


goal = _factory("smartgoals", "GoalComponent", "goal")
find = _factory("smartgoals_find", "FindComponent", "goals")
