"""Turn tokens into words of the grammar: terms, numerals, and whatever else the language has classes for."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Any

from smartgoals.grammar.classes import Alphabet, Pattern
from smartgoals.grammar.numbers import literals, numerals, quoted
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import NUMBERED
from smartgoals.lexicon.lexicon import Form, Lexicon, Payload
from smartgoals.lexicon.trie import Node
from smartgoals.reading import Match, Reading, Word, characters
from smartgoals.text.lexer import Token
from smartgoals.text.remember import remembered

_NUMERALS = frozenset(("number", "cardinal", "half", "multiplier"))
_COUNTS = frozenset(("cardinal", "multiplier"))
_BESIDE_NUMERAL = frozenset(("a", "about", "fraction", "ordinal"))  # classes that a numeral of one word keeps
_RATES = frozenset(("unit", "time_unit", "cadence", "piece"))
_LONGEST = 8  # words of a grammar term
_ROMAN = frozenset("iіv")
_CODE = "number dash* number dash* number | number colon number | clock number | number clock"  # what may be one
MOST_NUMERALS = 2_000  # remembered
YEARS = range(1900, 2101)  # a bare number in this range can be a year
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{2})")


class WordReader:
    """Words with their classes, one character for each, so that rules can run over a string."""

    def __init__(self, lexicon: Lexicon) -> None:
        alphabet = lexicon.alphabet
        self._lexicon = lexicon
        self._parted = lexicon.compounds.active
        self._character, self._present = alphabet.character, alphabet.present
        self._other = {"other": None}, alphabet.character(["other"])
        self._capital = {"other": None, "capital": None}, alphabet.character(["other", "capital"])
        self._quoted = {"name": None}, alphabet.character(["name"])
        self._of_terms = {name: alphabet.character([name]) for name in ("channel", "owner", "metric")}
        self._number = remembered(self._number_classes, MOST_NUMERALS)
        self._code = Pattern(alphabet, _CODE)
        self._numeral = Pattern(alphabet, f"{'|'.join(_NUMERALS)} | (?<=at_least|at_most) a")
        self._foresee(alphabet)

    def _foresee(self, alphabet: Alphabet) -> None:
        """Let the alphabet meet the sets of classes that the steps below leave: a new one costs patterns."""
        for classes in alphabet.sets():
            if not _NUMERALS.isdisjoint(classes):
                alphabet.character({"number", *_BESIDE_NUMERAL & classes})
                alphabet.character({"number", "day", *_BESIDE_NUMERAL & classes})

    def __call__(self, reading: Reading) -> None:
        words = self._words(reading)
        self._part_fields(words)
        for word, behind in pairwise(words):
            if "name_head" in word and len(word) == 1 and "other" in behind:
                self._change(word, {"other": None})  # 'room attendants', not 'room 6'
        chars = characters(words)
        if self._code().search(chars):
            words = self._codes(words)
            chars = characters(words)
        reading.words = self._numerals(words, chars, reading)
        reading.chars = characters(reading.words)
        reading.present = self._present(reading.chars)

    def _part_fields(self, words: list[Word]) -> None:
        """'40 leads / 31 Oct / Anna': slashes between blanks part fields, but for those of a rate ('12 / month')."""
        fields = [
            word
            for before, word, behind in zip(words, words[1:], words[2:], strict=False)
            if "slash" in word and before.end < word.start and word.end < behind.start and not behind.has(_RATES)
        ]
        if len(fields) > 1:
            for word in fields:
                self._change(word, {"comma": None})

    def _make(self, values: dict[str, Any], first: Word, last: Word) -> Word:
        """Some words as one with other classes."""
        return Word(self._character(values), values, first.start, last.end, first.first, last.last)

    def _name(self, first: Word, last: Word) -> Word:
        """Some words as a name, which no rule reads."""
        return self._make({"name": None}, first, last)

    def _change(self, word: Word, values: dict[str, Any]) -> None:
        word.become(values, self._character(values))

    # ---- tokens to words

    def _words(self, reading: Reading) -> list[Word]:
        terms: dict[int, tuple[str, Match]] = {}
        for name, matches in (("channel", reading.channels), ("owner", reading.owners), ("metric", reading.metrics)):
            for match in matches:
                terms[match.first] = (name, match)
        words: list[Word] = []
        tokens, forms = reading.tokens, reading.forms
        named = quoted.numerals(reading)
        values: dict[str, Any] | None
        i, end = 0, len(tokens)
        while i < end:
            form = forms[i]
            if (apart := self._apart(i, tokens, forms, terms, named)) is not None:
                values, char, behind = apart
                words.append(Word(char, values, tokens[i].start, tokens[behind - 1].end, i, behind))
                i = behind
                continue
            alone = form.alone or form.unknown
            if alone and i not in terms and not (form.grammar_next and _may_go_on(i, tokens, forms)):
                token = tokens[i]
                values, char = (form.values, form.char) if form.alone else self._unknown(token, i)
                words.append(Word(char, values, token.start, token.end, i, i + 1))
                i += 1
                continue
            if i in terms:
                name, match = terms[i]
                behind = max(match.last, i + 1)
                values, char = {name: match}, self._of_terms[name]
                if "change_of" in form.values and name == "metric":
                    values[f"noun_{form.values['change_of']}"] = None
                    char = self._character(values)
                elif "cadence" in form.values and name == "metric" and behind == i + 1:
                    values["cadence"] = form.values["cadence"]  # sv 'årsomsättning'
                    char = self._character(values)
            else:
                behind, values, char = self._read(reading, i, terms)
            if values is not None:
                words.append(Word(char, values, tokens[i].start, tokens[behind - 1].end, i, behind))
            i = behind
        return words

    def _read(self, reading: Reading, i: int, terms: Container[int]) -> tuple[int, dict[str, Any] | None, str]:
        """The index behind a token or grammar term, its classes and their character; None for what parts nothing."""
        token = reading.tokens[i]
        values: dict[str, Any]
        if token.kind == "number":
            if self._is_label(reading, i):
                return i + 2, {"stop": None}, self._character(("stop",))
            return i + 1, *self._number(token.text)
        if token.kind in ("date", "name") and "physical" not in reading.forms[i].values:  # 'm2' is a unit
            values = {"date": token.text} if token.kind == "date" else {"name": None}
            return i + 1, values, self._character(values)
        behind, values, char = self._term(reading, i, terms)
        roman = "ordinal" in values and _ROMAN.issuperset(token.text)
        if roman and not ((token.raw.isupper() or len(token.text) > 1) and self._before_unit(reading, behind)):
            # 'i' is a preposition; 'I' is a numeral before 'квартал', as is 'iv'
            values = {name: payload for name, payload in values.items() if name != "ordinal"}
            char = self._character(values) if values else ""
        if not values:
            if token.kind == "symbol":
                return i + 1, None, ""  # quotes, emoji and the like
            return i + 1, *self._unknown(token, i)
        if token.text == "." and "stop" in values:
            following = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
            if following is not None and (
                following.glued or not following.raw[0].isupper() or self._shortens(reading, i)
            ):
                return i + 1, None, ""
        return behind, values, char

    @staticmethod
    def _shortens(reading: Reading, i: int) -> bool:
        """'12 тис. MAU', '500 руб. CAC': whether a point shortens a word before what it counts, in capitals."""
        following, before = reading.tokens[i + 1], reading.forms[i - 1].values if i else {}
        shortened = (
            ("multiplier" in before or "currency" in before) and len(following.raw) > 1 and following.raw.isupper()
        )
        return shortened and not (i + 2 < len(reading.tokens) and reading.tokens[i + 2].kind == "number")

    def _unknown(self, token: Token, i: int) -> tuple[dict[str, Any], str]:
        """The classes of a word that the grammar does not know, and their character."""
        raw = token.raw
        if raw.islower():
            return self._other
        return self._capital if raw[1:] != raw[1:].lower() or (i > 0 and raw[0].isupper()) else self._other

    def _apart(
        self, i: int, tokens: Sequence[Token], forms: Sequence[Form], terms: Container[int], named: Container[int]
    ) -> tuple[dict[str, Any], str, int] | None:
        """What is not what its form says at a token: its classes, their character, and the token behind."""
        values, char = self._other
        behind = i + 1
        if i in named and i not in terms:
            values, char = self._quoted
        elif i and self._lexicon.noun_adjuncts and (noun := _behind_adjective(i, tokens, forms, terms)) > i:
            behind = noun
        elif not self._parted or i in terms or not (forms[i].values.keys() & _RATES and _is_first_part(tokens, i)):
            return None  # but sv '60 månadskunder' are no 60 months
        return values, char, behind

    def _term(self, reading: Reading, i: int, terms: Container[int]) -> tuple[int, dict[str, Any], str]:
        """The longest grammar term at a token that does not reach into an entity's term."""
        tokens, forms = reading.tokens, reading.forms
        form = forms[i]
        if not _may_go_on(i, tokens, forms):
            return i + 1, form.values, form.char
        best, values = i + 1, form.values
        nodes: Sequence[Node[Payload]] = form.grammar_nodes  # not `longer`: here one token at a time costs half
        end = min(len(tokens), i + _LONGEST)
        at = i + 1
        while nodes and at < end and at not in terms:
            onwards = [node.children[key] for node in nodes for key in forms[at].keys if key in node.children]
            behind = at + 1
            for node in onwards:
                if not node.values or _is_apart(tokens[i], tokens[i + 1]):
                    continue
                if behind > best and (tokens[i].kind != "symbol" or _is_one_sign(tokens[i:behind])):
                    best, values = behind, dict(node.values)
                elif behind == best:
                    values = {**values, **dict(node.values)}
            nodes = [*onwards, *nodes] if tokens[at].is_hyphen else onwards  # a hyphen may be left out
            at = behind
        return best, values, self._character(values) if values else ""

    @staticmethod
    def _is_label(reading: Reading, i: int) -> bool:
        """Whether a number labels an item of a list: '1) …', '2. …'."""
        tokens = reading.tokens
        if i + 2 >= len(tokens) or len(tokens[i].text) > 2 or not tokens[i + 1].glued or tokens[i + 2].glued:
            return False
        if i and tokens[i - 1].text == "(":
            return False  # 'NPS (45)'
        brackets = [t.text for t in tokens[max(i - _LONGEST, 0) : i] if t.text in ("(", ")")]
        return (tokens[i + 1].text == ")" and brackets[-1:] != ["("]) or (tokens[i + 1].text == "." and i == 0)

    def _before_unit(self, reading: Reading, i: int) -> bool:
        """Whether a calendar unit stands at a token, or behind a second Roman numeral ('I–II кварталах')."""
        tokens = reading.tokens
        if i + 2 < len(tokens) and tokens[i].text == "-" and set(tokens[i + 1].text) <= _ROMAN:
            i += 2
        if i >= len(tokens):
            return False
        values = reading.forms[i].values
        return "unit" in values or "nth_unit" in values

    def _number_classes(self, text: str) -> tuple[dict[str, Any], str]:
        """The classes of a numeral in digits, and their character."""
        numeral = literals.parse(text, self._lexicon.point)
        values: dict[str, Any] = {"name": None} if numeral is None else {"number": numeral}
        if numeral is None:
            pass
        elif numeral.whole and len(text) == 4 and int(text) in YEARS:
            values["year"] = int(text)
        elif numeral.whole and len(text) <= 2 and 1 <= int(text) <= 31:
            values["day"] = int(text)
        elif (match := _DAY_AND_MONTH.fullmatch(text)) and 1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12:
            values["decimal_date"] = (int(match[1]), int(match[2]))
        return values, self._character(values)

    # ---- numerals

    def _codes(self, words: list[Word]) -> list[Word]:
        """Telephone numbers (three or more numerals with nothing but hyphens between them), times of day as names."""
        kept: list[Word] = []
        i = 0
        while i < len(words):
            if i and "year" in (words[i + 1] if i + 1 < len(words) else {}) and words[i - 1].has(NUMBERED):
                kept += words[i : i + 2]  # 'Q3 2027 – 40 leads'
                i += 2
                continue
            end, count = i, 0
            while end < len(words) and ("number" in words[end] or (count and "dash" in words[end])):
                if end > i and _is_clock(words, end):
                    break
                count += "number" in words[end]
                end += 1
            if count == 1 and _is_clock(words, i):
                count, end = 3, i + 3
            elif count == 1 and end == i + 1 and any("clock" in w for w in (words[i - 1 : i] + words[end : end + 1])):
                count = 3
            if count >= 3:
                kept.append(self._name(words[i], words[end - 1]))
                i = end
            else:
                kept.append(words[i])
                i += 1
        return kept

    def _numerals(self, words: list[Word], chars: str, reading: Reading) -> list[Word]:
        """Numerals of several words as one; a digit with unknown letters on it as a name ('1С', '3D')."""
        joined: list[Word] = []
        at = 0
        for match in self._numeral().finditer(chars):
            i = match.start()
            led = "multiplier" in words[i] and "gent" in self._lexicon.cases(reading.folded(words[i]))
            if i < at or (run := (numerals.turned(words, i) if led else None) or numerals.read(words, i)) is None:
                continue
            joined += words[at:i]
            word = words[i]
            following = words[run.end] if run.end < len(words) else None
            single = run.end == i + 1 and "number" in word
            at = run.end
            counted = bool(joined) and "number" in joined[-1] and "year" not in joined[-1]
            if counted and run.end > i + 1 and words[i + 1].start == word.end:
                joined.append(self._name(word, words[run.end - 1]))  # '8 4K videos'
            elif single and following is not None and _is_code(word, following, reading):
                joined.append(self._name(word, following))
                at = i + 2
            elif self._is_named_period(words, i, following):
                joined.append(self._name(joined.pop(), words[i + 1]))
                at = i + 2
            else:
                if following is not None and "length" in following:
                    self._change(following, {"other": None})  # uk '3 місячних курси'
                elif following is not None and self._lexicon.noun_adjuncts:
                    self._as_noun(following, reading)
                joined.append(word if single else self._join(words, i, run))
        return joined + words[at:]

    @staticmethod
    def _is_named_period(words: list[Word], i: int, following: Word | None) -> bool:
        """'Q3-målet': a period that is only part of a name."""
        if i == 0 or following is None or "dash" not in following or i + 2 >= len(words):
            return False
        before, behind = words[i - 1], words[i + 2]
        glued = before.end == words[i].start and following.start == words[i].end and behind.start == following.end
        return glued and "nth_unit" in before and ("other" in behind or "metric" in behind)

    def _as_noun(self, word: Word, reading: Reading) -> None:
        """An inflected verb form straight behind a number is a noun: '12 interviews'."""
        if word.has(VERB_CLASSES) and self._lexicon.is_inflected(reading.folded(word)):
            self._change(word, {"other": None})

    def _join(self, words: list[Word], at: int, run: numerals.Run) -> Word:
        first, last = words[at], words[run.end - 1]
        values: dict[str, Any] = {"number": run.numeral}
        if run.end == at + 1:  # a single word may be something else beside ('half', 'one')
            values |= {name: payload for name, payload in first.items() if name in _BESIDE_NUMERAL}
        if 1 <= run.numeral.value <= 31 and run.numeral.value == int(run.numeral.value):
            values["day"] = int(run.numeral.value)
        return self._make(values, first, last)


def _behind_adjective(i: int, tokens: Sequence[Token], forms: Sequence[Form], terms: Container[int]) -> int:
    """The index behind words that hyphens join between a number and what it counts: '5 two-year contracts'.

    The index given where there are none, or none of which the grammar would make something.
    """
    counted = tokens[i - 1].kind == "number" or not _COUNTS.isdisjoint(forms[i - 1].values)
    if not counted or i in terms or i + 2 >= len(tokens) or not tokens[i + 1].is_hyphen:
        return i
    at, known = i, not forms[i].unknown
    while at + 2 < len(tokens) and tokens[at + 1].is_hyphen and tokens[at + 1].glued and tokens[at + 2].glued:
        at += 2
        known = known or not forms[at].unknown
        if at in terms:
            return i
    noun = at + 1 < len(tokens) and not tokens[at + 1].glued and tokens[at + 1].kind == "word"
    noun = noun and (at + 1 in terms or forms[at + 1].unknown)
    return at + 1 if noun and known and at > i and tokens[at].kind == "word" else i


def _is_first_part(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is the first part of a word written together."""
    if i + 1 >= len(tokens) or tokens[i].kind != "word":
        return False
    return tokens[i + 1].glued and tokens[i + 1].kind == "word"


def _may_go_on(i: int, tokens: Sequence[Token], forms: Sequence[Form]) -> bool:
    """Whether a longer grammar term may begin at a token."""
    onwards = forms[i].grammar_next
    if not onwards or i + 1 >= len(tokens):
        return False
    return not onwards.isdisjoint(forms[i + 1].keys) or tokens[i + 1].is_hyphen


def _is_code(number: Word, following: Word, reading: Reading) -> bool:
    """Whether a digit and what is glued to it are a name: '3D', '1C'; a capital stands for no seconds."""
    if following.start != number.end:
        return False
    capital = following.end - following.start == 1 and ("time_unit" in following or following.get("physical") == "g")
    return "other" in following or (capital and reading.tokens[following.first].raw.isupper())


def _is_apart(letter: Token, sign: Token) -> bool:
    """Whether a sign does not belong to the letter before it: 'a $3m', but 'A$3m'."""
    one = len(letter.text) == 1 and letter.kind == "word"
    return one and sign.text == "$" and not sign.glued


def _is_one_sign(tokens: Sequence[Token]) -> bool:
    """Whether signs stand together: '99:-' is a price, ': -' is not; a term with a word in it may be spaced."""
    return any(token.kind != "symbol" for token in tokens) or all(token.glued for token in tokens)


def _is_clock(words: list[Word], i: int) -> bool:
    """Whether a time of day begins at a word, '18:00', or '1:1'."""
    if i + 2 >= len(words) or "colon" not in words[i + 1] or "number" not in words[i + 2]:
        return False
    hours, colon, minutes = words[i : i + 3]
    alone = hours["number"].value == minutes["number"].value == 1 and hours.end - hours.start == 1
    return hours.end == colon.start and colon.end == minutes.start and (minutes.end - minutes.start == 2 or alone)
