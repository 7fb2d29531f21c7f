"""Numbers beside which another word, a case or another number says what they are to the goal."""

from __future__ import annotations

from itertools import takewhile

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.dates.no_deadlines import measured_at
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import (
    CHANGES,
    CLAUSE_LINKS,
    COURSE,
    NO_METRICS,
    NOMINALS,
    PARTITIVE,
    THINGS,
    TO_LEVEL,
)
from smartgoals.reading import TAKEN, Match, Quantity, Reading, Word

_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_THINGS_OR_PLACES = THINGS | {"channel"}
_PIECES: frozenset[str] = THINGS | {"name_head"}  # 'на 64 номери', 'med 64 rum'
_OF_CADENCE = THINGS | {"cadence", "channel"}
_GOES = frozenset(("achieve", "activity"))
_ADDED_TO = _THINGS_OR_PLACES | {"cadence", "unit"}
_WITH = frozenset(("aside", "company"))
_DEALT_WITH = frozenset(("new_customers", "partnerships"))
_NAMING = frozenset(("aside", "from", "for_whom"))
_SHARED = frozenset(("of", "metric", "other"))
_MOST_OF_PLACE = 3  # words of what is counted: 'в пяти крупнейших городах'
_PRICED = frozenset(("other", "auxiliary"))  # 'plan' is both
_MOST_OF_SUBJECT = 3  # words of who a goal's subject is
_AIMED = VERB_CLASSES | {"metric", "number", "colon", "goal_word"}
_ABOUT = frozenset(("other", "in", "topic", "for_whom"))
_STAFF = "headcount"
_TOLD = frozenset(("state", "current"))
_TO_BE = frozenset(("auxiliary", "amounts"))
_TO_LEVEL = _TO_BE | {"dash"}


def is_onto(quantity: Quantity, after: Quantity, words: list[Word]) -> bool:
    """'З 14 на 5 місце': whether a preposition of place and of amount right behind a 'from' leads to a level.

    Or behind what a verb goes over from: 'перейти с двух тренировок в неделю на четыре'.
    """
    word = words[after.first]
    if after.lead != "by_amount" or "in" not in word or quantity.unit != after.unit:
        return False
    between, at = words[quantity.last : after.first], quantity.first - 1
    if not between:
        return True
    bare = after.last >= len(words) or not words[after.last].has(THINGS)
    return bare and at >= 0 and words[at].has(_GOES) and all(word.has(_OF_CADENCE) for word in between)


def is_age(quantity: Quantity, after: Quantity | None, words: list[Word]) -> bool:
    """'Debts older than 60 days to 1.2M', '… – at most 1.2M': whether a time only says which, and a level follows."""
    if after is not None and (_is_of_those(quantity, words) or _is_how_late(quantity, after, words)):
        return True
    bound = quantity.comparator == ">="  # sv 'över' is 'to' as well
    if after is None or not (quantity.lead is None or (bound and quantity.lead == "to")) or quantity.unit not in _TIMES:
        return False
    if any("metric" in word for word in words[quantity.last : after.first]):
        return False  # 'reply time under 2 hours, CSAT above 92 %': two goals
    if quantity.lead is not None:
        return after.lead == "from" and after.unit not in _TIMES  # sv 'fordringar över 60 dagar från 2 mkr till …'
    bounds = quantity.comparator == ">=" and after.comparator == "<=" and after.first - quantity.last <= 1
    if after.lead == "from" and quantity.comparator != "=":
        return after.unit not in _TIMES  # 'people over 65 from 58 to 70 %'
    if after.lead != "to" and not bounds:
        return False
    return after.unit is not None and after.unit not in _TIMES


def _is_how_late(quantity: Quantity, after: Quantity, words: list[Word]) -> bool:
    """'Share of delays over 5 minutes: now 11 %, target 4 %': whether a time at least says which a share is of."""
    timed = quantity.unit in _TIMES and quantity.comparator == ">=" and after.unit == "percent"
    return timed and quantity.last < len(words) and words[quantity.last].has(segments.SIGNS)


def _is_of_those(quantity: Quantity, words: list[Word]) -> bool:
    """'Дети 3–7 лет: набрать две группы', 'доля молодёжи до 35 лет – 25 %': whether years say of whom."""
    at = quantity.last
    bound = quantity.high is not None or quantity.lead == "to" or quantity.comparator != "="
    headed = quantity.unit == "year" and bound and at < len(words) and words[at].has(segments.SIGNS)
    return headed and 0 < quantity.first <= _MOST_OF_SUBJECT and not any(w.has(VERB_CLASSES) for w in words[:at])


def is_apposed(quantity: Quantity, after: Quantity | None, words: list[Word]) -> bool:
    """'We, four logisticians, will cut …': whether a count of people between two signs says who the subject is."""
    at = quantity.first - (not segments.parts(words, quantity.first))
    bare = quantity.unit is quantity.per is None and quantity.lead in (None, "colon") and quantity.comparator == "="
    if after is None or not bare or not 0 < at <= _MOST_OF_SUBJECT or not segments.parts(words, at):
        return False
    behind = words[quantity.last : quantity.last + _MOST_OF_PLACE + 1]
    end = next((i for i, word in enumerate(behind, quantity.last) if segments.parts(words, i)), None)
    if end is None or any(word.has(_AIMED) for word in words[:at]) or any(w.has(VERB_CLASSES) for w in words[at:end]):
        return False
    metric = next((word["metric"] for word in behind if "metric" in word), None)
    return metric.id == _STAFF if metric is not None else at == 1 and "auxiliary" in words[0]


def is_how_long(quantity: Quantity, after: Quantity | None, words: list[Word]) -> bool:
    """'Мы два года топчемся на 5 млн': whether a time only says how long what its clause tells has been so."""
    if quantity.unit not in _TIMES or quantity.lead is not None or after is None or after.unit in _TIMES:
        return False
    measured = after.unit is not None or (after.last < len(words) and "metric" in words[after.last])
    return measured and quantity.last == after.first and words[after.first].has(_TOLD)


def is_of_fund(quantity: Quantity, after: Quantity | None, words: list[Word]) -> bool:
    """'За счёт гранта 5 000 руб. до 40', sv 'med bidraget på 5 000 kr': whether a sum says of what size a means is."""
    at = quantity.first
    if after is None or quantity.unit != "money" or at < 2 or quantity.lead not in (None, "to", "of"):
        return False
    led = words[at - 2].has(_WITH) and not ("each" in words[at - 2] and quantity.lead == "to")  # 'cost per meal to $3'
    return "other" in words[at - 1] and led and "metric" not in words[at - 1]


def is_of_age(quantity: Quantity, beside: Quantity | None, reading: Reading) -> bool:
    """'… from customers over 50': whether a bound behind those whom a preposition names says how old they are."""
    words, at = reading.words, quantity.first
    counted = words[quantity.last : quantity.last + 1]
    aged = quantity.unit in (None, "year") and quantity.comparator in (">=", "<=") and quantity.per is None
    if beside is None or not aged or at < 2 or any(word.has(THINGS) for word in counted):
        return False
    metric = words[at - 1].get("metric")
    if metric is not None and metric.id in reading.ontology.levels:
        return False  # 'with an average rating of at least 4.5'
    whom = next((i for i in range(at - 1, -1, -1) if not words[i].has(THINGS)), at)
    return whom < at - 1 and words[whom].has(_NAMING) and "of" not in words[whom]


def is_limit(quantity: Quantity, reading: Reading) -> bool:
    """'… with 20 % no-shows', '… with no more than 5 complaints': whether it is a share, or a bound of what is bad."""
    metric = reading.words[quantity.last]["metric"]
    known = reading.ontology.metrics.get(metric.id or "")
    bound = quantity.unit is None and quantity.comparator == "<=" and known is not None and known.better == "down"
    return quantity.unit == "percent" or bound


def is_own_time(quantity: Quantity, reading: Reading) -> bool:
    """Sv 'svarstiden under 2 timmar med två webbinarier': whether a bound stands right behind a metric of time."""
    words, at = reading.words, quantity.first - 1
    if at > 0 and "colon" in words[at]:
        at -= 1
    metric = words[measured_at(reading, at)].get("metric") if at >= 0 else None
    return metric is not None and metric.id in reading.ontology.times


def is_length(quantity: Quantity, words: list[Word]) -> bool:
    """Sv 'en 7 dagars rundresa': whether a time between an article and an unknown noun says how long that is."""
    at = quantity.last
    if quantity.unit not in _TIMES or at >= len(words) or "other" not in words[at]:
        return False
    return any("a" in word and "number" not in word for word in words[quantity.first : at])


def is_price(quantity: Quantity, after: Quantity | None, reading: Reading) -> bool:
    """'Sales of our $49 plan by 20 %', ru 'курса за 499 руб. на 10 %': whether money is what something costs."""
    words, at = reading.words, quantity.last
    if quantity.unit != "money" or quantity.sign or quantity.high is not None:
        return False
    if quantity.lead == "within":
        return after is not None and after.lead == "by_amount" and after.first == at
    priced = quantity.lead is None and quantity.first > 0 and at < len(words) and words[at].has(_PRICED)
    return priced and reading.forms[words[quantity.first - 1].first].filler and "owner" not in words[quantity.first - 1]


def is_offered(quantity: Quantity, before: Quantity | None, words: list[Word]) -> bool:
    """'Basket from 42 to 48 euros: put gifts under 5 euros by the till': what things of work behind a colon cost."""
    if quantity.unit != "money" or before is None or before.unit != "money" or before.role not in ("target", "change"):
        return False
    colon = next((i for i in range(before.last, quantity.first) if "colon" in words[i]), quantity.first)
    said = words[colon + 1 : quantity.first + (quantity.lead is None)]
    bound = quantity.comparator == "<=" or quantity.lead == "to"
    return bound and any("activity" in word for word in said) and words[quantity.first - 1].has(NO_METRICS)


def is_payer(quantity: Quantity, before: Quantity | None, after: Quantity | None, words: list[Word]) -> bool:
    """'Від 5 донорів 2 млн грн', 'вернуть 90 тыс. руб. долгов от 28 жильцов': whether a count says of whom a sum is."""
    if quantity.unit is not None or quantity.high is not None:
        return False
    owed = before is not None and before.unit == "money" and before.role == "target"
    owed = owed and quantity.last < len(words) and "other" in words[quantity.last]
    return (after is not None and after.unit == "money") or owed


def is_circumstance(quantity: Quantity, verb: str | None, reading: Reading) -> bool:
    """Whether a number says what work may cost, how long what is got goes on ('укласти договори на 3 роки'), or by
    the case of what it counts where something is."""
    lexicon, words = reading.lexicon, reading.words
    if quantity.unit in segments.DAYS_OF:
        return (
            lexicon.has_cases and verb in ("achieve", "activity") and quantity.first > 1 and _goes_on(quantity, reading)
        )
    if quantity.unit == "money":
        return verb == "activity" and (quantity.first == 0 or "metric" not in words[quantity.first - 1])
    if not lexicon.has_cases or quantity.unit is not None:
        return False
    counted = takewhile(_THINGS_OR_PLACES.intersection, words[quantity.last : quantity.last + _MOST_OF_PLACE])
    return any(lexicon.cases(reading.tokens[word.first].text) == {"loct"} for word in counted)


def _goes_on(quantity: Quantity, reading: Reading) -> bool:
    """Whether a noun stands before the preposition of a time that does not itself measure time."""
    before = reading.words[quantity.first - 1]
    metric = before.get("metric")
    return before.has(NOMINALS) and (metric is None or metric.id not in reading.ontology.times)


def agreed(reading: Reading) -> None:
    """'Contracts with 5 schools': with how many something is agreed is how much of it is aimed at."""
    words = reading.words
    if any(q.role in ("target", "change") for q in reading.quantities):
        return
    for quantity in reading.quantities:
        metric = _agreed_before(quantity, words)
        if metric is None or metric.id not in reading.ontology.agreed or "company" not in words[quantity.first]:
            continue
        behind = words[quantity.last : quantity.last + 1]
        counted = any(w.has(NO_METRICS) or ("metric" in w and w["metric"].id in _DEALT_WITH) for w in behind)
        if quantity.role == "other" and quantity.unit is None and (counted or _is_some_of(quantity.last, words)):
            quantity.role = "target"
            return


def _is_some_of(at: int, words: list[Word]) -> bool:
    """'… with 20 of the top 100 makers', ru '… с 5 из 20 школ': whether so many others stand behind a number."""
    return at < len(words) and words[at].has(PARTITIVE) and any("number" in w for w in words[at + 1 : at + 4])


def _agreed_before(quantity: Quantity, words: list[Word]) -> Match | None:
    """The metric that a preposition stands behind, but for what it is about: 'договоры на практику с 6 вузами'."""
    at = quantity.first - 1
    while at > 0 and quantity.first - at <= _MOST_OF_PLACE and words[at].has(_ABOUT) and "metric" not in words[at]:
        at -= 1
    return words[at].get("metric") if at >= 0 else None


def worth(reading: Reading) -> None:
    """'Win 20 clients and sign contracts for 3M': money behind what is agreed is how much of it is aimed at."""
    words = reading.words
    for quantity in reading.quantities:
        at = quantity.first - 1
        if quantity.role != "other" or quantity.unit != "money" or at < 1:
            continue
        metric = words[at].get("metric")
        agreed = metric is not None and metric.id in reading.ontology.agreed
        if agreed and words[at - 1].has(VERB_CLASSES) and "for_whom" in words[quantity.first]:
            quantity.role = "target"


def is_level(quantity: Quantity, before: Quantity | None, reading: Reading) -> bool:
    """'Raise skills: 100 % of teachers', '30 % now, we want 45 %', '… by 18 % at a margin of at least 31 %', '… and at
    least 70 % of tickets …', 'cut costs by 5 %, uptime must be 99.9 %', '… by 5 %, uptime at least 99.9 %': whether a
    share beside a change is a level."""
    words = reading.words
    ahead = words[quantity.first - 1] if quantity.first else None
    if ahead is None or quantity.lead not in (None, "colon"):
        return False
    if before is not None and _has_own_clause(quantity, before, words):
        return True
    if before is not None and "metric" in ahead and _is_listed_level(quantity, before, reading):
        return True
    if quantity.comparator != "=" and quantity.lead is None:
        if quantity.first > 1 and "metric" in ahead and "aside" in words[quantity.first - 2]:
            return True
        another = before is not None and any(word.has(CLAUSE_LINKS) for word in words[before.last : quantity.first])
        if another and quantity.last < len(words) and words[quantity.last].has(_SHARED):
            return True
        if another and before is not None and "metric" in ahead and before.comparator == "=":
            return before.lead == "by_amount"
    shared = quantity.last < len(words) and words[quantity.last].has(THINGS)
    wanted = "auxiliary" in ahead or ("comma" in ahead and before is not None and before.unit == quantity.unit)
    wanted = wanted and before is not None and before.role == "baseline"
    return wanted or (shared and ("colon" in ahead or "colon" in words[quantity.first]))


def _has_own_clause(quantity: Quantity, before: Quantity, words: list[Word]) -> bool:
    """'Grow traffic to 20k, conversion should be 2 %', '…, conversion — at least 2 %': whether a metric and what says
    its level stand behind the number before."""
    at = quantity.first - ("current" not in words[quantity.first])  # 'щоб конверсія була 2 %'
    last = at
    if not words[at].has(_TO_BE) and not ("dash" in words[at] and quantity.comparator == ">="):
        return False
    while at > before.last and words[at].has(_TO_LEVEL):
        at -= 1
    own = max(segments.start(words, at), before.last)
    parted = own > before.last or words[last].has(_TO_BE)
    return parted and "metric" in words[at] and not any(word.has(CHANGES) for word in words[own:at])


def _is_listed_level(quantity: Quantity, before: Quantity, reading: Reading) -> bool:
    """'Raise average order value by 10 %, margin at least 30 %', 'MAU to 90k, retention 28 %': whether a metric that
    stands at a level, and a share, are listed behind another aim with no verb of their own."""
    words = reading.words
    between = words[before.last : quantity.first - 1]
    bound = quantity.comparator != before.comparator or before.lead in ("to", "until")
    if not bound or not between or not between[0].has(CLAUSE_LINKS):
        return False
    listed = all(word.has(NO_METRICS) for word in between[1:])
    return listed and words[quantity.first - 1]["metric"].id in reading.ontology.levels


def are_givers(quantity: Quantity, reading: Reading) -> bool:
    """'Get reviews from 40 customers': whether the one number of a goal counts people from whom something comes."""
    words, at = reading.words, quantity.first
    if quantity.lead != "from" or quantity.unit is not None or len(reading.quantities) > 1 or at == 0:
        return False
    people = words[quantity.last].get("metric") if quantity.last < len(words) else None
    if people is None or people.id not in reading.ontology.asked:
        return False
    given = words[at - 1].get("metric")
    return words[at - 1].has(THINGS) and (given is None or given.id not in reading.ontology.money)


def is_one_of_each(quantity: Quantity, reading: Reading) -> bool:
    """'Вартість доставки одного замовлення до 62 грн': whether 'one' only says that each of them is meant."""
    words, lexicon = reading.words, reading.lexicon
    counted = quantity.value == 1 and quantity.unit is quantity.lead is None and quantity.first > 0
    if not lexicon.has_cases or not counted or quantity.last >= len(words):
        return False
    spelled = not reading.tokens[words[quantity.first].first].text.isdecimal()
    return spelled and "metric" in words[quantity.first - 1] and words[quantity.last].has(THINGS)


def is_size(quantity: Quantity, after: Quantity | None, reading: Reading) -> bool:
    """'У садочку на 180 дітей на 12 %': whether a count says how large a thing is before the change itself.

    Or before its level, of a house that is there: 'завантаженість готелю на 64 номери до 75 %'.
    """
    words = reading.words
    if after is None or quantity.unit is not None or quantity.first == 0 or quantity.last >= len(words):
        return False
    if quantity.lead != "by_amount" or after.unit not in ("percent", "money") or not words[quantity.last].has(_PIECES):
        return False
    before = words[quantity.first - 1]
    if after.lead == "to":
        text, persons = reading.tokens[before.last - 1].text, reading.lexicon.persons
        return any(persons.is_institution(t) or persons.is_ending(t) for t in (text, *reading.lexicon.lemmas(text)))
    return after.lead == "by_amount" and "other" in before


def is_of_house(quantity: Quantity, reading: Reading) -> bool:
    """'Fill the 64-room hotel to 75 %': whether a number and a noun that a hyphen joins qualify another noun."""
    words, at = reading.words, quantity.last
    if (
        quantity.unit is not None
        or at + 2 >= len(words)
        or "dash" not in words[at]
        or not reading.lexicon.noun_adjuncts
    ):
        return False
    glued = words[at].start == words[at - 1].end and words[at + 1].start == words[at].end
    return glued and "other" in words[at + 1] and words[at + 2].has(THINGS)


def listed(quantity: Quantity, reading: Reading) -> bool:
    """'3 posts + 5 stories', '3 posts a week + 1 story a day': whether a plus between blanks adds a count to another,
    and says no change."""
    first, words = quantity.first, reading.words
    if first == 0 or "plus" not in words[first] or first + 1 >= quantity.last or quantity.unit is not None:
        return False
    dated = reading.chars[first - 1] == TAKEN and any("number" in word for word in words[: first - 1])
    return words[first].end < words[first + 1].start and (dated or words[first - 1].has(_ADDED_TO))


def is_share_of(quantity: Quantity, reading: Reading) -> bool:
    """Sv 'kontakt med 40 % av kunderna', ru 'дозвон в 95 % случаев': whether a share is one of what stands behind."""
    words, at = reading.words, quantity.last
    if at >= len(words) or "aside" not in words[quantity.first]:
        return False
    counted = words[at].has(THINGS) or "piece" in words[at]
    whole = counted and "gent" in reading.lexicon.cases(reading.tokens[words[at].first].text)
    return whole or ("of" in words[at] and "company" in words[quantity.first])


def grows_at_most(quantity: Quantity, words: list[Word]) -> bool:
    """Sv 'kostnaderna ska öka max 2 %', 'får inte öka mer än 2 %': whether a ceiling, which may stand behind a number,
    or one that forbids more, does so behind a growth."""
    first = quantity.first
    if first == 0 or "increase" not in words[first - 1]:
        return False
    forbidden = first > 1 and "prevent" in words[first - 2] and {"at_least", "more"} <= words[first].keys()
    return forbidden or {"at_most", "or_less"} <= words[first].keys()


def is_moved_by(quantity: Quantity, words: list[Word]) -> bool:
    """Sv 'lagervärdet ner 1,2 mkr': whether an amount stands right behind a word for up or down and what it moves."""
    at = quantity.first - 1
    if at < 1 or not words[at].has(COURSE) or words[at].has(TO_LEVEL):
        return False
    known = "metric" in words[at - 1]
    return known if quantity.unit is None else known or "other" in words[at - 1] or "auxiliary" in words[at - 1]
