"""Levels of a number beside each other: what is now and what is to be, 'from 200 to 500', '38 % now, 45 % by June'."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import DAYS_OF
from smartgoals.grammar.roles import passing
from smartgoals.grammar.roles.outdone import is_outdone
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import NOMINALS, PRESENT_STATE, STATED, THINGS, WISHES
from smartgoals.reading import Quantity, Reading, Word

_AIMED = VERB_CLASSES | {"auxiliary", "pronoun"}
_WAS = frozenset(("past_unit", "compare", "current"))  # 'than last year', sv 'än i fjol'
_MOVED = _AIMED | {"this", "up", "down"}  # 'cut that', 'get it down'
_ALIKE = frozenset(("metric", "other", "the"))
_NO_STATE = frozenset(("auxiliary", "increase", "decrease", "improve", "multiply", "number", "comma"))
_MOST_STATED = 3  # words before what is stated: 'we throw away 45 kg'
_WISHES = frozenset(("purpose", "auxiliary"))
_MOVING = VERB_CLASSES - {"activity"}
_TOLD, _NOT_TOLD = frozenset(("past", "present")), frozenset(("infinitive", "noun"))
_BESIDE_NOW = frozenset(("only", "other", "metric", "pronoun", "state", "in", "about"))
_DATED = frozenset(("comma", "open", "by", "in", "within", "before", "until", "the", "end_of", "period"))
_BEFORE_NOW = frozenset(("cadence", "dash"))
_MOST_TO_LEVEL = 2  # words from a number in brackets to the next: ') down to 4 %'
_LEVELS = ("target", "change")
_MULTIPLIED = _DATED | {"metric", "decrease", "increase"}  # from a multiple to the level that it is of
_BEFORE_STILL = frozenset(("reason", "auxiliary"))
_OF_STILL = (None, "aside", "within")
_SHARES = frozenset(("percent", "percentage_point", "multiple"))
_OF_ANOTHER = frozenset(("without", "compare"))  # behind a level: 'instead of the fair', 'compared with last year'


def is_wished(quantity: Quantity, words: list[Word], *, only: bool) -> bool:
    """'Щоб скарг було менше 10', 'нужно, чтобы NPS был 40': whether a clause of purpose says what is to be.

    Where the number is not the `only` one it is a second wish: '40 лідів і щоб вартість була до 300 грн'.
    """
    start = segments.start(words, quantity.first)
    if not only and not any(
        "purpose" in words[i] and "and" in words[i - 1] for i in range(max(start, 1), quantity.first)
    ):
        return False
    wished = "auxiliary" in words[quantity.first] and any(w.has(_WISHES) for w in words[start : quantity.first])
    return wished or ("purpose" in words[0] and start == 0)


def is_of_rival(quantity: Quantity, words: list[Word]) -> bool:
    """Sv '…, rivalen hade 40 i fjol': whether a number's clause says what others have."""
    return any("rival" in word for word in words[segments.start(words, quantity.first) : quantity.first])


def is_first_of_pair(quantity: Quantity, after: Quantity, words: list[Word]) -> bool:
    """'NPS: 30 to 45', '38 % now, 45 % by June': a level and the one to reach behind it."""
    if not _same_kind(quantity, after) or quantity.lead not in (None, "colon") or quantity.sign:
        return False
    pair = after.lead == "to" and after.first == quantity.last and quantity.first > 0
    behind = quantity.last
    while behind < after.first and words[behind].has(_BEFORE_NOW):
        behind += 1  # '40 a week is too many', '2 % — это мало'
    now = "current" in words[behind] and behind < after.first and not words[behind].has(_OF_ANOTHER)
    ahead = words[max(quantity.first - 2, 0) : quantity.first + 1]
    return (pair and any("metric" in w or "colon" in w for w in ahead)) or now


def is_bracketed_first(quantity: Quantity, after: Quantity, words: list[Word]) -> bool:
    """'Churn (5.2 %) down to 4 %': a level in a bracket behind its metric, and the one to reach right behind it."""
    if quantity.unit is None or quantity.unit != after.unit or after.lead != "to" or quantity.last >= len(words):
        return False
    opens = next((i for i in range(quantity.first, -1, -1) if "open" in words[i]), 0)
    named = opens > 0 and words[opens - 1].has(THINGS)
    return named and "close" in words[quantity.last] and after.first - quantity.last <= _MOST_TO_LEVEL


def is_of_pronoun(quantity: Quantity, after: Quantity, reading: Reading) -> bool:
    """'Отток 5 %, поэтому надо снизить его до 3 %': whether a pronoun brings what a level is of to another level."""
    words, at = reading.words, quantity.first
    told = quantity.lead in (None, "colon") and quantity.comparator == "=" and after.lead == "to"
    if not told or at == 0 or "metric" not in words[at - 1] or not _same_kind(quantity, after):
        return False
    metric = words[at - 1]["metric"]
    again = (word for word in words[quantity.last : after.first] if word.get("metric") is metric)
    moved = any(word.has(VERB_CLASSES) for word in words[segments.start(words, at) : at])
    return not moved and any(word.first >= metric.last for word in again)


def is_state(quantity: Quantity, after: Quantity, words: list[Word]) -> bool:
    """'We spend 60k on taxis: cut to 40k', '12 now, need 30': what is, where only a verb and a level follow a pause."""
    if not _same_kind(quantity, after) or quantity.lead is not None or quantity.sign or after.role == "other":
        return False
    pauses = (
        i for i in range(after.first - 1, quantity.last - 1, -1) if "colon" in words[i] or segments.parts(words, i)
    )
    pause = next(pauses, None)
    if pause is None or pause + 1 >= after.first:
        return False
    counted = words[quantity.last].get("metric")
    if any(w.has(_AIMED) for w in words[: quantity.first]):
        return _is_moved(quantity, after, pause, words)
    if counted is not None and any("metric" in w and w["metric"].id != counted.id for w in words[after.last :]):
        return False  # 'our shop, which has 6 employees, is to reach 5M in sales'
    said = words[pause + 1 : after.first]
    moved = after.lead == "to" and any(w.has(_MOVING) for w in said)
    return all(w.has(_AIMED) for w in said) and (moved or all("auxiliary" in w for w in said))


def _is_moved(quantity: Quantity, after: Quantity, pause: int, words: list[Word]) -> bool:
    """'We make 40 errors a month. Cut errors to 10', '… We pay $900. Cut that to $600': whether a sentence of 'we' and
    a verb says how much there is of what the next one moves."""
    first, said = segments.start(words, quantity.first), words[pause + 1 : after.first]
    subject = words[first : quantity.first]
    ended = "stop" in words[pause] or "colon" in words[pause]
    if not ended or not 1 < len(subject) <= _MOST_STATED or "auxiliary" not in subject[0] or after.lead != "to":
        return False
    if any(word.has(_NO_STATE) for word in subject[1:]) or not any(w.has(_MOVING) for w in said):
        return False
    counted = words[quantity.last].get("metric")
    if any("metric" in w and (counted is None or w["metric"].id != counted.id) for w in (*said, *words[after.last :])):
        return False
    again = any("metric" in w for w in said)
    return all(w.has(_MOVED) or (again and w.has(_ALIKE)) for w in said)


def is_had(quantity: Quantity, after: Quantity, words: list[Word]) -> bool:
    """'We have 300 subscribers today and want 1,000 by June': what is had, and how much is wanted of the same."""
    if quantity.first == 0 or "state" not in words[quantity.first - 1] or not _same_kind(quantity, after):
        return False
    if quantity.lead is not None or after.lead is not None or quantity.sign or _counts(after, words):
        return False
    told = any("rival" in word for word in words[: quantity.first])
    return "auxiliary" in words[after.first - 1] and quantity.last < after.first - 1 and not told


def is_to_move(quantity: Quantity, after: Quantity, reading: Reading) -> bool:
    """'Our 2 % conversion rate should rise to 3 %': the level of a known metric before its verb, another behind it."""
    words, at = reading.words, quantity.last
    known = quantity.first > 0 and reading.forms[words[quantity.first - 1].first].filler
    if not known or after.lead != "to" or quantity.unit is None or quantity.unit != after.unit or quantity.lead:
        return False
    between = words[at : after.first]
    return bool(between) and "metric" in between[0] and any(word.has(_MOVING) for word in between[1:])


def is_now(quantity: Quantity, after: Quantity, reading: Reading) -> bool:
    """'We currently convert 2 % and want 3 %', 'today we send 9; from May it should be 12': a word for now before the
    verb of a number, another verb behind it."""
    words = reading.words
    if not _same_kind(quantity, after) or quantity.lead not in (None, "to") or quantity.sign:
        return False
    first = segments.start(words, quantity.first)
    clause = words[first : quantity.first]
    days = (d for d in reading.dates if d.grain == "day" and d.named and d.last - d.first == 1)
    today = {d.first - first for d in days if d.date in (None, reading.today)}
    now = next((i for i, word in enumerate(clause) if "current" in word or i in today), None)
    if now is None or any("number" in word for word in clause[now:]):
        return False
    # 'Зараз цикл угоди 75 днів, а має бути 60'
    level = now == 0 and any("metric" in w for w in clause) and not (_counts(quantity, words) or _counts(after, words))
    aimed = any(w.has(_AIMED) for w in (clause if now in today else clause[now:]))  # sv 'vi skickar i dag 9'
    if not (level or aimed) or (quantity.lead is not None and (aimed or not level)):
        return False
    if "auxiliary" in clause[now] and now + 1 < len(clause) and clause[now + 1].has(VERB_CLASSES):
        return False  # 'маємо опублікувати 12 статей'
    return any(word.has(_AIMED) or word.has(WISHES) for word in words[quantity.last : after.first])


def is_still(quantity: Quantity, before: Quantity | None, reading: Reading) -> bool:
    """'…, зараз їх лише 14', 'though in 2026 it was only 28 %': whether a clause behind the aim says what is now."""
    words = reading.words
    if quantity.lead not in _OF_STILL or quantity.sign or _counts(quantity, words):
        return False
    first = segments.start(words, quantity.first)
    opens = now = next((i for i in range(quantity.first - 1, first - 1, -1) if "current" in words[i]), None)
    past = next((d for d in reading.dates if d.background and first <= d.first < d.last <= quantity.first), None)
    # '– we closed last year on 31'
    closed = past is not None and past.last == quantity.first and quantity.lead == "aside"
    if now is None and past is not None and quantity.unit is None and ("reason" in words[first] or closed):
        opens, now = past.first, past.last - 1  # '…, хоча торік прийшло тільки 26'
    if opens is None or now is None or not any(word.has(STATED) for word in words[:first]):
        return False
    told = opens == first + words[first].has(_BEFORE_STILL)  # 'we now reply in 9 hours'
    aimed = before is not None and before.role in _LEVELS and told
    works = aimed and opens > first and not reading.lexicon.has_cases
    return all(
        (word.has(_BESIDE_NOW) and not word.has(_MOVING))
        or (aimed and _is_finite(word, reading))
        or (works and "activity" in word and not word.has(_MOVING))
        for word in words[now + 1 : quantity.first]
    )


def telling(reading: Reading) -> set[int]:
    """The words of clauses that only say what is now: their verbs are not the goal's."""
    words, found = reading.words, set[int]()
    for quantity, after in pairwise(reading.quantities):
        if quantity.role == "baseline" and quantity.lead is None and is_outdone(quantity, after, reading):
            found.update(range(segments.start(words, quantity.first), quantity.first))
    for quantity in [q for q in reading.quantities if q.role == "baseline"]:
        first = segments.start(words, quantity.first)
        told = first > 0 and any("current" in w for w in words[first : first + 1])
        said = words[first + 1 : quantity.first] if told else []
        said_now = len(said) > 1 and "auxiliary" in said[0]  # 'at the moment we hover around 7,400'
        behind = words[quantity.last : segments.end(words, quantity.last)]
        if first > 0 and not told and "auxiliary" in words[first]:
            beside = [words[first + 1], *behind]
            said_now = any("current" in w for w in beside)  # 'Cut churn to 3 %. We get 5 % now.', 'we now reply in 9'
        if said_now or any(_is_finite(word, reading) for word in said):
            found.update(range(first, quantity.first))
    return found


def _is_finite(word: Word, reading: Reading) -> bool:
    """'…, зараз прочитано 7', '…, so far sold 120': whether a verb says what is or was done, as far as forms tell."""
    lexicon, text = reading.lexicon, reading.tokens[word.last - 1].text
    if "auxiliary" in word:
        return False
    if not lexicon.has_cases:
        return word.has(VERB_CLASSES) and lexicon.is_inflected(reading.tokens[word.first].text)
    if word.last - word.first > 1:
        return False
    forms = lexicon.verb_forms(text)
    return not forms.isdisjoint(_TOLD) and forms.isdisjoint(_NOT_TOLD)


def is_from(quantity: Quantity, before: Quantity | None, after: Quantity | None, words: list[Word]) -> bool:
    """'From 200 to 500', 'to 500 from 320': a 'from' with a level to reach beside it."""
    if quantity.lead != "from":
        return False
    if after is not None and passing.is_onto(quantity, after, words):
        after.lead = "to"
    counts = _counts(quantity, words) or counts_unknown(quantity, words)
    if after is not None and quantity.unit is None and after.unit is not None and counts:
        return False  # 'revenue с одного посетителя до 420 рублей'
    onto = after is not None and (after.lead == "to" or _is_range_to(quantity, after, words))
    # not 'by a team from 4 firms, and bring NPS to 40'
    parted = after is not None and segments.holds_verb(words, quantity.last, after.first)
    if after is not None and onto and not parted and _same_kind(quantity, after):
        return True
    if before is None or _counts(quantity, words):
        return False
    if before.role == "change" and (before.unit in _SHARES or before.lead == "by_amount"):
        # 'by 2 points from 4 %', 'by 10 % in 2027, from 48,000 kWh', 'by 40 from 200', 'halve the time from 18 hours'
        between = _MULTIPLIED if before.unit == "multiple" and not counts_unknown(quantity, words) else _DATED
        return all(word.has(between) for word in words[before.last : quantity.first])
    if not _same_kind(quantity, before):
        return False
    if before.role == "change" and quantity.first > 0 and "comma" in words[quantity.first - 1]:
        return True  # '40 fewer complaints about bins, from 160'
    moved = quantity.first > 0 and any(name in words[quantity.first - 1] for name in ("up", "down", "open"))
    return before.lead == "to" or moved or (before.role == "target" and _is_told_from(quantity, words))


def _is_told_from(quantity: Quantity, words: list[Word]) -> bool:
    """'400 members by June, from 320 now', '80 % coverage, from 63 %': whether 'from' tells what is now."""
    behind = words[quantity.last] if quantity.last < len(words) else None
    paused = quantity.first > 0 and "comma" in words[quantity.first - 1]
    return (behind is not None and "current" in behind) or (paused and not (behind and behind.has(NOMINALS)))


def is_before_change(quantity: Quantity, after: Quantity, verb: str | None, reading: Reading) -> bool:
    """'Increase leads from 200 by 20 %', 'сократить жалобы с 200 на 40': a 'from' with an amount of change behind it.

    Where the preposition is that of a level too, 'увеличить с 200 на 300', an increase to more is one to a level.
    """
    words = reading.words
    beside = after.first == quantity.last and words[after.first].first == words[quantity.last - 1].last
    if quantity.lead != "from" or after.lead != "by_amount" or not beside:
        return False
    if verb not in ("increase", "decrease") or counts_unknown(quantity, words):
        return False
    if after.unit in _SHARES or "in" not in words[after.first]:
        return after.unit in _SHARES or _same_kind(quantity, after)
    if after.value < quantity.value:
        metric = words[after.last].get("metric") if after.last < len(words) else None
        ranked = counts_unknown(after, words) or (metric is not None and metric.id in reading.ontology.ranks)
        return _same_kind(quantity, after) and not (ranked and verb == "increase")  # 'поднять с 14 на 5 место'
    return _same_kind(quantity, after) and verb == "decrease"


def is_size(quantity: Quantity, after: Quantity, reading: Reading) -> bool:
    """'Заповнюваність готелю на 40 номерів з 55 до 70 %': a count of unknown things before a share's two levels."""
    level = next((q for q in reading.quantities if q.first >= after.last), None)
    pair = level is not None and level.lead == "to" and level.unit == "percent"
    apart = segments.holds_verb(reading.words, quantity.last, after.first)
    return pair and not apart and quantity.unit is None and counts_unknown(quantity, reading.words)


def is_noted_now(quantity: Quantity, reading: Reading) -> bool:
    """'30 % (25 % today)': whether a bracket behind a level says what it is now, and nothing else."""
    words, at = reading.words, quantity.last
    if quantity.lead == "by_amount":
        return False  # 'выручка 50 млн (на 8 % больше, чем в 2026 г.)'
    levels = [q for q in reading.quantities if q.last <= quantity.first and q.role in _LEVELS]
    if not levels or not _same_kind(quantity, levels[-1]):
        return False
    opens = next((i for i in range(quantity.first - 1, levels[-1].last - 1, -1) if "open" in words[i]), None)
    closes = next((i for i in range(at, len(words)) if "close" in words[i]), None)
    if opens is None or closes is None:
        return False
    today = _background(reading)
    now = [i in today or "current" in words[i] for i in range(at, closes)]
    said = [i in today or words[i].has(PRESENT_STATE) for i in range(opens + 1, quantity.first)]
    last = "last" in words[opens + 1] and "colon" in words[quantity.first]  # '(last survey: 41)'
    return (said != [] or now != []) and all(now) and (all(said) or last)


def _background(reading: Reading) -> set[int]:
    """The words of dates that are no deadlines: of the past, and 'today'."""
    return {i for found in reading.dates if found.background for i in range(found.first, found.last)}


def is_marked_now(quantity: Quantity, after: Quantity, reading: Reading) -> bool:
    """'120 (actual) | 200 (plan)', '12,4 mkr (2025) | 14 mkr (2027)': whether a bracket of its own says that a number
    before another is what there is, or was in an earlier year."""
    if not _same_kind(quantity, after):
        return False
    note, next_note = _note(quantity, reading.words), _note(after, reading.words)
    if note is None:
        return _is_noted_before(quantity, after, reading)
    if "current" in note:
        return True
    year, later = note.get("year"), next_note.get("year") if next_note is not None else None
    return year is not None and later is not None and year < later and year <= reading.today.year


def _is_noted_before(quantity: Quantity, after: Quantity, reading: Reading) -> bool:
    """'Soil moisture (20 today): 30': whether a bracket behind a thing says what it is now, before what it is to be."""
    words, closes = reading.words, after.first - 1 - ("close" not in reading.words[after.first - 1])
    opened = quantity.first > 1 and "open" in words[quantity.first - 1] and words[quantity.first - 2].has(THINGS)
    if not opened or closes <= quantity.last or "close" not in words[closes]:
        return False
    today = _background(reading)
    return all(i in today or "current" in words[i] for i in range(quantity.last, closes))


def _note(quantity: Quantity, words: list[Word]) -> Word | None:
    """The one word in brackets right behind a number."""
    behind = words[quantity.last : quantity.last + 3]
    return behind[1] if len(behind) > 2 and "open" in behind[0] and "close" in behind[2] else None


def _is_range_to(quantity: Quantity, after: Quantity, words: list[Word]) -> bool:
    """'From 40 to between 25 and 30': whether a range follows that one is to come to."""
    return after.high is not None and ("to" in words[after.first] or after.first == quantity.last)


def _counts(quantity: Quantity, words: list[Word]) -> bool:
    at = quantity.last
    return at < len(words) and ("metric" in words[at] or "other" in words[at])


def counts_unknown(quantity: Quantity, words: list[Word]) -> bool:
    at = quantity.last
    return at < len(words) and ("other" in words[at] or "channel" in words[at])


def _same_kind(a: Quantity, b: Quantity) -> bool:
    return a.unit is None or b.unit is None or a.unit == b.unit or {a.unit, b.unit} <= DAYS_OF.keys()


def joined(a: Quantity, b: Quantity, words: list[Word], name: str) -> bool:
    """Whether a word of a class, and little else, stands between two numbers."""
    between = words[a.last : b.first]
    if between and "open" in between[0]:  # '31 % (Jan) → 38 % (June)'
        between = between[next((i + 1 for i, word in enumerate(between) if "close" in word), 0) :]
    if len(between) > 2 and "per" in between[0]:
        between = between[2:]  # '40 kr/st → 35 kr/st'
    return any(name in word for word in between) and len(between) <= 2


def is_only_told(baseline: Quantity | None, quantity: Quantity | None, reading: Reading, *, work: bool) -> bool:
    """Whether today's level is only told: 'reach 35 % (now 28 %)', 'reach 35 % instead of 28 %', '… – now 28 %'."""
    if baseline is None or baseline.lead not in (None, "current") or baseline.first == 0:
        return False
    words, at = reading.words, baseline.first
    dated = "period" in words[at - 1]  # sv ', idag 28 %,'
    ahead = words[max(at - 1 - dated, 0)]
    closed = baseline.last < len(words) and "comma" in words[baseline.last]
    closed = closed and ("comma" in ahead or reading.text[words[at].start] == ",")
    if not work and ("open" in ahead or ((dated or baseline.lead is not None) and closed)):
        return True
    # not 'bring it to 35 % from 28 %', 'it should take 5 days instead of 8'
    behind = quantity is not None and quantity.lead != "to" and quantity.last <= at and quantity.unit not in DAYS_OF
    return behind and baseline.lead == "current" and "from" not in reading.forms[words[at].first].values


def is_noted(quantity: Quantity, before: Quantity, verb: str | None, reading: Reading) -> bool:
    """'NPS 45 (38)', 'twice as many members as in 2026 (120)': whether brackets hold only what was."""
    words, opens, closes = reading.words, quantity.first - 1, quantity.last
    if opens < 2 or closes >= len(words) or "open" not in words[opens] or "close" not in words[closes]:
        return False
    compared = any(word.has(_WAS) for word in words[opens - 2 : opens])
    if compared or any(found.background and found.last == opens for found in reading.dates):
        return quantity.unit in (None, before.unit) and quantity.lead is None and quantity.sign is None
    level = before.last == opens and before.role == "target" and before.lead is None and verb is None
    alike = quantity.unit == before.unit or quantity.unit is None or before.unit is None
    return level and alike and quantity.lead is None and quantity.comparator == "=" and quantity.sign is None
