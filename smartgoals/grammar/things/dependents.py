"""Metrics that only say of what another one is: 'the renewal rate of our contracts', 'costs as a share of sales'."""

from __future__ import annotations

from itertools import pairwise

from smartgoals.grammar.aims import Aim
from smartgoals.reading import Match, Reading

_CONNECTIVES = frozenset(("and", "or", "comma", "colon"))
_BEFORE_WHOLE = frozenset(("of", "the", "other"))
_BETWEEN = frozenset(("the", "other"))
_WHICH = frozenset(("other", "of", "the"))
_SOME_OF = frozenset(("of", "out_of", "share_in"))

Metrics = list[tuple[int, Match]]  # each with the index of its word


def leave_genitives(metrics: Metrics, reading: Reading) -> Metrics:
    """The metrics but for those that stand behind another: 'активация новых пользователей'."""
    words, kept = reading.words, metrics[:1]
    for (before, _), (at, metric) in pairwise(metrics):
        between = words[before + 1 : at]
        if len(between) == 1 and "dash" in between[0] and between[0].end == words[at].start:
            kept[-1] = at, metric  # 'базу SMS-підписників'
            continue
        if not all(reading.forms[w.first].filler and not w.has(_CONNECTIVES) for w in between):
            kept.append((at, metric))
    return kept


def leave_objects(metrics: Metrics, reading: Reading) -> Metrics:
    """The metrics but for those that 'of' makes a rate's, or an unknown one's: 'renewal rate of our contracts'."""
    world, kept = reading.ontology, metrics[:1]
    for (before, head), (at, metric) in pairwise(metrics):
        rate = head.id is None or head.id in world.shares | (world.levels - world.stocks)
        between = reading.words[before + 1 : at]
        of = rate and len(between) > 0 and "of" in between[0]
        if not of or not all(word.has(_BETWEEN) for word in between[1:]):
            kept.append((at, metric))
    return kept


def is_base(at: int, reading: Reading) -> bool:
    """'Payroll costs as a share of sales': whether a metric is only what another is measured by."""
    words = reading.words
    while at > 0 and reading.forms[words[at - 1].first].filler and "share_of" not in words[at - 1]:
        at -= 1
    return at > 0 and "share_of" in words[at - 1]


def _leads_up(first: int, last: int, reading: Reading) -> bool:
    """Whether only words that say which stand between two tokens: 'the share of | full-time | staff'."""
    behind, at = reading.word_at(first), reading.word_at(last)
    if behind is None or at is None or first > last:
        return False
    return all(word.has(_WHICH) for word in reading.words[behind:at])


def is_shared(aim: Aim, metric: Match, reading: Reading) -> bool:
    """'90 % of the staff answer', '9 in 10 employees', 'share of nurses who …: 40 %': whether a share that no channel
    brings is of those who are there."""
    quantity, at = aim.quantity, reading.word_at(metric.first)
    if quantity is None or reading.channels:
        return False
    if any(mark.kind == "share" and _leads_up(mark.last, metric.first, reading) for mark in reading.marks):
        points = quantity.unit == "percentage_point" or (quantity.unit == "percent" and quantity.role == "target")
        return points and metric.id in reading.ontology.stocks
    some = quantity.unit is None and metric.id in reading.ontology.stocks  # 'get five of our fitters certified'
    if not (some or quantity.unit == "percent"):
        return False
    if at is not None and not some and quantity.lead != "by_amount" and _is_of_those(at, quantity.first, reading):
        quantity.role = "target"
        return True
    if quantity.role != "target":
        return False
    between, lexicon = reading.words[quantity.last : at], reading.lexicon
    if at is None or at < quantity.last or not all(word.has(_BEFORE_WHOLE) for word in between):
        return False
    if lexicon.has_cases:
        return not some and "gent" in lexicon.cases(reading.tokens[metric.last - 1].text)
    return any("of" in word for word in between) or any(
        w.has(_SOME_OF) for w in reading.words[quantity.first : quantity.last]
    )


def _is_of_those(at: int, number: int, reading: Reading) -> bool:
    """'Кількість клієнтів, які лишили відгук: з 4 до 9 %': whether a clause before the number says which they are."""
    behind = reading.words[at + 1 : at + 3]
    return (
        len(behind) > 1 and at + 2 < number and "comma" in behind[0] and behind[1].first in reading.marked("relative")
    )


def is_of_another(metric: Match, reading: Reading) -> bool:
    """Uk '80 сеансів фізіотерапії': whether a genitive that no vocabulary knows says what one word counts of.

    Only a common noun does: 'встановлень «Мого двору»' are of an app.
    """
    at, lexicon = metric.last, reading.lexicon
    if not lexicon.has_cases or metric.last - metric.first > 1:
        return False
    while at < len(reading.tokens) and lexicon.is_adjective(reading.tokens[at].text) and reading.forms[at].unknown:
        at += 1
    if at >= len(reading.tokens):
        return False
    token, form = reading.tokens[at], reading.forms[at]
    plain = token.kind == "word" and token.raw.islower() and not token.text.isascii() and form.unknown
    noun = plain and not form.entities and "noun" in lexicon.verb_forms(token.text)
    return noun and "gent" in lexicon.cases(token.text)
