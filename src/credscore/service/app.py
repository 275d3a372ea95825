"""Defines the app and its addresses.

FastAPI finds the endpoint of a request and writes the OpenAPI document. Endpoints read the body
themselves, because its size is checked before it is parsed.
"""

import secrets
from collections.abc import Callable
from contextlib import aclosing
from importlib.metadata import version
from inspect import isasyncgenfunction
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Request, Response, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, StreamingResponse
from starlette.types import Receive, Scope, Send

from credscore.page import EXAMPLE, EXAMPLE_TITLE, policy, rendered, script_json
from credscore.page import app as page_document
from credscore.pooling import ClaimReport
from credscore.report import SCHEMA_VERSION, Report
from credscore.scorer import Scorer
from credscore.service import messages
from credscore.service.addresses import Addresses
from credscore.service.messages import CLAIM, LINES, RATED, TITLED
from credscore.service.middleware import Middleware
from credscore.service.problems import ProblemError, answer, documented
from credscore.service.request_limits import in_time
from credscore.service.settings import Settings

_JSON = "application/json"
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
_BEARER = HTTPBearer(auto_error=False, scheme_name="bearer")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, scheme_name="header")
_guarded, _open = APIRouter(), APIRouter()


def create_app(settings: Settings | None = None, scorer: Scorer | None = None) -> FastAPI:
    """An ASGI app that scores. Run it, or mount it in another ASGI app.

    Without `settings`, environment variables (CREDSCORE_NAME) and defaults apply. Without `scorer`,
    the model of the settings is loaded. A scorer may be shared with the rest of a program.

    Raises ModelFileError if the model folder is refused.

    >>> from fastapi import FastAPI
    >>> site = FastAPI()
    >>> site.mount("/credibility", create_app())
    """
    settings = settings or Settings()
    scorer = scorer or Scorer.load(settings.model)
    example = scorer.score(EXAMPLE, EXAMPLE_TITLE)  # loads the lexicons before the first request
    app = FastAPI(
        title="credscore", version=version("credscore"), description=messages.DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False,
        responses=documented("unexpected"),
        exception_handlers={ProblemError: answer, HTTPException: answer},
    )  # fmt: skip
    app.state.addresses = addresses = Addresses(scorer, settings)
    app.state.model, app.state.example = scorer.model, script_json(example.page_content())
    guards = [Security(_check_key)] if settings.api_key else []
    app.include_router(_guarded, dependencies=guards, responses=documented("unauthorised"))
    app.include_router(_open)
    if settings.cors_origins:
        app.add_middleware(
            _Cors, allow_origins=settings.cors_origins, allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "X-API-Key"],
            expose_headers=["Retry-After", "X-Request-Id"],
        )  # fmt: skip
    app.add_middleware(Middleware, metrics=addresses.metrics, limits=addresses.limits)
    return app


def _post(path: str, work: Callable[..., Any], gives: Any, example: object) -> None:
    """Add the address of a method of Addresses, with what it takes and does."""
    takes: type[messages.Body] = work.__annotations__["body"]

    async def endpoint(request: Request) -> Response:
        addresses: Addresses = request.app.state.addresses
        limits = addresses.limits
        body = await limits.read(request, takes)
        if isasyncgenfunction(work):
            kind = LINES if isinstance(body, messages.BatchLines) else _JSON
            return _Stream(work(addresses, body, request), media_type=kind)
        with limits.slot():
            async with in_time(limits.end_of_work(), request.receive):
                content = await work(addresses, body, request)
        limits.check("max_answer_bytes", len(content))
        limits.check_room(len(content))
        return Response(content, media_type=_JSON)

    sent = {"schema": takes.model_json_schema(), "examples": {"example": {"value": example}}}
    lines = {LINES: messages.LINES_SCHEMA} if takes is messages.BatchRequest else {}
    has_fields = takes in (messages.ScoreRequest, messages.BatchRequest)
    _guarded.add_api_route(
        path, endpoint, methods=["POST"], name=work.__name__, description=work.__doc__,
        responses={200: {"model": gives, "content": lines}, **_REFUSALS},
        openapi_extra={
            "requestBody": {"required": True, "content": {_JSON: sent, **lines}},
            "parameters": [messages.FIELDS_PARAMETER] if has_fields else [],
        },
    )  # fmt: skip


_post("/v1/score", Addresses.score, Report | dict[str, Any], RATED)
_post(
    "/v1/score:batch", Addresses.score_batch, messages.BatchAnswer, {"items": [RATED, {"text": 3}]}
)
_post("/v1/sourcing", Addresses.sourcing, messages.SourcingAnswer, TITLED)
_post("/v1/claims", Addresses.claims, ClaimReport, CLAIM)
_post("/v1/claims:page", Addresses.claims_page, dict[str, str], CLAIM)
_post("/v1/page", Addresses.page, dict[str, Any], RATED)


@_guarded.get("/v1/model")
async def model(request: Request) -> messages.ModelAnswer:
    """What scores here, and what a request may hold."""
    settings, model = request.app.state.addresses.settings, request.app.state.model
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
    content = request.app.state.addresses.metrics.exposition()
    return Response(content, headers={"Content-Type": CONTENT_TYPE_LATEST})


@_open.get("/livez")
async def alive(request: Request) -> dict[str, str]:
    """200 as long as the event loop turns."""
    return _status(request.app, "alive")


@_open.get("/healthz", responses=documented("unavailable"))
@_open.get("/readyz", responses=documented("unavailable"))
async def ready(request: Request) -> dict[str, str]:
    """200 if a further request would be taken; else 503."""
    if request.app.state.addresses.limits.full:
        detail = "As many requests are worked on as are allowed. Try again."
        raise ProblemError("unavailable", detail)
    return _status(request.app, "ready")


def _status(app: FastAPI, status: str) -> dict[str, str]:
    model_id: str = app.state.model.model_id
    return {"status": status, "model_id": model_id, "credscore_version": app.version}


@_open.get("/", response_class=HTMLResponse)
async def home(request: Request) -> Response:
    """The page: paste a text, and see what its score rests on."""
    return HTMLResponse(page_document(), headers=_PAGE_HEADERS)


@_open.get("/example.json", response_model=dict[str, Any])
async def example(request: Request) -> Response:
    """What the page shows of its own example; scored once, when the service starts."""
    return Response(request.app.state.example, media_type=_JSON)


@_open.get("/openapi.json", response_model=dict[str, Any])
async def openapi(request: Request) -> Response:
    """These addresses for machines, with examples."""
    here = {"servers": [{"url": request.scope["root_path"] or "/"}]}
    return JSONResponse(request.app.openapi() | here)


@_open.get("/docs", response_class=HTMLResponse)
async def docs(request: Request) -> Response:
    """The addresses, on a page that needs nothing from elsewhere."""
    api = request.app.openapi()
    page = rendered("addresses.html", policy=policy(), paths=api["paths"], **api["info"])
    return HTMLResponse(page, headers=_PAGE_HEADERS)


async def _check_key(
    request: Request,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
    header: Annotated[str | None, Security(_HEADER)],
) -> None:
    """Refuse a caller without the key; the comparison takes constant time."""
    expected = request.app.state.addresses.settings.api_key.get_secret_value().encode()
    key = bearer.credentials if bearer else header or ""
    if not secrets.compare_digest(key.encode("latin-1"), expected):
        detail = "Send the key as Authorization: Bearer KEY, or as X-API-Key: KEY."
        raise ProblemError("unauthorised", detail, {"WWW-Authenticate": "Bearer"})


class _Stream(StreamingResponse):
    """An answer sent in pieces; a problem before the first piece becomes the answer."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        head = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        pieces: Any = self.body_iterator
        async with aclosing(pieces):
            body = await anext(pieces)
            await send(head)
            while body:
                await send({"type": "http.response.body", "body": body, "more_body": True})
                body = await anext(pieces, b"")
        await send({"type": "http.response.body", "body": b""})


class _Cors(CORSMiddleware):
    """Starlette's middleware, which refuses with a problem document."""

    def preflight_response(self, request_headers: Headers) -> Response:
        response = super().preflight_response(request_headers)
        if response.status_code >= 400:
            raise ProblemError("bad_request", "The origin, method or header is not allowed.")
        return response
