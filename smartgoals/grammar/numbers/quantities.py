"""Numbers with their units, comparators and the words that show their role; what deadlines took is left out."""

from __future__ import annotations

import re
from collections.abc import Callable

from smartgoals.grammar.bounds import BOUNDS, comparator, read_behind
from smartgoals.grammar.classes import Alphabet, Pattern, Rules
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.comparatives import compared_amount, way_of
from smartgoals.grammar.numbers import cadences, shapes
from smartgoals.grammar.numbers import quantity_rules as rules
from smartgoals.grammar.numbers.literals import Numeral
from smartgoals.grammar.numbers.rates import RATING_SCALES, is_part, is_share
from smartgoals.grammar.numbers.units import unit_name
from smartgoals.grammar.verb_classes import CHANGE_NOUNS
from smartgoals.grammar.word_sets import NOMINALS
from smartgoals.reading import Quantity, Reading, Word

_LEADS = ("current", "from", "range_from", "between", "by_amount", "to", "until", "aside", "within")
_PLAIN_UNITS = {
    "percent": "percent",
    "percentage_point": "percentage_point",
    "times": "multiple",
    "rating_unit": "rating",
}
_TURNED = ("percent", "percentage_point", "times")
_PARTS: dict[tuple[str | None, str | None], int] = {("hour", "minute"): 60, ("minute", "second"): 60}
_SIXTY, _TWO_DIGITS = 60, 2  # of minutes and seconds
_NUMBERED = frozenset(("name_head", "goal_word"))
_OF_LEVEL = frozenset(("metric", "name_head"))  # behind them no range of a level begins
_MOST_OF_RANGE = 3  # times its lower end that the upper end of a range of change is
_MONEY = frozenset(("currency", "money_scale"))
_MOST_SECONDS = 120  # of a time that is written like money
_EXTRAS = frozenset(("more", "less", "or_more", "or_less", "about"))


class QuantityGrammar:
    """Quantities from the words of a text, in text order.

    `has_cases`: whether a case says what a share is of, as 'of' does elsewhere.
    """

    def __init__(self, alphabet: Alphabet, *, has_cases: bool) -> None:
        self._quantity = Pattern(alphabet, rules.QUANTITY)
        self._others: Rules[Callable[[re.Match[str], Reading], Quantity | None]] = Rules(
            alphabet,
            [
                (shapes.one_unit, "percentage_point", rules.ONE_UNIT),
                (shapes.one_hour, "time_unit", rules.ONE_HOUR),
                (shapes.fraction, "fraction", rules.FRACTION),
                (shapes.share, "fraction half", rules.SHARE_BY_CASE if has_cases else rules.SHARE),
                (shapes.share, "fraction+dash fraction+colon", rules.SHARE_BEHIND),
                (shapes.by_fraction, "by_fraction", rules.BY_FRACTION),
                (shapes.factor, "multiply noun_multiply factor", rules.FACTOR),
                (shapes.rating, "date", rules.RATING),
                (shapes.rank, "ordinal_suffix ordinal", rules.RANK),
                (shapes.once, "times+cadence times+each", rules.ONCE),
                (shapes.one_more, "a+and+number", rules.ONE_MORE),
                (shapes.one_each, "a+metric+cadence a+metric+each a+activity+cadence", rules.ONE_EACH),
                (shapes.none, "none", rules.NONE),
            ],
        )
        self._cadence = Pattern(alphabet, rules.CADENCE)

    def __call__(self, reading: Reading) -> list[Quantity]:
        chars = reading.chars
        found: list[Quantity] = []
        pattern, at = self._quantity(), 0
        while match := pattern.search(chars, at):
            quantity = self._read(match, reading)
            found.append(quantity)
            at = max(quantity.last, match.start() + 1)
        for build, other in self._others.fitting(reading.present):
            for match in other.finditer(chars):
                if not any(q.first < match.end() and match.start() < q.last for q in found):
                    item = build(match, reading)
                    if item is not None:
                        found.append(item)
        if found:
            found.sort(key=lambda q: q.first)
            found = _with_subunits(found, reading.words)
            _read_turned(found, reading.words)
            _read_points(found, reading)
        cadences.give(self._cadence(), found, reading)
        if found:
            read_behind(found, reading.words)
        return found

    # ---- a number in digits or words

    def _read(self, match: re.Match[str], reading: Reading) -> Quantity:
        words = reading.words
        low: Numeral = words[match.start("low")]["number"]
        lead = _lead(match, words)
        last_group = "unit" if match["unit"] else "low"
        high: Numeral | None = None
        if match["high"] and _is_range(match, words, lead):
            high = words[match.start("high")]["number"]
            last_group = "unit2" if match["unit2"] else "high"
        elif lead == "range_from" and match["high"] and _falls(match, words):
            lead = "from"
        if _is_amount(match, words, lead):
            lead = "by_amount"
        last = match.end(last_group)
        if high is None and match["high"]:
            post = rest = scale = None  # what follows belongs to the next number
        else:
            scale = words[match.start("scale")]["number"] if match["of"] else None
            post, rest = match["post"], match["rest"]
        value, top = low.value, high.value if high else None
        if high is not None and low.scale == 1 < high.scale and low.value < high.value / high.scale:
            value *= high.scale  # '10–15 тыс.'
        unit_word = _first_word(match, words, ("unit2", "unit") if high else ("unit",))
        currency_word = _first_word(match, words, ("before", "before2") if high else ("before",))
        unit, currency, factor = _unit(unit_word, currency_word)
        if currency_word is None and unit_word is not None and _weighs(unit_word, words, match.start()):
            unit, currency = unit_name(unit_word["physical"]), None
        elif currency_word is None and unit_word is not None and _lasts(unit_word, low, reading):
            unit, currency = unit_word["time_unit"], None
        share = scale is not None and unit is None and high is None and is_share(match, lead, reading)
        rated = scale is not None and scale.value in RATING_SCALES and low.value <= scale.value and not share
        rated = rated and unit not in segments.DAYS_OF  # '3 days out of 5'
        if scale is not None and share:
            value, unit, last = round(100 * low.value / scale.value, 2), "percent", match.end("scale")
        elif rated and "share_in" not in words[match.start("of")] and not is_part(match, reading):
            unit = "rating"
            last = match.end("scale")
        elif scale is not None:
            post = rest = None
        if post:
            last = max(last, match.end("post"))
        if rest:
            last = max(last, match.end("rest"))
        if unit in (None, "money"):
            value = low.grouped if low.grouped is not None else value
            top = high.grouped if high is not None and high.grouped is not None else top
        if match["sign"] and "times" in words[match.start("sign")] and unit is None:
            unit = "multiple"  # 'x2'
        if rest and "out_of" in words[match.start("rest")] and unit not in ("money", "percent"):
            rest = None  # '12 out of our 20 shops', but '£150,000 out of the costs'
            last = match.end(last_group)
        sign = _sign(match, words)
        quantity = Quantity(
            value * factor, top * factor if top is not None else None, unit, currency,
            comparator(match, words, lead, post, high is not None),
            words[match.start("low")].start, words[last - 1].end, match.start(), last, lead, sign,
        )  # fmt: skip
        quantity.scale = (high or low).scale * max(factor, 1.0)
        quantity.subunit = unit_word is not None and factor < 1
        if match["extra"] or rest:
            word = words[match.start("extra" if match["extra"] else "rest")]
            quantity.more = True
            quantity.direction = way_of(word)
        elif lead == "by_amount" and (way := _way_ahead(match, words)) is not None:
            quantity.direction, quantity.comparator = way, "="
        _widen(quantity, match, words, last)
        return quantity


def _read_turned(found: list[Quantity], words: list[Word]) -> None:
    """Ru 'процентов на 20', 'раза в три': a unit before its number and the preposition of that: about so many."""
    for quantity in found:
        at = quantity.first - 1
        unit = next((_PLAIN_UNITS[name] for name in _TURNED if at > 0 and name in words[at]), None)
        alone = quantity.unit is None and quantity.per is None and quantity.lead in ("by_amount", "aside")
        if unit is None or not alone or quantity.last - quantity.first != 2 or "number" in words[at - 1]:
            continue
        quantity.unit, quantity.comparator, quantity.lead = unit, "~", "by_amount"
        quantity.first, quantity.start = at, words[at].start


def _read_points(found: list[Quantity], reading: Reading) -> None:
    """'A 5-point rise in NPS': points joined to a number by a hyphen, before a noun of change."""
    words = reading.words
    for quantity in found:
        at = quantity.last
        if quantity.unit is not None or at + 2 >= len(words) or "dash" not in words[at]:
            continue
        if words[at + 2].has(CHANGE_NOUNS) and words[at + 1].first in reading.marked("point"):
            quantity.unit, quantity.last, quantity.end = "percentage_point", at + 2, words[at + 1].end


def _with_subunits(found: list[Quantity], words: list[Word]) -> list[Quantity]:
    """'12 kronor och 50 öre' as one amount."""
    kept: list[Quantity] = []
    for quantity in found:
        before = kept[-1] if kept else None
        if (
            quantity.subunit
            and quantity.lead is None
            and before is not None
            and before.unit == "money"
            and not before.subunit
        ):
            between = words[before.last : quantity.first]
            if len(between) <= 1 and all("and" in w or "comma" in w for w in between):
                before.value += quantity.value
                before.end, before.last = quantity.end, quantity.last
                continue
        parts = _PARTS.get((before.unit, quantity.unit)) if before is not None else None
        together = quantity.lead is None and before is not None and before.last == quantity.first
        if before is not None and parts and together:  # '1 h 50 min'
            before.value, before.unit = before.value * parts + quantity.value, quantity.unit
            before.end, before.last = quantity.end, quantity.last
            continue
        if before is not None and together and _is_rest_of_time(before, quantity, words):
            before.value += quantity.value / _SIXTY
            before.end, before.last = quantity.end, quantity.last
            continue
        kept.append(quantity)
    return kept


def _is_rest_of_time(time: Quantity, quantity: Quantity, words: list[Word]) -> bool:
    """'3 h 30', '1 min 50': whether two digits right behind hours or minutes count nothing of their own."""
    if time.unit not in ("hour", "minute") or quantity.unit is not None or not 0 <= quantity.value < _SIXTY:
        return False
    counts = quantity.last < len(words) and words[quantity.last].has(NOMINALS)
    return quantity.end - quantity.start == _TWO_DIGITS and quantity.high is None and not counts


def _lead(match: re.Match[str], words: list[Word]) -> str | None:
    """What the words before a number say of its role; the last word that says something decides."""
    start, end = match.span("lead")
    heads = bool(match["sign"]) and _parts(match, words)  # whether a colon or a dash parts the word from the number
    for at in range(end - 1, start - 1, -1):
        heads = heads or "colon" in words[at]
        for name in _LEADS:
            if name == "aside" and (heads or BOUNDS.intersection(words[at])):
                continue  # ru 'Хотим быть лучшими в отрасли: 40 лидов'
            if name in words[at]:
                return "to" if name == "until" else name
    return None


def _parts(match: re.Match[str], words: list[Word]) -> bool:
    """'За опитуванням — 90 %': whether a dash stands before a number that is no sign of it."""
    return "dash" in words[match.start("sign")] and _sign(match, words) is None


def _way_ahead(match: re.Match[str], words: list[Word]) -> str | None:
    """'Продажи выше на 20 %': what 'more' or 'less' before the preposition of a change says."""
    lead = match.end("lead") - 1
    return compared_amount(words[lead - 1 : lead]) if lead > 0 and "by_amount" in words[lead] else None


def _is_amount(match: re.Match[str], words: list[Word], lead: str | None) -> bool:
    """'By between 20 and 30 %', 'by up to 5 %': whether what leads a number stands behind what leads a change."""
    for at in range(match.start("lead") + 1, match.end("lead")):
        bounded = lead in ("between", "range_from") or (lead == "to" and "at_most" in words[at])
        if bounded and "by_amount" in words[at - 1] and "in" not in words[at - 1]:
            return True
    return False


def _is_range(match: re.Match[str], words: list[Word], lead: str | None) -> bool:
    join = words[match.start("join")]
    low, high = words[match.start("low")], words[match.start("high")]
    if "year" in high and not match["unit2"] and "dash" not in join:
        return False
    if low["number"].value >= high["number"].value and high["number"].scale == 1:
        return False
    if match["unit"] and not _are_alike(match, words):
        return False
    if "dash" in join:
        head = words[match.start("low") - 1] if match.start("low") else None
        if head is not None and head.has(_NUMBERED) and low.end < join.start:
            return False  # 'Goal no. 2 — 40 leads'
        return not match["bound2"]  # 'over 60 days – at most 800'
    if "or" in join and "and" not in join:  # '3 or 4 partners'
        alike = not match["unit"] and high["number"].value <= _MOST_OF_RANGE * low["number"].value
        return alike and lead != "from" and not match["bound2"]
    if lead == "between":
        return "and" in join or "to" in join or "until" in join
    if lead == "range_from":
        return "until" in join or "to" in join
    if lead == "by_amount" and ("to" in join or "until" in join):  # 'by 20 to 30 %', not 'by 20 to 120'
        measured = match["unit2"] or match["before2"]
        return bool(measured) and high["number"].value <= _MOST_OF_RANGE * low["number"].value
    if lead is None and "to" in join:  # 'get 10 to 15 enquiries'
        before = words[match.start() - 1] if match.start() else None
        after = words[match.end()] if match.end() < len(words) else None
        counted = after is not None and after.has(NOMINALS)
        return counted and (before is None or not before.has(_OF_LEVEL))  # sv 'Windows 11 på 40 datorer'
    if lead is None and "or" in join and high["number"].value == low["number"].value + 1:  # '3 or 4 partners'
        return match.end() < len(words) and words[match.end()].has(NOMINALS)
    return False


def _falls(match: re.Match[str], words: list[Word]) -> bool:
    """'Зменшити плинність від 20 до 12 %': whether what is to be lies below what is."""
    join = words[match.start("join")]
    low, high = (words[match.start(group)]["number"].value for group in ("low", "high"))
    return ("to" in join or "until" in join) and low > high


def _are_alike(match: re.Match[str], words: list[Word]) -> bool:
    """Whether two numbers can be of one range; not 'выручка с 1 м² – 8000 руб.', 'урожай с 1 га – 40 ц'."""
    unit, other = words[match.start("unit")], _first_word(match, words, ("unit2", "before2"))
    if other is None:
        return True
    measured = "physical" in unit and "physical" in other and unit["physical"] != other["physical"]
    return unit.has(_MONEY) == other.has(_MONEY) and not measured


def _first_word(match: re.Match[str], words: list[Word], groups: tuple[str, ...]) -> Word | None:
    for group in groups:
        if match[group]:
            return words[match.start(group)]
    return None


def _weighs(unit: Word, words: list[Word], at: int) -> bool:
    """'Lose 10 pounds': whether a unit that may be money stands behind a verb of weight."""
    may_be = "physical" in unit and "currency" in unit
    return may_be and any("sheds" in word for word in words[segments.start(words, at) : at])


def _lasts(unit: Word, numeral: Numeral, reading: Reading) -> bool:
    """Sv 'laddtid under 2 sek': whether a unit that may be money is small and of few, where none is measured."""
    if not ("time_unit" in unit and "currency" in unit) or numeral.value > _MOST_SECONDS:
        return False
    priced = any(metric.id in reading.ontology.money for metric in reading.metrics)
    return not priced and reading.text[unit.start : unit.end].islower()


def _unit(unit: Word | None, currency: Word | None) -> tuple[str | None, str | None, float]:
    """Unit, currency and the factor that a unit such as 'mkr' holds."""
    if unit is not None and "basis_point" in unit:
        return "percentage_point", None, 0.01
    if unit is not None and "money_scale" in unit:
        payload = unit["money_scale"]
        if isinstance(payload, float):
            return "money", currency["currency"] if currency else None, payload
        scale, code = payload.split(" ")
        return "money", code, float(scale)
    if currency is not None:
        return "money", currency["currency"], 1.0
    if unit is None:
        return None, None, 1.0
    if "currency" in unit:
        return "money", unit["currency"], 1.0
    for name, result in _PLAIN_UNITS.items():
        if name in unit:
            return result, None, 1.0
    if "piece" in unit:
        return None, None, 1.0
    if "time_unit" in unit:
        return unit["time_unit"], None, 1.0
    return unit_name(unit["physical"]), None, 1.0


def _sign(match: re.Match[str], words: list[Word]) -> str | None:
    if not match["sign"]:
        return None
    at = match.start("sign")
    word = words[at]
    if "plus" in word:
        return "increase"
    if "minus" in word or "dash" in word:
        following = words[at + 1]
        spaced = at == 0 or words[at - 1].end < word.start or "open" in words[at - 1]
        if word.end - word.start > 1:
            return "decrease"  # 'minus 8 %'
        return "decrease" if following.start == word.end and spaced else None
    return None


def _widen(quantity: Quantity, match: re.Match[str], words: list[Word], last: int) -> None:
    """Let the quantity's text begin at its sign or currency."""
    for group in ("before", "sign"):
        if match[group] and (group != "sign" or quantity.sign or "dash" not in words[match.start(group)]):
            quantity.start = words[match.start(group)].start
    while last > match.end("low") and words[last - 1].has(_EXTRAS):
        last -= 1
    quantity.end = words[last - 1].end
