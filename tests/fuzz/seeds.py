"""Inputs that a fuzz run starts from, and words that it tries: from the corpus and the languages' own files.

The first bytes of an input choose how the rest is used, as the targets read them.
"""

from __future__ import annotations

import io
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = ("en", "sv", "uk", "ru")
ROUTES = ("analyze", "batch", "find", "plan", "progress")
_GOALS = 150  # of each language
_LONGEST_WORD = 30  # characters
_ODD = ("\u200b", "\u202e", "\u0301", "\ufeff", "\x00", "\u2028", "🙂", "\ud83d", "½", "10^9", "9" * 30, "31.02")
_TABLE = """
[metrics.seats]\nbetter = "up"\ndrives = ["revenue"]\nstage = "sale"\nterms = { en = ["seat"], sv = ["stol"] }
[channels.show]\ngloss = "a show"\nterms = { uk = ["шоу"], ru = ["шоу"] }
[platforms.acme]\nchannel = "organic_social"\nterms = { en = ["acme"] }
[teams.crew]\ncannot_move = ["churn_rate", "stage:sale"]\nterms = { en = ["crew"] }
"""
_CONTEXT = {
    "history": [30, 32.5], "history_per": "month", "baseline": 20, "benchmark": 0.2, "objectives": ["revenue"],
    "business": "saas", "strategy": "inbound", "team": "sales", "fiscal_year_start": 4, "currency": "USD",
}  # fmt: skip


def goals() -> Iterator[tuple[str, str]]:
    """(language, text) of goals of the corpus's part for development."""
    for language in LANGUAGES:
        lines = (ROOT / "corpus" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        records = [record for record in map(json.loads, lines) if record["split"] == "dev"]
        yield from ((language, record["text"]) for record in records[:_GOALS])


def plant(target: str, folder: Path) -> None:
    """Write the seeds of a target into a folder that has no inputs yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    for i, seed in enumerate(_SEEDS[target]()):
        (folder / f"seed{i:04}").write_bytes(seed)


def words(target: str) -> Iterator[str]:
    """Words that libFuzzer puts into inputs, in the form of its dictionaries."""
    found = {text for text in _ODD if text.isprintable() or len(text) == 1}
    for path in sorted((ROOT / "smartgoals" / "languages").glob("*/*.toml")):
        if path.stem not in ("page", "messages", "report", "labels"):
            found.update(_strings(tomllib.loads(path.read_text(encoding="utf-8"))))
    if target in ("http", "score"):
        found.update((*_CONTEXT, "text", "texts", "today", "locale", "context", "actual", "goal", "2026-11-21", "null"))
    for word in sorted(found):
        data = word.removeprefix("=").encode("utf-8", "surrogatepass")
        if 0 < len(data) <= 2 * _LONGEST_WORD:
            yield '"' + "".join(f"\\x{byte:02x}" for byte in data) + '"'


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _analyze() -> Iterator[bytes]:
    for i, (_, text) in enumerate(goals()):
        yield bytes((0, i % 8, i % 4)) + text.encode()
    for text in _ODD:
        yield b"\x01\x00\x00" + f"Get {text} leads by {text}".encode("utf-8", "surrogatepass")


def _find() -> Iterator[bytes]:
    for path in sorted((ROOT / "corpus" / "documents").glob("*/*.txt")):
        if json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["split"] == "dev":
            yield b"\x00\x00\x00" + path.read_bytes()[:2_000]
    table = "# Goals\n\n| goal | when |\n|---|---|\n| Get 40 leads | May |\n\n- «Få 5 kunder»\n"
    yield b"\x00\x00\x00" + table.encode()


def _vocabulary() -> Iterator[bytes]:
    parts = _TABLE.strip().split("\n[")
    yield _TABLE.encode()
    yield from (b"[" + part.removeprefix("[").encode() for part in parts)


def _score() -> Iterator[bytes]:
    rows = [text for _, text in goals()][::40]
    table = "goal,language,history\n" + "".join(f'"{text}",,30; 32\n' for text in rows)
    for encoding in ("utf-8", "utf-16", "cp1251"):
        yield b"\x00\x00" + table.encode(encoding, "replace")
    yield b"\x01\x00" + table.replace(",", "\t").encode()
    lines = "".join(json.dumps({"goal": text, "history": [30, None], "today": "2026-11-21"}) + "\n" for text in rows)
    yield b"\x02\x00" + lines.encode()
    book, file = Workbook(), io.BytesIO()
    book.active.append(["goal"])
    book.active.append([rows[0]])
    book.save(file)
    yield b"\x03\x00" + file.getvalue()
    file = io.BytesIO()
    pq.write_table(pa.table({"goal": rows[:3]}), file)
    yield b"\x04\x00" + file.getvalue()
    yield b"\x05\x00" + table.encode()
    yield b"\x06\x00" + table.encode()


def _http() -> Iterator[bytes]:
    for i, (language, text) in enumerate(list(goals())[::10]):
        of_all = {"text": text, "today": "2026-09-01", "language": language, "context": _CONTEXT}
        bodies = (
            of_all | {"locale": "sv"}, {"texts": [text, " "]}, {"text": f"- {text}\n\n{text}.", "locale": None},
            of_all | {"by": "month", "compounding": True}, of_all | {"actual": {"2026-10-01": 4, "2026-10-02": 5.5}},
        )  # fmt: skip
        yield bytes((i % len(ROUTES),)) + json.dumps(bodies[i % len(ROUTES)], ensure_ascii=False).encode()


_SEEDS = {"analyze": _analyze, "find": _find, "vocabulary": _vocabulary, "score": _score, "http": _http}
