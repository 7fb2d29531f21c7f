"""The goal as it could read: its own words, with placeholders for what only the writer knows."""

from __future__ import annotations

import re

from smartgoals.advice.messages import Catalogue
from smartgoals.criteria.facts import Judgement
from smartgoals.reading import Reading


def rewrite(reading: Reading, judgements: dict[str, Judgement], catalogue: Catalogue) -> str | None:
    """The text with a number, a metric and a deadline to fill in where they are missing; None if nothing is."""
    parts = catalogue.rewrite
    text, result = reading.text, reading.result
    edits: list[tuple[int, int, str]] = []
    for vague in result["vague"]:
        if vague["kind"] != "quantity":
            edits.append((*_with_space(text, vague["start"], vague["end"]), ""))
    tail = ""
    if judgements["measurable"].verdict == "missing":
        metric = next((t["metric_text"] for t in result["targets"] if t["metric_text"]), None)
        quantity = next((v for v in result["vague"] if v["kind"] == "quantity"), None)
        if quantity is not None:
            edits.append((quantity["start"], quantity["end"], parts["number"] if metric else parts["number_of_metric"]))
        elif metric is not None and result["direction"] in ("increase", "decrease"):
            tail += " " + parts["from_to"]
        elif metric is not None:
            at = _before_adjectives(reading, text.index(metric))
            edits.append((at, at, parts["number"] + " "))
        else:
            tail += ": " + parts["number_of_metric"]
    if judgements["time_bound"].verdict == "missing":
        impossible = result["impossible"][:1]
        edits += [(found.start, found.end, parts["deadline"]) for found in impossible]
        tail += "" if impossible else " " + parts["deadline"]
    if not tail and not edits:
        return None
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    body = text.rstrip(" .!…")
    return re.sub(r"  +", " ", (body + tail + text[len(body) :].rstrip()).strip())


def _before_adjectives(reading: Reading, at: int) -> int:
    """Where the number of a metric goes: before the adjectives that stand before it ('new leads')."""
    index = next(i for i, token in enumerate(reading.tokens) if token.end > at)
    while index > 0 and reading.forms[index - 1].filler:
        index -= 1
    return reading.tokens[index].start


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the blank before it."""
    return (start - 1, end) if start and text[start - 1] == " " else (start, end)
