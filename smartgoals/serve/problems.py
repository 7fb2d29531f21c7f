"""Problem details (RFC 9457): what is wrong with a request, which field, and why; nothing of the server's insides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from smartgoals.serve.workers import Busy, Failed, Refused, TookTooLong

MEDIA_TYPE = "application/problem+json"
_MOST_ERRORS = 20  # named of one request
RETRY = 5  # seconds after which it may be tried again


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    pointer: str = Field(description="JSON Pointer into the request, as a URI fragment: '#/context/history/0'.")
    detail: str


class Problem(BaseModel):
    """Why a request was not carried out."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = Field(default=[], description="The fields that are wrong, if it is for them.")


def problem(
    status: int, detail: str, errors: Sequence[FieldProblem] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The response that tells of a problem."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=list(errors))
    return Response(told.model_dump_json(), status, headers, MEDIA_TYPE)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI document says of these problems."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": content} for status in statuses}


def add_to(app: FastAPI) -> None:
    """Let an app answer with problem details whatever goes wrong."""

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        if isinstance(error.body, bytes):  # left as it came, for its type
            return problem(415, "the body is no JSON by its type; send it as Content-Type: application/json")
        found = _by_field(_of_field(one, error.body) for one in error.errors())
        if any(one["type"] == "json_invalid" for one in error.errors()):
            return problem(400, f"the body is no valid JSON: {found[0].detail}")
        first = found[0]
        return problem(422, f"{first.pointer}: {first.detail}", found[:_MOST_ERRORS])

    @app.exception_handler(HTTPException)
    async def refused_by_framework(_: Request, error: HTTPException) -> Response:
        detail = "the body is no valid JSON" if error.status_code == 400 else error.detail
        return problem(error.status_code, detail, headers=error.headers)

    @app.exception_handler(Refused)
    async def refused(_: Request, error: Refused) -> Response:
        return problem(422, str(error), [FieldProblem(pointer="#/text", detail=str(error))])

    @app.exception_handler(Busy)
    async def busy(_: Request, error: Busy) -> Response:
        return problem(503, str(error), headers={"Retry-After": str(RETRY)})

    @app.exception_handler(TookTooLong)
    async def took_too_long(_: Request, __: TookTooLong) -> Response:
        return problem(504, "the text took longer than the time limit; send less of it")

    @app.exception_handler(Failed)  # logged where it failed
    @app.exception_handler(Exception)
    async def unexpected(_: Request, __: Exception) -> Response:
        return problem(500, "something went wrong in the service; its log says what")


def _by_field(errors: Iterable[FieldProblem]) -> list[FieldProblem]:
    """One problem for each field; of a field that may be of several types, what each of them asks for."""
    details: dict[str, list[str]] = {}
    for error in errors:
        details.setdefault(error.pointer, []).append(error.detail)
    return [FieldProblem(pointer=pointer, detail="; or: ".join(said)) for pointer, said in details.items()]


def _of_field(error: Mapping[str, Any], body: object) -> FieldProblem:
    """A validation error as a pointer to the field that the request has, or lacks, and the reason."""
    said = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] == "json_invalid":
        said = f"{error['ctx']['error']} at character {error['loc'][-1]}"
    return FieldProblem(pointer=_pointer(error["loc"][1:], body, missing=error["type"] == "missing"), detail=said)


def _pointer(path: Sequence[str | int], body: Any, *, missing: bool) -> str:
    """The part of a path that exists in the body: names of alternatives among pydantic's types do not."""
    parts = []
    for part in path:
        if _has(body, part):
            body = body[part]
        elif not (missing and part == path[-1]):
            continue
        parts.append(str(part).replace("~", "~0").replace("/", "~1"))
    return "#" + "".join(f"/{part}" for part in parts)


def _has(body: object, part: str | int) -> bool:
    if isinstance(body, Mapping):
        return part in body
    return isinstance(body, list) and isinstance(part, int) and part < len(body)
