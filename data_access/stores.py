"""The two stores that belong together, the main database and what is reported: named by one
address, and read as of one moment.

The main database is always read first. How far deeds have been carried over stands there
(`delivered`): in a copy whose store of reports is the newer one, what is left is carried at the
next start, once. Were the main database the newer, it would tell of deeds that the other lacks,
and new ones with their numbers would never be carried. For the same reason a release is never
without what it was made of, which is written in the store of reports before it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import URL, Connection, Engine, MetaData, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from data_access import connect, migrate, migrations
from data_access.copy_errors import NotCurrent, NotEmpty
from data_access.errors import Unfinished, named_errors
from data_access.migrations import Chain
from data_access.raw.migrations import RAW_CHAIN
from data_access.raw.schema import RAW
from data_access.raw.store import to_beside, to_raw_address
from data_access.schema import METADATA

REVISION = "alembic_version"


class Part(NamedTuple):
    """One of the two stores: its tables, its migrations, and its file in a backup."""

    name: str
    metadata: MetaData
    chain: Chain
    file: str


# In the order that they are read
PARTS = (
    Part("main", METADATA, migrations.MAIN, "bob.db"),
    Part("raw", RAW, RAW_CHAIN, "bob-inlamnat.db"),
)


class Stores(NamedTuple):
    """An engine of each part, in the order of PARTS."""

    main: Engine
    raw: Engine

    def dispose(self) -> None:
        """Close every connection; the last one brings the WAL into SQLite's file."""
        for engine in self:
            connect.dispose(engine.url.render_as_string(hide_password=False))
            engine.dispose()


class Snapshot(NamedTuple):
    """A connection to each part, in the order of PARTS."""

    main: Connection
    raw: Connection


def open_stores(address: str, raw: str = "") -> Stores:
    """The stores of a main database. The other one is `raw` where that is given, else what the
    settings say of the database that they name, else beside. Raises BadDatabaseUrl."""
    if not raw:
        raw = to_raw_address(address) if is_current(address) else to_beside(address)
    return Stores(connect.engine_at(address), connect.engine_at(raw))


def is_current(address: str) -> bool:
    """Whether the address is of the database that the settings name. Raises BadDatabaseUrl."""
    return _to_place(address) == _to_place(connect.current_address())


def to_shown(engine: Engine) -> str:
    """The engine's address without its password."""
    return engine.url.difference_update_query(["options"]).render_as_string()


def check_current(stores: Stores) -> None:
    """Raises NotCurrent, WrongSchema unless both are at the schema of this code, and
    DatabaseUnavailable."""
    for part, engine in zip(PARTS, stores, strict=True):
        with named_errors(), engine.connect() as connection:
            found = migrate.read_revision(connection)
        migrate.check_known(found, part.chain)
        if found != part.chain.head:
            raise NotCurrent(to_shown(engine), found, part.chain.head)


def check_empty(stores: Stores) -> None:
    """Raises NotEmpty when either has any table of ours, Unfinished when it is half a copy, and
    DatabaseUnavailable."""
    for part, engine in zip(PARTS, stores, strict=True):
        connect.make_file(engine)
        with named_errors(), engine.connect() as connection:
            there = set(inspect(connection).get_table_names())
            found = migrate.read_revision(connection)
        if (found or "").startswith(migrate.UNFINISHED):
            raise Unfinished
        if found or there & set(part.metadata.tables):
            raise NotEmpty(to_shown(engine))


@contextmanager
def reading_both(stores: Stores) -> Iterator[Snapshot]:
    """Each as it is when this begins, for as long as it takes, the main database first. Raises
    DatabaseUnavailable."""
    with named_errors(), stores.main.connect() as main, stores.raw.connect() as raw:
        for connection in (main, raw):
            _hold(connection)
        yield Snapshot(main, raw)


def _hold(connection: Connection) -> None:
    """One snapshot from here on: SQLite's begins with the first question of a transaction."""
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        # the second waits while the first is read
        for setting in ("idle_in_transaction_session_timeout", "statement_timeout"):
            connection.execute(text(f"SET LOCAL {setting} = 0"))
    connection.execute(text("SELECT version_num FROM alembic_version"))


def _to_place(address: str) -> tuple[str, ...]:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise connect.BadDatabaseUrl("the address can't be understood") from error
    if url.get_backend_name() == "sqlite":
        return ("sqlite", str(Path(url.database or "").resolve()))
    return (url.get_backend_name(), _to_host(url), str(url.port or 5432), url.database or "")


def _to_host(url: URL) -> str:
    host = url.host or url.query.get("host", "")
    return host if isinstance(host, str) else ",".join(host)
