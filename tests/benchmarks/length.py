"""Measure what a character costs, in texts of 10 to 100,000 characters, and whether that stays flat.

    python tests/benchmarks/length.py                 # the constructions below, the worst growth first
    python tests/benchmarks/length.py --search 300    # try random ones for so many seconds, at 1,000 and 20,000

Each construction is a unit that is repeated.  Growth is the cost of a character at 100,000 beside that at 1,000.  Times
are of the processor, the best of several.  The vocabularies are loaded before, and kept from the garbage collector,
which would else look through them now and then.  Not part of the test suite: the times need a quiet machine.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from smartgoals import Analyzer
from smartgoals.finding.finder import find

LENGTHS = (10, 100, 1_000, 10_000, 100_000)
_LONG = 1.0  # seconds
FLAT = 2.0  # times as much a character at most
LANGUAGES = ("en", "sv", "uk", "ru")
FILES = Path(__file__).parent.parent.parent / "smartgoals" / "languages"
TODAY = date(2026, 11, 21)
UNITS = {
    "goals": {
        "en": "Get 40 new leads from LinkedIn by Oct 31. ",
        "sv": "Få 40 nya leads via mässor senast den 31 oktober. ",
        "uk": "Отримати 40 нових лідів з LinkedIn до 31 жовтня. ",
        "ru": "Получить 40 новых лидов из LinkedIn до 31 октября. ",
    },
    "pairs": {"en": "from 1 to 2 ", "sv": "från 1 till 2 ", "uk": "з 1 до 2 ", "ru": "с 1 до 2 "},
    "dates": {"en": "by May 5 ", "sv": "senast 5 maj ", "uk": "до 5 травня ", "ru": "до 5 мая "},
    "durations": {"en": "in 3 weeks ", "sv": "inom 3 veckor ", "uk": "за 3 тижні ", "ru": "за 3 недели "},
    "metrics": {"en": "leads, ", "sv": "kunder, ", "uk": "ліди, ", "ru": "лиды, "},
    "channels": {"en": "radio and ", "sv": "mässor och ", "uk": "радіо та ", "ru": "радио и "},
    "channels apart": {"en": "podcast. ", "sv": "poddprofil. ", "uk": "подкаст. ", "ru": "подкаст. "},
    "teams": {"en": "marketing team, ", "sv": "säljteamet, ", "uk": "відділ маркетингу, ", "ru": "отдел продаж, "},
    "posts": {"en": "1, teacher\n", "sv": "1, lärare\n", "uk": "1, кур'єри\n", "ru": "1, курьеры\n"},
    "names": {"en": "Anna ", "sv": "Lilian ", "uk": "Олена ", "ru": "Анна "},
    "vague": {"en": "more leads soon ", "sv": "fler leads snart ", "uk": "більше лідів ", "ru": "больше лидов "},
    "bounds": {"en": "at most ", "sv": "högst ", "uk": "максимум ", "ru": "не более "},
    "numerals": {"en": "forty ", "sv": "fyrtio ", "uk": "п'ятсот ", "ru": "сорок "},
    "numerals in one": {"sv": "tiotusental"},
    "bullets": {"en": "- Get 40 leads by May\n", "sv": "- Få 40 leads\n", "uk": "- 40 лідів\n", "ru": "- 40 лидов\n"},
    "table rows": {
        "en": "| Get 40 leads | Anna | May |\n",
        "sv": "| Få 40 leads | Anna | maj |\n",
        "uk": "| Отримати 40 лідів | Олена | травень |\n",
        "ru": "| Получить 40 лидов | Анна | май |\n",
    },
    "a long word": {"en": "x", "sv": "å", "uk": "ї", "ru": "щ"},
}
SIGNS = {
    "digits": "9", "spaced digits": "1 000 ", "brackets": "(", "closed brackets": "()", "quotes": "«", "hyphens": "-",
    "commas": ", ", "greater": ">", "slashes": "1/2/", "numbers": "1.5, ", "arrows": ",1→", "short rows": "2\n",
    "addresses": "a.b@", "marks": "\u0301", "zero width": "a\u200b", "full stops": ". ", "line breaks": "a\n",
    "quotations": "«a b c». ", "labels": "a: ", "blanks": " a", "short sentences": ": 40. ",
    "points": ".", "exclamations": "!", "semicolons": ";", "colons": ":", "gaps": "a  ", "stops in quotes": ".)",
}  # fmt: skip
READERS = ("analyze", "find")


def filled(unit: str, length: int) -> str:
    """A unit repeated to a length."""
    return (unit * (length // len(unit) + 1))[:length].rstrip() or unit.strip()


def cost(reader: str, analyzer: Analyzer, text: str, times: int = 3) -> float:
    """Microseconds that a character costs, the best of several times; what takes seconds is measured once."""
    rounds = max(2_000 // len(text), 1)  # short texts are over too soon to be timed one by one
    spent = []
    for _ in range(times):
        gc.collect()
        begun = time.process_time()
        for _ in range(rounds):
            if reader == "find":
                find(text, analyzer)
            else:
                analyzer(text)
        spent.append(time.process_time() - begun)
        if spent[0] > _LONG:
            break
    return min(spent) / rounds / len(text) * 1e6


def constructions() -> Iterator[tuple[str, str, str]]:
    """(name, language, unit)."""
    for name, units in UNITS.items():
        yield from ((name, language, unit) for language, unit in units.items())
    yield from ((name, "en", unit) for name, unit in SIGNS.items())


def table(analyzers: dict[str, Analyzer], times: int) -> None:
    """Print every construction's costs, and which are worst."""
    for reader in READERS:
        rows = []
        for name, language, unit in constructions():
            costs = [cost(reader, analyzers[language], filled(unit, length), times) for length in LENGTHS]
            rows.append((costs[4] / costs[2], costs, name, language))
        rows.sort(reverse=True)
        print(f"\n{reader}: µs a character at {', '.join(f'{length:,}' for length in LENGTHS)}; growth from 1,000 on")
        for growth, costs, name, language in rows:
            print(" ".join(f"{one:8.2f}" for one in costs), f" ×{growth:5.2f}  {name} ({language})")
        typical = sorted(costs[4] for _, costs, _, _ in rows)[len(rows) // 2]
        dearest = max(rows, key=lambda row: row[1][4])
        print(f"growth at most ×{rows[0][0]:.2f} (flat: up to ×{FLAT}); {rows[0][2]} ({rows[0][3]})")
        print(f"a character of 100,000: half cost up to {typical:.1f} µs, {dearest[2]} {dearest[1][4]:.1f}")


# ---- search

_MORE = ("\n- ", "\n\n", "1", "40", "20 %", "31", "2027", "Q3", "12.05.2027")


def search(analyzers: dict[str, Analyzer], seconds: float, seed: int) -> None:
    """Print what grows more than it may of units put together from the languages' own words, numbers and signs."""
    chance, until, tried = random.Random(seed), time.monotonic() + seconds, 0
    words = {language: sorted(_words(language)) for language in LANGUAGES}
    signs = [*SIGNS.values(), *".;:!?%$€+–|*#<=[]~\n", *_MORE]
    dearest = (0.0, "", "")
    while time.monotonic() < until:
        language, reader = chance.choice(LANGUAGES), chance.choice(READERS)
        kinds = chance.choices((words[language], signs), (0.6, 0.4), k=chance.randint(1, 6))
        parts = [chance.choice(kind) for kind in kinds]
        unit = chance.choice((" ", " ", "", ", ", ". ", "\n")).join(parts) + chance.choice((" ", "", ", ", ". ", "\n"))
        if not unit.strip():
            continue
        short, long = (cost(reader, analyzers[language], filled(unit, length), 1) for length in (1_000, 20_000))
        if long > FLAT * short:  # the clock may have been disturbed
            short, long = (cost(reader, analyzers[language], filled(unit, length)) for length in (1_000, 20_000))
        tried += 1
        dearest = max(dearest, (long, reader, unit))
        if long > FLAT * short:
            print(f"×{long / short:.1f}, {long:.1f} µs: {reader} {language} {unit!r}", flush=True)
    print(f"{tried:,} tried; the dearest {dearest[0]:.1f} µs a character: {dearest[1]} {dearest[2]!r}")


def _words(language: str) -> Iterator[str]:
    for path in (FILES / language).glob("*.toml"):
        if path.stem not in ("page", "messages", "report", "labels", "columns"):
            yield from (word.strip("=") for word in _strings(tomllib.loads(path.read_text(encoding="utf-8"))))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if 0 < len(value) < 25 and "{" not in value:
            yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--search", type=float, metavar="SECONDS", help="try random constructions for so long")
    parser.add_argument("--seed", type=int, default=0, help="of the random constructions")
    parser.add_argument("--times", type=int, default=3, help="how often each is measured")
    given = parser.parse_args()
    analyzers = {language: Analyzer(language=language, today=TODAY) for language in LANGUAGES}
    for analyzer in analyzers.values():
        for reader in READERS:
            cost(reader, analyzer, "Get 40 leads by May", 1)
    gc.collect()
    gc.freeze()
    if given.search is None:
        table(analyzers, given.times)
    else:
        search(analyzers, given.search, given.seed)


if __name__ == "__main__":
    main()
