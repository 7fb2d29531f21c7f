"""Goals in a pandas DataFrame: once this module is imported, frames have `frame.smartgoals`."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from smartgoals.batch import Columns, Scorer


def score(frame: pd.DataFrame, scorer: Scorer | Columns | str = "goal") -> pd.DataFrame:
    """The frame, its own columns and index untouched, with the kernel's columns behind them, as Arrow types.

    `scorer`: a `Scorer`, or what it needs to know of the columns.  Raises ValueError for columns that do not fit.
    """
    scorer = scorer if isinstance(scorer, Scorer) else Scorer(scorer)
    scorer.check_names([str(name) for name in frame.columns])
    read = pa.Table.from_pandas(frame[list(scorer.columns.named().values())], preserve_index=False)
    added = scorer.score_table(read).to_pandas(types_mapper=pd.ArrowDtype)
    return pd.concat([frame, added.set_axis(frame.index)], axis="columns")


@pd.api.extensions.register_dataframe_accessor("smartgoals")  # `goals` would hide a column of that name
class Accessor:
    """`frame.smartgoals.score("goal")`: `score` where calls are chained."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def score(self, scorer: Scorer | Columns | str = "goal") -> pd.DataFrame:
        """The frame with the kernel's columns behind its own."""
        return score(self._frame, scorer)
