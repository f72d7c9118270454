"""The two SQLite files of a backup: made, and read without a trace."""

import hashlib
import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from data_access.copy_errors import NotABackup, reads
from data_access.engines import HIDDEN
from data_access.stores import PARTS, Stores
from words import _

ONLY_OWNER = 0o600
# Nothing there is to survive a failure: what is not whole is thrown away
_PRAGMAS = ("journal_mode = MEMORY", "synchronous = OFF", "foreign_keys = ON")


def new_files(folder: Path) -> Stores:
    """Engines of two empty files in the folder, for their owner alone. Raises OSError."""
    for part in PARTS:
        os.close(os.open(folder / part.file, os.O_CREAT | os.O_EXCL | os.O_RDWR, ONLY_OWNER))
    return Stores(*(_to_writer(folder / part.file) for part in PARTS))


def open_files(folder: Path) -> Stores:
    """Engines of the files in the folder that only read them, also where nothing may be written,
    and believe that nobody else writes there."""
    return Stores(*(_to_reader(folder / part.file) for part in PARTS))


def check_integrity(files: Stores, folder: Path) -> None:
    """Raises NotABackup when SQLite finds something broken in a file, Unreadable."""
    for part, engine in zip(PARTS, files, strict=True):
        with reads(part.file), engine.connect() as connection:
            if connection.scalar(text("PRAGMA integrity_check")) != "ok":
                raise NotABackup(str(folder), _("{file} är trasig").format(file=part.file))


def to_sum(file: Path) -> str:
    """The SHA-256 of the file. Raises OSError."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Wait until the file, or the names in a folder, are on the disk. Raises OSError."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _to_writer(file: Path) -> Engine:
    url = URL.create("sqlite", database=str(file))
    engine = create_engine(url, hide_parameters=HIDDEN)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _to_reader(file: Path) -> Engine:
    address = f"file:{quote(str(file.resolve()))}?immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    return create_engine("sqlite://", creator=connect, hide_parameters=HIDDEN)
