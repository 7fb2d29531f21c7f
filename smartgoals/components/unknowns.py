"""Things that hold a metric's word and that the ontology does not know: what names them, what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from smartgoals.components.sources import CURRENCIES
from smartgoals.lexicon.lexicon import Form, Lexicon
from smartgoals.lexicon.trie import Node, longer
from smartgoals.reading import Match, Reading
from smartgoals.text.lexer import Token

Payload = tuple[str, str | None]
Steps = tuple[list[tuple[str, ...]], list[bool]]  # the keys of each token, and whether it may be passed over

_MOST_QUALIFYING = 6  # words and hyphens between 'of' and its noun: 'the regional bottled-water | market'
_UNKNOWN = ("metric", None)  # the kind and id of one


def beyond(reading: Reading, first: int, steps: Steps, over: list[bool], lexicon: Lexicon) -> list[Match]:
    """The terms from a token on that unknown words stand in; `over` keeps, once asked for, what names may pass over."""
    (keys, skippable), nodes = steps, reading.forms[first].entity_nodes
    if lexicon.noun_adjuncts:
        return modified(reading, first, nodes, steps)
    if skippable[first + 1] or not is_adjective(reading, first + 1, lexicon):
        return []
    over[:] = over or over_adjectives(reading, lexicon, skippable)
    return of(reading, first, longer(nodes, first, keys, over))


def over_adjectives(reading: Reading, lexicon: Lexicon, skippable: list[bool]) -> list[bool]:
    """What the name of one may pass over: adjectives too, where cases show them ('відвідувачі районного музею')."""
    return [passed or is_adjective(reading, i, lexicon) for i, passed in enumerate(skippable)]


def modified(reading: Reading, first: int, nodes: Iterable[Node[Payload]], steps: Steps) -> list[Match]:
    """The terms from a token on with unknown words behind their 'of': 'share of the bottled-water | market'.

    Only where nouns qualify nouns: the head of what depends on 'of' is its last word.
    """
    (keys, skippable), forms, tokens = steps, reading.forms, reading.tokens
    if first + 2 >= len(tokens) or "of" not in forms[first + 1].values:
        return []
    over, at = list(skippable), first + 2
    while at < len(tokens) and (skippable[at] or _is_unknown(forms[at], tokens[at]) or _is_joined(tokens, at)):
        over[at] = True
        at += 1
    if over == skippable:
        return []
    start = tokens[first].start
    found = longer(nodes, first, keys, over, _MOST_QUALIFYING)
    return [Match(*value, first, behind, start, tokens[behind - 1].end) for behind, values in found for value in values]


def _is_unknown(form: Form, token: Token) -> bool:
    return token.kind == "word" and not (form.values or form.entities)


def _is_joined(tokens: list[Token], at: int) -> bool:
    """Whether a hyphen joins a word to one beside it: each of 'bottled-water'."""
    before, behind = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    return (tokens[at].glued and before.is_hyphen) or (behind is not None and behind.is_hyphen and behind.glued)


def is_adjective(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Whether a token is an adjective of which the vocabulary knows nothing, where cases show."""
    form, token = reading.forms[at], reading.tokens[at]
    if not lexicon.has_cases or token.kind != "word" or form.values or form.entities:
        return False
    return lexicon.is_adjective(token.text)


def of(reading: Reading, first: int, terms: list[tuple[int, tuple[tuple[str, str | None], ...]]]) -> list[Match]:
    """The matches of those terms from a token on that stand for such things."""
    start, tokens = reading.tokens[first].start, reading.tokens
    ends = [behind for behind, values in terms if _UNKNOWN in values]
    return [Match(*_UNKNOWN, first, behind, start, tokens[behind - 1].end) for behind in ends]


def without_qualified(matches: list[Match], reading: Reading) -> list[Match]:
    """The terms but for those that begin within an unknown thing: 'пропущених | дзвінків | у підтримку'.

    What is before them must say something: not the 'average' of 'average waiting time on the phone'.
    """
    unknown = [m for m in matches if m.kind == "metric" and m.id is None]
    if not unknown:
        return matches
    return [m for m in matches if not any(_qualifies(u, m, reading) for u in unknown)]


def _qualifies(unknown: Match, match: Match, reading: Reading) -> bool:
    inside = unknown.first < match.first < unknown.last < match.last
    return inside and not all(form.filler for form in reading.forms[unknown.first : match.first])


def without_adjuncts(matches: list[Match], reading: Reading, lexicon: Lexicon) -> list[Match]:
    """The terms but for metrics that only qualify an unknown thing: '60 webinar | guests', 'contract | disputes'.

    These are a noun in the singular right before an unknown plural, which is the head of the whole.
    """
    return [m for m in matches if m.kind != "metric" or m.id is None or not _is_adjunct(m, reading, lexicon)]


def _is_adjunct(match: Match, reading: Reading, lexicon: Lexicon) -> bool:
    at, tokens, forms, endings = match.last, reading.tokens, reading.forms, lexicon.endings
    if at >= len(tokens) or tokens[at].kind != "word" or not endings.is_plural(tokens[at].text):
        return False
    form, own = forms[at], tokens[at - 1].text
    if form.values or form.entities or form.filler or form.grammar_next:
        return False
    if any(beside.kind == "measure" and beside.first == at for beside in reading.beside):
        return False  # 'refund requests' are refunds
    if tokens[at].start != tokens[at - 1].end + 1 or any(forms[i].values for i in range(match.first, at)):
        return False  # 'sales of gift baskets'
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and (behind.kind == "number" or behind.text in CURRENCIES):
        return False  # 'revenue equals £1m'
    return not any(lemma != own for lemma in lexicon.lemmas(own))
