"""The addresses under /v1."""

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError
from pydantic_core import to_json

from credscore.service import openapi
from credscore.service.desk import Desk
from credscore.service.limits import Limits
from credscore.service.messages import (
    TEXT,
    TITLE,
    BatchRequest,
    ModelAnswer,
    ScoreRequest,
    SourcingRequest,
    report_json,
)
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, invalid

JSON = "application/json"
_READING = (
    "bad_request", "unauthorised", "slow_body", "too_large", "unsupported_media_type", "invalid",
    "busy", "unexpected", "unavailable",
)  # fmt: skip


def v1(desk: Desk, limits: Limits, metrics: Metrics, about: ModelAnswer) -> APIRouter:
    """The routes of one app."""
    router = APIRouter(prefix="/v1", default_response_class=Response)

    @router.post(
        "/score",
        summary="Score one text",
        openapi_extra=openapi.body(
            "ScoreRequest",
            {
                "with a title": {"text": TEXT, "title": TITLE},
                "at a base rate": {"text": TEXT, "prior": 0.3},
            },
        ),
        responses=openapi.answers("Report", *_READING),
    )
    async def score(request: Request) -> Response:
        """The report: the score, its interval, and the words it rests on."""
        asked = await limits.read(request, ScoreRequest)
        limits.check_text(asked.text, asked.title)
        with limits:
            report = await desk.score(asked)
        metrics.scored.inc()
        metrics.characters.inc(len(asked.text))
        return Response(report_json(report), media_type=JSON)

    @router.post(
        "/score:batch",
        summary="Score several texts",
        openapi_extra=openapi.body(
            "BatchRequest", {"one good, one not": {"items": [{"text": TEXT}, {"text": 3}]}}
        ),
        responses=openapi.answers("BatchAnswer", *_READING),
    )
    async def score_batch(request: Request) -> Response:
        """One result for every item, in their order: its report, or why there is none."""
        asked = await limits.read(request, BatchRequest)
        limits.check_items(len(asked.items))
        items = [_item(item, limits) for item in asked.items]
        fine = [item for item in items if isinstance(item, ScoreRequest)]
        with limits:
            reports = iter(await desk.score_all(fine, report_json))
        results = [
            b'{"report":%b}' % next(reports)
            if isinstance(item, ScoreRequest)
            else to_json({"error": item.document()})
            for item in items
        ]
        metrics.scored.inc(len(fine))
        metrics.refused.inc(len(items) - len(fine))
        metrics.characters.inc(sum(len(item.text) for item in fine))
        head = b'{"scored":%d,"failed":%d,"results":[' % (len(fine), len(items) - len(fine))
        return Response(b"".join((head, b",".join(results), b"]}")), media_type=JSON)

    @router.post(
        "/sourcing",
        summary="Who said what",
        openapi_extra=openapi.body("SourcingRequest", {"an article": {"text": TEXT}}),
        responses=openapi.answers("SourcingAnswer", *_READING),
    )
    async def sourcing(request: Request) -> Response:
        """The attributed statements of a text and its sourcing profile, without any model."""
        asked = await limits.read(request, SourcingRequest)
        limits.check_text(asked.text, asked.title)
        with limits:
            rows, profile = await desk.sourcing(asked)
        return Response(
            to_json({"attributions": rows, "profile": profile._asdict()}), media_type=JSON
        )

    @router.get(
        "/model",
        summary="The model and the limits",
        responses=openapi.answers("ModelAnswer", "unauthorised", "unexpected"),
    )
    async def model(request: Request) -> Response:
        """What scores here, and what a request may hold."""
        limits.check_key(request)
        return Response(about.model_dump_json(), media_type=JSON)

    return router


def _item(item: object, limits: Limits) -> ScoreRequest | ProblemError:
    try:
        asked = ScoreRequest.model_validate(item)
        limits.check_text(asked.text, asked.title)
    except ValidationError as error:
        return invalid(error)
    except ProblemError as problem:
        return problem
    return asked
