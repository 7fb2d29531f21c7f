"""The goal as it could read: its own words, with placeholders for what only the writer knows."""

from __future__ import annotations

import re

from smartgoals.advice.messages import Catalogue
from smartgoals.criteria.facts import Judgement
from smartgoals.reading import Reading

_END = re.compile(r"[\s.!…]*$")


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
            edits.append((at := text.index(metric), at, parts["number"] + " "))
        else:
            tail += ": " + parts["number_of_metric"]
    if judgements["time_bound"].verdict == "missing":
        tail += " " + parts["deadline"]
    if not tail and not edits:
        return None
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    end = _END.search(text)
    assert end is not None
    return re.sub(r"  +", " ", (text[: end.start()] + tail + end[0].rstrip()).strip())


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the blank before it."""
    return (start - 1, end) if start and text[start - 1] == " " else (start, end)
