"""The door to the store of what is reported: its address, its engine, and making it ready."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, make_url, text
from sqlalchemy.exc import ArgumentError

import settings
from data_access import connect, migrate
from data_access.connect import BadDatabaseUrl
from data_access.errors import MAIN
from data_access.raw.migrations import RAW_CHAIN

SCHEMA = "inlamnat"  # on PostgreSQL
NAME = "raw"  # where it is counted
RAW_LOCK = 2_310_092  # one writer at a time here too, beside those of the main database


def to_raw_address(main: str | None = None) -> str:
    """The store's address: as set, else beside the main database (that of the settings for None).
    Raises BadDatabaseUrl, also when it would be the main database itself."""
    main = connect.current_address() if main is None else main
    return _to_address(main, settings.load().raw_database_url)


def to_beside(main: str) -> str:
    """The address of the store beside a main database, whatever is set. Raises BadDatabaseUrl."""
    return _to_address(main, "")


def _to_address(main: str, chosen: str) -> str:
    url = _to_url(chosen or main, to_setting())
    if url.get_backend_name() == "postgresql":
        url = _within_schema(url)
    elif not chosen and url.database:
        url = url.set(database=str(_beside(Path(url.database))))
    elif url.database and _is_same_file(url.database, _to_url(main)):
        raise BadDatabaseUrl(
            "what is reported is kept in a file of its own; name another one", to_setting()
        )
    return url.render_as_string(hide_password=False)


def raw_engine(beside: Engine | None = None) -> Engine:
    """The engine of the store beside a main database, that of the settings for None."""
    main = None if beside is None else beside.url.render_as_string(hide_password=False)
    address = to_raw_address(main)
    try:
        return connect.engine_at(address, NAME)
    except BadDatabaseUrl as error:
        raise BadDatabaseUrl(error.reason, to_setting()) from error


def to_setting() -> str:
    """The setting that names the store: that of the main database where it has none of its own."""
    return "BOB_RAW_DATABASE_URL" if settings.load().raw_database_url else MAIN


@contextmanager
def reading_raw(on: Engine | None = None) -> Iterator[Connection]:
    """A connection for reads, one snapshot. Raises DatabaseUnavailable, NotPrepared."""
    with connect.reading(on or raw_engine(), to_setting()) as connection:
        yield connection


@contextmanager
def writing_raw(on: Engine | None = None) -> Iterator[Connection]:
    """One transaction that is alone in writing. Raises as `reading_raw`."""
    with connect.writing(on or raw_engine(), RAW_LOCK, to_setting(), RAW_CHAIN) as connection:
        yield connection


def prepare_raw(beside: Engine | None = None) -> None:
    """Make the store where there is none and bring it to the code's schema; safe to repeat and to
    run in several processes at once. Raises DatabaseUnavailable, WrongSchema."""
    engine = raw_engine(beside)
    connect.make_file(engine, to_setting())
    with reading_raw(engine) as connection:
        if _read_known(connection) == RAW_CHAIN.head:
            return
    engine = make_schema(engine)
    with connect.writing(engine, RAW_LOCK, to_setting(), None) as connection:
        if _read_known(connection) != RAW_CHAIN.head:
            migrate.upgrade(connection, chain=RAW_CHAIN)


def _read_known(connection: Connection) -> str | None:
    revision = migrate.read_revision(connection)
    migrate.check_known(revision, RAW_CHAIN)
    return revision


def make_schema(store: Engine) -> Engine:
    """An engine of the store that finds its schema from its first connection on, with the schema
    made; on SQLite, where there is none, the engine that was given."""
    if store.dialect.name != "postgresql":
        return store
    url = store.url
    outside = connect.build_engine(
        url.difference_update_query(["options"]).render_as_string(hide_password=False)
    )
    try:
        with connect.writing(outside, RAW_LOCK, to_setting(), None) as connection:
            # asked first: who may not make schemas may still be given this one
            if connection.scalar(text(f"SELECT to_regnamespace('{SCHEMA}')")) is None:
                connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    finally:
        outside.dispose()
    address = url.render_as_string(hide_password=False)
    connect.dispose(address)
    return connect.engine_at(address, NAME)


def _to_url(address: str, setting: str = MAIN) -> URL:
    try:
        return make_url(address)
    except ArgumentError as error:
        raise BadDatabaseUrl("the address can't be understood", setting) from error


def _within_schema(url: URL) -> URL:
    given = url.query.get("options", "")
    own = f"-csearch_path={SCHEMA}"
    options = given if isinstance(given, str) else " ".join(given)
    if own not in options:
        options = f"{options} {own}".strip()
    # one and the same address however the driver was named, since engines are kept by address
    return url.set(drivername="postgresql+psycopg").update_query_dict({"options": options})


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.stem}-{SCHEMA}.db")


def _is_same_file(file: str, main: URL) -> bool:
    named = main.get_backend_name() == "sqlite" and main.database
    return bool(named) and Path(file).resolve() == Path(str(named)).resolve()
