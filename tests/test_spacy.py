"""The components in spaCy pipelines: they read as `analyze` does, wherever Docs and pipelines go."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import raise_error

from smartgoals import GoalAnalysis, analyze, find_goals
from smartgoals.evaluation import gold
from smartgoals.integrations.spacy import register

CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = "2026-09-01"
DAY = datetime.date.fromisoformat(TODAY)
TEXTS = ["Get 40 new leads from LinkedIn by Oct 31", "Sales will cut churn to 3 % soon", "", "Grow revenue by 20 %"]
DOCUMENT = "Sales were slow in May. Anna will book 12 demos by June 30.\n- Win 300 subscribers by Christmas\n"
VOCABULARY = {"metrics": {"demo_days": {"gloss": "demo days held", "terms": {"en": ["demo day"]}}}}


def pipeline(code: str = "en", /, factory: str = "smartgoals", **config: object) -> Language:
    nlp = spacy.blank(code)
    nlp.add_pipe(factory, config={"today": TODAY, **config})
    return nlp


def goals(docs: object) -> list[GoalAnalysis | None]:
    return [doc._.goal for doc in docs]  # type: ignore[attr-defined]


def spans(doc: Doc, key: str = "smartgoals") -> list[tuple[str, str, str]]:
    return [(span.label_, span.id_, span.text) for span in doc.spans[key]]


EXPECTED = [analyze(text, "en", DAY) if text else None for text in TEXTS]


# ---- what is read


@pytest.mark.parametrize("language", ["en", "sv", "uk", "ru"])
def test_a_doc_is_read_as_analyze_reads_its_text(language: str) -> None:
    sample = [goal for goal in gold.load(CORPUS / f"{language}.jsonl") if goal.split == "dev"][::4]
    assert len(sample) > 30

    def given(goal: gold.GoldGoal) -> str:
        return json.dumps([goal.today.isoformat(), goal.context or {}])

    nlp = spacy.blank(language)
    for settings, alike in groupby(sorted(sample, key=given), key=given):
        today, context = json.loads(settings)
        component = nlp.create_pipe("smartgoals", config={"today": today, "context": context})
        for goal in alike:
            doc = component(nlp(goal.text))
            expected = analyze(goal.text, language, goal.today, goal.context)
            assert doc._.goal == expected
            check_spans(doc, expected)


def check_spans(doc: Doc, goal: GoalAnalysis) -> None:
    """Each item has a span, which holds it."""
    items = [goal.numbers, goal.metrics, goal.channels, goal.deadlines, goal.owners, goal.vague]
    labels = ["NUMBER", "METRIC", "CHANNEL", "DEADLINE", "OWNER", "VAGUE"]
    group = list(doc.spans["smartgoals"])
    assert group == sorted(group, key=lambda span: (span.start, -span.end))
    for label, of_label in zip(labels, items, strict=True):
        found = sorted(
            (span for span in group if span.label_ == label), key=lambda span: (span.start_char, span.end_char)
        )
        assert len(found) == len(of_label)
        for span, item in zip(found, sorted(of_label, key=lambda item: (item.start, item.end)), strict=True):
            assert span.start_char <= item.start < item.end <= span.end_char


def test_the_id_of_a_span_says_what_it_was_read_as() -> None:
    doc = pipeline()("The sales team and Ann will soon get 40 more leads and hold 12 zines via LinkedIn by Oct 31")
    assert spans(doc) == [
        ("OWNER", "sales", "sales team"),
        ("OWNER", "", "Ann"),
        ("VAGUE", "time", "soon"),
        ("NUMBER", "change", "40"),
        ("METRIC", "leads", "leads"),
        ("NUMBER", "target", "12"),
        ("METRIC", "", "zines"),
        ("CHANNEL", "organic_social", "LinkedIn"),
        ("DEADLINE", "2026-10-31", "by Oct 31"),
    ]


def test_a_token_that_holds_more_than_an_item_is_its_span_and_the_analysis_is_exact() -> None:
    nlp = pipeline("uk")
    text = "Отримати ₴50к виручки до 31 жовтня"
    doc = nlp(text)
    assert ("NUMBER", "target", "₴50к") in spans(doc)
    assert doc._.goal == analyze(text, "uk", DAY)
    joined = nlp(
        Doc(nlp.vocab, words=["Отримати", "₴50к виручки до", "31", "жовтня"], spaces=[True, True, True, False])
    )
    assert joined._.goal == doc._.goal
    assert [text for label, _, text in spans(joined) if label == "METRIC"] == ["₴50к виручки до"]


def test_a_document_is_read_as_find_goals_reads_it() -> None:
    nlp = pipeline(factory="smartgoals_find")
    doc = nlp(DOCUMENT)
    assert doc._.goals == tuple(find_goals(DOCUMENT, language="en", today=DAY))
    assert [text for label, _, text in spans(doc, "smartgoals_find") if label == "GOAL"] == [
        goal.text for goal in doc._.goals
    ]
    assert ("METRIC", "subscribers", "subscribers") in spans(doc, "smartgoals_find")
    assert nlp("Nothing to see here.")._.goals == ()


def test_a_doc_without_text_has_no_goal_and_no_spans() -> None:
    nlp = pipeline()
    nlp.add_pipe("smartgoals_find")
    for doc in nlp.pipe(["", " \n "]):
        assert doc._.goal is None
        assert doc._.goals == ()
        assert not doc.spans["smartgoals"]
        assert not doc.spans["smartgoals_find"]
    assert spacy.blank("en")("Get 40 leads")._.goal is None  # the component never saw it


# ---- config


@pytest.mark.parametrize(
    ("pipeline_language", "configured", "text", "expected"),
    [
        ("sv", None, "Get 40 leads", "sv"),
        ("sv", "en", "Get 40 leads", "en"),
        ("sv", "auto", "Get 40 leads by May", "en"),
        ("xx", None, "Получить 40 лидов", "ru"),
        ("de", "auto", "Отримати 40 лідів", "uk"),
        ("de", "uk", "Отримати 40 лідів", "uk"),
    ],
)
def test_the_language_is_the_pipelines_unless_the_config_says_otherwise(
    pipeline_language: str, configured: str | None, text: str, expected: str
) -> None:
    assert pipeline(pipeline_language, language=configured)(text)._.goal.language == expected


def test_options_do_what_arguments_of_analyze_do(tmp_path: Path) -> None:
    given = {"context": {"history": [30, 32]}, "settings": {"ignore": ["S."], "weights": {"relevant": 0}}}
    file = tmp_path / "ours.toml"
    file.write_text('[metrics.demo_days]\ngloss = "demo days held"\nterms = { en = ["demo day"] }\n', encoding="utf-8")
    text = "Hold 12 demo days by Oct 31"
    expected = analyze(text, "en", DAY, locale="sv", vocabulary=file, **given)
    assert expected.metrics[0].id == "demo_days"
    for vocabulary in (str(file), VOCABULARY):
        nlp = pipeline(locale="sv", vocabulary=vocabulary, spans_key="mine", **given)
        doc = nlp(text)
        assert doc._.goal == expected
        assert ("METRIC", "demo_days", "demo days") in spans(doc, "mine")


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"today": "31/12"}, "component 'ours': today: '31/12' is no ISO date"),
        ({"today": 31}, "today"),
        ({"language": "de"}, "component 'ours': no language 'de': choose one of en, ru, sv, uk"),
        ({"locale": "de"}, "component 'ours': no language 'de'"),
        ({"context": {"histroy": [1]}}, "component 'ours': context.histroy: "),
        ({"settings": {"met": 2}}, "component 'ours': settings.met: "),
        ({"vocabulary": {"metrics": {"X": {}}}}, "component 'ours': vocabulary: metrics.X: an id is lower-case"),
        ({"spans_key": None}, "spans_key"),
        ({"langauge": "sv"}, "langauge"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(config: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=r".*") as error:
        spacy.blank("en").add_pipe("smartgoals", name="ours", config=config)
    assert message in str(error.value)


def test_a_pipeline_of_a_language_that_is_none_of_ours_says_what_to_set() -> None:
    with pytest.raises(ValueError, match=r"language is 'de': set 'language' to one of en, ru, sv, uk, or to 'auto'"):
        spacy.blank("de").add_pipe("smartgoals")


def test_an_extension_of_the_same_name_is_not_overwritten() -> None:
    Doc.set_extension("goal", default="mine", force=True)
    try:
        with pytest.raises(ValueError, match=r"doc\._\.goal is taken"):
            spacy.blank("en").add_pipe("smartgoals")
    finally:
        Doc.remove_extension("goal")
        register()


def test_a_text_that_is_too_long_goes_to_spacys_error_handler() -> None:
    nlp, texts = pipeline(), [TEXTS[0], "leads " * 20_000, TEXTS[3]]
    with pytest.raises(ValueError, match="at most 100,000"):
        list(nlp.pipe(texts))
    failed: list[int] = []
    nlp.set_error_handler(lambda name, component, docs, error: failed.extend(len(doc) for doc in docs))
    assert goals(nlp.pipe(texts)) == [EXPECTED[0], EXPECTED[3]]
    assert len(failed) == 1
    nlp.set_error_handler(raise_error)


# ---- where Docs and pipelines go


def moved(nlp: Language, folder: Path) -> Iterator[Language]:
    nlp.to_disk(folder / "pipeline")
    yield spacy.load(folder / "pipeline")
    yield spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
    yield pickle.loads(pickle.dumps(nlp))
    yield copy.deepcopy(nlp)
    other = spacy.blank("en")
    other.add_pipe("smartgoals", source=nlp)
    yield other


def test_a_pipeline_reads_alike_wherever_it_was_moved(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('[metrics.demo_days]\ngloss = "held"\nterms = { en = ["demo day"] }\n', encoding="utf-8")
    nlp = pipeline(context={"history": [30, 32]}, settings={"ignore": ["S."]}, vocabulary=str(file), spans_key="mine")
    texts = [*TEXTS, "Hold 12 demo days by Oct 31"]
    expected = [(doc._.goal, spans(doc, "mine")) for doc in nlp.pipe(texts)]
    file.unlink()  # the pipeline has the vocabulary with it
    for other in moved(nlp, tmp_path):
        assert [(doc._.goal, spans(doc, "mine")) for doc in other.pipe(texts)] == expected


def test_a_vocabulary_that_is_not_there_is_named_at_the_first_doc() -> None:
    nlp = pipeline(vocabulary="nowhere.toml")
    with pytest.raises(FileNotFoundError, match=r"vocabulary: no file 'nowhere\.toml'"):
        nlp(TEXTS[0])


def test_worker_processes_send_back_what_they_read() -> None:
    nlp = pipeline()
    nlp.add_pipe("smartgoals_find", config={"today": TODAY})
    docs = list(nlp.pipe([*TEXTS, DOCUMENT], n_process=2, batch_size=2))
    assert goals(docs)[: len(TEXTS)] == EXPECTED
    assert docs[-1]._.goals == tuple(find_goals(DOCUMENT, language="en", today=DAY))
    assert spans(docs[0]) == spans(nlp(TEXTS[0]))


def test_docs_keep_their_goals_wherever_they_go() -> None:
    nlp = pipeline()
    doc = nlp(TEXTS[0])
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    for other in (
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        next(DocBin().from_bytes(stored).get_docs(nlp.vocab)),
        pickle.loads(pickle.dumps(doc)),
        doc.copy(),
    ):
        assert other._.goal == EXPECTED[0]
        assert spans(other) == spans(doc)
    assert doc[0:3].as_doc().text == "Get 40 new "
    assert "smartgoals" in doc.to_json()["spans"]


def test_a_process_that_only_reads_docs_registers_the_extensions(tmp_path: Path) -> None:
    file = tmp_path / "docs.spacy"
    DocBin(store_user_data=True, docs=[pipeline()(TEXTS[0])]).to_disk(file)
    code = (
        "import sys, spacy; from spacy.tokens import DocBin; from smartgoals.integrations.spacy import register\n"
        "register(); nlp = spacy.blank('en')\n"
        "print([doc._.goal.targets[0].metric for doc in DocBin().from_disk(sys.argv[1]).get_docs(nlp.vocab)])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['leads']"


def test_spans_are_of_the_doc() -> None:
    doc = pipeline()(TEXTS[0])
    assert all(isinstance(span, Span) and span.doc is doc for span in doc.spans["smartgoals"])
