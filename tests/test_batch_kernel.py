"""From record batch to record batch."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smartgoals.batch
from smartgoals import Analyzer, Context
from smartgoals.batch import Columns, Scorer
from smartgoals.batch.kernel import ANALYSIS, FIELDS, PREFIX
from smartgoals.batch.rows import flat
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 11, 21)


def scorer(columns: Columns | str = "goal", **options: object) -> Scorer:
    return Scorer(columns, analyzer=Analyzer(today=TODAY), **options)  # type: ignore[arg-type]


def score(rows: list[dict[str, object]], columns: Columns | str = "goal") -> list[dict[str, object]]:
    return scorer(columns)(pa.RecordBatch.from_pylist(rows)).to_pylist()


def test_the_rows_keep_their_columns_and_get_typed_ones_behind() -> None:
    batch = pa.RecordBatch.from_pylist([{"id": 7, "goal": "Get 40 new leads by Oct 31", "x": "="}])
    result = scorer()(batch)
    assert result.schema.names[:3] == ["id", "goal", "x"]
    assert result.schema.names[3:] == [PREFIX + field.name for field in FIELDS]
    assert [field.type for field in result.schema][3:] == [field.type for field in FIELDS]
    (row,) = result.to_pylist()
    assert (row["id"], row["x"]) == (7, "=")
    assert (row["sg_metric"], row["sg_value"], row["sg_unit"]) == ("leads", 40.0, "count")
    assert (row["sg_deadline"], row["sg_error"]) == (date(2027, 10, 31), None)


def test_a_row_that_fails_has_its_error_and_the_rest_goes_on() -> None:
    long = "x" * 100_001
    rows = score([{"goal": text} for text in ("Get 40 leads", None, "  ", long, "Få 40 leads")])
    assert [row["sg_language"] for row in rows] == ["en", None, None, None, "sv"]
    assert rows[1]["sg_error"] == rows[2]["sg_error"] == "the goal is empty"
    assert "100,001 characters" in str(rows[3]["sg_error"])


def test_rows_bring_their_own_settings() -> None:
    columns = Columns("goal", language="l", today="t", history="h", objectives="o", team="m")
    names = ("goal", "l", "t", "h", "o", "m")
    cells = [
        ("Get 40 leads in May", "", "", "", "", ""),
        ("Get 40 leads in May", "en-GB", "2030-01-01", "30; 32", "revenue; Win more customers", "support"),
        ("Get 40 leads", "de", "", "", "", ""),
        ("Get 40 leads", "", "soon", "", "", ""),
        ("Get 40 leads", "", "", "many", "", ""),
        ("Get 40 leads", "", "", "", "", " Kundtjänst"),
        ("Get 40 leads", "", "", "", "", "The office"),
    ]
    rows = score([dict(zip(names, row, strict=True)) for row in cells], columns)
    assert (rows[0]["sg_deadline"], rows[0]["sg_achievable"]) == (date(2027, 5, 31), "unknown")
    alone = Analyzer(
        language="en",
        today=date(2030, 1, 1),
        context=Context(history=(30, 32), objectives=("revenue", "Win more customers"), team="support"),
    )("Get 40 leads in May")
    given_row = {PREFIX + name: value for name, value in flat(alone).items()}
    assert {name: rows[1][name] for name in given_row} == given_row
    assert "no language 'de'" in str(rows[2]["sg_error"])
    assert rows[3]["sg_error"] == "today: 'soon' is no date such as 2026-11-21"
    assert rows[4]["sg_error"] == "history: ['many'] are no numbers such as '30; 32.5'"
    assert rows[5]["sg_relevant"] == rows[1]["sg_relevant"]
    assert str(rows[6]["sg_error"]).startswith("context: no team 'The office': choose one of ")


def test_typed_columns_are_read_as_they_are() -> None:
    row = {"goal": "Get 40 leads in May", "t": date(2030, 1, 1), "h": [30.0, 32.0], "o": ["revenue"]}
    (result,) = score([row], Columns("goal", today="t", history="h", objectives="o"))
    assert (result["sg_deadline"], result["sg_achievable"]) == (date(2030, 5, 31), "met")


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ([("text", pa.string()), ("owner", pa.string())], "no column 'goal'; there are text, owner"),
        ([("goal", pa.string()), ("goal", pa.string())], "more than one column 'goal'"),
        ([("goal", pa.int64())], "the column 'goal' holds int64, not text"),
        ([("goal", pa.string()), ("sg_score", pa.string())], "there is a column 'sg_score' already"),
    ],
)
def test_columns_that_do_not_fit(schema: list[tuple[str, pa.DataType]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        scorer().check(pa.schema(schema))


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.null()])
def test_any_kind_of_text_column_will_do(kind: pa.DataType) -> None:
    texts = [None] if pa.types.is_null(kind) else ["Get 40 leads"]
    batch = pa.RecordBatch.from_arrays([pa.array(texts).cast(kind)], names=["goal"])
    assert scorer()(batch).num_rows == 1


def test_what_is_no_batch_and_no_analyzer_is_said_clearly() -> None:
    table = pa.table({"goal": ["Get 40 leads"]})
    with pytest.raises(TypeError, match="a RecordBatch is scored, not Table; score_table takes a Table"):
        scorer()(table)
    with pytest.raises(TypeError, match="a Table is scored, not RecordBatch"):
        scorer().score_table(table.to_batches()[0])
    with pytest.raises(TypeError, match="analyzer is an Analyzer, not int"):
        Scorer("goal", analyzer=5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="prefix is a string, not NoneType"):
        Scorer("goal", prefix=None)  # type: ignore[arg-type]


def test_the_whole_analysis_comes_as_json() -> None:
    batch = pa.RecordBatch.from_pylist([{"goal": "Get 40 leads"}])
    (text,) = scorer(json=True, prefix="x.")(batch).column("x.analysis").to_pylist()
    assert GoalAnalysis.model_validate_json(text) == Analyzer(today=TODAY)("Get 40 leads")


def test_a_scorer_can_be_pickled_and_gives_the_same() -> None:
    batch = pa.RecordBatch.from_pylist([{"goal": "Get 40 leads by May"}])
    ours = scorer(json=True)
    assert pickle.loads(pickle.dumps(ours))(batch).equals(ours(batch))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.none() | st.text(st.characters(codec="utf-8"), max_size=60), max_size=8))
def test_rows_stay_in_order_and_do_not_touch_each_other(texts: list[str | None]) -> None:
    batch = pa.RecordBatch.from_arrays([pa.array(texts, pa.string())], names=["goal"])
    together = scorer()(batch)
    assert together.column("goal").to_pylist() == texts
    alone = [scorer()(batch.slice(i, 1)).to_pylist()[0] for i in range(len(texts))]
    assert together.to_pylist() == alone


def test_the_document_describes_each_column_in_order() -> None:
    document = (Path(smartgoals.batch.__file__).parent / "COLUMNS.md").read_text(encoding="utf-8")
    rows = [f"| `{PREFIX}{field.name}` | {field.type} | {field.meaning} |" for field in (*FIELDS, ANALYSIS)]
    assert document.endswith("\n".join(rows) + "\n")
