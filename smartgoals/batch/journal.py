"""What a run has scored so far, on disk, so that an interrupted run can go on."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from io import FileIO
from pathlib import Path

import pyarrow as pa

from smartgoals.batch.files.whole import Whole
from smartgoals.inputs import naming

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_KEY = b"smartgoals"


class Journal:
    """The added columns of each scored chunk, in order, as an Arrow stream that any crash leaves readable.

    It stands beside the output as '<output>.journal' until the run is done.  As a context it keeps other runs from that
    output; a run that is killed keeps them out no longer.  Windows has no such lock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0  # that were scored before
        self._batches = 0
        self._done = False
        self._file: FileIO | None = None
        self._locks = ExitStack()

    @classmethod
    def beside(cls, target: Path) -> Journal:
        """The journal of an output file."""
        return cls(target.with_name(target.name + ".journal"))

    @property
    def holds(self) -> bool:
        """Whether there are rows to go on from."""
        return self._batches > 0

    def __enter__(self) -> Journal:
        self._lock(self.path)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop writing; the journal stays if there are rows to go on from."""
        if self._file is not None:
            self._file.close()
        if self._done or self._empty or (self._file is not None and not self.holds):
            self.path.unlink(missing_ok=True)
        self._locks.close()

    def settings(self) -> dict[str, str] | None:
        """What the interrupted run was asked to do, or None when there was none.

        Raises ValueError when the file is no journal.
        """
        if self._empty:
            return None
        try:
            with pa.OSFile(str(self.path)) as file:
                metadata = pa.ipc.open_stream(file).schema.metadata or {}
            settings = json.loads(metadata[_KEY])
            datetime.date.fromisoformat(settings["today"])
            return dict(settings)
        except (pa.ArrowInvalid, OSError, KeyError, TypeError, ValueError):
            raise ValueError(
                f"{self.path} is no journal of an interrupted run; move it away, or choose another output"
            ) from None

    def begin(self, schema: pa.Schema, settings: dict[str, str]) -> None:
        """Start anew; a journal that stands there stays whole until the new one is begun."""
        with naming(self.path), Whole(self.path) as whole:
            whole.part.write_bytes(schema.with_metadata({_KEY: json.dumps(settings).encode()}).serialize())
            self._lock(whole.part)  # before it takes the place of the file that is locked
        self._open()

    def resume(self) -> None:
        """Go on behind the last batch that was written whole; what stands after it is cut off."""
        with pa.OSFile(str(self.path)) as file:
            reader = pa.ipc.open_stream(file)
            end = file.tell()
            for batch in _whole(reader):
                self._batches += 1
                self.rows += batch.num_rows
                end = file.tell()
        os.truncate(self.path, end)
        self._open()

    def replay(self) -> Iterator[pa.RecordBatch]:
        """The batches that were scored before this run."""
        if self.holds:
            with pa.OSFile(str(self.path)) as file:
                reader = pa.ipc.open_stream(file)
                for _ in range(self._batches):
                    yield reader.read_next_batch()

    def append(self, batch: pa.RecordBatch) -> None:
        """Keep a batch that has been scored."""
        assert self._file is not None, "begin or resume comes first"
        left = memoryview(batch.serialize())
        with naming(self.path):
            while left:  # a disk that is nearly full takes a part
                left = left[self._file.write(left) :]
        self._batches += 1

    def remove(self) -> None:
        """The run is done: at its end nothing stays."""
        self._done = True

    @property
    def _empty(self) -> bool:
        return not self.path.exists() or not self.path.stat().st_size

    def _open(self) -> None:
        self._file = FileIO(self.path, "ab")  # nothing waits in a buffer: what is appended survives the process

    def _lock(self, path: Path) -> None:
        """Lock a file until the end, and make it if need be; ValueError says that another run has it."""
        while fcntl is not None:
            file = self._locks.enter_context(FileIO(path, "ab"))
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._locks.close()
                raise ValueError(f"another run is writing {self.path.with_suffix('')}; choose another output") from None
            except OSError:
                return  # the file system has no locks
            with suppress(FileNotFoundError):
                if os.path.samefile(path, file.fileno()):  # no other run has just ended, and removed it
                    return


def _whole(reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    while True:
        try:
            yield reader.read_next_batch()
        except (StopIteration, pa.ArrowInvalid, OSError):
            return
