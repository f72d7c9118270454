"""How the store stands: its schema, what waits to be carried over, and when it was last sent to."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from data_access.raw.schema import DEED, SENDING
from data_access.raw.store import reading_raw


class Standing(NamedTuple):
    """`waiting` deeds of which the oldest is from `oldest`; the newest sending is from `sent_at`.
    Moments in UTC, None where there is none."""

    waiting: int
    oldest: datetime | None
    sent_at: datetime | None


def read_standing(last: int) -> Standing:
    """What is behind the deed `last`, that was carried over. Raises DatabaseUnavailable,
    NotPrepared."""
    waiting = select(func.count(), func.min(DEED.c.at)).where(DEED.c.id > last)
    with reading_raw() as connection:
        count, oldest = connection.execute(waiting).one()
        newest = connection.scalar(select(func.max(SENDING.c.recorded_at)))
        return Standing(count, oldest, newest)
