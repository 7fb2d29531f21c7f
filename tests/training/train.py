"""Learn the model of goals, smartgoals/finding/weights.json and forest.json, from the development documents.

    python tests/training/train.py --validate    # F1 on documents that were left out, by language; writes nothing
    python tests/training/train.py               # learns from all of them and writes what it learned

Needs scikit-learn and LightGBM (`pip install scikit-learn lightgbm`); reading with the model does not.  A candidate is
one row, its signs are the columns.  The first look is a logistic regression with an L2 penalty, without the small
weights.  The second is a forest of boosted trees, which see the first looks at a candidate and at those around it, each
by a regression that has not seen the document, and the signs that are not rare.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import lightgbm
import numpy as np
from gold import CORPUS, LONE, Example, examples, lone_goals, same, sentences
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from smartgoals.evaluation.scoring import Count
from smartgoals.finding.around import FEATURES, Seen, around
from smartgoals.finding.finder import chosen
from smartgoals.finding.model import Forest, Linear, Model, Node

FINDING = Path(__file__).parents[2] / "smartgoals" / "finding"
FOLDS, INNER_FOLDS = 8, 4
PENALTY = 0.15  # the smaller the smaller the weights
LEAST_WEIGHT = 0.1  # of a sign that is kept
THRESHOLD = 0.55  # F1 is as good from 0.4 to 0.6; here precision is higher
LEAST_DOCUMENTS, LEAST_OF_FOREST = 2, 100  # that show a sign
TREES = 300
FOREST: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 16, "min_data_in_leaf": 20, "lambda_l2": 5,
    "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "deterministic": True,
    "force_row_wise": True, "verbose": -1,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--validate", action="store_true", help="cross-validate by document")
    documents = examples(sorted([*(CORPUS / "documents").iterdir(), *(CORPUS / "misleading").iterdir()]))
    documents += sentences(sorted((CORPUS / "phrases").glob("*.tsv")))
    documents += lone_goals(sorted(CORPUS.glob("*.jsonl")))
    if parser.parse_args().validate:
        validate(documents)
        return
    model = learn(documents)
    first = {"bias": round(model.linear.bias, 2), "weights": model.linear.weights}
    (FINDING / "weights.json").write_text(json.dumps(first, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model.forest.trees)
    signs = json.dumps(list(model.forest.signs), ensure_ascii=False)
    second = f'{{"threshold": {model.threshold},\n"signs": {signs},\n"trees": [\n{trees}\n]}}\n'
    (FINDING / "forest.json").write_text(second, encoding="utf-8")
    print(f"{len(model.linear.weights)} weights and {TREES} trees from {len(documents)} documents")


def learn(documents: Sequence[Example]) -> Model:
    """The model of some documents."""
    larger = [document for document in documents if document.id != LONE]
    shown = _shown(larger)
    signs = [name for name, count in sorted(shown.items()) if count >= LEAST_OF_FOREST]
    treeless = Forest({name: len(FEATURES) + i for i, name in enumerate(signs)}, [])
    seen: list[list[list[Seen]]] = []
    order: list[Example] = []
    for fold in range(INNER_FOLDS):
        unseen = [document for document in larger if _fold(document, INNER_FOLDS) == fold]
        others = [d for d in documents if d.id == LONE or _fold(d, INNER_FOLDS) != fold]
        looks = Model(THRESHOLD, learn_linear(others), treeless)
        seen += [[[looks.look(candidate) for candidate in block] for block in document.blocks] for document in unseen]
        order += unseen
    return Model(THRESHOLD, learn_linear(documents), learn_forest(order, seen, signs))


def learn_linear(documents: Sequence[Example]) -> Linear:
    """The weights of signs, the heaviest first."""
    candidates = [candidate for document in documents for block in document.blocks for candidate in block]
    names = (name for name, count in sorted(_shown(documents).items()) if count >= LEAST_DOCUMENTS)
    columns = {name: i for i, name in enumerate(names)}
    regression = LogisticRegression(C=PENALTY, l1_ratio=0, solver="liblinear", max_iter=1_000, random_state=0)
    rows = _matrix(
        [[columns[name] for name in candidate.names if name in columns] for candidate in candidates], len(columns)
    )
    regression.fit(rows, _goals(documents), sample_weight=_counts(documents))
    weights = {name: round(float(weight), 2) for name, weight in zip(columns, regression.coef_[0], strict=True)}
    heaviest = sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    return Linear(float(regression.intercept_[0]), {name: w for name, w in heaviest if abs(w) >= LEAST_WEIGHT})


def learn_forest(
    documents: Sequence[Example], seen: Sequence[Sequence[Sequence[Seen]]], signs: Sequence[str]
) -> Forest:
    """The trees of documents whose candidates a regression has seen that had not learned from them."""
    features = [row for document in seen for block in around(document) for row in block]
    shown = [[sign - len(FEATURES) for sign in one.signs] for document in seen for block in document for one in block]
    columns = hstack([csr_matrix(np.array(features, dtype=np.float32)), _matrix(shown, len(signs))]).tocsr()
    data = lightgbm.Dataset(columns, _goals(documents), weight=_counts(documents))
    trees = [tree["tree_structure"] for tree in lightgbm.train(FOREST, data, TREES).dump_model()["tree_info"]]
    used = sorted({at for tree in trees for at in _asked(tree)} - set(range(len(FEATURES))))
    places = {**{i: i for i in range(len(FEATURES))}, **{at: len(FEATURES) + i for i, at in enumerate(used)}}
    kept = {signs[at - len(FEATURES)]: places[at] for at in used}
    return Forest(kept, [_node(tree, places) for tree in trees])


def _asked(tree: dict[str, Any]) -> Iterable[int]:
    """The columns that a tree asks for."""
    if "split_feature" in tree:
        yield tree["split_feature"]
        yield from _asked(tree["left_child"])
        yield from _asked(tree["right_child"])


def _node(tree: dict[str, Any], places: dict[int, int]) -> Node:
    """A tree as the model holds it."""
    if "split_feature" not in tree:
        return round(float(tree["leaf_value"]), 4)
    place = places[tree["split_feature"]]
    bound = round(tree["threshold"], 3) if place < len(FEATURES) else 0.5
    return [place, bound, _node(tree["left_child"], places), _node(tree["right_child"], places)]


def validate(documents: Sequence[Example]) -> None:
    """Print F1 by language and kind of document, each found by a model that has not seen the document."""
    counts: dict[str, Count] = {}
    for fold in range(FOLDS):
        left_out = [document for document in documents if document.id != LONE and _fold(document, FOLDS) == fold]
        model = learn([d for d in documents if d.id == LONE or _fold(d, FOLDS) != fold])
        for document in left_out:
            seen = [[model.look(candidate) for candidate in block] for block in document.blocks]
            scores = model.scores(seen)
            found = [
                goal for block, of in zip(seen, scores, strict=True) for goal in chosen(block, of, model.threshold)
            ]
            for group in (document.language, f"{document.language} {document.id[3]}", "all"):
                _count(counts.setdefault(group, Count()), document.goals, found)
    for group, count in sorted(counts.items()):
        print(f"{group:6} {count.precision:.3f} / {count.recall:.3f} / {count.f1:.3f}")


def _fold(document: Example, folds: int) -> int:
    """In which of so many folds a document is left out."""
    return crc32(f"{document.id}/{folds}".encode()) % folds


def _shown(documents: Sequence[Example]) -> Counter[str]:
    """In how many documents each sign is shown."""
    shown: Counter[str] = Counter()
    for document in documents:
        shown.update({name for block in document.blocks for candidate in block for name in candidate.names})
    return shown


def _goals(documents: Sequence[Example]) -> list[bool]:
    return [document.is_goal(candidate) for document in documents for block in document.blocks for candidate in block]


def _counts(documents: Sequence[Example]) -> list[float]:
    return [document.weight for document in documents for block in document.blocks for _ in block]


def _matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.concatenate([np.array(sorted(row), dtype=np.int32) for row in rows])
    return csr_matrix((np.ones(ends[-1], dtype=np.float32), columns, ends), shape=(len(rows), width))


def _count(count: Count, goals: Sequence[tuple[int, int]], found: Sequence[Seen]) -> None:
    right = sum(any(same(goal, seen) for seen in found) for goal in goals)
    count.right += right
    count.lost += len(goals) - right
    count.extra += len(found) - right


if __name__ == "__main__":
    main()
