"""What SQLite needs to be used by threads and several processes at once."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, exc
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

WRITES = "bob_writes"  # execution option of a connection that is going to write: seconds to wait
BUSY_MS = 30_000

PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    # without this INSERT OR REPLACE deletes rows and no trigger hears of it
    "PRAGMA recursive_triggers = ON",
)


def attach(engine: Engine, file: Path) -> None:
    """Set pragmas on each connection, begin as we say, and notice a file that was replaced."""

    @event.listens_for(engine, "do_connect")
    def refuse_missing(*_: Any) -> None:
        # SQLite would make an empty database in silence; `create` is the one that makes it
        if not file.exists():
            raise sqlite3.OperationalError(f"no database file {file}")

    @event.listens_for(engine, "connect")
    def prepare_connection(connection: Any, entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        for pragma in PRAGMAS:
            connection.execute(pragma)
        _use_wal(connection)
        entry.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def refuse_replaced(_: Any, entry: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
        if entry.info.get("file") != _identity(file):
            raise exc.DisconnectionError("the database file was removed or replaced")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        wait = connection.get_execution_options().get(WRITES)
        if wait is None:
            connection.exec_driver_sql("BEGIN")
            return
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait * 1000:d}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def create(file: Path) -> None:
    """Make an empty database file, and its folder, when there is none. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(exist_ok=True)


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL. The switch heeds no busy_timeout, so two first starts must be patient."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)
