"""A word that a slip of the fingers hides: 'incerase', 'vistors', 'trafffic', a letter of another script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from smartgoals.lexicon.morphology import Past
from smartgoals.lexicon.trie import Node, Trie

_MEANT = frozenset(("metric", "channel", "platform", "paid"))  # kinds of terms whose words are looked for
_CLASSES = frozenset((  # of the words of the grammar that are looked for
    "increase", "decrease", "maintain", "achieve", "activity", "improve", "multiply",
    "month", "weekday", "season", "holiday", "unit",
))  # fmt: skip
_OFTEN = 4  # terms that have a word which is looked for
_LEAST_SWAPPED, _LEAST_LEFT_OUT = 5, 6  # letters of a word in which two are swapped, one is left out or doubled
_MOST = 30
_LEAST_INFLECTED = 8  # letters of a word that is looked for where words have endings of their own
_TO_CYRILLIC = str.maketrans("abcehikmoptxy", "авсенікмортху")  # letters that look alike, small or as capitals
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}


class Speller:
    """Finds the one word that differs from an unknown one by two letters swapped, one left out or one doubled.

    The first letter and the last are always right: other words differ in their ends. Where words are written together
    and have endings of their own ('snittkvitot', 'prenumranter'), a term has few words, all of them long: there each
    long one is looked for, and the slip in what is left of a word without its ending.
    """

    def __init__(
        self, entities: Trie[Any], others: Iterable[Trie[Any]], grammar: Trie[Any], settings: Any, past: Past
    ) -> None:
        """Of `settings`, `real` are words that no term has and that are no slips, `plural` the endings of plurals.

        `inflected` says that long words are looked for, and slips before an ending. No verb in the past is a slip:
        'betalade' of 'betalande'.
        """
        self._past = past
        self._known = {
            key.removeprefix("=")
            for trie in (entities, grammar, *others)
            for node in _nodes(trie.root)
            for key in node.children
        }
        self._known.update(settings["real"])
        self._spelled: dict[str, str] = settings["meant"]  # misspellings that are more than a slip
        self._inflected: bool = settings.get("inflected", False)
        self._least: int = _LEAST_INFLECTED if self._inflected else _LEAST_SWAPPED
        often = 1 if self._inflected else _OFTEN
        words = {word for word, terms in _often(entities.root).items() if terms >= often}
        words.update(
            key.removeprefix("=")
            for key, node in grammar.root.children.items()
            if any(name in _CLASSES for name, _ in node.values)
        )
        plurals = {w[: len(w) - len(old)] + new for w in words for old, new in settings["plural"] if w.endswith(old)}
        self._words = {word for word in words | plurals if len(word) >= self._least and word.isalpha()}
        self._right = 2 if self._inflected else 1  # letters at the end in which no slip is looked for
        self._letters = "".join(sorted({letter for word in self._words for letter in word}))

    def meant(self, word: str, lemmas: Iterable[str]) -> str | None:
        """The word of the vocabulary, None if there is none or more than one; `lemmas` are the word's own."""
        if word in self._spelled:
            return self._spelled[word]
        if not (_LEAST_SWAPPED <= len(word) <= _MOST and word.isalpha()) or word in self._past:
            return None
        if not self._known.isdisjoint(lemmas):
            return None
        for form in lemmas if self._inflected else (word,):
            for slips in (_swapped(form, self._right), self._left_out(form), _doubled(form, self._right)):
                found = self._words.intersection(slips)
                if found:
                    return found.pop() if len(found) == 1 else None
        return None

    def _left_out(self, word: str) -> Iterator[str]:
        if len(word) >= _LEAST_LEFT_OUT:
            for i in range(1, len(word) + 1 - self._right):
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


def _swapped(word: str, right: int) -> Iterator[str]:
    for i in range(1, len(word) - 1 - right):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _doubled(word: str, right: int) -> Iterator[str]:
    if len(word) > _LEAST_LEFT_OUT:
        for i in range(1, len(word) - right):
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
