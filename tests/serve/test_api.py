"""The service as another program uses it."""

from __future__ import annotations

import json
import threading
import time
from datetime import date
from typing import Any

import httpx
import pytest

from smartgoals import GoalAnalysis, analyze
from smartgoals.planning.models import Progress

TODAY = date(2026, 9, 1)
GOAL = "Get 40 new leads from LinkedIn by Oct 31"


@pytest.fixture(scope="module")
def client(service: str) -> Any:
    with httpx.Client(base_url=service, timeout=60, trust_env=False) as made:
        yield made


def test_a_goal_is_analysed_as_the_library_does_it(client: httpx.Client) -> None:
    answer = client.post("/v1/analyze", json={"text": GOAL, "today": str(TODAY)})
    assert answer.status_code == 200
    assert GoalAnalysis.model_validate_json(answer.content) == analyze(GOAL, today=TODAY)


def test_language_locale_and_context_are_heeded(client: httpx.Client) -> None:
    asked = {
        "text": "Отримати 100 лідів до 31 жовтня", "language": "uk", "today": str(TODAY),
        "locale": "en", "context": {"history": [30, 32]},
    }  # fmt: skip
    achievable = client.post("/v1/analyze", json=asked).json()["criteria"]["achievable"]
    assert achievable["verdict"] == "missing"
    assert achievable["findings"][0]["message"].startswith("Out of reach")


def test_a_batch_gives_each_goal_its_own_end(client: httpx.Client) -> None:
    results = client.post("/v1/batch", json={"texts": [GOAL, " ", "Få fler leads"], "today": str(TODAY)}).json()[
        "results"
    ]
    assert [result["error"] for result in results] == [None, "the goal is empty", None]
    assert results[2]["analysis"]["rewrite"] == "Få [antal] leads senast [datum]"


def test_goals_are_found_planned_and_followed(client: httpx.Client) -> None:
    text = "Sales were slow in May. Anna will book 12 demos by June 30."
    (found,) = client.post("/v1/find", json={"text": text, "today": "2026-05-04"}).json()["goals"]
    assert text[found["start"] : found["end"]] == found["text"] == "Anna will book 12 demos by June 30"
    asked = {"text": "Получить 120 лидов до 31 декабря", "by": "month", "today": str(TODAY)}
    milestones = client.post("/v1/plan", json=asked).json()["milestones"]
    assert [milestone["value"] for milestone in milestones] == [30, 60, 90, 120]
    asked = {"text": "Sell 120 subscriptions by Dec 31", "actual": 30, "today": "2026-10-01", "on": "2026-11-01"}
    now = Progress.model_validate(client.post("/v1/progress", json=asked).json())
    assert (now.verdict, now.needed) == ("at_risk", 10.5)
    readings = {"2026-10-04": 4, "2026-10-11": 9.5}
    answer = client.post("/v1/progress", json={"text": "Get 40 leads by Oct 31", "actual": readings})
    assert answer.json()["actual"] == 9.5


def many(fields: int = 0, history: int = 0, objectives: int = 0, actual: int = 0) -> bytes:
    """A request with so many things in it that are wrong."""
    asked: dict[str, Any] = {"text": "a"} | {str(number): 0 for number in range(fields)}
    if history or objectives:
        asked["context"] = {"history": [""] * history, "objectives": [0] * objectives}
    if actual:
        asked["actual"] = {str(number): "" for number in range(actual)}
    return json.dumps(asked).encode()


BAD = [
    ("analyze", b'{"text":', 400, None, "no valid JSON: Expecting value at character 8"),
    ("analyze", b"\xff{}", 400, None, "no valid JSON"),
    ("analyze", b"[" * 100_000, 400, None, "no valid JSON"),
    ("analyze", b"{}", 422, "#/text", "Field required"),
    ("analyze", b"[]", 422, "#", "valid dictionary"),
    ("analyze", b'{"text": 4}', 422, "#/text", "valid string"),
    ("analyze", b'{"text": " "}', 422, "#/text", "the goal is empty"),
    ("analyze", b'{"text": "\\ud83d"}', 422, "#/text", "unicode"),
    ("analyze", b'{"text": "a", "speed": 1}', 422, "#/speed", "not permitted"),
    ("analyze", b'{"text": "a", "language": "/etc"}', 422, "#/language", "choose one of en, ru, sv, uk"),
    ("analyze", b'{"text": "a", "locale": "de"}', 422, "#/locale", "no language 'de'"),
    ("analyze", b'{"text": "a", "today": "2026-02-30"}', 422, "#/today", "date"),
    ("analyze", b'{"text": "a", "today": 0}', 422, "#/today", "as in 2026-09-01"),
    ("analyze", b'{"text": "a", "context": {"benchmark": true}}', 422, "#/context/benchmark", "valid number"),
    ("analyze", b'{"text": "a", "context": {"baseline": 1e19}}', 422, "#/context/baseline", "less than"),
    ("analyze", b'{"text": "a", "context": {"history": [1, NaN]}}', 422, "#/context/history/1", "finite"),
    ("analyze", b'{"text": "a", "context": {"currency": "kr"}}', 422, "#/context/currency", "pattern"),
    ("analyze", b'{"text": ' + b"9" * 5000 + b"}", 400, None, "no valid JSON"),
    ("analyze", many(fields=101), 422, "#", "102 fields, where 100"),
    ("analyze", many(history=1001), 422, "#/context/history", "1,001 readings, where 1,000"),
    ("analyze", many(objectives=101), 422, "#/context/objectives", "101 objectives, where 100"),
    ("plan", b'{"text": "a", "metric": "' + b"a" * 1001 + b'"}', 422, "#/metric", "at most 1000"),
    ("progress", many(actual=1001), 422, "#/actual", "1,001 readings, where 1,000"),
    ("batch", b'{"texts": []}', 422, "#/texts", "at least 1"),
    ("batch", json.dumps({"texts": ["a"] * 501}).encode(), 422, "#/texts", "at most 500"),
    ("find", json.dumps({"text": "a" * 50_001}).encode(), 422, "#/text", "at most 50000"),
    ("plan", b'{"text": "Get 40 leads"}', 422, "#/text", "no deadline"),
    ("plan", b'{"text": "Get 40 leads by May", "by": "hour"}', 422, "#/by", "'week', 'month' or 'quarter'"),
    ("progress", b'{"text": "Get 40 leads by May", "actual": {"2026-13-01": 1}}', 422, "#/actual/2026-13-01", "date"),
    ("progress", b'{"text": "Get 40 leads by May", "actual": 1e999}', 422, "#/actual", "finite"),
]


@pytest.mark.parametrize(("route", "body", "status", "pointer", "reason"), BAD)
def test_a_bad_request_is_told_which_field_and_why(
    client: httpx.Client, route: str, body: bytes, status: int, pointer: str | None, reason: str
) -> None:
    answer = client.post(f"/v1/{route}", content=body, headers={"Content-Type": "application/json"})
    told = answer.json()
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert told["status"] == status
    errors = {error["pointer"]: error["detail"] for error in told["errors"]}
    assert reason in (told["detail"] if pointer is None else errors[pointer])
    assert not any(leak in answer.text for leak in ("Traceback", "smartgoals/", ".py", "pydantic"))


def test_other_mistakes_are_problems_too(client: httpx.Client) -> None:
    json_type = {"Content-Type": "application/json"}
    for answer, status in (
        (client.get("/nothing"), 404),
        (client.get("/v1/analyze/"), 404),  # and no redirection to whatever host the request names
        (client.get("/static/../app.py"), 404),
        (client.get("/static/%2e%2e/app.py"), 404),
        (client.get("/v1/analyze"), 405),
        (client.post("/v1/analyze", content=b'{"text": "Get 40 leads"}', headers={"Content-Type": "text/plain"}), 415),
        (client.post("/v1/find", content=b" " * 1_100_000, headers=json_type), 413),
        (client.post("/v1/find", content=iter([b" " * 600_000] * 2), headers=json_type), 413),
    ):
        assert (answer.status_code, answer.json()["status"]) == (status, status)
        assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_interface_describes_itself_with_examples_that_work(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    schemas = described["components"]["schemas"]
    for path in ("analyze", "batch", "find", "plan", "progress"):
        operation = described["paths"][f"/v1/{path}"]["post"]
        assert "application/problem+json" in operation["responses"]["422"]["content"]
        name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for example in schemas[name]["examples"]:
            assert client.post(f"/v1/{path}", json=example).status_code == 200
    assert "coverage" in client.get("/v1/schema").text
    assert client.get("/healthz").json()["status"] == "ok"


def test_pages_of_other_sites_may_not_use_it_unasked(client: httpx.Client) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    assert "access-control-allow-origin" not in client.options("/v1/analyze", headers=asked).headers
    answer = client.get("/healthz", headers=asked)
    assert "access-control-allow-origin" not in answer.headers
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_long_documents_do_not_hold_up_short_goals(client: httpx.Client, service: str) -> None:
    document = {"text": ("Anna will book 12 demos by June 30.\n- Get 40 leads\n" * 999)[:40_000]}
    ends: list[int] = []

    def find() -> None:
        ends.append(httpx.post(f"{service}/v1/find", json=document, timeout=60, trust_env=False).status_code)

    finders = [threading.Thread(target=find) for _ in range(2)]
    for finder in finders:
        finder.start()
    time.sleep(0.2)
    served_meanwhile = 0
    while any(finder.is_alive() for finder in finders):
        assert client.post("/v1/analyze", json={"text": GOAL}).status_code == 200
        served_meanwhile += 1
    assert served_meanwhile > 3
    assert set(ends) <= {200, 503, 504}  # as fast as the machine is


def test_a_head_is_answered_like_its_page_without_a_body(client: httpx.Client) -> None:
    for path in ("/", "/healthz", "/v1/schema", "/static/page.js"):
        whole, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        assert head.headers["Content-Length"] == str(len(whole.content))
    assert client.head("/v1/analyze").status_code == 405
