"""Metrics, channels, platforms, teams and terms that a user adds to those that come with the package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from smartgoals.inputs import read_text, read_toml
from smartgoals.lexicon.files import available
from smartgoals.ontology import ontology

MOST_WORDS = 8  # of a term; each may be several dictionary forms, and all ways to combine them are kept
_WORD = re.compile(r"[^\W_]+")
_ID = re.compile(r"[a-z][a-z0-9_]*")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Entry(_Model):
    terms: dict[str, tuple[str, ...]] = Field(
        default={}, description="By language code: what goals call it, in dictionary form, in 8 words at most."
    )


class AddedMetric(_Entry):
    """A metric of one's own, or more terms for one of the ontology; a field that is left out stays as it is."""

    gloss: str | None = None
    stage: str | None = None
    better: Literal["up", "down"] | None = None
    kind: Literal["outcome", "activity"] | None = None
    value: Literal["valuable", "vanity"] | None = None
    drives: tuple[str, ...] | None = Field(default=None, description="Ids of the metrics that it feeds directly.")


class AddedChannel(_Entry):
    """A channel of one's own, or more terms for one of the ontology."""

    gloss: str | None = None


class AddedPlatform(_Entry):
    """A named platform, and the channel that it belongs to."""

    channel: str | None = None


class AddedTeam(_Entry):
    """A team of one's own, or more terms for one of the ontology."""

    cannot_move: tuple[str, ...] | None = Field(default=None, description="Ids of metrics, or 'stage:…'.")


class Vocabulary(_Model):
    """What a user adds; its entries behave as the built-in ones, and win where a term is both."""

    metrics: dict[str, AddedMetric] = {}
    channels: dict[str, AddedChannel] = {}
    platforms: dict[str, AddedPlatform] = {}
    teams: dict[str, AddedTeam] = {}

    @classmethod
    def load(cls, path: str | Path) -> Vocabulary:
        """The vocabulary of a TOML file.

        Raises OSError for a file that cannot be read, ValueError that names the line and key of what is wrong in it.
        """
        text = read_text(Path(path))
        try:
            return cls.model_validate(read_toml(Path(path), text))
        except ValidationError as error:
            first = error.errors()[0]
            keys, message = [str(part) for part in first["loc"]], first["msg"].removeprefix("Value error, ")
            if not keys:  # of the whole: the message begins with the key
                name, message = message.split(": ", 1)
                keys = name.split(".")
            raise ValueError(f"{path}, line {_line(text, keys)}: {'.'.join(keys)}: {message}") from None

    def entries(self) -> Iterator[tuple[str, str, _Entry]]:
        """All entries as (kind, id, entry); kind 'metric', 'channel', 'platform' or 'team'."""
        for kind in ("metric", "channel", "platform", "team"):
            for name, entry in getattr(self, f"{kind}s").items():
                yield kind, name, entry

    @cached_property
    def key(self) -> str:
        """The vocabulary as JSON, equal for equal vocabularies; empty when it adds nothing."""
        return self.model_dump_json() if any(self.entries()) else ""

    @model_validator(mode="after")
    def _check(self) -> Vocabulary:
        known = ontology()
        languages = available()
        metrics = known.metrics.keys() | self.metrics.keys()
        for kind, name, entry in self.entries():
            where = f"{kind}s.{name}"
            if not _ID.fullmatch(name):
                raise ValueError(f"{where}: an id is lower-case letters, digits and '_'")
            for language, terms in entry.terms.items():
                if language not in languages:
                    raise ValueError(f"{where}.terms.{language}: no such language; there are {', '.join(languages)}")
                if not all(re.search(r"\w", term) for term in terms):
                    raise ValueError(f"{where}.terms.{language}: a term without a letter or digit")
                if long := next((term for term in terms if len(_WORD.findall(term)) > MOST_WORDS), None):
                    raise ValueError(f"{where}.terms.{language}: a term of more than {MOST_WORDS} words: {long[:60]!r}")
            if isinstance(entry, AddedMetric) and (lost := set(entry.drives or ()) - metrics):
                raise ValueError(f"{where}.drives: no metric {min(lost)!r}")
            if isinstance(entry, AddedPlatform):
                channels = known.channels.keys() | self.channels.keys()
                if entry.channel is None and name not in known.platforms:
                    raise ValueError(f"{where}: a new platform names its channel")
                if entry.channel is not None and entry.channel not in channels:
                    raise ValueError(f"{where}.channel: no channel {entry.channel!r}")
        return self


def _line(text: str, keys: Sequence[str]) -> int:
    """The line of a TOML text in which the last of some nested keys that it writes stands."""
    at = 0
    for key in keys:
        found = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])").search(text, at)
        if found is not None:
            at = found.start()
    return text.count("\n", 0, at) + 1
