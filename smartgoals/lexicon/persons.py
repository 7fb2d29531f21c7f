"""The words of a language that tell who somebody is: posts, groups, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from smartgoals.text.fold import fold
from smartgoals.text.remember import remembered

_MOST_WORDS = 10_000  # remembered


@dataclass(slots=True, frozen=True)
class Endings:
    """Words, and endings of words."""

    words: frozenset[str]
    suffixes: tuple[str, ...]

    @classmethod
    def of(cls, items: tuple[str, ...], *, whole: bool) -> Endings:
        """All are endings; with `whole`, only those that begin with '-' are, and the others words."""
        if not whole:
            return cls(frozenset(), items)
        suffixes = tuple(item[1:] for item in items if item.startswith("-"))
        return cls(frozenset(item for item in items if not item.startswith("-")), suffixes)

    def fit(self, word: str) -> bool:
        """Whether a folded word is one of the words, or ends as one of the endings do."""
        if word in self.words:
            return True
        return bool(self.suffixes) and word.endswith(self.suffixes) and not (self.words and word in self.suffixes)


@dataclass(slots=True, frozen=True)
class Persons:
    """The part `[people]` of a language's owners.toml, without its names and titles."""

    endings: Endings  # last words of a group or a function that opens a goal
    institutions: Endings  # the same, where one word is enough: 'library'
    posts: frozenset[str]  # words for somebody's post, or parts of them: 'manager', '-chef', 'керівни-'
    is_post: Callable[[str], bool]  # whether a folded word names somebody's post
    verb_endings: tuple[str, ...]  # of a word behind a subject that is then a verb: sv '-r'
    groups: frozenset[str]  # words before the name of a group: 'team North'
    everyone: frozenset[str]  # words for all in a team: 'everyone in sales'
    others: frozenset[str]  # labels of those who have another part in a goal: 'approver', 'client'
    nobody: frozenset[str]  # what stands behind a label where nobody is chosen yet: 'tbd', 'vacant'
    asks: frozenset[str]  # verbs of those who set others a goal: 'ask'
    us: frozenset[str]  # those who speak: 'we', 'us'
    decides: frozenset[str]  # verbs of those who decide what is to be done: 'the council has resolved that …'
    decided: frozenset[str]  # words that open the clause that says what: 'that'
    relatives: frozenset[str]  # words that open a clause about something: 'the audit which Anna did'
    helps: frozenset[str]  # verbs whose object only gains: 'help', 'convince'
    approvals: frozenset[str]  # words before who only approves what others do
    roles: frozenset[str]  # words before the role somebody takes: 'as head of sales'
    doubtful: frozenset[str]  # given names that are words too: 'May', 'Will'
    causes: frozenset[str]  # verbs before somebody who is to act: 'have Ann call …'
    shares: frozenset[str]  # verbs of sharing, before those who share: 'split between A and B'
    possessive: tuple[str, ...]  # endings that make somebody's name a possessive
    genitives: tuple[str, ...]  # those of them that are written without an apostrophe
    firms: frozenset[str]  # two words that name a firm and begin as a person's name: 'Morgan Stanley'
    statives: frozenset[str]  # verbs whose subject does nothing: 'cost'
    agrees: frozenset[str]  # verbs of those who agree to a goal, or only measure it, in a clause of its own behind it
    promises: frozenset[str]  # verbs of promising, before whom a goal is promised: 'as we promised the board'
    oversees: frozenset[str]  # verbs of those who only pay, read or approve, in such a clause: 'the board signs off'
    honours: frozenset[str]  # words before the name that something bears: 'named after'
    sells: frozenset[str]  # verbs of selling, where what is sold may be another thing: 'sell 300 tickets'
    hires: frozenset[str]  # verbs by which staff grows, with those that imply it: 'take on', 'look for'
    turns: frozenset[str]  # verbs of making one thing another: 'turn 40 leads into customers'
    renews: frozenset[str]  # verbs of renewing, by which those counted stay: 'renew 40 contracts'
    gains: frozenset[str]  # verbs of getting what others do: 'get 15 publications'
    reported: frozenset[str]  # what others write, where one gets it
    handles: frozenset[str]  # verbs of checking and working through, by which nothing is won: 'audit 80 contracts'
    members: frozenset[str]  # who belongs to a group: on a social network they follow it
    visits: frozenset[str]  # a visit that is booked: 'appointment'
    treats: frozenset[str]  # where, or by whom, visitors are treated: 'clinic', 'barber'
    guests: frozenset[str]  # who comes to an event: 'guest'
    visited: frozenset[str]  # where visitors come themselves: 'museum'
    joined: frozenset[str]  # what one becomes a member of: 'choir'
    staged: frozenset[str]  # what one buys tickets to: 'concert', where the word means requests too
    loses: frozenset[str]  # verbs of losing, by which those counted leave: 'lose 3 customers'
    wins: frozenset[str]  # verbs of winning, by which a share of quotes becomes deals: 'win 30 % of bids'
    films: frozenset[str]  # what is watched: 'reel', where views alone are named
    views: frozenset[str]  # views that are impressions but of films: sv 'visning'
    aged: frozenset[str]  # those of whom a range of two numbers tells the age: 'women 25–40'
    marks: frozenset[str]  # what is a rating where a number with decimals stands beside it: ru 'оценка'
    surnames: Endings  # names that tell by themselves, and by their endings, that they are somebody's: 'Smith', '-enko'
    particles: frozenset[str]  # inside names: 'van der'
    own: frozenset[str]  # what is somebody's who answers for the goal: "Ann's job"

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> Persons:
        """The words of one language."""

        def folded(name: str) -> tuple[str, ...]:
            return tuple(fold(word) for word in words.get(name, ()))

        whole = frozenset(words.get("whole_words", ()))
        posts = frozenset(folded("posts"))
        part = re.compile("|".join(map(re.escape, folded("posts"))) or r"[^\s\S]")

        def is_post(word: str) -> bool:
            if "posts" in whole:  # they are words, not parts of words
                return word in posts or word.removesuffix("s") in posts
            return part.search(word) is not None

        return cls(
            Endings.of(folded("endings"), whole="endings" in whole),
            Endings.of(folded("institutions"), whole="institutions" in whole),
            posts,
            remembered(is_post, _MOST_WORDS),
            folded("verb_endings"),
            frozenset(folded("groups")),
            frozenset(folded("everyone")),
            frozenset(folded("others")),
            frozenset(folded("nobody")),
            frozenset(folded("asks")),
            frozenset(folded("us")),
            frozenset(folded("decides")),
            frozenset(folded("decided")),
            frozenset(folded("relatives")),
            frozenset(folded("helps")),
            frozenset(folded("approvals")),
            frozenset(folded("roles")),
            frozenset(folded("doubtful")),
            frozenset(folded("causes")),
            frozenset(folded("shares")),
            folded("possessive"),
            tuple(ending for ending in folded("possessive") if ending.isalpha()),
            frozenset(folded("firms")),
            frozenset(folded("statives")),
            frozenset(folded("agrees")),
            frozenset(folded("promises")),
            frozenset(folded("oversees")),
            frozenset(folded("honours")),
            frozenset(folded("sells")),
            frozenset(folded("hires")),
            frozenset(folded("turns")),
            frozenset(folded("renews")),
            frozenset(folded("gains")),
            frozenset(folded("reported")),
            frozenset(folded("handles")),
            frozenset(folded("members")),
            frozenset(folded("visits")),
            frozenset(folded("treats")),
            frozenset(folded("guests")),
            frozenset(folded("visited")),
            frozenset(folded("joined")),
            frozenset(folded("staged")),
            frozenset(folded("loses")),
            frozenset(folded("wins")),
            frozenset(folded("films")),
            frozenset(folded("views")),
            frozenset(folded("aged")),
            frozenset(folded("marks")),
            Endings.of(folded("surnames"), whole=True),
            frozenset(folded("particles")),
            frozenset(folded("own")),
        )

    def is_group(self, word: str) -> bool:
        """Whether a folded word may be the noun of a group's name, or a post."""
        return word in self.groups or self.is_ending(word) or self.is_institution(word) or self.is_post(word)

    def is_ending(self, word: str) -> bool:
        """Whether a folded word may end the name of a group that opens a goal."""
        return self.endings.fit(word)

    def is_institution(self, word: str) -> bool:
        """Whether a folded word may be all of such a name: 'library'."""
        return self.institutions.fit(word)
