"""A store of what is reported that has been lost: it holds nothing, though deeds were carried over
from it.

Whoever looks finds nothing reported, and what is reported next would be mixed with what is put back
later. So nothing goes on until it is put back, or somebody says that it never will be. It is looked
for before it would be made: another process must not write in it meanwhile.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from data_access import connect
from data_access.errors import NotPrepared, ReportsLost
from data_access.raw.delivery import deliver
from data_access.raw.schema import DEED
from data_access.raw.store import prepare_raw, raw_engine, reading_raw, to_setting
from data_access.schema import DELIVERED


def check_not_lost(main: Engine | None = None) -> None:
    """Raises ReportsLost, DatabaseUnavailable."""
    try:
        with connect.reading(main or connect.engine()) as connection:
            last = _read_last(connection)
    except NotPrepared:  # a main database that is new
        return
    if last and not _is_there(raw_engine(main)):
        raise ReportsLost(last, to_setting())


def check_carried(main: Connection, raw: Connection) -> None:
    """The same of stores that are read already."""
    last = _read_last(main)
    if last and not _has_deeds(raw):
        raise ReportsLost(last, to_setting())


def go_on_without(main: Engine | None = None) -> bool:
    """Begin with an empty store where it has been lost, told in the audit; False, and nothing is
    done, where it has not. Raises DatabaseUnavailable."""
    try:
        check_not_lost(main)
    except ReportsLost:
        prepare_raw(main)
        deliver(main)
        return True
    return False


def _is_there(store: Engine) -> bool:
    if store.dialect.name == "sqlite" and not Path(store.url.database or "").exists():
        return False
    try:
        with reading_raw(store) as connection:
            return _has_deeds(connection)
    except NotPrepared:
        return False


def _has_deeds(raw: Connection) -> bool:
    return raw.scalar(select(func.max(DEED.c.id))) is not None


def _read_last(main: Connection) -> int:
    return main.scalar(select(DELIVERED.c.last)) or 0
