"""Which encoding a text file is in: UTF-8 and UTF-16 prove themselves, the old ones are guessed."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CYRILLIC = ["cp1251", "koi8_r", "koi8_u", "cp866", "mac_cyrillic"]
_LATIN = "cp1252"  # of Windows; Latin 1 is a part of it
_HIGH = re.compile(rb"[\x80-\xff]+")
_WORD = 3  # bytes above ASCII in a row: a word of Cyrillic, where Latin has single letters and signs
_BLOCK = 2**20
_SAMPLE = 2**16


def encoding_of(path: Path) -> str:
    """The name of a text file's encoding.

    Raises ValueError when it shows none, OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if b"\0" in head:
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    sample = _not_utf8(path)
    return "utf-8" if sample is None else _guess(sample, path)


def _not_utf8(path: Path) -> bytes | None:
    """Lines with bytes above ASCII, if the file is no UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
            return None
        except UnicodeDecodeError:
            file.seek(0)
            sample = bytearray()
            for line in file:
                if not line.isascii():
                    sample += line
                if len(sample) > _SAMPLE:
                    break
            return bytes(sample)


def _guess(sample: bytes, path: Path) -> str:
    runs = [len(run) for run in _HIGH.findall(sample)]
    if 2 * sum(run for run in runs if run >= _WORD) <= sum(runs):
        return _LATIN
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_CYRILLIC).best()
    if best is None:
        raise ValueError(f"{path}: its encoding cannot be told; name it with --encoding")
    return str(best.encoding)
