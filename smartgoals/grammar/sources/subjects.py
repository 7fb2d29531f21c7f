"""Words that may be a metric or a verb and are a channel where they stand: subjects, and means to a result."""

from __future__ import annotations

from smartgoals.grammar.aims import Aim
from smartgoals.grammar.clauses.segments import SIGNS
from smartgoals.grammar.sources import scope
from smartgoals.grammar.sources.channels import Channels
from smartgoals.grammar.verb_classes import is_verb
from smartgoals.grammar.word_sets import ENDS, OF_WHAT, SOURCES, SUBJECT_ENDS
from smartgoals.reading import TAKEN, Match, Quantity, Reading, Word

_LISTED = frozenset(("channel", "metric", "and", "comma", "plus", "slash"))
_LINKS = _LISTED - {"channel", "metric"}
_PLACE_NAMES = frozenset(("other", "name", "the", "dash"))
_DATES = frozenset(("date", "period", "month", "day"))
_AMOUNTS = frozenset(("number", "fraction", "percent", "multiply", "metric"))
_THINGS = frozenset(("other", "noun_activity"))
_BEFORE_VERB = frozenset(("to", "means", "auxiliary", "and", "comma", "stop", "colon", "owner", "period"))
_APPENDS = frozenset(("comma", "stop"))
_OPENS_LIST = frozenset(("colon", "dash", "open"))
_OPENERS: frozenset[str] = SUBJECT_ENDS | {"arrow"}  # 'newsletter → 40 orders'
_APART = frozenset(("slash", "stop", "colon", "open", "dash"))
_ENDS = frozenset(("", ".", ";", "|", "/", ")", "]"))  # behind what stands alone
_ATTENDED = ("event", "webinar")
_OF_WHOLE = frozenset(("of", "the"))


def commands(reading: Reading, known: Channels) -> None:
    """'Email 2,000 alumni and raise £40k': a verb that names a channel is the means to the result behind it."""
    word = reading.words[0] if reading.words else None
    if word is not None and 0 in reading.doubles and "activity" in word:
        found = Match("channel", reading.doubles[0].id, word.first, word.last, word.start, word.end)
        if known.is_spread(found, 0):
            _add(reading, found)
    for mark in reading.marks:
        if mark.kind == "command" and (at := reading.word_at(mark.first)) is not None and _is_verb(reading.words, at):
            found = Match("channel", mark.id, mark.first, mark.last, mark.start, mark.end)
            if _is_work_itself(reading, mark):
                continue
            means = known.is_means(found, at) or scope.is_worked_with(found, at, reading)
            if means and not any(m.overlaps(found) for m in reading.channels):
                _add(reading, found)


def _is_work_itself(reading: Reading, mark: Match) -> bool:
    """'Ring 50 calls and book 6 meetings': whether a verb's number counts what the verb does, not whom it reaches."""
    at = next((i for i, word in enumerate(reading.words) if word.first >= mark.last and "metric" in word), None)
    if at is None or reading.ontology.worked_by.get(reading.words[at]["metric"].id or "") != mark.id:
        return False
    start = reading.word_at(mark.last)
    return start is not None and not any(w.has(_LINKS) or "metric" in w for w in reading.words[start:at])


def _is_verb(words: list[Word], at: int) -> bool:
    """Whether a word that may be a verb stands where one stands: first, behind 'to', or behind a subject."""
    return "metric" not in words[at] and (at == 0 or words[at - 1].has(_BEFORE_VERB))


def read(reading: Reading, aims: list[Aim], known: Channels) -> None:
    """'Newsletter: 30 orders', 'webinars should bring 40 leads': a subject that may be a channel is one."""
    worked_by = reading.ontology.worked_by
    for match in list(reading.metrics):
        double = reading.doubles.get(match.first)
        work = worked_by.get(match.id or "")
        works = work is not None and (double is None or double.last < match.last)
        if works:  # press coverage is press work's
            double = Match("channel", work, match.first, match.last, match.start, match.end)
        if double is None:
            continue
        at = reading.word_at(match.first) or 0
        if any(m.overlaps(match) for m in reading.channels):
            continue
        found = Match("channel", double.id, match.first, match.last, match.start, match.end)
        counts = [aim.quantity for aim in aims if aim.metric is match and aim.quantity is not None]
        if counts and counts[0].first > at and _counts_share(reading, match, counts[0]) and known.results.brings(at):
            _promote(reading, match, found, aims)  # 'direct and organic visits should bring 60 % of sales'
        elif counts and (whole := _broken_down(reading, match, at, counts[0], aims)) is not None:
            _promote(reading, match, found, aims)
            for aim in aims:
                aim.metric = whole if aim.quantity is counts[0] else aim.metric
        elif double.id == "direct" and double.last == match.last:
            _add(reading, found)  # '1,000 direct visits'
        elif counts:
            if double.last == match.last and counts[0].first < at and known.is_counted_source(found, at):
                _add(reading, found)  # 'two webinars that bring 70 meetings'
            elif counts[0].first > at and known.results.brings(at) and _counts_other(reading, match, counts[0]):
                _promote(reading, match, found, aims)
        elif not (_is_another(reading, at, found) or scope.is_downloaded(found, at, reading)) and (
            _continues(reading, at)
            or _is_means(reading, found, at, known)
            or _is_subject(reading, at, aims)
            or _is_listed(reading, at, aims)
            or _is_in_means(reading, at, aims)
            or _is_alone(reading, match, at, aims)
            or _is_appended(reading, at, aims)
            or _is_of_rate(reading, at, aims)
            or scope.is_worked_with(found, at, reading)
            or _is_grown(reading, match, at, aims)
            or (works and reading.is_instrumental(found))  # 'привлечь 40 гостей статьями в журналах'
        ):
            _promote(reading, match, found, aims)


def _promote(reading: Reading, metric: Match, channel: Match, aims: list[Aim]) -> None:
    """Read a metric as the channel that its word may be; what was counted for it counts the thing behind its number."""
    guests = reading.lexicon.persons.guests
    reading.metrics.remove(metric)
    aims[:] = [aim for aim in aims if aim.metric is not metric or aim.quantity is not None]
    for aim in list(aims):
        if aim.metric is metric and aim.quantity is not None:
            whole = _whole(reading, aim.quantity)
            if whole is not None and any(a.metric is whole and a.quantity is aim.quantity for a in aims):
                aims.remove(aim)  # 'direct and organic visits should bring 60 % of sales'
                continue
            aim.metric, aim.at, aim.end = whole, aim.quantity.first, aim.quantity.last
            if aim.quantity.unit is None:
                thing = reading.words[aim.quantity.last]
                aim.named, aim.end = (thing.first, thing.last), aim.quantity.last + 1
                if channel.id in _ATTENDED and not guests.isdisjoint(reading.forms[thing.last - 1].keys):
                    # 'Festival: 8,000 guests'
                    aim.metric = Match("metric", "event_registrations", *aim.named, thing.start, thing.end)
                    aim.named = None
                    reading.metrics.append(aim.metric)
    own = reading.ontology.platforms
    if not any(m.kind == "platform" and own.get(m.id or "") == channel.id for m in reading.channels):
        _add(reading, channel)  # not the 'Відео' of 'Відео про бренд: 100 тис. переглядів на YouTube'


def _broken_down(reading: Reading, subject: Match, at: int, quantity: Quantity, aims: list[Aim]) -> Match | None:
    """'Revenue: website £160k, events £30k': the metric of the sum before, if a channel heads that sum as this one."""
    words, money = reading.words, reading.ontology.money
    if quantity.unit != "money" or subject.id in money or at == 0 or not words[at - 1].has(_LINKS):
        return None
    for aim in aims:
        before = aim.quantity
        if aim.metric is None or before is None or before.unit != "money" or before.last != at - 1 or before.first < 2:
            continue
        head = before.first - 1
        head -= words[head].has(SIGNS)
        return aim.metric if any(m.last == words[head].last for m in reading.channels) else None
    return None


def _counts_share(reading: Reading, subject: Match, quantity: Quantity) -> bool:
    """Whether a share behind a subject is of another metric: 'SEO should bring 60 % of traffic'."""
    whole = _whole(reading, quantity)
    return whole is not None and whole is not subject


def _whole(reading: Reading, quantity: Quantity) -> Match | None:
    """The metric right behind a share."""
    at, words = quantity.last, reading.words
    while at < len(words) - 1 and words[at].has(_OF_WHOLE):
        at += 1
    whole: Match | None = words[at].get("metric") if quantity.unit == "percent" and at < len(words) else None
    return whole


def _counts_other(reading: Reading, subject: Match, quantity: Quantity) -> bool:
    """Whether a number behind a subject is of something else: 'open evening: 120 applications', '… brings in £200'."""
    if quantity.unit == "money":
        return subject.id not in reading.ontology.money  # 'CPC in Yandex: 38 → 29 roubles'
    word = reading.words[quantity.last] if quantity.last < len(reading.words) else None
    if word is None or quantity.unit is not None or reading.chars[quantity.last] == TAKEN:
        return False
    return word.has(_THINGS) and not reading.forms[word.first].filler


def _is_means(reading: Reading, found: Match, at: int, known: Channels) -> bool:
    """Whether work on it brings what is aimed at: 'send emails to all and get 5 % to renew'."""
    if known.is_object(found, at) and known.is_spread(found, at):
        return True
    if known.results.brought(at):
        return True
    return known.results.brings(at) and any(word.has(_AMOUNTS) for word in reading.words[at + 1 :])


def _continues(reading: Reading, at: int) -> bool:
    """'Через вебінари та виставки': whether a conjunction joins it to a channel that a preposition governs."""
    words = reading.words
    if at < 3 or "and" not in words[at - 1] or "channel" not in words[at - 2] or not words[at - 3].has(SOURCES):
        return False
    lexicon = reading.lexicon
    if lexicon.has_cases:
        cases = [lexicon.cases(reading.tokens[words[i].last - 1].text) for i in (at - 2, at)]
        if all(cases) and cases[0].isdisjoint(cases[1]):
            return False  # 'вебінар на сайті та виставку'
    return bool(words[at - 2]["channel"].kind == "channel")


def _is_another(reading: Reading, at: int, found: Match) -> bool:
    """Whether a channel right before it, or one behind it that it stands in, says it: 'ChatGPT referrals: …'."""
    words = reading.words
    before = at - 2 if at > 1 and "dash" in words[at - 1] and words[at - 1].end == words[at].start else at - 1
    if before >= 0 and "channel" in words[before]:
        return True
    behind = words[at + 2].get("channel") if at + 2 < len(words) else None
    named = behind is not None and (behind.kind == "platform" or behind.id == found.id)
    return named and words[at + 1].has(SOURCES)


def _is_subject(reading: Reading, at: int, aims: list[Aim]) -> bool:
    """Whether it opens the goal, alone or in a list, and a verb, an auxiliary or a colon follows."""
    words = reading.words
    counted = any(aim.quantity is not None and aim.metric is not None for aim in aims)
    lead = at if all(w.has(_LISTED) for w in words[:at]) else 0  # 'push and newsletters should …'
    if at > max(lead, 1) or not counted:
        return False
    rest = words[_behind(words, at) :]
    behind = next((w for w in rest if not (lead and w.has(_LISTED))), None)
    listed = len(rest) > 1 and rest[0].has(_LINKS) and "channel" in rest[1]
    opens = _OPENERS | {"dash"} if lead else _OPENERS
    return behind is not None and (listed or behind.has(opens) or is_verb(behind))


def _is_listed(reading: Reading, at: int, aims: list[Aim]) -> bool:
    """'80 members: open day + posts on Instagram': whether it stands in a list of channels behind an aim's colon."""
    words = reading.words
    colon = next((i for i in range(at - 1, -1, -1) if "colon" in words[i]), None)
    if colon is None or not any(aim.metric is not None or aim.named is not None for aim in aims if aim.end <= colon):
        return False
    listed = words[colon + 1 :]
    return any("channel" in w for w in listed) and not any(w.has(_AMOUNTS - {"metric"}) or is_verb(w) for w in listed)


def _is_in_means(reading: Reading, at: int, aims: list[Aim]) -> bool:
    """'70 orders: newsletter and chat', '… (webinars, push)': whether a list of means behind an aim has it."""
    words = reading.words
    i = at - 1
    while i >= 0 and (words[i].has(_LISTED) or reading.forms[words[i].first].filler):
        i -= 1
    if i < 0 or not (words[i].has(_OPENS_LIST) and reading.chars[i] != TAKEN):
        return False
    if "dash" in words[i] and words[i].start == words[i - 1].end:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    ends = after is None or after.has(_LINKS | ENDS)
    return ends and any(aim.quantity is not None and aim.end <= i and not _is_work(reading, aim) for aim in aims)


def _is_alone(reading: Reading, match: Match, at: int, aims: list[Aim]) -> bool:
    """'Webinars | 40 leads', 'Source: webinars. 40 leads': whether it stands alone between pauses, beside an aim that
    counts results."""
    words, first = reading.words, at - 1
    while first >= 0 and (reading.forms[words[first].first].filler or "the" in words[first]):
        first -= 1
    text = reading.tokens[words[at].last].text if at + 1 < len(words) else ""
    if first < 0 and text != "|":
        return False
    if not all(word.has(_APART) for word in words[first : first + 1]) or text not in _ENDS:
        return False
    others = (aim for aim in aims if aim.quantity is not None and aim.metric is not match)
    return any(_is_result(reading, aim) for aim in others)


def _is_appended(reading: Reading, at: int, aims: list[Aim]) -> bool:
    """'25 new customers by May, trade shows and push': whether a goal that counts results ends in a list of means."""
    words, i = reading.words, at
    counted = {aim.end for aim in aims if aim.quantity is not None and _is_result(reading, aim)}
    while i > 0 and i not in counted and words[i - 1].has(_LISTED):
        i -= 1
    if not counted or i < min(counted) or not words[i].has(_APPENDS):
        return False
    return all(word.has(_LISTED | ENDS) and "number" not in word for word in words[at + 1 :])


def _is_result(reading: Reading, aim: Aim) -> bool:
    """Whether an aim names what it counts, and that is no work."""
    return (aim.metric is not None or aim.named is not None) and not _is_work(reading, aim)


def _is_grown(reading: Reading, match: Match, at: int, aims: list[Aim]) -> bool:
    """'Grow our newsletter to 5,000 subscribers': whether the level right behind it is of something else."""
    if not any(q.first == at + 1 and q.lead in ("to", "from") for q in reading.quantities):
        return False
    behind = next((aim for aim in aims if aim.quantity is not None and aim.quantity.first > at), None)
    return behind is not None and behind.metric is not None and behind.metric.id != match.id and behind.at > at


def _is_of_rate(reading: Reading, at: int, aims: list[Aim]) -> bool:
    """'CTR of 2 % for the display campaigns': whether it is what does as well as the aim says."""
    if not any(aim.metric is not None and aim.metric.id in reading.ontology.rates for aim in aims):
        return False
    i = at - 1
    while i > 0 and (reading.forms[reading.words[i].first].filler or "the" in reading.words[i]):
        i -= 1
    before = reading.words[i].get("metric") if i >= 0 else None
    rated = before is not None and before.id in reading.ontology.rates  # 'CTR newsletter 4 %'
    return rated or (i > 0 and reading.words[i].has(OF_WHAT))


def _is_work(reading: Reading, aim: Aim) -> bool:
    """Whether an aim is itself work, of which a list says more: '3 events: a webinar and a fair'."""
    known = reading.ontology.metrics.get(aim.metric.id or "") if aim.metric is not None else None
    return known is not None and known.kind == "activity"


def _add(reading: Reading, channel: Match) -> None:
    reading.channels = sorted([channel, *reading.channels], key=lambda m: m.start)


def _behind(words: list[Word], at: int) -> int:
    """The index behind a subject and the phrase of place that belongs to it: 'partners in Germany'."""
    i = at + 1
    if i < len(words) and "in" in words[i]:
        i += 1
        while i < len(words) and words[i].has(_PLACE_NAMES):
            i += 1
    if i + 1 < len(words) and "comma" in words[i] and words[i + 1].has(_DATES):
        i += 2  # 'trade fair in Frankfurt, 12 May: 80 leads'
        while i + 1 < len(words) and "dash" in words[i] and words[i + 1].has(_DATES):
            i += 2  # '12–15 May'
    return i
