"""Who has another part in a goal than to reach it: approvers, clients, readers, those who only set it."""

from __future__ import annotations

from smartgoals.components.owning.clauses import Clauses
from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.who import Who
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.reading import Reading, Word

_MOST_APPROVING = 5  # words up to who a goal was agreed with
_MOST_ASKING = 4  # words up to whom a goal is set
_MOST_LABEL = 3  # words of a label before its colon
_SAID = frozenset(("number", "metric", "stop", "colon", "dash"))
_AGREED_WITH = frozenset(("agent", "company", "from"))
_CLAUSES = frozenset(("comma", "stop", "open", "dash"))  # before a clause of its own
_TOLD = frozenset(("to", "goal_word", "the", "a"))
_STOPS = ":,;.-"
_THE = frozenset(("the", "a"))
_MOST_DECIDING = 2  # words between a subject and its verb: 'has now decided'
BEFORE_VERB = frozenset(("auxiliary", "state"))  # 'will', 'has'
JOINS = frozenset(("and", "comma", "plus", "slash", "together"))


class Others(Clauses):
    """Tells of somebody in one reading whether another part is theirs."""

    def __init__(self, reading: Reading, *, noun_adjuncts: bool) -> None:
        super().__init__(reading, noun_adjuncts=noun_adjuncts)
        self._numbers = [i for i, word in enumerate(reading.words) if "number" in word]
        self.groups: dict[int, int] = {}  # of all who may be owners, the first tokens, and the words behind their group

    def has_other_part(self, who: Who) -> bool:
        """Whether somebody approves a goal, sets it for others, or stands behind a label that says so."""
        if self._approves(who) or self._opens_approved(who) or self._asks_us(who) or self._decides(who):
            return True
        return self._has_approved(who) or self._is_labelled_other(who)

    def _approves(self, who: Who) -> bool:
        """'…, план затверджує дирекція': who only has to agree to a goal, in a clause of its own behind it.

        Or who only measures it, '… (Lukas measures)', or was promised it, '…, as we promised the board'.
        """
        at, behind = self._before(who), who.group[1]
        if at < 0 or self._is_told_owner(behind):
            return False
        paused = self._words[at].has(_CLAUSES)
        promised = at > 0 and self._has_key(at, self._persons.promises) and not self._words[at - 1].has(_CLAUSES)
        agreeing = self._has_key(at, self._persons.agrees)
        agreeing = agreeing or (paused and behind < len(self._words) and self._has_key(behind, self._persons.agrees))
        if not (promised or agreeing):
            named = who.is_person and not self._persons.is_group(self._text(self._words[who.at]))
            return not named and self._oversees(at, behind)
        pause = next((i for i in range(at, -1, -1) if self._words[i].has(_CLAUSES)), 0)
        return any("number" in word or word.has(VERB_CLASSES) for word in self._words[:pause])

    def _is_told_owner(self, behind: int) -> bool:
        """'…, says Malin (responsible)': whether a label in brackets behind somebody says whose a goal is."""
        if behind + 1 >= len(self._words) or "open" not in self._words[behind]:
            return False
        return any(m.kind == "label" and m.first == self._words[behind + 1].first for m in self._reading.marks)

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
        return self._is_verb_of(self._words[verb], self._persons.oversees) > 0 and any(i < opens for i in self._numbers)

    def _is_verb_of(self, word: Word, verbs: frozenset[str]) -> int:
        """How many tokens one of some verbs takes at a word, with its particle or noun: 'signs off'; 0 if none."""
        keys, tokens = self._reading.forms[word.first].keys, self._reading.tokens[word.first + 1 : word.first + 2]
        paired = any(f"{key} {token.text}" in verbs for key in keys for token in tokens)
        return 2 if paired else int(not verbs.isdisjoint(keys))

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
        """'The board wants us to reach …', 'Ledningen vill att sälj når …': whether one only sets others a goal."""
        persons, tokens, forms, asks = self._persons, self._reading.tokens, self._reading.forms, False
        for at in range(who.group[1], min(who.group[1] + _MOST_ASKING, len(self._words))):
            word = self._words[at]
            if word.has(_SAID):
                return False
            for i in range(word.first, word.last):
                if asks and tokens[i].text in persons.us:
                    told = (w for w in self._words[at + 1 :] if w.has(VERB_CLASSES) or not w.has(_TOLD))
                    return next(told, word).has(VERB_CLASSES)
                if asks and 0 < self.groups.get(i, 0) < len(self._words):
                    behind = self.groups[i]
                    return self._goes_on(behind) and "goal_word" not in self._words[behind]
                asks = asks or not persons.asks.isdisjoint(forms[i].keys)
        return False

    def _decides(self, who: Who) -> bool:
        """'The council has resolved that the library …': whether somebody only decides what is to be done.

        Or agrees to a goal: 'Рада затвердила план: …'.  Who is to do it as well, without another subject, may own it:
        'Правління вирішило, що до травня збере …'.
        """
        verbs, at = self._persons.decides, self._before(who)
        if at >= 0 and self._has_key(at, verbs):
            return self._opens_decision(self._words[at].first, self._words[who.group[1] - 1].last)
        for word in self._words[who.group[1] : who.group[1] + _MOST_DECIDING + 1]:
            taken = self._is_verb_of(word, verbs)
            if taken > 0:
                return self._opens_decision(word.first, word.first + taken)
            if not (word.has(BEFORE_VERB) or self._is_filler(word)):
                return False
        return False

    def _opens_decision(self, verb: int, last: int) -> bool:
        """Whether a clause, a pause or a word for a goal stands behind a token, so that a verb's token only decides."""
        tokens, forms, lexicon = self._reading.tokens, self._reading.forms, self._reading.lexicon
        said = next(
            (i for i in range(last, len(tokens)) if tokens[i].text != "," and _THE.isdisjoint(forms[i].values)), -1
        )
        if said < 0:
            return False
        if tokens[said].text in self._persons.decided:
            return not self._decides_itself(said + 1)
        past = not lexicon.has_cases or "past" in lexicon.verb_forms(tokens[verb].text)
        return past and (tokens[last].text in _STOPS or "goal_word" in forms[said].values)

    def _decides_itself(self, i: int) -> bool:
        """'…, що до травня збере', '… that it will raise': whether a clause has no subject but who decided it."""
        at = self._reading.word_at(i)
        while at is not None and at < len(self._words) - 1 and self._is_taken(at):
            at += 1
        if at is None:
            return False
        word = self._words[at]
        return "pronoun" in word or (self._has_cases and "auxiliary" not in word and self._openings.is_finite(at))

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
