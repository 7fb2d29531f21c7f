"""What may be a noun that the vocabulary does not know, or part of one, and what only looks like it."""

from __future__ import annotations

from collections.abc import Container

from smartgoals.grammar.verb_classes import VERB_CLASSES, is_adjunct, is_counted_noun, is_heading, is_verb
from smartgoals.reading import TAKEN, Match, Reading

_MOST_NAMED = 3  # words of a thing counted that the vocabulary does not know
_FINITE = frozenset(("infinitive", "past", "third", "first"))  # forms of a verb
_COUNTS = frozenset(("number", "percent"))
_PLAIN = frozenset(("other", "end_of", "start_of"))  # 'late' is of no date in 'late arrivals'
_TIMES = frozenset(("season", "holiday", "weekday"))
_WORK = frozenset(("noun_activity", "noun_improve"))


class UnknownNouns:
    """Questions about the words of one reading; `outside` holds words that are not of the goal itself."""

    def __init__(self, reading: Reading, outside: Container[int]) -> None:
        self._reading = reading
        self._words = reading.words
        self._chars = reading.chars
        self._outside = outside
        # tokens of quantifiers, which mean nothing of their own; of owners and of wording that names no thing
        self._empty, self._who = set[int](), set[int]()
        counted = {reading.words[q.last].first for q in reading.quantities if q.last < len(reading.words)}
        for mark in reading.marks:
            if mark.kind == "quantifier":
                self._empty.update(range(mark.first, mark.last))
            elif mark.first not in counted and (mark.kind == "label" or self._wishes(mark)):
                self._who.update(range(mark.first, mark.last))
        for vague in reading.vague:
            if vague.id == "wording":
                self._who.update(range(vague.first, vague.last))  # ru 'сделать всё возможное, чтобы …'
        for owner in reading.owners:
            first = owner.first
            while first > 0 and reading.lexicon.persons.is_post(reading.tokens[first - 1].text):
                first -= 1  # 'агроном Василь'
            self._who.update(range(first, owner.last))
        self._vague = {i for vague in reading.vague for i in range(vague.first, vague.last)}  # tokens
        self._verbs_before: list[int] = []  # how many verbs and change nouns stand before each word, once asked

    def _wishes(self, mark: Match) -> bool:
        """Sv 'rektorn vill att närvaron ska nå 95 %': whether a post only wishes for what another clause tells."""
        at = self._reading.word_at(mark.last) if mark.kind == "title" else None
        return at is not None and sum("auxiliary" in word for word in self._words[at : at + 2]) > 1

    def are_fillers(self, first: int, last: int) -> bool:
        forms = self._reading.forms[self._words[first].first : self._words[last - 1].last]
        return all(form.filler for form in forms)

    def is_channel(self, i: int) -> bool:
        """Whether a word is a noun for a channel that is no named platform, and still counts as one."""
        channel = self._words[i].get("channel") if i < len(self._words) else None
        if channel is None or self._reading.is_instrumental(channel):
            return False  # '90 полісів телемаркетингом'
        if channel.first in self._reading.marked("adverb"):
            return False  # '400 mugs online'
        return channel.kind == "channel" and channel in self._reading.channels

    def run(self, first: int) -> int:
        last = first
        while last < len(self._words) and last - first < _MOST_NAMED and self._goes_on(last):
            last += 1
        return last

    def named(self, first: int) -> tuple[int, int] | None:
        """The unknown words from one on, without vague wording at their end ('queues soon'); None if there is none."""
        if first >= len(self._words) or not self.is_plain(first):
            return None
        last = self.run(first)
        while last > first + 1 and self._words[last - 1].first in self._vague:
            last -= 1
        return first, last

    def _goes_on(self, i: int) -> bool:
        """Whether a word may belong to an unknown noun phrase: itself unknown, or a hyphen inside one ('no-shows')."""
        if self.is_plain(i) or self._is_which(i):
            return True
        return self._is_hyphen(i) and self.is_plain(i + 1)

    def _is_which(self, i: int) -> bool:
        """'Два первых класса', '15 summer parties': whether an ordinal, or the name of a time, where nouns qualify
        nouns, says which of an unknown thing right behind it are counted."""
        timed = self._words[i].has(_TIMES) and self._reading.lexicon.noun_adjuncts and self._chars[i] != TAKEN
        return (timed or "ordinal" in self._words[i]) and i + 1 < len(self._words) and self.is_plain(i + 1)

    def is_plain(self, i: int) -> bool:
        plain = self._words[i].has(_PLAIN) or self._is_work_counted(i)
        plain = plain or self._is_participle(i) or self._is_channel_counted(i)
        plain = plain and self._chars[i] != TAKEN and i not in self._outside
        plain = plain and not (self.is_empty(i) or self._words[i].first in self._who or self._is_no_noun(i))
        return plain and not self._is_part(i)

    def _is_part(self, i: int) -> bool:
        """Sv 'leksaks|butiken ska sälja …': whether a word is only the first part of a compound that is a channel."""
        words, tokens = self._words, self._reading.tokens
        if i + 1 >= len(words) or "channel" not in words[i + 1]:
            return False
        head = tokens[words[i + 1].first]
        return head.glued and head.kind == tokens[words[i].last - 1].kind == "word"

    def _is_no_noun(self, i: int) -> bool:
        """Whether an unknown word can only be a verb or an adverb: 'сравняться', 'доезжали', 'лёжа'."""
        lexicon = self._reading.lexicon
        if not lexicon.has_cases:
            return False
        text = self._reading.tokens[self._words[i].last - 1].text
        forms = lexicon.verb_forms(text)
        short = 1 < len(text) < 5 and self._reading.text[self._words[i].start : self._words[i].end].isupper()  # 'ИМТ'
        caseless = not (forms or short or text.isascii() or lexicon.cases(text))
        return caseless or ("noun" not in forms and not forms.isdisjoint(_FINITE))

    def _is_work_counted(self, i: int) -> bool:
        """Whether a noun that may be work, or a verb that is a noun here, is what a number counts: '6 releases'."""
        word, lexicon = self._words[i], self._reading.lexicon
        if word.has(_WORK) and not word.has(VERB_CLASSES):
            at = i - 1
            while at > 0 and "other" in self._words[at] and self._reading.forms[self._words[at].first].filler:
                at -= 1  # '2 new integrations'
            if at < 0 or "number" not in self._words[at]:
                return is_heading(self._words, i)
            return lexicon.has_cases or at == 0 or "the" not in self._words[at - 1]  # not 'during the two migrations'
        text = self._reading.tokens[word.first].text
        return is_counted_noun(self._words, i, lexicon, text) or (is_verb(word) and self._is_agreed(i, text))

    def _is_agreed(self, at: int, text: str) -> bool:
        """Uk 'заточені коси': whether an unknown adjective before a word shows that it is a noun."""
        lexicon = self._reading.lexicon
        if at == 0 or not lexicon.has_cases or "noun" not in lexicon.verb_forms(text) or not self.is_plain(at - 1):
            return False
        before = self._reading.tokens[self._words[at - 1].last - 1].text
        return lexicon.is_adjective(before) and not lexicon.cases(before).isdisjoint(lexicon.cases(text))

    def _is_channel_counted(self, at: int) -> bool:
        """Ru 'увеличить число лавочек до 34': whether a channel that is no platform stands behind a quantifier."""
        word = self._words[at]
        if at == 0 or "metric" in word or not (self.is_channel(at) and self.is_empty(at - 1)):
            return False
        first = self._words[at - 1].first
        return all(m.kind != "share" or m.first != first for m in self._reading.marks)  # not 'доля рекламы в выручке'

    def _is_participle(self, at: int) -> bool:
        """'90 recorded birdsongs', '8 book readings', sv 'antalet lösa plankor': whether a verb's form, or what may be
        a verb and is a noun that qualifies another, says which things are counted."""
        words, lexicon = self._words, self._reading.lexicon
        if at == 0 or at + 1 >= len(words) or not words[at + 1].has(_PLAIN):
            return False
        if is_adjunct(words, at, lexicon):
            return True
        if not is_verb(words[at]):
            return False
        text = self._reading.tokens[words[at].last - 1].text
        known = at > 1 and ("the" in words[at - 2] or self.are_fillers(at - 2, at - 1))  # 'across our 25 tracked birds'
        return self.is_empty(at - 1) or (words[at - 1].has(_COUNTS) and not known and text in lexicon.past)

    def _is_hyphen(self, i: int) -> bool:
        """Whether a hyphen joins the words on its sides: 'leads from the LinkedIn-campaign'."""
        words = self._words
        if "dash" not in words[i] or not 0 < i < len(words) - 1:
            return False
        return words[i - 1].end == words[i].start and words[i].end == words[i + 1].start

    def is_empty(self, i: int) -> bool:
        """Whether a word is part of a quantifier: 'the number of', 'antalet'."""
        return self._words[i].first in self._empty

    def is_group(self, end: int) -> bool:
        """Whether words end with those who are to act: 'Youth council: raise 5,000 kr'."""
        lexicon = self._reading.lexicon
        return lexicon.is_group_noun(self._reading.tokens[self._words[end - 1].last - 1].text)

    def ends_plural(self, i: int) -> bool:
        """Whether an unknown plural stands at a word, where nouns qualify nouns."""
        lexicon = self._reading.lexicon
        if not lexicon.noun_adjuncts or i >= len(self._words) or not self.is_plain(i):
            return False
        return lexicon.endings.is_plural(self._reading.tokens[self._words[i].last - 1].text)
