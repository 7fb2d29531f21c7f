"""What the words beside a number say of it: that it repeats a metric, is headed by one, or is said in passing."""

from __future__ import annotations

from collections.abc import Callable, Container

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import PREDICATES, VERB_CLASSES
from smartgoals.grammar.word_sets import CHANGING_OR_RAISING, CLAUSE_LINKS, COURSE, LIMITS, LINKS, MOVES, SOURCES
from smartgoals.ontology import Ontology
from smartgoals.reading import TAKEN, Match, Quantity, Reading, Word

_MOST_TO_PARTY = 2  # words from what is agreed on to with how many
_PARTS = frozenset(("comma", "dash", "stop"))
_ENDS = frozenset(("comma", "stop", "close", "and"))
_MOST_NOTED = 4  # words from the bracket to a level in it
_MOST_BEHIND = 2  # words up to the pause behind a level
_NOT_ALONE = frozenset(("number", "metric", "colon", "dash", "and"))
_OF_SUBJECT = frozenset(("other", "in", "aside", "from", "range_from", "company"))
_OPENS = frozenset(("comma", "stop"))
_THINGS = frozenset(("other", "the", "of"))
_TOLD = COURSE | {"dash"}  # between a thing and its level
_PLACES = frozenset(("other", "the", "in", "channel", "metric"))  # where, or of what, a level is told
_LEVELS = ("colon", "to")  # what leads to a level
_OF_BOUND = (None, "colon", "to")
_TIMES = ("minute", "hour", "day")  # that something takes; years are an age
_SAID: frozenset[str] = LIMITS | SIGNS | {"number", "arrow", "to", "from"}  # between a thing and its level
_OF_DEEDS = VERB_CLASSES | {"auxiliary"}
_OF_ANYTHING = ("sales", "headcount", "new_customers")  # whom any thing sold, anybody hired or won counts for
_OF_ANYBODY = "reach"  # whose number counts people, whatever they are called


def owns(aims: list[Aim], baseline: Quantity, words: list[Word]) -> Aim:
    """The aim that a baseline is said of: the one before it where a pause is behind it, else the closest."""
    at = baseline.first
    paired = next((aim for aim in aims if aim.quantity is not None and aim.quantity.first == baseline.of), None)
    if paired is not None:
        return paired
    if baseline.unit is not None:  # 'profit to €250,000 and equity to 30 %. We closed at €212,000.'
        aims = [aim for aim in aims if aim.quantity is not None and aim.quantity.unit == baseline.unit] or aims
    noted = baseline.lead == "current" or any("open" in word for word in words[max(at - _MOST_NOTED, 0) : at])
    noted = noted or (baseline.lead == "from" and at > 0 and words[at - 1].has(COURSE))  # ', up from 200'
    behind = words[baseline.last : baseline.last + _MOST_BEHIND]
    if noted and any(word.has(_ENDS) for word in behind):
        before = [aim for aim in aims if aim.quantity is not None and aim.quantity.last <= at]
        own = before[-1].metric if before else None
        if before and not any("metric" in word and word["metric"] is not own for word in words[before[-1].end : at]):
            return before[-1]  # 'get 15 pull-ups (now 9), 12 reviews'
    return min(aims, key=lambda aim: abs((aim.at if aim.quantity is None else aim.quantity.first) - at))


def are_comparable(aim: Aim, baseline: Quantity, ontology: Ontology) -> bool:
    """Whether a number may be what an aim starts from: no sum of money is where a time does."""
    if aim.quantity is None or baseline.unit != "money":
        return True
    unit = aim.quantity.unit
    if unit in ("percent", "percentage_point"):
        return aim.metric is None or aim.metric.id is None or aim.metric.id in ontology.money
    return unit not in segments.DAYS_OF and unit not in segments.BELOW_A_DAY


def is_told_again(quantity: Quantity, aims: list[Aim]) -> bool:
    """'To $20, i.e. by 30 %', 'to $50k (+25 %)': whether a share says how far it is to the level before it."""
    before = aims[-1].quantity if aims else None
    if before is None or quantity.role != "change" or quantity.unit != "percent":
        return False
    return before.role == "target" and before.lead == "to" and before.unit != "percent"


def is_signed_again(words: list[Word], aim: Aim, quantity: Quantity) -> bool:
    """'Fuel costs −9 %, idle trucks −15 %': whether only a thing of its own parts a signed number from another."""
    between = words[aim.end : quantity.first]
    signed = aim.quantity is not None and aim.quantity.sign is not None and quantity.sign is not None
    return signed and len(between) > 1 and between[0].has(LINKS) and all("other" in word for word in between[1:])


def is_joined(reading: Reading, quantity: Quantity, floor: int, is_empty: Callable[[int], bool]) -> bool:
    """'Cut complaints to 6 and the number of revisions from 4 to 2': whether a thing and its level follow another.

    A dash before the level tells as much: 'CPL до 95 грн, а відсоток недозвонів — до 25 %'. `is_empty` tells which
    words are part of a quantifier.
    """
    starts = [q.first for q in reading.quantities if q.lead == "from" and q.last == quantity.first]
    until = starts[0] if starts else quantity.first
    between = reading.words[floor:until]
    moved = len(between) > 1 and between[-1].has(_TOLD)
    links = 2 if len(between) > 2 and "comma" in between[0] and "and" in between[1] else 1
    said = between[links : len(between) - moved]
    thing = [word for i, word in enumerate(said, floor + links) if not is_empty(i)]
    if quantity.lead not in ("by_amount", "to") or not thing or not between[0].has(LINKS):
        return False
    told = bool(starts) or moved or any("the" in word for word in thing) or _is_certain(reading, said[0])
    return told and all(word.has(_THINGS) and "capital" not in word for word in thing)


def is_channel_too(reading: Reading, metric: Match) -> bool:
    """'Органіка: 9 000 візитів': whether all of a metric may be a channel as well."""
    channel = reading.doubles.get(metric.first)
    return channel is not None and channel.last >= metric.last


def _is_certain(reading: Reading, word: Word) -> bool:
    """Sv 'och andelen inställda turer till 3 %': whether a noun ends in its article, where it does in the language."""
    return reading.tokens[word.first].text.endswith(reading.lexicon.definite or ("\0",))


def listed(reading: Reading, aims: list[Aim], quantity: Quantity, floor: int) -> tuple[int, int] | None:
    """The thing that stands before its level behind another aim, in a list or in a clause of its own without a verb."""
    return _in_list(reading, aims, quantity) or (_said_after(reading, quantity, floor) if aims else None)


def _in_list(reading: Reading, aims: list[Aim], quantity: Quantity) -> tuple[int, int] | None:
    """'Occupancy 92 % and floor space 40 m2', 'moisture: 30, noise: 12', 'moisture 20 → 30; noise 18 → 12': the thing
    that stands before its level behind another, with no verb."""
    words, aim = reading.words, aims[-1] if aims else None
    if aim is not None and (bounded := _bounded(words, aim, quantity)) is not None:
        return bounded
    before = aim.quantity if aim is not None else None
    if aim is None or before is None or aim.at >= before.first:
        return None
    link = before.last
    if "open" in words[link]:  # 'delegates to 650 (2026: 540), exhibitors to 45'
        link = next((i + 1 for i in range(link, quantity.first - 1) if "close" in words[i]), link)
    starts = [q.first for q in reading.quantities if link < q.first < quantity.first and q.role == "baseline"]
    first, last = link + 1, starts[0] if starts else quantity.first
    first += first < last and "comma" in words[link] and "and" in words[first]
    signed = last > first and words[last - 1].has(SIGNS)
    last -= signed
    signed = signed or words[quantity.first].has(SIGNS)
    told = bool(starts) or signed or quantity.lead in _LEVELS or quantity.comparator != "=" or quantity.unit is not None
    parted = (
        first < last
        and words[link].has(CLAUSE_LINKS)
        and (told and (quantity.lead is None or quantity.lead in _LEVELS))
    )
    placed = all(word.has(_PLACES) for word in words[aim.at + 1 : before.first] if not word.has(_SAID))
    if not (parted and placed) or any(word.has(_OF_DEEDS) for word in words[: before.first]):
        return None
    thing = words[first:last]
    return (first, last) if all("other" in word and "capital" not in word for word in thing) else None


def _bounded(words: list[Word], aim: Aim, quantity: Quantity) -> tuple[int, int] | None:
    """'Видати 350 довідок, термін розгляду не більше 10 днів', 'cut costs by 5 %, calf mortality at most 4 %': what, in
    a clause of its own behind another aim, is not to pass a bound."""
    timed = quantity.comparator == "<=" and quantity.unit in _TIMES  # 'workshops of at least 2 hours' are so long
    shared = quantity.comparator != "=" and quantity.unit == "percent"
    if not (timed or shared) or quantity.lead not in _OF_BOUND:
        return None
    last = quantity.first - words[quantity.first - 1].has(SIGNS)
    first = last
    while first > aim.end and "other" in words[first - 1] and "capital" not in words[first - 1]:
        first -= 1
    return (first, last) if aim.end < first < last and words[first - 1].has(CLAUSE_LINKS) else None


def _said_after(reading: Reading, quantity: Quantity, floor: int) -> tuple[int, int] | None:
    """Ru 'поднять надои на 8 %, падёж телят — не выше 3 %': the thing that is the subject of a clause of its own,
    without a verb, of which a sign, a bound or a share says the level.

    Behind a verb of work it only says of what that brings: 'купить дом, площадь — не меньше 80 м²'.
    """
    words, lexicon = reading.words, reading.lexicon
    last = quantity.first
    signed = last > floor and words[last - 1].has(SIGNS)
    last -= signed
    first = last
    while first > floor and words[first - 1].has(_OF_SUBJECT) and reading.chars[first - 1] != TAKEN:
        first -= 1
    opens = floor < first < last and words[first - 1].has(_OPENS)
    told = signed or quantity.comparator != "=" or quantity.unit == "percent"
    if not (lexicon.has_cases and opens and told) or quantity.lead is not None or "other" not in words[first]:
        return None
    done = [word for word in words[: first - 1] if word.has(VERB_CLASSES)]
    moved = all(word.has(CHANGING_OR_RAISING) for word in done)
    moved = moved or (quantity.unit == "percent" and quantity.comparator != "=")
    behind = words[quantity.last : quantity.last + 1]
    if not moved or (quantity.unit is None and any("other" in word for word in behind)):
        return None
    end = next((i for i in range(first, last) if "other" not in words[i]), last)
    heads = (reading.tokens[words[i].last - 1].text for i in range(first, end))
    head = next((text for text in heads if not lexicon.is_adjective(text)), "")
    named = "nomn" in lexicon.cases(head) and not any("capital" in word for word in words[first:end])
    if not named:
        return None
    if quantity.sign is None and not quantity.more:
        quantity.role = "target"  # 'вырастить 80 т карпа, выживаемость малька 70 %'
    return first, end


def heads(words: list[Word], left: int, quantity: Quantity) -> bool:
    """'Sales of the new line: 12,000 packs': whether a metric that any thing may count for heads the goal."""
    before = words[left + 1 : quantity.first + 1]
    if any(word.has(PREDICATES) for word in before):
        return False
    if words[left]["metric"].id == _OF_ANYBODY:  # 'the radio spot's reach among parents 300,000 listeners'
        return True
    return words[left]["metric"].id in _OF_ANYTHING and any(word.has(SIGNS) for word in before[-2:])


def is_aside(words: list[Word], quantity: Quantity, end: int, first: int) -> bool:
    """Whether a number is said before the goal's first verb: of the subject, or of what is paid, in a clause before."""
    if end > first or quantity.unit not in (None, "money"):
        return False
    if quantity.unit is None:
        return True
    parted = any(word.has(_PARTS) for word in words[quantity.last : first])
    return parted and any("other" in word for word in words[: quantity.first])


def is_apart(between: list[Word]) -> bool:
    """Whether a preposition parts a number from a metric behind it: 'below 8 % in the season of sales'."""
    return any(word.has(SOURCES) and "of" not in word for word in between)


def is_borne(reading: Reading, left: int, quantity: Quantity) -> bool:
    """'Ad spend is to be 12 % of sales': whether a share is that of the metric before it, which one wants less of.

    Or a number counts with how many something is agreed on: 'sign contracts with 8 clients'.
    """
    words, id = reading.words, reading.words[left]["metric"].id
    agreed = reading.ontology.agreed
    if quantity.unit is None and id in agreed and quantity.first - left <= _MOST_TO_PARTY:
        party = next((word["metric"].id for word in words[quantity.last :] if "metric" in word), None)
        parties = any("company" in word for word in words[left + 1 : quantity.first + 1])
        return parties and party not in agreed  # not 'sign agreements with 3 resellers'
    known = reading.ontology.metrics.get(id or "")
    costs = known is not None and known.better == "down" and quantity.unit == "percent"
    whole = words[quantity.last] if costs and quantity.last < len(words) else {}
    if "metric" in whole and reading.declines:  # 'витрати — 12 % виручки'
        return "gent" in reading.lexicon.cases(reading.tokens[whole["metric"].last - 1].text)
    return "of" in whole


def are_at(reading: Reading, left: int, right: int) -> bool:
    """Ru 'посещаемость матчей — 2 500 зрителей': whether people counted are those of an unknown quality of a place."""
    words, lexicon = reading.words, reading.lexicon
    counted, quality = words[right]["metric"].id, words[left]["metric"]
    if quality.id is not None or counted not in reading.ontology.attending or not lexicon.has_cases:
        return False
    return lexicon.endings.is_quality(reading.tokens[quality.first].text)


def is_reached(words: list[Word], quantity: Quantity) -> bool:
    """'Nå 35 % öppningsgrad': whether the word that leads to a number is a verb of its own."""
    return quantity.lead == "to" and words[quantity.first].has(VERB_CLASSES)


def moves_alone(reading: Reading, at: int) -> bool:
    """'Lead quality must improve; cut CPL to £20': whether the verb of a clause of its own moves a metric."""
    words, end = reading.words, segments.end(reading.words, at)
    clause = [word for i, word in enumerate(words[at + 1 : end], at + 1) if reading.chars[i] != TAKEN]
    if end == len(words) or any(word.has(_NOT_ALONE) for word in clause):
        return False
    return any("auxiliary" in word for word in clause) and any(word.has(MOVES) for word in clause)


def deed(reading: Reading, quantity: Quantity) -> int | None:
    """Sv 'få 300 av de 1 200 att anmäla sig', '60 % av läsarna ska öppna nyhetsbrevet': what a part of all is to do."""
    words, first, shares = reading.words, quantity.last, reading.ontology.shares
    if first >= len(words) or not any("of" in word for word in words[first - 1 : first + 1]):
        return None
    shared = quantity.unit == "percent" and quantity.role == "target"
    whole = next((q for q in reading.quantities if q.role == "other" and q.first >= first), None)
    counted = quantity.unit is None and whole is not None
    if whole is not None and counted:
        counted = all(reading.forms[word.first].filler for word in words[first + 1 : whole.first])
    for i in range(first, segments.end(words, first) if shared or counted else first):
        metric = words[i].get("metric") if reading.chars[i] != TAKEN else None
        if metric is not None and _is_deed(reading, i) and (counted or metric.id in shares):
            return i
    return None


def _is_deed(reading: Reading, at: int) -> bool:
    """Whether a metric is told by a verb and its object: sv 'att registrera sig', 'öppna nyhetsbrevet'."""
    word = reading.words[at]
    told = not _OF_DEEDS.isdisjoint(reading.forms[word.first].values)
    return told and word.last - word.first > 1 and at > 0


def named_by_opening(reading: Reading, aims: list[Aim], outside: Container[int]) -> None:
    """'With a share of 12 % today we will reach 15 %': let the phrase that opens a goal say what its number is of."""
    opening = [i for i in range(aims[0].at) if i in outside] if len(aims) == 1 else []
    named = [reading.words[i]["metric"] for i in opening if "metric" in reading.words[i]]
    purpose = any("purpose" in reading.words[i] for i in opening)
    quantity = aims[0].quantity if named and not purpose else None
    if quantity is None or aims[0].metric is not None or aims[0].named is not None or len(named) > 1:
        return
    stated = any(q.unit == quantity.unit and q.first in opening for q in reading.quantities)
    if stated and quantity.unit is not None:
        aims[0].metric = named[0]
