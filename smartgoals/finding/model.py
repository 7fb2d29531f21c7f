"""The model of goals, learned from the documents of the corpus: a first look at a candidate, a second one around it."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import fsum
from typing import Any

from smartgoals.finding.around import FEATURES, Seen, around, likelihood
from smartgoals.finding.candidates import Candidate

WEIGHTS = files("smartgoals") / "finding" / "weights.json"
FOREST = files("smartgoals") / "finding" / "forest.json"

# A leaf is what it adds to the logarithm of the odds; a fork names a value, a bound, the node where it goes on if the
# value is not over the bound, and the one if it is.
Node = float | Sequence[Any]


@dataclass(frozen=True, slots=True)
class Linear:
    """The first look: the sum of the weights of a candidate's signs."""

    bias: float
    weights: Mapping[str, float]

    def __call__(self, names: Iterable[str]) -> float:
        """The logarithm of the odds that a candidate with some signs is a goal."""
        weights = self.weights
        # fsum: in whatever order a set gives the names, the sum is the same to the last bit
        return self.bias + fsum(weights[name] for name in names if name in weights)


@dataclass(frozen=True, slots=True)
class Forest:
    """The second look: the sum of the leaves that decision trees lead to, by FEATURES and by some of the signs."""

    signs: Mapping[str, int]  # the number of each, behind those of FEATURES
    trees: Sequence[Node]

    def __call__(self, features: Sequence[float], signs: Iterable[int]) -> float:
        """The logarithm of the odds."""
        values = [*features, *(0.0 for _ in self.signs)]
        for sign in signs:
            values[sign] = 1.0
        total = 0.0
        for node in self.trees:
            while not isinstance(node, float):
                value, bound, low, high = node
                node = low if values[value] <= bound else high
            total += node
        return total


@dataclass(frozen=True, slots=True)
class Model:
    """How likely a candidate is a goal; what it learned is written by `python tests/training/train.py`."""

    threshold: float
    linear: Linear
    forest: Forest

    def look(self, candidate: Candidate) -> Seen:
        """A candidate by its own signs."""
        known = self.forest.signs
        signs = array("H", sorted(known[name] for name in candidate.names if name in known))
        return Seen(candidate.start, candidate.end, self.linear(candidate.names), signs, candidate.shape)

    def scores(self, blocks: Sequence[Sequence[Seen]]) -> Iterator[list[float]]:
        """How likely the candidates of each block of a document are goals, from 0 to 1."""
        for block, features in zip(blocks, around(blocks), strict=True):
            yield [likelihood(self.forest(beside, seen.signs)) for seen, beside in zip(block, features, strict=True)]


@cache
def model() -> Model:
    """The model that comes with the package."""
    first, second = (json.loads(path.read_text(encoding="utf-8")) for path in (WEIGHTS, FOREST))
    signs = {name: len(FEATURES) + i for i, name in enumerate(second["signs"])}
    return Model(second["threshold"], Linear(first["bias"], first["weights"]), Forest(signs, second["trees"]))
