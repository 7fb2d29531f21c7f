"""What a goal wants more or less of where nothing is counted: 'find more tenors for the choir', 'sell more online'."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.comparatives import quality
from smartgoals.grammar.things import moved, sizes
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import CLAUSE_LINKS, LINKS, MORE_OR_LESS, PREPOSITIONS
from smartgoals.reading import TAKEN, Match, Reading, Word

_BETWEEN = LINKS | {"dash"}  # two comparatives
_BEHIND: frozenset[str] = PREPOSITIONS | CLAUSE_LINKS | {"to"}  # what may stand behind all that a goal names
_BEFORE_THINGS = frozenset(("the", "a", "more"))
_SHARES = ("percent", "percentage_point", "multiple")
_VERBS = VERB_CLASSES | {"auxiliary"}
_CARRIES = bits(["carries"])


def unknown(reading: Reading, nouns: Nouns) -> list[Aim]:
    """The aims of a goal that has neither metric nor number: what stands behind its verb and comparative."""
    if not reading.lexicon.has_cases:
        # without cases only plurals tell 'more tenors' from 'more often'
        aim = moved.unknown(reading, nouns) or _counted(reading, nouns) or _measured(reading, nouns)
        aim = aim or _compared(reading, nouns) or _rid_of(reading, nouns)
    elif aims := _depending(reading, nouns):
        return aims
    else:
        aim = sizes.unknown(reading, nouns) or _fronted(reading, nouns) or _rid_of(reading, nouns)
    return [aim] if aim is not None else []


def _depending(reading: Reading, nouns: Nouns) -> list[Aim]:
    """'Знайти більше тенорів', 'більше квітів — менше бур'янів': genitives behind comparatives, with a verb before, or
    of which one opens the goal."""
    words, lexicon, aims = reading.words, reading.lexicon, list[Aim]()
    for i, word in enumerate(words[:-1]):
        if not word.has(MORE_OR_LESS) or word.has(_VERBS) or not nouns.is_plain(i + 1):
            continue
        if MORE_OR_LESS.issubset(word):
            continue  # 'расти быстрее рынка': what is faster does not count what it is compared with
        counted = "gent" in lexicon.cases(reading.tokens[words[i + 1].first].text)
        opens = i == 0 or (bool(aims) and words[i - 1].has(_BETWEEN))
        if counted and (opens or any(before.has(_VERBS) for before in words[:i])):
            run = nouns.named(i + 1)
            aims += [Aim(*run, named=nouns.tokens(*run))] if run is not None else []
    return aims


def _compared(reading: Reading, nouns: Nouns) -> Aim | None:
    """'Less draught in the hall', sv 'längre blomtid': what a comparative that opens a goal without a verb is of."""
    words = reading.words
    first = words[0] if words else None
    verbless = not any(word.has(VERB_CLASSES) for word in words)
    if first is None or not verbless or not first.has(MORE_OR_LESS) or MORE_OR_LESS.issubset(first):
        return None
    run = nouns.named(1)
    if run is None or any(
        quality(reading, m)[0] not in ("many", None) for m in reading.vague if m.first == first.first
    ):
        return None  # sv 'bättre koll på lagret'
    long, behind = run[1] - run[0] > 1, words[run[1]] if run[1] < len(words) else None  # not 'more flexible'
    ends = long if behind is None else behind.has(_BEHIND) or reading.chars[run[1]] == TAKEN
    adverb = reading.tokens[words[run[1] - 1].last - 1].text.endswith(reading.lexicon.endings.adverbs or ("\0",))
    return Aim(*run, named=nouns.tokens(*run)) if ends and not adverb else None


def _measured(reading: Reading, nouns: Nouns) -> Aim | None:
    """'Reduce the queues soon', sv 'öka tryggheten': the unknown thing that the main verb makes more or less of."""
    words, at = reading.words, _scaling(reading)
    if at is None:
        return None
    first = at + 1
    while first < len(words) and (words[first].has(_BEFORE_THINGS) or nouns.says_nothing(first)):
        first += 1
    run = nouns.named(first)
    return Aim(at, run[1], named=nouns.tokens(*run)) if run is not None else None


def _rid_of(reading: Reading, nouns: Nouns) -> Aim | None:
    """'Phase out all paper cups', uk 'позбутися всіх мишей': what a verb of reduction wants all gone of."""
    words = reading.words
    at = next((i for i, word in enumerate(words) if word.has(VERB_CLASSES)), len(words))
    if at == len(words) or "decrease" not in words[at]:
        return None
    first = at + 1 + (at + 1 < len(words) and "range_from" in words[at + 1])
    whole = first < len(words) and reading.tokens[words[first].last - 1].text in reading.lexicon.wholes
    run = nouns.named(first + 1) if whole else None
    return Aim(*run, named=nouns.tokens(*run)) if run is not None else None


def _fronted(reading: Reading, nouns: Nouns) -> Aim | None:
    """'Чергу до лікаря скоротити': the unknown thing that opens the goal, right before such a verb."""
    at = _scaling(reading)
    return Aim(0, at + 1, named=nouns.tokens(0, at)) if at and nouns.run(0) == at else None


def _scaling(reading: Reading) -> int | None:
    """The goal's first verb, if it is one whose object is measured."""
    at = next((i for i, word in enumerate(reading.words) if word.has(VERB_CLASSES)), None)
    return at if at is not None and "scales" in reading.words[at] else None


def _counted(reading: Reading, nouns: Nouns) -> Aim | None:
    """'Fewer calves', sv 'fler gäster ska hitta oss': things behind a comparative that says that they are counted.

    Without cases nothing else tells 'more tenors' from 'more often'.
    """
    for i, word in enumerate(reading.words[:-1]):
        counts = word.has(MORE_OR_LESS) and reading.tokens[word.last - 1].text in reading.lexicon.counting
        if counts and word.last - word.first == 1 and nouns.is_plain(i + 1):
            last = nouns.run(i + 1)
            told = last < len(reading.words) and "metric" in reading.words[last]  # sv 'ringa fler gamla kunder'
            return None if told else Aim(i + 1, last, named=nouns.tokens(i + 1, last))
    return None


def implied(reading: Reading, nouns: Nouns) -> Aim | None:
    """'Hire some people for the kitchen', sv 'anställ personal': unknown things behind a verb that implies a metric."""
    words, vague = reading.words, {i for m in reading.vague for i in range(m.first, m.last)}
    for at, word in enumerate(words):
        name = word.get("implies")
        if name is None or name in reading.ontology.money:
            continue
        first = at + 1
        while first < len(words) and (words[first].first in vague or words[first].has(_BEFORE_THINGS)):
            first += 1
        run = nouns.named(first)
        if run is None:
            return None
        last = run[1]
        start, end = words[first].start, words[last - 1].end
        metric = Match("metric", name, words[first].first, words[last - 1].last, start, end)
        reading.metrics.append(metric)
        return Aim(first, last, metric=metric)
    return None


def carried(reading: Reading, nouns: Nouns, aims: list[Aim], metrics: list[tuple[int, Match]]) -> None:
    """Let a verb say what is measured, where nothing else does: 'sell 20 % more', 'respond faster to customers'.

    A metric that no preposition governs is free; of a verb it is what gets faster, 'deliver orders 20 % faster'.
    """
    if not reading.may_have(_CARRIES):
        return
    words = reading.words
    at = next((i for i, word in enumerate(words) if word.has(VERB_CLASSES)), len(words))
    if at == len(words) or "carries" not in words[at] or _takes(reading, at, aims) or len(aims) > 1:
        return
    compared = next((i for i, word in enumerate(words) if i > at and word.has(MORE_OR_LESS)), len(words))
    metric, word, times = words[at]["carries"], words[at], reading.ontology.times
    faster = compared < len(words) and MORE_OR_LESS.issubset(words[compared])
    if faster != (metric in times):
        return  # 'deliver more' is no delivery time
    free = any(not nouns.governed(i) for i, _ in metrics)
    aim = aims[0] if aims else None
    quantity = aim.quantity if aim is not None else None
    again = quantity is not None and quantity.per is not None and quantity.unit is None
    shared = quantity is not None and quantity.unit in _SHARES
    if aim is None:
        if free or compared == len(words) or (compared + 1 < len(words) and nouns.is_plain(compared + 1)):
            return  # 'earn more respect'
    elif faster and aim.metric is not None and aim.metric.id not in times:
        if quantity is not None and not shared:
            return
        reading.metrics.remove(aim.metric)
    elif free or aim.metric or aim.named or not (again or shared):
        return
    work = metric in reading.ontology.metrics and reading.ontology.metrics[metric].kind == "activity"
    if again != work:
        return  # 'sell twice a week' no amount of sales
    match = _said(reading, word)
    if aim is None:
        aims.append(Aim(at, at + 1, metric=match))
    else:
        aim.metric = match


def _said(reading: Reading, verb: Word) -> Match:
    """The metric that a verb says, added to those of the goal."""
    match = Match("metric", verb["carries"], verb.first, verb.last, verb.start, verb.end)
    reading.metrics.append(match)
    return match


def _takes(reading: Reading, at: int, aims: list[Aim]) -> bool:
    """'Deliver orders within 24 hours', 'resolve complaints in 2 days': a verb says of what its bound is the time."""
    word = reading.words[at]
    bounded = [aim for aim in aims if aim.quantity is not None]
    if word["carries"] not in reading.ontology.times or len(bounded) != 1 or bounded[0].metric is not None:
        return False
    (aim,) = bounded
    quantity, objects = aim.quantity, [other.metric for other in aims if other is not aim]
    if quantity is None or quantity.unit not in DAYS_OF or quantity.comparator != "<=" or None in objects:
        return False
    reading.metrics = [m for m in reading.metrics if not any(m is metric for metric in objects)]
    aim.metric, aim.named = _said(reading, word), None
    aims[:] = [aim]
    return True
