"""What comes of a channel: the result that a goal names behind it."""

from __future__ import annotations

from itertools import pairwise, takewhile

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import RESULTS, STATED
from smartgoals.reading import TAKEN, Match, Reading, Word

_PAUSES = frozenset(("comma", "colon", "dash", "stop"))
_TOWARDS = frozenset(("to", "until"))
_OPENS = frozenset(("stop", "comma", "colon", "and", "purpose", "close"))  # before the subject of a clause
_BEFORE_SUBJECT = frozenset(("other", "the", "a", "number", "capital", "each", "about", "channel", "metric", "more"))
_BEFORE_SUBJECT |= {"plus", "slash", "at_least", "apostrophe", "dash", "next", "this", "season", "cadence"}
_OF_SUBJECT = _BEFORE_SUBJECT | {"in", "aside", "of", "topic", "by", "to", "for_whom", "company"}
_OF_SUBJECT |= {"name", "season", "and", "together", "owner", "unit", "time_unit", "cadence"}
_FROM = frozenset(("from", "out_of", "of"))
_FINITE = frozenset(("third", "past"))
_AMOUNTS = frozenset(("number", "fraction"))
_MOST_OF_SUBJECT = 9  # words between a subject and its verb
_MOST_TO_VERB = 3  # words between an auxiliary and the verb of a result


class Results:
    """Questions about the words behind a channel word, or behind a metric that may be a channel."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = reading.words
        self._chars = reading.chars
        self._for_itself = reading.ontology.for_itself
        self._relative = reading.marked("relative")
        self._labels = {m.first for m in reading.marks if m.kind == "label"}
        self._thereby = reading.marked("thereby")

    def follow(self, at: int, *, sourced: bool = False) -> bool:
        """Whether the goal goes on to what comes of it: '… and win 20 customers', '… so that 200 households sign'.

        With `sourced`, a result in what such a channel has for itself is none: '… and reach 500 listeners'.
        """
        joined = paused = False
        for i, word in enumerate(self._words[at + 1 :], at + 1):
            if "purpose" in word:
                return not sourced
            if joined and sourced and "owner" in word:
                return False  # 'Marketing writes 6 case studies, sales books 30 meetings'
            if joined and self._is_result(word) and not (sourced and (self._has_own(i) or self._is_of_itself(i + 1))):
                return True
            counted = "number" in word and self._is_counted(i + 1, paused=paused)
            if joined and counted and not (sourced and self._has_own(i)):
                return True
            paused = paused or word.has(_PAUSES)
            joined = paused or joined or "and" in word or (word.has(_TOWARDS) and not sourced)
        return False

    def named(self, at: int) -> bool:
        """Whether words behind it point back to it: '… and get 40 leads from them', 'two webinars that bring 70'."""
        behind = self._words[at + 1 :]
        parts = {
            q.last for q in self._reading.quantities if q.role == "other"
        }  # 'two of them in Scotland', 'each of them'
        pairs = enumerate(pairwise(behind), at + 1)
        parts |= {i for i, word in enumerate(self._words) if "of" in word and i and "each" in self._words[i - 1]}
        back = any("pronoun" in after and w.has(_FROM) and i not in parts for i, (w, after) in pairs)
        return back or any(word.first in self._thereby for word in behind) or self._goes_on(at)

    def brings(self, at: int) -> bool:
        """Whether it is the subject of a result: 'four billboards along the A12 should bring 300 customers'."""
        if self.brought(at):
            return True
        i = at - 1
        while i >= 0 and (self._words[i].has(_BEFORE_SUBJECT) or self._is_taken(i)):
            if self._words[i].has(VERB_CLASSES) and "channel" not in self._words[i]:
                return False
            if self._is_apart(i):
                break  # 'Sales – the newsletter should bring 40 leads'
            i -= 1
        opens = i < 0 or self._words[i].has(_OPENS) or self._is_apart(i) or self._is_inverted(i) or self._is_causing(i)
        return opens and self._reaches_verb(at + 1)

    def _is_apart(self, i: int) -> bool:
        """Whether a dash by itself is at a word."""
        return "dash" in self._words[i] and i > 0 and self._words[i].start > self._words[i - 1].end

    def _is_inverted(self, i: int) -> bool:
        """Sv 'I Q3 ska nyhetsbrevet ge 40 leads': whether an auxiliary is there, where verbs stand second."""
        lexicon = self._reading.lexicon
        return "auxiliary" in self._words[i] and bool(lexicon.persons.verb_endings)

    def _is_causing(self, at: int) -> bool:
        """Whether a verb lets something do what the goal says: 'Have our ads bring 40 calls'."""
        lexicon, keys = self._reading.lexicon, self._reading.forms[self._words[at].first].keys
        return self._words[at].has(VERB_CLASSES) and not lexicon.persons.causes.isdisjoint(keys)

    def brought(self, at: int) -> bool:
        """Whether it is the subject behind its verb and what it brings: '60 лідів принесе виставка'."""
        lexicon, words, i = self._reading.lexicon, self._words, at - 1
        if not lexicon.has_cases:
            return False
        while i > 0 and "other" in words[i] and lexicon.is_adjective(self._text(i)):
            i -= 1
        if i < 1 or not ("achieve" in words[i] and self._is_result(words[i])):
            return False  # also '…, чтобы вырос органический трафик'
        if not any(word.has(_AMOUNTS) for word in words[:i]):
            return False
        finite = "auxiliary" in words[i - 1] or not lexicon.verb_forms(self._text(i)).isdisjoint(_FINITE)
        return finite and "nomn" in lexicon.cases(self._text(at))

    def _text(self, at: int) -> str:
        return self._reading.tokens[self._words[at].last - 1].text

    def _goes_on(self, at: int) -> bool:
        """Whether a relative clause says what it brings: 'resellers in Norway, who sell 500 licences'."""
        for i, word in enumerate(self._words[at + 1 : at + _MOST_OF_SUBJECT], at + 1):
            if word.first in self._relative:  # but '150 calls to customers who have bought nothing since May'
                clause = takewhile(lambda w: "and" not in w, self._words[i + 1 : segments.end(self._words, i + 1)])
                return any(w.has(STATED) for w in clause) and self._reaches_verb(i + 1)
            if not (word.has(_OF_SUBJECT) or "comma" in word or self._is_taken(i)):
                return False
        return False

    def _reaches_verb(self, at: int) -> bool:
        """Whether only what belongs to a subject stands before the verb of its result, a colon or a dash."""
        for i, word in enumerate(self._words[at : at + _MOST_OF_SUBJECT], at):
            if "colon" in word or self._is_apart(i):
                return any("number" in w for w in self._words[i + 1 :])
            if "auxiliary" in word:
                following = self._words[i + 1 : i + 2 + _MOST_TO_VERB]
                worked = any("activity" in w and "number" in n for w, n in pairwise(following))  # 'should produce 70 …'
                return worked or any(self._is_result(w) for w in following)
            if self._is_result(word):
                return True
            if not (word.has(_OF_SUBJECT) or self._is_taken(i)) or word.has(VERB_CLASSES):
                return False
        return False

    def _is_result(self, word: Word) -> bool:
        if word.first in self._labels:
            return False  # 'Anna takes it on'
        return word.has(RESULTS) and ("achieve" in word or "activity" not in word) and "metric" not in word

    def _is_counted(self, at: int, *, paused: bool) -> bool:
        """Whether what may be a result stands behind a number, with no verb: 'post a catalogue; 250 orders'."""
        if at >= len(self._words) or self._is_taken(at):
            return False
        metric = self._words[at].get("metric")
        return paused and "other" in self._words[at] if metric is None else metric.id not in self._for_itself

    def _has_own(self, at: int) -> bool:
        """Whether all metrics behind a verb are what a channel has for itself."""
        metrics: list[Match] = [word["metric"] for word in self._words[at:] if "metric" in word]
        return bool(metrics) and all(metric.id in self._for_itself for metric in metrics)

    def _is_of_itself(self, at: int) -> bool:
        """'Write 4 articles and place each of them in the trade press': whether a verb works on the thing itself."""
        behind = self._words[at : at + 3]
        each = len(behind) > 2 and "each" in behind[0] and "of" in behind[1] and "pronoun" in behind[2]
        return each or any("pronoun" in word for word in behind[:1])

    def _is_taken(self, i: int) -> bool:
        return self._chars[i] == TAKEN
