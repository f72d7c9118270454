"""How each database is just now: whether it answers, how quickly, how large it is."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, text

import settings
from data_access import connect, migrate
from data_access.errors import DatabaseUnavailable, WrongSchema
from data_access.migrations import MAIN
from data_access.pools import Pool, list_pools
from data_access.raw.migrations import RAW_CHAIN
from data_access.raw.store import NAME as RAW
from data_access.raw.store import raw_engine

_TABLES = """
    SELECT SUM(pg_total_relation_size(c.oid)) FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = current_schema()
"""


class StoreState(NamedTuple):
    """A database: 'main', 'raw' or 'reader'; its `kind` ('sqlite', 'postgresql', '' when the
    address is not understood), the `seconds` it took to answer (None = it does not), its `bytes`
    (None = not known), the revision of its schema and the one that the program is for, and the
    connections of this process."""

    name: str
    kind: str
    seconds: float | None = None
    bytes: int | None = None
    revision: str | None = None
    wanted: str | None = None
    pool: Pool | None = None


def read_stores() -> list[StoreState]:
    """The main database, that of what is reported, and readers' own where it has a setting. One
    that is away is told to be; nothing is raised for its sake."""
    found = [
        _read(connect.OWN, connect.engine, MAIN.head),
        _read(RAW, raw_engine, RAW_CHAIN.head),
    ]
    if settings.load().reader_database_url:
        found.append(_read(connect.READERS, connect.reader_engine, None))
    return found


def _read(name: str, to_engine: Callable[[], Engine], wanted: str | None) -> StoreState:
    kind, begun = "", time.perf_counter()
    try:
        engine = to_engine()
        kind = engine.dialect.name
        with connect.reading(engine) as connection:
            connection.execute(text("SELECT 1"))
            seconds = time.perf_counter() - begun
            size = _read_size(connection) if wanted else None
            revision = migrate.read_revision(connection) if wanted else None
    except (DatabaseUnavailable, WrongSchema):
        return StoreState(name, kind, wanted=wanted)
    pool = next((one for one in list_pools() if one.store == name), None)
    return StoreState(name, kind, seconds, size, revision, wanted, pool)


def _read_size(connection: Connection) -> int:
    """Bytes on disk: of SQLite's file and what is not yet written into it, or of the tables of the
    PostgreSQL schema."""
    if connection.dialect.name == "sqlite":
        file = Path(connection.engine.url.database or "")
        parts = (file, file.with_name(file.name + "-wal"))
        return sum(part.stat().st_size for part in parts if part.exists())
    return int(connection.scalar(text(_TABLES)) or 0)
