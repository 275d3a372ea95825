"""The addresses under /v1."""

from pydantic import ValidationError
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from credscore.service.batching import Desk
from credscore.service.endpoint import READING, Endpoint
from credscore.service.messages import (
    TEXT,
    TITLE,
    BatchRequest,
    ModelAnswer,
    ScoreRequest,
    SourcingRequest,
)
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, invalid
from credscore.service.request_limits import Limits
from credscore.sourcing import summary

JSON = "application/json"


def v1(desk: Desk, limits: Limits, metrics: Metrics, about: ModelAnswer) -> list[Endpoint]:
    """The endpoints of one app."""

    async def score(request: Request) -> Response:
        """The report: the score, its interval, and the words it rests on."""
        asked = await limits.read(request, ScoreRequest, limits.check_text)
        with limits:
            report = await desk.score(asked)
        metrics.count([asked], 0)
        return Response(report, media_type=JSON)

    async def score_batch(request: Request) -> Response:
        """One result for every item, in their order: its report, or why there is none."""
        asked = await limits.read(request, BatchRequest, limits.check_items)
        items = [_item(item, limits) for item in asked.items]
        fine = [item for item in items if isinstance(item, ScoreRequest)]
        failed = len(items) - len(fine)
        with limits:
            reports = iter(await desk.score_all(fine))
        results = [
            b'{"report":%b}' % next(reports)
            if isinstance(item, ScoreRequest)
            else to_json({"error": item.document()})
            for item in items
        ]
        metrics.count(fine, failed)
        head = b'{"scored":%d,"failed":%d,"results":[' % (len(fine), failed)
        return Response(b"".join((head, b",".join(results), b"]}")), media_type=JSON)

    async def sourcing(request: Request) -> Response:
        """The attributed statements of a text and its sourcing profile, without any model."""
        asked = await limits.read(request, SourcingRequest, limits.check_text)
        with limits:
            rows, profile = await desk.sourcing(asked)
        found = {"attributions": rows, "profile": profile._asdict(), "summary": summary(rows)}
        return Response(to_json(found), media_type=JSON)

    async def model(request: Request) -> Response:
        """What scores here, and what a request may hold."""
        limits.check_key(request)
        return Response(about.model_dump_json(), media_type=JSON)

    titled, based = {"text": TEXT, "title": TITLE}, {"text": TEXT, "prior": 0.3}
    return [
        Endpoint(
            "POST", "/v1/score", score, "Score one text", "Report", READING, "ScoreRequest",
            {"with a title": titled, "at a base rate": based}, guarded=True,
        ),
        Endpoint(
            "POST", "/v1/score:batch", score_batch, "Score several texts", "BatchAnswer", READING,
            "BatchRequest", {"one fits, one does not": {"items": [titled, {"text": 3}]}},
            guarded=True,
        ),
        Endpoint(
            "POST", "/v1/sourcing", sourcing, "Who said what", "SourcingAnswer", READING,
            "SourcingRequest", {"an article": titled}, guarded=True,
        ),
        Endpoint(
            "GET", "/v1/model", model, "The model and the limits", "ModelAnswer",
            ("unauthorised", "unexpected"), guarded=True,
        ),
    ]  # fmt: skip


def _item(item: object, limits: Limits) -> ScoreRequest | ProblemError:
    try:
        asked = ScoreRequest.model_validate(item)
        limits.check_text(asked)
    except ValidationError as error:
        return invalid(error)
    except ProblemError as problem:
        return problem
    return asked
