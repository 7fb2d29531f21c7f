"""The kernel in the tools that hold the data: the same results, row for row."""

from __future__ import annotations

import datetime
import os
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

from smartgoals import Analyzer
from smartgoals.batch import Columns, Scorer

SCORER = Scorer(Columns("goal", history="past"), analyzer=Analyzer(today=datetime.date(2026, 11, 21)))
ROWS: list[dict[str, Any]] = [
    {"id": 1, "goal": "Get 40 new leads by Oct 31", "past": [30.0, 32.0]},
    {"id": 2, "goal": None, "past": None},
    {"id": 3, "goal": "Få fler kunder", "past": []},
    {"id": 4, "goal": "Збільшити дохід на 20 % до кінця року", "past": [1.0]},
]
EXPECTED = SCORER(pa.RecordBatch.from_pylist(ROWS)).to_pylist()


def test_pandas() -> None:
    import pandas as pd

    from smartgoals.integrations.pandas import score

    frame = pd.DataFrame(ROWS, index=[9, 8, 7, 7])
    result = score(frame, SCORER)
    pd.testing.assert_frame_equal(result[list(frame.columns)], frame)
    added = result[SCORER.added.names].reset_index(drop=True)
    rows = pa.Table.from_pandas(added, schema=SCORER.added, preserve_index=False).to_pylist()
    assert rows == [{name: row[name] for name in SCORER.added.names} for row in EXPECTED]
    pd.testing.assert_frame_equal(frame.smartgoals.score(SCORER), result)
    with pytest.raises(ValueError, match="no column 'text'; there are id, goal, past"):
        frame.smartgoals.score("text")


def test_a_cell_of_pandas_that_does_not_fit_is_its_rows_error_alone() -> None:
    import numpy as np
    import pandas as pd

    from smartgoals.integrations.pandas import score

    def errors(columns: Columns, **cells: list[Any]) -> list[str | None]:
        frame = pd.DataFrame({name: pd.Series(column, dtype=object) for name, column in cells.items()})
        return [None if pd.isna(error) else error for error in score(frame, columns)["sg_error"]]

    goals = ["Få 40 leads", 5, ["x"], {"a": 1}, b"Get 40 leads", datetime.date(2026, 1, 2), "Збільшити дохід"]
    assert errors(Columns(), goal=goals) == [None, *["the goal is no text"] * 5, None]
    assert errors(Columns(), goal=[None, float("nan"), pd.NA, pd.NaT]) == ["the goal is empty"] * 4
    days = [datetime.date(2026, 1, 2), "2026-01-02", pd.Timestamp("2026-01-02"), None, np.datetime64("2026-01-02")]
    same = ["Получить 40 заявок"] * 5
    assert errors(Columns(today="t"), goal=same, t=days) == [None] * 5
    assert errors(Columns(today="t"), goal=same, t=[*days[:4], ["x"]])[3:] == [
        None,
        "today: \"['x']\" is no date such as 2026-11-21",
    ]
    past = [[30, 32], "30;32", np.array([30, np.nan]), ["x"], [30, pd.NA]]
    said = "history: ['x'] are no numbers such as '30; 32.5'"
    assert errors(Columns(history="h"), goal=same, h=past) == [None, None, None, said, None]
    kept = errors(Columns(objectives="o", team="m"), goal=same, o=["leads", ["leads"], 5, None, ""], m=[None] * 4 + [5])
    assert kept == [None, None, "objectives: 5 are no texts", None, "the team is no text"]


def test_what_is_no_frame_of_goals() -> None:
    import pandas as pd

    from smartgoals.integrations.pandas import score

    goals = pd.Series(["Get 40 leads"], name="goal")
    with pytest.raises(TypeError, match=r"a DataFrame is scored, not Series; series\.to_frame"):
        score(goals)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the name of one, a string, not tuple"):
        score(goals.to_frame(), ("a", "goal"))  # type: ignore[arg-type]
    for kind in ("int64", "category", "datetime64[ns]", "int64[pyarrow]"):
        with pytest.raises(ValueError, match=r"the column 'goal' holds .*, not text"):
            score(pd.DataFrame({"goal": pd.Series([1], dtype=kind)}))
    for kind in ("object", "string", "category", "string[pyarrow]", "float64"):
        cells = [None] if kind == "float64" else ["Get 40 leads"]
        assert len(score(pd.DataFrame({"goal": pd.Series(cells, dtype=kind)}))) == 1
    assert list(score(pd.DataFrame({"goal": pd.Series([], dtype=object)})).columns)[:2] == ["goal", "sg_language"]


def test_polars_frames() -> None:
    import polars as pl

    from smartgoals.integrations.polars import score

    frame = pl.DataFrame(ROWS)
    assert score(frame, SCORER).to_dicts() == EXPECTED
    lazy = score(frame.lazy(), SCORER)
    assert lazy.collect_schema() == score(frame, SCORER).schema
    assert lazy.select("id", "sg_score").collect().rows() == [(row["id"], row["sg_score"]) for row in EXPECTED]
    with pytest.raises(TypeError, match="a DataFrame or LazyFrame is scored, not Series"):
        score(frame["goal"])  # type: ignore[type-var]
    with pytest.raises(ValueError, match="there is a column 'sg_achievable' already"):
        score(lazy, SCORER)


def test_duckdb_function() -> None:
    import duckdb

    from smartgoals.integrations.duckdb import register

    with duckdb.connect() as connection:
        register(connection, SCORER)
        connection.register("goals", pa.Table.from_pylist(ROWS))
        relation = connection.sql("SELECT *, unnest(smartgoals(goal, past)) FROM goals")
        assert [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()] == EXPECTED


def test_one_column_may_be_for_two_things() -> None:
    import duckdb
    import pandas as pd
    import polars as pl

    from smartgoals.integrations import duckdb as in_duckdb
    from smartgoals.integrations import pandas as in_pandas
    from smartgoals.integrations import polars as in_polars

    scorer = Scorer(Columns("goal", objectives="goal", team="team"), analyzer=SCORER.analyzer)
    rows = {"goal": ["Get 40 leads"], "team": ["sales"]}
    (expected,) = scorer(pa.RecordBatch.from_pydict(rows)).to_pylist()
    assert expected["sg_relevant"] == "met"
    assert in_pandas.score(pd.DataFrame(rows), scorer)["sg_relevant"].tolist() == ["met"]
    assert in_polars.score(pl.DataFrame(rows), scorer).to_dicts() == [expected]
    with duckdb.connect() as connection:
        in_duckdb.register(connection, scorer)
        assert connection.sql("SELECT smartgoals('Get 40 leads', 'sales').sg_relevant").fetchall() == [("met",)]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A local session of two workers; needs pyspark and Java 17."""
    sql = pytest.importorskip("pyspark.sql")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        local = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        session = local.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        session = session.getOrCreate()
        yield session
        session.stop()


@pytest.mark.filterwarnings("ignore")  # of pyspark itself
def test_spark(spark: Any) -> None:
    from smartgoals.integrations.spark import score

    frame = spark.createDataFrame(ROWS * 300, "id long, goal string, past array<double>").repartition(2)
    rows = [row.asDict() for row in score(frame, SCORER).collect()]
    assert sorted(rows, key=lambda row: row["id"]) == sorted(EXPECTED * 300, key=lambda row: row["id"])
    with pytest.raises(ValueError, match="no column 'text'"):
        score(frame, "text")
