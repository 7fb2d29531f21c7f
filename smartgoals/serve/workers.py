"""Worker processes with a bound: on how many there are, on who waits for them, and on how long they take."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, Self

from anyio import CancelScope, CapacityLimiter, create_task_group, fail_after, sleep, to_thread

MOST_WAITING = {True: 64, False: 4096}  # requests that wait for a worker: of those that may take long, of the others
_PATIENCE = 1  # seconds after which a worker that could not start is tried again
_SPAWN = get_context("spawn")  # a forked process could inherit a lock that a thread holds
_log = logging.getLogger("uvicorn.error")


class Refused(Exception):
    """What was asked cannot be done, for a reason that the asker may read."""


class Busy(Exception):
    """All workers have work, and too many wait or waited too long; or the service is ending.  It says which."""


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
        self._idle: asyncio.Queue[_Worker | None] = asyncio.Queue()  # None: no more work is given out
        self._started: set[_Worker] = set()
        self._prepared: set[_Worker] = set()
        self._long = 0  # workers that have what may take long
        self._changed = asyncio.Condition()  # a worker is there, or has ended what took long; or none is to come
        self._ending = False
        self._lanes = {long: CapacityLimiter(processes + most) for long, most in MOST_WAITING.items()}
        self._threads = CapacityLimiter(2 * processes)  # each waits for a process, or starts one
        self._group = create_task_group()

    async def __aenter__(self) -> Self:
        """Start all processes, and wait until they are prepared."""
        try:
            async with create_task_group() as group:
                for _ in range(self._processes):
                    group.start_soon(self._hire)
        except BaseException:
            self.kill()
            raise
        await self._group.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        self.turn_away()
        self.kill()  # no thread need wait then for what a process does
        self._group.cancel_scope.cancel()
        await self._group.__aexit__(*error)
        self.kill()

    def turn_away(self) -> None:
        """Let work that runs go on, and all that waits be told at once that the service is ending."""
        self._ending = True
        self._idle.put_nowait(None)
        self._group.start_soon(self._tell)

    def kill(self) -> None:
        """Kill all processes."""
        for worker in self._started:
            worker.kill()

    async def run(self, work: Callable[..., bytes], *args: Any, long: bool = False) -> bytes:
        """What some work gives; Busy and TookTooLong say that it gave nothing in time.

        Raises Refused as the work does, and Failed for whatever else it raises.
        """
        lane = self._lanes[long]
        if lane.available_tokens < 1:
            raise Busy("too many requests are waiting; try again")
        async with lane, self._place(long):
            answer = await self._ask(await self._free(), work, args)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @asynccontextmanager
    async def _place(self, long: bool) -> AsyncIterator[None]:
        """The right to wait for a worker: at once, or when another is left for what is short."""
        if not long:
            yield
            return
        with self._patience():
            async with self._changed:
                await self._changed.wait_for(self._has_place)
                self._long += 1
        try:
            yield
        finally:
            self._long -= 1
            with CancelScope(shield=True):
                await self._tell()

    def _has_place(self) -> bool:
        """Whether something long leaves a worker, one that is being replaced is none; or need not wait any more."""
        return self._ending or self._long < (len(self._prepared) - 1 if self._processes > 1 else 1)

    @contextmanager
    def _patience(self) -> Iterator[None]:
        try:
            with fail_after(self._seconds):
                yield
        except TimeoutError:
            raise Busy("the service has too much to do; try again") from None

    async def _free(self) -> _Worker:
        """A worker that has no work and is alive."""
        with self._patience():
            while True:
                worker = await self._idle.get()
                if worker is None:
                    self._idle.put_nowait(None)  # for all others who wait
                    raise Busy("the service is ending; try again")
                if worker.alive:
                    return worker
                self._lose(worker)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _ask(self, worker: _Worker, work: Callable[..., bytes], args: tuple[Any, ...]) -> bytes | Exception:
        late = asyncio.get_running_loop().call_later(self._seconds, worker.kill)  # what ends all that waits for it
        try:
            with CancelScope(shield=True):  # whoever goes away meanwhile, the worker must come back
                answer = await to_thread.run_sync(worker.ask, work, args, limiter=self._threads)
        except (OSError, EOFError):
            self._lose(worker)
            if worker.killed:
                raise TookTooLong from None
            _log.error("a worker process ended at its work")
            raise Failed from None
        finally:
            late.cancel()
        if worker.killed:  # just too late
            self._lose(worker)
        else:
            self._idle.put_nowait(worker)
        return answer

    def _lose(self, worker: _Worker) -> None:
        self._prepared.discard(worker)
        if not self._ending:
            self._group.start_soon(self._replace, worker)

    async def _hire(self) -> None:
        worker = await to_thread.run_sync(_Worker, *self._prepare, limiter=self._threads)
        self._started.add(worker)
        try:
            await to_thread.run_sync(worker.wait, limiter=self._threads)
        except (OSError, EOFError):
            await self._bury(worker)
            raise
        self._prepared.add(worker)
        self._idle.put_nowait(worker)
        await self._tell()

    async def _replace(self, worker: _Worker) -> None:
        await self._bury(worker)
        while True:
            try:
                await self._hire()
            except (OSError, EOFError):
                if self._ending:
                    return
                _log.exception("a worker process could not start")
                await sleep(_PATIENCE)
            else:
                return

    async def _bury(self, worker: _Worker) -> None:
        await to_thread.run_sync(worker.bury, limiter=self._threads)
        self._started.discard(worker)


class _Worker:
    """A process that waits for work at the other end of a pipe, and ends when the pipe or its parent does."""

    def __init__(self, prepare: Callable[..., None], args: tuple[Any, ...]) -> None:
        """Start it."""
        self.killed = False
        self._connection, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(other, prepare, args), daemon=True)
        with _deaf():
            self._process.start()
        other.close()

    def wait(self) -> None:
        """Wait until it is prepared; EOFError when it ends instead."""
        self._connection.recv()

    @property
    def alive(self) -> bool:
        # Not is_alive: while another thread takes note of the end of a process, it says that the process lives.
        return not wait([self._process.sentinel], timeout=0)

    def ask(self, work: Callable[..., bytes], args: tuple[Any, ...]) -> bytes | Exception:
        """What the work gives or raises; OSError or EOFError when the process ends."""
        self._connection.send((work, args))
        answer: bytes | Exception = self._connection.recv()
        return answer

    def kill(self) -> None:
        """Kill it, whatever it does."""
        self.killed = True
        self._process.kill()

    def bury(self) -> None:
        """Kill it, and leave nothing of it."""
        self.kill()
        self._process.join()
        self._connection.close()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let a process that this thread starts hear no signal to end: terminals and systemd send it to all processes.

    The service ends its workers itself, when they have ended their work.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    resource_tracker.ensure_running()  # a process of `multiprocessing` whose start would let the signals in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, prepare: Callable[..., None], args: tuple[Any, ...]) -> None:
    """What a worker process does until the service closes the pipe, kills it or is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be blocked
    Thread(target=_end_with_parent, daemon=True).start()
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


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
