"""Metrics: what the server counts, for Prometheus. Others add theirs to `registry`."""

from __future__ import annotations

from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

MEDIA_TYPE = CONTENT_TYPE_LATEST
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The figures of one running server."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    _requests: Counter = field(init=False)
    _seconds: Histogram = field(init=False)

    def __post_init__(self) -> None:
        requests = Counter("http_requests", "Requests answered.", ("method", "route", "status"), registry=self.registry)
        seconds = Histogram(
            "http_request_seconds",
            "Time to answer a request.",
            ("method", "route"),
            registry=self.registry,
            buckets=_BUCKETS,
        )
        object.__setattr__(self, "_requests", requests)
        object.__setattr__(self, "_seconds", seconds)

    def observe(self, *, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def text(self) -> bytes:
        return generate_latest(self.registry)
