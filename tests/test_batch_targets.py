"""Where rows and pages are written: a file that stood there is replaced by a whole one, or by none."""

from __future__ import annotations

import datetime
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from smartgoals import Analyzer
from smartgoals.batch.files import chunk
from smartgoals.batch.files.formats import FileOptions
from smartgoals.batch.files.whole import Whole
from smartgoals.batch.journal import Journal
from smartgoals.batch.run import Job, score_file
from smartgoals.report import Task, gather, write

ANALYZER = Analyzer(today=datetime.date(2026, 11, 21))
GOOD = b"what stood there before"
FORMS = ["csv", "tsv", "jsonl", "parquet", "xlsx", "sarif"]
NOBODY = 65534


ROWS = 200


@pytest.fixture
def goals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of forty chunks."""
    monkeypatch.setattr(chunk, "MOST_ROWS", ROWS // 40)
    path = tmp_path / "goals.csv"
    path.write_text("goal\n" + "".join(f"Get {i} new leads\n" for i in range(ROWS)), encoding="utf-8")
    return path


@contextmanager
def small_files(most: int) -> Iterator[None]:
    """No file takes more than so many bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def nobody() -> Iterator[Path]:
    """A folder that everybody may use, while this process may do no more than anybody."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("most", [100, 30_000])
def test_a_full_disk_harms_no_file_and_the_run_goes_on(tmp_path: Path, goals: Path, form: str, most: int) -> None:
    target = tmp_path / f"scored.{form}"
    target.write_bytes(GOOD)
    with small_files(most), pytest.raises(OSError, match="File too large") as error:
        score_file(Job(goals, target), ANALYZER)
    assert str(error.value.filename).startswith(str(target))
    assert target.read_bytes() == GOOD
    assert not target.with_name(target.name + ".part").exists()
    kept = Journal.beside(target).path.exists()
    assert kept == bool(getattr(error.value, "__notes__", ()))  # --resume is offered where there is something
    assert kept == (most > 100)
    assert score_file(Job(goals, target, resume=True), ANALYZER).rows == ROWS
    assert sorted(path.name for path in tmp_path.iterdir()) == ["goals.csv", target.name]


def test_a_full_disk_harms_no_page(tmp_path: Path, goals: Path) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(GOOD)
    gathered = gather(Task(goals), ANALYZER)
    with small_files(1000), pytest.raises(OSError, match="File too large") as error:
        write(gathered, target, "goals.csv")
    assert str(error.value.filename).startswith(str(target))
    assert target.read_bytes() == GOOD
    assert sorted(tmp_path.iterdir()) == [goals, target]


@pytest.mark.parametrize("form", FORMS)
def test_an_error_in_the_middle_harms_no_file(tmp_path: Path, goals: Path, form: str) -> None:
    class Failing(Analyzer):
        def __call__(self, text: str):  # type: ignore[no-untyped-def]
            if text == f"Get {ROWS // 2} new leads":
                raise KeyboardInterrupt
            return super().__call__(text)

    target = tmp_path / f"scored.{form}"
    target.write_bytes(GOOD)
    with pytest.raises(KeyboardInterrupt):
        score_file(Job(goals, target), Failing(today=ANALYZER.today))
    assert target.read_bytes() == GOOD
    assert {path.name for path in tmp_path.iterdir()} == {"goals.csv", target.name, f"{target.name}.journal"}


def test_targets_that_cannot_be_written_are_refused_at_once(tmp_path: Path, goals: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "a.csv.journal").mkdir()
    for name, kind, message in (
        ("gone/a.csv", FileNotFoundError, "there is no such folder"),
        ("folder.csv", IsADirectoryError, "Is a directory"),
        ("pipe.csv", ValueError, "is a pipe or device; name a file to write"),
        ("a.csv", IsADirectoryError, "Is a directory"),
    ):
        with pytest.raises(kind, match=message):
            score_file(Job(goals, tmp_path / name), Analyzer())
    for device in ("/dev/full", "/dev/null"):
        with pytest.raises(ValueError, match="is a pipe or device"):
            score_file(Job(goals, Path(device), format="csv"), Analyzer())
    assert not Path("/dev/full.journal").exists()


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/stdin"])
def test_standard_input_and_output_are_no_files(tmp_path: Path, goals: Path, name: str) -> None:
    command = [sys.executable, "-m", "smartgoals", "score"]
    given = ["-o", "o.csv", "--input-format", "csv", name], ["-o", name, "--format", "csv", str(goals)]
    for arguments, said in zip(given, ("save them in a file", "name a file to write"), strict=True):
        done = subprocess.run([*command, *arguments], cwd=tmp_path, input="goal\nx\n", capture_output=True, text=True)
        assert done.returncode == 2
        assert f"smartgoals: {name} is a pipe or device" in done.stderr
        assert said in done.stderr
    assert list(tmp_path.iterdir()) == [goals]


@pytest.mark.parametrize("name", ["goals.csv", "scored.csv.part", "scored.csv.journal", "scored.csv.journal.part"])
@pytest.mark.parametrize("linked", [False, True])
def test_no_file_that_is_written_is_the_one_that_is_read(tmp_path: Path, goals: Path, name: str, linked: bool) -> None:
    target = tmp_path / ("goals.csv" if name == "goals.csv" else "scored.csv")
    source = goals.rename(tmp_path / name)
    content = source.read_bytes()
    if linked:
        source = tmp_path / "link.csv"
        source.symlink_to(tmp_path / name)
    with pytest.raises(ValueError, match="would be written over the goals; choose another output"):
        score_file(Job(source, target, reading=FileOptions(format="csv")), Analyzer())
    assert source.read_bytes() == content


def test_a_link_stays_a_link_and_a_file_keeps_who_may_read_it(tmp_path: Path, goals: Path) -> None:
    (tmp_path / "kept").mkdir()
    target, link = tmp_path / "kept" / "scored.csv", tmp_path / "link.csv"
    target.write_bytes(GOOD)
    target.chmod(0o600)
    link.symlink_to(target)
    score_file(Job(goals, link), ANALYZER)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"goal,sg_language")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_in_a_circle_is_replaced(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    with Whole(link) as whole:
        whole.part.write_bytes(GOOD)
    assert link.read_bytes() == GOOD


def test_what_may_not_be_read_or_written_is_refused() -> None:
    with nobody() as folder:
        source, closed, target = folder / "goals.csv", folder / "closed", folder / "scored.csv"
        source.write_text("goal\nGet 4 leads\n", encoding="utf-8")
        closed.mkdir()
        closed.chmod(0o555)
        with pytest.raises(PermissionError) as error:
            score_file(Job(source, closed / "scored.csv"), ANALYZER)
        assert str(error.value.filename).startswith(str(closed))
        for suffix in FORMS[:-1]:
            hidden = folder / f"hidden.{suffix}"
            hidden.write_bytes(b"goal\nGet 4 leads\n")
            hidden.chmod(0)
            with pytest.raises(PermissionError) as error:
                score_file(Job(hidden, target), ANALYZER)
            assert error.value.filename == str(hidden)
        assert not target.exists()
        closed.chmod(0o755)


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever is root may write any file")
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, goals: Path) -> None:
    target = tmp_path / "scored.csv"
    target.write_bytes(GOOD)
    target.chmod(0o444)
    with pytest.raises(PermissionError, match=r"scored\.csv"):
        score_file(Job(goals, target), ANALYZER)
    assert target.read_bytes() == GOOD
