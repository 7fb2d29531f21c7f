"""Fuzz one part of smartgoals, guided by coverage, from seeds of the corpus (`pip install atheris`).

    python tests/fuzz/fuzz.py analyze FOLDER -max_total_time=300
    python tests/fuzz/fuzz.py find FOLDER -max_total_time=300
    python tests/fuzz/fuzz.py vocabulary FOLDER -max_total_time=300
    python tests/fuzz/fuzz.py score FOLDER -max_total_time=300
    python tests/fuzz/fuzz.py http FOLDER -max_total_time=300

FOLDER keeps the inputs from run to run, and is made where there is none; what follows it goes to libFuzzer.  Anything
but an answer that holds or a documented error ends the run, and leaves the input in a file of the working folder:
`python tests/fuzz/fuzz.py analyze FILE` runs that one again.  Not part of the test suite; what was found is kept in
tests/test_extremes.py and beside it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["smartgoals"]):
    import targets

    targets.load()
import seeds

LONGEST = 4_000  # bytes of an input
SLOWEST = 30  # seconds for one input, many times what any takes


def main() -> None:
    if len(sys.argv) < 3 or sys.argv[1] not in targets.TARGETS:
        raise SystemExit(__doc__)
    name, place, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder, "words")
        words.write_text("\n".join(seeds.words(name)), encoding="utf-8")
        if not Path(place).is_file():
            seeds.plant(name, Path(place))
            options += [f"-dict={words}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}"]
        atheris.Setup([sys.argv[0], place, *options], targets.TARGETS[name](Path(folder)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
