"""A milestone in words: the goal's own text with another number and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isclose

from smartgoals.advice.messages import catalogue
from smartgoals.analyzer import Analyzer
from smartgoals.models import GoalAnalysis, Target
from smartgoals.planning.amounts import amount, decimal, signed
from smartgoals.reading import Reading

_DIGITS = re.compile(r"\d(?:[\d\s.,']*\d)?")
_SAME = ("metric", "unit", "currency", "per", "change", "deadline")  # in any wording
_KEPT = ("direction", "comparator", "baseline", "channels")  # in the goal's own words
_Edit = tuple[int, int, str]


class Wording:
    """Writes the milestones of one target of a goal."""

    def __init__(self, goal: GoalAnalysis, target: Target, analyzer: Analyzer, reading: Reading) -> None:
        self._goal = goal
        self._analyzer = analyzer
        self._reading = reading
        self._texts = catalogue(goal.language)
        aimed = [n for n in goal.numbers if n.role in ("target", "change") and n.value == target.value]
        self._number = aimed[0] if aimed else None
        self._deadlines = [d for d in goal.deadlines if d.date == target.deadline]
        self._alone = sum(t.value is not None for t in goal.targets) == 1

    def write(self, milestone: Target) -> tuple[str, Target]:
        """The text of a milestone and the target that it is read as: the goal's own words if they can say it."""
        for text in self._own(milestone) if self._alone else ():
            if (read := self._read(text, milestone, _SAME + _KEPT)) is not None:
                return text, read
        text = self._plain(milestone)
        return text, self._read(text, milestone, _SAME) or milestone

    def _read(self, text: str, milestone: Target, fields: tuple[str, ...]) -> Target | None:
        """The target that a text is read as, if it is the milestone."""
        for read in map(Target.model_validate, self._analyzer.read(text, self._goal.language).result["targets"]):
            values = ((read.value, milestone.value), (read.high, milestone.high))
            if all(_alike(*pair) for pair in values) and all(getattr(read, f) == getattr(milestone, f) for f in fields):
                return read
        return None

    def _own(self, milestone: Target) -> Iterator[str]:
        """The goal's text with the number and date replaced: the digits alone, or the number as a whole; of the last
        milestone as it is."""
        if any(d.date == milestone.deadline for d in self._deadlines):
            yield self._goal.text
        if self._number is None or not self._deadlines:
            return
        counted = self._counted(milestone)
        if counted is None:
            return
        others = [(d.start, d.end, self._deadline(milestone, d.text)) for d in self._deadlines] + counted
        if milestone.per != self._number.per:
            others += self._cadence()
        start, end = self._number_span()
        abbreviated = self._number.text[-1].isalpha() and self._goal.text[end : end + 2] == ". "
        language = self._goal.language
        for number, stop in ((self._in_digits(milestone), end), (amount(milestone, language), end + abbreviated)):
            if number is not None:
                yield _edited(self._goal.text, [*others, (start, stop, number)])

    def _number_span(self) -> tuple[int, int]:
        """Where the number stands, with the article of 'a dozen'."""
        assert self._number is not None
        start, end = self._number.start, self._number.end
        article = next((w for w in self._reading.words if w.end == start - 1 and "a" in w), None)
        return (start, end) if article is None else (article.start, end)

    def _deadline(self, milestone: Target, instead_of: str = "") -> str:
        from babel.dates import format_date

        parts = self._texts.plan
        day = format_date(milestone.deadline, parts["date"], self._goal.language)
        phrase = parts["deadline"].format(date=day)
        return phrase[0].upper() + phrase[1:] if instead_of[:1].isupper() else phrase

    def _in_digits(self, milestone: Target) -> str | None:
        """The number's own text with other digits; None if its digits are not all of its value."""
        assert self._number is not None
        values = [v for v in (milestone.value, milestone.high) if v is not None]
        if len(_DIGITS.findall(self._number.text)) != len(values):
            return None
        shown = iter(values)
        return _DIGITS.sub(lambda _: decimal(next(shown), self._goal.language, milestone.unit), self._number.text)

    def _counted(self, milestone: Target) -> list[_Edit] | None:
        """What puts the words between number and metric in the form that the new number asks for; None if it is not
        known."""
        assert self._number is not None
        assert milestone.value is not None
        begin = self._number.end + 1
        metric = next((m for m in self._goal.metrics if m.start >= begin), None)
        phrase = "" if metric is None else self._goal.text[begin : metric.end]
        if milestone.unit != "count" or not re.fullmatch(r"[^\W\d]+(?:[ -][^\W\d]+)*", phrase):
            return []
        was = self._number.value if self._number.high is None else self._number.high
        now = milestone.value if milestone.high is None else milestone.high
        if not (was.is_integer() and now.is_integer()):
            return None
        quantity = next((q for q in self._reading.quantities if q.start == self._number.start), None)
        genitive = self._number.comparator in (">=", "<=") or (quantity is not None and quantity.lead == "to")
        agreed = self._reading.lexicon.agree(phrase, int(was), int(now), genitive=genitive)
        return None if agreed is None else [(begin, begin + len(phrase), agreed)]

    def _cadence(self) -> list[_Edit]:
        """What takes the cadence out of the text: a total is no number a month."""
        words, text = self._reading.words, self._goal.text
        edits: list[_Edit] = []
        for i, word in enumerate(words):
            before = words[i - 1] if i else None
            if "cadence" in word:
                edits.append((word.start - (text[word.start - 1 : word.start] == " "), word.end, ""))
            elif before is not None and "each" in before and "unit" in word:
                edits.append((before.start - (text[before.start - 1 : before.start] == " "), word.end, ""))
        return edits

    def _plain(self, milestone: Target) -> str:
        """Date, metric and number alone, where the goal's words cannot say it ('double', several targets)."""
        values = {"deadline": self._deadline(milestone, "A"), "metric": milestone.metric_text or ""}
        number = signed(milestone, self._goal.language)
        if milestone.change != "level":
            return self._texts.plan["change"].format(number=number, **values)
        if milestone.unit not in ("count", "money", "percent") and self._number is not None:
            number = self._in_digits(milestone) or number
        return re.sub(" +", " ", self._texts.plan["amount"].format(number=number, **values)).strip(" —")


def _alike(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and isclose(one, other, rel_tol=1e-6))


def _edited(text: str, edits: list[_Edit]) -> str:
    """A text with stretches replaced, none of which overlap; the last first, so that offsets hold."""
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text.strip()
