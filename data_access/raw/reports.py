"""Reading reports: what holds, what was before, and what was known on a day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd
from sqlalchemy import Connection, select

from data_access.frames import to_frame
from data_access.raw import states
from data_access.raw.published import read_published
from data_access.raw.reach import to_answered, to_own
from data_access.raw.rows import read_rows
from data_access.raw.schema import SENDING
from data_access.raw.sent import Submission
from data_access.raw.states import Head, Step, to_newest
from data_access.raw.store import reading_raw
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.reporting import UNDONE
from reporting.rows import Unit

COLUMNS = {
    "area": "str",
    "kind": "str",
    "period": "str",
    "submission": "int64",
    "sending": "int64",
    "revision": "int64",
    "rows": "int64",
    "state": "str",
    "reason": "object",
    "state_at": "datetime64[us, UTC]",
    "recorded_at": "datetime64[us, UTC]",
    "recorded_by": "str",
    "approved_revision": "Int64",
    "release": "Int64",
}


def read_submissions(
    units: Iterable[Unit], *, viewer: Viewer, known_on: date | None = None
) -> dict[Unit, Submission]:
    """The report that holds for each of the units, as known at the end of the day: the newest that
    isn't undone. Units outside what the viewer answers for, and those without one, are left out."""
    own = to_own(viewer, units)
    if not own:
        return {}
    with reading_raw() as connection:
        found = states.read_of_units(connection, own, known_on=known_on)
        newest = [head for unit in own if (head := to_newest(found.get(unit, [])))]
        return {one.unit: one for one in _with_rows(connection, newest, known_on)}


def read_revisions(unit: Unit, *, viewer: Viewer) -> list[Submission]:
    """Every report of the unit, oldest first, also undone ones; none of a unit that the viewer
    does not answer for."""
    if not to_own(viewer, [unit]):
        return []
    with reading_raw() as connection:
        return _with_rows(connection, states.read_of_units(connection, [unit]).get(unit, []))


def list_steps(unit: Unit, *, viewer: Viewer) -> list[Step]:
    """All that has happened to the unit's report, oldest first: sent, sent back, approved,
    unlocked, undone. Nothing of a unit that the viewer does not answer for."""
    if not to_own(viewer, [unit]):
        return []
    with reading_raw() as connection:
        return states.read_steps(connection, unit)


def has_digest(digest: str, units: Iterable[Unit], *, viewer: Viewer) -> bool:
    """Whether the viewer has sent every one of the units with the file of that sha256, and not
    undone it since. The same file may be sent for other units: its rows need name no period."""
    sent = (SENDING.c.digest == digest, SENDING.c.recorded_by == viewer.subject)
    with reading_raw() as connection:
        numbers = connection.scalars(select(SENDING.c.id).where(*sent)).all()
        heads = [head for one in numbers for head in states.read_of_sending(connection, one)]
    wanted = set(units)
    return bool(wanted) and wanted <= {head.unit for head in heads if head.state != UNDONE}


def list_submissions(
    *, viewer: Viewer, periods: Sequence[Quarter] | None = None, known_on: date | None = None
) -> pd.DataFrame:
    """The report that holds for each unit that the viewer answers for, without its rows, as known
    at the end of the day: area, kind, period (2026K3), submission, sending, revision, rows (how
    many; 0 = nothing to report), state, reason, state_at, recorded_at (UTC), recorded_by,
    approved_revision (the newest ever approved, or <NA>), release (the first that its counts are
    published in, or <NA>). `periods` None = all."""
    if not viewer.reports:
        return to_frame((), COLUMNS)
    with reading_raw() as connection:
        heads = states.read_all(connection, periods=periods, known_on=known_on)
        published = read_published(connection, heads, known_on=known_on)
    by_name = {name: Quarter.parse(name) for name in {head.period for head in heads}}
    answered = to_answered(viewer, by_name.values())
    of_unit: dict[tuple[str, str, str], list[Head]] = {}
    for head in heads:
        if head.area in answered[by_name[head.period]]:
            of_unit.setdefault((head.area, head.kind, head.period), []).append(head)
    return to_frame(
        [row for heads in of_unit.values() for row in _to_line(heads, published)], COLUMNS
    )


def _to_line(heads: list[Head], published: Mapping[int, int]) -> list[tuple[object, ...]]:
    """The unit's line, if there is one: all may be undone."""
    newest = to_newest(heads)
    if newest is None:
        return []
    approved = max((head.revision for head in heads if head.was_approved), default=None)
    return [
        (
            *newest[2:5],
            newest.id,
            newest.sending,
            *newest[5:12],
            approved,
            published.get(newest.id),
        )
    ]


def _with_rows(
    connection: Connection, heads: Sequence[Head], known_on: date | None = None
) -> list[Submission]:
    published = read_published(connection, heads, known_on=known_on)
    rows = read_rows(connection, {head.id: head.kind for head in heads})
    return [
        Submission(
            head.id,
            head.sending,
            head.unit,
            head.revision,
            rows[head.id],
            head.state,
            head.reason,
            head.state_at,
            head.recorded_at,
            head.recorded_by,
            head.channel,
            head.note,
            published.get(head.id),
        )
        for head in heads
    ]
