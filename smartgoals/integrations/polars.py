"""Goals in a Polars DataFrame or LazyFrame."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

import polars as pl

from smartgoals.batch import Columns, Scorer

Frame = TypeVar("Frame", pl.DataFrame, pl.LazyFrame)


def score(frame: Frame, scorer: Scorer | Columns | str = "goal") -> Frame:
    """The frame with the kernel's columns behind its own; a LazyFrame stays lazy, and streams.

    `scorer`: a `Scorer`, or what it needs to know of the columns.  Raises ValueError for columns that do not fit,
    TypeError for what is no frame.
    """
    scorer = scorer if isinstance(scorer, Scorer) else Scorer(scorer)
    if isinstance(frame, pl.DataFrame):
        return _score(frame, scorer)
    if not isinstance(frame, pl.LazyFrame):
        raise TypeError(f"a DataFrame or LazyFrame is scored, not {type(frame).__name__}")
    schema = frame.collect_schema()
    scorer.check_names(schema.names())
    schema.update(pl.DataFrame(scorer.added.empty_table()).schema)
    read = partial(_score, scorer=scorer)  # it needs its columns also where a query asks for others alone
    return frame.map_batches(read, schema=schema, projection_pushdown=False, streamable=True)


def _score(frame: pl.DataFrame, scorer: Scorer) -> pl.DataFrame:
    scorer.check_names(frame.columns)
    read = frame.select(scorer.columns.read()).to_arrow()
    return frame.hstack(pl.DataFrame(scorer.score_table(read)))
