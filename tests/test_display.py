"""Analyses as notebooks show them."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals import analyze, find_goals
from smartgoals.advice.messages import catalogue
from smartgoals.display.stretches import stretches
from smartgoals.models import ITEMS

TODAY = date(2026, 9, 1)
GOALS = {
    "en": "Get more Instagram followers by Oct 31",
    "sv": "Få fler följare på Instagram senast den 31 oktober",
    "uk": "Отримати більше підписників в Instagram до 31 жовтня",
    "ru": "Получить больше подписчиков в Instagram до 31 октября",
}


class Parsed(HTMLParser):
    """The text of a fragment, its marked stretches without their labels, and the tags that stand open at its end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.marked, self.open, self.tags = "", list[str](), list[str](), set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.open[-1:] == ["mark"] and data.strip():
            self.marked.append(data.strip())


@pytest.mark.parametrize(("language", "text"), GOALS.items())
def test_a_goal_shows_its_parts_and_criteria_in_its_language(language: str, text: str) -> None:
    goal, names = analyze(text, language, TODAY), catalogue(language).names
    shown = Parsed(goal._repr_html_())
    assert {item.text for item in (*goal.channels, *goal.deadlines)} <= set(shown.marked)
    for name, criterion in goal.criteria:
        assert names[name] in shown.text
        assert names[criterion.verdict] in shown.text
        assert all(finding.message in shown.text for finding in criterion.findings)
    assert goal.rewrite
    assert goal.rewrite in shown.text
    assert shown.open == []


def test_what_a_text_contains_is_shown_and_not_run() -> None:
    text = "Get 40 <script>alert(1)</script> leads & “more” <img src=x onerror=alert(1)> soon"
    shown = Parsed(analyze(text, today=TODAY)._repr_html_())
    assert not shown.tags & {"script", "img", "style"}
    assert "<script>alert(1)</script>" in shown.text


def test_a_goal_without_parts_is_shown_without_a_warning() -> None:
    assert "Launch" in analyze("Launch", today=TODAY)._repr_html_()


def test_a_found_goal_shows_its_place() -> None:
    (found,) = find_goals("Sales were slow. Anna will book 12 demos by June 30.", today=TODAY)
    html = found._repr_html_()
    assert f"{found.start}–{found.end}" in html
    assert found.analysis._repr_html_() in html


@given(st.sampled_from(sorted(GOALS.values())), st.text(st.characters(codec="utf-8"), max_size=20))
def test_stretches_cover_the_text_once_and_keep_every_shortest_item(text: str, behind: str) -> None:
    goal = analyze(text + behind, today=TODAY)
    cut = list(stretches(goal))
    assert "".join(goal.text[stretch.start : stretch.end] for stretch in cut) == goal.text
    shown = {(stretch.start, stretch.end, stretch.part) for stretch in cut}
    items = [(item.start, item.end, part) for part in ITEMS for item in getattr(goal, part)]
    apart = [one for one in items if not any(o[0] < one[1] and one[0] < o[1] for o in items if o != one)]
    assert set(apart) <= shown
