"""A database that can be read and takes no writes: each state by its name, nothing half written."""

import threading
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, text, update

from data_access import connect, lease, sessions, version
from data_access.audit import SYSTEM, Action, note
from data_access.connect import writing
from data_access.engine import DatabaseUnavailable, NotWritable
from data_access.errors import DatabaseBusy, DatabaseFull, DatabaseNewer, ReadOnlyDatabase
from data_access.establishment import fetch_stages
from data_access.lease import UnderWay, holding
from data_access.people import ensure_person
from data_access.raw.schema import SENDING
from data_access.raw.store import raw_engine, writing_raw
from data_access.schema import AUDIT, LEASE
from data_access.sessions import NOTED_EVERY, SessionOver
from data_access.viewer import DEMONSTRATION as ALL

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CLAIMS = {"iss": "https://idp", "sub": "ett", "iat": int(NOW.timestamp()), "nonce": "n"}


def record():
    note(SYSTEM, Action.WRITE, "prov")


def count_rows(engine):
    with connect.reading(engine) as connection:
        return connection.scalar(text(f"SELECT COUNT(*) FROM {AUDIT.name}"))


def enter(now):
    return sessions.enter(CLAIMS, ensure_person("https://idp", "ett"), now)


def make_read_only(engine):
    """As a standby is, or a database that is being looked after."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only = ON"))
    else:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            name = engine.url.database
            setting = f"ALTER DATABASE {name} SET default_transaction_read_only = on"
            connection.execute(text(setting))
    engine.dispose()


def ask():
    with version.picture():
        return len(fetch_stages("lpo", date(2026, 11, 1), viewer=ALL))


def test_a_read_only_database_is_read_and_says_what_it_is(engine):
    before = count_rows(engine)
    make_read_only(engine)
    with pytest.raises(ReadOnlyDatabase) as caught:
        record()
    assert caught.value.state == "database-read-only"
    assert count_rows(engine) == before
    assert ask() == 95


def test_who_has_signed_in_reads_on_while_nothing_can_be_written(engine):
    assert enter(NOW) is True
    make_read_only(engine)
    assert enter(NOW + 5 * MINUTE) is False
    with pytest.raises(ReadOnlyDatabase):  # who signs in is noted, or does not
        sessions.enter(CLAIMS | {"nonce": "m"}, ensure_person("https://idp", "ett"), NOW)
    with pytest.raises(SessionOver):
        enter(NOW + 70 * MINUTE)


def test_a_page_waits_little_for_those_who_write_before_it_notes_a_session(engine, monkeypatch):
    monkeypatch.setattr(sessions, "NOTED_WITHIN", 1)
    enter(NOW)
    with writing():
        started = time.perf_counter()
        assert enter(NOW + 2 * NOTED_EVERY) is False
        assert time.perf_counter() - started < 20, "it waited for the writer"
    assert enter(NOW + 4 * NOTED_EVERY) is False


def test_a_full_sqlite_takes_nothing_and_keeps_what_it_has(sqlite_engine):
    # by SQLite's own limit of pages, which is met in the same place as a full disk
    before = count_rows(sqlite_engine)
    event.listen(sqlite_engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 1"))
    sqlite_engine.dispose()
    with pytest.raises(DatabaseFull) as caught:
        for _ in range(200):
            note(SYSTEM, Action.WRITE, "prov" * 500)
    assert caught.value.state == "database-full"
    assert ask() == 95
    assert count_rows(sqlite_engine) >= before


def test_who_waits_too_long_for_others_is_told(engine):
    with writing(), pytest.raises(DatabaseBusy) as caught, writing(wait=1):
        pass
    assert caught.value.state == "database-busy"


def test_a_write_waits_for_one_that_takes_long_and_is_kept_once(engine):
    before, begun = count_rows(engine), threading.Event()

    def hold():
        with writing():
            begun.set()
            time.sleep(1.5)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait()
    record()
    holder.join()
    assert count_rows(engine) == before + 1


@pytest.mark.parametrize("store", ["main", "raw"])
def test_code_that_is_older_than_the_database_writes_nothing(engine, store):
    on, write = (engine, record) if store == "main" else (raw_engine(), _send)
    with on.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = count_rows(engine)
    with pytest.raises(DatabaseNewer, match="9999") as caught:
        write()
    assert (caught.value.state, count_rows(engine)) == ("database-newer", before)
    assert ask() == 95  # what is there can be read on


def _send():
    with writing_raw() as connection:
        connection.execute(SENDING.insert().values(id=1))


def test_each_is_met_by_who_meets_a_database_that_is_away():
    for kind in (ReadOnlyDatabase, DatabaseFull, DatabaseBusy, DatabaseNewer):
        assert issubclass(kind, NotWritable) and issubclass(kind, DatabaseUnavailable)


def set_lease(**later):
    with writing() as connection:
        now = connect.read_clock(connection)
        connection.execute(update(LEASE).values(until=now + timedelta(**later)))


def test_a_lease_from_before_the_clock_was_set_back_is_over(engine):
    with holding("utgåva") as renew:
        set_lease(hours=5)
        with holding("utgåva"), pytest.raises(UnderWay):
            renew()  # who had it is told, and publishes nothing


def test_on_postgresql_the_servers_clock_is_the_one_that_counts(engine, monkeypatch):
    class Jumped(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(hours=3)

    with holding("utgåva"):
        monkeypatch.setattr(connect, "datetime", Jumped)
        if engine.dialect.name == "postgresql":
            with pytest.raises(UnderWay), holding("utgåva"):
                pass
        else:  # one machine has one clock: who came too late is told, see above
            with holding("utgåva"):
                pass
    assert lease.SECONDS < 3 * 3600
