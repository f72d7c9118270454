"""The mark of a copy that is not whole yet: its schema's revision is one that no code knows.

Whatever a copy is killed at, the app, every command and `health` refuse what is there, and older
versions of the product do too. The main database is marked first and set free last.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, delete, text

from data_access import connect, migrate
from data_access.filling import adding
from data_access.migrate import UNFINISHED
from data_access.raw.store import make_schema
from data_access.stores import PARTS, REVISION, Part, Stores

_MARK = text(f"UPDATE {REVISION} SET version_num = :mark || version_num")  # noqa: S608 - our own
_FREE = text(f"UPDATE {REVISION} SET version_num = :revision")  # noqa: S608


def begin(stores: Stores) -> Stores:
    """Make the tables in two empty stores, marked; the stores, to go on with. Raises Refused."""
    stores = Stores(stores.main, make_schema(stores.raw))
    for part, engine in zip(PARTS, stores, strict=True):
        with adding(engine, REVISION) as connection:
            migrate.upgrade(connection, chain=part.chain)
            for table in reversed(part.metadata.sorted_tables):
                connection.execute(delete(table))  # what a migration begins with is copied too
            connection.execute(_MARK, {"mark": UNFINISHED})
    return stores


def finish(stores: Stores) -> None:
    """Take the marks away: what is there is whole. Raises Refused."""
    for part, engine in reversed(list(zip(PARTS, stores, strict=True))):
        with adding(engine, REVISION) as connection:
            connection.execute(_FREE, {"revision": part.chain.head})


def throw_away(stores: Stores) -> None:
    """Remove an unfinished copy. A store that is not marked is left as it is, which `check_empty`
    then tells. Raises WrongSchema for one of a newer version."""
    for part, engine in reversed(list(zip(PARTS, stores, strict=True))):
        connect.make_file(engine)
        with engine.connect() as connection:
            found = migrate.read_revision(connection) or ""
        if not found.startswith(UNFINISHED):
            continue
        if engine.dialect.name == "sqlite":
            _remove(engine)
            continue
        with adding(engine, REVISION) as connection:
            _drop(connection, part, found.removeprefix(UNFINISHED))


def _remove(engine: Engine) -> None:
    engine.dispose()
    file = Path(engine.url.database or "")
    for end in ("-wal", "-shm", ""):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _drop(connection: Connection, part: Part, revision: str) -> None:
    migrate.check_known(revision, part.chain)
    connection.execute(_FREE, {"revision": revision})
    migrate.downgrade(connection, "base", part.chain)
