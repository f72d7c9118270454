"""What a viewer's own areas owe, and how far each of it has come."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access.connect import reading
from data_access.frames import to_frame
from data_access.own_areas import find_own_areas, find_started
from data_access.raw.schema import SENDING, SUBMISSION, SUBMISSION_STATE
from data_access.raw.store import reading_raw
from data_access.submissions import list_submissions
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.reporting import MISSING, UNDONE, is_late
from reporting.context import KnownArea
from reporting.obligations import due_day, to_owed
from reporting.rows import Unit

COLUMNS = {
    "area": "str",
    "name": "str",
    "level": "str",
    "region": "str",
    "kind": "str",
    "period": "str",
    "due": "object",
    "is_due": "bool",
    "state": "str",
    "late": "bool",
    "submission": "Int64",
    "revision": "Int64",
    "recorded_at": "datetime64[us, UTC]",
    "first_at": "datetime64[us, UTC]",
    "approved_revision": "Int64",
    "release": "Int64",
}
Key = tuple[str, str, str]  # area, kind, period


class _Sent(NamedTuple):
    """How far what was sent has come; a unit of which nothing was sent has this as it is here."""

    state: str = MISSING
    submission: int | None = None
    revision: int | None = None
    recorded_at: datetime | None = None
    approved_revision: int | None = None
    release: int | None = None


def list_owed(*, viewer: Viewer, periods: Sequence[Quarter], today: date) -> pd.DataFrame:
    """Every unit that the viewer's own areas owe for the periods, a row each: area, name, level,
    region, kind, period ('2026K3'), due (last day on time), is_due (that day has passed), state
    ('saknas' when nothing was sent, else as in `list_submissions`), late (as
    `is_late` has it), submission, revision, recorded_at, first_at (when it first came),
    approved_revision, release (the first that it is published in). Areas and councils are
    those of each period's last day. By period, then area in Swedish order, LPO first, then kind.
    Raises DatabaseUnavailable.
    """
    with reading() as connection:
        owed = list(_to_owed(connection, periods, viewer))
    sent = _read_sent(periods, viewer) if owed else {}
    first = _read_first(periods) if sent else {}
    return to_frame([_to_row(area, unit, sent, first, today) for area, unit in owed], COLUMNS)


def _to_owed(
    connection: Connection, periods: Iterable[Quarter], viewer: Viewer
) -> Iterator[tuple[KnownArea, Unit]]:
    for period in periods:
        areas = find_own_areas(connection, period.last, viewer)
        started = find_started(connection, period.last, areas, viewer) if areas else frozenset()
        for unit in to_owed(areas.values(), period, started):
            yield areas[unit.area], unit


def _to_row(
    area: KnownArea,
    unit: Unit,
    sent: dict[Key, _Sent],
    first: dict[Key, datetime],
    today: date,
) -> tuple[Any, ...]:
    period, due = str(unit.period), due_day(unit.period)
    key = (unit.area, unit.kind, period)
    found = sent.get(key, _Sent())
    where = (area.code, area.name, area.level, area.region, unit.kind, period, due, due < today)
    how = (found.submission, found.revision, found.recorded_at, first.get(key))
    told = (found.state, is_late(found.state, due, today))
    return (*where, *told, *how, found.approved_revision, found.release)


def _read_sent(periods: Sequence[Quarter], viewer: Viewer) -> dict[Key, _Sent]:
    rows = list_submissions(viewer=viewer, periods=periods)
    keys = zip(rows["area"], rows["kind"], rows["period"], strict=True)
    told = zip(
        rows["state"],
        rows["submission"],
        rows["revision"],
        rows["recorded_at"],
        *(
            [None if pd.isna(number) else int(number) for number in rows[name]]
            for name in ("approved_revision", "release")
        ),
        strict=True,
    )
    return {key: _Sent(*one) for key, one in zip(keys, told, strict=True)}


def _read_first(periods: Iterable[Quarter]) -> dict[Key, datetime]:
    """When each unit first came, what was undone left out: a correction of what came on time is
    not late. Of every area, for the caller to look up those of her own in."""
    made, sending, state = SUBMISSION.c, SENDING.c, SUBMISSION_STATE.c
    undone = select(state.submission).where(state.state == UNDONE)
    asked = (
        select(made.area, made.kind, made.period, func.min(sending.recorded_at))
        .join(SENDING, sending.id == made.sending)
        .where(made.period.in_([str(period) for period in periods]), made.id.not_in(undone))
        .group_by(made.area, made.kind, made.period)
    )
    with reading_raw() as connection:
        return {(row[0], row[1], row[2]): row[3] for row in connection.execute(asked)}
