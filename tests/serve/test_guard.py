"""A body that is too long, or does not come, never reaches the app."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import anyio
import pytest

from smartgoals.serve.guard import Guard


def answered(parts: Sequence[bytes], headers: Sequence[tuple[bytes, bytes]] = ()) -> tuple[int, bytes]:
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
        await Guard(app, most_bytes=10, seconds=0.2)({"type": "http", "headers": headers}, receive, send)

    anyio.run(run)
    assert any(name == b"content-security-policy" for name, _ in sent[0]["headers"])
    return sent[0]["status"], sent[1]["body"]


def test_a_body_comes_whole() -> None:
    assert answered([b"0123456", b"end"]) == (200, b"0123456end")


@pytest.mark.parametrize(
    ("parts", "headers", "status"),
    [
        ([b"0" * 8, b"end"], [], 413),
        ([b"0", b"end"], [(b"content-length", b"11")], 413),
        ([b"0", b"end"], [(b"content-length", b"9" * 5000)], 413),
        ([b"0"], [], 408),
    ],
)
def test_what_is_too_long_or_late_is_refused(parts: list[bytes], headers: list[Any], status: int) -> None:
    got, body = answered(parts, headers)
    assert (got, json.loads(body)["status"]) == (status, status)
