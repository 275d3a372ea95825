"""Whether the service lives, is ready, and what it has done."""

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

from credscore.service import openapi
from credscore.service.limits import Limits
from credscore.service.messages import Health
from credscore.service.metrics import Metrics
from credscore.service.problems import later


def health(limits: Limits, metrics: Metrics, model_id: str, version: str) -> APIRouter:
    """The routes of one app."""
    router = APIRouter(default_response_class=Response)
    alive, ready = (
        Health(status=status, model_id=model_id, credscore_version=version).model_dump_json()
        for status in ("alive", "ready")
    )

    @router.get("/livez", summary="Alive", responses=openapi.answers("Health", "unexpected"))
    async def livez() -> Response:
        """200 as long as the event loop turns."""
        return Response(alive, media_type="application/json")

    @router.get(
        "/readyz",
        summary="Ready for work",
        responses=openapi.answers("Health", "unexpected", "unavailable"),
    )
    @router.get(
        "/healthz",
        summary="Ready for work, under its other name",
        responses=openapi.answers("Health", "unexpected", "unavailable"),
    )
    async def readyz() -> Response:
        """200 where a further request would be taken; else 503."""
        if limits.full:
            raise later("unavailable", "As many requests are worked on as are allowed. Try again.")
        return Response(ready, media_type="application/json")

    @router.get(
        "/metrics",
        summary="Metrics for Prometheus",
        responses={
            200: {
                "description": "Done.",
                "content": {"text/plain": {"schema": {"type": "string"}}},
            },
            **openapi.answers(None, "unauthorised", "unexpected"),
        },
    )
    async def counts(request: Request) -> Response:
        """Requests, times, texts; no text is in them."""
        limits.check_key(request)
        return Response(metrics.exposition(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return router
