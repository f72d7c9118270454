"""The release job: approved counts → protected, audited, numbered. All of it or nothing."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import insert

from data_access import audit
from data_access.audit import Action
from data_access.changes import changing
from data_access.lease import holding
from data_access.raw.released import note_released
from data_access.release_cells import to_placed, to_stored
from data_access.release_plan import NothingNew, Plan, check_whole, protect, to_plan
from data_access.schema_release import RELEASE, RELEASED_COUNT
from data_access.scope import check_right
from data_access.viewer import Right, Viewer
from indicators.protection.quality import to_deviation, to_told

__all__ = ["JOB", "NothingNew", "Tell", "make_release"]

JOB = "utgåva"
BATCH = 20_000  # rows
Tell = Callable[[int, int], None]  # parts done, of


def make_release(*, viewer: Viewer, note: str = "", tell: Tell = lambda _done, _of: None) -> int:
    """Make a release of what is approved; its number. Raises NotAllowed, UnderWay, NothingNew,
    CellError, NoKey, KeyChanged, BaseChanged, UnsafeRelease, WholeGroup, DatabaseUnavailable;
    nothing is published then."""
    with changing(viewer, JOB):
        check_right(viewer, Right.PUBLISH)
    with holding(JOB) as renew:

        def go_on(done: int, of: int) -> None:
            renew()
            tell(done, of)

        plan = to_plan(viewer)
        raw = to_placed(plan.given.cells)
        protected = _protect(raw, plan, go_on)
        token = secrets.token_hex(16)
        note_released(token, plan.given.submissions)
        renew()
        return _publish(plan, raw, protected, token, note, viewer)


def _protect(raw: pd.DataFrame, plan: Plan, tell: Tell) -> pd.DataFrame:
    """All protected cells, when the audit finds nothing."""
    tell(0, raw["indicator"].nunique())
    done = []
    for part in protect(raw, plan):
        if part.problem:
            raise part.problem
        done.append(part.protected)
        tell(part.number, part.of)
    whole = pd.concat(done, ignore_index=True)
    check_whole(whole, plan)
    return whole


def _publish(
    plan: Plan, raw: pd.DataFrame, protected: pd.DataFrame, token: str, note: str, viewer: Viewer
) -> int:
    """One transaction: the release, its counts and its audit row."""
    row = {
        "id": plan.number,
        "token": token,
        "base": plan.base,
        "key_print": plan.key_print,
        "input_digest": plan.digest,
        "cells": len(protected),
        "quality": to_told(to_deviation(raw, protected), plan.base).to_json(orient="records"),
        "note": note.strip(),
        "recorded_at": datetime.now(UTC),
        "recorded_by": viewer.subject,
        "is_example": viewer.example,
    }
    counts = to_stored(protected, plan.number)
    with changing(viewer, JOB) as change:
        check_right(viewer, Right.PUBLISH)
        change.connection.execute(insert(RELEASE).values(row))
        rows: list[Any] = counts.astype(object).where(counts.notna(), None).to_dict("records")
        for start in range(0, len(rows), BATCH):
            change.connection.execute(insert(RELEASED_COUNT), rows[start : start + BATCH])
        after = {name: row[name] for name in ("id", "base", "cells", "input_digest")}
        audit.record(change.connection, viewer, Action.RELEASE, f"{JOB} {plan.number}", after=after)
    return plan.number
