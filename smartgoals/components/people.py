"""People named in a goal: given names and what stands with them, capitalised names at its beginning, initials."""

from __future__ import annotations

from smartgoals.grammar.direction import VERB_CLASSES
from smartgoals.reading import Match, Reading, Word
from smartgoals.text.lexer import Token

_MOST_NAMES = 3  # words of a person's name
_LINKS = frozenset(("and", "comma", "plus"))
_ENDS = frozenset((".", ",", ";", "|", ")", "]", "-", "/"))
_QUOTES = frozenset('«»“”„"')
_BESIDE_NAME = frozenset((":", "-", "=", "."))


class People:
    """The names in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        self._given = {m.first for m in reading.marks if m.kind == "given_name"}
        self._word_of = {i: word for word in reading.words for i in range(word.first, word.last)}

    def given(self) -> list[Match]:
        """The names that a common given name begins."""
        return self._longest([self._name(i) for i in sorted(self._given) if self._is_capital(i)])

    def labelled(self) -> list[Match]:
        """The capitalised words that stand behind a label, a title, or at the beginning."""
        found: list[Match | None] = [self._first(), *self._initialled()]
        labelled = {i for m in self._reading.marks if m.kind == "label" for i in range(m.first + 1, m.last)}
        for mark in self._reading.marks:
            if mark.kind in ("label", "title"):
                found += self._names(self._behind(mark.last))
            if mark.kind == "label":
                found.append(self._group(mark.last))
            opens = mark.kind == "label" and 0 < mark.first <= _MOST_NAMES and mark.first not in labelled
            if opens and all(self._is_capital(i) for i in range(mark.first)):
                found.append(self._match(0, mark.first))  # 'Procurement owns …'
        found += [self._name(self._behind(i)) for i in self._bracketed()]
        return self._longest(found)

    @staticmethod
    def _longest(found: list[Match | None]) -> list[Match]:
        return sorted((m for m in found if m is not None), key=lambda m: m.first - m.last)

    def _match(self, first: int, last: int) -> Match:
        return Match("person", None, first, last, self._tokens[first].start, self._tokens[last - 1].end)

    def _name(self, first: int) -> Match | None:
        """The name that begins at a token: capitalised unknown words and initials; None if none does."""
        last = first
        while last < len(self._tokens) and last - first < 2 * _MOST_NAMES:
            if self._is_initial(last):
                last += 2
            elif last > first and self._is_double(last):
                last += 2  # 'Anna-Maria'
            elif last > first and self._is_another(last):
                break
            elif self._is_capital(last) and not (last > first and self._is_common(last)):
                last += 1
            else:
                break
        return self._match(first, last) if first < last <= len(self._tokens) else None

    def _names(self, first: int) -> list[Match | None]:
        """The names that begin at a token, with those that 'and' or a comma adds: 'Responsible: Berg and Lind'."""
        found: list[Match | None] = []
        while (name := self._name(first)) is not None:
            found.append(name)
            link = self._word_of.get(name.last)
            if link is None or not link.has(_LINKS) or link.first != name.last:
                break
            first = link.last
        return found

    def _group(self, i: int) -> Match | None:
        """'Owner: the parents' committee': unknown words that end what stands behind a label and its colon."""
        first = self._behind(i)
        if first == i or self._tokens[first - 1].text != ":":
            return None
        last = first
        while last < len(self._tokens) and self._is_plain(last):
            last += 1
        ends = last == len(self._tokens) or self._tokens[last].text in _ENDS
        return self._match(first, last) if 0 < last - first <= _MOST_NAMES and ends else None

    def _is_plain(self, i: int) -> bool:
        word = self._word_of.get(i)
        return word is not None and "other" in word and self._tokens[i].kind == "word"

    def behind_name(self, i: int) -> int:
        """The token behind the quoted name at a token, 'agency «Graphite»'; the token itself if there is none."""
        tokens = self._tokens
        if i < len(tokens) and tokens[i].text in _QUOTES:
            for k in range(i + 1, min(i + 2 * _MOST_NAMES, len(tokens))):
                if tokens[k].text in _QUOTES:
                    return k + 1
        return i

    def _initialled(self) -> list[Match | None]:
        """Surnames with their initials, wherever they stand: 'Гусаров А. П.', 'J. Berg'."""
        found: list[Match | None] = []
        for i in range(len(self._tokens) - 1):
            if self._is_initial(i) and (i == 0 or not self._is_initial(i - 2)):
                surname = i > 0 and self._is_capital(i - 1) and not self._is_common(i - 1)
                name = self._name(i - 1 if surname else i)
                if name is not None and (surname or self._is_capital(name.last - 1)):
                    found.append(name)
        return found

    def _is_double(self, i: int) -> bool:
        tokens = self._tokens
        hyphen = tokens[i].text == "-" and tokens[i].glued and i + 1 < len(tokens) and tokens[i + 1].glued
        return hyphen and self._is_capital(i + 1)

    def _behind(self, i: int) -> int:
        """The first token behind a label that is no sign of its own."""
        while i < len(self._tokens) and self._tokens[i].text in _BESIDE_NAME:
            i += 1
        return i

    def _is_capital(self, i: int) -> bool:
        """Whether a token is a capitalised word that the vocabulary does not know, and no part of a compound."""
        if i >= len(self._tokens) or (i + 1 < len(self._tokens) and self._is_joined(i + 1)):
            return False
        token: Token = self._tokens[i]
        word = self._word_of.get(i)
        return (
            token.kind == "word"
            and token.raw[0].isupper()
            and word is not None
            and ("other" in word or i in self._given)
        )

    def _is_another(self, i: int) -> bool:
        """'Разом із Оленою Дмитро …': a given name in another form than the given name before it."""
        keys = [len(form.keys) for form in self._reading.forms[i - 1 : i + 1]]
        return i in self._given and i - 1 in self._given and keys[0] > keys[1]

    def _is_joined(self, i: int) -> bool:
        """'Lindgren-boxen': a hyphen that a lower-case word follows at once."""
        hyphen = self._tokens[i].text == "-" and self._tokens[i].glued and i + 1 < len(self._tokens)
        return hyphen and self._tokens[i + 1].glued and self._tokens[i + 1].raw[0].islower()

    def _is_initial(self, i: int) -> bool:
        """'В.', 'J.': one capital and a point."""
        token = self._tokens[i]
        points = i + 1 < len(self._tokens) and self._tokens[i + 1].text == "." and self._tokens[i + 1].glued
        return points and len(token.raw) == 1 and token.raw.isupper()

    def _is_common(self, i: int) -> bool:
        """Whether a capitalised word is an abbreviation, not a surname: 'CRM'."""
        return len(self._tokens[i].raw) > 1 and self._tokens[i].raw.isupper()

    def _bracketed(self) -> list[int]:
        """The tokens behind '(coach:': whatever stands there, the name behind the colon answers for the goal."""
        tokens = self._tokens
        opened = [i for i, token in enumerate(tokens) if token.text in "(["]
        found = []
        for i in opened:
            colon = next(
                (k for k in range(i + 1, min(i + 2 + _MOST_NAMES, len(tokens))) if tokens[k].text == ":"), None
            )
            if colon is not None and colon > i + 1 and all(t.kind == "word" for t in tokens[i + 1 : colon]):
                found.append(colon + 1)
        return found

    def _first(self) -> Match | None:
        """'Ирина Соколова: снизить …': two or three capitalised unknown words open the goal."""
        words = self._reading.words
        i = 0
        while i < min(len(words), _MOST_NAMES) and self._is_capital(words[i].first):
            i += 1
        if not 1 < i < len(words):
            return None
        return self._match(words[0].first, words[i - 1].last) if self._opens(words, i) else None

    @staticmethod
    def _opens(words: list[Word], i: int) -> bool:
        behind = words[i]
        pause = "colon" in behind or ("dash" in behind and behind.start > words[i - 1].end)
        return pause or "auxiliary" in behind or behind.has(VERB_CLASSES)
