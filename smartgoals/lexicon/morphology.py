"""From an inflected word to the dictionary forms it may have: one door, a back end a language family."""

from __future__ import annotations

from typing import Any, Protocol


class Morphology(Protocol):
    """Dictionary forms of folded words."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The possible dictionary forms of a word of a text, itself among them."""

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        """The forms under which a word of a vocabulary term is kept, of its `lemmas`."""

    def agree(self, words: list[str], n: int, *, genitive: bool = False) -> list[str]:
        """The words behind a number that asked for the genitive plural, as another number asks for them.

        `genitive`: what stands before the number governs the genitive.
        """


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

    def term_lemmas(self, word: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        # terms stand in dictionary form; candidates of a candidate would match too much
        return (word,)

    def agree(self, words: list[str], n: int, *, genitive: bool = False) -> list[str]:
        return words  # all numbers but one take the plural


class PymorphyMorphology:
    """Dictionary forms from pymorphy3, all of them: its first choice among equal scores is arbitrary."""

    def __init__(self, dictionary: str, irregular: dict[str, str], few: tuple[str, str]) -> None:
        import pymorphy3

        # all parses count alike, so their probabilities, half of the cost, are not asked for
        self._analyzer = pymorphy3.MorphAnalyzer(lang=dictionary, probability_estimator_cls=None)
        self._irregular = irregular
        self._few = few  # number and case of a noun behind 2, 3 and 4
        self._dictionary = dictionary

    def lemmas(self, word: str) -> tuple[str, ...]:
        found = {word: None}
        if word in self._irregular:
            found[self._irregular[word]] = None
        for parse in self._analyzer.parse(word):
            found[self._dictionary_form(parse).replace("ё", "е")] = None
        return tuple(found)

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

    def agree(self, words: list[str], n: int, *, genitive: bool = False) -> list[str]:
        from babel import Locale

        category = Locale.parse(self._dictionary).plural_form(n)
        if category == "many" or (genitive and category == "few"):
            return words
        parses = [self._counted(word, {"ADJF", "PRTF"}) for word in words]
        noun = next((i for i, word in enumerate(words) if parses[i] is None and word.isalpha()), None)
        head = None if noun is None else self._counted(words[noun], {"NOUN"})
        if noun is None or head is None:
            return words
        parses[noun] = head
        number, case = ("sing", "gent" if genitive else "accs") if category == "one" else self._few
        adjectives = (number, case) if category == "one" else ("plur", "gent")
        agreed = [self._formed(p, *adjectives, head) for p in parses[:noun]] + [self._formed(head, number, case, head)]
        return words if None in agreed else [str(word) for word in agreed] + words[noun + 1 :]

    def _counted(self, word: str, parts: set[str]) -> Any:
        """The parse of a word that the dictionary knows as a genitive plural of some parts of speech."""
        for parse in self._analyzer.parse(word):
            known = parse.is_known or self._irregular.get(word) == parse.normal_form
            if known and parse.tag.POS in parts and {"plur", "gent"} in parse.tag:
                return parse
        return None

    @staticmethod
    def _formed(parse: Any, number: str, case: str, head: Any) -> str | None:
        """The form of a word in a number and case, agreeing with a noun; None if there is none."""
        plural = number == "plur"
        gender = next((g for form in head.lexeme for g in ("masc", "femn", "neut") if g in form.tag), None)
        for form in parse.lexeme:
            tag = form.tag
            fits = case in tag and ("plur" in tag) == plural and tag.POS == parse.tag.POS
            alike = plural or parse is head or (gender in tag and not (tag.animacy and tag.animacy != head.tag.animacy))
            if fits and alike:
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
        return SuffixMorphology(rules, settings.get("min_stem", 3), irregular)
    if kind == "pymorphy":
        return PymorphyMorphology(settings["dictionary"], irregular, tuple(settings["few"]))
    raise ValueError(f"[morphology] kind must be 'suffix' or 'pymorphy', not {kind!r}")
