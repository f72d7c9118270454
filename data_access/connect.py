"""The doors to the database: to read, as readers or as the program itself, and to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

import settings
from data_access import sqlite, standby
from data_access.engines import (
    OWN,
    READERS,
    BadDatabaseUrl,
    build_engine,
    current_address,
    dispose,
    engine,
    engine_at,
    make_file,
    reader_engine,
)
from data_access.errors import MAIN, READER, DatabaseNewer, named_errors
from data_access.migrations import MAIN as CHAIN
from data_access.migrations import Chain
from data_access.pools import open_connection

__all__ = [
    "OWN", "READERS", "BadDatabaseUrl", "build_engine", "current_address",
    "dispose", "engine", "engine_at", "make_file", "read_clock", "reader_engine",
    "reading", "writing",
]  # fmt: skip

WRITER_LOCK = 2_310_091  # one writer at a time on PostgreSQL, as on SQLite; any fixed number
LONGEST_WAIT = 60  # seconds that a write waits for those before it


@contextmanager
def reading(on: Engine | None = None, setting: str = MAIN) -> Iterator[Connection]:
    """A connection for reads, one snapshot: as readers' role, which reaches `schema.FOR_READERS`
    alone, or `on` another engine, `engine()` for all of the database. Raises NotPrepared, and
    DatabaseUnavailable, which says that it is the `setting` that names the database."""
    if on is None:
        setting = _to_reader_setting()
    with (
        named_errors(setting),
        _open_for_readers() if on is None else open_connection(on) as connection,
    ):
        yield connection


def _open_for_readers() -> Connection:
    """A connection to the standby when it may answer and does, else to the primary, which is never
    behind it."""
    chosen, primary = standby.engine_for_readers(), reader_engine()
    try:
        return open_connection(chosen)
    except (DBAPIError, PoolTimeout):
        if chosen is primary:
            raise
        standby.follower().give_up()
        return open_connection(primary)


@contextmanager
def writing(
    on: Engine | None = None,
    lock: int = WRITER_LOCK,
    setting: str = MAIN,
    chain: Chain | None = CHAIN,
    wait: int = LONGEST_WAIT,
) -> Iterator[Connection]:
    """One transaction that is alone in writing: ids become visible in the order they are given,
    which is what lets the highest id stand for the version. `lock` is the number that its store's
    writers share on PostgreSQL, `chain` its migrations, None for who brings the schema there,
    `wait` the seconds that others may go on before it is given up. Raises as `reading`, and
    NotWritable: DatabaseNewer when newer code has migrated meanwhile."""
    with named_errors(setting), open_connection(on or engine()) as connection:
        connection.execution_options(**{sqlite.WRITES: wait})
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = '{wait:d}s'"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock})
            if chain is not None:
                _check_not_newer(connection, chain, setting)
            yield connection
        standby.note_write(connection)


def _check_not_newer(connection: Connection, chain: Chain, setting: str) -> None:
    """Raises DatabaseNewer, NotPrepared: code that knows not what the schema has become must not
    write there."""
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found not in chain.revisions:
        raise DatabaseNewer(f"it has been brought to {found} by newer code", setting)


def read_clock(connection: Connection) -> datetime:
    """What time it is (UTC): on PostgreSQL the server's, which all who ask it share."""
    if connection.dialect.name != "postgresql":
        return datetime.now(UTC)
    now: datetime = connection.scalars(text("SELECT clock_timestamp()")).one()
    return now


def _to_reader_setting() -> str:
    return READER if settings.load().reader_database_url else MAIN
