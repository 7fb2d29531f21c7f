"""Metrics that only say of what something else is, in languages whose cases show it: 'доля заявок', 'WAU абонентов'."""

from __future__ import annotations

from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Match, Reading

_MOST_BETWEEN = 3  # words between a head and what depends on it: 'WAU личного кабинета абонентов'
_DIRECT = frozenset(("nomn", "accs"))
_NUMERALS = frozenset(("cardinal", "multiplier", "fraction", "half"))
_COVERS = "reach"  # uk 'охоплення', ru 'охват': of those told of something, and of those cared for
_MOST_OF_PART = 5  # tokens between a share and what it is of: 'доля премиум-линейки в обороте'
_POSTS = "headcount"
_OF_COVER = frozenset(("gent", "ablt"))
_OWNERS = ("new_customers", "active_users", "partnerships", "headcount")  # who may have what is counted
_FROM = frozenset(("range_from",))  # before whom something is from: 'жалоб от потребителей'


class Dependents:
    """Finds the heads that metrics depend on."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        world = lexicon.ontology
        # what is counted one by one: a share of it is another metric, of no known name
        rates = {*world.shares, *(world.levels - world.stocks)}
        self._counted = {id for id, m in world.metrics.items() if m.better != "down" and id not in rates}

    def __call__(self, reading: Reading, metrics: list[Match]) -> list[Match]:
        """The metrics without those that depend on another; those that an unknown noun heads under its name."""
        kept: list[Match] = []
        for match in metrics:
            if kept and (self._depends(reading, kept[-1].last, match) or _is_unit(reading, kept[-1], match)):
                continue
            if kept and match.id == kept[-1].id == _POSTS and self._is_joined(reading, kept[-1], match):
                continue
            if self._is_agent(reading, match):
                continue
            if (whole := self._whole(reading, match)) is not None:
                if kept and kept[-1].first == whole and kept[-1].id is not None:
                    continue  # 'доля рекламных расходов в выручке'
                while kept and kept[-1].first >= whole:
                    kept.pop()
                kept.append(Match("metric", None, whole, match.last, reading.tokens[whole].start, match.end))
                continue
            if match.id == _COVERS and (behind := self._behind_cover(reading, match.last)) > match.last:
                match = Match("metric", None, match.first, behind, match.start, reading.tokens[behind - 1].end)
            head = self._head(reading, match)
            if head is not None and (not kept or kept[-1].last <= head):
                start = reading.tokens[head].start
                match = Match("metric", None, head, match.last, start, match.end)
            kept.append(match)
        return kept

    def _depends(self, reading: Reading, behind: int, match: Match) -> bool:
        """Whether only genitives stand between the end of a metric and another: 'текучесть линейного персонала'."""
        if not 0 <= match.first - behind <= _MOST_BETWEEN:
            return False
        from_whom = match.first > behind and not _FROM.isdisjoint(reading.forms[behind].values)
        return all(self._is_genitive(reading, i) for i in range(behind + from_whom, match.first + 1))

    def _is_joined(self, reading: Reading, head: Match, match: Match) -> bool:
        """'Вакансий токарей и фрезеровщиков': whether a genitive follows another that says which posts those are."""
        between = range(head.last, match.first)
        links = [reading.tokens[i].text == "," or "and" in reading.forms[i].values for i in between]
        owned = head.last - head.first > 1 or not all(links)
        return (
            owned
            and any(links[-1:])
            and all(link or self._is_genitive(reading, i) for i, link in zip(between, links, strict=True))
        )

    def _is_genitive(self, reading: Reading, at: int) -> bool:
        token, form = reading.tokens[at], reading.forms[at]
        if token.kind != "word" or (form.values and not form.entities):
            return False
        return not token.text.isascii() and "gent" in self._lexicon.cases(token.text)

    def _is_agent(self, reading: Reading, match: Match) -> bool:
        """'Ошибок, найденных клиентами': whether an instrumental right behind a participle says who did that."""
        if match.first == 0 or match.last - match.first > 1:
            return False
        tokens, lexicon, at = reading.tokens, self._lexicon, match.first - 1
        did = "participle" in lexicon.nonfinite(tokens[at].text)
        did = did or (at > 0 and tokens[at - 1].text == "," and lexicon.is_adjective(tokens[at].text))
        return did and lexicon.cases(tokens[match.first].text) == {"ablt"}

    def _whole(self, reading: Reading, match: Match) -> int | None:
        """The token of a share of what a metric is made up of: 'доля десертов в выручке', not '… в продажу'."""
        tokens, lexicon = reading.tokens, self._lexicon
        cases = lexicon.cases(tokens[match.last - 1].text)
        if "loct" not in cases or "accs" in cases or match.id is None:
            return None
        at = match.first - 1
        while at >= 0 and self._qualifies(reading, at):
            at -= 1
        if at < 1 or "in" not in reading.forms[at].values:
            return None
        for i in range(at - 1, max(at - 1 - _MOST_OF_PART, -1), -1):
            share = next((m for m in reading.marks if m.kind == "share" and m.last == i + 1), None)
            if share is not None:
                return share.first if i < at - 1 else None
            joined = tokens[i].text.isascii() or tokens[i + 1].text.isascii()  # 'премиум-линейки'
            if tokens[i].kind == "word" and not (joined or "gent" in lexicon.cases(tokens[i].text)):
                return None
        return None

    def _behind_cover(self, reading: Reading, first: int) -> int:
        """The token behind whom and with what something covers: 'охват персонала прививками'; else `first`.

        What tells of something reaches people: 'охват постами'.
        """
        at, lexicon = first, self._lexicon
        while at < len(reading.tokens) and at - first <= _MOST_BETWEEN:
            form, token = reading.forms[at], reading.tokens[at]
            cases = lexicon.cases(token.text)
            if token.kind != "word" or form.values or cases.isdisjoint(_OF_COVER):
                return first
            if "gent" not in cases and not lexicon.is_adjective(token.text):
                return first if form.entities or form.entity_next else at + 1
            at += 1
        return first

    def _head(self, reading: Reading, match: Match) -> int | None:
        """The token of a share, or of an abstract noun that the vocabulary does not know, that a metric depends on."""
        if not self._is_genitive(reading, match.first):
            return None
        at = match.first - 1
        while at >= 0 and match.first - at <= _MOST_BETWEEN and self._qualifies(reading, at):
            at -= 1
        owned = match.id in _OWNERS and at >= 0 and self._is_counted(reading, at)
        if at < 0 or owned or (at > 0 and self._is_numeral(reading, at - 1)):
            return at if owned else None  # 'сто процентов заказов'
        share = next((m for m in reading.marks if m.kind == "share" and m.last == at + 1), None)
        if share is not None:
            return share.first if match.id in self._counted else None
        return at if self._is_abstract(reading, at) else self._measure(reading, match)

    def _is_counted(self, reading: Reading, at: int) -> bool:
        """Whether a token is an unknown noun that a numeral or a quantifier counts: 'число сайтов', '40 сайтов'."""
        form, token = reading.forms[at], reading.tokens[at]
        known = any(kind != "channel" for kind, _ in form.entities)  # '40 сайтов клиентов'
        if token.kind != "word" or form.values or known or not self._is_genitive(reading, at):
            return False
        if self._lexicon.is_adjective(token.text):
            return False
        at, tokens = at - 1, reading.tokens
        while at >= 0 and self._lexicon.is_adjective(tokens[at].text) and not self._ends_quantifier(reading, at):
            at -= 1  # 'число рекламных кабинетов клиентов'
        return at >= 0 and (self._is_numeral(reading, at) or self._ends_quantifier(reading, at))

    @staticmethod
    def _ends_quantifier(reading: Reading, at: int) -> bool:
        return any(m.kind == "quantifier" and m.last == at + 1 for m in reading.marks)

    def _measure(self, reading: Reading, match: Match) -> int | None:
        """The token of what is measured, before genitives that end in a metric: 'время обработки возвратов'."""
        at = match.first - 1
        while at >= 0 and match.first - at <= _MOST_BETWEEN:
            cases = self._lexicon.cases(reading.tokens[at].text)
            if any(m.kind == "measure" and m.first == at for m in reading.marks):
                return at if not cases.isdisjoint(_DIRECT) else None  # not 'к этому времени продаж'
            if reading.tokens[at].kind != "word" or "gent" not in cases:
                return None
            at -= 1
        return None

    @staticmethod
    def _is_numeral(reading: Reading, at: int) -> bool:
        return reading.tokens[at].kind == "number" or not _NUMERALS.isdisjoint(reading.forms[at].values)

    def _qualifies(self, reading: Reading, at: int) -> bool:
        """Whether a token may be an adjective between a head and what depends on it."""
        form, token = reading.forms[at], reading.tokens[at]
        plain = token.kind == "word" and not form.values and not form.entities
        return form.filler or (plain and self._lexicon.is_adjective(token.text))

    def _is_abstract(self, reading: Reading, at: int) -> bool:
        form, token = reading.forms[at], reading.tokens[at]
        if token.kind != "word" or form.values or form.entities or not token.text.endswith(self._lexicon.abstract):
            return False
        return "noun" in self._lexicon.verb_forms(token.text)


def _is_unit(reading: Reading, before: Match, match: Match) -> bool:
    """Whether a metric only says in what the number of the one before it is: 'рейтинг 5 зірок у Google'."""
    units = reading.forms[match.first].values
    numbered = match.first > 0 and reading.tokens[match.first - 1].kind == "number"
    return numbered and before.id == match.id and "rating_unit" in units
