"""Whether what was reported is made up or real; asked of the store without going through it."""

from sqlalchemy import Connection, Engine, select

from data_access.raw.schema import SENDING
from data_access.raw.store import raw_engine, reading_raw


def held_kinds(beside: Engine | None = None) -> set[bool]:
    """True for example data and False for real reports, of the first sending and the last: none
    between them is of another kind, since `submissions.send` mixes nothing."""
    with reading_raw(raw_engine(beside)) as connection:
        return read_held_kinds(connection)


def read_held_kinds(connection: Connection) -> set[bool]:
    """`held_kinds`, of the store of the connection."""
    ids = SENDING.c.id
    ends = [
        connection.scalar(select(SENDING.c.is_example).order_by(order).limit(1))
        for order in (ids, ids.desc())
    ]
    return {bool(one) for one in ends if one is not None}
