"""Purpose clauses: what a goal is for speaks for its relevance, not of what it aims at."""

from __future__ import annotations

from collections.abc import Iterator

from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import NOUNS, VERB_CLASSES, is_named, is_verb
from smartgoals.grammar.word_sets import MOVES, STATED, THINGS, TO_VALUE, WISHES
from smartgoals.reading import TAKEN, Reading, Word

_THINGS = frozenset(("other", "capital", "channel", "owner", "name", "metric", "number"))
_OBJECTS = _THINGS.union(NOUNS)
_PAUSES = frozenset(("comma", "colon", "dash"))
_KEEPS = frozenset(("maintain", "prevent"))
_MOST_TO_LEVEL = 3  # words from a verb of keeping to its number
_MOST_TO_VERB = 3  # words from a conjunction to the verb of what is another aim
_MOST_TO_PAST = 4  # words from a relative pronoun to its verb: 'де минулого року ми мали'
_BEGUN = frozenset(("metric", "state"))
_COMMA, _REASON = bits(["comma"]), bits(["reason"])
_THEREFORE = bits(["therefore"])
_BEFORE_HEAD = frozenset(("comma", "stop", "and", "dash"))
_BEFORE_THEREFORE = frozenset(("comma", "stop", "dash", "and"))
_OF_WISHES = frozenset(("goal_word", "needed", "colon"))
_MOST_TO_WISH = 4  # words from 'so' to the verb of the goal, or what asks for it
_MAY_OPEN, _MAY_OPEN_BARE = bits(["purpose"]), bits(["purpose", "to"])


def clause(reading: Reading, *, infinitive: bool) -> range:
    """The words of the purpose clause, empty if there is none; `infinitive`: a bare 'to' may open one."""
    if not reading.may_have(_MAY_OPEN_BARE if infinitive else _MAY_OPEN):
        return range(0)
    words = reading.words
    wording = {i for m in reading.vague if m.id == "wording" for i in range(m.first, m.last)}
    verb = work = thing = metric = number = False  # whether one stands before the word
    for i, word in enumerate(words):
        fronts = _fronts(reading, i)
        if (
            reading.chars[i] != TAKEN
            and _opens(
                reading,
                i,
                infinitive=infinitive,
                verb=verb and thing,
                work=work and thing,
                metric=metric,
                number=number,
                fronts=fronts,
            )
            and not is_named(reading, word)
        ):  # 'do our best so that …', uk 'домогтися, щоб …' open the goal itself: they have no object
            if not fronts and _keeps_level(words[i:]):
                return range(0)
            end = _end(reading, i, fronts=fronts)
            behind = metric and number and not any("number" in w for w in words[i:end])  # 'Get 40 leads. Why: …'
            opens = not fronts or behind or _goes_on(reading, end)  # not 'Щоб чек став 800 грн'
            return range(i, end) if opens else range(0)
        said = word.first not in wording and not reading.forms[word.last - 1].filler
        verb = verb or (is_verb(word) and said)
        work = work or (is_verb(word) and said and "activity" in word)
        planned = work and i > 0 and "a" in words[i - 1] and word.has(WISHES)  # 'draft a plan for how to reduce churn'
        thing = thing or planned or (word.has(_THINGS) and said)
        metric = metric or "metric" in word
        number = number or ("number" in word and not _ends_name(words, i))
    return range(0)


def _keeps_level(words: list[Word]) -> bool:
    """'…, but so that reach does not fall below 2M': whether a clause says which level is to be kept, an aim too."""
    metric = next((i for i, word in enumerate(words) if "metric" in word), len(words))
    kept = next((i for i, word in enumerate(words) if i > metric and word.has(_KEEPS)), len(words))
    return any("number" in word for word in words[kept + 1 : kept + 1 + _MOST_TO_LEVEL])


def result(reading: Reading) -> range:
    """The words of a clause that says what comes of what the goal aims at: '…, which will increase revenue'."""
    words = reading.words
    for i in _relatives(reading):
        if not any("number" in word for word in words[:i]):
            continue
        end = segments.stop(words, i)
        moves = any(word.has(MOVES) for word in words[i + 1 : i + 3])
        if moves and not any("number" in word for word in words[i:end]):
            return range(i, end)
    return range(0)


def reason(reading: Reading) -> range:
    """The words of a clause that says why, behind a goal or before it: '…, because nobody reads our letters'."""
    if (why := before_therefore(reading)) > 0:
        return range(why)
    if not reading.may_have(_REASON):
        return range(0)
    words = reading.words
    if words and "reason" in words[0] and (end := _end_of_reason(reading)):
        return range(end)
    for i in range(1, len(words) - 1):
        if "reason" not in words[i] or reading.chars[i] == TAKEN or words[i + 1].has(SIGNS):
            continue
        if "at_least" in words[i] and "number" in words[i + 1]:
            continue  # 'набрати хоч 8 тис. підписників'
        dated = not reading.chars[i + 1 : segments.end(words, i + 1)].strip(TAKEN)  # 'när året är slut'
        if not dated and ("purpose" in words[0] or _is_said(words[:i])):
            # 'We are at $42k. If the plan lands as hoped, we should grow that to $60k'
            opens = "stop" in words[i - 1] or "purpose" in words[0]
            return range(i, segments.end(words, i + 1) if opens else segments.stop(words, i))
    return range(0)


def before_therefore(reading: Reading) -> int:
    """'Rent goes up 6 %, so we must raise sales by 10 %': how many words say why, before the goal; else 0."""
    words = reading.words
    for i in range(2, len(words) - 1) if reading.may_have(_THEREFORE) else ():
        opens = "therefore" in words[i] and words[i - 1].has(_BEFORE_THEREFORE)
        last = segments.stop(words, i)
        behind = [
            word for word, char in zip(words[i + 1 : last], reading.chars[i + 1 : last], strict=True) if char != TAKEN
        ]
        aimed = any("number" in word for word in behind) and any(_is_named(word, reading) for word in behind)
        wanted = any(word.has(VERB_CLASSES) or "auxiliary" in word for word in behind[:_MOST_TO_WISH])
        if opens and aimed and wanted:
            return 0 if words[0].has(VERB_CLASSES) or any(word.has(_OF_WISHES) for word in words[:i]) else i
    return 0


def _is_named(word: Word, reading: Reading) -> bool:
    """Whether a word names what is aimed at, and is no pronoun for it: not 'so let's get that up to 450'."""
    form = reading.forms[word.first]
    return word.has(THINGS) and not form.filler and "pronoun" not in form.values


def _is_said(words: list[Word]) -> bool:
    """Whether words say what is aimed at: a metric, a number, or a verb with its object."""
    return any(w.has(STATED) for w in words) or (any(map(is_verb, words)) and any(w.has(_OBJECTS) for w in words))


def _end_of_reason(reading: Reading) -> int:
    """Where a clause that opens a goal ends: at its comma or at the main verb, sv 'Eftersom vi tappar kunder ska vi …'.

    0 where none with a metric of its own follows: 'Because our NPS is 30, reach 45'.
    """
    words, begun = reading.words, False
    for i in range(1, len(words)):
        if "comma" in words[i] or (begun and "auxiliary" in words[i]):
            rest = range(i, len(words))
            return i if any("metric" in words[k] and reading.chars[k] != TAKEN for k in rest) else 0
        begun = begun or is_verb(words[i]) or words[i].has(_BEGUN)
    return 0


def story(reading: Reading) -> range:
    """The words of a relative clause that tells what was: 'дзвінки клієнтам, які залишили заявку у вихідні'."""
    words = reading.words
    for i in _relatives(reading):
        if not any(word.has(STATED) for word in words[:i]):
            continue
        end = segments.end(words, i)
        behind = words[i + 1 : min(end, i + 1 + _MOST_TO_PAST)]
        if any("metric" not in word and _is_past(reading, word) for word in behind):
            return range(i, end)
    return range(0)


def which(reading: Reading) -> set[int]:
    """The words of relative clauses behind a comma that hold no number: '…, without the shop, which closes in May'."""
    found = set[int]()
    for i in _relatives(reading) if len(reading.dates) > 1 else ():
        clause = range(i, segments.end(reading.words, i))
        if all(q.first not in clause for q in reading.quantities):
            found.update(clause)
    return found


def _relatives(reading: Reading) -> Iterator[int]:
    """The relative pronouns behind a comma."""
    words = reading.words
    marks = reading.marked("relative") if reading.may_have(_COMMA) else set()
    for i in range(2, len(words)) if marks else ():
        if words[i].first in marks and "comma" in words[i - 1]:
            yield i


def _ends_name(words: list[Word], at: int) -> bool:
    """Whether a number is part of a name: 'GPT-4', 'Windows 11'."""
    at -= at > 1 and "dash" in words[at - 1]
    return at > 0 and "name_head" in words[at - 1]


def _opens(
    reading: Reading, i: int, *, infinitive: bool, verb: bool, work: bool, metric: bool, number: bool, fronts: bool
) -> bool:
    words = reading.words
    if "purpose" in words[i]:
        numbered = number and any("number" in word for word in words[i : segments.end(words, i + 1)])
        if i and "and" in words[i - 1] and "and" not in words[i] and ("auxiliary" in words[i] or numbered):
            return False  # 'оживити інстаграм і щоб було більше охоплень', 'рейтинг 4,8 і щоб не менше 90 відгуків'
        if i and "auxiliary" in words[i] and not (verb or number or words[i - 1].has(_PAUSES)):
            return False  # 'скарг щоб було менше десяти'
        if "and" in words[i] and not _tells(words, i + 1):
            return False  # 'so reduce it', but 'so revenue grows'
        bare = not (number or fronts) and (not metric or any("use" in word for word in words[:i]))
        if bare and (_is_content(words, i) or _is_measured(reading, i)):
            return False
        # 'we want that …', 'Anna is responsible for …' open the goal itself
        return verb or metric or number or fronts
    if not (infinitive and "to" in words[i] and i + 1 < len(words) and is_verb(words[i + 1])):
        return False
    if i == 0:
        return any("comma" in w for w in words)
    if number and i + 2 < len(words) and "from" in words[i + 2] and not verb:
        return False  # '60 % of revenue to come from existing customers'
    if i + 2 < len(words) and (_heads(words, i) if number else words[i + 2].has(TO_VALUE)):
        return False  # 'get churn to fall to 3 %', not 'get leads to increase revenue'
    stated = (verb and (metric or number)) or (metric and number)  # 'open rate 25 % to increase revenue'
    stated = stated or (work and not any("number" in word for word in words[i:]))  # 'redesign the shop to cut returns'
    return stated and "auxiliary" not in words[i - 1] and "owner" not in words[i - 1]


def _heads(words: list[Word], at: int) -> bool:
    """'Churn to fall to 3 %, NPS to rise to 40': whether a metric right behind a pause is what is to reach a level."""
    levelled = words[at + 2].has(TO_VALUE) or (words[at + 1].has(_KEEPS) and "number" in words[at + 2])
    if not levelled:
        return False
    i = at - 1
    while i > 0 and "other" in words[i]:
        i -= 1
    return i > 0 and "metric" in words[i] and words[i - 1].has(_BEFORE_HEAD)


def _tells(words: list[Word], at: int) -> bool:
    """'… so revenue grows', '… so the sales team stops grumbling': whether a subject with its verb stands there."""
    if at + 1 >= len(words):
        return False
    if "metric" in words[at] and is_verb(words[at + 1]):
        return True
    clause = words[at : segments.end(words, at)]
    wished = any("auxiliary" in word or "number" in word for word in clause)
    return "the" in words[at] and not wished and any(is_verb(word) for word in clause[2:])


def _is_content(words: list[Word], at: int) -> bool:
    """'Добивается, чтобы 90 % новичков …': whether a clause with a number is all that the verb before it says."""
    led = at > 1 and "comma" in words[at - 1] and is_verb(words[at - 2])
    return led and any("number" in word for word in words[at:])


def _is_measured(reading: Reading, at: int) -> bool:
    """'Launch a new site in order to get 40 leads': whether only the clause says how much of what."""
    behind = [word for i, word in enumerate(reading.words[at:], at) if reading.chars[i] != TAKEN]
    return any("metric" in word for word in behind) and any("number" in word for word in behind)


def _end(reading: Reading, opens: int, *, fronts: bool) -> int:
    """Where a purpose clause ends: with the sentence, or when it leads, at its comma or the main verb."""
    words = reading.words
    leads = fronts or not any("metric" in w or "number" in w for w in words[:opens])
    stop = segments.stop(words, opens)
    comma = next((i for i in range(opens, stop) if "comma" in words[i] or "colon" in words[i]), None)
    if fronts and comma is not None and _goes_on(reading, comma) and not _turns(words, opens, comma):
        return comma  # 'Щоб виторг зріс на 25 %, відкриваємо …'
    measured = begun = False
    for i in range(opens + 1, len(words)):
        if "stop" in words[i] or "close" in words[i]:
            return i
        if not begun and segments.holds_verb(words, i, min(i + _MOST_TO_VERB, len(words))):
            return i  # sv 'i linje med planen och höj NPS till 40'
        auxiliary = "auxiliary" in words[i] and "current" not in words[i]  # not 'щоб чек був 800 грн'
        main = (measured and is_verb(words[i]) and not _is_past(reading, words[i])) or (begun and auxiliary)
        if leads and ("comma" in words[i] or "colon" in words[i] or main):
            return i
        measured = measured or "metric" in words[i]
        begun = begun or measured or is_verb(words[i])
    return len(words)


def _fronts(reading: Reading, at: int) -> bool:
    """Whether a purpose clause at a word opens the goal, a sentence, or what stands behind a heading or a deadline.

    'Sales: to grow profit, …', 'By March, so that revenue grows, …'.
    """
    words = reading.words
    if at == 0 or "purpose" not in words[at]:
        return at == 0
    before = words[at - 1]
    if "colon" in before or (at > 1 and ("stop" in before or ("owner" in words[at - 2] and before.has(_PAUSES)))):
        return True
    return all(reading.chars[i] == TAKEN or word.has(_PAUSES) for i, word in enumerate(words[:at]))


def _turns(words: list[Word], opens: int, comma: int) -> bool:
    """Sv 'För att lyfta marginalen ska vi …, …': whether the goal's own verb stands before a comma."""
    begun = False
    for i in range(opens + 1, comma):
        if begun and "auxiliary" in words[i] and "current" not in words[i] and "and" not in words[i - 1]:
            return True
        begun = begun or "metric" in words[i] or is_verb(words[i])
    return False


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether what stands behind a word is more than who does it and by when."""
    rest = [word for i, word in enumerate(reading.words[at:], at) if reading.chars[i] != TAKEN]
    if any("current" in word for word in rest[1:2]) and not any(map(is_verb, rest)):
        return False  # 'чтобы к маю конверсия была 6 %, сейчас 4 %'
    return any(w.has(STATED) for w in rest) or (any(map(is_verb, rest)) and not any("owner" in w for w in rest))


def _is_past(reading: Reading, word: Word) -> bool:
    """Slavic 'щоб виторг зріс': whether a verb stands in the past, as it does in a clause of purpose."""
    lexicon = reading.lexicon
    return lexicon.has_cases and "past" in lexicon.verb_forms(reading.tokens[word.first].text)
