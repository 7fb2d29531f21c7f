"""Unknown things that a goal moves where nothing is counted: 'cut paperwork', 'lose fewer calves'.

Only a language whose plurals show, and whose cases do not, is read so; where cases show, `more_of` tells.
"""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.things.nouns import Nouns
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import ARTICLES, CHANGES, CLAUSE_LINKS, COURSE, MORE_OR_LESS, PREPOSITIONS
from smartgoals.reading import TAKEN, Reading

# what stands before a goal's own words
_OPENING: frozenset[str] = CLAUSE_LINKS | {"colon", "dash", "auxiliary", "to", "owner"}
_BEHIND: frozenset[str] = PREPOSITIONS | CLAUSE_LINKS  # what may stand behind all that a goal without a verb names
_BETTER = frozenset(("improve", "maintain"))
_NO_END: frozenset[str] = VERB_CLASSES | ARTICLES | {"goal_word", "auxiliary", "channel", "metric"}


def unknown(reading: Reading, nouns: Nouns) -> Aim | None:
    """The aim of a goal with neither metric nor number: what its verb of change, or its comparative, speaks of."""
    if not reading.lexicon.endings.plurals:
        return None
    verb = next((i for i, word in enumerate(reading.words) if word.has(VERB_CLASSES)), None)
    run = _compared(reading, nouns, verb)
    if run is None and verb is not None:
        run = _object(reading, nouns, verb)
    return None if run is None else Aim(*run, named=nouns.tokens(*run))


def leads(reading: Reading, nouns: Nouns, at: int) -> bool:
    """'Reduce stress among staff': whether a metric only says of whom an unknown thing is that the goal moves."""
    if not reading.lexicon.endings.plurals or not nouns.governed(at):
        return False
    aim = unknown(reading, nouns)
    return (
        aim is not None
        and aim.end < at
        and not any(w.has(VERB_CLASSES | CLAUSE_LINKS) for w in reading.words[aim.end : at])
    )


def _compared(reading: Reading, nouns: Nouns, verb: int | None) -> tuple[int, int] | None:
    """'Lose fewer calves', 'fewer parking fines', 'quicker repairs': a plural behind a comparative.

    It opens the goal or has a verb; of what is wasted or lost there may also be less: 'waste less food'.
    """
    words, endings = reading.words, reading.lexicon.endings
    vague = {m.first for m in reading.vague if m.id == "quantity"}
    for i, word in enumerate(words[:-1]):
        some = word.has(MORE_OR_LESS) and not MORE_OR_LESS.issubset(word)
        if word.has(VERB_CLASSES) or not (some or (i == 0 and word.first in vague)):
            continue
        run = _run(reading, nouns, _behind(reading, nouns, i + 1))
        if run is None or not (_opens(reading, i) or (verb is not None and verb < i)):
            continue
        if not (some or run[1] == len(words) or words[run[1]].has(_BEHIND) or reading.chars[run[1]] == TAKEN):
            continue  # 'many companies aim for growth'
        head = _head(reading, run)
        moved = some and verb == i - 1 and words[verb].has(CHANGES) and not head.endswith(endings.adverbs)
        if endings.is_plural(head) or moved:
            return run
    return None


def _object(reading: Reading, nouns: Nouns, verb: int) -> tuple[int, int] | None:
    """'Cut paperwork', 'improve punctuality on the night buses': what there may be more or less of, behind a verb.

    Not one certain thing ('grow the business'), and of what gets better or stays only what is a quality.
    """
    words, endings = reading.words, reading.lexicon.endings
    if not _opens(reading, verb):
        return None
    first = _behind(reading, nouns, verb + 1)
    run = _run(reading, nouns, first)
    if run is None:
        return None
    head = _head(reading, run)
    if head.endswith(endings.adverbs) and run[1] - run[0] == 1:
        return None  # 'expand internationally'
    quality = endings.is_quality(head)
    turned = run[1] < len(words) and words[run[1]].has(COURSE)  # 'keep noise down'
    turned = turned and not any("to" in word for word in words[run[1] : run[1] + 2])  # not 'bring kids up to date'
    if not (words[verb].has(CHANGES) or turned):
        return run if quality and words[verb].has(_BETTER) else None
    counted = any(nouns.is_empty(i) for i in range(verb + 1, first))  # 'the number of detentions'
    single = any(words[i].has(ARTICLES) or reading.forms[words[i].first].filler for i in range(verb + 1, first))
    scaled = "scales" in words[verb]  # 'reduce the noise', not 'expand the warehouse'
    return run if quality or counted or scaled or not single or endings.is_plural(head) else None


def _opens(reading: Reading, at: int) -> bool:
    """Whether a goal may begin with a word: behind nothing but a date, an owner, a pause or an auxiliary."""
    return at == 0 or reading.words[at - 1].has(_OPENING) or reading.chars[at - 1] == TAKEN


def _behind(reading: Reading, nouns: Nouns, at: int) -> int:
    """The word behind articles, quantifiers and vague wording: 'fewer and better | applicants'."""
    words = reading.words
    while at < len(words) - 1 and (words[at].has(ARTICLES) or nouns.says_nothing(at)):
        at += 1
    return at


def _run(reading: Reading, nouns: Nouns, first: int) -> tuple[int, int] | None:
    """The unknown words from one on, if they are a thing and all of it."""
    words, run = reading.words, nouns.named(first)
    if run is None or nouns.are_fillers(*run):
        return None  # 'grow the business'
    if run[1] < len(words) and words[run[1]].has(_NO_END):
        return None  # the subject of another clause, a verb with its object, or a longer noun: 'drop the legacy plan'
    return run


def _head(reading: Reading, run: tuple[int, int]) -> str:
    return reading.tokens[reading.words[run[1] - 1].last - 1].text
