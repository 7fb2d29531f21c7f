"""What to write instead: fixes of findings, and the goal as it could read with all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from smartgoals.advice.messages import Catalogue
from smartgoals.grammar.verb_classes import VERB_CLASSES
from smartgoals.models import Fix, Verdict
from smartgoals.reading import Reading

Fixes = dict[tuple[str, int | None], Fix]  # by code of the finding, and where its span starts
_PLACEHOLDER = re.compile(r"\[[^\]]*\]")
_UNNAMED = (None, "percent", "percentage_point", "multiple")  # units that need a metric


def fixes(reading: Reading, verdicts: Mapping[str, Verdict], catalogue: Catalogue) -> Fixes:
    """The mendable findings of a goal: a number, a metric and a deadline to fill in where they are missing.

    What already stands there as a placeholder is not asked for again.
    """
    result = reading.result
    found: Fixes = {}
    uncounted = verdicts["measurable"] == "partial" and any(t["value"] is not None for t in result["targets"])
    if not (result["vague"] or uncounted or "missing" in (verdicts["measurable"], verdicts["time_bound"])):
        return found
    parts = catalogue.rewrite
    numbered = any(_stands(parts[part], reading.text) for part in ("number", "from_to", "metric", "what"))
    if verdicts["measurable"] == "missing" and not numbered:
        _add_number(found, reading, parts)
    elif uncounted and not numbered:
        _add_metric(found, reading, parts)
    for vague in result["vague"]:
        code = "T.vague-time" if vague["kind"] == "time" else "S.vague-term"
        if vague["kind"] != "quantity":
            found[code, vague["start"]] = _removed(reading, vague["start"], vague["end"])
    if verdicts["time_bound"] == "missing" and not _stands(parts["deadline"], reading.text):
        _add_deadline(found, reading, parts)
    _capitalize(found, reading.text)
    return found


def _stands(part: str, text: str) -> bool:
    """Whether a placeholder of a part stands in a text."""
    return any(placeholder in text for placeholder in _PLACEHOLDER.findall(part))


def _end(text: str) -> int:
    """Where something is added at the end of a text: before the signs that close it."""
    return len(text.rstrip(" .!…"))


def _add_number(found: Fixes, reading: Reading, parts: Mapping[str, str]) -> None:
    """A number in the place of 'more', before its metric, or from where to where a level is to go."""
    result, end = reading.result, _end(reading.text)
    target = next((t for t in result["targets"] if t["metric_text"]), None)
    quantity = next((v for v in result["vague"] if v["kind"] == "quantity"), None)
    at = reading.text.index(target["metric_text"]) if target is not None else None
    moved = target is not None and _is_moved(target["metric"], reading)
    if quantity is not None:
        replacement = None if moved else _in_place(quantity, reading, at, parts)
        fix = _removed(reading, quantity["start"], quantity["end"])
        if replacement is not None:
            fix = Fix(start=quantity["start"], end=quantity["end"], replacement=replacement)
        found["S.vague-term", quantity["start"]] = fix
        if replacement is not None:
            return
    if at is None:
        found["M.no-target", None] = Fix(start=end, end=end, replacement=": " + parts["number_of_metric"])
    elif moved or result["direction"] in ("increase", "decrease"):
        end = _before_deadline(reading, at, end)
        found["M.no-target", None] = Fix(start=end, end=end, replacement=" " + parts["from_to"])
    else:
        at = _before_adjectives(reading, at)
        found["M.no-target", None] = Fix(start=at, end=at, replacement=parts["number"] + " ")


def _is_moved(metric: str | None, reading: Reading) -> bool:
    """Whether a metric is a level that goes from one to another, not a number of things: a time, a rate."""
    return metric in reading.ontology.levels and metric not in reading.ontology.stocks


def _in_place(
    quantity: Mapping[str, Any], reading: Reading, metric: int | None, parts: Mapping[str, str]
) -> str | None:
    """What stands for 'more' where a number could; None for an adverb: 'significantly increase sales'."""
    behind = [word for word in reading.words if word.start >= quantity["end"]]
    if metric is not None:
        between = [word for word in behind if word.end <= metric]
        beside = all("other" in word or reading.forms[word.first].filler for word in between)
        return parts["number"] if quantity["end"] <= metric and beside else None
    word = next((word for word in reading.words if word.end > quantity["start"]), None)
    if word is None or ("more" in word) == ("less" in word):  # 'faster' is both
        return None
    if behind and behind[0].has(VERB_CLASSES):
        return None
    return parts["number"] if behind and "other" in behind[0] else parts["number_of_metric"]


def _before_deadline(reading: Reading, metric: int, end: int) -> int:
    """Where a goal ends but for its deadline: 'increase sales' of 'increase sales by June'."""
    last = max(reading.result["deadlines"], key=lambda d: d["end"], default=None)
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


def _add_deadline(found: Fixes, reading: Reading, parts: Mapping[str, str]) -> None:
    impossible, end = reading.result["impossible"], _end(reading.text)
    if not impossible:
        found["T.no-deadline", None] = Fix(start=end, end=end, replacement=" " + parts["deadline"])
    for date in impossible[:1]:
        found["T.impossible-date", date.start] = Fix(start=date.start, end=date.end, replacement=parts["deadline"])


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
    """Where the number of a metric goes: before the adjectives that stand before it ('new leads')."""
    index = next(i for i, token in enumerate(reading.tokens) if token.end > at)
    while index > 0 and reading.forms[index - 1].filler:
        index -= 1
    return reading.tokens[index].start
