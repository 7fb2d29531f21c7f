"""What one clause tells and the next one takes up: 'we have 8 goats; in two years there should be 15'."""

from __future__ import annotations

from smartgoals.grammar.clauses import past, segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.roles.paired_levels import linked
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.verbs.direction import Verbs
from smartgoals.grammar.word_sets import LINKS, NOMINALS, WISHES
from smartgoals.reading import TAKEN, Quantity, Reading, Word

_TELLING = frozenset(("current", "state", "only"))
_NOT_TOLD = frozenset(("goal_word", "purpose", "rival", "reason"))
_OF_ANOTHER = frozenset(("number", "rival", "compare"))
_AIMING: frozenset[str] = VERB_CLASSES | WISHES | {"needed"}
_TO_BE: frozenset[str] = _AIMING | {"amounts", "purpose"}
_SUBJECTS = frozenset(("other", "auxiliary", "owner", "sheds"))
_WORK = frozenset(("activity", "implies", "carries"))
_BRACKETS = frozenset(("open", "close"))
_PRESENT_OR_PAST, _FUTURE = frozenset(("present", "past")), frozenset(("future",))
_OF_LIST: frozenset[str] = LINKS | {"other", "the", "a", "current"}
_SHARES = ("percent", "percentage_point", "multiple", "money", "rating", "ratio")


def take_up(quantities: list[Quantity], reading: Reading, nouns: Nouns, verbs: Verbs) -> None:
    """Make a number that counts an unknown thing, in a clause that tells, the baseline of the bare one behind it.

    The bare one may say how many more there are to be: 'there are 18 clubs now; open 6 more'.

    Several things may be told of, and their numbers follow in order: 'we have 5 kids and 12 lambs; we want 8 and 20'.
    """
    if len(quantities) < 2 or not any(segments.parts(reading.words, i) for i in range(len(reading.words))):
        return
    i = 0
    while i < len(quantities) - 1:
        told = _told(quantities[i:], quantities, reading, nouns)
        aims = linked(quantities[i + len(told) :], reading.words)[: len(told)]
        paired = told != [] and len(aims) == len(told)
        if paired and (_is_replaced(told, aims, reading) or _are_bare(told, aims, reading, nouns)):
            clause = range(_start(told[0], reading), segments.end(reading.words, told[-1].last))
            verbs.verbs = [(at, name) for at, name in verbs.verbs if at not in clause]
            for level, aim in zip(told, aims, strict=True):
                for before in [q for q in quantities if q.of == level.first]:
                    before.role = "other"  # 'there were 9, now there are 17, there will be 40'
                level.of, level.role, aim.role = aim.first, "baseline", "change" if aim.more else "target"
                aim.thing = level.thing or _counted(level, reading, nouns)
                aim.unit, aim.per = aim.unit or level.unit, aim.per or level.per
                if aim.lead == "to" and "to" in reading.words[aim.first]:
                    aim.comparator = "="  # 'bring them up to 25'
        i += max(len(told), 1)


def _told(quantities: list[Quantity], every: list[Quantity], reading: Reading, nouns: Nouns) -> list[Quantity]:
    """The numbers from the first on that tell how many there are of several unknown things; none if they do not."""
    first = quantities[0]
    if any(q.of == first.first for q in every):
        return [first] if _is_told(first, reading, nouns) else []
    words, told = reading.words, [first]
    if _counted(first, reading, nouns) is None or _is_listed(first, every, words):
        return []
    if not _is_told(first, reading, nouns):
        return []
    for quantity in quantities[1:]:
        between = words[told[-1].last : quantity.first]
        linked_on = len(between) > 1 and between[-1].has(LINKS) and all(w.has(_OF_LIST) for w in between)
        if not linked_on or nouns.named(quantity.last) is None or quantity.unit in _SHARES:
            break
        told.append(quantity)
    return told


def _is_listed(told: Quantity, quantities: list[Quantity], words: list[Word]) -> bool:
    """'We have 12 cows and 3 horses': whether a number before one counts something in the same sentence."""
    before = [q for q in quantities if q.last < told.first and segments.stop(words, q.first) > told.first]
    return any(words[q.last].has(NOMINALS) for q in before)


def _counted(told: Quantity, reading: Reading, nouns: Nouns) -> tuple[int, int] | None:
    """'8 goats', '35 kg of gooseberries', ru 'скворечников в роще 12': the thing that a number counts in its clause."""
    words, at = reading.words, told.last
    if at < len(words) and "of" in words[at] and told.unit is not None:
        at += 1
    behind = nouns.named(at)
    if behind is not None:
        return behind
    first = _start(told, reading)
    ahead = nouns.named(first)
    cases = reading.lexicon.cases(reading.tokens[words[first].first].text)
    return ahead if ahead is not None and "gent" in cases and "nomn" not in cases else None


def _start(quantity: Quantity, reading: Reading) -> int:
    """The first word of a number's clause, behind a colon."""
    first = segments.start(reading.words, quantity.first)
    return next((i + 1 for i in range(quantity.first - 1, first, -1) if "colon" in reading.words[i]), first)


def _is_told(told: Quantity, reading: Reading, nouns: Nouns) -> bool:
    """Whether a clause says how many there are or were: by a verb, by a word for now, or with no verb at all."""
    words = reading.words
    if told.unit in _SHARES or told.more or told.sign or told.high is not None or told.comparator != "=":
        return False
    first, last = _start(told, reading), segments.end(words, told.last)
    clause = words[first:last]
    if any("metric" in word or word.has(_NOT_TOLD) for word in clause):
        return False
    if told.role == "baseline" or any(told.first in was for was in reading.past):
        return True
    if any(word.has(VERB_CLASSES) and not _describes(i, reading) for i, word in enumerate(clause, first)):
        return False
    over = any(found.background and first <= found.first < last for found in reading.dates)
    return (
        over
        or _states(first, last, reading)
        or _counted(told, reading, nouns) == nouns.named(first)
        or _is_answered(told, first, reading)
    )


def _is_answered(told: Quantity, first: int, reading: Reading) -> bool:
    """'The mill grinds 40 sacks; it should be 60', uk 'знову 14 парт! Щоб лишилося 3': whether the next sentence says
    by a pronoun, or a conjunction of purpose, that it wants another number of what one without a wish tells."""
    words, stop = reading.words, segments.stop(reading.words, told.last)
    if told.first == first or any("auxiliary" in word for word in words[first : told.first]) or stop + 1 >= len(words):
        return False
    behind = words[stop + 1 : segments.end(words, stop + 1)]
    return any("pronoun" in word for word in behind) or any("purpose" in word for word in behind[:1])


def _states(first: int, last: int, reading: Reading) -> bool:
    """Whether a word for what is or was stands among some words, or a verb whose form tells as much."""
    tokens = range(reading.words[first].first, reading.words[last - 1].last)
    if any(word.has(_TELLING) for word in reading.words[first:last]):
        return True
    if any(reading.words[i].has(VERB_CLASSES) and _describes(i, reading) for i in range(first, last)):
        return True
    return any(not _TELLING.isdisjoint(reading.forms[i].values) for i in tokens) or any(
        _is_finite(i, reading) for i in range(first, last)
    )


def _describes(at: int, reading: Reading) -> bool:
    """'Our shed holds 14 harps', 'we have': whether a verb behind a subject says what is, by its form or its class."""
    word, lexicon = reading.words[at], reading.lexicon
    if at == 0 or not reading.words[at - 1].has(_SUBJECTS):
        return False
    inflected = not lexicon.has_cases and lexicon.is_inflected(reading.tokens[word.first].text)
    return "state" in word or inflected


def _is_finite(at: int, reading: Reading, tenses: frozenset[str] = _PRESENT_OR_PAST) -> bool:
    """Whether an unknown word is a verb in one of some tenses, where forms tell."""
    lexicon, word = reading.lexicon, reading.words[at]
    if not lexicon.has_cases or "other" not in word:
        return False
    forms = lexicon.verb_forms(reading.tokens[word.last - 1].text)
    return "noun" not in forms and not forms.isdisjoint(tenses)


def _is_replaced(told: list[Quantity], aims: list[Quantity], reading: Reading) -> bool:
    """Uk 'замість 8 поливів на тиждень — 5': whether only a sign parts a number from what it is instead of."""
    words = reading.words
    if len(told) != 1 or "without" not in words[told[0].first] or "current" not in words[told[0].first]:
        return False
    behind = words[aims[0].last : aims[0].last + 1]
    signed = words[aims[0].first].has(SIGNS) and segments.end(words, told[0].last) == aims[0].first
    return signed and not any(word.has(NOMINALS) for word in behind)


def _are_bare(told: list[Quantity], aims: list[Quantity], reading: Reading, nouns: Nouns) -> bool:
    """Whether numbers in a clause behind say only how many there are to be, not of what."""
    words, first, aim = reading.words, segments.end(reading.words, told[-1].last), aims[0]
    if first >= aim.first or any(q.unit not in (None, told[0].unit) or q.sign for q in aims):
        return False
    last = aims[-1].last
    between = [words[i] for i in range(first, aim.first) if reading.chars[i] != TAKEN]
    behind = words[last : segments.end(words, last)]
    if any("metric" in word for word in (*between, *behind)) or any(word.has(_OF_ANOTHER) for word in between):
        return False
    said = _said(told, reading)
    counts = behind and behind[0].has(NOMINALS) and reading.chars[last] != TAKEN
    if counts and not _is_said(last, said, reading):
        return False
    leads = [*between, words[aim.first]]
    now = any("current" in word for word in leads) and not any(word.has(_AIMING) for word in leads)
    if now or any(word.has(_BRACKETS) for word in between):
        return False
    named = any("pronoun" in word for word in between)
    to_be = any(word.has(_TO_BE) for word in leads) or any(
        _is_finite(i, reading, _FUTURE) for i in range(first, aim.first)
    )
    lower = not named and any(q.value < level.value for q, level in zip(aims, told, strict=True))
    more = all(q.more for q in aims)  # 'there are 18 clubs now; open 6 more'
    if not to_be or (not more and _is_of_state(told[0], reading) and _is_deed(leads, lower=lower)):
        return False
    begins = next((i for i in range(aim.first - 1, first, -1) if "stop" in words[i]), first)
    return named or not any(
        nouns.is_plain(i) and not nouns.governed(i) and not _is_said(i, said, reading) for i in range(begins, aim.first)
    )


def _said(told: list[Quantity], reading: Reading) -> set[str]:
    """The dictionary forms of the words of a clause."""
    words = reading.words[_start(told[0], reading) : segments.end(reading.words, told[-1].last)]
    return {lemma for word in words for lemma in reading.lexicon.lemmas(reading.tokens[word.last - 1].text)}


def _is_said(at: int, said: set[str], reading: Reading) -> bool:
    """'Живе 40 качок. Хочемо, щоб жило 60', '… 40 ducks; we want 60 ducks': whether a clause has a word already."""
    return not said.isdisjoint(reading.lexicon.lemmas(reading.tokens[reading.words[at].last - 1].text))


def _is_deed(leads: list[Word], *, lower: bool) -> bool:
    """Whether work leads to a number, which then counts only what the work is on; what is got may be as much.

    'We have 14 kayaks; buy two', but 'we have 14 kayaks; get 20'.
    """
    kinds = _WORK | {"achieve"} if lower else _WORK
    return any(word.has(kinds) and "amounts" not in word for word in leads)


def _is_of_state(told: Quantity, reading: Reading) -> bool:
    """'We have 14 shops; open two': whether a clause says what is, not what was done."""
    first = _start(told, reading)
    return past.verb(first, told.first, reading) is None and not any(
        _is_finite(i, reading) for i in range(first, told.first)
    )
