"""What Swedish words say by their neighbours and their parts, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(text: str) -> GoalAnalysis:
    return analyze(text, language="sv", today=TODAY)


@pytest.mark.parametrize(
    ("text", "metrics", "platforms"),
    [
        ("Få fem artiklar i Dagens Nyheter eller Sydsvenskan före juni", ["media_coverage"], []),
        ("Tre inslag i Sveriges Radio under hösten", ["media_coverage"], []),
        ("Få 40 leads via Dagens Nyheter", ["leads"], ["dagens_nyheter"]),
        ("20 omnämnanden på LinkedIn i maj", ["brand_mentions"], ["linkedin"]),
    ],
)
def test_papers_that_tell_of_one_are_no_source(text: str, metrics: list[str], platforms: list[str]) -> None:
    goal = _goal(text)
    assert [m.id for m in goal.metrics] == metrics
    assert [c.platform for c in goal.channels] == platforms
