"""What this process counts of its own work, in the form that Prometheus reads.

A label is one of a few words of ours, never an address that somebody asked for, a name or a count:
what is told here tells of the program alone.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

TYPE = CONTENT_TYPE_LATEST
STARTED = datetime.now(UTC)  # when this process began
_QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds
_SLOW = (0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600)
Numbers = Mapping[tuple[str, ...], float]  # the labels' values → what is counted

disable_created_metrics()  # type: ignore[no-untyped-call]  # lines that nobody asks for
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)
GCCollector(registry=REGISTRY)


def _counter(name: str, what: str, *labels: str) -> Counter:
    return Counter(name, what, labels, registry=REGISTRY)


def _seconds(name: str, what: str, *labels: str, bounds: Iterable[float] = _QUICK) -> Histogram:
    return Histogram(name, what, labels, registry=REGISTRY, buckets=tuple(bounds))


INFO = Info("bob", "Version of the program and of its schema.", registry=REGISTRY)
REQUESTS = _counter("bob_http_requests", "Requests answered.", "method", "kind", "status")
REQUEST_SECONDS = _seconds("bob_http_request_duration_seconds", "Time to the answer.", "kind")
SESSIONS = Gauge("bob_sessions_open", "Browsers that are connected.", registry=REGISTRY)
RERUNS = _counter("bob_reruns", "Runs of a page or of a part of it.", "page", "outcome")
RERUN_SECONDS = _seconds("bob_rerun_duration_seconds", "Time of a run.", "page")
CONNECT_SECONDS = _seconds(
    "bob_database_connect_seconds", "Time until a connection was given.", "store"
)
TIMEOUTS = _counter("bob_database_timeouts", "No connection was free in time.", "store")
DATABASE_ERRORS = _counter("bob_database_errors", "What was wrong with a database.", "kind")
JOBS_BEGUN = _counter("bob_jobs_begun", "Jobs begun in this process.", "job")
JOBS_ENDED = _counter("bob_jobs_ended", "Jobs ended in this process.", "job", "outcome")
JOB_SECONDS = _seconds("bob_job_duration_seconds", "Time of a job.", "job", bounds=_SLOW)
JOB_LAST = Gauge(
    "bob_job_last_success_timestamp_seconds",
    "When a job of this process last was done.",
    ("job",),
    registry=REGISTRY,
)
REPORTS = Gauge("bob_reports", "Reports in the making.", ("state",), registry=REGISTRY)
# Told before any is made
REPORTS_WAITING, REPORTS_RUNNING = map(REPORTS.labels, ("waiting", "running"))
FAILURES = _counter("bob_failures", "Failures that were logged.", "kind")
SIGN_INS = _counter("bob_sign_ins", "Sessions begun, and refusals by reason.", "outcome")


class _AtScrape(Collector):
    """A number that somebody keeps anyway, read when it is asked for."""

    def __init__(
        self,
        family: type[CounterMetricFamily] | type[GaugeMetricFamily],
        name: str,
        what: str,
        labels: tuple[str, ...],
        read: Callable[[], Numbers],
    ) -> None:
        self._make: Callable[[], Any] = partial(family, name, what, labels=labels)
        self._read = read

    def describe(self) -> Iterable[Metric]:
        """The name alone: nothing is read before it is asked for."""
        return [self._make()]

    def collect(self) -> Iterable[Metric]:
        """The numbers as they are now."""
        made = self._make()
        for labels, value in self._read().items():
            made.add_metric(labels, value)
        return [made]


def tell_count(name: str, what: str, *labels: str, read: Callable[[], Numbers]) -> None:
    """Tell what has been counted since the process began, as `read` gives it."""
    REGISTRY.register(_AtScrape(CounterMetricFamily, name, what, labels, read))


def tell_state(name: str, what: str, *labels: str, read: Callable[[], Numbers]) -> None:
    """Tell what goes up and down, as `read` gives it."""
    REGISTRY.register(_AtScrape(GaugeMetricFamily, name, what, labels, read))


@contextmanager
def job(name: str, *refusals: type[BaseException]) -> Iterator[None]:
    """Count the block as a job: done, failed, or by one of the `refusals` refused."""
    begun, outcome = time.perf_counter(), "failed"
    JOBS_BEGUN.labels(name).inc()
    try:
        yield
        outcome = "done"
    except refusals:
        outcome = "refused"
        raise
    finally:
        end_job(name, outcome, time.perf_counter() - begun)


def end_job(name: str, outcome: str, seconds: float) -> None:
    """Count that a job has ended, after so many seconds."""
    JOBS_ENDED.labels(name, outcome).inc()
    JOB_SECONDS.labels(name).observe(seconds)
    if outcome == "done":
        JOB_LAST.labels(name).set_to_current_time()


def to_text() -> bytes:
    """All of it, as it is now, in Prometheus' text format (`TYPE`)."""
    return generate_latest(REGISTRY)
