"""Score chunks of a file in their order, in this process or in several."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from typing import TYPE_CHECKING, Any

from smartgoals.batch.rows import Row, RowScorer

if TYPE_CHECKING:  # worker processes import this module, and Arrow takes memory
    import pyarrow as pa

    from smartgoals.batch.files.chunk import Chunk
    from smartgoals.batch.kernel import Scorer

_AHEAD = 3  # chunks for each worker that are read before their turn: bounds the memory
_score_rows: RowScorer  # of a worker process
_ended: Any  # likewise: a number that all processes see, above 0 when nobody waits for what is at work


def scored(
    scorer: Scorer, chunks: Iterable[Chunk], workers: int, stopping: Callable[[], bool] = lambda: False
) -> Generator[tuple[Chunk, pa.RecordBatch], None, None]:
    """Each chunk with the columns that the scorer adds to it, in order.

    When `stopping`, it ends after the chunk at work, and those behind it that are done.

    Raises ValueError when `workers` is below 1, ChildProcessError when a worker dies.
    """
    if workers < 1:
        raise ValueError(f"at least 1 worker is needed, not {workers}")
    names, goal = scorer.columns.read(), scorer.columns.goal
    if workers == 1:
        for chunk in chunks:
            yield chunk, scorer.score(chunk.select(names, goal=goal))
            if stopping():
                return
        return
    # a spawned worker holds nothing of this process: a forked one could inherit a lock that a thread holds
    context = get_context("spawn")
    ended = context.RawValue("b", 0)
    pool = ProcessPoolExecutor(workers, context, _begin, (scorer.rows, ended))
    try:
        waiting: deque[tuple[Chunk, Future[list[dict[str, Any]]]]] = deque()
        begun = False
        for chunk in chunks:
            cells = scorer.cells(chunk.select(names, goal=goal))
            with _undisturbed():
                waiting.append((chunk, pool.submit(_score, cells)))
            if len(waiting) > _AHEAD * workers:
                yield _first(waiting, scorer)
                begun = True
            if stopping():
                break
        while waiting and not (begun and stopping() and not waiting[0][1].done()):
            yield _first(waiting, scorer)
            begun = True
    except BrokenProcessPool:
        raise ChildProcessError("a worker process has died") from None
    finally:
        ended.value = 1  # what is still at work is not waited for
        pool.shutdown(cancel_futures=True)


def _first(waiting: deque[tuple[Chunk, Future[list[dict[str, Any]]]]], scorer: Scorer) -> tuple[Chunk, pa.RecordBatch]:
    chunk, future = waiting.popleft()
    return chunk, scorer.arrays(future.result())


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A worker that begins here is never sent SIGINT, even before it can ignore it; this process is, a little later."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(score_rows: RowScorer, ended: Any) -> None:
    global _score_rows, _ended
    _score_rows, _ended = score_rows, ended
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; the first process ends the run
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker waits for work for ever when its parent is killed; end with it instead."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _score(rows: list[Row]) -> list[dict[str, Any]]:
    return _score_rows(row for row in rows if not _ended.value)
