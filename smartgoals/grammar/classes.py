"""The classes that words fall into, and patterns over them.

A language's files map words to these classes; rules are regular expressions over class names.  Each distinct set of
classes that a word can have is one character, so a rule runs over a short string in C, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_
from threading import Lock
from typing import Generic, TypeVar

Builder = TypeVar("Builder")

CLASSES: dict[str, str] = {
    # numerals
    "cardinal": "numeral in words, by value",
    "multiplier": "word that multiplies the numeral before it, by value",
    "ordinal": "ordinal numeral, by value",
    "fraction": "share of a whole, by percent",
    "by_fraction": "adverb of a change by a share, by percent: 'наполовину'",
    "half": "one half inside a numeral: 'two and a half', 'half a million'",
    "none": "says that there is none of what stands behind it: 'no complaints'",
    "joiner": "word inside a numeral: 'one hundred and twenty'",
    # calendar
    "month": "name of a month, any form or abbreviation; dateparser knows which it is",
    "weekday": "day of the week, Monday 1",
    "season": "spring, summer, autumn or winter",
    "holiday": "day that a goal may name, by its id in grammar/dates/holidays.py",
    "unit": "calendar unit of time",
    "nth_unit": "calendar unit beside an ordinal or a number: 'Q3', 'week 42', '3 кв.'",
    "span": "word for a duration, as '6 month'",
    "period_end": "end of the current period, by unit: 'EOY'",
    "day_offset": "day counted from today",
    "by": "last day of a period, inclusive",
    "before": "day before a period or day",
    "until": "uk, ru 'до': a day itself, the day before a longer period, a year's last day",
    "toward": "uk, ru 'к', 'під': a day itself, the day before any period",
    "in": "inside a period",
    "within": "opens a duration",
    "since": "opens a date of the past, or from which on something is",
    "onward": "opens a date from which on something is to be: 'starting in'",
    "compare": "opens a comparison",
    "span_from": "opens a span of two dates",
    "span_to": "between the two dates of a span",
    "end_of": "last day of a period; by what stands there: the end ('period'), its last day, its last week",
    "mid": "middle of a period",
    "start_of": "first day of a period",
    "this": "the current period",
    "next": "the period after the current one",
    "last": "the period before the current one: background, no deadline",
    "past_unit": "the period before the current one in one word, by unit: sv 'i fjol'",
    "final": "the last of its kind in a period: 'the last Friday of'",
    "plural": "unit, or what stands before it, in the plural: without a number no length ('in the coming weeks')",
    "the": "definite article before a date",
    "a": "indefinite article: one",
    "of": "between parts of a date",
    "year_word": "word beside a year's number",
    "fiscal": "marks a fiscal year",
    "ordinal_suffix": "ending written after a digit",
    "length_suffix": "adjective written after a digit that says how long something is: '-денний'",
    "day_word": "the word 'day' after a day's number (uk, ru 'числа')",
    "workday": "unit of time of which only Monday to Friday count",
    "ago": "counts back",
    "hence": "counts on from today: 'from now'",
    "clock": "beside a time of day: 'pm', 'kl'",
    # quantities
    "percent": "percent",
    "percentage_point": "percentage point",
    "basis_point": "hundredth of a percentage point",
    "times": "multiple",
    "factor": "adverb of multiplication, by factor: 'вдвое', 'втричі'",
    "rating_unit": "stars, points of a rating, by which they are",
    "out_of": "before the top of a rating's scale",
    "share_in": "between a part and the whole: 'one in five'",
    "at_least": "lower bound",
    "at_most": "upper bound",
    "about": "approximately",
    "or_more": "lower bound, after the number",
    "or_less": "upper bound, after the number",
    "between": "opens a range",
    "range_from": "uk, ru 'от', 'від': opens a range, or a lower bound",
    "and": "conjunction",
    "or": "disjunction",
    "in_turn": "says that numbers belong to what was named before, in order: 'respectively'",
    "to": "before a level to reach",
    "by_amount": "before the amount of a change",
    "from": "before a baseline",
    "current": "marks today's level",
    "aside": "preposition whose number the goal does not aim at",
    "inclusive": "behind a period, or before it: counts itself in",
    "topic": "preposition before what is spoken of: no channel stands behind it",
    "company": "preposition before whom one deals with",
    "agent": "before who does it: 'signed by the sales team'",
    "means": "before the verb of the work by which something is reached: 'by training 45 cooks'",
    "together": "before a team that answers for the goal beside others",
    "goal_word": "word for a goal before whose it is: 'goal for sales:'",
    "save": "verb of saving: of money spent there is less then",
    "prevent": "verb of keeping something from happening: a bound behind it is the most",
    "use": "verb of using what a goal is reached with: 'use webinars so as to …'",
    "pronoun": "stands for a metric named before: 'it'",
    "each": "before the unit of a cadence",
    "ahead": "behind a time by which something is done before something else: 'in advance'",
    "share_of": "before what something is measured as a share of: 'as a percentage of'",
    "for_whom": "preposition before whom a goal is for: no channel stands behind it",
    "without": "preposition that shuts out what stands behind it: no channel",
    "more": "after or before an amount: change upward",
    "less": "after or before an amount: change downward",
    "name_head": "word that makes the number after it a name: 'version 2.0'",
    "rank_head": "word before a number of a ranking: 'top 10'",
    "currency": "currency, by ISO 4217 code",
    "money_scale": "scale and currency in one word, as '1000000 SEK'; or a part of the unit, as '0.01'",
    "time_unit": "unit of a quantity of time",
    "piece": "counting word that says nothing of what is counted: 'pcs', 'шт.'",
    "physical": "physical unit, by its symbol in quantulum3",
    "sheds": "verb of gaining or losing weight: 'lose 10 pounds'",
    "cadence": "what a number is per",
    "length": "cadence that says right behind a number how long something is: uk 'місячний'",
    # verbs
    "review": "verb of looking at how a goal goes: 'reviewed monthly'",
    "increase": "verb of growth",
    "decrease": "verb of reduction",
    "maintain": "verb of keeping a level",
    "achieve": "verb of reaching a result",
    "activity": "verb of work done",
    "improve": "verb of improvement: the metric's better way",
    "answers": "word for being responsible, where what for may stand first: ru 'за 40 лидов отвечает Анна'",
    "implies": "verb that implies what is counted behind it, by metric: 'hire' headcount",
    "carries": "verb that says what is measured where nothing is counted, by metric: 'sell more' sales",
    "multiply": "verb of multiplication, by factor",
    "adds": "verb of adding to what there is: 'add 30 partners'",
    "takes": "verb of reaching that takes its object past a bound: 'get the rating above 4.5'",
    "scales": "verb whose object is measured, whatever it is: 'reduce', 'raise'",
    "noun_increase": "noun of growth",
    "noun_decrease": "noun of reduction",
    "noun_maintain": "noun of keeping",
    "noun_achieve": "noun of reaching",
    "noun_activity": "noun of work done",
    "noun_improve": "noun of improvement",
    "noun_multiply": "noun of multiplication, by factor",
    "change_of": "compound of a metric and a noun of change, by its way: sv 'försäljningsökning'",
    "up": "particle of growth",
    "down": "particle of reduction",
    "auxiliary": "word before the main verb",
    "needed": "verb of wanting that is all the verb there is before a number: 'we need 40 leads'",
    "state": "verb that says what is: 'has', 'costs'",
    "amounts": "verb between what is measured and its level: 'amounts to', sv 'ska vara'",
    "done": "says that something is there or in use then: 'live', 'работает'",
    "reason": "opens a clause that says why or although: 'because'",
    "therefore": "opens the clause of the goal behind one that says why: ', so'",
    "only": "opens a clause that says how little there is: 'only 31 % do so'",
    "rival": "those whose numbers are not the goal's: 'competitor'",
    "purpose": "opens a purpose clause",
    # signs
    "plus": "plus sign",
    "minus": "minus sign",
    "plus_minus": "plus or minus",
    "dash": "dash or hyphen",
    "slash": "slash",
    "per": "slash as 'per'",
    "colon": "colon",
    "comma": "comma",
    "stop": "end of a sentence",
    "open": "opening bracket",
    "close": "closing bracket",
    "apostrophe": "apostrophe before a year of two digits",
    "arrow": "arrow from one level to another",
}

# Given by the reader, not by data files.
READ: dict[str, str] = {
    "number": "numeral, once read",
    "year": "numeral that can be a year",
    "day": "numeral that can be a day of the month",
    "date": "date in digits",
    "decimal_date": "numeral that can be a day and month: '15.01'",
    "period": "calendar period, once read",
    "metric": "metric expression",
    "channel": "channel or platform",
    "owner": "owner",
    "name": "name with digits",
    "other": "any other word",
    "capital": "other word, capitalised",
}

_FIRST_CHARACTER = 0xE000  # Unicode's private use area
_NAME = re.compile(r"\?P<\w+>|\(\?[:=!]|[a-z_]+(?:&[a-z_]+)*")
_BITS = {name: 1 << i for i, name in enumerate((*CLASSES, *READ))}


class Alphabet:
    """Gives each set of classes its character, and compiles patterns over class names.

    A pattern is a regular expression in which a class name stands for one word that may have that class, and names
    joined by '&' for one that may have all of them; blanks are ignored.  A set that is met for the first time later
    gets the next character, and patterns are compiled anew.
    """

    def __init__(self) -> None:
        self._characters: dict[frozenset[str], str] = {}
        self._of_class: dict[str, list[str]] = {name: [] for name in _BITS}
        self._bits: dict[str, int] = {}
        self.version = 0
        self.lock = Lock()  # of what grows while threads read

    def character(self, classes: Iterable[str]) -> str:
        """The character of a set of classes."""
        key = frozenset(classes)
        character = self._characters.get(key)
        return self._add(key) if character is None else character

    def _add(self, key: frozenset[str]) -> str:
        with self.lock:
            if key in self._characters:
                return self._characters[key]
            character = chr(_FIRST_CHARACTER + len(self._characters))
            self._bits[character] = bits(key)
            for name in key:
                self._of_class[name].append(character)
            self.version += 1
            self._characters[key] = character  # last: whoever sees it must find patterns that know it
            return character

    def sets(self) -> tuple[frozenset[str], ...]:
        """All sets of classes that have a character."""
        return tuple(self._characters)

    def size(self, names: Iterable[str]) -> int:
        """How many characters some classes have; it only grows."""
        return sum(len(self._of_class[name]) for name in names)

    def present(self, chars: str) -> int:
        """The classes that words have, as `bits`."""
        return reduce(or_, map(self._bits.__getitem__, set(chars)), 0)

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern over the sets known now."""

        def character_class(match: re.Match[str]) -> str:
            name = match[0]
            if name.startswith(("?", "(")):
                return name
            first, *others = name.split("&")
            characters = [c for c in self._of_class[first] if all(c in self._of_class[other] for other in others)]
            # a class that no word has yet matches nothing, but as wide as a word: look-behinds need that
            return f"[{''.join(characters)}]" if characters else r"[^\s\S]"

        return re.compile("".join(_NAME.sub(character_class, pattern).split()))


def bits(names: Iterable[str]) -> int:
    """Some classes as the bits of a number, so that one operation tells whether two sets of them meet."""
    return sum({_BITS[name] for name in names})


class Pattern:
    """A pattern over classes that follows its alphabet as the alphabet grows."""

    def __init__(self, alphabet: Alphabet, pattern: str) -> None:
        self._alphabet = alphabet
        self._pattern = pattern
        self._names = frozenset(_BITS).intersection(re.findall("[a-z_]+", pattern))
        self._size = -1
        self._compiled = -1, re.compile("")  # with the version of the alphabet

    def __call__(self) -> re.Pattern[str]:
        version, compiled = self._compiled
        return compiled if version == self._alphabet.version else self._follow()

    def _follow(self) -> re.Pattern[str]:
        with self._alphabet.lock:
            _, compiled = self._compiled
            if (size := self._alphabet.size(self._names)) != self._size:
                self._size, compiled = size, self._alphabet.compile(self._pattern)
            self._compiled = self._alphabet.version, compiled
            return compiled


class Rules(Generic[Builder]):
    """Patterns in the order in which they are tried, each with what it builds.

    A rule is given as (builder, needs, pattern). `needs` says without which classes no match is possible, so that the
    rule is left out: alternatives parted by blanks, classes that must stand together joined by '+'.
    """

    def __init__(self, alphabet: Alphabet, rules: Iterable[tuple[Builder, str, str]]) -> None:
        self._rules = [
            ((builder, Pattern(alphabet, pattern)), [bits(together.split("+")) for together in needs.split()])
            for builder, needs, pattern in rules
        ]
        self._alphabet = alphabet
        self._relevant = 0
        for _, needs in self._rules:
            for together in needs:
                self._relevant |= together
        self._fitting = lru_cache(maxsize=4_000)(self._fit)

    def fitting(self, present: int) -> tuple[tuple[Builder, re.Pattern[str]], ...]:
        """The rules that some classes leave possible; `present` as `Alphabet.present` gives it, or more."""
        return self._fitting(present & self._relevant, self._alphabet.version)

    def _fit(self, present: int, version: int) -> tuple[tuple[Builder, re.Pattern[str]], ...]:
        """The same, for a version of the alphabet: as it grows, patterns change."""
        found = []
        for (builder, pattern), needs in self._rules:
            for together in needs:
                if present & together == together:
                    found.append((builder, pattern()))
                    break
        return tuple(found)
