"""The service's routes: goals analysed, found, planned and followed, and the page that shows it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse, Response

from smartgoals import schema
from smartgoals.models import GoalAnalysis
from smartgoals.planning.models import Progress
from smartgoals.serve import page, problems, work
from smartgoals.serve.guard import Guard
from smartgoals.serve.replies import Batch, Found, Health, Plan
from smartgoals.serve.requests import AnalyzeRequest, BatchRequest, FindRequest, PlanRequest, ProgressRequest
from smartgoals.serve.workers import Workers

MOST_BYTES = 1 << 20  # of a body
_VERSION = version("smartgoals")


@dataclass(frozen=True)
class Options:
    """What the service's owner decides."""

    workers: int = 2
    seconds: float = 10.0  # for a request to come, for a worker to be free, for its work, for the answer to be taken
    most_bytes: int = MOST_BYTES
    origins: Sequence[str] = ()  # of pages elsewhere that may use the service
    rules: work.Rules = field(default_factory=work.Rules)


@dataclass(frozen=True)
class _Service:
    workers: Workers
    rules: work.Rules


async def _service(request: Request) -> _Service:  # async: a wait for a thread would let parsed bodies pile up
    found: _Service = request.app.state.service
    return found


Service = Annotated[_Service, Depends(_service)]
api = APIRouter(prefix="/v1", tags=["goals"], responses=problems.documented(400, 408, 413, 415, 422, 500, 503, 504))


@api.post("/analyze", response_model=GoalAnalysis)
async def analyze(asked: AnalyzeRequest, service: Service) -> Response:
    """Say what is in a goal and how SMART it is."""
    return _json(await service.workers.run(work.analyze, service.rules, asked))


@api.post("/batch", response_model=Batch)
async def batch(asked: BatchRequest, service: Service) -> Response:
    """Analyse several goals, each for itself."""
    return _json(await service.workers.run(work.batch, service.rules, asked, long=True))


@api.post("/find", response_model=Found)
async def find(asked: FindRequest, service: Service) -> Response:
    """Find the goals in a document; offsets of the goals are into it, those of an analysis into its goal."""
    return _json(await service.workers.run(work.find, service.rules, asked, long=True))


@api.post("/plan", response_model=Plan)
async def plan(asked: PlanRequest, service: Service) -> Response:
    """Break a goal down into milestones."""
    return _json(await service.workers.run(work.plan, service.rules, asked, long=True))


@api.post("/progress", response_model=Progress)
async def progress(asked: ProgressRequest, service: Service) -> Response:
    """Say where a goal stands, and where it will end if it goes on like this."""
    return _json(await service.workers.run(work.progress, service.rules, asked))


class _SchemaResponse(JSONResponse):
    media_type = "application/schema+json"


@api.get("/schema", response_class=_SchemaResponse)
async def schema_of_results() -> _SchemaResponse:
    """The JSON Schema of an analysis, and in `$defs` of all else that is returned."""
    return _SchemaResponse(schema.load())


def create_app(options: Options | None = None) -> FastAPI:
    """The service as an ASGI app."""
    options = options or Options()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        workers = Workers(options.workers, options.seconds, work.warm_up, options.rules)
        app.state.service = _Service(workers, options.rules)
        async with workers:
            yield

    app = FastAPI(
        title="smartgoals",
        summary="Understand goals that people write, and judge how SMART they are.",
        description="In English, Swedish, Ukrainian and Russian. Offsets count Unicode code points.",
        version=_VERSION,
        lifespan=lifespan,
        generate_unique_id_function=lambda route: route.name,
        docs_url=None,  # its page comes from another site
        redoc_url=None,
        redirect_slashes=False,  # a redirection would name whatever host the client does
    )
    problems.add_to(app)
    app.include_router(api)
    page.add_to(app)
    app.add_api_route("/healthz", health, response_model=Health, tags=["service"])
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]  # as FastAPI's documentation does it
    app.add_middleware(Guard, most_bytes=options.most_bytes, seconds=options.seconds)
    if options.origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=options.origins, allow_methods=["GET", "POST"], allow_headers=["Content-Type"]
        )
    return app


async def health() -> Health:
    """Say that the service runs."""
    return Health(status="ok", version=_VERSION)


def _json(content: bytes) -> Response:
    return Response(content, media_type="application/json")


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, summary=app.summary, description=app.description, routes=app.routes
        )
        reference = "#/components/schemas/{model}"
        problem = problems.Problem.model_json_schema(ref_template=reference)
        made["components"]["schemas"] |= problem.pop("$defs") | {"Problem": problem}
        app.openapi_schema = made
    return app.openapi_schema
