"""How the service starts and ends: at once where it can, and with all of its processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time

import httpx
import pytest
from running import served

from smartgoals.serve.run import listen

SERVE = [sys.executable, "-m", "smartgoals", "serve", "--port"]
DOCUMENT = {"text": "- Get 40 leads by May\n" * 900}


def test_it_ends_when_told_to_and_lets_what_runs_end_first() -> None:
    """All of its processes hear the signal, as they do of a terminal and of systemd."""
    with served("--workers", "1", "--time-limit", "60", "--allow-origin", "https://example.org") as (process, address):
        allowed = httpx.get(f"{address}/healthz", headers={"Origin": "https://example.org"}, trust_env=False)
        assert allowed.headers["Access-Control-Allow-Origin"] == "https://example.org"
        answers: list[httpx.Response] = []
        asking = threading.Thread(
            target=lambda: answers.append(httpx.post(f"{address}/v1/find", json=DOCUMENT, timeout=90, trust_env=False))
        )
        asking.start()
        url = httpx.URL(address)
        with socket.create_connection((url.host, url.port), timeout=30) as slow:
            slow.sendall(b"POST /v1/find HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{")
            time.sleep(0.3)
            os.killpg(process.pid, signal.SIGTERM)
            refused = slow.recv(9999).lower()  # nobody waits a minute for the rest of it
            assert b" 503 " in refused
            assert b"retry-after: " in refused
        asking.join()
        assert len(answers[0].json()["goals"]) == 900
        _, said = process.communicate(timeout=30)  # until no process has the other end open
        assert process.returncode == 0
        assert "Traceback" not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_at_once_while_it_warms_up(number: signal.Signals) -> None:
    with subprocess.Popen([*SERVE, "0"], stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        while "Waiting for application startup" not in process.stderr.readline():
            pass
        time.sleep(0.5)
        os.killpg(process.pid, number)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert said == ""


def test_a_port_that_is_taken_is_told_of_before_anything_is_loaded() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = subprocess.run([*SERVE, str(port)], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 2
    assert ended.stderr == f"smartgoals: cannot listen on 127.0.0.1 port {port}: Address already in use\n"


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("nowhere.invalid", "there is no host"),
        ("a" * 70, "there is no host"),
        ("", "there is no host"),
        ("192.0.2.1", "cannot listen on 192.0.2.1 port 0: "),
    ],
)
def test_a_host_that_is_none_is_told_of(host: str, reason: str) -> None:
    with pytest.raises(OSError, match=reason):
        listen(host, 0)


def test_all_addresses_of_a_host_have_the_same_port() -> None:
    sockets = listen("localhost", 0)
    assert len({listening.getsockname()[1] for listening in sockets}) == 1
    for listening in sockets:
        listening.close()
