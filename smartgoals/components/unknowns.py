"""Things that hold a metric's word and that the ontology does not know: what names them, what they hold."""

from __future__ import annotations

from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Match, Reading

_UNKNOWN = ("metric", None)  # the kind and id of one


def over_adjectives(reading: Reading, lexicon: Lexicon, skippable: list[bool]) -> list[bool]:
    """What the name of one may pass over: adjectives too, where cases show them ('відвідувачі районного музею')."""
    return [passed or is_adjective(reading, i, lexicon) for i, passed in enumerate(skippable)]


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
    form, head, own = forms[at], tokens[at].text, tokens[at - 1].text
    if form.values or form.entities or form.filler or form.grammar_next or head in endings.counting:
        return False
    if tokens[at].start != tokens[at - 1].end + 1 or any(forms[i].values for i in range(match.first, at)):
        return False  # 'sales of gift baskets'
    return not any(lemma != own for lemma in lexicon.lemmas(own))
