"""Which channel words of a goal are channels: where results come from, not what is worked on, owned or spoken of."""

from __future__ import annotations

from functools import cached_property

from smartgoals.grammar.sources import scope
from smartgoals.grammar.sources.results import Results
from smartgoals.grammar.verb_classes import VERB_CLASSES, verb_before
from smartgoals.grammar.word_sets import DUE, OF_WHAT, PLACES
from smartgoals.reading import Match, Reading, Word

OWN_PLACES = frozenset(("website", "mobile_app", "in_store"))  # their names qualify what is theirs
_PUBLISHERS = frozenset(("content", "organic_social", "organic_video"))
_MEDIA = frozenset(("tv", "radio", "print"))  # what is also a thing that is sold
_OBJECTS = OWN_PLACES | {"tv"}  # what one may improve or mend
_BESIDE_NOUN = frozenset(("other", "the", "a", "number", "ordinal", "capital", "name_head"))
_NOUNS = frozenset(("other", "name_head"))
_LISTED = _BESIDE_NOUN | {"channel", "and", "comma", "slash"}
_CONNECTIVES = frozenset(("and", "comma", "to", "until"))
_PREPOSITIONS = frozenset(("in", "from", "aside", "agent", "range_from", "by", "until", "within", "to"))
_PLAIN = frozenset(("other", "time_unit"))
_DATED = _BESIDE_NOUN | {"season", "period"}
_FROM = frozenset(("from", "out_of"))
_PRICED = frozenset(("for_whom", "to"))
_LEADS_TO = VERB_CLASSES | DUE | {"for_whom"}
_SAYS = VERB_CLASSES | {"auxiliary", "colon", "dash", "metric", "channel"}
_COMMANDS = frozenset(("infinitive", "imperative"))


class Channels:
    """Questions about the channel words of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = reading.words
        self._lexicon = reading.lexicon
        self._world = reading.ontology

    @cached_property
    def results(self) -> Results:
        """Questions about what comes of a channel."""
        return Results(self._reading)

    def are(self, match: Match) -> bool:
        """Whether a channel word is a channel; a platform or what is paid for always is."""
        at = self._reading.word_at(match.first) or 0
        if any(m.kind == "firm" and m.first == match.last for m in self._reading.beside):
            return False  # 'Nordbygg AB'
        if match.kind != "channel":
            return not self._is_reviewed(match, at)
        if match.id not in self._world.actors and scope.is_worked_with(match, at, self._reading):
            return True
        if self.is_object(match, at):
            return self.is_spread(match, at)
        return not (
            self._is_of_metric(match, at)
            or self._is_of_other(at)
            or self._is_party(match, at)
            or self._is_visited(match, at)
            or self._is_attribute(match, at)
            or self._is_adjunct(match, at)
            or self._is_matter(match, at)
            or self._is_wanted(match, at)
            or self._is_date(match, at)
            or self._is_deliverable(match, at)
            or self._is_reviewed(match, at)
            or self._is_for(at)
            or self._is_from_own(match, at)
            or self._is_hired(match, at)
            or self._is_carrier(match, at)
            or self._is_recipient(match, at)
            or scope.is_in_name(match, self._reading)
            or scope.names_whose(match, at, self._reading)
            or scope.is_downloaded(match, at, self._reading)
            or scope.tells_where(match, self._reading)
            or scope.is_each(at, self._reading)
            or scope.only_tells_why(at, self._reading)
        )

    def is_object(self, match: Match, at: int) -> bool:
        """Whether a channel word is what work is done on: 'launch the new website'."""
        words, i = self._words, at - 1
        if not PLACES.isdisjoint(self._reading.forms[match.first].values):
            return False  # 'swaps in our app': the term says where
        while i > 0 and "other" in words[i] and self._lexicon.is_adjective(self._text(words[i])):
            i -= 1
        if i >= 0 and "noun_activity" in words[i] and not words[i].has(VERB_CLASSES):
            return True  # 'дизайн лендинга', 'відкриття нового ТРЦ'
        i = self._before(at, _BESIDE_NOUN)
        if i < 0:
            return at > 0 and self._is_command(words[0]) and not self._reading.is_instrumental(match)
        if i > 0 and "in" in words[i]:
            if match.id in OWN_PLACES and "noun_activity" in words[i - 1]:
                return True  # 'зробити ремонт у магазині'
            if self._is_towards(match) and self._is_published(match):
                return False  # 'выложить в блог 10 статей'
            if self._is_towards(match) and not (match.id in OWN_PLACES and self._is_shared()):
                i -= 1  # 'отвечать на все письма', but not 'перевести половину замовлень у застосунок'
        bettered = "improve" in words[i] and match.id in _OBJECTS
        worked = "activity" in words[i] and ("achieve" not in words[i] or match.id in OWN_PLACES)
        if not (worked or bettered or self._is_dealt_with(match, at, i)):
            return False
        if at + 1 < len(words) and "metric" in words[at + 1]:
            return False  # 'запустити дві таргетовані кампанії'
        if not self._reading.is_instrumental(match):
            return True
        # 'займатися рекламою', but 'розіслати поштою 800 каталогів'
        return i == at - 1 and (at + 1 == len(words) or not words[at + 1].has(_LISTED))

    def _is_published(self, match: Match) -> bool:
        """Whether it is where something is published: 'выложить в блог 10 статей'."""
        return match.id in _PUBLISHERS and any(m.id == "content_published" for m in self._reading.metrics)

    def _is_shared(self) -> bool:
        """Whether a share of something, or of what has sources, may be moved to where it comes from."""
        return any(m.id in self._world.sourced for m in self._reading.metrics) or any(
            "percent" in w or "fraction" in w for w in self._words
        )

    def _is_dealt_with(self, match: Match, at: int, i: int) -> bool:
        """Whether a verb of reaching has it for its object: 'доставляти пресу', 'hyra ut montrar för 3 Mkr'."""
        if "achieve" not in self._words[i]:
            return False
        cases = self._cases(match)
        if cases:
            return "accs" in cases and cases.isdisjoint(("gent", "loct", "ablt"))
        return i == at - 1 and at + 1 < len(self._words) and self._words[at + 1].has(_PRICED)

    def is_spread(self, match: Match, at: int) -> bool:
        """Whether work on a channel is the means to a result: 'hand out 5,000 flyers and win 20 customers'."""
        if match.id == "direct" or self._acts(match, at):
            return True  # '1000 direct visits'
        if match.id in self._world.media:
            forms = self._reading.forms
            if any(not PLACES.isdisjoint(forms[i].values) for i in range(match.first + 1, match.last)):
                return True  # 'flyers in letterboxes': the term says where
            if self.results.follow(at):
                return True
        if self.results.brings(at):
            return True
        made = match.id in self._world.made and self.results.follow(at, sourced=True)
        return (made or self.results.named(at)) and not self._is_twin(match)

    def is_means(self, match: Match, at: int) -> bool:
        """Whether a verb that names a channel is the means to a result: 'ring 300 members and win 40 back'."""
        return not self._is_twin(match) and self.results.follow(at, sourced=True)

    def settle(self) -> None:
        """Newspapers that tell of one are press work, not print: 'an interview in the local paper'."""
        printed = [m for m in self._reading.channels if m.id == "print" and not m.paid]
        told = {m.last for m in self._reading.beside if m.kind == "editorial"} if printed else set()
        for match in printed if told else ():
            i = self._before(self._reading.word_at(match.first) or 0, _BESIDE_NOUN)
            if i >= 0 and (self._words[i].last in told or ("in" in self._words[i] and self._words[i].first in told)):
                match.id = "pr"

    def is_counted_source(self, match: Match, at: int) -> bool:
        """Whether something counted for itself is a source too: 'two webinars that bring 70 meetings'.

        What is only made before a result is none: 'hold four webinars and sign 10 pilots'.
        """
        if self._is_twin(match):
            return False
        return self.results.named(at) or self.results.brings(at)

    def _acts(self, match: Match, at: int) -> bool:
        """Whether people are asked to do something: 'we want three journalists to cover it'."""
        i = self._before(at, _BESIDE_NOUN)
        after = self._words[at + 1] if at + 1 < len(self._words) else {}
        asked = i >= 0 and "auxiliary" in self._words[i] and match.id in self._world.actors
        return asked and ("to" in after or not VERB_CLASSES.isdisjoint(after))

    def _is_twin(self, match: Match) -> bool:
        """Whether another term names the same channel: 'run a podcast on Spotify'."""
        own = self._world.platforms
        others = (m for m in self._reading.channels if m.first != match.first)
        return any(match.id == (own.get(m.id or "") if m.kind == "platform" else m.id) for m in others)

    def _is_party(self, match: Match, at: int) -> bool:
        """Whether something is agreed on with it: 'contracts with 8 radio stations'."""
        i = self._before(at, _BESIDE_NOUN)
        with_whom = match.id in self._world.buyers and i > 0 and "company" in self._words[i]
        if not with_whom or scope.are_means(i, self._reading) or scope.is_worked_with(match, at, self._reading):
            return False
        if cases := self._cases(match):  # in the genitive the same preposition is 'from'
            return "ablt" in cases and "gent" not in cases and not self.results.follow(at)
        return self._metric(i - 1) in self._world.agreed

    def _is_of_metric(self, match: Match, at: int) -> bool:
        """Whether the metric before is its own: 'open rate of newsletters', 'app defects', 'sales of magazines'."""
        i = self._before(at, _BESIDE_NOUN)
        if i > 0 and "of" in self._words[i]:
            i -= 1
        sold = i >= 0 and match.id in _MEDIA and self._metric(i) == "sales"
        housed = i >= 0 and match.id in OWN_PLACES and self._metric(i - ("in" in self._words[i])) in self._world.housed
        return sold or housed or (i >= 0 and (self._metric(i) or "").startswith(f"{match.id}_"))

    def _is_of_other(self, at: int) -> bool:
        """Whether an unknown noun is of it ('an hour of TV'), or the goal wants something instead of it."""
        words = self._words
        i = self._before(at, _BESIDE_NOUN)
        if i > 0 and "of" in words[i] and not words[i].has(_PREPOSITIONS):
            quantified = any(m.kind == "quantifier" and m.last == words[i].first for m in self._reading.marks)
            return words[i - 1].has(_PLAIN) and not quantified
        while i >= 0 and not words[i].has(_PREPOSITIONS | _CONNECTIVES | {"number"}) and "without" not in words[i]:
            i -= 1
        return i >= 0 and "without" in words[i]

    def _is_visited(self, match: Match, at: int) -> bool:
        """Whether it is where visits are made to: 'traffic to the website', 'bring 300 people to the website'."""
        i = self._before(at, _BESIDE_NOUN)
        if match.id == "event" and (at := self._before(at, _DATED)) > 0:
            visited = "in" in self._words[at] and self._metric(at - 1) in self._world.visits
            return visited or scope.lets_in(at, self._reading)  # '900 visitors on the open day'
        if match.id != "website" or i < 1:
            return False
        word, before = self._words[i], self._words[i - 1]
        towards = "in" in word and self._is_towards(match)
        visits = any(m.id in self._world.visits for m in self._reading.metrics)
        if towards and ("channel" in before or (visits and before.has(VERB_CLASSES))):
            return True  # '5 тисяч переходів з Telegram на сайт', 'привести на сайт 60 тисяч відвідувачів'
        if self._metric(i - 1) in self._world.visits or getattr(before.get("channel"), "id", None) == "direct":
            return towards or "to" in word
        return before.has(_PLAIN) and (("to" in word and "in" not in word) or (towards and not self._is_put_up(i - 1)))

    def _is_put_up(self, at: int) -> bool:
        """Whether work puts a number of things there: 'викласти 12 робіт на сайт'."""
        verb = verb_before(self._words, at)
        return verb is not None and "activity" in verb and "achieve" not in verb and "number" in self._words[at - 1]

    def _is_attribute(self, match: Match, at: int) -> bool:
        """Whether it stands in the genitive behind a noun that it belongs to: 'конверсія сайту', 'редакціям газет'."""
        if at == 0 or "gent" not in self._cases(match) or self._reading.is_instrumental(match):
            return False
        if scope.is_led(match, self._reading) or match.first in self._reading.marked("adverb"):
            return False  # '20 теноров по сарафанному радио', '400 кружек онлайн'
        owner = self._words[at - 1].get("metric")
        if owner is not None:
            return match.id in OWN_PLACES and owner.id not in self._world.sourced | self._world.shown
        if match.id in self._world.made and self.results.follow(at, sourced=True):
            return False  # 'стати гостем трьох подкастів і здобути 12 клієнтів'
        i = self._before(at, _LISTED)
        nouns = [w for w in self._words[i + 1 : at] if w.has(_NOUNS) and self._is_noun(w)]
        if not nouns or i < 0:
            behind = self._words[at + 1] if at + 1 < len(self._words) else {}
            return bool(nouns) and "activity" in behind  # 'дві версії сайту запустити'
        i -= i > 0 and "unit" in self._words[i]  # 'ко дню рождения магазина'
        towards = "in" in self._words[i] and self._points(self._lexicon.cases(self._text(nouns[0])))
        return towards or self._words[i].has(_LEADS_TO)  # also 'к открытию магазина'

    def _is_adjunct(self, match: Match, at: int) -> bool:
        """Whether it only qualifies another noun: 'the magazine archive', 'our TV set deliveries'."""
        words = self._words
        if not self._lexicon.noun_adjuncts or at + 1 >= len(words):
            return False
        noun, i = words[at + 1], self._before(at, _LISTED)
        if any(m.kind == "thing" and m.first == match.last for m in self._reading.beside):
            return True  # 'in the radio studio'
        if i >= 0 and words[i].has(_PREPOSITIONS) and not self._is_parted(i, at):
            return False
        if "other" not in noun:
            return i >= 0 and words[i].has(VERB_CLASSES) and self._is_work(noun)
        if "capital" in noun or self._reading.forms[noun.first].filler or self.results.brings(at):
            return False
        if any(m.first <= noun.first < m.last for m in self._reading.vague):
            return False
        particle = any(m.kind == "particle" and m.first == noun.first for m in self._reading.beside)
        return i >= 0 and not particle

    def _is_parted(self, i: int, at: int) -> bool:
        """Whether a conjunction behind an unknown noun parts it from a preposition: 'at 4 degrees and no radio …'."""
        words = self._words
        return any("and" in words[k] and "other" in words[k - 1] for k in range(i + 2, at))

    def _is_work(self, word: Word) -> bool:
        """Whether a verb stands for its noun here, in the plural: 'television repairs'."""
        return "activity" in word and self._lexicon.is_inflected(self._text(word)) and "to" not in word

    def _is_reviewed(self, match: Match, at: int) -> bool:
        """Whether a search engine or a map is only where reviews stand: 'a rating of 4.8 on Google'."""
        if "organic_search" not in (match.id, self._world.platforms.get(match.id or "")):
            return False
        i = self._before(at, _LISTED)
        inside = i < 0 or "in" in self._words[i] or "in" in self._reading.forms[match.first].values
        return inside and any(m.id in self._world.reviewed for m in self._reading.metrics)

    def _is_from_own(self, match: Match, at: int) -> bool:
        """Whether the platform that it is from follows: 'publishers from Awin'."""
        platform = self._words[at + 2].get("channel") if at + 2 < len(self._words) else None
        own = platform is not None and self._world.platforms.get(platform.id or "") == match.id
        return own and self._words[at + 1].has(_FROM)

    def _is_hired(self, match: Match, at: int) -> bool:
        """Whether people are taken on: 'взять в штат трёх блогеров'."""
        return match.id in self._world.actors and self._metric(self._before(at, _BESIDE_NOUN)) == "headcount"

    def _is_carrier(self, match: Match, at: int) -> bool:
        """Whether it only carries the channel before it: 'banners on news sites', 'posters in shop windows'."""
        inside = not PLACES.isdisjoint(self._reading.forms[match.first].values)
        i = at if inside else self._before(at, _BESIDE_NOUN)
        if i < 1 or not (inside or "in" in self._words[i]):
            return False
        before = self._words[i - 1].get("channel")
        return before is not None and match.id in self._world.carriers.get(before.id or "", ())

    def _is_recipient(self, match: Match, at: int) -> bool:
        """Whether a verb gives it something: 'приносит магазину 40 продаж'."""
        cases = self._cases(match)
        given = "datv" in cases and cases.isdisjoint(("nomn", "accs", "ablt"))
        return given and at > 0 and self._words[at - 1].has(VERB_CLASSES)

    def _is_for(self, at: int) -> bool:
        """Whether it is what something is for: 'a host for the morning radio show'."""
        classes = self._reading.forms[self._words[at].first].values  # also of '… in our shop', which says where
        i = self._before(at, _BESIDE_NOUN) if PLACES.isdisjoint(classes) else -1
        governed = i >= 0 and "for_whom" in self._words[i]
        return governed and self._metric(i - 1) not in self._world.rates | self._world.shown

    def _is_matter(self, match: Match, at: int) -> bool:
        """Whether it is what a noun before it is about, or only says which: 'a course in SEO', 'ad space on buses'."""
        kinds = ("matter", "space", "stand") if match.id == "event" else ("matter", "space")
        nouns = [m for m in self._reading.beside if m.kind in kinds]
        if not nouns or self._reading.is_instrumental(match):
            return False
        led = not _PREPOSITIONS.isdisjoint(self._reading.forms[match.first].values)  # 'консультации из поиска'
        if any(m.last == match.first for m in nouns):
            return not led  # 'курс контекстної реклами'
        i = self._before(at, _LISTED)
        word = self._words[i] if i >= 0 else None
        noun = next((m for m in nouns if word is not None and m.last == word.first), None)
        if noun is None or word is None:
            return False
        at = self._reading.word_at(noun.first) or 0
        i = self._before(at, _NOUNS)
        alone = i < 0 or not self._words[i].has(_PREPOSITIONS | {"number"})
        if "topic" in word or ("by" in word and "aside" not in word):
            return True
        if word.has(OF_WHAT):  # but '20 courses at webinars' are sold there, and one may promote a course there
            if any(m.kind == "booster" and m.last <= noun.first for m in self._reading.beside):
                return False
            return match.id not in OWN_PLACES and (noun.kind != "matter" or alone)
        return "from" in word and alone  # 'пройти курс із SEO'

    def _is_wanted(self, match: Match, at: int) -> bool:
        """Whether 'на' before it says what is wanted, not where: '60 заказчиков на билборды', 'мест на конференцию'."""
        i = self._before(at, _LISTED)
        led = not _PREPOSITIONS.isdisjoint(self._reading.forms[match.first].values)
        if led or match.id not in self._world.spoken or i < 1 or "in" not in self._words[i]:
            return False
        counted = "other" in self._words[i - 1] or self._metric(i - 1) in self._world.sourced
        counted = counted and self._before(i, frozenset(("other", "metric"))) >= 0
        governed = next((w["channel"] for w in self._words[i + 1 : at] if "channel" in w), match)
        return counted and self._is_towards(governed)  # but 'через страницу на сайте и рассылку'

    def _is_date(self, match: Match, at: int) -> bool:
        """Whether an event is only until when: 'by the autumn congress', 'до виставки'."""
        i = self._before(at, _DATED) if match.id == "event" else -1
        if i < 0 or not self._words[i].has(DUE) or "aside" in self._words[i]:
            return False
        how = "agent" in self._words[i] and i == at - 1 and self._lexicon.noun_adjuncts  # 'by events'
        return not (how and self._lexicon.endings.is_plural(self._reading.tokens[match.last - 1].text))

    def _is_deliverable(self, match: Match, at: int) -> bool:
        """Whether a place of one's own opens a goal that says no more of it: 'New website by 1 May'."""
        opens = all(w.has(_BESIDE_NOUN) for w in self._words[:at]) and not scope.is_led(match, self._reading)
        return match.id in OWN_PLACES and opens and not any(w.has(_SAYS) for w in self._words[at + 1 :])

    def _before(self, at: int, passed: frozenset[str]) -> int:
        """The index of the last word before another that is of none of some classes; -1 if there is none."""
        i = at - 1
        while i >= 0 and self._words[i].has(passed) and not self._words[i].has(VERB_CLASSES | _PREPOSITIONS):
            i -= 1
        return i

    def _metric(self, at: int) -> str | None:
        metric: Match | None = self._words[at].get("metric") if at >= 0 else None
        return None if metric is None else metric.id

    def _is_noun(self, word: Word) -> bool:
        return "noun" in self._lexicon.verb_forms(self._text(word))

    def _is_command(self, word: Word) -> bool:
        """Whether a word that the vocabulary does not know can only be a verb: 'вичитати сайт'."""
        forms = self._lexicon.verb_forms(self._text(word)) if "other" in word else frozenset()
        return "noun" not in forms and not _COMMANDS.isdisjoint(forms)

    def _cases(self, match: Match) -> frozenset[str]:
        return self._lexicon.cases(self._reading.tokens[match.first].text)

    def _is_towards(self, match: Match) -> bool:
        """Whether 'на' and the like say where to, not where: 'на сайт'."""
        return self._points(self._cases(match))

    @staticmethod
    def _points(cases: frozenset[str]) -> bool:
        return "accs" in cases and "loct" not in cases

    def _text(self, word: Word) -> str:
        return self._reading.tokens[word.first].text
