"""What is known of one goal while it is read: each reader adds to it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartgoals.context import Context
    from smartgoals.lexicon.lexicon import Form, Lexicon
    from smartgoals.ontology import Ontology
    from smartgoals.text.lexer import Token

_INSTRUMENTAL = {"ablt"}
_DATED = frozenset(("season", "holiday", "month", "weekday"))
_OPENING_QUOTES = frozenset("«„“")  # before a name inside a term: 'реклама во «ВКонтакте»'
AS_IN_DICTIONARY = 2  # keys of a form that is its own dictionary form: itself, and itself alone
TAKEN = "\0"  # the character of a word that a deadline has taken


class Word(dict[str, Any]):
    """One or more tokens read as one unit of the grammar: its classes, each with what the word says of it."""

    __slots__ = ("char", "end", "first", "last", "start")

    def __init__(self, char: str, classes: Mapping[str, Any], start: int, end: int, first: int, last: int) -> None:
        self.update(classes)  # in half the time of super().__init__
        self.char = char  # the character of its classes
        self.start = start
        self.end = end
        self.first = first  # index of its first token
        self.last = last  # index behind its last token

    def has(self, names: frozenset[str]) -> bool:
        """Whether the word has any of some classes."""
        return not names.isdisjoint(self)

    def become(self, classes: Mapping[str, Any], char: str) -> None:
        """Give the word other classes."""
        self.clear()
        self.update(classes)
        self.char = char


def characters(words: list[Word]) -> str:
    """The characters of some words, over which rules run."""
    return "".join([word.char for word in words])


@dataclass(slots=True)
class Match:
    """A term of the vocabulary in the text: `kind` and `id` as in Lexicon.entities, token and character range."""

    kind: str
    id: str | None
    first: int
    last: int
    start: int
    end: int
    platform: str | None = None
    paid: bool = False  # of a channel

    def overlaps(self, other: Match) -> bool:
        """Whether two matches share a token."""
        return self.first < other.last and other.first < self.last


@dataclass(slots=True)
class Found:
    """A deadline that was read, by index of its first word and of the one behind it."""

    first: int
    last: int
    start: int
    end: int
    named: bool  # a period of the calendar, by its name or numbers
    date: datetime.date | None
    begins: datetime.date | None
    grain: str
    kind: str
    impossible: bool = False
    background: bool = False  # a date of the past or of a comparison: no deadline


@dataclass(slots=True)
class Quantity:
    """A number with its unit and the words that decide its role."""

    value: float
    high: float | None
    unit: str | None  # None: counts whatever stands beside it
    currency: str | None
    comparator: str
    start: int
    end: int
    first: int  # words
    last: int
    lead: str | None = None  # class of the word before it that shows its role: to, by_amount, from, current, aside
    sign: str | None = None  # "increase" or "decrease"
    more: bool = False  # '50 more': an amount of change
    per: str | None = None
    direction: str | None = None  # of a multiple ('double', 'в 3 раза больше')
    role: str = ""
    scale: float = 1.0  # of a word behind the digits: 1000 in '15 тис.'
    subunit: bool = False  # cents, öre
    thing: tuple[int, int] | None = None  # the words that name what it counts, where they stand apart from it
    of: int | None = None  # of a baseline: the first word of the number that starts from it, where that is certain


class Reading:
    """The state of one goal between readers; the final analysis is built from it."""

    def __init__(self, text: str, today: datetime.date, context: Context) -> None:
        self.text = text
        self.today = today
        self.context = context
        self.lexicon: Lexicon  # of the language that it is read in; the reader of tokens sets it
        self.tokens: list[Token] = []
        self.forms: list[Form] = []
        self.words: list[Word] = []
        self.chars = ""
        self.present = 0  # the classes that words have or had, as Alphabet.present gives them
        self.metrics: list[Match] = []
        self.channels: list[Match] = []
        self.owners: list[Match] = []
        self.vague: list[Match] = []
        self.doubles: dict[int, Match] = {}  # the channel that a metric may be, by first token
        self.marks: list[Match] = []  # quantifiers, labels, titles, paid words
        self.known_beside: list[Match] | None = None  # what `beside` has found
        self.dates: list[Found] = []
        self.quantities: list[Quantity] = []
        self.has_cadence = False
        self.past: list[range] = []  # the words of each clause that tells what was
        self.work: set[int] = set()  # the words of clauses that say by what work an aim is reached
        self.result: dict[str, Any] = {}

    def folded(self, word: Word) -> str:
        """A word as it is matched: lower case, ASCII digits."""
        return " ".join([token.text for token in self.tokens[word.first : word.last]])

    @property
    def ontology(self) -> Ontology:
        """The ontology that the reading's language is read with."""
        return self.lexicon.ontology

    @property
    def beside(self) -> list[Match]:
        """The words that say of a channel beside them what it is, sought when first asked for: 'course', 'studio'."""
        if self.known_beside is None:
            forms, tokens = self.forms, self.tokens
            begins = [i for i, form in enumerate(forms) if form.beside]
            keys = [form.keys for form in forms] if begins else []
            skippable = [form.filler for form in forms] if begins else []
            self.known_beside = [
                Match(kind, name, i, behind, tokens[i].start, tokens[behind - 1].end)
                for i in begins
                for behind, values in self.lexicon.beside.matches(i, keys, skippable)
                for kind, name in values
            ]
        return self.known_beside

    def marked(self, kind: str) -> set[int]:
        """The first tokens of the words of one kind among those `beside`: of relative pronouns, 'for this'."""
        return {match.first for match in self.beside if match.kind == kind}

    def steps(self) -> tuple[list[tuple[str, ...]], list[bool]]:
        """What a term goes along: the keys of each token, and whether it may be passed over, as hyphens may.

        Not the 'a' of '200 customers a day', nor an article behind a date: 'Before Christmas the sales team …'.
        """
        skippable = [
            form.filler or token.is_hyphen or token.text in _OPENING_QUOTES
            for form, token in zip(self.forms, self.tokens, strict=True)
        ]
        forms = self.forms
        for i in [i for i, passed in enumerate(skippable) if passed]:
            form = forms[i].values
            rate = "each" in form and i + 1 < len(forms) and "unit" in forms[i + 1].values
            if rate or (i and "the" in form and not _DATED.isdisjoint(forms[i - 1].values)):
                skippable[i] = False
        return [form.keys for form in forms], skippable

    def may_have(self, classes: int) -> bool:
        """Whether a word has, or had, one of some classes, given as `grammar.classes.bits`."""
        return self.present & classes != 0

    @property
    def declines(self) -> bool:
        """Whether nouns of the language have cases."""
        return self.lexicon.has_cases

    def is_instrumental(self, match: Match) -> bool:
        """Whether a term stands in the instrumental, which makes it a means: 'рекламою', 'email-розсилкою', but not
        'колаборації з блогерами'."""
        if not self.declines:
            return False
        governed = (i for i in range(match.first + 1, match.last) if "company" in self.forms[i].values)
        tokens = self.tokens[match.first : next(governed, match.last)]
        return any(self.lexicon.cases(token.text) == _INSTRUMENTAL for token in tokens)

    def word_at(self, token: int) -> int | None:
        """The index of the word that holds a token; None if a word holds none (a point within a sentence)."""
        words = self.words
        at = min(token, len(words) - 1)  # words have one token or more, few have more
        while at >= 0 and words[at].first > token:
            at -= 1
        return at if at >= 0 and token < words[at].last else None
