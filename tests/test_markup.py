"""Goals as planning tools export them: with HTML, which says nothing of the goal but where its lines and cells end."""

from __future__ import annotations

import datetime

import pytest

from smartgoals import analyze
from smartgoals.text.detect import detect
from smartgoals.text.markup import plain

TODAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("en", "<p>Get <b>40</b> leads by&nbsp;<em>Oct 31</em></p>", [("leads", 40)]),
        ("en", '<td class="goal">Leads</td><td>40</td>', [("leads", 40)]),
        ("en", "<ul><li>MRR: &euro;40k</li><li>Churn: &lt; 3%</li></ul>",
         [("recurring_revenue", 40_000), ("churn_rate", 3)]),
        ("en", "Cut CAC<br/>to &#36;50", [("cost_per_acquisition", 50)]),
        ("sv", "<div>Öka <strong>omsättningen</strong> med 20&nbsp;%</div>", [("revenue", 20)]),
        ("uk", "<p>Залучити&nbsp;<b>40</b> лідів</p>", [("leads", 40)]),
        ("ru", "<p style='color: red'>Привлечь <u>40 лидов</u></p>", [("leads", 40)]),
    ],
)  # fmt: skip
def test_tags_and_character_references_are_passed_over(
    language: str, text: str, targets: list[tuple[str, float]]
) -> None:
    goal = analyze(text, language, TODAY)

    assert [(target.metric, target.value) for target in goal.targets if target.metric] == targets
    assert detect(text) == language
    items = (*goal.numbers, *goal.metrics, *goal.deadlines)
    assert all(text[item.start : item.end] == item.text for item in items)


@pytest.mark.parametrize(
    "text",
    [
        "CAC <50 and LTV >150",
        "Get <number> leads by <date>",
        "x <b and c",
        "R&D; A&B",
        "a < b > c",
        "&bogus; &amp",
        "<",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert plain(text) == text


def test_the_length_stays() -> None:
    text = "<p>A &amp; B</p><td>1</td>&NotEqualTilde;&#10;"
    assert len(plain(text)) == len(text)
    assert plain(text).split() == ["A", "&", "B", "1", "|&NotEqualTilde;"]
