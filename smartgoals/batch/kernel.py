"""The kernel of every batch: goals in an Arrow record batch in, the same rows with what was read and judged out."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

import pyarrow as pa

from smartgoals.analyzer import Analyzer
from smartgoals.batch.header import listed
from smartgoals.batch.rows import Columns, Row, RowScorer
from smartgoals.models import CRITERIA

PREFIX = "sg_"
MOST_ROWS = 500  # to give the kernel at once: a quarter of a second's work
TEXTS = ("goal", "language", "team", "error")  # columns that hold text


class Field(NamedTuple):
    """A column that the kernel adds: its name behind the prefix, Arrow type, and what it holds."""

    name: str
    type: pa.DataType
    meaning: str


FIELDS = (
    Field("language", pa.string(), "language that the goal was read in"),
    Field("score", pa.float64(), "mean of the criteria that are not unknown, 0 to 1"),
    Field("text_score", pa.float64(), "mean of specific, measurable and time-bound"),
    Field("context_score", pa.float64(), "mean of achievable and relevant, as far as they could be judged"),
    Field("coverage", pa.int8(), "how many of the five criteria could be judged"),
    *(
        Field(name, pa.string(), f"verdict of the criterion {name}: met, partial, missing, unknown")
        for name in CRITERIA
    ),
    *(Field(f"{name}_score", pa.float64(), f"score of the criterion {name}, 0 to 1") for name in CRITERIA),
    Field("direction", pa.string(), "increase, decrease, maintain, achieve"),
    Field("kind", pa.string(), "outcome or activity"),
    Field("targets", pa.int16(), "how many targets the goal has; what follows is of the first"),
    Field("metric", pa.string(), "id of its metric; none for one that the ontology does not know"),
    Field("metric_text", pa.string(), "what the goal calls its metric"),
    Field("value", pa.float64(), "its value"),
    Field("high", pa.float64(), "upper end of its range"),
    Field("unit", pa.string(), "unit of its values"),
    Field("currency", pa.string(), "ISO 4217 code of its values"),
    Field("per", pa.string(), "cadence of its values"),
    Field("comparator", pa.string(), "=, >=, <=, ~"),
    Field("baseline", pa.float64(), "where it starts from"),
    Field("change", pa.string(), "level, absolute, relative"),
    Field("deadline", pa.date32(), "last day on which it can be met; the goal's where the target has none"),
    Field("channels", pa.string(), "ids of the goal's channels, parted by blanks"),
    Field("owners", pa.string(), "ids of the goal's teams, parted by blanks"),
    Field("findings", pa.string(), "codes of what could be better, parted by blanks"),
    Field("suggestions", pa.string(), "what to mend first, in words"),
    Field("rewrite", pa.string(), "the goal as it could read"),
    Field("error", pa.string(), "why the row could not be analysed; all else is then empty"),
)
ANALYSIS = Field("analysis", pa.string(), "the whole analysis as JSON, when asked for")


class Scorer:
    """Adds columns to record batches that have a column of goals.

    `columns`: a `Columns`, or the name of the goals' column; `analyzer`: its settings hold where a row has none of its
    own (default: `Analyzer()`); a `today` of None is the day on which the scorer is made, for all rows alike; `prefix`
    begins the name of each added column; `json` adds the whole analysis.  Can be pickled.  Raises TypeError for what is
    none of these.
    """

    def __init__(
        self,
        columns: Columns | str = "goal",
        *,
        analyzer: Analyzer | None = None,
        prefix: str = PREFIX,
        json: bool = False,
    ) -> None:
        self.columns = Columns(columns) if isinstance(columns, str) else columns
        if not isinstance(self.columns, Columns):
            raise TypeError(f"columns are a Columns or the name of one, a string, not {type(columns).__name__}")
        if analyzer is not None and not isinstance(analyzer, Analyzer):
            raise TypeError(f"analyzer is an Analyzer, not {type(analyzer).__name__}")
        if not isinstance(prefix, str):
            raise TypeError(f"prefix is a string, not {type(prefix).__name__}")
        self.analyzer = copy.copy(analyzer) if analyzer is not None else Analyzer()
        self.analyzer.today = self.analyzer.today or datetime.date.today()
        self.rows = RowScorer(self.analyzer, json)
        self.added = pa.schema(
            pa.field(prefix + field.name, field.type, metadata={"description": field.meaning})
            for field in (*FIELDS, *[ANALYSIS] * json)
        )

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The batch with the columns of `added` behind its own, row for row.

        Raises TypeError for what is no record batch, ValueError as `check` does.
        """
        if not isinstance(batch, pa.RecordBatch):
            raise TypeError(f"a RecordBatch is scored, not {type(batch).__name__}; score_table takes a Table")
        schema = self.check(batch.schema)
        return pa.RecordBatch.from_arrays([*batch.columns, *self.score(batch).columns], schema=schema)

    def check(self, schema: pa.Schema) -> pa.Schema:
        """What batches of a schema become.

        Raises ValueError for a column that is not of a fitting type, and as `check_names` does.
        """
        self.check_names(schema.names)
        for use, name in self.columns.named().items():
            kind = schema.field(name).type
            if use in TEXTS and not is_text(kind):
                raise ValueError(f"the column {name!r} holds {kind}, not text")
        return pa.schema([*schema, *self.added], metadata=schema.metadata)

    def check_names(self, names: Sequence[str]) -> None:
        """Raise ValueError for a column that is missing or there twice, and for one with the name of an added one."""
        for name in self.columns.named().values():
            count = names.count(name)
            if count != 1:
                shown = listed([name for name in names if name != self.columns.error])
                raise ValueError(f"{'no column' if not count else 'more than one column'} {name!r}; there are {shown}")
        if (taken := self.taken(names)) is not None:
            raise ValueError(f"there is a column {taken!r} already; choose another prefix for the added ones")

    def taken(self, names: Sequence[str]) -> str | None:
        """A name that an added column would have too; None if there is none."""
        return min(set(names).intersection(self.added.names), default=None)

    def score(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The added columns alone.

        A row that cannot be analysed has its error in the last of them, and the rest goes on.
        """
        return self.arrays(self.rows(self.cells(batch)))

    def cells(self, batch: pa.RecordBatch) -> list[Row]:
        """What the rows of a batch hold for a `RowScorer`."""
        return self.rows_of({name: values(batch, name) for name in self.columns.read()}, batch.num_rows)

    def rows_of(self, columns: Mapping[str, Sequence[Any]], count: int) -> list[Row]:
        """`count` rows for a `RowScorer`, of the cells of each column that is read."""
        names = [getattr(self.columns, field.name) for field in fields(Columns)]
        empty = [None] * count
        return list(zip(*(empty if name is None else columns[name] for name in names), strict=True))

    def arrays(self, rows: Sequence[dict[str, Any]]) -> pa.RecordBatch:
        """The added columns, of what a `RowScorer` made of rows."""
        names = [field.name for field in (*FIELDS, *[ANALYSIS] * self.rows.json)]
        arrays = [
            array([row.get(name) for row in rows], field.type) for name, field in zip(names, self.added, strict=True)
        ]
        return pa.RecordBatch.from_arrays(arrays, schema=self.added)

    def score_table(self, table: pa.Table) -> pa.Table:
        """The added columns alone, of a table that need not have more columns than those read.

        Raises TypeError for what is no table, ValueError as `check` does.
        """
        if not isinstance(table, pa.Table):
            raise TypeError(f"a Table is scored, not {type(table).__name__}")
        self.check(table.schema)
        batches = table.combine_chunks().to_batches(max_chunksize=MOST_ROWS)
        return pa.Table.from_batches([self.score(batch) for batch in batches], schema=self.added)


def array(values: Iterable[object], kind: pa.DataType) -> pa.Array:
    """Texts, numbers or days as an Arrow array.

    `pa.array` loads pandas wherever that is installed, to tell lists from its arrays: 50 MB in each process.
    """
    builder = pa.lib.StringBuilder()
    builder.append_values([None if value is None else str(value) for value in values])
    return builder.finish().cast(kind)


def values(batch: pa.RecordBatch, column: str | int) -> list[Any]:
    """The cells of a column, given by name or place; ValueError names a column with cells that Python has no form of.

    Those are days past the year 9999, fractions below a microsecond, time zones that do not exist.
    """
    try:
        return list(batch.column(column).to_pylist())
    except Exception as error:  # which one depends on the type
        name = column if isinstance(column, str) else batch.schema.names[column]
        kind = batch.schema.field(column).type
        raise ValueError(f"the column {name!r} holds {kind} that cannot be read: {error}") from None


def is_text(kind: pa.DataType) -> bool:
    """Whether a column of a type holds texts, or nothing."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return any(
        test(kind) for test in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    )
