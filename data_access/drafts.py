"""Drafts: what a reporter has begun, shared by those who answer for the area. No reports yet."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, select

from data_access.raw.drafting import GONE, find_row, put, to_json
from data_access.raw.reach import check_places, check_units, to_kind, to_own
from data_access.raw.schema import DRAFT
from data_access.raw.store import reading_raw
from data_access.raw.writes import check_person, writing_reports
from data_access.viewer import Right, Viewer
from indicators.periods import Quarter
from reporting.rows import Unit
from reporting.unkept import Unkept, without_unkept


@dataclass(frozen=True)
class Draft:
    """A draft as it was last saved; `version` counts the savings. The time is in UTC."""

    unit: Unit
    version: int
    content: dict[str, Any]
    saved_at: datetime
    saved_by: str


class DraftChanged(ValueError):
    """Another has saved, sent or dropped the draft since it was read: `current`, or None."""

    def __init__(self, current: Draft | None):
        self.current = current
        what = f"saved as version {current.version}" if current else "sent or dropped"
        super().__init__(f"the draft was {what} meanwhile; look and choose")


class Saved(NamedTuple):
    """The draft's new version, and the texts that were left out of it: they point out a person."""

    version: int
    unkept: tuple[Unkept, ...]


def save_draft(unit: Unit, content: dict[str, Any], *, version: int, viewer: Viewer) -> Saved:
    """Save the draft over the version that was read (0 = there was none), without what points out
    a person. Raises DraftChanged, BadRecord, UnknownArea, NotAllowed, OutsideScope."""
    check_person(viewer)
    kept, unkept = without_unkept(to_kind(unit), content)
    text = to_json(kept)
    with writing_reports(viewer, f"utkast: {unit.area}") as connection:
        check_units(viewer, Right.REPORT, [unit])
        check_places([unit])
        stored = find_row(connection, unit)
        current = _to_draft(stored)
        if version != (current.version if current else 0):
            raise DraftChanged(current)
        return Saved(put(connection, unit, text, viewer, stored), tuple(unkept))


def read_draft(unit: Unit, *, viewer: Viewer) -> Draft | None:
    """The unit's draft; None when there is none, or the viewer does not answer for its area."""
    if not to_own(viewer, [unit]):
        return None
    with reading_raw() as connection:
        return _to_draft(find_row(connection, unit))


def list_drafts(*, viewer: Viewer) -> list[Draft]:
    """Every draft of the areas that the viewer answers for, the last saved first."""
    if not viewer.reports:
        return []
    newest = select(DRAFT).where(DRAFT.c.content != GONE).order_by(DRAFT.c.saved_at.desc())
    with reading_raw() as connection:
        found = [_to_draft(row) for row in connection.execute(newest)]
    drafts = [draft for draft in found if draft is not None]
    own = set(to_own(viewer, [draft.unit for draft in drafts]))
    return [draft for draft in drafts if draft.unit in own]


def drop_draft(unit: Unit, *, version: int, viewer: Viewer) -> None:
    """Let the draft go, if there is one still, as it was in the version that was read. Raises
    DraftChanged, BadRecord, NotAllowed, OutsideScope."""
    check_person(viewer)
    with writing_reports(viewer, f"utkast: {unit.area}") as connection:
        check_units(viewer, Right.REPORT, [unit])
        stored = find_row(connection, unit)
        current = _to_draft(stored)
        if current is None:
            return
        if current.version != version:
            raise DraftChanged(current)
        put(connection, unit, GONE, viewer, stored)


def _to_draft(row: Row[Any] | None) -> Draft | None:
    if row is None or row.content == GONE:
        return None
    unit = Unit(row.area, row.kind, Quarter.parse(row.period))
    return Draft(unit, row.version, json.loads(row.content), row.saved_at, row.saved_by)
