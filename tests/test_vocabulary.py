"""What users add behaves as what is built in, and a bad file says where it is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartgoals import Analyzer, Vocabulary, analyze

OURS = """
[metrics.seat_hours]
gloss = "hours that learners sit in the simulator"
drives = ["revenue"]
terms = { en = ["seat hour", "simulator time"], sv = ["simulatortimme"], uk = ["година на тренажері"],\
  ru = ["час на тренажёре"] }

[metrics.leads]
terms = { en = ["hand raiser"], sv = ["handuppräckare"] }

[channels.roadshow]
terms = { en = ["roadshow"], sv = ["turné"], uk = ["роудшоу"], ru = ["роудшоу"] }

[platforms.acmegram]
channel = "organic_social"
terms = { en = ["acmegram"], sv = ["acmegram"], uk = ["acmegram"], ru = ["acmegram"] }

[teams.academy]
cannot_move = ["churn_rate"]
terms = { en = ["academy crew"], sv = ["akademin"] }
"""
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vocabulary") / "ours.toml"
    path.write_text(OURS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "metric", "value", "channels"),
    [
        ("Sell 300 seat hours at the roadshow by June", "seat_hours", 300, ("roadshow",)),
        ("Get 25 hand raisers through Acmegram by June", "leads", 25, ("organic_social",)),
        ("Sälja 300 simulatortimmar under turnén till juni", "seat_hours", 300, ("roadshow",)),
        ("Få 25 handuppräckare via Acmegram till juni", "leads", 25, ("organic_social",)),
        ("Продати 300 годин на тренажері через роудшоу до червня", "seat_hours", 300, ("roadshow",)),
        ("Продать 300 часов на тренажёре через роудшоу до июня", "seat_hours", 300, ("roadshow",)),
    ],
)
def test_added_words_are_read_in_every_language(
    path: Path, text: str, metric: str, value: float, channels: tuple[str, ...]
) -> None:
    target = Analyzer(today=TODAY, vocabulary=path)(text).targets[0]
    assert (target.metric, target.value, target.channels) == (metric, value, channels)


def test_an_added_metric_has_the_properties_it_was_given(path: Path) -> None:
    goal = analyze("Sell 300 seat hours by June", today=TODAY, vocabulary=path)
    assert goal.criteria.relevant.verdict == "met"
    assert [c.text for c in analyze("Gain 9 fans on Acmegram", vocabulary=path).channels] == ["Acmegram"]
    assert analyze("Gain 9 fans on Acmegram", vocabulary=path).channels[0].platform == "acmegram"


def test_an_added_team_owns_and_has_its_limits(path: Path) -> None:
    goal = analyze("The academy crew will cut churn to 4 % by June", "en", TODAY, vocabulary=path)
    assert [owner.id for owner in goal.owners] == ["academy"]
    assert goal.criteria.relevant.verdict == "missing"


def test_what_one_analyzer_adds_no_other_knows(path: Path) -> None:
    analyze("Sell 300 seat hours", vocabulary=path)
    assert analyze("Sell 300 seat hours").targets[0].metric is None


def test_a_vocabulary_in_code_is_that_of_the_file(path: Path) -> None:
    given = Vocabulary.model_validate({"metrics": {"leads": {"terms": {"en": ["hand raiser"]}}}})
    assert analyze("Get 25 hand raisers", vocabulary=given).targets[0].metric == "leads"
    assert Vocabulary.load(path) == Vocabulary.model_validate_json(Vocabulary.load(path).key)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[metrics.x]\nbetter = 'sideways'", "line 2: metrics.x.better"),
        ("[metrics.x]\n\nterms = { de = ['y'] }", "line 3: metrics.x.terms.de: no such language"),
        ("[metrics.x]\ndrives = ['wealth']", "line 2: metrics.x.drives: no metric 'wealth'"),
        ("[platforms.acme]\nterms = { en = ['acme'] }", "line 1: platforms.acme: a new platform names its channel"),
        ("[channels.x]\ncolour = 'red'", "line 2: channels.x.colour"),
        ("[metrics.'Big X']\n", "an id is lower-case"),
        ("[teams.x\n", "line 1"),
        ("[teams.x]\nterms = { en = ['…'] }", "line 2: teams.x.terms.en: a term without a letter"),
    ],
)
def test_a_bad_file_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.toml") as caught:
        Vocabulary.load(path)
    assert said in str(caught.value)
