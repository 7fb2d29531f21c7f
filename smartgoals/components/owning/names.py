"""The capitalised words of a goal, and how names are made of them."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.verb_classes import NOUNS, PREDICATES
from smartgoals.reading import TAKEN, Match, Reading
from smartgoals.text.lexer import Token

CAPITAL = bits(["capital"])
QUOTES = frozenset('«»“”„"')
MOST_NAMES = 3  # words of a person's name
_NUMBER_SIGNS = ("№", "#")
_BESIDE_NAME = frozenset((":", "-", "=", "."))
_OPENS = frozenset((".", "!", "?", "[", "(", "-", "–", "—", "•", "*"))  # what a name may follow and open a goal
_PAUSES = frozenset((",", "-", "–", "—", "(", "[", ">", "→", "/", "|", "~", ";"))
_CLOSES = frozenset((".", "!", ")", "]"))
_MOST_SHORT = 5  # letters of an abbreviation before its point
_LED = PREDICATES | {"colon"}  # behind a subject
_PREPOSITIONS = frozenset(("in", "aside", "from", "to", "stop"))
_PEOPLE = frozenset(("headcount", None))
_QUALIFIERS = frozenset(NOUNS)
_CALENDAR = frozenset(("month", "season", "weekday", "period", "holiday"))


class Names:
    """Tells, by token index, what may be part of a name in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        names = (m.first for m in reading.marks if m.kind == "given_name")
        self._given = {i for i in names if not _is_form_of_metric(i, reading)}
        labels = [m for m in reading.marks if m.kind == "label"]
        self.inside_labels = {i: m for m in labels if m.last - m.first > 1 for i in range(m.first, m.last)}
        named = [m for m in reading.marks if m.kind in ("title", "bare", "label")]
        self._titles = {i for m in named for i in range(m.first, m.last)}
        self._word_of = {i: word for word in reading.words for i in range(word.first, word.last)}
        self._lexicon = reading.lexicon
        self._persons = reading.lexicon.persons
        ends = {m.last for m in labels}
        upper = [i for i, token in enumerate(self._tokens) if token.raw[0].isupper()]
        doubtful = self._persons.doubtful
        if self._given and reading.text.islower():  # a chat: '40 leads, johan ansvarar'
            beside = {m.first - 1 for m in labels} | ends
            given = [i for i in self._given if self._tokens[i].text not in doubtful]
            upper = sorted({*upper, *(i for i in given if i in beside or self._is_set_apart(i))})
        self._given |= {i for i in upper if self._tokens[i].text in doubtful and self._calls(i, ends)}
        if 0 in upper and self._heads():
            self._given.add(0)
        self._capitals = [i for i in upper if self._is_unknown(i)]
        self._known: set[int] = set()
        if self._lexicon.has_cases:
            self._known = {i for i in self._capitals if self._is_known_name(i, self._tokens[i])}

    def _is_set_apart(self, i: int) -> bool:
        """Whether a token heads the text, stands alone between brackets or behind a sign at the end."""
        before = self._tokens[i - 1].text if i else ""
        behind = self._tokens[i + 1].text if i + 1 < len(self._tokens) else ""
        heads, ends = i == 0 and behind == ":", before in ("-", "–", "—", "/") and behind in ("", ".")
        return heads or ends or (before == "(" and behind == ")")

    def _heads(self) -> bool:
        """'Lindström: 12 deals', 'Казимир веде 5 угод': whether the first word, a surname or name, is the subject."""
        text, behind = self._tokens[0].text, self._word_of.get(1)
        named = self._persons.surnames.fit(text) or self._lexicon.is_rather_name(text)
        return named and behind is not None and behind.has(_LED) and not self._is_form(text)

    def _is_form(self, text: str) -> bool:
        """Uk 'Ліди: 120': whether a metric that the vocabulary knows opens the text, which is a form of a name too."""
        word = self._word_of.get(0)
        known = word is not None and "metric" in word and word["metric"].id is not None
        return known and any(map(self._lexicon.is_rather_name, set(self._lexicon.lemmas(text)) - {text}))

    def _is_known_name(self, i: int, token: Token) -> bool:
        """Whether the language's morphology knows a capitalised word as a name and nothing else: 'Мироном'."""
        named = token.kind == "word" and len(token.raw) > 2 and i not in self._given
        named = named and not token.raw.isupper()
        if not named:
            return False
        before = self._word_of.get(i - 1)
        inside = before is not None and not before.has(_PREPOSITIONS)  # not 'в Луцьку'
        return self._lexicon.is_name(token.text) or (inside and self._lexicon.may_be_name(token.text))

    def _calls(self, i: int, labels: set[int]) -> bool:
        """Whether a name that is a word too stands as a name only can: 'May will …', 'owner: Will', '…, Bill'."""
        tokens, last = self._tokens, len(self._tokens) - 1
        if not tokens[i].raw[0].isupper() or tokens[i].raw.isupper():
            return False
        word, behind = self._word_of.get(i), self._word_of.get(i + 1)
        dated = word is not None and word.has(_CALENDAR)
        if i > 1 and tokens[i - 1].text in _BESIDE_NAME and not labels.isdisjoint((i - 1, i)):
            return True
        if i in labels:
            return not dated  # 'has until June'
        if i == last or (i == last - 1 and tokens[last].text in _CLOSES):
            return i > 0 and not dated and tokens[i - 1].text in _PAUSES
        if i > 0 and not dated and tokens[i - 1].kind == "word" and tokens[i - 1].raw.islower():
            return True  # '… ska Klara boka 40 möten'
        opens = i == 0 or tokens[i - 1].text in _OPENS or (not dated and self._is_dated(i - 1))
        if not opens or behind is None or behind.first != i + 1:
            return False
        if self._is_unknown_capital(i + 1):
            return not dated  # 'Mark Jones …'
        if "and" in behind:
            return i + 2 <= last and tokens[i + 2].raw[0].isupper()
        if "to" in behind:
            following = self._word_of.get(i + 2)
            return following is not None and following.has(PREDICATES)
        return ("colon" in behind and not dated) or (behind.has(PREDICATES) and "metric" not in behind)

    def _is_unknown_capital(self, i: int) -> bool:
        word = self._word_of.get(i)
        return word is not None and "capital" in word and not self._tokens[i].raw.isupper()

    def _is_dated(self, i: int) -> bool:
        """Whether a token belongs to a deadline."""
        at = self._reading.word_at(i)
        return at is not None and self._reading.chars[at] == TAKEN

    @staticmethod
    def _longest(found: list[Match | None]) -> list[Match]:
        return sorted((m for m in found if m is not None), key=lambda m: m.first - m.last)

    def _match(self, first: int, last: int) -> Match:
        return Match("person", None, first, last, self._tokens[first].start, self._tokens[last - 1].end)

    def _name(self, first: int) -> Match | None:
        """The name that begins at a token: capitalised unknown words and initials; None if none does."""
        last = first
        while last < len(self._tokens) and last - first < 2 * MOST_NAMES:
            if self._is_initial(last):
                last += 2
            elif last > first and self._is_part(last):
                return None  # 'Astrid Lindgren-boxen'
            elif last > first and self._is_double(last):
                last += 2  # 'Anna-Maria'
            elif last - first == 1 and self._joins_firm(last):
                last += 2  # 'Fallow & Finch'
            elif last > first and (particles := self._particles(last)):
                last += particles
            elif last > first and self._is_another(last):
                break
            elif self._is_capital(last) and not (last > first and self._is_common(last)):
                last += 1
            elif last > first and self._is_letter(last):
                last += 1  # 'Lisa H'
            else:
                break
        return self._match(first, last) if first < last <= len(self._tokens) and not self._is_firm(first) else None

    def _is_firm(self, i: int) -> bool:
        """Whether a token is part of a firm's name that looks like a person's: 'Morgan Stanley'."""
        pairs = (" ".join(token.text for token in self._tokens[max(k, 0) : k + 2]) for k in (i - 1, i))
        return not self._persons.firms.isdisjoint(pairs)

    def _joins_firm(self, i: int) -> bool:
        """'Fallow & Finch', not 'J. Öberg & P. Dahl': whether '&' joins two capitalised words that name no people."""
        if self._tokens[i].text != "&" or i + 1 >= len(self._tokens) or not self._is_capital(i + 1):
            return False
        named = any(self._persons.surnames.fit(self._tokens[k].text) for k in (i - 1, i + 1))
        apart = self._is_initial(i + 1) or (i + 2 < len(self._tokens) and self._is_capital(i + 2))
        return self._given.isdisjoint((i - 1, i + 1)) and not named and not apart

    def _is_double(self, i: int) -> bool:
        tokens = self._tokens
        hyphen = tokens[i].is_hyphen and i + 1 < len(tokens) and tokens[i + 1].glued
        return hyphen and self._is_capital(i + 1)

    def _particles(self, i: int) -> int:
        """The number of particles at a token before another part of a name: 2 in 'Pieter van der Berg'."""
        last = i
        while last < len(self._tokens) and self._tokens[last].text in self._persons.particles:
            last += 1
        return last - i if self._is_capital(last) else 0

    def _behind(self, i: int) -> int:
        """The first token behind a label that is no sign of its own."""
        while i < len(self._tokens) and self._tokens[i].text in _BESIDE_NAME:
            if self._tokens[i].text == "." and not self._is_shortened(i - 1):
                break  # the end of a sentence
            i += 1
        return i

    def _is_shortened(self, i: int) -> bool:
        """Whether a point belongs to an abbreviation: 'отв.', 'resp.', 'Dr.'."""
        short = len(self._tokens[i].text) <= _MOST_SHORT
        return short and not self._persons.is_group(self._tokens[i].text)

    def _is_capital(self, i: int) -> bool:
        """Whether a token is a capitalised word that the vocabulary does not know, and no part of a compound."""
        return i in self._capitals

    def _is_unknown(self, i: int) -> bool:
        """Whether a token is a word that the vocabulary does not know, and no part of a compound."""
        word = self._word_of.get(i)
        if word is None or self._tokens[i].kind != "word" or not ("other" in word or i in self._given):
            return False
        return i + 1 == len(self._tokens) or not self._is_joined(i + 1)

    def _is_another(self, i: int) -> bool:
        """'Разом із Оленою Дмитро …': a given name in another form than the given name before it."""
        if not self._lexicon.has_cases:
            return False
        cases = [self._lexicon.cases(token.text) for token in self._tokens[i - 1 : i + 1]]
        if all(cases) and cases[0].isdisjoint(cases[1]):
            return True
        keys = [len(form.keys) for form in self._reading.forms[i - 1 : i + 1]]
        return i in self._given and i - 1 in self._given and keys[0] > keys[1]

    def _is_joined(self, i: int) -> bool:
        """'Lindgren-boxen': a hyphen that a lower-case word follows at once."""
        hyphen = self._tokens[i].is_hyphen and i + 1 < len(self._tokens)
        return hyphen and self._tokens[i + 1].glued and self._tokens[i + 1].raw[0].islower()

    def _is_part(self, i: int) -> bool:
        """Whether a token is the capitalised first part of a compound with a hyphen."""
        token = self._tokens[i]
        return token.kind == "word" and token.raw[0].isupper() and i + 1 < len(self._tokens) and self._is_joined(i + 1)

    def _is_initial(self, i: int) -> bool:
        """'В.', 'J.': one capital and a point."""
        if i < 0:
            return False
        token = self._tokens[i]
        points = i + 1 < len(self._tokens) and self._tokens[i + 1].text == "." and self._tokens[i + 1].glued
        return points and len(token.raw) == 1 and token.raw.isupper()

    def _is_letter(self, i: int) -> bool:
        """Whether a token is one capital by itself behind a name, no number's unit: 'Lisa H', not 'Q 3'."""
        token = self._tokens[i]
        apart = i + 1 == len(self._tokens) or self._tokens[i + 1].kind != "number"
        return token.kind == "word" and len(token.raw) == 1 and token.raw.isupper() and apart and i - 1 in self._given

    def _is_common(self, i: int) -> bool:
        """Whether a capitalised word is an abbreviation, not a surname: 'CRM'."""
        return len(self._tokens[i].raw) > 1 and self._tokens[i].raw.isupper()

    def _is_plain(self, i: int) -> bool:
        word = self._word_of.get(i)
        if word is None or self._tokens[i].kind != "word":
            return False
        counted = word.get("metric")  # people are counted too: 'interns'
        people = counted is not None and counted.id in _PEOPLE and self._is_people(self._tokens[i].text)
        return "other" in word or word.has(_QUALIFIERS) or people

    def _is_thing(self, i: int) -> bool:
        """Whether a token is known as a noun that names neither people nor a group, where cases show."""
        lexicon, text = self._lexicon, self._tokens[i].text
        if not lexicon.has_cases or lexicon.may_be_name(text):
            return False
        return "noun" in lexicon.verb_forms(text) and not (lexicon.persons.is_post(text) or lexicon.is_group_noun(text))

    def _is_people(self, text: str) -> bool:
        return any(self._persons.is_group(word) for word in (text, *self._dictionary_forms(text)))

    def _dictionary_forms(self, text: str) -> tuple[str, ...]:
        """What a folded word may be a form of, where cases show; elsewhere only itself."""
        lexicon = self._lexicon
        return lexicon.lemmas(text) if lexicon.has_cases else (text,)

    def _is_article(self, i: int) -> bool:
        word = self._word_of.get(i)
        return word is not None and "the" in word

    def _is_rule(self, i: int) -> bool:
        """Whether a token is the line between two cells: '|'."""
        return self._tokens[i].text == "|"

    def behind_name(self, i: int) -> int:
        """The token behind the quoted name or number at a token, 'agency «Graphite»', 'цех № 2'; else itself."""
        tokens = self._tokens
        if i + 1 < len(tokens) and tokens[i].text in _NUMBER_SIGNS and tokens[i + 1].kind == "number":
            return i if self._persons.is_institution(tokens[i - 1].text) else i + 2
        if i < len(tokens) and tokens[i].text in QUOTES:
            for k in range(i + 1, min(i + 2 * MOST_NAMES, len(tokens))):
                if tokens[k].text in QUOTES:
                    return k + 1
        return i


def _is_form_of_metric(i: int, reading: Reading) -> bool:
    """Whether what may be a metric or a name in a case is the metric: 'Лиды: 40 в неделю', not 'Лида: …'."""
    lexicon = reading.lexicon
    if lexicon.is_given_name(reading.tokens[i].text):
        return False
    return any(metric.first <= i < metric.last for metric in reading.metrics)
