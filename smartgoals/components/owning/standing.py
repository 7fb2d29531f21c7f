"""Where an owner stands among the words of a goal."""

from __future__ import annotations

from smartgoals.components.owning.clauses import (
    AFTER_SUBJECT,
    ENDS_SUBJECT,
    GOVERNS,
    MOST_BETWEEN,
    MOST_TITLE,
    NOMINALS,
    is_set_off,
    leaves_aim,
    opens_bracket,
)
from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.nobodies import JOINS, Nobodies, Who
from smartgoals.grammar import purposes
from smartgoals.grammar.verb_classes import NOUNS, PREDICATES, VERB_CLASSES
from smartgoals.reading import Reading, Word

_PREPOSITIONS = GOVERNS | {"range_from", "until", "toward", "within", "by"}
_CHARGES = frozenset(("by_amount", "within", "from"))
_CHARGED = frozenset(("dash", "colon", *NOUNS))
_BEGINS = PAUSES | {"and", "purpose", "auxiliary"}
_ASKS = PREDICATES | {"for_whom"}
_MAKES_OWNER = frozenset(("together", "agent"))
_LIGHT = frozenset(("comma", "the", "a", "stop", "auxiliary"))
_INSTRUMENTAL = {"ablt"}
_SHARES = frozenset(("fraction", "percent", "number"))
_MORE = frozenset(("more", "less"))
_AMOUNTS = frozenset(("number", "percent"))
_ENDS_CAUSE = frozenset(("number", "metric", *PAUSES))
_BEFORE_OWN = PAUSES | {"auxiliary"}
_AS_IN_DICTIONARY = 2  # keys of a form that is its own dictionary form: itself, and itself alone
_THINGS = frozenset(("other", "noun_activity"))
_NAMED = frozenset(("capital", "name", "name_head"))


class Place(Nobodies):
    """Where an owner stands in the words of one reading."""

    def __init__(self, reading: Reading, *, noun_adjuncts: bool) -> None:
        super().__init__(reading, noun_adjuncts=noun_adjuncts)
        self._possessed = {m.last for m in reading.marks if m.kind == "possessor"}
        self._leads = self._possessed & {
            m.first for m in reading.marks if m.id == "management"
        }  # 'under Karim's leadership'
        self._labels = [m for m in reading.marks if m.kind == "label"]

    def grouped(self, candidates: list[Who]) -> list[list[Who]]:
        """The candidates in text order, those that only a conjunction parts together."""
        groups: list[list[Who]] = []
        for who in candidates:
            if groups and self._is_joined(groups[-1], who):
                groups[-1].append(who)
            else:
                groups.append([who])
        for group in groups:
            for who in group:
                who.group = group[0].opens, group[-1].behind
        return groups

    @staticmethod
    def _without_share(words: list[Word]) -> list[Word]:
        """The words between two people without a number in brackets: 'split between Olga (10) and Piotr (8)'."""
        shared = len(words) > 3 and "open" in words[0] and "number" in words[1] and "close" in words[2]
        return words[3:] if shared else words

    def _is_company(self, before: Who, who: Who) -> bool:
        """'Катя з Юрком': whether a preposition and a case make two people one subject."""
        lexicon, between = self._reading.lexicon, self._words[before.behind : who.opens]
        if lexicon is None or not self._has_cases or len(between) != 1 or "company" not in between[0]:
            return False
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
            return True
        return self._is_company(group[-1], who)

    def _is_together(self, who: Who) -> bool:
        """'Разом із відділом продажів Дмитро': whether somebody is who another acts together with."""
        return who.opens > 0 and "together" in self._words[who.opens - 1]

    def is_owners(self, who: Who) -> bool:
        """Whether somebody stands where an owner stands."""
        if self.is_no_owner(who):
            return False
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
        if "metric" in self._words[who.at] and not (who.is_person or labelled or self._is_spare(who)):
            return False
        return labelled or self._is_cell(who) or self._is_subject(who) or self._acts(who)

    def _is_spare(self, who: Who) -> bool:
        """Whether a team word that is a metric too ('sales') leaves another metric or work to aim at."""
        if any("metric" in w for i, w in enumerate(self._words) if i != who.at) or self._heads_counted(who):
            return True
        if leaves_aim(self._reading, who.at):
            return True
        return any("activity" in w or (self._are_people(who) and w.has(VERB_CLASSES)) for w in self._words)

    def _heads_counted(self, who: Who) -> bool:
        """'Мерчандайзери: 40 аудитів': whether people head a number of something else."""
        colon, number, thing = (self._words[who.behind + k : who.behind + k + 1] for k in range(3))
        if not thing or who.at > 0 or not self._are_people(who):
            return False
        marks, first = self._reading.marks, thing[0].first
        filler = self._reading.forms[first].filler or any(m.kind == "quantifier" and m.first == first for m in marks)
        return "colon" in colon[0] and "number" in number[0] and thing[0].has(_THINGS) and not filler

    def _are_people(self, who: Who) -> bool:
        """Whether a team word that is a metric too counts people, who may act: 'recruiters', 'store managers'."""
        metric = self._words[who.at].get("metric")
        named = self._persons.is_ending(self._text(self._words[who.at]))
        return metric is not None and (metric.id == "headcount" or (metric.id is None and named))

    def _is_labelled(self, who: Who) -> bool:
        """'Owner: Anna', 'led by Anna', 'signed by the sales team', 'Anna is responsible', 'Marketing (owner)'."""
        tokens, forms = self._reading.tokens, self._reading.forms
        first, last = self._words[who.group[0]].first, self._words[who.group[1] - 1].last
        counted = {first - 1} if who.group[0] and "number" in self._words[who.group[0] - 1] else ()  # 'led by two reps'
        for label in self._labels:
            between = range(label.last, first) if label.last <= first else range(last, label.first)
            if self._is_amount(label) or (last <= label.first and opens_bracket(self._reading, last, label)):
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
        if who.is_person and who.match.last in self._possessed:
            return at < 0 or self._is_taken(at) or self._words[at].has(_BEFORE_OWN)  # "Ann's task: …"
        if at < 0 or self._is_taken(at):
            return False
        if "between" in self._words[at] and any(self._has_key(i, self._persons.shares) for i in range(at)):
            return True  # 'split between Nadia and Piotr'
        ends = who.group[1] == len(self._words) or "stop" in self._words[who.group[1]]
        named = "auxiliary" in self._words[at] and any(label.first == 0 for label in self._labels)
        if self._is_agent(who, at) or (ends and named):
            return True  # 'In charge of 8 new contracts is HR'
        if not self._words[at].has(_MAKES_OWNER):
            return False
        if "agent" not in self._words[at]:
            return True
        if at > 0 and (self._words[at - 1].has(_SHARES) or self._is_object_of_work(at)):
            return False  # 'half of the board', '30 % av säljkåren', 'planering av verkstaden'
        return not (who.is_person and self._is_governed_noun(at - 1)) and at not in self._opening_purpose()

    def _is_object_of_work(self, at: int) -> bool:
        """Whether a noun of work stands before a preposition that says of what, not by whom, it is."""
        words = self._words
        return "of" in words[at] and words[at - 1].has(frozenset(NOUNS)) and not words[at - 1].has(VERB_CLASSES)

    def _opening_purpose(self) -> range:
        """The words of a purpose that opens the goal: 'to depend less on the sales force we must …'."""
        lexicon = self._reading.lexicon
        found = purposes.clause(self._reading, infinitive=lexicon is not None and lexicon.infinitive_purpose)
        return found if found.start == 0 else range(0)

    def _is_agent(self, who: Who, at: int) -> bool:
        """'мають бути скорочені завгоспом': whether the instrumental says by whom something is to be done."""
        lexicon = self._reading.lexicon
        if lexicon is None or not self._has_cases or self._words[at].has(GOVERNS):
            return False
        done = not self._has_key(at, self._persons.statives)
        to_be = any("auxiliary" in word for word in self._words[max(at - 2, 0) : at + 1])
        return done and to_be and lexicon.cases(self._reading.tokens[who.match.first].text) == _INSTRUMENTAL

    def _is_cell(self, who: Who) -> bool:
        """Whether somebody stands alone between pauses at an end: '… | Q1 | Marketing', '[Sales] …', '(Anna)'."""
        words, at, behind = self._words, self._before(who), who.group[1]
        if "metric" in words[who.at] and not (who.is_person or self._are_people(who)):
            return at >= 0 and is_set_off(self._reading, at, behind)
        opens = at < 0 or words[at].has(PAUSES) or "arrow" in words[at]
        if at >= 0 and "open" in words[at] and behind + 2 < len(words) and "in" in words[behind]:
            placed = "capital" in words[behind + 1] and "close" in words[behind + 2]
            behind += 2 if placed else 0  # '(the office in Oslo)'
        closes = behind == len(words) or words[behind].has(PAUSES) or self._is_taken(behind)
        if who.is_person and at >= 0 and opens and behind == len(words) - 1 and not words[behind].has(ENDS_SUBJECT):
            return True  # '…, Mei Ling ordnar'
        return opens and closes and (at >= 0 or behind < len(words))

    def _is_attribute(self, at: int) -> bool:
        """Whether the word behind one depends on it as on a noun, where case shows that: no dictionary form."""
        lexicon, before = self._reading.lexicon, self._words[at]
        if lexicon is None or self._is_taken(at) or not before.has(NOMINALS):
            return False
        text = self._text(before)
        # where morphology knows nouns, or a name in another script: 'в Instagram Олени'
        noun = "noun" in lexicon.verb_forms(text) or (self._has_cases and text.isascii())
        return noun and len(self._reading.forms[self._words[at + 1].first].keys) > _AS_IN_DICTIONARY

    def _may_depend(self, at: int) -> bool:
        """Whether the word behind a plain noun that stands alone in brackets may be in the genitive."""
        lexicon = self._reading.lexicon
        if lexicon is None or not self._has_cases or "open" not in self._words[at - 1]:
            return False
        noun = lexicon.verb_forms(self._text(self._words[at])) == {"noun"}
        return noun and "gent" in lexicon.cases(self._text(self._words[at + 1]))

    def _is_subject(self, who: Who) -> bool:
        words, at, behind = self._words, self._before(who), who.group[1]
        inverted = at >= 0 and "auxiliary" in words[at] and not any("each" in w for w in words[at : who.at])
        if inverted and all(self._is_taken(i) or words[i].has(_LIGHT) for i in range(at)):
            return True  # 'Senast 1 mars ska kundtjänst …'
        if at > 0 and "metric" not in words[who.at] and self._openings.is_fronted(at):
            return True  # 'I Q3 kapar logistiken …'
        if behind >= len(words):
            return at > 0 and not who.loose and "within" in words[at] and words[at - 1].has(PAUSES)  # '…, на поддержке'
        after = words[behind]
        if at <= 0 and self._is_undergone(at, behind):
            return False  # 'Have the sales team trained …', 'Parents to be informed …'
        said = at > 0 and "for_whom" in words[at] and "auxiliary" in words[at - 1]
        if said and "to" in after and self._goes_on(behind):
            return True  # 'Our goal is for the sales team to close …'
        if at == 0 and words[0].has(_ASKS) and self._goes_on(behind):
            return True  # 'get the support team to answer …'
        if at > 0 and self._noun_adjuncts and self._has_key(at, self._persons.causes) and self._is_tasked(behind):
            return True  # 'The owners have asked management to …'
        acts = who.is_person and not after.has(_ENDS_CAUSE)
        if at == 0 and self._has_key(0, self._persons.causes) and (acts or self._goes_on(behind)):
            return True  # 'Have Sunita negotiate …'
        if at == 0 and "for_whom" in words[0] and ("colon" in after or self._openings.opens_behind(behind)):
            return True  # 'För Customer success: …', 'Для відділу продажів — …'
        if at == 0 and "range_from" in words[0] and self._is_asking(behind):
            return True  # 'От саппорта ждём …'
        if at < 0 and who.is_person and self._openings.opens(behind):
            return True  # 'Elevhälsan träffar varje elev …'
        governed = at >= 0 and (words[at].has(_PREPOSITIONS) or "number" in words[at])
        if self._is_nominative(who, alone=who.loose and at >= 0) and self._openings.is_finite(behind) and not governed:
            return True  # 'Методички для пятых классов Вера Николаевна обновляет …'
        if self._is_everyone(at, behind) or self._is_role(who, at):
            return True
        if who.sure and 0 <= at < MOST_TITLE and "auxiliary" in after and all("other" in w for w in words[: at + 1]):
            return True  # 'Nordiska säljteamet ska …'
        if not (who.is_person or self._openings.opens(behind)) and (who.sure or self._is_named(who, behind)):
            behind = self._openings.behind_place(behind)  # 'Support i Malmö ska …'
            after = words[behind]
        if at == 0 and "range_from" in words[0] and not after.has(ENDS_SUBJECT - AFTER_SUBJECT):
            return True  # 'Від відділу продажів — 30 угод'
        if at == 0 and words[0].has(_CHARGES) and after.has(_CHARGED) and not who.loose:
            return True  # 'За маркетингом — 40 лідів', 'На бухгалтерии: закрытие месяца'
        opens = at < 0 or words[at].has(_BEGINS) or self._is_taken(at) or self._names_goal(at + 1)
        if not (opens or self._is_behind_place(who, at + 1)):
            return False
        if who.is_person and self._is_first(at) and self._comes_to_act(behind):
            return True  # 'Anna in sales will …'
        if after.has(AFTER_SUBJECT):
            return True
        if "to" in after:
            unknown = at < 0 and "in" not in after
            return behind + 1 < len(words) and (words[behind + 1].has(VERB_CLASSES) or unknown)
        if self._are_people(who):
            works = after.has(VERB_CLASSES) and not (behind + 1 < len(words) and "colon" in words[behind + 1])
            return (at < 0 or self._is_taken(at)) and works  # 'recruiters fill 12 positions'
        return "metric" not in words[who.at] and self._governs_verb(behind)

    def _is_behind_place(self, who: Who, end: int) -> bool:
        """'Before the audit Kim must …', 'До аудита Ким должен …', but not 'За счёт SEO выйти …'."""
        if not self._openings.is_placed(end) or (who.loose and end == 1 and "together" not in self._words[0]):
            return False  # 'På förskolan ska …' says where, 'På ekonomi ska …' who
        after = self._words[who.group[1]]
        acts = "auxiliary" in after or self._openings.is_finite(who.group[1])
        return not self._has_cases or (acts and self._is_nominative(who))

    def _is_nominative(self, who: Who, *, alone: bool = False) -> bool:
        """Whether somebody stands in the case of a subject, where cases show; `alone`: not in an object's too."""
        text, lexicon = self._reading.tokens[who.match.first].text, self._reading.lexicon
        if lexicon is None or not self._has_cases:
            return False
        cases = lexicon.cases(text)
        return text.isascii() or ("nomn" in cases and not (alone and "accs" in cases))

    def _is_tasked(self, behind: int) -> bool:
        """Whether what somebody is to do follows: 'to bring', 'with saving'."""
        if "company" in self._words[behind]:
            return behind + 1 < len(self._words) and self._words[behind + 1].has(VERB_CLASSES)
        return "to" in self._words[behind] and self._goes_on(behind)

    def _is_undergone(self, at: int, behind: int) -> bool:
        """'Have the sales team trained', 'Parents to be informed': whether it is done to somebody, in English."""
        lexicon, words = self._reading.lexicon, self._words
        if lexicon is None or not self._noun_adjuncts:
            return False
        if at < 0:
            return "to" in words[behind] and behind + 1 < len(words) and "auxiliary" in words[behind + 1]
        text = self._text(words[behind])
        done = words[behind].has(VERB_CLASSES) and lexicon.is_inflected(text)
        return done and not words[0].has(frozenset(("auxiliary",))) and words[0].has(_ASKS | {"other"})

    def _is_first(self, at: int) -> bool:
        """Whether nothing but others and a conjunction stands before somebody: 'Beth in sales and Omar in …'."""
        return at < 0 or (at <= MOST_TITLE and "and" in self._words[at] and not self._words[0].has(PREDICATES))

    def _is_everyone(self, at: int, behind: int) -> bool:
        """'Everyone in sales will …', 'Alla på sälj ska …'."""
        if at != 1 or not self._words[1].has(GOVERNS):
            return False
        if "auxiliary" not in self._words[behind] and not ("to" in self._words[behind] and self._goes_on(behind)):
            return False
        return self._reading.tokens[self._words[0].first].text in self._persons.everyone

    def _is_role(self, who: Who, at: int) -> bool:
        """'As Head of HR I will …': the role in which somebody speaks of the goal."""
        if at != 0 or self._reading.tokens[0].text not in self._persons.roles:
            return False
        tokens = self._reading.tokens[who.match.first : who.match.last]
        return any(self._persons.is_post(token.text) for token in tokens)

    def _is_named(self, who: Who, behind: int) -> bool:
        """Whether a name says which team is meant, 'i Malmö', or a genitive depends on its word."""
        if who.match.id is None and self._has_cases and not self._words[behind].has(GOVERNS):
            return True
        following = self._words[behind + 1 : behind + 1 + MOST_BETWEEN]
        group = bool(following) and self._persons.is_group(self._text(following[0]))  # 'Konsulterna på byrån ska …'
        return group or any(word.has(_NAMED) for word in following)

    def _is_source(self, at: int) -> bool:
        """'рекомендации от Игоря', 'an article by Laura': somebody that a noun's preposition governs."""
        word = self._words[at]
        return "range_from" in word or ("agent" in word and self._is_governed_noun(at - 1))

    def _is_object(self, who: Who) -> bool:
        """Whether the unknown word that opens the goal must be the verb of somebody behind it, who does not act."""
        lexicon = self._reading.lexicon
        if "other" not in self._words[0] or who.opens != who.at or lexicon is None:
            return False
        if self._has_cases:
            return "infinitive" in lexicon.verb_forms(self._text(self._words[0]))
        return not (self._openings.is_finite(0) or self._openings.opens(who.group[1]))

    def _is_given(self, who: Who, at: int) -> bool:
        """'Подавати керівництву звіт': whether a dative behind a verb says who gets what is done."""
        lexicon = self._reading.lexicon
        if lexicon is None or not self._has_cases or "auxiliary" in self._words[at]:
            return False
        cases = lexicon.cases(self._reading.tokens[who.match.first].text)
        if "datv" not in cases or "nomn" in cases:
            return False
        word = self._words[at]
        verb = word.has(VERB_CLASSES) or "infinitive" in lexicon.verb_forms(self._text(word))
        return verb or self._openings.is_finite(at)

    def _acts(self, who: Who) -> bool:
        """Whether somebody without a preposition comes behind the verb: '… signs Anna Berg', '… hires our HR team'."""
        at, behind = self._before(who), who.group[1]
        if at < 0 or self._words[at].has(GOVERNS) or "metric" in self._words[who.at] or self._is_source(at):
            return False
        if who.is_person:
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
        if (
            who.sure and at > 0 and "metric" not in self._words[at]
        ):  # a team is hardly named but as the owner: not '50 licences for HR departments'
            if self._is_attribute(at) or self._may_depend(at):
                return False  # 'бюджет відділу реклами', '(рішення правління)'
            counted = any(self._words[i].has(_AMOUNTS) for i in (at, who.at - 1, at - self._words[at].has(_MORE)))
            if self._is_first_object(at) or self._is_given(who, at):
                return False  # 'Put the whole support team through …'
            return not counted and not ("other" in self._words[at] and "number" in self._words[at - 1])
        alone = not who.loose or self._is_nominative(who, alone=True)
        governs = self._openings.is_finite(at) or (at > 0 and "auxiliary" in self._words[at - 1])
        acted = at > 0 and self._has_cases and governs and alone and not self._is_first_object(at)
        if acted and self._is_nominative(who):
            return True  # 'Комерційний бюджет погоджують фінанси …'
        ends = behind == len(self._words) or self._words[behind].has(PAUSES)
        ends = ends and (self._noun_adjuncts or self._has_cases or at + 1 == who.at)  # sv 'sälja vår nya produkt'
        return ends and self._words[at].has(VERB_CLASSES) and any(i < at for i in self._numbers)
