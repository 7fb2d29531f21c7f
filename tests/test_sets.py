"""Terms that name sets: `head of <sales>` is as many terms as the set has."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals import Vocabulary, analyze
from smartgoals.lexicon import files
from smartgoals.lexicon.files import DataError, written_out
from smartgoals.lexicon.lexicon import lexicon
from smartgoals.lexicon.trie import Node, Trie

WORDS = st.lists(st.sampled_from("abc").map(lambda word: (word,)), min_size=1, max_size=2)
PARTS = st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=3)


@given(st.lists(st.tuples(PARTS, st.sampled_from("xy")), max_size=3), st.lists(st.sampled_from("abc"), max_size=6))
def test_composed_terms_match_as_if_written_out(terms: list, text: list[str]) -> None:
    composed, written = Trie[str](), Trie[str]()
    for parts, value in terms:
        composed.compose(parts, value)
        for words in product(*parts):
            written.add([word for some in words for word in some], value)
    for trie in (composed, written):
        trie.close()
    keys, kept = [(word,) for word in text], [False] * len(text)

    def found(trie: Trie[str], at: int) -> set:
        return {(behind, frozenset(values)) for behind, values in trie.matches(at, keys, kept)}

    for at in range(len(text)):
        assert found(composed, at) == found(written, at)
        held = [trie.holding("a".__eq__) for trie in (composed, written)]
        assert found(held[0], at) == found(held[1], at)
        assert all("a" in text[at:behind] for behind, _ in found(held[0], at))


def test_a_term_that_is_written_out_counts_before_composed_ones() -> None:
    trie = Trie[str]()
    trie.compose([[[("a",)]], [[("b",)]]], "composed")
    trie.add([("a",), ("b",)], "written")
    trie.close()
    assert trie.matches(0, [("a",), ("b",)], [False, False]) == [(2, ("written", "composed"))]


def test_what_composed_terms_end_in_is_held_once() -> None:
    trie, ends = Trie[str](), [[("c",)], [("d",), ("e",)]]
    for word in "ab":
        trie.compose([[[(word,)]], ends], "x")
        trie.compose([[[(word,)]], [[("f",)]]], "x")
    trie.close()
    a, b = trie.root.children["a"], trie.root.children["b"]
    assert all(a.children[key] is b.children[key] for key in "cd")
    assert a.children["c"] is a.children["f"]  # both end a term of the same value


def test_sets_are_written_out_within_words_and_as_exact_forms() -> None:
    sets = {"team": ["lag", "nytt lag"], "of": ["sälj", "export"]}
    assert list(written_out("<of>s<team>", sets)) == ["säljslag", "säljsnytt lag", "exportslag", "exportsnytt lag"]
    assert list(written_out("=<team>", sets)) == ["=lag", "=nytt =lag"]
    with pytest.raises(DataError, match="no set 'teams'"):
        list(written_out("<teams>", sets))


@pytest.mark.parametrize(
    ("language", "text", "team"),
    [
        ("en", "Acting head of paid media: 40 leads by May", "marketing"),
        ("en", "The credit control department will cut overdue invoices to 20", "finance"),
        ("sv", "Reskontragänget ska korta ledtiden till 3 dagar", "finance"),
        ("sv", "Kampanjansvarig: 40 leads i maj", "marketing"),
        ("uk", "Заступниця директора з трейд-маркетингу: 40 лідів до травня", "marketing"),
        ("uk", "Сектор рефандів: час відповіді 2 години", "support"),
        ("ru", "Зам начальника отдела оптовых продаж: 40 сделок к маю", "sales"),
        ("ru", "Блок рекрутинга: 12 наймов к маю", "hr"),
    ],
)
def test_teams_are_known_by_any_of_their_names(language: str, text: str, team: str) -> None:
    assert [owner.id for owner in analyze(text, language=language).owners] == [team]


def test_a_users_term_names_no_set() -> None:
    ours = Vocabulary.model_validate({"metrics": {"pings": {"terms": {"en": ["<ping> test"]}}}})
    assert [m.id for m in analyze("Run 40 <ping> tests by May", language="en", vocabulary=ours).metrics] == ["pings"]


@pytest.mark.parametrize("language", files.available())
@pytest.mark.parametrize("name", ["metrics.toml", "channels.toml", "owners.toml"])
def test_every_set_is_used(language: str, name: str) -> None:
    data = files.read(files.folder(language), name)
    sets = data.pop("sets", {})
    assert set(re.findall(r"<(\w+)>", str(data))) == sets.keys()


@pytest.mark.parametrize("language", files.available())
def test_no_name_is_that_of_two_teams(language: str) -> None:
    assert _doubles(lexicon(language).entities.root, "team") == []


@pytest.mark.parametrize("language", files.available())
@pytest.mark.parametrize(("name", "table"), [("metrics.toml", "metrics"), ("channels.toml", "channels")])
def test_no_term_that_is_written_out_stands_for_two_ids(language: str, name: str, table: str) -> None:
    trie = lexicon(language).trie({})
    read = lexicon(language).term_keys
    data = files.read(files.folder(language), name)
    unknown = {"none": data["unknown"]["terms"]} if "unknown" in data else {}
    for of, terms in (data[table] | unknown).items():
        for term in terms:
            if "<" not in term:
                trie.add(read(term), (of,))
    assert _doubles(trie.root) == []


def _doubles(node: Node[Any], kind: str | None = None, seen: set[int] | None = None) -> list[tuple[Any, ...]]:
    """The values of all terms that stand for two ids of a kind."""
    seen = set() if seen is None else seen
    if id(node) in seen:
        return []
    seen.add(id(node))
    ids = [value for value in node.values if kind in (None, value[0])]
    behind = [found for child in node.children.values() for found in _doubles(child, kind, seen)]
    return ([tuple(ids)] if len(ids) > 1 else []) + behind
