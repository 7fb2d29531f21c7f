"""Mixed goals for measuring: as many as are wanted, in four languages, all of them different."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

CORPUS = Path(__file__).parent.parent.parent / "corpus"
_NUMBER = re.compile(r"(?<![\w.,])[1-9]\d*(?![\w.,])")  # whole numbers that stand alone
_YEARS = range(1900, 2101)
_SYLLABLES = {
    "latin": ["ka", "lo", "mi", "ren", "tor", "vex", "sal", "du", "pin", "zar", "qui", "bel", "nor", "fa", "gos"],
    "cyrillic": ["ка", "ло", "ми", "рен", "тор", "век", "сал", "ду", "пин", "зар", "кви", "бел", "нор", "фа", "гос"],
}


def goals(number: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """(language, text) of so many goals: the corpus's with other numbers, and every fourth with a new name in it.

    The names let the words that a long run meets grow as those of real exports do.
    """
    chance = random.Random(seed)
    texts = _corpus()
    chance.shuffle(texts)
    seen: set[int] = set()
    for turn in count():
        for i, (language, text) in enumerate(texts):
            changed = _NUMBER.sub(lambda match: _another(match[0], chance), text)
            if (i + turn) % 4 == 0:
                script = "cyrillic" if language in ("uk", "ru") else "latin"
                name = "".join(chance.choices(_SYLLABLES[script], k=4)).capitalize()
                changed = f"{name}: {changed}"
            if hash(changed) in seen:  # a hash takes a fifth of the memory of its text
                continue
            seen.add(hash(changed))
            yield language, changed
            if len(seen) == number:
                return


def write_csv(path: Path, number: int) -> None:
    """A CSV file of so many goals, with columns beside them as exports have."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "owner", "goal", "created"))
        for i, (language, text) in enumerate(goals(number)):
            writer.writerow((i, f"team-{language}-{i % 97}", text, f"2026-{i % 12 + 1:02}-{i % 28 + 1:02}"))


def _corpus() -> list[tuple[str, str]]:
    records = [
        json.loads(line)
        for path in sorted(CORPUS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [(record["language"], record["text"]) for record in records]


def _another(number: str, chance: random.Random) -> str:
    """A number like another: days stay days, years stay as they are."""
    value = int(number)
    if value in _YEARS:
        return number
    return str(chance.randint(1, 28) if value <= 31 else chance.randint(10 ** (len(number) - 1), 10 ** len(number) - 1))
