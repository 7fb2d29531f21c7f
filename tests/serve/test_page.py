"""The page as a person uses it, in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from smartgoals.serve import page as of_service

expect.set_options(timeout=30_000)


@pytest.fixture
def page(chromium: Browser, service: str) -> Iterator[Page]:
    """The page, which may report no error and ask no other server."""
    context = chromium.new_context(locale="en-GB", viewport={"width": 1000, "height": 900})
    page = context.new_page()
    wrong: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(service):
            wrong.append(request.url)

    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", asked)
    page.goto(service)
    expect(page.locator("#language option")).to_have_count(5)
    yield page
    context.close()
    assert wrong == []


def type_goal(page: Page, text: str) -> None:
    """Type a goal and wait for the judgement of the whole of it."""
    with page.expect_response(
        lambda answer: answer.ok and json.loads(answer.request.post_data or "{}").get("text") == text
    ):
        page.locator("#goal").press_sequentially(text)
    expect(page.locator("#result")).to_be_visible()


def underlined(page: Page) -> list[tuple[str, str]]:
    """What is underlined, by kind, in text order."""
    marks = page.locator("#marks span")
    return [(mark.get_attribute("class") or "", mark.inner_text()) for mark in marks.all()]


def test_what_is_found_is_underlined_where_it_stands(page: Page) -> None:
    goal = "🚀👩🏽‍💻 Get 40 leads 🎯 soon via LinkedIn by Oct 31, Anna is responsible"
    type_goal(page, goal)
    expect(page.locator("#marks span.owners")).to_be_visible()
    assert underlined(page) == [
        ("numbers", "40"), ("metrics", "leads"), ("vague", "soon"), ("channels", "LinkedIn"),
        ("deadlines", "by Oct 31"), ("owners", "Anna"),
    ]  # fmt: skip
    assert page.locator("#marks").inner_text().rstrip("\u200b") == goal
    found = page.locator("#found")
    assert found.locator("dt").all_inner_texts() == [
        "Numbers", "Metrics", "Channels", "Deadlines", "Owners", "Vague",
    ]  # fmt: skip
    expect(found.locator("div", has_text="Deadlines")).to_contain_text("→ October 31, ")


def test_the_marks_lie_under_the_letters(page: Page) -> None:
    page.set_viewport_size({"width": 340, "height": 700})
    page.locator("#goal").fill("Få 40 leads " * 30 + "\n\nsenast i maj ")
    expect(page.locator("#marks span.deadlines")).to_be_visible()
    sizes = page.evaluate(
        "() => [goal.scrollHeight, goal.clientHeight, marks.clientHeight, document.documentElement.scrollWidth]"
    )
    assert sizes[0] == sizes[1] == sizes[2]
    assert sizes[3] <= 340


def test_marks_move_with_the_text_before_the_next_answer(page: Page) -> None:
    type_goal(page, "Get 40 leads by Oct 31")
    page.route("**/v1/analyze", lambda _: None)  # no answer comes
    page.locator("#goal").press("Home")
    page.locator("#goal").press_sequentially("😀 ")
    assert underlined(page) == [("numbers", "40"), ("metrics", "leads"), ("deadlines", "by Oct 31")]
    page.locator("#goal").press("End")
    page.locator("#goal").press("Backspace")
    assert underlined(page) == [("numbers", "40"), ("metrics", "leads")]


def test_five_criteria_are_judged_with_reasons(page: Page) -> None:
    type_goal(page, "Get more leads")
    criteria = page.locator("#criteria > li")
    expect(criteria).to_have_count(5)
    expect(criteria.nth(1)).to_contain_text("Measurable")
    expect(criteria.nth(1)).to_contain_text("missing")
    expect(criteria.nth(1)).to_contain_text("nobody can tell whether it has been reached")
    expect(page.locator("#score")).to_contain_text(re.compile(r"SMART \d+%"))


def test_the_rewrite_and_a_fix_are_taken_over_with_one_click(page: Page) -> None:
    goal = page.locator("#goal")
    type_goal(page, "Get more leads")
    page.locator("#use").click()
    expect(goal).to_have_value("Get [number] leads by [date]")
    assert page.evaluate("() => goal.value.slice(goal.selectionStart, goal.selectionEnd)") == "[number]"
    page.keyboard.type("40")
    expect(goal).to_have_value("Get 40 leads by [date]")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    expect(goal).to_have_value(re.compile("Get (more|\\[number\\]) leads"))

    goal.fill("😀 Get 40 leads soon")
    page.get_by_role("button", name="Remove “soon”").click()
    expect(goal).to_have_value("😀 Get 40 leads")
    page.get_by_role("button", name="Add “by [date]”").click()
    expect(goal).to_have_value("😀 Get 40 leads by [date]")


@pytest.mark.parametrize(
    ("goal", "language"),
    [
        ("Få fler leads snart", "sv"),
        ("Отримати більше лідів", "uk"),
        ("Получить больше лидов", "ru"),
        ("Get more leads", "en"),
    ],
)
def test_the_page_speaks_the_language_of_the_goal_or_the_one_picked(page: Page, goal: str, language: str) -> None:
    texts = of_service.texts()
    type_goal(page, goal)
    expect(page.locator("h1")).to_have_text(texts[language]["title"])
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#criteria > li").first).to_contain_text(texts[language]["specific"])
    other = "sv" if language != "sv" else "uk"
    page.locator("#language").select_option(other)
    expect(page.locator("h1")).to_have_text(texts[other]["title"])
    expect(page.locator("#criteria > li").first).to_contain_text(texts[other]["specific"])
    expect(page.locator("#use")).to_have_text(texts[other]["use"])
    page.locator("#language").select_option("")
    expect(page.locator("h1")).to_have_text(texts[language]["title"])


def test_a_late_answer_to_an_earlier_text_is_dropped(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "more" in (route.request.post_data or ""):
            route.continue_()
        else:
            held.append(route)

    page.evaluate("() => { AbortController.prototype.abort = () => {}; }")  # the answer does come
    page.route("**/v1/analyze", hold)
    page.locator("#goal").fill("Get 40 leads")
    page.wait_for_timeout(600)
    page.locator("#goal").fill("Get more leads")
    expect(page.locator("#marks span.vague")).to_have_text("more")
    with page.expect_response("**/v1/analyze"):
        held[0].continue_()
    page.wait_for_timeout(300)
    assert underlined(page) == [("vague", "more"), ("metrics", "leads")]


def test_it_is_used_by_keyboard_and_heard(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator("#language")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your goal")).to_be_focused()
    page.keyboard.type("Get more leads")
    expect(page.get_by_role("status")).to_contain_text("Measurable: missing")
    page.keyboard.press("Tab")
    expect(page.locator("#use")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your goal")).to_have_value("Get [number] leads by [date]")
    page.get_by_label("Your goal").fill("")
    expect(page.locator("#result")).to_be_hidden()


def test_text_is_shown_as_text(page: Page) -> None:
    type_goal(page, "Get <b>40</b> leads <img src=x onerror=alert(1)> by May")
    assert page.locator("main img, #marks b").count() == 0


@pytest.mark.parametrize(("status", "text"), [(503, "busy"), (422, "refused"), (500, "failed")])
def test_a_service_that_cannot_answer_is_told_of(chromium: Browser, service: str, status: int, text: str) -> None:
    page = chromium.new_page(locale="sv-SE")
    page.route("**/v1/analyze", lambda route: route.fulfill(status=status, body="{}"))
    page.goto(service)
    page.locator("#goal").fill("Få leads")
    expect(page.get_by_role("alert")).to_have_text(of_service.texts()["sv"][text])
    page.close()
