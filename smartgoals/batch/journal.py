"""What a run has scored so far, on disk, so that an interrupted run can go on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

_KEY = b"smartgoals"


class Journal:
    """The added columns of each scored chunk, in order, as an Arrow stream that any crash leaves readable.

    It stands beside the output as '<output>.journal' until the run is done.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0  # that were scored before
        self._batches = 0
        self._file: BinaryIO | None = None

    @classmethod
    def beside(cls, target: Path) -> Journal:
        """The journal of an output file."""
        return cls(target.with_name(target.name + ".journal"))

    def settings(self) -> dict[str, str] | None:
        """What the interrupted run was asked to do, or None when there was none.

        Raises ValueError when the file is no journal.
        """
        if not self.path.exists() or not self.path.stat().st_size:
            return None
        try:
            with pa.OSFile(str(self.path)) as file:
                metadata = pa.ipc.open_stream(file).schema.metadata or {}
            return dict(json.loads(metadata[_KEY]))
        except (pa.ArrowInvalid, OSError, KeyError, ValueError):
            raise ValueError(f"{self.path} is no journal of an interrupted run") from None

    def begin(self, schema: pa.Schema, settings: dict[str, str]) -> None:
        """Start anew."""
        self._file = self.path.open("wb")
        self._write(schema.with_metadata({_KEY: json.dumps(settings).encode()}).serialize())

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
        self._file = self.path.open("ab")

    def replay(self) -> Iterator[pa.RecordBatch]:
        """The batches that were scored before."""
        if self._batches:
            with pa.OSFile(str(self.path)) as file:
                reader = pa.ipc.open_stream(file)
                for _ in range(self._batches):
                    yield reader.read_next_batch()

    def append(self, batch: pa.RecordBatch) -> None:
        """Keep a batch that has been scored."""
        self._write(batch.serialize())

    def close(self) -> None:
        """Stop writing; the journal stays."""
        if self._file is not None:
            self._file.close()

    def remove(self) -> None:
        """The run is done."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _write(self, message: pa.Buffer) -> None:
        assert self._file is not None, "begin or resume comes first"
        self._file.write(message)
        self._file.flush()


def _whole(reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    while True:
        try:
            yield reader.read_next_batch()
        except (StopIteration, pa.ArrowInvalid, OSError):
            return
