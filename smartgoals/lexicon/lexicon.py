"""One language's knowledge, compiled: built once, shared by all readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import Any

from smartgoals.grammar.classes import CLASSES, Alphabet
from smartgoals.lexicon import files
from smartgoals.lexicon.compounds import Compounds, single_numerals
from smartgoals.lexicon.endings import Endings
from smartgoals.lexicon.morphology import Past, morphology
from smartgoals.lexicon.persons import Persons
from smartgoals.lexicon.spelling import Speller, one_script
from smartgoals.lexicon.terms import TermKeys
from smartgoals.lexicon.trie import Node, Trie
from smartgoals.ontology import ontology
from smartgoals.text.fold import fold
from smartgoals.text.locales import plural
from smartgoals.text.remember import Memory, remembered
from smartgoals.vocabulary import Vocabulary

GRAMMAR_FILES = ("numerals.toml", "calendar.toml", "quantities.toml", "verbs.toml")
_SETTINGS = {
    "prefixes", "point", "compound", "ones", "day_first", "month_day", "number_before_unit", "slash_dates",
}  # fmt: skip # keys of grammar files that are no class
_VERB_TABLES = {"multiply_nouns": "noun_multiply"}
_READ_SETS = (
    "number", "number day", "number year", "number decimal_date", "date", "name", "other", "other capital",
    "metric", "channel", "owner", "period", "period number year", "number a", "number fraction day",
)  # fmt: skip
MOST_WORDS = 8_000  # remembered beside the vocabulary's own, in each language and each process

_NOTHING: frozenset[str] = frozenset()
_NO_CLASSES: dict[str, Any] = {}

Payload = tuple[str, Any]  # class or kind of entity, and what the word says of it


@dataclass(slots=True)
class Form:
    """What is known of one written form of a word; shared, never to be changed."""

    keys: tuple[str, ...]
    filler: bool
    entities: tuple[Payload, ...]  # what it is as a term of one word
    entity_nodes: tuple[Node[Payload], ...]  # where longer terms beginning with it go on
    entity_next: Set[str]  # keys that they go on with
    begins_pattern: bool
    values: dict[str, Any]  # its classes as a grammar term of one word
    grammar_nodes: tuple[Node[Payload], ...]  # where longer grammar terms go on
    grammar_next: Set[str]  # keys that they go on with
    char: str  # the character of its classes, empty if it has none
    alone: bool  # whether its classes are those of the word wherever no longer term begins with it
    unknown: bool  # whether it is a word that the grammar does not know
    beside: bool  # whether a term of `Lexicon.beside` begins with it


class Lexicon:
    """The words of a language: grammar words with their classes, and terms of entities.

    `grammar` and `entities` are tries over the keys of `form(word)`; a key is a dictionary form, or '=' and an exact
    form.  Entity values are pairs (kind, id), kind one of metric, channel, platform, paid, team, bare, label, title,
    vague.
    """

    def __init__(self, language: str, vocabulary: str = "") -> None:
        """`language` is a code or a folder's path, `vocabulary` the key of what a user adds."""
        self.vocabulary = vocabulary
        self.ontology = ontology()
        path = files.folder(language)
        settings = files.read(path, "language.toml")
        self.code: str = settings["code"]
        self._morphology = morphology(settings["morphology"])
        self.past = Past.of(settings.get("past", {}))
        self.alphabet = Alphabet()
        self.grammar: Trie[Payload] = Trie()
        self.entities: Trie[Payload] = Trie()
        self.patterns: Trie[Payload] = Trie()  # terms with a placeholder, matched once the plain ones are
        self.beside: Trie[Payload] = Trie()  # words beside a channel that say what it is
        self.singulars: dict[str, str] = {}  # metrics whose terms are plurals alone, by their singular: 'customer'
        self.comparatives: Trie[str] = Trie()  # what a comparative says of what is counted: many, content, good, cheap
        self.firsts: set[str] = set()  # words that may begin a compound
        self.heads: set[str] = set()  # keys of words that may end one
        # terms of channels that may end a compound: 'bokmässan'
        self._channel_heads = frozenset(settings["morphology"].get("compounds", {}).get("channel_heads", ()))
        self.closed_heads: set[str] = set()  # those of them that count only behind a first part that is known
        self._lemmas = Memory(self._lemmas_of, MOST_WORDS)
        self._own: dict[str, Form] = {}  # forms of the vocabulary's words, which are never forgotten
        self._others = Memory(self._look_up, MOST_WORDS)
        self._next: dict[tuple[Node[Payload], ...], Set[str]] = {}
        # what the morphology tells of a folded word, remembered; see `Morphology`
        self.verb_forms = remembered(self._morphology.verb_forms, MOST_WORDS)
        self.nonfinite = remembered(self._morphology.nonfinite, MOST_WORDS)
        self.cases = remembered(self._morphology.cases, MOST_WORDS)
        self.is_name = remembered(self._morphology.is_name, MOST_WORDS)
        self.may_be_name = remembered(self._morphology.may_be_name, MOST_WORDS)
        self.is_rather_name = remembered(self._morphology.is_rather_name, MOST_WORDS)
        self.is_group_noun = remembered(self._is_group_noun, MOST_WORDS)
        self.is_adjective = remembered(self._morphology.is_adjective, MOST_WORDS)
        self.is_single = remembered(self._morphology.is_single, MOST_WORDS)
        self.term_keys = TermKeys(self._morphology, self.lemmas, settings["fillers"])
        self.numeral_parts: dict[str, Payload] = {}  # what numerals written together are made of, by exact form
        numerals = files.read(path, "numerals.toml")
        self.point: str = numerals.get("point", ",")
        self.ones: list[str] = numerals.get("ones", [])  # articles that end such numerals: 'tjugoett'
        if numerals.get("compound", False):
            self.numeral_parts = single_numerals(numerals)
        self.per: tuple[str, ...] = tuple(settings.get("per", ()))  # what a slash inside a term stands for: 'cost/lead'
        self.preambles = self.trie({"": settings.get("preambles", ())})  # names of goals as such: 'Goal: …'
        self.infinitive_purpose: bool = settings.get("infinitive_purpose", False)  # a bare 'to' may open one
        self.noun_adjuncts: bool = settings.get("noun_adjuncts", False)  # a noun may qualify one: "spring campaign"
        self.has_cases: bool = settings["morphology"]["kind"] == "pymorphy"  # a noun's form tells what it depends on
        self.abstract = tuple(settings["morphology"].get("abstract", ()))  # of nouns: 'приверженность сотрудников'
        self.endings = Endings.of(settings["morphology"])
        self.definite = tuple(settings["morphology"].get("definite", ()))  # endings of 'the guide' where it is one word
        self.counting = frozenset(settings["morphology"].get("counting", ()))  # 'fewer': only things that are counted
        self.wholes = frozenset(settings["morphology"].get("wholes", ()))  # 'all' of something
        order = files.read(path, "calendar.toml")
        self.day_first: bool = order.get("day_first", True)  # '10/11' is 10 November
        self.month_day: bool = order.get("month_day", False)  # a day may follow its month: 'Oct 31'
        self.slash_dates: bool = order.get("slash_dates", True)  # '10/11' is a date
        self.number_before_unit: bool = order.get("number_before_unit", False)  # '3 квартал' is the third
        self.prefixes: frozenset[str] = frozenset()
        self._speller: Speller | None = None
        self._begin: frozenset[str] = frozenset()  # keys that a term begins with
        if vocabulary:
            self._load_vocabulary(Vocabulary.model_validate_json(vocabulary))
        self._load_entities(path, settings)
        self._load_grammar(path)
        copula = self.grammar.root.children.get(settings["morphology"].get("copula", ""))
        self.passives = {key: dict(node.values) for key, node in copula.children.items()} if copula else {}
        self.compounds = Compounds(self, settings["morphology"])
        self._close()
        self.term_keys.forget()
        if "spelling" in settings:
            tries = (self.patterns, self.beside)
            self._speller = Speller(self.entities, tries, self.grammar, settings["spelling"], self.past)

    # ---- words

    def form(self, word: str) -> Form:
        """What is known of a folded word."""
        found = self._own.get(word)
        return self._others[word] if found is None else found

    def numeral(self, digits: str) -> Form:
        """What is known of a numeral in digits: nothing, for nearly all."""
        exact = "=" + digits
        return self.form(digits) if exact in self._begin else _unknown((exact,), filler=False, word=False)

    def _look_up(self, word: str) -> Form:
        keys = self._keys(word)
        filler = not self.term_keys.fillers.isdisjoint(keys)
        if self._begin.isdisjoint(keys):
            if meant := one_script(word) or (self._speller.meant(word, self.lemmas(word)) if self._speller else None):
                return self.form(meant)
            return _unknown((*keys, *self.compounds.kinds(word)), filler=filler, word=word.isalpha())
        entities, grammar = self.entities.root.children, self.grammar.root.children
        entity_nodes, grammar_nodes = self.entities.nodes(keys), self.grammar.nodes(keys)
        values = {name: payload for key in keys if key in grammar for name, payload in grammar[key].values}
        sign = len(word) == 1 and word != "." and not word.isdigit()  # a point ends a sentence or nothing
        return Form(
            (*keys, *self.per) if word == "/" else keys,
            filler,
            tuple(dict.fromkeys(value for key in keys if key in entities for value in entities[key].values)),
            entity_nodes,
            self._onwards(entity_nodes),
            any(key in self.patterns for key in keys),
            values or _NO_CLASSES,
            grammar_nodes,
            self._onwards(grammar_nodes),
            self.alphabet.character(values) if values else "",
            bool(values) and (sign or word.isalpha()) and "ordinal" not in values,
            not values and word.isalpha(),
            any(key in self.beside for key in keys),
        )

    def _onwards(self, nodes: tuple[Node[Payload], ...]) -> Set[str]:
        """The keys with which terms go on from some nodes, one set for all forms that lead to these."""
        if len(nodes) == 1:
            return nodes[0].children.keys()
        if nodes not in self._next:
            self._next[nodes] = frozenset(chain.from_iterable(node.children for node in nodes))
        return self._next[nodes]

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The dictionary forms that a folded word may have, itself among them."""
        return self._lemmas[word]

    def _lemmas_of(self, word: str) -> tuple[str, ...]:
        return self._morphology.lemmas(word)

    def agree(self, phrase: str, was: float | None, n: float, *, genitive: bool = False) -> str | None:
        """A phrase that was counted by a number, or a plural, as the number `n` asks for it; see `Morphology.agree`."""
        agreed = self._morphology.agree(phrase.split(" "), was, n, genitive=genitive, known=self.entities.__contains__)
        return None if agreed is None else " ".join(agreed)

    def is_inflected(self, word: str) -> bool:
        """Whether a grammar word stands in another form than the vocabulary's."""
        return word not in self.grammar and "=" + word not in self.grammar

    def is_given_name(self, word: str) -> bool:
        """Whether a folded word is a given name as it stands, not in a case."""
        node = self.entities.root.children.get(word)
        return node is not None and ("given_name", None) in node.values

    def knows(self, word: str) -> bool:
        """Whether a term or grammar word begins with this word."""
        return any(key in self.entities or key in self.grammar for key in self._keys(word))

    def trie(self, table: Mapping[str, Iterable[str]]) -> Trie[str]:
        """The terms of a table as a trie over the keys of words; the value of each is its key in the table."""
        trie: Trie[str] = Trie()
        for name, term in _terms(table):
            trie.add(self.term_keys(term, whole=True), name)
        return trie

    def _keys(self, word: str) -> tuple[str, ...]:
        exact = "=" + word
        return (exact, *self.lemmas(word)) if word[0].isalpha() else (exact,)

    def _is_group_noun(self, word: str) -> bool:
        """Whether a folded word, or its dictionary form where cases show, ends the name of a group."""
        words = self.lemmas(word) if self.has_cases else (word,)
        return any(self.persons.is_ending(form) or self.persons.is_institution(form) for form in words)

    def counts_one(self, number: float) -> bool:
        """Whether a noun behind a number is in the singular, by CLDR: 1, uk 41."""
        return number.is_integer() and plural(self.code, int(number)) == "one"

    # ---- data files

    def _load_grammar(self, path: Any) -> None:
        prefixes: set[str] = set()
        for name in GRAMMAR_FILES:
            table = files.read(path, name)
            prefixes.update(table.get("prefixes", ()))
            for payload, term in _classes(table, f"{path}/{name}"):
                self._add_grammar(term, payload)
        for payload, term in _classes(files.read(files.LANGUAGES, "common.toml"), "common.toml"):
            self._add_grammar(term, payload)
            if payload[0] == "currency":
                prefixes.add(term.removeprefix("="))  # 'EUR15k'
        self.prefixes = frozenset(prefixes)

    def _close(self) -> None:
        """Make ready what was loaded."""
        tries = (self.entities, self.grammar, self.patterns, self.beside)
        for trie in tries:
            trie.close()
        self._begin = frozenset(key for trie in tries for key in trie.root.children)
        # patterns are compiled anew when a set of classes is first met: let them meet most of them now
        for values in self.grammar.all_values():
            self.alphabet.character(name for name, _ in values)
        self._own = {word: self._look_up(word) for word in tuple(self._lemmas)}
        for classes in _READ_SETS:
            self.alphabet.character(classes.split())

    def _add_grammar(self, term: str, payload: Payload) -> None:
        self.grammar.add(self.term_keys(term, whole=True), payload)
        if " " in term and not term.startswith("="):  # 'put a stop to' also as it is written
            self.grammar.add(self.term_keys(term, whole=True, fillers=True), payload)

    def _load_vocabulary(self, vocabulary: Vocabulary) -> None:
        """What a user adds comes first, so that it wins over built-in terms of the same length."""
        self.ontology = self.ontology.extended(vocabulary)
        for kind, name, entry in vocabulary.entries():
            for term in entry.terms.get(self.code, ()):
                self._add_entity(term, (kind, name))

    def _load_entities(self, path: Any, settings: dict[str, Any]) -> None:
        metrics = files.read(path, "metrics.toml")
        sets = metrics.get("sets", {})
        for name, term in _terms(metrics["metrics"]):
            self._add_entity(term, ("metric", name), sets)
            if term.startswith("=") and " " not in term:
                self.singulars.update(dict.fromkeys(self.lemmas(fold(term[1:]))[1:], name))
        for term in metrics.get("unknown", {}).get("terms", ()):
            self._add_entity(term, ("metric", None), sets)
        self.comparatives = self.trie(metrics.get("comparatives", {}))
        for term in settings.get("quantifiers", ()):
            self.entities.add(self.term_keys(term), ("quantifier", None))
        for name, kind in (("shares", "share"), ("measures", "measure")):
            for term in settings.get(name, ()):
                self._add_entity(term, (kind, None))
        channels = files.read(path, "channels.toml")
        sets = channels.get("sets", {})
        for name, term in _terms(channels["channels"]):
            self._add_entity(term, ("channel", name), sets)
        for name, term in _terms(channels["platforms"]):
            self._add_entity(term, ("platform", name))
        for _, term in _terms({k: v for k, v in channels["paid"].items() if k != "words"}):
            self._add_entity(term, ("paid", None), sets)
        for term in channels["paid"].get("words", ()):
            self._add_entity(term, ("paid_word", None))
        for name, term in _terms(channels.get("beside", {})):
            self.beside.add(self.term_keys(term), (name, None))
        for name, term in _terms(channels.get("commands", {})):
            self._add_entity(term, ("command", name))
        owners = files.read(path, "owners.toml")
        sets = owners.get("sets", {})
        for term in owners["labels"]["owner"]:
            self._add_entity(term, ("label", None))
        people = owners["people"]
        for end in ("", *(end for end in people.get("possessive", ()) if not end.isalpha())):  # "the bursar's target"
            for name, term in (each for each in _terms(owners["teams"]) if not (end and "<" in each[1])):
                self._add_entity(term + end, ("team", name), sets)
            for name, term in (each for each in _terms(owners["bare"]) if not end or len(each[1]) > len("=it")):
                self._add_entity(term + end, ("bare", name))
            for term in people["titles"]:
                self._add_entity(term + end, ("title", None))
        self.persons = Persons.of(people)
        names = files.read(files.LANGUAGES, "names.toml")[people["shared_names"]] if "shared_names" in people else ()
        for term in (*people.get("names", ()), *names):
            # under the name itself alone: 'Лида' is no form of 'лид'
            self.entities.add([keys[:1] for keys in self.term_keys(term)], ("given_name", None))
            for suffix in people.get("possessive", ()):  # "Jenny's goal"
                self._add_entity(term + suffix, ("possessor", suffix))
        for name, term in _terms(files.read(path, "vague.toml")):
            self._add_entity(term, ("vague", name))

    def _add_entity(self, term: str, value: Payload, sets: Mapping[str, Sequence[str]] | None = None) -> None:
        if "<" in term and sets is not None:  # what a user adds names none
            self._compose(term, value, sets)
            return
        words = self.term_keys(term)
        if not words:
            return
        (self.patterns if "{" in term else self.entities).add(words, value)
        if value[0] in ("metric", "channel", "platform"):
            self.firsts.update(key.removeprefix("=") for keys in words for key in keys)
        if len(words) == 1 and (value[0] in ("metric", "paid_word") or term in self._channel_heads):
            self.heads.update(words[0])
            if value[0] == "paid_word":  # 'Facebookannonser': only behind a platform
                self.closed_heads.update(words[0])

    def _compose(self, term: str, value: Payload, sets: Mapping[str, Sequence[str]]) -> None:
        """Add a term that names sets: each of its parts stands for several alternatives."""
        parts = self.term_keys.alternatives(term, sets)
        (self.patterns if "{" in term else self.entities).compose(parts, value)
        if value[0] in ("metric", "channel"):
            words = chain.from_iterable(chain.from_iterable(parts))
            self.firsts.update(key.removeprefix("=") for keys in words for key in keys)


def _unknown(keys: tuple[str, ...], *, filler: bool, word: bool) -> Form:
    """The form of what no term begins with."""
    return Form(keys, filler, (), (), _NOTHING, False, _NO_CLASSES, (), _NOTHING, "", False, word, False)


def _terms(table: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for name, terms in table.items():
        for term in terms:
            yield name, term


def _classes(table: dict[str, Any], where: str) -> Iterator[tuple[Payload, str]]:
    """The (class, payload) of every term in a grammar file."""
    for name, value in table.items():
        if name in _SETTINGS:
            continue
        if name == "nouns":
            for direction, terms in value.items():
                yield from (((f"noun_{direction}", None), term) for term in terms)
            continue
        name = _VERB_TABLES.get(name, name)
        if name not in CLASSES:
            raise files.DataError(f"{where}: unknown class {name!r}")
        if isinstance(value, list):
            # a month's payload is the word that dateparser is asked for
            yield from (((name, term.removeprefix("=") if name == "month" else None), term) for term in value)
        else:
            for payload, terms in value.items():
                yield from (((name, _number(payload)), term) for term in terms)


def _number(text: str) -> Any:
    try:
        return float(text.replace("_", ""))
    except ValueError:
        return text


_built: dict[tuple[str, str], Lexicon] = {}
_BUILDING = Lock()  # threads that start at once must share one: its characters are its own


def lexicon(language: str, vocabulary: str = "") -> Lexicon:
    """The lexicon of a language code or folder with what a user adds (`Vocabulary.key`), built at first use."""
    found = _built.get((language, vocabulary))
    if found is None:
        with _BUILDING:
            found = _built.get((language, vocabulary))
            if found is None:
                found = _built[language, vocabulary] = Lexicon(language, vocabulary)
    return found
