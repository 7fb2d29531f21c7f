"""A milestone in words: the goal's own text with another number and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import isclose

from smartgoals.advice.messages import catalogue
from smartgoals.analyzer import Analyzer
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.numbers.literals import parse
from smartgoals.models import Deadline, GoalAnalysis, Number, Target
from smartgoals.planning.alone import alone, capital
from smartgoals.planning.amounts import amount, decimal, signed
from smartgoals.reading import Reading, Word
from smartgoals.text.fold import fold

_DIGITS = re.compile(r"\d(?:[\d\s.,']*\d)?")
_WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_SIGNS = ("+", "-", "−", "–")
_SCALES = (1e3, 1e6, 1e9)
_SAME = ("metric", "unit", "currency", "per", "change", "deadline")  # in any wording
_KEPT = ("direction", "comparator", "baseline", "channels")  # in the goal's own words
_LEADS = frozenset(("in", "within"))  # a preposition that a deadline left out: 'the goal for October'
_ARTICLE, _OF_RANGE = frozenset(("a",)), frozenset(("between", "from", "span_from"))
_NOT_COUNTED = frozenset(("to", "from", "by", "in", "of", "and", "aside", "each"))  # what no counted thing begins with
# behind these a deadline keeps its preposition: 'by 5 pm on …', 'from now to …'
_OWN_HEAD = frozenset(("clock", "hence"))
_Edit = tuple[int, int, str]


class Wording:
    """Writes the milestones of one target of a goal."""

    def __init__(self, goal: GoalAnalysis, target: Target, analyzer: Analyzer, reading: Reading) -> None:
        numbered = sum(t.value is not None for t in goal.targets)
        if numbered > 1 and (cut := alone(goal, target, analyzer, reading)) is not None:
            (goal, reading), numbered = cut, 1
        self._goal = goal
        self._analyzer = analyzer
        self._reading = reading
        self._texts = catalogue(goal.language)
        aimed = [n for n in goal.numbers if n.role in ("target", "change") and n.value == target.value]
        self._number = aimed[0] if aimed else None
        self._deadlines = [d for d in goal.deadlines if d.date == target.deadline]
        self._alone = numbered == 1

    def write(self, milestone: Target) -> tuple[str, Target]:
        """The text of a milestone and the target that it is read as: the goal's own words if they can say it."""
        for text in self._own(milestone) if self._alone else ():
            if (read := _same(self._targets(text), milestone, _SAME + _KEPT)) is not None:
                return text, read
        plain = list(self._plain(milestone))
        targets = cache(self._targets)
        for fields in ((*_SAME, "channels"), _SAME):
            for text in plain:
                if (read := _same(targets(text), milestone, fields)) is not None:
                    return text, read.model_copy(update={"channels": milestone.channels})
        return plain[-1], milestone

    def _targets(self, text: str) -> list[Target]:
        """The targets that a text is read as."""
        return list(map(Target.model_validate, self._analyzer.read(text, self._goal.language).result["targets"]))

    def _own(self, milestone: Target) -> Iterator[str]:
        """The goal's text with the number and date replaced: the digits alone, or the number as a whole; of the last
        milestone as it is."""
        number = self._number
        if any(d.date == milestone.deadline for d in self._deadlines):
            yield self._goal.text
        if number is None or not self._deadlines:
            return
        for own_head in (False, True) if any(d.kind == "date" for d in self._deadlines) else (False,):
            yield from self._at(milestone, number, [self._dated(milestone, d, own_head) for d in self._deadlines])

    def _at(self, milestone: Target, number: Number, others: list[_Edit]) -> Iterator[str]:
        """The goal's text with the number replaced, and with other edits."""
        if milestone.per != number.per:
            others += self._cadence()
        if milestone.unit == "multiple" and milestone.change != "level" and not _DIGITS.search(number.text):
            yield from self._multiplied(milestone, number, others)
            return
        if (counted := self._counted(milestone, number)) is None:
            return
        others += counted + self._shares(milestone, number)
        start, end = self._number_span(milestone, number)
        abbreviated = number.text[-1].isalpha() and self._goal.text[end : end + 2] == ". "
        shown = (number.text[0] if number.text[0] in _SIGNS else "") + self._amount(milestone)
        if (digits := self._in_digits(milestone, number)) is not None:
            yield _edited(self._goal.text, [*others, (start, end, digits)])
        whole = (start, end + abbreviated, shown)
        yield _edited(self._goal.text, [*others, whole])
        if milestone.comparator == "~":
            yield _edited(self._goal.text, [*others, (start, whole[1], self._texts.plan["about"].format(n=shown))])
        if milestone.baseline is not None:
            yield _edited(self._goal.text, [*others, whole, *self._baseline(milestone)])

    def _number_span(self, milestone: Target, number: Number) -> tuple[int, int]:
        """Where the number stands, with the article of 'a dozen', or the 'between' of what is no range any more."""
        heads = _OF_RANGE if number.high is not None and milestone.high is None else _ARTICLE
        before = next((w for w in self._reading.words if w.end == number.start - 1 and w.has(heads)), None)
        return (number.start if before is None else before.start), number.end

    def _baseline(self, milestone: Target) -> list[_Edit]:
        """The baseline with a unit of its own, where it shared that of the number: 'from 1.1 to 1.6 million'."""
        start = next((n for n in self._goal.numbers if n.role == "baseline" and n.value == milestone.baseline), None)
        written = self._amount(milestone.model_copy(update={"value": milestone.baseline, "high": None}))
        return [] if start is None else [(start.start, start.end, written)]

    def _shares(self, milestone: Target, number: Number) -> list[_Edit]:
        """The same change in per cent, where the goal gives it beside its levels: 'by 20 % (from 200 to 240)'."""
        value, baseline = milestone.value, milestone.baseline
        if not baseline or value is None:
            return []
        before, now = (abs(level - baseline) / baseline * 100 for level in (number.value, value))
        others = (n for n in self._goal.numbers if n is not number and n.unit == "percent")
        told = [n for n in others if isclose(n.value, before)]
        shown = decimal(round(now, 2), self._goal.language)
        return [(n.start, n.end, _DIGITS.sub(lambda _: shown, n.text)) for n in told]

    def _amount(self, milestone: Target) -> str:
        return amount(milestone, self._goal.language)

    # ---- the deadline

    def _dated(self, milestone: Target, deadline: Deadline, own_head: bool) -> _Edit:
        """What puts the milestone's date in the place of the goal's, behind the words of its own that have to stay, or
        behind all of its own."""
        words = self._reading.words
        inside = [w for w in words if deadline.start <= w.start < deadline.end]
        day = next((w for w in inside if "period" in w), None)
        head = [] if day is None else inside[: inside.index(day)]
        before = next((w for w in reversed(words) if w.end <= deadline.start), None)
        behind = next((w for w in words if w.start == deadline.end and "ordinal_suffix" in w), None)
        end = deadline.end if behind is None else behind.end
        bare = before is not None and "span_to" in before and not head and self._goal.text[before.end] == " "
        if day is not None and (
            own_head or bare or any("done" in w for w in head) or (before is not None and before.has(_OWN_HEAD))
        ):
            return day.start, end, self._day(milestone)
        led = before is not None and before.end + 1 == deadline.start and before.has(_LEADS) and not head
        start = before.start if led and before is not None else deadline.start
        phrase = self._texts.plan["deadline"].format(date=self._day(milestone))
        opens = deadline.text[0].isupper() and self._goal.text[: deadline.start].rstrip()[-1:] in ("", ".", "!", "?")
        return start, end, capital(phrase) if opens else phrase

    def _day(self, milestone: Target) -> str:
        from babel.dates import format_date

        return str(format_date(milestone.deadline, self._texts.plan["date"], self._goal.language))

    # ---- the number

    def _in_digits(self, milestone: Target, number: Number) -> str | None:
        """The number's own text with other digits, its unit in the form that they ask for; None if its digits are not
        all of its value."""
        text, language = number.text, self._goal.language
        values = [v for v in (milestone.value, milestone.high) if v is not None]
        found = list(_DIGITS.finditer(text))
        if milestone.unit == "rating":
            found = found[: len(values)]  # '4.5 out of 5'
        if len(found) != len(values):
            return None
        scale = self._scale(found[-1].group(), number)
        if scale > 1 and not all(v >= scale and round(v / scale, 2) * scale == v for v in values):
            return None
        values = [value / scale for value in values]
        shown = iter(values)
        tail = text[found[-1].end() :]
        if (unit := _WORDS.search(tail)) is not None:
            was = _last(number) / scale
            if scale > 1 and not self._reading.declines and (was == 1) != (values[-1] == 1):
                return None  # 'en miljon kronor'
            agreed = self._agree(unit.group(), number, was, values[-1]) or unit.group()
            tail = tail[: unit.start()] + agreed + tail[unit.end() :]
        unit_of_text = milestone.unit if scale == 1 else None
        head = _DIGITS.sub(lambda _: decimal(next(shown), language, unit_of_text), text[: found[-1].end()])
        return head + tail

    def _scale(self, digits: str, number: Number) -> float:
        """What a word or letter behind a number's digits multiplies them by: 1000 in '15k'."""
        numeral = parse(fold(digits), self._reading.lexicon.point)
        written = [v for v in (numeral.value, numeral.grouped) if v is not None] if numeral is not None else []
        return next((scale for scale in _SCALES for v in written if isclose(v * scale, _last(number))), 1.0)

    def _multiplied(self, milestone: Target, number: Number, others: list[_Edit]) -> Iterator[str]:
        """'Double the leads', 'the leads twice' with another factor: 'Increase the leads 1.25 times'."""
        assert milestone.value is not None
        plan, text = self._texts.plan, self._goal.text
        factor = signed(milestone, self._goal.language)
        if milestone.direction != "decrease" and not milestone.value.is_integer():
            factor = plan["times"].format(n=self._amount(milestone))
        word = next((w for w in self._reading.words if w.start == number.start), None)
        if word is None or "multiply" not in word:
            factor = capital(factor) if number.text[0].isupper() else factor
            yield _edited(text, [*others, (number.start, number.end, factor)])
            return
        if self._reading.lexicon.is_inflected(self._reading.folded(word)):
            return
        verb = plan["shrink" if milestone.direction == "decrease" else "grow"]
        verb = capital(verb) if number.text[0].isupper() else verb
        metric = next((m.end for m in self._goal.metrics if m.start >= number.end), None)
        if metric is None:
            return
        dates = [d.start for d in self._deadlines if d.start > metric]
        for place in [*(len(text[:at].rstrip(" ,—–-")) for at in dates), metric]:
            yield _edited(text, [*others, (number.start, number.end, verb), (place, place, f" {factor}")])

    # ---- what is counted

    def _counted(self, milestone: Target, number: Number) -> list[_Edit] | None:
        """What puts the words behind the number in the form that the new number asks for; None if it is not known."""
        named = number.text[-1].isalpha() and milestone.unit != "count"  # the unit is part of the number
        if named or milestone.unit not in ("count", *DAYS_OF) or milestone.value is None:
            return []
        begin = number.end + 1
        metric = next((m.end for m in self._goal.metrics if m.start >= begin), None)
        phrase = "" if metric is None else self._goal.text[begin:metric]
        measured = _WORDS.fullmatch(phrase) is not None
        if not measured and not (phrase := self._behind(begin)):
            return []
        ranged = milestone.high is not None and _WORDS.search(number.text) is not None  # 'від 10 до 15'
        now = milestone.value if milestone.high is None else milestone.high
        agreed = self._agree(phrase, number, _last(number), now, ranged=ranged)
        if agreed is None:
            return None if measured else []
        return [(begin, begin + len(phrase), agreed)]

    def _behind(self, begin: int) -> str:
        """The word right behind a number that it may count, where no metric is known."""
        word = next((w for w in self._reading.words if w.start == begin), None)
        if word is None or word.has(_NOT_COUNTED) or any(d.start <= begin < d.end for d in self._goal.deadlines):
            return ""
        text = self._goal.text[word.start : word.end]
        return text if _WORDS.fullmatch(text) else ""

    def _agree(self, phrase: str, number: Number, was: float, now: float, *, ranged: bool = False) -> str | None:
        """A phrase behind a number as another number asks for it; None if that is not known."""
        quantity = next((q for q in self._reading.quantities if q.start == number.start), None)
        led = quantity is not None and quantity.lead == "to"
        genitive = ranged or led or number.comparator in (">=", "<=")
        return self._reading.lexicon.agree(phrase, was, now, genitive=genitive)

    def _cadence(self) -> list[_Edit]:
        """What takes the cadence out of the text: a total is no number a month."""
        words = self._reading.words
        edits: list[_Edit] = []
        for i, word in enumerate(words):
            before = words[i - 1] if i else None
            if "cadence" in word:
                edits.append(self._taken_out(word, word))
            elif before is not None and "each" in before and "unit" in word:
                edits.append(self._taken_out(before, word))
        return edits

    def _taken_out(self, first: Word, last: Word) -> _Edit:
        start = first.start - (self._goal.text[first.start - 1 : first.start] == " ")
        return start, last.end, ""

    # ---- where the goal's own words cannot say it

    def _plain(self, milestone: Target) -> Iterator[str]:
        """Date, metric and number alone, with the channels and owners in brackets or without them."""
        plan, language = self._texts.plan, self._goal.language
        deadline = capital(plan["deadline"].format(date=self._day(milestone)))
        number = signed(milestone, language)
        level = milestone.change == "level"
        if level and milestone.unit not in ("count", "money", "percent") and self._number is not None:
            number = self._in_digits(milestone, self._number) or number
        names = [milestone.metric_text or ""]
        channels = [channel.text for channel in self._goal.channels if channel.id in milestone.channels]
        beside = [text for text in (*channels, *(owner.text for owner in self._goal.owners)) if text not in names[0]]
        if milestone.metric in self._texts.labels:  # first where a name declines, last where it may need its text
            names.insert(0 if self._reading.declines else 1, self._texts.labels[milestone.metric])
        for name in names:
            for aside in [f" ({', '.join(dict.fromkeys(beside))})", ""] if beside and name else [""]:
                text = plan["amount" if level else "change"].format(
                    deadline=deadline, metric=name + aside, number=number
                )
                yield re.sub(" +", " ", text).strip(" —")


def _same(targets: Sequence[Target], milestone: Target, fields: tuple[str, ...]) -> Target | None:
    """The first of some targets that is the milestone in some fields and in its number."""
    for read in targets:
        values = ((read.value, milestone.value), (read.high, milestone.high))
        same = (getattr(read, f) == getattr(milestone, f) for f in fields if f != "metric" or milestone.metric)
        if all(_alike(*pair) for pair in values) and all(same):
            return read
    return None


def _last(number: Number) -> float:
    """A number, or the upper end of its range."""
    return number.value if number.high is None else number.high


def _alike(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and isclose(one, other, rel_tol=1e-6))


def _edited(text: str, edits: list[_Edit]) -> str:
    """A text with stretches replaced, none of which overlap; the last first, so that offsets hold."""
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text.strip()
