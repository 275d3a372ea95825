"""The addresses of the service.

A handler takes a request and gives a response. FastAPI finds the handler and writes the OpenAPI
document; the handler reads the body itself, since its size is to be known before it is parsed.
"""

import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from html import escape
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Request, Response, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, SecretStr
from starlette.responses import HTMLResponse, JSONResponse
from starlette.types import Receive, Scope, Send

from credscore.page import app as page_document
from credscore.page import head, paragraph, policy
from credscore.report import Report
from credscore.service import messages
from credscore.service.batching import Batching
from credscore.service.messages import TEXT, TITLE, ModelAnswer, ScoreRequest
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, documented, later
from credscore.service.request_limits import Body, RequestLimits

Decorator = Callable[[Callable[[Request], Awaitable[Response]]], Any]
_TITLED = {"text": TEXT, "title": TITLE}
_WORK = documented(
    "bad_request", "unauthorised", "slow_body", "too_large", "unsupported_media_type", "invalid",
    "busy", "unexpected", "unavailable",
)  # fmt: skip
_GUARDED = documented("unauthorised", "unexpected")
_STATE: dict[int | str, dict[str, Any]] = {
    200: {"model": dict[str, str]}, **documented("unexpected", "unavailable")
}  # fmt: skip
_PAGE = {**documented("unexpected"), 200: {"content": {"text/html": {}}}}
_BEARER = HTTPBearer(auto_error=False, scheme_name="bearer")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, scheme_name="header")
_PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": f"{policy()}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
}


def work_routes(batching: Batching, limits: RequestLimits, about: ModelAnswer) -> APIRouter:
    """The addresses that score, under /v1."""
    v1 = APIRouter(prefix="/v1")

    def post(path: str, takes: type[BaseModel], gives: Any, **examples: Any) -> Decorator:
        content = {
            "schema": takes.model_json_schema(),
            "examples": {title: {"value": value} for title, value in examples.items()},
        }
        body = {"requestBody": {"required": True, "content": {"application/json": content}}}
        return v1.post(path, responses={200: {"model": gives}, **_WORK}, openapi_extra=body)

    async def answer(
        request: Request, takes: type[Body], work: Callable[[Body, Receive], Awaitable[bytes]]
    ) -> Response:
        body = await limits.read(request, takes)
        with limits.slot():
            content = await work(body, request.receive)
        limits.check("max_answer_bytes", len(content))
        limits.check_room(len(content))
        return Response(content, media_type="application/json")

    @post("/score", ScoreRequest, Report, titled=_TITLED, rated={"text": TEXT, "prior": 0.3})
    async def score(request: Request) -> Response:
        """The report: the score, its interval, and the words it rests on."""
        return await answer(request, ScoreRequest, batching.score)

    mixed = {"items": [_TITLED, {"text": 3}]}

    @post("/score:batch", messages.BatchRequest, messages.BatchAnswer, mixed=mixed)
    async def score_batch(request: Request) -> Response:
        """One result for every item, in their order: its report, or why there is none."""
        body = await limits.read(request, messages.BatchRequest)
        return _Stream(batching.score_batch(body.items, request.receive))

    @post("/sourcing", messages.SourcingRequest, messages.SourcingAnswer, article=_TITLED)
    async def sourcing(request: Request) -> Response:
        """The attributed statements of a text and its sourcing profile, without any model."""
        return await answer(request, messages.SourcingRequest, batching.sourcing)

    web_page = {"html": f"<html><h1>{TITLE}</h1><p>{TEXT}</p></html>"}

    @post("/page", messages.PageRequest, dict[str, Any], text=_TITLED, html=web_page)
    async def page(request: Request) -> Response:
        """What the page shows of a text: the report, and what would change the score."""
        return await answer(request, messages.PageRequest, batching.page)

    @v1.get("/model", responses={200: {"model": ModelAnswer}, **_GUARDED})
    async def model(request: Request) -> Response:
        """What scores here, and what a request may hold."""
        return JSONResponse(about.model_dump())

    return v1


def add_health(app: FastAPI, limits: RequestLimits, about: ModelAnswer) -> None:
    """Add whether the service lives and is ready."""

    def state(status: str) -> Response:
        return JSONResponse(
            {
                "status": status,
                "model_id": about.model_id,
                "credscore_version": about.credscore_version,
            }
        )

    @app.get("/livez", responses=_STATE)
    async def alive(request: Request) -> Response:
        """200 as long as the event loop turns."""
        return state("alive")

    @app.get("/healthz", responses=_STATE)
    @app.get("/readyz", responses=_STATE)
    async def ready(request: Request) -> Response:
        """200 if a further request would be taken; else 503."""
        if limits.full:
            raise later("unavailable", "As many requests are worked on as are allowed. Try again.")
        return state("ready")


def add_metrics(app: FastAPI, metrics: Metrics, guards: Sequence[Any]) -> None:
    """Add what the service has done."""
    text = {200: {"content": {"text/plain": {}}}, **_GUARDED}

    @app.get("/metrics", dependencies=guards, responses=text)
    async def exposition(request: Request) -> Response:
        """Requests, times, texts, for Prometheus; no text is in them."""
        return Response(metrics.exposition(), headers={"Content-Type": CONTENT_TYPE_LATEST})


def add_pages(app: FastAPI) -> None:
    """Add the pages for people."""

    @app.get("/", responses=_PAGE)
    async def home(request: Request) -> Response:
        """The page: paste a text, and see what its score rests on."""
        return HTMLResponse(page_document(), headers=_PAGE_HEADERS)

    @app.get("/docs", responses=_PAGE)
    async def addresses(request: Request) -> Response:
        """The addresses, on a page that needs nothing from elsewhere."""
        rows = "".join(
            f"<h2><code>{method.upper()} {path}</code> {escape(operation['summary'])}</h2>\n"
            f"{paragraph(operation['description'])}\n"
            for path, methods in app.openapi()["paths"].items()
            for method, operation in methods.items()
        )
        return HTMLResponse(
            f'<!doctype html>\n<html lang="en">\n{head(app.title, policy())}<body>\n'
            f"<main>\n<h1>{app.title} {app.version}</h1>\n{paragraph(app.description)}\n"
            '<p>Bodies, answers and problems: <a href="openapi.json">openapi.json</a>.</p>\n'
            f"{rows}</main>\n</body>\n</html>\n",
            headers=_PAGE_HEADERS,
        )


def key_guard(key: SecretStr) -> Any:
    """A dependency that refuses a caller without the key, compared in constant time."""
    expected = key.get_secret_value().encode()

    async def check(
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
        header: Annotated[str | None, Security(_HEADER)],
    ) -> None:
        shown = bearer.credentials if bearer else header or ""
        if not secrets.compare_digest(shown.encode("latin-1"), expected):
            raise ProblemError(
                "unauthorised",
                "Send the key as Authorization: Bearer KEY, or as X-API-Key: KEY.",
                {"WWW-Authenticate": "Bearer"},
            )

    return Security(check)


class _Stream(Response):
    """A JSON answer sent piece by piece, as fast as the caller reads it."""

    def __init__(self, pieces: AsyncGenerator[bytes, None]) -> None:
        super().__init__()
        self._pieces = pieces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, unless there is a problem before the first piece."""
        async with aclosing(self._pieces) as pieces:
            body = await anext(pieces)
            headers = [(b"content-type", b"application/json")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            while body:
                await send({"type": "http.response.body", "body": body, "more_body": True})
                body = await anext(pieces, b"")
        await send({"type": "http.response.body", "body": b""})
