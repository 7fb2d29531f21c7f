"""Files that commands read beside those of goals, and pages that they write: an error names the file and the line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from smartgoals import inputs
from smartgoals.cli import app
from smartgoals.inputs import Steady, naming, read_text, regular

invoke = CliRunner().invoke


def said(*arguments: object, code: int = 2) -> str:
    """What a command says that cannot be carried out, which is one line."""
    result = invoke(app, [str(argument) for argument in arguments])
    assert (result.exit_code, result.stdout) == (code, ""), result.output
    (line,) = result.stderr.splitlines()
    return line.removeprefix("smartgoals: ")


def test_a_text_is_read_with_its_mark_and_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_text(path) == "one\ntwo\nthree\n"
    with pytest.raises(ValueError, match=r"a\.txt has more than 5 bytes"):
        read_text(path, 5)


@pytest.mark.parametrize(
    "command",
    [
        ["find"], ["analyze", "Get 40 leads", "--vocabulary"], ["score", "a.csv", "--vocabulary"], ["evaluate"],
        ["compare"], ["check"],
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, command: list[str]) -> None:
    assert said(*command, tmp_path / "gone.jsonl") == f"{tmp_path / 'gone.jsonl'}: No such file or directory"
    folder = tmp_path / "folder.jsonl"
    folder.mkdir()
    if command != ["evaluate"]:  # which reads folders
        assert said(*command, folder) == f"{folder}: Is a directory"


@pytest.mark.parametrize(
    "command",
    [["find"], ["analyze", "Get 40 leads", "--vocabulary"], ["evaluate"], ["compare"], ["serve", "--vocabulary"]],
)
def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(b"# Get 40 leads\nF\xe5 3\n")
    assert said(*command, path) == f"{path}, line 2: byte 0xe5 is no UTF-8 text"


@pytest.mark.parametrize("command", [["find"], ["analyze", "Get 40 leads", "--vocabulary"]])
def test_a_file_without_end_is_not_read_to_it(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "endless"
    path.touch()
    os.truncate(path, 1 << 40)  # takes no room
    assert said(*command, path) == f"{path} has more than {inputs.MOST_BYTES:,} bytes"


def test_a_vocabulary_nested_without_end(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("a = " + "[" * 100_000, encoding="utf-8")
    assert said("analyze", "Get 40 leads", "--vocabulary", path) == f"{path} is nested too deep"


def test_a_settings_file_that_is_no_text_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pyproject.toml"
    path.write_bytes(b"[tool.smartgoals]\nignore = ['\xe5']\n")
    assert said("analyze", "Get 40 leads") == f"{path}, line 2: byte 0xe5 is no UTF-8 text"


@pytest.mark.parametrize(
    ("command", "given", "message"),
    [
        (["analyze"], b"F\xe5 40 leads", "standard input is no text in utf-8: invalid continuation byte"),
        (["find", "-"], b"F\xe5 40 leads", "standard input is no text in utf-8: invalid continuation byte"),
        (["analyze", "-"], b"a" * 200_000, "standard input has more than 100,000 characters"),
        (["find", "-"], b"a" * 2_000_000, "standard input has more than 1,000,000 characters"),
        (["find", "-"], b"\n", "- is empty"),
    ],
)
def test_what_standard_input_cannot_be(command: list[str], given: bytes, message: str) -> None:
    result = invoke(app, command, input=given)
    assert (result.exit_code, result.stderr) == (2, f"smartgoals: {message}\n")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jsonl", "\n{", "a.jsonl, line 2: Invalid JSON"),
        ("a.jsonl", '{"id": 1}', "a.jsonl, line 1: id: "),
        ("sv.tsv", "a\tb\n", "sv.tsv, line 1: the columns must be"),
        ("sv.tsv", "split\tkind\tphrase\ttoday\texpected\ndev\n", "sv.tsv, line 2: 1 fields where 5 are due"),
        ("sv.tsv", "split\tkind\tphrase\ttoday\texpected\ndev\tnumber\tx\tsoon\tnone\n", "sv.tsv, line 2: Invalid iso"),
    ],
)
def test_a_gold_line_that_cannot_be_used_is_named(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert said("evaluate", tmp_path / name).startswith(str(tmp_path / message))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "id,goal\n1,Get 4 leads\n2,Get 5,6\n", ", line 3: the row has 3 cells, the header 2"),
        ("a.csv", "goal\n\nGet 4 leads" + "s" * 100_000 + "\n", ", line 3: the goal has 100,011 characters; at most"),
        ("a.jsonl", '{"goal": "Get 4 leads"}\n\n{"goal": "Get', ", line 3: no JSON: Unterminated string"),
        ("a.jsonl", '{"goal": 42}', ", line 1: the goal is no text"),
        ("a.csv", "a,b\n", ": no column has an obvious name; its columns are a, b; name one with --column"),
        ("a.csv", "goal,parent\nGet 4 leads,x\n", ", line 2: goal 1: no goal 'x' to be its parent"),
    ],
)
def test_a_goal_that_cannot_be_checked_is_named(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert said("check", path).startswith(f"{path}{message}")


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    os.mkfifo(path)
    for command in ("score", "report", "check"):  # which would wait for it for ever
        assert said(command, path).startswith(f"{path} is a pipe or device")
    path.unlink()
    path.touch()
    regular(path)


@pytest.mark.parametrize(
    "change", [Path.unlink, lambda path: path.write_text("ab"), lambda path: os.utime(path, (1, 1))]
)
def test_a_file_that_changes_is_noticed(tmp_path: Path, change: Callable[[Path], object]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a", encoding="utf-8")
    steady = Steady(path)
    steady.check()
    change(path)
    with pytest.raises(ValueError, match=r"a\.txt was changed while it was read"):
        steady.check()


def test_an_error_without_a_file_gets_its_name() -> None:
    with pytest.raises(PermissionError) as named, naming(Path("here")):
        raise OSError(13, "Denied")
    assert named.value.filename == "here"
    with pytest.raises(PermissionError) as kept, naming(Path("here")):
        raise OSError(13, "Denied", "there")
    assert kept.value.filename == "there"
