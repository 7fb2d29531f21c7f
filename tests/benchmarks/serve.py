"""Measure the service on this machine: its rate, waiting times, refusals, memory; with one client or thousands.

    python tests/benchmarks/serve.py                                          # 2,000 goals, 8 clients, two workers
    python tests/benchmarks/serve.py --clients 1 8 64 512 3000 --requests 6000     # a line for each number of clients
    python tests/benchmarks/serve.py --clients 64 --requests 50000                 # does memory stay as it is?

Each client has a connection of its own, which it keeps, and asks for one goal after another, all of them different.
One that is refused (503) tries again when the answer says it may; its waiting goes on until it has its answer.
Not part of the test suite: the times need a quiet machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import islice

import psutil
from goals import goals

MOST_REQUESTS = 100_000  # for each number of clients
WARM_UP = 200  # requests
HEAD = "POST /v1/analyze HTTP/1.1\r\nHost: x\r\nContent-Type: application/json"
_SECONDS = 120  # after which a client gives up


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=2000, help=f"for each line; at most {MOST_REQUESTS:,}")
    parser.add_argument("--clients", type=int, nargs="+", default=[8], help="how many ask at a time")
    parser.add_argument("--workers", type=int, default=2, help="of the service")
    given = parser.parse_args()
    number = min(given.requests, MOST_REQUESTS)
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    command = [sys.executable, "-m", "smartgoals", "serve", "--port", "0", "--workers", str(given.workers)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            port = next(int(found[1]) for line in process.stderr if (found := re.search(r"http://\S+:(\d+)", line)))
            texts = (text for _, text in goals(number * len(given.clients) + WARM_UP))
            asyncio.run(load(port, process.pid, islice(texts, WARM_UP), 8))
            print(f"{'clients':>7} {'a second':>8} {'p50 ms':>7} {'p99 ms':>7} {'MB':>5} {'peak':>5}  answers")
            for clients in given.clients:
                print(asyncio.run(load(port, process.pid, islice(texts, number), clients)), flush=True)
        finally:
            begun = time.perf_counter()
            process.terminate()
    print(f"ended with {process.returncode} in {time.perf_counter() - begun:.1f} s")


@dataclass
class Load:
    """What came of requests."""

    clients: int
    answers: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)  # seconds until each answer that is no refusal
    seconds: float = 0
    megabytes: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        times = sorted(self.times)
        half, most = times[len(times) // 2] * 1000, times[len(times) * 99 // 100] * 1000
        answers = ", ".join(f"{what}: {number:,}" for what, number in self.answers.most_common())
        return (
            f"{self.clients:7,} {len(times) / self.seconds:8,.0f} {half:7,.0f} {most:7,.0f} "
            f"{self.megabytes[-1]:5,.0f} {max(self.megabytes):5,.0f}  {answers}"
        )


async def load(port: int, pid: int, texts: Iterator[str], clients: int) -> Load:
    """Ask for the analysis of every text, so many at a time."""
    result = Load(clients)
    begun = time.perf_counter()
    async with watched(pid, result.megabytes), asyncio.TaskGroup() as group:
        for _ in range(clients):
            group.create_task(client(port, texts, result))
    result.seconds = time.perf_counter() - begun
    return result


async def client(port: int, texts: Iterator[str], result: Load) -> None:
    """Ask for one text after another until there are no more."""
    connection = None
    for text in texts:
        begun = time.perf_counter()
        body = json.dumps({"text": text, "today": "2026-11-21"}).encode()
        while True:
            try:
                async with asyncio.timeout(_SECONDS):
                    connection = connection or await asyncio.open_connection("127.0.0.1", port)
                    status, ends = await ask(*connection, body)
            except (OSError, EOFError, TimeoutError) as error:
                status, ends = type(error).__name__, True
            if ends:
                connection = None
            result.answers[status] += 1
            if status != "503":
                break
            await asyncio.sleep(5)  # what Retry-After says
        result.times.append(time.perf_counter() - begun)
    if connection:
        connection[1].close()


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, body: bytes) -> tuple[str, bool]:
    """The status of the answer, which is read whole, and whether the connection ends with it."""
    head = f"{HEAD}\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    answer = (await reader.readuntil(b"\r\n\r\n")).lower()
    await reader.readexactly(int(re.search(rb"content-length: (\d+)", answer)[1]))  # type: ignore[index]
    return answer[9:12].decode(), b"connection: close" in answer


@asynccontextmanager
async def watched(pid: int, megabytes: list[float]) -> AsyncIterator[None]:
    """Measure memory twice a second, and at the end."""

    async def watch() -> None:
        while True:
            megabytes.append(await asyncio.to_thread(resident, pid))
            await asyncio.sleep(0.5)

    task = asyncio.create_task(watch())
    yield
    task.cancel()
    megabytes.append(resident(pid))


def resident(pid: int) -> float:
    """MB that a process and those it started hold, pages that they share counted once."""
    root = psutil.Process(pid)
    return sum(member.memory_full_info().pss for member in [root, *root.children(recursive=True)]) / 1e6


if __name__ == "__main__":
    main()
