"""Whether the service lives, is ready, and what it has done."""

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import Response

from credscore.service.endpoint import Endpoint
from credscore.service.messages import Health
from credscore.service.metrics import Metrics
from credscore.service.problems import later
from credscore.service.request_limits import Limits


def health(limits: Limits, metrics: Metrics, model_id: str, version: str) -> list[Endpoint]:
    """The endpoints of one app."""
    alive, ready = (
        Health(status=status, model_id=model_id, credscore_version=version).model_dump_json()
        for status in ("alive", "ready")
    )

    async def livez(request: Request) -> Response:
        """200 as long as the event loop turns."""
        return Response(alive, media_type="application/json")

    async def readyz(request: Request) -> Response:
        """200 where a further request would be taken; else 503."""
        if limits.full:
            raise later("unavailable", "As many requests are worked on as are allowed. Try again.")
        return Response(ready, media_type="application/json")

    async def healthz(request: Request) -> Response:
        """As /readyz."""
        return await readyz(request)

    async def exposition(request: Request) -> Response:
        """Requests, times, texts; no text is in them."""
        limits.check_key(request)
        return Response(metrics.exposition(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    waits = ("unexpected", "unavailable")
    return [
        Endpoint("GET", "/livez", livez, "Alive", "Health"),
        Endpoint("GET", "/readyz", readyz, "Ready for work", "Health", waits),
        Endpoint("GET", "/healthz", healthz, "Ready for work", "Health", waits),
        Endpoint(
            "GET", "/metrics", exposition, "Metrics for Prometheus", None,
            ("unauthorised", "unexpected"), media_type="text/plain", guarded=True,
        ),
    ]  # fmt: skip
