"""Files that a user hands over: whatever is in them, an error names the file and the line."""

from __future__ import annotations

import errno
import os
import stat
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STANDARD = Path("-")  # how programs call standard input and output
MOST_BYTES = 2**24  # of a text that is read whole


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """A text in UTF-8, with or without a byte order mark, its line ends as '\\n'.

    Raises OSError for a file that cannot be read, ValueError for one over `most` bytes or no UTF-8, with the line.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ValueError(f"{path} has more than {most:,} bytes")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ValueError(f"{path}, line {line}: byte 0x{error.object[error.start]:02x} is no UTF-8 text") from None


def read_toml(path: Path, text: str) -> dict[str, Any]:
    """What the text of a TOML file says; ValueError names the file and place of what is wrong in it."""
    try:
        return tomllib.loads(text)
    except ValueError as error:  # of syntax, or of a number with more digits than Python reads
        raise ValueError(f"{path}: {error}") from None
    except RecursionError:
        raise ValueError(f"{path} is nested too deep") from None


def regular(path: Path) -> None:
    """Raise OSError for a folder and a file that may not be read, ValueError for what can be read only once."""
    mode = stat.S_IFIFO if path == STANDARD and not path.exists() else path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise ValueError(f"{path} is a pipe or device, and goals are read more than once; save them in a file")
    path.open("rb").close()


class Steady:
    """Notices when a file that is being read is changed or replaced."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._look()

    def check(self) -> None:
        """Raise ValueError when the file is no longer what it was."""
        if self._look() != self._seen:
            raise ValueError(f"{self._path} was changed while it was read; start anew")

    def _look(self) -> tuple[int, ...] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Give an OSError that names no file, as that of a full disk, the name of the one at work."""
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            raise
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
