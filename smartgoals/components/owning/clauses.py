"""What the words around somebody do: verbs, pauses, and clauses about something else."""

from __future__ import annotations

from smartgoals.components.owning.groups import PAUSES, Openings
from smartgoals.grammar.verb_classes import PREDICATES, VERB_CLASSES
from smartgoals.grammar.word_sets import NOMINALS
from smartgoals.reading import AS_IN_DICTIONARY, TAKEN, Match, Reading, Word

_ARTICLES = frozenset(("the", "a", "each"))
AFTER_SUBJECT = frozenset(("colon", "auxiliary", "dash", "close", "arrow"))
GOVERNS = frozenset(("aside", "in", "from", "for_whom", "of", "to", "compare"))
MOST_TITLE = 5  # words of a title behind a name
_MOST_HEADED = 3  # words of a heading, its verb and what that is done to, counted from the first
ENDS_SUBJECT = frozenset(("number", "metric", "channel", "owner", "percent", *PAUSES, *GOVERNS))
_GOAL_NAME = frozenset(("goal_word", "for_whom", "aside", "number", "the", "of", "name", "cadence"))
_ASKED = frozenset(("infinitive", "imperative", "noun"))
_MOST_CLAUSE = 4  # words of a clause before whoever acts in it
MOST_BETWEEN = 3  # words between a subject and its verb: 'marketing by the end of the quarter brings'

_LEVELS = frozenset(("up", "down", "at_most"))
_NOT_QUALIFYING = frozenset(
    ("number", "metric", "comma", "dash", "purpose", "auxiliary", "and", *VERB_CLASSES, *GOVERNS)
)


class Clauses:
    """The words of one reading, by index."""

    def __init__(self, reading: Reading, *, noun_adjuncts: bool) -> None:
        self._reading = reading
        self._words = reading.words
        self._noun_adjuncts = noun_adjuncts
        self._has_cases = reading.lexicon.has_cases
        self._openings = Openings(reading)
        self._persons = reading.lexicon.persons

    def _is_light(self, i: int) -> bool:
        word = self._words[i]
        return word.has(_ARTICLES) or (self._is_filler(word) and "metric" not in word)  # not 'середній чек'

    def _is_filler(self, word: Word) -> bool:
        return self._reading.forms[word.first].filler

    def _is_taken(self, i: int) -> bool:
        return i < len(self._words) and self._reading.chars[i] == TAKEN

    def _text(self, word: Word) -> str:
        return self._reading.tokens[word.last - 1].text

    def _is_compound(self, following: list[Word]) -> bool:
        """'The HR budget should …': a noun between a team and its auxiliary is what the team qualifies."""
        if not self._noun_adjuncts or len(following) < 2 or "auxiliary" not in following[1]:
            return False
        text = self._text(following[0])  # "marketing's job is to …"
        return "other" in following[0] and not self._persons.is_post(text) and text not in self._persons.own

    def _is_done(self, following: list[Word]) -> bool:
        """'Product launch by May', 'HR policy adopted by May': whether an English team word only says what is done."""
        if not self._noun_adjuncts or not following or following[0].has(PREDICATES - VERB_CLASSES | AFTER_SUBJECT):
            return False
        if "to" in following[0] or self._may_agree(following[0]):
            return False
        if len(following) == 1:
            return True
        inflected = self._reading.lexicon.is_inflected(self._text(following[1]))
        return inflected and following[1].has(VERB_CLASSES) and not self._may_agree(following[1])

    def _may_agree(self, word: Word) -> bool:
        """Whether an English word may be the verb of one subject, or the plural of a noun: 'hires', 'plans'."""
        return self._text(word).endswith("s")

    def _comes_to_act(self, behind: int) -> bool:
        """Whether a verb follows within a few words, or others and then a verb."""
        window = self._words[behind : behind + MOST_TITLE]
        if any("and" in word for word in window):
            window = self._words[behind : behind + 2 * MOST_TITLE]
        return any(word.has(PREDICATES) for word in window)

    def _goes_on(self, behind: int) -> bool:
        """Whether a verb follows those who are asked: 'to answer', 'att svara', 'підготувати'."""
        after = self._words[behind]
        if after.has(VERB_CLASSES) or ("auxiliary" in after and not self._words[0].has(frozenset(("auxiliary",)))):
            return True
        if "to" not in after or not self._noun_adjuncts or behind + 1 >= len(self._words):
            return False
        return "in" not in after and not (self._words[behind + 1].has(ENDS_SUBJECT) or self._is_light(behind + 1))

    def _governs_verb(self, behind: int) -> bool:
        """Whether a verb follows a subject soon: 'marketing by the end of the quarter brings …'."""
        following = [w for i, w in enumerate(self._words[behind:], behind) if not self._is_taken(i)]
        if self._is_compound(following) or self._is_done(following):
            return False
        if self._noun_adjuncts and len(following) > 1 and "colon" in following[1]:
            return False  # 'Product launches: three by May'
        if len(following) > 1 and "other" in following[0] and "capital" not in following[0]:
            if "number" in following[1] or following[1].has(_ARTICLES) or self._is_filler(following[1]):
                return True  # 'our SDRs book 40 demos', 'procurement renegotiates the contracts'
            acts = bool(self._persons.verb_endings) and self._may_be_verb(following[0])
            if acts and not following[1].has(AFTER_SUBJECT | PREDICATES | PAUSES):
                return True  # 'Ekonomi ser över …'
        if len(following) > 1 and "metric" in following[0] and self._noun_adjuncts:
            counts = len(following) > 2 and "number" in following[1] and following[2].has(NOMINALS)
            if counts or self._is_filler(following[1]):
                return True  # 'Legal reviews all contracts', 'inside sales dials 80 prospects'
        if following and (
            self._is_answering(following[0]) or ("other" in following[0] and self._openings.is_verb(following[0]))
        ):
            return True
        for word in following[:MOST_BETWEEN]:
            if word.has(PREDICATES | AFTER_SUBJECT):
                return True
            if word.has(ENDS_SUBJECT):
                return False
        # a verb that the vocabulary does not know; where nouns qualify nouns, it might be one
        unknown = bool(following) and "other" in following[0] and "capital" not in following[0]
        return unknown and not self._noun_adjuncts and self._may_be_verb(following[0])

    def _is_answering(self, word: Word) -> bool:
        """'answers calls', 'svarar på leads': whether the term of a time begins with its verb, not en 'answer time'."""
        if "metric" not in word or word["metric"].id not in self._reading.ontology.times:
            return False
        forms, lexicon = self._reading.forms[word.first : word.last], self._reading.lexicon
        if len(forms) == 1:
            return False
        if all(VERB_CLASSES.isdisjoint(lexicon.form(key.removeprefix("=")).values) for key in forms[0].keys):
            return False
        inflected = len(forms[0].keys) > AS_IN_DICTIONARY
        return not self._noun_adjuncts or inflected or forms[1].filler or "to" in forms[1].values

    def _may_be_verb(self, word: Word) -> bool:
        """Whether an unknown word may be the verb of a subject, as far as its form tells."""
        text, lexicon = self._text(word), self._reading.lexicon
        if lexicon.has_cases:
            return bool(lexicon.verb_forms(text)) or not lexicon.cases(text)
        return text.endswith(self._persons.verb_endings) and not self._is_filler(word)  # sv 'vår' is none

    def _is_asked(self, i: int) -> bool:
        """Whether a word is a verb that has no subject beside it: an infinitive, or what opens an English goal."""
        word, lexicon = self._words[i], self._reading.lexicon
        if not word.has(VERB_CLASSES):
            return False
        return lexicon.verb_forms(self._text(word)) <= _ASKED

    def _names_goal(self, end: int) -> bool:
        """Whether the words before one only call it a goal: 'Goal for …', 'KPI 1 for the …', 'our yearly aim for'."""
        said = [word for i, word in enumerate(self._words[:end]) if not self._is_taken(i)]
        tokens, own = self._reading.tokens, self._persons.own
        named = any("goal_word" in w or (tokens[w.first].text in own and not w.has(GOVERNS)) for w in said)
        return named and sum(not w.has(_GOAL_NAME) for w in said) <= 1 and not any("metric" in w for w in said)

    def _is_in_clause(self, at: int) -> bool:
        """'Після аудиту, який торік робила Людмила': whoever acts in a clause about something."""
        forms = self._reading.forms
        for i in range(at, max(at - _MOST_CLAUSE, 0), -1):
            if self._words[i].has(PAUSES):
                return False
            if not self._persons.relatives.isdisjoint(forms[self._words[i].first].keys):
                return True
        return False

    def _is_governed_noun(self, i: int) -> bool:
        """'featured in an article by Laura': whoever made a thing behind a preposition does not own the goal."""
        at = i
        if i > 0 and "a" in self._words[i - 1] and self._words[i].has(NOMINALS):
            return True
        while at >= 0 and i - at <= MOST_BETWEEN and (self._words[at].has(NOMINALS) or self._is_light(at)):
            at -= 1
        return i - at > 0 and at >= 0 and self._words[at].has(GOVERNS) and not self._is_taken(at)

    def _is_first_object(self, at: int) -> bool:
        """Whether only what qualifies a team stands between it and the verb that opens the goal.

        The verb is the first word, or the first behind a wish.
        """
        lexicon, verb = self._reading.lexicon, 0
        while verb < at and not self._words[verb].has(VERB_CLASSES) and self._is_wish(verb):
            verb += 1
        if at == 0:
            return False
        asked = verb == 0 or "infinitive" in lexicon.verb_forms(self._text(self._words[verb]))
        if not (self._words[verb].has(VERB_CLASSES) or ("other" in self._words[verb] and asked)):
            return False
        between = [self._words[i] for i in range(verb + 1, at + 1) if not self._is_light(i)]
        if any(word.has(_NOT_QUALIFYING) for word in between):
            return False
        return lexicon.noun_adjuncts or all(lexicon.is_adjective(self._text(word)) for word in between)

    def _is_wish(self, i: int) -> bool:
        """Whether a word only says that something is wanted, or who wants it: 'мы хотим', 'нам нужно'."""
        return any("auxiliary" in word for word in self._words[i : i + 2])

    def _is_amount(self, label: Match) -> bool:
        """'up to 4.5', 'down to 3': whether a label is only what stands before a level."""
        at, words = self._reading.word_at(label.first), self._words
        behind = self._reading.word_at(label.last)
        if at is None or behind is None or "number" not in words[behind]:
            return False
        return words[at].has(_LEVELS)

    def _is_asking(self, i: int) -> bool:
        """Whether a word is a verb in the first person: 'ждём', 'очікуємо'."""
        lexicon = self._reading.lexicon
        return "first" in lexicon.verb_forms(self._text(self._words[i]))


def is_set_off(reading: Reading, at: int, behind: int) -> bool:
    """'… (Sales)', '… – Sales': whether brackets, or a dash before a capital at the end, set off a team word."""
    words = reading.words
    if behind < len(words):
        return "open" in words[at] and "close" in words[behind]
    dashed = at > 0 and "dash" in words[at] and words[at - 1].end < words[at].start
    return dashed and reading.text[words[at + 1].start].isupper()


def leaves_aim(reading: Reading, at: int) -> bool:
    """Whether a number of things, or work behind a heading, is aimed at beside a team word that is a metric too.

    'Sign up 50 testers (Sales)', 'Sales: cut form abandonment'.
    """
    words, forms = reading.words, reading.forms
    if at == 0 and len(words) > _MOST_HEADED and "colon" in words[1]:
        return words[2].has(VERB_CLASSES) and "other" in words[3] and not forms[words[3].first].filler
    things = (i for i, word in enumerate(words[1:at], 1) if "other" in word and not forms[word.first].filler)
    return any("number" in words[i - 1] for i in things)
