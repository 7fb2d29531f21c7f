"""Workbooks that cannot unpack to more than a computer holds: a file of a megabyte may say that it is a terabyte."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, BinaryIO, cast
from zipfile import ZipFile, ZipInfo

_MOST_BYTES = 2**31  # of all parts together
_MOST_ROWS = 2**22  # rows of a sheet, or texts of the table that all sheets share
_MOST_BETWEEN = 2**24  # bytes from one row or text to the next
_MOST_TAGS = 2**17  # likewise; a row of 16,384 cells has some 100,000
_ROW = re.compile(rb"<(?:[\w.-]+:)?(?:row|si)[\s/>]")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_OVERLAP = 64  # bytes of a block that are looked at with the next: what is sought may stand in both


class GuardedZip(ZipFile):
    """An archive whose parts are watched while they are read.

    Reading raises ValueError for a part that no program for sheets writes, and that would take memory or time without
    bound: with entities of its own, not in UTF-8, with too much between two rows, with too many rows, or too large.
    """

    def __init__(self, path: Path) -> None:
        self.formulas = False  # whether one stood in what was read
        self.reading: set[_Part] = set()
        self._left = _MOST_BYTES
        super().__init__(path)

    def open(self, name: str | ZipInfo, mode: Any = "r", pwd: bytes | None = None, **given: Any) -> Any:
        """A part as a file that is watched."""
        part = _Part(self, cast(BinaryIO, super().open(name, mode, pwd, **given)))
        self.reading.add(part)
        return part

    def close(self) -> None:
        """Close the archive with the parts that openpyxl leaves open, when it fails or is not asked for all rows."""
        for part in [*self.reading]:
            part.close()
        super().close()

    def take(self, size: int) -> None:
        """Count bytes that were unpacked."""
        self._left -= size
        if self._left < 0:
            raise ValueError(f"it unpacks to more than {_MOST_BYTES:,} bytes")


class _Part:
    """A part of an archive, as far as openpyxl and zipfile use a file."""

    def __init__(self, archive: GuardedZip, file: BinaryIO) -> None:
        self._archive, self._file = archive, file
        self._tail = b""
        self._rows = self._bytes = self._tags = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes; all that are left come in pieces, so that no more are unpacked than may be."""
        if size >= 0:
            return self._watched(self._file.read(size))
        return b"".join(iter(lambda: self._watched(self._file.read(2**16)), b""))

    def close(self) -> None:
        self._archive.reading.discard(self)
        self._file.close()

    def __enter__(self) -> _Part:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _watched(self, block: bytes) -> bytes:
        self._archive.take(len(block))
        seen = self._tail + block
        if b"\0" in block:
            raise ValueError("one of its parts is not in UTF-8")
        if _TYPE.search(seen):
            raise ValueError("one of its parts has entities of its own, as no workbook has")
        self._archive.formulas = self._archive.formulas or _FORMULA.search(seen) is not None
        self._count(block, [found.end() - len(self._tail) for found in _ROW.finditer(seen)])
        self._tail = seen[-_OVERLAP:]
        return block

    def _count(self, block: bytes, rows: list[int]) -> None:
        """Count what stands between rows, of which each is given by its place."""
        begin = 0
        for at in (*(at for at in rows if at > 0), len(block)):
            self._bytes += at - begin
            self._tags += block.count(b"<", begin, at)
            if self._bytes > _MOST_BETWEEN or self._tags > _MOST_TAGS:
                raise ValueError(f"one of its parts has more in one place than any row, after {self._rows:,} rows")
            if at < len(block):
                self._bytes = self._tags = 0
                self._rows += 1
            begin = at
        if self._rows > _MOST_ROWS:
            raise ValueError(f"one of its parts has more than {_MOST_ROWS:,} rows or texts")
