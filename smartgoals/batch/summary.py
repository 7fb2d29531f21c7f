"""What a batch of goals comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from smartgoals.advice.messages import Catalogue
from smartgoals.advice.messages import codes as known_codes
from smartgoals.models import CRITERIA

_MOST_CODES = 3


@dataclass(slots=True)
class Summary:
    """Counts over all rows; `minimum` is a score below which a goal counts in `below`."""

    prefix: str = "sg_"
    minimum: float | None = None
    rows: int = 0
    failed: int = 0  # rows with an error
    below: int = 0
    total: float = 0.0  # of all scores
    scores: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)  # by criterion
    findings: Counter[str] = field(default_factory=Counter)  # by code
    interrupted: bool = False
    written: Path | None = None  # the file in which the rows are
    note: str = ""  # of the source

    @property
    def mean(self) -> float | None:
        """The mean score; None when nothing could be scored."""
        return self.total / self.scores if self.scores else None

    @property
    def passed(self) -> bool:
        """Whether every row could be analysed and reaches the minimum, if there is one."""
        return self.minimum is None or not (self.below or self.failed)

    def add(self, added: pa.RecordBatch) -> None:
        """Count the columns that a `Scorer` added."""

        def column(name: str) -> list[str | float | None]:
            return list(added.column(self.prefix + name).to_pylist())

        self.rows += added.num_rows
        self.failed += added.num_rows - added.column(self.prefix + "error").null_count
        scores = [score for score in added.column(self.prefix + "score").to_pylist() if score is not None]
        self.total += sum(scores)
        self.scores += len(scores)
        if self.minimum is not None:
            self.below += sum(score < self.minimum for score in scores)
        self.languages.update(str(name) for name in column("language") if name)
        for name in CRITERIA:
            self.missing[name] += column(name).count("missing")
        for codes in column("findings"):
            self.findings.update(code for code in str(codes or "").split() if self._is_fault(code))

    @staticmethod
    def _is_fault(code: str) -> bool:
        """Whether a finding costs points; a suggestion does not."""
        return known_codes()[code].severity in ("error", "warning")

    def lines(self, texts: Catalogue) -> Iterator[str]:
        """The summary in words."""
        yield texts.count("rows", self.rows)
        if self.failed:
            yield texts.count("failed", self.failed, column=self.prefix + "error")
        if self.mean is not None:
            yield texts.summary["mean"].format(mean=texts.number(round(self.mean, 3)))
        if missing := {texts.names[name]: n for name, n in self.missing.most_common() if n}:
            yield texts.summary["missing"].format(list=_list(missing))
        if self.findings:
            yield texts.summary["findings"].format(list=_list(dict(self.findings.most_common(_MOST_CODES))))
        if self.languages:
            yield texts.summary["languages"].format(list=_list(dict(self.languages.most_common())))
        if self.note:
            yield texts.summary["encoding"].format(encoding=self.note)
        if self.minimum is not None and self.below:
            yield texts.count("below", self.below, minimum=texts.number(self.minimum))


def _list(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in counts.items())
