"""The page on which a person types a goal and sees it judged: its files, and its texts in every language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files as resources

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from smartgoals.advice.messages import catalogue
from smartgoals.lexicon import files
from smartgoals.models import CRITERIA, ITEMS, VERDICTS

_FOLDER = str(resources("smartgoals") / "serve" / "static")
_NAMES = (*CRITERIA, *VERDICTS, *ITEMS, "score", "text_score", "context_score")


@cache
def texts() -> dict[str, dict[str, str]]:
    """By language code: the page's own texts, and the names that all of the package shares."""
    return {
        code: files.read(files.folder(code), "page.toml") | {name: catalogue(code).names[name] for name in _NAMES}
        for code in files.available()
    }


def add_to(app: FastAPI) -> None:
    """Let an app show the page."""
    app.mount("/static", StaticFiles(directory=_FOLDER), "static")
    app.add_api_route("/", _index, include_in_schema=False)
    app.add_api_route("/texts", texts, include_in_schema=False)


async def _index() -> FileResponse:
    return FileResponse(f"{_FOLDER}/index.html")
