"""Each submission with the state it is in, as known on a day; and which one holds for its unit."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from data_access.raw.schema import SENDING, SUBMISSION, SUBMISSION_STATE
from indicators.establishment import to_known_before
from indicators.periods import Quarter
from indicators.reporting import APPROVED, UNDONE
from reporting.rows import Unit

BATCH = 500  # ids a question


class Head(NamedTuple):
    """A submission without its rows, in its newest state. `was_approved`: at any time."""

    id: int
    sending: int
    area: str
    kind: str
    period: str
    revision: int
    rows: int
    state: str
    reason: str | None
    state_at: datetime
    recorded_at: datetime
    recorded_by: str
    channel: str
    note: str | None
    is_example: bool
    was_approved: bool

    @property
    def unit(self) -> Unit:
        """What it reports."""
        return Unit(self.area, self.kind, Quarter.parse(self.period))


class Step(NamedTuple):
    """A state that a revision was put in: when (UTC), by whom, in which role, and why."""

    revision: int
    state: str
    at: datetime
    by: str
    role: str
    reason: str | None


def read_all(
    connection: Connection,
    *,
    periods: Iterable[Quarter] | None = None,
    known_on: date | None = None,
) -> list[Head]:
    """Every submission of the periods (of all, for None), the units together, oldest first."""
    return _read(connection, known_on, _of_periods(periods))


def read_of_units(
    connection: Connection, units: Iterable[Unit], *, known_on: date | None = None
) -> dict[Unit, list[Head]]:
    """Every submission of each unit, oldest first; units without any are left out."""
    wanted = set(units)
    table = SUBMISSION.c
    conditions = [
        table.area.in_({unit.area for unit in wanted}),
        table.kind.in_({unit.kind for unit in wanted}),
        *_of_periods({unit.period for unit in wanted}),
    ]
    found: dict[Unit, list[Head]] = {}
    for head in _read(connection, known_on, conditions) if wanted else ():
        if head.unit in wanted:
            found.setdefault(head.unit, []).append(head)
    return found


def read_of_ids(connection: Connection, ids: Iterable[int]) -> list[Head]:
    """The submissions of the ids that there are."""
    return [
        head
        for batch in to_batches(ids)
        for head in _read(connection, None, [SUBMISSION.c.id.in_(batch)])
    ]


def read_of_sending(connection: Connection, sending: int) -> list[Head]:
    """The submissions of one sending."""
    return _read(connection, None, [SUBMISSION.c.sending == sending])


def read_steps(connection: Connection, unit: Unit) -> list[Step]:
    """All that has happened to the unit's revisions, oldest first."""
    step, made = SUBMISSION_STATE.c, SUBMISSION.c
    told = (step.state, step.recorded_at, step.recorded_by, step.role, step.reason)
    asked = (
        select(made.revision, *told)
        .join(SUBMISSION, made.id == step.submission)
        .where(made.area == unit.area, made.kind == unit.kind, made.period == str(unit.period))
        .order_by(step.id)
    )
    return [Step(*row) for row in connection.execute(asked)]


def to_newest(heads: Sequence[Head]) -> Head | None:
    """The one that holds, of all those of one unit, oldest first: the newest that isn't undone."""
    return next((head for head in reversed(heads) if head.state != UNDONE), None)


def to_batches(ids: Iterable[int]) -> list[list[int]]:
    """The ids in lists that are short enough for one question."""
    ordered = sorted(set(ids))
    return [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]


def _of_periods(periods: Iterable[Quarter] | None) -> list[ColumnElement[bool]]:
    if periods is None:
        return []
    return [SUBMISSION.c.period.in_({str(period) for period in periods})]


def _read(
    connection: Connection, known_on: date | None, conditions: Iterable[ColumnElement[bool]]
) -> list[Head]:
    order = (SUBMISSION.c.area, SUBMISSION.c.kind, SUBMISSION.c.period, SUBMISSION.c.revision)
    asked = _question(known_on).where(*conditions).order_by(*order)
    return [Head(*row) for row in connection.execute(asked)]


def _question(known_on: date | None) -> Select[Any]:
    step = SUBMISSION_STATE.alias("step")
    own = [step.c.submission == SUBMISSION.c.id]
    if known_on is not None:
        own.append(step.c.recorded_at < to_known_before(known_on))
    newest = select(func.max(step.c.id)).where(*own).correlate(SUBMISSION).scalar_subquery()
    approved = exists().where(*own, step.c.state == APPROVED).correlate(SUBMISSION)
    submission, state, sending = SUBMISSION.c, SUBMISSION_STATE.c, SENDING.c
    return (
        select(
            submission.id,
            submission.sending,
            submission.area,
            submission.kind,
            submission.period,
            submission.revision,
            submission.rows,
            state.state,
            state.reason,
            state.recorded_at.label("state_at"),
            sending.recorded_at,
            sending.recorded_by,
            sending.channel,
            sending.note,
            sending.is_example,
            approved.label("was_approved"),
        )
        .select_from(SUBMISSION)
        .join(SUBMISSION_STATE, state.id == newest)
        .join(SENDING, sending.id == submission.sending)
    )
