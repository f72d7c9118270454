"""What can be wrong with the database itself, in our own names."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

# SQLSTATE of 'undefined table' and 'undefined column' on PostgreSQL
_UNDEFINED = {"42P01", "42703"}
MAIN = "BOB_DATABASE_URL"  # the setting that names the main database
READER = "BOB_READER_DATABASE_URL"  # and the one that names it for readers
_BROKEN_FILE = ("not a database", "malformed")


class DatabaseUnavailable(RuntimeError):
    """The database can't be reached just now; the next call tries again."""

    def __init__(self, reason: str, setting: str = MAIN):
        super().__init__(f"database unavailable: {reason}; check {setting} and the server")
        self.reason = reason


class WrongSchema(RuntimeError):
    """The database and the code don't fit each other."""


class NotPrepared(WrongSchema):
    """The database lacks our tables."""

    def __init__(self) -> None:
        super().__init__("the database lacks our tables; run `python -m data_access prepare`")


@contextmanager
def named_errors(setting: str = MAIN) -> Iterator[None]:
    """Lost connections and missing tables come out as DatabaseUnavailable, which names the setting
    to look at, and NotPrepared."""
    try:
        yield
    except exc.TimeoutError as error:
        raise DatabaseUnavailable("no free connection in time", setting) from error
    except exc.DBAPIError as error:
        named = _named(error, setting)
        if named is None:
            raise
        raise named from error


def _named(error: exc.DBAPIError, setting: str) -> Exception | None:
    reason = str(error.orig).strip().split("\n")[0]
    if "no such table" in reason or getattr(error.orig, "sqlstate", None) in _UNDEFINED:
        return NotPrepared()
    lost = isinstance(error, exc.OperationalError | exc.InterfaceError)
    if lost or error.connection_invalidated or any(words in reason for words in _BROKEN_FILE):
        return DatabaseUnavailable(reason, setting)
    return None
