"""What Prometheus is told: of the program alone, by few words, and that it is counted."""

import re
import time

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

import metrics
import settings
from data_access import connect
from data_access.connect import reading
from data_access.engine import DatabaseUnavailable
from data_access.migrations import HEAD
from data_access.pools import list_pools
from pages import menu
from tests.pace import within
from web import log
from web.request_kinds import to_class, to_kind, to_method
from web.request_log import RequestLog


def read(name, **labels):
    """The value of a sample in this process, 0 where there is none."""
    return metrics.REGISTRY.get_sample_value(name, labels) or 0.0


def samples(send):
    text = send("/metrics").body.decode()
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_the_server_tells_its_versions_and_what_it_has_answered(send):
    answer = send("/metrics")
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    assert answer.headers["Cache-Control"] == "no-store"
    key = ("method", "GET"), ("status", "2xx")
    before = samples(send)
    send("/karta?omrade=lpo-jarva")
    name = ("bob_http_requests_total", ("kind", "karta"), *key)
    deadline = time.monotonic() + 5  # it is counted when the answer has been sent
    while (after := samples(send)).get(name) == before.get(name) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert after[name] - before.get(name, 0) == 1
    assert after["bob_reports", ("state", "running")] == 0, "none has been asked for yet"
    assert after["bob_info", ("schema", HEAD), ("version", settings.VERSION)] == 1
    assert after[("process_resident_memory_bytes",)] > 1_000_000


def test_no_address_name_or_code_of_an_area_is_among_the_labels(send):
    for path in ("/karta?omrade=lpo-jarva", "/hemlig-sida", "/api/v1/x", "/nytt.atom?nyckel=abc"):
        send(path)
    text = send("/metrics").body.decode()
    told = set(re.findall(r'(?:kind|page)="([^"]*)"', text))
    kinds = {"api", "assets", "stream", "state", "files", "feed", "sign-in", "other"}
    assert told
    assert told <= kinds | {entry.name for entry in menu.entries()}
    assert "hemlig" not in text and "jarva" not in text


def test_names_are_as_prometheus_wants_them(send):
    for family in text_string_to_metric_families(send("/metrics").body.decode()):
        assert family.name.startswith(("bob", "process_", "python_"))
        assert not re.search(r"_(ms|milliseconds|kb|minutes)\b", family.name)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "oversikt"),
        ("/karta", "karta"),
        ("/karta/", "karta"),
        ("/anna-ek", "other"),
        ("/api/v1/releases/1", "api"),
        ("/assets/areas/x.json", "assets"),
        ("/_stcore/stream", "stream"),
        ("/media/abc.csv", "files"),
        ("/metrics", "state"),
        ("/a/b/c", "other"),
    ],
)
def test_an_address_is_one_of_a_few_kinds(path, kind):
    assert to_kind(path) == kind


def test_methods_and_answers_are_few():
    assert [to_method(one) for one in ("GET", "BREW")] == ["GET", "other"]
    assert [to_class(one) for one in (200, 304, 404, 503)] == ["2xx", "3xx", "4xx", "5xx"]


def test_a_run_is_counted_by_how_it_ended():
    before = {end: read("bob_reruns_total", page="prov", outcome=end) for end in ("ok", "failed")}
    with log.rerun("prov"):
        pass
    with pytest.raises(ValueError), log.rerun("prov"):
        raise ValueError
    for end, value in before.items():
        assert read("bob_reruns_total", page="prov", outcome=end) == value + 1


def test_to_count_a_run_costs_next_to_nothing():
    """All that a run adds: its own two counts and those of five connections."""
    with within(50e-6 * 2_000):
        for _ in range(2_000):
            metrics.RERUNS.labels("prov", "ok").inc()
            metrics.RERUN_SECONDS.labels("prov").observe(0.02)
            for _ in range(5):
                metrics.CONNECT_SECONDS.labels("main").observe(0.001)


async def _socket(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    assert await receive()
    await send({"type": "websocket.close", "code": 1000})


async def _refusing(scope, receive, send):
    await send({"type": "websocket.close", "code": 1008})


def test_open_sessions_are_counted_until_they_are_over():
    with TestClient(RequestLog(_socket)).websocket_connect("/") as socket:
        assert read("bob_sessions_open") == 1
        socket.send_text("x")
    assert read("bob_sessions_open") == 0


def test_a_session_that_was_refused_is_none():
    with pytest.raises(Exception), TestClient(RequestLog(_refusing)).websocket_connect("/"):  # noqa: B017
        pass
    assert read("bob_sessions_open") == 0


def test_a_job_is_counted_by_how_it_ended():
    def count(outcome):
        return read("bob_jobs_ended_total", job="prov", outcome=outcome)

    for error, outcome in ((None, "done"), (KeyError, "refused"), (OSError, "failed")):
        before = count(outcome)
        try:
            with metrics.job("prov", KeyError):
                if error:
                    raise error
        except (KeyError, OSError):
            pass
        assert count(outcome) == before + 1
    assert read("bob_jobs_begun_total", job="prov") == 3
    assert read("bob_job_last_success_timestamp_seconds", job="prov") > 1e9


def test_connections_and_those_in_use_are_told_each_store(engine):
    assert {"main"} <= {pool.store for pool in list_pools()}
    before = read("bob_database_connect_seconds_count", store="main")
    with reading():
        assert read("bob_database_connections", store="main", state="out") >= 1
    assert read("bob_database_connect_seconds_count", store="main") == before + 1
    assert read("bob_database_connections", store="main", state="size") >= 8


def test_when_no_connection_is_free_that_is_counted(engine, monkeypatch):
    held = [engine.connect() for _ in range(24)]
    monkeypatch.setattr(engine.pool, "_timeout", 0.01)
    before = read("bob_database_timeouts_total", store="main")
    errors = read("bob_database_errors_total", kind="DatabaseUnavailable")
    try:
        with pytest.raises(DatabaseUnavailable, match="no free connection"), reading():
            pass
    finally:
        for one in held:
            one.close()
    assert read("bob_database_timeouts_total", store="main") == before + 1
    assert read("bob_database_errors_total", kind="DatabaseUnavailable") == errors + 1


def test_the_engine_of_the_settings_has_its_name(sqlite_engine):
    assert connect.engine().logging_name == "main"
