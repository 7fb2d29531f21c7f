"""Every language says everything: what one can express, all can."""

from __future__ import annotations

import re

import pytest

from smartgoals.grammar.classes import CLASSES
from smartgoals.lexicon import files
from smartgoals.lexicon.lexicon import GRAMMAR_FILES
from smartgoals.ontology import ontology

LANGUAGES = files.available()
# Classes that a language may do without, for want of such words.
OPTIONAL = {
    "until", "toward", "range_from", "day_word", "the", "a", "of", "ago", "each", "factor", "by_fraction", "piece",
    "joiner", "half", "implies", "hence", "clock", "noun_maintain", "noun_multiply", "compare", "fiscal", "per",
    "past_unit", "agent", "means", "review", "share_in", "change_of",
}  # fmt: skip


def data(language: str, name: str) -> dict:
    return files.read(files.folder(language), name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_channel_and_team_has_terms(language: str) -> None:
    metrics = data(language, "metrics.toml")["metrics"]
    assert set(metrics) == set(ontology().metrics)
    assert [name for name, terms in metrics.items() if len(terms) < 3] == []
    channels = data(language, "channels.toml")
    assert set(channels["channels"]) == set(ontology().channels)
    assert all(channels["channels"].values())
    assert set(channels["platforms"]) <= set(ontology().platforms)
    assert set(data(language, "owners.toml")["teams"]) == set(ontology().teams)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_stands_under_two_metrics(language: str) -> None:
    seen: dict[str, str] = {}
    for name, terms in data(language, "metrics.toml")["metrics"].items():
        for term in terms:
            assert seen.setdefault(term.lower(), name) == name, term


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_has_words(language: str) -> None:
    met = set()
    for name in (*GRAMMAR_FILES, "common.toml"):
        folder = files.LANGUAGES if name == "common.toml" else files.folder(language)
        table = files.read(folder, name)
        met |= set(table) | {f"noun_{k}" for k in table.get("nouns", {})}
        met |= {"noun_multiply"} if table.get("multiply_nouns") else set()
    assert set(CLASSES) - met - OPTIONAL == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_have_the_same_codes_and_placeholders(language: str) -> None:
    ours, english = data(language, "messages.toml"), data("en", "messages.toml")
    for table in ("findings", "names", "rewrite", "plan", "teams", "columns", "summary"):
        assert set(ours[table]) == set(english[table])
    assert set(ours["teams"]) == set(ontology().teams)
    for table in ("findings", "plan", "summary"):
        for name, message in ours[table].items():
            assert placeholders(message) == placeholders(english[table][name]), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_comparatives_say_the_same_things(language: str) -> None:
    ours, english = (data(code, "metrics.toml")["comparatives"] for code in (language, "en"))
    assert ours.keys() == english.keys()
    assert all(ours.values())


def placeholders(message: str | dict[str, str]) -> set[str]:
    """The placeholders of a message; every plural form has all of them."""
    forms = message.values() if isinstance(message, dict) else [message]
    (found,) = {frozenset(re.findall(r"\{\w+\}", form)) for form in forms}
    return set(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_has_a_label(language: str) -> None:
    assert set(data(language, "labels.toml")["metrics"]) == set(ontology().metrics)
    assert set(data(language, "labels.toml")["whole"]) == set(data("en", "labels.toml")["whole"])
    assert set(data(language, "labels.toml")["whole"]) <= set(ontology().metrics)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_cues_of_each_kind(language: str) -> None:
    ours, english = data(language, "goals.toml"), data("en", "goals.toml")
    assert set(ours["cues"]) == set(english["cues"])
    assert [kind for kind, terms in ours["cues"].items() if not terms] == []
    assert set(ours) - {"infinitive_endings", "past_forms"} <= set(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_of_goals_and_teams_have_names(language: str) -> None:
    assert all(len(data(language, "columns.toml")[use]) >= 3 for use in ("goal", "team", "id", "parent"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_the_heads_of_tables(language: str) -> None:
    heads = data(language, "heads.toml")
    assert heads.keys() == data("en", "heads.toml").keys()
    assert all(len(terms) >= 5 for terms in heads.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_report_has_all_its_texts(language: str) -> None:
    ours, english = data(language, "report.toml"), data("en", "report.toml")
    assert {name: placeholders(text) for name, text in ours.items()} == {
        name: placeholders(text) for name, text in english.items()
    }


def test_platforms_stand_for_channels_that_exist() -> None:
    world = ontology()
    assert set(world.platforms.values()) | set(world.paid) | set(world.paid.values()) <= set(world.channels)
    assert {step for metric in world.metrics.values() for step in metric.drives} <= set(world.metrics)
