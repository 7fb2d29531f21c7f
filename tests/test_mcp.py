"""The MCP server as a client of the protocol meets it, over standard input and output."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import date

import anyio
from mcp import Client, StdioServerParameters

from smartgoals import GoalAnalysis, analyze
from smartgoals.models import FoundGoal
from smartgoals.planning.models import Milestone, Progress

TODAY = "2026-09-01"
COMMAND = [sys.executable, "-m", "smartgoals", "mcp"]
SERVER = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:])


def test_a_client_lists_and_calls_the_tools() -> None:
    async def run() -> None:
        async with Client(SERVER, read_timeout_seconds=90) as client:
            await listed(client)
            await called(client)
            await refused(client)

    anyio.run(run)


async def listed(client: Client) -> None:
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert set(tools) == {"analyze_goal", "find_goals", "break_down", "progress"}
    for tool in tools.values():
        assert tool.description
        assert "text" in tool.input_schema["required"]
        assert tool.output_schema is not None
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
    by = tools["break_down"].input_schema["properties"]["by"]
    assert by["enum"] == ["week", "month", "quarter"]
    languages = tools["analyze_goal"].input_schema["properties"]["language"]["anyOf"][0]["enum"]
    assert languages == ["en", "ru", "sv", "uk"]


async def called(client: Client) -> None:
    goal = "Get 40 new leads 🚀 from LinkedIn by Oct 31"
    result = await client.call_tool("analyze_goal", {"text": goal, "today": TODAY, "context": {"history": [30, 32]}})
    assert not result.is_error
    expected = analyze(goal, today=date(2026, 9, 1), context={"history": [30, 32]})
    assert GoalAnalysis.model_validate(result.structured_content) == expected

    minutes = "Sales were slow in May. Anna will book 12 demos by June 30."
    result = await client.call_tool("find_goals", {"text": minutes, "today": "2026-05-04"})
    (found,) = [FoundGoal.model_validate(one) for one in result.structured_content["result"]]
    assert found.text == minutes[found.start : found.end] == "Anna will book 12 demos by June 30"

    result = await client.call_tool("break_down", {"text": "Получить 120 лидов до 31 декабря", "today": TODAY})
    steps = [Milestone.model_validate(one) for one in result.structured_content["result"]]
    assert [step.value for step in steps] == [30, 60, 90, 120]

    asked = {"text": "Sell 120 subscriptions by Dec 31", "actual": 30, "today": "2026-10-01", "on": "2026-11-01"}
    result = await client.call_tool("progress", asked)
    assert Progress.model_validate(result.structured_content).verdict == "at_risk"
    asked = {"text": "Get 40 leads by Oct 31", "actual": {"2026-10-04": 4, "2026-10-11": 9.5}}
    result = await client.call_tool("progress", asked)
    assert Progress.model_validate(result.structured_content).actual == 9.5


async def refused(client: Client) -> None:
    for tool, asked, reason in (
        ("analyze_goal", {"text": " "}, "the goal is empty"),
        ("analyze_goal", {"text": "a", "language": "/etc"}, "choose one of en, ru, sv, uk"),
        ("break_down", {"text": "Get 40 leads"}, "no deadline"),
        ("progress", {"text": "Get 40 leads by May", "actual": "ten"}, "valid number"),
        ("progress", {"text": "Get 40 leads by May", "actual": dict.fromkeys(map(str, range(1001)))}, "1,001 readings"),
        ("analyze_goal", {"text": "a", "context": {"history": [""] * 1001}}, "1,001 readings"),
    ):
        result = await client.call_tool(tool, asked)
        said = " ".join(part.text for part in result.content)
        assert result.is_error
        assert reason in said
        assert not any(leak in said for leak in ("Traceback", "smartgoals/", "pydantic"))


def test_it_ends_with_its_client_or_when_interrupted_and_what_is_no_message_does_not_end_it() -> None:
    asked = b'{"jsonrpc": "2.0", "id": 7, "method": "ping"}\n'
    bad = b'{\n\xff\n%s\n{"jsonrpc": "2.0", "id": 1}\n\n' % (b"[" * 100_000)
    ended = subprocess.run(COMMAND, input=bad + asked, capture_output=True, timeout=60)
    assert ended.returncode == 0
    assert json.loads(ended.stdout.splitlines()[-1])["id"] == 7
    assert ended.stderr == b""
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(asked)
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.wait(30)
