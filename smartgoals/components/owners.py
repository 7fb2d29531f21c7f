"""Owners: teams that the vocabulary knows, and people named as responsible."""

from __future__ import annotations

from smartgoals.grammar.direction import VERB_CLASSES
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import TAKEN, Match, Reading, Word
from smartgoals.text.lexer import Token

_GOAL_NAME = frozenset(("goal_word", "for_whom", "aside", "number", "the", "of", "name"))
_ARTICLES = ("the", "a", "each")
_WHO = ("bare", "title", "given_name")  # marks that an owner may be
_LIGHT = frozenset(("comma", "the", "a", "stop", "auxiliary"))
_BEFORE_HIRED = frozenset(("number", "the", "a", "and", "more", "about", "at_least"))
_MOST_NAMES = 3  # words of a person's name
_AFTER_SUBJECT = ("colon", "auxiliary", "dash", "to", "close")


class OwnerReader:
    """Adds to the teams found as terms: bare team words in a subject's place, and names.

    A team word that is also a metric ('sales') loses its metric where it is the owner.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._character = lexicon.alphabet.character

    def __call__(self, reading: Reading) -> None:
        labels = [m for m in reading.marks if m.kind == "label" or self._is_title_label(reading, m)]
        for match in [m for m in reading.owners if self._is_hired(reading, m)]:
            self._release(reading, match)
        reading.owners = [
            m for m in reading.owners if self._is_labelled(reading, m, labels) or not self._is_place(reading, m)
        ]
        for mark in reading.marks:
            if (
                mark.kind not in ("bare", "title")
                or self._is_hired(reading, mark)
                or mark in labels
                or self._overlaps(mark, reading.owners)
            ):
                continue
            at = reading.word_at(mark.first)
            if at is None or ("metric" in reading.words[at] and not self._is_spare(reading, at, mark)):
                continue
            if "channel" in reading.words[at] and reading.words[at].last != mark.last:
                continue  # 'Marketing i TikTok' is the channel
            subject = self._is_subject(reading, at, mark) or self._is_cell(reading, at, mark)
            if subject or self._is_labelled(reading, mark, labels):
                self._claim(reading, at, mark)
        self._coordinated(reading, labels)
        for label in labels:
            self._person_behind(reading, label)
            self._person_before(reading, label)
        self._bracketed(reading)
        for i, token in enumerate(reading.tokens):
            if token.kind == "name" and token.text.startswith("@"):  # a mention
                reading.owners.append(Match("person", None, i, i + 1, token.start + 1, token.end))
        for mark in reading.marks:
            if mark.kind == "given_name":
                self._person_named(reading, mark)
        self._person_first(reading)
        reading.owners.sort(key=lambda m: m.start)

    @staticmethod
    def _is_title_label(reading: Reading, mark: Match) -> bool:
        """'(treasurer: Alan)': a title before a colon and a name, in brackets or behind a pause."""
        tokens = reading.tokens
        if mark.kind not in ("title", "bare") or mark.last + 1 >= len(tokens) or mark.first == 0:
            return False
        named = tokens[mark.last].text == ":" and tokens[mark.last + 1].raw[0].isupper()
        return named and tokens[mark.first - 1].kind == "symbol"

    @staticmethod
    def _is_place(reading: Reading, match: Match) -> bool:
        """Whether a preposition makes a team the place, not the owner: 'vacancies in the sales department'."""
        at = reading.word_at(match.first)
        if at is None or at == 0:
            return False
        at -= 1
        while at > 0 and ("the" in reading.words[at] or reading.forms[reading.words[at].first].filler):
            at -= 1
        before = reading.words[at]
        if "together" in before:
            return False  # 'together with the sales team'
        if "for_whom" in before and OwnerReader._names_goal(reading, range(at + 1)):
            return False  # 'goal for the sales team: …'
        return any(name in before for name in ("aside", "in", "from")) and "by_amount" not in before

    @staticmethod
    def _names_goal(reading: Reading, words: range) -> bool:
        """Whether words from the goal's beginning only call it a goal: 'Goal for …', 'KPI 1 for the …'."""
        said = [reading.words[i] for i in words]
        return any("goal_word" in w for w in said) and all(w.has(_GOAL_NAME) for w in said)

    @staticmethod
    def _overlaps(mark: Match, others: list[Match]) -> bool:
        return any(m.overlaps(mark) for m in others)

    def _claim(self, reading: Reading, at: int, mark: Match) -> None:
        reading.owners.append(Match("team", mark.id, mark.first, mark.last, mark.start, mark.end))
        reading.metrics = [m for m in reading.metrics if not m.overlaps(mark)]
        reading.channels = [m for m in reading.channels if not m.overlaps(mark)]
        word = reading.words[at]
        word.become({"owner": mark}, self._character(("owner",)))
        reading.chars = reading.chars[:at] + word.char + reading.chars[at + 1 :]

    def _release(self, reading: Reading, match: Match) -> None:
        """Make a team that is hired a thing counted."""
        reading.owners.remove(match)
        if (at := reading.word_at(match.first)) is not None:
            word = reading.words[at]
            word.become({"other": None}, self._character(("other",)))
            reading.chars = reading.chars[:at] + word.char + reading.chars[at + 1 :]

    @staticmethod
    def _is_spare(reading: Reading, at: int, mark: Match) -> bool:
        """Whether a team word that is a metric too ('sales') leaves another metric or work to aim at."""
        word = reading.words[at]
        if word.first != mark.first or word.last != mark.last:
            return False
        return any("metric" in w for i, w in enumerate(reading.words) if i != at) or any(
            "activity" in w for w in reading.words
        )

    @staticmethod
    def _is_cell(reading: Reading, at: int, mark: Match) -> bool:
        """Whether a team stands alone between pauses at the end: '… | Q1 | Marketing', '… (marketing)'."""
        words = reading.words
        behind = _behind(words, at, mark)
        opens = at > 0 and any(n in words[at - 1] for n in ("comma", "open", "dash", "slash", "stop"))
        closes = behind == len(words) or "close" in words[behind] or "stop" in words[behind]
        return opens and closes and "metric" not in words[at]

    @staticmethod
    def _is_subject(reading: Reading, at: int, mark: Match) -> bool:
        words = reading.words
        behind = _behind(words, at, mark)
        if behind >= len(words):
            return False
        after = words[behind]
        first = at
        while (
            mark.kind == "title"
            and first > 0
            and at - first < 2
            and ("other" in words[first - 1] or "the" in words[first - 1])
        ):
            first -= 1  # 'the fundraising team'
        if first < at and first == 0:
            at = 0
        while at > 0 and (reading.forms[words[at - 1].first].filler or any(n in words[at - 1] for n in _ARTICLES)):
            at -= 1  # 'our support'
        before = words[at - 1] if at else None
        inverted = (
            before is not None
            and "auxiliary" in before
            and not any("each" in w for w in words[at:behind])
            and all(reading.chars[i] == TAKEN or words[i].has(_LIGHT) for i in range(at - 1))
        )
        if inverted:
            return True  # 'Senast 1 mars ska kundtjänst …'
        begins = (
            before is None
            or OwnerReader._names_goal(reading, range(at))
            or any(n in before for n in ("stop", "comma", "close", "colon", "and"))
            or reading.chars[at - 1] == TAKEN
        )
        if not begins:
            return False
        if ("and" in after or "comma" in after) and behind + 1 < len(words):  # 'HR and Finance: …'
            others = (*reading.owners, *(m for m in reading.marks if m.kind in _WHO))
            partner = next((m for m in others if m.first == words[behind + 1].first), None)
            return partner is not None and OwnerReader._is_subject(reading, behind + 1, partner)
        if any(name in after for name in _AFTER_SUBJECT):
            if "to" in after and not ("colon" in after or "auxiliary" in after):
                return behind + 1 < len(words) and words[behind + 1].has(VERB_CLASSES)
            return True
        is_metric = "metric" in words[at]
        return not is_metric and at == 0 and after.has(VERB_CLASSES)

    @staticmethod
    def _is_labelled(reading: Reading, mark: Match, labels: list[Match]) -> bool:
        tokens = reading.tokens
        if any(m.first == mark.last + 1 and tokens[mark.last].text == "(" for m in labels):
            return True  # 'Marketing (owner)'
        return any(
            label.last <= mark.first <= label.last + 2
            and all(not t.text.isalnum() for t in reading.tokens[label.last : mark.first])
            for label in labels
        )

    def _coordinated(self, reading: Reading, labels: list[Match]) -> None:
        """'Responsible: marketing and sales': a team joined to one that has a label."""
        for mark in reading.marks:
            at = reading.word_at(mark.first)
            if mark.kind not in _WHO or at is None or at < 2 or self._overlaps(mark, reading.owners):
                continue
            joins = "and" in reading.words[at - 1] or "comma" in reading.words[at - 1]
            before = next((m for m in reading.owners if m.last == reading.words[at - 2].last), None)
            if joins and before is not None and self._is_labelled(reading, before, labels):
                self._claim(reading, at, mark)

    @staticmethod
    def _is_hired(reading: Reading, mark: Match) -> bool:
        """'Hire 3 account executives': who is hired is no owner."""
        at = reading.word_at(mark.first)
        while at is not None and at > 0:
            at -= 1
            word = reading.words[at]
            if word.get("implies") == "headcount":
                return True
            if not word.has(_BEFORE_HIRED) and not reading.forms[word.first].filler:
                return False
        return False

    def _bracketed(self, reading: Reading) -> None:
        """'(coach: Ben)': whatever stands before the colon, the name in brackets behind it answers for the goal."""
        tokens = reading.tokens
        for i, token in enumerate(tokens):
            if token.text != "(":
                continue
            end = next((k for k in range(i + 1, len(tokens)) if tokens[k].text == ")"), len(tokens))
            colon = next((k for k in range(i + 1, end) if tokens[k].text == ":"), None)
            if colon is None or not 1 < colon - i <= _MOST_NAMES + 1 or not 1 < end - colon <= _MOST_NAMES + 1:
                continue
            words, named = tokens[i + 1 : colon], tokens[colon + 1 : end]
            if not all(t.kind == "word" for t in words) or not all(self._is_capital(reading, t) for t in named):
                continue
            person = Match("person", None, colon + 1, end, named[0].start, named[-1].end)
            if not self._overlaps(person, reading.owners):
                reading.owners.append(person)

    @staticmethod
    def _is_capital(reading: Reading, token: Token) -> bool:
        """Whether a token is a capitalised word that the vocabulary does not know."""
        if token.kind != "word" or not token.raw[0].isupper():
            return False
        at = next((i for i, w in enumerate(reading.words) if w.start <= token.start < w.end), None)
        return at is not None and "other" in reading.words[at]

    def _person_before(self, reading: Reading, label: Match) -> None:
        """'Anna ansvarar för …': a name that opens the goal, right before a label."""
        tokens = reading.tokens
        if not 0 < label.first <= _MOST_NAMES or any(m.first == 0 for m in (*reading.owners, *reading.marks)):
            return
        if all(t.kind == "word" and t.raw[0].isupper() for t in tokens[: label.first]):
            reading.owners.append(Match("person", None, 0, label.first, tokens[0].start, tokens[label.first - 1].end))

    def _person_behind(self, reading: Reading, label: Match) -> None:
        """'Owner: Tom Hill': the capitalised words behind a label."""
        tokens = reading.tokens
        i = label.last
        while i < len(tokens) and tokens[i].kind == "symbol" and tokens[i].text in ".:-=":
            i += 1
        first = i
        while i < len(tokens) and i - first < _MOST_NAMES and tokens[i].kind == "word" and tokens[i].raw[0].isupper():
            i += 1
        if i > first and not any(m.first <= first < m.last for m in reading.owners):
            reading.owners.append(Match("person", None, first, i, tokens[first].start, tokens[i - 1].end))

    def _person_named(self, reading: Reading, mark: Match) -> None:
        """'Priya should …', '… – Erik Ek': a given name, and the surname behind it, where an owner stands."""
        tokens = reading.tokens
        at, last = reading.word_at(mark.first), mark.last
        if at is None or "other" not in reading.words[at] or not tokens[mark.first].raw[0].isupper():
            return
        while last < min(len(tokens), mark.first + _MOST_NAMES) and self._is_surname(reading, last):
            last += 1
        person = Match("person", None, mark.first, last, mark.start, tokens[last - 1].end)
        taken = self._overlaps(person, reading.owners)
        behind = _behind(reading.words, at, person)
        labelled = any(m.kind == "label" and m.first == last for m in reading.marks)  # 'Lisa ansvarar'
        acts = at == 0 and any("auxiliary" in w for w in reading.words[behind : behind + _MOST_NAMES])
        stands = labelled or acts or self._is_subject(reading, at, person) or self._is_cell(reading, at, person)
        if stands and not taken:
            reading.owners.append(person)

    def _is_surname(self, reading: Reading, i: int) -> bool:
        at = reading.word_at(i)
        return at is not None and self._is_name_word(reading.words[at], reading)

    def _person_first(self, reading: Reading) -> None:
        """'Ирина Соколова: снизить …': two or three capitalised unknown words open the goal."""
        words = reading.words
        i = 0
        while i < len(words) and i < _MOST_NAMES and self._is_name_word(words[i], reading):
            i += 1
        if not 1 < i < len(words):
            return
        behind = words[i]
        pause = "colon" in behind or ("dash" in behind and behind.start > words[i - 1].end)
        if pause or "auxiliary" in behind or behind.has(VERB_CLASSES):
            match = Match("person", None, words[0].first, words[i - 1].last, words[0].start, words[i - 1].end)
            if not self._overlaps(match, reading.owners) and not self._overlaps(match, reading.marks):
                reading.owners.append(match)

    @staticmethod
    def _is_name_word(word: Word, reading: Reading) -> bool:
        token = reading.tokens[word.first]
        return "other" in word and token.kind == "word" and token.raw[0].isupper()


def _behind(words: list[Word], at: int, mark: Match) -> int:
    """The index of the first word behind a mark that begins at or before word `at`."""
    return next((i for i in range(at, len(words)) if words[i].first >= mark.last), len(words))
