"""A file that is written beside its place, and takes it only when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from types import TracebackType

from smartgoals.inputs import STANDARD


class Whole:
    """A context in which `part` is written: at its end that takes the place of `target`, on an error it is removed.

    What stands at `target` stays as it is until then; of a symbolic link, what it leads to is replaced.

    Raises OSError or ValueError at once for a target that could not be written in the end: a folder, a pipe or device,
    a file that may not be written, one in a folder that is not there or takes no files.
    """

    def __init__(self, target: Path) -> None:
        self.target = Path(os.path.realpath(target))
        self.part = self.target.with_name(self.target.name + ".part")
        self._stays = False
        if self.target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if not self.target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(target.parent))
        if not os.access(self.target.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "no file may be made in this folder", str(target.parent))
        if target.exists() or target == STANDARD:
            if not target.is_file():
                raise ValueError(f"{target} is a pipe or device; name a file to write")
            if not os.access(self.target, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    def spare(self, *sources: Path) -> None:
        """Raise ValueError when what is written would be written over a file that is read."""
        for path in (self.target, self.part):
            if path.exists() and any(source.exists() and path.samefile(source) for source in sources):
                raise ValueError(f"{path} would be written over the goals; choose another output")

    def stay(self) -> None:
        """Leave the part beside the target at the end."""
        self._stays = True

    def __enter__(self) -> Whole:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self.part.unlink(missing_ok=True)
        elif not self._stays:
            self._take_place()

    def _take_place(self) -> None:
        with self.part.open("rb+") as file:
            os.fsync(file.fileno())  # a power cut must not find the new name before its content
        if self.target.exists():
            shutil.copymode(self.target, self.part)
        os.replace(self.part, self.target)
