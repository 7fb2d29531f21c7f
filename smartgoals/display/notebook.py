"""An analysis as a notebook shows it: the goal by displaCy, and the five criteria with their findings.

All styles are inline, and colours are tints over the notebook's own: that holds in light and dark themes, and where a
viewer takes styles away, plain text and a table are left.
"""

from __future__ import annotations

from functools import cache
from html import escape

from jinja2 import Environment, PackageLoader, Template

from smartgoals.advice.messages import Catalogue, catalogue
from smartgoals.display import MARKS
from smartgoals.display.stretches import stretches
from smartgoals.models import FoundGoal, GoalAnalysis

_TINTS = {
    "numbers": "46, 160, 67", "metrics": "9, 145, 178", "channels": "190, 75, 219", "deadlines": "214, 150, 0",
    "owners": "60, 110, 240", "vague": "225, 60, 60",
}  # fmt: skip
_SPAN = (
    '<mark style="background: rgba({bg}, 0.22); border-bottom: 2px solid rgb({bg}); color: inherit; '
    'padding: 0.15em 0.3em; border-radius: 0.25em">{text} '
    '<small style="font-size: 0.7em; opacity: 0.85">{label}</small></mark>'
)


def analysis_html(goal: GoalAnalysis) -> str:
    """An HTML fragment of an analysis, in the goal's language."""
    return _template("analysis.html.j2").render(_shown(goal))


def found_html(found: FoundGoal) -> str:
    """An HTML fragment of a goal in a document: its place there, and its analysis."""
    return f"<div><small>{found.start}–{found.end}</small>{analysis_html(found.analysis)}</div>"


def _shown(goal: GoalAnalysis) -> dict[str, object]:
    texts = catalogue(goal.language)
    return {
        "goal": goal, "names": texts.names, "marks": MARKS, "percent": texts.percent,
        "spans": _spans(goal, texts), "hidden": texts.suppressed(goal.suppressed) if goal.suppressed else "",
    }  # fmt: skip


def _spans(goal: GoalAnalysis, texts: Catalogue) -> str:
    """The goal by displaCy, which escapes its text but not its labels."""
    labels = {part: escape(texts.names[part]) for part in _TINTS}
    spans = [{"start": s.start, "end": s.end, "label": labels[s.part]} for s in stretches(goal) if s.part]
    if not spans:  # displaCy warns of these
        return f"<div>{escape(goal.text)}</div>"
    from spacy import displacy

    options = {"colors": {labels[part]: tint for part, tint in _TINTS.items()}, "template": _SPAN}
    manual = {"text": goal.text, "ents": spans, "title": None}
    return displacy.render(manual, style="ent", manual=True, jupyter=False, options=options)


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("smartgoals", "display")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template(name)
