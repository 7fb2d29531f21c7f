"""What every request passes: a bound on its body and on how long it may take to come, and headers of caution."""

from __future__ import annotations

from anyio import fail_after
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from smartgoals.serve.problems import problem

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class _TooLargeError(Exception):
    pass


class Guard:
    """ASGI middleware that reads a body before the app is asked, no more of it than so many bytes."""

    def __init__(self, app: ASGIApp, most_bytes: int, seconds: float) -> None:
        self._app = app
        self._most = most_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        try:
            with fail_after(self._seconds):
                body = await self._body(Headers(scope=scope), receive)
        except _TooLargeError:
            answer = problem(
                413,
                f"the body may have {self._most:,} bytes at most; send less at a time",
                headers={"Connection": "close"},
            )
            await answer(scope, receive, send_guarded)
        except TimeoutError:
            answer = problem(408, "the body did not come in time", headers={"Connection": "close"})
            await answer(scope, receive, send_guarded)
        else:
            await self._app(scope, _Replay(body, receive), send_guarded)

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared[:20]) > self._most:
            raise _TooLargeError
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return bytes(body)
            body += message.get("body", b"")
            if len(body) > self._most:
                raise _TooLargeError
            if not message.get("more_body", False):
                return bytes(body)


class _Replay:
    """Gives the app a body that has been read."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._message: Message | None = {"type": "http.request", "body": body, "more_body": False}
        self._receive = receive

    async def __call__(self) -> Message:
        message, self._message = self._message, None
        return message or await self._receive()
