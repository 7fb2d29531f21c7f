"""Numbers that are only told beside the goal: what others have, what is, who takes part, what was paid."""

from __future__ import annotations

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments, states
from smartgoals.grammar.roles import consequences
from smartgoals.grammar.verb_classes import NOUNS, VERB_CLASSES
from smartgoals.grammar.word_sets import CHANGING, LIMITS, NO_METRICS, NOMINALS
from smartgoals.reading import Match, Quantity, Reading, Word

_AIMED = ("target", "change")
_NOW, _BRACKET = bits(["current"]), bits(["open"])
_WANTED = VERB_CLASSES | {"goal_word", "colon"}
_OF_AIMS = (_WANTED - {"activity"}) | {"auxiliary", "arrow", "current", "from", "to", "period"}
_MOST_OF_SUBJECT = 3  # words at a clause's beginning in which others are named
_MADE = NO_METRICS | {"metric", "name_head"}
_OF_PARTS, _WITH = frozenset(("of", "to")), frozenset(("company", "aside"))
_OF_PLACES = frozenset(("of", "in", "aside"))
_OF_THINGS = frozenset(("of", "for_whom", "company", "metric", "other"))  # before what has a price
_AMOUNTS = frozenset(("number", "current"))
_SOLD = ("sales", "orders")  # of which things are counted: 'продажи 500 кружек: 2 млн руб.'
_OF_EACH = NOMINALS.union(NOUNS) | {"unit", "time_unit", "owner", "number", "cadence", "piece"}
_OF_LABELS = frozenset(("number", "metric", "goal_word", "auxiliary", "current", "owner", "from", "to", "period"))
_SHARES = ("percent", "multiple")
_NO_NOTES = ("percent", "percentage_point", "multiple", "rating")


def leave(quantities: list[Quantity], reading: Reading) -> None:
    """Give such numbers the role 'other', where another number is the aim."""
    aimed = [q for q in quantities if q.role in _AIMED]
    words = reading.words
    noted = len(aimed) == 1 and reading.may_have(_BRACKET) and _is_noted(aimed[0], words)
    if noted and _is_of_deliverable(aimed[0], words):
        aimed[0].role = "other"
    if len(aimed) < 2:
        return
    now = bool(reading.past) or reading.may_have(_NOW) or any(found.background for found in reading.dates)
    told = [
        q
        for i, q in enumerate(aimed)
        if states.is_of_state(q, reading)
        or _is_part(q, words)
        or _is_noted(q, words)
        or _is_labelled(q, words)
        or _makes_up(q, words)
        or _is_price(q, words)
        or consequences.is_given(q, reading)
        or consequences.is_saved(q, reading)
        or consequences.is_share(q, aimed, words)
        or consequences.is_listed(q, quantities, words)
        or consequences.is_conceded(q, reading)
        or consequences.is_above(q, aimed, reading)
        or _is_of_condition(q, aimed, words)
        or _is_of_label(q, aimed, words)
        or any(_pays_for(money, q) for money in aimed)
        or _says_whose(q, aimed, reading)
        or _is_of_each(q, aimed, words)
        or _is_of_work_beside(q, aimed, reading)
        or (i > 0 and now and _is_now(q, aimed[i - 1], reading))
    ]
    if len(told) < len(aimed):
        kept = [q for q in aimed if q not in told]
        for quantity in told:
            level = _is_level_now(quantity, kept, reading) and not consequences.is_above(quantity, kept, reading)
            again = None if level else _said_again(quantity, kept, reading)
            quantity.of = again.first if again is not None else quantity.of
            quantity.role = "baseline" if level or again is not None else "other"


def spare_channels(reading: Reading) -> None:
    """'80 leads from the fair; we are 5 people on the stand': drop channels of a clause that only says what is."""
    if not reading.channels or not reading.quantities:
        return
    words, kept = reading.words, []
    for match in reading.channels:
        at = reading.word_at(match.first) or 0
        clause = words[segments.start(words, at) : segments.end(words, at)]
        said = any("state" in w for w in clause) and not any(w.has(VERB_CLASSES) or "goal_word" in w for w in clause)
        said = said or any("reason" in w for w in clause if w.start < match.start)
        if said and match.kind == "channel":
            continue
        kept.append(match)
    reading.channels = kept or reading.channels


def _is_level_now(quantity: Quantity, kept: list[Quantity], reading: Reading) -> bool:
    """'CAC is £90. Cut it to 70.': whether a clause says where the metric is that the goal behind it moves; also
    '…, today we are 19' behind it, where the number counts nothing else."""
    words = reading.words
    first, _ = states.clause(words, quantity)
    said = words[first : quantity.first]
    if len(kept) == 1 and _is_now(quantity, kept[0], reading):
        return True
    aim, stated = kept[0], any("state" in w for w in said)
    metric = next((w["metric"] for w in (*said, *words[quantity.last : quantity.last + stated]) if "metric" in w), None)
    taken_up = states.is_taken_up(quantity, reading)
    if not (metric or taken_up) or quantity.role != "target" or aim.first < quantity.last:
        return False
    again = metric is not None and any(w.get("metric") is metric for w in words[quantity.last : aim.first])
    if any("rival" in w or "compare" in w or ("reason" in w and not again) for w in said):
        return False  # but 'as conversion fell to 2 %, bring it back to 3 %'
    if aim.unit not in (None, quantity.unit) and not (aim.role == "change" and aim.unit in _SHARES):
        return False
    if aim.role == "change" and not (stated or taken_up):
        return False
    aimed = [w["metric"] for w in words[quantity.last + 1 :] if "metric" in w]
    return all(metric is not None and _is_same(metric, other, reading.text) for other in aimed)


def _said_again(quantity: Quantity, kept: list[Quantity], reading: Reading) -> Quantity | None:
    """'The gym has 1,350 members and 4 % churn. By June churn is to be 3 % and members 1,500.': the level of the goal
    behind a sentence that tells how much of the same there is."""
    metric = _metric_of(quantity, reading)
    if metric is None or quantity.role != "target" or quantity.comparator != "=":
        return None
    if any("rival" in word for word in reading.words[segments.start(reading.words, quantity.first) : quantity.first]):
        return None
    for aim in kept:
        if aim.role != "target" or aim.unit not in (None, quantity.unit) or aim.value == quantity.value:
            continue
        parted = any("stop" in word for word in reading.words[quantity.last : aim.first])
        of = _metric_of(aim, reading) if parted else None
        if of is not None and of is not metric and _is_same(metric, of, reading.text):
            reading.metrics = [match for match in reading.metrics if match is not metric]
            return aim
    return None


def _metric_of(quantity: Quantity, reading: Reading) -> Match | None:
    """The metric right behind a number, else the nearest in its clause that stands before it, else behind it."""
    words, at = reading.words, quantity.last
    if at < len(words) and "metric" in words[at]:
        match: Match = words[at]["metric"]
        return match
    first, last = segments.start(words, quantity.first), segments.end(words, at)
    others = [q for q in reading.quantities if q is not quantity]
    first = max([first, *(q.last for q in others if q.last <= quantity.first)])
    last = min([last, *(q.first for q in others if q.first >= at)])
    near = [*reversed(words[first : quantity.first]), *words[at:last]]
    return next((word["metric"] for word in near if "metric" in word), None)


def _is_same(metric: Match, other: Match, text: str) -> bool:
    """Whether two metrics are one: by id, or by word where the ontology has none."""
    named = metric.id is not None or text[metric.start : metric.end] == text[other.start : other.end]
    return metric.id == other.id and named


def _is_now(quantity: Quantity, aim: Quantity, reading: Reading) -> bool:
    """'25 consultants by May, today we are 19', '…, last year we had 19': whether a number behind the aim counts the
    same, as it is now or was."""
    words, last = reading.words, segments.end(reading.words, quantity.last)
    counts = quantity.last < len(words) and words[quantity.last].has(NOMINALS)
    if quantity.unit not in (None, aim.unit) or aim.last >= quantity.first:
        return False
    first, _ = states.clause(words, quantity)
    clause = words[first:last]
    if "only" in words[first]:
        return True
    if counts:
        return False
    if any("rival" in word or word.has(CHANGING) for word in clause):
        return False  # 'win 10 customers, as we lost 3 last year'
    if any(quantity.first in told for told in reading.past):
        return True
    today = {found.first for found in reading.dates if found.background and found.grain == "day"}
    today = {i for i in today if not words[i].has(LIMITS)}  # 'на 10 больше, чем в прошлом году'
    before = next((i for i in range(quantity.first - 1, first - 1, -1) if words[i].has(_AMOUNTS) or i in today), None)
    due = (
        before is not None and "auxiliary" in words[before] and words[before + 1].has(VERB_CLASSES)
    )  # 'маємо дійти до'
    now = before is not None and not due and ("current" in words[before] or before in today)
    return now or any("current" in words[i] or i in today for i in range(quantity.last, last))


def _is_part(quantity: Quantity, words: list[Word]) -> bool:
    """Sv 'mätt i en undersökning med 1 000 svarande': whether a count says what an unknown thing before it has."""
    at = quantity.first
    plain = quantity.unit is quantity.per is quantity.sign is None and quantity.lead == "by_amount"
    if not plain or at == 0 or "company" not in words[at] or quantity.last >= len(words):
        return False
    if "other" not in words[at - 1] or not words[quantity.last].has(NOMINALS):
        return False
    verb = next((w for w in reversed(words[segments.start(words, at) : at]) if w.has(CHANGING | _AMOUNTS)), None)
    return verb is None or not verb.has(CHANGING)


def _is_of_each(quantity: Quantity, aimed: list[Quantity], words: list[Word]) -> bool:
    """'Two seminars, 30 people each', '3 sponsors giving £5k+ each', ru '35 отзывов, за каждый дарим скидку 5 %':
    whether a clause, or a sum, behind the aim says how much goes with each of what is counted there."""
    first, last = segments.start(words, quantity.first), segments.end(words, quantity.last)
    summed = quantity.unit == "money" and any(q.unit is None and q.last < quantity.first for q in aimed)
    first, last = (quantity.last, min(last, quantity.last + 1)) if summed else (first, last)
    if not any(q.last <= first for q in aimed) or any("by" in word for word in words[first : quantity.first]):
        return False  # 'готовит 4 курса, по 60 слушателей на каждый'
    alone = (i for i in range(first, last) if i + 1 == last or not words[i + 1].has(_OF_EACH))
    return any("each" in words[i] and "a" not in words[i] for i in alone)  # not 'each week', 'a 5 % discount'


def _is_of_work_beside(quantity: Quantity, aimed: list[Quantity], reading: Reading) -> bool:
    """'… – Tom calls the five largest debtors every week': whether a clause behind the aim says with how many known
    things somebody does something."""
    words, at = reading.words, quantity.first
    if "the" not in words[at] or quantity.unit is not None or quantity.lead is not None:
        return False
    first = segments.start(words, at)
    said = words[first:at]
    done = any("owner" in word for word in said[:_MOST_OF_SUBJECT]) and not any("auxiliary" in word for word in said)
    return done and any(q.last <= first for q in aimed)


def _pays_for(money: Quantity, quantity: Quantity) -> bool:
    """'Зібрати 2 млн грн на 40 дронів': whether a count right behind a sum says what it is for."""
    counted = quantity.unit is None and quantity.lead == "by_amount" and money.unit == "money"
    return counted and money.last == quantity.first


def _says_whose(quantity: Quantity, aimed: list[Quantity], reading: Reading) -> bool:
    """'Revenue of the three shops by 12 %', 'of our 600 members, 200 …': whether a count says of whom or where."""
    words, at = reading.words, quantity.first
    plain = quantity.unit is quantity.per is quantity.sign is None and quantity.comparator == "="
    counted = words[quantity.last] if quantity.last < len(words) else None
    if not plain or at < 1 or counted is None or not (counted.has(NO_METRICS) or "metric" in counted):
        return False
    ahead = next((i for i in range(at, quantity.last) if "number" in words[i]), at) - 1
    if ahead > 0 and ("the" in words[ahead] or reading.forms[words[ahead].first].filler):
        level = next((q for q in aimed if q.first >= quantity.last and q.lead in ("by_amount", "to")), None)
        moved = level is not None and not any(w.has(_WANTED) for w in words[quantity.last : level.first])
        return moved or words[ahead - 1].has(_OF_PLACES)
    lexicon = reading.lexicon
    if not lexicon.has_cases or "metric" not in words[ahead] or "metric" in counted:
        return False
    if any(q.last == ahead and q.unit is None for q in aimed):
        return True  # '320 обращений жильцов 2 микрорайонов'
    behind = [q for q in aimed if q.first >= quantity.last]
    said = [q for q in behind if q.unit in ("percent", "money") and words[ahead]["metric"].id not in _SOLD]
    stated = any(w.has(segments.SIGNS) for q in said for w in words[q.first - 1 : q.first + 1])
    return stated or any(q.lead in ("by_amount", "to") for q in behind)


def _is_noted(quantity: Quantity, words: list[Word]) -> bool:
    """'12 visits (2 people, 1 van)', '90 pupils (15,000 set aside)': whether a note in brackets only tells it."""
    if quantity.comparator not in ("=", "~") or quantity.lead not in (None, "colon") or quantity.sign:
        return False
    if quantity.unit in _NO_NOTES or quantity.per is not None:
        return False
    opens = next((i for i in range(quantity.first - 1, -1, -1) if "open" in words[i] or "close" in words[i]), None)
    closes = next((i for i in range(quantity.last, len(words)) if "close" in words[i]), None)
    if opens is None or closes is None or "close" in words[opens] or opens == 0:
        return False
    inside = words[opens + 1 : closes]
    bare = quantity.last - quantity.first == len(inside)
    sources = [i for i, word in enumerate(inside[:-1]) if "from" in word and "channel" in inside[i + 1]]
    aimed = [w for i, w in enumerate(inside) if w.has(_OF_AIMS) and "colon" not in w and i not in sources]
    return not bare and not aimed


def _is_labelled(quantity: Quantity, words: list[Word]) -> bool:
    """'NPS of 25 (team average: 19)': whether a note is no more than a number, and a label that names no aim."""
    at = quantity.first - ("colon" not in words[quantity.first])
    opens = next((i for i in range(at, 0, -1) if "open" in words[i]), 0)
    closed = quantity.last < len(words) and "close" in words[quantity.last]
    label = words[opens + 1 : at]
    if not closed or "colon" not in words[at] or not opens or not label:
        return False
    return not any(word.has(_OF_LABELS) for word in label)


def _is_of_deliverable(quantity: Quantity, words: list[Word]) -> bool:
    """'Translate the menu (64 items)': whether what stands before a note is only something that is worked on."""
    before = words[: quantity.first]
    worked = any("activity" in word for word in before) and not any(word.has(CHANGING) for word in before)
    return worked and not any("metric" in word for word in before)


def _makes_up(quantity: Quantity, words: list[Word]) -> bool:
    """'To 30 % with a series of four letters', sv 'med en serie på fyra mejl', 'with a fee of £25': of how many a thing
    beside it is, or how much it costs."""
    at = quantity.first - ("of" not in words[quantity.first] and "to" not in words[quantity.first])
    priced = quantity.unit == "money" and at > 0 and "metric" not in words[at - 1]
    if not (priced or quantity.unit is None) or quantity.per is not None or at < 2 or not words[at].has(_OF_PARTS):
        return False
    noun = at - 1
    while noun > 0 and words[noun].has(_MADE):
        noun -= 1
    return 0 < noun < at - 1 and "a" in words[noun] and words[noun - 1].has(_WITH)


def _is_of_condition(quantity: Quantity, aimed: list[Quantity], words: list[Word]) -> bool:
    """'To 85 %, при том же графике в 3 смены': whether a count says of what kind a thing behind a preposition is."""
    at = quantity.first
    if quantity.unit is not None or quantity.lead != "by_amount" or quantity.last >= len(words):
        return False
    said = words[max(segments.start(words, at), next((q.last for q in reversed(aimed) if q.last <= at), at)) : at]
    governed = any("aside" in w for w in said) and not any(w.has(VERB_CLASSES) or "metric" in w for w in said)
    return governed and "other" in words[at - 1] and "other" in words[quantity.last]


def _is_price(quantity: Quantity, words: list[Word]) -> bool:
    """'Copies of the £12.99 cookbook': whether an article and a noun around a sum say what one thing costs."""
    at = quantity.first + 1
    articled = "the" in words[quantity.first] or "a" in words[quantity.first]
    if quantity.unit != "money" or quantity.lead is not None or quantity.per is not None or not articled:
        return False
    if at < 2 or quantity.last >= len(words):
        return False
    return words[at - 2].has(_OF_THINGS) and "other" in words[quantity.last]


def _is_of_label(quantity: Quantity, aimed: list[Quantity], words: list[Word]) -> bool:
    """'The café, 38 m²: average order 420 → 480', 'loans over 90 days overdue: max. 1 %': whether a label's number
    stands before what is measured, or a share of it."""
    colon = next((i for i, word in enumerate(words) if "colon" in word), 0)
    aged = quantity.unit == "year" and quantity.high is not None and quantity.last < len(words)
    if aged and words[quantity.last].has(segments.SIGNS):
        colon = quantity.last  # 'teenagers of 13–17 years – 500 sign-ups'
    known = any("metric" in w and w["metric"].id is not None for w in words[:colon])
    if quantity.last > colon or known or any(w.has(VERB_CLASSES) for w in words[:colon]):
        return False
    measured = any("metric" in word for word in words[colon:])
    overdue = quantity.unit in segments.DAYS_OF and quantity.comparator != "=" and quantity.per is None
    overdue = overdue and any(q.first in (colon, colon + 1) and q.unit == "percent" for q in aimed)
    return (measured or overdue) and any(q.first >= colon for q in aimed)
