"""Which channel words of a goal are channels: where results come from, not what is worked on, owned or spoken of."""

from __future__ import annotations

import re
from itertools import pairwise

from smartgoals.grammar.direction import VERB_CLASSES
from smartgoals.reading import Match, Reading, Word

OWN_PLACES = frozenset(("website", "mobile_app", "in_store"))  # their names qualify what is theirs
_OBJECTS = OWN_PLACES | {"tv"}  # what one may improve or mend
_BESIDE_NOUN = frozenset(("other", "the", "a", "number", "capital"))
_LISTED = _BESIDE_NOUN | {"channel", "and", "comma", "slash"}
_RESULTS = frozenset(("achieve", "increase", "decrease", "improve", "multiply"))
_CONNECTIVES = frozenset(("and", "comma", "to", "until"))
_PREPOSITIONS = frozenset(("in", "from", "aside", "agent", "range_from", "by", "until", "within", "to"))
_PLACE = frozenset(("in", "aside"))
_PLAIN = frozenset(("other", "time_unit"))
_COMMANDS = frozenset(("infinitive", "imperative"))
_NAME = re.compile(r'[«“„"][^«»“”„"]{1,40}[»”"]')


class Channels:
    """Questions about the channel words of one reading."""

    def __init__(self, reading: Reading) -> None:
        assert reading.lexicon is not None, "the reader of terms comes first"
        self._reading = reading
        self._words = reading.words
        self._lexicon = reading.lexicon
        self._world = reading.ontology

    def are(self, match: Match) -> bool:
        """Whether a channel word is a channel; a platform or what is paid for always is."""
        if match.kind != "channel":
            return True
        at = self._reading.word_at(match.first) or 0
        if self.is_object(match, at):
            return self.is_spread(match, at)
        return not (
            self._is_of_metric(match, at)
            or self._is_of_other(at)
            or self._is_party(match, at)
            or self._is_visited(match, at)
            or self._is_attribute(match, at)
            or self._is_adjunct(match, at)
            or self._is_in_name(match)
        )

    def is_object(self, match: Match, at: int) -> bool:
        """Whether a channel word is what work is done on: 'launch the new website'."""
        words, i = self._words, at - 1
        if i >= 0 and "noun_activity" in words[i] and not words[i].has(VERB_CLASSES):
            return True  # 'дизайн лендинга', 'відкриття ТРЦ'
        i = self._before(at, _BESIDE_NOUN)
        if i < 0:
            return at > 0 and self._is_command(words[0]) and not self._reading.is_instrumental(match)
        if i > 0 and "in" in words[i]:
            if match.id in OWN_PLACES and "noun_activity" in words[i - 1]:
                return True  # 'зробити ремонт у магазині'
            if self._is_towards(match):
                i -= 1  # 'отвечать на все письма'
        bettered = "improve" in words[i] and match.id in _OBJECTS
        if not ("activity" in words[i] or bettered) or "achieve" in words[i]:
            return False
        if at + 1 < len(words) and "metric" in words[at + 1]:
            return False  # 'запустити дві таргетовані кампанії'
        if not self._reading.is_instrumental(match):
            return True
        # 'займатися рекламою', but 'розіслати поштою 800 каталогів'
        return i == at - 1 and (at + 1 == len(words) or not words[at + 1].has(_LISTED))

    def is_spread(self, match: Match, at: int) -> bool:
        """Whether work on a channel is the means to a result: 'hand out 5,000 flyers and win 20 customers'."""
        if match.id == "direct":
            return True  # '1000 direct visits'
        if match.id in self._world.media:
            forms = self._reading.forms
            if any(not _PLACE.isdisjoint(forms[i].values) for i in range(match.first + 1, match.last)):
                return True  # 'flyers in letterboxes': the term says where
            if self._has_result(at):
                return True
        behind = self._words[at + 1 :]  # '… and get 40 leads from them'
        return any("from" in word and "pronoun" in after for word, after in pairwise(behind))

    def _has_result(self, at: int) -> bool:
        """Whether the goal goes on to what comes of it: '… and win 20 customers', '… so that 200 households sign'."""
        joined = False
        for word in self._words[at + 1 :]:
            if "purpose" in word:
                return True
            if joined and word.has(_RESULTS) and "activity" not in word and "metric" not in word:
                return True
            joined = joined or word.has(_CONNECTIVES)
        return False

    def _is_party(self, match: Match, at: int) -> bool:
        """Whether something is agreed on with it: 'contracts with 8 radio stations'."""
        i = self._before(at, _BESIDE_NOUN)
        if match.id not in self._world.buyers or i < 1 or "company" not in self._words[i]:
            return False
        cases = self._cases(match)
        if cases:  # in the genitive the same preposition is 'from'
            return "ablt" in cases and "gent" not in cases and not self._has_result(at)
        return self._metric(i - 1) in self._world.agreed

    def _is_of_metric(self, match: Match, at: int) -> bool:
        """Whether the metric before it says what it says: 'open rate of our newsletter'."""
        i = self._before(at, _BESIDE_NOUN)
        if i > 0 and "of" in self._words[i]:
            i -= 1
        return i >= 0 and (self._metric(i) or "").startswith(f"{match.id}_")

    def _is_of_other(self, at: int) -> bool:
        """Whether an unknown noun is of it ('an hour of TV'), or the goal wants something instead of it."""
        words = self._words
        i = self._before(at, _BESIDE_NOUN)
        if i > 0 and "of" in words[i] and not words[i].has(_PREPOSITIONS):
            quantified = any(m.kind == "quantifier" and m.last == words[i].first for m in self._reading.marks)
            return words[i - 1].has(_PLAIN) and not quantified
        while i >= 0 and not words[i].has(_PREPOSITIONS | _CONNECTIVES | {"number"}) and "without" not in words[i]:
            i -= 1
        return i >= 0 and "without" in words[i]

    def _is_visited(self, match: Match, at: int) -> bool:
        """Whether it is where visits are made to: 'traffic to the website', 'bring 300 people to the website'."""
        i = self._before(at, _BESIDE_NOUN)
        if match.id != "website" or i < 1:
            return False
        word, before = self._words[i], self._words[i - 1]
        towards = "in" in word and self._is_towards(match)
        if self._metric(i - 1) in self._world.visits:
            return towards or "to" in word
        return before.has(_PLAIN) and (towards or ("to" in word and "in" not in word))

    def _is_attribute(self, match: Match, at: int) -> bool:
        """Whether it stands in the genitive behind a noun that it belongs to: 'конверсія сайту', 'редакціям газет'."""
        if at == 0 or "gent" not in self._cases(match) or self._reading.is_instrumental(match):
            return False
        owner = self._words[at - 1].get("metric")
        if owner is not None:
            return match.id in OWN_PLACES and owner.id not in self._world.sourced
        i = self._before(at, _LISTED)
        nouns = any("other" in w and self._is_noun(w) for w in self._words[i + 1 : at])
        return nouns and i >= 0 and self._words[i].has(VERB_CLASSES)

    def _is_adjunct(self, match: Match, at: int) -> bool:
        """Whether it only qualifies an unknown noun: 'the magazine archive', 'our TV set deliveries'."""
        words = self._words
        if not self._lexicon.noun_adjuncts or at + 1 >= len(words) or "other" not in words[at + 1]:
            return False
        noun = words[at + 1]
        if "capital" in noun or self._reading.forms[noun.first].filler:
            return False
        if any(m.first <= noun.first < m.last for m in self._reading.vague):
            return False
        i = self._before(at, _LISTED)
        return i >= 0 and not words[i].has(_PREPOSITIONS)

    def _is_in_name(self, match: Match) -> bool:
        """Whether it is one word of a name in quotation marks: 'у відділенні «Нової пошти»'."""
        text = self._reading.text
        name = next((m for m in _NAME.finditer(text) if m.start() < match.start and match.end < m.end()), None)
        return name is not None and (name.start() + 1, name.end() - 1) != (match.start, match.end)

    def _before(self, at: int, passed: frozenset[str]) -> int:
        """The index of the last word before another that is of none of some classes; -1 if there is none."""
        i = at - 1
        while i >= 0 and self._words[i].has(passed) and not self._words[i].has(VERB_CLASSES | _PREPOSITIONS):
            i -= 1
        return i

    def _metric(self, at: int) -> str | None:
        metric: Match | None = self._words[at].get("metric")
        return None if metric is None else metric.id

    def _is_noun(self, word: Word) -> bool:
        return "noun" in self._lexicon.verb_forms(self._reading.tokens[word.first].text)

    def _is_command(self, word: Word) -> bool:
        """Whether a word that the vocabulary does not know can only be a verb: 'вичитати сайт'."""
        forms = self._lexicon.verb_forms(self._reading.tokens[word.first].text) if "other" in word else frozenset()
        return "noun" not in forms and not _COMMANDS.isdisjoint(forms)

    def _cases(self, match: Match) -> frozenset[str]:
        return self._lexicon.cases(self._reading.tokens[match.first].text)

    def _is_towards(self, match: Match) -> bool:
        """Whether 'на' and the like say where to, not where: 'на сайт'."""
        cases = self._cases(match)
        return "accs" in cases and "loct" not in cases
