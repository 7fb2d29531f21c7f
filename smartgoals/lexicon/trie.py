"""A trie of terms: sequences of words, each an exact form or a dictionary form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Generic, TypeVar

Value = TypeVar("Value")

MOST_FILLERS = 3  # words that may be skipped in a row inside a term: 'quality of all our new leads'


class _Node(Generic[Value]):
    __slots__ = ("children", "values")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Value]] = {}
        self.values: list[Value] = []


class Trie(Generic[Value]):
    """Terms as sequences of keys, each with its values; several terms may share a path."""

    def __init__(self) -> None:
        self.root: _Node[Value] = _Node()

    def add(self, words: Sequence[Iterable[str]], value: Value) -> None:
        """Add a term; each of its words is given by the keys under which it may be met."""
        for path in product(*words):
            node = self.root
            for key in path:
                node = node.children.setdefault(key, _Node())
            if value not in node.values:
                node.values.append(value)

    def all_values(self) -> Iterator[list[Value]]:
        """The values of each term, by path."""
        nodes = [self.root]
        while nodes:
            node = nodes.pop()
            nodes.extend(node.children.values())
            if node.values:
                yield node.values

    def __contains__(self, key: str) -> bool:
        return key in self.root.children

    def matches(
        self,
        at: int,
        keys: Sequence[tuple[str, ...]],
        skippable: Sequence[bool],
        spans: dict[int, list[tuple[str, int]]] | None = None,
    ) -> list[tuple[int, list[Value]]]:
        """The terms that begin at word `at`: the index behind each, and its values.

        `keys` holds the keys of every word; inside a term, words marked `skippable` may be left out; `spans` gives
        by index the stretches already matched that a placeholder key consumes whole: (key, index behind it).
        """
        found: list[tuple[int, list[Value]]] = []
        stack = [(at, self.root, 0)]
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
