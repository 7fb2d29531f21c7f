"""Compare analyses with gold goals, field by field."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from smartgoals.evaluation.gold import GoldGoal
from smartgoals.models import CRITERIA, GoalAnalysis

ACCURACIES = ("direction", "kind", *CRITERIA, "frame", "loose frame", "language")
TOLERANCE = 0.005  # relative, of values
_LOOSE = ("metric", "value", "unit", "deadline")
_STRICT = ("metric", "value", "high", "unit", "currency", "per", "baseline", "change", "deadline")
_OF_VALUE = ("high", "unit", "currency", "per", "change")  # say nothing where there is no value


@dataclass(slots=True)
class Count:
    """True and false positives and false negatives of a field; for an accuracy only right and wrong."""

    right: int = 0
    extra: int = 0
    lost: int = 0

    @property
    def precision(self) -> float | None:
        found = self.right + self.extra
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        there = self.right + self.lost
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        both = 2 * self.right + self.extra + self.lost
        return 2 * self.right / both if both else None


Verdicts = tuple[str, str, str]  # of one goal: the gold's, the program's, and what 'contains a digit' would say


def kappa(verdicts: Sequence[Verdicts]) -> float | None:
    """Cohen's kappa of the program against the gold: agreement beyond chance, 1 at best; None if it is undefined."""
    n = len(verdicts)
    gold, got = Counter(v[0] for v in verdicts), Counter(v[1] for v in verdicts)
    by_chance = sum(gold[name] * got[name] for name in gold) / n**2 if n else 1.0
    agreed = sum(v[0] == v[1] for v in verdicts) / n if n else 1.0
    return (agreed - by_chance) / (1 - by_chance) if by_chance < 1 else None


def commonest(verdicts: Sequence[Verdicts]) -> float:
    """The accuracy of always giving the gold's commonest verdict."""
    return max(Counter(v[0] for v in verdicts).values()) / len(verdicts)


def by_digit(verdicts: Sequence[Verdicts]) -> float:
    """The accuracy of saying 'met' where the text contains a digit and 'missing' elsewhere."""
    return sum(v[0] == v[2] for v in verdicts) / len(verdicts)


@dataclass(slots=True)
class Tally:
    """Counts by field, and the goals that went wrong in each."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    verdicts: dict[str, list[Verdicts]] = field(default_factory=lambda: defaultdict(list))  # by criterion

    def add(self, gold: GoldGoal, got: GoalAnalysis, detected: str) -> None:
        """Count one goal."""
        for name, fits in _FITS.items():
            self._items(name, gold, got, fits)
        for name in ("direction", "kind"):
            self._accuracy(name, gold, getattr(gold, name), getattr(got, name))
        for name, want in gold.criteria.items():
            have = getattr(got.criteria, name).verdict
            self._accuracy(name, gold, want, have)
            self.verdicts[name].append((want, have, "met" if re.search(r"\d", gold.text) else "missing"))
        for name, keys in (("frame", _STRICT), ("loose frame", _LOOSE)):
            paired = pairs(gold.targets, got.targets, partial(_same_target, keys))
            right = len(gold.targets) == len(got.targets) == len(paired)
            self._accuracy(name, gold, _show(gold.targets, keys), _show(got.targets, keys), right)
        self._accuracy("language", gold, gold.language, detected)

    def _items(self, name: str, gold: GoldGoal, got: GoalAnalysis, fits: Callable[..., bool]) -> None:
        wanted, found = list(getattr(gold, name)), list(getattr(got, name))
        if name == "numbers":
            wanted = [n for n in wanted if n.role != "other"]
            found = [n for n in found if n.role != "other"]
        paired = pairs(wanted, found, lambda g, p: fits(gold.text, g, p))
        count = self.counts[name]
        lost = [w for i, w in enumerate(wanted) if i not in paired]
        extra = [f for j, f in enumerate(found) if j not in paired.values()]
        count.right += len(paired)
        count.lost += len(lost)
        count.extra += len(extra)
        if lost or extra:
            self.errors[name].append(f"{gold.id} {gold.text!r}\n    gold {_items(lost)}\n    got  {_items(extra)}")

    def _accuracy(self, name: str, gold: GoldGoal, want: Any, have: Any, right: bool | None = None) -> None:
        right = want == have if right is None else right
        self.counts[name].right += right
        self.counts[name].lost += not right
        if not right:
            self.errors[name].append(f"{gold.id} {gold.text!r}\n    gold {want}\n    got  {have}")


def _spans(text: str, part: str) -> list[tuple[int, int]]:
    spans, at = [], text.find(part)
    while part and at >= 0:
        spans.append((at, at + len(part)))
        at = text.find(part, at + 1)
    return spans


def _overlaps(text: str, gold: Any, got: Any) -> bool:
    return any(start < got.end and got.start < end for start, end in _spans(text, gold.text))


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=1e-9)


def _number_fits(text: str, gold: Any, got: Any) -> bool:
    same = all(getattr(gold, key) == getattr(got, key) for key in ("unit", "currency", "per", "role"))
    return same and _near(gold.value, got.value) and _near(gold.high, got.high) and _overlaps(text, gold, got)


def _id_fits(text: str, gold: Any, got: Any) -> bool:
    same = gold.id == got.id and (gold.platform or None) == getattr(got, "platform", None)
    return same and (gold.id is not None or _overlaps(text, gold, got))


def _date_fits(text: str, gold: Any, got: Any) -> bool:
    return bool(gold.date == got.date)


_FITS: dict[str, Callable[[str, Any, Any], bool]] = {
    "numbers": _number_fits,
    "metrics": _id_fits,
    "channels": _id_fits,
    "deadlines": _date_fits,
    "owners": _id_fits,
    "vague": _overlaps,
}


def pairs(gold: Sequence[Any], got: Sequence[Any], fits: Callable[[Any, Any], bool]) -> dict[int, int]:
    """The largest one-to-one pairing of gold with found items: index to index."""
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j, item in enumerate(got):
            if j not in tried and fits(gold[i], item):
                tried.add(j)
                if j not in taken or place(taken[j], tried):
                    taken[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return {i: j for j, i in taken.items()}


def _same_target(keys: Sequence[str], gold: Any, got: Any) -> bool:
    for key in keys:
        want, have = getattr(gold, key), getattr(got, key)
        if key in _OF_VALUE and gold.value is None:
            continue
        if key in ("value", "high", "baseline"):
            if not _near(want, have):
                return False
        elif want != have:
            return False
    return True


def _show(targets: Sequence[Any], keys: Sequence[str]) -> str:
    return "; ".join(
        ", ".join(f"{key}={getattr(t, key)}" for key in keys if getattr(t, key) is not None) for t in targets
    )


def _items(items: Sequence[Any]) -> str:
    keys = ("text", "id", "value", "high", "unit", "currency", "per", "role", "platform", "date", "kind")
    return (
        " ".join(
            "{" + ", ".join(f"{k}={v}" for k in keys if (v := getattr(item, k, None)) is not None) + "}"
            for item in items
        )
        or "-"
    )
