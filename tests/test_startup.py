"""What is loaded when: a fresh process pays only for what its goals need."""

from __future__ import annotations

import json
import subprocess
import sys


def modules(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running some code."""
    script = f"{code}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_loads_no_heavy_library() -> None:
    loaded = modules("import smartgoals")
    assert not loaded & {"spacy", "dateparser", "quantulum3", "pymorphy3", "rich", "typer", "numpy", "pyarrow"}
    assert not any(name.startswith(("smartgoals.finding", "smartgoals.planning")) for name in loaded)


def test_the_command_line_loads_arrow_only_to_score() -> None:
    assert not modules("import smartgoals.cli") & {"spacy", "pyarrow"}


def test_a_goal_without_dates_and_units_needs_no_library_of_them() -> None:
    loaded = modules("from smartgoals import analyze; analyze('Get 40 new leads')")
    assert not loaded & {"spacy", "dateparser", "quantulum3", "pymorphy3"}


def test_a_month_asks_dateparser_and_a_unit_only_the_data_of_quantulum3() -> None:
    assert "dateparser" in modules("from smartgoals import analyze; analyze('Get 40 leads in May')")
    assert "quantulum3.parser" not in modules("from smartgoals import analyze; analyze('Lose 6 kg')")


def test_worker_processes_do_without_arrow() -> None:
    assert not modules("import smartgoals.batch.workers") & {"pyarrow", "rich", "typer"}


def test_a_spacy_pipeline_without_the_component_loads_no_words() -> None:
    before, after = modules("import spacy"), modules("import spacy; spacy.blank('en')")
    ours = {name for name in after - before if name.startswith("smartgoals")}
    assert "smartgoals.integrations.spacy" in ours
    words = (
        "components",
        "lexicon.lexicon",
        "finding",
        "grammar",
        "ontology",
        "criteria",
        "integrations.spacy.components",
    )
    assert not any(name.startswith(tuple(f"smartgoals.{part}" for part in words)) for name in ours)
    assert not after & {"dateparser", "quantulum3", "pymorphy3", "babel", "pyarrow"}


def test_an_analysis_needs_displacy_and_jinja_only_where_it_is_shown() -> None:
    loaded = modules("from smartgoals import analyze; analyze('Get 40 new leads')")
    assert not loaded & {"spacy.displacy", "smartgoals.display", "matplotlib"}
