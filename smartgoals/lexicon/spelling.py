"""A word that a slip of the fingers hides: 'incerase', 'vistors', 'trafffic', a letter of another script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from smartgoals.lexicon.trie import Node, Trie

_MEANT = frozenset(("metric", "channel", "platform", "paid"))  # kinds of terms whose words are looked for
_CLASSES = frozenset((  # of the words of the grammar that are looked for
    "increase", "decrease", "maintain", "achieve", "activity", "improve", "multiply",
    "month", "weekday", "season", "holiday", "unit",
))  # fmt: skip
_OFTEN = 4  # terms that have a word which is looked for
_LEAST_SWAPPED, _LEAST_LEFT_OUT = 5, 6  # letters of a word in which two are swapped, one is left out or doubled
_MOST = 20
_TO_CYRILLIC = str.maketrans("abcehikmoptxy", "авсенікмортху")  # letters that look alike, small or as capitals
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}


class Speller:
    """Finds the one word that differs from an unknown one by two letters swapped, one left out or one doubled.

    The first letter and the last are always right: other words differ in their ends.
    """

    def __init__(self, entities: Trie[Any], others: Iterable[Trie[Any]], grammar: Trie[Any], settings: Any) -> None:
        """Of `settings`, `real` are words that no term has and that are no slips, `plural` the endings of plurals."""
        self._known = {
            key.removeprefix("=")
            for trie in (entities, grammar, *others)
            for node in _nodes(trie.root)
            for key in node.children
        }
        self._known.update(settings["real"])
        self._spelled: dict[str, str] = settings["meant"]  # misspellings that are more than a slip
        words = {word for word, terms in _often(entities.root).items() if terms >= _OFTEN}
        words.update(
            key.removeprefix("=")
            for key, node in grammar.root.children.items()
            if any(name in _CLASSES for name, _ in node.values)
        )
        plurals = {w[: len(w) - len(old)] + new for w in words for old, new in settings["plural"] if w.endswith(old)}
        self._words = {word for word in words | plurals if len(word) >= _LEAST_SWAPPED}
        self._letters = "".join(sorted({letter for word in self._words for letter in word if letter.isalpha()}))

    def meant(self, word: str, lemmas: Iterable[str]) -> str | None:
        """The word of the vocabulary, None if there is none or more than one; `lemmas` are the word's own."""
        if word in self._spelled:
            return self._spelled[word]
        if not (_LEAST_SWAPPED <= len(word) <= _MOST and word.isalpha()) or not self._known.isdisjoint(lemmas):
            return None
        for slips in (_swapped(word), self._left_out(word), _doubled(word)):
            found = self._words.intersection(slips)
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _left_out(self, word: str) -> Iterator[str]:
        if len(word) >= _LEAST_LEFT_OUT:
            for i in range(1, len(word)):
                for letter in self._letters:
                    yield word[:i] + letter + word[i:]


def one_script(word: str) -> str | None:
    """'лідiв' with a Latin 'i', 'fаcebook' with a Cyrillic 'а': a word in the script of most of its letters.

    None if it is already, or if a letter of the other script looks like none of that one.
    """
    if word.isascii() or not (word.isalpha() and all(letter.isascii() or "Ѐ" <= letter <= "ԯ" for letter in word)):
        return None
    latin = sum(letter.isascii() for letter in word)
    if latin == 0:
        return None
    meant = word.translate(_TO_LATIN if 2 * latin > len(word) else _TO_CYRILLIC)
    return meant if meant.isascii() or not any(letter.isascii() for letter in meant) else None


def _swapped(word: str) -> Iterator[str]:
    for i in range(1, len(word) - 2):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _doubled(word: str) -> Iterator[str]:
    if len(word) > _LEAST_LEFT_OUT:
        for i in range(1, len(word) - 1):
            if word[i] == word[i - 1]:
                yield word[:i] + word[i + 1 :]


def _nodes(root: Node[Any]) -> list[Node[Any]]:
    """All nodes of a trie once, each before those behind it."""
    found: list[Node[Any]] = []
    seen: set[int] = set()
    passed = [(root, iter(root.children.values()))]
    while passed:
        node, children = passed[-1]
        child = next(children, None)
        if child is None:
            found.append(node)
            passed.pop()
        elif id(child) not in seen:
            seen.add(id(child))
            passed.append((child, iter(child.children.values())))
    return found[::-1]


def _often(root: Node[Any]) -> Counter[str]:
    """In how many terms of the kinds that are looked for each word stands; nodes are shared by many terms."""
    nodes = _nodes(root)
    behind: dict[int, int] = {}  # terms that go on, or end, at a node
    for node in nodes[::-1]:
        ends = any(kind in _MEANT for kind, _ in node.values)
        behind[id(node)] = ends + sum([behind[id(child)] for child in node.children.values()])
    ahead = Counter({id(root): 1})  # ways that lead to it
    often: Counter[str] = Counter()
    for node in nodes:
        for key, child in node.children.items():
            ahead[id(child)] += ahead[id(node)]
            often[key.removeprefix("=")] += ahead[id(node)] * behind[id(child)]
    return often
