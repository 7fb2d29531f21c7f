"""Goals in a pandas DataFrame: once this module is imported, frames have `frame.smartgoals`."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa

from smartgoals.batch import Columns, Scorer
from smartgoals.batch.kernel import MOST_ROWS, TEXTS, is_text


def score(frame: pd.DataFrame, scorer: Scorer | Columns | str = "goal") -> pd.DataFrame:
    """The frame, its own columns and index untouched, with the kernel's columns behind them, as Arrow types.

    `scorer`: a `Scorer`, or what it needs to know of the columns.  A column of objects may hold any of the forms that
    `Columns` knows; a cell that is none of them is the error of its row.  Raises ValueError for columns that do not
    fit, TypeError for what is no frame.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"a DataFrame is scored, not {type(frame).__name__}; series.to_frame('goal') makes one")
    scorer = scorer if isinstance(scorer, Scorer) else Scorer(scorer)
    scorer.check_names([str(name) for name in frame.columns])
    for use, name in scorer.columns.named().items():
        if use in TEXTS:
            _check_text(frame[name])
    parts = [_scored(frame.iloc[begin : begin + MOST_ROWS], scorer) for begin in range(0, len(frame), MOST_ROWS)]
    added = pa.Table.from_batches(parts, schema=scorer.added).to_pandas(types_mapper=pd.ArrowDtype)
    return pd.concat([frame, added.set_axis(frame.index)], axis="columns")


def _check_text(column: pd.Series) -> None:
    """Raise ValueError for a column of a type other than text, where objects may be texts."""
    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        kind = kind.categories.dtype
    if isinstance(kind, pd.ArrowDtype):
        is_one = is_text(kind.pyarrow_dtype)
    else:
        is_one = pd.api.types.is_object_dtype(kind) or isinstance(kind, pd.StringDtype)
    if not is_one and column.notna().any():
        raise ValueError(f"the column {column.name!r} holds {column.dtype}, not text")


def _scored(part: pd.DataFrame, scorer: Scorer) -> pa.RecordBatch:
    """The kernel's columns of some rows, whose cells no Arrow column need hold together."""
    cells = {name: [_plain(cell) for cell in part[name]] for name in scorer.columns.read()}
    return scorer.arrays(scorer.rows(scorer.rows_of(cells, len(part))))


def _plain(cell: object) -> object:
    """A cell without what pandas and numpy have of their own: None for what is missing, lists for arrays."""
    if isinstance(cell, (list, tuple, np.ndarray)):
        return [_plain(part) for part in cell]
    return None if pd.api.types.is_scalar(cell) and pd.isna(cell) else cell


@pd.api.extensions.register_dataframe_accessor("smartgoals")  # `goals` would hide a column of that name
class Accessor:
    """`frame.smartgoals.score("goal")`: `score` where calls are chained."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def score(self, scorer: Scorer | Columns | str = "goal") -> pd.DataFrame:
        """The frame with the kernel's columns behind its own."""
        return score(self._frame, scorer)
