"""Numbers that are part of a name, a ranking or another count."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import VERBS
from smartgoals.grammar.word_sets import ARTICLES, PLACES, THINGS
from smartgoals.reading import Quantity, Reading, Word

_NAMED = THINGS | {"channel"}
_WHICH = frozenset(("current", "next", "last", "this"))  # before 'one', which then stands for a noun
_WHICH_LEADS = (None, "from", "range_from", "between")  # before the first of several: ru 'в классах с 7 по 9'
_UP_TO = frozenset(("to", "until"))
_THROUGH: frozenset[str] = _UP_TO | {"span_to"}  # between the first and the last of several
_JOINTS: frozenset[str] = _THROUGH | {"and", "or", "comma"}
_MOST_BETWEEN = 3  # words between two of several: ', and'
_MOST_DIGITS = 4  # of a rank
_RACES = (5_000, 10_000, 15_000, 21_000, 42_000)  # metres
_YOUNGEST, _OLDEST = 12, 80  # of whom advertisers tell the age
_MOST_ITEMS = 31  # of a list of goals: a higher number behind 'goal' is one to reach


def is_rank(quantity: Quantity, words: list[Word]) -> bool:
    """Whether a number is of a ranking: 'top 10', 'Top-10'."""
    first = quantity.first
    bare = "number" in words[first] or "dash" in words[first]
    return first > 0 and bare and quantity.unit is None and "rank_head" in words[first - 1]


def ranks(reading: Reading) -> list[Quantity]:
    """The numbers of rankings in the names of metrics: '20 keywords in the top 10'; the goal aims at none of them."""
    tokens, forms, found = reading.tokens, reading.forms, list[Quantity]()
    for at, word in enumerate(reading.words):
        if "metric" not in word:
            continue
        for i in range(word.first + 1, word.last):
            head = i - 2 if tokens[i - 1].is_hyphen else i - 1
            if head < word.first or "rank_head" not in forms[head].values:
                continue
            digits = tokens[i].text.isdecimal() and len(tokens[i].text) <= _MOST_DIGITS
            value = float(tokens[i].text) if digits else forms[i].values.get("cardinal")
            if value is not None:
                start, end = tokens[i].start, tokens[i].end
                found.append(Quantity(float(value), None, None, None, "=", start, end, at, at + 1, role="other"))
    return found


def _is_age(quantity: Quantity, aged: frozenset[str], reading: Reading) -> bool:
    """'Awareness among women 25–40': whether a bare range stands right behind those whose age it may be."""
    first, high = quantity.first, quantity.high
    if first == 0 or high is None or quantity.unit is not None or quantity.lead or quantity.sign or quantity.per:
        return False
    grown = _YOUNGEST <= quantity.value < high <= _OLDEST and quantity.comparator == "="
    before = reading.words[first - 1]
    return grown and before.has(_NAMED) and not aged.isdisjoint(reading.forms[before.last - 1].keys)


def numbered(reading: Reading) -> set[int]:
    """The numbers, by their ids, that say which of several a noun means: 'in grades 3 to 5', 'on lines 2, 3 and 5'.

    Another number says how much; behind 'from grade 3' the next one is a level.
    """
    words, quantities = reading.words, reading.quantities
    found = set[int]()
    heads = reading.marked("numbered") if len(quantities) > 1 else set[int]()
    if len(quantities) > 1 and (aged := reading.lexicon.persons.aged):
        found.update(id(quantity) for quantity in quantities if _is_age(quantity, aged, reading))
    for i, quantity in enumerate(quantities[:-1]):
        at = quantity.first - 1
        if at < 0 or quantity.unit is not None or quantity.lead not in _WHICH_LEADS or id(quantity) in found:
            continue
        plural = not heads.isdisjoint(range(words[at].first, words[at].last))
        if plural and words[at].last - words[at].first == 1:
            plural = at > 0 and not segments.parts(words, at - 1)  # not a list: 'rooms 20 to 30, chairs 40 to 60'
        if not plural and ("name_head" not in words[at] or (at and "from" in words[at - 1])):
            continue
        last = _last_joined(quantities, i, words)
        if last + 1 < len(quantities) and (last > i or quantity.high is not None):
            found.update(id(q) for q in quantities[i : last + 1])
    return found


def _last_joined(quantities: list[Quantity], first: int, words: list[Word]) -> int:
    """The last of the bare numbers that 'and' or commas join to one, or 'to' alone: of '2, 3 and 5', '3 to 5'."""
    last = first
    for before, after in pairwise(quantities[first:]):
        between = words[before.last : after.last - 1]
        counts = after.last < len(words) and words[after.last].has(THINGS)
        if before.high is not None or after.unit is not None or counts or not 0 < len(between) < _MOST_BETWEEN:
            break
        if not all(word.has(_JOINTS) for word in between):
            break
        if any(word.has(_THROUGH) and "and" not in word for word in between):
            # not 'rooms 4 and 5 to 105', 'число классов с 7 до 9'
            return last + (last == first and (before.lead is None or not between[0].has(_UP_TO)))
        last += 1
    return last


def is_race(quantity: Quantity, after: Quantity | None, words: list[Word]) -> bool:
    """'Run a 10K in under 55 minutes': whether so many metres behind an article name a race, as the time behind it
    tells."""
    if after is None or after.unit not in segments.DAYS_OF or quantity.unit is not None or quantity.value not in _RACES:
        return False
    return any(word.has(ARTICLES) for word in words[max(quantity.first - 1, 0) : quantity.last - 1])


def numbers_another(quantity: Quantity, words: list[Word]) -> bool:
    """'By episode 20', 'over the two weekends': whether a number says which or how many of what passes until then."""
    first = quantity.first
    ends = quantity.last == len(words) or segments.parts(words, quantity.last)
    if quantity.unit is not None:
        return False
    if "at_least" in words[first] and "in" in words[first]:  # 'over' is where and how many
        return any("the" in word for word in words[first : quantity.last])
    which = first > 1 and quantity.lead is None and words[first - 1].has(THINGS) and "number" in words[first]
    return which and ends and {"by", "by_amount"} <= words[first - 2].keys()


def is_moved(quantity: Quantity, after: Quantity | None, words: list[Word]) -> bool:
    """'CPL on campaign 4417 from $38 to $30', 'turnover in ward 5 should fall to 8 %': whether a bare number only says
    which of some is to move."""
    first, last = quantity.first, quantity.last
    if after is None or quantity.unit is not None or quantity.lead is not None:
        return False
    if last - first > 1 or first == 0 or not words[first - 1].has(_NAMED):
        return False
    placed = first > 1 and words[first - 2].has(PLACES) and "other" in words[first - 1]
    return (after.first == last and after.lead == "from") or (placed and "auxiliary" in words[last])


def _is_of_age(quantity: Quantity, words: list[Word]) -> bool:
    """'Among under-40s': whether a bound, a hyphen and a number in the plural say how old people are."""
    i = next((i for i in range(quantity.first, quantity.last) if "number" in words[i]), 0)
    joined = i > 1 and "dash" in words[i - 1] and words[i - 2].has(BOUNDS) and words[i - 1].start == words[i - 2].end
    return joined and quantity.last == i + 2 and words[i].end == words[i + 1].start


def _is_pronoun(quantity: Quantity, words: list[Word]) -> bool:
    """'Because the current one keeps losing parcels': whether 'one' stands for a noun."""
    at = quantity.last - 1
    return at > 0 and "a" in words[at] and "number" in words[at] and words[at - 1].has(_WHICH)


def is_name(quantity: Quantity, words: list[Word]) -> bool:
    """A bare year, or a number that a name ends with ('iPhone 15', 'version 2.0')."""
    word = words[quantity.first]
    before = words[quantity.first - 1] if quantity.first else None
    if _is_joined(quantity, words) or _is_edition(quantity, words) or _is_code(quantity, words):
        return True
    if _is_of_age(quantity, words) or _is_pronoun(quantity, words):
        return True
    if _is_of_years(quantity.first, words) or _is_of_years(quantity.first - 2, words):
        return True
    if quantity.unit is not None or quantity.lead or not ("number" in word or "dash" in word):
        return False
    if before is not None and "goal_word" in before and quantity.value > _MOST_ITEMS:
        return False  # 'now 320, goal 500'
    if before is not None and "name_head" in before:
        return "dash" not in word or word.end == words[quantity.first + 1].start  # not 'this sprint — 35 points'
    following = words[quantity.last] if quantity.last < len(words) else None
    if before is not None and "goal_word" in before and following is not None and following.has(SIGNS):
        return "number" in word and any("number" in w for w in words[quantity.last :])  # 'Goal 2: 40 leads'
    if "number" not in word or "piece" in words[quantity.last - 1] or (following is not None and "metric" in following):
        return False
    if "year" in word:
        counts = ("auxiliary", "arrow", *VERBS)  # 'we want 2000 by summer', '0 → 2000'
        moves = following is not None and "arrow" in following
        return not moves and (before is None or not any(n in before for n in counts))
    named = before is not None and "capital" in before and before.end + 1 == word.start
    named = named and not _is_letter_behind(quantity.first - 1, words)
    return before is not None and ("name" in before or named)


def _is_letter_behind(at: int, words: list[Word]) -> bool:
    """'З 8-Б шість книжок': whether a hyphen joins a word to a number before it, which it names something with."""
    glued = at > 1 and words[at - 1].end == words[at].start and words[at - 2].end == words[at - 1].start
    return glued and "dash" in words[at - 1] and "number" in words[at - 2]


def _is_edition(quantity: Quantity, words: list[Word]) -> bool:
    """'The 2026 Salary Guide': whether a bare year stands between an article and a name."""
    at = quantity.last
    if quantity.unit is not None or at - quantity.first != 2 or at >= len(words) or "year" not in words[at - 1]:
        return False
    return "the" in words[quantity.first] and "capital" in words[at]


def _is_code(quantity: Quantity, words: list[Word]) -> bool:
    """'By 44-ФЗ': whether a hyphen joins a bare number to the head of a name."""
    at = quantity.last
    if quantity.unit is not None or at + 1 >= len(words) or "dash" not in words[at]:
        return False
    glued = words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
    return glued and "name_head" in words[at + 1]


def _is_joined(quantity: Quantity, words: list[Word]) -> bool:
    """'Pumps NX-40', 'X-200': whether a hyphen joins a bare number to a capitalised word, or to a sign of times."""
    at = quantity.first
    if at == 0 or quantity.unit is not None or quantity.last - at != 2 or "dash" not in words[at]:
        return False
    before, dash = words[at - 1], words[at]
    glued = before.end == dash.start and dash.end == words[at + 1].start
    times = "times" in before and at > 1 and "number" not in words[at - 2]
    return glued and (times or ("capital" in before and "other" in before))


def _is_of_years(at: int, words: list[Word]) -> bool:
    """'The 2026/27 school year': whether a year and the next one, joined by a slash, begin at a word."""
    if at < 0 or at + 2 >= len(words) or "year" not in words[at] or "slash" not in words[at + 1]:
        return False
    joined = all(words[i].end == words[i + 1].start for i in (at, at + 1))
    return joined and "number" in words[at + 2]
