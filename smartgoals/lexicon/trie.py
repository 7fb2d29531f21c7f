"""A trie of terms: sequences of words, each an exact form or a dictionary form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")

MOST_FILLERS = 3  # words that may be skipped in a row inside a term: 'quality of all our new leads'


_NO_CHILDREN: dict[str, Any] = {}  # never to be changed


class Node(Generic[Value]):
    """A place in a trie: where longer terms go on, and the values of the term that ends here."""

    __slots__ = ("children", "values")

    def __init__(self) -> None:
        # most nodes are leaves or have no values: what is shared takes no memory, and no time of the garbage collector
        self.children: dict[str, Node[Value]] = _NO_CHILDREN
        self.values: tuple[Value, ...] = ()

    def child(self, key: str) -> Node[Value]:
        """The node behind a key, made if there is none."""
        if self.children is _NO_CHILDREN:
            self.children = {}
        return self.children.setdefault(key, Node())


class Trie(Generic[Value]):
    """Terms as sequences of keys, each with its values; several terms may share a path."""

    def __init__(self) -> None:
        self.root: Node[Value] = Node()

    def add(self, words: Sequence[Iterable[str]], value: Value) -> None:
        """Add a term; each of its words is given by the keys under which it may be met."""
        for path in product(*words):
            node = self.root
            for key in path:
                node = node.child(key)
            if value not in node.values:
                node.values += (value,)

    def all_values(self) -> Iterator[tuple[Value, ...]]:
        """The values of each term, by path."""
        nodes = [self.root]
        while nodes:
            node = nodes.pop()
            nodes.extend(node.children.values())
            if node.values:
                yield node.values

    def holding(self, counts: Callable[[str], bool]) -> Trie[Value]:
        """The terms of which a word has a key that counts."""
        held: Trie[Value] = Trie()
        paths: list[tuple[tuple[str, ...], Node[Value]]] = [((key,), node) for key, node in self.root.children.items()]
        while paths:
            path, node = paths.pop()
            paths += [((*path, key), child) for key, child in node.children.items()]
            if node.values and any(map(counts, path)):
                for value in node.values:
                    held.add([(key,) for key in path], value)
        return held

    def __contains__(self, key: str) -> bool:
        return key in self.root.children

    def matches(
        self,
        at: int,
        keys: Sequence[tuple[str, ...]],
        skippable: Sequence[bool],
        spans: dict[int, list[tuple[str, int]]] | None = None,
    ) -> list[tuple[int, tuple[Value, ...]]]:
        """The terms that begin at word `at`: the index behind each, and its values.

        `keys` holds the keys of every word; inside a term, words marked `skippable` may be left out; `spans` gives
        by index the stretches already matched that a placeholder key consumes whole: (key, index behind it).
        """
        return _walk([(at, self.root, 0)], at, keys, skippable, spans)

    def nodes(self, keys: Iterable[str]) -> tuple[Node[Value], ...]:
        """Where terms go on behind a word with these keys."""
        children = self.root.children
        return tuple([children[key] for key in keys if key in children and children[key].children])


def longer(
    nodes: Iterable[Node[Value]], at: int, keys: Sequence[tuple[str, ...]], skippable: Sequence[bool]
) -> list[tuple[int, tuple[Value, ...]]]:
    """As `Trie.matches`, the terms of two words and more, and some of one; `nodes` is what the trie gave for word `at`.

    Roots are large, and every look into them takes as long as several into what lies behind.
    """
    return _walk([(at + 1, node, 0) for node in nodes], at, keys, skippable, None)


def _walk(
    stack: list[tuple[int, Node[Value], int]],
    at: int,
    keys: Sequence[tuple[str, ...]],
    skippable: Sequence[bool],
    spans: dict[int, list[tuple[str, int]]] | None,
) -> list[tuple[int, tuple[Value, ...]]]:
    found: list[tuple[int, tuple[Value, ...]]] = []
    while stack:
        i, node, skipped = stack.pop()
        children = node.children
        if skipped == 0 and node.values:
            found.append((i, node.values))
        if not children or i >= len(keys):
            continue
        for key in keys[i]:
            if key in children:
                stack.append((i + 1, children[key], 0))
        if spans and i in spans:
            stack += [(behind, children[key], 0) for key, behind in spans[i] if key in children]
        if skippable[i] and i > at and skipped < MOST_FILLERS:
            stack.append((i + 1, node, skipped + 1))
    return found
