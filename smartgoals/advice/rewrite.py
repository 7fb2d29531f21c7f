"""What to write instead: fixes of findings, and the goal as it could read with all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from smartgoals.advice.messages import Catalogue
from smartgoals.models import Fix, Verdict
from smartgoals.reading import Reading

Fixes = dict[tuple[str, int | None], Fix]  # by code of the finding, and where its span starts


def fixes(reading: Reading, verdicts: Mapping[str, Verdict], catalogue: Catalogue) -> Fixes:
    """The mendable findings of a goal: a number, a metric and a deadline to fill in where they are missing."""
    text, result = reading.text, reading.result
    found: Fixes = {}
    if not result["vague"] and "missing" not in (verdicts["measurable"], verdicts["time_bound"]):
        return found
    parts, end = catalogue.rewrite, len(text.rstrip(" .!…"))
    for vague in result["vague"]:
        if vague["kind"] != "quantity":
            code = "T.vague-time" if vague["kind"] == "time" else "S.vague-term"
            start = vague["start"] - (vague["start"] > 0 and text[vague["start"] - 1] == " ")
            found[code, vague["start"]] = Fix(start=start, end=vague["end"], replacement="")
    if verdicts["measurable"] == "missing":
        metric = next((t["metric_text"] for t in result["targets"] if t["metric_text"]), None)
        quantity = next((v for v in result["vague"] if v["kind"] == "quantity"), None)
        if quantity is not None:
            replacement = parts["number"] if metric else parts["number_of_metric"]
            fix = Fix(start=quantity["start"], end=quantity["end"], replacement=replacement)
            found["S.vague-term", quantity["start"]] = fix
        elif metric is None:
            found["M.no-target", None] = Fix(start=end, end=end, replacement=": " + parts["number_of_metric"])
        elif result["direction"] in ("increase", "decrease"):
            found["M.no-target", None] = Fix(start=end, end=end, replacement=" " + parts["from_to"])
        else:
            at = _before_adjectives(reading, text.index(metric))
            found["M.no-target", None] = Fix(start=at, end=at, replacement=parts["number"] + " ")
    if verdicts["time_bound"] == "missing":
        for impossible in result["impossible"][:1]:
            fix = Fix(start=impossible.start, end=impossible.end, replacement=parts["deadline"])
            found["T.impossible-date", impossible.start] = fix
        if not result["impossible"]:
            found["T.no-deadline", None] = Fix(start=end, end=end, replacement=" " + parts["deadline"])
    return found


def rewrite(text: str, found: Fixes) -> str | None:
    """The goal with all fixes made; None if there are none."""
    if not found:
        return None
    written, at = [], 0
    for fix in sorted(found.values(), key=lambda fix: (fix.start, fix.end)):
        written += [text[at : fix.start], fix.replacement]
        at = fix.end
    return re.sub(r"  +", " ", ("".join(written) + text[at:]).strip())


def _before_adjectives(reading: Reading, at: int) -> int:
    """Where the number of a metric goes: before the adjectives that stand before it ('new leads')."""
    index = next(i for i, token in enumerate(reading.tokens) if token.end > at)
    while index > 0 and reading.forms[index - 1].filler:
        index -= 1
    return reading.tokens[index].start
