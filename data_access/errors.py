"""What can be wrong with the database itself, in our own names."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

import metrics
from words import _

# SQLSTATE of 'undefined table' and 'undefined column' on PostgreSQL
_UNDEFINED = {"42P01", "42703"}
_CODE = 0xFF  # SQLite's codes say more in the bits above
MAIN = "BOB_DATABASE_URL"  # the setting that names the main database
READER = "BOB_READER_DATABASE_URL"  # and the one that names it for readers
STANDBY = "BOB_STANDBY_DATABASE_URL"  # and its hot standby
_BROKEN_FILE = ("not a database", "malformed")


class DatabaseUnavailable(RuntimeError):
    """The database can't be reached just now; the next call tries again. `state` names what is
    wrong for whoever tells it to people."""

    state = "database-away"

    def __init__(self, reason: str, setting: str = MAIN):
        super().__init__(f"database unavailable: {reason}; check {setting} and the server")
        self.reason = reason


class NotWritable(DatabaseUnavailable):
    """It can be read, and takes no writes just now: nothing of the write is kept."""


class ReadOnlyDatabase(NotWritable):
    """It is a standby, or has been set to be read only."""

    state = "database-read-only"


class DatabaseFull(NotWritable):
    """Its disk or its quota is full."""

    state = "database-full"


class DatabaseBusy(NotWritable):
    """Somebody else has been writing for too long."""

    state = "database-busy"


class DatabaseNewer(NotWritable):
    """Newer code has changed the schema while this process runs: it must be started anew."""

    state = "database-newer"


class WrongSchema(RuntimeError):
    """The database and the code don't fit each other."""


class NotPrepared(WrongSchema):
    """The database lacks our tables."""

    def __init__(self) -> None:
        super().__init__("the database lacks our tables; run `python -m data_access prepare`")


class WrongEncoding(WrongSchema):
    """The database was made for another encoding than UTF-8: it would lose Swedish letters."""

    def __init__(self, found: str):
        super().__init__(
            _("databasen har teckenkodningen {found}; gör om den med ENCODING 'UTF8'").format(
                found=found
            )
        )


class ReportsLost(WrongSchema):
    """What is reported is nowhere, though it has been carried over to the main database."""

    def __init__(self, carried: int, setting: str):
        told = _(
            "inlämningarnas databas är tom eller borta, fast det senaste som fördes över därifrån "
            "har nummer {n}; se först att {setting} stämmer, lägg annars tillbaka den från en "
            "säkerhetskopia, eller börja om utan den"
        )
        said = told.format(n=carried, setting=setting)
        super().__init__(said + " (python -m data_access without-reports)")


class Unfinished(WrongSchema):
    """The database is a copy that was never finished."""

    def __init__(self) -> None:
        told = _("databasen är en kopia som aldrig blev hel; gör om den från början")
        super().__init__(told + " (python -m data_access copy … --anew)")


@contextmanager
def named_errors(setting: str = MAIN) -> Iterator[None]:
    """Lost connections and missing tables come out as DatabaseUnavailable, which names the setting
    to look at, and NotPrepared."""
    try:
        yield
    except exc.TimeoutError as error:
        raise _counted(DatabaseUnavailable("no free connection in time", setting)) from error
    except exc.DBAPIError as error:
        named = _named(error, setting)
        if named is None:
            raise
        raise _counted(named) from error


def _counted(error: Exception) -> Exception:
    metrics.DATABASE_ERRORS.labels(type(error).__name__).inc()
    return error


# By SQLSTATE on PostgreSQL, by code on SQLite
_NOT_WRITABLE: dict[str | int | None, type[NotWritable]] = {
    "25006": ReadOnlyDatabase,
    sqlite3.SQLITE_READONLY: ReadOnlyDatabase,
    "53100": DatabaseFull,
    sqlite3.SQLITE_FULL: DatabaseFull,
    "55P03": DatabaseBusy,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
}


def _named(error: exc.DBAPIError, setting: str) -> Exception | None:
    reason = str(error.orig).strip().split("\n")[0]
    state = getattr(error.orig, "sqlstate", None)
    if "no such table" in reason or state in _UNDEFINED:
        return NotPrepared()
    code = getattr(error.orig, "sqlite_errorcode", None)
    kind = _NOT_WRITABLE.get(state if code is None else code & _CODE)
    if kind is not None:
        return kind(reason, setting)
    lost = isinstance(error, exc.OperationalError | exc.InterfaceError)
    if lost or error.connection_invalidated or any(words in reason for words in _BROKEN_FILE):
        return DatabaseUnavailable(reason, setting)
    return None
