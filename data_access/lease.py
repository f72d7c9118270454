"""What only one may do at a time, in any process: a lease that is renewed, and that ends by itself
when who had it was killed."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from data_access import connect
from data_access.connect import writing
from data_access.schema_release import LEASE

SECONDS = 120


class UnderWay(RuntimeError):
    """Somebody else has the lease. `until`: when it ends unless it is renewed (UTC)."""

    def __init__(self, name: str, until: datetime):
        super().__init__(f"{name} is under way elsewhere; try again after {until:%H:%M:%S} UTC")
        self.name, self.until = name, until


@contextmanager
def holding(name: str) -> Iterator[Callable[[], None]]:
    """Hold the lease within the block; call what is given to renew it. Raises UnderWay, also when
    it was lost to somebody else, and DatabaseUnavailable."""
    holder = secrets.token_hex(16)
    _take(name, holder)

    def renew() -> None:
        _take(name, holder)

    try:
        yield renew
    finally:
        with writing() as connection:
            own = (LEASE.c.name == name, LEASE.c.holder == holder)
            connection.execute(delete(LEASE).where(*own))


def _take(name: str, holder: str) -> None:
    with writing() as connection:
        now = connect.read_clock(connection)
        longest = now + timedelta(seconds=SECONDS)
        wanted = {"holder": holder, "until": longest}
        held = connection.execute(select(LEASE).where(LEASE.c.name == name)).first()
        if held is None:
            connection.execute(insert(LEASE).values({"name": name} | wanted))
        elif held.holder == holder or not now < held.until <= longest:
            # one that ends later still was taken before the clock was set back
            connection.execute(update(LEASE).where(LEASE.c.name == name).values(wanted))
        else:
            raise UnderWay(name, held.until)
