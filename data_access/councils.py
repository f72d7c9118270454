"""What is recorded of councils and areas: each call one transaction that only ever adds."""

import re
from datetime import date, datetime

from sqlalchemy import select

import clock
from data_access.changes import changing
from data_access.recording import (
    BadRecord,
    UnknownCouncil,
    check_area,
    check_correction,
    find_council,
    read_covered,
    read_first_day,
    to_recorded,
)
from data_access.schema import AREA_ASSESSMENT, COUNCIL, COUNCIL_AREA, COUNCIL_EVENT
from data_access.scope import NotAllowed, OutsideScope, check_right, check_scope
from data_access.viewer import Right, Viewer
from indicators.stages import NOT_NEEDED, rank

__all__ = [
    "BadCouncil",
    "BadRecord",
    "NotAllowed",
    "OutsideScope",
    "UnknownCouncil",
    "add_assessment",
    "add_council",
    "add_event",
    "cover_area",
]

COUNCIL_LEVELS = ("nationell", "regional", "lokal")
LONGEST_CODE = 80
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


class BadCouncil(BadRecord):
    """A council, or an event of one, can't be recorded; `reason`: 'code', 'code-taken',
    'level', 'stage', 'reason'."""

    def __init__(self, reason: str, said: str):
        super().__init__(said)
        self.reason = reason


def add_council(
    code: str,
    name: str,
    level: str,
    *,
    viewer: Viewer,
    source: str,
    convener: str | None = None,
    coordinating_lan: str | None = None,
    builds_on: str | None = None,
    confidence: str | None = None,
    recorded_at: datetime | None = None,
) -> int:
    """Record a council ('nationell', 'regional', 'lokal'); its id.
    Raises BadCouncil, BadRecord, UnknownArea."""
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code):
        said = f"council code {code!r}: use letters a to z, digits and single hyphens"
        raise BadCouncil("code", said)
    if level not in COUNCIL_LEVELS:
        said = f"no council level {level!r}; choose one of {', '.join(COUNCIL_LEVELS)}"
        raise BadCouncil("level", said)
    recorded = to_recorded(viewer, source, recorded_at)
    with changing(viewer, f"råd {code}") as change:
        connection = change.connection
        _check_council(viewer, level)
        if connection.scalar(select(COUNCIL.c.id).where(COUNCIL.c.code == code)) is not None:
            said = f"there is a council {code!r} already; choose another code"
            raise BadCouncil("code-taken", said)
        if coordinating_lan is not None:
            check_area(
                connection, coordinating_lan, clock.day_of(recorded["recorded_at"]), ("lan",)
            )
        council = {
            "code": code,
            "name": name,
            "level": level,
            "convener": convener,
            "coordinating_lan": coordinating_lan,
            "builds_on": builds_on,
            "confidence": confidence,
        }
        return change.add(COUNCIL, council | recorded, of=code)


def cover_area(
    council: str,
    area_code: str,
    effective_on: date,
    *,
    viewer: Viewer,
    source: str,
    covers: bool = True,
    recorded_at: datetime | None = None,
) -> int:
    """Record that a council covers an area (LPO, kommun, polisregion, riket) from a day, or no
    longer does (`covers` False); the row's id. Raises UnknownCouncil, UnknownArea, BadRecord."""
    recorded = to_recorded(viewer, source, recorded_at)
    levels = ("lpo", "kommun", "polisregion", "riket")
    with changing(viewer, f"råds område: {council}") as change:
        connection = change.connection
        council_id = find_council(connection, council)
        # the day an area ceases is a day on which a council may leave it
        check_area(connection, area_code, effective_on if covers else None, levels)
        level = connection.scalar(select(COUNCIL.c.level).where(COUNCIL.c.id == council_id))
        _check_council(viewer, str(level))
        # of a council that covers something already, all of it
        own = {area_code} | read_covered(connection, council_id, effective_on)
        check_scope(connection, viewer, Right.REPORT, own, effective_on)
        row = {
            "council_id": council_id,
            "area_code": area_code,
            "covers": covers,
            "effective_on": effective_on,
        }
        return change.add(COUNCIL_AREA, row | recorded, of=council)


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


def _check_council(viewer: Viewer, level: str) -> None:
    """A council belongs to nobody until it covers something; those above LPO need the country."""
    check_right(viewer, Right.REPORT)
    if level != "lokal" and not viewer.answers_for("se"):
        raise OutsideScope("se", clock.today())
