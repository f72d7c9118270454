"""What is recorded of councils' stages and of areas' priority, from a day: rows that are only ever
added, each in a transaction of its own, and corrected by a later one."""

from datetime import date, datetime

from data_access.changes import changing
from data_access.councils import BadCouncil
from data_access.recording import (
    BadRecord,
    check_area,
    check_correction,
    find_council,
    read_covered,
    read_first_day,
    to_recorded,
)
from data_access.schema import AREA_ASSESSMENT, COUNCIL_EVENT
from data_access.scope import check_scope
from data_access.viewer import Right, Viewer
from indicators.stages import NOT_NEEDED, rank


def add_event(
    council: str,
    stage: str | None,
    effective_on: date,
    *,
    viewer: Viewer,
    source: str,
    note: str | None = None,
    reason: str | None = None,
    confidence: str | None = None,
    supersedes: int | None = None,
    recorded_at: datetime | None = None,
) -> int:
    """Record a council's stage from a day, or correct the row `supersedes` (stage None = it is
    withdrawn); the row's id. Raises UnknownCouncil, indicators' UnknownStage, BadCouncil,
    BadRecord."""
    if stage is None and supersedes is None:
        said = "an event needs a stage, or `supersedes` to withdraw an earlier one"
        raise BadCouncil("stage", said)
    if stage is not None:
        rank(stage)
    if stage == NOT_NEEDED and not (reason or "").strip():
        said = "'ej-aktuellt' needs a reason: local need decides, and is written down"
        raise BadCouncil("reason", said)
    recorded = to_recorded(viewer, source, recorded_at)
    with changing(viewer, f"råds händelse: {council}") as change:
        connection = change.connection
        council_id = find_council(connection, council)
        # one that covers nothing is nobody's, so the country's
        first = read_first_day(connection, COUNCIL_EVENT, supersedes, effective_on)
        own = read_covered(connection, council_id, first) or {"se"}
        check_scope(connection, viewer, Right.REPORT, own, effective_on)
        same = COUNCIL_EVENT.c.council_id == council_id
        check_correction(connection, COUNCIL_EVENT, supersedes, same, recorded)
        row = {
            "council_id": council_id,
            "stage": stage,
            "effective_on": effective_on,
            "note": note,
            "reason": reason,
            "confidence": confidence,
            "supersedes": supersedes,
        }
        return change.add(COUNCIL_EVENT, row | recorded, of=council)


def add_assessment(
    area_code: str,
    prioritised: bool | None,
    reason: str,
    effective_on: date,
    *,
    viewer: Viewer,
    source: str,
    supersedes: int | None = None,
    recorded_at: datetime | None = None,
) -> int:
    """Record that an LPO or a kommun is prioritised, or not, from a day, or correct the row
    `supersedes` (None = it is withdrawn); the row's id. Raises UnknownArea, BadRecord."""
    if prioritised is None and supersedes is None:
        raise BadRecord("an assessment says True or False, or `supersedes` what it withdraws")
    if not reason.strip():
        raise BadRecord("an assessment needs a reason")
    recorded = to_recorded(viewer, source, recorded_at)
    with changing(viewer, f"bedömning: {area_code}") as change:
        connection = change.connection
        check_area(connection, area_code, effective_on, ("lpo", "kommun"))
        first = read_first_day(connection, AREA_ASSESSMENT, supersedes, effective_on)
        for day in {first, effective_on}:
            check_scope(connection, viewer, Right.REPORT, [area_code], day)
        same = AREA_ASSESSMENT.c.area_code == area_code
        check_correction(connection, AREA_ASSESSMENT, supersedes, same, recorded)
        row = {
            "area_code": area_code,
            "prioritised": prioritised,
            "reason": reason,
            "effective_on": effective_on,
            "supersedes": supersedes,
        }
        return change.add(AREA_ASSESSMENT, row | recorded, of=area_code)
