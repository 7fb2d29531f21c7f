"""People named in a goal: given names and what stands with them, capitalised names at its beginning, initials."""

from __future__ import annotations

from smartgoals.components.owning.bands import Bands
from smartgoals.components.owning.groups import WHICH, Openings
from smartgoals.components.owning.names import CAPITAL, MOST_NAMES, QUOTES
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import LIMITS
from smartgoals.reading import Match, Word

_MOST_DIGITS = 2  # of the number of a school class
_NUMBERS = frozenset(("number", "name"))
_NUMBERED = 2  # words of a group with its number
_PARTS = frozenset(("comma", "stop", "dash", "aside", "open", "and"))  # before somebody and a label
_LINKS = frozenset(("and", "comma", "plus"))
_PARTED = frozenset(
    ("and", "comma", "stop", "dash", "open", "close", "colon", "by", "until", "toward", "before", "within")
)
_ENDS = frozenset((".", ",", ";", "|", ")", "]", "-", "/"))


class People(Bands):
    """The names in one reading."""

    def given(self) -> list[Match]:
        """The names that a common given name begins, or any that the language's morphology knows."""
        roles = self._persons.roles
        begins = [
            i
            for i in sorted(self._given)
            if self._is_capital(i) and self._tokens[i].text not in roles and not self._is_bound(i)
        ]
        begins += [
            i for i in sorted(self._known) if not (i > 0 and self._is_capital(i - 1)) and not self._is_initial(i - 2)
        ]
        found: list[Match | None] = [self._with_group(self._name(i)) for i in begins]
        found.extend([self._match(m.first - 1, m.last) for m in found if m is not None and self._has_name_before(m)])
        found.extend([name for m in found if m is not None for name in self._beside(m)])
        for mark in self._reading.marks:
            # "Jenny's goal", but not "St Mary's Hospital" and "Hannah's bakery"
            if mark.kind == "possessor" and self._is_capital(mark.first) and self._is_own(mark.last):
                name = self._match(mark.first, mark.last)
                name.end -= len(mark.id or "")
                found.append(name)
        return self._longest(found)

    def _is_bound(self, i: int) -> bool:
        """'Max 5 %': whether what may be a name bounds the number behind it."""
        numbered = i + 1 < len(self._tokens) and self._tokens[i + 1].kind == "number"
        return numbered and not LIMITS.isdisjoint(self._reading.forms[i].values)

    def _is_own(self, i: int) -> bool:
        """Whether a token is a word for what somebody answers for, or which of it: 'goal', 'team', 'first two jobs'."""
        while (word := self._word_of.get(i)) is not None and word.has(WHICH):
            i = word.last
        if word is None or self._is_capital(i):
            return False
        own = self._tokens[i].text in self._persons.own | self._persons.groups
        return own or "goal_word" in word or any(m.first == i and m.id == "management" for m in self._reading.marks)

    def _with_group(self, name: Match | None) -> Match | None:
        """'Команда Ореста': a name with the group's noun before it."""
        if name is None or name.first == 0 or self._tokens[name.first - 1].text not in self._persons.groups:
            return name
        if not self._may_depend(name.first):
            return name  # 'разом із командою Дмитро …'
        return self._match(name.first - 1, name.last)

    def _may_depend(self, i: int) -> bool:
        """Whether a name may say whose a group is: it stands in the genitive, where cases show."""
        lexicon = self._lexicon
        return not lexicon.has_cases or "gent" in lexicon.cases(self._tokens[i].text)

    def _has_name_before(self, match: Match) -> bool:
        """'Store manager Mohammed Ali': an unknown capitalised word before a given name, inside the goal."""
        i = match.first - 1
        return i > 0 and self._is_capital(i) and i not in self._titles and i not in self._given

    def _beside(self, match: Match) -> list[Match | None]:
        """'Nadia and Henrik': the capitalised unknown words that a conjunction joins to a name."""
        found: list[Match | None] = []
        before, behind = self._word_of.get(match.first - 1), self._word_of.get(match.last)
        known = match.first - 2 in self._titles
        if before is not None and "and" in before and self._is_capital(match.first - 2) and not known:
            found.append(self._match(match.first - 2, match.first - 1))
        if behind is not None and "and" in behind and match.last + 1 < len(self._tokens):
            at = match.last + 1
            found += [self._name(self._behind(at + 1) if at in self._titles else at), self._group(at)]
        return found

    def labelled(self) -> list[Match]:
        """The capitalised words that stand behind a label, a title, or at the beginning."""
        found: list[Match | None] = [*self._opening_groups(), self._numbered_group(), *self.numbered_ends()]
        found += self._classes()
        if self._reading.may_have(CAPITAL) and any("capital" in word for word in self._reading.words):
            found += [self._first(), self._asked(), *self._initialled(), *self._named_groups(), *self._monograms()]
        elif "[" in self._reading.text:
            found += self._monograms()
        for team in self._reading.owners:
            i = team.last  # 'Vd Per Holmgren': a first name may be a known word
            if self._is_capital(i + 1) and self._tokens[i].kind == "word" and self._tokens[i].raw[0].isupper():
                found.append(self._match(i, i + 2))
            elif self._persons.is_post(self._tokens[i - 1].text) and not self._tokens[i - 1].text.endswith("."):
                found.append(self._name(i))  # 'CFO Bergmann'
        labelled = {i for i, m in self.inside_labels.items() if i > m.first}
        for mark in self._reading.marks:
            longer = self.inside_labels.get(mark.first)
            if longer is not None and longer is not mark and mark.last <= longer.last:
                continue  # 'on it' of 'who's on it'
            if mark.kind == "label" or (mark.kind == "title" and not self._is_housed(mark)):
                found += self._names(self._behind(mark.last), groups=mark.kind == "label")
                found.append(self._firm(mark.last))
            if mark.kind == "label":
                found += self._groups(mark.last)
            if mark.kind == "label" and mark.first not in labelled and not self._points_on(mark):
                found += [self._before_label(mark.first), self._opening_before(mark.first)]
        found += [self._name(self._behind(i)) for i in self._bracketed()]
        found += [self._name(i) for i in (*self._alone(), *self._held())]
        found += [name for w in self._reading.words if "together" in w for name in self._names(w.last, groups=True)]
        found += self._assigned()
        found += [name for i in self._capitals if self._is_titled(i) and (name := self._name(i))]
        return self._longest(found)

    def _is_housed(self, title: Match) -> bool:
        """'Lager Jönköping: …': whether an unknown name behind a department says where it is."""
        lexicon, behind = self._lexicon, title.last
        if lexicon.noun_adjuncts or lexicon.has_cases or title.end - title.start < _MOST_DIGITS + 2:
            return False
        text = self._tokens[behind - 1].text
        apart = not self._is_capital(behind) or behind in self._given
        return not (apart or self._persons.is_post(text) or text in self._persons.groups)

    def _points_on(self, label: Match) -> bool:
        """'Blanketten lämnas till HR': whether who answers stands right behind a label, so that nobody does before."""
        teams = (*self._reading.owners, *(m for m in self._reading.marks if m.kind in ("bare", "title")))
        behind = self._behind(label.last)
        behind += self._is_article(behind)
        return behind in self._given or any(m.first == behind for m in teams) or bool(self._names(behind, groups=True))

    def _ends_group(self, label: Match) -> bool:
        """'Ecom team: …': whether a label is the noun of a group's own name."""
        return label.first > 0 and self._tokens[label.first].text in self._persons.groups

    def _opening_before(self, i: int) -> Match | None:
        """'Procurement owns …': the capitalised unknown words that open the goal before a label."""
        named = all(self._is_capital(k) and "'" not in self._tokens[k].text for k in range(i))
        named = named and self._tokens[i].text not in self._persons.groups  # 'Ecom team: …'
        named = named and not self._reading.forms[0].filler  # sv 'Nytt mål för mars: …'
        return self._match(0, i) if named and 0 < i <= MOST_NAMES else None

    def _before_label(self, i: int) -> Match | None:
        """'…, with Zlatko at the helm', '– Jussi is in the lead': a capitalised unknown word right before a label."""
        linking = self._word_of.get(i - 1)
        if linking is not None and "auxiliary" in linking and linking.first > 0:
            i = linking.first
        first = i
        while first > 1 and i - first < MOST_NAMES and self._is_capital(first - 1):
            first -= 1
        word = self._word_of.get(first - 1)
        parted = word is not None and word.has(_PARTS) and ("in" not in word or "and" in word)
        stopped = word is not None and "stop" in word and self._tokens[first - 1].text != ";"
        if stopped and i - first == 1 and first not in self._given:
            return None  # 'Bollen ligger hos …': any word is capitalised there
        return self._match(first, i) if first < i and parted else None

    def _names(self, first: int, *, groups: bool) -> list[Match | None]:
        """The names that begin at a token, with those that 'and' or a comma adds: 'Responsible: Berg and Lind'.

        With `groups`, also words that end as a group's: 'run by the safety committee', 'Tanisha and the interns'.
        """
        found: list[Match | None] = []
        while (name := self._listed(first, groups=groups, listed=bool(found))) is not None:
            found.append(name)
            link = self._word_of.get(name.last)
            if link is None or not link.has(_LINKS) or link.first != name.last or self._is_rule(name.last):
                break
            first = link.last
        return found

    def _listed(self, i: int, *, groups: bool, listed: bool) -> Match | None:
        """The name or group at a token; in a list of owners also a channel that names its team: 'IT + E-handel'."""
        name = (self._group(i) if groups else None) or self._name(i)
        word, before = self._word_of.get(i), self._word_of.get(i - 1)
        if name is not None or not (groups and listed) or word is None or before is None or "comma" in before:
            return name
        ends = word.last == len(self._tokens) or self._tokens[word.last].text in _ENDS
        named = "channel" in word and word["channel"].kind == "channel" and word.first == i
        return self._match(i, word.last) if ends and named else None

    def _group(self, i: int) -> Match | None:
        """The unknown words at a token that name a group or a post and that something parts from what follows."""
        first = i + self._is_article(i)
        last = self._behind_plain(first)
        if not 0 < last - first <= MOST_NAMES + 1:
            return None
        if last < len(self._tokens) and self._tokens[last].text not in _ENDS:
            link = self._word_of.get(last)
            if link is None or not link.has(_PARTED):
                return None
        cases = self._lexicon.has_cases  # genitives may follow the head
        tokens = self._tokens[first:last] if cases else self._tokens[last - 1 : last]
        heads = [form for token in tokens for form in self._dictionary_forms(token.text)]
        return self._match(first, last) if any(self._persons.is_group(head) for head in heads) else None

    def _assigned(self) -> list[Match | None]:
        """'Goal for the maintenance crew: …': who stands behind a word for a goal and a preposition that open."""
        words = self._reading.words
        if len(words) <= _NUMBERED or "for_whom" not in words[1]:
            return []
        own = "goal_word" in words[0] or self._tokens[words[0].first].text in self._persons.own
        return self._names(words[1].last, groups=True) if own else []

    def _alone(self) -> list[int]:
        """The tokens of known surnames that stand alone between brackets: '… (Бондаренко)'."""
        tokens, lexicon = self._tokens, self._lexicon
        if not lexicon.has_cases:
            return []
        opened = [i + 1 for i, token in enumerate(tokens[:-2]) if token.text in "([" and tokens[i + 2].text in ")]"]
        return [i for i in opened if self._is_capital(i) and lexicon.may_be_name(tokens[i].text)]

    def _held(self) -> list[int]:
        """The tokens of capitalised unknown words alone between brackets behind a team: 'Marketing (Xiomara)'."""
        if "(" not in self._reading.text and "[" not in self._reading.text:
            return []
        tokens, teams = self._tokens, (*self._reading.owners, *self._reading.marks)
        held = {m.last + 1 for m in teams if m.kind in ("team", "bare", "title")}
        held = {i for i in held if i + 1 < len(tokens) and tokens[i - 1].text in "(["}
        return [i for i in held if tokens[i + 1].text in ")]" and not self._is_common(i) and self._is_capital(i)]

    def _is_titled(self, i: int) -> bool:
        """Whether a capitalised word stands behind a post that no vocabulary lists: 'senior buyer Vogel'."""
        if i == 0 or not self._is_plain(i - 1) or self._is_common(i) or i - 1 in self._titles:
            return False
        text = self._tokens[i - 1].text
        adjective = self._lexicon.is_adjective(text)
        return self._lexicon.persons.is_post(text) and not adjective

    def _groups(self, i: int) -> list[Match | None]:
        """'Owner: the parents' committee, treasurer': unknown words that end what stands behind a label's colon."""
        first = self._behind(i)
        if self._tokens[first - 1].text not in ":=":
            return []
        first += self._is_article(first)
        found: list[Match | None] = []
        while 0 < (last := self._behind_plain(first)) - first <= (1 if found else MOST_NAMES):
            if self._tokens[first].text in self._persons.everyone:
                return []  # 'Ansvarig: undertecknad'
            found.append(self._match(first, last))
            link = self._word_of.get(last)
            if link is None or not link.has(_LINKS) or self._is_rule(last):
                break
            first = link.last + self._is_article(link.last)
        ends = last == len(self._tokens) or self._tokens[last].text in _ENDS
        return found if ends else found[:-1]

    def _behind_plain(self, i: int) -> int:
        """The token behind unknown words, or behind a handle: 'k.nowak'."""
        tokens = self._tokens
        last = i
        while last + 2 < len(tokens) and tokens[last].kind == "word" and tokens[last + 1].text in "._":
            if not (tokens[last + 1].glued and tokens[last + 2].glued and tokens[last + 2].kind == "word"):
                break
            last += 3 if last == i else 2
        if last > i:
            return last
        while last < len(tokens) and (self._is_plain(last) or (last > i and tokens[last].text == "'")):
            last += 1
        return last

    def _firm(self, i: int) -> Match | None:
        """'Contractor: «Graphite»': the quoted name behind a label's or a title's sign."""
        first = self._behind(i)
        last = self.behind_name(first)
        if not i < first < last:
            return None
        return Match("person", None, first + 1, last, self._tokens[first].start, self._tokens[last - 1].end)

    def _initialled(self) -> list[Match | None]:
        """Surnames with their initials, wherever they stand: 'Гусаров А. П.', 'J. Berg'."""
        found: list[Match | None] = []
        for i in range(len(self._tokens) - 1) if "." in self._reading.text else ():
            if self._is_initial(i) and (i == 0 or not self._is_initial(i - 2)):
                surname = i > 0 and self._is_capital(i - 1) and not self._is_common(i - 1)
                name = self._name(i - 1 if surname else i)
                if name is not None and (surname or self._is_capital(name.last - 1)):
                    found.append(name)
        return found

    def _bracketed(self) -> list[int]:
        """The tokens behind '(coach:': whatever stands there, the name behind the colon answers for the goal."""
        tokens = self._tokens
        opened = [i for i, token in enumerate(tokens) if token.text in "(["]
        found = []
        for i in opened:
            colon = next((k for k in range(i + 1, min(i + 2 + MOST_NAMES, len(tokens))) if tokens[k].text == ":"), None)
            if colon is not None and colon > i + 1 and all(t.kind == "word" for t in tokens[i + 1 : colon]):
                found.append(colon + 1)
        return found

    def _first(self) -> Match | None:
        """'Ирина Соколова: снизить …': two or three capitalised unknown words open the goal."""
        words = self._reading.words
        i = 0
        while i < min(len(words), MOST_NAMES) and self._is_capital(words[i].first):
            i += 1
        if not 1 < i < len(words):
            return None
        if Openings(self._reading).pauses(i) and any(self._persons.is_institution(self._text(w)) for w in words[:i]):
            return None  # 'Hotel Vik: 250 guests' says where
        if self._is_thing(words[0].first) and not any(words[k].first in self._given for k in range(i)):
            return None  # 'Кросівки Nike: 200 продажів'
        return self._match(words[0].first, words[i - 1].last) if self._opens(words, i) else None

    def _text(self, word: Word) -> str:
        return self._tokens[word.last - 1].text

    def _asked(self) -> Match | None:
        """'Get Martina to close …', 'Have Sunita negotiate …': a capitalised unknown word that a verb asks to act."""
        words = self._reading.words
        if len(words) < 4:
            return None
        name = self._name(words[1].first)
        at = self._reading.word_at(name.last) if name is not None else None
        if not self._persons.causes.isdisjoint(self._reading.forms[0].keys):
            acts = at is not None and not words[at].has(_PARTED) and self._tokens[words[at].first].raw.islower()
            return name if acts else None
        if not words[0].has(VERB_CLASSES | {"auxiliary", "for_whom"}):
            return None
        to_do = at is not None and at + 1 < len(words) and "to" in words[at] and words[at + 1].has(VERB_CLASSES)
        return name if to_do else None

    def _opening_groups(self) -> list[Match | None]:
        """'The events committee will …', 'Lönekontoret ska …': unknown words that open as a group."""
        words = self._reading.words
        spans = Openings(self._reading).groups(self._persons) if words else ()
        found = [(words[first].first, words[last - 1].last) for first, last in spans]
        found = [(first, self._behind_quote(first, last)) for first, last in found]
        labels = [m.first for m in self._reading.marks if m.kind == "label" and not self._ends_group(m)]
        return [self._match(first, last) for first, last in found if not any(first <= i < last for i in labels)]

    def _behind_quote(self, first: int, last: int) -> int:
        """The token behind the mark that closes a quotation which a group's words leave open: 'Фонд «Крила»'."""
        tokens = self._tokens
        quoted = [i for i in range(first, min(last + 1, len(tokens))) if tokens[i].text in QUOTES]
        return last + 1 if len(quoted) > 1 and quoted[-1] == last else last

    def _named_groups(self) -> list[Match | None]:
        """'Team Norr', 'Squad B': a group's noun and its own name."""
        found = list[Match | None]()
        for i, token in enumerate(self._tokens):
            if token.text not in self._persons.groups:
                continue
            if (name := self._name(i + 1)) is None:
                continue
            person = i + 1 in self._given and not self._may_depend(i + 1)
            if not (self._tokens[i + 1].glued or person):
                found.append(self._match(i, name.last))
        return found

    def _numbered_group(self) -> Match | None:
        """'Squad 7 will …': a group's noun and its number open a goal."""
        words = self._reading.words
        if len(words) <= _NUMBERED or not words[1].has(_NUMBERS):
            return None
        group = self._tokens[words[0].first].text in self._persons.groups
        opens = self._opens(words, _NUMBERED) or Openings(self._reading).opens(_NUMBERED)
        return self._match(0, words[1].last) if group and opens else None

    def _classes(self) -> list[Match | None]:
        """'9-Б', '7 «Б»': the names of school classes."""
        tokens, found = self._tokens, list[Match | None]()
        for word in self._reading.words[:-1]:
            i = word.first
            if "number" not in word or i + 2 >= len(tokens) or len(tokens[i].text) > _MOST_DIGITS:
                continue
            beside = tokens[i + 1].text
            if beside != "-" and beside not in QUOTES:
                continue
            letter = len(tokens[i + 2].raw) == 1 and tokens[i + 2].raw.isupper()
            closes = beside == "-" or (i + 3 < len(tokens) and tokens[i + 3].text in QUOTES)
            if letter and closes:
                found.append(self._match(i, i + 3 + (beside != "-")))
        return found

    def _monograms(self) -> list[Match | None]:
        """'[AL] …', '… – О.П.': initials alone, in square brackets or as two with points at the end."""
        tokens, found = self._tokens, list[Match | None]()
        for i in range(1, len(tokens) - 1) if "[" in self._reading.text else ():
            initials = 1 < len(tokens[i].raw) <= MOST_NAMES and self._is_common(i) and self._is_capital(i)
            if initials and tokens[i - 1].text == "[" and tokens[i + 1].text == "]":
                found.append(self._match(i, i + 1))
        last = len(tokens)
        if last > 4 and self._is_initial(last - 4) and self._is_initial(last - 2):
            found.append(self._match(last - 4, last))
        return found
