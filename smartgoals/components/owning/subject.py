"""Where somebody is the subject of what a goal says: before its verb, behind an auxiliary, at its head."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.components.owning.clauses import AFTER_SUBJECT, ENDS_SUBJECT, GOVERNS, MOST_BETWEEN, MOST_TITLE
from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.nobodies import Nobodies
from smartgoals.components.owning.who import Who
from smartgoals.grammar.verb_classes import NOUNS, PREDICATES, VERB_CLASSES
from smartgoals.reading import Word

_PREPOSITIONS = GOVERNS | {"range_from", "until", "toward", "within", "by"}
_CHARGES = frozenset(("by_amount", "within", "from"))
_CHARGED = frozenset(("dash", "colon", *NOUNS))
_BEGINS = PAUSES | {"and", "purpose", "auxiliary"}
_ASKS = PREDICATES | {"for_whom"}
_LIGHT = frozenset(("comma", "the", "a", "stop", "auxiliary"))
_ENDS_CAUSE = frozenset(("number", "metric", *PAUSES))
_NAMED = frozenset(("capital", "name", "name_head"))
_MOST_GOT = 4  # words behind a team's verb up to what it gets: 'turns them into 15 deals'


class Subjects(Nobodies):
    """Whether somebody is the subject of the words around."""

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
        worked = "activity" in words[0] and "achieve" not in words[0]
        noun = self._noun_adjuncts and worked and "to" not in after  # 'update the marketing plan'
        if at == 0 and words[0].has(PREDICATES if self._has_cases else _ASKS) and self._goes_on(behind) and not noun:
            return True  # 'get the support team to answer …', but 'для школи закупити …'
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
        if not (opens or self._openings.is_told(at + 1) or self._is_behind_place(who, at + 1)):
            return False
        if who.is_person and self._is_first(at) and self._comes_to_act(behind):
            return True  # 'Anna in sales will …'
        if after.has(AFTER_SUBJECT):
            return True
        if "to" in after and not self._is_taken(behind):  # not the deadline of 'отдел закупок к маю снизит …'
            unknown = at < 0 and "in" not in after
            verb = words[behind + 1] if behind + 1 < len(words) else after
            return verb is not after and (verb.has(VERB_CLASSES) or unknown or self._leads_on(verb))
        if "metric" in words[who.at] and self._gets_another(who, behind):
            return True
        if self._are_people(who):
            works = (after.has(VERB_CLASSES) or self._is_answering(after)) and not (
                behind + 1 < len(words) and "colon" in words[behind + 1]
            )
            return (at < 0 or self._is_taken(at)) and works  # 'recruiters fill 12 positions'
        # 'The membership desk keeps …'
        return (who.behind - who.at > 1 or "metric" not in words[who.at]) and self._governs_verb(behind)

    @staticmethod
    def _leads_on(word: Word) -> bool:
        """'To try to cut', not 'to be told': whether a term of several words leads to another verb."""
        return "auxiliary" in word and word.last - word.first > 1

    def _gets_another(self, who: Who, behind: int) -> bool:
        """'Sales closes 20 deals', sv 'Försäljning bokar 40 möten': whether a team word that is a metric too has a verb
        behind it, in the form of a subject's, and a number of another metric."""
        verb, own = self._words[behind], self._words[who.at]["metric"].id
        acts = verb.has(VERB_CLASSES) or "other" in verb
        if self._has_cases or not acts or not self._text(verb).endswith(self._persons.verb_endings or ("s",)):
            return False
        said = self._words[behind + 1 : behind + 1 + _MOST_GOT]
        return any("number" in n and "metric" in m and m["metric"].id not in (None, own) for n, m in pairwise(said))

    def _is_behind_place(self, who: Who, end: int) -> bool:
        """'Before the audit Kim must …', 'До аудита Ким должен …', but not 'За счёт SEO выйти …'."""
        led = not who.loose and self._openings.is_led(end)  # 'For the other two lines Kim must …'
        if not (led or self._openings.is_placed(end)) or (who.loose and end == 1 and "together" not in self._words[0]):
            return False  # 'På förskolan ska …' says where, 'På ekonomi ska …' who
        after = self._words[who.group[1]]
        acts = "auxiliary" in after or self._openings.is_finite(who.group[1])
        if led and not acts:
            return False
        return not self._has_cases or (acts and self._is_nominative(who))

    def _is_nominative(self, who: Who, *, alone: bool = False) -> bool:
        """Whether somebody stands in the case of a subject, where cases show; `alone`: not in an object's too."""
        text, lexicon = self._reading.tokens[who.match.first].text, self._reading.lexicon
        if not self._has_cases:
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
        if not self._noun_adjuncts:
            return False
        if at < 0:
            passive = words[behind + 1] if behind + 1 < len(words) else words[behind]
            return "to" in words[behind] and "auxiliary" in passive and not self._leads_on(passive)
        text = self._text(words[behind])
        done = words[behind].has(VERB_CLASSES) and lexicon.is_inflected(text)
        return done and not words[0].has(frozenset(("auxiliary",))) and words[0].has(_ASKS | {"other"})

    def _is_first(self, at: int) -> bool:
        """Whether nothing but others and a conjunction stands before somebody: 'Beth in sales and Omar in …'."""
        return at < 0 or (at <= MOST_TITLE and "and" in self._words[at] and not self._words[0].has(PREDICATES))

    def _is_everyone(self, at: int, behind: int) -> bool:
        """'Everyone in sales will …', 'Alla på sälj ska …', not 'Staff turnover on the wards should …'."""
        if at != 1 or not self._words[1].has(GOVERNS) or self._words[0].last > 1:
            return False
        if "auxiliary" not in self._words[behind] and not ("to" in self._words[behind] and self._goes_on(behind)):
            return False
        return self._reading.tokens[self._words[0].first].text in self._persons.everyone

    def _is_role(self, who: Who, at: int) -> bool:
        """'As Head of HR I will …', 'As the sales team, we …': the role in which somebody speaks of the goal."""
        if at != 0 or self._reading.tokens[0].text not in self._persons.roles:
            return False
        if who.sure and who.match.id is not None:
            return True
        tokens = self._reading.tokens[who.match.first : who.match.last]
        return any(self._persons.is_post(token.text) for token in tokens)

    def _is_named(self, who: Who, behind: int) -> bool:
        """Whether a name says which team is meant, 'i Malmö', or a genitive depends on its word."""
        if who.match.id is None and self._has_cases and not self._words[behind].has(GOVERNS):
            return True
        following = self._words[behind + 1 : behind + 1 + MOST_BETWEEN]
        group = bool(following) and self._persons.is_group(self._text(following[0]))  # 'Konsulterna på byrån ska …'
        return group or any(word.has(_NAMED) for word in following)

    def _are_people(self, who: Who) -> bool:
        """Whether a team word that is a metric too counts people, who may act: 'recruiters', 'store managers'."""
        metric = self._words[who.at].get("metric")
        named = self._persons.is_ending(self._text(self._words[who.at]))
        return metric is not None and (metric.id == "headcount" or (metric.id is None and named))
