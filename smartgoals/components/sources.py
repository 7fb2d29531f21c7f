"""Which channel words stand where a source stands: behind 'via', in the instrumental, beside one that does."""

from __future__ import annotations

from collections.abc import Collection

from smartgoals.grammar.sources.channels import OWN_PLACES
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import AROUND_NUMBER, PREPOSITIONS
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.lexicon.trie import longer
from smartgoals.reading import Match, Reading

_MOST_OF_TOPIC = 3  # unknown words between a topic's preposition and a channel word
_MOST_OF_SOURCE = 3  # unknown words between a source's preposition and its noun: 'via the parish church newsletter'
_MOST_OF_FIRM = 6  # tokens of what a shop that heads a goal is called by
_SOURCES = {"aside", "from", "agent", "use"}  # classes of words that make what follows a channel
_SOURCES_OR_IN = {*_SOURCES, "in"}
CURRENCIES = frozenset("$€£₴₽")
_BEFORE_INFINITIVE = frozenset(("to", "auxiliary"))
_QUANTIFIERS = frozenset(("quantifier",))
_QUALIFIERS: frozenset[str] = _QUANTIFIERS | {"bare", "title"}
_DATING = frozenset((
    "by", "before", "until", "in", "within", "this", "next", "unit", "month", "season", "holiday", "weekday",
    "nth_unit", "period_end", "end_of", "mid", "start_of", "the", "of", "fiscal", "day_offset", "ordinal_suffix",
))  # fmt: skip
_WHEN = frozenset(("season", "month", "holiday"))
_SIGNS, _JOINTS = frozenset(":=—–-→"), frozenset(",;|/•")
_BEHIND_NUMBER = frozenset(("and", "by", "until", "before", "in", "per"))
_DETERMINERS = frozenset(("the", "a", "cardinal", "multiplier", "joiner"))


class Sources:
    """Questions about the tokens around a channel word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._paid = frozenset(lexicon.ontology.paid.values())

    def drop(self, reading: Reading, found: list[Match]) -> None:
        """Take out the metrics whose words are a channel here: 'via webinars', 'från nyhetsbrevet och mässor'."""
        channels = sorted((m for m in found if m.kind in ("channel", "platform", "paid")), key=lambda m: m.first)
        sources: set[int] = set()  # indices behind the sources found so far
        for channel in channels:
            if _is_bracketed(reading, channel, found):
                found[:] = [m for m in found if m is channel or m.first != channel.first or m.last != channel.last]
                continue
            means = self._is_means(reading, channel)
            if means or self._is_source(reading, channel.first, sources) or _breaks_down(reading, channel, found):
                touching = (m.last for m in reading.marks if m.kind == "paid_word" and m.first == channel.last)
                last = max(touching, default=channel.last)
                while last < len(reading.tokens) and reading.tokens[last].glued and reading.tokens[last].text != ",":
                    last += 1  # 'Facebook-gruppen och …'
                sources.add(last)
                if channel.kind == "channel":
                    first, behind = channel.first, channel.last
                    found[:] = [m for m in found if m.kind != "metric" or m.first != first or m.last > behind]

    def _is_means(self, reading: Reading, channel: Match) -> bool:
        """Whether a channel is in the instrumental and no preposition governs it: 'рекламою', not 'з дилерами'."""
        if not reading.is_instrumental(channel):
            return False
        at = channel.first - 1
        while at >= 0 and _is_numeral(reading, at):
            at -= 1
        return "company" not in classes_of(at, reading)

    def _is_source(self, reading: Reading, first: int, sources: set[int]) -> bool:
        """Whether a preposition, or another source and a conjunction, stands before a token."""
        at, counted = _ahead(reading, first), False
        while at >= 0 and (reading.forms[at].filler or _is_numeral(reading, at) or _is_dated(at, reading)):
            counted = counted or _is_numeral(reading, at)
            at -= 1
        while at > 1 and not counted and self._are_adjectives(reading, at):
            at -= 1  # 'на городском педагогическом форуме'
        if at > 0 and self._is_unknown(reading, at) and not counted:
            named = "and" in classes_of(at - 1, reading) and self._is_source_named(reading, at - 2)
            placed = not named and self._is_placed_at(reading, at - 1, first)
            if at in sources or at - 1 in sources or named or placed:
                at -= 1  # 'via Facebook and the club's newsletter'
            else:
                at = self._opening(reading, at)
            while placed and "the" in reading.forms[at].values:
                at -= 1
        classes = self._classes_ending(at, reading)
        if counted and "about" in classes:
            return False  # 'publish about 25 articles'
        if "for_whom" in classes or not VERB_CLASSES.isdisjoint(classes) or ("of" in classes and "from" not in classes):
            return False  # 'for partners'; 'take part in'; 'publishing of articles'
        if "and" in classes or "comma" in classes:
            if counted and not _is_counted_before(reading, at):
                return False  # '3 posts on LinkedIn and 2 webinars'
            return at in sources or self._is_source_named(reading, at - 1, sources)
        if counted and "to" in classes and at > 0 and _is_numeral(reading, at - 1):
            return False  # '8 to 10 resellers'
        if "in" in classes:
            if counted:
                return self._is_result_ahead(reading, at, first)
            return not any(n.startswith("noun_") for n in self._classes_ending(at - 1, reading))
        return not _SOURCES.isdisjoint(classes) or ("range_from" in classes and not counted)

    def _are_adjectives(self, reading: Reading, at: int) -> bool:
        """Whether a token and the one before it may both be unknown adjectives, where cases show."""
        return self._lexicon.has_cases and all(
            self._is_unknown(reading, i) and self._lexicon.is_adjective(reading.tokens[i].text) for i in (at, at - 1)
        )

    def _opening(self, reading: Reading, at: int) -> int:
        """The preposition before the unknown words that end at a token; the token itself if there is none."""
        unknown, first = 0, at
        while first > 0:
            if not _SOURCES.isdisjoint(classes_of(first, reading)):
                break
            if self._is_unknown(reading, first):
                unknown += 1
            elif reading.tokens[first].kind != "number" and _DETERMINERS.isdisjoint(classes_of(first, reading)):
                break
            first -= 1
        classes = self._classes_ending(first, reading)
        return at if unknown > _MOST_OF_SOURCE or "in" in classes or _SOURCES.isdisjoint(classes) else first

    def _is_placed_at(self, reading: Reading, at: int, first: int) -> bool:
        """Whether a token says that what is behind it is where, not where to: 'at the Leeds trade show'."""
        cases = self._lexicon.cases(reading.tokens[first].text)
        if "accs" in cases and "loct" not in cases:
            return False  # 'реєстрації на весняний вебінар'
        while at > 0 and "the" in reading.forms[at].values:
            at -= 1
        return "in" in self._classes_ending(at, reading)

    def _is_source_named(self, reading: Reading, at: int, sources: Collection[int] = ()) -> bool:
        """Whether a token ends the unknown name of a source: 'на Книжковому арсеналі (та інших ярмарках)'.

        So does one in a list of sources: 'через SEO, рекламу та дзвінки'.
        """
        last = at
        while at >= 0 and self._is_unknown(reading, at):
            at -= 1
        classes = self._classes_ending(at, reading) if at < last else set()
        if "comma" in classes and at in sources:
            return True
        return not classes.isdisjoint(_SOURCES_OR_IN) and classes.isdisjoint(("for_whom", "of"))

    @staticmethod
    def _is_result_ahead(reading: Reading, at: int, first: int) -> bool:
        """'150 leads på tre mässor': whether results, with a number of their own, stand right before a preposition.

        Their number may be a change behind what is counted: 'grow leads at three trade shows by 20 %'.
        """
        metrics = reading.ontology.metrics
        ids = [name for kind, name in reading.forms[at - 1].entities if kind == "metric"] if at > 0 else []
        results = any(name in metrics and metrics[name].kind == "outcome" for name in ids if name)
        ahead = range(max(at - 4, 0), at - 1)
        return results and (
            any(_is_numeral(reading, i) for i in ahead)
            or any("percent" in form.values for form in reading.forms[first:])
        )

    @staticmethod
    def _is_unknown(reading: Reading, at: int) -> bool:
        """Whether a token is a word of which the vocabulary knows nothing, but what a team may be called by.

        'From the tax webinar'.
        """
        form, qualifies = reading.forms[at], _QUALIFIERS if reading.lexicon.noun_adjuncts else _QUANTIFIERS
        known = [kind for kind, _ in form.entities if kind not in qualifies]
        return reading.tokens[at].kind == "word" and not form.values and not known

    def is_none(self, reading: Reading, match: Match) -> bool:
        """Whether a channel word is whom the goal is for, or the first part of an unknown word ('онлайн-школа')."""
        tokens = reading.tokens
        at = _ahead(reading, match.first)
        while at >= 0 and reading.forms[at].filler and "topic" not in reading.forms[at].values:
            at -= 1
        classes = self._classes_ending(at, reading)
        world = self._lexicon.ontology
        spent = any(m.last == at and (m.id in world.rates or m.id in world.shown) for m in reading.metrics)
        if ("for_whom" in classes and not spent) or "without" in classes or self._is_topic(at, classes, reading):
            return True
        if match.id == "in_store" and match.kind == "channel" and _names_firm(match, reading):
            return True
        if match.kind == "channel" and _owns_channel(match, reading):
            return True
        if match.id in self._lexicon.ontology.buyers:
            if "to" in classes and classes.isdisjoint(("in", "from")):
                return True  # 'sell to shops'
            placed = not _SOURCES_OR_IN.isdisjoint(classes_of(match.first, reading))  # '40 online and 30 | in the shop'
            if at >= 0 and tokens[at].kind == "number" and not (placed or self._is_led(at, reading)):
                return True  # 'recruit 15 influencers'
        behind = next((m for m in reading.metrics if self._behind(match, m, reading)), None)
        if behind is not None and behind.first > match.last and self._is_inflected(match, reading):
            return False  # 'от партнёров-дизайнеров'
        where = match.id not in OWN_PLACES or "in" in reading.forms[match.first].values  # 'in-store sales'
        if behind is not None and behind.id in self._lexicon.ontology.sourced and where:
            return False  # 'SEO leads', 'marketplace revenue'
        if match.id not in self._paid and behind is not None:
            # 'завдяки радіо і газетам упізнаваність …'
            listed = "and" in classes and self._is_inflected(match, reading)
            return classes.isdisjoint(_SOURCES_OR_IN) and not listed  # 'the app's load time'
        if match.last + 1 >= len(tokens):
            return False
        dash, following = tokens[match.last], tokens[match.last + 1]
        if match.last - match.first > 1 and tokens[match.last - 2].text != "-":
            return False  # 'radioreklam i P4-området'
        joined = dash.is_hyphen and following.glued and following.kind == "word"
        if joined and self._is_inflected(match, reading):
            return False  # 'через блогерів-мам'
        return joined and not any(m.first == match.last + 1 for m in (*reading.metrics, *reading.marks))

    def _is_led(self, at: int, reading: Reading) -> bool:
        """Whether a preposition stands before a number: 'from our 3 trade shows'."""
        at -= 1
        while at >= 0 and reading.forms[at].filler:
            at -= 1
        return not self._classes_ending(at, reading).isdisjoint(PREPOSITIONS)

    def _is_inflected(self, match: Match, reading: Reading) -> bool:
        """Whether a noun's form shows that it is the head of a word with a hyphen, not its first part."""
        cases = self._lexicon.cases(reading.tokens[match.last - 1].text)
        return bool(cases) and "nomn" not in cases

    def _is_topic(self, at: int, classes: set[str], reading: Reading) -> bool:
        """Whether what stands behind a token is spoken of: 'про історію радіо'."""
        for _ in range(_MOST_OF_TOPIC):
            if at <= 0 or not self._is_unknown(reading, at):
                break
            at -= 1
            classes = self._classes_ending(at, reading)
        return "topic" in classes

    @staticmethod
    def _behind(match: Match, metric: Match, reading: Reading) -> bool:
        """Whether a metric stands right behind a channel: 'SEO leads', 'SEO-leads'."""
        between = reading.tokens[match.last : metric.first]
        return metric.first >= match.last and all(token.is_hyphen for token in between)

    def _classes_ending(self, at: int, reading: Reading) -> set[str]:
        """The grammar classes of the longest term whose last word is a token: 'med hjälp av', not 'av'."""
        if at < 0:
            return set()
        forms = reading.forms
        classes = set(forms[at].values)
        for first in range(max(at - 3, 0), at):
            if forms[first].grammar_next.isdisjoint(forms[first + 1].keys):
                continue
            keys = [form.keys for form in forms[first : at + 1]]
            for length, values in longer(forms[first].grammar_nodes, 0, keys, [False] * len(keys)):
                if length == len(keys):
                    return {name for name, _ in values}
        return classes


def _names_firm(match: Match, reading: Reading) -> bool:
    """'Магазин товаров для рукоделия: 150 продаж': whether a shop that opens a goal is whose goal it is."""
    tokens, behind = reading.tokens, match.last
    colon = next((i for i in range(behind, min(behind + _MOST_OF_FIRM, len(tokens))) if tokens[i].text == ":"), 0)
    opens = all(form.filler for form in reading.forms[: match.first])  # 'Моя крамничка шапок на Etsy: …'
    return opens and colon > behind and tokens[behind].kind == "word"


def classes_of(at: int, reading: Reading) -> Collection[str]:
    """The grammar classes of a token by itself."""
    return reading.forms[at].values.keys() if 0 <= at < len(reading.forms) else ()


def _is_numeral(reading: Reading, at: int) -> bool:
    """Whether a token is a number, in digits or as a word; 'one' may be an article."""
    return reading.tokens[at].kind == "number" or reading.forms[at].values.get("cardinal", 0) > 1


def _breaks_down(reading: Reading, channel: Match, found: list[Match]) -> bool:
    """'Orders: newsletter 40, Facebook 12': whether a word before a number says, as does another channel beside it,
    what a part of the metric before them comes from."""
    if not (end := _behind_number(reading, channel)):
        return False
    if not any(m.kind == "metric" and m.first not in reading.doubles and m.last <= channel.first for m in found):
        return False
    others = (m for m in found if m.kind in ("channel", "platform") and m.first != channel.first)
    return any(
        (behind := _behind_number(reading, other))
        and (_are_joined(reading, behind, channel.first) or _are_joined(reading, end, other.first))
        for other in others
    )


def _is_bracketed(reading: Reading, channel: Match, found: list[Match]) -> bool:
    """'Leads (trade shows): 40', 'Лиды (выставки) — 200': whether a word in brackets says what a result comes from."""
    tokens, sourced = reading.tokens, reading.ontology.sourced
    if channel.last >= len(tokens) or tokens[channel.last].text != ")" or tokens[channel.first - 1].text != "(":
        return False
    return any(m.kind == "metric" and m.last == channel.first - 1 and m.id in sourced for m in found)


def _behind_number(reading: Reading, match: Match) -> int:
    """Where a number ends that stands right behind a term and counts nothing; 0 if there is none."""
    at, tokens = match.last, reading.tokens
    first = at + 1 if at < len(tokens) and tokens[at].text in _SIGNS else at
    end = first
    while end < len(tokens) and _is_numeral(reading, end):
        end += 1
    alone = end >= len(tokens) or tokens[end].kind != "word" or not _BEHIND_NUMBER.isdisjoint(classes_of(end, reading))
    return end if end > first and alone else 0


def _are_joined(reading: Reading, first: int, last: int) -> bool:
    """Whether some tokens are but a comma or the like, or 'and'."""
    between = range(first, last)
    return bool(between) and all(reading.tokens[i].text in _JOINTS or "and" in classes_of(i, reading) for i in between)


def _is_counted_before(reading: Reading, at: int) -> bool:
    """'Via 2 webinars and …': whether a number stands right before the noun that ends at a token, or its adjective."""
    if at < 2 or _is_numeral(reading, at - 2):
        return at >= 2
    return at > 2 and _is_numeral(reading, at - 3) and _SOURCES_OR_IN.isdisjoint(classes_of(at - 2, reading))


def _is_dated(at: int, reading: Reading) -> bool:
    """Whether a word only says when what stands behind it is: 'from the spring open day'."""
    return not _WHEN.isdisjoint(classes_of(at, reading)) and reading.tokens[at].kind == "word"


def opens_behind_date(at: int, reading: Reading) -> bool:
    """'In Q2 reach 10k followers': whether a word, not inflected, stands between a date that opens and a number."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if at == 0 or (lexicon.is_inflected(tokens[at].text)):
        return False
    ahead = (_DATING.isdisjoint(classes_of(i, reading)) for i in range(at) if tokens[i].kind != "number")
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or any(ahead):
        return False
    return (
        behind.kind == "number"
        or behind.text in CURRENCIES
        or not AROUND_NUMBER.isdisjoint(classes_of(at + 1, reading))
    )


def _ahead(reading: Reading, first: int) -> int:
    """The index of the token before a term, or before the compound that the term is the last part of."""
    tokens = reading.tokens
    part = first > 0 and tokens[first - 1].kind == tokens[first].kind == "word"
    return first - 2 if part and tokens[first - 1].end == tokens[first].start else first - 1


def begins_verb(reading: Reading, at: int) -> bool:
    """'Rent out 36 flats', 'all that we have to deal with': whether a word begins a verb of several.

    It opens the goal, with a number of things behind it, or stands where an infinitive does.
    """
    form, tokens = reading.forms[at], reading.tokens
    if not form.grammar_next or len(tokens) < at + 3 or form.grammar_next.isdisjoint(reading.forms[at + 1].keys):
        return False
    if at and _BEFORE_INFINITIVE.isdisjoint(classes_of(at - 1, reading)):
        return False
    terms = [(i, found) for i, found in longer(form.grammar_nodes, at, *reading.steps()) if i < len(tokens)]
    counting = (found for i, found in terms if at or tokens[i].kind == "number")
    return any(value[0] in VERB_CLASSES for found in counting for value in found)


def _owns_channel(match: Match, reading: Reading) -> bool:
    """Sv 'via butikens nyhetsbrev', 'på poddens Instagram': whether a channel is only whose the next one is."""
    persons, last = reading.lexicon.persons, match.last
    if not persons.genitives or last >= len(reading.forms) or last - match.first > 2:
        return False
    owned = any(kind in ("channel", "platform") for kind, _ in reading.forms[last].entities)
    text = reading.tokens[last - 1].text
    endings = tuple(ending + genitive for ending in reading.lexicon.definite for genitive in persons.genitives)
    return owned and text.endswith(endings)
