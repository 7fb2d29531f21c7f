"""Which way a goal goes: verbs, change nouns, particles and signs."""

from __future__ import annotations

from collections.abc import Container

from smartgoals.grammar.classes import bits
from smartgoals.reading import Quantity, Reading, Word

VERBS = ("increase", "decrease", "maintain", "achieve", "activity", "improve", "multiply")
VERB_CLASSES = frozenset(VERBS)
_WAYS = frozenset(("up", "down"))
WAYS = bits(_WAYS)
_LEVELS = frozenset(("money", "percent", "rating"))
_OF_PRICE = frozenset(("for_whom", "company", "agent"))  # before what something costs or what it has
_COUNTED = frozenset(("other", "metric", "achieve", "activity"))
_UNTIL = frozenset(("toward", "until", "before"))
_PAUSES = frozenset(("comma", "stop"))
_ABOUT = frozenset(("in", "aside", "topic", "for_whom"))
_SIGNS = frozenset(("colon", "dash"))
_CLAUSE_ENDS = frozenset(("and", "comma", "stop", "colon"))
NOUNS = tuple(f"noun_{name}" for name in VERBS)
_ANY = VERB_CLASSES.union(NOUNS)
_VERBAL = _ANY | {"prevent"}


def verb_of(word: Word) -> str | None:
    """The class of a verb or of a change noun, without its 'noun_'."""
    if _ANY.isdisjoint(word):
        return None
    for name in VERBS:
        if name in word:
            return name
    for name in NOUNS:
        if name in word:
            return name.removeprefix("noun_")
    return None


def is_verb(word: Word) -> bool:
    """Whether a word is a verb and no metric."""
    return "metric" not in word and word.has(VERB_CLASSES)


class Verbs:
    """The verbs and change nouns of a goal, by word index."""

    def __init__(self, reading: Reading, outside: Container[int]) -> None:
        """`outside` holds the words that are not of the goal itself: its purpose, and what was in the past."""
        self._words = reading.words
        self.verbs: list[tuple[int, str]] = []
        self.nouns: list[tuple[int, str]] = []
        self.goes_on = False  # whether work is what is kept up: 'keep publishing two posts a week'
        known = reading.ontology.metrics
        work = any(m.id in known and known[m.id].kind == "activity" for m in reading.metrics) or not any(
            m.id for m in reading.metrics
        )
        labels = {m.first for m in reading.marks if m.kind == "label"}
        vague = {i for m in reading.vague for i in range(m.first, m.last)}  # 'do our best to …'
        prevented = False  # 'do not let it fall below 5': what is prevented is not the goal's way
        for i, word in enumerate(reading.words):
            prevented = prevented and _CLAUSE_ENDS.isdisjoint(word)
            if _VERBAL.isdisjoint(word):
                continue
            if prevented and word.has(VERB_CLASSES):
                continue
            if "prevent" in word and not word.has(VERB_CLASSES):
                prevented = True
                self.verbs.append((i, "maintain"))
                continue
            if i in outside or "metric" in word or word.first in labels or word.first in vague:
                continue
            if self._asks_back(reading, i):
                continue
            if "increase" in word and "achieve" in word:
                self.verbs.append((i, "raise"))  # 'raise the price', 'raise 2M'
                continue
            if "maintain" in word and "activity" in word:
                # 'hold webinars', but 'hold NPS at 40', 'hold the price at $40'
                self.verbs.append((i, "activity" if work and not self._is_level(reading, i) else "maintain"))
                continue
            if (name := next((n for n in VERBS if n in word), None)) is not None:
                if name == "activity" and self._goes_on_from(i):
                    self.goes_on = True
                    continue
                self.verbs.append((i, name))
            elif (name := next((n for n in NOUNS if n in word), None)) is not None:
                if name == "noun_activity" and i and reading.words[i - 1].has(_UNTIL):
                    continue  # 'к релизу', 'до запуска': when, not what
                if name == "noun_activity" and self._is_matter(i):
                    continue  # 'снижение числа жалоб на уборку снега'
                if name == "noun_activity" and self._heads_list(reading, i):
                    continue  # '12 000 посетителей, продвижение — соцсети'
                self.nouns.append((i, name.removeprefix("noun_")))

        if not self.verbs and not self.nouns:
            if self._is_command(reading):
                self.verbs.append((0, "activity"))
            elif (done := self._done(reading)) is not None:
                self.verbs.append(done)

    @staticmethod
    def _is_level(reading: Reading, at: int) -> bool:
        """Whether a level, not a number of things, stands behind the object of a verb."""
        return any(
            q.first > at + 1 and q.unit in _LEVELS and q.per is None and not reading.words[q.first].has(_OF_PRICE)
            for q in reading.quantities
        )

    def _goes_on_from(self, at: int) -> bool:
        """Whether a verb of keeping stands right before a verb: 'keep publishing', 'continue to publish'."""
        kept = at - 2 if at > 1 and "to" in self._words[at - 1] else at - 1
        return (kept, "maintain") in self.verbs

    def _is_matter(self, at: int) -> bool:
        """Whether a preposition makes a noun behind another only say what that is about."""
        return at > 1 and bool(self.nouns or self.verbs) and self._words[at - 1].has(_ABOUT)

    @staticmethod
    def _heads_list(reading: Reading, at: int) -> bool:
        """Whether a noun behind a number and a pause only says what the words behind its sign are."""
        words = reading.words
        between = 0 < at < len(words) - 1 and words[at - 1].has(_PAUSES) and words[at + 1].has(_SIGNS)
        return between and any(q.last < at for q in reading.quantities)

    @staticmethod
    def _asks_back(reading: Reading, at: int) -> bool:
        """Whether a verb only asks somebody at the end: '…, сможешь?'."""
        lexicon, token = reading.lexicon, reading.tokens[reading.words[at].last - 1]
        behind = reading.text[token.end : token.end + 1]
        return behind == "?" and lexicon is not None and "second" in lexicon.verb_forms(token.text)

    @staticmethod
    def _done(reading: Reading) -> tuple[int, str] | None:
        """The verb that only says that what a goal counts is done then: '300 raffle tickets sold by Friday'."""
        words, forms = reading.words, reading.forms
        first = 1 if words and "currency" in words[0] else 0
        if len(words) <= first or "number" not in words[first] or not reading.quantities or reading.quantities[0].sign:
            return None
        for i, word in enumerate(words[first + 1 :], first + 1):
            if not word.has(_COUNTED):
                return None
            classes = forms[word.last - 1].values
            inside = "metric" in word and word.last - word.first > 1
            token = reading.tokens[word.last - 1].text
            if (inside or i > 1) and reading.lexicon is not None and reading.lexicon.is_inflected(token):
                name = next((n for n in ("achieve", "activity") if n in classes), None)
                if name is not None:
                    return i, name
        return None

    @staticmethod
    def _is_command(reading: Reading) -> bool:
        """Whether an unknown word opens the goal right before a number of things: 'rehome 60 dogs'."""
        words = reading.words
        if len(words) < 3 or "other" not in words[0] or "number" not in words[1]:
            return False
        return "other" in words[2] or "metric" in words[2]

    @property
    def light(self) -> bool:
        """Whether the main verb says nothing of the kind of goal: it can achieve and can be work ('make')."""
        if not self.verbs:
            return False
        values = self._words[self.verbs[0][0]]
        return {"achieve", "activity"} <= values.keys() or "other" in values

    def main(self) -> str | None:
        """The class of the main verb, or of the first change noun when there is no verb."""
        for found in (self.verbs, self.nouns):
            if found:
                # an achieving verb with a change noun is that change: 'achieve a 56 % increase'
                if found is self.verbs and found[0][1] == "achieve" and self._noun_after(found[0][0]):
                    return self._noun_after(found[0][0])
                return found[0][1]
        return None

    def _noun_after(self, at: int) -> str | None:
        return next((name for i, name in self.nouns if i > at and name in ("increase", "decrease")), None)

    def governing(self, first: int, last: int, floor: int) -> str | None:
        """The class of the verb that governs the words from `first` to `last`.

        That is the last one before `last` and not before `floor`, where the target before it ends, or else a change
        noun on either side.
        """
        for found in (self.verbs, self.nouns):
            before = [(i, name) for i, name in found if floor <= i < last]
            if before:
                _i, name = before[-1]
                if name in ("achieve", "activity") and found is self.verbs:
                    change = [n for j, n in self.nouns if floor <= j <= last + 3 and n in ("increase", "decrease")]
                    if change:
                        return change[0]
                return name
        after = [name for i, name in self.nouns if last <= i <= last + 2]
        return after[0] if after else None


def particle(reading: Reading, first: int, last: int) -> str | None:
    """What an 'up' or 'down' among some words says."""
    if not reading.may_have(WAYS):
        return None
    words = reading.words
    for i in range(max(first, 0), min(last, len(words))):
        word = words[i]
        if "at_most" in word and word.has(_WAYS) and not (i > 0 and "metric" in words[i - 1]):
            continue  # 'win up to 50 clients', but 'get the NPS up to 50'
        if "down" in word:
            return "decrease"
        if "up" in word:
            return "increase"
    return None


def of_target(
    verb: str | None,
    better: str,
    quantity: Quantity | None,
    baseline: float | None,
    moved: str | None,
    *,
    paired: bool,
    wished: bool,
    comparative: str | None,
) -> str | None:
    """The direction of a target.

    `verb` is the class that governs it, `better` the metric's good way, `moved` what a particle says, `paired` whether
    the baseline stands right beside the number, `wished` whether something but the main verb says that the goal is
    wanted ('we need more'), `comparative` what a comparative without a number says.
    """
    good = "decrease" if better == "down" else "increase"
    if verb == "improve":
        if paired and baseline is not None and quantity is not None and quantity.value != baseline:
            return "increase" if quantity.value > baseline else "decrease"  # 'speed up from 5 to 3 days'
        return good
    if verb == "multiply":
        return "decrease" if quantity is not None and quantity.unit == "multiple" and quantity.value < 1 else "increase"
    if verb in ("increase", "decrease", "maintain"):
        return verb
    if verb in ("achieve", "activity"):
        if moved:
            return moved
        if quantity is None:
            return comparative or "achieve"
        if paired and baseline is not None and quantity.role == "target" and quantity.value != baseline:
            return "increase" if quantity.value > baseline else "decrease"  # 'take sessions from 9k to 12k'
        if quantity.unit == "multiple" and quantity.direction:
            return quantity.direction
        shared = quantity.unit in ("percent", "multiple")
        if verb == "achieve" and shared and quantity.role == "change" and quantity.direction == "decrease":
            return "decrease"  # 'so that there are 40 % fewer returns'
        if verb == "achieve" and quantity.comparator == "<=" and better == "down":
            return "decrease"
        return "achieve"
    if quantity is not None and quantity.sign:
        return quantity.sign
    if moved:
        return moved
    if quantity is not None and quantity.direction:
        return quantity.direction
    if quantity is not None and quantity.unit == "multiple" and quantity.role == "change":
        return "increase" if quantity.value >= 1 else "decrease"
    if quantity is not None and baseline is not None and quantity.role == "target" and quantity.value != baseline:
        return "increase" if quantity.value > baseline else "decrease"
    return comparative if wished else None
