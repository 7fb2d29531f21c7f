"""Goals in a Spark DataFrame, scored on all machines of a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from smartgoals.batch import Columns, Scorer
from smartgoals.batch.kernel import MOST_ROWS


def score(frame: DataFrame, scorer: Scorer | Columns | str = "goal") -> DataFrame:
    """The frame with the kernel's columns behind its own; smartgoals must be installed where the workers run.

    `scorer`: a `Scorer`, or what it needs to know of the columns.  Raises ValueError for columns that do not fit.
    """
    scorer = scorer if isinstance(scorer, Scorer) else Scorer(scorer)
    scorer.check_names(frame.columns)
    added = from_arrow_schema(scorer.added.remove_metadata())
    return frame.mapInArrow(_Partition(scorer), StructType([*frame.schema.fields, *added.fields]))


class _Partition:
    """Scores the batches of a partition; Spark pickles it to its workers."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for begin in range(0, batch.num_rows, MOST_ROWS):  # Spark gives 10,000 rows, which fill the memory
                yield self._scorer(batch.slice(begin, MOST_ROWS))
