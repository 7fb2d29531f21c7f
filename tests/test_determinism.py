"""The same input gives the same output, byte for byte, whatever surrounds the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals.finding.model import WEIGHTS, model

CORPUS = Path(__file__).parent.parent / "corpus"
SCRIPT = """
import hashlib, json, pathlib, sys
from datetime import date
from smartgoals import Analyzer, find_goals

today, corpus, digest = date(2026, 11, 21), pathlib.Path(sys.argv[1]), hashlib.sha256()
analyze = Analyzer(today=today, context={"history": [20, 25, 31, 33], "objectives": ["revenue"]})
for language in ("en", "sv", "uk", "ru"):
    for line in (corpus / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()[:60]:
        digest.update(analyze(json.loads(line)["text"]).model_dump_json().encode())
    document = next(iter(sorted((corpus / "documents" / language).glob("*.txt")))).read_text(encoding="utf-8")
    for goal in find_goals(document, today=today):
        digest.update(goal.model_dump_json().encode())
print(digest.hexdigest())
"""


def digest(**surroundings: str) -> str:
    """The digest of many analyses in a fresh process with some environment variables."""
    command = [sys.executable, "-c", SCRIPT, str(CORPUS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | surroundings)
    return done.stdout


def test_hash_seed_time_zone_and_locale_change_nothing() -> None:
    first = digest(PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")
    assert first == digest(PYTHONHASHSEED="4711", TZ="Pacific/Pago_Pago", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8")


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_the_order_of_signs_changes_no_score(data: st.DataObject) -> None:
    """A set gives them in an order of its own in each process; of those that score alike the place decides."""
    names = sorted(json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"])
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=20, max_size=60, unique=True))
    shuffled = data.draw(st.permutations(chosen))
    assert model().linear(shuffled) == model().linear(chosen)
