"""Who owns nothing, wherever they stand: the hired and helped, parts of names, who is one of many."""

from __future__ import annotations

from smartgoals.components.owning.clauses import GOVERNS, MOST_BETWEEN
from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.others import BEFORE_VERB, Others
from smartgoals.components.owning.who import Who
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import CHANGE_NOUNS, PREDICATES, VERB_CLASSES
from smartgoals.grammar.word_sets import NOMINALS, SOURCES, SUBJECT_ENDS
from smartgoals.reading import Match

_BEFORE_HIRED = frozenset(("number", "metric", "the", "a", "and", "more", "about", "at_least", "comma", "other"))
_COUNTED = frozenset(("cadence", "metric", "currency", "time_unit", "unit"))
_DATES = frozenset(("by", "before"))
_BEHIND_SOURCE: frozenset[str] = SUBJECT_ENDS | {"achieve"}
_BEHIND_TWO = 2  # words of what may bring results beside a channel: 'вебинары вместе с SEO'
_AIMED = VERB_CLASSES | {"metric", "number"}
_TODAY = frozenset(("state", "current"))
_THEM = frozenset(("other", "pronoun"))  # 'з них'
_MAY_GIVE = frozenset(("agent", "to", "for_whom"))
_DATIVE = {"datv"}
_DOES = VERB_CLASSES - {"achieve"}
_MOST_OF_PLACE = 4  # words up to the colon behind a place: 'Кофейня у метро: 300 чеков'
_MOST_QUOTED = 40  # characters of a name in quotation marks
_QUOTES = "«“„\"'‘"
_SAY_OF_WHAT = NOMINALS | {"percent", "currency", "money_scale", "physical", "time_unit", "multiplier"}
_PARTS = ".,;([—–-"  # between what is said and the label of its owner
_POINTS = ":=—–-.@"  # between a label and the owner


class Nobodies(Others):
    """Tells of somebody in one reading what speaks against them."""

    def _points_on(self, last: int, label: Match) -> bool:
        """'… in sales [Owner: Nadia]', '… by 8 March, owner Nadia': whether a label behind a pause is for others."""
        tokens = self._reading.tokens
        parts = {tokens[i].text for i in range(last, label.first)}.intersection(_PARTS)
        behind = next((i for i in range(label.last, len(tokens)) if tokens[i].text not in _POINTS), -1)
        return bool(parts) and (behind in self.groups or (behind > label.last and not parts.isdisjoint("([")))

    def is_no_owner(self, who: Who) -> bool:
        """Whether somebody is part of a name, hired, or a channel."""
        word = self._words[who.at]
        behind = word.last > who.match.last or (who.is_person and word.first < who.match.first)
        is_channel = "channel" in word and behind  # 'Marketing i TikTok', 'в Алисе'
        longer = "metric" in word and (
            word.last > who.match.last or (self._has_cases and word.first < who.match.first and not who.is_person)
        )
        if is_channel or longer or self._is_change(who) or self._is_any(who) or self._is_named_after(who):
            return True
        if self._is_source_heading(who) or self._is_topic(who) or self._hands_over(who) or self.has_other_part(who):
            return True
        if who.loose and who.opens > 0 and "pronoun" in self._words[who.opens - 1]:
            return True  # 'их комиссия остаётся 7 %'
        if (
            self._gives_reason(who)
            or (who.loose and self._is_in_phrase(who))
            or self._are_on_platform(who)
            or self._is_adjunct(who)
        ):
            return True
        if self._are_counted(who):
            return True
        return self._is_quoted(who) or self._is_product(who) or self._is_hired(who) or self._is_part(who)

    def _are_counted(self, who: Who) -> bool:
        """'Number of nurses: 40', 'Apprentices: 12 by June': whether they are what the number behind them counts."""
        words, colon = self._words, who.behind
        if who.is_person or len(words) < colon + 2 or not words[colon].has(SIGNS) or "number" not in words[colon + 1]:
            return False
        if any(mark.kind == "quantifier" and mark.last == who.match.first for mark in self._reading.marks):
            return True
        plural = self._noun_adjuncts and self._reading.lexicon.endings.is_plural(self._text(words[colon - 1]))
        if not plural or who.at > 0 or len(self._numbers) > 1:
            return False
        counted = colon + 2 < len(words) and words[colon + 2].has(_SAY_OF_WHAT)
        return not counted and not any("metric" in word for word in words)

    def _is_change(self, who: Who) -> bool:
        """'Growth: 20 % by June', 'Growth rate: 5 %': whether a team's word says only that a thing changes."""
        word = self._words[who.at]
        if not word.has(CHANGE_NOUNS) or who.behind - who.at > 1:
            return False
        counted = any("metric" in w or w.has(_DOES) for w in self._words)
        return word.last > who.match.last or (not counted and any("percent" in w for w in self._words))

    def _gives_reason(self, who: Who) -> bool:
        """'…, because the export team keeps asking', '…, as Anna is leaving': whether somebody is the subject of a
        clause that says why."""
        at, words, behind = self._before(who), self._words, who.group[1]
        if at < 2 or not any(word.has(_AIMED) for word in words[:at]):
            return False
        roles = self._reading.tokens[words[at].first].text in self._persons.roles and "comma" in words[at - 1]
        return "reason" in words[at] or (roles and behind < len(words) and words[behind].has(BEFORE_VERB))

    def _is_adjunct(self, who: Who) -> bool:
        """'By the product launch': whether a team's word behind an article only says what is done."""
        adjuncts = self._reading.lexicon.noun_adjuncts
        led = adjuncts and not who.is_person and who.at > 0 and "the" in self._words[who.at - 1]
        behind = self._words[who.behind] if who.behind < len(self._words) else {}
        return led and "noun_activity" in behind

    def _is_part(self, who: Who) -> bool:
        """'9 вакансій, з них 4 — розробники': whether a sign behind a part of what is counted says who those are."""
        at, words = who.opens - 1, self._words
        if who.is_person or at < 3 or "dash" not in words[at] or "number" not in words[at - 1]:
            return False
        return words[at - 2].has(_THEM) and words[at - 3].has(SOURCES) and any(i < at - 3 for i in self._numbers)

    def _are_on_platform(self, who: Who) -> bool:
        """'Members of our Facebook group: …': whether those that a platform has are counted."""
        match, tokens = who.match, self._reading.tokens
        head = tokens[match.first].text
        if self._persons.is_post(head) or not self._persons.is_ending(head):
            return False
        inside = (m for m in self._reading.channels if m.kind == "platform" and match.first < m.first < match.last)
        return any("of" in self._reading.forms[i].values for m in inside for i in range(match.first, m.first))

    def _is_in_phrase(self, who: Who) -> bool:
        """'виторг школи', '4 branches', 'used by the crew': whether a group is only part of what is spoken of."""
        at, words = self._before(who), self._words
        if at < 0:  # 'Museet: 2 500 besökare' says where
            behind = words[who.behind : who.behind + _MOST_OF_PLACE]
            colon = next((i for i, word in enumerate(behind) if "colon" in word), len(behind))
            heads = colon < len(behind) and not any(word.has(PREDICATES) for word in behind[:colon])
            counted = len(behind) > 1 and "dash" in behind[0] and "number" in behind[1]
            apart = heads or counted or self._openings.pauses(self._behind_name(who))
            return apart and self._is_institution(who) and not self._openings.is_charged(who.at, who.behind)
        if "goal_word" in words[at] and self._persons.is_institution(self._dictionary_form(who)):
            return True  # 'План музея: …' says where
        if self._is_taken(at):
            return False
        if "agent" in words[at]:
            paused = words[at - 1].has(PAUSES) if at else True
            return not (paused or any("auxiliary" in word or word.has(PAUSES) for word in words[: at - 1]))
        if "number" in words[at] or ("number" in words[who.at - 1] and not self._is_their_number(who.at - 1)):
            return True
        lexicon = self._reading.lexicon
        acts = bool(lexicon.verb_forms(self._text(words[at])) - {"noun"})
        acts = acts or self._openings.is_finite(at) or self._is_light(at)
        return words[at].has(NOMINALS) and not acts

    def _is_institution(self, who: Who) -> bool:
        """Whether the head of a phrase names an institution: its last word, or the first noun before genitives."""
        tokens, lexicon = self._reading.tokens[who.match.first : who.match.last], self._reading.lexicon
        if not self._has_cases:
            return self._persons.is_institution(tokens[-1].text)
        joined = any(token.is_hyphen for token in tokens[1:2])  # 'Івент-агенція: маржа …'
        head = next((t.text for t in tokens if not (joined or lexicon.is_adjective(t.text))), tokens[-1].text)
        return self._persons.is_institution(head)

    def _behind_name(self, who: Who) -> int:
        """The word behind a group and its own name or number: 'Готель «Смерека»: …', 'Школа № 5: …'."""
        tokens, words, at = self._reading.tokens, self._words, who.behind
        if who.match.last < len(tokens) and tokens[who.match.last].text in _QUOTES:
            return next((i for i in range(at, len(words)) if words[i].has(PAUSES)), len(words))
        if at < len(words) and "open" in words[at]:  # 'Готель (64 номери): …'
            return segments.past_bracket(words, at)
        at += at < len(words) and "name_head" in words[at]
        return at + (at > who.behind and at < len(words) and "number" in words[at])

    def _dictionary_form(self, who: Who) -> str:
        """The last dictionary form of a group's first word."""
        text, lexicon = self._reading.tokens[who.match.first].text, self._reading.lexicon
        return lexicon.lemmas(text)[-1] if lexicon.has_cases else text

    def _is_quoted(self, who: Who) -> bool:
        """Whether it is part of a name in quotation marks: a product."""
        text, start = self._reading.text, who.match.start
        opens = max(text.rfind(mark, max(start - _MOST_QUOTED, 0), start) for mark in "«“„")
        if who.is_person and opens < 0 and text.count('"', 0, start) % 2:  # 'for "wedding photographer Bath"'
            opens = text.rfind('"', max(start - _MOST_QUOTED, 0), start)
        if who.is_person and opens > 0 and not any(mark in text[opens + 1 : start] for mark in "»”"):
            return any(mark in text[who.match.end : opens + _MOST_QUOTED] for mark in '»”"')  # '«ветеринар Рівне»'
        return who.match.first > 0 and (text[start - 1] in _QUOTES or (text[start - 1] == ":" and start > 1))

    def _is_any(self, who: Who) -> bool:
        """'Каждый менеджер': a post that many hold is nobody in particular, unless it is a team's."""
        before = self._words[who.group[0] - 1] if who.group[0] else None
        each_of = self._words[who.group[0] - 2] if who.group[0] > 1 else None
        glued = before is not None and each_of is not None and "slash" in before and each_of.end == before.start
        if glued and each_of is not None and each_of.has(_COUNTED):
            return not who.is_person  # '60 calls/day/rep'
        each = before is not None and "each" in before and "slash" not in before
        return each and who.match.id is None and not who.is_person

    def _is_named_after(self, who: Who) -> bool:
        """'The John Doe podcast', 'школа ім. Лесі Українки': whether a name is part of another name."""
        if not who.is_person:
            return False
        tokens, first = self._reading.tokens, who.match.first
        honoured = first - 1 - (first > 1 and tokens[first - 1].text == ".")
        if first and tokens[honoured].text in self._persons.honours:
            return True
        articled = who.opens == who.at > 0 and "the" in self._words[who.at - 1] and self._has_noun(who)
        return articled and not self._persons.is_group(tokens[who.match.last - 1].text)  # 'The choir takes …'

    def _is_source_heading(self, who: Who) -> bool:
        """'SEO: 5,000 visits', 'SEO + SMM: …': a heading that may be a channel says where results come from.

        So does the subject in 'SEO должно дать 60 лидов', sv 'SEO ska ge 60 leads', and what works together with
        another channel.
        """
        if who.is_person or "channel" not in self._words[who.at]:
            return False
        first, behind = who.group
        opens = first == 0 or "stop" in self._words[first - 1]
        heads = opens and behind < len(self._words) and self._words[behind].has(_BEHIND_SOURCE)
        if first > 1 and "together" in self._words[first - 1]:
            heads = "channel" in self._words[first - 2] or (first == _BEHIND_TWO and "metric" in self._words[0])
        texts = [token.text for token in self._reading.tokens[who.match.first : self._words[who.behind - 1].last]]
        # 'Telefonsäljarna: …', 'Торгові агенти: …', 'PR-byrån: …'
        people = any(map(self._persons.is_post, texts)) or self._persons.is_ending(texts[-1])
        return heads and not people

    def _hands_over(self, who: Who) -> bool:
        """'Styrelsen ger kansliet till uppgift att …': whether somebody gives another the goal."""
        at = self._openings.behind_place(who.group[1])
        if self._noun_adjuncts or at >= len(self._words) or not self._has_key(at, self._persons.causes):
            return False
        given = range(self._words[at].last, self._words[at].last + MOST_BETWEEN)
        return any(m.kind == "label" and m.first in given for m in self._reading.marks)

    def _is_topic(self, who: Who) -> bool:
        """'Volunteers – recruit 30 by June': whether a group before a pause is what is counted behind it."""
        words, at = self._words, who.behind
        if who.at > 0 or who.match.id is not None or not self._persons.is_ending(self._text(words[at - 1])):
            return False
        if len(words) < at + 3 or not words[at].has(SIGNS) or "number" not in words[at + 2]:
            return False
        got = "achieve" in words[at + 1] or words[at + 1].get("implies") == "headcount"
        return got and not (at + 3 < len(words) and words[at + 3].has(_SAY_OF_WHAT))

    def _has_noun(self, who: Who) -> bool:
        """Whether an unknown or counted noun follows a name at once."""
        return who.behind < len(self._words) and self._words[who.behind].has(NOMINALS)

    def _is_genitive(self, who: Who) -> bool:
        """'Hedda Ströms patienter ska …': a possessive before a noun with its own auxiliary."""
        following = self._words[who.behind : who.behind + 2]
        if not who.is_person or len(following) < 2 or "auxiliary" not in following[1] or "other" not in following[0]:
            return False
        endings = self._persons.genitives
        return bool(endings) and self._reading.tokens[who.match.last - 1].text.endswith(endings)

    def _is_product(self, who: Who) -> bool:
        """'Users of Marketing Hub', 'BAS Бухгалтерія': a team word beside another capitalised one is part of a name.

        Not at the beginning of a goal.
        """
        at, words = who.behind, self._words
        if self._has_cases and who.at > 1 and not who.is_person and self._reading.text[who.match.start].isupper():
            before = words[who.at - 1]
            if "capital" in before and "other" in before and self._text(before).isascii():
                return True
        if who.is_person or who.sure or who.at == 0 or at >= len(words) or words[at].start - who.match.end != 1:
            return False
        text = self._reading.text
        return "capital" in words[at] and "other" in words[at] and text[who.match.start].isupper()

    def _is_hired(self, who: Who) -> bool:
        """'Hire 3 account executives': who is hired is no owner, but ru 'нанять 3 поваров, отдел кадров'."""
        lexicon, first = self._reading.lexicon, self._reading.tokens[who.match.first].text
        if lexicon.has_cases and "gent" not in lexicon.cases(first) and "comma" in self._words[who.at - 1]:
            return False
        for i in range(who.at - 1, -1, -1):
            if self._words[i].get("implies") == "headcount":
                inverted = any(n < i and not self._is_taken(n) for n in self._numbers)  # '6 продавців наймає HR'
                return not who.is_person and not inverted
            metric = self._words[i].get("metric")
            if metric is not None and metric.id == "headcount" and i < who.at - 1:  # 'вакансий поваров и официантов'
                return not who.is_person and "gent" in lexicon.cases(first)
            joined = "dash" in self._words[i] and self._words[i].end == self._words[i + 1].start  # 'лікарів-терапевтів'
            if (
                not (joined or self._words[i].has(_BEFORE_HIRED))
                and not self._is_light(i)
                and "owner" not in self._words[i]
            ):
                return False
        return False

    def _is_helped(self, who: Who, at: int) -> bool:
        """'Help HR managers save …', 'Emma to coach the sales team': who is helped or won over is no owner."""
        if at < 0 or self._has_key(at, self._persons.approvals) or self._is_kept(who, at):
            return at >= 0
        lexicon = self._reading.lexicon
        cases = lexicon.cases(self._reading.tokens[who.match.first].text)
        if "nomn" in cases and self._openings.is_finite(at):
            return False  # 'новых продавцов обучает Анна'
        if cases == _DATIVE and self._words[at].has(SIGNS):
            at -= 1  # 'отчёт — маркетологу', but not 'отчёт — маркетолог'
        return at >= 0 and self._has_key(at, self._persons.helps) and "owner" not in self._words[at]

    def _is_kept(self, who: Who, at: int) -> bool:
        """'Keep the board informed', 'håll ekonomichefen informerad': whether a goal is only told to somebody."""
        behind = who.group[1]
        told = not self._has_cases and behind < len(self._words) and self._has_key(behind, self._persons.others)
        return told and not self._words[at].has(PAUSES) and not self._is_taken(at)

    def _is_dated(self, at: int) -> bool:
        """'Senast Valborg …': what stands behind a deadline's preposition is a day."""
        return at >= 0 and self._words[at].has(_DATES) and not self._words[at].has(_MAY_GIVE) and not self._is_taken(at)

    def _is_stative(self, who: Who) -> bool:
        """'The office should cost …', 'Ledningen har beslutat att …': whether they only are or approve."""
        at = self._openings.behind_place(who.group[1])
        if self._is_told(who):
            return True
        if at < len(self._words) and self._words[at].has(GOVERNS):
            at += 2  # 'Fredrik hos kunden godkänner …'
        for word in self._words[at : at + 2]:
            tokens = self._reading.forms[word.first : word.last]
            if len(tokens) > 1 and word.has(VERB_CLASSES):
                return False  # 'decides on the budget', but 'has decided that sales …'
            if any(not self._persons.statives.isdisjoint(form.keys) for form in tokens):
                return True
            if not word.has(BEFORE_VERB):
                return False
        return False

    def _is_told(self, who: Who) -> bool:
        """'The clinic has a rating of 4.6, we want 4.8': whether what somebody has today only leads to the aim."""
        words, at = self._words, who.group[1]
        if at >= len(words) or not words[at].has(_TODAY) or not self._is_institution(who):
            return False
        pause = next((i for i in range(at, len(words)) if words[i].has(PAUSES)), len(words))
        if "current" not in words[at] and any(word.has(VERB_CLASSES) for word in words[at + 1 : pause]):
            return False  # 'має провести'
        return any("number" in w for w in words[at:pause]) and any(w.has(PREDICATES) for w in words[pause:])
