"""Make a database ready: newest schema, our facts, example data where nothing is recorded."""

import hashlib
from functools import lru_cache
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, text

import geodata
import settings
from data_access import connect, migrate
from data_access.errors import DatabaseUnavailable
from data_access.kind import WrongKind, check_kind
from data_access.migrations import HEAD
from data_access.raw.delivery import deliver_now
from data_access.raw.lost import check_not_lost
from data_access.raw.store import prepare_raw, to_raw_address
from data_access.reader_role import ensure_reader_role

__all__ = [
    "DatabaseUnavailable", "WrongKind", "ensure_prepared", "facts_digest", "forget_prepared",
    "prepare",
]  # fmt: skip

FACT_FOLDERS = (Path(__file__).parent / "facts", Path(geodata.__file__).parent / "facts")

_prepared: set[tuple[str, str, str]] = set()
_lock = Lock()


def prepare(engine: Engine) -> None:
    """Migrate, bring the facts up to date, and where there is no council at all fill in the
    publicly known ones, with example data around them unless real reports are to come. The store
    of what is reported comes along, and what waits there to be carried over is.

    All in one transaction that is alone in writing: safe to repeat and to run in several
    processes at once. Raises DatabaseUnavailable, WrongSchema (database newer than the code),
    WrongKind (example data and real reports would meet; nothing is changed), ReportsLost, WrongRole
    (readers' role is let too much or too little).
    """
    connect.make_file(engine)
    with connect.reading(engine) as connection:
        is_ready = _is_ready(connection)
    check_not_lost(engine)
    prepare_raw(engine)
    if is_ready:
        with connect.reading(engine) as connection:
            check_kind(connection)
    else:
        _make_ready(engine)
    ensure_reader_role(engine)
    deliver_now(engine)


def ensure_prepared(engine: Engine | None = None) -> None:
    """`prepare`, once a process for each database; until it has succeeded each call tries."""
    ready = engine or connect.engine()
    address = ready.url.render_as_string(hide_password=False)
    all_three = (address, to_raw_address(address), settings.load().reader_database_url)
    if all_three in _prepared:
        return
    with _lock:
        if all_three not in _prepared:
            prepare(ready)
            _prepared.add(all_three)


def forget_prepared() -> None:
    """Let the next `ensure_prepared` look again."""
    _prepared.clear()


@lru_cache(maxsize=1)
def facts_digest() -> str:
    """Digest of the tables of facts that come with the code."""
    digest = hashlib.sha256()
    for file in sorted(file for folder in FACT_FOLDERS for file in folder.glob("*.csv")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _make_ready(engine: Engine) -> None:
    with connect.writing(engine, chain=None) as connection:
        migrate.check_known(migrate.read_revision(connection))
        if migrate.read_revision(connection) != HEAD:
            migrate.upgrade(connection)
        _fill(connection)
        check_kind(connection)


def _is_ready(connection: Connection) -> bool:
    revision = migrate.read_revision(connection)
    migrate.check_known(revision)
    if revision != HEAD or _read_digest(connection) != facts_digest():
        return False
    return _has_councils(connection) and _has_register(connection)


def _read_digest(connection: Connection) -> str | None:
    found = connection.execute(text("SELECT digest FROM fact_set WHERE name = 'facts'")).scalar()
    return None if found is None else str(found)


def _has_councils(connection: Connection) -> bool:
    return connection.execute(text("SELECT 1 FROM council LIMIT 1")).first() is not None


def _has_register(connection: Connection) -> bool:
    return connection.execute(text("SELECT 1 FROM register_entry LIMIT 1")).first() is not None


def _fill(connection: Connection) -> None:
    from data_access import fill

    if _read_digest(connection) != facts_digest():
        fill.sync_facts(connection, facts_digest())
    fill.add_register(connection)
    if not _has_councils(connection):
        fill.insert_councils(connection, example=settings.load().example)
