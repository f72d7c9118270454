"""A database that goes away in the middle of a sending: a named error, nothing half stored, and
the same file goes in afterwards."""

import pytest
from sqlalchemy import event, text

from data_access import connect, sqlite
from data_access.engine import DatabaseUnavailable
from data_access.importing import ALREADY, READ, import_file
from data_access.raw.delivery import deliver
from data_access.raw.schema import SUBMISSION_STATE
from data_access.raw.store import raw_engine
from indicators.periods import Quarter
from tests.data_access.reporting_door import (
    add,
    check_audit,
    check_integrity,
    count_rows,
    make_file,
    make_files,
    read_plain,
    to_plain,
    to_viewer,
)

REGION, PERIOD = "pr-nord", Quarter(2026, 3)
VIEWER = to_viewer(REGION)


@pytest.fixture
def file(engine):
    return next(make_files(VIEWER, [PERIOD]))


def bring(file):
    return import_file(file.data, file.name, default=PERIOD, viewer=VIEWER)


def end(connection):
    """The server ends the session of the connection, as when it is stopped in haste."""
    own = connection.connection.dbapi_connection.info.backend_pid
    with connection.engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": own})


def once_at(engine, name, then):
    """Do something once where a transaction that writes comes to the event."""

    left = [then]

    def hear(connection, *_others):
        if left and connection.get_execution_options().get(sqlite.WRITES):
            left.pop()(connection)

    event.listen(engine, name, hear)


def at_states(connection, _cursor, statement, *_others):
    if SUBMISSION_STATE.name in statement:
        end(connection)


@pytest.fixture
def kind():
    """These are of PostgreSQL alone; the full disk below is of SQLite."""
    return "postgresql"


@pytest.mark.parametrize("moment", ["begun", "half written", "at the commit"])
def test_a_session_that_the_server_ends_stores_nothing(file, moment):
    before, raw = count_rows(), raw_engine()
    if moment == "half written":
        event.listen(raw, "before_cursor_execute", at_states)
    else:
        once_at(raw, {"begun": "begin", "at the commit": "commit"}[moment], end)
    with pytest.raises(DatabaseUnavailable):
        bring(file)
    if moment == "half written":
        event.remove(raw, "before_cursor_execute", at_states)
    assert count_rows() == before
    assert bring(file).status == READ
    assert count_rows() == add(before, file.counts())
    check_audit()


def test_an_answer_to_the_commit_that_is_lost_is_found_by_trying_again(file):
    def keep_and_lose(connection):
        connection.connection.dbapi_connection.commit()
        connection.connection.dbapi_connection.close()

    once_at(raw_engine(), "commit", keep_and_lose)
    with pytest.raises(DatabaseUnavailable):
        bring(file)
    stored = count_rows()
    assert bring(file).status == ALREADY
    assert count_rows() == stored
    assert read_plain(file.units, VIEWER) == to_plain(file.units)
    deliver()
    check_audit()


def test_a_main_database_lost_in_the_delivery_leaves_it_to_the_next(file):
    once_at(connect.engine(), "commit", end)
    assert bring(file).status == READ
    with pytest.raises(AssertionError):
        check_audit()
    assert deliver() == 1
    assert deliver() == 0
    check_audit()


@pytest.mark.parametrize("pages", [0, 4, 10])
def test_a_full_disk_stores_nothing(sqlite_engine, pages):
    file = make_file(VIEWER, PERIOD)
    before, raw = count_rows(), raw_engine()

    def limit(connection, *_others):
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used + pages}")

    event.listen(raw, "checkout", limit)
    with pytest.raises(DatabaseUnavailable, match="full"):
        bring(file)
    event.remove(raw, "checkout", limit)
    raw.dispose()
    assert count_rows() == before
    assert bring(file).status == READ
    assert count_rows() == add(before, file.counts())
    check_audit()
    check_integrity()
