"""What every request passes: bounds on its body and on how long it may take to come, and headers of caution."""

from __future__ import annotations

from anyio import CancelScope, create_task_group, fail_after, move_on_after, sleep_forever
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from smartgoals.serve.problems import RETRY, problem

MOST_HELD = 32 << 20  # bytes of all bodies that are in the service at a time
SMALL = 16 << 10  # bytes of a body that comes in however many others there are
_MOST_DISCARDED = 32 << 20  # bytes of a refused body that are read so that its sender reads the answer
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class _RefusedError(Exception):
    """A body is not taken."""

    def __init__(self, *, more: bool) -> None:
        self.more = more  # of it is to come


class _TooLargeError(_RefusedError):
    pass


class _FullError(_RefusedError):
    pass


class _GoneError(Exception):
    pass


class Guard:
    """ASGI middleware that reads a body before the app is asked, no more of it than so many bytes.

    When the client goes away, what the app does for it is cancelled: nobody else waits behind it.
    """

    def __init__(self, app: ASGIApp, most_bytes: int, seconds: float, most_held: int = MOST_HELD) -> None:
        self._app = app
        self._most = most_bytes
        self._seconds = seconds
        self._most_held = most_held
        self._held = 0  # bytes of all bodies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        body = bytearray()
        try:
            with fail_after(self._seconds):
                await self._read(Headers(scope=scope), receive, body)
        except _GoneError:
            self._forget(body)
        except (_RefusedError, TimeoutError) as error:
            self._forget(body)
            if isinstance(error, _RefusedError) and error.more:
                await self._discard(Headers(scope=scope), receive)
            await self._refusal(error)(scope, receive, send_guarded)
        else:
            try:
                await self._ask(scope, receive, send_guarded, bytes(body))
            finally:
                self._forget(body)

    async def _read(self, headers: Headers, receive: Receive, body: bytearray) -> None:
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared[:20]) > self._most:
            raise _TooLargeError(more=True)
        while True:
            message = await receive()
            if message["type"] != "http.request":
                raise _GoneError
            part = message.get("body", b"")
            body += part
            self._held += len(part)
            more = message.get("more_body", False)
            if len(body) > self._most:
                raise _TooLargeError(more=more)
            if self._held > self._most_held and len(body) > SMALL:
                raise _FullError(more=more)
            if not more:
                return

    def _forget(self, body: bytearray) -> None:
        self._held -= len(body)
        body.clear()

    async def _discard(self, headers: Headers, receive: Receive) -> None:
        """Read on for a while: a connection that is closed on what was sent loses the answer with it."""
        if "expect" in headers:  # it sends when it is told to
            return
        discarded = 0
        with move_on_after(self._seconds):
            while discarded < _MOST_DISCARDED:
                message = await receive()
                discarded += len(message.get("body", b""))
                if not message.get("more_body", False):
                    return

    def _refusal(self, error: Exception) -> ASGIApp:
        close = {"Connection": "close"}
        if isinstance(error, _TooLargeError):
            return problem(413, f"the body may have {self._most:,} bytes at most; send less at a time", headers=close)
        if isinstance(error, _FullError):
            busy = "there are too many long requests; try again"
            return problem(503, busy, headers=close | {"Retry-After": str(RETRY)})
        return problem(408, "the body did not come in time", headers=close)

    async def _ask(self, scope: Scope, receive: Receive, send: Send, body: bytes) -> None:
        if scope["method"] == "HEAD":  # the server sends no body then
            scope = {**scope, "method": "GET"}
        async with create_task_group() as group:
            group.start_soon(_cancel_when_gone, receive, group.cancel_scope)
            await self._app(scope, _Replay(body), send)
            group.cancel_scope.cancel()


async def _cancel_when_gone(receive: Receive, scope: CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()


class _Replay:
    """Gives the app a body that has been read."""

    def __init__(self, body: bytes) -> None:
        self._message: Message | None = {"type": "http.request", "body": body, "more_body": False}

    async def __call__(self) -> Message:
        message, self._message = self._message, None
        if message is None:
            await sleep_forever()  # what would come is that the client went away
            raise AssertionError
        return message
