"""Work for the tests of the workers; their processes import it."""

from __future__ import annotations

import os
import time

from smartgoals.serve.workers import Refused


def nothing() -> None:
    """Prepare nothing."""


def process_id() -> bytes:
    return str(os.getpid()).encode()


def sleep(seconds: float) -> bytes:
    time.sleep(seconds)
    return b"slept"


def spin() -> bytes:
    while True:
        pass


def take(_: bytes) -> bytes:
    return b"taken"


def refuse() -> bytes:
    raise Refused("there is no deadline")


def fail() -> bytes:
    raise RuntimeError("/etc/secret")


def die() -> bytes:
    os._exit(3)
