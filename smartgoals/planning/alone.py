"""A goal with several numbers cut down to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from smartgoals.advice.messages import catalogue
from smartgoals.analyzer import Analyzer
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import CLAUSE_LINKS
from smartgoals.models import GoalAnalysis, Metric, Number, Target
from smartgoals.reading import Reading

_ADDS = CLAUSE_LINKS | frozenset((
    "colon", "dash", "bracket", "from", "in", "by", "to", "aside", "means", "agent", "company",
    "for_whom", "purpose", "until", "channel", "owner",
))  # fmt: skip # what adds something to all that was said
_MOST = 60  # ways of cutting that are tried
_Span = tuple[int, int]


def alone(
    goal: GoalAnalysis, target: Target, analyzer: Analyzer, reading: Reading
) -> tuple[GoalAnalysis, Reading] | None:
    """The goal without the numbers and metrics of its other targets, with its reading; None if no cut leaves one."""
    spans = _spans(goal)
    place = goal.targets.index(target)
    if place not in spans:
        return None
    own = spans.pop(place)
    before = sorted(span for span in spans.values() if span[1] <= own[0])
    behind = sorted(span for span in spans.values() if span[0] >= own[1])
    if len(before) + len(behind) < len(spans):
        return None
    fallback: Reading | None = None
    ways = product(_cuts_before(goal, own, before, reading), _cuts_behind(goal, own, behind, reading))
    for cuts in islice(ways, _MOST):
        if not (text := _without(goal, cuts)):
            continue
        read = analyzer.read(text, goal.language)
        if len(read.result["deadlines"]) != 1:
            continue
        kept = [left for left in map(Target.model_validate, read.result["targets"]) if left.value is not None]
        if len(kept) != 1 or kept[0].model_copy(update={"metric_text": target.metric_text}) != target:
            continue
        if len(read.result["owners"]) == len(goal.owners):
            return analyzer.judge(read, goal.language), read
        fallback = fallback or read
    return None if fallback is None else (analyzer.judge(fallback, goal.language), fallback)


def _spans(goal: GoalAnalysis) -> dict[int, _Span]:
    """Where the numbers of each target stand, with its metric if no other number stands between."""
    numbers = [n for n in goal.numbers if n.role in ("target", "change", "baseline")]
    found: dict[int, list[Number]] = {}
    free = list(numbers)
    for place, target in enumerate(goal.targets):
        number = next(
            (n for n in free if n.role != "baseline" and (n.value, n.unit) == (target.value, target.unit)), None
        )
        if number is not None:
            free.remove(number)
            baseline = next((n for n in free if n.role == "baseline" and n.value == target.baseline), None)
            if baseline is not None:
                free.remove(baseline)
            found[place] = [number] if baseline is None else [number, baseline]
    spans: dict[int, _Span] = {}
    named = list(goal.metrics)
    for place, own in found.items():
        start, end = min(number.start for number in own), max(number.end for number in own)
        others = [number for number in numbers if number not in own]
        metrics = [m for m in named if m.text == goal.targets[place].metric_text]
        nearest = min(metrics, key=lambda m: _distance(m, start, end), default=None)
        if nearest is not None:
            wide = min(start, nearest.start), max(end, nearest.end)
            if not any(wide[0] <= other.start < wide[1] for other in others):
                start, end = wide
                named.remove(nearest)
        spans[place] = start, end
    return spans


def _distance(metric: Metric, start: int, end: int) -> int:
    return max(start - metric.end, metric.start - end)


def _cuts_before(goal: GoalAnalysis, own: _Span, others: list[_Span], reading: Reading) -> Iterator[_Span]:
    """Stretches to cut before a target: from the verb of the others, or behind it, to the join before the target."""
    if not others:
        yield 0, 0
        return
    first, last = others[0][0], others[-1][1]
    words = [word for word in reading.words if word.end <= first]
    verb = next(([word.start, word.end] for word in reversed(words) if word.has(VERB_CLASSES)), [first])
    heads = [deadline.end for deadline in goal.deadlines if deadline.end <= first]
    signs = [word.end for word in words if "colon" in word]
    between = [word for word in reading.words if last <= word.start < own[0]]
    joins = [word.end for word in between if word.has(CLAUSE_LINKS)]
    labelled = any("colon" in word for word in between)  # 'KR1: …, KR2: …'
    for start in dict.fromkeys((0, *heads) if labelled else (*verb, first, *heads, *signs, 0)):
        for end in joins[::-1] or [own[0]]:
            yield start, end


def _cuts_behind(goal: GoalAnalysis, own: _Span, others: list[_Span], reading: Reading) -> Iterator[_Span]:
    """Stretches to cut behind a target: from a join behind it to the end of the others, the deadline or the text."""
    if not others:
        yield len(goal.text), len(goal.text)
        return
    first, last = others[0][0], others[-1][1]
    dates = [deadline.start for deadline in goal.deadlines if deadline.start >= last]
    for word in reading.words:  # what is still part of the last: 'by 8 points'
        if last <= word.start <= last + 1 and word.start not in dates and not word.has(_ADDS):
            last = word.end
    joins = [word.start for word in reading.words if own[1] <= word.start < first and word.has(CLAUSE_LINKS)]
    for start in joins or [first]:
        for end in dict.fromkeys((last, *dates, len(goal.text))):
            yield start, end


def _without(goal: GoalAnalysis, cuts: tuple[_Span, _Span]) -> str:
    """The goal's text without two stretches and what only joined them, with the capital that it began with."""
    text, plan = goal.text, catalogue(goal.language).plan
    (start, end), (begin, stop) = cuts
    head, body, tail = text[:start].rstrip(), text[end:begin].strip(), text[stop:].lstrip()
    if end:
        body = re.sub(rf"^(?:{'|'.join(plan['but'].split())})\b\s*", "", body)
    left = " ".join(part for part in (head, body) if part)
    left += tail if tail[:1] in tuple(",.;:!?") else f" {tail}"
    for deadline in goal.deadlines:  # 'both by June'
        left = re.sub(rf",? (?:{'|'.join(plan['both'].split())})(?= {re.escape(deadline.text)})", "", left)
    left = left.strip()
    return capital(left) if text[:1].isupper() else left


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]
