"""Read the data files of a language folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

LANGUAGES = files("smartgoals") / "languages"
_SET = re.compile(r"<(\w+)>")


class DataError(ValueError):
    """A language's data file that cannot be used; the message names the file and the key."""


def available() -> tuple[str, ...]:
    """The codes of the languages that come with the package, in alphabetical order."""
    return tuple(sorted(f.name for f in LANGUAGES.iterdir() if (f / "language.toml").is_file()))


def folder(language: str) -> Traversable:
    """The folder of a built-in language code, or any other folder given by its path.

    Raises ValueError when there is none.
    """
    built_in = LANGUAGES / language if language.isalpha() else Path(language)
    if (built_in / "language.toml").is_file():
        return built_in
    raise ValueError(f"no language {language!r}: choose one of {', '.join(available())}")


def read(path: Traversable, name: str) -> dict[str, Any]:
    """The TOML file `name` in a language folder; DataError names the file when it is missing or malformed."""
    try:
        return tomllib.loads((path / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"{path}: {name} is missing or unreadable") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}/{name}: {error}") from error


def written_out(part: str, sets: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a part of a term stands for: with `<name>` in it, one after another the words of the set of that name.

    An '=' before it holds for each of their words.  Raises DataError when there is no such set.
    """
    found = _SET.search(part)
    if found is None:
        yield part
        return
    if found[1] not in sets:
        raise DataError(f"{part!r}: there is no set {found[1]!r}")
    before, behind = part[: found.start()], part[found.end() :]
    for words in sets[found[1]]:
        yield from (
            before + (words.replace(" ", " =") if before == "=" else words) + rest for rest in written_out(behind, sets)
        )
