"""Noun phrases whose head names a group or a post: 'the safety committee', 'волонтерська група', 'nattskiftet'."""

from __future__ import annotations

from collections.abc import Iterator

from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.names import Names
from smartgoals.grammar.verb_classes import NOUNS, VERB_CLASSES
from smartgoals.reading import Match, Word

_MOST_BEFORE = 3  # words that qualify a head
_NOMINALS = frozenset(("other", "metric", "channel", *NOUNS))
_TERMS = frozenset(("metric", "channel"))
_MOST_BEHIND = 2  # genitives that depend on it
_MOST_SHORT = 4  # letters of an abbreviation
_LINKS_FIELD = frozenset(("company", "from"))
_ABOUT_FIELD = frozenset(("by", "span_to"))
_SETS_OFF = frozenset(("dash", "open", "colon"))
_ENDS_GROUP = frozenset(("close", "stop"))
_MOST_ENCLOSED = 6  # words between brackets, and those
_BRACKETS = frozenset(("open", "slash"))


class Bands(Names):
    """The phrases of one reading that no vocabulary lists; where they stand decides whether they own the goal."""

    def groups(self) -> Iterator[Match]:
        """Every such phrase, in text order."""
        behind = 0
        marks = [m for m in self._reading.marks if m.kind in ("bare", "title")]
        teams, ends = {m.first for m in marks}, {m.last for m in marks}
        bare = {m.first for m in marks if m.kind == "bare" and m.last - m.first == 1}
        posts = self._persons.posts if self._lexicon.noun_adjuncts else ()
        for i, token in enumerate(self._tokens):
            head = token.kind == "word" and self._lexicon.is_group_noun(token.text)
            if i < behind or not (head or token.text in posts) or self._is_adverb(token.text):
                continue
            joined = self._opens_compound(i) if token.glued else None
            part = 0 < i in bare and self._has_genitive(i + 1)  # 'управление культуры' is no management
            plain = self._is_plain(i) or self._is_named_head(i)
            noun = head and (joined is not None or ((i not in self._titles or part) and plain))
            if not (noun or self._is_post(i)):
                continue
            if (joined is None and self._is_in_compound(i)) or i + 1 in teams or self._depends(i, ends):
                continue  # 'фахівці саппорту': the team behind it says who they are
            behind = self.behind_genitives(i + 1) if self._lexicon.has_cases else self._behind_of(i + 1)
            if self._lexicon.has_cases:
                behind = self.behind_name(behind)
            first = self._before_qualifiers(i) if joined is None else joined
            if not noun and first == i and behind == i + 1:
                continue  # a post alone
            if self._is_anybody(first, behind, token.text) or self._is_possessed(first, i) or self._is_greeted(first):
                continue
            yield Match("team", None, first, behind, self._tokens[first].start, self._tokens[behind - 1].end)

    def numbered_ends(self) -> list[Match | None]:
        """'… – ward 7', '… (Year 9)': a group's noun and its number, set off at the end."""
        groups = (i for i, token in enumerate(self._tokens) if token.text in self._persons.groups)
        return [self._match(i, i + 2) for i in groups if self._is_numbered(i)]

    def _is_numbered(self, i: int) -> bool:
        """Whether a group's noun stands with its number alone between a dash or a bracket and the end."""
        before, number, behind = (self._word_of.get(k) for k in (i - 1, i + 1, i + 2))
        if before is None or number is None or "number" not in number or number.last > i + 2:
            return False
        return before.has(_SETS_OFF) and (behind is None or behind.has(_ENDS_GROUP))

    @staticmethod
    def _opens(words: list[Word], i: int) -> bool:
        """Whether a goal goes on at a word behind a name, or behind brackets there: 'Amina Diallo (bids) will …'."""
        if "open" in words[i]:
            i = next((k + 1 for k in range(i, min(i + _MOST_ENCLOSED, len(words) - 1)) if "close" in words[k]), i)
        behind = words[i]
        pause = "colon" in behind or ("dash" in behind and behind.start > words[i - 1].end)
        return pause or "auxiliary" in behind or behind.has(VERB_CLASSES)

    def _is_adverb(self, text: str) -> bool:
        """'Слишком', which ends as 'профком' does: whether a word has no case, where words have."""
        lexicon = self._lexicon
        return lexicon.has_cases and not (text.isascii() or lexicon.cases(text))

    def _is_named_head(self, i: int) -> bool:
        """'The Leeds office', 'транспортний цех': whether a word that a number may follow as its name has none here."""
        word, behind = self._word_of.get(i), self._word_of.get(i + 1)
        if word is None or "name_head" not in word or word.last - word.first > 1:
            return False
        return (behind is None or behind.has(PAUSES)) and self._is_qualifier(i - 1)

    def _is_post(self, i: int) -> bool:
        """Whether an English token may be a post that a pause or what it is of follows: '(category lead)'."""
        if not self._lexicon.noun_adjuncts or not self._persons.is_post(self._tokens[i].text):
            return False
        behind = self._word_of.get(i + 1)
        return behind is None or behind.has(PAUSES) or "of" in behind

    def _depends(self, i: int, teams: set[int]) -> bool:
        """'волонтёры клуба': whether a genitive stands right behind a listed title, by the tokens behind those."""
        return i in teams and "gent" in self._lexicon.cases(self._tokens[i].text)

    def _has_genitive(self, i: int) -> bool:
        """Whether a genitive at a token says which group the noun before it names."""
        return self._lexicon.has_cases and self.behind_genitives(i) > i

    def _opens_compound(self, i: int) -> int | None:
        """Where a compound begins that a hyphen joins to a head: 'Lean-gruppen', 'івент-координаторка'."""
        tokens, lexicon, first = self._tokens, self._lexicon, i - 2
        if lexicon.noun_adjuncts or first < 0 or not (tokens[i].glued and tokens[i - 1].is_hyphen):
            return None
        if lexicon.has_cases:  # but 'майстер-клас', 'бізнес-школа'
            heads = self._dictionary_forms(tokens[i].text)
            named = any(head in self._persons.groups or self._persons.is_post(head) for head in heads)
            return first if named and tokens[first].kind == "word" else None
        word = self._word_of.get(first)
        platform = word is not None and "channel" in word and word["channel"].kind == "platform"
        if not tokens[first].raw[0].isupper() or platform:
            return None
        while first > 0 and self._is_capital(first - 1):
            first -= 1  # 'Mid Market-teamet'
        return first

    def _is_in_compound(self, i: int) -> bool:
        """'майстер-класів', 'school coding': whether a word is part of a longer one, or qualifies the one behind it."""
        tokens = self._tokens
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if (tokens[i].glued and tokens[i - 1].text == "-") or (behind is not None and behind.is_hyphen):
            return True
        lexicon = self._lexicon
        if not lexicon.noun_adjuncts or behind is None or self._may_act(i + 1):
            return False
        if any(m.kind == "label" and m.first == i + 1 for m in self._reading.marks):
            return False  # 'shift manager responsible'
        if behind.text == "'":  # "the parents' association"
            return self._is_plain(i + 2)
        word, plural = self._word_of.get(i + 1), tokens[i].text.endswith("s")
        return word is not None and (word.has(_NOMINALS) or (word.has(VERB_CLASSES) and not plural))

    def _may_act(self, i: int) -> bool:
        """Whether a word may be the verb of a group before it, as far as an English form tells: 'hires', 'will'."""
        return self._tokens[i].text.endswith("s")

    def _is_anybody(self, first: int, last: int, text: str) -> bool:
        """'Наша команда', 'all staff': whether a phrase does not say which group it is."""
        generic = self._persons.groups | self._persons.everyone
        return last - first == 1 and not generic.isdisjoint(self._dictionary_forms(text))

    def _is_greeted(self, i: int) -> bool:
        """'Дорогие соседи, …': whether a word for those who only gain from it opens a phrase."""
        return not self._persons.helps.isdisjoint(self._dictionary_forms(self._tokens[i].text))

    def _is_possessed(self, first: int, i: int) -> bool:
        """'Hannah's bakery': whether a name says whose an institution is."""
        named = any(mark.kind == "possessor" and first <= mark.first < i for mark in self._reading.marks)
        return named and self._persons.is_institution(self._tokens[i].text)

    def _before_qualifiers(self, i: int) -> int:
        """The first token of what qualifies a head: all behind an article, adjectives where cases show."""
        first = i
        while i - first < _MOST_BEFORE and self._is_qualifier(first - 1):
            first -= 1
        lexicon = self._lexicon
        if lexicon.noun_adjuncts and first < i and not self._is_article(first - 1):
            return first if self._may_open(first, i) else i  # without an article it may be a verb: 'ask parents'
        return first

    def _may_open(self, first: int, i: int) -> bool:
        """'… (category lead)', '…, estates manager': whether a phrase without an article may stand by itself."""
        before = self._word_of.get(first - 1)
        if first == 0 or (before is not None and not _BRACKETS.isdisjoint(before)):
            return True
        text = self._tokens[i].text
        named = text in self._persons.groups or self._persons.is_post(text)
        return named and before is not None and before.has(PAUSES)

    def _behind_of(self, i: int) -> int:
        """The token behind what a post is of, 'Head of Admissions'; `i` itself if nothing says so."""
        of = self._word_of.get(i)
        if of is None or "of" not in of or not self._persons.is_post(self._tokens[i - 1].text):
            return i
        last, capital = of.last, self._tokens[i - 1].raw[0].isupper()
        while last < len(self._tokens) and last - of.last < _MOST_BEFORE:
            token, word = self._tokens[last], self._word_of.get(last)
            named = token.raw[0].isupper() or not (capital or last > of.last)
            if word is None or token.kind != "word" or not (named and word.has(_NOMINALS)):
                break
            last += 1
        return last if last > of.last else i

    def _is_qualifier(self, i: int) -> bool:
        lexicon = self._lexicon
        if i < 0 or self._reading.forms[i].filler:
            return False
        if i in self._titles:  # 'the logistics crew', but not 'the manager staff'
            post = self._persons.is_post(self._tokens[i].text) and self._tokens[i + 1].text != "'"
            return lexicon.noun_adjuncts and self._is_plain(i) and not post  # "the beekeepers' committee"
        if not (self._is_plain(i) or self._tokens[i].text == "'" or self._is_matter(i)):
            return False
        return lexicon.noun_adjuncts or (lexicon.has_cases and lexicon.is_adjective(self._tokens[i].text))

    def _is_nominal(self, i: int) -> bool:
        """Whether a token is a noun by itself, be it that of a metric or channel: 'відділ екскурсій'."""
        word = self._word_of.get(i)
        return self._is_plain(i) or (word is not None and word.last - word.first == 1 and word.has(_TERMS))

    def _is_matter(self, i: int) -> bool:
        """'Catering team', 'events crew': whether a metric, channel or verb's form says what an English group does."""
        word, lexicon = self._word_of.get(i), self._lexicon
        if word is None or not lexicon.noun_adjuncts:
            return False
        channel = "channel" in word and word["channel"].kind == "channel"
        if ("metric" in word or channel) and word.last - word.first == 1:
            return True
        return word.has(VERB_CLASSES) and lexicon.is_inflected(self._tokens[i].text)

    def _has_field(self, head: str) -> bool:
        """Whether a preposition may say what a dictionary form is for: a post, or a group, 'комиссия по качеству'."""
        return self._persons.is_post(head) or self._persons.is_ending(head)

    def _behind_field(self, i: int) -> int:
        """The token behind the field of a post before it, 'спеціаліст з охорони'; `i` itself if nothing says so."""
        tokens, lexicon, link = self._tokens, self._lexicon, self._word_of.get(i)
        if link is None or i == 0 or i + 1 >= len(tokens) or not lexicon.has_cases:
            return i
        about = link.keys() == _ABOUT_FIELD
        field, heads = tokens[i + 1], self._dictionary_forms(tokens[i - 1].text)
        if not (about or link.keys() >= _LINKS_FIELD) or not any(map(self._has_field, heads)):
            return i
        short = field.raw.isupper() and len(field.raw) <= _MOST_SHORT  # 'інженер з ОП'
        cases = lexicon.cases(field.text)
        case = "datv" in cases if about else "gent" in cases and "ablt" not in cases
        named = short or (field.raw.islower() and case)
        return i + 2 if named and self._is_nominal(i + 1) else i

    def behind_genitives(self, i: int) -> int:
        """The token behind the genitives that depend on a head: 'група підтримки мешканців'."""
        i = self._behind_field(i)
        last, lexicon = i, self._lexicon
        while last < len(self._tokens) and last - i < _MOST_BEHIND and self._is_nominal(last):
            text = self._tokens[last].text
            if self._tokens[last].raw[0].isupper():
                break  # 'старший смены Белов'
            if "gent" not in lexicon.cases(text) or lexicon.verb_forms(text) - {"noun"}:
                break
            last += 1
        return last
