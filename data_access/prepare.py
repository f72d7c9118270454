"""Make a database ready: newest schema, our facts, example data where nothing is recorded."""

import hashlib
from functools import lru_cache
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, text

import geodata
import settings
from data_access import connect, migrate, sqlite
from data_access.errors import DatabaseUnavailable
from data_access.kind import WrongKind, check_kind
from data_access.migrations import HEAD

__all__ = ["WrongKind", "ensure_prepared", "facts_digest", "forget_prepared", "prepare"]

FACT_FOLDERS = (Path(__file__).parent / "facts", Path(geodata.__file__).parent / "facts")

_prepared: set[str] = set()
_lock = Lock()


def prepare(engine: Engine) -> None:
    """Migrate, bring the facts up to date, and where there is no council at all fill in the
    publicly known ones, with example data around them unless real reports are to come.

    All in one transaction that is alone in writing: safe to repeat and to run in several
    processes at once. Raises DatabaseUnavailable, WrongSchema (database newer than the code),
    WrongKind (example data and real reports would meet; nothing is changed).
    """
    if engine.dialect.name == "sqlite":
        _make_file(Path(engine.url.database or ""))
    with connect.reading(engine) as connection:
        if _is_ready(connection):
            check_kind(connection)
            return
    with connect.writing(engine) as connection:
        migrate.check_known(migrate.read_revision(connection))
        if migrate.read_revision(connection) != HEAD:
            migrate.upgrade(connection)
        _fill(connection)
        check_kind(connection)


def ensure_prepared(engine: Engine | None = None) -> None:
    """`prepare`, once a process for each database; until it has succeeded each call tries."""
    ready = engine or connect.engine()
    address = ready.url.render_as_string(hide_password=False)
    if address in _prepared:
        return
    with _lock:
        if address not in _prepared:
            prepare(ready)
            _prepared.add(address)


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


def _is_ready(connection: Connection) -> bool:
    revision = migrate.read_revision(connection)
    migrate.check_known(revision)
    if revision != HEAD or _read_digest(connection) != facts_digest():
        return False
    return _has_councils(connection)


def _read_digest(connection: Connection) -> str | None:
    found = connection.execute(text("SELECT digest FROM fact_set WHERE name = 'facts'")).scalar()
    return None if found is None else str(found)


def _has_councils(connection: Connection) -> bool:
    return connection.execute(text("SELECT 1 FROM council LIMIT 1")).first() is not None


def _fill(connection: Connection) -> None:
    from data_access import fill

    if _read_digest(connection) != facts_digest():
        fill.sync_facts(connection, facts_digest())
    if not _has_councils(connection):
        fill.insert_councils(connection, example=settings.load().example)


def _make_file(file: Path) -> None:
    try:
        sqlite.create(file)
    except OSError as error:
        raise DatabaseUnavailable(f"can't make {file.name}: {error.strerror}") from error
