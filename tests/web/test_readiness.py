"""Whether a proxy may send visitors here, in a word."""

import json
import signal
import time
from datetime import date

import pytest
from sqlalchemy import text, update

import settings
from data_access import connect, council_events, version
from data_access.connect import writing
from data_access.engine import DatabaseUnavailable, ensure_prepared
from data_access.kind import WrongKind
from data_access.prepare import forget_prepared
from data_access.schema import DELIVERED
from tests.served import Served
from tests.viewers import WRITER
from tests.web.conftest import ask
from tests.web.data_folder import copy_to
from web import readiness
from web.readiness import (
    AWAY,
    READY,
    REPORTS_LOST,
    STARTING,
    STOPPING,
    WRONG_KIND,
    WRONG_SCHEMA,
    Readiness,
)


@pytest.fixture
def at_once(monkeypatch):
    """No answer is kept, and the start is tried anew at every look."""
    monkeypatch.setattr(readiness, "KEPT", -1.0)
    monkeypatch.setattr(readiness, "AGAIN", -1.0)


def started(start=ensure_prepared):
    ready = Readiness(start)
    ready.begin()
    return ready


def wait_for(ready, word):
    deadline = time.monotonic() + 30
    while ready.tell() != word and time.monotonic() < deadline:
        time.sleep(0.05)
    return ready.tell()


def test_it_is_ready_when_the_start_is_done(engine, at_once):
    ready = Readiness(ensure_prepared)
    ready._tried_at = time.monotonic() + 60  # not by itself
    assert ready.tell() == STARTING
    ready.begin()
    assert ready.tell() == READY


def test_a_database_that_was_away_at_the_start_is_made_ready_when_it_is_there(
    empty_engine, at_once
):
    is_away = [True]

    def start():
        if is_away:
            raise DatabaseUnavailable("away")
        ensure_prepared()

    ready = started(start)
    connect.make_file(empty_engine)
    assert ready.tell() == STARTING
    is_away.clear()
    assert wait_for(ready, READY) == READY


@pytest.mark.parametrize("missing", ["file", "server"])
def test_a_database_that_goes_away_is_told_so(sqlite_engine, use_database, missing, at_once):
    ready = started()
    away = {"file": "sqlite:////tmp/bob-finns-inte/x.db", "server": "postgresql://u@127.0.0.1:1/x"}
    use_database(away[missing])
    assert ready.tell() == AWAY


def test_a_schema_that_is_not_the_codes_is_told_so(engine, at_once):
    ready = started()
    with writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert ready.tell() == WRONG_SCHEMA


def test_a_schema_that_was_too_new_at_the_start_is_told_so(engine, at_once):
    with writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert started().tell() == WRONG_SCHEMA


def test_a_store_of_reports_that_is_lost_is_told_so(engine, at_once):
    with writing() as connection:
        connection.execute(update(DELIVERED).values(last=7))
    forget_prepared()
    ready = started()
    assert ready.tell() == REPORTS_LOST
    with writing() as connection:
        connection.execute(update(DELIVERED).values(last=0))
    assert wait_for(ready, READY) == READY


def test_a_database_of_the_wrong_kind_is_told_so(engine, at_once):
    ready = started()
    council_events.add_event(
        "lokalt-rad-umea", "vilande", date(2026, 10, 1), viewer=WRITER, source="prov"
    )
    version.forget_version()
    assert ready.tell() == WRONG_KIND
    with pytest.raises(WrongKind):
        started(lambda: raise_it(WrongKind("x")))


def raise_it(error):
    raise error


def test_while_it_stops_nobody_is_to_come(engine, at_once):
    ready = started()
    ready.stop()
    assert ready.tell() == STOPPING


def test_the_database_is_asked_at_most_once_a_second(engine, monkeypatch):
    asked = []
    monkeypatch.setattr(readiness, "health", lambda: asked.append(1) or {"database": False})
    ready = started()
    for _ in range(20):
        assert ready.tell() == AWAY
    assert len(asked) == 1


def test_who_asks_meanwhile_does_not_wait(engine):
    ready = started()
    with ready._lock:
        assert ready.tell() == STARTING


def test_the_server_is_ready(send):
    answer = send("/readyz")
    assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store")
    assert json.loads(answer.body) == {"ready": True, "reason": None}


def test_from_the_signal_to_stop_on_it_is_not_and_then_it_stops(tmp_path):
    served = Served(copy_to(tmp_path), environment={"BOB_DRAIN_SECONDS": "2"}, command="uvicorn")
    served.start()
    try:
        assert ask(served, "/readyz").status == 200
        served.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert json.loads(ask(served, "/readyz").body)["reason"] == STOPPING
        assert ask(served, "/healthz").status == 200  # it lives, and serves who is here
        assert served.process.wait(20) in (0, -signal.SIGTERM)
    finally:
        served.stop()


@pytest.mark.parametrize("seconds", ["-1", "301", "x"])
def test_a_time_to_drain_is_some_seconds(seconds, monkeypatch):
    monkeypatch.setenv("BOB_DRAIN_SECONDS", seconds)
    settings.load.cache_clear()
    with pytest.raises(ValueError, match="drain_seconds"):
        settings.load()
    monkeypatch.undo()
    settings.load.cache_clear()
