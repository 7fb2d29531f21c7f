"""Goals in a pandas DataFrame: once this module is imported, frames have `frame.smartgoals`."""

from __future__ import annotations

import datetime

import pandas as pd
import pyarrow as pa

from smartgoals.batch import Columns, Scorer
from smartgoals.batch.cells import text_of
from smartgoals.batch.kernel import TEXTS


def score(frame: pd.DataFrame, scorer: Scorer | Columns | str = "goal") -> pd.DataFrame:
    """The frame, its own columns and index untouched, with the kernel's columns behind them, as Arrow types.

    `scorer`: a `Scorer`, or what it needs to know of the columns.  Raises ValueError for columns that do not fit.
    """
    scorer = scorer if isinstance(scorer, Scorer) else Scorer(scorer)
    scorer.check_names([str(name) for name in frame.columns])
    uses = scorer.columns.named()
    texts = {name: _as_text(frame[name]) for use, name in uses.items() if use in TEXTS}
    read = pa.Table.from_pandas(frame[list(uses.values())].assign(**texts), preserve_index=False)
    added = scorer.score_table(read).to_pandas(types_mapper=pd.ArrowDtype)
    return pd.concat([frame, added.set_axis(frame.index)], axis="columns")


def _as_text(column: pd.Series) -> pd.Series:
    """A column of texts with the numbers and dates among them as text, as other files of goals are read."""
    if column.dtype != object:
        return column
    return column.map(lambda cell: None if pd.api.types.is_scalar(cell) and pd.isna(cell) else _told(cell)).astype(
        object
    )


def _told(cell: object) -> object:
    return text_of(cell) if pd.api.types.is_scalar(cell) or isinstance(cell, datetime.date) else cell


@pd.api.extensions.register_dataframe_accessor("smartgoals")  # `goals` would hide a column of that name
class Accessor:
    """`frame.smartgoals.score("goal")`: `score` where calls are chained."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def score(self, scorer: Scorer | Columns | str = "goal") -> pd.DataFrame:
        """The frame with the kernel's columns behind its own."""
        return score(self._frame, scorer)
