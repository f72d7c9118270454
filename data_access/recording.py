"""What every recorded row must satisfy, and the one way in which it is inserted."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import IntegrityError

import clock
from data_access.schema import AREA, COUNCIL, COUNCIL_AREA
from data_access.viewer import Viewer
from geodata.division import UnknownArea


class BadRecord(ValueError):
    """What was to be recorded is not in order; the message says what and how to mend it."""


class UnknownCouncil(LookupError):
    """No council has the code."""

    def __init__(self, code: str):
        super().__init__(f"no council {code!r}; add it first")


def to_recorded(viewer: Viewer, source: str, recorded_at: datetime | None) -> dict[str, Any]:
    """The columns that every row has: when, by whom, from which source, and whether made up."""
    if not viewer.subject or not source.strip():
        raise BadRecord("every row says who recorded it and from which source")
    if recorded_at is not None and recorded_at.tzinfo is None:
        raise BadRecord(f"recorded_at {recorded_at} has no time zone; give it in UTC")
    return {
        "recorded_at": recorded_at or datetime.now(UTC),
        "recorded_by": viewer.subject,
        "source": source,
        "is_example": viewer.example,
    }


def find_council(connection: Connection, code: str) -> int:
    found = connection.scalar(select(COUNCIL.c.id).where(COUNCIL.c.code == code))
    if found is None:
        raise UnknownCouncil(code)
    return int(found)


def read_covered(connection: Connection, council_id: int, since: date) -> set[str]:
    """Codes of the areas that the council covers on the day or on a later one, as the newest rows
    say: all that a row of that day can tell something of. Where there is none, those it ever
    covered."""
    rows = connection.execute(
        select(COUNCIL_AREA.c.area_code, COUNCIL_AREA.c.covers, COUNCIL_AREA.c.effective_on)
        .where(COUNCIL_AREA.c.council_id == council_id)
        .order_by(COUNCIL_AREA.c.effective_on, COUNCIL_AREA.c.id)
    ).all()
    newest = {row.area_code: row.covers for row in rows if row.effective_on <= since}
    covered = {code for code, covers in newest.items() if covers}
    covered |= {row.area_code for row in rows if row.covers and row.effective_on > since}
    return covered or {row.area_code for row in rows}


def read_first_day(connection: Connection, table: Table, supersedes: int | None, on: date) -> date:
    """The earlier of the day and that of the row to correct, which the correction undoes too."""
    if supersedes is None:
        return on
    old = connection.scalar(select(table.c.effective_on).where(table.c.id == supersedes))
    return on if old is None else min(on, old)


def check_area(connection: Connection, code: str, on: date | None, levels: tuple[str, ...]) -> None:
    """The area exists on the day (on any day, for None) and is of one of the levels."""
    found = connection.execute(select(AREA).where(AREA.c.code == code)).first()
    if found is None:
        raise UnknownArea(code, on or clock.today())
    if on is not None and on < found.valid_from:
        raise UnknownArea(code, on, found.valid_from)
    if on is not None and found.valid_to is not None and on > found.valid_to:
        raise UnknownArea(code, on, found.valid_to)
    if found.level not in levels:
        raise BadRecord(f"area {code!r} is a {found.level}; choose one of {', '.join(levels)}")


def check_correction(
    connection: Connection,
    table: Table,
    supersedes: int | None,
    same: Any,
    recorded: dict[str, Any],
) -> None:
    """The row to correct is there, of the same council or area, and not corrected before."""
    if supersedes is None:
        return
    old = connection.execute(select(table).where(table.c.id == supersedes, same)).first()
    if old is None:
        raise BadRecord(f"no row {supersedes} here to correct")
    newer = connection.scalar(select(table.c.id).where(table.c.supersedes == supersedes))
    if newer is not None:
        raise BadRecord(f"row {supersedes} is corrected by {newer} already; correct that one")
    # clocks of two servers may differ a little, but nothing is corrected before it is recorded
    recorded["recorded_at"] = max(recorded["recorded_at"], old.recorded_at)


def insert_row(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    try:
        done = connection.execute(insert(table).values(row))
    except IntegrityError as error:
        raise BadRecord(f"{table.name}: {str(error.orig).splitlines()[0]}") from error
    key = done.inserted_primary_key
    assert key is not None  # every table here counts its own ids
    return int(key[0])
