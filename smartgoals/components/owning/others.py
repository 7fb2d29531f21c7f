"""Who has another part in a goal than to reach it: approvers, clients, readers, those who only set it."""

from __future__ import annotations

from smartgoals.components.owning.clauses import Clauses
from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.who import Who
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.reading import Reading

_MOST_APPROVING = 5  # words up to who a goal was agreed with
_MOST_ASKING = 4  # words up to whom a goal is set
_MOST_LABEL = 3  # words of a label before its colon
_SAID = frozenset(("number", "metric", "stop", "colon", "dash"))
_AGREED_WITH = frozenset(("agent", "company"))
_CLAUSES = frozenset(("comma", "stop", "open", "dash"))  # before a clause of its own
_TOLD = frozenset(("to", "goal_word", "the", "a"))
JOINS = frozenset(("and", "comma", "plus", "slash", "together"))


class Others(Clauses):
    """Tells of somebody in one reading whether another part is theirs."""

    def __init__(self, reading: Reading, *, noun_adjuncts: bool) -> None:
        super().__init__(reading, noun_adjuncts=noun_adjuncts)
        self._numbers = [i for i, word in enumerate(reading.words) if "number" in word]

    def has_other_part(self, who: Who) -> bool:
        """Whether somebody approves a goal, sets it for others, or stands behind a label that says so."""
        if self._approves(who) or self._opens_approved(who) or self._asks_us(who):
            return True
        return self._has_approved(who) or self._is_labelled_other(who)

    def _approves(self, who: Who) -> bool:
        """'…, план затверджує дирекція': who only has to agree to a goal, in a clause of its own behind it.

        Or who only measures it, '… (Lukas measures)', or was promised it, '…, as we promised the board'.
        """
        at, behind = self._before(who), who.group[1]
        if at < 0:
            return False
        paused = self._words[at].has(_CLAUSES)
        promised = at > 0 and self._has_key(at, self._persons.promises) and not self._words[at - 1].has(_CLAUSES)
        agreeing = self._has_key(at, self._persons.agrees)
        agreeing = agreeing or (paused and behind < len(self._words) and self._has_key(behind, self._persons.agrees))
        if not (promised or agreeing):
            named = who.is_person and not self._persons.is_group(self._text(self._words[who.at]))
            return not named and self._oversees(at, behind)
        comma = next((i for i in range(at, -1, -1) if self._words[i].has(_CLAUSES)), None)
        return comma is not None and any(i < comma for i in self._numbers)

    def _oversees(self, at: int, behind: int) -> bool:
        """'…; the board signs off', '…, вычитывает редактор': whether the verb beside a subject leaves others the work.

        The word before the subject, and the word behind it, are given.
        """
        opens = at - ("and" in self._words[at])
        if opens < 0:
            return False
        paused = self._words[opens].has(_CLAUSES)
        if paused and behind < len(self._words):
            verb = behind
        elif opens == at and self._has_key(at, self._persons.oversees):
            verb, opens = at, next((i for i in range(at, -1, -1) if self._words[i].has(_CLAUSES)), -1)
        else:
            return False
        return self._is_overseeing(verb) and any(i < opens for i in self._numbers)

    def _is_overseeing(self, at: int) -> bool:
        """Whether a word is such a verb, or one with its particle: 'signs off'."""
        first = self._words[at].first
        if self._has_key(at, self._persons.oversees):
            return True
        tokens = self._reading.tokens[first + 1 : first + 2]
        pairs = {f"{key} {token.text}" for key in self._reading.forms[first].keys for token in tokens}
        return not pairs.isdisjoint(self._persons.oversees)

    def _opens_approved(self, who: Who) -> bool:
        """'Approved by the board: 200 leads', 'По просьбе директора: …': a pause behind who a goal was agreed with."""
        words, behind = self._words, who.group[1]
        if who.at > _MOST_APPROVING or behind >= len(words) or not words[behind].has(PAUSES):
            return False
        return any(self._has_key(i, self._persons.approvals) for i in range(who.at))

    def _has_approved(self, who: Who) -> bool:
        """'… approved by the board', 'sign-off by IT', 'затверджений радою': whether the agent named only agrees."""
        at = self._before(who)
        at -= at > 0 and self._words[at].has(_AGREED_WITH)
        if at <= 0 or "achieve" in self._words[at]:
            return False
        word = self._words[at]
        whole = "=" + self._reading.text[word.start : word.end].lower()
        return whole in self._persons.approvals or self._has_key(at, self._persons.approvals)

    def _is_labelled_other(self, who: Who) -> bool:
        """'Approver: CFO', 'Prepared by: Jane Moss. …': whether the label before a colon names another part."""
        behind, at = who.group[1], self._before(who)
        if behind < len(self._words) and "colon" in self._words[behind] and self._has_key(who.at, self._persons.others):
            return True  # the label itself
        if at <= 0 or "colon" not in self._words[at]:
            return False
        label = range(max(at - _MOST_LABEL, 0), at)
        first = next((i + 1 for i in reversed(label) if self._words[i].has(PAUSES)), label.start)
        if any(m.kind == "label" and m.first == self._words[first].first for m in self._reading.marks):
            return False  # 'Owner and approver: …'
        return any(self._has_key(i, self._persons.others) for i in range(first, at))

    def _asks_us(self, who: Who) -> bool:
        """'The board wants us to reach …', 'Ledningen vill att vi når …': whether somebody only sets others a goal."""
        persons, tokens, forms, asks = self._persons, self._reading.tokens, self._reading.forms, False
        for at in range(who.group[1], min(who.group[1] + _MOST_ASKING, len(self._words))):
            word = self._words[at]
            if word.has(_SAID):
                return False
            for i in range(word.first, word.last):
                if asks and tokens[i].text in persons.us:
                    told = (w for w in self._words[at + 1 :] if w.has(VERB_CLASSES) or not w.has(_TOLD))
                    return next(told, word).has(VERB_CLASSES)
                asks = asks or not persons.asks.isdisjoint(forms[i].keys)
        return False

    def _before(self, who: Who) -> int:
        """The index of the word before somebody and its group, but for articles; -1 at the beginning."""
        at = who.group[0] - 1
        while at >= 0 and (self._is_light(at) or self._is_their_number(at)) and not self._words[at].has(JOINS):
            at -= 1
        return at

    def _is_their_number(self, at: int) -> bool:
        """'De tre säljarna ska …', 'our 14 reps must …': whether a number tells how many those that one knows are."""
        if at == 0 or "number" not in self._words[at]:
            return False
        lexicon = self._reading.lexicon
        opens = at == 1 or (at > 1 and (self._is_taken(at - 2) or "auxiliary" in self._words[at - 2]))
        opens = opens or (at > 2 and "comma" in self._words[at - 2] and self._is_taken(at - 3))
        whose = opens and self._reading.forms[self._words[at - 1].first].filler
        return "the" in self._words[at - 1] or (whose and not lexicon.has_cases)

    def _has_key(self, at: int, keys: frozenset[str]) -> bool:
        return not keys.isdisjoint(self._reading.forms[self._words[at].first].keys)
