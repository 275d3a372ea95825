"""Counts and times for Prometheus; no label holds a word of a text.

With several worker processes (PROMETHEUS_MULTIPROC_DIR is set before prometheus_client is
imported), each process writes its counts to files. The process that gets the request adds them up.
"""

import os
from functools import partial

import prometheus_client as prometheus
from prometheus_client.multiprocess import MultiProcessCollector

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The counts and times of one app; each app has its own registry."""

    def __init__(self, model_id: str) -> None:
        self._registry = registry = prometheus.CollectorRegistry()
        prometheus.ProcessCollector(registry=registry)
        counter = partial(prometheus.Counter, registry=registry)
        gauge = partial(prometheus.Gauge, registry=registry)
        labels = ["route", "method", "status"]
        self._requests = counter("credscore_requests", "Requests answered.", labels)
        self._seconds = prometheus.Histogram(
            "credscore_request_seconds", "Time from a request's head to the end of its answer.",
            ["route"], buckets=_SECONDS, registry=registry,
        )  # fmt: skip
        about = "Requests not yet answered."
        self.in_flight = gauge("credscore_requests_in_flight", about, multiprocess_mode="livesum")
        texts = counter("credscore_texts", "Texts of requests that were read.", ["outcome"])
        self._scored, self._refused = texts.labels("scored"), texts.labels("refused")
        about = "Characters of the texts that were scored."
        self._characters = counter("credscore_characters", about)
        about = "The model that scores."
        model = gauge("credscore_model_info", about, ["model_id"], multiprocess_mode="livemax")
        model.labels(model_id).set(1)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        self._requests.labels(route, method, status).inc()
        self._seconds.labels(route).observe(seconds)

    def count(self, scored: int, characters: int, refused: int = 0) -> None:
        self._scored.inc(scored)
        self._characters.inc(characters)
        self._refused.inc(refused)

    def exposition(self) -> bytes:
        registry = self._registry
        if FOLDER in os.environ:
            registry = prometheus.CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return prometheus.generate_latest(registry)
