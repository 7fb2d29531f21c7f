"""Score the goals of a file: read, score, write, and go on after an interruption."""

from __future__ import annotations

import copy
import datetime
import hashlib
import json
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from types import FrameType

import pyarrow as pa
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from smartgoals.analyzer import Analyzer
from smartgoals.batch.files.chunk import ERROR, Chunk, Source, Writer
from smartgoals.batch.files.formats import FileOptions, format_of, open_source, open_writer
from smartgoals.batch.files.whole import Whole
from smartgoals.batch.header import goal_column
from smartgoals.batch.journal import Journal
from smartgoals.batch.kernel import PREFIX, Scorer
from smartgoals.batch.rows import Columns
from smartgoals.batch.summary import Summary
from smartgoals.batch.workers import scored
from smartgoals.inputs import Steady, naming


@dataclass(frozen=True, slots=True)
class Job:
    """What to score and where to; `column` None finds the goals by the columns' names.

    `columns`: where rows have a language, today, history, objectives or team of their own, as the fields of `Columns`;
    `format`: of the target (None: by its suffix); `json`: add the whole analysis; `minimum`: the score that each goal
    should reach; `resume`: go on where a run that was interrupted stopped.
    """

    source: Path
    target: Path
    column: str | None = None
    columns: Columns = field(default_factory=Columns)
    reading: FileOptions = field(default_factory=FileOptions)
    format: str | None = None
    prefix: str = PREFIX
    json: bool = False
    minimum: float | None = None
    workers: int = 1
    resume: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a minimum that no score could be below or above."""
        if self.minimum is not None and not 0 <= self.minimum <= 1:
            raise ValueError(f"--min-score is a number from 0 to 1, not {self.minimum}")


def score_file(job: Job, analyzer: Analyzer, *, console: Console | None = None) -> Summary:
    """Write all columns of the source, in their order, and behind them those of `kernel.FIELDS`.

    The rows are written beside the target, and take its place when all are there: until then, and however the run
    ends, what stood there stays.  A journal beside it lets `resume` go on.  SIGINT and SIGTERM end the run after the
    rows at work, which are then at the target if nothing stood there; a second one ends it at once.

    Raises ValueError for what cannot be used, OSError when a file cannot be read or written or a worker dies.
    """
    steady = Steady(job.source)
    source, form = open_source(job.source, job.reading), format_of(job.target, job.format)
    whole = Whole(job.target)
    journal = Journal.beside(whole.target)  # one for all names of the output
    whole.spare(job.source)
    Whole(journal.path).spare(job.source)
    with journal:
        scorer = _begun(job, analyzer, source, whole, journal)
        summary = Summary(job.prefix, job.minimum, note=source.note, written=job.target)
        try:
            with whole, _written(whole.part, form, source, job.source, scorer.added) as writer:
                with _asked_to_stop() as stopping, _progress(console, source, journal.rows) as show:
                    with closing(_results(source, scorer, journal, job.workers, steady, stopping)) as rows:
                        for chunk, added in rows:
                            with naming(whole.part):
                                writer.write(chunk, added)
                            summary.add(added)
                            show(summary.rows)
                    summary.interrupted = stopping() and journal.holds
                if summary.interrupted and whole.target.exists():
                    whole.stay()
                    summary.written = whole.part
        except OSError as error:
            if journal.holds:
                error.add_note("--resume goes on from the last goals that were scored")
            raise
        if not summary.interrupted:
            journal.remove()
    return summary


def _begun(job: Job, analyzer: Analyzer, source: Source, whole: Whole, journal: Journal) -> Scorer:
    """What scores the rows, once the journal is begun, or is that of a run with which this one can go on."""
    left = journal.settings()
    if left is None and whole.part.exists():
        raise ValueError(f"{whole.part} is there already, and no run left it; move it away, or choose another output")
    before = left if job.resume else None
    scorer = _scorer(job, analyzer, source, before)
    settings = _settings(job, scorer)
    if before is None:
        journal.begin(scorer.added, settings)
        return scorer
    if changed := [name for name, value in settings.items() if before.get(name) != value]:
        raise ValueError(
            f"{job.source}: the interrupted run had other settings ({', '.join(changed)}); "
            "go on with those, or start anew without --resume"
        )
    journal.resume()
    return scorer


def _scorer(job: Job, analyzer: Analyzer, source: Source, before: dict[str, str] | None) -> Scorer:
    """What scores the rows of a source; ValueError names the file whose columns do not fit."""
    if before and analyzer.today is None:
        analyzer = copy.copy(analyzer)
        analyzer.today = datetime.date.fromisoformat(before["today"])  # all rows count from one day
    sarif = format_of(job.target, job.format) == "sarif"
    where = ""
    try:
        columns = replace(job.columns, goal=job.column or goal_column(source.header), error=ERROR)
        scorer = Scorer(columns, analyzer=analyzer, prefix=job.prefix, json=job.json or sarif)
        if (taken := scorer.taken(source.header)) is not None:
            where = source.place_of(taken)
        scorer.check(source.schema.append(pa.field(ERROR, pa.string())))
    except ValueError as error:
        raise ValueError(f"{job.source}{where}: {error}") from None
    return scorer


@contextmanager
def _written(part: Path, form: str, source: Source, origin: Path, added: pa.Schema) -> Iterator[Writer]:
    """A writer that is closed at the end, so that the file is whole, or else lets go of it."""
    with naming(part):
        writer = open_writer(part, form, source, origin, added)
    try:
        yield writer
        with naming(part):
            writer.close()
    except BaseException:
        with suppress(Exception):  # what went wrong first is what matters
            writer.abandon()
        raise


def _results(
    source: Source, scorer: Scorer, journal: Journal, workers: int, steady: Steady, stopping: Callable[[], bool]
) -> Generator[tuple[Chunk, pa.RecordBatch], None, None]:
    """Each chunk with what the journal holds of it, and behind its end with what is scored now; less when stopping."""
    with closing(source.chunks()) as chunks, closing(scored(scorer, chunks, workers, stopping)) as new:
        for added in journal.replay():
            yield next(chunks), added
            if stopping():
                return
        for chunk, added in new:
            steady.check()
            journal.append(added)
            yield chunk, added
    steady.check()


def _settings(job: Job, scorer: Scorer) -> dict[str, str]:
    """What the rows of a run depend on, by the names that a user gives them."""
    analyzer = scorer.analyzer
    with job.source.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "version": version("smartgoals"),
        "content of the file": content,
        "reading": repr(job.reading),
        "columns": repr(scorer.columns),
        "prefix": job.prefix,
        "json": json.dumps(scorer.rows.json),
        "today": str(analyzer.today),
        "analyzer": analyzer.key,
    }


@contextmanager
def _asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Tells whether SIGINT or SIGTERM has come; a second one acts as if this were not here."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set  # only the main thread is sent signals
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask(number: int, frame: FrameType | None) -> None:
        asked.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, ask)
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _progress(console: Console | None, source: Source, done: int) -> Iterator[Callable[[int], None]]:
    """A bar with the rate of this run, whose first `done` rows were scored before, and the time left."""
    shown = Progress(
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[rows]:,}"),
        TextColumn("{task.fields[rate]:,.0f}/s"), TimeRemainingColumn(),
        console=console, disable=console is None or not console.is_terminal,
    )  # fmt: skip
    with nullcontext() if shown.disable else shown:  # rich before 14.3 ends what it does not show with an empty line
        task = shown.add_task("", total=1.0, rows=0, rate=0.0)

        def show(rows: int) -> None:
            elapsed = shown.tasks[0].elapsed or 1.0
            shown.update(task, completed=source.read(), rows=rows, rate=max(rows - done, 0) / max(elapsed, 1e-9))

        yield show
