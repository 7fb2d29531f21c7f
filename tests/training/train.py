"""Learn the weights of the model of goals, smartgoals/finding/weights.json, from the development documents.

    python tests/training/train.py --validate    # F1 on documents that were left out, by language; writes nothing
    python tests/training/train.py               # learns from all of them and writes the weights

Needs scikit-learn (`pip install scikit-learn`); reading with the weights does not.  A candidate is one row, its signs
are the columns; the weights are those of a logistic regression with an L2 penalty, without the small ones.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from gold import CORPUS, LONE, Example, examples, lone_goals, same
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from smartgoals.evaluation.scoring import Count
from smartgoals.finding.candidates import Candidate
from smartgoals.finding.finder import chosen
from smartgoals.finding.model import Model

WEIGHTS = Path(__file__).parents[2] / "smartgoals" / "finding" / "weights.json"
FOLDS = 8
PENALTY = 0.15  # the smaller the smaller the weights
LEAST_WEIGHT = 0.1  # of a sign that is kept
THRESHOLD = 0.4  # where recall and precision balance on documents that were left out
LEAST_DOCUMENTS = 2  # that show a sign


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--validate", action="store_true", help="cross-validate by document")
    documents = examples(sorted(folder for folder in CORPUS.iterdir() if folder.is_dir()))
    documents += lone_goals(sorted(CORPUS.parent.glob("*.jsonl")))
    if parser.parse_args().validate:
        validate(documents)
        return
    bias, weights = learn(documents)
    data = {"bias": round(bias, 2), "threshold": THRESHOLD, "weights": weights}
    WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights from {len(documents)} documents in {WEIGHTS}")


def learn(documents: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The bias and the weights of signs, the heaviest first."""
    candidates = [candidate for document in documents for block in document.blocks for candidate in block]
    goals = [document.is_goal(candidate) for document in documents for block in document.blocks for candidate in block]
    columns = {name: i for i, name in enumerate(_signs(documents))}
    regression = LogisticRegression(C=PENALTY, l1_ratio=0, solver="liblinear", max_iter=1_000, random_state=0)
    counts = [document.weight for document in documents for block in document.blocks for _ in block]
    regression.fit(_matrix(candidates, columns), goals, sample_weight=counts)
    weights = {name: round(float(weight), 2) for name, weight in zip(columns, regression.coef_[0], strict=True)}
    heaviest = sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    return float(regression.intercept_[0]), {name: weight for name, weight in heaviest if abs(weight) >= LEAST_WEIGHT}


def validate(documents: Sequence[Example]) -> None:
    """Print F1 by language and kind of document, each found by a model that has not seen the document."""
    counts: dict[str, Count] = {}
    for fold in range(FOLDS):
        left_out = [
            document for document in documents if document.id != LONE and crc32(document.id.encode()) % FOLDS == fold
        ]
        bias, weights = learn([document for document in documents if document not in left_out])
        model = Model(bias, THRESHOLD, weights)
        for document in left_out:
            found = [goal for block in document.blocks for goal in chosen(block, model)]
            for group in (document.language, f"{document.language} {document.id[3]}"):
                _count(counts.setdefault(group, Count()), document.goals, found)
    for group, count in sorted(counts.items()):
        print(f"{group:6} {count.precision:.3f} / {count.recall:.3f} / {count.f1:.3f}")


def _signs(documents: Sequence[Example]) -> list[str]:
    shown: Counter[str] = Counter()
    for document in documents:
        shown.update({name for block in document.blocks for candidate in block for name in candidate.names})
    return sorted(name for name, count in shown.items() if count >= LEAST_DOCUMENTS)


def _matrix(candidates: Sequence[Candidate], columns: dict[str, int]) -> csr_matrix:
    rows = [sorted(columns[name] for name in candidate.names if name in columns) for candidate in candidates]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), len(columns)))


def _count(count: Count, goals: Sequence[tuple[int, int]], found: Sequence[Candidate]) -> None:
    right = sum(any(same(goal, candidate) for candidate in found) for goal in goals)
    count.right += right
    count.lost += len(goals) - right
    count.extra += len(found) - right


if __name__ == "__main__":
    main()
