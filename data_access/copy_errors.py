"""What can stop a copy, a backup or a restore, in words for who runs it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from words import _


class CopyError(RuntimeError):
    """It is not done, and what was begun doesn't look whole. The message is in the run's
    language."""


class NotEmpty(CopyError):
    """There is something of ours where the copy was to go."""

    def __init__(self, address: str):
        told = _("{address} är inte tom. Ange en tom databas, eller flytta undan den som är där.")
        super().__init__(told.format(address=address))


class NotCurrent(CopyError):
    """What is to be copied isn't at the schema of this code."""

    def __init__(self, address: str, found: str | None, wanted: str):
        told = _("{address} har schemat {found}, och den här versionen behöver {wanted}.")
        told += " " + _("Kör först: python -m data_access prepare")
        super().__init__(told.format(address=address, found=found or _("(inget)"), wanted=wanted))


class Refused(CopyError):
    """A row, or the room for it, was refused where the copy goes. Tells no values."""

    def __init__(self, table: str, reason: str):
        told = _("Tabellen {table} gick inte att skriva: {reason}. Kopian är inte hel.")
        super().__init__(told.format(table=table, reason=reason))


class Unreadable(CopyError):
    """A row can't be understood where the copy comes from. Tells no values."""

    def __init__(self, table: str, reason: str):
        told = _("Tabellen {table} gick inte att läsa: {reason}. Kopian är inte hel.")
        super().__init__(told.format(table=table, reason=reason))


class Different(CopyError):
    """The copy isn't what it was made of. `tables`: which differ."""

    def __init__(self, tables: list[str]):
        told = _("Kopian skiljer sig från det som kopierades, i {tables}. Den är inte hel.")
        super().__init__(told.format(tables=", ".join(tables)))
        self.tables = tables


class NotABackup(CopyError):
    """The folder isn't a whole backup of ours."""

    def __init__(self, folder: str, reason: str):
        told = _("{folder} är inte en hel säkerhetskopia: {reason}.")
        super().__init__(told.format(folder=folder, reason=reason))


class CantWrite(CopyError):
    """A file or a folder can't be written, for want of room or of rights."""

    def __init__(self, error: OSError):
        told = _("Det går inte att skriva {file}: {reason}.")
        super().__init__(told.format(file=error.filename or "", reason=error.strerror or error))


@contextmanager
def writes(table: str) -> Iterator[None]:
    """What the database says against rows of the table comes out as Refused."""
    try:
        yield
    except exc.DBAPIError as error:
        raise Refused(table, to_reason(error.orig or error)) from error


@contextmanager
def reads(table: str) -> Iterator[None]:
    """What can't be read of the table comes out as Unreadable."""
    try:
        yield
    except exc.DBAPIError as error:
        raise Unreadable(table, to_reason(error.orig or error)) from error
    except (TypeError, ValueError) as error:  # a time or a day that is none
        raise Unreadable(table, type(error).__name__) from error


def to_reason(error: BaseException) -> str:
    """What is wrong with server, file or disk, in its own words; of all else, which may tell of a
    value, the name alone."""
    if type(error).__name__ == "OperationalError":
        return str(error).strip().split("\n")[0]
    return type(error).__name__
