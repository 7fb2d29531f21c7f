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


def test_numbers_and_dates_among_the_texts_of_pandas_are_texts() -> None:
    import pandas as pd

    from smartgoals.integrations.pandas import score

    goals = ["Get 40 leads", 5, None, datetime.date(2026, 1, 2)]
    result = score(pd.DataFrame({"goal": goals}, dtype=object))
    assert result["sg_error"].isna().tolist() == [True, True, False, True]
    with pytest.raises(TypeError, match="the name of one, a string, not tuple"):
        score(result, ("a", "goal"))


def test_polars_frames() -> None:
    import polars as pl

    from smartgoals.integrations.polars import score

    frame = pl.DataFrame(ROWS)
    assert score(frame, SCORER).to_dicts() == EXPECTED
    lazy = score(frame.lazy(), SCORER)
    assert lazy.collect_schema() == score(frame, SCORER).schema
    assert lazy.select("id", "sg_score").collect().rows() == [(row["id"], row["sg_score"]) for row in EXPECTED]
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
