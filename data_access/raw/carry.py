"""Brings councils' events and areas' assessments in line with an approved unit's rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, select
from sqlalchemy.exc import DataError, IntegrityError

from data_access.changes import Change
from data_access.raw import states
from data_access.raw.cover import find_or_add_council
from data_access.raw.rows import read_rows
from data_access.raw.told import Values, to_assessment, to_event
from data_access.recording import BadRecord, check_area, check_correction
from data_access.schema import AREA_ASSESSMENT, COUNCIL_EVENT
from reporting.kinds import kinds
from reporting.rows import Row as Reported
from reporting.rows import identity

# What is wrong with the row itself; whatever else is raised, all waits and is tried again
_OF_THE_ROW = (BadRecord, LookupError, TypeError, ValueError, IntegrityError, DataError)


@dataclass(frozen=True)
class Target:
    """A table of the main database that a kind is carried to. `value` is its column that is empty
    in a row that withdraws, `why` the one that then says why; `to_values` gives a row's columns,
    `to_place` those that say of which council or area a new one is."""

    table: Table
    value: str
    why: str
    to_values: Callable[[Reported], Values]
    to_place: Callable[[Change, str, date, Values], Values]


def carry(change: Change, raw: Connection, submission: int, at: datetime) -> list[str]:
    """Bring the main database in line with the submission, approved `at`: what it no longer holds
    is withdrawn, what it has changed is superseded, what is new is added. A row that can't be
    carried leaves the others be; the reasons why some could not."""
    (head,) = states.read_of_ids(raw, [submission])
    rows = read_rows(raw, {head.id: head.kind})[head.id]
    target = _TARGETS[head.kind]
    recorded = {
        "recorded_at": at,
        "recorded_by": head.recorded_by,
        "source": f"Inlämning {head.id}",
        "is_example": head.is_example,
    }
    unit = f"{head.area}/{head.kind}/{head.period}/"
    wanted = {unit + "/".join(identity(kinds()[head.kind], row)): row for row in rows}
    told = _read_told(change.connection, target.table, unit)
    problems = []
    for name in sorted(wanted.keys() | told.keys()):
        try:
            with change.connection.begin_nested():
                _bring(change, target, head.area, name, told.get(name), wanted.get(name), recorded)
        except _OF_THE_ROW as error:
            problems.append(_to_reason(error))
    return problems


def _bring(
    change: Change,
    target: Target,
    area: str,
    name: str,
    old: Row[Any] | None,
    row: Reported | None,
    recorded: Mapping[str, Any],
) -> None:
    new = _to_withdrawal(target, old) if row is None else target.to_values(row)
    if old is not None and all(old._mapping[key] == value for key, value in new.items()):
        return
    own = dict(recorded)
    if old is None:
        check_area(change.connection, area, new["effective_on"], ("lpo",))
        place, supersedes = target.to_place(change, area, new["effective_on"], own), None
    else:
        place = {
            key: old._mapping[key] for key in ("council_id", "area_code") if key in old._mapping
        }
        supersedes = _find_last(change.connection, target.table, old.id)
        check_correction(change.connection, target.table, supersedes, True, own)
    told = {"supersedes": supersedes, "reported_as": name}
    change.add(target.table, place | new | told | own, of=area)


def _read_told(connection: Connection, table: Table, unit: str) -> dict[str, Row[Any]]:
    """What the unit has told before: the newest row of each of its rows."""
    column = table.c.reported_as
    found = select(table).where(column.startswith(unit, autoescape=True)).order_by(table.c.id)
    return {row.reported_as: row for row in connection.execute(found)}


def _find_last(connection: Connection, table: Table, first: int) -> int:
    """The row itself, or what somebody has corrected it with since."""
    newer = connection.scalar(select(table.c.id).where(table.c.supersedes == first))
    return first if newer is None else _find_last(connection, table, newer)


def _to_withdrawal(target: Target, old: Row[Any] | None) -> Values:
    assert old is not None  # what is neither told nor wanted is not asked for
    if old._mapping[target.value] is None:
        return {target.value: None}
    return {
        target.value: None,
        "effective_on": old.effective_on,
        target.why: "Återtaget i en senare inlämning",
    }


def _to_reason(error: Exception) -> str:
    """Why, in words that quote nobody: our own errors say it, of others only the kind is told."""
    own = isinstance(error, BadRecord | LookupError)
    return str(error) if own else type(error).__name__


def _of_council(change: Change, area: str, on: date, recorded: Values) -> Values:
    return {"council_id": find_or_add_council(change, area, on, recorded)}


def _of_area(_: Change, area: str, __: date, ___: Values) -> Values:
    return {"area_code": area}


_TARGETS = {
    "handelser": Target(COUNCIL_EVENT, "stage", "note", to_event, _of_council),
    "bedomningar": Target(AREA_ASSESSMENT, "prioritised", "reason", to_assessment, _of_area),
}
CARRIED = frozenset(_TARGETS)  # kinds of which the main database is to know what is approved
