"""A project sets how its goals are judged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartgoals import analyze
from smartgoals.settings import Settings

TODAY = date(2026, 11, 21)


def test_the_nearest_table_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.smartgoals]\nignore = ['S.no-owner']\nweights = { relevant = 0 }\n")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    settings = Settings.nearest(inner)
    assert not settings.shows("S.no-owner")
    assert settings.weights == {"specific": 1, "measurable": 1, "achievable": 1, "relevant": 0, "time_bound": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.smartgoals]\nmet = 2", "met"),
        ("[tool.smartgoals]\nweights = { nice = 1 }", "no criterion 'nice'"),
        ("[tool.smartgoals]\nweights = { specific = -1 }", "none may be below 0"),
        ("[tool.smartgoals]\npartial = 0.9", "'partial' may not be above 'met'"),
        ("[tool.smartgoals]\ncolour = 'red'", "colour"),
        ("[tool.smartgoals", "Expected"),
    ],
)
def test_bad_settings_say_where(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(ValueError, match=r"pyproject\.toml") as caught:
        Settings.nearest(tmp_path)
    assert said in str(caught.value)


def test_thresholds_and_weights_decide() -> None:
    steep = "Grow revenue by 80 % by June"
    assert analyze(steep, "en", TODAY).criteria.achievable.verdict == "partial"
    assert analyze(steep, "en", TODAY, settings={"reachable": 1.9}).criteria.achievable.verdict == "met"
    only_time = dict.fromkeys(("specific", "measurable", "achievable", "relevant"), 0)
    assert analyze(steep, "en", TODAY, settings={"weights": only_time}).score == 1.0
