"""Connections of the service: HTTP/1.1 as uvicorn speaks it, with bounds on their number and on slow clients."""

from __future__ import annotations

import asyncio
import logging
import socket
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from smartgoals.serve.problems import RETRY, problem

MOST_PIPELINED = 1 << 16  # bytes that may wait behind a request that is being answered
log = logging.getLogger("uvicorn.error.clients")  # to be let say errors only: what clients do wrong is told to them


@dataclass(frozen=True)
class Limits:
    """What all clients together, and each of them, may take."""

    connections: int
    seconds: float  # for the head of a request to come, counted from the connection or the last answer, and
    #                 again for an answer to be taken


class Connection(H11Protocol):
    """A connection that is cut when its client lets it wait, whether for a request or with an answer."""

    def __init__(self, *args: Any, limits: Limits, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.logger = log
        self._limits = limits
        self._idle: asyncio.TimerHandle | None = None
        self._untaken: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does it
        """Take a client, or turn it away when there are too many."""
        super().connection_made(transport)
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if len(self.connections) > self._limits.connections:
            self._refuse(503, "too many connections; try again")
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Read on; the clock runs on too until the head of a request is whole."""
        super().data_received(data)
        self._watch()
        if self._answering() and not self.cycle.more_body and len(self.conn.trailing_data[0]) > MOST_PIPELINED:
            self.transport.abort()

    def on_response_complete(self) -> None:
        """Start the clock for the next request."""
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """Start the clock for an answer that is too long to be on its way at once."""
        super().pause_writing()
        self._untaken = self.loop.call_later(self._limits.seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Most of the answer has been taken."""
        super().resume_writing()
        self._untaken = _stop(self._untaken)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop all clocks."""
        self._idle, self._untaken = _stop(self._idle), _stop(self._untaken)
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """Let an answer end, but wait for no request to come when the service ends."""
        if self._answering() and self.cycle.more_body:
            self._refuse(503, "the service is ending; try again")
        else:
            super().shutdown()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP."""
        self._refuse(400, "this is no valid HTTP request")

    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _watch(self) -> None:
        """Let the clock run when there is no request, and only then."""
        if self._answering():
            self._idle = _stop(self._idle)
        elif self._idle is None:
            self._idle = self.loop.call_later(self._limits.seconds, self._cut)

    def _cut(self) -> None:
        if self.transport.is_closing() or self.transport.get_write_buffer_size():
            self.transport.abort()  # to close would wait for the client to take the rest
        elif self.conn.trailing_data[0]:
            self._refuse(408, "the request did not come in time")
        else:
            self.transport.close()

    def _refuse(self, status: int, detail: str) -> None:
        """Answer without asking the app, and close."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            again = {"Retry-After": str(RETRY)} if status == 503 else {}
            answer = problem(status, detail, headers={"Connection": "close"} | again)
            head = h11.Response(status_code=status, headers=answer.raw_headers, reason=HTTPStatus(status).phrase)
            for event in (head, h11.Data(data=bytes(answer.body)), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


def _stop(clock: asyncio.TimerHandle | None) -> asyncio.TimerHandle | None:
    """Stop a clock, if there is one; there is none then."""
    if clock is not None:
        clock.cancel()
    return None
