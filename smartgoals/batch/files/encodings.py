"""Which encoding a text file is in: those of Unicode prove themselves, the old ones are guessed."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_MARKS = (  # that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_OTHER = {b"PK\3\4": "a zip archive or Excel workbook", b"PAR1": "Parquet", b"\x1f\x8b": "compressed by gzip"}
_CYRILLIC = ["cp1251", "koi8_r", "koi8_u", "cp866", "mac_cyrillic"]
_LATIN = "cp1252"  # of Windows; Latin 1 is a part of it
_HIGH = re.compile(rb"[\x80-\xff]+")
_LEAD = re.compile(rb"[\xc2-\xf4]")  # begins a character above ASCII in UTF-8
_WORD = 3  # bytes above ASCII in a row: a word of Cyrillic, where Latin has single letters and signs
_BLOCK = 2**20
_SAMPLE = 2**16
_FEW = bytes(range(6))  # the high bytes that Latin, Greek and Cyrillic have in UTF-16
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_FOREIGN_LETTER = re.compile("[DFGJLNQRSUVWYZbdfghj-nq-wz]")  # Latin, and not typed for a Cyrillic one that looks alike
_DECLINED = re.compile("[A-Z]{2,}[\u0400-\u04ff]+")  # an abbreviation with a Cyrillic ending
_FOREIGN = 1 / 3  # of the words
_SURE = 3  # characters in a line that reads as UTF-8 which no other encoding makes by chance
_SHARE = 0.1  # of lines that read as UTF-8, likewise


def encoding_of(path: Path) -> str:
    """The name of a text file's encoding.

    Raises ValueError when it shows none or several or is no text, OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    for begin, name in _OTHER.items():
        if head.startswith(begin):
            raise ValueError(f"{path} is no text but {name}")
    for low, high, name in (head[::2], head[1::2], "utf-16-le"), (head[1::2], head[::2], "utf-16-be"):
        if 0 in high and 0 not in low and 2 * len(high.translate(None, _FEW)) < len(high):
            return name
    if place_outside(path, "utf-8") is None:
        return "utf-8"
    _refuse_mixed(path)
    sample = bytearray()
    for _, line in _above_ascii(path):
        sample += line
        if len(sample) > _SAMPLE:
            break
    return _guess(bytes(sample), path)


def place_outside(path: Path, encoding: str) -> str | None:
    """The line and byte at which a file is no longer in an encoding; None when it is to the end."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with path.open("rb") as file:
        while True:
            block, state = file.read(_BLOCK), decoder.getstate()
            try:
                line += decoder.decode(block, not block).count("\n")
            except UnicodeDecodeError as error:
                decoder.setstate(state)
                line += decoder.decode(block[: max(error.start - len(state[0]), 0)]).count("\n")
                return f"line {line:,} has byte 0x{error.object[error.start]:02x}, {error.reason}"
            if not block:
                return None


def _above_ascii(path: Path) -> Iterator[tuple[int, bytes]]:
    """Lines with bytes above ASCII and their numbers; one that is very long comes in pieces."""
    number = 1
    with path.open("rb") as file:
        while line := file.readline(_BLOCK):
            if not line.isascii():
                yield number, line
            number += line.endswith(b"\n")


def _refuse_mixed(path: Path) -> None:
    """Raise ValueError when some lines of a file are UTF-8, as those of another file that was put to its end."""
    first: dict[bool, int] = {}
    count = Counter[bool]()
    sure = False
    for number, line in _above_ascii(path):
        is_utf8 = _is_utf8(line)
        first.setdefault(is_utf8, number)
        count[is_utf8] += 1
        sure = sure or (is_utf8 and len(_LEAD.findall(line)) >= _SURE)
    if len(first) > 1 and (sure or count[True] >= _SHARE * count.total()):
        raise ValueError(
            f"{path} mixes encodings: line {first[True]:,} is UTF-8, line {first[False]:,} is not; "
            "mend it, or name one encoding for all with --encoding"
        )


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(sample: bytes, path: Path) -> str:
    runs = [len(run) for run in _HIGH.findall(sample)]
    if 2 * sum(run for run in runs if run >= _WORD) <= sum(runs):
        return _LATIN
    possible = [name for name in _CYRILLIC if _has_cyrillic_words(sample.decode(name, "replace"))]
    if not possible:
        return _LATIN
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=possible).best()
    if best is None:
        raise ValueError(f"{path}: its encoding cannot be told; name it with --encoding")
    return str(best.encoding)


def _has_cyrillic_words(text: str) -> bool:
    """Whether the words with Cyrillic letters have no Latin ones, but for a few: in a wrong encoding they are mixed."""
    words = [word for word in _LETTERS.findall(text) if _CYRILLIC_LETTER.search(word)]
    mixed = (bool(_FOREIGN_LETTER.search(word)) and not _DECLINED.fullmatch(word) for word in words)
    return sum(mixed) < _FOREIGN * len(words)
