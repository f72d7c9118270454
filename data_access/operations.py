"""What the administratör is told of how the product runs. No figures, nobody's words."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from data_access import audit, standby
from data_access.audit import check_manages
from data_access.connect import engine, reading
from data_access.errors import DatabaseUnavailable, NotPrepared
from data_access.follower import State
from data_access.pools import Pool
from data_access.raw.standing import Standing, read_standing
from data_access.schema import AUDIT, DELIVERED
from data_access.schema_release import LEASE, RELEASE
from data_access.store_state import StoreState, read_stores
from data_access.viewer import Viewer

__all__ = ["Lease", "Operations", "Pool", "Standing", "StoreState", "read_operations"]

PAGE = "driftläge"  # in the audit of a refusal


class Lease(NamedTuple):
    """What only one does at a time, and until when it is held unless it is renewed (UTC)."""

    name: str
    until: datetime


class Operations(NamedTuple):
    """The databases; how the standby is and how many seconds it is behind (None = none is set, or
    it is not known); what waits in the store of what is reported (None = it does not answer);
    leases; number and moment of the newest release; the oldest row of the audit, and the first day
    of which rows are to be kept. Moments in UTC, None where there is none."""

    stores: list[StoreState]
    standby: tuple[State, float | None] | None
    standing: Standing | None
    leases: list[Lease]
    release: int | None
    released_at: datetime | None
    audited_from: datetime | None
    first_kept: date


def read_operations(*, viewer: Viewer) -> Operations:
    """How the product runs, never kept in memory. Raises NotAllowed, which is audited, and
    DatabaseUnavailable when the main database is away."""
    check_manages(viewer, PAGE)
    with reading(engine()) as connection:
        last = connection.scalar(select(DELIVERED.c.last)) or 0
        newest = select(RELEASE.c.id, RELEASE.c.recorded_at).order_by(RELEASE.c.id.desc())
        release = connection.execute(newest.limit(1)).first()
        leases = _read_leases(connection)
        oldest = connection.scalar(select(func.min(AUDIT.c.at)))
    return Operations(
        stores=read_stores(),
        standby=standby.read_state(),
        standing=_read_standing(last),
        leases=leases,
        release=release.id if release else None,
        released_at=release.recorded_at if release else None,
        audited_from=oldest,
        first_kept=audit.to_first_kept(),
    )


def _read_leases(connection: Connection) -> list[Lease]:
    rows = connection.execute(select(LEASE.c.name, LEASE.c.until).order_by(LEASE.c.name))
    return [Lease(row.name, row.until) for row in rows]


def _read_standing(last: int) -> Standing | None:
    try:
        return read_standing(last)
    except (DatabaseUnavailable, NotPrepared):
        return None
