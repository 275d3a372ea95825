"""The addresses of the service.

A handler takes a request and gives a response. FastAPI finds the handler and writes the OpenAPI
document; the handler reads the body itself, since its size is to be known before it is parsed.
"""

import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import Annotated, Any

from fastapi import FastAPI, Request, Response, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import to_json
from starlette.types import Receive, Scope, Send

from credscore import page
from credscore.report import Report
from credscore.service import messages
from credscore.service.batching import Batching, Item, Result
from credscore.service.docs_page import docs_page
from credscore.service.messages import TEXT, TITLE, Health, ModelAnswer, ScoreRequest
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, documented, invalid, later
from credscore.service.request_limits import Answer, RequestLimits

Responses = dict[int | str, dict[str, Any]]
Guards = Sequence[Any]
Handler = Callable[[Request], Awaitable[Response]]

_TITLED = {"text": TEXT, "title": TITLE}
_WORK = documented(
    "bad_request", "unauthorised", "slow_body", "too_large", "unsupported_media_type", "invalid",
    "busy", "unexpected", "unavailable",
)  # fmt: skip
_WAITS = documented("unexpected", "unavailable")
_BEARER = HTTPBearer(auto_error=False, scheme_name="bearer")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, scheme_name="header")
_PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": f"{page.policy()}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
}


def add_v1(
    app: FastAPI, batching: Batching, metrics: Metrics, about: ModelAnswer, guards: Guards
) -> None:
    """Add the addresses that score."""
    limits = batching.limits

    def post(
        path: str, summary: str, takes: type[BaseModel], gives: type[BaseModel], **examples: Any
    ) -> Callable[[Handler], Handler]:
        content = {
            "schema": takes.model_json_schema(),
            "examples": {title: {"value": value} for title, value in examples.items()},
        }
        body = {"required": True, "content": {"application/json": content}}
        return app.post(
            path, summary=summary, dependencies=guards, responses=_gives(gives, _WORK),
            openapi_extra={"requestBody": body},
        )  # fmt: skip

    @post(
        "/v1/score", "Score one text", ScoreRequest, Report,
        titled=_TITLED, rated={"text": TEXT, "prior": 0.3},
    )  # fmt: skip
    async def score(request: Request) -> Response:
        """The report: the score, its interval, and the words it rests on."""
        body = await limits.read(request, ScoreRequest, limits.check_text)
        with limits.slot():
            report = await batching.score(body, request.receive)
        metrics.count([body], 0)
        return Answer(report, limits)

    @post(
        "/v1/score:batch", "Score several texts", messages.BatchRequest, messages.BatchAnswer,
        mixed={"items": [_TITLED, {"text": 3}]},
    )  # fmt: skip
    async def score_batch(request: Request) -> Response:
        """One result for every item, in their order: its report, or why there is none."""
        body = await limits.read(request, messages.BatchRequest, limits.check_items)
        items = [_item(item, limits) for item in body.items]
        return _Stream(batch_answer(items, request.receive))

    async def batch_answer(items: list[Item], receive: Receive) -> AsyncGenerator[bytes, None]:
        """The answer block by block: the next block is scored when the last one is sent."""
        before, size = b'{"results":[', 0
        scored: list[ScoreRequest] = []
        with limits.slot():
            places = iter(items)
            async for results in batching.score_batch(items, receive):
                written = []
                for result, item in zip(results, places, strict=False):
                    content, fits = _result(result, size, limits)
                    size += len(content)
                    written.append(content)
                    if fits and isinstance(item, ScoreRequest):
                        scored.append(item)
                yield before + b",".join(written)
                before = b","
        failed = len(items) - len(scored)
        metrics.count(scored, failed)
        yield (b"" if items else before) + b'],"scored":%d,"failed":%d}' % (len(scored), failed)

    @post(
        "/v1/sourcing",
        "Who said what",
        messages.SourcingRequest,
        messages.SourcingAnswer,
        article=_TITLED,
    )
    async def sourcing(request: Request) -> Response:
        """The attributed statements of a text and its sourcing profile, without any model."""
        body = await limits.read(request, messages.SourcingRequest, limits.check_text)
        with limits.slot():
            return Answer(await batching.sourcing(body, request.receive), limits)

    @post(
        "/v1/page", "What the page shows of a text", messages.PageRequest, messages.PageAnswer,
        text=_TITLED, html={"html": f"<html><h1>{TITLE}</h1><p>{TEXT}</p></html>"},
    )  # fmt: skip
    async def page_content(request: Request) -> Response:
        """The report, its text, and what would change the score."""
        body = await limits.read(request, messages.PageRequest, limits.check_text)
        with limits.slot():
            return Answer(await batching.show(body, request.receive), limits)

    @app.get(
        "/v1/model", dependencies=guards, summary="The model and the limits",
        responses=_gives(ModelAnswer, documented("unauthorised", "unexpected")),
    )  # fmt: skip
    async def model(request: Request) -> Response:
        """What scores here, and what a request may hold."""
        return _json(about)


def add_health(
    app: FastAPI, limits: RequestLimits, metrics: Metrics, about: ModelAnswer, guards: Guards
) -> None:
    """Add whether the service lives, is ready, and what it has done."""

    def state(status: str) -> Response:
        return _json(
            Health(
                status=status, model_id=about.model_id, credscore_version=about.credscore_version
            )
        )

    @app.get("/livez", summary="Alive", responses=_gives(Health, documented("unexpected")))
    async def livez(request: Request) -> Response:
        """200 as long as the event loop turns."""
        return state("alive")

    @app.get("/readyz", summary="Ready for work", responses=_gives(Health, _WAITS))
    async def readyz(request: Request) -> Response:
        """200 if a further request would be taken; else 503."""
        if limits.full:
            raise later("unavailable", "As many requests are worked on as are allowed. Try again.")
        return state("ready")

    @app.get("/healthz", summary="Ready for work", responses=_gives(Health, _WAITS))
    async def healthz(request: Request) -> Response:
        """As /readyz."""
        return await readyz(request)

    @app.get(
        "/metrics", summary="Metrics for Prometheus", dependencies=guards,
        responses=_gives("text/plain", documented("unauthorised", "unexpected")),
    )  # fmt: skip
    async def exposition(request: Request) -> Response:
        """Requests, times, texts; no text is in them."""
        return Response(metrics.exposition(), headers={"Content-Type": CONTENT_TYPE_LATEST})


def add_pages(app: FastAPI) -> None:
    """Add the pages for people."""
    gives = _gives("text/html", documented("unexpected"))

    @app.get("/", summary="The page", responses=gives)
    async def home(request: Request) -> Response:
        """The page: paste a text, and see what its score rests on."""
        return Response(page.app(), headers=_PAGE_HEADERS, media_type="text/html")

    @app.get("/docs", summary="The addresses", responses=gives)
    async def docs(request: Request) -> Response:
        """What openapi.json says, as a page that needs nothing from elsewhere."""
        content = docs_page(request.app.openapi())
        return Response(content, headers=_PAGE_HEADERS, media_type="text/html")


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


def _item(item: object, limits: RequestLimits) -> Item:
    try:
        request = ScoreRequest.model_validate(item)
        limits.check_text(request)
    except ValidationError as error:
        return invalid(error)
    except ProblemError as problem:
        return problem
    return request


def _result(result: Result, size: int, limits: RequestLimits) -> tuple[bytes, bool]:
    """The result of an item as JSON, behind so many bytes of others; whether it is a report."""
    if isinstance(result, bytes):
        try:
            limits.check("max_answer_bytes", size + len(result))
            return b'{"report":%b}' % result, True
        except ProblemError as problem:
            result = problem
    return to_json({"error": result.document()}), False


def _json(message: BaseModel) -> Response:
    return Response(message.model_dump_json(), media_type="application/json")


def _gives(answer: type[BaseModel] | str, problems: Responses) -> Responses:
    """What the OpenAPI document says of answers: a model or a media type, and the problems."""
    if isinstance(answer, str):
        done: dict[str, Any] = {"content": {answer: {"schema": {"type": "string"}}}}
    else:
        done = {"model": answer}
    return {200: {"description": "Done.", **done}, **problems}
