"""Settle which words are verbs: those inside a noun phrase are none."""

from __future__ import annotations

from typing import Any

from smartgoals.components import settling
from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.classes import Pattern
from smartgoals.grammar.verb_classes import NOUNS, VERB_CLASSES, VERBS
from smartgoals.grammar.word_sets import ARTICLES, CAUSING, CHANGING, LIMITS, NUMBERED, PREPOSITIONS, THINGS
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import TAKEN, Reading, Word, characters

_BEFORE_NOUN = ("number", "percent", "currency", "a", "the")
_VERBAL = VERB_CLASSES | {"implies"}
_OF_CHANGE = _VERBAL | frozenset(NOUNS)
_BEHIND_PHRASE = frozenset((
    "and", "comma", "stop", "close", "colon", "aside", "in", "from", "by", "before", "until", "within", "this", "next",
))  # fmt: skip
_QUALIFIERS = frozenset(("other", "channel", "capital", "name"))
_MOST_ADJECTIVES = 2
_MOST_HEADING = 4  # words of a heading and its colon
_MOST_SUBJECT = 6  # words of a goal among which its subject stands
_NEEDED = frozenset(("needed", "amounts"))
_COUNTING = frozenset(("quantifier", "share"))
_DEEDS = frozenset(("noun", "past"))
_ONE_HYPHEN = 2  # words that one joins to another, itself among them
# an unknown word behind what it is said of, and before how much, how far, or the end of what is said
_PREDICATE = """
    (?<=metric) other (?= (?:at_least|at_most|about){0,2} (?:by_amount|to|until|from|factor|fraction)
                         | comma|stop|close|and|$ )
"""
_BEFORE_NOUN_PHRASE = ("a", "the", "each", "of", "aside", "from", "percent", "apostrophe")


class VerbReader:
    """Takes the verb, or its noun, out of words that may be both."""

    def __init__(self, lexicon: Lexicon) -> None:
        alphabet = lexicon.alphabet
        self._lexicon = lexicon
        self._character, self._present = alphabet.character, alphabet.present
        self._verb_or_noun = Pattern(alphabet, "|".join(f"{name}&noun_{name}" for name in VERBS))
        self._verb = Pattern(alphabet, "|".join(VERBS))
        self._predicate = Pattern(alphabet, _PREDICATE)
        nouns = frozenset(NOUNS)
        for classes in alphabet.sets():  # let it meet the sets that are left: a new one costs patterns
            if not VERB_CLASSES.isdisjoint(classes):
                for rest in (classes - VERB_CLASSES, classes - nouns):
                    alphabet.character(rest or ["other"])

    def __call__(self, reading: Reading) -> None:
        self._settle(reading)
        if self._lexicon.passives:
            self._passives(reading)
        if self._lexicon.has_cases:
            self._deeds(reading)
            self._counted(reading)
        if self._lexicon.noun_adjuncts:
            self._demote(reading)
            self._promote(reading)
        elif self._lexicon.compounds.active:
            self._adjectives(reading)
        if settling.settle(reading, self._change):
            reading.chars = characters(reading.words)
            reading.present |= self._present(reading.chars)

    def _change(self, word: Word, values: dict[str, Any]) -> None:
        word.become(values, self._character(values))

    def _settle(self, reading: Reading) -> None:
        """Make a word that may be a verb or its noun one of them: 'a 15 % increase', 'increase in sales'."""
        words, i = reading.words, -1
        for match in self._verb_or_noun().finditer(reading.chars):
            i = match.start()
            values = words[i]
            before = words[i - 1] if i else {}
            after = words[i + 1] if i + 1 < len(words) else {}
            noun = any(n in before for n in _BEFORE_NOUN) or any(n in after for n in ("of", "in"))
            noun = noun or _ends_articled(reading, i)
            noun = noun and not ("number" in before and i > 1 and words[i - 2].has(NUMBERED))  # 'in Q1 increase …'
            out = {name if noun else f"noun_{name}" for name in VERBS if name in values and f"noun_{name}" in values}
            self._change(words[i], {name: payload for name, payload in values.items() if name not in out})
        if i >= 0:
            reading.chars = characters(words)

    def _passives(self, reading: Reading) -> None:
        """Make a participle behind what it is said of the verb that it is with a copula: uk 'відтік знижений'."""
        words, changed, passives = reading.words, False, self._lexicon.passives
        for match in self._predicate().finditer(reading.chars):
            word = words[match.start()]
            classes = next((passives[key] for key in reading.forms[word.first].keys if passives.get(key)), None)
            if classes is not None and "nomn" in self._lexicon.cases(reading.tokens[word.first].text):
                self._change(word, dict(classes))
                changed = True
        if changed:
            reading.chars = characters(words)
            reading.present |= self._present(reading.chars)

    def _deeds(self, reading: Reading) -> None:
        """Make a verb of the past the noun that it may be, beside its adjective or genitive: 'порожній пробіг фур'."""
        words, changed = reading.words, False
        for match in self._verb().finditer(reading.chars):
            word, at = words[match.start()], match.start()
            forms = self._lexicon.verb_forms(reading.tokens[word.first].text)
            if word.last - word.first == 1 and forms >= _DEEDS and self._is_of_noun(reading, at):
                self._change(word, {"other": None})
                changed = True
        if changed:
            reading.chars = characters(words)

    def _counted(self, reading: Reading) -> None:
        """Make a noun of work or change right behind a quantifier a thing counted: 'кількість перевірок: 12'."""
        words, changed = reading.words, False
        for mark in reading.marks:
            at = reading.word_at(mark.last) if mark.kind in _COUNTING else None
            if at is None or "metric" in words[at] or not words[at].has(_OF_CHANGE) or words[at].has(VERB_CLASSES):
                continue
            if "gent" in self._lexicon.cases(reading.tokens[words[at].first].text):
                self._change(words[at], {"other": None})
                changed = True
        if changed:
            reading.chars = characters(words)

    def _is_of_noun(self, reading: Reading, at: int) -> bool:
        words, tokens, lexicon = reading.words, reading.tokens, self._lexicon
        before = tokens[words[at - 1].first].text if at > 0 and "other" in words[at - 1] else ""
        behind = tokens[words[at + 1].first].text if at + 1 < len(words) and "other" in words[at + 1] else ""
        led = bool(before) and lexicon.is_adjective(before) and "nomn" in lexicon.cases(before)
        return led or (bool(behind) and "gent" in lexicon.cases(behind) and "accs" not in lexicon.cases(behind))

    def _demote(self, reading: Reading) -> None:
        """Take the verb out of words that stand inside a noun phrase: 'cut build time', 'the share of traffic'."""
        words, changed = reading.words, self._name_heading(reading)
        if len(words) > 1 and words[0].has(VERB_CLASSES) and words[1].has(THINGS) and reading.forms[0].filler:
            self._change(words[0], {"other": None})  # 'Average wait 10 min'
            changed = True
        hyphens = sum("dash" in word for word in words) > 1
        for match in self._verb().finditer(reading.chars, 1):
            before, word = words[match.start() - 1], words[match.start()]
            further = words[match.start() - 2] if match.start() > 1 else before
            if "cadence" in before or ("each" in before and "a" not in before and "auxiliary" in further):
                before = further  # 'of our annual report', 'should each get'
            if hyphens and word.has(VERB_CLASSES) and _in_compound(words, match.start()):
                rest = {name: payload for name, payload in word.items() if name not in _OF_CHANGE}
                self._change(word, rest or {"other": None})
                changed = True
                continue
            if not word.has(VERB_CLASSES) or "to" in before or "and" in before or "auxiliary" in before:
                continue
            if "maintain" in before and self._is_kept_up(words, match.start(), reading):
                continue
            if "state" in before and self._is_perfect(words, match.start(), reading):
                continue
            if any(m.kind == "label" and m.last == word.first for m in reading.marks):
                continue  # 'responsible for winning 20 deals'
            inside = any(name in before for name in _BEFORE_NOUN_PHRASE) or before.has(VERB_CLASSES)
            compound = _ends_compound(words, match.start())
            inside = inside or compound or self._ends_phrase(words, match.start(), reading)
            inside = (
                inside
                or self._is_head(words, match.start(), reading)
                or self._is_counted(words, match.start(), reading)
                or self._says_which(words, match.start(), reading)
            )
            if inside or ("other" in before and reading.forms[before.first].filler):
                out = _OF_CHANGE if compound else _VERBAL
                rest = {name: payload for name, payload in word.items() if name not in out}
                self._change(word, rest or {"other": None})
                changed = True
        if changed:
            reading.chars = characters(words)

    def _name_heading(self, reading: Reading) -> bool:
        """'Swimming club: 40 members': make a participle that opens a heading no verb; whether it did."""
        words = reading.words
        colon = next((i for i, word in enumerate(words[:_MOST_HEADING]) if "colon" in word), 0)
        if colon < 2 or not words[0].has(VERB_CLASSES) or words[0].last > words[0].first + 1:
            return False
        if any("other" not in word for word in words[1:colon]):
            return False
        head = reading.tokens[words[colon - 1].last - 1].text
        if not self._lexicon.is_inflected(reading.folded(words[0])) or self._lexicon.endings.is_plural(head):
            return False
        self._change(words[0], {"other": None})
        return True

    def _promote(self, reading: Reading) -> None:
        """Make a plural the verb that it may be, between somebody and what is counted: 'Anna books 8 demos'."""
        words = reading.words
        if any(word.has(VERB_CLASSES) or "auxiliary" in word for word in words):
            return
        for i in range(1, min(len(words) - 2, _MOST_SUBJECT)):
            if "number" not in words[i + 1] or words[i].last - words[i].first > 1 or not words[i + 2].has(THINGS):
                continue
            text, first = reading.folded(words[i]), words[i].first
            somebody = any(m.last == first for m in reading.owners)
            somebody |= any(m.kind == "given_name" and m.last == first for m in reading.marks)
            classes = VERB_CLASSES.intersection(self._lexicon.form(text[:-1]).values) if text[1:].endswith("s") else ()
            if somebody and classes:
                reading.metrics = [m for m in reading.metrics if m.first != first]
                self._change(words[i], dict.fromkeys(classes))
                reading.chars = characters(words)
            return

    def _adjectives(self, reading: Reading) -> None:
        """Take the verb out of adjectives and things between a number and what follows: '20 bokade återbesök'."""
        words, changed = reading.words, False
        governed = False  # by a verb before it: 'sälja 30 cyklar'
        for match in self._verb().finditer(reading.chars):
            word, at = words[match.start()], match.start()
            inside = at > 0 and "number" in words[at - 1] and word.last - word.first == 1 and word.has(VERB_CLASSES)
            after = words[at + 1] if at + 1 < len(words) else None
            verb = at - 3 if at > 2 and words[at - 2].has(BOUNDS) else at - 2  # 'hålla minst fem öppna föreläsningar'
            thing = inside and governed and "auxiliary" not in word and verb >= 0 and words[verb].has(VERB_CLASSES)
            left = not governed and word.has(VERB_CLASSES) and self._is_left(words, at, reading)
            governed = True
            if left or thing or (inside and after is not None and "other" in after and "capital" not in after):
                self._change(word, {"other": None})
                changed = True
        if changed:
            reading.chars = characters(words)

    def _is_left(self, words: list[Word], at: int, reading: Reading) -> bool:
        """'Max 10 ärenden öppna samtidigt': whether what is counted is what looks like an infinitive, with no verb."""
        word = words[at]
        counted = at > 1 and "number" in words[at - 2] and words[at - 1].has(THINGS)
        if not counted or word.last - word.first > 1 or any("auxiliary" in w for w in words[:at]):
            return False
        return not self._lexicon.is_inflected(reading.folded(word))

    def _ends_phrase(self, words: list[Word], at: int, reading: Reading) -> bool:
        """'From dental practices by May': whether an inflected verb without object ends what a preposition governs."""
        word, after = words[at], words[at + 1] if at + 1 < len(words) else None
        i = at - 1
        while i > 0 and at - i <= _MOST_ADJECTIVES and "other" in words[i] and "capital" not in words[i]:
            i -= 1
        if i == at - 1 or not words[i].has(PREPOSITIONS) or not word.has(CAUSING) or word.last - word.first > 1:
            return False
        if after is not None and not after.has(_BEHIND_PHRASE):
            return False
        text = reading.tokens[word.first].text  # where nouns stand beside one another, a plural looks like a verb's -s
        return text.endswith("s") and self._lexicon.is_inflected(reading.folded(word))

    def _is_counted(self, words: list[Word], at: int, reading: Reading) -> bool:
        """'We need 14 (more) host families': whether a verb stands between a number that is needed and a plural."""
        word, after = words[at], words[at + 1] if at + 1 < len(words) else None
        i = at - 2 if "more" in words[at - 1] else at - 1
        needed = i > 0 and "number" in words[i] and words[i - 1].has(_NEEDED)
        if not needed or after is None or not after.has(THINGS) or word.last - word.first > 1:
            return False
        endings = self._lexicon.endings
        return not endings.is_plural(reading.folded(word)) and endings.is_plural(reading.tokens[after.last - 1].text)

    def _says_which(self, words: list[Word], at: int, reading: Reading) -> bool:
        """'Grow the number of pupils taking lunches to 310': whether a participle right behind what is to change only
        says which are meant."""
        before = words[at - 1]
        if "achieve" not in words[at] or not before.has(THINGS):
            return False
        verb = next((i for i in range(at - 1, -1, -1) if words[i].has(VERB_CLASSES)), None)
        counted = any(mark.kind == "quantifier" and mark.last == before.first for mark in reading.marks)
        return counted and verb is not None and words[verb].has(CHANGING)

    def _is_head(self, words: list[Word], at: int, reading: Reading) -> bool:
        """'30 a week at the Hove practice': whether a verb's base form heads a noun phrase that ends with it.

        Before it stands a noun in the singular, with which no base form agrees, and before that an article. Not behind
        a verb that makes others do: 'have the choir practise by May'.
        """
        word, i = words[at], at - 1
        after = words[at + 1] if at + 1 < len(words) else None
        ends = after is None or after.has(_BEHIND_PHRASE | LIMITS) or reading.chars[at + 1] == TAKEN
        text, noun = reading.folded(word), reading.folded(words[i])
        base = word.last - word.first == 1 and not (
            self._lexicon.is_inflected(text) or self._lexicon.endings.is_plural(text)
        )
        if not (ends and base) or self._lexicon.endings.is_plural(noun) or self._lexicon.is_group_noun(noun):
            return False
        while i > 0 and at - i <= _MOST_ADJECTIVES and words[i].has(_QUALIFIERS):
            i -= 1
        if i == at - 1 or not words[i].has(ARTICLES):
            return False
        return i == 0 or self._lexicon.persons.causes.isdisjoint(reading.forms[words[i - 1].first].keys)

    def _is_perfect(self, words: list[Word], at: int, reading: Reading) -> bool:
        """'We will have grown to 700': whether a verb behind 'have', itself behind an auxiliary, says what is done."""
        after = words[at + 1] if at + 1 < len(words) else None
        if at < 2 or "auxiliary" not in words[at - 2] or (after is not None and after.has(THINGS)):
            return False
        return self._lexicon.is_inflected(reading.folded(words[at]))

    def _is_kept_up(self, words: list[Word], at: int, reading: Reading) -> bool:
        """Whether work is what is kept up, by a number behind its verb: 'keep publishing two posts a week'."""
        word, after = words[at], words[at + 1] if at + 1 < len(words) else {}
        counted = any(name in after for name in ("number", "a", "the"))
        return counted and "activity" in word and self._lexicon.is_inflected(reading.folded(word))


def _ends_articled(reading: Reading, at: int) -> bool:
    """'For the whole relaunch by May': whether a preposition, an article and an adjective stand before a word."""
    words, i = reading.words, at - 1
    if at + 1 < len(words) and not (words[at + 1].has(_BEHIND_PHRASE) or reading.chars[at + 1] == TAKEN):
        return False
    while i > 0 and at - i <= _MOST_ADJECTIVES and "other" in words[i] and "capital" not in words[i]:
        i -= 1
    return 0 < i < at - 1 and words[i].has(ARTICLES) and words[i - 1].has(PREPOSITIONS)


def _ends_compound(words: list[Word], at: int) -> bool:
    """'4 heat-pump campaigns': whether a hyphen joins a word to one before it, between a number and a noun."""
    if at < 3 or at + 1 >= len(words) or "dash" not in words[at - 1]:
        return False
    first, dash = words[at - 2], words[at - 1]
    joined = first.end == dash.start and dash.end == words[at].start
    lettered = joined and first.end - first.start == 1  # '40 e-bikes a month'
    return joined and "number" in words[at - 3] and (lettered or words[at + 1].has(THINGS))


def _in_compound(words: list[Word], at: int) -> bool:
    """'Made-to-measure blinds', 'print-on-demand books': whether two hyphens or more join a word to others."""
    first, last = at, at
    while first > 1 and "dash" in words[first - 1] and words[first - 2].end == words[first - 1].start:
        if words[first - 1].end != words[first].start:
            break
        first -= 2
    while last + 2 < len(words) and "dash" in words[last + 1] and words[last].end == words[last + 1].start:
        if words[last + 1].end != words[last + 2].start:
            break
        last += 2
    return last - first > _ONE_HYPHEN
