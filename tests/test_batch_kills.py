"""A run that is killed, at any moment and as often as one likes, loses nothing, repeats nothing, and harms no file.

`SMARTGOALS_KILLS=60 pytest tests/test_batch_kills.py -rP` kills so often, in all formats, and shows at which rows.
"""

from __future__ import annotations

import datetime
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from smartgoals import Analyzer
from smartgoals.batch.files import chunk, parquet
from smartgoals.batch.journal import Journal
from smartgoals.batch.run import Job, score_file

TODAY = datetime.date(2026, 11, 21)
SIZE = 20  # rows of a chunk, so that there is much between the first and the last
ROWS = 500
KILLS = int(os.environ.get("SMARTGOALS_KILLS", "6"))
FORMS = (".csv", ".tsv", ".jsonl", ".parquet", ".xlsx", ".sarif")
CASES = [*product(FORMS, (1, 2))] if KILLS > 6 else [(".csv", 1), (".parquet", 2)]
EACH = -(-KILLS // len(CASES))
SIGNALS = (signal.SIGKILL,) * 4 + (signal.SIGTERM, signal.SIGINT)
GOOD = b"what stood there before"
COMMAND = (
    "from smartgoals.batch.files import chunk, parquet; from smartgoals.cli import app; "
    f"chunk.MOST_ROWS = parquet.MOST_ROWS = {SIZE}; app()"
)


@dataclass
class Series:
    """One run over a file of goals, which is begun again as long as kills are left."""

    source: Path
    target: Path
    workers: int
    whole: dict[str, bytes]  # what an uninterrupted run writes
    journal: int  # bytes of its journal at the end
    chance: random.Random
    rows: list[int] = field(default_factory=list)  # in the journal after each kill

    def run(self, *, killed: bool) -> bool:
        """Begin or go on, and send a signal at some moment; whether the run was done before."""
        command = ["score", str(self.source), "-o", str(self.target), "--today", str(TODAY), "--resume"]
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *command, "--workers", str(self.workers)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        number = self.chance.choice(SIGNALS)
        if killed:
            self._wait(process)
            process.send_signal(number)
        _, said = process.communicate(timeout=60)  # returns when the workers, who have the same pipe, have ended too
        code = process.returncode
        if code == 0:
            return True
        early = b"init_import_site" in said  # SIGINT met Python itself before it had begun
        assert killed, said
        assert code in (-number, 130) or early, said
        self.rows.append(rows_of(Journal.beside(self.target)))
        return False

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        """Wait for a while, or, mostly, until the journal has grown to some size."""
        path = Journal.beside(self.target).path
        if self.chance.random() < 0.3:
            time.sleep(self.chance.uniform(0, 3))
            return
        size = self.chance.uniform(path.stat().st_size if path.exists() else 0, self.journal)
        while process.poll() is None and not (path.exists() and path.stat().st_size >= size):
            time.sleep(0.001)
        time.sleep(self.chance.uniform(0, 0.02))


def rows_of(journal: Journal) -> int:
    """The rows in the journal of a run that was killed; its torn end is left for the next run to mend."""
    if journal.settings() is None:
        return 0
    copied = Journal(Path(shutil.copy(journal.path, journal.path.parent.parent)))
    with copied:
        copied.resume()
    return copied.rows


def content(path: Path) -> dict[str, bytes]:
    """What is in a file; of a workbook its parts, without the one that says when it was written."""
    if path.suffix != ".xlsx":
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as parts:
        return {name: parts.read(name) for name in parts.namelist() if name != "docProps/core.xml"}


def write_goals(path: Path) -> None:
    texts = [f"Get {i} new leads by May" if i % 9 else " " for i in range(ROWS)]
    if path.suffix == ".parquet":
        pq.write_table(pa.table({"id": range(ROWS), "goal": texts}), path)
    elif path.suffix == ".xlsx":
        book = Workbook()
        for row in [("id", "goal"), *enumerate(texts)]:
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".jsonl":
        path.write_text("".join(f'{{"id": {i}, "goal": "{text}"}}\n' for i, text in enumerate(texts)), encoding="utf-8")
    else:
        between = "\t" if path.suffix == ".tsv" else ","
        lines = (f"{i}{between}{text}\n" for i, text in enumerate(texts))
        path.write_text(f"id{between}goal\n" + "".join(lines), encoding="utf-8")


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], Series]:
    """A series over a file of some format."""
    for module in (chunk, parquet):
        monkeypatch.setattr(module, "MOST_ROWS", SIZE)

    remove = Journal.remove

    def make(suffix: str, workers: int) -> Series:
        source = tmp_path / f"goals{suffix if suffix != '.sarif' else '.csv'}"
        write_goals(source)
        sizes: list[int] = []
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "remove", lambda self: sizes.append(self.path.stat().st_size) or remove(self))
            score_file(Job(source, tmp_path / f"whole{suffix}"), Analyzer(today=TODAY))
        expected = content(tmp_path / f"whole{suffix}")
        chance = random.Random(f"{suffix} {workers}")
        return Series(source, tmp_path / "out" / f"scored{suffix}", workers, expected, sizes[0], chance)

    return make


def kills(series: Series, number: int) -> Iterator[bool]:
    """Kill a run so often, and let it finish; gives whether it is done, each time that something has happened."""
    while len(series.rows) < number:
        yield series.run(killed=True)
    yield series.run(killed=False)


@pytest.mark.parametrize(("suffix", "workers"), CASES)
def test_a_run_killed_at_any_moment_goes_on(begin: Callable[[str, int], Series], suffix: str, workers: int) -> None:
    series = begin(suffix, workers)
    series.target.parent.mkdir()
    series.target.write_bytes(GOOD)
    for done in kills(series, EACH):
        found = series.target.read_bytes()
        if done:
            assert content(series.target) == series.whole
            assert [path.name for path in series.target.parent.iterdir()] == [series.target.name]
            series.target.write_bytes(GOOD)
        else:
            assert found == GOOD or content(series.target) == series.whole
    print(f"{suffix} with {workers}: killed {len(series.rows)} times, after {series.rows} of {ROWS} rows")


# ---- moments that chance seldom meets


class Killed(BaseException):
    """Ends a run where it stands."""


@pytest.mark.parametrize("seam", ["the journal is begun", "all is written", "the target is replaced"])
def test_a_run_killed_at_a_seam_goes_on(
    begin: Callable[[str, int], Series], monkeypatch: pytest.MonkeyPatch, seam: str
) -> None:
    series = begin(".csv", 1)
    series.target.parent.mkdir()
    series.target.write_bytes(GOOD)
    job = Job(series.source, series.target, resume=True)
    replace, last = os.replace, 1 if seam == "the journal is begun" else 2
    replaced: list[Path] = []

    def end(*_: object) -> None:
        raise Killed

    def replace_until(part: Path, target: Path) -> None:
        replaced.append(target)
        if len(replaced) == last:
            end()
        replace(part, target)

    with monkeypatch.context() as patch:
        if seam == "the target is replaced":
            patch.setattr(Journal, "remove", end)
        else:
            patch.setattr(os, "replace", replace_until)
        with pytest.raises(Killed):
            score_file(job, Analyzer(today=TODAY))
    assert content(series.target) == (series.whole if seam == "the target is replaced" else {"": GOOD})
    score_file(job, Analyzer(today=TODAY))
    assert content(series.target) == series.whole
    assert [path.name for path in series.target.parent.iterdir()] == [series.target.name]
