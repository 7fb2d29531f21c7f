"""Which way a goal goes: verbs, change nouns, particles and signs."""

from __future__ import annotations

from collections.abc import Container

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.verb_classes import (
    ANY_VERB,
    CHANGE_NOUNS,
    VERB_CLASSES,
    VERBS,
    is_adjunct,
    is_converb,
    is_counted_noun,
    is_named,
    verb_of,
)
from smartgoals.grammar.verbs import no_verbs, unknown_verbs
from smartgoals.grammar.word_sets import AROUND_NUMBER, BEFORE_VERB, CAUSING, COURSE, PAUSES, STATED, TO_LEVEL, TO_VALUE
from smartgoals.reading import TAKEN, Reading

_DOERS = frozenset(("owner", "each", "number"))
WAYS = bits(COURSE)
_COUNTED = frozenset(("other", "metric", "achieve", "activity"))
_UNTIL = frozenset(("toward", "until", "before"))
_BEFORE_WORK = frozenset(("before", "aside"))
_WHERE = frozenset(("in", "each"))
_DIRECT = frozenset(("nomn", "ablt"))
_OF_VERBS = frozenset(("auxiliary", "purpose", "and", "achieve"))
_BESIDE_NEED = frozenset(("about", "at_least", "owner"))
_CLAUSE_ENDS = frozenset(("and", "comma", "stop", "colon"))
_BESIDE_WORK = frozenset(("percent", "without", "since"))
_MOVES = frozenset(("increase", "decrease", "multiply"))
_CHANGES = ("increase", "decrease")
_VERBAL = ANY_VERB | {"prevent"}


class Verbs:
    """The verbs and change nouns of a goal, by word index."""

    def __init__(self, reading: Reading, outside: Container[int]) -> None:
        """`outside` holds the words that are not of the goal itself: its purpose, and what was in the past."""
        self.words = reading.words
        self.verbs: list[tuple[int, str]] = []
        self.nouns: list[tuple[int, str]] = []
        self.goes_on = False  # whether work is what is kept up: 'keep publishing two posts a week'
        labels = {m.first: m.last for m in reading.marks if m.kind == "label"}
        relative = no_verbs.relative(reading)
        vague = {i for m in reading.vague for i in range(m.first, m.last)}  # 'do our best to …'
        passive: tuple[int, str] | None = None  # 'to be delivered by HR': a verb in a label
        prevented = False  # 'do not let it fall below 5': what is prevented is not the goal's way
        for i, word in enumerate(reading.words):
            prevented = prevented and _CLAUSE_ENDS.isdisjoint(word)
            keeps = "without" in word and bool(self.verbs or self.nouns) and no_verbs.keeps_within(reading, i)
            if not (keeps or word.has(_VERBAL)) or i in outside or (prevented and word.has(VERB_CLASSES)):
                continue
            if ("prevent" in word and not word.has(_MOVES)) or keeps:
                prevented = True
                self.verbs.append((i, "maintain"))
                continue
            if word.first in labels and passive is None and i > 1 and "auxiliary" in self.words[i - 1]:
                name = next((n for n in VERBS if n in word), None)
                passive = (i, name) if name is not None and "to" in self.words[i - 2] else None
            if is_counted_noun(self.words, i, reading.lexicon, reading.tokens[word.first].text):
                continue
            if i in relative or word.first in vague or is_adjunct(self.words, i, reading.lexicon):
                continue
            if labels.get(word.first, 0) >= word.last and not self._has_doer(i):
                continue
            if not self._moves_nothing(reading, i):
                self._add(reading, i)

        if not self.verbs and not self.nouns:
            if (held := self._held(reading)) is not None:
                self.verbs.append((held, "achieve"))
            else:
                done = unknown_verbs.found(reading, outside) or self._done(reading) or passive or self._vaguely(reading)
                self.verbs += [done] if done is not None else []

    def _moves_nothing(self, reading: Reading, i: int) -> bool:
        """Whether a word that may be a verb or change noun does not say what the goal does."""
        word = self.words[i]
        if "metric" in word and not word.has(CHANGE_NOUNS):
            return True
        led = i - 2 if i > 1 and "auxiliary" in self.words[i - 1] else i - 1
        if led >= 0 and "without" in self.words[led]:
            return True  # 'without losing revenue', sv 'utan att tappa kunder'
        if is_converb(reading, i) or (not word.keys().isdisjoint(CAUSING) and self._is_delegating(reading, i)):
            return True
        if self._qualifies(reading, i) or self._is_aside(i) or is_named(reading, word) or self._is_means(reading, i):
            return True  # sv 'besök på öppna förskolan', 'CAC −5 %. Säljarna coachar.', 'кнопка «Купити»'
        if ("state" in word and no_verbs.is_perfect(reading, i)) or no_verbs.says_how(reading, i):
            return True
        if no_verbs.says_when(reading, i) or no_verbs.is_review(reading, i) or no_verbs.only_measures(reading, i):
            return True
        return no_verbs.asks_back(reading, i) or no_verbs.says_which(reading, i, self.verbs)

    def _add(self, reading: Reading, i: int) -> None:
        """Add a verb or change noun by its class."""
        word = self.words[i]
        name = verb_of(word)
        if "increase" in word and "achieve" in word:
            self.verbs.append((i, "raise"))  # 'raise the price', 'raise 2M'
        elif "maintain" in word and "activity" in word:
            # 'hold webinars', but 'hold NPS at 40', 'hold the price at $40'
            counted = any(q.first == i + 1 and q.unit is None for q in reading.quantities)
            work = no_verbs.may_be_work(reading, counted=counted) and (counted or not no_verbs.is_level(reading, i))
            self.verbs.append((i, "activity" if work else "maintain"))
        elif name is None:
            return
        elif VERB_CLASSES.isdisjoint(word):
            if not self._is_passing_noun(reading, name, i):
                self.nouns.append((i, no_verbs.saved(reading, i) or name))
        elif name == "activity" and self._goes_on_from(i):
            self.goes_on = True
        else:
            self.verbs.append((i, no_verbs.saved(reading, i) or name))

    def _is_passing_noun(self, reading: Reading, name: str, i: int) -> bool:
        """Whether a noun of change or work is only spoken of."""
        if self._is_passing(name, i) or self._is_dating(reading, i) or self._is_of_group(reading, i):
            return True
        if i > 1 and "topic" in self.words[i - 1] and any("metric" in w for w in self.words[: i - 1]):
            return True  # '50 reactions to a post about winning clients'
        if name != "activity":
            return False
        if no_verbs.is_matter(reading, i, moved=bool(self.nouns or self.verbs)):
            return True
        return no_verbs.heads_list(reading, i) or no_verbs.heads_goal(reading, i)

    def leave(self, told: Container[int]) -> None:
        """Leave out verbs that only tell of something: '4 hours; we now reply in 9', '…, so far sold 120'."""
        self.verbs = [(i, name) for i, name in self.verbs if i not in told]

    def _has_doer(self, at: int) -> bool:
        """'Підрядник (кожен, троє) робить (по, близько) 4 лендинги': whether doer and number make a label a verb."""
        behind = self.words[at + 1 : at + 3]
        led = bool(behind) and behind[0].has(AROUND_NUMBER | {"by"})
        counted = any("number" in word for word in behind[led : led + 1])
        return counted and any(word.has(_DOERS) for word in self.words[:at])

    def _is_aside(self, at: int) -> bool:
        """Whether a verb only says, behind a number, what an owner does for it: '+3 % by May. The manager coaches.'"""
        start = next((i + 1 for i in range(at - 1, -1, -1) if self.words[i].has(PAUSES)), 0)
        if start == 0 or "owner" not in self.words[start]:
            return False
        end = next((i for i in range(at, len(self.words)) if self.words[i].has(PAUSES)), len(self.words))
        said = [word for i, word in enumerate(self.words[start:end], start) if i != at]
        numbered = any("number" in word for word in self.words[: start - 1])
        return numbered and not any(word.has(STATED) for word in said)

    def _is_delegating(self, reading: Reading, at: int) -> bool:
        """'Ask support to cut costs', 'have them trained': whether a verb only says who does what another says."""
        lexicon, behind = reading.lexicon, self.words[at + 1 :]
        moved = next((i for i, word in enumerate(behind[:5]) if "to" in word), 0)
        if any("metric" in w for w in behind[:moved]) and moved + 1 < len(behind) and behind[moved + 1].has(_MOVES):
            return "number" not in behind[0] and behind[moved + 2 : moved + 3] != [] and behind[moved + 2].has(TO_VALUE)
        if lexicon.persons.causes.isdisjoint(reading.forms[self.words[at].first].keys):
            return False
        to = next((i for i, word in enumerate(behind[:4]) if "to" in word), 0)
        done = next((i for i, word in enumerate(behind[:4]) if "activity" in word), 0)
        if done > 0 and not any("number" in word or "owner" in word for word in behind[:done]):
            return lexicon.noun_adjuncts and lexicon.is_inflected(reading.tokens[behind[done].last - 1].text)
        asked = any("owner" in word for word in behind[:to])
        return asked and to + 1 < len(behind) and behind[to + 1].has(VERB_CLASSES)

    def _is_means(self, reading: Reading, at: int) -> bool:
        """'200 заявок до травня, запускаємо рекламу': whether a clause behind the aim says what 'we' do for it."""
        words, lexicon = self.words, reading.lexicon
        if self.verbs or self.nouns or at == 0 or not lexicon.has_cases:
            return False
        if "first" not in lexicon.verb_forms(reading.tokens[words[at].first].text):
            return False
        pause = next((i for i in range(at, 0, -1) if segments.parts(words, i)), None)
        if pause is None or any("number" in word for word in words[at : segments.end(words, at)]):
            return False
        before = words[:pause]
        return any("number" in w for w in before) and any("metric" in w for w in before)

    def _vaguely(self, reading: Reading) -> tuple[int, str] | None:
        """The verb in vague wording: 'get better at it', 'better our NPS', 'to be better informed', 'aim for 40'."""
        vague = {m.first: m.id for m in reading.vague}
        for i, word in enumerate(self.words):
            if "achieve" in word and vague.get(word.first) == "wording" and self._counts(i + 1):
                return i, "achieve"
            if "improve" not in word or word.first not in vague:
                continue
            object_behind = i == 0 and len(self.words) > 1 and reading.forms[self.words[1].first].filler
            passive = i > 0 and "auxiliary" in self.words[i - 1]
            if vague[word.first] == "wording" or object_behind or passive:
                return i, "improve"
        return None

    def _counts(self, at: int) -> bool:
        """Whether a number stands at a word."""
        return at < len(self.words) and "number" in self.words[at]

    def _goes_on_from(self, at: int) -> bool:
        """Whether a verb of keeping stands right before a verb: 'keep publishing', 'continue to publish'."""
        kept = at - 2 if at > 1 and "to" in self.words[at - 1] else at - 1
        return (kept, "maintain") in self.verbs

    def _is_passing(self, name: str, at: int) -> bool:
        """'к релизу', '0.4 % of shipments', 'despite the price rise': whether a noun is only said beside the goal."""
        if at == 0 or name not in CAUSING:
            return at > 0 and name in _CHANGES and no_verbs.is_governed(self.words, at)
        before = self.words[at - 1]
        return before.has(_BESIDE_WORK) or (name == "activity" and before.has(_UNTIL))

    def _is_of_group(self, reading: Reading, at: int) -> bool:
        """'Залученість команди розробки': whether a noun of work says which group a metric before it is of."""
        lexicon, back = reading.lexicon, at - 1
        if not lexicon.has_cases:
            return False
        while (
            back > 0
            and "other" in self.words[back]
            and lexicon.is_adjective(reading.tokens[self.words[back].first].text)
        ):
            back -= 1
        before = self.words[back] if back >= 0 else None
        if before is None or "metric" not in before:
            return False
        if "noun_achieve" in self.words[at] and _DIRECT.isdisjoint(
            lexicon.cases(reading.tokens[self.words[at].first].text)
        ):
            return True  # 'репости благодійного збору'
        group = lexicon.is_group_noun(reading.tokens[before.last - 1].text)
        return group and "gent" in lexicon.cases(reading.tokens[self.words[at].first].text)

    def _is_dating(self, reading: Reading, at: int) -> bool:
        """'… before the launch in Germany', '4.6 after the release': whether a noun only says when a level is due.

        Or, where cases show it, what a level is of or measured in: 'охват вакцинации 250 тыс.', '78 % в опросе'.
        """
        lexicon, noun = reading.lexicon, at
        cases = lexicon.cases(reading.tokens[self.words[at].last - 1].text)
        worked = "noun_activity" in self.words[at] and bool(reading.quantities)
        while at > 0 and ("the" in self.words[at - 1] or reading.forms[self.words[at - 1].first].filler):
            at -= 1
        if at > 1 and at == noun and "other" in self.words[at - 1] and "the" in self.words[at - 2]:
            at -= 2  # '180 % for the whole relaunch'
        if at > 1 and reading.chars[at - 2] == TAKEN and "open" in self.words[at - 1]:
            return bool(reading.quantities)  # '3.5 minutes by 18 May (opening of the show)'
        if worked and cases and at > 0:
            if "gent" in cases and "metric" in self.words[at - 1]:
                return True
            placed = at - 1 - ("other" in self.words[at - 1])
            behind = placed > 0 and self.words[placed].has(_WHERE)
            if behind and any(q.last <= placed for q in reading.quantities) and not self._has_verb(noun):
                return True
        if at <= 1 or not self.words[at - 1].has(_BEFORE_WORK):
            return False
        return "before" in self.words[at - 1] or (worked and self.words[at - 1].keys().isdisjoint(TO_LEVEL))

    def _has_verb(self, at: int) -> bool:
        """Whether a verb or change noun of the goal stands before a word."""
        return any(i < at for i, _ in (*self.verbs, *self.nouns))

    def _qualifies(self, reading: Reading, at: int) -> bool:
        """Whether a verb's form right behind a preposition can only be an adjective, where infinitives have a word."""
        if at == 0 or "aside" not in self.words[at - 1] or reading.chars[at - 1] == TAKEN:
            return False
        lexicon, word, before = reading.lexicon, self.words[at], self.words[at - 1]
        if lexicon.noun_adjuncts or lexicon.has_cases:
            return False
        single = word.last - word.first == 1 == before.last - before.first
        return single and before.keys().isdisjoint(_OF_VERBS) and self._is_noun(at + 1)

    def _is_noun(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].has(_COUNTED) and not self.words[at].has(VERB_CLASSES)

    def _held(self, reading: Reading) -> int | None:
        """The auxiliary whose last word is the only verb ('should have 30,000 visits'), or a metric begun by one."""
        for i, word in enumerate(reading.words):
            at = i + 1
            while at < len(self.words) and self._is_beside_need(reading, at):
                at += 1
            if "needed" in word and self._counts(at):  # 'we need at least 40 leads', but not '12 now, need 30'
                named = any("metric" in w for w in self.words[at : at + 2])
                return i if named or not any(self._counts(k) for k in range(i)) else None
            if "auxiliary" in word and (no_verbs.needs_level(reading, i) or no_verbs.achieves(reading, i)):
                return i
            said = reading.forms[word.first : word.last] if "metric" in word and word.last - word.first > 1 else ()
            if not reading.declines and any("auxiliary" in form.values for form in said):
                return i  # sv 'en tredjedel av mötena ska leda till affär'
            if said and not CAUSING.isdisjoint(said[0].values) and any("auxiliary" in w for w in self.words[:i]):
                return i  # 'make sure that all have signed their contract', sv '60 % ska öppna nyhetsbrevet'
        return None

    def _is_beside_need(self, reading: Reading, at: int) -> bool:
        """'We need at least 40 leads', 'обіцяють продажам 40 лідів': whether a word says how exactly, or for whom."""
        word, lexicon = self.words[at], reading.lexicon
        if word.has(_BESIDE_NEED):
            return True
        given = "other" in word and lexicon.has_cases
        return given and "datv" in lexicon.cases(reading.tokens[word.first].text)

    @staticmethod
    def _done(reading: Reading) -> tuple[int, str] | None:
        """The verb that only says that what a goal counts is done then: '300 raffle tickets sold by Friday'."""
        words, forms = reading.words, reading.forms
        first = 1 if words and "currency" in words[0] else 0
        if len(words) <= first or "number" not in words[first] or not reading.quantities or reading.quantities[0].sign:
            return None
        for i, word in enumerate(words[first + 1 :], first + 1):
            if not word.has(_COUNTED):
                return None
            classes = forms[word.last - 1].values
            inside = "metric" in word and word.last - word.first > 1
            token = reading.tokens[word.last - 1].text
            if (inside or i > 1) and reading.lexicon.is_inflected(token):
                name = next((n for n in ("achieve", "activity") if n in classes), None)
                if name is not None:
                    return i, name
        return None

    @property
    def light(self) -> bool:
        """Whether the main verb says nothing of the kind of goal: it can achieve and can be work ('make')."""
        if not self.verbs:
            return False
        word = self.words[self.verbs[0][0]]
        return ("achieve" in word and "activity" in word) or "other" in word

    @property
    def happens(self) -> bool:
        """Whether the main verb is one that no vocabulary knows and only says what is to be: 'живут 60 карасей'."""
        return bool(self.verbs) and self.verbs[0][1] == "achieve" and "other" in self.words[self.verbs[0][0]]

    def main(self) -> str | None:
        """The class of the main verb, or of the first change noun when there is no verb."""
        for found in (self.verbs, self.nouns):
            if found:
                # an achieving verb with a change noun is that change: 'achieve a 56 % increase'
                if found is self.verbs and found[0][1] == "achieve" and self._noun_after(found[0][0]):
                    return self._noun_after(found[0][0])
                return found[0][1]
        return None

    def are_of_later(self, last: int, places: list[int]) -> bool:
        """Whether what governs is only of a later target: '40 orders in May, unchanged CPL', 'NPS 50 and cut churn'."""
        first = next((i for i, _ in (*self.verbs, *self.nouns)), 0)
        if first <= last or not any(at > first for at in places):
            return False
        at = next((i for i in range(first - 1, last, -1) if not self.words[i].has(BEFORE_VERB)), last)
        return not self.verbs or self.words[at].has(_CLAUSE_ENDS)

    def moves(self, name: str, first: int, last: int) -> bool:
        """'Get the rating above …': whether the verb before a metric and its level moves it there by its class."""
        before = [i for i, _ in self.verbs if i < first < last]
        return bool(before) and name in self.words[before[-1]]

    def _is_joined(self, at: int, name: str) -> bool:
        """Whether a noun of work is, behind an 'and', what a verb before it is said of too."""
        return name in CAUSING and at > 0 and "and" in self.words[at - 1] and any(i < at for i, _ in self.verbs)

    def _noun_after(self, at: int) -> str | None:
        return next((name for i, name in self.nouns if i > at and name in ("increase", "decrease")), None)

    def governing(self, first: int, last: int, floor: int) -> str | None:
        """The class of the verb that governs the words from `first` to `last`.

        That is the last one before `last` and not before `floor`, where the target before it ends, or else a change
        noun on either side.
        """
        for found in (self.verbs, self.nouns):
            joined = found is self.nouns  # 'cut costs by 7 % and the making of scrap by 40 %'
            before = [name for i, name in found if floor <= i < last and not (joined and self._is_joined(i, name))]
            if before:
                name = before[-1]
                if name in ("achieve", "activity") and found is self.verbs:
                    change = [n for j, n in self.nouns if floor <= j <= last + 3 and n in ("increase", "decrease")]
                    if change:
                        return change[0]
                return name
        after = [name for i, name in self.nouns if last <= i <= last + 2]
        return after[0] if after else None


def particle(reading: Reading, first: int, last: int) -> str | None:
    """What an 'up' or 'down' among some words says, none of which tells what was."""
    if not reading.may_have(WAYS):
        return None
    words = reading.words
    for i in (i for i in range(max(first, 0), min(last, len(words))) if not any(i in told for told in reading.past)):
        word = words[i]
        if "at_most" in word and any(q.first == i and q.comparator == "<=" for q in reading.quantities):
            continue  # 'win up to 50 clients', but 'get the NPS up to 50', sv 'vi ska upp till 50'
        if "down" in word:
            return "decrease"
        joined = "channel" in words[min(i + 1, len(words) - 1)] or any(q.last <= i for q in reading.quantities)
        if "up" in word and not ("and" in word and joined):
            return "increase"  # not '40 leads plus 20 reviews', 'щиты плюс радио: 90 заявок'
    return None
