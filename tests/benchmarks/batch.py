"""Measure batches: speed beside others, workers, the memory of a long file, Spark.

    python tests/benchmarks/batch.py                # speed, workers, and memory at 25,000 and 50,000 goals
    python tests/benchmarks/batch.py memory --goals 1000000
    python tests/benchmarks/batch.py spark          # 100,000 goals; needs pyspark and Java 17

Each figure is a ratio within one run.  Not part of the test suite: the times need a quiet machine.
"""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet
from goals import goals, write_csv

from smartgoals import Analyzer
from smartgoals.batch import Scorer
from smartgoals.batch.files.chunk import in_chunks
from smartgoals.batch.kernel import MOST_ROWS
from smartgoals.batch.workers import scored

TODAY = datetime.date(2026, 11, 21)
LANGUAGES = ("en", "sv", "uk", "ru")
TURN = 100  # goals that each reads before it is another's turn, so that a change in the machine's speed meets all
WARM_UP = 14_000  # goals: more than the corpus has, so that only numbers and names are new to the readers
MOST_RESIDENT = 600  # MB


def speed(number: int) -> None:
    """One process beside quantulum3 with dateparser, and beside spaCy's bare tokenizer.

    quantulum3 takes a classifier of units where scikit-learn is installed, and is then many times slower.
    """
    import spacy

    from smartgoals.evaluation.phrases import Phrase
    from smartgoals.evaluation.rivals import dateparser_dates, numbers_and_deadlines, quantulum3_values

    analyzer = Analyzer(today=TODAY)
    scorer = Scorer(analyzer=analyzer)
    blank = {language: spacy.blank(language) for language in LANGUAGES}

    def pair(texts: Sequence[tuple[str, str]], languages: Sequence[str] = ()) -> None:
        for language, text in texts:
            row = Phrase(language, "", "", text, TODAY, "")
            quantulum3_values(row)
            dateparser_dates(row, languages)

    def untold(texts: Sequence[tuple[str, str]]) -> None:
        pair(texts, LANGUAGES)

    def tokenizer(texts: Sequence[tuple[str, str]]) -> None:
        for language, text in texts:
            blank[language].make_doc(text)

    def partial(texts: Sequence[tuple[str, str]]) -> None:
        for language, text in texts:
            numbers_and_deadlines(text, language, TODAY)

    def whole(texts: Sequence[tuple[str, str]]) -> None:
        for _ in analyzer.pipe(text for _, text in texts):
            pass

    def kernel(texts: Sequence[tuple[str, str]]) -> None:
        scorer.score(pa.RecordBatch.from_pydict({"goal": [text for _, text in texts]}))

    readers: dict[str, Callable[[Sequence[tuple[str, str]]], None]] = {
        "quantulum3 + dateparser": pair, "… of any language": untold, "blank tokenizer": tokenizer,
        "numbers and deadlines": partial, "Analyzer.pipe": whole, "kernel": kernel,
    }  # fmt: skip
    texts = list(goals(number + WARM_UP))
    for read in readers.values():
        read(texts[: WARM_UP if read not in (pair, untold) else TURN])
    seconds = dict.fromkeys(readers, 0.0)
    for begin in range(WARM_UP, len(texts), TURN):
        for name, read in readers.items():
            begun = time.thread_time()  # of the processor, so that what else runs on the machine counts less
            read(texts[begin : begin + TURN])
            seconds[name] += time.thread_time() - begun
    print(f"quantulum3 {'with' if find_spec('sklearn') else 'without'} its classifier")
    for name, spent in seconds.items():
        print(f"{name:24} {number / spent:>9,.0f} goals/s")
    pair_seconds, whole_seconds = seconds["quantulum3 + dateparser"], seconds["Analyzer.pipe"]
    print(f"times the pair:        {pair_seconds / whole_seconds:.1f} (at least 20)")
    print(f"… of any language:     {seconds['… of any language'] / whole_seconds:.1f} (as Analyzer.pipe reads them)")
    print(f"… numbers, deadlines:  {pair_seconds / seconds['numbers and deadlines']:.1f} (at least 20)")
    print(f"times the tokenizer:   {whole_seconds / seconds['blank tokenizer']:.1f} (at most 12)")


def workers(number: int) -> None:
    """Two workers beside one, each a process that has warmed up."""
    texts = [text for _, text in goals(number + 2 * WARM_UP)]
    rates = {}
    for count in (1, 2):
        rows = ((i, i, [text], None) for i, text in enumerate(texts))
        begun = after = 0.0
        warm = 2 * WARM_UP // MOST_ROWS
        # one worker is measured in this process, as it runs without --workers
        for i, _ in enumerate(scored(Scorer(analyzer=Analyzer(today=TODAY)), in_chunks(["goal"], rows), count)):
            after = time.perf_counter()
            begun = after if i + 1 == warm else begun
        rates[count] = number / (after - begun)
        print(f"{count} worker{'s' * (count > 1):2} {rates[count]:>9,.0f} goals/s")
    print(f"two beside one:        {rates[2] / rates[1]:.2f} (at least 1.7)")


def memory(number: int, processes: int) -> None:
    """Peak resident memory of `smartgoals score`, all its processes together, on a file and on one twice as long."""
    with tempfile.TemporaryDirectory() as folder:
        for length in (number // 2, number):
            source, target = Path(folder, f"{length}.csv"), Path(folder, f"{length}.out.csv")
            write_csv(source, length)
            command = [sys.executable, "-m", "smartgoals", "score", str(source), "-o", str(target)]
            command += ["--workers", str(processes), "--today", str(TODAY)]
            peak, halves, seconds = _watch(command, target, source.stat().st_size)
            print(
                f"{length:>9,} goals, {processes} workers: {peak:,.0f} MB at most (under {MOST_RESIDENT}), "
                f"{length / seconds:,.0f} goals/s, second half beside first {halves:.2f}"
            )


def _watch(command: Sequence[str], target: Path, size: int) -> tuple[float, float, float]:
    """MB at the peak, the rate of the second half of the output beside that of the first, and seconds."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    root, peak = psutil.Process(process.pid), 0.0
    written: list[tuple[float, int]] = []
    part = target.with_name(target.name + ".part")
    while process.poll() is None:
        try:
            family = [root, *root.children(recursive=True)]
            peak = max(peak, sum(member.memory_info().rss for member in family) / 1e6)
        except psutil.NoSuchProcess:
            pass  # one ended meanwhile
        if part.exists() and part.stat().st_size:
            written.append((time.perf_counter(), part.stat().st_size))
        time.sleep(0.1)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    first, last = written[0], written[-1]
    middle = min(written, key=lambda seen: abs(seen[1] - (first[1] + last[1]) / 2))
    rates = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in ((first, middle), (middle, last))]
    return peak, rates[1] / rates[0], seconds


def spark(number: int) -> None:
    """Two Spark workers beside the single process: the same results, row for row."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    from smartgoals.integrations.spark import score

    rows = [(i, text) for i, (_, text) in enumerate(goals(number))]
    scorer = Scorer(analyzer=Analyzer(today=TODAY))
    local = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = local.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    with session.getOrCreate() as running, tempfile.TemporaryDirectory() as folder:
        running.sparkContext.setLogLevel("ERROR")
        frame = running.createDataFrame(pa.table({"id": [i for i, _ in rows], "goal": [text for _, text in rows]}))
        begun = time.perf_counter()
        score(frame.repartition(4), scorer).write.parquet(f"{folder}/scored")
        on_spark = time.perf_counter() - begun
        found = pa.parquet.read_table(f"{folder}/scored").sort_by("id").to_batches(max_chunksize=MOST_ROWS)
    begun = time.perf_counter()
    same = 0
    for chunk, batch in zip(_chunks(rows), found, strict=True):
        same += sum(a == b for a, b in zip(scorer(chunk).to_pylist(), batch.to_pylist(), strict=True))
    alone = time.perf_counter() - begun
    print(f"{same:,} of {number:,} rows the same; Spark took {on_spark:.0f} s, one process {alone:.0f} s")
    if same != number:
        raise SystemExit(1)


def _chunks(rows: Sequence[tuple[int, str]]) -> list[pa.RecordBatch]:
    table = pa.table({"id": [i for i, _ in rows], "goal": [text for _, text in rows]})
    return list(table.to_batches(max_chunksize=MOST_ROWS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", default=["speed", "workers", "memory"])
    parser.add_argument("--goals", type=int, help="how many")
    parser.add_argument("--workers", type=int, default=2, help="of the run whose memory is measured")
    given = parser.parse_args()
    for what in given.what:
        print(f"--- {what}", flush=True)
        match what:
            case "speed":
                speed(given.goals or 2000)
            case "workers":
                workers(given.goals or 10_000)
            case "memory":
                memory(given.goals or 50_000, given.workers)
            case "spark":
                spark(given.goals or 100_000)
            case _:
                parser.error(f"{what!r} is none of speed, workers, memory, spark")


if __name__ == "__main__":  # a spawned worker imports this module
    main()
