"""One engine a database address, safe for threads, on SQLite and PostgreSQL."""

from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

import settings
from data_access import sqlite
from data_access.errors import MAIN, READER, DatabaseUnavailable, WrongEncoding

OWN, READERS, STANDING_BY, OTHER = "main", "reader", "standby", "other"  # where they are counted
OVERFLOW = 16  # connections beside the 8 that are kept, while they are needed
HIDDEN = True  # an error's text holds no values: it is logged, and they may be of children
POSTGRESQL = {
    "connect_timeout": 2,
    # A server that has vanished from the network is given up: ms with something sent, and seconds
    # of silence, then between tries, while its answer is waited for
    "tcp_user_timeout": 5_000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "application_name": "bob",
    "client_encoding": "utf8",
}

_engines: dict[str, Engine] = {}
_lock = Lock()


class BadDatabaseUrl(DatabaseUnavailable):
    """The address can't be understood, or is of an engine that isn't supported."""


def current_address() -> str:
    """The address of the database that settings name."""
    return settings.load().database


def engine() -> Engine:
    """The engine of the database that settings name; one each address, made at first use."""
    return engine_at(current_address(), OWN)


def reader_engine() -> Engine:
    """The engine of the role that settings name for readers, else that of the database. Raises
    BadDatabaseUrl."""
    address = settings.load().reader_database_url
    if not address:
        return engine()
    try:
        return engine_at(address, READERS)
    except BadDatabaseUrl as error:
        raise BadDatabaseUrl(error.reason, READER) from error


def engine_at(address: str, name: str = OTHER) -> Engine:
    """The engine of the address; one each address, made at first use and called `name`. Raises
    BadDatabaseUrl."""
    found = _engines.get(address)
    if found is not None:
        return found
    with _lock:
        if address not in _engines:
            _engines[address] = build_engine(address, name)
        return _engines[address]


def list_engines() -> tuple[Engine, ...]:
    """Every engine that is in use."""
    with _lock:
        return tuple(_engines.values())


def build_engine(address: str, name: str = OTHER) -> Engine:
    """A new engine for the address, called `name` (`logging_name`); connects to nothing yet.
    BadDatabaseUrl when not understood."""
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise BadDatabaseUrl("the address can't be understood") from error
    kind = url.get_backend_name()
    if kind == "sqlite":
        return _build_sqlite(url, name)
    if kind == "postgresql":
        return _build_postgresql(url, name)
    raise BadDatabaseUrl(f"no support for {kind}; use sqlite or postgresql")


def make_file(on: Engine, setting: str = MAIN) -> None:
    """Make the empty file of an embedded database that has none yet; `setting` names it. Raises
    DatabaseUnavailable."""
    if on.dialect.name != "sqlite":
        return
    file = Path(on.url.database or "")
    try:
        sqlite.create(file)
    except OSError as error:
        raise DatabaseUnavailable(f"can't make {file.name}: {error.strerror}", setting) from error


def dispose(address: str) -> None:
    """Close the connections to the address and forget its engine."""
    with _lock:
        found = _engines.pop(address, None)
    if found is not None:
        found.dispose()


def _build_sqlite(url: URL, name: str) -> Engine:
    if not url.database or url.database == ":memory:":
        raise BadDatabaseUrl("threads can't share SQLite in memory; name a file")
    built = create_engine(
        url,
        pool_size=8,
        max_overflow=OVERFLOW,
        pool_timeout=10,
        hide_parameters=HIDDEN,
        logging_name=name,
    )
    sqlite.attach(built, Path(url.database))
    return built


def _build_postgresql(url: URL, name: str) -> Engine:
    if url.drivername != "postgresql+psycopg":
        url = url.set(drivername="postgresql+psycopg")
    try:
        built = create_engine(
            url,
            pool_size=8,
            max_overflow=OVERFLOW,
            pool_timeout=10,  # writers wait in turn, and so do those behind them
            pool_pre_ping=True,
            hide_parameters=HIDDEN,
            logging_name=name,
            connect_args=POSTGRESQL,
        )
    except (ArgumentError, NoSuchModuleError) as error:
        raise BadDatabaseUrl("the address can't be used") from error
    event.listen(built, "connect", _check_encoding)
    return built


def _check_encoding(connection: Any, _record: object) -> None:
    """The server tells it at each connection, so that it need not be asked."""
    found = connection.info.parameter_status("server_encoding") or ""
    if found != "UTF8":
        raise WrongEncoding(found)
