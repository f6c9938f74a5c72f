"""What the server counts, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from kg.serve.pool import Pool

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)


class Metrics:
    """The counts of one server."""

    def __init__(self, pool: Pool) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter("kg_requests", "Requests.", ("route", "status"), registry=self._registry)
        self._seconds = Histogram(
            "kg_request_seconds", "From the request to its answer.", ("route",), buckets=_SECONDS,
            registry=self._registry,
        )  # fmt: skip
        for name, words in (
            ("running", "Queries being answered."),
            ("waiting", "Queries that wait for their turn."),
            ("halted", "Long queries that wait for a place among the long ones."),
            ("long", "Queries that have run longer than a short one may."),
            ("ended", "Workers ended in the middle of a query, since the start."),
        ):
            gauge = Gauge(f"kg_queries_{name}", words, registry=self._registry)
            gauge.set_function(lambda name=name: getattr(pool, name))  # type: ignore[misc]

    def count(self, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """Write all counts in Prometheus' own format."""
        return generate_latest(self._registry)
