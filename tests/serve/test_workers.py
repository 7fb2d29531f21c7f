"""What is asked of worker processes ends in time, whatever it is, and nobody else waits for it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import anyio
import jobs
import pytest

from smartgoals.serve import workers as module
from smartgoals.serve.workers import Busy, Failed, Refused, TookTooLong, Workers


def with_workers(processes: int, seconds: float, test: Callable[[Workers], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Workers(processes, seconds, jobs.nothing) as workers:
            await test(workers)

    asyncio.run(run())


def test_work_that_takes_too_long_is_killed_and_its_process_replaced() -> None:
    async def test(workers: Workers) -> None:
        before = await workers.run(jobs.process_id)
        begun = time.monotonic()
        with pytest.raises(TookTooLong):
            await workers.run(jobs.spin)
        assert time.monotonic() - begun < 8
        for _ in range(60):  # a loaded machine starts processes slowly
            try:
                after = await workers.run(jobs.process_id)
            except Busy:
                continue
            break
        assert after != before

    with_workers(1, 0.5, test)


def test_what_may_take_long_leaves_a_worker_to_the_others() -> None:
    async def test(workers: Workers) -> None:
        long = [asyncio.create_task(workers.run(jobs.sleep, 2, long=True)) for _ in range(2)]
        await asyncio.sleep(0.1)
        begun = time.monotonic()
        await workers.run(jobs.process_id)
        assert time.monotonic() - begun < 1.5
        assert await asyncio.gather(*long) == [b"slept", b"slept"]

    with_workers(2, 10, test)


def test_nothing_long_takes_the_last_worker_while_another_is_replaced() -> None:
    async def test(workers: Workers) -> None:
        endless = [asyncio.create_task(workers.run(jobs.spin, long=True)) for _ in range(3)]
        for _ in range(30):
            begun = time.monotonic()
            await workers.run(jobs.process_id)
            assert time.monotonic() - begun < 1.5
            await asyncio.sleep(0.1)
        ends = await asyncio.gather(*endless, return_exceptions=True)
        assert {type(end) for end in ends} <= {TookTooLong, Busy}

    with_workers(2, 2, test)


def test_a_process_that_dies_or_fails_takes_no_other_request_with_it(capfd: pytest.CaptureFixture[str]) -> None:
    async def test(workers: Workers) -> None:
        with pytest.raises(Failed) as failed:
            await workers.run(jobs.fail)
        assert "secret" not in str(failed.value)
        with pytest.raises(Failed):
            await workers.run(jobs.die)
        assert await workers.run(jobs.sleep, 0) == b"slept"
        with pytest.raises(Refused, match="no deadline"):
            await workers.run(jobs.refuse)

    with_workers(1, 20, test)
    assert "/etc/secret" in capfd.readouterr().err  # the service's own log


def test_those_who_wait_are_bounded_in_number_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", {True: 1, False: 1})

    async def test(workers: Workers) -> None:
        asked = [asyncio.create_task(workers.run(jobs.sleep, 1)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await workers.run(jobs.process_id)
        assert await asyncio.gather(*asked) == [b"slept", b"slept"]

    with_workers(1, 20, test)

    async def impatient(workers: Workers) -> None:
        asked = [asyncio.create_task(workers.run(jobs.spin)), asyncio.create_task(workers.run(jobs.process_id))]
        ends = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(end) for end in ends] == [TookTooLong, Busy]

    with_workers(1, 0.3, impatient)


def test_processes_that_were_killed_while_they_had_no_work_fail_no_request() -> None:
    async def test(workers: Workers) -> None:
        for _ in range(2):
            number = int(await workers.run(jobs.process_id))
            os.kill(number, signal.SIGKILL)
            with suppress(ChildProcessError):  # the start of the first one's successor takes note of it, too
                os.waitid(os.P_PID, number, os.WEXITED | os.WNOWAIT)
            assert int(await workers.run(jobs.process_id)) != number

    with_workers(2, 20, test)


def test_a_process_that_takes_no_work_is_killed_too() -> None:
    async def test(workers: Workers) -> None:
        os.kill(int(await workers.run(jobs.process_id)), signal.SIGSTOP)
        begun = time.monotonic()
        with pytest.raises(TookTooLong):
            await workers.run(jobs.take, b"0" * 1_000_000)  # more than a pipe holds
        assert time.monotonic() - begun < 8

    with_workers(1, 1, test)


def test_when_the_service_ends_what_runs_goes_on_and_what_waits_is_told() -> None:
    async def test(workers: Workers) -> None:
        running = asyncio.create_task(workers.run(jobs.sleep, 1))
        await asyncio.sleep(0.3)
        waiting = [asyncio.create_task(workers.run(jobs.process_id, long=long)) for long in (True, False)]
        await asyncio.sleep(0.1)
        workers.turn_away()
        for end in await asyncio.gather(*waiting, return_exceptions=True):
            assert isinstance(end, Busy)
            assert "ending" in str(end)
        assert not running.done()
        assert await running == b"slept"

    with_workers(1, 20, test)


def test_a_request_that_is_cancelled_keeps_no_worker() -> None:
    async def test(workers: Workers) -> None:
        for long in (True, False):
            for _ in range(3):
                with anyio.move_on_after(0.05):
                    await workers.run(jobs.sleep, 0.2, long=long)
        assert await workers.run(jobs.sleep, 0, long=True) == b"slept"

    with_workers(1, 5, test)


def test_who_goes_away_as_a_worker_is_found_takes_none_along() -> None:
    async def test(workers: Workers) -> None:
        worker = await workers._free()
        with anyio.CancelScope() as gone:
            gone.cancel()
            await workers._ask(worker, jobs.process_id, ())
        assert await workers.run(jobs.process_id)

    with_workers(1, 2, test)


def test_a_process_hears_no_signal_that_is_meant_for_the_service() -> None:
    async def test(workers: Workers) -> None:
        number = int(await workers.run(jobs.process_id))
        working = asyncio.create_task(workers.run(jobs.sleep, 0.5))
        await asyncio.sleep(0.2)
        os.kill(number, signal.SIGINT)
        os.kill(number, signal.SIGTERM)
        assert await working == b"slept"

    with_workers(1, 20, test)


def test_no_process_outlives_a_service_that_is_killed() -> None:
    program = """
import asyncio, jobs
from smartgoals.serve.workers import Workers

async def run():
    async with Workers(1, 600, jobs.nothing) as workers:
        await workers.run(jobs.process_id)
        print("ready", flush=True)
        await workers.run(jobs.spin)

asyncio.run(run())
"""
    command = [sys.executable, "-c", program]
    folder = Path(__file__).parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder) as process:
        assert process.stdout is not None
        ready = process.stdout.readline()
        process.kill()
        said, _ = process.communicate(timeout=30)  # until no process has the other end open
    assert (ready, said) == ("ready\n", "")
