"""Words that may be a metric or a verb and are a channel where they stand: subjects, and means to a result."""

from __future__ import annotations

from smartgoals.grammar import direction
from smartgoals.grammar.binding import Aim
from smartgoals.grammar.channels import Channels
from smartgoals.reading import Match, Reading, Word

_LISTED = frozenset(("channel", "metric", "and", "comma", "plus", "slash"))
_LINKS = _LISTED - {"channel", "metric"}
_PLACE_NAMES = frozenset(("other", "name", "the", "dash"))
_SUBJECT_ENDS = frozenset(("colon", "auxiliary"))


def commands(reading: Reading, known: Channels) -> None:
    """'Email 2,000 alumni and raise £40k': a verb that names a channel is the means to the result behind it."""
    word = reading.words[0] if reading.words else None
    if word is None or 0 not in reading.doubles or "activity" not in word:
        return
    found = Match("channel", reading.doubles[0], word.first, word.last, word.start, word.end)
    if known.is_spread(found, 0):
        reading.channels = [found, *reading.channels]


def read(reading: Reading, aims: list[Aim], known: Channels) -> None:
    """'Newsletter: 30 orders', 'webinars should bring 40 leads': a subject that may be a channel is one."""
    counted = [aim for aim in aims if aim.quantity is not None and aim.metric is not None]
    for match in list(reading.metrics):
        channel = reading.doubles.get(match.first)
        if channel is None:
            continue
        at = reading.word_at(match.first) or 0
        found = Match("channel", channel, match.first, match.last, match.start, match.end)
        bound = any(aim.metric is match and aim.quantity is not None for aim in aims)
        if not bound and known.is_object(found, at) and known.is_spread(found, at):
            _promote(reading, aims, match, found)  # 'send emails to all and get 5 % to renew'
            continue
        lead = at if all(w.has(_LISTED) for w in reading.words[:at]) else 0  # 'push and newsletters should …'
        of_platform = at > 0 and "channel" in reading.words[at - 1]  # 'ChatGPT referrals: …'
        if at > max(lead, 1) or not counted or bound or of_platform:
            continue
        rest = reading.words[_behind(reading.words, at) :]
        behind = next((w for w in rest if not (lead and w.has(_LISTED))), None)
        listed = len(rest) > 1 and rest[0].has(_LINKS) and "channel" in rest[1]
        opens = _SUBJECT_ENDS | {"dash"} if lead else _SUBJECT_ENDS
        if behind is not None and (listed or behind.has(opens) or direction.is_verb(behind)):
            _promote(reading, aims, match, found)


def _promote(reading: Reading, aims: list[Aim], metric: Match, channel: Match) -> None:
    """Read a metric as the channel that its word may be, too."""
    reading.metrics.remove(metric)
    aims[:] = [aim for aim in aims if aim.metric is not metric]
    reading.channels = sorted([channel, *reading.channels], key=lambda m: m.start)


def _behind(words: list[Word], at: int) -> int:
    """The index behind a subject and the phrase of place that belongs to it: 'partners in Germany'."""
    i = at + 1
    if i < len(words) and "in" in words[i]:
        i += 1
        while i < len(words) and words[i].has(_PLACE_NAMES):
            i += 1
    return i
