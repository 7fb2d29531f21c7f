"""A trie of terms: sequences of words, each an exact form or a dictionary form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
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
        found = self.children.get(key)
        if found is None:
            if self.children is _NO_CHILDREN:
                self.children = {}
            found = self.children[key] = Node()
        return found


class Trie(Generic[Value]):
    """Terms as sequences of keys, each with its values; several terms may share a path."""

    def __init__(self) -> None:
        self.root: Node[Value] = Node()
        self._composed: _Composed[Value] = _Composed()

    def add(self, words: Iterable[Collection[str]], value: Value) -> None:
        """Add a term; each of its words is given by the keys under which it may be met."""
        nodes = [self.root]
        for keys in words:
            nodes = [node.child(key) for node in nodes for key in keys]
        for node in nodes:
            if value not in node.values:
                node.values += (value,)

    def compose(self, parts: Sequence[Sequence[Sequence[Iterable[str]]]], value: Value) -> None:
        """Add, when the trie is closed, every term that has one of the alternatives of each part in its place."""
        self._composed.add(parts, value)

    def close(self) -> None:
        """Let equal branches be one, which takes half the memory; no term can be added after that."""
        self.root = _shared(self.root, {})
        self._composed.join(self.root)
        self._composed = _Composed()

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
        held.root = _holding(self.root, counts, {})
        return held

    def __contains__(self, key: str) -> bool:
        return key in self.root.children

    def matches(
        self,
        at: int,
        keys: Sequence[tuple[str, ...]],
        skippable: Sequence[bool],
        spans: Mapping[int, list[tuple[str, int]]] | None = None,
    ) -> list[tuple[int, tuple[Value, ...]]]:
        """The terms that begin at word `at`: the index behind each, and its values.

        `keys` holds the keys of every word; inside a term, words marked `skippable` may be left out; `spans` gives
        by index the stretches already matched that a placeholder key consumes whole: (key, index behind it).
        """
        return _walk([self.root], at, at, keys, skippable, spans or {})

    def nodes(self, keys: Iterable[str]) -> tuple[Node[Value], ...]:
        """Where terms go on behind a word with these keys."""
        children = self.root.children
        return tuple([children[key] for key in keys if key in children and children[key].children])


def _shared(
    node: Node[Value], known: dict[tuple[tuple[Value, ...], frozenset[tuple[str, int]]], Node[Value]]
) -> Node[Value]:
    """The first node known that is equal to a node, or that node, of which all behind it are shared."""
    for key, child in node.children.items():
        node.children[key] = _shared(child, known)
    behind = frozenset([(key, id(child)) for key, child in node.children.items()])
    return known.setdefault((node.values, behind), node)


class _Composed(Generic[Value]):
    """Terms of which each part is one of several alternatives.

    What stands behind several alternatives is held once: it takes as much as these, not as their products.  So is what
    several terms end in, and what is made of the same two nodes; which are the same, their ids tell, so all are kept.
    """

    def __init__(self) -> None:
        self._roots: list[Node[Value]] = []
        self._ends: dict[Value, Node[Value]] = {}
        self._led: dict[tuple[int, int], tuple[Node[Value], object, object]] = {}  # by some alternatives and an end
        self._unions: dict[tuple[int, int], tuple[Node[Value], object, object]] = {}

    def add(self, parts: Sequence[Sequence[Sequence[Iterable[str]]]], value: Value) -> None:
        """Add a term; parts that are the same object are known to be alike."""
        behind = self._ends.get(value)
        if behind is None:
            behind = self._ends[value] = Node()
            behind.values = (value,)
        for alternatives in reversed(parts):
            key = (id(alternatives), id(behind))
            if key not in self._led:
                self._led[key] = (self._leading(alternatives, behind), alternatives, behind)
            behind = self._led[key][0]
        self._roots.append(behind)

    def join(self, root: Node[Value]) -> None:
        """Add all terms to those behind a node that is nobody else's."""
        for other in self._roots:
            self._take(root, other)

    def _leading(self, alternatives: Sequence[Sequence[Iterable[str]]], behind: Node[Value]) -> Node[Value]:
        """A node from which each of some alternatives leads to another."""
        ahead: Node[Value] = Node()
        for words in sorted(alternatives, key=len, reverse=True):  # the others end in what is held once
            *before, last = words
            nodes = [ahead]
            for keys in before:
                nodes = [node.child(key) for node in nodes for key in keys]
            for node in nodes:
                self._take(node, _before(last, behind))
        return ahead

    def _take(self, node: Node[Value], other: Node[Value]) -> None:
        """Add to a node that is nobody else's the terms of another, which is not changed."""
        node.values += tuple([value for value in other.values if value not in node.values])
        if node.children is _NO_CHILDREN:
            node.children = {}
        children = node.children
        for key, child in other.children.items():
            children[key] = self._united(children[key], child) if key in children else child

    def _united(self, a: Node[Value], b: Node[Value]) -> Node[Value]:
        """A node for the terms of two, of which neither is changed."""
        if a is b:
            return a
        key = (id(a), id(b))
        if key not in self._unions:
            both: Node[Value] = Node()
            both.values = a.values
            both.children = dict(a.children)
            self._take(both, b)
            self._unions[key] = (both, a, b)
        return self._unions[key][0]


def _before(keys: Iterable[str], node: Node[Value]) -> Node[Value]:
    """A node that some keys lead on from to another."""
    before: Node[Value] = Node()
    before.children = dict.fromkeys(keys, node)
    return before


def _holding(node: Node[Value], counts: Callable[[str], bool], known: dict[int, Node[Value]]) -> Node[Value]:
    """The part of a node of which all terms have a key that counts; all that is behind such a key is left as it is."""
    held: Node[Value] | None = known.get(id(node))
    if held is None:
        held = known[id(node)] = Node()
        branches = node.children.items()
        found = ((key, child if counts(key) else _holding(child, counts, known)) for key, child in branches)
        held.children = {key: child for key, child in found if child.children or child.values}
    return held


def longer(
    nodes: Iterable[Node[Value]],
    at: int,
    keys: Sequence[tuple[str, ...]],
    skippable: Sequence[bool],
    most: int = MOST_FILLERS,
) -> list[tuple[int, tuple[Value, ...]]]:
    """As `Trie.matches`, the terms of two words and more; `nodes` is what the trie gave for word `at`.

    At most `most` words in a row are passed over. Roots are large, and every look into them takes as long as several
    into what lies behind.
    """
    return _walk(nodes, at, at + 1, keys, skippable, {}, most)


def _walk(
    nodes: Iterable[Node[Value]],
    begin: int,
    i: int,
    keys: Sequence[tuple[str, ...]],
    skippable: Sequence[bool],
    spans: Mapping[int, list[tuple[str, int]]],
    most: int = MOST_FILLERS,
) -> list[tuple[int, tuple[Value, ...]]]:
    """The terms that begin at word `begin`, of which the nodes are reached before word `i`."""
    found: list[tuple[int, tuple[Value, ...]]] = []
    reached: list[Node[Value]] = [*nodes]
    passed: list[list[Node[Value]]] = []  # reached before words that were then skipped, the latest first
    ahead: dict[int, list[Node[Value]]] = {}  # reached behind spans that are still to be passed
    while i < len(keys) and (reached or passed or ahead):
        every = [*chain.from_iterable(passed), *reached] if passed else reached
        onwards = [node.children[key] for node in every for key in keys[i] if key in node.children]
        for key, behind in spans.get(i, ()):
            ahead.setdefault(behind, []).extend(node.children[key] for node in every if key in node.children)
        passed = [reached, *passed][:most] if skippable[i] and i > begin else []
        i += 1
        reached = [*onwards, *ahead.pop(i)] if i in ahead else onwards
        if reached:  # exact forms last, fewer words too
            found += [(i, node.values) for node in reversed(reached) if node.values]
    return found
