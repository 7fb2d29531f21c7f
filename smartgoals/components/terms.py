"""Find the vocabulary's terms: metrics, channels, platforms, owners, vague wording."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from smartgoals.grammar.channels import OWN_PLACES
from smartgoals.grammar.direction import VERB_CLASSES
from smartgoals.lexicon.cutter import Cutter
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Match, Reading
from smartgoals.text.lexer import Token

_MARKS = frozenset(("quantifier", "label", "title", "given_name", "possessor", "paid_word", "bare"))
_PLACES = frozenset(("channel", "platform", "paid"))
_RANK = {"metric": 0, "channel": 1, "paid": 1, "team": 2, "vague": 3}
_NUMERALS = frozenset(("cardinal", "multiplier", "half"))
_OF_PLATFORMS = frozenset(("outbound", "referral", "content"))  # behind a platform its own: 'LinkedIn articles'
_PREPOSITIONS = frozenset(("aside", "from", "in", "of", "agent"))
_MOST_OF_TOPIC = 3  # unknown words between a topic's preposition and a channel word
_SOURCES = {"aside", "from", "agent"}  # classes of prepositions that make what follows a channel


class TermReader:
    """Tokens of the text and the terms on them; where terms overlap the longest wins."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cut = Cutter(lexicon)
        self._paid = frozenset(lexicon.ontology.paid.values())

    def __call__(self, reading: Reading) -> None:
        reading.lexicon = self._lexicon
        tokens, forms = reading.tokens, reading.forms = self._cut(reading.text)
        keys = [form.keys for form in forms]
        skippable = [
            form.filler or (token.text == "-" and token.glued) for form, token in zip(forms, tokens, strict=True)
        ]
        found = self._entities(reading, keys, skippable)
        kinds = {match.kind for match in found}
        reading.marks = [m for m in found if m.kind in _MARKS] if kinds & _MARKS else []
        platforms: list[Match] = []
        if kinds & _PLACES:
            reading.doubles = {m.first: m.id for m in found if m.kind == "channel" and m.id is not None}
            self._drop_sources(reading, found)
            platforms = _longest([m for m in found if m.kind == "platform" and not self._is_in_other(m, found)])
            found = [m for m in found if m.kind != "channel" or not any(m.overlaps(p) for p in platforms)]
        plain = _longest([m for m in found if m.kind in _RANK and not self._is_verb(reading, m)])
        spans: dict[int, list[tuple[str, int]]] = {m.first: [("{platform}", m.last)] for m in platforms}
        for match in plain:
            if match.kind == "metric":
                spans.setdefault(match.first, []).append(("{metric}", match.last))
        if spans and (more := self._patterns(reading, keys, skippable, spans, platforms)):
            plain = _longest(plain + more)
        plain = _whole_words([m for m in plain if not self._is_kept(reading, m, plain)], tokens)
        self._leave_percent(reading, plain)
        reading.metrics = [m for m in plain if m.kind == "metric"]
        reading.owners = [m for m in plain if m.kind == "team"]
        reading.vague = [m for m in plain if m.kind == "vague"]
        if platforms or any(m.kind in _PLACES for m in plain):
            self._channels(reading, plain, platforms)

    def _channels(self, reading: Reading, plain: list[Match], platforms: list[Match]) -> None:
        """The channels among the terms, those that are paid for marked."""
        beside = [*plain, *platforms]
        plain = [m for m in plain if not (m.kind == "channel" and self._is_spare(reading, m, beside))]
        paid = [m for m in plain if m.kind == "paid"]
        covered = {i for m in paid for i in range(m.first, m.last)}
        words = [m for m in reading.marks if m.kind == "paid_word"]
        for match in (*plain, *platforms):
            match.paid = match.kind == "paid" or any(_touch(match, m) for m in words)
        self._share_paid(reading, paid, platforms)
        plain += self._elliptic(reading, plain, words)
        reading.channels = sorted(
            [m for m in plain if m.kind == "channel" and not self._is_no_source(reading, m)]
            + paid
            + [m for m in platforms if m.first not in covered],
            key=lambda m: m.start,
        )

    def _elliptic(self, reading: Reading, plain: list[Match], words: list[Match]) -> list[Match]:
        """'Paid and organic search': what is paid for, of which the noun stands behind its neighbour."""
        paid = self._lexicon.ontology.paid
        return [
            Match("channel", paid[channel.id], word.first, word.last, word.start, word.end)
            for word in words
            for channel in plain
            if channel.kind == "channel"
            and channel.id in paid
            and channel.first == word.last + 1
            and "and" in self._classes(word.last, reading)
        ]

    def _entities(self, reading: Reading, keys: list[tuple[str, ...]], skippable: list[bool]) -> list[Match]:
        """Every term of the vocabulary in the text, also those that lie in one another."""
        tokens, found = reading.tokens, []
        last = len(tokens) - 1
        for i, form in enumerate(reading.forms):
            for kind, name in form.entities:
                found.append(Match(kind, name, i, i + 1, tokens[i].start, tokens[i].end))
            onwards = form.entity_next
            if onwards and i < last and (skippable[i + 1] or not onwards.isdisjoint(keys[i + 1])):
                for behind, values in self._lexicon.entities.matches(i, keys, skippable):
                    if behind > i + 1:
                        start, end = tokens[i].start, tokens[behind - 1].end
                        found.extend(Match(kind, name, i, behind, start, end) for kind, name in values)
        return found

    def _is_kept(self, reading: Reading, match: Match, plain: list[Match]) -> bool:
        """Whether a word for retention says that the level behind it is kept: 'утримання середнього чека'."""
        if match.kind != "metric" or match.last - match.first > 1:
            return False
        if "noun_maintain" not in reading.forms[match.first].values:
            return False
        return any(m.first == match.last and m.id in self._lexicon.ontology.levels for m in plain)

    def _is_verb(self, reading: Reading, match: Match) -> bool:
        """Whether a word that may be a metric or a verb stands where a verb stands ('Reach 10M', 'to order')."""
        if match.kind == "channel" and match.first == 0 and match.last == 1 < len(reading.tokens):
            return reading.tokens[1].kind == "number" and not VERB_CLASSES.isdisjoint(self._classes(0, reading))
        if match.kind != "metric" or match.last - match.first > 1:
            return False
        classes = self._classes(match.first, reading)
        if VERB_CLASSES.isdisjoint(classes):
            return False
        after = self._classes(match.last, reading)
        if "colon" in after or not VERB_CLASSES.isdisjoint(after) or "by_amount" in after or "to" in after:
            return False
        if all(token.kind in ("symbol", "number") for token in reading.tokens[: match.first]):
            return True
        before = self._classes(match.first - 1, reading)
        if "to" in before or "auxiliary" in before:
            return True
        follows_pause = "and" in before or "comma" in before or "colon" in before or "stop" in before
        return follows_pause and (match.last < len(reading.tokens) and reading.tokens[match.last].kind == "number")

    def _share_paid(self, reading: Reading, paid: list[Match], platforms: list[Match]) -> None:
        """'Ads on Facebook and Instagram': what is paid for on one platform is on those coordinated with it."""
        apart = [p for p in platforms if not any(p.overlaps(m) for m in paid)]
        matches = sorted((*paid, *apart), key=lambda m: m.first)
        for before, match in pairwise(matches):
            between = range(before.last, match.first)
            links = [self._classes(i, reading) for i in between]
            first = any(p.first == before.first for p in platforms if p is not before)
            ahead = before.kind == "paid" and not first  # the paid word stands before its platform
            ahead = ahead or any(
                m.kind == "paid_word" and m.last == before.first and not any(p.last == m.first for p in platforms)
                for m in reading.marks
            )
            if before.paid and ahead and links and all("and" in c or "comma" in c for c in links):
                match.paid = True

    def _is_spare(self, reading: Reading, match: Match, plain: list[Match]) -> bool:
        """Whether a channel only says what the one beside it is: 'newspaper ads', 'LinkedIn outreach'."""
        own = self._lexicon.ontology.platforms
        for platform in (m for m in plain if m.kind == "platform"):
            alike = match.id in _OF_PLATFORMS or match.id == own.get(platform.id or "")
            if (alike and platform.last == match.first) or (
                match.id == own.get(platform.id or "") and _is_placed(reading, match, platform)
            ):
                return True
        paid = any(m.kind == "paid_word" and (m.first, m.last) == (match.first, match.last) for m in reading.marks)
        others = [m for m in plain if m.kind == "channel" and m is not match]
        if any(m.id == match.id and (m.last == match.first or _is_placed(reading, m, match)) for m in others):
            return True  # 'pre-roll video ads', 'flyers in letterboxes'
        return paid and any(m.last == match.first or _is_placed(reading, match, m) for m in others)

    def _is_in_other(self, platform: Match, found: list[Match]) -> bool:
        """Whether a platform's name is part of a longer term of another channel: 'direct' of 'direct mail'."""
        world = self._lexicon.ontology
        own = world.platforms.get(platform.id or "")
        return any(
            m.kind == "channel" and m.id not in (own, world.paid.get(own or "")) and _within(platform, m) for m in found
        )

    def _leave_percent(self, reading: Reading, matches: list[Match]) -> None:
        """Behind a number the first word of 'percent of returns' is the number's unit."""
        for match in matches:
            if match.kind != "metric" or match.last - match.first < 2 or match.first == 0:
                continue
            numeral = reading.tokens[match.first - 1].kind == "number" or not _NUMERALS.isdisjoint(
                self._classes(match.first - 1, reading)
            )
            if numeral and "percent" in self._classes(match.first, reading):
                match.first += 1
                match.start = reading.tokens[match.first].start

    def _drop_sources(self, reading: Reading, found: list[Match]) -> None:
        """Take out the metrics whose words are a channel here: 'via webinars', 'från nyhetsbrevet och mässor'."""
        channels = sorted((m for m in found if m.kind in ("channel", "platform", "paid")), key=lambda m: m.first)
        sources: set[int] = set()  # indices behind the sources found so far
        for channel in channels:
            metrics = [
                m
                for m in found
                if channel.kind == "channel"
                and m.kind == "metric"
                and m.first == channel.first
                and m.last <= channel.last
            ]
            means = self._is_means(reading, channel)
            if means or self._is_source(reading, channel.first, sources):
                touching = (m.last for m in reading.marks if m.kind == "paid_word" and m.first == channel.last)
                last = max(touching, default=channel.last)
                while last < len(reading.tokens) and reading.tokens[last].glued and reading.tokens[last].text != ",":
                    last += 1  # 'Facebook-gruppen och …'
                sources.add(last)
                for metric in metrics:
                    found.remove(metric)

    def _is_means(self, reading: Reading, channel: Match) -> bool:
        """Whether a channel is in the instrumental and no preposition governs it: 'рекламою', not 'з дилерами'."""
        if not reading.is_instrumental(channel):
            return False
        at = channel.first - 1
        while at >= 0 and ("cardinal" in reading.forms[at].values or reading.tokens[at].kind == "number"):
            at -= 1
        return "company" not in self._classes(at, reading)

    def _is_source(self, reading: Reading, first: int, sources: set[int]) -> bool:
        """Whether a preposition, or another source and a conjunction, stands before a token."""
        at, counted = _ahead(reading, first), False
        while at >= 0 and (reading.forms[at].filler or reading.tokens[at].kind == "number"):
            counted = counted or reading.tokens[at].kind == "number"
            at -= 1
        if at > 0 and self._is_unknown(reading, at) and not counted:
            named = "and" in self._classes(at - 1, reading) and self._is_source_named(reading, at - 2)
            placed = not named and self._is_placed_at(reading, at - 1, first)
            if at in sources or at - 1 in sources or named or placed:
                at -= 1  # 'via Facebook and the club's newsletter'
            while placed and "the" in reading.forms[at].values:
                at -= 1
        classes = self._classes_ending(at, reading)
        if "for_whom" in classes or not VERB_CLASSES.isdisjoint(classes) or ("of" in classes and "from" not in classes):
            return False  # 'for partners'; 'take part in'; 'publishing of articles'
        if "and" in classes or "comma" in classes:
            return at in sources or self._is_source_named(reading, at - 1)
        if "in" in classes:
            return not counted and not any(n.startswith("noun_") for n in self._classes_ending(at - 1, reading))
        return not _SOURCES.isdisjoint(classes) or ("range_from" in classes and not counted)

    def _is_placed_at(self, reading: Reading, at: int, first: int) -> bool:
        """Whether a token says that what is behind it is where, not where to: 'at the Leeds trade show'."""
        cases = self._lexicon.cases(reading.tokens[first].text)
        if "accs" in cases and "loct" not in cases:
            return False  # 'реєстрації на весняний вебінар'
        while at > 0 and "the" in reading.forms[at].values:
            at -= 1
        return "in" in self._classes_ending(at, reading)

    def _is_source_named(self, reading: Reading, at: int) -> bool:
        """Whether a token ends the unknown name of a source: 'на Книжковому арсеналі (та інших ярмарках)'."""
        last = at
        while at >= 0 and self._is_unknown(reading, at):
            at -= 1
        classes = self._classes_ending(at, reading) if at < last else set()
        return not classes.isdisjoint((*_SOURCES, "in")) and classes.isdisjoint(("for_whom", "of"))

    @staticmethod
    def _is_unknown(reading: Reading, at: int) -> bool:
        """Whether a token is a word of which the vocabulary knows nothing."""
        form = reading.forms[at]
        return reading.tokens[at].kind == "word" and not form.values and not form.entities

    def _is_no_source(self, reading: Reading, match: Match) -> bool:
        """Whether a channel word is whom the goal is for, or the first part of an unknown word ('онлайн-школа')."""
        tokens = reading.tokens
        at = _ahead(reading, match.first)
        while at >= 0 and reading.forms[at].filler and "topic" not in reading.forms[at].values:
            at -= 1
        classes = self._classes_ending(at, reading)
        if "for_whom" in classes or "without" in classes or self._is_topic(at, classes, reading):
            return True
        if match.id in self._lexicon.ontology.buyers:
            if "to" in classes and classes.isdisjoint(("in", "from")):
                return True  # 'sell to shops'
            if (
                at >= 0
                and tokens[at].kind == "number"
                and self._classes_ending(at - 1, reading).isdisjoint(_PREPOSITIONS)
            ):
                return True  # 'recruit 15 influencers'
        behind = next((m for m in reading.metrics if self._behind(match, m, reading)), None)
        if behind is not None and behind.id in self._lexicon.ontology.sourced and match.id not in OWN_PLACES:
            return False  # 'SEO leads', 'marketplace revenue'
        if match.id not in self._paid and behind is not None:
            return classes.isdisjoint((*_SOURCES, "in"))  # 'the app's load time'
        if match.last + 1 >= len(tokens):
            return False
        dash, following = tokens[match.last], tokens[match.last + 1]
        if match.last - match.first > 1 and tokens[match.last - 2].text != "-":
            return False  # 'radioreklam i P4-området'
        joined = dash.text == "-" and dash.glued and following.glued and following.kind == "word"
        return joined and not any(m.first == match.last + 1 for m in (*reading.metrics, *reading.marks))

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
        return metric.first >= match.last and all(token.text == "-" and token.glued for token in between)

    def _classes_ending(self, at: int, reading: Reading) -> set[str]:
        """The grammar classes of the terms whose last word is a token."""
        if at < 0:
            return set()
        forms = reading.forms
        classes = set(forms[at].values)
        for first in range(max(at - 3, 0), at):
            if forms[first].grammar_next.isdisjoint(forms[first + 1].keys):
                continue
            keys = [form.keys for form in forms[first : at + 1]]
            for length, values in self._lexicon.grammar.matches(0, keys, [False] * len(keys)):
                if length == len(keys):
                    classes.update(name for name, _ in values)
        return classes

    @staticmethod
    def _classes(at: int, reading: Reading) -> Collection[str]:
        """The grammar classes of a token by itself."""
        return reading.forms[at].values.keys() if 0 <= at < len(reading.forms) else ()

    def _patterns(
        self,
        reading: Reading,
        keys: list[tuple[str, ...]],
        skippable: list[bool],
        spans: dict[int, list[tuple[str, int]]],
        platforms: list[Match],
    ) -> list[Match]:
        tokens = reading.tokens
        found = []
        for i, form in enumerate(reading.forms):
            if not form.begins_pattern and i not in spans:
                continue
            for behind, values in self._lexicon.patterns.matches(i, keys, skippable, spans):
                for kind, name in values:
                    platform = next((p.id for p in platforms if i <= p.first and p.last <= behind), None)
                    found.append(Match(kind, name, i, behind, tokens[i].start, tokens[behind - 1].end, platform))
        return found


def _ahead(reading: Reading, first: int) -> int:
    """The index of the token before a term, or before the compound that the term is the last part of."""
    tokens = reading.tokens
    part = first > 0 and tokens[first - 1].kind == tokens[first].kind == "word"
    return first - 2 if part and tokens[first - 1].end == tokens[first].start else first - 1


def _within(a: Match, b: Match) -> bool:
    """Whether a match is part of a longer one: 'direct' of 'direct mail'."""
    return b.first <= a.first and a.last <= b.last and a.last - a.first < b.last - b.first


def _touch(a: Match, b: Match) -> bool:
    return a.first <= b.last and b.first <= a.last


def _is_placed(reading: Reading, a: Match, b: Match) -> bool:
    """Whether only a preposition of place stands between two matches: 'adverts in magazines'."""
    counted = all(token.kind == "number" for token in reading.tokens[a.last + 1 : b.first])
    return b.first > a.last and counted and "in" in reading.forms[a.last].values


def _whole_words(matches: list[Match], tokens: list[Token]) -> list[Match]:
    """A metric that is the last part of a compound stands for the whole word ('orderintäkter')."""
    firsts: set[int] = set()
    for match in matches:
        if match.kind in ("metric", "channel") and match.first > 0:
            before, head = tokens[match.first - 1], tokens[match.first]
            if before.kind == head.kind == "word" and before.end == head.start:
                match.start = before.start
                firsts.add(match.first - 1)
    return [m for m in matches if not (m.kind in ("metric", "channel") and m.last - m.first == 1 and m.first in firsts)]


def _longest(matches: list[Match]) -> list[Match]:
    """The longest matches that do not overlap, in text order; among equals the metric, then the first."""
    if len(matches) < 2:
        return matches
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, _RANK.get(m.kind, 9), m.first)):
        span = range(match.first, match.last)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.first)
