"""The release job: what is approved → protected, audited, numbered. All of it or nothing."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert

import metrics
from data_access import audit
from data_access.audit import Action
from data_access.changes import changing
from data_access.lease import UnderWay, holding
from data_access.raw.released import note_released
from data_access.recording import BadRecord
from data_access.release_cells import to_placed
from data_access.release_making import Made, Tell, make
from data_access.release_plan import NothingNew, Plan, to_plan
from data_access.release_reports import to_rows
from data_access.schema_release import RELEASE, RELEASED_REPORT
from data_access.scope import NotAllowed, check_makes_releases
from data_access.viewer import Viewer
from reporting.personal import find_personal

__all__ = ["JOB", "NothingNew", "PersonalNote", "Tell", "make_release"]

JOB = "utgåva"
BATCH = 20_000  # rows
_TOLD = ("id", "base", "method", "cells", "input_digest")  # in the audit


class PersonalNote(BadRecord):
    """The note points out a person: it would be shown to every reader, and never be removed."""

    def __init__(self) -> None:
        super().__init__("the note points out a person; write it without")


@metrics.job("release", NothingNew, UnderWay, NotAllowed, PersonalNote)
def make_release(*, viewer: Viewer, note: str = "", tell: Tell = lambda _done, _of: None) -> int:
    """Make a release of what is approved; its number. Raises NotAllowed, PersonalNote, UnderWay,
    NothingNew, MethodChanged, CellError, NoKey, KeyChanged, BaseChanged, UnsafeRelease,
    NotProtected, WholeGroup, DatabaseUnavailable; nothing is published then."""
    with changing(viewer, JOB):
        check_makes_releases(viewer)
    if find_personal(note):
        raise PersonalNote
    with holding(JOB) as renew:

        def go_on(done: int, of: int) -> None:
            renew()
            tell(done, of)

        plan = to_plan(viewer)
        made = make(to_placed(plan.given.cells), plan, go_on)
        token = secrets.token_hex(16)
        note_released(token, plan.submissions)
        renew()
        return _publish(plan, made, token, note, viewer)


def _publish(plan: Plan, made: Made, token: str, note: str, viewer: Viewer) -> int:
    """One transaction: the release, its figures and its audit row."""
    row = {
        "id": plan.number,
        "token": token,
        "base": plan.base,
        "method": str(plan.method),
        "key_print": plan.key_print,
        "input_digest": plan.digest,
        "cells": len(made.rows),
        "quality": made.quality,
        "note": note.strip(),
        "recorded_at": datetime.now(UTC),
        "recorded_by": viewer.subject,
        "is_example": viewer.example,
    }
    reports = to_rows(plan.reports, plan.number)
    with changing(viewer, JOB) as change:
        check_makes_releases(viewer)
        change.connection.execute(insert(RELEASE).values(row))
        known = made.rows.notna()
        rows: list[Any] = made.rows.astype(object).where(known, None).to_dict("records")
        _write(change.connection, made.table, rows)
        _write(change.connection, RELEASED_REPORT, reports)
        after = {name: row[name] for name in _TOLD}
        audit.record(change.connection, viewer, Action.RELEASE, f"{JOB} {plan.number}", after=after)
    return plan.number


def _write(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        connection.execute(insert(table), rows[start : start + BATCH])
