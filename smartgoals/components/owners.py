"""Owners: the teams and people that answer for a goal."""

from __future__ import annotations

from smartgoals.components.owning import titles
from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.names import CAPITAL
from smartgoals.components.owning.people import People
from smartgoals.components.owning.standing import Standing
from smartgoals.components.owning.who import Who
from smartgoals.grammar.classes import bits
from smartgoals.grammar.clauses import segments
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import PREDICATES, VERB_CLASSES
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Match, Reading, Word

_MOST_SHORT = 4  # letters of a title that a point shortens: 'Prof.'
_MOST_BESIDE = 2  # words between a post and the name of who holds it
_BESIDE = frozenset(("other", "metric", "channel", "of"))
_NAMES = frozenset(("bare", "title", "given_name", "possessor", "label"))
_PLACES = frozenset(("in", "from", "aside", "of"))
_NAME = bits(["name"])


class OwnerReader:
    """Finds who may be the owner, and keeps those that stand where an owner stands.

    A team word that is also a metric ('sales') loses its metric where it is the owner.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._character = lexicon.alphabet.character
        self._noun_adjuncts = lexicon.noun_adjuncts

    def __call__(self, reading: Reading) -> None:
        mentions = _mentions(reading) if reading.may_have(_NAME) else []
        if not _may_name(reading):
            reading.owners = mentions
            return
        candidates = self._candidates(reading)
        owners = self._owners(reading, candidates) if candidates else []
        self._release(reading, {id(who.match) for who in owners})
        self._leave_recipients(reading)
        for who in owners:
            self._claim(reading, who)
        reading.owners = sorted([*(who.match for who in owners), *mentions], key=lambda m: m.start)

    def _owners(self, reading: Reading, candidates: list[Who]) -> list[Who]:
        """Those of the candidates that stand where an owner stands."""
        standing = Standing(reading, noun_adjuncts=self._noun_adjuncts)
        owners: list[Who] = []
        for group in standing.grouped(candidates):  # 'A, B and C': what holds for one holds for all
            possible = [who for who in group if not standing.is_no_owner(who)]
            if any(standing.is_owners(who) for who in possible):
                owners += possible
        purposes = [i for i, word in enumerate(reading.words) if "purpose" in word]
        owners = [who for who in owners if who.is_person or not _serves(who, owners, purposes)]
        return [who for who in owners if not _is_of_purpose(who, purposes, reading.words)]

    @staticmethod
    def _candidates(reading: Reading) -> list[Who]:
        """Teams, titles and people; a name takes the title before it into itself, a longer match what lies in it."""
        people = People(reading)
        found = OwnerReader._all(reading, people)
        if not found:
            return []
        named = {who.at: who for who in found if who.is_person}
        colons = {i - 1 for i in named if reading.words[i - 1].has(SIGNS)}
        points = {who.at - 1 for who in found if who.at and reading.words[who.at - 1].has(SIGNS)}
        colons |= {i - 1 for i in named if i > 1 and titles.is_said_to_be(reading.words[i - 1], reading)}
        commas = {who.at - 1 for who in found if who.is_person and titles.is_apposition(who, reading)}
        opened = {i - 1 for i in named if "open" in reading.words[i - 1]}
        labelled = {m.last for m in reading.marks if m.kind == "label"}
        titled_by = {m.first for m in reading.marks if m.kind == "title"}
        behind_names = {who.behind + 1 for who in named.values() if titles.before_comma(who, reading)}

        def stopped(who: Who) -> bool:
            return who.at == 0 or reading.words[who.at - 1].has(PAUSES)

        def gives_name(who: Who) -> bool:
            """'CFO Helen Marsh', '(treasurer: Alan)', 'Helen Marsh, CFO': the title goes with the name beside it."""
            bracketed = who.at > 0 and "open" in reading.words[who.at - 1]
            post, titled = titles.is_post(who.match, reading), who.match.first in titled_by
            held = titled or (post and (stopped(who) or who.match.first in labelled))
            introduced = who.behind in colons and (held or bracketed)
            introduced = introduced or (bracketed and who.match.id is None and who.behind in points)
            before = who.behind in opening and titles.agree(who, opening[who.behind], reading)
            beside = post and (
                titles.behind_articles(who, reading) in behind_names
                or who.behind in opened  # 'The buyer (Anna) cuts …'
                or titles.is_enclosed(who, named, reading)
                or titles.is_apposed(who, named, reading)
            )
            return before or introduced or beside or (who.behind in commas and (post or who.match.id is not None))

        opening = {who.at: who for who in named.values()}
        for who in reversed(found):
            if not who.is_person and who.behind in opening and titles.agree(who, opening[who.behind], reading):
                holder = opening[who.at] = opening[who.behind]
                holder.opens = who.at
                if who.match.end - who.match.start <= _MOST_SHORT and who.match.id is None:  # 'Ms. Ortega'
                    holder.match.first, holder.match.start, holder.at = who.match.first, who.match.start, who.at
        for who in found:
            who.opens = _opens_at(who, reading)
        posts = {i for who in named.values() for i in range(who.opens, who.at)}
        found = [who for who in found if who.is_person or not (who.at in posts or gives_name(who))]
        return _without_departments(found, reading)

    @staticmethod
    def _all(reading: Reading, people: People) -> list[Who]:
        """Every team, title and person in text order; of those that overlap, the first found."""
        bands = list(people.groups())
        marks = [m for m in reading.marks if m.kind in ("bare", "title") and not _is_word(m, reading)]
        if bands:
            marks = [m for m in marks if not any(_is_part_of(m, band, reading) for band in bands)]
        parts = (_is_first_part, _is_last_part, _is_in_verb, _has_genitive, titles.is_quoted)
        marks = [m for m in marks if not any(is_part(m, reading) for is_part in parts)]
        labels = [m for m in reading.marks if m.kind == "label"]
        labelled, longer = {m.first for m in labels}, people.inside_labels
        possessed = {m.last for m in reading.marks if m.kind == "possessor"}
        teams = [
            Match("team", m.id, m.first, _behind_title(m, people, reading), m.start, m.end)
            for m in marks
            if not (_before_colon(m, reading) and m.first in labelled)
            and not _inside(m, longer)
            and m.first not in possessed  # 'under Karim's leadership'
        ]
        for team in teams:
            if team.id is None and reading.lexicon.has_cases:
                team.last = people.behind_genitives(team.last)
            team.end = reading.tokens[team.last - 1].end
            titles.take_number(team, reading)
        teams.sort(key=lambda m: m.first - m.last)  # 'product marketing', 'QA engineers': before their parts
        found: list[Who] = []
        nobody = reading.lexicon.persons.nobody
        untitled = [m for m in reading.metrics if m.first > 0]  # 'Lead quality: …' may be who answers
        sure = [m for m in reading.owners if not (_inside(m, longer) or titles.is_measured(m, reading))]
        for match in [*people.given(), *sure, *teams, *people.labelled(), *bands]:
            at = reading.word_at(match.first)
            end = next((e for i in (1, 2) if (e := reading.word_at(match.last - i)) is not None), at)
            if at is None or end is None or any(match.overlaps(who.match) for who in found):
                continue
            named = {token.text for token in reading.tokens[match.first : match.last]}
            if not nobody.isdisjoint(named | {reading.text[match.start : match.end + 2].lower()}):
                continue  # 'Owner: not assigned', 'Owner: N/A'
            if match.kind == "team" and any(_ends(match, term) for term in (*reading.channels, *untitled)):
                continue
            found.append(Who(match, at, end + 1, at, sure=match in reading.owners, loose=match in bands))
        found.sort(key=lambda who: who.at)
        return found

    def _release(self, reading: Reading, owners: set[int]) -> None:
        """Make teams that own nothing words like any other: who is hired is a thing counted."""
        for match in reading.owners:
            at = reading.word_at(match.first)
            if id(match) not in owners and at is not None:
                self._change(reading, at, "other", None)

    def _leave_recipients(self, reading: Reading) -> None:
        """'Принести продажам 90 лідів': a team word in the dative behind a verb names who gets what is counted."""
        lexicon = reading.lexicon
        if not lexicon.has_cases or len(reading.metrics) < 2:
            return
        bare = {m.first for m in reading.marks if m.kind == "bare"}
        for match in [m for m in reading.metrics if m.first in bare and m.last - m.first == 1]:
            at = reading.word_at(match.first) or 0
            given = at > 0 and reading.words[at - 1].has(VERB_CLASSES)
            if given and lexicon.cases(reading.tokens[match.first].text) == {"datv"}:
                reading.metrics.remove(match)
                self._change(reading, at, "other", None)

    def _claim(self, reading: Reading, who: Who) -> None:
        reading.metrics = [m for m in reading.metrics if not m.overlaps(who.match)]
        opens = who.opens
        if opens > 0 and who.is_person and titles.is_post_too(opens - 1, reading):
            opens -= 1  # 'Партнерка Олена: …', 'Партнер Гнатюк хоче, щоб …'
            reading.metrics = [m for m in reading.metrics if m is not reading.words[opens].get("metric")]
            self._change(reading, opens, "other", None)
        opens -= titles.behind_channel(opens, reading)
        first = min(who.match.first, reading.words[opens].first)  # '(адміністраторка салону Віта)'
        reading.channels = [
            m
            for m in reading.channels
            if m.last <= first or m.first >= who.match.last or (m.kind != "channel" and not m.overlaps(who.match))
        ]  # a named platform always is one
        reading.dates = [d for d in reading.dates if not d.first <= who.at < d.last]  # 'May will …'
        self._change(reading, who.at, "owner", who.match)
        for at in range(who.at + 1, who.behind):  # 'inside sales'
            if "metric" in reading.words[at] and reading.words[at].last <= who.match.last:
                self._change(reading, at, "other", None)

    def _change(self, reading: Reading, at: int, name: str, payload: Match | None) -> None:
        word = reading.words[at]
        word.become({name: payload}, self._character((name,)))
        reading.chars = reading.chars[:at] + word.char + reading.chars[at + 1 :]


def _mentions(reading: Reading) -> list[Match]:
    """The people that a goal names as '@anna'."""
    return [
        Match("person", None, i, i + 1, token.start + 1, token.end)
        for i, token in enumerate(reading.tokens)
        if token.kind == "name" and token.text.startswith("@")
    ]


def _may_name(reading: Reading) -> bool:
    """Whether any word may be part of somebody's name: most goals name nobody, and are done with here."""
    lexicon = reading.lexicon
    if reading.owners or "[" in reading.text or any(m.kind in _NAMES for m in reading.marks):
        return True
    if reading.may_have(CAPITAL) and any("capital" in word for word in reading.words):
        return True
    texts = [token.text for token in reading.tokens if token.kind == "word"]
    texts += [text.partition("'")[0] for text in texts if "'" in text]  # "the bursar's target"
    persons = lexicon.persons
    if not persons.groups.isdisjoint(texts) or not persons.doubtful.isdisjoint(texts):
        return True
    named = bool(texts) and (persons.surnames.fit(texts[0]) or lexicon.is_rather_name(texts[0]))
    posts = lexicon.noun_adjuncts and not persons.posts.isdisjoint(texts)
    return named or posts or any(map(lexicon.is_group_noun, texts))


def _without_departments(found: list[Who], reading: Reading) -> list[Who]:
    """'Rachel from accounts', 'бригада монтажників': without teams that only say where others work, or who they are."""
    kept: list[Who] = []
    for who in found:
        before = kept[-1] if kept and not who.is_person else None
        if before is not None and before.is_person and who.opens - before.behind == 1:
            of = _is_of(reading.words[before.behind], who, reading)
            works_there = of or titles.is_bracketed(before, who, reading)
        else:
            works_there = before is not None and before.behind in (who.opens, who.at) and _is_genitive(who, reading)
        if before is not None and works_there:
            before.behind = who.behind
            titles.join(before, who)
        else:
            kept.append(who)
    return kept


def _is_genitive(who: Who, reading: Reading) -> bool:
    """'бригада монтажників': whether a group can depend on the one right before it."""
    lexicon = reading.lexicon
    return "gent" in lexicon.cases(reading.tokens[who.match.first].text)


def _is_of(word: Word, who: Who, reading: Reading) -> bool:
    """Whether a preposition makes a team the place where somebody works; not 'Катя з відділом продажів'."""
    lexicon = reading.lexicon
    if "company" in word and lexicon.has_cases and "ablt" in lexicon.cases(reading.tokens[who.match.first].text):
        return False
    return word.has(_PLACES) and "and" not in word and "together" not in word and "agent" not in word


def _serves(who: Who, owners: list[Who], purposes: list[int]) -> bool:
    """'Олег має домогтися, щоб підрядник здав …': who acts in a purpose clause owns nothing if another does."""
    return any(other.at < i < who.at for i in purposes for other in owners)


def _opens_goal(words: list[Word], behind: int) -> bool:
    """Whether a comma behind a clause's subject has a verb right behind it, which tells what is to be done."""
    at = next((i for i in range(behind, len(words) - 1) if "comma" in words[i]), len(words))
    return behind < at < len(words) and words[at + 1].has(VERB_CLASSES) and words[behind].has(PREDICATES)


def _is_of_purpose(who: Who, purposes: list[int], words: list[Word]) -> bool:
    """'Improve lead quality so that sales …': whether somebody stands in the purpose clause behind what is measured."""
    at = next((i for i in reversed(purposes) if i < who.opens), None)
    if at is None or any(segments.parts(words, i) or "colon" in words[i] for i in range(at, who.opens)):
        return False  # '…, щоб розширити склад, відп. Оксана'
    behind = words[who.behind : segments.end(words, who.behind)]
    if at == 0 and _opens_goal(words, who.behind):
        return True  # 'So that sales can plan, publish 12 forecasts'
    if "and" in words[at] and any("auxiliary" in word for word in behind) and any("number" in word for word in behind):
        return False  # 'churn is 5 %, so the support team must bring it to 3 %'
    return any("metric" in word for word in words[:at])  # but 'нужно, чтобы отдел продаж …'


def _is_word(match: Match, reading: Reading) -> bool:
    """Whether an abbreviation of two letters stands in lower case, as the word it may be too: 'it', 'hr'."""
    raw = reading.text[match.start : match.end]
    title = match.kind == "title" and raw[0].isupper()  # 'Dr. Adams'
    if len(raw) != 2 or not raw.isalpha() or raw.isupper() or title:
        return False
    around = [token.text for token in reading.tokens[max(match.first - 1, 0) : match.last + 1]]
    heads = match.first == 0 and around[-1] == ":"  # 'hr: anställa 3 montörer'
    return not (heads or {"(", ")"} <= set(around))  # '… (hr)'


def _is_first_part(match: Match, reading: Reading) -> bool:
    """'HR-kunder', 'serviceavtal': whether a team word is joined to a word that names neither a group nor a post."""
    tokens, at = reading.tokens, match.last
    cut = at < len(tokens) and tokens[at].kind == "word" == tokens[at - 1].kind
    if cut and tokens[at].start == tokens[at - 1].end:
        return not reading.lexicon.persons.is_group(tokens[at].text)
    if at + 1 >= len(tokens) or tokens[at].text != "-":
        return False
    part = tokens[at + 1]
    joined = tokens[at].glued and part.glued and part.raw[0].islower()
    return joined and not reading.lexicon.persons.is_group(part.text)


def _is_in_verb(match: Match, reading: Reading) -> bool:
    """Whether a team word is part of a longer verb: 'get them on board', 'sälj slut'."""
    at = reading.word_at(match.first)
    word = reading.words[at] if at is not None else None
    return word is not None and word.last - word.first > match.last - match.first and word.has(VERB_CLASSES)


def _is_last_part(match: Match, reading: Reading) -> bool:
    """'От партнёров-дизайнеров': whether a hyphen joins a team word to what the vocabulary has as something else."""
    tokens, at = reading.tokens, match.first
    if at < 2 or not (tokens[at - 1].is_hyphen and tokens[at - 1].glued and tokens[at].glued):
        return False
    return any(m.first <= at - 2 < m.last for m in (*reading.channels, *reading.metrics))


def _has_genitive(match: Match, reading: Reading) -> bool:
    """'Персонал кухні': whether a genitive says that a word for a group is not the team that it alone means."""
    lexicon, at = reading.lexicon, match.last
    if match.kind != "bare" or not lexicon.has_cases or at >= len(reading.tokens):
        return False
    text, behind = reading.tokens[at - 1].text, reading.tokens[at]
    if match.last - match.first > 1 or not lexicon.persons.is_ending(text) or behind.kind != "word":
        return False
    return "gent" in lexicon.cases(behind.text) and not lexicon.verb_forms(behind.text) - {"noun"}


def _inside(match: Match, longer: dict[int, Match]) -> bool:
    """Whether a match is part of a longer one: 'lead' of 'under the lead of'."""
    other = longer.get(match.first)
    return other is not None and match.last <= other.last and other.last - other.first > match.last - match.first


def _ends(match: Match, term: Match) -> bool:
    """'(email marketing)', 'improve lead quality': whether a team's word is the last of a longer term's."""
    return term.first < match.first and match.last == term.last


def _is_part_of(match: Match, band: Match, reading: Reading) -> bool:
    """'Admissions coordinator', 'logistics crew': whether a title is only the end of a longer one, or the beginning."""
    if match.id is None and band.first == match.first and match.last < band.last:
        return reading.lexicon.noun_adjuncts
    if band.first < match.first and match.last < band.last:
        return match.id is None and reading.lexicon.noun_adjuncts  # "the council's highways department"
    if not (band.first < match.first and match.last == band.last):
        return False
    at = reading.word_at(match.first - 1)
    return match.id is None or (at is not None and "of" in reading.words[at])


def _before_colon(match: Match, reading: Reading) -> bool:
    """'PO: Maja': what stands before a colon may be a label."""
    return match.last < len(reading.tokens) and reading.tokens[match.last].text == ":"


def _behind_title(match: Match, people: People, reading: Reading) -> int:
    """The token behind a title: its point too, 'Mr. Lindgren', or the name of a firm behind it."""
    tokens, at = reading.tokens, match.last
    short = match.kind == "title" and match.last - match.first == 1 and match.end - match.start <= _MOST_SHORT
    if (
        short
        and at + 1 < len(tokens)
        and tokens[at].text == "."
        and tokens[at].glued
        and tokens[at + 1].raw[0].isupper()
    ):
        return at + 1
    return people.behind_name(at)


def _opens_at(who: Who, reading: Reading) -> int:
    """The word where what qualifies somebody begins: 'kostchef Birgitta', 'менеджер відділу продажу', 'night nurse'."""
    words, lexicon, at = reading.words, reading.lexicon, who.opens
    if at == 0:
        return at
    if not who.is_person and who.match.id is None:
        before = reading.tokens[words[at - 1].last - 1].text
        if not who.loose and lexicon.has_cases and lexicon.is_group_noun(before) and _is_genitive(who, reading):
            return at - 1  # 'гільдія дизайнерів'
        while at > 0 and "other" in words[at - 1] and who.opens - at < _MOST_BESIDE:
            text = reading.tokens[words[at - 1].last - 1].text
            if not (lexicon.noun_adjuncts or lexicon.is_adjective(text) or lexicon.persons.is_post(text)):
                break
            at -= 1
        paused = at > 0 and words[at - 1].has(PAUSES) and not lexicon.noun_adjuncts  # '…, сімейні лікарі'
        return at if at == 0 or paused or (at == 1 and "the" in words[0]) else who.opens
    if who.match.id is not None and reading.tokens[words[at - 1].last - 1].text in lexicon.persons.groups:
        return at - 1  # 'силами команди UX'
    for back in range(1, _MOST_BESIDE + 1 if lexicon.has_cases or not who.is_person else 2):
        if at - back < 0 or not words[at - back].has(_BESIDE):
            break
        text = reading.tokens[words[at - back].last - 1].text
        if lexicon.persons.is_post(text):
            named = lexicon.cases(reading.tokens[who.match.first].text)
            apart = who.is_person and named and named.isdisjoint(lexicon.cases(text))
            return at if apart else at - back
    return at
