"""Places that say whose goal it is, where it holds or what something is called: no sources of what it aims at."""

from __future__ import annotations

import re
from itertools import takewhile

from smartgoals.grammar.clauses import purposes, segments
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import THINGS
from smartgoals.reading import Match, Reading

_PAID_AT_ONCE = frozenset(("average_order_value",))  # what is measured where one pays
_SHOP = "in_store"
_GATHERINGS = ("webinar", "event")
_RUN_WITH = ("campaigns",)  # work that is done through those it is done with
_NAMED = frozenset(("print", "radio", "tv"))
_NAME = re.compile(r'[«“„"][^«»“”„"]{1,40}[»”"]')
_WORKED_ON = frozenset(("content", "organic_video"))
_NOT_DONE = frozenset(("without", "none", "decrease"))
_LOWERS = frozenset(("decrease", "noun_decrease"))
_MOVES = VERB_CLASSES | {"noun_decrease", "noun_increase"}
_PARTED = frozenset(("in", "aside", "from", "number", "and", "comma"))


def names_whose(match: Match, at: int, reading: Reading) -> bool:
    """'The museum shop: 12 new volunteers': whether a shop, or the like, is the heading of a goal."""
    words = reading.words
    if match.id not in reading.ontology.headings or any(word.has(_PARTED) or "metric" in word for word in words[:at]):
        return False  # 'Sales in our stores: +10 %'
    colon = next((i for i in range(at + 1, len(words)) if "colon" in words[i] or _is_sign(i, reading)), None)
    sold = bool(reading.metrics) and reading.ontology.sourced.issuperset(m.id or "" for m in reading.metrics)
    if colon == at + 1 == 1 and (sold or (reading.metrics and reading.metrics[0].id in _PAID_AT_ONCE)):
        return False  # 'Showroom: 40 orders', sv 'Gårdsbutiken: snittköp 140 kr', 'Partnerkanalen: 30 affärer'
    return colon is not None and not any(word.has(_PARTED) or "metric" in word for word in words[at + 1 : colon])


def is_downloaded(match: Match, at: int, reading: Reading) -> bool:
    """'Salary guide: 500 downloads', not 'Blog: 500 guide downloads': whether a heading names the very thing of which
    downloads are counted, as they name none themselves."""
    downloads = next((m for m in reading.metrics if m.id == "downloads"), None) if match.id == "content" else None
    if downloads is None or downloads.last - downloads.first > 1:
        return False
    words, behind = reading.words, reading.word_at(downloads.last)
    if behind is not None and "of" in words[behind]:
        return False  # sv 'Bloggen: 300 nedladdningar av guiden'
    number = next((i for i, word in enumerate(words) if "number" in word and i > at), 0)
    if any(word.has(_PARTED) for word in words[:at]) or any(word.has(_MOVES) for word in words[:number]):
        return False
    return any("colon" in words[i] or _is_sign(i, reading) for i in range(at + 1, number))


def _is_sign(at: int, reading: Reading) -> bool:
    """'Цветочный магазин — 90 букетов': whether a dash stands for a colon, where cases tell what a noun depends on."""
    return reading.declines and "dash" in reading.words[at] and segments.parts(reading.words, at)


def are_means(at: int, reading: Reading) -> bool:
    """'Three campaigns with bloggers', 'завдяки співпраці з блогерами': whether those behind 'with' are how."""
    words, i = reading.words, at - 1
    run = "metric" in words[i] and words[i]["metric"].id in _RUN_WITH
    while i > 0 and words[i].has(THINGS):
        i -= 1
    return run or (i < at - 1 and "aside" in words[i] and "in" not in words[i])


def is_worked_with(match: Match, at: int, reading: Reading) -> bool:
    """'20 customers by handing out flyers', '…, провівши два вебінари': whether the work by which something grows is
    done with it; texts and films may be worked on for what they are part of."""
    if at not in reading.work or match.id in _WORKED_ON or match.id not in reading.ontology.spoken:
        return False
    aimed = next((m.id for m in reading.metrics if (reading.word_at(m.first) or 0) not in reading.work), None)
    if aimed in reading.ontology.metrics and reading.ontology.metrics[aimed].better == "down":
        return False  # 'cut costs by dropping two trade fairs'
    denied, words = reading.marked("negation"), reading.words
    first = at - sum(1 for _ in takewhile(reading.work.__contains__, range(at - 1, -1, -1)))
    if first > 0 and "colon" in words[first - 1]:
        return False  # '3400 посетителей: открываем выставку самоваров'
    return not any(word.has(_NOT_DONE) or word.first in denied for word in words[first:at])


def is_each(at: int, reading: Reading) -> bool:
    """'20 leads per trade fair': whether a channel word only says of how many each the number is."""
    return at > 0 and {"each", "aside"} <= reading.words[at - 1].keys()


def tells_where(match: Match, reading: Reading) -> bool:
    """'Staff turnover in the shops': whether a shop is only where those work whom the metrics are of, or where an
    unknown thing is to become less; a webinar, too, for which people are gathered."""
    if match.id in _GATHERINGS:
        return _is_gathered_for(match, reading)
    known = [m.id for m in reading.metrics if m.id is not None]
    if match.id != _SHOP:
        return False
    return reading.ontology.staffed.issuperset(known) if known else _is_only_lowered(reading)


def _is_only_lowered(reading: Reading) -> bool:
    """'Cut the power that the shops use by 12 %': whether the first verb lowers, and none is of getting something."""
    verb = next((word for word in reading.words if word.has(_MOVES)), None)
    return verb is not None and verb.has(_LOWERS)


def _is_gathered_for(match: Match, reading: Reading) -> bool:
    """'Собрать на вебинар 340 участников': whether a preposition and a case say for what people are gathered."""
    at = reading.word_at(match.first) or 0
    if not (reading.declines and at and "in" in reading.words[at - 1]):
        return False
    cases = reading.lexicon.cases(reading.tokens[match.first].text)
    registered = any(m.id == "event_registrations" for m in reading.metrics)
    return registered and "accs" in cases and "loct" not in cases


def is_in_name(match: Match, reading: Reading) -> bool:
    """'У відділенні «Нової пошти»': whether a channel word is one word of a name in quotation marks."""
    names = _NAME.finditer(reading.text, reading.tokens[0].start)
    name = next((m for m in names if m.start() < match.start and match.end < m.end()), None)
    if name is None or (match.id in _NAMED and name.end() - 1 == match.end):
        return False  # 'оголошення у «Волинській газеті»'
    return (name.start() + 1, name.end() - 1) != (match.start, match.end)


def is_led(match: Match, reading: Reading) -> bool:
    """Whether a channel begins with its own preposition: '500 gift cards in-store', '20 теноров по совету друзей'."""
    classes = reading.forms[match.first].values
    led = match.last - match.first > 1 and ("from" in classes or "span_to" in classes)
    return led or "in" in classes or "aside" in classes or "agent" in classes


def lets_in(at: int, reading: Reading) -> bool:
    """'650 tickets to the gala': whether a preposition stands between what is counted and what it lets people into."""
    words = reading.words
    return at > 0 and "to" in words[at] and "in" not in words[at] and words[at - 1].has(THINGS)


def only_tells_why(at: int, reading: Reading) -> bool:
    """'Сайт переїжджає, тож продажі через маркетплейси …': whether the clause that it opens says why, and no number.

    Not where the goal takes it up: 'сайт готовий, тож отримаємо з нього 40 заявок'.
    """
    words = reading.words
    why = purposes.before_therefore(reading) if at == 0 else 0
    if why == 0 or any("number" in word for word in words[:why]):
        return False
    return not any("pronoun" in word for word in words[why:])
