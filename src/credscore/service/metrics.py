"""Counts and times for Prometheus; one registry per app, no word of a text in a label."""

import functools
from collections.abc import Sequence

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from credscore.model import Model
from credscore.service.messages import ScoreRequest

_SECONDS = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """What one app has done."""

    def __init__(self, model: Model) -> None:
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._requests = Counter(
            "credscore_requests", "Requests answered.", ["route", "method", "status"],
            registry=registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "credscore_request_seconds", "Time from a request's head to the end of its answer.",
            ["route"], buckets=_SECONDS, registry=registry,
        )  # fmt: skip
        self.in_flight = Gauge(
            "credscore_requests_in_flight", "Requests not yet answered.", registry=registry
        )
        texts = Counter(
            "credscore_texts", "Texts of requests that were read.", ["outcome"], registry=registry
        )
        self._scored, self._refused = texts.labels("scored"), texts.labels("refused")
        self._characters = Counter(
            "credscore_characters", "Characters of the texts that were scored.", registry=registry
        )
        Gauge(
            "credscore_model_info", "The model that scores.", ["model_id"], registry=registry
        ).labels(model.model_id).set(1)
        self._answered = functools.cache(self._children)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request."""
        count, times = self._answered(route, method, status)
        count.inc()
        times.observe(seconds)

    def count(self, scored: Sequence[ScoreRequest], refused: int) -> None:
        """Count texts."""
        self._scored.inc(len(scored))
        self._refused.inc(refused)
        self._characters.inc(sum(len(one.text) for one in scored))

    def exposition(self) -> bytes:
        """The text format of Prometheus."""
        return generate_latest(self._registry)

    def _children(self, route: str, method: str, status: int) -> tuple[Counter, Histogram]:
        return self._requests.labels(route, method, str(status)), self._seconds.labels(route)
