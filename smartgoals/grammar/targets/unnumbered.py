"""Aims without a number of their own ('traffic and leads by 20 %', 'get more leads'); metrics that work is done on."""

from __future__ import annotations

from collections.abc import Sequence

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.roles import beside
from smartgoals.grammar.things import moved, sizes
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_before
from smartgoals.grammar.word_sets import BOUNDS_BEHIND, LINKS
from smartgoals.reading import TAKEN, Match, Quantity, Reading, Word

_COMPARED = frozenset(("more", "less", "noun_maintain"))
_MOVES = frozenset(("increase", "decrease", "improve", "maintain"))
_PAUSES = frozenset(("comma", "colon", "stop"))
_QUALIFIES = frozenset(("more", "less", "the", "a"))


class Unnumbered:
    """The metrics of one reading that no number is bound to."""

    def __init__(
        self, reading: Reading, metrics: Sequence[tuple[int, Match]], nouns: Nouns, *, noun_adjuncts: bool
    ) -> None:
        """`metrics` are those of the goal itself, each with the index of its word."""
        self.reading = reading
        self.words = reading.words
        self.quantities = reading.quantities
        self.metrics = metrics
        self.nouns = nouns
        self.ontology = reading.ontology
        self.noun_adjuncts = noun_adjuncts
        self.worked: list[Match] = []  # metrics that work is done on

    def add(self, aims: list[Aim], bound: dict[int, Aim]) -> None:
        """Add their aims to those that have numbers; `bound` holds aims by the word of their metric."""
        self._coordinate(aims, bound)
        self._without_number(aims, bound)

    def _coordinate(self, aims: list[Aim], bound: dict[int, Aim]) -> None:
        """'Traffic and leads by 20 %': the number holds for both."""
        for k in range(len(self.metrics) - 2, -1, -1):
            at, metric = self.metrics[k]
            following = self.metrics[k + 1][0]
            aim = bound.get(following)
            if at in bound or aim is None or aim.quantity is None or aim.quantity.first < following:
                continue
            between = self.words[at + 1 : following]
            if any("and" in w or "comma" in w for w in between) and all(
                any(n in w for n in ("and", "comma", "other", "the", "a")) for w in between
            ):
                own = self._second(aim.quantity)
                shared = Aim(at, at + 1, metric=metric, quantity=aim.quantity, shares=own is None)
                aim.quantity = own or aim.quantity
                bound[at] = shared
                aims.append(shared)

    def _second(self, quantity: Quantity) -> Quantity | None:
        """'Leads and deals by 20 % and 10 %': the number that only a conjunction parts from one, read as that one."""
        at = quantity.last
        second = next((q for q in self.quantities if q.first == at + 1 and q.unit == quantity.unit), None)
        if second is None or second.role != "other" or second.lead is not None or "and" not in self.words[at]:
            return None
        second.role, second.lead, second.per = quantity.role, quantity.lead, second.per or quantity.per
        return second

    def _without_number(self, aims: list[Aim], bound: dict[int, Aim]) -> None:
        for k, (at, metric) in enumerate(self.metrics):
            if at in bound or any(aim.metric is not None and aim.metric.id == metric.id for aim in aims):
                continue
            if aims and not (
                self._own_verb(at, aims) or self._follows(at, k, bound) or _stands_alone(self.reading, at)
            ):
                continue
            if not aims and not self.quantities and sizes.leads(self.reading, self.nouns, at):
                self.worked.append(metric)
                continue
            if self.nouns.governed(at) and (aims or k + 1 < len(self.metrics)):
                continue
            if not aims and moved.leads(self.reading, self.nouns, at):
                self.worked.append(metric)
                continue
            if self.nouns.is_place(at) or (self.nouns.governed(at) and self.nouns.has_object(at)):
                self.worked.append(metric)
                continue
            if any(a.quantity is not None and a.quantity.first == at + 1 and a.quantity.lead is None for a in aims):
                continue  # 'ge alla medarbetare 3 utbildningsdagar'
            if (
                sizes.is_of_object(self.reading, self.nouns, at)
                or self._work(at, metric, aims)
                or self.nouns.is_given(at)
                or self._is_neared(at)
            ):
                self.worked.append(metric)
                continue
            aim = Aim(at, at + 1, metric=metric)
            bound[at] = aim
            aims.append(aim)

    def _is_neared(self, at: int) -> bool:
        """'Быть ближе к клиенту': whether a metric is only what somebody comes nearer to."""
        return at > 0 and "toward" in self.words[at - 1] and "to" not in self.words[at - 1]

    def _work(self, at: int, metric: Match, aims: list[Aim]) -> bool:
        """Whether a metric without a number is what work is done on, no aim: 'migrate payroll'."""
        verb = verb_before(self.words, at)
        known = self.ontology.metrics.get(metric.id or "")
        if verb is None or "activity" not in verb or "achieve" in verb:
            return False  # 'build thought leadership' is to reach it
        named = self.noun_adjuncts and at + 1 < len(self.words) and self.nouns.is_plain(at + 1)  # 'the customer portal'
        if known is None:
            return named or bool(aims)
        return named or (known.kind == "outcome" and not self._is_built(at, metric))

    def _is_built(self, at: int, metric: Match) -> bool:
        """'Build stronger brand authority', 'create trust': whether a quality is right behind its verb."""
        if metric.id not in self.ontology.qualities:
            return False
        lexicon, vague = self.reading.lexicon, {m.first for m in self.reading.vague}
        i = at - 1
        while i > 0 and not self.words[i].has(VERB_CLASSES):
            word, token = self.words[i], self.reading.tokens[self.words[i].first]
            adjective = "other" in word and lexicon.is_adjective(token.text)
            if not (adjective or word.has(_QUALIFIES) or word.first in vague or self.reading.forms[word.first].filler):
                return False
            i -= 1
        if lexicon.has_cases:  # not 'провести опрос удовлетворённости'
            return i >= 0 and "noun" not in lexicon.verb_forms(self.reading.tokens[self.words[i].last - 1].text)
        return not (at + 1 < len(self.words) and self.words[at + 1].has(VERB_CLASSES))  # 'an engagement survey'

    def _own_verb(self, at: int, aims: list[Aim]) -> bool:
        """Whether a verb governs a metric alone: one before it that governs no number."""
        for i in range(at - 1, -1, -1):
            word = self.words[i]
            if any(aim.at <= i < aim.end for aim in aims) or "number" in word:
                return False
            if word.has(VERB_CLASSES):
                led = i - 2 if i > 1 and "auxiliary" in self.words[i - 1] else i - 1  # sv 'utan att sänka marginalen'
                return "without" not in self.words[led] and not any(aim.at > i and aim.at < at for aim in aims)
            if not any(n in word for n in ("other", "the", "a", "more", "less")):
                return False
        return beside.moves_alone(self.reading, at)

    def _follows(self, at: int, k: int, bound: dict[int, Aim]) -> bool:
        """Whether a metric is coordinated with one that has no number either: 'grow traffic and leads'."""
        if k == 0 or self.metrics[k - 1][0] not in bound or bound[self.metrics[k - 1][0]].quantity is not None:
            return False
        between = self.words[self.metrics[k - 1][0] + 1 : at]
        return any("and" in w or "comma" in w for w in between) and len(between) <= 3


def _stands_alone(reading: Reading, at: int) -> bool:
    """Whether a metric has a comparative of its own, or opens a clause that a verb and a conjunction end."""
    return _is_compared(reading.words, at) or _is_moved(reading.words, at) or _is_kept(reading, at)


def _is_kept(reading: Reading, at: int) -> bool:
    """'…, opex flat, FY26': whether all of a clause is a metric and a word that says that it stays as it is."""
    words = reading.words
    opens = at > 0 and words[at - 1].has(_PAUSES) and at + 1 < len(words)
    closes = at + 2 >= len(words) or words[at + 2].has(_PAUSES) or reading.chars[at + 2] == TAKEN
    return opens and closes and "noun_maintain" in words[at + 1]


def _is_moved(words: list[Word], at: int) -> bool:
    """'Відтік треба зменшити, а виторг …': whether all of a clause is a metric and the verb that moves it."""
    if at > 0 and not words[at - 1].has(_PAUSES):
        return False
    i = at + 1
    while i < len(words) and "auxiliary" in words[i]:
        i += 1
    return i + 1 < len(words) and words[i].has(_MOVES) and words[i + 1].has(LINKS)


def _is_compared(words: list[Word], at: int) -> bool:
    """'…, fewer no-shows', '…, oförändrad CPL': a metric behind a pause and a comparative."""
    while at > 0 and words[at - 1].end == words[at].start:
        at -= 1  # the first part of a compound
    if at < 2:
        return False
    if words[at - 1].has(BOUNDS_BEHIND) and words[at - 1].last - words[at - 1].first > 1:
        return True  # 'and better' is one expression behind a number
    return words[at - 1].has(_COMPARED) and words[at - 2].has(LINKS)
