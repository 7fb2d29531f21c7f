"""From an inflected word to the dictionary forms it may have: one door, a back end a language family."""

from __future__ import annotations

from typing import Any, Protocol

# Grammemes of pymorphy3's dictionaries; 'Impe' is the Ukrainian '-но, -то', a result.
_VERB_FORMS = {
    "INFN": "infinitive", "infn": "infinitive", "impr": "imperative", "past": "past", "Impe": "past",
    "pres": "present", "futr": "future",
}  # fmt: skip
_NO_VERBS = frozenset(("PRTF", "GRND", "NOUN", "ADJF"))


class Morphology(Protocol):
    """Dictionary forms of folded words."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The possible dictionary forms of a word of a text, itself among them."""

    def verb_forms(self, word: str) -> frozenset[str]:
        """What a word may be: 'infinitive', 'imperative', 'past', 'present', 'future', 'noun'.

        'vow' is the future in the first person. Empty where the word alone cannot tell.
        """

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        """The forms under which a word of a vocabulary term is kept, of its `lemmas`."""


class SuffixMorphology:
    """Candidates by replacing endings; good where inflection is regular and the vocabulary says what exists.

    Candidates overgenerate ('ord' for 'order'): they only count when the vocabulary holds them.
    """

    def __init__(self, rules: list[tuple[str, str]], min_stem: int, irregular: dict[str, str]) -> None:
        self._rules: dict[str, list[tuple[int, str]]] = {}  # by ending: place among the rules, replacement
        for place, (ending, replacement) in enumerate(rules):
            self._rules.setdefault(ending, []).append((place, replacement))
        self._longest = max((len(ending) for ending, _ in rules), default=0)
        self._min_stem = min_stem
        self._irregular = irregular

    def lemmas(self, word: str) -> tuple[str, ...]:
        found: dict[str, None] = {word: None}
        if word in self._irregular:
            found[self._irregular[word]] = None
        candidates = []
        for cut in range(max(len(word) - self._longest, self._min_stem), len(word) + 1):
            candidates += [(place, word[:cut] + replacement) for place, replacement in self._rules.get(word[cut:], ())]
        found |= dict.fromkeys(candidate for _, candidate in sorted(candidates))
        return tuple(found)

    def verb_forms(self, word: str) -> frozenset[str]:
        return frozenset()

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        # terms stand in dictionary form; candidates of a candidate would match too much
        return (word,)


class PymorphyMorphology:
    """Dictionary forms from pymorphy3, all of them: its first choice among equal scores is arbitrary."""

    def __init__(self, dictionary: str, irregular: dict[str, str]) -> None:
        import pymorphy3

        # all parses count alike, so their probabilities, half of the cost, are not asked for
        self._analyzer = pymorphy3.MorphAnalyzer(lang=dictionary, probability_estimator_cls=None)
        self._irregular = irregular

    def lemmas(self, word: str) -> tuple[str, ...]:
        found = {word: None}
        if word in self._irregular:
            found[self._irregular[word]] = None
        for parse in self._analyzer.parse(word):
            found[self._dictionary_form(parse).replace("ё", "е")] = None
        return tuple(found)

    def verb_forms(self, word: str) -> frozenset[str]:
        tags = [parse.tag.grammemes for parse in self._analyzer.parse(word)]
        verbs = [tag for tag in tags if tag.isdisjoint(_NO_VERBS)]
        forms = {name for tag in verbs for grammeme, name in _VERB_FORMS.items() if grammeme in tag}
        forms |= {"vow" for tag in verbs if {"futr", "1per"} <= tag}
        return frozenset(forms | {"noun" for tag in tags if "NOUN" in tag})

    @staticmethod
    def _dictionary_form(parse: Any) -> str:
        """The normal form, but of a participle its own: 'заключённый', not the verb 'заключить'."""
        if parse.tag.POS == "PRTF":
            participle = parse.inflect({"sing", "masc", "nomn"})
            if participle is not None:
                return str(participle.word)
        return str(parse.normal_form)

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        return lemmas


def morphology(settings: dict[str, Any]) -> Morphology:
    """The back end that a language's `[morphology]` table asks for.

    Raises ValueError for a kind that does not exist.
    """
    irregular = settings.get("irregular", {})
    kind = settings.get("kind")
    if kind == "suffix":
        rules = [(ending, replacement) for ending, replacement in settings["rules"]]
        return SuffixMorphology(rules, settings.get("min_stem", 3), irregular)
    if kind == "pymorphy":
        return PymorphyMorphology(settings["dictionary"], irregular)
    raise ValueError(f"[morphology] kind must be 'suffix' or 'pymorphy', not {kind!r}")
