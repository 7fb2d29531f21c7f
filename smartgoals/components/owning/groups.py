"""Groups that no vocabulary lists: an unknown department, a team by its own name, who stands behind a label."""

from __future__ import annotations

from collections.abc import Iterator

from smartgoals.grammar.verb_classes import NOUNS, PREDICATES, VERB_CLASSES
from smartgoals.grammar.word_sets import THINGS
from smartgoals.lexicon.persons import Persons
from smartgoals.reading import TAKEN, Reading, Word

_MOST_WORDS = 3  # words of a group's name, and of what says where it is
_MOST_OPENING = 2  # articles and possessives that open a goal
_PLACES = frozenset(("aside", "in", "of", "for_whom"))
PAUSES = frozenset(("stop", "comma", "close", "colon", "open", "dash", "slash"))
_MOST_FRONT = 4  # words of what stands before a clause's verb or subject
_BEFORE_PLACE = frozenset(("in", "aside", "by", "before", "until", "toward", "within", "together", "without"))
_LEADS = _PLACES | {"from", "company"}
_AIMED = frozenset(("metric", "number"))
_MOST_LED = 6  # words of such a phrase
_ENDS_FRONT = frozenset(("number", "and", "auxiliary"))
_TENSES = frozenset(("third", "past"))
_NOT_FINITE = frozenset(("noun", "infinitive", "imperative"))
_QUALIFIERS = frozenset(NOUNS)
_COUNTS = frozenset(("number", "the", "a", "each"))
WHICH = frozenset(("number", "ordinal"))  # before what is somebody's: "Sam's first job"
_ENDS_PLACE = PREDICATES | {
    "number", "metric", "percent", "current", "to", "and", "comma", "stop", "colon", "dash", "slash", "close", "open",
    "purpose",
}  # fmt: skip


class Openings:
    """What may open a goal as its subject, by word index."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = reading.words
        self._has_cases = reading.lexicon.has_cases

    def opens(self, i: int) -> bool:
        """Whether a goal may go on at a word behind its subject: a pause, an auxiliary, a verb."""
        words = self._words
        if not 0 < i < len(words):
            return False
        behind = words[i]
        return self.pauses(i) or behind.has(PREDICATES) or (behind.has(THINGS) and self._may_act(i))

    def opens_behind(self, i: int) -> bool:
        """Whether a dash by itself stands at a word, and a number behind it."""
        return self.pauses(i) and i + 1 < len(self._words) and "number" in self._words[i + 1]

    def pauses(self, i: int) -> bool:
        """Whether a colon or a dash by itself is at a word."""
        words = self._words
        if i >= len(words):
            return False
        return "colon" in words[i] or ("dash" in words[i] and words[i].start > words[i - 1].end)

    def _may_act(self, i: int) -> bool:
        """Whether an unknown word may be the verb of the subject before it: 'lånar', 'lends 10% more'."""
        word, lexicon = self._words[i], self._reading.lexicon
        if "capital" in word:
            return False
        if lexicon.has_cases:
            return self.is_verb(word)
        behind = self._words[i + 1] if i + 1 < len(self._words) else None
        if behind is None or behind.has(PREDICATES):
            return False
        endings = lexicon.persons.verb_endings
        counts = behind.has(_COUNTS) or self._reading.forms[behind.first].filler
        if "metric" in word:  # 'Elevhälsan träffar varje elev', 'Legal reviews all contracts'
            counts = counts and (
                "number" not in behind or (i + 2 < len(self._words) and self._words[i + 2].has(THINGS))
            )
            return counts and self._text(i).endswith(endings or ("s",))
        if endings:
            return self._text(i).endswith(endings) and not self._reading.forms[word.first].filler
        return counts

    def is_verb(self, word: Word) -> bool:
        """Whether the language's morphology knows a word as a verb alone."""
        lexicon = self._reading.lexicon
        forms = lexicon.verb_forms(self._reading.tokens[word.first].text)
        return bool(forms) and "noun" not in forms

    def is_finite(self, i: int) -> bool:
        """Whether a word can only be a verb with a subject: 'погоджують', 'sköter'."""
        word, lexicon = self._words[i], self._reading.lexicon
        if "metric" in word or self._reading.chars[i] == TAKEN:
            return False
        if lexicon.has_cases:
            forms = lexicon.verb_forms(self._text(i))
            return not forms.isdisjoint(_TENSES) and forms.isdisjoint(_NOT_FINITE)
        known = word.has(VERB_CLASSES) or ("other" in word and "capital" not in word)
        return "auxiliary" in word or (known and self._text(i).endswith(lexicon.persons.verb_endings))

    def is_fronted(self, at: int) -> bool:
        """'I Q3 kapar logistiken …', '…, det fixar ekonomi': whether a verb has what is no subject before it.

        Only where verbs show by their ending and stand second in their clause.
        """
        lexicon = self._reading.lexicon
        if at < 1 or not lexicon.persons.verb_endings or not self.is_finite(at):
            return False
        return self.is_placed(at)

    def is_placed(self, end: int) -> bool:
        """Whether a clause has only a deadline, or what says where or with whom, before a word: 'before the audit'."""
        words, forms, chars = self._words, self._reading.forms, self._reading.chars
        start = next((i + 1 for i in range(end - 1, -1, -1) if words[i].has(PAUSES) and chars[i] != TAKEN), 0)
        start += start < end and "and" in words[start]
        front = range(start, end)
        dated = [
            chars[i] == TAKEN or (chars[i - 1] == TAKEN and "in" in words[i])  # 'from May on'
            for i in front
        ]
        if all(d or "the" in words[i] or forms[words[i].first].filler for d, i in zip(dated, front, strict=True)):
            return len(front) > 0
        opens = words[start].has(_BEFORE_PLACE) and "for_whom" not in words[start]
        return opens and len(front) <= _MOST_FRONT and not any(words[i].has(_ENDS_FRONT) for i in front)

    def is_told(self, i: int) -> bool:
        """'It was agreed that the library …', 'the board resolved that …': whether a word opens the clause that tells
        the goal."""
        words, that = self._words, self._reading.marked("that") if i > 1 else set[int]()
        if not that or words[i - 1].first not in that:
            return False
        aimed = [word for word in words[: i - 1] if word.has(VERB_CLASSES) or not _AIMED.isdisjoint(word)]
        decides, forms = self._reading.lexicon.persons.decides, self._reading.forms
        return all(not decides.isdisjoint(forms[word.first].keys) for word in aimed)

    def is_led(self, end: int) -> bool:
        """Whether a clause has only a preposition and its nouns before a word: 'so for the other two lines'."""
        words, start = self._words, end
        if end == 0 or "number" in words[end - 1] or self._reading.lexicon.persons.verb_endings:
            return False  # where verbs stand second, the subject is behind them
        while start > 0 and not words[start - 1].has(PAUSES) and "therefore" not in words[start - 1]:
            start -= 1
        front = words[start:end]
        led = bool(front) and front[0].has(_LEADS) and len(front) <= _MOST_LED
        return led and not any(word.has(PREDICATES) or "metric" in word for word in front[1:])

    def behind_place(self, at: int) -> int:
        """The word behind what says which group is meant, 'Support i Malmö ska …'; `at` itself if nothing does."""
        words = self._words
        if at >= len(words):
            return at
        first = at + words[at].has(_PLACES)
        if first == len(words) or (first == at and not self._has_cases):
            return at
        last = first + (first > at and self._is_place(first))  # no verb follows a preposition at once
        while last < len(words) and last - first <= _MOST_WORDS:
            joined = self._joins_places(last)
            if not joined and (self.opens(last) or not self._is_place(last)):
                break
            last += 2 if joined else 1
        return last if last > first and self.opens(last) else at

    def _joins_places(self, at: int) -> bool:
        """'In Leeds and York': whether a conjunction joins two names."""
        around = self._words[at - 1 : at + 2]
        return len(around) > 2 and "and" in around[1] and "capital" in around[0] and "capital" in around[2]

    def _is_place(self, i: int) -> bool:
        # 'цех № 2', 'årskurs 9 ska'
        before = self._words[i - 1]
        numbered = "number" in self._words[i] and (
            "name_head" in before
            or ("other" in before and i + 1 < len(self._words) and self._words[i + 1].has(PREDICATES))
        )
        return self._reading.chars[i] != TAKEN and (numbered or not self._words[i].has(_ENDS_PLACE))

    def groups(self, persons: Persons) -> Iterator[tuple[int, int]]:
        """'The events committee will …', 'Biblioteket i Mjölby ska …': the words of each unknown group that opens.

        It opens the goal, one of its sentences, or what follows a deadline.
        """
        for start in self._starts(persons):
            if (span := self._group(start, persons)) is not None:
                yield span
        for i in range(1, len(self._words) - 1) if persons.verb_endings else ():  # '… ska ungdomsledarna få 60 ungar'
            if "other" in self._words[i + 1] and self.is_fronted(i) and persons.is_group(self._text(i + 1)):
                yield i + 1, i + 2

    def _starts(self, persons: Persons) -> Iterator[int]:
        """The words at which a subject may open."""
        words, chars = self._words, self._reading.chars
        for i in range(len(words)):
            asked = i == 1 and not persons.causes.isdisjoint(self._reading.forms[0].keys)
            fresh = i > 0 and chars[i - 1] == TAKEN and chars[i] != TAKEN and self._is_front(i)
            if i == 0 or asked or "stop" in words[i - 1] or fresh or self.is_told(i):
                yield i

    def _is_front(self, end: int) -> bool:
        """Whether nothing but a deadline stands before a word."""
        return all(c == TAKEN or "comma" in w for c, w in zip(self._reading.chars[:end], self._words, strict=False))

    def _group(self, start: int, persons: Persons) -> tuple[int, int] | None:
        """The words of an unknown group at a word where a subject may open."""
        words, forms = self._words, self._reading.forms
        first = start
        while first < min(len(words), start + _MOST_OPENING) and (
            "the" in words[first] or (forms[words[first].first].filler and "number" not in words[first])
        ):
            if "each" in words[first]:
                return None  # 'Every manager will …': nobody in particular
            first += 1
        if first < len(words) and not persons.helps.isdisjoint(forms[words[first].first].keys):
            return None  # 'Hjälp nattskiftet …'
        for head in self._heads(first, persons):
            text = self._noun(head, persons)
            if text != self._text(head):
                return first, head + 1
            alone = head == first and (text in persons.groups or text in persons.everyone)
            last = head + 1 if self.opens(head + 1) else self.behind_place(head + 1)
            now = last < len(words) and "current" in words[last]  # 'Поліклініка тепер приймає …'
            institution = persons.is_institution(text) and not self.is_charged(head, last)
            if institution and (self.pauses(last) or self._is_possessed(first, head)):
                continue  # 'Museet: 2 500 besökare' says where, "Hannah's bakery" whose
            if self._lacks_dative(first, last):
                continue  # 'Персонал кухни обучить …'
            if (self.opens(last + now) or self._is_joined(last)) and not (alone and last == head + 1):
                return first, last
        return None

    def _is_possessed(self, first: int, last: int) -> bool:
        tokens = range(self._words[first].first, self._words[last].first)
        return any(m.kind == "possessor" and m.first in tokens for m in self._reading.marks)

    def is_charged(self, head: int, last: int) -> bool:
        """'Школе — набрать два класса': whether a dative before a pause and an infinitive says who is to do it."""
        lexicon = self._reading.lexicon
        if not self._has_cases or not self.pauses(last) or last + 1 >= len(self._words):
            return False
        cases = lexicon.cases(self._text(head))
        return "datv" in cases and "nomn" not in cases and "infinitive" in lexicon.verb_forms(self._text(last + 1))

    def _lacks_dative(self, first: int, last: int) -> bool:
        """Whether an infinitive follows a noun that cannot be its subject, where cases show."""
        lexicon = self._reading.lexicon
        if not self._has_cases or last >= len(self._words):
            return False
        forms = lexicon.verb_forms(self._text(last))
        infinitive = "infinitive" in forms and forms.isdisjoint(_TENSES)
        return infinitive and "datv" not in lexicon.cases(self._text(first))

    def _is_joined(self, i: int) -> bool:
        """Whether a conjunction adds another subject before the verb: not 'städa förrådet och sälja …'."""
        words = self._words
        if i + 1 >= len(words) or "and" not in words[i] or words[i + 1].has(PREDICATES):
            return False
        return any(w.has(PREDICATES) for w in words[i + 1 : i + 5])

    def _works(self, i: int) -> bool:
        """Whether a word counted acts: 'Volunteers will clean …', 'Работники общины посещают …'."""
        at = self.behind_place(i)
        at += at < len(self._words) and "auxiliary" in self._words[at]
        return at < len(self._words) and "activity" in self._words[at]

    def _are_partners(self, i: int) -> bool:
        """'Mäklarna ska …', 'Redovisningsbyrån ska …': whether those through whom others sell are one word."""
        word = self._words[i]
        return "channel" in word and word["channel"].kind == "channel" and word.last - word.first == 1

    def _text(self, i: int) -> str:
        return self._reading.tokens[self._words[i].last - 1].text

    def has_own(self, i: int) -> bool:
        """Whether a word is a possessive before what somebody answers for: "the agency's first job"."""
        words, persons, at = self._words, self._reading.lexicon.persons, i + 1
        if not self._text(i).endswith(persons.possessive or "\0"):
            return False
        while at < len(words) and words[at].has(WHICH):
            at += 1
        return at < len(words) and ("goal_word" in words[at] or self._text(at) in persons.own)

    def _noun(self, i: int, persons: Persons) -> str:
        """The noun at a word, without its ending of a possessive before what is owned: "the bursar's first job"."""
        text = self._text(i)
        if not self.has_own(i):
            return text
        return next(text.removesuffix(end) for end in persons.possessive if text.endswith(end))

    def _heads(self, first: int, persons: Persons) -> Iterator[int]:
        """The words that may be the noun of a group's name, the others before them qualifying it."""
        lexicon = self._reading.lexicon
        for i in range(first, min(len(self._words), first + _MOST_WORDS + 1)):
            text = self._noun(i, persons)
            named = "name_head" in self._words[i] and persons.is_ending(text)  # 'the Berlin office hires …'
            counted = ("metric" in self._words[i] or self._are_partners(i)) and self._works(i + 1)
            qualifies = self._words[i].has(_QUALIFIERS)  # 'the maintenance crew'
            if not ("other" in self._words[i] or named or counted or qualifies):
                return
            if persons.is_ending(text) or persons.is_institution(text):
                yield i
            if self._has_cases and not lexicon.is_adjective(text):
                return
