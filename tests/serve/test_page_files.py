"""The page's texts and colours, which need no browser to be checked."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from smartgoals.lexicon import files
from smartgoals.serve import page
from smartgoals.serve.fields import MOST_OF_GOAL

STATIC = Path(page.__file__).parent / "static"


@pytest.mark.parametrize("language", files.available())
def test_every_language_has_all_texts_of_the_page(language: str) -> None:
    texts, english = page.texts()[language], page.texts()["en"]
    assert set(texts) == set(english)
    for name, text in texts.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[name])), name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_from_their_ground(scheme: str) -> None:
    light, dark = (STATIC / "page.css").read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)", 1)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", light if scheme == "light" else dark.split("\n}", 1)[0]))
    for ground in ("paper", "card"):
        for text in ("ink", "quiet", "met", "partial", "missing"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for line in ("line", "accent", "numbers", "metrics", "channels", "deadlines", "owners", "vague"):
            assert contrast(colours[line], colours[ground]) >= 3, (line, ground)
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    darker, lighter = sorted(luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[a:b], 16) / 255 for a, b in pairwise((1, 3, 5, 7))]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_page_loads_nothing_from_elsewhere() -> None:
    for file in STATIC.iterdir():
        scheme = "https?:" if file.suffix == ".js" else "(?:https?:)?"  # '//' begins a comment there
        found = re.findall(rf"{scheme}//[\w.]+[^\s\"'`]*", file.read_text(encoding="utf-8"))
        assert set(found) - {"http://www.w3.org/2000/svg"} == set(), file.name


def test_every_text_that_the_page_asks_for_is_there() -> None:
    asked = set(re.findall(r'data-text="(\w+)"', (STATIC / "index.html").read_text(encoding="utf-8")))
    for script in STATIC.glob("*.js"):
        asked |= set(re.findall(r"\btexts\.(\w+)", script.read_text(encoding="utf-8")))
    assert asked <= set(page.texts()["en"])


def test_the_page_takes_as_much_text_as_the_service() -> None:
    assert f'maxlength="{MOST_OF_GOAL}"' in (STATIC / "index.html").read_text(encoding="utf-8")
