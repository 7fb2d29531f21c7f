"""Noun phrases of a goal: what a preposition governs, and the things counted that the vocabulary does not know."""

from __future__ import annotations

from itertools import accumulate

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import BELOW_A_DAY, DAYS_OF, SIGNS
from smartgoals.grammar.things import changed, own_clause
from smartgoals.grammar.things.unknown_nouns import UnknownNouns
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_of
from smartgoals.grammar.word_sets import ARTICLES, CHANGES, COURSE, MORE_OR_LESS, PARTITIVE, WISHES
from smartgoals.reading import TAKEN, Quantity, Word

_TAKEN_ON = frozenset(("of", "aside"))
_LINKING = frozenset((
    "other", "the", "a", "number", "name_head", "rank_head", "channel", "capital", "cadence", "ordinal",
))  # fmt: skip
_SPANS = ("day", "week", "month", "year")  # behind 'to' a level of time, not until when
_PLAIN = frozenset(("other", "end_of"))
_PLACED = frozenset(("in", "aside", "other"))
_NO_WEIGHTS = ("percent", "percentage_point", "multiple", "money", "rating", "ratio")
_CHANGE_NOUNS = frozenset(("noun_increase", "noun_decrease", "noun_maintain"))
_BEHIND_LEVEL = frozenset(("aside", "in", "from", "maintain", "noun_maintain", "reason", "without"))
_BY_WORK = frozenset(("means", "agent", "aside"))
_TO_LEVEL = frozenset(("from", "number", "to", "auxiliary", "colon", "dash", "current"))  # from a metric to its level
_IS = frozenset(("auxiliary", "state"))  # both classes of 'is'
_AMOUNTS = frozenset(("amounts", "auxiliary"))
_PLACE = ARTICLES | {"other"}  # behind a preposition that says where something is
_OF_ITSELF = frozenset(("of", "each"))
_LABELLING = frozenset(("colon", "of", "dash", "up", "down"))  # behind the name of a number
_OF_CLAUSE = frozenset(("nomn", "accs"))  # cases of subject and object
_NO_SOURCES = frozenset(("by_amount", "for_whom"))
_MOVED: frozenset[str] = VERB_CLASSES | COURSE
_PAUSES = frozenset(("comma", "colon", "stop"))
_OPENS_CLAUSE = _PAUSES | {"purpose", "close", "reason"}
_BEFORE_SUBJECT: frozenset[str] = ARTICLES | {"auxiliary", "prevent"}  # sv 'till maj ska frånvaron …'
_TOLD: frozenset[str] = SIGNS | COURSE  # between a thing and what is said of it
_PREPOSITIONS = frozenset(("aside", "of", "in", "from", "by", "within", "compare", "by_amount"))


class Nouns(UnknownNouns):
    """Questions about the noun phrases of one reading; see `UnknownNouns`."""

    def counted(self, quantity: Quantity) -> bool:
        """Whether an unknown thing stands right behind a number: '12 school visits'."""
        i = quantity.last
        while i < len(self._words) and (
            self._reading.forms[self._words[i].first].filler or self.is_empty(i) or self._is_which(i)
        ):
            i += 1
        return i < len(self._words) and "other" in self._words[i] and self._chars[i] != TAKEN

    def thing(self, quantity: Quantity) -> int | None:
        """Where the unknown thing that a number counts or measures begins: '12 school visits', '£250k in donations'."""
        i = quantity.last
        if i >= len(self._words) or self._chars[i] == TAKEN:
            return None
        if quantity.unit is None and quantity.role == "target" and self.is_channel(i):
            return i
        if quantity.unit is None and self._words[i].has(PARTITIVE):
            i = self._whole(i)
        if quantity.unit is None and "cadence" in self._words[i] and self.ends_plural(i + 1):
            i += 1  # '1,000 monthly rides'
        # 'a third of our orders', '95 % вчасної доставки'
        share = quantity.unit == "percent" and quantity.role == "target"
        if quantity.unit in ("percent", "percentage_point", "multiple") and not (
            share or quantity.sign or self._is_compared(quantity) or self._is_cut(quantity)
        ):
            at = changed.thing(self._reading, quantity, self.is_empty)
            return at if at is not None and self.is_plain(at) else None
        word = self._words[i]
        if share and "of" in word and (last := self.object(quantity)[1]) and self._leads_to(quantity, last):
            return None  # 'raise composting to 12 % of the households'
        links = (
            "of" in word
            or (
                quantity.unit == "money" and "in" in word and word.keys().isdisjoint(_NO_SOURCES)
            )  # '£250k in donations'
            or (quantity.sign is not None and word.has(_PREPOSITIONS))
        )
        if (quantity.unit is not None or self._is_some_of(i)) and links:
            i += 1
        if (links and "of" in word) or (quantity.unit == "percent" and "of" in self._words[i - 1]):
            i += i < len(self._words) and self._words[i].has(ARTICLES)  # '90 % of the places'
        while i < len(self._words) and self.is_empty(i):
            i += 1  # '+12 % in the share of recycled material'
        if i >= len(self._words) or (i > quantity.last and "capital" in self._words[i]):
            return None
        if links and self._reading.lexicon.noun_adjuncts and i + 1 < len(self._words) and self.is_channel(i):
            i += 1  # '500 hours of television footage'
        return i if self.is_plain(i) or self._is_which(i) else None

    def _is_compared(self, quantity: Quantity) -> bool:
        """'30 % more tenants', 'вдвічі більше джмелів', 'twice as many frogs': whether of a thing there is to be more.

        Where no case shows what an adverb multiplies, its own words do: 'three times as much'.
        """
        if quantity.more or self._reading.lexicon.has_cases:
            return quantity.more
        word = self._words[quantity.last - 1]
        return "factor" in word or ("times" in word and word.last - word.first > 1)

    def _is_cut(self, quantity: Quantity) -> bool:
        """'Get rid of 30 % of the folders': whether a share of something stands right behind a verb of change."""
        at = quantity.first
        return at > 0 and "of" in self._words[quantity.last] and self._words[at - 1].has(CHANGES)

    def _leads_to(self, quantity: Quantity, last: int) -> bool:
        """Whether a number is the level of a thing before it: '… to 12 %', sv '… ska vara minst 12 %'."""
        at = quantity.first
        return quantity.lead == "to" or (last < at and "amounts" in self._words[at - 1])

    def _is_some_of(self, i: int) -> bool:
        """'30 of the saplings': whether 'of' and an article stand behind a count."""
        return "of" in self._words[i] and i + 1 < len(self._words) and self._words[i + 1].has(ARTICLES)

    def _whole(self, i: int) -> int:
        """The index behind '… of our 12' in '5 of our 12 flats', the index given where there is no such number."""
        at = i + 1
        while at < len(self._words) - 1 and self._reading.forms[self._words[at].first].filler:
            at += 1
        return at + 1 if at < len(self._words) - 1 and "number" in self._words[at] else i

    def says_nothing(self, i: int) -> bool:
        """Whether a word before a thing is a filler, or part of a quantifier or of vague wording: 'the number of'."""
        return self.are_fillers(i, i + 1) or self.is_empty(i) or self._words[i].first in self._vague

    def object(self, quantity: Quantity, floor: int = 0) -> tuple[int, int]:
        """The unknown words that a number with a preposition speaks of: 'my bench press from 80 kg to 100 kg'."""
        at = quantity.first
        runs: list[tuple[int, int]] = []
        i = floor
        while i < at:
            aimed = self.is_plain(i) and (self._is_aimed(i) or self._is_changed(i))
            free = aimed or not self.governed(i) or self._is_apart(i)
            if self.is_plain(i) and free and (aimed or self.has_verb_before(i)) and not self.is_given(i):
                last = i
                while last < at and self._goes_on(last):
                    last += 1
                plain = any(self.is_plain(k) for k in range(last + 1, at))
                end = next((k for k in range(last, at) if self._chars[k] != TAKEN), last)  # 'Results in 2030: …'
                heads = "colon" in self._words[end] and (plain or self.is_group(last))
                if "metric" not in self._words[last] and not (heads or self.are_fillers(i, last)):
                    runs.append((i, last))  # not 'Car repair: raise the share of …', nor who is given something
                i = last
            else:
                i += 1
        if not runs:
            return 0, 0
        run = self._of_clause(runs, quantity, floor)
        labelled = self._words[run[1]].has(_LABELLING) or (run[1] == at and quantity.unit is not None)
        starts = {q.first for q in self._reading.quantities if q.role == "baseline"}  # 'own brands 12 % → 18 %'
        labelled = labelled or run[1] in starts or self._amounts(run[1], quantity)
        placed = all(word.has(_PLACED) for word in self._words[run[1] : at])  # 'доля женщин в правлении 40 %'
        labelled = labelled or (placed and self.is_empty(max(run[0] - 1, 0)))  # 'кількість дерев 500'
        labelled = labelled or (run == (0, at) and self._is_counted_ahead()) or self._is_of_goal(*run, quantity)
        told = quantity.sign is not None or any(w.has(_TOLD) for w in self._words[at - 1 : at + 1])
        labelled = labelled or self._is_said_of(run[1], at) or (told and not self.has_verb(0, at))
        labelled = labelled or self._is_measured(run, quantity)
        if quantity.lead is None and quantity.comparator == "=" and not labelled:
            return 0, 0
        return run

    def _of_clause(self, runs: list[tuple[int, int]], quantity: Quantity, floor: int) -> tuple[int, int]:
        """The first of some runs of unknown words that stands in a number's own clause, or of all if none does."""
        if len(runs) == 1:
            return runs[0]
        begin = own_clause.start(self._reading, quantity, floor)
        if not own_clause.points_back(self._reading, begin, quantity.first):
            runs = [run for run in runs if run[0] >= begin] or runs
        return next((run for run in runs if self.is_empty(max(run[0] - 1, 0))), runs[0])

    def _is_apart(self, at: int) -> bool:
        """'Получить в спальнях температуру …': whether a noun can only be subject or object beside a governed one."""
        lexicon, words = self._reading.lexicon, self._words
        before, here = (lexicon.cases(self._reading.tokens[words[i].last - 1].text) for i in (at - 1, at))
        free = not here.isdisjoint(_OF_CLAUSE) and "gent" not in here
        return free and "other" in words[at - 1] and bool(before) and before.isdisjoint(here)

    def _is_said_of(self, last: int, at: int) -> bool:
        """Sv 'röken från spisen minus 25 %', 'mattor | 36', 'mattor (i fjol 20): 36'."""
        before = self._words[at - 1]
        if before.has(COURSE):
            return not self.has_verb(last, at - 1)
        if "close" in before and "colon" in self._words[at]:
            return "open" in self._words[last]
        return last == at - 1 and segments.is_bar(last, self._reading)

    def _is_measured(self, run: tuple[int, int], quantity: Quantity) -> bool:
        """'Adherence to hygiene rules 95 % (88 now)': whether a goal without a verb opens with a thing, and only what a
        preposition governs stands between it and its number."""
        (first, last), at = run, quantity.first
        if last == at or not self._words[last].has(_PREPOSITIONS) or self.counted(quantity):
            return False
        governed = all(self.is_plain(i) or self.says_nothing(i) for i in range(last + 1, at))
        return governed and not first and not self.has_verb(0, len(self._words))

    def _is_counted_ahead(self) -> bool:
        """'Пробных занятий 80 в месяц': whether a goal opens with a genitive that can only be what is counted."""
        cases = self._reading.lexicon.cases(self._reading.tokens[self._words[0].first].text)
        return "gent" in cases and "nomn" not in cases

    def _is_changed(self, at: int) -> bool:
        """'A reduction of overtime by 20 %', 'down with litter': whether a word is governed by what says its change."""
        i = at - 1
        while i > 0 and (self.is_empty(i) or self._words[i].has(ARTICLES) or "other" in self._words[i]):
            i -= 1
        if i < 1:
            return False
        turned = i == 1 and "company" in self._words[i] and self._words[0].has(COURSE)
        return turned or ("of" in self._words[i] and self._words[i - 1].has(_CHANGE_NOUNS))

    def _is_of_goal(self, first: int, last: int, quantity: Quantity) -> bool:
        """'May target: soil moisture 30': whether a thing right before its number stands behind a word for a goal."""
        led = first > 1 and "colon" in self._words[first - 1] and any(w.has(WISHES) for w in self._words[: first - 1])
        return led and last == quantity.first and not self.counted(quantity)

    def _is_aimed(self, at: int) -> bool:
        """'Our goal for lost books is 30': whether a preposition stands between a word for a goal and a word."""
        i = at - 1
        while i > 0 and (self.is_empty(i) or self._words[i].has(ARTICLES)):
            i -= 1
        return i > 0 and "for_whom" in self._words[i] and self._words[i - 1].has(WISHES)

    def _amounts(self, first: int, quantity: Quantity) -> bool:
        """Sv 'närvaron ska vara 90 %', 'skribenter på sajten ska vara 60': whether a number is what a verb says that
        the words before it, and what says where they are, amount to."""
        at = next((i for i in range(quantity.first, quantity.last) if "number" in self._words[i]), quantity.first)
        between = [self._words[i] for i in range(first, at) if self._chars[i] != TAKEN]
        told = [i for i, word in enumerate(between) if "amounts" in word or word.keys() >= _IS]
        if not told:
            return False
        where = between[: told[-1]]
        placed = len(where) > 1 and where[0].has(_PREPOSITIONS) and all(w.has(_PLACE) for w in where[1:])
        return all(word.has(_AMOUNTS) for word in (between[told[-1] :] if placed else between))

    def is_base(self, right: int, quantity: Quantity) -> bool:
        """'Cut waste to 4 % of output': whether a metric is only what the share of an unknown object is measured by."""
        if quantity.unit != "percent" or quantity.lead != "to" or self.object(quantity)[1] == 0:
            return False
        summed = self._words[right]["metric"].id in self._reading.ontology.money
        return "of" in self._words[quantity.last] or (right == quantity.last and summed)

    def weighs_another(self, left: int, quantity: Quantity) -> bool:
        """'Open a paper bank and collect 4 t of cardboard': whether a verb of its own gives a physical quantity another
        thing than the metric before it."""
        unit = quantity.unit
        if unit is None or unit in _NO_WEIGHTS or unit in DAYS_OF or unit in BELOW_A_DAY or quantity.lead is not None:
            return False
        return self.has_verb(left + 1, quantity.first) and self.thing(quantity) is not None

    def measures(self, at: int, quantity: Quantity) -> bool:
        """Whether a metric can have a quantity's unit: minutes are no number of leads, money none of campaigns."""
        metric = self._words[at]["metric"].id
        known = self._reading.ontology.metrics.get(metric or "")
        if quantity.unit == "money" and known is not None and known.kind == "activity" and at > quantity.first:
            return not self.governed(at)
        timed = quantity.unit in BELOW_A_DAY or (quantity.unit in _SPANS and quantity.lead == "to")
        world = self._reading.ontology
        may_last = metric in world.durable and quantity.unit not in BELOW_A_DAY
        return not timed or may_last or metric is None or metric in world.times or metric in world.shortened

    def lasts(self, at: int, quantity: Quantity) -> bool:
        """Whether a metric is no count of things where a time is measured: 'waiting time to first visit: 14 days'."""
        times, metric = self._reading.ontology.times, self._words[at]["metric"].id
        others = quantity.unit in DAYS_OF and any("metric" in w and w["metric"].id in times for w in self._words[:at])
        return not others or metric is None or metric in times

    def has_verb_before(self, i: int) -> bool:
        """Whether a word stands behind a verb, or begins a clause and so may be its subject."""
        if self.has_verb(0, i):
            return True
        at, second = i - 1, bool(self._reading.lexicon.persons.verb_endings)
        while at >= 0 and (self.are_fillers(at, at + 1) or self.is_empty(at) or self._words[at].has(_BEFORE_SUBJECT)):
            if second and "auxiliary" in self._words[at]:
                clause = self._words[i + 1 : segments.end(self._words, i)]
                if any(w.has(_MOVED) for w in clause):
                    return True  # sv 'enligt planen ska fukten ner till 9 %'
            at -= 1
        at -= at >= 0 and self._words[at].has(MORE_OR_LESS)  # 'Fewer cancelled runs: from 2 to 1 %'
        if at > 0 and self._words[at].first in self._reading.marked("relative") and self.governed(at):
            return True  # 'a cellar in which humidity stays above 85 %'
        if at > 0 and "dash" in self._words[at]:  # 'До травня — кількість дилерів …', 'Маркетинг — …'
            return self._chars[at - 1] == TAKEN or "owner" in self._words[at - 1]
        return at < 0 or self._chars[at] == TAKEN or self._words[at].has(_OPENS_CLAUSE)

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a verb or change noun stands among some words."""
        if not self._verbs_before:
            self._verbs_before = [0, *accumulate(verb_of(word) is not None for word in self._words)]
        return self._verbs_before[max(first, last)] > self._verbs_before[first]

    def tokens(self, first: int, last: int) -> tuple[int, int]:
        """The token range of some words, without the fillers at its beginning."""
        begin, end = self._words[first].first, self._words[last - 1].last
        while begin < end - 1 and (self._reading.forms[begin].filler or begin in self._empty):
            begin += 1
        return begin, end

    def governed(self, at: int) -> bool:
        """Whether a preposition stands before a metric: then it is no object of the verb."""
        i = at - 1
        while i >= 0 and (
            self.is_empty(i)
            or self.links(self._words[i])
            or self._is_hyphen(i)
            or ("current" in self._words[i] and not self._words[i].has(_PREPOSITIONS))
        ):
            i -= 1
        if i < 0 or "and" in self._words[i]:
            return False
        return self._words[i].has(_PREPOSITIONS) or self._leads_on(self._words[i])

    def _leads_on(self, word: Word) -> bool:
        """'Downloads of the guide', 'spending on taxis': whether a metric's term has taken its preposition."""
        several = "metric" in word and word.last - word.first > 1
        return several and not _TAKEN_ON.isdisjoint(self._reading.forms[word.last - 1].values)

    def is_place(self, at: int) -> bool:
        """'Занять второе место на олимпиаде': whether work is only where, or on what, something else is reached."""
        known = self._reading.ontology.metrics.get(self._words[at]["metric"].id or "")
        lexicon, i = self._reading.lexicon, at - 1
        held = lexicon.has_cases and "gent" in lexicon.cases(self._reading.tokens[self._words[at].last - 1].text)
        while (
            i > 0
            and lexicon.has_cases
            and (
                lexicon.is_adjective(self._reading.tokens[self._words[i].first].text) or (held and self._is_reached(i))
            )
        ):
            i -= 1  # 'на областной олимпиаде', 'в финал турнира'
        return known is not None and known.kind == "activity" and i >= 0 and self._words[i].has(_PREPOSITIONS)

    def _is_reached(self, at: int) -> bool:
        """Whether a word is a plain noun: the 'финал' of 'в финал турнира'."""
        plain = self._words[at].has(_PLAIN) and not self.is_empty(at)
        return plain and "noun" in self._reading.lexicon.verb_forms(self._reading.tokens[self._words[at].first].text)

    def yields(self, at: int, quantity: Quantity) -> bool:
        """Whether a metric before a number leaves it to one behind: governed, or work that a sum of money counts not.

        'Newsletters should earn £5k in sales.'
        """
        known = self._reading.ontology.metrics.get(self._words[at]["metric"].id or "")
        return self.governed(at) or (quantity.unit == "money" and known is not None and known.kind == "activity")

    @staticmethod
    def links(word: Word) -> bool:
        """Whether a word may stand between a preposition and its metric."""
        return word.has(_LINKING) and not word.has(_PREPOSITIONS)

    def people(self, quantity: Quantity) -> tuple[int, int] | None:
        """The tokens of a word that means nothing of its own behind a number with nothing else to count: '60 осіб'."""
        i = quantity.last
        if i >= len(self._words) or self._chars[i] == TAKEN or not self.is_empty(i):
            return None
        if self._words[i].has(_PREPOSITIONS):
            return None  # '90 % of chats', sv '4,5 i snitt'
        return self.tokens(i, i + 1)

    def is_given(self, at: int) -> bool:
        """'Разошлём дилерам 20 КП': whether a dative, first or behind a verb, or its genitive, says who gets it."""
        cases = self._reading.lexicon.cases(self._reading.tokens[self._words[at].first].text)
        if at == 0 or self._words[at - 1].has(VERB_CLASSES):
            return cases == {"datv"}
        return cases == {"gent"} and "other" in self._words[at - 1] and self.is_given(at - 1)  # 'отделу закупок'

    def is_receiver(self, at: int) -> bool:
        """'35 приглашений партнёрам': whether a noun right behind another stands in a dative of its own."""
        lexicon = self._reading.lexicon
        if not lexicon.has_cases or "other" not in self._words[at - 1]:
            return False
        return lexicon.cases(self._reading.tokens[self._words[at].first].text) == {"datv"}

    def has_object(self, at: int) -> bool:
        """Whether the verb has an unknown object before a metric: 'write a guide for new employees'."""
        worked = any("activity" in word or "improve" in word for word in self._words[:at])
        return worked and any(
            self.is_plain(i) and not self.governed(i) and self.has_verb_before(i) for i in range(1, at)
        )

    def states(self, left: int, quantity: Quantity) -> bool:
        """'An NPS of 52 among clients', '… from 31 to 40 among clients': a metric's level, and of whom it is."""
        between = self._words[left + 1 : quantity.first]
        after = self._words[quantity.last] if quantity.last < len(self._words) else None
        stated = len(between) == 1 and "of" in between[0]
        stated = stated or all(word.has(_TO_LEVEL) for word in between)
        behind = after is not None and (after.has(_BEHIND_LEVEL) or self._is_by_work(quantity.last))
        return stated and after is not None and behind and not after.has(_OF_ITSELF)

    def _is_by_work(self, at: int) -> bool:
        """'… to 40 by calling customers': whether a channel is what is done, with its preposition."""
        word = self._words[at]
        return "channel" in word and not _BY_WORK.isdisjoint(self._reading.forms[word.first].values)
