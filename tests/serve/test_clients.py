"""Clients that are slow, many, rude or broken: each is answered or cut, none harms another, none fills the log."""

from __future__ import annotations

import json
import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx
import pytest
from running import served

LIMIT = 5.0  # seconds: more than a goal takes on a loaded machine
GOAL = b'{"text": "Get 40 leads by Oct 31"}'
HEAD = b"POST /v1/analyze HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
CHUNK = b"10000\r\n" + b" " * 65536 + b"\r\n"
WHOLE = HEAD + b"Content-Length: %d\r\n\r\n%s" % (len(GOAL), GOAL)


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    """Where a service listens that waits for no client long; what it says of them is nothing."""
    with served("--time-limit", str(LIMIT)) as (process, url):
        yield httpx.URL(url).host, httpx.URL(url).port or 0
        process.terminate()
        _, said = process.communicate(timeout=30)
    assert "WARNING" not in said
    assert "ERROR" not in said
    assert "Traceback" not in said


@pytest.fixture(autouse=True)
def _others_are_served(address: tuple[str, int]) -> Iterator[None]:
    yield
    wait_for_answer(address)


def wait_for_answer(address: tuple[str, int]) -> None:
    """Ask until a goal is answered: one that is refused may try again, as where a worker begins anew."""
    for _ in range(20):
        answer, _ = said_to(address, WHOLE.replace(b"Host: x", b"Host: x\r\nConnection: close"))
        if not answer.startswith(b"HTTP/1.1 503 "):
            break
        time.sleep(LIMIT)
    assert answer.startswith(b"HTTP/1.1 200 ")


def said_to(address: tuple[str, int], *parts: bytes, every: float = 0) -> tuple[bytes, float]:
    """What a client is answered until it is cut, and after how many seconds; the last part is sent again and again."""
    with socket.create_connection(address, timeout=30) as client:
        begun, answer = time.monotonic(), b""
        for part in parts:
            client.sendall(part)
        while every and time.monotonic() - begun < 30:
            client.settimeout(every)
            try:
                answer += client.recv(65536)
                break
            except TimeoutError:
                client.sendall(parts[-1])
        client.settimeout(30)
        answer += rest(client)
        return answer, time.monotonic() - begun


def rest(client: socket.socket) -> bytes:
    """All that comes until the connection ends, in whatever way."""
    answer = b""
    with suppress(ConnectionError):
        while some := client.recv(1 << 16):
            answer += some
    return answer


def problem(answer: bytes) -> int:
    """The status of the last answer of a connection, which is a problem with all that belongs to it."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    status = int(head.rpartition(b"HTTP/1.1 ")[2][:3])
    assert json.loads(body)["status"] == status
    return status


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([b""], None),
        ([b"GET /healthz HTTP/1.1\r\n", b"X: a\r\n"], 408),
        ([HEAD + b"Content-Length: 1000\r\n\r\n", b" "], 408),
        ([HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"], 408),
    ],
)
def test_a_client_that_lets_the_service_wait_is_cut(
    address: tuple[str, int], parts: list[bytes], status: int | None
) -> None:
    answer, seconds = said_to(address, *parts, every=0.1)
    assert LIMIT - 0.2 < seconds < LIMIT + 10  # a loaded machine is slow, but nothing lasts
    assert answer == b"" if status is None else problem(answer) == status


def test_a_second_request_may_not_be_slower_than_the_first(address: tuple[str, int]) -> None:
    answer, seconds = said_to(address, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /he")
    assert answer.count(b"HTTP/1.1 ") == 2
    assert b"HTTP/1.1 408 " in answer
    assert LIMIT - 0.2 < seconds < LIMIT + 10


def test_a_client_that_does_not_take_its_answers_is_cut(address: tuple[str, int]) -> None:
    asked = b"GET /v1/schema HTTP/1.1\r\nHost: x\r\n\r\n"
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(30)
        client.connect(address)
        client.sendall(asked * 1500)
        time.sleep(LIMIT + 1)
        answer = rest(client)
    assert 0 < answer.count(b"HTTP/1.1 200") < 1500


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([b"\x16\x03\x01\x02\x00\x01\r\n\r\n"], 400),
        ([b"GET /healthz HTTP/1.1\r\n\r\n"], 400),
        ([b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 70_000], 400),
        ([HEAD + b"Content-Length: -5\r\n\r\n"], 400),
        ([HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"], 400),
        ([HEAD + b"Content-Length: 20000000\r\n\r\n", b" " * 20_000_000], 413),
        ([HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[CHUNK] * 20, b"0\r\n\r\n"], 413),
        ([b"GET /v1/analyze HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n"], 405),
    ],
)
def test_what_is_rude_or_endless_is_answered(address: tuple[str, int], parts: list[bytes], status: int) -> None:
    answer, _ = said_to(address, *parts)
    assert problem(answer) == status


def test_an_endless_body_ends(address: tuple[str, int]) -> None:
    with socket.create_connection(address, timeout=30) as client:
        client.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        with pytest.raises(ConnectionError):
            client.sendall(CHUNK * 2000)


def test_requests_in_a_row_are_answered_in_order_and_those_of_clients_that_go_do_no_harm(
    address: tuple[str, int],
) -> None:
    answer, _ = said_to(address, WHOLE * 20 + b"GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert [part[:3] for part in answer.split(b"HTTP/1.1 ")[1:]] == [b"200"] * 20 + [b"404"]
    for _ in range(200):
        with socket.create_connection(address, timeout=30) as client:
            client.sendall(WHOLE)


def test_hundreds_at_a_time_are_answered(address: tuple[str, int]) -> None:
    def opened(_: int) -> socket.socket:
        client = socket.create_connection(address, timeout=60)
        client.sendall(WHOLE)
        return client

    def answered(client: socket.socket) -> bytes:
        with client, suppress(ConnectionError):  # who could not be read in time, on a loaded machine, is cut
            return client.recv(12)[9:]
        return b""

    wait_for_answer(address)
    with ThreadPoolExecutor(8) as threads:
        clients = list(threads.map(opened, range(400)))  # a process may open a thousand files without being asked
        ends = Counter(threads.map(answered, clients))
    assert set(ends) <= {b"200", b"503", b""}
    assert ends[b"200"] > 0
