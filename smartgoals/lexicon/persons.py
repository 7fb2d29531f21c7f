"""The words of a language that tell who somebody is: posts, groups, and what stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smartgoals.text.fold import fold


@dataclass(slots=True, frozen=True)
class Persons:
    """The part `[people]` of a language's owners.toml, without its names and titles."""

    endings: tuple[str, ...]  # last words of a group or a function that opens a goal
    institutions: tuple[str, ...]  # the same, where one word is enough: 'library'
    posts: tuple[str, ...]  # parts of words for somebody's post: 'manager', '-chef', 'керівни-'
    verb_endings: tuple[str, ...]  # of a word behind a subject that is then a verb: sv '-r'
    groups: frozenset[str]  # words before the name of a group: 'team North'
    everyone: frozenset[str]  # words for all in a team: 'everyone in sales'
    relatives: frozenset[str]  # words that open a clause about something: 'the audit which Anna did'
    helps: frozenset[str]  # verbs whose object only gains: 'help', 'convince'
    roles: frozenset[str]  # words before the role somebody takes: 'as head of sales'
    doubtful: frozenset[str]  # given names that are words too: 'May', 'Will'
    causes: frozenset[str]  # verbs before somebody who is to act: 'have Ann call …'
    shares: frozenset[str]  # verbs of sharing, before those who share: 'split between A and B'
    genitives: tuple[str, ...]  # endings of a possessive written without an apostrophe
    own: frozenset[str]  # what is somebody's who answers for the goal: "Ann's job"

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> Persons:
        """The words of one language."""

        def folded(name: str) -> tuple[str, ...]:
            return tuple(fold(word) for word in words.get(name, ()))

        return cls(
            folded("endings"),
            folded("institutions"),
            folded("posts"),
            folded("verb_endings"),
            frozenset(folded("groups")),
            frozenset(folded("everyone")),
            frozenset(folded("relatives")),
            frozenset(folded("helps")),
            frozenset(folded("roles")),
            frozenset(folded("doubtful")),
            frozenset(folded("causes")),
            frozenset(folded("shares")),
            tuple(ending for ending in folded("possessive") if ending.isalpha()),
            frozenset(folded("own")),
        )

    def is_group(self, word: str) -> bool:
        """Whether a folded word may be the noun of a group's name, or a post."""
        return (
            word in self.groups or word.endswith((*self.endings, *self.institutions, *self.posts)) or self.is_post(word)
        )

    def is_post(self, word: str) -> bool:
        """Whether a folded word names somebody's post."""
        return any(post in word for post in self.posts)
