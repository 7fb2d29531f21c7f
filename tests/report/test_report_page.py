"""The page of a report in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from smartgoals import Analyzer
from smartgoals.report import Task, gather, write
from tests.report.sample import GOALS, Report

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


class Page:
    """An open page of a report, and all that a browser has to complain of."""

    def __init__(self, chromium: Any, path: Path, **context: Any) -> None:
        self.context = chromium.new_context(**context)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())

    @property
    def numbers(self) -> list[int]:
        """The numbers of the goals in the table, as they stand."""
        return [int(text) for text in self.page.locator("td.number").all_inner_texts()]

    def wait_for(self, n: int) -> None:
        """Wait until the table has so many goals."""
        from playwright.sync_api import expect

        expect(self.page.locator("td.number")).to_have_count(n)

    def close(self) -> None:
        """Close it; it must not have asked for anything, nor complained."""
        assert self.complaints == []
        assert [url for url in self.requests if not url.startswith(("file:", "data:"))] == []
        self.context.close()


@pytest.fixture(scope="module")
def path(report: Report) -> Path:
    return report(GOALS, "--locale", "en")


@pytest.fixture
def shown(chromium: Any, path: Path) -> Iterator[Page]:
    page = Page(chromium, path, viewport=DESKTOP)
    yield page
    page.close()


def test_it_sorts_with_what_was_not_judged_at_the_end(shown: Page) -> None:
    assert shown.numbers == [1, 2, 3, 4, 5, 6, 7]
    score = shown.page.locator("th.score")
    score.get_by_role("button").click()
    assert score.get_attribute("aria-sort") == "ascending"
    rising = [float(row or 9) for row in shown.page.locator("tbody tr[data-group]").evaluate_all(
        "rows => rows.map(row => row.dataset.score || '')")]  # fmt: skip
    assert rising == sorted(rising)
    score.get_by_role("button").click()
    assert score.get_attribute("aria-sort") == "descending"
    assert shown.numbers[-1] == 6  # it could not be read
    shown.page.get_by_role("button", name="No.", exact=True).click()
    assert shown.numbers == [1, 2, 3, 4, 5, 6, 7]


def test_it_filters_by_text_verdict_and_team(shown: Page) -> None:
    page = shown.page
    page.get_by_label("Search").fill("LEADS")
    shown.wait_for(2)
    assert shown.numbers == [1, 4]
    assert page.get_by_role("status").inner_text() == "Matching: 2 of 7"
    page.get_by_role("button", name="Show all").click()
    shown.wait_for(7)
    page.locator("#group").select_option("Nordics")
    shown.wait_for(3)
    page.get_by_label("Criterion").select_option(label="Time-bound")
    page.get_by_label("Verdict").select_option("met")
    shown.wait_for(1)
    assert shown.numbers == [3]
    page.get_by_label("Search").fill("nothing of the kind")
    page.get_by_text("No goal matches.").wait_for()


def test_a_number_of_the_overview_shows_its_goals(shown: Page) -> None:
    shown.page.locator("a[data-criterion='4'][data-verdict='missing']").click()
    assert shown.numbers == [2, 4, 5]
    assert shown.page.evaluate("document.activeElement.id") == "goals"
    shown.page.locator("a[data-code='T.vague-time']").click()
    assert shown.numbers == [2]


def test_a_goal_unfolds_with_its_advice_and_all_can_be_reached_by_keyboard(shown: Page) -> None:
    page = shown.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    names = []
    for _ in range(40):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        if names[-1] == "SUMMARY":
            break
    assert names[0] == "search"
    assert {"criterion", "verdict", "group", "language", "fold", "print", "BUTTON"} <= set(names)
    advice = page.get_by_text("It says what to achieve and how much.").first
    assert not advice.is_visible()
    page.keyboard.press("Enter")
    assert advice.is_visible()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.get_by_role("button", name="Unfold all").click()
    assert page.locator("details[open]").count() == 6
    page.get_by_role("button", name="Fold all").click()
    assert page.locator("details[open]").count() == 0


def test_a_text_is_shown_and_not_run(shown: Page) -> None:
    assert shown.page.evaluate("window.hit") is None
    assert "<script>window.hit = 1</script> <b>more</b>" in shown.page.locator("summary").nth(3).inner_text()


def test_a_long_table_is_shown_piece_by_piece_and_printed_whole(chromium: Any, report: Report) -> None:
    shown = Page(chromium, report([(f"Get {n} leads", "sales") for n in range(100, 350)], "--locale", "en"))
    assert len(shown.numbers) == 100
    shown.page.get_by_role("button", name="Show more").click()
    assert len(shown.numbers) == 200
    assert shown.page.evaluate("document.activeElement.innerText.trim()") == "Get 200 leads"
    shown.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert len(shown.numbers) == 250
    shown.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(shown.numbers) == 200
    shown.close()


def test_without_scripts_everything_is_there(chromium: Any, path: Path) -> None:
    shown = Page(chromium, path, java_script_enabled=False)
    assert shown.page.locator("summary").count() == 6
    assert not shown.page.locator("#controls").is_visible()
    shown.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_contrast_and_width(chromium: Any, path: Path, scheme: str, size: dict[str, int]) -> None:
    shown = Page(chromium, path, viewport=size, color_scheme=scheme)
    shown.page.get_by_role("button", name="Unfold all").click()
    lowest = shown.page.evaluate(CONTRAST)
    assert lowest["text"][0] >= 4.5, lowest
    assert lowest["marks"][0] >= 3, lowest
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert shown.page.get_by_label("Sort by").is_visible() == (size is PHONE)
    shown.close()


def test_a_phone_sorts_by_a_list(chromium: Any, path: Path) -> None:
    shown = Page(chromium, path, viewport=PHONE)
    shown.page.get_by_label("Sort by").select_option("number down")
    assert shown.numbers == [7, 6, 5, 4, 3, 2, 1]
    shown.close()


def test_print_leaves_the_controls_out_and_is_light(chromium: Any, path: Path) -> None:
    shown = Page(chromium, path, color_scheme="dark")
    shown.page.emulate_media(media="print")
    assert not shown.page.locator("#controls").is_visible()
    assert shown.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert shown.page.evaluate(CONTRAST)["text"][0] >= 4.5
    shown.close()


def test_three_thousand_goals_open_and_sort_without_a_wait(chromium: Any, path: Path, tmp_path: Path) -> None:
    """In seconds of the processor, with room for a slow machine: elsewhere it takes a third of that."""
    gathered = gather(Task(path.with_name("goals.csv")), Analyzer(today=date(2026, 11, 21)))
    entries = [replace(entry, number=n) for n, entry in enumerate(islice(cycle(gathered.entries), 3000), 1)]
    write(replace(gathered, entries=entries), tmp_path / "page.html", "goals")
    page = chromium.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")

    page.goto((tmp_path / "page.html").as_uri())
    opened = busy()
    page.evaluate("document.querySelector('[data-sort=score]').click(); document.body.offsetHeight")
    assert opened < 6
    assert busy() - opened < 1
    page.close()
