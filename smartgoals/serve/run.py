"""Run the service until it is told to stop."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from functools import partial
from types import FrameType
from typing import Any

import uvicorn
from fastapi import FastAPI

from smartgoals.serve import connections
from smartgoals.serve.app import Options, create_app
from smartgoals.serve.connections import Connection, Limits
from smartgoals.serve.problems import RETRY

MOST_CONNECTIONS = 4096
_BACKLOG = 1024  # connections that the system holds until they are taken
_OTHER_FILES = 256  # that the process may have open beside them
_log = logging.getLogger("uvicorn.error")


def listen(host: str, port: int) -> list[socket.socket]:
    """Sockets on all addresses of a host; clients that connect wait until they are served.

    Raises OSError, which says in words why that cannot be.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise OSError(f"there is no host {host!r}") from None
    sockets: list[socket.socket] = []
    for family, address in dict.fromkeys((family, address) for family, *_, address in found):
        chosen = sockets[0].getsockname()[1] if sockets else port  # where any port will do, the same for all addresses
        try:
            sockets.append(socket.create_server((address[0], chosen, *address[2:]), family=family, backlog=_BACKLOG))
        except OSError as error:
            if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT) and len(found) > 1:
                continue  # a name may have an address that the machine has not
            for opened in sockets:
                opened.close()
            why = os.strerror(error.errno) if error.errno else str(error)
            raise OSError(f"cannot listen on {host} port {port}: {why}") from None
    if not sockets:
        raise OSError(f"cannot listen on {host} port {port}: it is no address of this machine")
    return sockets


def run(sockets: Sequence[socket.socket], options: Options) -> None:
    """Serve; SIGTERM and SIGINT let running requests end, then the process ends with 0."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _end)  # uvicorn raises what it got again when it has shut down
    app = create_app(options)
    protocol: Any = partial(Connection, limits=Limits(_connections(), options.seconds))
    config = uvicorn.Config(
        app,
        http=protocol,
        ws="none",
        access_log=False,
        server_header=False,
        backlog=_BACKLOG,
        timeout_keep_alive=2 * RETRY,  # who is to try again finds the connection open
        timeout_graceful_shutdown=round(options.seconds) + 1,
    )
    connections.log.setLevel(logging.ERROR)  # after uvicorn has set up its own
    _Server(config, app).run(list(sockets))


class _Server(uvicorn.Server):
    """Says where it listens, and ends soon."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listening in sockets or ():
            host, port = listening.getsockname()[:2]
            shown = f"[{host}]" if listening.family == socket.AF_INET6 else host
            _log.info("smartgoals running on http://%s:%d (Press CTRL+C to quit)", shown, port)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.state.service.workers.turn_away()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self.started:
            super().handle_exit(sig, frame)
            return
        service = getattr(self._app.state, "service", None)
        if service is not None:
            service.workers.kill()
        os._exit(0)  # nothing has been asked yet, and no thread that waits for a worker is worth waiting for


def _connections() -> int:
    """How many connections the system lets the process have, at most `MOST_CONNECTIONS`."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return MOST_CONNECTIONS
    others = _BACKLOG + _OTHER_FILES  # so many connections are taken at once before they are counted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + others
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        return max(soft - others, soft // 2)
    return MOST_CONNECTIONS


def _end(_: int, __: FrameType | None) -> None:
    sys.exit(0)
