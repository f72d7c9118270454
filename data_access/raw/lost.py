"""A store of what is reported that has been lost: it is empty, and deeds were carried over from it.

Whoever looks finds nothing reported, and what is reported next would be mixed with what is put back
later. So nothing goes on until it is put back, or somebody says that it never will be.
"""

from sqlalchemy import Engine, func, select

from data_access import connect
from data_access.errors import ReportsLost
from data_access.raw.delivery import deliver
from data_access.raw.schema import DEED
from data_access.raw.store import prepare_raw, raw_engine, reading_raw
from data_access.schema import DELIVERED


def check_not_lost(main: Engine | None = None) -> None:
    """Raises ReportsLost, DatabaseUnavailable, NotPrepared."""
    with connect.reading(main or connect.engine()) as connection:
        last = connection.scalar(select(DELIVERED.c.last)) or 0
    if not last:
        return
    with reading_raw(raw_engine(main)) as raw:
        if not raw.scalar(select(func.max(DEED.c.id))):
            raise ReportsLost(last)


def go_on_without(main: Engine | None = None) -> bool:
    """Begin with an empty store where it has been lost, told in the audit; False, and nothing is
    done, where it has not. Raises DatabaseUnavailable, NotPrepared."""
    prepare_raw(main)
    try:
        check_not_lost(main)
    except ReportsLost:
        deliver(main)
        return True
    return False
