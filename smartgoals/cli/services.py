"""`smartgoals serve`, `mcp`: goals for other programs."""

from __future__ import annotations

import importlib.util
import os
import signal
from pathlib import Path
from typing import Annotated

import typer

from smartgoals.cli.app import app
from smartgoals.cli.options import Words, refusal

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="Port to listen on; 0 takes a free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that analyse.")] = 2,
    time_limit: Annotated[
        float, typer.Option(min=0.1, max=600, help="Seconds for asking, for the work, and for taking the answer: each.")
    ] = 10,
    allow_origin: Annotated[
        list[str] | None, typer.Option(help="Let pages of this origin use the service; may be given again.")
    ] = None,
    vocabulary: Words = None,
) -> None:
    """Serve analyses over HTTP, and a page to type goals on."""
    _need("serve", "fastapi", "uvicorn")
    from smartgoals.serve.app import Options
    from smartgoals.serve.run import listen, run
    from smartgoals.serve.work import Rules
    from smartgoals.settings import Settings
    from smartgoals.vocabulary import Vocabulary

    try:
        rules = Rules(Vocabulary.load(vocabulary) if vocabulary else None, Settings.nearest(Path.cwd()))
        sockets = listen(host, port)
    except (ValueError, OSError) as error:
        raise refusal(error) from None
    if host not in _LOOPBACK:
        typer.echo(f"smartgoals: whoever reaches {host} may use the service: it asks nobody who they are", err=True)
    run(sockets, Options(workers, time_limit, origins=tuple(allow_origin or ()), rules=rules))


@app.command()
def mcp() -> None:
    """Serve analyses over MCP on standard input and output."""
    _need("mcp", "mcp")
    os.environ["PYDANTIC_ERRORS_INCLUDE_URL"] = "0"  # they name its version, and nothing that helps the asker
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing else ends the thread that reads standard input
    from smartgoals.mcp import server

    server.run("stdio")


def _need(extra: str, *modules: str) -> None:
    """Say how to install what a command needs and what is not there."""
    if not all(importlib.util.find_spec(module) for module in modules):
        raise refusal(ModuleNotFoundError(f"this needs more than is installed: pip install 'smartgoals[{extra}]'"))
