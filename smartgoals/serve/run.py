"""Run the service until it is told to stop."""

from __future__ import annotations

import signal
import sys
from types import FrameType

import uvicorn

from smartgoals.serve.app import Options, create_app

_MOST_CONNECTIONS = 512


def run(host: str, port: int, options: Options) -> None:
    """Serve; SIGTERM and SIGINT let running requests end, then the process ends with 0."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _end)  # uvicorn raises what it got again when it has shut down
    uvicorn.run(
        create_app(options),
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=round(options.seconds) + 1,
    )


def _end(_: int, __: FrameType | None) -> None:
    sys.exit(0)
