"""A body that is too long, or does not come, never reaches the app."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from typing import Any

import anyio
import pytest

from smartgoals.serve.guard import SMALL, Guard


def answered(
    parts: Sequence[bytes], headers: Sequence[tuple[bytes, bytes]] = (), seconds: float = 5
) -> tuple[int, bytes]:
    """Status and body that a guarded app gives to a body in parts, the last of which is not the end of it."""
    sent: list[dict[str, Any]] = []
    waiting = list(parts)

    async def app(_: object, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": (await receive())["body"]})

    async def receive() -> dict[str, Any]:
        if not waiting:
            await anyio.sleep_forever()
        part = waiting.pop(0)
        return {"type": "http.request", "body": part, "more_body": part != b"end"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def run() -> None:
        scope = {"type": "http", "method": "POST", "headers": headers}
        await Guard(app, most_bytes=10, seconds=seconds)(scope, receive, send)

    anyio.run(run)
    assert any(name == b"content-security-policy" for name, _ in sent[0]["headers"])
    return sent[0]["status"], sent[1]["body"]


def test_a_body_comes_whole() -> None:
    assert answered([b"0123456", b"end"]) == (200, b"0123456end")


@pytest.mark.parametrize(
    ("parts", "headers", "status"),
    [
        ([b"0" * 8, b"end"], [], 413),
        ([b"0" * 11, b"0" * 99, b"end"], [], 413),
        ([b"0", b"end"], [(b"content-length", b"11")], 413),
        ([b"0", b"end"], [(b"content-length", b"9" * 5000)], 413),
        ([], [(b"content-length", b"11"), (b"expect", b"100-continue")], 413),
        ([b"0"], [], 408),
    ],
)
def test_what_is_too_long_or_late_is_refused(parts: list[bytes], headers: list[Any], status: int) -> None:
    begun = time.monotonic()
    got, body = answered(parts, headers, seconds=0.2 if status == 408 else 5)
    assert (got, json.loads(body)["status"]) == (status, status)
    assert time.monotonic() - begun < 4  # what is too long is refused at once when all of it has come


def test_all_bodies_together_are_bounded_and_small_ones_always_come_in() -> None:
    entered, statuses = anyio.Event(), []

    async def app(_: object, __: Any, send: Any) -> None:
        entered.set()
        await anyio.sleep(0.5)
        await send({"type": "http.response.start", "status": 200, "headers": []})

    guard = Guard(app, most_bytes=SMALL + 100, seconds=5, most_held=SMALL + 50)

    async def ask(size: int) -> None:
        waiting = [{"type": "http.request", "body": b"0" * size, "more_body": False}]

        async def receive() -> dict[str, Any]:
            return waiting.pop() if waiting else await anyio.sleep_forever()  # type: ignore[func-returns-value]

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                statuses.append((size, message["status"]))

        await guard({"type": "http", "method": "POST", "headers": []}, receive, send)

    async def run() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(ask, SMALL + 1)
            await entered.wait()
            group.start_soon(ask, SMALL + 2)
            group.start_soon(ask, SMALL)
        await ask(SMALL + 3)

    anyio.run(run)
    assert sorted(statuses) == [(SMALL, 200), (SMALL + 1, 200), (SMALL + 2, 503), (SMALL + 3, 200)]


def test_nothing_is_done_for_a_client_that_has_gone() -> None:
    ends: list[str] = []

    async def app(_: object, __: Any, ___: Any) -> None:
        try:
            await anyio.sleep(30)
        finally:
            ends.append("cancelled")

    messages = [{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}]

    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    async def run() -> None:
        with anyio.fail_after(5):
            await Guard(app, most_bytes=10, seconds=1)({"type": "http", "method": "POST", "headers": []}, receive, app)
            messages.append({"type": "http.disconnect"})  # before the body has come: the app is not even asked
            await Guard(app, most_bytes=10, seconds=1)({"type": "http", "method": "POST", "headers": []}, receive, app)

    anyio.run(run)
    assert ends == ["cancelled"]
