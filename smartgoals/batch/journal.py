"""What a run has scored so far, on disk, so that an interrupted run can go on."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import pyarrow as pa

from smartgoals.batch.files.whole import Whole
from smartgoals.inputs import naming

_KEY = b"smartgoals"


class Journal:
    """The added columns of each scored chunk, in order, as an Arrow stream that any crash leaves readable.

    It stands beside the output as '<output>.journal' until the run is done.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0  # that were scored before
        self._batches = 0
        self._file: FileIO | None = None

    @classmethod
    def beside(cls, target: Path) -> Journal:
        """The journal of an output file."""
        return cls(target.with_name(target.name + ".journal"))

    @property
    def holds(self) -> bool:
        """Whether there are rows to go on from."""
        return self._batches > 0

    def settings(self) -> dict[str, str] | None:
        """What the interrupted run was asked to do, or None when there was none.

        Raises ValueError when the file is no journal.
        """
        if not self.path.exists() or not self.path.stat().st_size:
            return None
        try:
            with pa.OSFile(str(self.path)) as file:
                metadata = pa.ipc.open_stream(file).schema.metadata or {}
            settings = json.loads(metadata[_KEY])
            datetime.date.fromisoformat(settings["today"])
            return dict(settings)
        except (pa.ArrowInvalid, OSError, KeyError, TypeError, ValueError):
            raise ValueError(f"{self.path} is no journal of an interrupted run") from None

    def begin(self, schema: pa.Schema, settings: dict[str, str]) -> None:
        """Start anew; a journal that stands there stays whole until the new one is begun."""
        with naming(self.path), Whole(self.path) as whole:
            whole.part.write_bytes(schema.with_metadata({_KEY: json.dumps(settings).encode()}).serialize())
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

    def close(self) -> None:
        """Stop writing; the journal stays if it holds any rows."""
        if self._file is not None:
            self._file.close()
            if not self.holds:
                self.path.unlink(missing_ok=True)

    def remove(self) -> None:
        """The run is done."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _open(self) -> None:
        self._file = FileIO(self.path, "ab")  # nothing waits in a buffer: what is appended survives the process


def _whole(reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    while True:
        try:
            yield reader.read_next_batch()
        except (StopIteration, pa.ArrowInvalid, OSError):
            return
