"""Find the vocabulary's terms: metrics, channels, platforms, owners, vague wording."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from smartgoals.components import unknowns
from smartgoals.components.dependents import Dependents
from smartgoals.components.overlaps import RANK, is_no_name, is_numbered, longest, without_repeats
from smartgoals.components.sources import CURRENCIES, Sources, begins_verb, classes_of, opens_behind_date
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import AROUND_NUMBER
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.lexicon.trie import longer
from smartgoals.reading import Match, Reading
from smartgoals.text.lexer import Token

_MARKS = frozenset((
    "quantifier", "share", "measure", "label", "title", "given_name", "possessor", "paid_word", "bare", "command",
))  # fmt: skip
_PLACES = frozenset(("channel", "platform", "paid"))
_JOINS = VERB_CLASSES | {"and", "or", "auxiliary", "cardinal", "number"}
_BEFORE_SOURCE = frozenset(("aside", "from", "agent", "and", "comma", "plus"))
_BEHIND_NOUN = frozenset(("colon", "dash", "by_amount", "to"))  # 'Reach: 10M', 'Orders – 40 a week'
_LISTS = frozenset(("and", "comma", "plus", "slash", "colon", "auxiliary"))
_AFTER_SOURCE = frozenset(("by", "before", "until", "in", "and", "comma", "colon", "stop", "auxiliary"))
_TIMES = frozenset(("season", "holiday", "month", "weekday"))
_NUMERALS = frozenset(("cardinal", "multiplier", "half"))
# behind a platform its own: 'LinkedIn articles'
_OF_PLATFORMS = frozenset(("outbound", "referral", "content", "organic_video"))
_ON_PLATFORMS = frozenset(("content", "email"))  # what stands on a platform is its own: 'mailing in Viber'
_GROUPED = {"organic_social", "messenger"}  # where groups and chats are
_PUBLISHED = frozenset(("content", "organic_video", "audio"))  # what is published where: 'a podcast … on Spotify'
_PRESS = frozenset(("pr", "print"))  # what is written stands there
_MOST_INSIDE = 3  # words between what is written and where it stands
_TELLING = frozenset(("print", "radio", "tv"))  # they tell of one
_MOST_ADVERTISED = 4  # words between a paid word and its platform: 'ads for our spring course on Facebook'


class TermReader:
    """The terms on the tokens of a text; where they overlap the longest wins."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._sources = Sources(lexicon)
        self._dependents = Dependents(lexicon) if lexicon.has_cases else None

    def __call__(self, reading: Reading) -> None:
        keys, skippable = reading.steps()
        found = self._entities(reading, keys, skippable)
        kinds = {match.kind for match in found}
        reading.marks = [m for m in found if m.kind in _MARKS] if kinds & _MARKS else []
        platforms: list[Match] = []
        if kinds & _PLACES:
            reading.doubles = {m.first: m for m in found if m.kind == "channel"}
            self._sources.drop(reading, found)
            platforms = longest([m for m in found if m.kind == "platform" and not self._is_part(reading, m, found)])
            found = [m for m in found if m.kind != "channel" or not any(m.overlaps(p) for p in platforms)]
        plain = self._settled(reading, found, platforms, keys, skippable)
        reading.metrics = [m for m in plain if m.kind == "metric"]
        reading.owners = [m for m in plain if m.kind == "team"]
        reading.vague = [m for m in plain if m.kind == "vague"]
        own = self._lexicon.ontology.platforms
        told = [m for m in reading.metrics if m.platform and own.get(m.platform) in _TELLING]
        if told:
            platforms = [p for p in platforms if not any(_within(p, m) for m in told)]  # 'articles in The Times'
        if self._dependents is not None and reading.metrics:
            reading.metrics = self._dependents(reading, reading.metrics)
        if platforms or any(m.kind in _PLACES for m in plain):
            self._channels(reading, plain, platforms)

    def _settled(
        self,
        reading: Reading,
        found: list[Match],
        platforms: list[Match],
        keys: list[tuple[str, ...]],
        skippable: list[bool],
    ) -> list[Match]:
        """The terms but for platforms, those with placeholders among them, where they overlap the longest.

        None ends within a platform's name: 'visits from Google | Ads'.
        """
        if platforms:
            found = [m for m in found if not any(m.first < p.first < m.last < p.last for p in platforms)]
        metrics = {m.first for m in found if m.kind == "metric" and m.last - m.first > 1}
        terms = [m for m in found if m.kind in RANK and not self._is_verb(reading, m, metrics)]
        terms = unknowns.without_qualified(terms, reading)
        plain = longest(terms)
        own = self._lexicon.ontology.platforms
        spans: dict[int, list[tuple[str, int]]] = {
            m.first: [("{platform}", m.last), (f"{{{own.get(m.id or '')}}}", m.last)] for m in platforms
        }
        for match in plain:
            if match.kind in ("metric", "team"):
                name = "metric" if match.kind == "metric" else match.id
                spans.setdefault(match.first, []).append((f"{{{name}}}", match.last))
        if spans and (more := self._patterns(reading, keys, skippable, spans, platforms)):
            for platform in platforms:  # 'spend on ads on Facebook': also where a metric's name is longer
                platform.paid = any(m.kind == "paid" and _holds(m, platform) for m in more)
            plain = longest(terms + more)  # 'CPC рекламы | во ВКонтакте' leaves the CPC
        if self._lexicon.noun_adjuncts:
            plain = unknowns.without_adjuncts(self._without_adjuncts(reading, plain), reading, self._lexicon)
        plain = _whole_words([m for m in plain if not self._is_kept(reading, m, plain)], reading.tokens)
        self._leave_percent(reading, plain)
        return without_repeats(plain, reading)

    def _channels(self, reading: Reading, plain: list[Match], platforms: list[Match]) -> None:
        """The channels among the terms, those that are paid for marked."""
        beside = [*plain, *platforms]
        plain = [m for m in plain if not (m.kind == "channel" and self._is_spare(reading, m, beside))]
        paid = [m for m in plain if m.kind == "paid"]
        covered = {i for m in paid for i in range(m.first, m.last)}
        words = [m for m in reading.marks if m.kind == "paid_word"]
        for match in (*plain, *platforms):
            match.paid |= match.kind == "paid" or any(_touch(match, m) for m in words)
        if platforms:
            boosted = [m for m in reading.beside if m.kind == "booster"]
            for match in platforms:
                match.paid |= any(_is_advertised(reading, m, match, beside) for m in (*words, *boosted))
        if paid or words:
            self._share_paid(reading, paid, platforms)
            plain += self._elliptic(reading, plain, words)
        reading.channels = sorted(
            [m for m in plain if m.kind == "channel" and not self._sources.is_none(reading, m)]
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
            and "and" in classes_of(word.last, reading)
        ]

    def _entities(self, reading: Reading, keys: list[tuple[str, ...]], skippable: list[bool]) -> list[Match]:
        """Every term of the vocabulary in the text, also those that lie in one another."""
        tokens, found = reading.tokens, []
        last = len(tokens) - 1
        over: list[bool] = []  # worked out where it is asked for: few goals need it
        for i, form in enumerate(reading.forms):
            for kind, name in form.entities:
                found.append(Match(kind, name, i, i + 1, tokens[i].start, tokens[i].end))
            if (
                not (onwards := form.entity_next)
                or i == last
                or ("the" in reading.forms[i + 1].values and form.values.keys() & _TIMES)
            ):
                continue  # 'before Christmas the sales team …'
            if skippable[i + 1] or not onwards.isdisjoint(keys[i + 1]):
                for behind, values in longer(form.entity_nodes, i, keys, skippable):
                    if not is_numbered(reading, i, behind):
                        found.extend(Match(*v, i, behind, tokens[i].start, tokens[behind - 1].end) for v in values)
            found += unknowns.beyond(reading, i, (keys, skippable), over, self._lexicon)
        return found

    def _without_adjuncts(self, reading: Reading, plain: list[Match]) -> list[Match]:
        """'Webinar demos': a noun in the singular before a metric only qualifies it, as its source if it may be one."""
        kept: list[Match] = []
        for match, behind in zip_longest(plain, plain[1:]):
            text = reading.tokens[match.last - 1].text
            metrics = behind is not None and behind.kind == match.kind == "metric" and behind.id is not None
            noun = metrics and behind is not None and match.first + 1 == match.last == behind.first
            if not noun or any(lemma != text for lemma in self._lexicon.lemmas(text)):
                kept.append(match)
            elif (source := reading.doubles.get(match.first)) is not None:
                kept.append(source)
        return kept

    def _is_kept(self, reading: Reading, match: Match, plain: list[Match]) -> bool:
        """Whether a word for retention says that the level behind it is kept: 'утримання середнього чека'."""
        alone = match.kind == "metric" and match.last - match.first == 1
        if not alone or "noun_maintain" not in reading.forms[match.first].values:
            return False
        world = self._lexicon.ontology
        return any(m.first == match.last and (m.id in world.levels or m.id in world.money) for m in plain)

    def _is_verb(self, reading: Reading, match: Match, metrics: set[int]) -> bool:
        """Whether a word that may be a metric or a verb stands where a verb stands ('Reach 10M', 'to order')."""
        if match.kind == "channel" and match.last - match.first == 1:
            return self._is_channel_verb(reading, match.first)
        if match.kind != "metric" or match.last - match.first > 1:
            return False
        classes = classes_of(match.first, reading)
        if VERB_CLASSES.isdisjoint(classes):
            return begins_verb(reading, match.first)
        after = classes_of(match.last, reading)
        verbal = not VERB_CLASSES.isdisjoint(after) and match.last not in metrics  # 'Reach break-even'
        bound = "at_most" in after and reading.tokens[match.last].kind == "symbol"  # 'Scrap ≤ 2 %'
        if verbal or bound or not _BEHIND_NOUN.isdisjoint(after):
            return False
        ahead = reading.tokens[: match.first]
        if all(token.kind in ("symbol", "number") for token in ahead):
            return not ahead or ahead[-1].kind == "symbol"  # '1) Reach', not '2 000 besök'
        before = classes_of(match.first - 1, reading)
        dated = self._lexicon.noun_adjuncts and opens_behind_date(match.first, reading)
        if dated or "to" in before or "auxiliary" in before:
            return True
        follows_pause = "and" in before or "comma" in before or "colon" in before or "stop" in before
        behind = reading.tokens[match.last : match.last + 2]  # 'and reach 500', 'and reach €500'
        if behind and behind[0].text in CURRENCIES:
            behind = behind[1:]
        led = "dash" in before and not reading.tokens[match.first - 1].glued and len(behind) > 1  # 'Ann – reach 25,000'
        bound = not AROUND_NUMBER.isdisjoint(after)  # 'By May, reach a ROAS of 5x'
        return (follows_pause or led) and bool(behind) and (bound or behind[0].kind == "number")

    @staticmethod
    def _is_channel_verb(reading: Reading, at: int) -> bool:
        """Whether a word that may be a channel or a verb is the verb: 'Mail 400 donors', not 'by push'."""
        classes = VERB_CLASSES.intersection(classes_of(at, reading))
        if not classes:
            return False
        before, after = classes_of(at - 1, reading), classes_of(at + 1, reading)
        if classes == {"activity"}:
            if at > 0 or at + 1 == len(reading.tokens):
                return False
            longer = not reading.forms[0].grammar_next.isdisjoint(reading.forms[1].keys)  # sv 'Mejla ut 4 nyhetsbrev'
            return longer or reading.tokens[1].kind == "number"
        if at == 0:
            return _LISTS.isdisjoint(after)
        ends = at + 1 == len(reading.tokens) or not _AFTER_SOURCE.isdisjoint(after)
        return not (ends and not _BEFORE_SOURCE.isdisjoint(before))

    def _share_paid(self, reading: Reading, paid: list[Match], platforms: list[Match]) -> None:
        """'Ads on Facebook and Instagram': what is paid for on one platform is on those coordinated with it."""
        apart = [p for p in platforms if not any(p.overlaps(m) for m in paid)]
        matches = sorted((*paid, *apart), key=lambda m: m.first)
        for before, match in pairwise(matches):
            between = range(before.last, match.first)
            links = [classes_of(i, reading) for i in between]
            first = any(p.first == before.first for p in platforms if p is not before)
            ahead = before.kind == "paid" and not first  # the paid word stands before its platform
            ahead = ahead or any(
                m.kind == "paid_word" and m.last == before.first and not any(p.last == m.first for p in platforms)
                for m in reading.marks
            )
            if before.paid and ahead and links and all("and" in c or "comma" in c for c in links):
                match.paid = True
        shared = False  # 'Facebook, Instagram and TikTok ads': the paid word stands behind the last
        for before, match in reversed(list(pairwise(matches))):
            links = [classes_of(i, reading) for i in range(before.last, match.first)]
            behind = match.kind == "paid" and any(p.first == match.first for p in platforms if p is not match)
            shared = (shared or behind) and before.kind == "platform"
            shared = shared and links != [] and all("and" in c or "comma" in c for c in links)
            before.paid |= shared

    def _is_spare(self, reading: Reading, match: Match, plain: list[Match]) -> bool:
        """Whether a channel only says what the one beside it is: 'newspaper ads', 'LinkedIn outreach'."""
        own = self._lexicon.ontology.platforms
        for platform in (m for m in plain if m.kind == "platform"):
            its_own = own.get(platform.id or "")
            placed = _is_placed(reading, match, platform)
            if placed and match.id == self._lexicon.ontology.paid.get(its_own or ""):
                platform.paid = True  # 'pre-rolls on YouTube'
                return True
            joined = all(token.text == "-" for token in reading.tokens[platform.last : match.first])
            if platform.last <= match.first and joined and (match.id in _OF_PLATFORMS or match.id == its_own):
                return True
            if placed and (match.id in _ON_PLATFORMS or match.id == its_own):
                return True
            if {match.id, its_own} == _GROUPED and (placed or match.last == platform.first):
                return True  # 'local groups on Viber'
            if match.id == its_own and match.id in _PUBLISHED and not _is_joined(reading, match, platform):
                return True  # but 'podcast ads and Spotify'
        paid = any(m.kind == "paid_word" and (m.first, m.last) == (match.first, match.last) for m in reading.marks)
        others = [m for m in plain if m.kind == "channel" and m is not match]
        alike = [m for m in others if m.id == match.id]
        if any(_is_counted(reading, m.last, match.first) or _is_placed(reading, m, match) for m in alike):
            return True  # 'pre-roll video ads', 'flyers in letterboxes', 'по поштових скриньках 8000 листівок'
        if match.id == "content" and any(m.id in _PRESS and _is_inside(reading, match, m) for m in others):
            return True  # 'статьями в профильных журналах'
        if not paid:
            return False
        platforms = [m for m in plain if m.kind == "platform"]
        return any(m.last == match.first or _is_placed(reading, match, m) for m in others) or any(
            _is_advertised(reading, match, m, plain) for m in platforms
        )

    def _is_part(self, reading: Reading, platform: Match, found: list[Match]) -> bool:
        """Whether a platform's name is part of another term: 'direct' of 'direct mail', 'Google' of 'Google rank'."""
        world = self._lexicon.ontology
        if is_no_name(reading, platform):
            return True
        own = world.platforms.get(platform.id or "", "")
        if own == "organic_search" and _is_thing(reading, platform.last):
            return True  # 'Google Analytics'
        longer = [m for m in found if _within(platform, m)]
        if own == "organic_search":  # search engines sell what has no platform's name: 'Google campaign'
            return any(m.kind in ("channel", "metric") for m in longer)
        return any(m.kind == "channel" and m.id != world.paid.get(own) for m in longer)

    def _leave_percent(self, reading: Reading, matches: list[Match]) -> None:
        """Behind a number the first word of 'percent of returns' is the number's unit."""
        for match in matches:
            if match.kind != "metric" or match.last - match.first < 2 or match.first == 0:
                continue
            numeral = reading.tokens[match.first - 1].kind == "number" or not _NUMERALS.isdisjoint(
                classes_of(match.first - 1, reading)
            )
            if numeral and "percent" in classes_of(match.first, reading):
                match.first += 1
                match.start = reading.tokens[match.first].start

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


def _is_thing(reading: Reading, at: int) -> bool:
    return any(m.kind == "thing" and m.first == at for m in reading.beside)


def _within(a: Match, b: Match) -> bool:
    """Whether a match is part of a longer one: 'direct' of 'direct mail'."""
    return b.first <= a.first and a.last <= b.last and a.last - a.first < b.last - b.first


def _holds(a: Match, b: Match) -> bool:
    return a.first <= b.first and b.last <= a.last


def _is_joined(reading: Reading, match: Match, platform: Match) -> bool:
    """Whether nothing but a comma or conjunction stands between a channel and the platform behind it."""
    between = range(match.last, platform.first)
    return bool(between) and all(not _LISTS.isdisjoint(classes_of(i, reading)) for i in between)


def _touch(a: Match, b: Match) -> bool:
    return a.first <= b.last and b.first <= a.last


def _is_advertised(reading: Reading, word: Match, platform: Match, found: list[Match]) -> bool:
    """Whether a paid word speaks of what is on a platform: 'ads for our course on Facebook'."""
    between = range(word.last, platform.first)
    if not 1 < len(between) <= _MOST_ADVERTISED + 1 or any(m.first in between and m.kind != "metric" for m in found):
        return False
    posts = [m for m in found if m.first in between and m.id == "content_published"]
    placed = "in" in classes_of(between[-1], reading)
    if word.kind == "booster":  # 'boost five posts on Facebook', but not 'promote the fair on Facebook'
        posts = [m for m in posts if not reading.is_instrumental(m)]  # 'продвигаем постами в VK'
        return any(placed or m.last == platform.first for m in posts)
    if not placed:
        return False
    inside = [reading.tokens[i].kind == "word" and _JOINS.isdisjoint(classes_of(i, reading)) for i in between]
    return all(inside)


def _is_counted(reading: Reading, first: int, last: int) -> bool:
    """Whether nothing but numerals stands between two terms."""
    between = range(first, last)
    return last >= first and all(reading.tokens[i].kind == "number" for i in between)


def _is_placed(reading: Reading, a: Match, b: Match) -> bool:
    """Whether only a preposition of place stands between two matches: 'adverts in magazines'."""
    counted = all(token.kind == "number" for token in reading.tokens[a.last + 1 : b.first])
    return b.first > a.last and counted and "in" in reading.forms[a.last].values


def _is_inside(reading: Reading, a: Match, b: Match) -> bool:
    """Whether a preposition of place and a few words stand between two matches: 'articles in trade magazines'."""
    between = reading.tokens[a.last : b.first]
    return 0 < len(between) <= _MOST_INSIDE and "in" in reading.forms[a.last].values and between[-1].kind == "word"


def _whole_words(matches: list[Match], tokens: list[Token]) -> list[Match]:
    """A metric that is the last part of a compound stands for the whole word ('orderintäkter')."""
    firsts: set[int] = set()
    for match in matches:
        if match.kind in ("metric", "channel") and match.first > 0:
            before, head = tokens[match.first - 1], tokens[match.first]
            if before.kind == head.kind == "word" and head.glued:
                match.start = before.start
                firsts.add(match.first - 1)
    if not firsts:
        return matches
    return [m for m in matches if not (m.kind in ("metric", "channel") and m.last - m.first == 1 and m.first in firsts)]
