"""Goals in DuckDB: a function for SQL."""

from __future__ import annotations

from inspect import Parameter, Signature

import duckdb
import pyarrow as pa

from smartgoals.batch import Columns, Scorer

_TYPES = {"today": "DATE", "history": "DOUBLE[]", "objectives": "VARCHAR[]"}  # all else is text
_RESULTS = {
    pa.string(): "VARCHAR", pa.float64(): "DOUBLE", pa.int8(): "TINYINT", pa.int16(): "SMALLINT", pa.date32(): "DATE",
}  # fmt: skip


def register(
    connection: duckdb.DuckDBPyConnection, scorer: Scorer | Columns | str = "goal", *, name: str = "smartgoals"
) -> None:
    """Make the kernel a function that gives a STRUCT of its columns: `SELECT *, unnest(smartgoals(goal)) FROM …`.

    Its arguments are the columns that the scorer reads, each once, in the order of `Columns`: goal, language, today
    (DATE), history (DOUBLE[]), objectives (VARCHAR[]), team.
    """
    scorer = scorer if isinstance(scorer, Scorer) else Scorer(scorer)
    names = scorer.columns.read()
    first = {name: use for use, name in reversed(scorer.columns.named().items())}
    uses = [first[name] for name in names]
    result = ", ".join(f'"{field.name}" {_RESULTS[field.type]}' for field in scorer.added)

    def function(*columns: pa.ChunkedArray) -> pa.Array:
        table = pa.table(list(columns), names=names)
        return scorer.score_table(table).to_struct_array().combine_chunks()

    parameters = [Parameter(use, Parameter.POSITIONAL_ONLY) for use in uses]
    function.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # DuckDB counts the arguments by it
    connection.create_function(  # type: ignore[call-overload]  # its enums have moved between versions; words have not
        name,
        function,
        [duckdb.type(_TYPES.get(use, "VARCHAR")) for use in uses],
        duckdb.type(f"STRUCT({result})"),
        type="arrow",
        null_handling="special",  # an empty goal has an error in its row, and other arguments may be NULL
    )
