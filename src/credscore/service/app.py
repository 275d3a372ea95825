"""The app and its addresses.

A handler takes a request and gives a response. FastAPI finds the handler and writes the OpenAPI
document; the handler reads the body itself, since its size is checked before it is parsed.
"""

import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from html import escape
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Request, Response, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import Receive, Scope, Send

from credscore.page import app as page_document
from credscore.page import head, paragraph, policy
from credscore.report import SCHEMA_VERSION, Report
from credscore.scorer import Scorer
from credscore.service import messages
from credscore.service.batching import Batching
from credscore.service.messages import TEXT, TITLE, ScoreRequest
from credscore.service.metrics import Metrics
from credscore.service.middleware import Middleware
from credscore.service.problems import ProblemError, answer, documented, later
from credscore.service.request_limits import Body, RequestLimits
from credscore.service.settings import Settings

_TITLED = {"text": TEXT, "title": TITLE}
_MIXED = {"items": [_TITLED, {"text": 3}]}
_WEB_PAGE = {"html": f"<html><h1>{TITLE}</h1><p>{TEXT}</p></html>"}
_REFUSALS = documented(
    "bad_request", "slow_body", "too_large", "unsupported_media_type", "invalid", "busy",
    "unavailable",
)  # fmt: skip
_PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": f"{policy()}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
}
_Decorator = Callable[[Callable[[Request], Awaitable[Response]]], Any]
_guarded = APIRouter()
_open = APIRouter()


def create_app(settings: Settings | None = None, scorer: Scorer | None = None) -> FastAPI:
    """An app that scores; run it, or mount it in another ASGI app.

    Parameters
    ----------
    settings
        None: from the environment (CREDSCORE_NAME) and defaults.
    scorer
        None: the model of the settings. A scorer may be shared with the rest of a program.

    Raises
    ------
    ModelFileError
        If the model folder is refused.

    Examples
    --------
    >>> from fastapi import FastAPI
    >>> site = FastAPI()
    >>> site.mount("/credibility", create_app())
    """
    settings = settings or Settings()
    scorer = scorer or Scorer.load(settings.model)
    scorer.score(TEXT, TITLE)  # reads the lexicons: the first caller does not wait for it
    app = FastAPI(
        title="credscore",
        version=version("credscore"),
        description="How credibly a news-like text is sourced, and the words behind it.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=documented("unexpected"),
    )
    app.state.settings, app.state.model = settings, scorer.model
    app.state.limits = limits = RequestLimits(settings)
    app.state.metrics = metrics = Metrics(scorer.model.model_id)
    app.state.batching = Batching(scorer, limits, metrics, settings)
    guards = [Security(_check_key)] if settings.api_key else []
    app.include_router(_guarded, dependencies=guards, responses=documented("unauthorised"))
    app.include_router(_open)
    for error in (ProblemError, HTTPException):
        app.add_exception_handler(error, answer)
    if settings.cors_origins:
        app.add_middleware(
            _Cors,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "X-API-Key"],
            expose_headers=["Retry-After", "X-Request-Id"],
        )
    app.add_middleware(Middleware, metrics=metrics, limits=limits, seconds=settings.body_seconds)
    return app


def _post(path: str, takes: type[BaseModel], gives: Any, **examples: object) -> _Decorator:
    content = {
        "schema": takes.model_json_schema(),
        "examples": {title: {"value": value} for title, value in examples.items()},
    }
    body = {"requestBody": {"required": True, "content": {"application/json": content}}}
    return _guarded.post(path, responses={200: {"model": gives}, **_REFUSALS}, openapi_extra=body)


async def _answer(
    request: Request, takes: type[Body], work: Callable[[Batching, Body, Receive], Awaitable[bytes]]
) -> Response:
    state = request.app.state
    body = await state.limits.read(request, takes)
    with state.limits.slot():
        content = await work(state.batching, body, request.receive)
    state.limits.check("max_answer_bytes", len(content))
    state.limits.check_room(len(content))
    return Response(content, media_type="application/json")


@_post("/v1/score", ScoreRequest, Report, titled=_TITLED, rated={"text": TEXT, "prior": 0.3})
async def score(request: Request) -> Response:
    """The report: the score, its interval, and the words it rests on."""
    return await _answer(request, ScoreRequest, Batching.score)


@_post("/v1/score:batch", messages.BatchRequest, messages.BatchAnswer, mixed=_MIXED)
async def score_batch(request: Request) -> Response:
    """One result for every item, in their order: its report, or why there is none."""
    body = await request.app.state.limits.read(request, messages.BatchRequest)
    return _Stream(request.app.state.batching.score_batch(body.items, request.receive))


@_post("/v1/sourcing", messages.SourcingRequest, messages.SourcingAnswer, article=_TITLED)
async def sourcing(request: Request) -> Response:
    """The attributed statements of a text and its sourcing profile, without any model."""
    return await _answer(request, messages.SourcingRequest, Batching.sourcing)


@_post("/v1/page", messages.PageRequest, dict[str, Any], text=_TITLED, html=_WEB_PAGE)
async def page(request: Request) -> Response:
    """What the page shows of a text: the report, and what would change the score."""
    return await _answer(request, messages.PageRequest, Batching.page)


@_guarded.get("/v1/model")
async def model(request: Request) -> messages.ModelAnswer:
    """What scores here, and what a request may hold."""
    settings, model = request.app.state.settings, request.app.state.model
    names = ("model_id", "created", "format_version", "sha256")
    limits = ("body_bytes", "items", "characters")
    return messages.ModelAnswer(
        **{name: getattr(model, name) for name in names},
        features=[weight.feature for weight in model.weights],
        credscore_version=request.app.version,
        schema_version=SCHEMA_VERSION,
        limits={name: getattr(settings, f"max_{name}") for name in limits},
    )


@_guarded.get("/metrics", response_class=PlainTextResponse)
async def exposition(request: Request) -> Response:
    """Requests, times, texts, for Prometheus; no text is in them."""
    content = request.app.state.metrics.exposition()
    return Response(content, headers={"Content-Type": CONTENT_TYPE_LATEST})


@_open.get("/livez")
async def alive(request: Request) -> dict[str, str]:
    """200 as long as the event loop turns."""
    return _status(request.app, "alive")


@_open.get("/healthz", responses=documented("unavailable"))
@_open.get("/readyz", responses=documented("unavailable"))
async def ready(request: Request) -> dict[str, str]:
    """200 if a further request would be taken; else 503."""
    if request.app.state.limits.full:
        raise later("unavailable", "As many requests are worked on as are allowed. Try again.")
    return _status(request.app, "ready")


def _status(app: FastAPI, status: str) -> dict[str, str]:
    model_id: str = app.state.model.model_id
    return {"status": status, "model_id": model_id, "credscore_version": app.version}


@_open.get("/", response_class=HTMLResponse)
async def home(request: Request) -> Response:
    """The page: paste a text, and see what its score rests on."""
    return HTMLResponse(page_document(), headers=_PAGE_HEADERS)


@_open.get("/docs", response_class=HTMLResponse)
async def docs(request: Request) -> Response:
    """The addresses, on a page that needs nothing from elsewhere."""
    app: FastAPI = request.app
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


async def _check_key(
    request: Request,
    bearer: Annotated[
        HTTPAuthorizationCredentials | None,
        Security(HTTPBearer(auto_error=False, scheme_name="bearer")),
    ],
    header: Annotated[
        str | None, Security(APIKeyHeader(name="X-API-Key", auto_error=False, scheme_name="header"))
    ],
) -> None:
    """Refuse a caller without the key, compared in constant time."""
    expected = request.app.state.settings.api_key.get_secret_value().encode()
    key = bearer.credentials if bearer else header or ""
    if not secrets.compare_digest(key.encode("latin-1"), expected):
        detail = "Send the key as Authorization: Bearer KEY, or as X-API-Key: KEY."
        raise ProblemError("unauthorised", detail, {"WWW-Authenticate": "Bearer"})


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


class _Cors(CORSMiddleware):
    """Starlette's, with a problem document for what is refused."""

    def preflight_response(self, request_headers: Headers) -> Response:
        response = super().preflight_response(request_headers)
        if response.status_code >= 400:
            raise ProblemError("bad_request", "The origin, method or header is not allowed.")
        return response
