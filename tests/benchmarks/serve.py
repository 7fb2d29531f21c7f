"""Measure the service on this machine: requests a second, waiting times, memory before and after.

    python tests/benchmarks/serve.py                       # 2,000 goals, 8 at a time, two workers
    python tests/benchmarks/serve.py --requests 20000

Not part of the test suite: the times need a quiet machine.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import local

import httpx
import psutil
from goals import goals

MOST_REQUESTS = 100_000
WARM_UP = 200  # requests
_of_thread = local()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=2000, help=f"how many; at most {MOST_REQUESTS:,}")
    parser.add_argument("--at-once", type=int, default=8, help="how many wait for an answer at a time")
    parser.add_argument("--workers", type=int, default=2, help="of the service")
    given = parser.parse_args()
    number = min(given.requests, MOST_REQUESTS)
    command = [sys.executable, "-m", "smartgoals", "serve", "--port", "0", "--workers", str(given.workers)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            address = next(found[1] for line in process.stderr if (found := re.search(r"(http://\S+)", line)))
            measure(address, process.pid, [text for _, text in goals(number + WARM_UP)], given.at_once)
        finally:
            process.terminate()
    print(f"ended with {process.returncode}")


def measure(address: str, pid: int, texts: Sequence[str], at_once: int) -> None:
    """Ask for the analysis of every text, and print what that took."""

    def ask(text: str) -> tuple[int, float]:
        if not hasattr(_of_thread, "client"):
            _of_thread.client = httpx.Client(base_url=address, timeout=60, trust_env=False)
        begun = time.perf_counter()
        status = _of_thread.client.post("/v1/analyze", json={"text": text, "today": "2026-11-21"}).status_code
        return status, time.perf_counter() - begun

    with ThreadPoolExecutor(at_once) as threads:
        list(threads.map(ask, texts[:WARM_UP]))
        before = resident(pid)
        begun = time.perf_counter()
        answers = list(threads.map(ask, texts[WARM_UP:]))
        seconds = time.perf_counter() - begun
    times = sorted(spent for _, spent in answers)
    good = sum(status == 200 for status, _ in answers)
    print(
        f"{good:,} of {len(answers):,} answered with 200, {at_once} at a time: {len(answers) / seconds:,.0f} a second"
    )
    print(
        f"waiting: half {times[len(times) // 2] * 1000:.0f} ms, 99 in 100 {times[len(times) * 99 // 100] * 1000:.0f} ms"
    )
    print(f"memory of all processes: {before:,.0f} MB before, {resident(pid):,.0f} MB after")


def resident(pid: int) -> float:
    """MB that a process and those it started hold, pages that they share counted once."""
    root = psutil.Process(pid)
    return sum(member.memory_full_info().pss for member in [root, *root.children(recursive=True)]) / 1e6


if __name__ == "__main__":
    main()
