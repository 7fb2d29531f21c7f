"""Worker processes with a bound: on how many there are, on who waits for them, and on how long they take."""

from __future__ import annotations

import asyncio
import logging
import signal
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Self

from anyio import CapacityLimiter, create_task_group, fail_after, sleep, to_thread

MOST_WAITING = 64  # requests that wait for a worker, of those that take long and of the others each
_PATIENCE = 1  # seconds after which a worker that could not start is tried again
_SPAWN = get_context("spawn")  # a forked process could inherit a lock that a thread holds
_log = logging.getLogger("uvicorn.error")


class Refused(Exception):
    """What was asked cannot be done, for a reason that the asker may read."""


class Busy(Exception):
    """All workers have work, and too many wait or waited too long."""


class TookTooLong(Exception):
    """The work was not done in time; its process has been killed."""


class Failed(Exception):
    """The work failed in its process, or the process with it; the log says how."""


class Workers:
    """So many processes, each of which is killed when its work takes longer than so many seconds.

    A process can be killed where a thread cannot be stopped.  Another takes its place, and gets work when it has
    prepared itself, so that what `prepare` loads counts against nobody's time.  What may take long (a document, a
    batch) never holds the last worker, when there are several, so that short texts go on.
    """

    def __init__(self, processes: int, seconds: float, prepare: Callable[..., None], *args: Any) -> None:
        self._processes = processes
        self._seconds = seconds
        self._prepare = (prepare, args)
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._long = 0  # workers that have what may take long
        self._changed = asyncio.Condition()  # a worker is there, or has ended what took long
        self._lanes = {long: CapacityLimiter(processes + MOST_WAITING) for long in (True, False)}
        self._threads = CapacityLimiter(2 * processes)  # each waits for a process, or starts one
        self._group = create_task_group()

    async def __aenter__(self) -> Self:
        """Start all processes, and wait until they are prepared."""
        async with create_task_group() as group:
            for _ in range(self._processes):
                group.start_soon(self._hire)
        await self._group.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        self._group.cancel_scope.cancel()
        await self._group.__aexit__(*error)
        for worker in self._all:
            worker.stop()

    async def run(self, work: Callable[..., bytes], *args: Any, long: bool = False) -> bytes:
        """What some work gives; Busy and TookTooLong say that it gave nothing in time.

        Raises Refused as the work does, and Failed for whatever else it raises.
        """
        lane = self._lanes[long]
        if lane.available_tokens < 1:
            raise Busy
        async with lane, self._place(long):
            try:
                with fail_after(self._seconds):
                    worker = await self._idle.get()
            except TimeoutError:
                raise Busy from None
            answer = await self._ask(worker, work, args)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @asynccontextmanager
    async def _place(self, long: bool) -> AsyncIterator[None]:
        """The right to wait for a worker: at once, or when another is left for what is short."""
        if not long:
            yield
            return
        try:
            with fail_after(self._seconds):
                async with self._changed:
                    await self._changed.wait_for(self._has_place)
                    self._long += 1
        except TimeoutError:
            raise Busy from None
        try:
            yield
        finally:
            self._long -= 1
            await self._tell()

    def _has_place(self) -> bool:
        """Whether something long leaves a worker; one that is being replaced is none."""
        return self._long < (len(self._all) - 1 if self._processes > 1 else 1)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _ask(self, worker: _Worker, work: Callable[..., bytes], args: tuple[Any, ...]) -> bytes | Exception:
        try:
            answer = await to_thread.run_sync(worker.ask, self._seconds, work, args, limiter=self._threads)
        except (TimeoutError, OSError, EOFError) as error:
            self._all.discard(worker)
            self._group.start_soon(self._replace, worker)
            if isinstance(error, TimeoutError):
                raise TookTooLong from None
            raise Failed from error
        self._idle.put_nowait(worker)
        return answer

    async def _hire(self) -> None:
        worker = await to_thread.run_sync(_Worker, *self._prepare, limiter=self._threads)
        self._all.add(worker)
        self._idle.put_nowait(worker)
        await self._tell()

    async def _replace(self, worker: _Worker) -> None:
        await to_thread.run_sync(worker.stop, limiter=self._threads)
        while True:
            try:
                await self._hire()
            except (OSError, EOFError):
                _log.exception("a worker process could not start")
                await sleep(_PATIENCE)
            else:
                return


class _Worker:
    """A process that waits for work at the other end of a pipe, and ends when the pipe does."""

    def __init__(self, prepare: Callable[..., None], args: tuple[Any, ...]) -> None:
        """Start it, and wait until it is prepared; EOFError when it ends instead."""
        self._connection, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(other, prepare, args), daemon=True)
        self._process.start()
        other.close()
        self._connection.recv()

    def ask(self, seconds: float, work: Callable[..., bytes], args: tuple[Any, ...]) -> bytes | Exception:
        """What the work gives or raises; TimeoutError when that takes too long, EOFError when the process ends."""
        self._connection.send((work, args))
        if not self._connection.poll(seconds):
            raise TimeoutError
        answer: bytes | Exception = self._connection.recv()
        return answer

    def stop(self) -> None:
        """Kill it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(connection: Connection, prepare: Callable[..., None], args: tuple[Any, ...]) -> None:
    """What a worker process does until the service closes the pipe or kills it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; the service ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    prepare(*args)
    connection.send(None)
    while True:
        answer: bytes | Exception
        try:
            work, asked = connection.recv()
        except EOFError:
            return
        try:
            answer = work(*asked)
        except Refused as refused:
            answer = refused
        except Exception:  # whatever it is, the next request gets an answer
            traceback.print_exc()
            answer = Failed()
        connection.send(answer)
