"""The linear model of goals: the weights of signs, learned from the documents of the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, fsum

WEIGHTS = files("smartgoals") / "finding" / "weights.json"


class Model:
    """How likely a candidate is a goal: the sum of the weights of its signs, between 0 and 1.

    The weights are written by `python tests/training/train.py`, which says how they are learned.
    """

    def __init__(self, bias: float, threshold: float, weights: Mapping[str, float]) -> None:
        self.threshold = threshold
        self._bias = bias
        self._weights = weights

    def score(self, names: Iterable[str]) -> float:
        """How likely a candidate with some signs is a goal, from 0 to 1."""
        weights = self._weights
        # fsum: in whatever order a set gives the names, the sum is the same to the last bit
        return 1 / (1 + exp(-(self._bias + fsum(weights[name] for name in names if name in weights))))

    def reasons(self, names: Iterable[str], most: int = 10) -> list[tuple[str, float]]:
        """The signs that speak most for or against a candidate, with their weights."""
        known = [(name, self._weights[name]) for name in names if name in self._weights]
        return sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@cache
def model() -> Model:
    """The model that comes with the package."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Model(data["bias"], data["threshold"], data["weights"])
