"""Where an owner stands among the words of a goal."""

from __future__ import annotations

from itertools import dropwhile, pairwise

from smartgoals.components.owning import titles
from smartgoals.components.owning.clauses import (
    ENDS_SUBJECT,
    GOVERNS,
    MOST_BETWEEN,
    is_set_off,
    leaves_aim,
)
from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.others import JOINS
from smartgoals.components.owning.subject import Subjects
from smartgoals.components.owning.who import Who
from smartgoals.grammar.clauses import purposes
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import NOUNS, VERB_CLASSES
from smartgoals.grammar.word_sets import MORE_OR_LESS, MOVES, NOMINALS
from smartgoals.reading import AS_IN_DICTIONARY, Reading, Word

_SHARING = frozenset(("together", "company", "agent", "range_from"))
_MAKES_OWNER = frozenset(("together", "agent"))
_ON = frozenset(("by_amount",))  # uk, ru 'на'
_INSTRUMENTAL = {"ablt"}
_SHARES = frozenset(("fraction", "percent", "number"))
_AMOUNTS = frozenset(("number", "percent"))
_BEFORE_OWN = PAUSES | {"auxiliary", "state"}
_LEADING = frozenset(("by_amount", "to", "about", "at_least", "at_most"))
_THINGS = frozenset(("other", "noun_activity"))
_ENDS_CELL = frozenset(("close", "stop"))
_MOST_BESIDE = 4  # words of those who help
_LISTING = frozenset(("comma", "stop"))


class Standing(Subjects):
    """Where an owner stands in the words of one reading."""

    def __init__(self, reading: Reading, *, noun_adjuncts: bool) -> None:
        super().__init__(reading, noun_adjuncts=noun_adjuncts)
        self._possessed = {m.last for m in reading.marks if m.kind == "possessor"}
        # 'under Karim's leadership'
        self._leads = self._possessed & {m.first for m in reading.marks if m.id == "management"}
        self._labels = [m for m in reading.marks if m.kind == "label"]

    def grouped(self, candidates: list[Who]) -> list[list[Who]]:
        """The candidates in text order, those that only a conjunction parts together."""
        groups: list[list[Who]] = []
        for who in candidates:
            if groups and not titles.are_apart(groups[-1][-1], who, self._reading) and self._is_joined(groups[-1], who):
                groups[-1].append(who)
            else:
                groups.append([who])
        for group in groups:
            for who in group:
                who.group = group[0].opens, group[-1].behind
                self.groups[self._words[who.opens].first] = group[-1].behind
        return groups

    @staticmethod
    def _without_share(words: list[Word]) -> list[Word]:
        """The words between two people without a number in brackets: 'split between Olga (10) and Piotr (8)'."""
        shared = len(words) > 3 and "open" in words[0] and "number" in words[1] and "close" in words[2]
        return words[3:] if shared else words

    def _is_company(self, before: Who, who: Who) -> bool:
        """'Катя з Юрком', '…, RevOps with Sales': whether a preposition and a case make two people one subject; where
        no case shows it, two who stand alone at the end."""
        lexicon, between = self._reading.lexicon, self._words[before.behind : who.opens]
        if len(between) != 1 or "company" not in between[0]:
            return False
        if not self._has_cases:
            ends = who.behind == len(self._words) or self._words[who.behind].has(_ENDS_CELL)
            return ends and before.opens > 0 and self._words[before.opens - 1].has(PAUSES)
        cases = lexicon.cases(self._reading.tokens[who.match.first].text)
        return before.is_person and who.is_person and "ablt" in cases and "nomn" not in cases

    def _is_to_act(self, who: Who, at: int) -> bool:
        """'…, which Anna will handle': whether a clause about the goal says who is to do it."""
        behind = who.group[1]
        return behind < len(self._words) and "auxiliary" in self._words[behind] and "comma" in self._words[at - 1]

    def _is_joined(self, group: list[Who], who: Who) -> bool:
        """Whether nothing but a conjunction stands between somebody and those before."""
        between = range(group[-1].behind, who.opens)
        inside = [self._words[i] for i in between if not self._is_light(i) or self._words[i].has(JOINS)]
        joining = self._without_share(inside)
        if all(word.has(JOINS) for word in joining) and (joining or self._is_together(group[0])):
            alone = len(joining) == 1 and "comma" in joining[0]
            return not (alone and (self._is_fronted(group[0], who) or self._is_other_case(group[-1], who)))
        return self._is_company(group[-1], who)

    def _is_other_case(self, before: Who, who: Who) -> bool:
        """'Нанять 3 официантов, отдел кадров': whether only the first of two stands in a genitive."""
        lexicon, tokens = self._reading.lexicon, self._reading.tokens
        genitive, other = (lexicon.cases(tokens[one.match.first].text) for one in (before, who))
        return not before.is_person and "gent" in genitive and bool(other) and "gent" not in other

    def _is_fronted(self, before: Who, who: Who) -> bool:
        """'Reporting to the CTO, Wei keeps …': whether one is governed before a comma, the other acts."""
        at = before.opens - 1
        while at > 0 and self._is_light(at):
            at -= 1
        governed = at >= 0 and self._words[at].has(GOVERNS) and not self._words[at].has(_SHARING)
        return governed and self._openings.opens(who.behind) and not self._openings.pauses(who.behind)

    def _is_together(self, who: Who) -> bool:
        """'Разом із відділом продажів Дмитро': whether somebody is who another acts together with."""
        return who.opens > 0 and "together" in self._words[who.opens - 1]

    def is_owners(self, who: Who) -> bool:
        """Whether somebody against whom nothing speaks stands where an owner stands."""
        before = self._before(who)
        if (self._is_in_clause(before) and not self._is_to_act(who, before)) or self._is_helped(who, before):
            return False
        labelled = self._is_labelled(who)
        if self._is_stative(who):
            return False
        if not labelled and (self._is_dated(before) or (self._is_taken(before) and self._is_taken(who.at))):
            return False
        if not labelled and self._is_genitive(who):
            return False
        whole = who.behind - who.at == 1  # not 'The membership secretary will …'
        if whole and "metric" in self._words[who.at] and not (who.is_person or labelled or self._is_spare(who)):
            return False
        return labelled or self._is_cell(who) or self._is_subject(who) or self._acts(who)

    def _is_spare(self, who: Who) -> bool:
        """Whether a team word that is a metric too ('sales') leaves another metric or work to aim at."""
        if self._changes(who) or self._is_listed(who):
            return False
        if any("metric" in w for i, w in enumerate(self._words) if i != who.at) or self._heads_counted(who):
            return True
        if leaves_aim(self._reading, who.at):
            return True
        wording = {i for m in self._reading.vague if m.id == "wording" for i in range(m.first, m.last)}
        said = [word for word in self._words if word.first not in wording]  # not ru 'сделать всё, чтобы …'
        people = self._are_people(who)
        if people and self._counts_behind(who):
            return True
        return any("activity" in word or (people and word.has(VERB_CLASSES)) for word in said)

    def _counts_behind(self, who: Who) -> bool:
        """'Токарі посадять 40 дерев': whether people act, by a verb that no vocabulary knows, on a number of things."""
        behind = who.group[1]
        if not (behind < len(self._words) and self._has_cases and self._openings.is_finite(behind)):
            return False
        return any("number" in word and thing.has(_THINGS) for word, thing in pairwise(self._words[behind:]))

    def _changes(self, who: Who) -> bool:
        """'Sales must grow by 18 %': whether a verb of change stands between a team word and a number."""
        said = [*dropwhile(lambda word: "auxiliary" in word, self._words[who.group[1] :])]
        led = len(said) > 1 and said[1].has(_LEADING)
        if not led and self._are_people(who) and len(said) > 2 and said[2].has(_THINGS):
            return False  # 'Двірники приберуть 200 дворів'
        return bool(said) and said[0].has(MOVES) and any("number" in word for word in said[1 + led : 2 + led])

    def _is_listed(self, who: Who) -> bool:
        """'Заявки – 300, продажи – 60': whether a team word heads a bare number as a metric before it heads another."""
        words, behind = self._words, who.behind
        thing = words[behind + 2 : behind + 3]
        if not self._heads_number(behind - 1) or (thing and thing[0].has(_THINGS)):
            return False
        heads = (i for i in range(who.at - 2) if "metric" in words[i] and words[who.at - 1].has(_LISTING))
        return any(self._heads_number(i) for i in heads)

    def _heads_number(self, at: int) -> bool:
        """Whether a sign and a number stand right behind a word."""
        behind = self._words[at + 1 : at + 3]
        return len(behind) > 1 and behind[0].has(SIGNS) and "number" in behind[1]

    def _heads_counted(self, who: Who) -> bool:
        """'Мерчандайзери: 40 аудитів': whether people head a number of something else."""
        colon, number, thing = (self._words[who.behind + k : who.behind + k + 1] for k in range(3))
        if not thing or who.at > 0 or not self._are_people(who):
            return False
        marks, first = self._reading.marks, thing[0].first
        filler = self._reading.forms[first].filler or any(m.kind == "quantifier" and m.first == first for m in marks)
        return "colon" in colon[0] and "number" in number[0] and thing[0].has(_THINGS) and not filler

    def _is_labelled(self, who: Who) -> bool:
        """'Owner: Anna', 'led by Anna', 'signed by the sales team', 'Anna is responsible', 'Marketing (owner)'."""
        tokens, forms = self._reading.tokens, self._reading.forms
        first, last = self._words[who.group[0]].first, self._words[who.group[1] - 1].last
        counted = {first - 1} if who.group[0] and "number" in self._words[who.group[0] - 1] else ()  # 'led by two reps'
        for label in self._labels:
            between = range(label.last, first) if label.last <= first else range(last, label.first)
            if self._is_amount(label) or (last <= label.first and self._points_on(last, label)):
                continue
            if label.last <= first and self._is_promised(who, label.first):
                continue
            if label.first > 0 and not self._persons.statives.isdisjoint(forms[label.first - 1].keys):
                return False  # 'Mätningen görs av Kantar'
            apart = label.last <= first or last <= label.first  # not 'heads' of 'heads of HR'
            if (
                apart
                and len(between) <= MOST_BETWEEN
                and all(tokens[i].kind == "symbol" or forms[i].filler or i in counted for i in between)
            ):
                return True
        if who.match.last in self._leads and who.is_person:
            return True
        at = self._before(who)
        if who.match.last in self._possessed if who.is_person else self._openings.has_own(who.behind - 1):
            return at < 0 or self._is_taken(at) or self._words[at].has(_BEFORE_OWN)  # "Ann's task: …"
        if at < 0 or self._is_taken(at):
            return False
        if "between" in self._words[at] and any(self._has_key(i, self._persons.shares) for i in range(at)):
            return True  # 'split between Nadia and Piotr'
        ends = who.group[1] == len(self._words) or "stop" in self._words[who.group[1]]
        named = "auxiliary" in self._words[at] and any(label.first == 0 for label in self._labels)
        if self._is_agent(who, at) or self._bears(who, at) or (ends and named):
            return True  # 'In charge of 8 new contracts is HR'
        if not self._words[at].has(_MAKES_OWNER):
            return False
        if "agent" not in self._words[at]:
            return True
        if at > 0 and "of" in self._words[at] and (self._words[at - 1].has(_SHARES) or self._is_work(at - 1)):
            return False  # '30 % av säljkåren', 'planering av verkstaden'
        made = at > 1 and self._is_participle(at - 1)  # 'via wine pairings suggested by the waiters'
        governed = (who.is_person or made) and self._is_governed_noun(at - 1 - made)
        return not governed and at not in self._opening_purpose()

    def _is_participle(self, at: int) -> bool:
        """Whether a word that no vocabulary knows has the form of the past."""
        word = self._words[at]
        return "other" in word and self._text(word) in self._reading.lexicon.past

    def _is_work(self, at: int) -> bool:
        """Whether a noun of work stands there; what stands behind it is worked on."""
        return self._words[at].has(frozenset(NOUNS)) and not self._words[at].has(VERB_CLASSES)

    def _opening_purpose(self) -> range:
        """The words of a purpose that opens the goal: 'to depend less on the sales force we must …'."""
        lexicon = self._reading.lexicon
        found = purposes.clause(self._reading, infinitive=lexicon.infinitive_purpose)
        return found if found.start == 0 else range(0)

    def _is_agent(self, who: Who, at: int) -> bool:
        """'мають бути скорочені завгоспом': whether the instrumental says by whom something is to be done."""
        lexicon = self._reading.lexicon
        if not self._has_cases or self._words[at].has(GOVERNS):
            return False
        done = not self._has_key(at, self._persons.statives)
        to_be = any("auxiliary" in word for word in self._words[max(at - 2, 0) : at + 1])
        return done and to_be and lexicon.cases(self._reading.tokens[who.match.first].text) == _INSTRUMENTAL

    def _bears(self, who: Who, at: int) -> bool:
        """'…, контент на Дарині', '…, тексты на копирайтере': whether a locative says on whom a part of the goal is."""
        words, behind, lexicon = self._words, who.group[1], self._reading.lexicon
        if not self._has_cases or not words[at].has(_ON) or (behind < len(words) and not words[behind].has(PAUSES)):
            return False
        text = self._reading.tokens[who.match.first].text
        if not (who.is_person or self._persons.is_post(text)):
            return False
        cases = lexicon.cases(text)
        part = next((i + 1 for i in range(at - 1, -1, -1) if words[i].has(PAUSES)), 0)
        named = part < at and all(word.has(NOMINALS) for word in words[part:at])
        return named and "loct" in cases and "nomn" not in cases and "nomn" in lexicon.cases(self._text(words[part]))

    def _is_cell(self, who: Who) -> bool:
        """Whether somebody stands alone between pauses at an end: '… | Q1 | Marketing', '[Sales] …', '(Anna)'."""
        words, at, behind = self._words, self._before(who), who.group[1]
        if "metric" in words[who.at] and not (who.is_person or who.behind - who.at > 1 or self._are_people(who)):
            return at >= 0 and is_set_off(self._reading, at, behind)
        opens = at < 0 or words[at].has(PAUSES) or "arrow" in words[at]
        if at >= 0 and words[at].has(PAUSES) and behind + 1 < len(words) and "in" in words[behind]:
            ends = behind + 2 == len(words) or words[behind + 2].has(_ENDS_CELL)
            behind += 2 if ends and "capital" in words[behind + 1] else 0  # '(the office in Oslo)'
        if at >= 0 and behind + 1 < len(words) and "together" in words[behind]:
            tail = range(behind + 1, min(behind + 1 + _MOST_BESIDE, len(words)))  # '…, HR together with the unions'
            behind = next((i for i in tail if words[i].has(PAUSES) or words[i].has(VERB_CLASSES)), tail.stop)
        closes = behind == len(words) or words[behind].has(PAUSES) or self._is_taken(behind)
        if who.is_person and at >= 0 and opens and behind == len(words) - 1 and not words[behind].has(ENDS_SUBJECT):
            return True  # '…, Mei Ling ordnar'
        return opens and closes and (at >= 0 or behind < len(words))

    def _is_attribute(self, at: int) -> bool:
        """Whether the word behind one depends on it as on a noun, where case shows that: no dictionary form."""
        lexicon, before = self._reading.lexicon, self._words[at]
        if self._is_taken(at) or not before.has(NOMINALS):
            return False
        text = self._text(before)
        # where morphology knows nouns, or a name in another script: 'в Instagram Олени'
        noun = "noun" in lexicon.verb_forms(text) or (self._has_cases and text.isascii())
        return noun and len(self._reading.forms[self._words[at + 1].first].keys) > AS_IN_DICTIONARY

    def _may_depend(self, at: int) -> bool:
        """Whether the word behind a plain noun that stands alone in brackets may be in the genitive."""
        lexicon = self._reading.lexicon
        if not self._has_cases or "open" not in self._words[at - 1]:
            return False
        noun = lexicon.verb_forms(self._text(self._words[at])) == {"noun"}
        return noun and "gent" in lexicon.cases(self._text(self._words[at + 1]))

    def _is_source(self, at: int) -> bool:
        """'рекомендации от Игоря', 'an article by Laura': somebody that a noun's preposition governs."""
        word = self._words[at]
        return "range_from" in word or ("agent" in word and self._is_governed_noun(at - 1))

    def _is_object(self, who: Who) -> bool:
        """Whether the unknown word that opens the goal must be the verb of somebody behind it, who does not act."""
        lexicon = self._reading.lexicon
        if "other" not in self._words[0] or who.opens != who.at:
            return False
        if self._has_cases:
            return "infinitive" in lexicon.verb_forms(self._text(self._words[0]))
        return not (self._openings.is_finite(0) or self._openings.opens(who.group[1]))

    def _is_promised(self, who: Who, label: int) -> bool:
        """'Маркетологи обіцяють відділу продажів 25 лідів': whether a dative behind another's label says to whom."""
        return any(first < label for first in self.groups) and self._is_dative(who)

    def _is_dative(self, who: Who) -> bool:
        """Whether somebody stands in the dative, where cases show."""
        cases = self._reading.lexicon.cases(self._reading.tokens[who.match.first].text)
        return "datv" in cases and "nomn" not in cases

    def _is_given(self, who: Who, at: int) -> bool:
        """'Подавати керівництву звіт': whether a dative behind a verb says who gets what is done."""
        lexicon = self._reading.lexicon
        if self._is_promised(who, self._words[at].first):
            return True
        if not self._has_cases or "auxiliary" in self._words[at]:
            return False
        if not self._is_dative(who):
            return False
        topic = next((i for i in (at, at - 1) if i > 0 and "topic" in self._words[i]), at + 1)
        at = topic - 1  # 'доложить об этом правлению'
        word = self._words[at]
        verb = word.has(VERB_CLASSES) or "infinitive" in lexicon.verb_forms(self._text(word))
        return verb or self._openings.is_finite(at)

    def _is_governed(self, at: int) -> bool:
        """Whether a preposition stands before the adjectives that end at a word, where nouns have no cases."""
        first = at
        while first > 0 and "other" in self._words[first] and not self._openings.is_finite(first):
            first -= 1
        while first > 0 and self._is_light(first):
            first -= 1
        governs = first < at and self._words[first].has(GOVERNS) and not self._words[first].has(VERB_CLASSES)
        return governs and not self._has_cases and not self._is_taken(first)

    def _acts(self, who: Who) -> bool:
        """Whether somebody without a preposition comes behind the verb: '… signs Anna Berg', '… hires our HR team'."""
        at, behind = self._before(who), who.group[1]
        if at < 0 or self._words[at].has(GOVERNS) or "metric" in self._words[who.at] or self._is_source(at):
            return False
        if who.is_person:
            if self._is_dative(who):
                return False  # 'Вернуть 5000 руб. Олегу'
            if at == 0 and (self._is_asked(0) or self._is_object(who)):
                return False  # 'Meet John Smith', 'Thank John with a dinner'
            # 'on Ivan Franko street': a name that a noun behind a preposition governs is none
            before = self._words[at - 1] if at else None
            plain = "other" in self._words[at] and not (self._is_taken(at) or self._openings.is_finite(at))
            titled = who.opens < who.at  # '… приводит в канал таргетолог Лиза'
            if not self._has_cases and behind < len(self._words) and self._words[behind].has(VERB_CLASSES):
                return True  # 'Senast vecka 40 har Nadia hållit …'
            governed = self._is_attribute(at) or (plain and not titled)
            if not titled and self._is_attribute(at):
                return False  # 'сестра Лариси'
            if not governed or before is None or before.has(PAUSES) or self._is_taken(at - 1):
                return True
            return before.has(VERB_CLASSES) and not self._is_asked(at - 1)
        # a team is hardly named but as the owner: not '50 licences for HR departments'
        if who.sure and at > 0 and "metric" not in self._words[at]:
            if self._is_attribute(at) or self._may_depend(at):
                return False  # 'бюджет відділу реклами', '(рішення правління)'
            beside = (at, who.at - 1, at - self._words[at].has(MORE_OR_LESS))
            counted = any(self._words[i].has(_AMOUNTS) for i in beside)
            if self._is_first_object(at) or self._is_given(who, at) or self._is_governed(at):
                return False  # 'Put the whole support team through …', 'in the shared service centre'
            return not counted and not ("other" in self._words[at] and "number" in self._words[at - 1])
        alone = not who.loose or self._is_nominative(who, alone=True)
        governs = self._openings.is_finite(at) or (at > 0 and "auxiliary" in self._words[at - 1])
        acted = at > 0 and self._has_cases and governs and alone and not self._is_first_object(at)
        if acted and self._is_nominative(who):
            return True  # 'Комерційний бюджет погоджують фінанси …'
        ends = behind == len(self._words) or self._words[behind].has(PAUSES)
        ends = ends and (self._noun_adjuncts or self._has_cases or at + 1 == who.at)  # sv 'sälja vår nya produkt'
        return ends and self._words[at].has(VERB_CLASSES) and any(i < at for i in self._numbers)
