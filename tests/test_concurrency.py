"""Threads and processes that share an Analyzer get what one of them gets alone."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from smartgoals import Analyzer

CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = date(2026, 11, 21)

# a fresh interpreter, in which all threads meet every word and every set of classes for the first time at once
AT_ONCE = """
import json, sys, threading
from datetime import date
from smartgoals import analyze

goals = json.load(sys.stdin)
sys.setswitchinterval(1e-6)
start, results, failures = threading.Barrier(8), [None] * 8, []

def work(k):
    start.wait()
    try:
        order = goals[k:] + goals[:k]
        found = {text: analyze(text, language, date(2026, 11, 21 + k)).model_dump_json() for language, text in order}
        results[k] = [found[text] for _, text in goals]
    except BaseException as error:
        failures.append(repr(error))

threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps([failures, results]))
"""


def goals(number: int) -> list[tuple[str, str]]:
    """(language, text) of so many goals of each language, mixed."""
    texts = []
    for language in ("en", "sv", "uk", "ru"):
        lines = (CORPUS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()[:number]
        texts.append([(language, json.loads(line)["text"]) for line in lines])
    return [goal for row in zip(*texts, strict=True) for goal in row]


def test_threads_that_start_at_once_find_what_one_finds() -> None:
    texts = goals(40)
    command = [sys.executable, "-c", AT_ONCE]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    failures, results = json.loads(done.stdout)
    assert not failures
    for k, found in enumerate(results):
        analyzers = {language: Analyzer(language=language, today=date(2026, 11, 21 + k)) for language, _ in texts}
        assert found == [analyzers[language](text).model_dump_json() for language, text in texts]


def test_processes_that_share_an_analyzer_find_what_one_finds() -> None:
    analyzer = Analyzer(today=TODAY, context={"history": [30, 32, 35]})
    texts = [text for _, text in goals(10)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(analyzer, texts, chunksize=5)) == [analyzer(text) for text in texts]
