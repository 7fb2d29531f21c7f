"""Whatever the body of a request: an answer, or a problem that is documented."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals.serve.app import _Service, create_app
from smartgoals.serve.work import Rules

ROUTES = st.sampled_from(("analyze", "batch", "find", "plan", "progress"))
KEYS = st.sampled_from(
    ["text", "texts", "language", "today", "context", "locale", "actual", "on", "start", "by", "compounding", "metric",
     "history", "baseline", "objectives", "currency", "2026-10-01", "x", ""]
)  # fmt: skip
WORDS = st.sampled_from(
    ["Get 40 leads by Oct 31", f"Grow leads from 20 to {'9' * 30} by May", "\ud83d", "\u202e", "\x00", "  ", "en",
     "klingon", "2026-09-01", "0001-01-01", "9999-12-31", "2026-02-30", "month", "USD", "revenue"]
)  # fmt: skip
NUMBERS = st.sampled_from([0, -1, 10**400, 1e308, 5e-324, 1e18, 40])
LEAVES = st.none() | st.booleans() | st.floats() | NUMBERS | st.text(max_size=6) | WORDS
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))
DOCUMENTED = (200, 400, 413, 422)
Ask = Callable[[str, bytes], httpx.Response]


class InProcess:
    """Does the work of the service at once, so that a test sees whatever it raises."""

    async def run(self, work: Callable[..., bytes], *args: Any, long: bool = False) -> bytes:
        return work(*args)


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Asks the app itself, and raises what it raises."""
    app = create_app()
    app.state.service = _Service(InProcess(), Rules())  # type: ignore[arg-type]
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service")
    loop = asyncio.new_event_loop()

    def asked(route: str, body: bytes) -> httpx.Response:
        request = client.post(f"/v1/{route}", content=body, headers={"Content-Type": "application/json"})
        return loop.run_until_complete(request)

    yield asked
    loop.run_until_complete(client.aclose())
    loop.close()


def check(answer: httpx.Response) -> None:
    assert answer.status_code in DOCUMENTED, answer.text
    told = answer.json()
    if answer.status_code != 200:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert told["status"] == answer.status_code
        assert told["detail"]


@settings(max_examples=150, deadline=None)
@given(ROUTES, st.binary(max_size=60) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(ask: Ask, route: str, body: bytes) -> None:
    check(ask(route, body))


@settings(max_examples=400, deadline=None)
@given(ROUTES, st.dictionaries(KEYS, VALUES, max_size=6), WORDS, st.booleans())
def test_any_json(ask: Ask, route: str, fields: dict[str, Any], text: str, fitting: bool) -> None:
    if fitting:  # what most routes ask for, so that not all is refused at once
        fields = {name: value for name, value in fields.items() if name not in ("text", "texts", "x", "")}
        fields |= {"texts": [text]} if route == "batch" else {"text": text}
        fields |= {"actual": 5} if route == "progress" and "actual" not in fields else {}
    check(ask(route, json.dumps(fields).encode()))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(("analyze", "plan", "progress")),
    WORDS,
    st.fixed_dictionaries({}, optional={"history": st.lists(st.floats(-1e18, 1e18), max_size=5),
                                        "history_per": st.sampled_from(("day", "month")),
                                        "baseline": st.floats(-1e18, 1e18), "fiscal_year_start": st.integers(1, 12)}),
    st.dates(),
)  # fmt: skip
def test_any_context_and_day(ask: Ask, route: str, text: str, context: dict[str, Any], today: Any) -> None:
    fields = {"text": text, "context": context, "today": str(today)} | ({"actual": 5} if route == "progress" else {})
    check(ask(route, json.dumps(fields).encode()))


@pytest.mark.parametrize("route", ["analyze", "batch", "find", "plan", "progress"])
@pytest.mark.parametrize(
    "body", [b"[" * 50_000, b'{"text": ' + b"9" * 5_000 + b"}", b"\xff\xfe", b'"' + b"x" * 2**21, b"{}" * 9]
)
def test_extreme_bodies(ask: Ask, route: str, body: bytes) -> None:
    answer = ask(route, body)
    assert answer.status_code in (400, 413, 422)
    check(answer)
