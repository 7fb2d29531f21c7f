"""What one number is to the goal, from the words around it and the numbers beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from smartgoals.grammar.bounds import BOUNDS
from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import past, segments
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.comparatives import compared_amount, is_added, way_behind
from smartgoals.grammar.dates.no_deadlines import is_restated
from smartgoals.grammar.numbers import names, rates, sums
from smartgoals.grammar.roles import efforts, levels, passing
from smartgoals.grammar.roles.governed import is_answered_for, is_governed
from smartgoals.grammar.roles.outdone import is_outdone
from smartgoals.grammar.verb_classes import CHANGE_NOUNS, VERB_CLASSES
from smartgoals.grammar.verbs.direction import WAYS, Verbs
from smartgoals.grammar.word_sets import CHANGES, CHANGING_OR_RAISING, THINGS
from smartgoals.reading import Quantity, Reading, Word

_MOST_BRACKETED = 4  # words before a number in brackets
_PARTING = frozenset(("and", "comma", "stop", "colon", "dash", "open", "close"))
_AIMING = VERB_CLASSES | {"goal_word", "auxiliary", "metric", "colon", "number"}
_BRACKETS, _PRONOUN = bits(["open", "close"]), bits(["pronoun"])
_NO_MEASURES = ("money", "percent", "percentage_point", "rating", "ratio")


class Case(NamedTuple):
    """A number with those beside it."""

    quantity: Quantity
    before: Quantity | None
    after: Quantity | None
    reading: Reading
    verbs: Verbs

    @property
    def verb(self) -> str | None:
        """The class of the verb that governs the number."""
        return self.verbs.governing(self.quantity.first, self.quantity.last, 0)

    @property
    def changing(self) -> bool:
        """Whether something is to change by the number, or to it."""
        if self.verb in CHANGING_OR_RAISING:
            return True
        around = _around(self.quantity, self.reading.words) if self.reading.may_have(WAYS) else []
        return any("up" in word or "down" in word for word in around)


def role_of(case: Case) -> str:
    """The role of a number: the first that a question settles, else it is a target."""
    return next((role for settle in _QUESTIONS if (role := settle(case)) is not None), "target")


def _as_name(case: Case) -> str | None:
    """It reviews, ranks or numbers something else: '24/7'."""
    quantity, words = case.quantity, case.reading.words
    reviewed = (quantity.unit is None or quantity.unit in DAYS_OF) and efforts.is_reviewed(quantity, words)
    named = names.numbers_another(quantity, words) or names.is_moved(quantity, case.after, words)
    if reviewed or named or names.is_rank(quantity, words) or names.is_race(quantity, case.after, words):
        return "other"
    if quantity.unit == "ratio":
        quantity.unit = None
        return "other"
    return None


def _as_level_now(case: Case) -> str | None:
    """What is, beside what is to be: the first of a pair, today's level, the end of an arrow."""
    quantity, before, after, reading, verbs = case
    words = reading.words
    if after is not None and (
        levels.is_first_of_pair(quantity, after, words)
        or levels.is_state(quantity, after, words)
        or levels.is_marked_now(quantity, after, reading)
        or is_outdone(quantity, after, reading)
    ):
        return "baseline"
    if after is not None and (
        levels.is_bracketed_first(quantity, after, words)
        or levels.is_of_pronoun(quantity, after, reading)
        or levels.is_had(quantity, after, words)
        or (before is None and levels.is_to_move(quantity, after, reading))
    ):
        return "baseline"
    if quantity.lead == "current" and (before or after) and levels.is_of_rival(quantity, words):
        return "other"
    only = before is None and (after is None or after.lead == "current")  # 'чтобы к маю было 6 %, сейчас 4 %'
    if quantity.lead == "current" and levels.is_wished(quantity, words, only=only):
        quantity.lead = None
    if quantity.lead == "current" and quantity.unit is None and levels.counts_unknown(quantity, words):
        whom = "compare" in words[quantity.first] and any("the" in w for w in words[quantity.first : quantity.last])
        if after is not None or whom or (before is not None and before.unit == "money"):
            return "other"  # 'we have 3 shops now and want …', sv 'mot de 50 största bolagen'
    if (after is not None and levels.is_now(quantity, after, reading)) or levels.is_noted_now(quantity, reading):
        return "baseline"
    if after is not None and levels.is_before_change(quantity, after, case.verb, reading):
        return "baseline"
    if after is not None and levels.joined(quantity, after, words, "arrow"):
        return "baseline"
    if before is not None and reading.may_have(_BRACKETS) and levels.is_noted(quantity, before, verbs.main(), reading):
        return "baseline"
    if (before or after) and reading.may_have(_BRACKETS) and _is_bracketed(quantity, reading):
        return "other"
    if quantity.lead == "current" and not (before is after is None and verbs.main() == "maintain"):
        return "baseline"  # not 'keep churn at today's 4 %'
    if levels.is_from(quantity, before, after, words):
        return "baseline"
    if before is not None and levels.joined(before, quantity, words, "arrow"):
        return "target"
    return "baseline" if levels.is_still(quantity, before, reading) else None


def _as_bound(case: Case) -> str | None:
    """A time or an amount that something is to keep within."""
    quantity, before, after, reading, _ = case
    if (before or after) and passing.is_price(quantity, after, reading):
        return "other"
    if before is not None and rates.is_per(quantity, before, reading.words):
        return "other"  # '2 per 1000 orders', '1.5 per 200,000 hours'
    if rates.is_within_share(quantity, after, reading):
        return "other"  # 'доля звонков, принятых за 20 секунд, — 80 %'
    if before is not None and _is_in_time(quantity, before, reading):
        return "other"  # 'have 95 % of tickets answered in under an hour'
    if quantity.lead in ("aside", "within") and (quantity.unit in segments.BELOW_A_DAY or _takes(quantity, reading)):
        if "for_whom" not in reading.words[quantity.first]:
            quantity.comparator = "<="  # 'within 24 hours', not 'for 10 minutes'
        return "target"
    if quantity.unit in DAYS_OF and is_restated(quantity.last, reading.words):
        quantity.lead = None  # 'close the books in 5 working days instead of 9'
        return "target"
    if quantity.unit in ("money", "percent") and quantity.lead == "within":
        if (
            quantity.unit == "money"
            and case.verb != "maintain"
            and not _costs(reading.words[: quantity.first], reading)
        ):
            return "other"  # ru 'продать 200 курсов за 990 рублей'
        quantity.comparator = "<="  # 'within $5,000 a month'
        return "target"
    return None


def _takes(quantity: Quantity, reading: Reading) -> bool:
    """'Reply to reviews within 2 days', 'delivery time: within 3 days': whether a time is what something is to take."""
    return quantity.unit in DAYS_OF and passing.is_own_time(quantity, reading)


def _as_circumstance(case: Case) -> str | None:
    """A part of another number, an age, what qualifies a noun, what stands behind a preposition of its own."""
    quantity, before, after, reading, _ = case
    words = reading.words
    if rates.is_divisor(quantity, after, words):
        return "other"  # 'output на 1 чел. from 14 to 17'
    timed = passing.is_own_time(quantity, reading)
    if (passing.is_age(quantity, after, words) and not timed) or passing.is_length(quantity, words):
        return "other"
    if passing.is_of_age(quantity, before or after, reading) or passing.is_of_fund(quantity, after, words):
        return "other"
    if (
        passing.is_offered(quantity, before, words)
        or passing.is_apposed(quantity, after, words)
        or passing.is_how_long(quantity, after, words)
        or passing.is_one_of_each(quantity, reading)
        or passing.is_size(quantity, after, reading)
    ):
        return "other"
    if before is not None and reading.may_have(_PRONOUN) and sums.is_of_them(quantity, words):
        return "other"
    if quantity.unit in DAYS_OF and quantity.last < len(words) and "ahead" in words[quantity.last]:
        return "other"  # 'rotas published six weeks ahead'
    if before is after is None and _is_of_time(quantity, reading):
        return "target"
    if (
        _is_adjective(quantity, words)
        or (after is not None and passing.is_of_house(quantity, reading))
        or _is_whole(quantity, before, reading)
    ):
        return "other"
    if not timed and _is_of_whom(quantity, after, reading):
        return "other"
    if after is not None and after.lead == "by_amount" and _is_where(quantity, words):
        return "other"
    if after is not None and after.lead == "from" and levels.is_size(quantity, after, reading):
        return "other"
    if quantity.unit == "multiple" and quantity.lead in ("aside", "within"):
        return "change"  # 'в 3 раза'
    if passing.are_givers(quantity, reading):
        return "target"
    if quantity.lead in ("from", "aside", "within") or (quantity.lead is None and is_governed(quantity, reading)):
        counted = quantity.last < len(words) and "metric" in words[quantity.last]
        aimed = (counted and passing.is_limit(quantity, reading)) or is_answered_for(quantity, reading)
        return "target" if aimed else "other"
    return None


def _as_more(case: Case) -> str | None:
    """It says by its own words that it is an amount of change: '+20', '50 more', '3 percentage points'."""
    quantity, words = case.quantity, case.reading.words
    behind = words[quantity.last + 1] if quantity.last + 1 < len(words) else None
    extra = quantity.lead is None and behind is not None and "more" in behind and "metric" in words[quantity.last]
    grown = _is_growth(quantity, words)
    # 'eNPS to +30' is a level
    signed = quantity.sign and not (quantity.sign == "increase" and quantity.unit is None and quantity.lead == "to")
    changes = (
        quantity.unit == "percentage_point" or signed or quantity.more or extra or grown or is_added(quantity, words)
    )
    return "change" if changes else None


def _by_preposition(case: Case) -> str | None:
    """The preposition before it tells: 'by 50', 'to 50'."""
    quantity, reading = case.quantity, case.reading
    words = reading.words
    if quantity.first and "arrow" in words[quantity.first - 1]:
        return "target"  # 'grow NRR → 112 %'
    if quantity.lead == "by_amount":
        behind = words[quantity.last : quantity.last + 3]
        quantity.direction = quantity.direction or compared_amount(behind) or way_behind(reading, quantity.last)
        if quantity.direction:
            return "change"  # 'на чверть менше', 'на 50 лидов больше'
        word, verb = _preposition(quantity, words), case.verb
        relative = quantity.unit in ("percent", "multiple") and verb not in ("achieve", "maintain", "activity")
        past = any(found.background for found in reading.dates)
        past = past or (verb == "achieve" and any("current" in w for w in words[: quantity.first]))
        relative = relative or (quantity.unit == "percent" and past)
        if "in" in word and passing.is_circumstance(quantity, verb, reading):
            return "other"  # 'протестувати радіорекламу на 80 тис. грн', 'розмістити вакансії на 5 майданчиках'
        least = verb == "achieve" and word.has(BOUNDS)  # ru 'вывести минимум на 20 %'
        if case.verb is None and relative and passing.is_share_of(quantity, reading):
            return "target"
        moved = quantity.first > 0 and words[quantity.first - 1].has(CHANGES)  # sv 'får inte öka med mer än 2 %'
        if moved or case.changing or relative or not (least or "aside" in word or "in" in word):
            return "change"
        return "other" if "aside" in word and quantity.unit is None else "target"
    if quantity.lead == "to" and quantity.first and case.verb != "maintain" and "by" not in words[quantity.first]:
        before = words[quantity.first - 1]
        ahead = words[quantity.first - 2] if quantity.first > 1 and "topic" in words[quantity.first] else before
        if "metric" in before and (before.has(CHANGE_NOUNS) or ahead.has(CHANGE_NOUNS)):
            return "change"  # sv 'försäljningsökning på 20 %', 'ökad försäljning om 20 %'
    after = case.after
    if quantity.lead == "range_from" and passing.is_payer(quantity, case.before, after, words):
        return "other"
    return "target" if quantity.lead in ("to", "between", "range_from") else None


def _by_verb(case: Case) -> str | None:
    """Its unit and verb tell: 'grow 20 %', 'lose 7 kg'."""
    quantity, words = case.quantity, case.reading.words
    if quantity.unit == "multiple":
        if not case.changing and _is_times(quantity, words):
            quantity.unit = None  # '15 раз', 'twice a week'
            return "target"
        ratio = case.verb == "maintain" or any("metric" in w and w["metric"].id in ("roas", "roi") for w in words)
        ratio = ratio or (case.verb is None and quantity.comparator in ("<=", ">="))  # 'debt/EBITDA below 2x'
        return "target" if ratio and not case.changing else "change"
    if quantity.unit == "percent" and quantity.comparator != "<=" and case.changing:
        return "target" if passing.is_level(quantity, case.before, case.reading) else "change"
    if quantity.unit == "percent" and quantity.lead is None and passing.grows_at_most(quantity, words):
        return "change"
    if quantity.unit is not None and case.verb == "decrease" and quantity.comparator != "<=":
        return "change"
    if quantity.lead is None and quantity.comparator == "=" and passing.is_moved_by(quantity, words):
        return "change"
    raised = case.verb == "increase" and quantity.lead is None and quantity.comparator == "="
    if raised and quantity.unit == "money" and quantity.first:
        before = case.reading.forms[words[quantity.first - 1].last - 1].values
        return "change" if "up" in before else None  # sv 'snittkvittot ska upp 12 kr'
    measured = quantity.unit is not None and quantity.unit not in _NO_MEASURES and quantity.unit not in DAYS_OF
    if raised and quantity.per is None and measured:
        return "change"  # 'gain 3 kg'
    return None


_QUESTIONS: tuple[Callable[[Case], str | None], ...] = (
    _as_name, _as_level_now, _as_bound, _as_circumstance, _as_more, _by_preposition, _by_verb,
)  # fmt: skip


def _preposition(quantity: Quantity, words: list[Word]) -> Word:
    """The word that leads a number, which a bound may stand before: 'вивести щонайменше на 20 %'."""
    led = (word for word in words[quantity.first : quantity.last] if "by_amount" in word)
    return next(led, words[quantity.first])


def _costs(words: list[Word], reading: Reading) -> bool:
    """Whether a metric that is a sum of money is among some words."""
    return any("metric" in word and word["metric"].id in reading.ontology.money for word in words)


def _is_growth(quantity: Quantity, words: list[Word]) -> bool:
    """'Прирост 25 штук', 'an increase of 50 leads', sv '15 % tillväxt': whether a noun of change stands beside it."""
    at = quantity.first - 1
    if at > 0 and "of" in words[at]:
        at -= 1
    beside = words[at : at + 1] if at >= 0 and quantity.lead is None else []
    if quantity.unit is not None:
        beside += words[quantity.last : quantity.last + 1]
    return any(word.has(CHANGE_NOUNS) and not word.has(VERB_CLASSES) for word in beside)


def _is_in_time(quantity: Quantity, before: Quantity, reading: Reading) -> bool:
    """Whether a bound with no metric of its own only says how soon or how well a share of something is done."""
    if before.unit != "percent" or before.role != "target":
        return False
    bound = quantity.lead in ("aside", "within") or quantity.comparator == "<="
    between = reading.words[before.last : quantity.first]
    if quantity.unit not in segments.BELOW_A_DAY:  # '70 % of pupils to pass with over 75 points'
        bound = quantity.unit is None and quantity.comparator == ">=" and quantity.last == len(reading.words)
        bound = bound and not any("metric" in word for word in between)
    return bound and between != [] and not any(w.has(_PARTING) for w in between)


def _is_adjective(quantity: Quantity, words: list[Word]) -> bool:
    """'The 45-day term': a number and unit joined by a hyphen qualify a noun."""
    at = quantity.last
    if quantity.unit is not None or at + 1 >= len(words) or "dash" not in words[at]:
        return False
    return words[at].start == words[at - 1].end and ("unit" in words[at + 1] or "time_unit" in words[at + 1])


def _is_of_time(quantity: Quantity, reading: Reading) -> bool:
    """'24-hour reply time': whether a time qualifies a metric of time; it takes the unit behind its hyphen."""
    words, at = reading.words, quantity.last
    metric = words[at + 2].get("metric") if at + 2 < len(words) else None
    if metric is None or metric.id not in reading.ontology.times or not _is_adjective(quantity, words):
        return False
    unit = words[at + 1].get("time_unit") or words[at + 1].get("unit")
    quantity.unit, quantity.last, quantity.end = unit, at + 2, words[at + 1].end
    return True


def _is_whole(quantity: Quantity, before: Quantity | None, reading: Reading) -> bool:
    """'5 of our 20 trials': the number that the one before is a part of."""
    if before is None or quantity.lead is not None or quantity.unit is not None:
        return False
    between = reading.words[before.last : quantity.first]
    parted = bool(between) and ("of" in between[0] or "out_of" in between[0])
    return parted and all(reading.forms[w.first].filler for w in between[1:])


def _is_of_whom(quantity: Quantity, after: Quantity | None, reading: Reading) -> bool:
    """'Customers over 65 by 10 %': a bound right behind a metric says which, when the change comes after it."""
    words = reading.words
    if quantity.comparator not in (">=", "<=") or after is None or quantity.first == 0:
        return False
    if quantity.lead is not None and not words[quantity.first].has(BOUNDS):
        return False
    if any("metric" in word for word in words[quantity.last + 1 : after.first]):
        return False  # 'reply time under 2 hours, CSAT above 92 %': two goals
    if quantity.unit is None and after.lead == "from":
        level = next((q for q in reading.quantities if q.first >= after.last), None)
        moved = level is not None and level.lead == "to" and level.unit == after.unit
        if after.unit == "percent" or moved:  # 'pupils with over 160 points: 22 to 30 %'
            return words[quantity.first - 1].has(THINGS)
    aged = quantity.unit in DAYS_OF and after.unit not in DAYS_OF  # 'invoices over 30 days to 5 %'
    behind = after.lead == "by_amount" if quantity.unit is None else aged and after.lead in ("by_amount", "to")
    return behind and "metric" in words[quantity.first - 1]


def _is_bracketed(quantity: Quantity, reading: Reading) -> bool:
    """Whether a bracket tells a count of something, or what was done: '(12 people)', '(we applied for $60,000)'."""
    words = reading.words
    if quantity.lead or quantity.sign or quantity.comparator != "=":
        return False
    opens = next((i for i in range(quantity.first - 1, -1, -1) if "open" in words[i] or "close" in words[i]), None)
    closes = next((i for i in range(quantity.last, len(words)) if "close" in words[i]), None)
    if opens is None or closes is None or "close" in words[opens] or opens < quantity.first - _MOST_BRACKETED:
        return False
    before = words[opens + 1 : quantity.first]
    told = past.verb(opens + 1, quantity.first, reading) is not None
    told = told and not any(d.background and opens < d.first < closes for d in reading.dates)  # '(last year it was 31)'
    counted = quantity.unit is None and quantity.last < closes and not any(word.has(_AIMING) for word in before)
    return (told or counted) and closes <= quantity.last + 3


def _is_where(quantity: Quantity, words: list[Word]) -> bool:
    """Whether a number counts the channels behind a preposition: 'grow leads at three trade shows by 20 %'."""
    placed = quantity.unit is None and "aside" in words[quantity.first]
    return placed and quantity.last < len(words) and "channel" in words[quantity.last]


def _is_times(quantity: Quantity, words: list[Word]) -> bool:
    """Whether a word for 'times' stands apart from its number: it counts; '3x' multiplies."""
    word = words[quantity.last - 1]
    if word.last - word.first > 1:
        return False  # 'three times as many'
    return "times" in word and quantity.last > 1 and words[quantity.last - 2].end < word.start


def _around(quantity: Quantity, words: list[Word]) -> list[Word]:
    return words[max(quantity.first - 2, 0) : quantity.first] + words[quantity.last : quantity.last + 1]
