"""One's own sendings, also those that no longer hold."""

import pandas as pd
from sqlalchemy import select

from data_access.frames import to_frame
from data_access.raw import states
from data_access.raw.published import read_published
from data_access.raw.reach import to_own
from data_access.raw.schema import SENDING
from data_access.raw.states import Head, to_newest
from data_access.raw.store import reading_raw
from data_access.viewer import Viewer
from indicators.reporting import REPLACED, UNDONE
from reporting.rows import Unit

COLUMNS = {
    "sending": "int64",
    "recorded_at": "datetime64[us, UTC]",
    "area": "str",
    "kind": "str",
    "period": "str",
    "state": "str",
    "state_at": "datetime64[us, UTC]",
    "undoable": "bool",
    "release": "Int64",
}


def list_own_sendings(*, viewer: Viewer, latest: int) -> pd.DataFrame:
    """The viewer's own sendings, the `latest` of them, newest first, a row for each report that
    she answers for still: sending, recorded_at (UTC), area, kind, period (2026K3), state (as in
    `list_submissions`, 'angrad' or 'ersatt'), state_at, undoable, release (the first that it is
    published in). Raises DatabaseUnavailable."""
    own = SENDING.c.recorded_by == viewer.subject
    wanted = select(SENDING.c.id).where(own).order_by(SENDING.c.id.desc()).limit(latest)
    with reading_raw() as connection:
        numbers = connection.scalars(wanted).all()
        sent = [head for one in numbers for head in states.read_of_sending(connection, one)]
        all_of = states.read_of_units(connection, {head.unit for head in sent})
        published = read_published(connection, sent)
    units = set(to_own(viewer, all_of))
    lines = [
        (*_to_line(head, all_of[head.unit]), published.get(head.id))
        for head in sent
        if head.unit in units
    ]
    return to_frame(lines, COLUMNS)


def _to_line(head: Head, heads: list[Head]) -> tuple[object, ...]:
    newest = to_newest(heads)
    holds = newest is not None and newest.id == head.id
    state = head.state if holds or head.state == UNDONE else REPLACED
    undoable = holds and not head.was_approved
    unit: Unit = head.unit
    what = (unit.area, unit.kind, head.period)
    return (head.sending, head.recorded_at, *what, state, head.state_at, undoable)
