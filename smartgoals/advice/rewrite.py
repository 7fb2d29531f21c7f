"""What to write instead: fixes of findings, and the goal as it could read with all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from smartgoals.advice.messages import Catalogue
from smartgoals.grammar.clauses import purposes
from smartgoals.grammar.comparatives import quality
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.grammar.word_sets import CLAUSE_LINKS
from smartgoals.models import Fix, Verdict
from smartgoals.reading import Match, Reading, Word

Fixes = dict[tuple[str, int | None], Fix]  # by code of the finding, and where its span starts
_PLACEHOLDER = re.compile(r"\[[^\]]*\]")
_CHANGES = ("increase", "decrease")
_COUNTED = frozenset(("other", "metric", "channel", "owner"))  # what a number may stand before
_BEFORE_WORDING = frozenset(("auxiliary", "comma", "colon", "dash", "stop", "and", "period", "date"))
_PREPOSITIONS = frozenset(("in", "aside", "from", "by", "since"))
_LEADING = frozenset(("purpose", "to"))
_MANY = 5  # a number that asks for the form that most do
_PARTS = re.compile(r"\s*[,;(/]|\s[–—-]\s")  # what parts an owner from the goal before it
_UNNAMED = (None, "percent", "percentage_point", "multiple")  # units that need a metric


def fixes(reading: Reading, verdicts: Mapping[str, Verdict], catalogue: Catalogue) -> Fixes:
    """The mendable findings of a goal: a number, a metric and a deadline to fill in where they are missing.

    What already stands there as a placeholder is not asked for again.
    """
    result = reading.result
    found: Fixes = {}
    uncounted = verdicts["measurable"] == "partial" and any(t["value"] is not None for t in result["targets"])
    endless = verdicts["time_bound"] == "partial" and not result["deadlines"]  # a cadence alone
    if not (result["vague"] or uncounted or endless or "missing" in (verdicts["measurable"], verdicts["time_bound"])):
        return found
    parts = catalogue.rewrite
    numbered = any(_stands(parts[part], reading.text) for part in ("number", "from_to", "level", "metric", "what"))
    if verdicts["measurable"] == "missing" and not numbered:
        _add_number(found, reading, parts)
    elif uncounted and not numbered:
        _add_metric(found, reading, parts)
    for vague in reading.vague:
        code = "T.vague-time" if vague.id == "time" else "S.vague-term"
        if (
            vague.id != "quantity"
            and (code, vague.start) not in found
            and (end := _behind_wording(vague, reading)) is not None
        ):
            found[code, vague.start] = _removed(reading, vague.start, end)
    if (endless or verdicts["time_bound"] == "missing") and not _stands(parts["deadline"], reading.text):
        _add_deadline(found, reading, parts, "T.cadence-without-end" if endless else "T.no-deadline")
    _capitalize(found, reading.text)
    return found


def _stands(part: str, text: str) -> bool:
    """Whether a placeholder of a part stands in a text."""
    return any(placeholder in text for placeholder in _PLACEHOLDER.findall(part))


def _end(text: str) -> int:
    """Where something is added at the end of a text: before the signs that close it."""
    return len(text.rstrip(" .!?…"))


def _add_number(found: Fixes, reading: Reading, parts: Mapping[str, str]) -> None:
    """A number in the place of 'more', before what is counted, or from where to where a level is to go.

    A comparative that says what is wished stays, and the numbers stand behind it: 'Make our staff happier: from …'.
    """
    places, kept = _places(reading), []
    for vague in (m for m in reading.vague if m.id != "time"):
        said, _ = quality(reading, vague)
        if vague.id == "wording" and said != "many":
            continue
        place = next((p for p in places if p.metric >= vague.end), None)
        counts = said == "many" and (place is not None or not places) and not any(p.done for p in places[-1:])
        if counts and (fix := _in_place(vague, reading, place, parts)):
            found["S.vague-term", vague.start] = fix
            _remove_rest(found, reading, vague)
            if place is None:
                return
            place.done = True
        elif vague.id == "wording":
            continue
        elif said == "much" and reading.result["direction"] in _CHANGES:
            found["S.vague-term", vague.start] = _removed(reading, vague.start, vague.end)
        else:
            kept.append(vague)
    for k, place in enumerate(places):
        if not place.done:
            stays = any(place.start <= vague.start < place.end for vague in kept)
            fix = _of_place(place, reading, parts, stays=stays, last=k == len(places) - 1)
            found["M.no-target", None if k == 0 else place.metric] = fix
    if not places:
        end = _before_deadline(reading, 0, _end(reading.text))
        found["M.no-target", None] = Fix(start=end, end=end, replacement=": " + parts["number_of_metric"])


@dataclass(slots=True)
class _Place:
    """A target without a number: where its metric stands, and its stretch of the goal."""

    metric: int
    metric_end: int
    id: str | None
    direction: str | None
    start: int = 0
    end: int = 0
    done: bool = False


def _places(reading: Reading) -> list[_Place]:
    """The targets of a goal that have metrics but no numbers; the goal is parted between them where it is joined."""
    places: list[_Place] = []
    end = 0
    for target in reading.result["targets"]:
        if target["metric_text"]:
            at = reading.text.find(target["metric_text"], end)
            if at < 0:
                continue
            start, end = end, at + len(target["metric_text"])
            between = [i for i, token in enumerate(reading.tokens) if start <= token.start < at]
            joins = [i for i in between if not CLAUSE_LINKS.isdisjoint(reading.forms[i].values)]
            join = reading.tokens[joins[0]].start if joins else at
            if places and join == at:
                places.pop()  # 'posts that get more comments': one of them is counted
            if places:
                places[-1].end = join
            places.append(_Place(at, end, target["metric"], target["direction"], join if places else 0))
    if places:
        places[-1].end = len(reading.text)
    return places


def _of_place(place: _Place, reading: Reading, parts: Mapping[str, str], *, stays: bool, last: bool) -> Fix:
    """The number of a target: before its metric, or behind its stretch; in brackets where the goal goes on."""
    end = _before_deadline(reading, place.metric_end, _before_aside(reading, place.metric_end, place.end))
    held = place.direction == "maintain"
    if stays:
        replacement = f": {parts['from_to']}" if last else f" ({parts['from_to']})"
        return Fix(start=end, end=end, replacement=replacement)
    if held or _is_moved(place.id, reading) or place.direction in _CHANGES:
        return Fix(start=end, end=end, replacement=" " + parts["level" if held else "from_to"])
    at = _before_adjectives(reading, place.metric)
    return Fix(start=at, end=place.metric_end, replacement=f"{parts['number']} {_counted(at, place, reading)}")


def _counted(at: int, place: _Place, reading: Reading) -> str:
    """What is counted, with its adjectives, as a number asks for it, with a small letter where it opened the goal."""
    phrase = reading.text[at : place.metric_end]
    if not reading.text[:at].strip() and phrase[1:2].islower() and not any(m.start == at for m in reading.channels):
        phrase = phrase[0].lower() + phrase[1:]
    return reading.lexicon.agree(phrase, None, _MANY) or phrase


def _is_moved(metric: str | None, reading: Reading) -> bool:
    """Whether a metric is a level that goes from one to another, not a number of things: a time, a rate."""
    return metric in reading.ontology.levels and metric not in reading.ontology.stocks


def _in_place(vague: Match, reading: Reading, place: _Place | None, parts: Mapping[str, str]) -> Fix | None:
    """What stands for 'more' where a number could: before what is counted, or where nothing follows but a deadline."""
    start, end = vague.start, vague.end
    behind = [word for word in reading.words if word.start >= end]
    if place is not None:
        between = [word for word in behind if word.end <= place.metric]
        beside = all("other" in word or reading.forms[word.first].filler for word in between)
        fits = beside and not _is_moved(place.id, reading)
        return Fix(start=start, end=end, replacement=parts["number"]) if fits else None
    if not reading.text[end : _before_deadline(reading, 0, _end(reading.text))].strip():
        return Fix(start=start, end=end, replacement=parts["number_of_metric"])
    counted = list(takewhile(lambda word: word.has(_COUNTED) and not word.has(VERB_CLASSES), behind))
    if not counted or _is_mass(counted, reading):
        return None
    return Fix(start=start, end=end, replacement=parts["number"])


def _is_mass(counted: list[Word], reading: Reading) -> bool:
    """Whether the noun among some words is one that no number can count: 'waste', 'school work'."""
    lexicon, names = reading.lexicon, [reading.tokens[word.last - 1].text for word in counted]
    if not reading.declines:
        return bool(lexicon.endings.plurals) and not names[-1].endswith(lexicon.endings.plurals)
    noun = next((name for name in names if not lexicon.is_adjective(name)), None)
    return noun is not None and lexicon.is_single(noun)


def _remove_rest(found: Fixes, reading: Reading, vague: Match) -> None:
    """Take out what is left of 'as many leads | as possible' where a number stands for its beginning."""
    keys, skippable = reading.steps()
    for i in range(vague.last, len(keys)):
        for behind, names in reading.lexicon.comparatives.matches(i, keys, skippable):
            if "rest" in names:
                start, end = reading.tokens[i].start, reading.tokens[behind - 1].end
                found["S.vague-term", start] = _removed(reading, start, end)
                return


def _before_aside(reading: Reading, metric: int, end: int) -> int:
    """Where a stretch of a goal ends but for by whom, or why: '…, sales team', '…, because we lose money'."""
    text, end = reading.text, _end(reading.text[:end])
    told = purposes.reason(reading)
    asides = [owner["start"] for owner in reading.result["owners"]] + [reading.words[i].start for i in told[:1]]
    for start in [start for start in asides if metric < start < end]:
        parted = [match.start() for match in _PARTS.finditer(text, metric, start)]
        if parted and not any(metric < number.start < parted[-1] for number in reading.quantities):
            end = min(end, parted[-1])
    return len(text[:end].rstrip())


def _before_deadline(reading: Reading, metric: int, end: int) -> int:
    """Where a stretch of a goal ends but for its deadline: 'increase sales' of 'increase sales by June'."""
    dates = [d for d in reading.result["deadlines"] if d["start"] < end]
    last = max(dates, key=lambda d: d["end"], default=None)
    closes = last is not None and last["end"] >= end and last["start"] > metric
    return len(reading.text[: last["start"]].rstrip(" ,")) if last is not None and closes else end


def _add_metric(found: Fixes, reading: Reading, parts: Mapping[str, str]) -> None:
    """What a number counts where nothing says so: 'reach 500 [what is counted]', 'increase [what] by 20 %'."""
    if any(t["metric_text"] for t in reading.result["targets"]):
        return
    quantity = next((q for q in reading.quantities if q.role in ("target", "change")), None)
    if quantity is None or quantity.unit not in _UNNAMED:
        return
    at, part = quantity.end, " " + parts["metric"]
    if quantity.unit is not None and quantity.lead is not None and quantity.first > 0:
        at, part = reading.words[quantity.first].start, parts["what"] + " "
    elif quantity.unit == "multiple":
        part = " " + parts["what"]  # 'double [what]'
    found["S.no-metric", None] = Fix(start=at, end=at, replacement=part)


def _add_deadline(found: Fixes, reading: Reading, parts: Mapping[str, str], code: str) -> None:
    impossible = reading.result["impossible"]
    places = _places(reading)
    end = _before_aside(reading, places[-1].metric_end, len(reading.text)) if places else _end(reading.text)
    if not impossible:
        found[code, None] = Fix(start=end, end=end, replacement=" " + parts["deadline"])
    for date in impossible[:1]:
        found["T.impossible-date", date.start] = Fix(start=date.start, end=date.end, replacement=parts["deadline"])


def _behind_wording(vague: Match, reading: Reading) -> int | None:
    """Where wording that is taken out ends, with the conjunction behind it: 'do all we can | to win'.

    None where it says what is wished ('be the best in …'), or where no verb that can open a goal follows.
    """
    if quality(reading, vague)[0] == "best":
        return None
    behind = [word for word in reading.words if word.start >= vague.end]
    if behind and _leaves_infinitive(vague, behind[0], reading):
        return None
    if behind and "comma" in behind[0]:
        behind = behind[1:]
    if len(behind) < 2 or not behind[0].has(_LEADING) or behind[0].has(VERB_CLASSES):
        return vague.end
    if not behind[1].has(VERB_CLASSES):
        return None if "purpose" in behind[0] else vague.end
    forms = reading.lexicon.verb_forms(reading.tokens[behind[1].first].text)
    return behind[0].end if not reading.declines or "infinitive" in forms else None


def _leaves_infinitive(vague: Match, behind: Word, reading: Reading) -> bool:
    """'Vi försöker minska', 'ми прагнемо стати': whether a subject would be left without its verb."""
    lexicon, first = reading.lexicon, vague.first
    if lexicon.infinitive_purpose or first == 0:
        return False
    finite, endings = reading.tokens[first].text, lexicon.persons.verb_endings
    if endings and finite.endswith(endings) and _PREPOSITIONS.isdisjoint(reading.forms[first].values):
        return True
    before = next((word for word in reversed(reading.words) if word.end <= vague.start), None)
    if before is None:
        return False
    if before.has(_BEFORE_WORDING | VERB_CLASSES) or not behind.has(VERB_CLASSES):
        return False
    return not reading.declines or "infinitive" in lexicon.verb_forms(reading.tokens[behind.first].text)


def _removed(reading: Reading, start: int, end: int) -> Fix:
    """A term taken out with the blank before it, the conjunction that only it needs, or what parts it from the goal."""
    text, tokens = reading.text, reading.tokens
    if not text[:start].strip():
        return Fix(start=start, end=end + len(text[end:]) - len(text[end:].lstrip(" ,:;–—-")), replacement="")
    before = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].end <= start), None)
    dated = any(d["start"] >= end and not text[end : d["start"]].strip() for d in reading.result["deadlines"])
    closes = dated or not text[end:].strip(" .!…")
    while before is not None and closes and ("and" in reading.forms[before].values or tokens[before].text == ","):
        start, before = tokens[before].start, before - 1 if before else None
    return Fix(start=start - (start > 0 and text[start - 1] == " "), end=end, replacement="")


def _capitalize(found: Fixes, text: str) -> None:
    """Let a goal that began with a capital begin with one when its first words are taken out."""
    at, last = len(text) - len(text.lstrip()), None
    if not text[at : at + 1].isupper():
        return
    for key, fix in sorted(found.items(), key=lambda item: item[1].start):
        if fix.start <= at <= fix.end and not fix.replacement and fix.end > fix.start:
            at, last = fix.end + len(text[fix.end :]) - len(text[fix.end :].lstrip(" ,")), key
    taken = any(fix.start <= at < max(fix.end, fix.start + 1) for fix in found.values())
    if last is not None and not taken and text[at : at + 1].islower():
        found[last] = Fix(start=found[last].start, end=at + 1, replacement=text[at].upper())


def rewrite(text: str, found: Fixes) -> str | None:
    """The goal with all fixes made; None if there are none."""
    if not found:
        return None
    written, at = [], 0
    for fix in sorted(found.values(), key=lambda fix: (fix.start, fix.end)):
        written += [text[at : fix.start], fix.replacement]
        at = fix.end
    return re.sub(r"  +", " ", ("".join(written) + text[at:]).strip().removeprefix(": "))


def _before_adjectives(reading: Reading, at: int) -> int:
    """Where the number of a metric goes: before its adjectives ('new leads') and its whole word."""
    tokens = reading.tokens
    index = next(i for i, token in enumerate(tokens) if token.end > at)
    while index > 0 and (reading.forms[index - 1].filler or tokens[index].glued):
        index -= 1
    return tokens[index].start
