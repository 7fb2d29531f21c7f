"""From an inflected word to the dictionary forms it may have: one door, a back end a language family."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from smartgoals.lexicon.counting import Counting
from smartgoals.text.fold import fold
from smartgoals.text.locales import plural
from smartgoals.text.remember import remembered

_PLURAL = ("plur", "nomn")
_ONE, _PART = ("sing", "accs"), ("sing", "gent")  # those of the object that is one, and of a part of one
_GENITIVE = ("plur", "gent")  # number and case of what most numbers count, and of adjectives behind all but one
# Grammemes of pymorphy3's dictionaries; 'Impe' is the Ukrainian '-но, -то', a result.
_VERB_FORMS = {
    "INFN": "infinitive", "infn": "infinitive", "impr": "imperative", "past": "past", "Impe": "past",
    "pres": "present", "futr": "future",
}  # fmt: skip
_ADJECTIVES = frozenset(("ADJF", "PRTF"))  # ru participles, as uk has them among the adjectives
_NAMES = frozenset(("Name", "Patr", "Surn"))
_PERSONS = {"1per": "first", "2per": "second", "3per": "third"}
_MOST_PARSES = 10  # remembered: what is asked of a new word is asked in one goal
_NONFINITE = {"GRND": "converb", "PRTF": "participle"}
_NO_VERBS = frozenset(("PRTF", "GRND", "NOUN", "ADJF"))
_BARE_VERB = frozenset(("VERB", "impf", "perf"))  # all that is said of some infinitives: uk 'вирізати'
_NO_TERM = frozenset[str]().__contains__
_SETS: dict[frozenset[str], frozenset[str]] = {}  # one for all words of which the same is told: there are few


class Morphology(Protocol):
    """Dictionary forms of folded words."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The possible dictionary forms of a word of a text, itself among them."""

    def verb_forms(self, word: str) -> frozenset[str]:
        """What a word may be: 'infinitive', 'imperative', 'past', 'present', 'future', 'noun'.

        'vow' is the future in the first person; 'first', 'second' and 'third' are persons. Empty where the word
        alone cannot tell.
        """

    def nonfinite(self, word: str) -> frozenset[str]:
        """'converb' ('публикуя') or 'participle' ('купивших') for a word that can only be one; empty for others."""

    def cases(self, word: str) -> frozenset[str]:
        """The cases that a word may stand in, as pymorphy3 calls them; empty where the language has none."""

    def is_name(self, word: str) -> bool:
        """Whether a word is known as a person's name and as nothing else."""

    def may_be_name(self, word: str) -> bool:
        """Whether a word is known as a person's name, whatever else it may be."""

    def is_rather_name(self, word: str) -> bool:
        """Whether most of what a known word may be are persons' names: 'Ткаченко', not 'Борщ'."""

    def is_adjective(self, word: str) -> bool:
        """Whether a word may be an adjective beside a noun."""

    def is_single(self, word: str) -> bool:
        """Whether a word is the object of a verb and one of what there may be several of."""

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        """The forms under which a word of a vocabulary term is kept, of its `lemmas`."""

    def agree(
        self, words: list[str], was: float | None, n: float, *, genitive: bool, known: Callable[[str], bool]
    ) -> list[str] | None:
        """The words behind a number, as another number asks for them; None if that is not known.

        `genitive`: what stands before the number governs the genitive; `known` tells whether a dictionary form is a
        term: 'статей' is rather of 'статья' than of 'стать'.
        """


@dataclass(frozen=True, slots=True)
class Past:
    """How verbs in the past are told where no dictionary tells: by their endings, or whole."""

    endings: tuple[str, ...]
    forms: frozenset[str]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> Past:
        """That of a language's words."""
        return cls(tuple(words.get("endings", ())), frozenset(map(fold, words.get("forms", ()))))

    def __contains__(self, word: object) -> bool:
        """Whether a folded word may be a verb in the past."""
        return isinstance(word, str) and (word in self.forms or word.endswith(self.endings))


class SuffixMorphology:
    """Candidates by replacing endings; good where inflection is regular and the vocabulary says what exists.

    Candidates overgenerate ('ord' for 'order'): they only count when the vocabulary holds them.
    """

    def __init__(
        self, rules: list[tuple[str, str]], min_stem: int, irregular: dict[str, str], counting: Counting
    ) -> None:
        self._rules: dict[str, list[tuple[int, str]]] = {}  # by ending: place among the rules, replacement
        for place, (ending, replacement) in enumerate(rules):
            self._rules.setdefault(ending, []).append((place, replacement))
        self._longest = max((len(ending) for ending, _ in rules), default=0)
        self._min_stem = min_stem
        self._irregular = irregular
        self._counting = counting

    def lemmas(self, word: str) -> tuple[str, ...]:
        found: dict[str, None] = {word: None}
        if word in self._irregular:
            found[self._irregular[word]] = None
        candidates = []
        for cut in range(max(len(word) - self._longest, self._min_stem), len(word) + 1):
            if (rules := self._rules.get(word[cut:])) is not None:
                candidates += [(place, word[:cut] + replacement) for place, replacement in rules]
        found |= dict.fromkeys([candidate for _, candidate in sorted(candidates)])
        return tuple(found)

    def verb_forms(self, word: str) -> frozenset[str]:
        return frozenset()

    def nonfinite(self, word: str) -> frozenset[str]:
        return frozenset()

    def cases(self, word: str) -> frozenset[str]:
        return frozenset()

    def is_name(self, word: str) -> bool:
        return False

    def may_be_name(self, word: str) -> bool:
        return False

    def is_rather_name(self, word: str) -> bool:
        return False

    def is_adjective(self, word: str) -> bool:
        return False

    def is_single(self, word: str) -> bool:
        return False

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        # terms stand in dictionary form; candidates of a candidate would match too much
        return (word,)

    def agree(
        self, words: list[str], was: float | None, n: float, *, genitive: bool, known: Callable[[str], bool]
    ) -> list[str] | None:
        if was is None or (was == 1) == (n == 1):
            return words  # all numbers but one take the plural
        if n != 1:
            return self._counting.several(words)
        last = words[-1]
        lemmas = [lemma for lemma in self.lemmas(last)[1:] if len(lemma) < len(last) or last in self._irregular]
        return self._counting.one(words, next((w for w in lemmas if known(w)), last if known(last) else None))


def _shared(names: Iterable[str]) -> frozenset[str]:
    told = frozenset(names)
    return _SETS.setdefault(told, told)


class PymorphyMorphology:
    """Dictionary forms from pymorphy3, all of them: its first choice among equal scores is arbitrary."""

    def __init__(
        self,
        dictionary: str,
        irregular: dict[str, str],
        few: tuple[str, str],
        instrumental: tuple[str, ...],
        fixed: frozenset[str],
    ) -> None:
        import pymorphy3

        # all parses count alike, so their probabilities, half of the cost, are not asked for
        self._analyzer = pymorphy3.MorphAnalyzer(lang=dictionary, probability_estimator_cls=None)
        self._irregular = irregular
        self._names = frozenset(irregular.values())
        self._few = few  # number and case of a noun behind 2, 3 and 4
        self._instrumental = instrumental  # endings of that case
        self._fixed = fixed  # nouns that have no other forms, where the dictionary does not say so
        self._dictionary = dictionary
        self._parses = remembered(self._parse, _MOST_PARSES)

    def lemmas(self, word: str) -> tuple[str, ...]:
        found = {word: None}
        if word in self._irregular:
            found[self._irregular[word]] = None
        for parse in self._parses(word):
            found[fold(self._dictionary_form(parse))] = None
        return tuple(found)

    def verb_forms(self, word: str) -> frozenset[str]:
        tags = [parse.tag.grammemes for parse in self._parses(word)]
        verbs = [tag for tag in tags if tag.isdisjoint(_NO_VERBS)]
        forms = {name for tag in verbs for grammeme, name in _VERB_FORMS.items() if grammeme in tag}
        forms |= {"infinitive" for tag in verbs if tag <= _BARE_VERB}
        forms |= {"vow" for tag in verbs if {"futr", "1per"} <= tag}
        forms |= {person for tag in verbs for grammeme, person in _PERSONS.items() if grammeme in tag}
        return _shared(forms | {"noun" for tag in tags if "NOUN" in tag})

    def nonfinite(self, word: str) -> frozenset[str]:
        tags = [parse.tag.grammemes for parse in self._parses(word)]
        if any(tag.isdisjoint(_NONFINITE) for tag in tags):
            return _shared(())
        return _shared(name for grammeme, name in _NONFINITE.items() for tag in tags if grammeme in tag)

    def cases(self, word: str) -> frozenset[str]:
        parses = self._parses(word)
        if word.endswith(self._instrumental) and not any(parse.is_known for parse in parses):
            return _shared(("ablt",))  # of loan words the dictionary guesses every case
        return _shared(str(parse.tag.case) for parse in parses if parse.tag.case is not None)

    def is_name(self, word: str) -> bool:
        known = self._analyzer.word_is_known(word)
        return known and not any(_NAMES.isdisjoint(p.tag.grammemes) for p in self._parses(word))

    def may_be_name(self, word: str) -> bool:
        known = self._analyzer.word_is_known(word)
        return known and any(not _NAMES.isdisjoint(p.tag.grammemes) for p in self._parses(word))

    def is_rather_name(self, word: str) -> bool:
        named = [not _NAMES.isdisjoint(p.tag.grammemes) for p in self._parses(word)]
        return sum(named) > len(named) / 2 and bool(self._analyzer.word_is_known(word))

    def is_adjective(self, word: str) -> bool:
        return any(not _ADJECTIVES.isdisjoint(parse.tag.grammemes) for parse in self._parses(word))

    def is_single(self, word: str) -> bool:
        tags = [parse.tag.grammemes for parse in self._parses(word)]
        nouns = [tag for tag in tags if {"NOUN", "accs"} <= tag and _NAMES.isdisjoint(tag)]
        return any("Sgtm" not in tag for tag in nouns) and not any("plur" in tag for tag in nouns)

    def _parse(self, word: str) -> list[Any]:
        try:
            return list(self._analyzer.parse(word))
        except ValueError:  # it asks for the names of letters, and some scripts have none
            return []

    @staticmethod
    def _dictionary_form(parse: Any) -> str:
        """The normal form, but of a participle its own: 'заключённый', not the verb 'заключить'."""
        if "PRTF" in parse.tag.grammemes:
            participle = parse.inflect({"sing", "masc", "nomn"})
            if participle is not None:
                return str(participle.word)
        return str(parse.normal_form)

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        return lemmas

    def agree(
        self, words: list[str], was: float | None, n: float, *, genitive: bool, known: Callable[[str], bool]
    ) -> list[str] | None:
        (_, source), (beside, wanted) = self._governed(was, genitive), self._governed(n, genitive)
        if source == wanted or words[-1].isascii():
            return words
        adjectives: list[Any] = []
        for word in words[:-1]:
            if (adjective := self._adjective(word)) is None:
                break
            adjectives.append(adjective)
        at = len(adjectives)
        if words[at] in self._fixed:
            formed = [self._formed(a, *beside, None) for a in adjectives]
            return None if None in formed else [*map(str, formed), *words[at:]]
        noun = self._noun(words[at], source, known)
        guessed = noun is not None and not noun.is_known and words[at] not in self._irregular
        if noun is None or (guessed and wanted == _ONE and self._gender(noun) == "masc"):
            return None  # a guess does not tell what lives: '1 беклинк', but '1 фоловера'
        if beside != wanted and self._gender(noun) == "femn":
            beside = ("plur", "nomn")  # две новые заявки
        formed = [*(self._formed(a, *beside, noun) for a in adjectives), self._formed(noun, *wanted, noun)]
        return None if None in formed else [*(str(word) for word in formed), *words[at + 1 :]]

    def _noun(self, word: str, source: tuple[str, str], known: Callable[[str], bool]) -> Any:
        """The parse of a noun in a number and case, or in those that people write for it; None if it is not known."""
        if (own := self._irregular.get(word, word)) in self._names:
            return self._sibling(own)
        sources = [source]
        if source == self._few:
            sources.append(_GENITIVE)  # 'нанять 3 менеджеров'
        elif source == _ONE:
            sources.append(("sing", "nomn"))  # 'привлечь 41 клиент'
        for form in sources:
            noun = self._parsed(word, ("NOUN",), *form, known)
            if noun is not None and (form == source or noun.tag.animacy == "anim"):
                return noun
        return None

    def _governed(self, n: float | None, genitive: bool) -> tuple[tuple[str, str], tuple[str, str]]:
        """The numbers and cases that a numeral, or none, asks of adjectives and of their noun."""
        if n is None:
            return _PLURAL, _PLURAL
        if not float(n).is_integer():
            return _PART, _PART  # '2,5 процентного пункта'
        category = plural(self._dictionary, int(n))
        if category == "one":
            one = _PART if genitive else _ONE
            return one, one
        return _GENITIVE, self._few if category == "few" and not genitive else _GENITIVE

    def _adjective(self, word: str) -> Any:
        """The parse of an adjective as numerals may have it; None if it is none."""
        forms = (*(("plur", case) for case in ("gent", "nomn")), *(("sing", case) for case in ("accs", "gent")))
        parses = (self._parsed(word, ("ADJF", "PRTF"), *form) for form in forms)
        return next((parse for parse in parses if parse is not None), None)

    def _parsed(
        self,
        word: str,
        parts: tuple[str, ...],
        number: str,
        case: str,
        term: Callable[[str], bool] = _NO_TERM,
    ) -> Any:
        """The parse of a word that the dictionary knows, or that is a term, as a form of some parts of speech; None if
        there is none."""
        found = [
            parse
            for parse in self._parses(word)
            if (parse.is_known or term(parse.normal_form))
            and parse.tag.POS in parts
            and case in parse.tag
            and ("plur" in parse.tag) == (number == "plur")
        ]
        # a client is first a person
        return min(
            found,
            key=lambda p: (
                not _NAMES.isdisjoint(p.tag.grammemes),
                p.normal_form not in self._names,
                not term(p.normal_form),
                p.tag.animacy != "anim",
            ),
            default=None,
        )

    def _sibling(self, lemma: str) -> Any:
        """The parse of a noun that the dictionary misreads by the form that tells its others best: 'лідів' of 'лід'."""
        forms = {lemma, *(form for form, own in self._irregular.items() if own == lemma)}
        nouns = (
            p for form in sorted(forms) for p in self._parses(form) if (p.normal_form, p.tag.POS) == (lemma, "NOUN")
        )
        return max(nouns, key=lambda p: len(forms & {form.word for form in p.lexeme}), default=None)

    @staticmethod
    def _gender(noun: Any) -> str | None:
        return next((g for form in noun.lexeme for g in ("masc", "femn", "neut") if g in form.tag), None)

    @staticmethod
    def _formed(parse: Any, number: str, case: str, noun: Any) -> str | None:
        """The form of a word in a number and case, agreeing with a noun; None if there is none."""
        plural = number == "plur"
        gender, animacy = (None, None) if noun is None else (PymorphyMorphology._gender(noun), noun.tag.animacy)
        if case == "accs" and gender == "masc" and animacy == "inan":
            case = "nomn"  # the accusative of things
        for form in parse.lexeme:
            tag = form.tag
            same = (tag.POS, tag.voice, tag.tense) == (parse.tag.POS, parse.tag.voice, parse.tag.tense)
            if case not in tag or ("plur" in tag) != plural or not same:
                continue
            agrees = gender is not None and gender in tag and tag.animacy in (None, animacy)
            if plural or parse is noun or agrees:
                return str(form.word)
        return None


def morphology(settings: dict[str, Any]) -> Morphology:
    """The back end that a language's `[morphology]` table asks for.

    Raises ValueError for a kind that does not exist.
    """
    irregular = settings.get("irregular", {})
    kind = settings.get("kind")
    if kind == "suffix":
        rules = [(ending, replacement) for ending, replacement in settings["rules"]]
        return SuffixMorphology(rules, settings.get("min_stem", 3), irregular, Counting.of(settings.get("counted", {})))
    if kind == "pymorphy":
        few, instrumental = tuple(settings["few"]), tuple(settings.get("instrumental", ()))
        fixed = frozenset(map(fold, settings.get("fixed", ())))
        return PymorphyMorphology(settings["dictionary"], irregular, few, instrumental, fixed)
    raise ValueError(f"[morphology] kind must be 'suffix' or 'pymorphy', not {kind!r}")
