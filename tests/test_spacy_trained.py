"""The component in a trained pipeline, in every position: nobody's work changes, and neither does its own."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from smartgoals import analyze

TODAY = datetime.date(2026, 9, 1)
TEXTS = [
    "Anna får 40 nya leads från LinkedIn före jul",
    "Öka försäljningen i Malmö med 20 % i oktober",
    "Erik vill vinna fler kunder i Lund snart",
]
TAGS = [
    ["PROPN", "VERB", "NUM", "ADJ", "NOUN", "ADP", "PROPN", "ADP", "NOUN"],
    ["VERB", "NOUN", "ADP", "PROPN", "ADP", "NUM", "SYM", "ADP", "NOUN"],
    ["PROPN", "VERB", "VERB", "ADJ", "NOUN", "ADP", "PROPN", "ADV"],
]
LEMMAS = [
    ["Anna", "få", "40", "ny", "lead", "från", "LinkedIn", "före", "jul"],
    ["öka", "försäljning", "i", "Malmö", "med", "20", "%", "i", "oktober"],
    ["Erik", "vilja", "vinna", "många", "kund", "i", "Lund", "snart"],
]
ENTITIES = [[(0, 4, "PER")], [(20, 25, "LOC")], [(0, 4, "PER"), (30, 34, "LOC")]]
ATTRIBUTES = [
    "ORTH", "NORM", "LOWER", "SHAPE", "LEMMA", "TAG", "POS", "MORPH", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "ENT_ID",
    "ENT_KB_ID", "SENT_START", "SPACY",
]  # fmt: skip
EPOCHS = 25


@pytest.fixture(scope="module")
def trained() -> Language:
    """A tagger, a lemmatizer and an entity recognizer that learned three sentences, between rules of the user's own."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("sv")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("tagger")
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    nlp.add_pipe("ner")
    examples = [
        Example.from_dict(nlp.make_doc(text), {"tags": tags, "lemmas": lemmas, "entities": entities})
        for text, tags, lemmas, entities in zip(TEXTS, TAGS, LEMMAS, ENTITIES, strict=True)
    ]
    nlp.initialize(lambda: examples)
    for _ in range(EPOCHS):
        nlp.update(examples)
    ruler = nlp.add_pipe("entity_ruler", last=True)
    ruler.add_patterns([{"label": "ORG", "pattern": "LinkedIn", "id": "linkedin"}])  # type: ignore[attr-defined]
    return nlp


def others(doc: Doc) -> list[object]:
    """What the others wrote, and all that the tokens say."""
    return [
        doc.to_array(ATTRIBUTES).tolist(),
        [(token.text, token.norm_, token.lemma_, token.tag_, str(token.morph)) for token in doc],
        [(entity.text, entity.label_, entity.id_) for entity in doc.ents],
        [sentence.text for sentence in doc.sents],
        {key: len(group) for key, group in doc.spans.items() if key != "smartgoals"},
    ]


def test_the_pipeline_has_learned_something(trained: Language) -> None:
    doc = trained(TEXTS[0])
    assert [token.tag_ for token in doc] == TAGS[0]
    assert [token.lemma_ for token in doc] == LEMMAS[0]
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Anna", "PER"), ("LinkedIn", "ORG")]


@pytest.mark.parametrize("position", range(6))
def test_in_every_position_nobodys_work_changes(trained: Language, position: int) -> None:
    expected = [others(doc) for doc in trained.pipe(TEXTS)]
    where = {"before": trained.pipe_names[position]} if position < len(trained.pipe_names) else {"last": True}
    trained.add_pipe("smartgoals", config={"today": TODAY.isoformat()}, **where)  # type: ignore[arg-type]
    try:
        assert trained.pipe_names.index("smartgoals") == position
        docs = list(trained.pipe(TEXTS))
        assert [others(doc) for doc in docs] == expected
        assert [doc._.goal for doc in docs] == [analyze(text, "sv", TODAY) for text in TEXTS]
        assert not any(problems for problems in trained.analyze_pipes()["problems"].values())
    finally:
        trained.remove_pipe("smartgoals")


def test_a_trained_pipeline_goes_wherever_it_went_before(trained: Language, tmp_path: Path) -> None:
    trained.add_pipe("smartgoals", first=True, config={"today": TODAY.isoformat()})
    try:
        here = list(trained.pipe(TEXTS))
        trained.to_disk(tmp_path)
        for nlp in (spacy.load(tmp_path), pickle.loads(pickle.dumps(trained))):
            for docs in (list(nlp.pipe(TEXTS)), list(nlp.pipe(TEXTS, n_process=2, batch_size=1))):
                assert [others(doc) for doc in docs] == [others(doc) for doc in here]
                assert [doc._.goal for doc in docs] == [doc._.goal for doc in here]
    finally:
        trained.remove_pipe("smartgoals")


def test_a_pipeline_learns_on_with_the_component_in_it(trained: Language) -> None:
    nlp = pickle.loads(pickle.dumps(trained))
    nlp.add_pipe("smartgoals", first=True, config={"today": TODAY.isoformat()})
    example = Example.from_dict(nlp.make_doc(TEXTS[0]), {"tags": TAGS[0], "entities": ENTITIES[0]})
    losses = nlp.update([example], sgd=nlp.resume_training(), annotates=["smartgoals"])
    assert set(losses) >= {"tagger", "ner"}
    assert nlp.evaluate([example])["tag_acc"] == 1


@pytest.mark.parametrize("behind", [True, False])
def test_where_a_component_merges_tokens_spans_are_kept_behind_it_and_the_goal_anywhere(
    trained: Language, behind: bool
) -> None:
    nlp = pickle.loads(pickle.dumps(trained))
    nlp.get_pipe("entity_ruler").add_patterns([{"label": "DATE", "pattern": "före jul"}])
    nlp.add_pipe("merge_entities")
    nlp.add_pipe("smartgoals", before=None if behind else "sentencizer", config={"today": TODAY.isoformat()})
    doc = nlp(TEXTS[0])
    assert [token.text for token in doc][-1] == "före jul"
    assert doc._.goal == analyze(TEXTS[0], "sv", TODAY)
    if behind:  # spaCy does not move the spans of doc.spans when tokens merge
        texts = [span.text for span in doc.spans["smartgoals"]]
        assert texts == ["Anna", "40", "leads", "LinkedIn", "före jul"]
