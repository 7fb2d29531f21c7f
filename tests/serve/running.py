"""A service that runs as a user starts it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def served(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A service on a free port, as its process and its address; it is told to stop at the end.

    It leads a session of its own, so that a signal can be sent to all of its processes as a terminal does.
    """
    command = [sys.executable, "-m", "smartgoals", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        said = []
        try:
            for line in process.stderr:
                said.append(line)
                if found := re.search(r"running on (http://\S+)", line):
                    yield process, found[1]
                    break
            else:
                raise AssertionError(f"the service did not start: {''.join(said)}")
        finally:
            process.terminate()
