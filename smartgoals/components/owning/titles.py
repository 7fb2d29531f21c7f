"""Posts and titles beside the name of who holds them: 'CFO Helen Marsh', 'Leo (our intern)'."""

from __future__ import annotations

from smartgoals.components.owning.groups import PAUSES
from smartgoals.components.owning.who import Who
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.verb_classes import PREDICATES
from smartgoals.grammar.word_sets import ENDS
from smartgoals.reading import Match, Reading, Word

_STAFF = frozenset(("partnerships", "headcount"))  # metrics that count people by their posts
_NUMBERED = 2  # tokens of what says which group it is: 'Year 6 teachers'
_OPENING_QUOTES = "«“„"
_PARTS = frozenset(("comma", "stop", "dash", "open"))


def behind_articles(who: Who, reading: Reading) -> int:
    """The word where a post begins with its article or possessive: 'Jess, our club captain'."""
    at = who.opens
    while at > 0 and (reading.forms[reading.words[at - 1].first].filler or "the" in reading.words[at - 1]):
        at -= 1
    return at


def is_enclosed(who: Who, named: dict[int, Who], reading: Reading) -> bool:
    """'Leo (our intern)': whether a post stands alone in brackets behind a name."""
    words, at = reading.words, who.at - 1
    while at > 0 and reading.forms[words[at].first].filler:
        at -= 1
    closed = who.behind < len(words) and "close" in words[who.behind]
    return closed and at > 0 and "open" in words[at] and any(name.behind == at for name in named.values())


def is_bracketed(before: Who, who: Who, reading: Reading) -> bool:
    """'Amina (fundraising) will …': whether a field stands in brackets between a name and its verb."""
    words = reading.words
    if who.behind + 1 >= len(words) or not ("open" in words[before.behind] and "close" in words[who.behind]):
        return False
    return not who.sure and words[who.behind + 1].has(PREDICATES)


def is_apposed(who: Who, named: dict[int, Who], reading: Reading) -> bool:
    """'Owner: Head of Claims, Nuala Byrne': whether a name that ends what is said stands behind a post and a comma."""
    words = reading.words
    name = named.get(who.behind + 1)
    if name is None or reading.tokens[words[who.behind].first].text != ",":
        return False
    before = words[who.at - 1] if who.at else None
    ends = name.behind == len(words) or words[name.behind].has(ENDS)
    return ends and before is not None and before.has(SIGNS)


def is_apposition(who: Who, reading: Reading) -> bool:
    """'Our CRO, Patrick Dunn, will …': a name between commas says who holds the title before it."""
    words = reading.words
    before, behind = words[who.at - 1 : who.at], words[who.behind : who.behind + 2]
    apart = len(behind) > 1 and bool(before) and all("comma" in w for w in (*before, behind[0]))
    return apart and behind[1].has(PREDICATES)


def is_post(match: Match, reading: Reading) -> bool:
    """Whether a team or title is a post that one person holds: 'sales director'."""
    lexicon = reading.lexicon
    return any(lexicon.persons.is_post(t.text) for t in reading.tokens[match.first : match.last])


def before_comma(who: Who, reading: Reading) -> bool:
    """Whether a comma and something at the end stand behind a name: '— Helen Marsh, CFO'."""
    words = reading.words
    return who.behind + 1 < len(words) and reading.tokens[words[who.behind].first].text == ","


def is_said_to_be(word: Word, reading: Reading) -> bool:
    """'Rekryteringsansvarig är Petra': whether a word may be the verb between a post and a name."""
    verb = "auxiliary" in word and word.keys() <= {"auxiliary", "state"}
    return verb and reading.tokens[word.first].kind == "word" and word.last - word.first == 1


def agree(who: Who, named: Who, reading: Reading) -> bool:
    """Whether a post may be that of the person behind it, by their cases; not 'разом із відділом Дмитро'."""
    lexicon = reading.lexicon
    if not lexicon.has_cases:
        return True
    tokens = reading.tokens
    first, last = tokens[who.match.first].text, tokens[who.match.last - 1].text
    cases, of_name = lexicon.cases(last if first.isascii() else first), lexicon.cases(tokens[named.match.first].text)
    return not cases or not of_name or not cases.isdisjoint(of_name)


def are_apart(before: Who, who: Who, reading: Reading) -> bool:
    """'Сайт гімназії, відповідальний учитель', 'у команду розробки, рекрутери': a label or the cases part two."""
    if before.is_person or not any(word.has(_PARTS) for word in reading.words[before.behind : who.opens]):
        return False
    labels = (m for m in reading.marks if m.kind == "label")
    if any(before.match.last <= label.first and label.last <= who.match.first for label in labels):
        return True
    return not agree(who, before, reading)


def is_post_too(at: int, reading: Reading) -> bool:
    """Whether a channel, or somebody counted, is the post of the person named behind it."""
    channel, metric = reading.words[at].get("channel"), reading.words[at].get("metric")
    named = channel is not None and channel.kind == "channel"
    return (named or (metric is not None and metric.id in _STAFF)) and _heads(at, reading)


def _heads(at: int, reading: Reading) -> bool:
    """Whether a word in the case of a subject opens a phrase."""
    lexicon, words = reading.lexicon, reading.words
    if not lexicon.has_cases or (at > 0 and not words[at - 1].has(PAUSES)):
        return False
    return "nomn" in lexicon.cases(reading.tokens[words[at].first].text)


def join(before: Who, who: Who) -> None:
    """'Специалисты отдела контента': let a group that no vocabulary knows be of the team that it works in."""
    if not before.is_person and before.match.id is None and who.match.id is not None:
        before.match.id, before.match.last, before.match.end = who.match.id, who.match.last, who.match.end


def is_measured(team: Match, reading: Reading) -> bool:
    """'Выручка на менеджера отдела продаж': whether a team only says whose post a metric is measured by."""
    persons, texts = reading.lexicon.persons, reading.tokens
    ends = (m.last for m in reading.metrics if m.last - m.first > 1)
    return reading.lexicon.has_cases and team.first in ends and persons.is_post(texts[team.first - 1].text)


def take_number(team: Match, reading: Reading) -> None:
    """'Year 6 teachers to …': let a team have the head of a name and the number that open the goal before it."""
    words = reading.words
    opened = team.first == _NUMBERED and reading.lexicon.noun_adjuncts
    if opened and "name_head" in words[0] and "number" in words[1]:
        team.first, team.start = 0, reading.tokens[0].start


def is_quoted(match: Match, reading: Reading) -> bool:
    """'Студія «Кадр»': whether a quotation mark opens right before a team word, which is then a name."""
    return match.first > 0 and reading.text[match.start - 1] in _OPENING_QUOTES


def behind_channel(at: int, reading: Reading) -> int:
    """'(PR agency: Nordic Buzz)': how many words before a name say, in a bracket, what channel those work for."""
    words = reading.words
    titled = at > 2 and "colon" in words[at - 1] and "channel" in words[at - 2] and "open" in words[at - 3]
    return 2 * titled
